"""Which candidates are key terms: a weighted sum of what can be seen of each, squashed to 0..1.

The weights were learnt (logistic regression, one setting for all) on the development half of three
corpora; ``tests/benchmarks/key_terms.py`` learns them anew and prints what they reach.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from math import exp, log
from operator import mul
from typing import NamedTuple

from jpkit.document import Block
from jpkit.extraction.japanese import ALONE, INNER, QUOTED, STRUCK, VERBAL, Candidate

WEIGHTS = (
    # What can be seen of the spelling alone.
    ("latin", 3.70),
    ("latin capital", 1.26),
    ("katakana", 0.85),
    ("kanji", -1.50),
    ("okurigana", -1.59),  # 試し, 違い
    ("length", 0.39),
    ("commonness", 0.48),  # log share of posts of any subject that hold it
    ("commonness of japanese", -0.63),
    # What its places say.
    ("struck out", -2.00),  # share of the occurrences
    ("frequency", 0.20),  # log of occurrences
    ("alone", 0.25),  # share of occurrences as a whole run
    ("never alone", -0.72),
    ("families", -0.59),  # log of the different runs it stands in (C-value, Frantzi et al. 2000)
    ("subsumed", -0.37),  # never outside one and the same longer candidate
    ("title", 0.20),
    ("whole title run", 0.95),
    ("early in title", 1.55),
    ("heading", 0.60),
    ("lead", 1.44),  # the first blocks of the body
    ("spread", -0.90),
    ("more words", -0.30),
    ("verbal", -0.20),
    ("service", 0.50),
    ("abbreviation", 0.30),
    # What one of them means depends on another.
    ("frequency beside the most frequent", 0.73),
    ("frequency of latin", 0.63),
    ("frequency of kanji", 1.00),
    ("latin in title", 0.38),
    ("latin whole title run", -1.46),
    ("part of latin names", -0.50),  # Engineer of ML Engineer and Data Engineer
    ("generic in passing", -2.50),  # API, URL, 用意: common, once or twice, and not in the title
    ("defined", 1.00),
    ("quoted", 1.60),  # 「MLエンジニア」, and again without the marks
    ("repeated compound", 0.30),  # log of occurrences of 機械学習, not of BigQuery ML (C-value)
    ("service in passing", -0.80),  # named once, not in the title: it is among the services anyway
)
"""Feature, weight.

