"""A title, summary or body in another language than the page: what a translation forgot."""

from collections.abc import Iterator

from jpkit.front.field import short
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.site import page_language
from jpkit.source import Span

_LONG = 200
"""Letters of prose below which a body says nothing of its language."""
_FIELD = Text(
    en="the {key} of a page in '{lang}' is Japanese: '{value}'; translate it",
    ja="'{lang}'のページの{key}が日本語のままです：'{value}'。翻訳してください",
)
_BODY = Text(
    en="the text of a page in '{lang}' is Japanese: '{value}'; translate it, or give the file another language",
    ja="'{lang}'のページの本文が日本語です：'{value}'。翻訳するか、ファイルの言語を直してください",
)
_COPY = Text(
    en="the text of a page in '{lang}' begins as that of {path}: '{value}'; translate it",
    ja="'{lang}'のページの本文が{path}と同じ書き出しです：'{value}'。翻訳してください",
)


def check(page: Page) -> Iterator[Problem]:
    lang = page_language(page.path)
    if lang is None or page.type == "publication":  # papers keep their language
        return
    if len(page.site.languages) < 2 and not page.translations:
        return
    if lang.startswith("ja"):
        yield from _copied(page, lang)
    elif not lang.startswith("zh"):
        yield from _japanese(page, lang)


def _japanese(page: Page, lang: str) -> Iterator[Problem]:
    """What is Japanese in a page of another language: one finding, at the first of title, summary and body."""
    for name in ("title", "summary"):
        field = page.get(name)
        # A name or a quotation in kana is no Japanese sentence.
        if field is not None and isinstance(field.value, str) and _kana(field.value) * 5 > len(field.value):
            yield Problem(field.value_span, _FIELD(key=name, lang=lang, value=short(field.value)), field.key)
            return
    start, end = page.post.body
    if _kana(page.source.text[start:end]) < _LONG // 4:
        return
    prose = [block for block in page.document.blocks if block.kind in ("paragraph", "item", "heading")]
    letters = sum(len(block.text) for block in prose)
    if letters >= _LONG and sum(_kana(block.text) for block in prose) * 4 > letters:
        first = next(block for block in prose if _kana(block.text) * 5 > len(block.text))
        yield Problem(_line(page, first.span(0, len(first.text))), _BODY(lang=lang, value=short(first.text)))


def _copied(page: Page, lang: str) -> Iterator[Problem]:
    """A Japanese page whose body is still that of the page it translates."""
    start, end = page.post.body
    if _kana(page.source.text[start:end]) or end - start < _LONG:
        return
    for other in page.translations:
        theirs = other.source.text[other.post.body.start :].strip()
        own = page.source.text[start:end].strip()
        if own[:_LONG] == theirs[:_LONG]:
            begin = start + page.source.text[start:end].index(own[0])
            place = _line(page, Span(begin, begin + len(own)))
            value = short(page.source.slice(place))
            yield Problem(place, _COPY(lang=lang, path=other.path, value=value))
            return


def _kana(text: str) -> int:
    return sum("\u3041" <= c <= "\u30ff" for c in text)


def _line(page: Page, span: Span) -> Span:
    """The first line of a stretch."""
    end = page.source.text.find("\n", span.start, span.end)
    return Span(span.start, len(page.source.text[: end if end >= 0 else span.end].rstrip()))


_JAPANESE = "売上データを毎朝取り込む仕組みを作ったときの記録です。" * 12
_ENGLISH = "This is the record of how sales data gets into the warehouse every morning. " * 4

RULE = Rule(
    id="language-mismatch",
    group="bilingual",
    severity="warning",
    summary=Text(
        "Write title, summary and text in the language of the page.",
        "タイトル、要約、本文を、ページの言語で書く。",
    ),
    why=Text(
        "A copy that waits for its translation is published all the same, and lists of the other language show its "
        "title.",
        "翻訳を待つコピーもそのまま公開され、翻訳先の言語の一覧に、元の言語のタイトルが並んでしまいます。",
    ),
    check=check,
    bad=(
        Example(
            "title: «売上データのパイプライン»\nsummary: About sales.",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": "---\ntitle: 売上データのパイプライン\n---\n"},
        ),
        Example(
            f"---\ntitle: About sales\nsummary: Sales.\n---\n# a\n\n«{_JAPANESE}»\n続き。\n",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": "---\ntitle: 売上の話\n---\n"},
        ),
        Example(
            f"---\ntitle: 売上の話\n---\n\n«{_ENGLISH.strip()}»\n\nEnd.\n",
            path="content/post/a/index.ja.md",
            files={"content/post/a/index.md": f"---\ntitle: About sales\n---\n{_ENGLISH}\n\nEnd.\n"},
        ),
    ),
    good=(
        Example(
            f"---\ntitle: About sales\n---\n{_ENGLISH}\n\n> 引用です。\n\n```text\n{_JAPANESE}\n```\n",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": "---\ntitle: 売上の話\n---\n"},
        ),
        Example(
            f"---\ntitle: An English talk\n---\n{_ENGLISH}\n",
            path="content/post/a/index.ja.md",
            files={"content/post/a/index.md": "---\ntitle: A talk\n---\nOther.\n"},
        ),
        Example("title: 売上データのパイプライン", path="content/post/a/index.en.md"),
        Example(
            "title: What きっと means in Japanese, and when to use it",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": "---\ntitle: きっとの意味\n---\n"},
        ),
    ),
)
