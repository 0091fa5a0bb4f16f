"""Suggestions in empty fields: what is written, and that nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.errors import JpkitError
from jpkit.extraction.model import PostResult, Related, Suggested
from jpkit.fill import EMPTY, FIELDS, Change, fill
from jpkit.post import read_post
from jpkit.source import Source

RESULT = PostResult(
    path="content/post/a/index.md",
    lang="ja",
    title="題",
    related=(
        Related("content/post/b/index.md", 0.7, ("機械学習",)),
        Related("content/post/b/index.en.md", 0.6, ("機械学習",)),
        Related("content/post/C d.md", 0.5, ("機械学習",)),
    ),
    suggested=Suggested(("機械学習", "C++"), ("BigQuery ML",), '"試験"の備忘録: 受けてきた。'),
)

YAML = """\
---
title: "題"  # the title
summary: ""  # at most 120 characters
tags: []
keywords:
Related: [""]
draft: yes
---
tags: []
"""


def test_each_empty_field_gets_its_suggestion_and_nothing_else_changes():
    change = fill(Source("a.md", YAML), RESULT, ["summary", "tags", "keywords", "related"])
    assert change == Change(
        "a.md",
        YAML,
        """\
---
title: "題"  # the title
summary: "\\"試験\\"の備忘録: 受けてきた。"  # at most 120 characters
tags: [機械学習, C++]
keywords: [BigQuery ML]
Related: ["/post/b/", "/post/c-d/"]
draft: yes
---
tags: []
""",
        ("summary", "tags", "keywords", "related"),
        (),
    )


def test_toml_and_json_are_filled_as_well():
    toml = "+++\r\ntitle = \"a\"\r\nsummary = ''\r\ntags = [] # none\r\n+++\r\ntext\r\n"
    assert fill(Source("a.md", toml), RESULT, ["summary", "tags"]).after == (
        '+++\r\ntitle = "a"\r\nsummary = \'"試験"の備忘録: 受けてきた。\'\r\ntags = ["機械学習", "C++"] # none\r\n'
        "+++\r\ntext\r\n"
    )
    json = '\ufeff{"title": "a", "summary": null, "tags":[]}\ntext'
    assert fill(Source("a.md", json), RESULT, ["summary", "tags"]).after == (
        '\ufeff{"title": "a", "summary": "\\"試験\\"の備忘録: 受けてきた。", "tags":["機械学習", "C++"]}\ntext'
    )


def test_a_field_with_a_value_stays_and_one_that_is_missing_is_said():
    text = "---\nsummary: mine\ntags: [x]\n---\n"
    assert fill(Source("a.md", text), RESULT, ["summary", "tags", "keywords"]) == Change(
        "a.md", text, text, (), ("keywords",)
    )


def test_a_post_without_front_matter_misses_every_field():
    assert fill(Source("a.md", "text\n"), RESULT, ["tags"]) == Change("a.md", "text\n", "text\n", (), ("tags",))


def test_without_a_suggestion_nothing_is_written():
    nothing = PostResult(path="a.md", lang="ja", title="")
    change = fill(Source("a.md", YAML), nothing, list(FIELDS))
    assert (change.after, change.filled, change.missing) == (YAML, (), ())


def test_a_value_that_something_else_shares_is_refused():
    text = "---\nsummary: &empty ''\nsubtitle: *empty\n---\n"
    with pytest.raises(JpkitError, match="'summary' cannot be filled in without changing something else"):
        fill(Source("a.md", text), RESULT, ["summary"])


def test_every_field_has_a_line_that_adds_it():
    front = "---\n" + "".join(f"{line}\n" for line in EMPTY.values()) + "---\n"
    assert list(EMPTY) == list(FIELDS)
    assert fill(Source("a.md", front), RESULT, list(FIELDS)).filled == tuple(FIELDS)


TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs", "Zl", "Cc", "So")), max_size=30)
FRONTS = {
    "yaml": '---\ntitle: a # b\nsummary: {}\ntags: {}\nx: [1, "2"]\n---\n',
    "toml": '+++\ntitle = "a" # b\nsummary = {}\ntags = {}\nx = [1, 2]\n+++\n',
    "json": '{{"title": "a", "summary": {}, "tags": {}, "x": [1, "2"]}}\n',
}


@given(
    form=st.sampled_from(["yaml", "toml", "json"]),
    summary=TEXT.filter(str.strip),
    tags=st.lists(TEXT.filter(str.strip), min_size=1, max_size=3),
    body=TEXT,
    newline=st.sampled_from(["\n", "\r\n"]),
    bom=st.sampled_from(["", "\ufeff"]),
)
def test_every_byte_outside_the_values_stays_and_a_second_run_changes_nothing(
    form: str, summary: str, tags: list[str], body: str, newline: str, bom: str
):
    text = bom + (FRONTS[form].format('""', "[]") + body).replace("\n", newline)
    result = PostResult(path="a.md", lang="ja", title="a", suggested=Suggested(tuple(tags), (), summary))
    change = fill(Source("a.md", text), result, ["summary", "tags"])
    before, after = read_post(Source("a.md", text)), read_post(Source("a.md", change.after))
    assert (after.fields["summary"].value, after.fields["tags"].value) == (summary, tuple(tags))
    assert around(before.source.text, before) == around(after.source.text, after)
    assert fill(Source("a.md", change.after), result, ["summary", "tags"]).after == change.after


def around(text: str, post: object) -> tuple[str, str, str]:
    """What stands before, between and after the two values."""
    fields = post.fields  # type: ignore[attr-defined]
    (a, b), (c, d) = fields["summary"].value_span, fields["tags"].value_span
    return text[:a], text[b:c], text[d:]
