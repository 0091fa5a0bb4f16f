"""Curly quotes and full-width commas in a list: to every parser they are letters of one long item."""

from collections.abc import Iterator

from jpkit.front.field import short
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page

_LISTS = ("tags", "categories", "authors", "keywords", "projects")
_QUOTES = {"“": "”", "‘": "’", "”": "”", "＂": "＂", "「": "」"}
_SAYS = Text(
    en="{value} is one item with quotes in it; write {right}",
    ja="{value}は、引用符も含めて1つの項目になっています。{right}と書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    for name in _LISTS:
        field = page.get(name)
        if field is None or field.style not in ("flow", "block"):
            continue
        for index, item in enumerate(field.items):
            value = item.value
            if not isinstance(value, str) or item.style != "plain" or len(value) < 3:
                continue
            if _QUOTES.get(value[0]) == value[-1] and value[0] not in "「":
                names = _names(value)
                right = ", ".join(f'"{one}"' for one in names)
                edits = (Edit(item.value_span, right),) if all(names) else ()
                yield Problem(item.value_span, _SAYS(value=short(value), right=right), f"{field.key}[{index}]", edits)


def _names(value: str) -> list[str]:
    for sign in "“”‘’＂":
        value = value.replace(sign, "\0")
    parts = [part.strip(" 、，,") for part in value.split("\0")]
    return [part for part in parts if part]


RULE = Rule(
    id="smart-punctuation",
    group="syntax",
    severity="error",
    summary=Text("Write lists with ASCII quotes and commas.", "リストの引用符とコンマは半角で書く。"),
    why=Text(
        "“GCP”、“ML” between brackets is one tag with quotes and comma in its name: no parser warns.",
        "括弧の中の“GCP”、“ML”は、引用符や読点も含めて1つのタグになります。どのパーサーも警告しません。",
    ),
    check=check,
    bad=(
        Example("tags: [«“GCP”、“ML”»]", 'tags: ["GCP", "ML"]'),
        Example("tags:\n- «“機械学習”»\n- ML", 'tags:\n- "機械学習"\n- ML'),
    ),
    good=(Example('tags: ["GCP", ML]\ntitle: “引用”から始める'), Example("tags: [「本」, A“B”C]")),
)
