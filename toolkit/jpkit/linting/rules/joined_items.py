"""Several tags or authors in one item: `- A、B` is one tag called A、B."""

import re
from collections.abc import Iterator

from jpkit.front.field import Field, short
from jpkit.linting.model import Edit, Example, Problem, Rule, Text, listed
from jpkit.linting.page import Page

_LISTS = ("tags", "categories", "keywords", "projects")
_SIGN = " *[、;；，] *"
_COMMA = ", +"
_NAMES = r",? +(?:and|&) +|, +"
_FEWEST_NAMES = 3
"""Of authors in one item: `Adou Yao, Yves C.` is one person, surname first."""
_PARTICLES = frozenset("van von de der den del della da di dos du la le bin ibn ter ten y el al zu".split())
_SAYS = Text(
    en="'{value}' is one item; write {count} of them: {right}",
    ja="'{value}'は1つの項目になっています。{right}の{count}個に分けて書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    for name in _LISTS:
        for field, item, key in _items(page, name):
            value = str(item.value).strip()
            # A comma may belong to a name (Tokyo, Japan); alone in its list it is more likely a list itself.
            sure = not set("、;；，").isdisjoint(value)
            parts = _parts(_SIGN if sure else _COMMA, value) if sure or len(field.items) == 1 else []
            if len(parts) > 1 and not any(quote in value for quote in "“”‘’＂"):
                yield _joined(page, field, item, key, parts, mend=sure)
    for field, item, key in _items(page, "authors"):
        names = _parts(_NAMES, str(item.value).strip()) if "," in str(item.value) else []
        if len(names) >= _FEWEST_NAMES and all(map(_is_name, names)):
            yield _joined(page, field, item, key, names, mend=True)


def _items(page: Page, name: str) -> Iterator[tuple[Field, Field, str]]:
    """The list of that name, each text in it, and its path."""
    field = page.get(name)
    if field is not None and isinstance(field.value, tuple):
        for index, item in enumerate(field.items):
            if isinstance(item.value, str):
                yield field, item, f"{field.key}[{index}]"


def _parts(sign: str, value: str) -> list[str]:
    return [part for part in re.split(sign, value) if part]


def _is_name(text: str) -> bool:
    """Whether it is a name of a person with a surname: Guy Van den Broeck, J. Doe; no University of Tokyo."""
    words = text.split(" ")
    capital = [word[:1].isupper() for word in words]
    return (
        2 <= len(words) <= 5
        and capital[-1]
        and all(big or word in _PARTICLES for big, word in zip(capital, words, strict=True))
    )


def _joined(page: Page, field: Field, item: Field, key: str, parts: list[str], *, mend: bool) -> Problem:
    value = str(item.value).strip()
    edits: tuple[Edit, ...] = ()
    if mend and field.style in ("flow", "block"):
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
    right = listed(parts[:3]) + ("…" if len(parts) > 3 else "")
    return Problem(item.value_span, _SAYS(value=short(value), count=len(parts), right=right), key, edits)


RULE = Rule(
    id="joined-items",
    group="schema",
    severity="warning",
    summary=Text("Write each tag and author as an item of its own.", "タグや著者は1つずつ別の項目に書く。"),
    why=Text(
        "Only brackets, commas and lines part items: `A、B` and `a; b` become one taxonomy page with a strange name.",
        "項目を区切るのは半角のコンマか改行だけです。`A、B`や`a; b`は、おかしな名前の1つのタグになります。",
    ),
    check=check,
    bad=(
        Example("tags: [«機械学習、GCP»]", "tags: [機械学習, GCP]"),
        Example("tags:\n  - «a; b» # 2つ\n  - c", "tags:\n  - a\n  - b # 2つ\n  - c"),
        Example('categories: [«"A, B"»]'),
        Example('+++\ntags = [«"A；B"»]\n+++\n', '+++\ntags = ["A", "B"]\n+++\n'),
        Example('{"tags": [«"A，B"», "c"]}\n', '{"tags": ["A", "B", "c"]}\n'),
        Example(
            "authors:\n- «Jane Doe, Guy Van den Broeck, R. Roe, and Hao Tang»\n- admin",
            "authors:\n- Jane Doe\n- Guy Van den Broeck\n- R. Roe\n- Hao Tang\n- admin",
        ),
        Example(
            'authors: [«"Jane Doe, Richard Roe and Hao Tang"»]', 'authors: ["Jane Doe", "Richard Roe", "Hao Tang"]'
        ),
    ),
    good=(
        Example('tags: [機械学習, GCP]\ncategories: ["Tokyo, Japan", b]\nauthors: ["Doe, Jane; Roe, R."]'),
        Example("tags: A、B\nsummary: [a、b]"),
        Example(
            'authors: ["Adou Yao, Yves C.", "Jane Doe, University of Tokyo, Department of Physics", "Roe, R., Doe, J."]'
        ),
        Example("tags: [R&amp, a;]"),
    ),
)
