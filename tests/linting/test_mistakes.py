"""Mistakes that authors of Academic sites really make: what `jpkit lint` says of each, and where.

The rows are those of a collection of 71 mistakes with their evidence (public threads, real builds); the pages
here are our own. Every row is a case in YAML, TOML and JSON, or has a reason why there can be none.
"""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from jpkit.linting.engine import Active, lint_pages
from jpkit.linting.model import Finding
from jpkit.linting.page import Reader
from jpkit.linting.rules import rules
from jpkit.source import Source

POST = "content/post/a/index.md"
TALK = "content/talk/a/index.md"
PAPER = "content/publication/a/index.md"
PROJECT = "content/project/a/index.md"
HOME = "content/home/a.md"
LANDING = "content/_index.md"
LESSON = "content/courses/python/a.md"
AUTHOR = "content/authors/admin/_index.md"
AUTHORS = "content/authors/_index.md"
V2, V3, V4, V5, BLOX = "academic-2", "academic-3", "academic-4", "wowchemy-5", "hugoblox"

FORMATS = ("yaml", "toml", "json")
ROWS = [
    f"{letter}{number}"
    for letter, last in (("A", 13), ("B", 16), ("C", 8), ("D", 15), ("E", 12), ("N", 7))
    for number in range(1, last + 1)
]
PROFILES = {AUTHOR: "---\ntitle: Yamada Taro\n---\n", AUTHORS: "---\ntitle: Authors\n---\n"}
BOOTSTRAP = {
    "config/_default/module.yaml": "imports:\n- path: github.com/HugoBlox/hugo-blox/modules/blox-bootstrap/v5\n"
}
TAILWIND = {"config/_default/module.yaml": "imports:\n- path: github.com/HugoBlox/hugo-blox/modules/blox-tailwind\n"}
KIT = {"config/_default/module.yaml": "imports:\n- path: github.com/HugoBlox/kit/modules/blox\n"}
SITE = {"config.toml": 'theme = "academic"\n'}
HOME_PAGE = {"content/home/index.md": "+++\ntype = 'widget_page'\nheadless = true\n+++\n"}


class Case(NamedTuple):
    name: str
    """Row and, where a row has several spellings, which one."""
    says: tuple[str, ...]
    """Rule and key of each finding, in the order of the marks; a key that nobody can tell is left out."""
    text: str
    """The page, or what its front matter holds besides a title and a date; reported stretches in «guillemets»."""
    path: str
    generation: str | None
    files: Mapping[str, str]


CASES: dict[tuple[str, str], Case] = {}


def case(
    name: str,
    says: str | tuple[str, ...],
    *,
    yaml: str | None = None,
    toml: str | None = None,
    json: str | None = None,
    path: str = POST,
    generation: str | None = V4,
    files: Mapping[str, str] = {},
) -> None:
    for form, text in zip(FORMATS, (yaml, toml, json), strict=True):
        if text is not None:
            assert (name, form) not in CASES, name
            CASES[name, form] = Case(name, (says,) if isinstance(says, str) else says, text, path, generation, files)


# Columns as they read best.
# fmt: off

# A. The file does not parse
case("A1", "unquoted-colon title", yaml="title: Foo«:» bar")
case("A1", "front-matter-syntax title", toml="title = «F»oo: bar", json='"title": «F»oo: bar')
case("A2", "tab-indentation image.caption", yaml="image:\n«\t»caption: x")
case("A3", "front-matter-syntax", yaml='---\n«title = "Foo"»\n---\n', toml="+++\ntitle«:» Foo\n+++\n")
case("A3", "front-matter-syntax", json="{«t»itle: Foo}\n")
case("A4 apostrophe", "front-matter-syntax title", yaml="title: 'Don'«t»'", toml="title = 'Don'«t»'")
case("A4 apostrophe", "front-matter-syntax title", json="\"title\": «'»Don't'")
case("A4 quote", "front-matter-syntax title", yaml='title: "a "«b»" c"', toml='title = "a "«b»" c"')
case("A4 quote", "front-matter-syntax title", json='"title": "a "«b»" c"')
case("A4 bracket", "front-matter-syntax title", yaml="title: [WIP] «F»oo", toml="title = [«W»IP] Foo")
case("A4 bracket", "front-matter-syntax title[0]", json='"title": [«W»IP] Foo')
case("A4 sign", "front-matter-syntax title", yaml="title: «@»foo", toml="title = «@»foo", json='"title": «@»foo')
case("A4 blank", "unquoted-colon title", yaml="title«:»Foo\ndate: 2020-01-01")
case("A4 no-break space", "smart-punctuation title", yaml="title:«\u00a0»Foo\ndate: 2020-01-01",
     toml='title =«\u00a0»"Foo"', json='"title":«\u00a0»"Foo"')
