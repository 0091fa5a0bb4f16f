"""Summary, tags, categories and authors that are there and empty: what lists and search show of a page."""

from collections.abc import Iterator, Sequence

from jpkit.front.field import is_empty
from jpkit.linting.model import Example, Finding, Problem, Rule, Severity, Text
from jpkit.linting.page import Page
from jpkit.linting.rules.translation_differs import original_of

_FEWEST = 3
"""Pages with the field that make a habit."""
_HABIT = 0.5
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


def collect(page: Page) -> Iterator[tuple[tuple[str, str, bool], Problem]]:
    """Section, field and whether it is empty, for each of the fields that a page has."""
    if page.type not in _PAGES or "{{" in page.source.slice(page.post.front_span):
        return
    draft = page.get("draft")
    if draft is not None and draft.value is True:
        return  # still to be written
    section = f"{page.site.root}/{page.type}"
    original = original_of(page)
    for name in ("summary", "tags", "categories", "authors"):
        field = page.get(name)
        if field is None:
            continue
        said = not is_empty(field) or _is_said_elsewhere(page, name)
        # What is empty in the original as well is said there.
        if said or (original is not None and original.get(name) is not None and is_empty(original.get(name))):
            yield (section, name, False), Problem(field.key_span, "")
            continue
        severity: Severity = "info"
        text = _OTHER(key=field.key)
        if name == "summary":
            japanese = _is_japanese(page) and not page.site.has_cjk_language and page.get("isCJKLanguage") is None
            severity, text = ("warning", _CUT()) if japanese else ("info", _SUMMARY())
        elif name == "tags":
            text = _TAGS(key=field.key)
        yield (section, name, True), Problem(field.key_span, text, field.key, severity=severity)


def compare(found: Sequence[tuple[tuple[str, str, bool], Finding]]) -> Iterator[Finding]:
    """Those that are empty but for the sections where that is the habit: the owner has seen it, and lives with it."""
    counts: dict[tuple[str, str], list[int]] = {}
    for (section, name, empty), _ in found:
        count = counts.setdefault((section, name), [0, 0])
        count[0] += empty
        count[1] += 1
    for (section, name, empty), finding in found:
        of_them, pages = counts[section, name]
        if empty and not (pages >= _FEWEST and of_them > _HABIT * pages):
            yield finding


def _is_said_elsewhere(page: Page, name: str) -> bool:
    """Whether an empty field does no harm: the theme has another for it, or the site no use."""
    if name == "summary":
        return not is_empty(page.get("abstract")) or "<!--more-->" in page.source.text
    if name == "authors":
        # With one profile every page is that author's; who is named adds nothing.
        return len([one for one in page.names_in("authors") if "." not in one]) == 1
    return name == "categories" and not _has_categories(page)


def _is_japanese(page: Page) -> bool:
    """By its first thousand characters: kana are in no other language."""
    body = page.source.text[page.post.body.start : page.post.body.start + 1000]
    return sum("\u3041" <= c <= "\u30ff" for c in body) > 20


def _has_categories(page: Page) -> bool:
    taxonomies = page.site.config.get("taxonomies")
    return not isinstance(taxonomies, dict) or "categories" in {str(one).lower() for one in taxonomies.values()}


_JAPANESE = "---\ntitle: 試験\n«summary»: ''\n---\n" + "クラウドの試験をベータ版で受けてきました。" * 3 + "\n"
_TAGGED = "---\ntitle: a\ntags: [a]\n---\n"
_HABITS = {f"content/post/{name}/index.md": "---\ntitle: a\ntags: [a]\ncategories: []\n---\n" for name in "bcdef"}

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
    check=None,
    bad=(
        Example('title: a\n«summary»: ""\n«tags»: []\n«categories»: []\n«authors»:'),
        Example(_JAPANESE),
        Example('+++\ntitle = "a"\n«Tags» = [""]\n+++\n'),
        Example('{"title": "a", «"summary"»: " "}\n'),
        Example("title: a\n«tags»: []\ncategories: []", files=_HABITS),
        Example("title: a\n«tags»: []", path="content/post/a/index.en.md", files={"content/post/a/index.md": _TAGGED}),
    ),
    good=(
        Example("title: a"),
        Example("title: a\nsummary: ''\nabstract: 概要", path="content/publication/a/index.md"),
        Example("---\ntitle: a\nsummary: ''\n---\n始め\n\n<!--more-->\n\n続き\n"),
        Example("title: a\nsummary: ''\ntags: []", path="content/authors/admin/_index.md"),
        Example("title: a\ntags: []", path="content/post/_index.md"),
        Example("title: a\ndraft: true\nsummary: ''\ntags: []"),
        Example("title: a\nauthors: []", files={"content/authors/admin/_index.md": "---\ntitle: 山田\n---\n"}),
        Example(
            "title: a\nsummary: ''\ntags: []",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": "---\nsummary: ''\ntags: []\n---\n"},
        ),
        Example("categories: []", files={"config.toml": '[taxonomies]\ntag = "tags"\n'}),
    ),
    collect=collect,
    compare=compare,
)
