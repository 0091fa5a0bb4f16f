"""What a page and its translation tell: sentences that say the same, with the words and possible terms of both.

Plain tuples: they pickle, travel between processes and are kept from run to run.
"""

from typing import NamedTuple

WHOLE = 1
"""All of its block: a title, a heading, a cell, an item."""
GOOD = 4
"""Stands alone, not only inside longer ones (Japanese); a noun phrase by its word classes (English)."""
TITLED = 8
"""Where every word may have a capital: titles, headings, cells."""
INITIAL = 16
"""At the start of a sentence, where a capital tells nothing."""


class Phrase(NamedTuple):
    """A possible term in a sentence."""

    key: str
    surface: str
    first: int
    last: int
    """Its words, half open, as indices into ``Side.words``."""
    flags: int
    target: str = ""
    """Where the link leads whose whole text it is."""


class Side(NamedTuple):
    """A sentence, or several, of one language."""

    line: int
    words: tuple[str, ...]
    """Content words, each in one form for all its spellings and inflections."""
    phrases: tuple[Phrase, ...]


class Unit(NamedTuple):
    """Sentences that say the same in both languages."""

    ja: Side
    en: Side


class PagePair(NamedTuple):
    """What a page and its translation give to the statistics."""

    ja: str
    en: str
    """Paths."""
    units: tuple[Unit, ...]
