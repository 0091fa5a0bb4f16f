"""Mistakes that authors of Academic sites really make: what `jpkit lint` says of each, and where.

The numbers are those of a collection of 71 mistakes with their evidence (public threads, real builds);
the pages here are our own. Rows that no linter can see in a page (a theme that is too new for its Hugo)
are missing, and so are rows that are legal after all.
"""

from datetime import date

import pytest

from jpkit.linting.engine import Active, lint_pages
from jpkit.linting.page import Reader
from jpkit.linting.rules import rules

POST = "content/post/a/index.md"
TALK = "content/talk/a/index.md"
PAPER = "content/publication/a/index.md"
HOME = "content/home/a.md"
AUTHOR = "content/authors/admin/_index.md"
V4 = "academic-4"

# row, path, generation, page («reported»), rule, key
CASES = [
    # A. The file does not parse
    ("A1", POST, V4, "---\ntitle: Foo«:» bar\n---\n", "unquoted-colon", None),
    ("A2", POST, V4, "---\nimage:\n«\t»caption: x\n---\n", "tab-indentation", None),
    ("A3", POST, V4, '---\n«title = "Foo"»\n---\n', "front-matter-syntax", None),
    ("A4 quotes", POST, V4, "---\ntitle: 'Don'«t»'\n---\n", "front-matter-syntax", None),
    ("A4 sign", POST, V4, "---\ntitle: «@»foo\n---\n", "front-matter-syntax", None),
    ("A4 bracket", POST, V4, "---\ntitle: [WIP] «F»oo\n---\n", "front-matter-syntax", None),
    ("A4 blank", POST, V4, "---\ntitle«:»Foo\ndate: 2020-01-01\n---\n", "unquoted-colon", None),
    ("A5", POST, V4, "+++\ntitle = «“»Foo”\n+++\n", "smart-punctuation", None),
    ("A12 tag", POST, V4, "---\ntitle: «!Hello»\n---\n", "yaml-indicator", "title"),
    ("A12 anchor", POST, V4, "---\ntitle: «&foo bar»\n---\n", "yaml-indicator", "title"),
    ("A6", POST, V4, '---\ntitle: "$«\\i»nfty$"\n---\n', "latex-escape", None),
    ("A6 silent", POST, V4, '---\ntitle: "$«\\a»lpha$"\n---\n', "latex-escape", "title"),
    ("A7", POST, V4, "---\ntitle: Foo «#1 thing»\n---\n", "comment-in-value", "title"),
    ("A8", POST, V4, "---\ntitle: a\n«title»: b\n---\n", "duplicate-key", "title"),
    ("A8 case", POST, V4, "---\ntitle: a\n«Title»: b\n---\n", "duplicate-key", "Title"),
    ("A9", POST, V4, "«---»\ntitle: a\n本文。\n", "front-matter-delimiter", None),
    ("A9 four", POST, V4, "«----»\ntitle: a\n----\n本文。\n", "front-matter-delimiter", None),
    ("A10", POST, V4, "---\ntitle: a\ndraft: «yes»\n---\n", "quoted-boolean", "draft"),
    ("A11", POST, V4, '+++\ntitle = "a"\n[image]\ncaption = "x"\n«tags» = ["z"]\n+++\n', "swallowed-key", "image.tags"),
    # B. Wrong type
    ("B1", POST, V4, "---\ntitle: a\ntags: «GCP»\n---\n", "wrong-type", "tags"),
    ("B1 toml", POST, V4, '+++\ntitle = "a"\ntags = «"GCP"»\n+++\n', "wrong-type", "tags"),
    ("B1 json", POST, V4, '{"title": "a", "tags": «"GCP"»}\n', "wrong-type", "tags"),
    ("B2", POST, V4, "---\ntitle: a\nauthors: «me»\n---\n", "wrong-type", "authors"),
    ("B4", POST, V4, "---\ntitle: a\nimage: «foo.jpg»\n---\n", "wrong-type", "image"),
    ("B5", POST, V4, "---\ntitle: a\nheader: «foo.jpg»\n---\n", "wrong-type", "header"),
    ("B6", POST, V4, "---\ntitle: a\nlinks: «{name: a, url: https://example.org}»\n---\n", "wrong-type", "links"),
    ("B6 items", POST, V4, "---\ntitle: a\nlinks: [«https://example.org»]\n---\n", "wrong-type", "links[0]"),
    ("B7", POST, V4, "---\ntitle: a\nprojects: «foo»\n---\n", "wrong-type", "projects"),
    ("B8", TALK, V4, "---\ntitle: a\naddress: «Foo Street»\n---\n", "wrong-type", "address"),
    ("B11", POST, V4, "---\ntitle: a\nimage: {placement: «'2'»}\n---\n", "mangled-number", "image.placement"),
    ("B12", HOME, V4, "---\nwidget: blank\ndesign: {columns: «1»}\n---\n", "mangled-number", "design.columns"),
    ("B9", PAPER, V4, "---\ntitle: a\nabstract: «[a]»\n---\n", "wrong-type", "abstract"),
    ("B10", POST, V4, '---\ntitle: a\nmath: «"false"»\n---\n', "quoted-boolean", "math"),
    ("B10 toml", POST, V4, '+++\ntitle = "a"\nmath = «"false"»\n+++\n', "quoted-boolean", "math"),
    ("B10 json", POST, V4, '{"title": "a", "math": «"false"»}\n', "quoted-boolean", "math"),
    ("B13", POST, V4, "---\ntitle: a\nweight: «high»\n---\n", "mangled-number", "weight"),
    ("B14", PAPER, V4, "---\ntitle: a\ndoi: «10.10»\n---\n", "mangled-number", "doi"),
    ("B16", AUTHOR, V4, "---\ntitle: a\ninterests: «foo»\n---\n", "wrong-type", "interests"),
    # C. Dates
    ("C1", POST, V4, "---\ntitle: a\ndate: «2020-13-45»\n---\n", "invalid-date", "date"),
    ("C1 digits", POST, V4, "---\ntitle: a\ndate: «2020-1-2»\n---\n", "invalid-date", "date"),
    ("C1 slashes", POST, V4, "---\ntitle: a\ndate: «2020/01/02»\n---\n", "invalid-date", "date"),
    ("C1 words", POST, V4, "---\ntitle: a\ndate: «January 2, 2020»\n---\n", "invalid-date", "date"),
    ("C1 toml", POST, V4, '+++\ntitle = "a"\ndate = «"02/01/2020"»\n+++\n', "invalid-date", "date"),
    ("C1 json", POST, V4, '{"title": "a", "date": «"2020-09"»}\n', "invalid-date", "date"),
    ("C2", POST, V4, "---\ntitle: a\ndate: «2020»\n---\n", "invalid-date", "date"),
    ("C3", TALK, V4, "---\ntitle: a\ndate: «2099-01-01»\n---\n", "hidden-page", "date"),
    ("C4", TALK, V4, "---\ntitle: a\n«time_start»: 2020-01-01T10:00:00Z\n---\n", "moved-field", "time_start"),
    ("C5", TALK, V4, "---\ntitle: a\ndate: 2020-01-01\ndate_end: «foo»\n---\n", "invalid-date", "date_end"),
    ("C8", POST, V4, "+++\ntitle = 'a'\ndate = 2020«-»13-01\n+++\n", "front-matter-syntax", None),
    ("C7", POST, V4, "---\ntitle: a\nexpiryDate: «2020-02-01»\n---\n", "hidden-page", "expiryDate"),
    # D. Wrong value
    ("D1", POST, V4, "---\ntitle: a\nimage: {focal_point: «Centre»}\n---\n", "unknown-value", "image.focal_point"),
    ("D1 stops", POST, V4, "---\ntitle: a\nimage: {focal_point: «Rihgt»}\n---\n", "unknown-value", "image.focal_point"),
    ("D3", PAPER, V4, '---\ntitle: a\npublication_types: [«"article-journal"»]\n---\n',
     "unknown-value", "publication_types[0]"),
    ("D4", PAPER, V4, '---\ntitle: a\npublication_types: «"2"»\n---\n', "wrong-type", "publication_types"),
    ("D8", HOME, V4, "---\nwidget: «teaching»\n---\n", "unknown-value", "widget"),
    ("D11", POST, V4, "---\ntitle: a\nurl: «https://example.org/a»\n---\n", "url-protocol", "url"),
    ("D11 alias", POST, V4, "---\ntitle: a\naliases: [«https://example.org/a»]\n---\n", "url-protocol", "aliases[0]"),
    ("D12", POST, "hugoblox", "---\ntitle: a\nmarkup: «mmark»\n---\n", "unknown-markup", "markup"),
    ("D13", POST, V4, "---\ntitle: a\nbuild: {render: «nope»}\n---\n", "unknown-value", "build.render"),
    ("D14", POST, V4, "---\ntitle: a\nmenu: «[{name: b}]»\n---\n", "wrong-type", "menu"),
    ("D10", PAPER, V4, "---\ntitle: a\ndoi: «https://doi.org/10.1000/x»\n---\n", "doi-url", "doi"),
    # E. Old names that do nothing any more
    ("E1", "content/project/a/index.md", V4, "---\ntitle: a\n«image_preview»: a.png\n---\n",
     "moved-field", "image_preview"),
    ("E1 header", POST, V4, "---\ntitle: a\n«selected»: true\n---\n", "moved-field", "selected"),
    ("E8", POST, V4, "---\ntitle: a\nauthors: [«'**me**'»]\n---\n", "missing-author", "authors[0]"),
    ("E6", POST, "hugoblox", "---\ntitle: a\n«_build»: {render: never}\n---\n", "moved-field", "_build"),
]  # fmt: skip


def unmark(text: str) -> tuple[str, int, int]:
    start = text.index("«")
    end = text.index("»") - 1
    return text.replace("«", "").replace("»", ""), start, end


@pytest.mark.parametrize(
    ("path", "generation", "marked", "rule", "key"), [pytest.param(*case[1:], id=case[0]) for case in CASES]
)
def test_the_mistake_is_one_finding_in_its_place(path, generation, marked, rule, key):
    text, start, end = unmark(marked)
    reader = Reader(generation=generation, today=date(2026, 11, 24), given={path: text.encode()})
    report = lint_pages([path], reader, lambda _: [Active(rule) for rule in rules() if rule.default])
    source = Reader(given={path: text.encode()}).page(path).source
    found = [
        (f.rule, f.key, source.offset(f.line, f.column), source.offset(f.end_line, f.end_column))
        for f in report.findings
        if f.severity != "info" or f.rule == rule
    ]
    assert found == [(rule, key, start, end)]
