"""Digits that YAML takes for a number: 10.10 is 10.1, and a weight that is no number is 0."""

from collections.abc import Iterator

from jpkit.front.field import Field, short
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page

_NAMES = ("doi", "id", "arxiv", "isbn", "version", "hugoblox.ids.doi", "hugoblox.ids.arxiv")
_SAYS = Text(
    en='{value} is a number and loses what a number does not need; write "{value}"',
    ja='{value}は数値として読まれ、末尾の0などが失われます。"{value}"と書いてください',
)
_PLACEMENT = Text(
    en="'{value}' in quotes is never equal to a number, so it acts as 1; write {value}",
    ja="引用符で囲んだ'{value}'は数値と一致しないため、1として扱われます。{value}と書いてください",
)
_COLUMNS = Text(
    en='the theme compares {value} with a text, so it acts as 2; write "{value}"',
    ja='テーマは文字列と比べるため、{value}は2として扱われます。"{value}"と書いてください',
)
_WEIGHT = Text(
    en="'{value}' is no whole number, and Hugo reads it as 0; write one, or take the field away",
    ja="'{value}'は整数ではないため、Hugoは0とみなします。整数を書くか、項目を削除してください",
)


def check(page: Page) -> Iterator[Problem]:
    for name in _NAMES:
        field = page.get(name)
        if field is not None and isinstance(field.value, float):
            written = page.source.slice(field.value_span)
            key = name if "." in name else field.key
            yield Problem(field.value_span, _SAYS(value=written), key, (Edit(field.value_span, f'"{written}"'),))
    for name in ("image.placement", "design.columns"):
        field = page.get(name)
        if field is not None:
            yield from _compared(field, name)
    weight = page.get("weight")
    if weight is not None and isinstance(weight.value, str):
        value = weight.value.strip()
        if (
            value
            and "{{" not in value
            and (not value.lstrip("-").isdecimal() or value.lstrip("-").startswith("0"))
            and value != "0"
        ):
            yield Problem(weight.value_span, _WEIGHT(value=short(weight.value)), weight.key)


def _compared(field: Field, name: str) -> Iterator[Problem]:
    """What templates compare: ``placement`` with a number, ``columns`` with a text."""
    value = field.value
    if name == "image.placement" and isinstance(value, str) and value.strip() in ("1", "2", "3"):
        text = _PLACEMENT(value=value)
        yield Problem(field.value_span, text, name, (Edit(field.value_span, value.strip()),))
    elif name == "design.columns" and isinstance(value, int) and not isinstance(value, bool):
        yield Problem(field.value_span, _COLUMNS(value=value), name, (Edit(field.value_span, f'"{value}"'),))


RULE = Rule(
    id="mangled-number",
    group="schema",
    severity="warning",
    summary=Text("Quote identifiers that look like numbers.", "数値に見える識別子は引用符で囲む。"),
    why=Text(
        "Unquoted, `doi: 10.10` is the number 10.1; `weight: high` counts as 0, and the page is out of its order.",
        "引用符がないと、`doi: 10.10`は数値の10.1になります。`weight: high`は0とみなされ、並び順が狂います。",
    ),
    check=check,
    bad=(
        Example("doi: «10.10» # DOI", 'doi: "10.10" # DOI'),
        Example("+++\nid = «2301.01230»\n+++\n", '+++\nid = "2301.01230"\n+++\n'),
        Example("hugoblox:\n  ids: {arxiv: «2605.29680»}", 'hugoblox:\n  ids: {arxiv: "2605.29680"}'),
        Example('{"doi": «10.10»}\n', '{"doi": "10.10"}\n'),
        Example("weight: «high»"),
        Example("weight: «None»"),
        Example("image: {placement: «'2'»}", "image: {placement: 2}"),
        Example("widget: blank\ndesign:\n  columns: «1»", 'widget: blank\ndesign:\n  columns: "1"'),
        Example('weight: «"08"»'),
    ),
    good=(Example('doi: "10.10"\nweight: "5"'), Example("doi: 10.1000/182\nweight: -5\nid: 7"), Example("weight: '0'")),
)
