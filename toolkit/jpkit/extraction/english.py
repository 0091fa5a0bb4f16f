"""Ranked key terms of English text: noun phrases between the words that cannot be in one.

``english_reading`` says what each word does, one character a word, and a regular expression over that string
finds the phrases.
Candidates between stop words are the idea of RAKE (Rose et al. 2010); that a nested phrase counts where
it also stands alone or heads several longer ones is that of the C-value (Frantzi et al. 2000).
"""

import math
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from jpkit.document import Block
from jpkit.extraction import english_words as lists
from jpkit.extraction.english_number import singular, singular_spelling
from jpkit.extraction.english_reading import CODE, INITIAL, LINK, NAME, STRONG, STRUCK, Reading, read_block
from jpkit.extraction.model import RankedTerm
from jpkit.lazy import lazy

LONGEST = 4
"""Words in a term."""

# What each feature adds to the score of a term before it is brought to 0 … 1. Tuned on the first
# half of the CNCF glossary, where the links between its pages are the gold.
WEIGHTS = {
    "frequency": 1.0,  # times log2(1 + mentions), where a mention inside a longer term counts NESTED
    "title": 3.0,
    "title part": 1.0,  # only inside a longer term of the title
    "heading": 0.6,
    "first": 0.8,  # in the first paragraph
    "early": 0.4,  # times 1 for a term of the first block, falling to 0 at the last
    "strong": 0.6,
    "link": 0.8,
    "name": 1.0,  # acronym, CamelCase, or a capital inside a sentence
    "words": 0.6,  # two or three words
    "nested": -0.6,  # never stands alone
    "code": -0.8,  # inline code every time
    "struck": -2.0,  # struck out every time
    "generic": -2.0,
    "participle": -0.3,  # begins with one: distributed system, but also modified file
}
NESTED = 0.3
_WORD_LIST = 12  # words on end that are no phrase but a list, each a term of its own
_HALF = 5.0  # the sum that becomes a score of 0.5


def english_terms(
    blocks: Sequence[Block],
    which: Sequence[int],
    *,
    title_block: int | None,
    long_forms: Sequence[str] = (),
    most: int = 60,
) -> list[RankedTerm]:
    """At most ``most`` key terms of the blocks with the indices ``which``, best first.

    ``title_block`` is the index of the post's title, None where it is not among ``which``; ``long_forms``
    are what abbreviations of the post stand for, each one phrase whatever its words do elsewhere. A term is
    shown in its citation form (singular, capitals only where they belong); ``key`` is what spellings of
    a term share: NFKC, case folded, singular, without blanks and hyphens. A shorter term has its places
    inside a longer one, too.
    """
    names = _names(long_forms)
    readings = _readings(blocks, which, names)
    words = _Vocabulary(readings, names)
    post = _Post(title_block, _first_paragraph(blocks, which), max(len(which), 1))
    candidates = _candidates(readings, words, names)
    scores = {key: _score(_contributions(places, post)) for key, places in candidates.items()}
    # Equal scores stay in reading order; of two that begin together, the longer comes first.
    best = sorted(candidates, key=lambda key: (-scores[key], _order(candidates[key][0])))[:most]
    return [
        RankedTerm(
            key,
            words.citation(candidates[key]),
            scores[key],
            tuple([(place.reading.block, *place.span()) for place in candidates[key]]),
        )
        for key in best
    ]


def english_contributions(
    blocks: Sequence[Block], which: Sequence[int], key: str, *, title_block: int | None, long_forms: Sequence[str] = ()
) -> list[tuple[str, float]] | None:
    """What each feature adds to the score of the term with that ``key``; None where the blocks have no such term."""
    names = _names(long_forms)
    readings = _readings(blocks, which, names)
    places = _candidates(readings, _Vocabulary(readings, names), names).get(key)
    if places is None:
        return None
    return _contributions(places, _Post(title_block, _first_paragraph(blocks, which), max(len(which), 1)))


@lru_cache(maxsize=8192)
def english_key(surface: str) -> str:
    """What the spellings of a term share: "Service Meshes" and "service-mesh" both give "servicemesh".

    Without a post around it every plural is cut; ``english_terms`` leaves names that end in -s alone.
    """
    words = _HYPHEN.sub(" ", surface).split()
    if words:
        words[-1] = singular_spelling(words[-1])
    return _fold("".join(words))


