"""Several tags in one item: `- A、B` is one tag called A、B."""

import re
from collections.abc import Iterator

from jpkit.front.field import Field, short
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page

_LISTS = ("tags", "categories", "keywords", "projects")
_SIGN = " *[、;；，] *"
_COMMA = ", +"
_SAYS = Text(
    en="'{value}' is one item; write {right}",
    ja="'{value}'は1つの項目になっています。'{right}'のように分けて書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    for name in _LISTS:
        field = page.get(name)
        if field is not None and isinstance(field.value, tuple):
            for index, item in enumerate(field.items):
                if isinstance(item.value, str) and not any(quote in item.value for quote in "“”‘’＂"):
                    yield from _joined(page, field, item, f"{field.key}[{index}]")


def _joined(page: Page, field: Field, item: Field, key: str) -> Iterator[Problem]:
    value = str(item.value).strip()
    # A comma may belong to a name (Tokyo, Japan); alone in its list it is more likely a list itself.
    sign = _SIGN if not set("、;；，").isdisjoint(value) else _COMMA if len(field.items) == 1 else None
    parts = [part for part in re.split(sign, value) if part] if sign else []
    if len(parts) < 2:
        return
    edits: tuple[Edit, ...] = ()
    if sign is _SIGN and field.style in ("flow", "block"):
        quote = {"double": '"', "single": "'"}.get(item.style, "")
        plain = quote or all(c.isalnum() or c in " -_./+" for part in parts for c in part)
        line = page.source.text.rfind("\n", 0, item.value_span.start) + 1
        lead = page.source.text[line : item.value_span.start]
        if (
            plain
            and not (quote and "'" in value + '"' and quote in value)
            and (field.style == "flow" or lead.strip() == "-")
        ):
            joint = ", " if field.style == "flow" else "\n" + lead
            edits = (Edit(item.value_span, joint.join(f"{quote}{part}{quote}" for part in parts)),)
    right = ", ".join(parts)
    yield Problem(item.value_span, _SAYS(value=short(value), right=short(right)), key, edits)


RULE = Rule(
    id="joined-items",
    group="schema",
    severity="warning",
    summary=Text("Write each tag as an item of its own.", "タグは1つずつ別の項目に書く。"),
    why=Text(
        "Only brackets, commas and lines part items: `A、B` and `a; b` become one taxonomy page with a strange name.",
        "項目を区切るのは半角のコンマか改行だけです。`A、B`や`a; b`は、1つのおかしな名前のタグになります。",
    ),
    check=check,
    bad=(
        Example("tags: [«機械学習、GCP»]", "tags: [機械学習, GCP]"),
        Example("tags:\n  - «a; b» # 2つ\n  - c", "tags:\n  - a\n  - b # 2つ\n  - c"),
        Example('categories: [«"A, B"»]'),
        Example('+++\ntags = [«"A；B"»]\n+++\n', '+++\ntags = ["A", "B"]\n+++\n'),
        Example('{"tags": [«"A，B"», "c"]}\n', '{"tags": ["A", "B", "c"]}\n'),
    ),
    good=(
        Example('tags: [機械学習, GCP]\ncategories: ["Tokyo, Japan", b]\nauthors: ["Doe, Jane; Roe, R."]'),
        Example("tags: A、B\nsummary: [a、b]"),
        Example("tags: [R&amp, a;]"),
    ),
)
