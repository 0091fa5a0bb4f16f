"""The English of technical terms that jpkit brings along, and the Japanese of it.

``data/computing-en.tsv`` is our own table, written by hand from general knowledge (``toolkit/maintain/vocabulary.py``
makes it). A name is looked up by its key, so that サーバ finds サーバー.
"""

from functools import cache
from typing import NamedTuple

from jpkit.data import read_data
from jpkit.extraction.japanese import term_key


class _Tables(NamedTuple):
    english: dict[str, tuple[str, ...]]
    japanese: dict[str, tuple[str, ...]]


@cache
def _tables() -> _Tables:
    english: dict[str, tuple[str, ...]] = {}
    japanese: dict[str, tuple[str, ...]] = {}
    for line in read_data("computing-en.tsv").split("\n"):
        ja, _, en = line.partition("\t")
        if en:
            for table, name, other in ((english, ja, en), (japanese, en, ja)):
                key = term_key(name)
                table[key] = (*table.get(key, ()), other)
    return _Tables(english, japanese)


def english(ja: str) -> tuple[str, ...]:
    """English names of a Japanese technical term: 戻り値 is a return value."""
    return _tables().english.get(term_key(ja), ())


def japanese(en: str) -> tuple[str, ...]:
    """Japanese names of an English technical term, in the order of the table: 戻り値, 返り値."""
    return _tables().japanese.get(term_key(en), ())


def english_names() -> frozenset[str]:
    """All English of the table."""
    return frozenset(name for names in _tables().english.values() for name in names)