case("A5", "smart-punctuation title", yaml="title: «“Foo”»")
case("A5", "smart-punctuation title", toml="title = «“»Foo”", json='"title": «“»Foo”')
for letter, word in (("a", "alpha"), ("b", "beta"), ("e", "epsilon"), ("f", "frac"), ("n", "nabla"), ("r", "rho"),
                     ("t", "times"), ("v", "varphi"), ("L", "Lambda"), ("N", "Nabla"), ("P", "Phi")):
    case(f"A6 {letter}", "latex-escape title", yaml=f'title: "$«\\{letter}»{word[1:]}$"')
for letter, word in (("b", "beta"), ("f", "frac"), ("n", "nabla"), ("r", "rho"), ("t", "times")):
    case(f"A6 {letter}", "latex-escape title", toml=f'title = "$«\\{letter}»{word[1:]}$"')
    case(f"A6 {letter}", "latex-escape title", json=f'"title": "$«\\{letter}»{word[1:]}$"')
for letter, word in (("a", "alpha"), ("e", "epsilon"), ("v", "varphi")):
    case(f"A6 {letter}", "latex-escape title", toml=f'title = "$«\\{letter}»{word[1:]}$"')
    case(f"A6 {letter}", "latex-escape title", json=f'"title": "$«\\{letter}»{word[1:]}$"')
for word in ("infty", "xi", "upsilon", "Upsilon", "sigma", "gamma"):
    case(f"A6 {word}", "latex-escape title", yaml=f'title: "$«\\{word[0]}»{word[1:]}$"')
    case(f"A6 {word}", "latex-escape title", toml=f'title = "$«\\{word[0]}»{word[1:]}$"')
    case(f"A6 {word}", "latex-escape title", json=f'"title": "$«\\{word[0]}»{word[1:]}$"')
case("A7", "comment-in-value title", yaml="title: Foo «#1 thing»")
case("A8", "duplicate-key title", yaml="title: a\n«title»: b", json='"title": "a", «"title"»: "b"')
case("A8", "duplicate-key title", toml='title = "a"\n«title» = "b"')
case("A8 last", "duplicate-key title", toml='+++\ntitle = "a"\n«title» = "b"\n+++')
case("A8 table", "duplicate-key image", yaml="image: a.png\n«image»:\n  caption: b")
case("A8 table", "duplicate-key image", toml='image = "a.png"\n[«image»]\ncaption = "b"')
case("A8 table", "duplicate-key image", json='"image": "a.png", «"image"»: {"caption": "b"}')
case("A8 case", "duplicate-key Title", yaml="title: a\n«Title»: b", toml='title = "a"\n«Title» = "b"')
case("A8 case", "duplicate-key Title", json='"title": "a", «"Title"»: "b"')
case("A9", "front-matter-delimiter", yaml="«---»\ntitle: a\n本文。\n", toml='«+++»\ntitle = "a"\n本文。\n')
case("A9", "front-matter-syntax", json='{"title": "a"\n«本»文。\n')
case("A9 four", "front-matter-delimiter", yaml="«----»\ntitle: a\n----\n", toml='«++++»\ntitle = "a"\n++++\n')
for word in ("yes", "no", "on", "off"):
    case(f"A10 {word}", "quoted-boolean draft", yaml=f"draft: «{word}»")
    case(f"A10 share {word}", "quoted-boolean share", yaml=f"share: «{word}»")
    case(f"A10 {word}", "front-matter-syntax draft", toml=f"draft = «{word[0]}»{word[1:]}")
    case(f"A10 {word}", "front-matter-syntax draft", json=f'"draft": «{word[0]}»{word[1:]}')
