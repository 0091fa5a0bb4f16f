"""A file that is not UTF-8: Hugo shows it as mojibake."""

from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._reading import reported


def check(page: Page) -> Iterator[Problem]:
    return reported(page, "encoding")


RULE = Rule(
    id="encoding",
    group="syntax",
    severity="error",
    summary=Text("Save pages as UTF-8.", "ページはUTF-8で保存する。"),
    why=Text(
        "Hugo reads UTF-8 only; what is Shift_JIS, EUC-JP or UTF-16 comes out as mojibake or not at all.",
        "Hugoが読めるのはUTF-8だけです。Shift_JIS、EUC-JP、UTF-16のページは文字化けするか、表示されません。",
    ),
    check=check,
    bad=(Example("«»# \x1b$B;n83\x1b(B\n"),),
    good=(Example("title: 試験"), Example("\ufeff---\ntitle: 試験\n---\n本文。\n")),
    unreadable=True,
)
