"""A title or summary in another language than the page: what a translation forgot."""

from collections.abc import Iterator

from jpkit.front.field import short
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.site import page_language

_SAYS = Text(
    en="the {key} of a page in '{lang}' is Japanese: '{value}'; translate it",
    ja="'{lang}'のページの{key}が日本語のままです：'{value}'。翻訳してください",
)


def check(page: Page) -> Iterator[Problem]:
    lang = page_language(page.path)
    if lang is None or lang.startswith(("ja", "zh")) or page.type == "publication":
        return
    if len(page.site.languages) < 2 and not page.translations:
        return
    for name in ("title", "summary"):
        field = page.get(name)
        if field is not None and isinstance(field.value, str):
            kana = sum("\u3041" <= c <= "\u30ff" for c in field.value)
            # A name or a quotation in kana is no Japanese sentence.
            if kana * 5 > len(field.value):
                yield Problem(field.value_span, _SAYS(key=name, lang=lang, value=short(field.value)), field.key)


RULE = Rule(
    id="language-mismatch",
    group="bilingual",
    severity="warning",
    summary=Text("Translate title and summary with the page.", "タイトルと要約もページと一緒に翻訳する。"),
    why=Text(
        "Lists of the other language show the title that the copy began with.",
        "翻訳先の言語の一覧に、写したままの題名が並んでしまいます。",
    ),
    check=check,
    bad=(
        Example(
            "title: «売上データのパイプライン»\nsummary: About sales.",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": "---\ntitle: 売上データのパイプライン\n---\n"},
        ),
    ),
    good=(
        Example("title: 売上データのパイプライン", path="content/post/a/index.en.md"),
        Example(
            "title: What きっと means in Japanese, and when to use it",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": "---\ntitle: きっとの意味\n---\n"},
        ),
    ),
)
