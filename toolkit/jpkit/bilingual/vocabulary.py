"""The English of technical terms that jpkit brings along.

``data/computing-en.tsv`` is our own table, written by hand from general knowledge (``toolkit/maintain/vocabulary.py``
makes it). A name is looked up by its key, so that サーバ finds サーバー.
"""

from functools import cache

from jpkit.data import read_data
from jpkit.extraction.japanese import term_key


def english(ja: str) -> tuple[str, ...]:
    """English names of a Japanese technical term: 戻り値 is a return value."""
    found = _by_key().get(term_key(ja))
    return (found,) if found else ()


def english_names() -> frozenset[str]:
    """All English of the table."""
    return frozenset(_by_key().values())


@cache
def _by_key() -> dict[str, str]:
    lines = read_data("computing-en.tsv").rstrip("\n").split("\n")
    return {key: en for key, _, en in [line.partition("\t") for line in lines]}