case("A11", "swallowed-key image.tags", toml='[image]\ncaption = "x"\n«tags» = ["z"]')
case("A12 tag", "yaml-indicator title", yaml="title: «!Hello»")
case("A12 anchor", "yaml-indicator title", yaml="title: «&foo bar»")
case("A12 percent", "front-matter-syntax title", yaml="title: «%»5 more")
case("A12 backtick", "front-matter-syntax title", yaml="title: «`»code` here")
case("A12 alias", "front-matter-syntax title", yaml="title: «*»x")
case("A12 folded", "front-matter-syntax title", yaml="title: «>» 5 things")
for word in ("NO", "No", "yes", "On", "OFF"):
    case(f"A13 {word}", "boolean-word title", yaml=f"title: «{word}»")
case("A13 tag", "boolean-word tags[1]", yaml="tags: [SE, «NO»]")

# B. Wrong type
for name in ("tags", "categories"):
    for generation in (V4, V5):
        case(f"B1 {name} {generation}", f"wrong-type {name}", generation=generation, yaml=f"{name}: «foo»",
             toml=f'{name} = «"foo"»', json=f'"{name}": «"foo"»')
for generation in (V4, V5):
    case(f"B2 {generation}", "wrong-type authors", yaml="authors: «me»", toml='authors = «"me"»',
         json='"authors": «"me"»', generation=generation)
for generation in (V3, V4, V5):
    case(f"B4 {generation}", "wrong-type image", yaml="image: «foo.jpg»", toml='image = «"foo.jpg"»',
         json='"image": «"foo.jpg"»', generation=generation)
    case(f"B4 empty {generation}", "wrong-type image", yaml='image: «""»', toml='image = «""»',
         json='"image": «""»', generation=generation)
for generation in (V4, V5):
    case(f"B5 {generation}", "wrong-type header", yaml="header: «foo.jpg»", toml='header = «"foo.jpg"»',
         json='"header": «"foo.jpg"»', generation=generation)
    case(f"B6 list {generation}", "wrong-type links[0]", yaml="links: [«https://a.org»]",
         toml='links = [«"https://a.org"»]', json='"links": [«"https://a.org"»]', generation=generation)
    case(f"B6 map {generation}", "wrong-type links", yaml="links: «{name: a, url: https://a.org}»",
         toml='[links]\n«name = "a"\nurl = "https://a.org"»', json='"links": «{"name": "a", "url": "https://a.org"}»',
         generation=generation)
    case(f"B6 text {generation}", "wrong-type links", yaml="links: «https://a.org»", toml='links = «"https://a.org"»',
         json='"links": «"https://a.org"»', generation=generation)
    case(f"B7 {generation}", "wrong-type projects", yaml="projects: «foo»", toml='projects = «"foo"»',
         json='"projects": «"foo"»', generation=generation)
    case(f"B8 {generation}", "wrong-type address", yaml="address: «Foo Street»", toml='address = «"Foo Street"»',
         json='"address": «"Foo Street"»', generation=generation,
         path=TALK if generation == V4 else "content/event/a/index.md")
case("B7 unknown", "missing-project projects[0]", yaml="projects: [«foo»]", toml='projects = [«"foo"»]',
     json='"projects": [«"foo"»]', generation=V2, files={"content/project/bar.md": ""})
for name in ("abstract", "summary", "url_pdf", "title"):
    case(f"B9 {name}", f"wrong-type {name}", yaml=f"{name}: «[a]»", toml=f'{name} = «["a"]»', json=f'"{name}": «["a"]»',
         path=PAPER)
for name, path in (("math", POST), ("share", POST), ("all_day", TALK), ("draft", POST)):
    case(f"B10 {name}", f"quoted-boolean {name}", yaml=f'{name}: «"false"»', toml=f'{name} = «"false"»',
         json=f'"{name}": «"false"»', path=path)
case("B11", "mangled-number image.placement", yaml='image:\n  placement: «"2"»', toml='[image]\nplacement = «"2"»',
     json='"image": {"placement": «"2"»}')
case("B12", "mangled-number design.columns", yaml="widget: blank\ndesign:\n  columns: «1»", path=HOME, files=HOME_PAGE,
     toml='widget = "blank"\n[design]\ncolumns = «1»',
     json='"widget": "blank", "design": {"columns": «1»}')
