"""A value that begins with a sign of YAML's own: `!Hello` is a tag and an empty title."""

import re
from collections.abc import Iterator

from jpkit.front.field import short
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page

_TEXTS = frozenset("title subtitle linktitle summary abstract description event location role bio".split())
_SIGN = re.compile(r"!(?!![a-z])|&[^\s&]+\s+\S")
_SAYS = Text(
    en="YAML takes '{start}' for a sign of its own, and '{key}' loses it; put the value in quotes",
    ja="YAMLは'{start}'を記号と解釈するため、'{key}'から失われます。値を引用符で囲んでください",
)


def check(page: Page) -> Iterator[Problem]:
    if page.post.format != "yaml":
        return
    for key, field in page.post.fields.items():
        if key.lower() not in _TEXTS or field.items:
            continue
        written = page.source.slice(field.value_span)
        # An anchor that another value uses is meant.
        used = written.startswith("&") and f"*{written[1:].split()[0]}" in page.source.slice(page.post.front_span)
        if _SIGN.match(written) and not used:
            edits = (Edit(field.value_span, f'"{written}"'),) if not any(c in written for c in '"\\\n') else ()
            yield Problem(field.value_span, _SAYS(start=short(written.split()[0]), key=key), key, edits)


RULE = Rule(
    id="yaml-indicator",
    group="syntax",
    severity="error",
    summary=Text("Quote values that begin with `!` or `&`.", "`!`や`&`で始まる値は引用符で囲む。"),
    why=Text(
        "`title: !Hello` gives an empty title, `title: &foo bar` the title `bar`: `!` begins a tag, `&` an anchor.",
        "`title: !Hello`のタイトルは空に、`title: &foo bar`は`bar`になります。`!`はタグ、`&`はアンカーの始まりです。",
    ),
    check=check,
    bad=(
        Example("title: «!Hello world»", 'title: "!Hello world"'),
        Example("title: «&foo bar» # 題", 'title: "&foo bar" # 題'),
    ),
    good=(
        Example("title: '!Hello'\nsummary: !!str 12"),
        Example("title: &t 記録\nsubtitle: *t"),
        Example('+++\ntitle = "&a b"\n+++\n'),
    ),
)
