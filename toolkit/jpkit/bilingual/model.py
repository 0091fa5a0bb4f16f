"""What is found about names in both languages: frozen, and without numpy."""

from typing import NamedTuple


class Place(NamedTuple):
    """Where the two names stand in a page and its translation."""

    ja_path: str
    ja_line: int
    en_path: str
    en_line: int


class TermPair(NamedTuple):
    """A Japanese and an English name of one thing."""

    key: str
    """``term_key`` of the Japanese name."""
    ja: str
    """Most frequent spelling."""
    en: str
    """Citation form: singular, capitals only where they belong."""
    score: float
    """0 to 1: of pairs at 0.9, nine of ten are right."""
    meetings: int
    """Sentences in which both stand."""
    places: tuple[Place, ...]
    """The surest first."""
    titled: bool
    """A title, a heading or the text of a link in both languages."""
    alone: float
    """Share of its places where the Japanese name is no part of a longer one."""


class Linked(NamedTuple):
    """What pages and their translations tell together."""

    pairs: tuple[TermPair, ...] = ()
    """Surest first; each Japanese name once, and each English one but for synonyms."""
    strangers: tuple[tuple[str, str], ...] = ()
    """Pages that are no translations of each other, whatever their names say: they gave no pairs."""