case("B13 word", "mangled-number weight", yaml="weight: «high»", toml='weight = «"high"»', json='"weight": «"high"»')
case("B13 zero", "mangled-number weight", yaml='weight: «"08"»', toml='weight = «"08"»', json='"weight": «"08"»')
case("B14 doi", "mangled-number doi", yaml="doi: «10.10»", toml="doi = «10.10»", json='"doi": «10.10»', path=PAPER)
case("B14 id", "mangled-number id", yaml="id: «2301.01230»", toml="id = «2301.01230»", json='"id": «2301.01230»')
case("B15", "wrong-type images", yaml="images: «foo.jpg»", toml='images = «"foo.jpg"»', json='"images": «"foo.jpg"»',
     generation="none")
case("B16 interests", "wrong-type interests", yaml="interests: «foo»", toml='interests = «"foo"»',
     json='"interests": «"foo"»', path=AUTHOR)
case("B16 social", "wrong-type social", yaml="social: «{icon: x}»", toml="[social]\n«icon = 'x'»",
     json='"social": «{"icon": "x"}»', path=AUTHOR)

# C. Dates
for text in ("2020-13-45", "2020-1-2", "2020-09", "2020/01/02", "02/01/2020", "January 2, 2020", "2020-01-02T10:00"):
    case(
        f"C1 {text}", "invalid-date date", yaml=f"date: «{text}»", toml=f'date = «"{text}"»', json=f'"date": «"{text}"»'
    )
    case(f"C1 {text} lastmod", "invalid-date lastmod", yaml=f'lastmod: «"{text}"»', toml=f"lastmod = «'{text}'»",
         json=f'"lastmod": «"{text}"»')
case("C1 list", "invalid-date date", yaml="date: «[2020-01-01]»", toml="date = «[2020-01-01]»",
     json='"date": «["2020-01-01"]»')
case("C2", "invalid-date date", yaml="date: «2020»", toml="date = «2020»", json='"date": «2020»')
for name, path in (("talk", TALK), ("paper", PAPER)):
    case(f"C3 {name}", "hidden-page date", yaml="publication_types: ['2']\ndate: «2099-01-01»", path=path,
         toml='publication_types = ["2"]\ndate = «2099-01-01»',
         json='"publication_types": ["2"], "date": «"2099-01-01"»')
case("C4", ("moved-field time_start", "moved-field time_end"), path=TALK,
     yaml="«time_start»: 2020-01-01T10:00:00Z\n«time_end»: 2020-01-01T11:00:00Z",
     toml="«time_start» = 2020-01-01T10:00:00Z\n«time_end» = 2020-01-01T11:00:00Z",
     json='«"time_start"»: "2020-01-01T10:00:00Z", «"time_end"»: "2020-01-01T11:00:00Z"')
for text in ("foo", "02/01/2020"):
    for generation, path in ((V4, TALK), (V5, "content/event/a/index.md")):
        case(f"C5 {text} {generation}", "invalid-date date_end", yaml=f'date_end: «"{text}"»', path=path,
             toml=f'date_end = «"{text}"»', json=f'"date_end": «"{text}"»', generation=generation)
case("C6", "invalid-date date", toml="date = «2018-01-02»", generation=V2)
for text in ("2020-13-01", "2020-02-30"):
    case(f"C8 {text}", "invalid-date date", yaml=f"date: «{text}»", toml=f"date = «{text}»", json=f'"date": «"{text}"»')
for text in ("2020-1-2", "2020/01/02"):  # in TOML without quotes, what C1 has in quotes
    case(f"C8 {text}", "invalid-date date", toml=f"date = «{text}»")
case("C7", "hidden-page expiryDate", yaml="expiryDate: «2020-02-01»", toml="expiryDate = «2020-02-01»",
     json='"expiryDate": «"2020-02-01"»')

# D. Wrong value
for word in ("Centre", "Rihgt", "max", "Top Left"):
    case(f"D1 {word}", "unknown-value image.focal_point", yaml=f"image:\n  focal_point: «{word}»",
         toml=f'[image]\nfocal_point = «"{word}"»', json=f'"image": {{"focal_point": «"{word}"»}}')
