"""A field that a page has and its translation lacks: the other language shows less."""

from collections.abc import Iterator

from jpkit.front.field import is_empty
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules.translation_differs import original_of
from jpkit.source import Span

_FIELDS = ("title", "date", "summary", "tags", "categories", "authors", "image", "draft", "projects")
_SAYS = Text(
    en="{path} has '{key}', and this page does not; add it",
    ja="{path}には'{key}'がありますが、このページにはありません。追加してください",
)


def check(page: Page) -> Iterator[Problem]:
    other = original_of(page)
    if other is None or not page.post.fields:
        return
    start = page.post.front_span.start
    for name in _FIELDS:
        theirs = other.get(name)
        if theirs is not None and not is_empty(theirs) and page.get(name) is None:
            yield Problem(Span(start, start), _SAYS(path=other.path, key=theirs.key), theirs.key)


_JA = "---\ntitle: 記録\ndate: 2020-04-01\nsummary: 要約\ntags: []\n---\n"

RULE = Rule(
    id="translation-lacks-field",
    group="bilingual",
    severity="info",
    summary=Text("Give translations the same fields.", "翻訳どうしで、同じ項目を書く。"),
    why=Text(
        "Without its date the translation sorts last, without its tags nobody finds it.",
        "日付がないと翻訳は一覧の最後に並び、タグがないとタグの一覧に現れません。",
    ),
    check=check,
    bad=(
        Example(
            "---\n«»title: Record\ndate: 2020-04-01\n---\n",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": _JA},
        ),
    ),
    good=(
        Example(
            "title: Record\ndate: 2020-04-01\nsummary: ''",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": _JA},
        ),
        Example("title: 記録", files={"content/post/a/index.en.md": _JA}),
    ),
)
