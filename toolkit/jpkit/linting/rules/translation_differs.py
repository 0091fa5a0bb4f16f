"""A page and its translation that disagree on what does not depend on the language."""

from collections.abc import Iterator
from datetime import date, datetime

from jpkit.front.field import Field, is_empty
from jpkit.linting.model import Example, Problem, Rule, Severity, Text
from jpkit.linting.page import Page
from jpkit.site import page_language

_FIELDS: tuple[tuple[str, Severity], ...] = (
    ("date", "warning"), ("draft", "warning"), ("featured", "info"), ("authors", "info"), ("projects", "info"),
    ("weight", "info"), ("doi", "info"), ("publication_types", "info"),
)  # fmt: skip
_SAYS = Text(
    en="'{key}' is {own} here and {other} in {path}; make them agree",
    ja="'{key}'の値が、ここでは{own}、{path}では{other}です。どちらかに揃えてください",
)
_COUNT = Text(
    en="{own} tags here and {other} in {path}; make them agree",
    ja="タグの数が、ここでは{own}個、{path}では{other}個です。揃えてください",
)


def check(page: Page) -> Iterator[Problem]:
    other = original_of(page)
    if other is None:
        return
    for name, severity in _FIELDS:
        own, theirs = page.get(name), other.get(name)
        if own is None or theirs is None or is_empty(own) or is_empty(theirs) or _same(own.value, theirs.value):
            continue
        shown = page.source.slice(own.value_span), other.source.slice(theirs.value_span)
        if max(map(len, shown)) < 60 and "\n" not in "".join(shown):
            text = _SAYS(key=own.key, own=shown[0], other=shown[1], path=other.path)
            yield Problem(own.value_span, text, own.key, severity=severity)
    tags = _tags(page), _tags(other)
    if tags[0] and tags[1] and len(tags[0].items) != len(tags[1].items):
        text = _COUNT(own=len(tags[0].items), other=len(tags[1].items), path=other.path)
        yield Problem(tags[0].value_span, text, tags[0].key, severity="info")


def original_of(page: Page) -> Page | None:
    """The page in the site's first language, if this one is its translation."""
    if page.lang is not None and page.lang == page.site.default_language:
        return None
    readable = [one for one in page.translations if one.problem is None]
    first = [one for one in readable if one.lang is not None and one.lang == page.site.default_language]
    plain = [one for one in readable if page_language(one.path) is None and page_language(page.path) is not None]
    return next(iter(first or plain), None)


def _tags(page: Page) -> Field | None:
    field = page.get("tags")
    return field if field is not None and isinstance(field.value, tuple) and field.items else None


def _same(one: object, other: object) -> bool:
    """Whether two values mean the same: a day is a day in any form, names are compared without case."""
    if isinstance(one, date) or isinstance(other, date):
        return _day(one) == _day(other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        # Names of people are spelt in the language of the page; how many there are is the same.
        return len(one) == len(other)
    return one == other


def _day(value: object) -> str:
    return (
        (value.date() if isinstance(value, datetime) else value).isoformat()
        if isinstance(value, date)
        else str(value)[:10]
    )


_JA = "---\ntitle: 記録\ndate: 2020-04-01\ndraft: false\ntags: [a, b]\nauthors: [山田]\n---\n"

RULE = Rule(
    id="translation-differs",
    group="bilingual",
    severity="warning",
    summary=Text(
        "Give translations the same date, draft state and authors.", "翻訳どうしで、日付や公開状態、著者を揃える。"
    ),
    why=Text(
        "Dates order lists, and drafts do not show: one language lacks the page, or has it elsewhere.",
        "日付は一覧の並び順を決め、下書きは公開されません。一方の言語だけページがなかったり、別の場所に並んだりします。",
    ),
    check=check,
    bad=(
        Example(
            "title: Record\ndate: «2020-04-03»\ndraft: «true»\ntags: «[a]»",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": _JA},
        ),
    ),
    good=(
        Example(
            "title: Record\ndate: 2020-04-01T09:00:00Z\ndraft: false\ntags: [x, y]\nauthors: [Yamada]",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": _JA},
        ),
        Example("title: 記録\ndate: 2020-04-03", files={"content/post/a/index.en.md": _JA}),
    ),
)
