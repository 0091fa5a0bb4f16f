"""Which blocks, and which sentences in them, of a page and its translation say the same.

Dynamic programming over lengths, after W. A. Gale and K. W. Church, "A program for aligning sentences
in bilingual corpora", Computational Linguistics 19 (1993) 75-102, first over sections, then over the
blocks of those that belong together, then over the sentences of such blocks. What translators leave as
it is (code, addresses, numbers, Latin names) counts beside the length.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
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
_BEAM = 15.0
"""A way that is so much dearer than the cheapest one to the same Japanese segment is given up: as to leave one out
costs 4.6 and more, some ten ways are left for each, whatever the length of the page."""

_MERGEABLE = ""
"""Kind of what may be joined: paragraphs, sentences; no headings, cells, items."""


def align(ja: Sequence[Segment], en: Sequence[Segment]) -> list[Bead]:
    """The likeliest beads of two sequences, in their order; what has no partner is in none.

    Headings part both in sections, and each section is aligned with its own by itself: a page that has grown in one
    language only is found again below its next heading.
    """
    ja_parts, en_parts = _sections(ja), _sections(en)
    matched = _matched(ja_parts, en_parts)
    if not matched:
        return _align(ja, en, 0, 0)
    beads = _align(ja[: ja_parts[0].head], en[: en_parts[0].head], 0, 0)
    for one, other in matched:
        i, j = one.head, other.head
        beads.append(Bead((i, i + 1), (j, j + 1), 0.0))
        beads += _align(ja[i + 1 : one.end], en[j + 1 : other.end], i + 1, j + 1)
    return beads


class _Section(NamedTuple):
    """A heading and what is below it, up to the next heading."""

    head: int
    end: int
    size: float
    anchors: Anchors
    anchored: int
    kind: str


def _sections(segments: Sequence[Segment]) -> list[_Section]:
    heads = [at for at, one in enumerate(segments) if one.kind.startswith("heading")]
    found = []
    for head, end in pairwise([*heads, len(segments)]):
        anchors: Counter[str] = Counter()
        for one in segments[head:end]:
            anchors.update(one.anchors)
        size = sum([one.size for one in segments[head:end]])
        found.append(_Section(head, end, size, anchors, sum(anchors.values()), segments[head].kind))
    return found


def _matched(ja: Sequence[_Section], en: Sequence[_Section]) -> list[tuple[_Section, _Section]]:
    """The sections that are one in both: all, where the headings have the same levels in the same order."""
    if [one.kind for one in ja] == [one.kind for one in en]:
        return list(zip(ja, en, strict=True))
    if len(ja) * len(en) > _MOST_CELLS:
        return []
    # From the end, what it costs to match all from here on, and the first step: both, Japanese or English left out.
    below = [(_SECTION_LEFT_OUT * left, 0, 1) for left in range(len(en), -1, -1)]
    steps = []
    for i in range(len(ja) - 1, -1, -1):
        row = [(_SECTION_LEFT_OUT * (len(ja) - i), 1, 0)]
        for j in range(len(en) - 1, -1, -1):
            row.append(
                min(
                    (below[j + 1][0] + _section_cost(ja[i], en[j]), 1, 1),
                    (below[j][0] + _SECTION_LEFT_OUT, 1, 0),
                    (row[-1][0] + _SECTION_LEFT_OUT, 0, 1),
                )
            )
        below = row[::-1]
        steps.append(below)
    found = []
    i = j = 0
    while i < len(ja) and j < len(en):
        _, more_ja, more_en = steps[-1 - i][j]
        if more_ja and more_en:
            found.append((ja[i], en[j]))
        i, j = i + more_ja, j + more_en
    return found


_MOST_CELLS = 250_000
"""Headings of the one times headings of the other: more would take over a second."""
_SECTION_LEFT_OUT = 4.0
_OTHER_LEVEL = 3.0
_KEPT = 6.0
"""What it is worth that all anchors of a section stand in the other, and costs that none does."""


def _section_cost(ja: _Section, en: _Section) -> float:
    cost = min(_length_cost(ja.size, en.size), _SECTION_LEFT_OUT) + (_OTHER_LEVEL if ja.kind != en.kind else 0.0)
    total = ja.anchored + en.anchored
    if not total:
        return cost
    few, many = (ja.anchors, en.anchors) if len(ja.anchors) < len(en.anchors) else (en.anchors, ja.anchors)
    shared = sum([min(count, many[anchor]) for anchor, count in few.items() if anchor in many])
    return cost + _KEPT * (1 - 4 * shared / total)


_State = tuple[float, int, int, float]
"""The cheapest way to a cell: its cost, where it came from, and what the last step cost."""


class _Stretch(NamedTuple):
    """Segments that follow one another, as one side of a bead."""

    size: float
    anchors: Anchors
    anchored: int
    """Of all its anchors."""
    kind: str


def _align(ja: Sequence[Segment], en: Sequence[Segment], ja_base: int, en_base: int) -> list[Bead]:
    rows, columns = len(ja), len(en)
    if not rows or not columns:
        return []
    ja_stretches, en_stretches = _stretches(ja), _stretches(en)
    if rows == columns == 1:
        cost = _cost(ja_stretches[0][0], en_stretches[0][0]) / max(en[0].size, _SHORTEST)
        return [Bead((ja_base, ja_base + 1), (en_base, en_base + 1), cost)] if ja[0].kind == en[0].kind else []
    ways: list[dict[int, _State]] = [{} for _ in range(rows + 1)]
    ways[0][0] = 0.0, 0, 0, 0.0
    for i in range(rows + 1):
        here = ways[i]
        most = min([state[0] for state in here.values()]) + _BEAM if i < rows else math.inf
        j, reached = min(here) - 1, max(here)
        ones: Sequence[_Stretch] = ja_stretches[i] if i < rows else ()
        while (j := j + 1) <= reached:
            state = here.get(j)
            if state is None or state[0] > most:
                continue
            others: Sequence[_Stretch] = en_stretches[j] if j < columns else ()
            mergeable = ones and others and ones[0].kind == _MERGEABLE == others[0].kind
            for more_ja, more_en, rare in _SHAPES if mergeable else _SINGLE:
                if more_ja > len(ones) or more_en > len(others):
                    continue
                if not more_ja:
                    step = _cost_alone(others[0]) + rare
                elif not more_en:
                    step = _cost_alone(ones[0]) + rare
                else:
                    step = _cost(ones[more_ja - 1], others[more_en - 1]) + rare
                to_j = j + more_en
                row = ways[i + more_ja]
                known = row.get(to_j)
                if known is None or state[0] + step < known[0]:
                    row[to_j] = state[0] + step, i, j, step
                    if not more_ja and to_j > reached:  # English that is left out adds to the row that is read
                        reached = to_j
    return _path(ways, en, ja_base, en_base, rows)


def _stretches(segments: Sequence[Segment]) -> list[list[_Stretch]]:
    """By segment, the stretches of one, two, three that begin with it; what cannot be joined is alone."""
    found = []
    for start, (size, anchors, kind) in enumerate(segments):
        one = _Stretch(size, anchors, sum(anchors.values()), kind)
        here = [one]
        if kind == _MERGEABLE:
            for more in segments[start + 1 : start + _MOST_JOINED]:
                if more.kind != _MERGEABLE:
                    break
                together = _together(one.anchors, more.anchors)
                one = _Stretch(one.size + more.size, together, one.anchored + sum(more.anchors.values()), kind)
                here.append(one)
        found.append(here)
    return found


_MOST_JOINED = 3
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


def _cost(ja: _Stretch, en: _Stretch) -> float:
    """Negative log likelihood that the one translates the other."""
    cost = _length_cost(ja.size, en.size)
    if ja.anchored or en.anchored:
        cost += _anchor_cost(ja, en)
    return cost if ja.kind == en.kind else cost + _OTHER_KIND


def _cost_alone(one: _Stretch) -> float:
    """The longer a text, the less likely it is to be left out."""
    return min(0.04 * one.size, 6.0)


def _together(one: Anchors, other: Anchors) -> Anchors:
    if not one or not other:
        return one or other
    return {**one, **{anchor: count + one.get(anchor, 0) for anchor, count in other.items()}}


def _length_cost(ja: float, en: float) -> float:
    deviation = abs(en - ja) / math.sqrt(max((ja + en) / 2, 1.0) * _VARIANCE)
    return _TAILS[min(int(deviation * 100 + 0.5), len(_TAILS) - 1)]


_TAILS = [-math.log(max(math.erfc(hundredths / 100 / math.sqrt(2)), 1e-12)) for hundredths in range(720)]
"""Negative log of the chance of a deviation that large, by hundredths; behind the last all are 1e-12."""


def _anchor_cost(ja: _Stretch, en: _Stretch) -> float:
    shared = 0
    if ja.anchored and en.anchored:
        others = en.anchors
        for anchor, count in ja.anchors.items():
            if anchor in others:
                shared += min(count, others[anchor])
    lacking = ja.anchored + en.anchored - 2 * shared
    return _LACKING * min(lacking, _MOST_ANCHORS) - _ANCHOR * min(shared, _MOST_ANCHORS)
