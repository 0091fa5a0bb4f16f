"""Which blocks, and which sentences in them, of a page and its translation say the same.

Dynamic programming over lengths, after W. A. Gale and K. W. Church, "A program for aligning sentences
in bilingual corpora", Computational Linguistics 19 (1993) 75-102, first over blocks, then over the
sentences of the blocks that belong together. What translators leave as it is (code, addresses,
numbers, Latin names) counts beside the length, and headings meet only headings of their level.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

Anchors = Mapping[str, int]


class Segment(NamedTuple):
    """A block or a sentence as the alignment sees it."""

    size: float
    """Its length in English characters, so that both sides compare."""
    anchors: Anchors
    """What a translation keeps, and how often."""
    kind: str = ""
    """A heading with its level, item, cell, …; those of different kinds seldom belong together."""


class Bead(NamedTuple):
    """What belongs together: indices from ``ja`` and from ``en``, half open; neither range is empty."""

    ja: tuple[int, int]
    en: tuple[int, int]
    cost: float
    """Negative log likelihood a character of English: the lower, the surer."""


# Beads by how many segments of each side they join, with the negative log of how often that happens
# (Gale and Church, table 5; the larger ones by extrapolation: translators into Japanese part and
# join sentences more freely).
_SHAPES: tuple[tuple[int, int, float], ...] = (
    (1, 1, 0.12),
    (1, 0, 4.6),
    (0, 1, 4.6),
    (2, 1, 2.6),
    (1, 2, 2.6),
    (3, 1, 4.6),
    (1, 3, 4.6),
    (2, 2, 4.5),
)
_SINGLE = tuple(shape for shape in _SHAPES if shape[0] + shape[1] < 3)
_VARIANCE = 6.8
"""Of the length of a translation, a character (Gale and Church, section 2.2)."""
_ANCHOR = 3.0
"""What a shared anchor is worth; one that only one side has costs ``_LACKING``."""
_LACKING = 1.2
_MOST_ANCHORS = 6
_OTHER_KIND = 6.0
_BAND = 40
"""Blocks that may be left out on one side before the alignment loses its way."""

_MERGEABLE = frozenset(["paragraph", "quote", ""])


def align(ja: Sequence[Segment], en: Sequence[Segment]) -> list[Bead]:
    """The likeliest beads of two sequences, in their order; what has no partner is in none."""
    if not ja or not en:
        return []
    rows, columns = len(ja), len(en)
    slope = columns / rows
    band = _BAND + abs(columns - rows)
    best: list[dict[int, tuple[float, int, int, float]]] = [{} for _ in range(rows + 1)]
    best[0][0] = 0.0, 0, 0, 0.0
    for i in range(rows + 1):
        here = best[i]
        for j in range(max(0, int(i * slope) - band), min(columns, int(i * slope) + band) + 1):
            found = here.get(j)
            if found is None:
                continue
            cost = found[0]
            for more_ja, more_en, rare in _shapes(ja, en, i, j):
                to_i, to_j = i + more_ja, j + more_en
                if to_i > rows or to_j > columns:
                    continue
                own = _cost(ja[i:to_i], en[j:to_j]) + rare
                row = best[to_i]
                known = row.get(to_j)
                if known is None or cost + own < known[0]:
                    row[to_j] = cost + own, i, j, own
    return _path(best, ja, en)


def _shapes(ja: Sequence[Segment], en: Sequence[Segment], i: int, j: int) -> tuple[tuple[int, int, float], ...]:
    """Several segments are joined only where all may be parts of one text: no headings, no cells."""
    if i < len(ja) and j < len(en) and ja[i].kind in _MERGEABLE and en[j].kind in _MERGEABLE:
        return _SHAPES
    return _SINGLE


def _path(
    best: Sequence[Mapping[int, tuple[float, int, int, float]]], ja: Sequence[Segment], en: Sequence[Segment]
) -> list[Bead]:
    i, j = len(ja), len(en)
    if j not in best[i]:
        return []
    beads = []
    while i or j:
        _, from_i, from_j, own = best[i][j]
        if from_i < i and from_j < j:
            size = sum(one.size for one in en[from_j:j])
            beads.append(Bead((from_i, i), (from_j, j), own / max(size, 20.0)))
        i, j = from_i, from_j
    return beads[::-1]


def _cost(ja: Sequence[Segment], en: Sequence[Segment]) -> float:
    """Negative log likelihood that the ones translate the others."""
    if not ja or not en:
        # The longer a text, the less likely it is to be left out.
        return min(0.04 * sum(one.size for one in (*ja, *en)), 6.0)
    one, other = ja[0], en[0]
    if len(ja) == len(en) == 1:
        cost = _length_cost(one.size, other.size) + _anchor_cost(one.anchors, other.anchors)
        return cost if one.kind == other.kind else cost + _OTHER_KIND
    if any(one.kind not in _MERGEABLE for one in (*ja, *en)):
        return math.inf
    return _length_cost(sum(one.size for one in ja), sum(one.size for one in en)) + _anchor_cost(
        _together(ja), _together(en)
    )


def _together(segments: Sequence[Segment]) -> Anchors:
    if len(segments) == 1:
        return segments[0].anchors
    total: Counter[str] = Counter()
    for one in segments:
        total.update(one.anchors)
    return total


def _length_cost(ja: float, en: float) -> float:
    mean = (ja + en) / 2
    return _tail(round(abs(en - ja) / math.sqrt(max(mean, 1.0) * _VARIANCE), 2))


@cache
def _tail(deviation: float) -> float:
    """Negative log of the chance of a deviation that large."""
    return -math.log(max(math.erfc(deviation / math.sqrt(2)), 1e-12))


def _anchor_cost(ja: Anchors, en: Anchors) -> float:
    if not ja and not en:
        return 0.0
    shared = sum(min(count, en[anchor]) for anchor, count in ja.items() if anchor in en)
    lacking = sum(ja.values()) + sum(en.values()) - 2 * shared
    return _LACKING * min(lacking, _MOST_ANCHORS) - _ANCHOR * min(shared, _MOST_ANCHORS)
