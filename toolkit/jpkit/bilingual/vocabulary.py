"""The English of technical terms that jpkit brings along, and the Japanese of it.

``data/computing-en.tsv`` is our own table, written by hand from general knowledge (``toolkit/maintain/vocabulary.py``
makes it). A name is looked up by its key, so that サーバ finds サーバー.
"""

from collections.abc import Iterator
from functools import cache

from jpkit.data import read_data
from jpkit.extraction.japanese import term_key


def english(ja: str) -> tuple[str, ...]:
    """English names of a Japanese technical term: 戻り値 is a return value."""
    return _english().get(term_key(ja), ())


def japanese(en: str) -> tuple[str, ...]:
    """Japanese names of an English technical term, in the order of the table: 戻り値, 返り値."""
    return _japanese().get(term_key(en), ())


def english_names() -> frozenset[str]:
    """All English of the table."""
    return frozenset(en for _, en, _ in _rows())


@cache
def _english() -> dict[str, tuple[str, ...]]:
    return {key: (en,) for key, en, _ in _rows()}


@cache
def _japanese() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for _, en, ja in _rows():
        key = term_key(en)
        table[key] = (*table.get(key, ()), ja)
    return table


def _rows() -> Iterator[tuple[str, str, str]]:
    """Key, English and Japanese of every term."""
    for line in read_data("computing-en.tsv").split("\n"):
        key, _, rest = line.partition("\t")
        if rest:
            en, _, ja = rest.partition("\t")
            yield key, en, ja or key
