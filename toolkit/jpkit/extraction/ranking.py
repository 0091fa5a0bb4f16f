"""Which candidates are key terms: a weighted sum of what can be seen of each, squashed to 0..1.

The weights were learnt on the development half of three corpora, one setting for all: within each post
the terms that its author named are to come before the others (a softmax over the post's candidates,
ListNet, Cao et al. 2007). ``tests/benchmarks/key_terms.py`` learns them anew and prints what they reach;
``contributions`` shows what made one score.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from math import exp, log
from operator import mul
from typing import NamedTuple

from jpkit.document import Block
from jpkit.extraction.japanese import ALONE, LEADING, QUOTED, STRUCK, VERBAL, Candidates
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
    # What they say within the post.
    ("early", 0.33),  # log of how soon it is first named (KEA, Witten et al. 1999)
    ("frequency beside the most frequent", 0.99),
)
"""Feature, weight.

Learnt within bounds that say what an editor would (``BOUNDS`` of the benchmark): nothing in the corpora is
struck out, and authors' tags, the gold of two of them, are names above all.
"""

BIAS = -5.94

FEATURES = tuple(name for name, _ in WEIGHTS)
_WEIGHT = dict(WEIGHTS)
_PLACE_WEIGHTS = tuple(_WEIGHT[name] for name in FEATURES[FEATURES.index("struck out") : FEATURES.index("early")])

_LEAD = 3
_TITLE_BIT, _HEADING_BIT, _LEAD_BIT = 1, 2, 4
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


Spelled = tuple[str, str, float | None, int, bool]
"""A candidate without its places: surface, key, log share of posts that hold it, words, is it a technical term."""

Placed = tuple[tuple[float, ...], float]
"""What the places of a candidate say whatever the post: those of ``FEATURES``, and their weighted sum."""


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


Described = tuple[str, Spelled, Placed, tuple[float, float]]
"""A candidate's key and what its ``features`` are made of; the two last of them stand by themselves."""


def describe(candidates: Candidates, blocks: Sequence[Block], known: Known) -> list[Described]:
    """Every candidate that could be a key term."""
    described: list[Described] = []
    rank(candidates, blocks, known, described)
    return described


def rank(
    candidates: Candidates, blocks: Sequence[Block], known: Known, described: list[Described] | None = None
) -> dict[str, float]:
    """Score of every candidate that could be one: the probability, 0 to 1, that an author would name it.

    To ``described``, where it is given, goes what the scores are made of.
    """
    common, technical, services, short_forms, defined = known
    bits = _block_bits(blocks)
    total = len(blocks) or 1
    most = max(map(len, candidates.values()), default=1)
    earliness = [-log(at / total + 0.05) for at in range(total)]
    early_weight, frequent_weight = _WEIGHT["early"], _WEIGHT["frequency beside the most frequent"]
    scores: dict[str, float] = {}
    for key, occurrences in candidates.items():
        count = len(occurrences)
        alone = struck = verbal = where = union = 0
        for index, _, _, flags, _, _ in occurrences:
            where |= bits[index]
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
        block, start, end, _, words, _ = occurrences[0]
        spelled = (blocks[block].text[start:end], key, common.get(key), words, key in technical)
        spelling, latin, kanji = _spelling(*spelled)
        placed = _placed(
            count,
            alone,
            struck,
            verbal,
            where,
            union,
            latin,
            kanji,
            words > 1,
            key in services,
            key in short_forms,
            key in defined,
        )
        early, frequent = earliness[block], count / most
        if described is not None:
            described.append((key, spelled, placed, (early, frequent)))
        scores[key] = 1 / (1 + exp(-BIAS - spelling - placed[1] - early_weight * early - frequent_weight * frequent))
    return scores


@lru_cache(maxsize=4096)
def _spelling(surface: str, key: str, common: float | None, words: int, technical: bool) -> tuple[float, bool, bool]:
    """What can be seen of a candidate without its places, weighed and summed up; and is it Latin, is it kanji?

    The sum of ``_of_spelling`` (a test holds it to that) without what is not there: most spellings come once.
    """
    latin = surface.isascii() and surface.isprintable()
    kanji = False
    score = 0.0
    if latin:
        if not surface.islower():
            score += _WEIGHT["capital"]
            if surface.isupper():
                score += _WEIGHT["acronym"]
        if not surface.isalpha() and surface.lower().endswith(_FILE_ENDS):
            score += _WEIGHT["file name"]
        if common is not None:
            score += _WEIGHT["known latin"]
        if not key.isalpha() and _DIGIT.search(key):
            score += _WEIGHT["digit"]
    else:
        kanji = all(map(is_kanji, surface))
        if common is not None:
            score += _WEIGHT["commonness of japanese"] * (common - RARE)
        if kanji:
            score += _WEIGHT["kanji"]
            if words == 1:
                score += _WEIGHT["kanji word"]
        else:
            if _DIGIT.search(key):
                score += _WEIGHT["digit"]
            if _LETTER.search(key):
                score += _WEIGHT["mixed script"]
            if _HIRAGANA.search(surface):
                score += _WEIGHT["okurigana"]
    if len(key) > 2:
        score += _WEIGHT["longer than 2"]
        if len(key) > 3:
            score += _WEIGHT["longer than 3"]
    if technical:
        score += _WEIGHT["technical term"]
    return score, latin, kanji


def _of_spelling(surface: str, key: str, common: float | None, words: int, technical: bool) -> tuple[float, ...]:
    """The first of ``FEATURES``."""
    latin = surface.isascii() and surface.isprintable()
    kanji = not latin and all(map(is_kanji, surface))
    return (
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


@lru_cache(maxsize=8192)
def _placed(
    count: int,
    alone: int,
    struck: int,
    verbal: int,
    where: int,
    flags: int,
    latin: bool,
    kanji: bool,
    compound: bool,
    service: bool,
    short_form: bool,
    defined: bool,
) -> Placed:
    """What so many places say of a candidate of this kind; most of a post's stand in one place each."""
    frequency = log(1 + count)
    title = where & _TITLE_BIT > 0
    lead = where & _LEAD_BIT > 0
    leading = flags & LEADING > 0
    features = (
        struck / count,
        alone / count,
        alone == 0,
        verbal / count,
        lead,
        lead and leading,
        leading,
        count > 1 and flags & QUOTED > 0,
        service,
        frequency if service else 0.0,
        service and count == 1 and not title,
        short_form,
        defined,
        frequency if latin else 0.0,
        frequency if kanji else 0.0,
        frequency if compound and not latin else 0.0,
        title and kanji,
    )
    return features, sum(map(mul, _PLACE_WEIGHTS, features))


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


def features(spelled: Spelled, placed: Placed, within_post: tuple[float, float]) -> tuple[float, ...]:
    """The ``FEATURES`` of a candidate, as ``describe`` has it."""
    return (*_of_spelling(*spelled), *placed[0], *within_post)


def contributions(features: Sequence[float]) -> list[tuple[str, float]]:
    """What each feature that says something adds to a score (in log odds, ``BIAS`` apart), the weightiest first."""
    added = [(name, weight * value) for (name, weight), value in zip(WEIGHTS, features, strict=True) if value]
    return sorted(added, key=lambda item: -abs(item[1]))
