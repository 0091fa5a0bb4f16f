"""Which blocks, and which sentences in them, of a page and its translation say the same.

Dynamic programming over lengths, after W. A. Gale and K. W. Church, "A program for aligning sentences
in bilingual corpora", Computational Linguistics 19 (1993) 75-102, first over blocks, then over the
sentences of the blocks that belong together. What translators leave as it is (code, addresses,
numbers, Latin names) counts beside the length, and headings meet only headings of their level.
"""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
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
# (Gale and Church, table 5). They have 3.1 for two to one, and none of three: translators into Japanese
# part and join sentences more freely.
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
_BEAM = 15.0
"""A way that is so much dearer than the cheapest one to the same Japanese segment is given up."""

_MERGEABLE = ""
"""Kind of what may be joined: paragraphs, sentences; no headings, cells, items."""


def align(ja: Sequence[Segment], en: Sequence[Segment]) -> list[Bead]:
    """The likeliest beads of two sequences, in their order; what has no partner is in none.

    Where both have the same headings in the same order, each section is aligned by itself.
    """
    ja_heads = [at for at, one in enumerate(ja) if one.kind.startswith("heading")]
    en_heads = [at for at, one in enumerate(en) if one.kind.startswith("heading")]
    if not ja_heads or [ja[at].kind for at in ja_heads] != [en[at].kind for at in en_heads]:
        return _align(ja, en, 0, 0)
    beads = _align(ja[: ja_heads[0]], en[: en_heads[0]], 0, 0)
    for i, next_i, j, next_j in zip(
        ja_heads, [*ja_heads[1:], len(ja)], en_heads, [*en_heads[1:], len(en)], strict=True
    ):
        beads.append(Bead((i, i + 1), (j, j + 1), 0.0))
        beads += _align(ja[i + 1 : next_i], en[j + 1 : next_j], i + 1, j + 1)
    return beads


_State = tuple[float, int, int, float]
"""The cheapest way to a cell: its cost, where it came from, and what the last step cost."""


def _align(ja: Sequence[Segment], en: Sequence[Segment], ja_base: int, en_base: int) -> list[Bead]:
    rows, columns = len(ja), len(en)
    if not rows or not columns:
        return []
    if rows == columns == 1:
        bead = Bead((ja_base, ja_base + 1), (en_base, en_base + 1), _cost(ja, en) / max(en[0].size, _SHORTEST))
        return [bead] if ja[0].kind == en[0].kind else []
    slope = columns / rows
    band = _BAND + abs(columns - rows)
    ways: list[dict[int, _State]] = [{} for _ in range(rows + 1)]
    ways[0][0] = 0.0, 0, 0, 0.0
    for i in range(rows + 1):
        here = ways[i]
        if not here:
            continue
        most = min([state[0] for state in here.values()]) + _BEAM
        last = min(columns, int(i * slope) + band)
        j = max(min(here), int(i * slope) - band) - 1
        reached = max(here)
        while (j := j + 1) <= min(last, reached):
            state = here.get(j)
            if state is None or state[0] > most:
                continue
            mergeable = i < rows and j < columns and ja[i].kind == _MERGEABLE == en[j].kind
            for more_ja, more_en, rare in _SHAPES if mergeable else _SINGLE:
                to_i, to_j = i + more_ja, j + more_en
                if to_i > rows or to_j > columns:
                    continue
                step = _cost(ja[i:to_i], en[j:to_j]) + rare
                row = ways[to_i]
                known = row.get(to_j)
                if known is None or state[0] + step < known[0]:
                    row[to_j] = state[0] + step, i, j, step
                    if to_i == i:  # English that is left out adds to this row while it is read
                        reached = max(reached, to_j)
    return _path(ways, en, ja_base, en_base, rows)


_SHORTEST = 20.0


def _path(
    ways: Sequence[Mapping[int, _State]], en: Sequence[Segment], ja_base: int, en_base: int, rows: int
) -> list[Bead]:
    i, j = rows, len(en)
    if j not in ways[i]:
        return []
    beads = []
    while i or j:
        _, from_i, from_j, step = ways[i][j]
        if from_i < i and from_j < j:
            size = sum(one.size for one in en[from_j:j])
            ja_range, en_range = (from_i + ja_base, i + ja_base), (from_j + en_base, j + en_base)
            beads.append(Bead(ja_range, en_range, step / max(size, _SHORTEST)))
        i, j = from_i, from_j
    return beads[::-1]


def _cost(ja: Sequence[Segment], en: Sequence[Segment]) -> float:
    """Negative log likelihood that the ones translate the others."""
    if len(ja) == 1 == len(en):
        one, other = ja[0], en[0]
        cost = _length_cost(one.size, other.size)
        if one.anchors or other.anchors:
            cost += _anchor_cost(one.anchors, other.anchors)
        return cost if one.kind == other.kind else cost + _OTHER_KIND
    if not ja or not en:
        # The longer a text, the less likely it is to be left out.
        return min(0.04 * sum([one.size for one in (*ja, *en)]), 6.0)
    for one in (*ja[1:], *en[1:]):
        if one.kind != _MERGEABLE:
            return math.inf
    cost = _length_cost(sum([one.size for one in ja]), sum([one.size for one in en]))
    return cost + _anchor_cost(_together(ja), _together(en))


def _together(segments: Sequence[Segment]) -> Anchors:
    some = [one.anchors for one in segments if one.anchors]
    if len(some) < 2:
        return some[0] if some else {}
    total = dict(some[0])
    for anchors in some[1:]:
        for anchor, count in anchors.items():
            total[anchor] = total.get(anchor, 0) + count
    return total


def _length_cost(ja: float, en: float) -> float:
    mean = (ja + en) / 2
    return _tail(round(abs(en - ja) / math.sqrt(max(mean, 1.0) * _VARIANCE), 2))


@lru_cache(maxsize=4096)
def _tail(deviation: float) -> float:
    """Negative log of the chance of a deviation that large."""
    return -math.log(max(math.erfc(deviation / math.sqrt(2)), 1e-12))


def _anchor_cost(ja: Anchors, en: Anchors) -> float:
    if not ja and not en:
        return 0.0
    shared = 0
    for anchor, count in ja.items():
        if anchor in en:
            shared += min(count, en[anchor])
    lacking = sum(ja.values()) + sum(en.values()) - 2 * shared
    return _LACKING * min(lacking, _MOST_ANCHORS) - _ANCHOR * min(shared, _MOST_ANCHORS)
