"""A product under the name that it had: readers will look for the new one."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from jpkit.lazy import lazy
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._brands import brands
from jpkit.linting.rules._prose import in_mark, prose

_SAYS = Text(
    en="'{old}' is called '{new}' today; say so, or write the new name",
    ja="'{old}'は現在'{new}'と呼ばれています。新しい名前を書き添えるか、書き換えてください",
)


def check(page: Page) -> Iterator[Problem]:
    successors = brands().successors
    text = page.source.text
    # Few pages have the first word of any: to look for each name takes three times as long.
    begun = _by_first_word().keys() & set(_WORD.findall(text))
    found = sorted(old for word in begun for old in _by_first_word()[word] if old in text)
    # Of names inside longer ones (Cloud Functions for Firebase) the longest is meant; a page that gives the new
    # name too knows.
    for old in found:
        if (
            successors[old] not in text
            and f"{old} for " not in text
            and f"Firebase {old}" not in text
            and not any(old in longer and old != longer for longer in found)
        ):
            yield from _first(page, old, successors[old])


_WORD = lazy("[A-Z][A-Za-z0-9]*")


@cache
def _by_first_word() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for old in brands().successors:
        found.setdefault(old.partition(" ")[0], []).append(old)
    return found


def _first(page: Page, old: str, new: str) -> Iterator[Problem]:
    for block, key in prose(page):
        at = block.text.find(old)
        while at >= 0:
            end = at + len(old)
            before, after = block.text[at - 1 : at], block.text[end : end + 2]
            whole = not (before.isascii() and before.isalnum()) and not (after[:1].isascii() and after[:1].isalnum())
            named_on = after[:1] == " " and after[1:].isascii() and after[1:].isupper()  # Google Apps Script
            if whole and not named_on and before not in ("-", "/", "_") and not in_mark(block, at, ("code", "link")):
                yield Problem(block.span(at, end), _SAYS(old=old, new=new), key)
                return
            at = block.text.find(old, end)


RULE = Rule(
    id="renamed-service",
    group="terms",
    severity="info",
    summary=Text("Name products as they are called today.", "製品やサービスは、現在の名前で書く。"),
    why=Text(
        "Who follows an old post looks for a product that no console shows under that name.",
        "古い記事を読んだ人が、管理画面に見当たらない名前を探すことになります。",
    ),
    check=check,
    bad=(
        Example("---\ntitle: «AI Platform»で学習する\n---\nAI PlatformとGCSを使う。\n"),
        Example("---\ntitle: 学習\n---\nジョブは«AI Platform Pipelines»から流す。\n"),
    ),
    good=(
        Example("---\ntitle: AI Platform（現Vertex AI）で学習する\n---\n本文。\n"),
        Example("---\ntitle: 学習\n---\n[AI Platformの話](https://example.org/)、Cloud Functions for Firebase。\n"),
        Example("---\ntitle: 学習\n---\n`AI Platform`のコード。OpenAI Platformの話。\n"),
        Example("---\ntitle: 通知\n---\nFirebase Cloud Functionsから通知を送る。\n"),
    ),
)
