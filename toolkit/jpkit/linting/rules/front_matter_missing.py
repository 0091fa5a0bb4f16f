"""A page of the site without front matter: no title, no date, last in every list."""

from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

_SAYS = Text(
    en="the page has no front matter, and so neither title nor date; begin it with one between two lines of ---",
    ja="フロントマターがないため、タイトルも日付もありません。先頭に、---の行2つで挟んで書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    if page.problem is None and page.post.format is None and page.site.content is not None and page.is_bundle:
        # A README or an include is no bundle; an empty file is one that somebody is about to write.
        text = page.source.text
        start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else None].rstrip()
        if line and page.type in ("post", "publication", "event", "project") and not line.startswith("```"):
            yield Problem(Span(start, start + len(line)), _SAYS())


RULE = Rule(
    id="front-matter-missing",
    group="syntax",
    severity="error",
    summary=Text("Begin pages with front matter.", "ページはフロントマターから書き始める。"),
    why=Text(
        "Hugo builds the page without a title and with the date 0001-01-01; lists show an empty line at their end.",
        "Hugoは、タイトルがなく日付が0001-01-01のページを作ります。一覧では最後に空の行が並びます。",
    ),
    check=check,
    bad=(Example("«# 試験の記録»\n\n本文。\n"),),
    good=(
        Example("# 覚え書き\n", path="content/post/README.md"),
        Example("---\n---\n本文。\n"),
        Example("# 部品\n", path="content/parts/a/index.md"),
    ),
)