case("D2", "publication-type publication_types[0]", yaml='publication_types: [«"2"»]', path=PAPER, generation=BLOX,
     toml='publication_types = [«"2"»]', json='"publication_types": [«"2"»]')
case("D3", "publication-type publication_types[0]", yaml='publication_types: [«"article-journal"»]', path=PAPER,
     toml='publication_types = [«"article-journal"»]', json='"publication_types": [«"article-journal"»]')
for generation in (V4, V5, BLOX):
    case(f"D4 text {generation}", "wrong-type publication_types", yaml='publication_types: «"2"»', path=PAPER,
         toml='publication_types = «"2"»', json='"publication_types": «"2"»', generation=generation)
    case(f"D4 number {generation}", "wrong-type publication_types", yaml="publication_types: «2»", path=PAPER,
         toml="publication_types = «2»", json='"publication_types": «2»', generation=generation)
case("D5", "publication-type publication_types[0]", yaml='publication_types: [«"99"»]', path=PAPER, files=SITE,
     toml='publication_types = [«"99"»]', json='"publication_types": [«"99"»]')
case("D6", "needed-field publication_types", yaml="«title»: a", toml='«title» = "a"', json='«"title"»: "a"', path=PAPER)
case("D7 v3", "publication-type publication_type", yaml='widget: publications\npublication_type: «"Thesis"»', path=HOME,
     toml='widget = "publications"\npublication_type = «"Thesis"»', generation=V3,
     json='"widget": "publications", "publication_type": «"Thesis"»')
case("D7", "publication-type content.filters.publication_type", path=HOME, files=HOME_PAGE,
     yaml="widget: pages\ncontent:\n  filters:\n    publication_type: «Thesis»",
     toml='widget = "pages"\n[content.filters]\npublication_type = «"Thesis"»',
     json='"widget": "pages", "content": {"filters": {"publication_type": «"Thesis"»}}')
case("D7 block", "publication-type sections[0].content.filters.publication_type", path=LANDING, generation=BLOX,
     yaml="type: landing\nsections:\n- block: collection\n  content:\n    filters:\n      publication_type: «Thesis»",
     toml='type = "landing"\n[[sections]]\nblock = "collection"\n[sections.content.filters]\n'
     'publication_type = «"Thesis"»',
     json='"type": "landing", "sections": [{"block": "collection", '
     '"content": {"filters": {"publication_type": «"Thesis"»}}}]')
case("D8", "unknown-value widget", yaml="widget: «teaching»", toml='widget = «"teaching"»',
     json='"widget": «"teaching"»',
     path=HOME, files=HOME_PAGE)
for line, files, block in (("bootstrap", BOOTSTRAP, "cta-card"), ("tailwind", TAILWIND, "about.biography"),
                           ("kit", KIT, "slider")):
    case(f"D9 {line}", "unknown-block sections[0].block", path=LANDING, generation=None, files=files,
         yaml=f"type: landing\nsections:\n- block: «{block}»",
         toml=f'type = "landing"\n[[sections]]\nblock = «"{block}"»',
         json=f'"type": "landing", "sections": [{{"block": «"{block}"»}}]')
case("D10", "doi-url doi", yaml="doi: «https://doi.org/10.1/x»", toml='doi = «"https://doi.org/10.1/x"»',
     json='"doi": «"https://doi.org/10.1/x"»')
case("D11 url", "url-protocol url", yaml="url: «https://a.org/b»", toml='url = «"https://a.org/b"»',
     json='"url": «"https://a.org/b"»')
case("D11 alias", "url-protocol aliases[0]", yaml="aliases: [«https://a.org/b»]", toml='aliases = [«"https://a.org/b"»]',
     json='"aliases": [«"https://a.org/b"»]')
case("D12 outputs", "unknown-output outputs[1]", yaml="outputs: [HTML, «nope»]", toml='outputs = ["HTML", «"nope"»]',
     json='"outputs": ["HTML", «"nope"»]', files=SITE)
case("D12 markup", "unknown-markup markup", yaml="markup: «mmark»", toml='markup = «"mmark"»',
     json='"markup": «"mmark"»', generation=BLOX)
case("D13 type", "unknown-type type", yaml="type: «publicaton»", toml='type = «"publicaton"»',
     json='"type": «"publicaton"»')
