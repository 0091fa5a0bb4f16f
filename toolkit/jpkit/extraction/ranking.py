"""Which candidates are key terms: a weighted sum of what can be seen of each, squashed to 0..1.

The weights were learnt on the development half of three corpora, one setting for all: within each post
the terms that its author named are to come before the others (a softmax over the post's candidates,
ListNet, Cao et al. 2007). ``tests/benchmarks/key_terms.py`` learns them anew and prints what they reach;
``contributions`` shows what made one score.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from math import exp, log
from operator import mul
from typing import NamedTuple

from jpkit.document import Block
from jpkit.extraction.japanese import ALONE, LEADING, QUOTED, STRUCK, VERBAL, Candidate
from jpkit.lazy import lazy
from jpkit.letters import is_kanji

WEIGHTS = (
    # What can be seen of the spelling alone.
    ("capital", 0.62),  # a Latin name that is not all lower case
    ("acronym", 0.76),
    ("digit", -0.82),
    ("file name", -0.93),  # main.cpp, my_function
    ("kanji", -0.37),
    ("kanji word", -0.46),  # 実行, not 実行環境
    ("mixed script", -0.37),
    ("okurigana", -0.55),  # 試し, 違い
    ("longer than 2", 0.59),
    ("longer than 3", 0.18),
    ("commonness of japanese", -0.12),  # log share of posts of any subject that hold it, above the rarest
    ("known latin", 1.31),  # a Latin word that posts of several subjects hold
    ("technical term", 1.09),  # data/computing-ja.txt has it
    # What its places say.
    ("struck out", -2.48),  # share of the occurrences
    ("alone", 0.49),  # share of occurrences as a whole run (C-value, Frantzi et al. 2000)
    ("never alone", -0.44),
    ("verbal", -0.25),  # share before する
    ("lead", 0.34),  # in the first blocks of the body
    ("first in lead", 0.17),  # and there first in a sentence or a bracket
    ("first", 0.33),  # first in a sentence or a bracket somewhere
    ("early", 0.33),  # log of how soon it is first named (KEA, Witten et al. 1999)
    ("frequency beside the most frequent", 0.99),
    ("quoted", 1.49),  # 「MLエンジニア」, and again without the marks
    ("service", 0.87),
    ("frequency of service", 0.55),  # log of occurrences
    ("service in passing", -0.74),  # named once, not in the title: it is among the services anyway
    ("short form", 1.61),  # GKE of Google Kubernetes Engine（以下、GKE）
    ("defined", 1.41),
    ("frequency of latin", 0.20),
    ("frequency of kanji", 0.50),
    ("frequency of compound", 0.12),  # 機械学習, not BigQuery ML
    ("kanji in title", 0.53),
)
"""Feature, weight.

