"""How strongly words, and runs of words, of the two languages go together over all units of a site.

Words: IBM model 1 (P. F. Brown et al., "The mathematics of statistical machine translation",
Computational Linguistics 19 (1993) 263-311) in both directions, with what is known beforehand
(transliteration, tables) as counts that were seen already: R. C. Moore, "Improving IBM word-alignment
model 1", ACL 2004, smooths in the same way. Runs of words: which share of all links that leave either
run goes to the other, a Dice coefficient of links in the place of sentences.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from jpkit.bilingual.units import Unit

_ROUNDS = 6
_PRIOR = 2.0
"""What a pair that is surely known beforehand counts for, in occurrences."""
_SMOOTH = 0.02
"""Counts added to every pair: of words seen once, nothing is sure."""
_NULL = 0.3
"""Weight of the empty word, which words without a partner are linked to."""

Floats = np.ndarray[Any, np.dtype[np.float64]]
Known = Callable[[str, str], float]
"""Of a Japanese and an English word: 0 to 1, how surely the one translates the other by what is known of them."""


class Links(NamedTuple):
    """For each unit, how surely each Japanese word (row) is linked to each English one (column)."""

    matrices: list[Floats]


def link_words(units: Sequence[Unit], known: Known) -> Links:
    """Links of all units, by what their words tell about each other."""
    ja_words, ja_ids = _number(unit.ja.words for unit in units)
    en_words, en_ids = _number(unit.en.words for unit in units)
    rows = np.array([len(ids) for ids in ja_ids])
    columns = np.array([len(ids) for ids in en_ids])
    # Every pair of words that meet in a unit, the units one behind the other.
    ja = np.concatenate([np.repeat(ids, len(other)) for ids, other in zip(ja_ids, en_ids, strict=True)])
    en = np.concatenate([np.tile(ids, len(other)) for ids, other in zip(en_ids, ja_ids, strict=True)])
    kinds, pair = np.unique(ja.astype(np.int64) * len(en_words) + en, return_inverse=True)
    prior = np.array([known(ja_words[k // len(en_words)], en_words[k % len(en_words)]) for k in kinds.tolist()])
    # Which word of which unit, for the sums over its partners.
    first_row = np.concatenate(([0], np.cumsum(rows)))
    first_column = np.concatenate(([0], np.cumsum(columns)))
    row = np.concatenate([np.repeat(np.arange(r), c) + at for r, c, at in zip(rows, columns, first_row, strict=False)])
    column = np.concatenate([np.tile(np.arange(c), r) + at for r, c, at in zip(rows, columns, first_column, strict=False)])
    to_english = _model(pair, kinds // len(en_words), prior, column, len(ja_words))
    to_japanese = _model(pair, kinds % len(en_words), prior, row, len(en_words))
    both = np.sqrt(to_english * to_japanese)
    matrices = []
    at = 0
    for r, c in zip(rows.tolist(), columns.tolist(), strict=True):
        matrices.append(both[at : at + r * c].reshape(r, c))
        at += r * c
    return Links(matrices)


def _number(sides: Any) -> tuple[list[str], list[Any]]:
    numbers: dict[str, int] = {}
    ids = [np.array([numbers.setdefault(word, len(numbers)) for word in words]) for words in sides]
    return list(numbers), ids


def _model(pair: Any, source: Any, prior: Any, target: Any, sources: int) -> Any:
    """Posterior of every meeting: that the word ``target`` comes from the source word it meets there."""
    seen = _PRIOR * prior
    t = seen + 1.0
    t /= np.bincount(source, t, sources)[source]
    for _ in range(_ROUNDS):
        weight = t[pair]
        total = np.bincount(target, weight)
        posterior = weight / (total + _NULL / len(total) ** 0.5)[target]
        counts = np.bincount(pair, posterior, len(source)) + seen + _SMOOTH * 0
        t = counts / (np.bincount(source, counts, sources) + _SMOOTH * 10)[source]
    weight = t[pair]
    total = np.bincount(target, weight)
    return weight / (total + 1e-3)[target]
