"""A site in Japanese that does not say so: Hugo counts its words by blanks."""

from collections.abc import Iterator, Sequence

from jpkit.front.field import is_empty
from jpkit.linting.model import Example, Finding, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

_SAYS = Text(
    en="the site's configuration lacks 'hasCJKLanguage = true', so Hugo counts Japanese words by blanks, and automatic "
    "summaries run on (pages without one of their own: {count}); set it",
    ja="サイトの設定に'hasCJKLanguage = true'がありません。Hugoが空白で語数を数えるため、日本語の自動要約が長くなります"
    "（要約のないページ：{count}件）。設定してください",
)


def collect(page: Page) -> Iterator[tuple[str, Problem]]:
    site = page.site
    if site.root is None or not site.config or site.has_cjk_language or page.get("isCJKLanguage") is not None:
        return
    # Where every page has its own summary, nobody sees the automatic one.
    draft = page.get("draft")
    shown = page.type in ("post", "project", "event") and (draft is None or draft.value is not True)
    if not is_empty(page.get("summary")) or not shown or not page.is_bundle:
        return
    start, end = page.post.body
    kana = sum("\u3041" <= c <= "\u30ff" for c in page.source.text[start : min(end, start + 1000)])
    if kana > 100:
        yield site.root, Problem(Span(start, start), "")


def compare(found: Sequence[tuple[str, Finding]]) -> Iterator[Finding]:
    """One finding a site, at its first Japanese page."""
    first: dict[str, Finding] = {}
    counts: dict[str, int] = {}
    for root, finding in found:
        counts[root] = counts.get(root, 0) + 1
        first[root] = min(first.get(root, finding), finding)
    for root, finding in first.items():
        yield finding._replace(message=_SAYS(count=counts[root]))


_BODY = "---\ntitle: 記録\n---\n"
_TEXT = "クラウドの試験をベータ版で受けてきたときのことを書いておきます。" * 5 + "\n"

RULE = Rule(
    id="cjk-language",
    group="bilingual",
    severity="info",
    summary=Text("Tell Hugo that a site is in Japanese.", "日本語のサイトであることをHugoに伝える。"),
    why=Text(
        "Without `hasCJKLanguage` a Japanese paragraph is one word: summaries and reading times are wrong.",
        "`hasCJKLanguage`がないと日本語の段落は1語と数えられ、自動要約、語数、読了時間が狂います。",
    ),
    check=None,
    bad=(Example(_BODY + "«»" + _TEXT, files={"config.toml": 'title = "a"\n'}),),
    good=(
        Example(_BODY + _TEXT, files={"config.toml": "hasCJKLanguage = true\n"}),
        Example(_BODY + _TEXT),
        Example("---\ntitle: 記録\nsummary: 要約\n---\n" + _TEXT, files={"config.toml": 'title = "a"\n'}),
    ),
    collect=collect,
    compare=compare,
)
