"""`markup` names a format: one that Hugo does not have stops the build."""

from collections.abc import Iterator

from jpkit.front.field import short
from jpkit.linting.model import Example, Problem, Rule, Severity, Text
from jpkit.linting.page import Page

# Hugo's converters and their other names (markup/markup.go; tried with Hugo 0.168). What `outputs` may
# name, only the theme's configuration says.
_MARKUPS = frozenset(
    "goldmark markdown md mdown blackfriday asciidocext asciidoc ad adoc asc rst rest pandoc pdc org html htm".split()
)
_SAYS = Text(
    en="'{value}' is no markup format that Hugo has; write goldmark, html, asciidocext, rst, pandoc or org",
    ja="Hugoに'{value}'というマークアップ形式はありません。"
    "goldmark、html、asciidocext、rst、pandoc、orgのどれかを書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    field = page.get("markup")
    if field is not None and isinstance(field.value, str) and field.value.strip().lower() not in ("", *_MARKUPS):
        # mmark was there as long as Academic 4 was new.
        old = page.generation in ("academic-2", "academic-3", "academic-4")
        severity: Severity = "info" if old and field.value == "mmark" else "error"
        yield Problem(field.value_span, _SAYS(value=short(field.value)), field.key, (), severity)


RULE = Rule(
    id="unknown-markup",
    group="schema",
    severity="error",
    summary=Text("Name a markup format that Hugo has.", "マークアップ形式は、Hugoにあるものを書く。"),
    why=Text(
        "Hugo stops with “failed to resolve media type”. `mmark` left Hugo with 0.73.",
        "Hugoは「failed to resolve media type」でビルドを止めます。`mmark`は0.73でHugoからなくなりました。",
    ),
    check=check,
    bad=(
        Example("title: 数式\nmarkup: «mmark»"),
        Example('+++\ntitle = "数式"\nmarkup = «"mmark"»\n+++\n'),
        Example('{"title": "数式", "markup": «"mmark"»}\n'),
    ),
    good=(
        Example("title: 数式\nmarkup: Goldmark"),
        Example("title: 数式\nmarkup: ''"),
        Example("title: 数式\nmarkup:"),
    ),
)
