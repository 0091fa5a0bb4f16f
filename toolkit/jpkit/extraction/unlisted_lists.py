"""Names in a list of names of which the catalogue knows most: 「Yup、myzod、Zodなど」 names myzod."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jpkit.extraction.catalogue import Catalogue
from jpkit.extraction.service_text import ALNUM, UPPER, Hit
from jpkit.extraction.unlisted_names import is_tool_like

# Not と (「XMLとXSLTとExcel」) and not a slash, which also divides an owner and a name.
_SEPARATORS = ("、", "や", "とか", "・", ", ", " + ", "，")
# What follows a list: a particle, a mark; no noun that the last name is part of (Googleスプレッドシート).
_CLOSES = frozenset("などのをはがにもとでへや、。，,)）」』・\n ")
_WORD = ALNUM | frozenset("-_.+#")
_FEWEST = 2


class _Item(NamedTuple):
    start: int
    end: int
    found: bool
    """It counts without the list."""


def listed(known: Catalogue, text: str, found: Sequence[Hit]) -> Iterator[str]:
    """Names beside known ones, where those are more; of hits that overlap the longest counts."""
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for start, end, _, _ in found:
        if starts.get(start, 0) < end:
            starts[start] = end
        if ends.get(end, end) > start:
            ends[end] = start
    done = 0
    for start in sorted(starts):
        if start < done or not (text.endswith(_SEPARATORS, 0, start) or text.startswith(_SEPARATORS, starts[start])):
            continue
        items = [*_before(text, start, ends), _Item(start, starts[start], True), *_after(text, starts[start], starts)]
        done = items[-1].end
        others = [item for item in items if not item.found]
        strange = sum(not known.names(text[item.start : item.end]) for item in others)
        if others and len(items) - len(others) >= _FEWEST and 2 * strange < len(items):
            for item in others:
                name = text[item.start : item.end]
                if text[item.end] in _CLOSES and is_tool_like(name, "plain"):
                    yield name


def _before(text: str, end: int, ends: Mapping[int, int]) -> list[_Item]:
    """The items of a list before the one that begins at ``end``."""
    items: list[_Item] = []
    while text.endswith(_SEPARATORS, 0, end):
        end -= next(len(sign) for sign in _SEPARATORS if text.endswith(sign, 0, end))
        start = ends.get(end)
        found = start is not None
        if start is None:
            start = end
            while text[start - 1] in _WORD:
                start -= 1
            if start == end or text[start] not in ALNUM or text[start - 1] in "@/$":
                return items
            if text[start - 1] == " " and text[start - 2] in ALNUM:  # the last word of an English phrase
                return items
        items.insert(0, _Item(start, end, found))
        end = start
    return items


def _after(text: str, end: int, starts: Mapping[int, int]) -> list[_Item]:
    """The items of a list behind the one that ends at ``end``."""
    items: list[_Item] = []
    while text.startswith(_SEPARATORS, end):
        start = end + next(len(sign) for sign in _SEPARATORS if text.startswith(sign, end))
        stop = starts.get(start)
        found = stop is not None
        if stop is None:
            stop = _end_of_words(text, start)
            if stop == start:
                return items
        items.append(_Item(start, stop, found))
        end = stop
    return items


def _end_of_words(text: str, at: int) -> int:
    """Where a Latin name ends: its word, and capitalised ones behind a capitalised one (Microsoft Authenticator)."""
    start, end = at, at
    while text[end] in _WORD:
        end += 1
    while text[end] == " " and text[end + 1] in UPPER and text[start] in UPPER:
        end += 1
        while text[end] in _WORD:
            end += 1
    while end > start and text[end - 1] == ".":
        end -= 1
    return end if text[start] in ALNUM else start
