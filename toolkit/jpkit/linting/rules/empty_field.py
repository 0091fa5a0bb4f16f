"""Summary, tags, categories and authors that are there and empty: what lists and search show of a page."""

from collections.abc import Iterator

from jpkit.front.field import is_empty
from jpkit.linting.model import Example, Problem, Rule, Severity, Text
from jpkit.linting.page import Page

_PAGES = frozenset(("post", "event", "publication", "project"))
_SUMMARY = Text(
    en="'summary' is empty; write one, or let `jpkit extract --fill summary` suggest it",
    ja="'summary'が空です。要約を書くか、`jpkit extract --fill summary`で候補を入れてください",
)
_CUT = Text(
    en="'summary' is empty, and Hugo's own is cut by counting blanks, which Japanese has none of; write one, or let "
    "`jpkit extract --fill summary` suggest it",
    ja="'summary'が空です。Hugoの自動要約は空白で語数を数えるため、日本語では長くなりすぎます。"
    "要約を書くか、`jpkit extract --fill summary`で候補を入れてください",
)
_TAGS = Text(
    en="'{key}' is empty; name some, or let `jpkit extract --fill tags` suggest them",
    ja="'{key}'が空です。タグを書くか、`jpkit extract --fill tags`で候補を入れてください",
)
_OTHER = Text(en="'{key}' is empty; fill it, or take it away", ja="'{key}'が空です。値を書くか、項目を削除してください")


def check(page: Page) -> Iterator[Problem]:
    if page.type not in _PAGES or "{{" in page.source.slice(page.post.front_span):
        return
    for name in ("summary", "tags", "categories", "authors"):
        field = page.get(name)
        if field is None or not is_empty(field):
            continue
        severity: Severity = "info"
        text = _OTHER(key=field.key)
        if name == "summary":
            if not is_empty(page.get("abstract")) or "<!--more-->" in page.source.text:
                continue
            japanese = _is_japanese(page) and not page.site.has_cjk_language and page.get("isCJKLanguage") is None
            severity, text = ("warning", _CUT()) if japanese else ("info", _SUMMARY())
        elif name == "tags":
            text = _TAGS(key=field.key)
        elif name == "categories" and not _has_categories(page):
            continue
        yield Problem(field.key_span, text, field.key, severity=severity)


def _is_japanese(page: Page) -> bool:
    """By its first thousand characters: kana are in no other language."""
    body = page.source.text[page.post.body.start : page.post.body.start + 1000]
    return sum("\u3041" <= c <= "\u30ff" for c in body) > 20


def _has_categories(page: Page) -> bool:
    taxonomies = page.site.config.get("taxonomies")
    return not isinstance(taxonomies, dict) or "categories" in {str(one).lower() for one in taxonomies.values()}


_JAPANESE = "---\ntitle: 試験\n«summary»: ''\n---\n" + "クラウドの試験をベータ版で受けてきました。" * 3 + "\n"

RULE = Rule(
    id="empty-field",
    group="content",
    severity="info",
    summary=Text("Fill summary, tags, categories and authors.", "summary、tags、categories、authorsを埋める。"),
    why=Text(
        "They are what lists, search engines and related posts show of a page. Without a summary Hugo takes the "
        "first 70 words, and without `hasCJKLanguage` a Japanese paragraph is one word.",
        "一覧や検索結果、関連記事に表示されるのは、これらの項目です。"
        "要約がないとHugoは最初の70語を使いますが、`hasCJKLanguage`がなければ日本語の段落は1語と数えられます。",
    ),
    check=check,
    bad=(
        Example('title: a\n«summary»: ""\n«tags»: []\n«categories»: []\n«authors»:'),
        Example(_JAPANESE),
        Example('+++\ntitle = "a"\n«Tags» = [""]\n+++\n'),
        Example('{"title": "a", «"summary"»: " "}\n'),
    ),
    good=(
        Example("title: a"),
        Example("title: a\nsummary: ''\nabstract: 概要", path="content/publication/a/index.md"),
        Example("---\ntitle: a\nsummary: ''\n---\n始め\n\n<!--more-->\n\n続き\n"),
        Example("title: a\nsummary: ''\ntags: []", path="content/authors/admin/_index.md"),
        Example("title: a\ntags: []", path="content/post/_index.md"),
        Example("categories: []", files={"config.toml": '[taxonomies]\ntag = "tags"\n'}),
    ),
)