def noun_phrases(block: Block) -> Iterator[tuple[int, int]]:
    """Where the noun phrases of a block stand, and the parts of each that could be one."""
    reading = read_block(0, 0, block)
    for first, last in _phrases(reading):
        for end in range(first + 1, last + 1):
            if reading.classes[end - 1] in "NEInei":
                for begin in range(max(first, end - LONGEST - 1), end):
                    yield reading.words[begin][0], reading.words[end - 1][1]


# Citation forms


_HYPHEN = lazy("[-\u2010\u2011\u2013]")


@lru_cache(maxsize=20_000)
def _fold(text: str) -> str:
    if not text.isascii():
        text = _HYPHEN.sub("", unicodedata.normalize("NFKC", text))
    return text.casefold().replace("-", "").replace(" ", "")


@lru_cache(maxsize=20_000)
def _small_tail(spelling: str) -> str:
    return _fold(singular_spelling(spelling))


@lru_cache(maxsize=20_000)
def _is_ordinary(lower: str) -> bool:
    """Whether a word that is only seen where every word has a capital is likely no name."""
    return (
        lower in lists.GENERIC or lower in lists.EITHER or lower in lists.WEAK or lower.endswith(lists.ORDINARY_ENDINGS)
    )


def _small_as(shown: str, written: str) -> str:
    """What is written, small where what is shown is: Circular dependencies gives circular dependencies."""
    pairs = zip(shown.split(" "), written.split(" "), strict=True)
    return " ".join(small[0] + word[1:] if small[0] == word[0].lower() else word for small, word in pairs)


class _Place(NamedTuple):
    """One place of a candidate: its words from ``first`` to ``last`` (exclusive) of a block."""

    reading: Reading
    first: int
    last: int
    alone: bool
    """Not a part of a longer phrase."""

    def span(self) -> tuple[int, int]:
        """Where it stands in the block's text."""
        return self.reading.words[self.first][0], self.reading.words[self.last - 1][1]


