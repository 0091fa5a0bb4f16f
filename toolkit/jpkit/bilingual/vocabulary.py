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
    row = _by_key().get(term_key(ja))
    return (row.partition("\t")[0],) if row else ()


def japanese(en: str) -> tuple[str, ...]:
    """Japanese names of an English technical term, in the order of the table: 戻り値, 返り値."""
    return _japanese().get(term_key(en), ())


def english_names() -> frozenset[str]:
    """All English of the table."""
    return frozenset(en for _, en, _ in _rows())


@cache
def _japanese() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for _, en, ja in _rows():
        key = term_key(en)
        table[key] = (*table.get(key, ()), ja)
    return table


@cache
def _by_key() -> dict[str, str]:
    """The rest of a line by its key: whoever asks for a few names pays for no more than that."""
    lines = read_data("computing-en.tsv").rstrip("\n").split("\n")
    return {key: rest for key, _, rest in [line.partition("\t") for line in lines]}


def _rows() -> Iterator[tuple[str, str, str]]:
    """Key, English and Japanese of every term."""
    for key, rest in _by_key().items():
        en, _, ja = rest.partition("\t")
        yield key, en, ja or key
