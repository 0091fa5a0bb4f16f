"""A byte order mark: Hugo reads over it, many other tools do not."""

from collections.abc import Iterator

from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import BOM, Span

_SAYS = Text(
    en="the file begins with a byte order mark; save it as UTF-8 without one",
    ja="ファイルの先頭にBOMがあります。BOMなしのUTF-8で保存してください",
)


def check(page: Page) -> Iterator[Problem]:
    if page.source.text.startswith(BOM):
        yield Problem(Span(0, 1), _SAYS(), edits=(Edit(Span(0, 1), ""),))


RULE = Rule(
    id="byte-order-mark",
    group="syntax",
    severity="info",
    summary=Text("Save pages without a byte order mark.", "ページはBOMなしで保存する。"),
    why=Text(
        "Hugo accepts it, but Git diffs, scripts and other linters stumble over it.",
        "Hugoは読めますが、Gitの差分に現れるほか、先頭の`---`を見つけられなくなるツールやスクリプトもあります。",
    ),
    check=check,
    bad=(Example("«\ufeff»---\ntitle: 試験\n---\n本文。\n", "---\ntitle: 試験\n---\n本文。\n"),),
    good=(Example("title: 試験"),),
)
