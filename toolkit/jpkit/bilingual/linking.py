"""Term pairs of a site: which runs of words translate each other, and how sure that is.

Every Japanese phrase is set beside the English ones that its words are linked to (``association``); what
they share over the whole site is weighed by ``WEIGHTS``, and the surest pairs are taken first, each name
once: competitive linking, after I. D. Melamed, "Models of translational equivalence among words",
Computational Linguistics 26 (2000) 221-249.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from operator import mul
from typing import Any

import numpy as np

from jpkit.bilingual.association import Floats, Known, link_words
from jpkit.bilingual.known import known_names, known_words
from jpkit.bilingual.model import Linked, Place, TermPair
from jpkit.bilingual.pair import GOOD, INITIAL, TITLED, WHOLE, PagePair, Phrase, Unit
from jpkit.bilingual.vocabulary import english as known_english
from jpkit.bilingual.vocabulary import english_names
from jpkit.bilingual.words import are_of_one_family
from jpkit.extraction.english_number import singular, singular_spelling

WEIGHTS: Mapping[str, float] = {
    "share": 1.8,  # of the links of its words, mean over the sentences that have the Japanese name
    "dice": 2.6,  # the same over the sentences of either name
    "best": 1.7,  # in the best sentence
    "target": 0.9,  # both the text of a link to the same page; twice at most
    "whole": 0.4,  # both are all of a heading, an item, a cell
    "known": 2.5,  # the names as a whole are known to sound or to mean the same
    "phrase": 2.1,  # share of the English places that are noun phrases by their word classes
    "participle": -1.0,  # containerized, encoded
    "length": -1.4,  # by how many words the one is longer, three at most
}
"""Learnt by `tests/benchmarks/bilingual.py --fit` on the Japanese names of `computing-ja.tsv` that two sites of page
pairs have, whole and by fives of their pages, with nothing known beforehand but transliteration: of the English
phrases in the sentences of such a name, the one in the table is the right one."""

_NEAREST = 5
"""English phrases that are looked at for one Japanese one in a sentence."""
_LEAST = 0.15
"""Share of links from which a pair of phrases is looked at."""
_PLACES = 3
_KNOWN = 0.8
"""Of names that are known to be one, lengths say nothing: ゼロトラストアーキテクチャ is one word to Sudachi."""


class _Seen:
    """What the site tells of one pair of phrases."""

    __slots__ = ("best", "count", "places", "share", "target", "whole")

    def __init__(self) -> None:
        self.share = self.best = 0.0
        self.count = self.target = self.whole = 0
        self.places: list[tuple[float, Place]] = []


class _Name:
    """What the site tells of one phrase."""

    __slots__ = ("good", "places", "sentences", "spellings", "words")

    def __init__(self) -> None:
        self.sentences = self.places = self.good = self.words = 0
        self.spellings: dict[tuple[str, int], int] = {}


def link_terms(pages: Iterable[PagePair], *, words: Known = known_words, names: Known = known_names) -> Linked:
    """The term pairs of all pages.

    ``words`` and ``names`` say how surely two of them translate each other by what is known beforehand.
    """
    placed = list(distinct(pages))
    matrices = link_words([unit for _, _, unit in placed], words) if placed else []
    strangers = _strangers(placed, matrices)
    if strangers:
        placed = [one for one in placed if one[:2] not in strangers]
        matrices = link_words([unit for _, _, unit in placed], words) if placed else []
    return Linked(tuple(_term_pairs(placed, matrices, names)), tuple(sorted(strangers)))


_STRANGE = 0.22
"""Mean strength of the surest link of a Japanese word. Pages set beside the wrong ones have .12 to .23 (one .29), real
translations .27 (one that was written anew) to .95: 185 pages of two sites, alone, in fives and all together."""
_FEWEST_WORDS = 25


def _strangers(placed: Sequence[tuple[str, str, Unit]], matrices: Sequence[Floats]) -> set[tuple[str, str]]:
    strength: dict[tuple[str, str], list[float]] = defaultdict(list)
    for (ja, en, _), matrix in zip(placed, matrices, strict=True):
        strength[ja, en].extend(matrix.max(axis=1).tolist())
    return {
        pages
        for pages, values in strength.items()
        if len(values) >= _FEWEST_WORDS and sum(values) / len(values) < _STRANGE
    }


def _term_pairs(placed: Sequence[tuple[str, str, Unit]], matrices: Sequence[Floats], names: Known) -> list[TermPair]:
    seen, japanese, english = gather(placed, matrices)
    ja_names, en_names = _names(seen, japanese, english)
    weighed = defaultdict(list)
    for (ja, en), one in seen.items():
        measured = features(one, japanese[ja], english[en], names(ja, en_names[en]), en_names[en])
        weighed[ja].append((sum(map(mul, WEIGHTS.values(), measured)), en))
    return [
        _pair(ja, ja_names[ja], _as_noun(ja, en_names[en], english[en]), score, seen[ja, en], japanese[ja])
        for score, ja, en in _compete(weighed, seen, japanese)
    ]


def _as_noun(ja: str, en: str, seen: _Name) -> str:
    """The English name as our vocabulary has it, where the site has its words in a form that no noun has: containerized
    is containerization."""
    if seen.good * 2 > seen.places and not en.endswith("ed"):
        return en
    return next((name for name in known_english(ja) if are_of_one_family(name, en)), en)


def _names(
    seen: Iterable[tuple[str, str]], japanese: Mapping[str, _Name], english: Mapping[str, _Name]
) -> tuple[dict[str, str], dict[str, str]]:
    """How the names are shown, by key."""
    small = {word for name in english.values() for text, flags in name.spellings if not flags for word in text.split()}
    return (
        {key: _most_frequent(japanese[key].spellings) for key in {ja for ja, _ in seen}},
        {key: citation(english[key].spellings, small) for key in {en for _, en in seen}},
    )


def distinct(pages: Iterable[PagePair]) -> Iterator[tuple[str, str, Unit]]:
    """Every unit once: headings and notes that stand on all pages say nothing new."""
    seen = set()
    for page in pages:
        for unit in page.units:
            said = unit.ja.words, unit.en.words
            if said not in seen:
                seen.add(said)
                yield page.ja, page.en, unit


def gather(
    placed: Sequence[tuple[str, str, Unit]], matrices: Iterable[Any]
) -> tuple[dict[tuple[str, str], _Seen], dict[str, _Name], dict[str, _Name]]:
    """What the site tells of every pair of phrases, and of every phrase by itself."""
    seen: dict[tuple[str, str], _Seen] = defaultdict(_Seen)
    japanese: dict[str, _Name] = defaultdict(_Name)
    english: dict[str, _Name] = defaultdict(_Name)
    for (ja_path, en_path, unit), matrix in zip(placed, matrices, strict=True):
        for names, side in ((japanese, unit.ja), (english, unit.en)):
            for key, surface, first, last, flags, _ in side.phrases:
                name = names[key]
                spelling = surface, flags & (TITLED | INITIAL)
                name.spellings[spelling] = name.spellings.get(spelling, 0) + 1
                name.good += flags & GOOD > 0
                name.places += 1
                name.words = last - first
            for key in {phrase.key for phrase in side.phrases}:
                names[key].sentences += 1
        place = Place(ja_path, unit.ja.line, en_path, unit.en.line)
        for (ja, en), (share, ja_phrase, en_phrase) in _near(unit, matrix).items():
            one = seen[ja, en]
            one.share += share
            one.best = max(one.best, share)
            one.count += 1
            if ja_phrase.target and ja_phrase.target == en_phrase.target:
                one.target += 1
            if ja_phrase.flags & en_phrase.flags & WHOLE:
                one.whole += 1
            one.places.append((share, place))
    return seen, japanese, english


def _near(unit: Unit, matrix: Any) -> dict[tuple[str, str], tuple[float, Phrase, Phrase]]:
    """For each pair of phrases of a unit that its words link: the share of their links, where it is largest."""
    ja, en = unit.ja.phrases, unit.en.phrases
    if not ja or not en:
        return {}
    sums = np.zeros((matrix.shape[0] + 1, matrix.shape[1] + 1))
    np.cumsum(np.cumsum(matrix, 0), 1, out=sums[1:, 1:])
    top, bottom = np.array([one.first for one in ja]), np.array([one.last for one in ja])
    left, right = np.array([one.first for one in en]), np.array([one.last for one in en])
    low, high = sums[top], sums[bottom]
    inside = high[:, right] - low[:, right] - high[:, left] + low[:, left]
    leaving = (high[:, -1] - low[:, -1])[:, None] + (sums[-1, right] - sums[-1, left])[None, :]
    share = 2 * inside / (leaving + 1e-9)
    if len(en) > _NEAREST:
        # Of the others nothing is left but what is as near as the last of the nearest.
        share[share < np.partition(share, -_NEAREST, axis=1)[:, -_NEAREST, None]] = 0.0
    found: dict[tuple[str, str], tuple[float, Phrase, Phrase]] = {}
    rows, columns = np.nonzero(share >= _LEAST)
    for row, column, value in zip(rows.tolist(), columns.tolist(), share[rows, columns].tolist(), strict=True):
        pair = ja[row].key, en[column].key
        if value > found.get(pair, (0.0,))[0]:
            found[pair] = value, ja[row], en[column]
    _add_links(found, ja, en)
    return found


def _add_links(
    found: dict[tuple[str, str], tuple[float, Phrase, Phrase]], ja: Sequence[Phrase], en: Sequence[Phrase]
) -> None:
    """Texts of links to the same page belong together even where their words are not linked."""
    targets = {one.target: one for one in ja if one.target}
    for one in en:
        if one.target in targets:
            other = targets[one.target]
            share = found.get((other.key, one.key), (0.0,))[0]
            found[other.key, one.key] = share, other, one


def features(one: _Seen, ja: _Name, en: _Name, known: float, name: str) -> tuple[float, ...]:
    """What is weighed of a pair, in the order of ``WEIGHTS``."""
    return (
        one.share / ja.sentences,
        2 * one.share / (ja.sentences + en.sentences),
        one.best,
        min(one.target, 2),
        min(one.whole, 1),
        known,
        en.good / en.places,
        float(name.endswith(("ed", "ly")) and not name.endswith("eed")),
        0 if known > _KNOWN else min(abs(ja.words - en.words), 3),
    )


def _compete(
    weighed: Mapping[str, Sequence[tuple[float, str]]],
    seen: Mapping[tuple[str, str], _Seen],
    japanese: Mapping[str, _Name],
) -> list[tuple[float, str, str]]:
    """The surest pairs first; a name that is taken is left to a synonym only where that is sure as well.

    What is only ever a part of longer names (自己修復型 of 自己修復型アプリケーション) takes nothing from others, and
    neither does the English word itself, where Japanese pages have it beside their own (chart beside チャート).
    """
    ranked = sorted(((total, ja, en) for ja, found in weighed.items() for total, en in found), reverse=True)
    done: set[str] = set()
    taken: dict[str, str] = {}
    result = []
    for total, ja, en in ranked:
        if ja in done:
            continue
        alone = japanese[ja].good > 0 and not ja.isascii()
        other = taken.get(en) if alone else None
        if other is not None and (ja in other or other in ja or seen[ja, en].count < 2 or total < _SURE):
            continue
        done.add(ja)
        if alone:
            taken.setdefault(en, ja)
        result.append((probability(total, seen[ja, en].count), ja, en))
    return sorted(result, key=lambda one: (-one[0], one[1]))


_SURE = 8.0
"""Weight from which a name may be a second one of the same thing; all 52 pairs of the calibration that weigh more
were right."""


def probability(total: float, count: int) -> float:
    """How sure a pair of that weight is that meets in so many sentences.

    Fitted to 265 pairs of both sites, drawn evenly over all weights and read one by one
    (`tests/benchmarks/bilingual_read/calibration.tsv`).
    """
    return 1 / (1 + math.exp(4.33 - 0.96 * total - 0.41 * math.log(count)))


def _pair(ja: str, ja_name: str, en_name: str, score: float, one: _Seen, japanese: _Name) -> TermPair:
    places = [place for _, place in sorted(one.places, key=lambda place: (-place[0], place[1]))]
    return TermPair(
        ja,
        ja_name,
        en_name,
        round(score, 3),
        one.count,
        tuple(dict.fromkeys(places))[:_PLACES],
        one.whole > 0 or one.target > 0,
        round(japanese.good / japanese.places, 3),
    )


def _most_frequent(spellings: Mapping[tuple[str, int], int]) -> str:
    total: Counter[str] = Counter()
    for (text, _), count in spellings.items():
        total[text] += count
    return min(total, key=lambda text: (-total[text], text))


def citation(spellings: Mapping[tuple[str, int], int], small: Set[str]) -> str:
    """The most frequent spelling of an English name, singular, capitals only where they belong.

    A spelling inside a sentence tells four times as much as one of a title or at the start of a sentence, where
    a capital says nothing: there a word that the site has in small letters (``small``) gets them.
    """
    votes: Counter[str] = Counter()
    for (text, flags), count in spellings.items():
        words = text.split(" ")
        if flags:
            words = [_without_capital(word, small) for word in (words if flags & TITLED else words[:1])] + (
                [] if flags & TITLED else words[1:]
            )
        words[-1] = singular_spelling(words[-1])
        votes[" ".join(words)] += count if flags else 4 * count
    # Of equals the small letters: the capital of Runtime Specification is none of specification.
    return min(votes, key=lambda text: (-votes[text], not text.islower(), text))


def _without_capital(word: str, small: Set[str]) -> str:
    lower = word.lower()
    first = lower.partition("-")[0]
    if not word[:1].isupper() or not (word[1:].islower() or len(word) == 1):
        return word
    return lower if not {first, singular(first)}.isdisjoint(small) or first in _technical() else word


@cache
def _technical() -> frozenset[str]:
    """Words that our technical terms have in small letters."""
    return frozenset(word for name in english_names() for word in name.split() if word.islower())
