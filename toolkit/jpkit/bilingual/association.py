"""How strongly words, and runs of words, of the two languages go together over all units of a site.

Words: IBM model 1 (P. F. Brown et al., "The mathematics of statistical machine translation",
Computational Linguistics 19 (1993) 263-311) in both directions, with what is known beforehand
(transliteration, tables) as counts that were seen already: R. C. Moore, "Improving IBM word-alignment
model 1", ACL 2004, smooths in the same way. Runs of words: which share of all links that leave either
run goes to the other, a Dice coefficient of links in the place of sentences.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from jpkit.bilingual.pair import Unit

_ROUNDS = 6
_PRIOR = 2.0
"""What a pair that is surely known beforehand counts for, in occurrences."""
_UNSEEN = 0.2
"""Occurrences of a word that went to others: of words seen once, nothing is sure."""
_EMPTY = 0.3
"""What the empty word weighs, to which words without a partner are linked; it has a place for every other."""
_FLOOR = 1e-3
"""A link weaker than that is none."""

Floats = np.ndarray[Any, np.dtype[np.float64]]
Integers = np.ndarray[Any, np.dtype[np.int64]]
Known = Callable[[str, str], float]
"""Of a Japanese and an English word: 0 to 1, how surely the one translates the other by what is known of them."""


def link_words(units: Sequence[Unit], known: Known) -> list[Floats]:
    """For each unit, how surely each Japanese word (row) is linked to each English one (column): 0 to 1.

    Both directions by their geometric mean: a link that only one of them sees is half a link.
    """
    ja_words, ja_ids = _number(unit.ja.words for unit in units)
    en_words, en_ids = _number(unit.en.words for unit in units)
    rows, columns = np.array(list(map(len, ja_ids))), np.array(list(map(len, en_ids)))
    # Every meeting of two words in a unit, row by row, the units one behind the other.
    ja = np.concatenate([np.repeat(one, len(other)) for one, other in zip(ja_ids, en_ids, strict=True)])
    en = np.concatenate([np.tile(other, len(one)) for one, other in zip(ja_ids, en_ids, strict=True)])
    kinds, pair = np.unique(ja * len(en_words) + en, return_inverse=True)
    ja_of, en_of = np.divmod(kinds, len(en_words))
    prior = np.array([known(ja_words[i], en_words[j]) for i, j in zip(ja_of.tolist(), en_of.tolist(), strict=True)])
    # Which place in the text a meeting belongs to, for the sums over its partners.
    row = np.repeat(np.arange(rows.sum()), np.repeat(columns, rows))
    offsets = np.cumsum(columns) - columns
    column = np.concatenate(
        [np.tile(np.arange(at, at + width), height) for at, width, height in zip(offsets, columns, rows, strict=True)]
    )
    to_english = _posterior(pair, ja_of, prior, column)
    to_japanese = _posterior(pair, en_of, prior, row)
    both = np.sqrt(to_english * to_japanese)
    ends = np.cumsum(rows * columns)
    return [
        part.reshape(height, width)
        for part, height, width in zip(np.split(both, ends[:-1]), rows, columns, strict=True)
    ]


def _number(sides: Iterable[Sequence[str]]) -> tuple[list[str], list[Integers]]:
    """The distinct words, and for each side the numbers of its words."""
    numbers: dict[str, int] = {}
    ids = [np.array([numbers.setdefault(word, len(numbers)) for word in words], np.int64) for words in sides]
    return list(numbers), ids


def _posterior(pair: Integers, source: Integers, prior: Floats, place: Integers) -> Floats:
    """For every meeting, the chance that the word at ``place`` comes from the source word that it meets there.

    ``pair`` is the kind of each meeting, ``source`` and ``prior`` are those of each kind.
    """
    seen = _PRIOR * prior
    chance = (1.0 + seen) / np.bincount(source, 1.0 + seen)[source]
    for _ in range(_ROUNDS):
        weight = chance[pair]
        total = np.bincount(place, weight)
        nothing = _EMPTY / np.sqrt(len(total))
        counts = np.bincount(pair, weight / (total + nothing)[place], len(source)) + seen
        chance = counts / (np.bincount(source, counts) + _UNSEEN)[source]
    weight = chance[pair]
    result: Floats = weight / (np.bincount(place, weight) + _FLOOR)[place]
    return result
