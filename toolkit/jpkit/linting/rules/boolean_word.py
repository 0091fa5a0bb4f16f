"""NO, yes, on or off as a title or a tag: to YAML 1.1, and so to older Hugo, a boolean."""

import re
from collections.abc import Iterator

from jpkit.front.field import Field
from jpkit.linting.model import Edit, Example, Problem, Rule, Severity, Text
from jpkit.linting.page import Page

_TEXTS = ("title", "subtitle", "linktitle", "summary", "tags", "categories", "keywords", "location")
_WORD = re.compile("yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF")
_TRUE = frozenset(("yes", "on"))
_SAYS = Text(
    en="older Hugo reads {value} in '{key}' as {boolean}; put it in quotes",
    ja="古いHugoは、'{key}'の{value}を{boolean}と読みます。引用符で囲んでください",
)


def check(page: Page) -> Iterator[Problem]:
    if page.post.format != "yaml":
        return
    # Hugo Blox asks for a Hugo that has left YAML 1.1, or nearly.
    severity: Severity = "info" if page.generation in (None, "none", "hugoblox") else "warning"
    for name in _TEXTS:
        field = page.get(name)
        if field is not None and isinstance(field.value, tuple):
            for index, item in enumerate(field.items):
                yield from _problem(item, f"{field.key}[{index}]", severity)
        elif field is not None:
            yield from _problem(field, field.key, severity)


def _problem(field: Field, key: str, severity: Severity) -> Iterator[Problem]:
    value = field.value
    if field.style == "plain" and isinstance(value, str) and _WORD.fullmatch(value):
        text = _SAYS(value=value, key=key, boolean="true" if value.lower() in _TRUE else "false")
        yield Problem(field.value_span, text, key, (Edit(field.value_span, f'"{value}"'),), severity)


RULE = Rule(
    id="boolean-word",
    group="syntax",
    severity="warning",
    summary=Text(
        "Quote yes, no, on and off where they are words.", "yes、no、on、offを言葉として書くときは引用符で囲む。"
    ),
    why=Text(
        "Hugo read YAML 1.1 for years, where `title: NO` is the title `false` and the tag `NO` (Norway) another one.",
        "Hugoは長い間、YAML 1.1として読んでいました。"
        "YAML 1.1では`title: NO`のタイトルが`false`になり、ノルウェーを指すタグの`NO`も別のタグになります。",
    ),
    check=check,
    bad=(
        Example("title: «NO» # 題", 'title: "NO" # 題', generation="academic-4"),
        Example("title: a\ntags: [SE, «NO»]", 'title: a\ntags: [SE, "NO"]'),
    ),
    good=(
        Example("title: 'NO'\ntags: [Node, 'off']\nsummary: No problem"),
        Example("draft: no"),
        Example('+++\ntitle = "NO"\n+++\n'),
    ),
)