case(
    "D13 layout",
    "unknown-type layout",
    yaml="layout: «signle»",
    toml='layout = «"signle"»',
    json='"layout": «"signle"»',
)
case("D13 render", "unknown-value build.render", yaml="build:\n  render: «nope»", toml='[build]\nrender = «"nope"»',
     json='"build": {"render": «"nope"»}')
case(
    "D14",
    "wrong-type menu",
    yaml="menu: «[{name: b}]»",
    toml="[[menu]]\n«name = 'b'»",
    json='"menu": «[{"name": "b"}]»',
)
case("D15", "docs-menu menu.pyhton", yaml="menu:\n  «pyhton»:\n    weight: 1", path=LESSON,
     toml="[menu.«pyhton»]\nweight = 1", json='"menu": {«"pyhton"»: {"weight": 1}}')

# E. Old names that do nothing any more
case("E1", "moved-field image_preview", yaml="«image_preview»: a.png", toml='«image_preview» = "a.png"',
     json='«"image_preview"»: "a.png"', path=PROJECT)
case("E1 header", "moved-field header.preview", yaml="header:\n  «preview»: true", toml="[header]\n«preview» = true",
     json='"header": {«"preview"»: true}')
for name in ("cover.png", "featured.PNG"):
    case(f"E2 {name}", "missing-featured-image image.caption", yaml="image:\n  «caption»: x",
         toml='[image]\n«caption» = "x"', json='"image": {«"caption"»: "x"}',
         files={f"content/post/a/{name}": ""})
case("E3", "moved-field header.image", yaml="header:\n  «image»: a.png", toml='[header]\n«image» = "a.png"',
     json='"header": {«"image"»: "a.png"}', generation=BLOX)
case("E3 banner", "moved-field banner", yaml="«banner»:\n  image: a.png", toml='[«banner»]\nimage = "a.png"',
     json='«"banner"»: {"image": "a.png"}', generation=None, files=TAILWIND)
case("E4", "moved-field image.placement", yaml="image:\n  «placement»: 2", toml="[image]\n«placement» = 2",
     json='"image": {«"placement"»: 2}', generation=None, files=TAILWIND)
case("E5", "moved-field external_link", yaml="«external_link»: https://a.org", toml='«external_link» = "https://a.org"',
     json='«"external_link"»: "https://a.org"', generation=None, files=KIT)
case("E6", "moved-field _build", yaml="«_build»:\n  render: never", toml='[«_build»]\nrender = "never"',
     json='«"_build"»: {"render": "never"}')
case("E6 target", "moved-field cascade._target", path="content/post/_index.md", generation=BLOX,
     yaml="cascade:\n  «_target»: {kind: page}\n  share: false",
     toml="[cascade]\nshare = false\n[cascade.«_target»]\nkind = 'page'",
     json='"cascade": {«"_target"»: {"kind": "page"}, "share": false}')
case("E6 targets", ("moved-field cascade[0]._target", "moved-field cascade[0]._build"), path="content/post/_index.md",
     yaml="cascade:\n- «_target»: {kind: page}\n  «_build»: {list: never}", generation=BLOX,
     toml="[[cascade]]\n«_target» = {kind = 'page'}\n«_build» = {list = 'never'}",
     json='"cascade": [{«"_target"»: {"kind": "page"}, «"_build"»: {"list": "never"}}]')
case("E7", "hidden-page cascade.build.render", yaml="cascade:\n  build:\n    render: «never»", path=AUTHORS,
     toml="[cascade.build]\nrender = «'never'»", json='"cascade": {"build": {"render": «"never"»}}')
case("E7 profile", "hidden-page build.render", yaml="build:\n  render: «never»", path=AUTHOR,
     toml="[build]\nrender = «'never'»", json='"build": {"render": «"never"»}')
for name, value in (("bold", "**Me**"), ("user", "@me"), ("blanks", "Yamada Taro")):
    case(f"E8 {name}", "missing-author authors[0]", yaml=f"authors: [«'{value}'»]", toml=f'authors = [«"{value}"»]',
         json=f'"authors": [«"{value}"»]', files=PROFILES, generation=V5 if name == "bold" else V4)
