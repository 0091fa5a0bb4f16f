"""LaTeX between double quotes: the backslash begins an escape, and YAML or TOML swallows it or stops."""

from collections.abc import Iterator, Mapping

from jpkit.front.field import Field
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._reading import reported
from jpkit.messages import message
from jpkit.source import Span

# What the parsers read without a word, before letters: `\alpha` rings a bell, `\times` is a tab and "imes".
_SWALLOWED: Mapping[str, str] = {"yaml": "abefnrtvLNP", "toml": "bfnrt", "json": "bfnrt"}
_SAYS = Text(
    en="'\\{word}' in double quotes is an escape and loses its letter; write '\\\\{word}'",
    ja="二重引用符の中の'\\{word}'はエスケープと解釈され、文字が失われます。'\\\\{word}'と書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    for problem in reported(page, "latex-escape"):
        text = page.source.slice(problem.span)
        yield problem._replace(message=message("front-matter-escape", text=text))
    if "\\" in page.source.text[: page.post.body.start] and page.post.format:
        for path, field in page.post.walk():
            if field.style == "double" and not field.items:
                yield from _swallowed(page, path, field)


def _swallowed(page: Page, path: str, field: Field) -> Iterator[Problem]:
    start, end = field.value_span
    text = page.source.text
    if "$" not in text[start:end]:  # a formula, or a Windows path, or a real line feed: only the first is surely wrong
        return
    at = text.find("\\", start, end)
    while at >= 0:
        word = ""
        while at + 1 + len(word) < end and text[at + 1 + len(word)].isascii() and text[at + 1 + len(word)].isalpha():
            word += text[at + 1 + len(word)]
        if len(word) > 1 and word[0] in _SWALLOWED[page.post.format or "yaml"]:
            yield Problem(Span(at, at + 2), _SAYS(word=word), path, (Edit(Span(at, at + 1), "\\\\"),))
        at = text.find("\\", at + 2, end)


RULE = Rule(
    id="latex-escape",
    group="syntax",
    severity="error",
    summary=Text("Double the backslash in double quotes.", "二重引用符の中では、バックスラッシュを2つ書く。"),
    why=Text(
        "In double quotes a backslash begins an escape: `$\\alpha$` shows as `$lpha$`, `\\infty` stops the build.",
        "二重引用符の中のバックスラッシュはエスケープの始まりです。"
        "`$\\alpha$`は`$lpha$`と表示され、`\\infty`はビルドを止めます。",
    ),
    check=check,
    bad=(
        Example('title: "$«\\a»lpha$と$«\\t»imes$"', 'title: "$\\\\alpha$と$\\\\times$"'),
        Example('title: "$«\\i»nfty$"'),
        Example('+++\ntitle = "$«\\b»eta$"\n+++\n', '+++\ntitle = "$\\\\beta$"\n+++\n'),
        Example('+++\ntitle = "$«\\a»lpha$"\n+++\n'),
        Example('title: "$«\\x»i$"'),
        Example('{"title": "$«\\u»psilon$"}\n'),
    ),
    good=(
        Example('title: "$\\\\alpha$"'),
        Example("title: '$\\alpha$'"),
        Example("title: $\\alpha$"),
        Example('summary: "1行目\\n2行目"'),
    ),
    unreadable=True,
)
