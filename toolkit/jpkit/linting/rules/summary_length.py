"""A summary that is longer than what search results show."""

import re
from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
"""A link in Markdown; a reader sees its text."""
_SAYS = Text(
    en="the summary has {size} characters, and search results show about {longest}; shorten it",
    ja="要約が{size}文字あります。検索結果に表示されるのは{longest}文字ほどです。短くしてください",
)


def check(page: Page, *, longest_ja: int = 120, longest_en: int = 160) -> Iterator[Problem]:
    field = page.get("summary")
    if field is None or not isinstance(field.value, str) or page.type not in ("post", "project"):
        return
    text = " ".join(_LINK.sub(r"\1", field.value).split())
    kana = sum("\u3041" <= c <= "\u30ff" for c in text)
    longest = longest_ja if kana * 5 > len(text) else longest_en
    if len(text) > longest:
        yield Problem(field.value_span, _SAYS(size=len(text), longest=longest), field.key)


_LONG = "クラウドの試験をベータ版で受けてきたときの記録です。" * 5

RULE = Rule(
    id="summary-length",
    group="content",
    severity="info",
    summary=Text("Keep summaries as short as search results show them.", "要約は、検索結果に表示される長さに収める。"),
    why=Text(
        "The summary is the page's description in search results and cards; what is longer is cut somewhere.",
        "要約は検索結果やカードの説明文になります。長すぎる分は、途中で切られます。",
    ),
    check=check,
    bad=(Example(f"title: a\nsummary: «{_LONG}»"), Example("title: a\nsummary: «" + "many words " * 15 + "end»")),
    good=(
        Example("title: a\nsummary: 短い要約です。"),
        Example(f"title: a\nsummary: '[要約](https://example.org/{'a' * 200})です。'"),
        Example(f"title: a\nsummary: {_LONG}", path="content/publication/a.md"),
    ),
)
