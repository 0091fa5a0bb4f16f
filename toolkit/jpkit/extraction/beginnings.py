"""How names begin, and how a text goes on to one: what the index of the catalogue is looked up by."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jpkit.lazy import lazy

LATIN = lazy("[A-Za-z]+")
KATAKANA_RUN = lazy("[\u30a1-\u30fa\u30fc-\u30fe]+")


def beginning(spelling: str) -> str:
    """What the index knows a spelling by: Google of Google Cloud, EC of EC2, ニコニコ of ニコニコ動画.

    A spelling that begins neither with a Latin letter nor with katakana may begin anywhere, and is known by its
    first two signs: さく of さくらのクラウド, .N of .NET.
    """
    run = LATIN.match(spelling) or KATAKANA_RUN.match(spelling)
    return run[0] if run is not None else spelling[:2]


class Endings(NamedTuple):
    """The spellings that have a beginning, by what follows it."""

    none: str
    """The spelling where the beginning is one; else ""."""
    one: Mapping[str, str]
    """By the single sign that follows."""
    more: Mapping[str, Sequence[str]]
    """By the next two signs, which a text either has there or not: of 300 names with Google, 30 go on with " C"."""


class Others(NamedTuple):
    """The spellings that begin so in whatever capitals."""

    none: tuple[str, ...]
    """Those that the beginning alone has in other capitals."""
    more: Mapping[str, Sequence[str]]
    """The longer ones by the next two signs, in small letters."""


def go_on(text: str, start: int, end: int, endings: Endings, found: list[tuple[str, int, int]]) -> None:
    """Add the spellings that a beginning between ``start`` and ``end`` of the text goes on to."""
    none, one, more = endings
    if none:
        found.append((none, start, end))
    if one and text[end] in one:
        found.append((one[text[end]], start, end + 1))
    if more and (longer := more.get(text[end : end + 2])):
        found += [(spelling, start, start + len(spelling)) for spelling in longer if text.startswith(spelling, start)]


def go_on_recapitalised(
    text: str, start: int, spellings: Sequence[str], found: list[tuple[Sequence[str], int, int]]
) -> None:
    """Add what the text has from ``start`` on of the spellings, but in none of their capitals."""
    same: dict[int, list[str]] = {}
    for spelling in spellings:
        stop = start + len(spelling)
        if text[start:stop].lower() == spelling.lower():
            same.setdefault(stop, []).append(spelling)
    found += [(several, start, stop) for stop, several in same.items() if text[start:stop] not in several]


def row_of(rows: Sequence[Sequence[str]], begun: str) -> Sequence[str] | None:
    """Of the beginnings that are the same in small letters, the one with these capitals.

    A row is a beginning, then its endings and what each means in turns.
    """
    return next((row for row in rows if row[0] == begun), None)


def endings_of(rows: Sequence[Sequence[str]], begun: str) -> Endings | None:
    """What may follow a beginning with these capitals; None where there is none. ``rows`` as for ``row_of``."""
    row = row_of(rows, begun)
    if row is None:
        return None
    one: dict[str, str] = {}
    more: dict[str, list[str]] = {}
    none = ""
    for ending in row[1::2]:
        if len(ending) > 1:
            more.setdefault(ending[:2], []).append(begun + ending)
        elif ending:
            one[ending] = begun + ending
        else:
            none = begun
    return Endings(none, one, more)


def others_of(rows: Sequence[Sequence[str]], begun: str) -> Others | None:
    """What may follow a beginning in whatever capitals; None where only the beginning itself is a name."""
    if len(rows) == 1 and rows[0][:2] == [begun, ""] and len(rows[0]) == _ALONE:
        return None  # one name without anything behind it, as of two words in five
    alone = []
    more: dict[str, list[str]] = {}
    for other, *cells in rows:
        for ending in cells[::2]:
            if ending:
                more.setdefault(ending[:2].lower(), []).append(other + ending)
            else:
                alone.append(other)
    return Others(() if begun in alone else tuple(alone), more) if alone or more else None


_ALONE = 3
"""Cells of a beginning that nothing follows: itself, no ending, and what it means."""