class _Vocabulary:
    """How the words of a post are spelled, and how often where their case tells something."""

    def __init__(self, readings: Sequence[Reading], names: Sequence[str]) -> None:
        self._long_forms = frozenset(map(str.lower, names))
        words = [word[2] for reading in readings for word in reading.words]
        flags = [flag for reading in readings for flag in reading.flags]
        self._spellings = set(words)
        self._names = {
            (reading.words[at - 1][2], word[2])
            for reading in readings
            for at, word in enumerate(reading.words)
            if word[2][-1] == "s" and at and reading.flags[at - 1] & reading.flags[at] & NAME
        }
        self._inside = Counter(word for word, flag in zip(words, flags, strict=True) if not flag & INITIAL)

    def single(self, reading: Reading, first: int, last: int) -> str:
        """Singular of a phrase's last word. A name is cut only where its singular occurs too."""
        spelling = reading.words[last - 1][2]
        if spelling[-1] not in "saen":  # no plural ends otherwise
            return spelling
        single = singular_spelling(spelling)
        if single == spelling or "a" <= spelling[0] <= "z" or single.isupper():
            return single
        known = self._spellings
        if last - first > 1 and (reading.words[last - 2][2], spelling) in self._names:
            return single if single in known else spelling  # GitHub Pages, wherever it stands
        if spelling.lower() in known or single in known or single.lower() in known:
            return single
        return single if _is_ordinary(single.lower()) else spelling

    def tail(self, reading: Reading, first: int, last: int) -> str:
        """What the last word of a phrase adds to its key."""
        spelling = reading.words[last - 1][2]
        return _small_tail(spelling) if spelling.islower() else _fold(self.single(reading, first, last))

    def plain(self, spelling: str) -> str:
        """A word from a place where case tells nothing, as it is spelled inside sentences."""
        if not "A" <= spelling[0] <= "Z" or not spelling[1:].islower():
            return spelling
        lower = spelling.lower()
        small, capital = self._inside[lower], self._inside[spelling]
        return lower if small > capital or (not capital and _is_ordinary(singular(lower))) else spelling

    def citation(self, places: Sequence[_Place]) -> str:
        """The most frequent spelling, singular where its letters occur, capitals only where they belong."""
        if len(places) == 1:  # nothing to vote on
            start, end = places[0].span()
            text, best = places[0].reading.text[start:end], self._shown(places[0])
            return best if best.casefold() in text.casefold() else _small_as(best, text)
        spelled: dict[tuple[str, tuple[int, ...]], tuple[_Place, int]] = {}
        for place in places:
            start, end = place.span()
            same = place.reading.text[start:end], tuple(place.reading.flags[place.first : place.last])
            spelled[same] = place, spelled.get(same, (place, 0))[1] + 1
        votes: dict[str, int] = {}
        for (_, flags), (place, count) in spelled.items():
            text = self._shown(place)
            # Title case tells less than a sentence does.
            weight = 1 if any(flag & INITIAL for flag in flags) else 4
            votes[text] = votes.get(text, 0) + weight * count
        best = min(votes, key=lambda text: (-votes[text], text))
        # The author's own letters: tool may stand for tools, but policies stay policies.
        written: dict[str, int] = {}
        for (text, _), (_, count) in spelled.items():
            written[text] = written.get(text, 0) + count
        if any(best.casefold() in text.casefold() for text in written):
            return best
        return _small_as(best, min(written, key=lambda text: (-written[text], text)))

    def _shown(self, place: _Place) -> str:
        reading, first, last, _ = place
        written = [word[2] for word in reading.words[first:last]]
        shown = self._plain(written, reading.flags[first:last])
        if "A" <= shown[-1][0] <= "Z" and " ".join(written).lower() in self._long_forms:
            return " ".join(shown)  # Internet of Things
        if shown[-1] == written[-1]:
            shown[-1] = self.single(reading, first, last)
        else:
            shown[-1] = singular_spelling(shown[-1])
        return " ".join(shown)

    def _plain(self, spelled: list[str], flags: Sequence[int]) -> list[str]:
        """Words without the capitals of their place. A name keeps all of its own: not "chaos Engineering"."""
        doubts = zip(spelled, flags, strict=True)
        plain = [self.plain(word) if flag & INITIAL else word for word, flag in doubts]
        return [*spelled] if any("A" <= word[0] <= "Z" and word[1:].islower() for word in plain[1:]) else plain


# Candidates


def _readings(blocks: Sequence[Block], which: Sequence[int], names: Sequence[str]) -> list[Reading]:
    readings = [read_block(order, index, blocks[index]) for order, index in enumerate(which)]
    return [_with_names(reading, names) for reading in readings] if names else readings


def _names(long_forms: Sequence[str]) -> list[str]:
    """Of the long forms those that have words enough for a term and not too many; not "as soon as possible"."""
    split = [(form, form.split(" ")) for form in long_forms[:_MOST_NAMES]]
    return [form for form, words in split if 1 < len(words) <= LONGEST and words[0].lower() not in lists.FUNCTION]


_MOST_NAMES = 200
"""Long forms of one post: each is looked for in all of it."""


def _with_names(reading: Reading, names: Sequence[str]) -> Reading:
    """The reading with the words of each name as nouns of one phrase: quality of service."""
    text = reading.text.lower()
    classes = [*reading.classes]
    for name in map(str.lower, names):
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            first, last = bisect_left(reading.words, (start,)), bisect_left(reading.words, (end,))
            if (
                first < last
                and reading.words[first][0] == start
                and text[end : reading.words[last - 1][1]] in ("", "s")
            ):
                head = "N" if classes[first].isupper() else "n"
                classes[first:last] = [head, *"n" * (last - first - 1)]
            start = text.find(name, end)
    return reading._replace(classes="".join(classes))


