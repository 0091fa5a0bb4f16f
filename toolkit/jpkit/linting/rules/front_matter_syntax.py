"""Front matter that its parser refuses for a reason that no other rule names."""

from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._reading import reported


def check(page: Page) -> Iterator[Problem]:
    return reported(page, "front-matter-syntax")


RULE = Rule(
    id="front-matter-syntax",
    group="syntax",
    severity="error",
    summary=Text("Write front matter that its parser takes.", "フロントマターを正しい文法で書く。"),
    why=Text(
        "Hugo stops at the first page that it cannot parse, and nothing of the site is built.",
        "Hugoは解析できないページがあると、そこでビルドを止めます。サイトは1ページも出力されません。",
    ),
    check=check,
    bad=(
        Example("---\ntags: «[»a, b\n---\n本文。\n"),
        Example('---\n«title = "試験"»\n---\n本文。\n'),
        Example("---\ntitle: «@»foo\n---\n本文。\n"),
        Example('{"title": "試験",«}»\n本文。\n'),
        Example("+++\ntitle = «試»験\n+++\n本文。\n"),
    ),
    good=(Example("tags: [a, b]"), Example("title: '@foo'"), Example("# メモ\n\n本文だけのファイル。\n")),
    unreadable=True,
)
