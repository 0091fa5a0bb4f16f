"""A number sign behind a blank begins a comment in YAML, and the rest of the title is gone."""

import re
from collections.abc import Iterator

from jpkit.front.field import Field, short
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

_TEXTS = frozenset("title subtitle linktitle summary abstract description event location role bio".split())
_CUT = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")
_SAYS = Text(
    en="'{text}' is a comment to YAML and not in '{key}'; put the value in quotes",
    ja="YAMLは'{text}'をコメントと解釈するため、'{key}'に入りません。値を引用符で囲んでください",
)


def check(page: Page) -> Iterator[Problem]:
    if page.post.format == "yaml":
        for key, field in page.post.fields.items():
            if key.lower() in _TEXTS and field.style == "plain":
                yield from _cut(page, key, field)


def _cut(page: Page, key: str, field: Field) -> Iterator[Problem]:
    match = _CUT.match(page.source.text, field.value_span.end)
    if match is not None:
        end = match.start(1) + len(match[1].rstrip())
        yield Problem(Span(match.start(1), end), _SAYS(text=short(match[1].rstrip()), key=key), key)


RULE = Rule(
    id="comment-in-value",
    group="syntax",
    severity="warning",
    summary=Text("Quote values that hold a number sign.", "「#」を含む値は引用符で囲む。"),
    why=Text(
        "In YAML a blank and a # begin a comment: the title `Foo #1` is `Foo`.",
        "YAMLでは、空白の後の「#」からがコメントです。`title: Foo #1`のタイトルは`Foo`になります。",
    ),
    check=check,
    bad=(Example("title: 勉強会 «#3 の記録»\ntags: [a]"),),
    good=(
        Example("title: 勉強会 # 仮の題"),
        Example("title: C#入門"),
        Example('title: "勉強会 #3"'),
        Example("date: 2020-01-01 #公開日"),
    ),
)