def _candidates(readings: Sequence[Reading], words: _Vocabulary, names: Iterable[str]) -> dict[str, list[_Place]]:
    """Places by key: phrases that are ``names``, stand alone somewhere, end two longer ones, or begin one as a name."""
    places: dict[str, list[_Place]] = defaultdict(list)
    named = frozenset(map(english_key, names))
    small = lists.FUNCTION if named else frozenset()  # no other phrase has such words: as a Service
    alone: set[str] = set()
    longer: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        classes = reading.classes
        for first, last in _phrases(reading):
            if last - first == 1:
                key = words.tail(reading, first, last)
                alone.add(key)
                places[key].append(_Place(reading, first, last, True))
                continue
            keys = [_fold(word[2]) for word in reading.words[first:last]]
            for end in range(first + 1, last + 1):
                if classes[end - 1] not in "NEInei" or reading.words[end - 1][2] in small:
                    continue
                key = words.tail(reading, end - 1, end)
                for begin in range(end - 1, max(first, end - LONGEST) - 1, -1):
                    if begin == end - 2:
                        key = words.tail(reading, begin, end)
                    if begin < end - 1:
                        key = keys[begin - first] + key
                    if reading.words[begin][2] in small:
                        continue
                    whole = (begin == first and end == last) or key in named
                    if whole or (end == last and last - first > LONGEST and end - begin == LONGEST - 1):
                        alone.add(key)
                    elif end == last:
                        longer[key].add("".join(keys))
                    elif begin == first and _is_name(reading, begin, end):
                        alone.add(key)
                    places[key].append(_Place(reading, begin, end, whole))
    return {key: found for key, found in places.items() if key in alone or len(longer.get(key, ())) > 1}


_PHRASE = lazy("(?:(?:[AHJP]|[Ll]p|[ahjp])(?:[ahjp]|lp)*[nei]|[NEInei])(?:h*[nei])*")


def _phrases(reading: Reading) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) word of each phrase, without weak adjectives at its start."""
    for match in _PHRASE.finditer(reading.classes):
        first, last = match.span()
        while reading.classes[first] in "Aa" and not reading.flags[first] & reading.flags[first + 1] & NAME:
            first += 1
        if last - first > _WORD_LIST:
            for at in range(first, last):
                if reading.classes[at] in "NEInei":
                    yield at, at + 1
        else:
            yield first, last


def _is_name(reading: Reading, first: int, last: int) -> bool:
    """One name and then no more capitals: DevOps practice, but not Google of Google Cloud."""
    return last - first == 1 and reading.flags[first] & NAME > 0 and not reading.flags[last] & (NAME | INITIAL)


# Ranking


class _Post(NamedTuple):
    """What the score of a term needs to know of its post."""

    title: int | None
    first: int | None
    blocks: int


def _first_paragraph(blocks: Sequence[Block], which: Sequence[int]) -> int | None:
    return next((index for index in which if blocks[index].kind in ("paragraph", "item", "quote")), None)


def _order(place: _Place) -> tuple[int, int, int]:
    return place.reading.order, place.first, -place.last


def _score(features: Iterable[tuple[str, float]]) -> float:
    """The sum of what the features add, brought to 0 … 1 by a logistic curve."""
    return round(1 / (1 + math.exp((_HALF - sum(added for _, added in features)) / 2)), 4)


def _contributions(places: Sequence[_Place], post: _Post) -> list[tuple[str, float]]:
    """The features of a term that say something, each with what it adds."""
    reading, first, last, _ = places[0]
    alone = 0
    some, every = 0, CODE | STRUCK
    title = heading = paragraph = 0.0
    for where, begin, end, whole in places:
        flags = where.flags[begin]
        some |= flags & NAME
        if end - begin > 1:
            some |= where.flags[end - 1] & NAME
            flags &= where.flags[end - 1]
        some |= flags
        every &= flags
        alone += whole
        share = 1.0 if whole else NESTED
        if where.block == post.title:
            title = max(title, share)
        elif where.kind == "heading":
            heading = max(heading, share)
        if where.block == post.first:
            paragraph = max(paragraph, share)
    times = [
        ("frequency", math.log2(1 + alone + NESTED * (len(places) - alone))),
        ("title", title == 1),
        ("title part", 0 < title < 1),
        ("heading", heading),
        ("first", paragraph),
        ("early", 1 - reading.order / post.blocks),
        ("strong", some & STRONG > 0),
        ("link", some & LINK > 0),
        ("name", some & NAME > 0),
        ("words", 1 < last - first < 4),
        ("nested", not alone),
        ("code", every & CODE > 0),
        ("struck", every & STRUCK > 0),
        ("generic", last - first == 1 and singular(reading.words[first][2].lower()) in lists.GENERIC),
        ("participle", reading.classes[first] in "Pp"),
    ]
    return [(name, WEIGHTS[name] * value) for name, value in times if value]
