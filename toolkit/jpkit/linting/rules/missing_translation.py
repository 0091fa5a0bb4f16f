"""A page without its translation, in a section where nearly every page has one."""

from collections.abc import Iterator, Sequence

from jpkit.hugo import Site
from jpkit.linting.model import Example, Finding, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.site import page_language, page_url
from jpkit.source import Span

_FEWEST = 10
_MOST = 0.8
_SAYS = Text(
    en="{done} of {all} pages of this section are translated, and this one is not; translate it",
    ja="このセクションでは{all}ページのうち{done}ページに翻訳がありますが、このページにはありません。翻訳してください",
)


def collect(page: Page) -> Iterator[tuple[tuple[str, bool], Problem]]:
    site: Site = page.site
    original = page_language(page.path) is None or page_language(page.path) == site.default_language
    if len(site.languages) < 2 or not original or page.type == "section":
        return
    section = page_url(page.path).split("/")[1]
    draft = page.get("draft")
    if draft is None or draft.value is not True:
        start = page.post.front_span.start
        yield (f"{site.root}/{section}", bool(site.translations(page.path))), Problem(Span(start, start), "")


def compare(found: Sequence[tuple[tuple[str, bool], Finding]]) -> Iterator[Finding]:
    counts: dict[str, list[int]] = {}
    for (section, translated), _ in found:
        count = counts.setdefault(section, [0, 0])
        count[0] += translated
        count[1] += 1
    for (section, translated), finding in found:
        done, all_pages = counts[section]
        if not translated and all_pages >= _FEWEST and done >= _MOST * all_pages:
            yield finding._replace(message=_SAYS(done=done, all=all_pages))


_SITE = {"config.toml": 'defaultContentLanguage = "ja"\n[languages.ja]\n[languages.en]\n'}
_TRANSLATED = {
    f"content/post/{name}/index{lang}.md": "---\ntitle: a\n---\n" for name in "bcdefghijk" for lang in ("", ".en")
}

RULE = Rule(
    id="missing-translation",
    group="bilingual",
    severity="info",
    summary=Text("Translate the last pages of a section too.", "セクションの残りのページも翻訳する。"),
    why=Text(
        "Where nearly all pages have a translation, readers of the other language expect the rest.",
        "ほとんどのページに翻訳があるセクションでは、読者は残りのページの翻訳も期待します。",
    ),
    check=None,
    bad=(Example("---\n«»title: 新しい記事\n---\n", files={**_SITE, **_TRANSLATED}),),
    good=(
        Example("---\ntitle: 新しい記事\ndraft: true\n---\n", files={**_SITE, **_TRANSLATED}),
        Example("title: 新しい記事", files=_TRANSLATED),
        Example("title: 新しい記事", files={**_SITE, "content/post/b/index.en.md": "---\ntitle: a\n---\n"}),
    ),
    collect=collect,
    compare=compare,
)