Learnt within bounds that say what an editor would (``BOUNDS`` of the benchmark): authors' tags, the
gold of two corpora, are names above all, so that without bounds a kanji word loses by being frequent,
and nothing in the corpora is struck out or marked as defined. What the bounds cost on tags,
``--fit`` shows when they are taken away.
"""

BIAS = -6.42

FEATURES = tuple(name for name, _ in WEIGHTS)
_OF_SPELLING = 8
"""So many features depend on the spelling alone; they are weighed once, however often it comes back."""
_SPELLING_WEIGHTS = tuple(weight for _, weight in WEIGHTS[:_OF_SPELLING])
_PLACE_WEIGHTS = tuple(weight for _, weight in WEIGHTS[_OF_SPELLING:])

_LEAD = 3
_TITLE_BIT, _HEADING_BIT, _LEAD_BIT = 1, 2, 4
_LATIN = re.compile(r"[!-~ ]+")
_KATAKANA = re.compile(r"[\u30a1-\u30ff\uff66-\uff9f]+")
_HIRAGANA = re.compile(r"[\u3041-\u309f]")
_KANJI = re.compile(r"[\u3005\u3400-\u9fff\uf900-\ufaff]+")


class Spelling(NamedTuple):
    """What can be seen of a candidate without its places."""

    features: tuple[float, ...]
    """The first of ``FEATURES``."""
    score: float
    """Their weighted sum."""
    latin: bool
    kanji: bool
    generic: bool
    """Too common to be a term where it is only mentioned: API, URL, 用意."""


def describe(
    candidates: Mapping[str, Candidate],
    blocks: Sequence[Block],
    *,
    common: Mapping[str, float],
    services: Collection[str] = (),
    abbreviations: Collection[str] = (),
    defined: Collection[str] = (),
) -> Iterator[tuple[str, Spelling, tuple[float, ...]]]:
    """Every candidate that could be a key term: its key, its spelling, and what its places say.

    ``spelling.features`` and the numbers behind it are the ``FEATURES``, in their order. ``common``
    holds the log share of posts that hold a word, ``services`` and ``abbreviations`` the keys of names
    that the catalogue or the text itself vouches for, ``defined`` those of the terms that the post
    defines.
    """
    bits = _block_bits(blocks)
    total = len(blocks) or 1
    most = max((len(candidate.occurrences) for candidate in candidates.values()), default=1)
    for key, candidate in candidates.items():
        _, words, occurrences = candidate
        count = len(occurrences)
        alone = inner = struck = verbal = where = title_alone = quoted = 0
        for index, _, _, flags, _ in occurrences:
            where |= bits[index]
            if flags:
                if flags & ALONE:
                    alone += 1
                    if flags & VERBAL:
                        verbal += 1
                    if flags & QUOTED:
                        quoted = 1
                    if bits[index] & _TITLE_BIT:
                        title_alone = 1
                if flags & INNER:
                    inner += 1
                if flags & STRUCK:
                    struck += 1
        if not (where or alone or count > 2 or key.isascii()):
            continue  # a part of a longer term in passing: of 2,300 terms among the first twenty none was one
        first_block, first_start, first_end, *_ = occurrences[0]
        text = blocks[first_block].text
        spelling = _spelling(text[first_start:first_end], key, common.get(key))
        latin = spelling.latin
        in_title = where & _TITLE_BIT > 0
        frequency = log(1 + count)
        subsumed = alone == 0 and any(len(candidates[longer].occurrences) == count for longer in candidate.longer())
        service = key in services
        places = (
            struck / count,
            frequency,
            alone / count,
            alone == 0,
            log(len(candidate.runs())) if count > 1 else 0.0,
            subsumed,
            in_title,
            title_alone,
            1 - first_start / len(text) if in_title else 0.0,
            where & _HEADING_BIT > 0,
            where & _LEAD_BIT > 0,
            (occurrences[-1][0] - first_block) / total,
            words > 2,
            verbal / count,
            service,
            key in abbreviations,
            count / most,
            frequency if latin else 0.0,
            frequency if spelling.kanji else 0.0,
            latin and in_title,
            latin and title_alone,
            inner == count,
            count < 3 and words == 1 and spelling.generic and not in_title,
            key in defined,
            quoted and count > 1,
            log(count) if words > 1 and count > 1 and not latin and not subsumed else 0.0,
            service and count == 1 and not in_title,
        )
        yield key, spelling, places


@lru_cache(maxsize=65536)
def _spelling(surface: str, key: str, common: float | None) -> Spelling:
    commonness = RARE if common is None else common
    latin = _LATIN.fullmatch(surface) is not None
    kanji = _KANJI.fullmatch(surface) is not None
    features = (
        latin,
        latin and not surface.islower(),
        _KATAKANA.fullmatch(surface) is not None,
        kanji,
        _HIRAGANA.search(surface) is not None,
        min(len(key), 12) / 12,
        commonness,
        0.0 if latin else commonness,
    )
    generic = commonness > _GENERIC if not latin else len(key) < 5 and surface.isupper() and common is not None
    return Spelling(features, sum(map(mul, _SPELLING_WEIGHTS, features)), latin, kanji, generic)


_GENERIC = -2.6
"""Log share of posts above which a word says little: one in thirteen."""
RARE = -7.0
"""Log share of a word that the background does not list."""


def _block_bits(blocks: Sequence[Block]) -> list[int]:
    bits = []
    lead = 0
    for block in blocks:
        if block.kind == "title":
            bits.append(_TITLE_BIT)
        elif block.kind == "heading":
            bits.append(_HEADING_BIT)
        elif lead < _LEAD:
            lead += 1
            bits.append(_LEAD_BIT)
        else:
            bits.append(0)
    return bits


def rank(
    candidates: Mapping[str, Candidate],
    blocks: Sequence[Block],
    *,
    common: Mapping[str, float],
    services: Collection[str] = (),
    abbreviations: Collection[str] = (),
    defined: Collection[str] = (),
) -> dict[str, float]:
    """Score of every candidate that could be one: the probability, 0 to 1, that an author would name it."""
    rows = describe(candidates, blocks, common=common, services=services, abbreviations=abbreviations, defined=defined)
    return {
        key: 1 / (1 + exp(-BIAS - spelling.score - sum(map(mul, _PLACE_WEIGHTS, places))))
        for key, spelling, places in rows
    }