Learnt within bounds that say what an editor would (``BOUNDS`` of the benchmark): nothing in the corpora is
struck out, and authors' tags, the gold of two of them, are names above all.
"""

BIAS = -5.94

FEATURES = tuple(name for name, _ in WEIGHTS)
_OF_SPELLING = FEATURES.index("struck out")
"""So many features depend on the spelling alone; they are weighed once, however often it comes back."""
_SPELLING_WEIGHTS = tuple(weight for _, weight in WEIGHTS[:_OF_SPELLING])
_PLACE_WEIGHTS = tuple(weight for _, weight in WEIGHTS[_OF_SPELLING:])

_LEAD = 3
_TITLE_BIT, _HEADING_BIT, _LEAD_BIT = 1, 2, 4
_LATIN = lazy(r"[!-~ ]+")
_DIGIT = lazy("[0-9]")
_LETTER = lazy("[A-Za-z]")
_FILE_ENDS = (
    "_",
    *(
        f".{ending}"
        for ending in "exe txt css htm html cpp cc c h hpp py rb bat dll ini json yml yaml toml md png jpg jpeg gif svg"
        " ttf xpi php zip log conf cfg sh rdf xml dat lock csv tsv pdf mp3 mp4 sql ipynb lua vim go rs ts tsx jsx java"
        " class jar so tex bib com org jp".split()
    ),
)
_HIRAGANA = lazy("[\u3041-\u309f]")


class Spelling(NamedTuple):
    """What can be seen of a candidate without its places."""

    features: tuple[float, ...]
    """The first of ``FEATURES``."""
    score: float
    """Their weighted sum."""
    latin: bool
    kanji: bool


class Known(NamedTuple):
    """What is known of words before their places are looked at; all are keys (``term_key``)."""

    common: Mapping[str, float]
    """Log share of posts that hold a word."""
    technical: Collection[str] = ()
    """Established technical terms."""
    services: Collection[str] = ()
    """Names that the catalogue vouches for."""
    short_forms: Collection[str] = ()
    """Abbreviations that the post itself binds."""
    defined: Collection[str] = ()
    """Terms that the post defines."""


def describe(
    candidates: Mapping[str, Candidate], blocks: Sequence[Block], known: Known
) -> Iterator[tuple[str, Spelling, tuple[float, ...]]]:
    """Every candidate that could be a key term: its key, its spelling, and what its places say.

    ``spelling.features`` and the numbers behind it are the ``FEATURES``, in their order.
    """
    common, technical, services, short_forms, defined = known
    bits = _block_bits(blocks)
    total = len(blocks) or 1
    most = max((len(candidate.occurrences) for candidate in candidates.values()), default=1)
    for key, candidate in candidates.items():
        _, words, occurrences = candidate
        count = len(occurrences)
        alone = struck = verbal = where = union = 0
        for index, _, _, flags, _ in occurrences:
            bit = bits[index]
            where |= bit
            if flags:
                union |= flags
                if flags & ALONE:
                    alone += 1
                    if flags & VERBAL:
                        verbal += 1
                if flags & STRUCK:
                    struck += 1
        if not (where or alone or count > 2 or key.isascii()):
            continue  # a part of a longer term in passing: of 2,300 terms among the first twenty none was one
        first_block, first_start, first_end, *_ = occurrences[0]
        spelling = _spelling(
            blocks[first_block].text[first_start:first_end], key, common.get(key), words, key in technical
        )
        frequency = log(1 + count)
        service = key in services
        leading = union & LEADING > 0
        lead = where & _LEAD_BIT > 0
        places = (
            struck / count,
            alone / count,
            alone == 0,
            verbal / count,
            lead,
            lead and leading,
            leading,
            -log(first_block / total + 0.05),
            count / most,
            count > 1 and union & QUOTED > 0,
            service,
            frequency if service else 0.0,
            service and count == 1 and not where & _TITLE_BIT,
            key in short_forms,
            key in defined,
            frequency if spelling.latin else 0.0,
            frequency if spelling.kanji else 0.0,
            frequency if words > 1 and not spelling.latin else 0.0,
            where & _TITLE_BIT and spelling.kanji,
        )
        yield key, spelling, places


@lru_cache(maxsize=8192)
def _spelling(surface: str, key: str, common: float | None, words: int, technical: bool) -> Spelling:
    latin = _LATIN.fullmatch(surface) is not None
    kanji = all(map(is_kanji, surface))
    features = (
        latin and not surface.islower(),
        latin and surface.isupper(),
        _DIGIT.search(key) is not None,
        latin and surface.lower().endswith(_FILE_ENDS),
        kanji,
        kanji and words == 1,
        not latin and _LETTER.search(key) is not None,
        _HIRAGANA.search(surface) is not None,
        len(key) > 2,
        len(key) > 3,
        0.0 if latin or common is None else common - RARE,
        latin and common is not None,
        technical,
    )
    return Spelling(features, sum(map(mul, _SPELLING_WEIGHTS, features)), latin, kanji)


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


def rank(candidates: Mapping[str, Candidate], blocks: Sequence[Block], known: Known) -> dict[str, float]:
    """Score of every candidate that could be one: the probability, 0 to 1, that an author would name it."""
    return {
        key: 1 / (1 + exp(-BIAS - spelling.score - sum(map(mul, _PLACE_WEIGHTS, places))))
        for key, spelling, places in describe(candidates, blocks, known)
    }


def contributions(spelling: Spelling, places: Sequence[float]) -> list[tuple[str, float]]:
    """What each feature that says something adds to a score (in log odds, ``BIAS`` apart), the weightiest first."""
    added = [
        (name, weight * value)
        for (name, weight), value in zip(WEIGHTS, (*spelling.features, *places), strict=True)
        if value
    ]
    return sorted(added, key=lambda item: -abs(item[1]))
