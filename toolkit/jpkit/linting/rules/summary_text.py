"""A summary that says nothing: blanks only, or the title once more."""

from collections.abc import Iterator

from jpkit.front.field import short
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page

_TITLE = Text(
    en="the summary repeats the title; say what the page is about",
    ja="要約がタイトルの繰り返しです。ページの内容を書いてください",
)
_HTML = Text(
    en="'{tag}' is HTML, which shows as text in search results and cards; write plain text or Markdown",
    ja="'{tag}'はHTMLです。検索結果やカードにそのまま表示されるので、プレーンテキストかMarkdownで書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    field = page.get("summary")
    if field is None or not isinstance(field.value, str) or not field.value.strip() or "{{" in field.value:
        return
    summary = field.value.strip()
    title = page.get("title")
    if (
        title is not None
        and isinstance(title.value, str)
        and summary.rstrip("。.") == title.value.strip().rstrip("。.")
    ):
        yield Problem(field.value_span, _TITLE(), field.key)
        return
    for tag in ("<p>", "<br>", "<br/>", "<br />", "<div", "<b>", "<i>", "<span"):
        if tag in summary:
            yield Problem(field.value_span, _HTML(tag=short(tag)), field.key)
            return


RULE = Rule(
    id="summary-text",
    group="content",
    severity="info",
    summary=Text("Let the summary say what the title does not.", "要約には、タイトルにないことを書く。"),
    why=Text(
        "Lists show both, one below the other; search engines drop what they have read already.",
        "一覧ではタイトルと要約が並んで表示されます。同じ内容なら要約の意味がありません。",
    ),
    check=check,
    bad=(Example("title: 試験の記録\nsummary: «試験の記録。»"), Example("title: a\nsummary: «一行目<br>二行目»")),
    good=(
        Example("title: 試験の記録\nsummary: 受けてきた。"),
        Example("title: a\nsummary: List<T>とx<yの話。"),
        Example("summary: ''"),
    ),
)