case("E8 collapse", "missing-author authors[1]", yaml="authors: [Sato Jiro, «sato-jiro»]",
     toml='authors = ["Sato Jiro", «"sato-jiro"»]', json='"authors": ["Sato Jiro", «"sato-jiro"»]')
case("E8 folder", "missing-author authors[1]", yaml="authors: [admin, «Admin»]", toml='authors = ["admin", «"Admin"»]',
     json='"authors": ["admin", «"Admin"»]', files=PROFILES)
case("E9", "moved-field list_format", yaml="«list_format»: 2", toml="«list_format» = 2", json='«"list_format"»: 2',
     path="content/publication/_index.md")
case("E9 missing", "missing-section-page", files=SITE,
     yaml="---\n«title»: a\ndate: 2020-01-01\npublication_types: ['2']\n---\n",
     toml='+++\n«title» = "a"\ndate = 2020-01-01\npublication_types = ["2"]\n+++\n',
     json='{«"title"»: "a", "date": "2020-01-01", "publication_types": ["2"]}\n', path=PAPER)
case("E10", "needed-field abstract", yaml="«title»: a\npublication_types: ['2']\ntags: []", path=PAPER, generation=V2,
     toml='«title» = "a"\npublication_types = ["2"]\ntags = []',
     json='«"title"»: "a", "publication_types": ["2"], "tags": []')
case("E11", ("moved-field time_start", "moved-field selected", "moved-field abstract_short", "moved-field url_custom",
             "wrong-type image"), path=TALK,
     yaml="«time_start»: 2020-01-01T10:00:00Z\n«selected»: true\n«abstract_short»: b\n«url_custom»:\n- name: c\n"
     "  url: d\nimage: «e.png»",
     toml="«time_start» = 2020-01-01T10:00:00Z\n«selected» = true\n«abstract_short» = 'b'\n"
     "«url_custom» = [{name = 'c', url = 'd'}]\nimage = «'e.png'»",
     json='«"time_start"»: "2020-01-01T10:00:00Z", «"selected"»: true, «"abstract_short"»: "b",\n'
     '«"url_custom"»: [{"name": "c", "url": "d"}], "image": «"e.png"»')
case("E12", "home-page widget", yaml="«widget»: blank", toml='«widget» = "blank"', json='«"widget"»: "blank"',
     path=HOME, files=SITE)
case("E12 headless", "home-page type", yaml="«type»: widget_page", toml='«type» = "widget_page"',
     json='«"type"»: "widget_page"', path="content/home/index.md")

# fmt: on

REASONS = {
    ("A2", "toml json"): "a tab is a blank like any other",
    ("A7", "toml"): "a text is always in quotes, and a # inside is a letter",
    ("A7", "json"): "there are no comments",
    ("A11", "yaml json"): "indentation and braces end a map, so nothing behind it falls in",
    ("A12", "toml json"): "a text is always in quotes; without them every word stops (A1)",
    ("A13", "toml json"): "NO without quotes is a syntax error (A10), with quotes a text",
    (
        "B3",
        "yaml toml json",
    ): "only of versions before 2.0, which have no schema; the official pages of 2.x lack them too",
    ("C6", "yaml json"): "YAML and JSON dates are texts, which even Hugo of 2017 takes",
    ("N1", "yaml toml json"): "a template that is too old for its Hugo; any page shows it",
    ("N2", "yaml toml json"): "the version of Hugo",
    ("N3", "yaml toml json"): "site parameters that the theme has no default for; no page is to blame",
    ("N4", "yaml toml json"): "the build of Hugo",
    ("N5", "yaml toml json"): "a bug of Hugo 0.65 to 0.68",
    ("N6", "yaml toml json"): "the version of Hugo",
    ("N7", "yaml toml json"): "an archetype is a template; see test_an_archetype_is_no_page_to_blame",
}
"""Why a format cannot hold a mistake, or why neither page nor folder nor configuration show it."""


def test_every_row_is_a_case_or_has_a_reason_in_each_format():
    cases = {(name.split()[0], form) for name, form in CASES}
    reasons = {(row, form) for row, forms in REASONS for form in forms.split()}
    assert len(ROWS) == 71
    assert cases & reasons == set()
    assert cases | reasons == {(row, form) for row in ROWS for form in FORMATS}


_OPENS = {"yaml": "---\n", "toml": "+++\n", "json": "{"}
_WHOLE = re.compile(r"«?(?:---|\+\+\+|\{)")


_DATE = re.compile("date(?!_end)")


def page(form: str, text: str) -> str:
    """The text as a whole page; title and date come first where it says nothing of them."""
    if _WHOLE.match(text):
        return text
    title, day = {
        "yaml": ("title: a\n", "date: 2020-01-02\n"),
        "toml": ('title = "a"\n', "date = 2020-01-02T00:00:00Z\n"),
        "json": ('"title": "a",\n', '"date": "2020-01-02",\n'),
    }[form]
    first = ("" if "title" in text else title) + ("" if _DATE.search(text) else day)
    return _OPENS[form] + first + text + {"yaml": "\n---\n", "toml": "\n+++\n", "json": "}\n"}[form] + "本文。\n"


def unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    spans = []
    while "«" in text:
        start, end = text.index("«"), text.index("»") - 1
        text = text.replace("«", "", 1).replace("»", "", 1)
        spans.append((start, end))
    return text, spans


PARAMETERS = [
    pytest.param(
        one, form, id=f"{one.name} {form}",
    )
    for (_, form), one in CASES.items()
]  # fmt: skip


def lint(one: Case, form: str, generation: str | None, folder: Path) -> tuple[str, tuple[Finding, ...]]:
    text, _ = unmark(page(form, one.text))
    for path, content in {**one.files, one.path: text}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content.encode())
    reader = Reader(generation=generation or "auto", today=date(2026, 11, 24))
    active = [Active(rule) for rule in rules() if rule.default]
    paths = {one.path, *(path for path in one.files if path.endswith(".md"))}
    report = lint_pages(paths, reader, lambda _: active)
    return text, tuple(finding for finding in report.findings if finding.path == one.path)


@pytest.mark.parametrize(("one", "form"), PARAMETERS)
def test_the_mistake_is_found_in_its_place_and_nothing_else(one, form, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text, findings = lint(one, form, one.generation, tmp_path)
    source = Source(one.path, text)
    expected = [
        (*source.position(start), *source.position(end), *(*says.split(), None)[:2])
        for (start, end), says in zip(unmark(page(form, one.text))[1], one.says, strict=True)
    ]
    wanted = {says.split()[0] for says in one.says}
    # Hints at other things (an empty summary, a missing translation) are not what these pages are about.
    found = [
        (f.line, f.column, f.end_line, f.end_column, f.rule, f.key)
        for f in findings
        if f.severity != "info" or f.rule in wanted
    ]
    assert found == expected, findings


# What is a mistake in one generation and right in another, or in a theme that nobody knows.
ELSEWHERE = [
    ("B4 academic-4", V2), ("B4 empty academic-4", V2), ("B4 empty academic-4", BLOX), ("B1 tags academic-4", "none"),
    ("B6 list academic-4", "none"), ("B16 interests", "none"), ("C4", V3), ("C6", V4), ("D2", V4), ("D2", V5),
    ("D3", V5), ("D3", BLOX), ("D3", "none"), ("D5", BLOX), ("D6", BLOX), ("D7", "none"), ("D8", V5), ("D8", "none"),
    ("D12 outputs", "none"), ("D13 type", "none"), ("D15", V5), ("E1", V2), ("E1 header", V2), ("E3", V4), ("E3", V5),
    ("E9", V3), ("E9 missing", BLOX), ("E10", V4), ("E12", V3), ("E12", BLOX), ("E12 headless", V3),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "form", "generation"),
    [(name, form, other) for name, other in ELSEWHERE for form in FORMATS if (name, form) in CASES],
)
def test_what_is_right_in_another_generation_is_no_finding_there(name, form, generation, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    one = CASES[name, form]
    _, findings = lint(one, form, generation, tmp_path)
    assert {f.rule for f in findings} & {says.split()[0] for says in one.says} == set()


def test_an_archetype_is_no_page_to_blame():
    text = '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\n---\n'
    path = "archetypes/post/index.md"
    reader = Reader(given={path: text.encode()})
    assert lint_pages([path], reader, lambda _: [Active(rule) for rule in rules() if rule.default]).findings == ()
