"""Ranked key terms of English text: noun phrases between the words that cannot be in one.

No part-of-speech tagger: closed lists (``english_words``) and endings say what a word does, one
character a word, and a regular expression over that string finds the phrases.
Candidates between stop words are the idea of RAKE (Rose et al. 2010); that a nested phrase counts where
it also stands alone or heads several longer ones is that of the C-value (Frantzi et al. 2000).
"""

import math
import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from jpkit.document import Block
from jpkit.extraction import english_words as lists
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
    blocks: Sequence[Block], which: Sequence[int], *, title_block: int | None, most: int = 60
) -> list[RankedTerm]:
    """At most ``most`` key terms of the blocks with the indices ``which``, best first.

    ``title_block`` is the index of the post's title, None where it is not among ``which``. A term is
    shown in its citation form (singular, capitals only where they belong); ``key`` is what spellings of
    a term share: NFKC, case folded, singular, without blanks and hyphens. A shorter term has its places
    inside a longer one, too.
    """
    readings = [_read(order, index, blocks[index]) for order, index in enumerate(which)]
    words = _Vocabulary(readings)
    post = _Post(title_block, _first_paragraph(blocks, which), max(len(which), 1))
    candidates = _candidates(readings, words)
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
    blocks: Sequence[Block], which: Sequence[int], key: str, *, title_block: int | None
) -> list[tuple[str, float]] | None:
    """What each feature adds to the score of the term with that ``key``; None where the blocks have no such term."""
    readings = [_read(order, index, blocks[index]) for order, index in enumerate(which)]
    places = _candidates(readings, _Vocabulary(readings)).get(key)
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
        words[-1] = _singular_spelling(words[-1])
    return _fold("".join(words))


def noun_phrases(block: Block) -> Iterator[tuple[int, int]]:
    """Where the noun phrases of a block stand, and the parts of each that could be one."""
    reading = _read(0, 0, block)
    for first, last in _phrases(reading):
        for end in range(first + 1, last + 1):
            if reading.classes[end - 1] in "NEInei":
                for begin in range(max(first, end - LONGEST - 1), end):
                    yield reading.words[begin][0], reading.words[end - 1][1]


def singular(word: str) -> str:
    """Singular of a lower-case noun; what is no plural comes back as it is."""
    return _singular(word)


def singular_spelling(word: str) -> str:
    """The singular in the spelling of the plural: APIs gives API, Meshes gives Mesh, indices gives index."""
    return _singular_spelling(word)


# Words

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\uff21-\uff3a\uff41-\uff5a"
_ALNUM = f"{_LATIN}0-9\uff10-\uff19"
_HYPHEN = lazy("[-\u2010\u2011]")
_WORD = lazy(
    rf"""
    (?<![{_ALNUM}_])
    (?: [0-9]{{1,2}}(?=[A-Z]) )? [{_LATIN}][{_ALNUM}]*                                # 3D, k8s
    (?: (?: [-\u2010\u2011_] | \.(?=[a-z]) | (?<=[A-Z])[/&](?=[A-Z]) ) [{_ALNUM}]+ )*   # Node.js, CI/CD
    (?: \+\+ | \#(?![{_ALNUM}]) )?                                                    # C++, C#
    (?: ['\u2019](s|t|d|m|re|ve|ll)(?![{_ALNUM}]) )?
    """,
    re.VERBOSE,
)
_VERSION = lazy(r"v[0-9]+(?:\.[0-9]+)*")
_SENTENCE_END = lazy(r"""[.!?:]["'\u2019\u201d)]*\s+["'\u2018\u201c(]*\Z""")
_TITLE_KINDS = frozenset({"title", "heading", "cell", "caption", "term"})  # Every Word May Have a Capital

_INITIAL, _STRONG, _LINK, _CODE, _STRUCK, _NAME = 1, 2, 4, 8, 16, 32
_MARKS = {"strong": _STRONG, "link": _LINK, "code": _CODE, "strike": _STRUCK}


class _Reading(NamedTuple):
    """One block: its words, and what each can do in a phrase."""

    order: int
    block: int
    kind: str
    text: str
    words: list[tuple[int, int, str]]
    """Start, end, spelling."""
    classes: str
    """One character a word (see ``_class``), a capital where no phrase goes on from the word before."""
    flags: list[int]
    """Marks; _INITIAL for a capital that tells nothing (start of a sentence, heading), _NAME for one that does."""


# The classes. s ends a phrase; d does, too, being an article or the like, which makes a verb of the
# word before it. After m and t ("to") comes a verb, after b a participle that is none of a term.
# a, j and p (weak adjective, adjective, participle) begin a phrase and do not end it, l is an adverb
# that can stand before p, e is noun or verb, i a noun in -ing, n a noun or anything else.
_PHRASE = lazy("(?:(?:[AJP]|[Ll]p|[ajp])(?:[ajp]|lp)*[nei]|[NEInei])[nei]*")

_ARTICLES = frozenset(
    "the a an this these those your its their our my his her all any each every them us him you".split()
)
_BE = frozenset(
    "is are was were be been being am has have had having get gets got isn aren wasn weren hasn haven".split()
)


@lru_cache(maxsize=20_000)
def _class(spelling: str) -> str:
    """What a word can do in a phrase, without its neighbours."""
    word = spelling.lower()
    if word in _ARTICLES:
        return "d"
    if word == "to":
        return "t"
    if word in _BE:
        return "b"
    if word in lists.MODAL:
        return "m"
    if len(word) == 1 or word in lists.FUNCTION or word in lists.NOT_REGULAR or word in lists.THIRD_PERSON:
        return "s"
    if word in lists.EITHER:
        return "e"
    if word in lists.WEAK:
        return "a"
    if word in lists.VERBS:
        return "s"
    return "s" if _VERSION.fullmatch(word) else _class_by_ending(word)


def _class_by_ending(word: str) -> str:
    last = word.rpartition("-")[2]
    if word.endswith("ly") and word not in lists.LY_NOUNS:
        return "l" if word in lists.COMPOUND_ADVERBS else "s"
    if word.endswith("ing") and len(word) > 4:
        return "i" if last in lists.ING_NOUNS else "s"
    if word.endswith("ed") and len(word) > 4:
        return "n" if word.endswith(("eed", "bed", "sled")) else "p"
    base = _singular(word)
    if base != word:
        if base in lists.EITHER:
            return "e"
        if base in lists.VERBS or (word.endswith("es") and word[:-2] in lists.VERBS):
            return "s"
    if base.endswith(lists.VERB_ENDINGS) and last not in lists.NOT_VERBS and len(base) > 5:
        return "n" if base in lists.NOT_VERBS else "s"
    if word in lists.ADJECTIVES or (word.endswith(lists.ADJECTIVE_ENDINGS) and last not in lists.NOT_ADJECTIVES):
        return "j"
    return "n"


@lru_cache(maxsize=20_000)
def _look(spelling: str) -> tuple[str, int]:
    """The class of a word, and _INITIAL where its capital may come from its place, _NAME where it cannot."""
    if spelling.islower():
        return _class(spelling), 0
    return _class(spelling), _INITIAL if spelling[1:].islower() or len(spelling) == 1 else _NAME


def _read(order: int, index: int, block: Block) -> _Reading:
    text = block.text
    titled = block.kind in _TITLE_KINDS
    cuts: set[int] = set()
    code = b""  # 1 for each character of inline code that is more than one word
    if block.marks:
        cuts = {at for mark in block.marks for at in (mark.start, mark.end) if mark.kind in ("code", "break")}
        code = _command_lines(block)
    words: list[tuple[int, int, str]] = []
    classes: list[str] = []
    flags: list[int] = []
    before, last = -1, ""  # end and class of the word before, while a phrase goes on
    for match in _WORD.finditer(text):
        start, end = match.span()
        spelling = match[0]
        contraction = ""
        if match.lastindex:
            contraction = match[1]
            end -= len(contraction) + 1
            spelling = text[start:end]
        kind, flag = _look(spelling)
        if not last or start - before != 1 or text[before] != " " or (cuts and (before in cuts or start in cuts)):
            last = ""
            if flag == _INITIAL and words and not (titled or _SENTENCE_END.search(text, before, start)):
                flag = _NAME
        elif flag == _INITIAL and not titled:
            flag = _NAME
        # The neighbours may know better what the word is.
        if code and code[start]:
            kind = "s"
        elif kind == "n" and not contraction:
            pass
        elif contraction and contraction != "s":
            kind = "m" if contraction in ("t", "d", "ll") else "b"
        elif kind == "s":
            if flag == _NAME and not titled and len(spelling) > 1 and spelling.isupper():
                kind = "n"  # IT, WHO
        elif not last:
            pass
        elif kind == "e":
            if last in "mt" or (last == "n" and not titled and _is_verb(spelling, words[-1][2])):
                kind = "s"  # can scale, computers work
        elif kind == "p":
            if last in "bmnei":
                kind = "s"  # was created, Google released
        elif kind == "d" and not titled and (last in "ei" or (last == "n" and flags[-1] == _INITIAL)):
            classes[-1] = "S" if classes[-1] < "a" else "s"  # stores the, building a, Sharpen your
        if last == "e" and kind in "en" and not titled and _is_plural(words[-1][2]) and _is_plural(spelling):
            classes[-1] = "S" if classes[-1] < "a" else "s"  # monitors clusters
        if last and flag == _NAME and _is_plural(words[-1][2]) and spelling[1:].islower():
            last = ""  # the mechanisms Kubernetes uses
        classes.append(kind if last else kind.upper())
        flags.append(flag)
        words.append((start, end, spelling))
        # An adverb stands between "can" and its verb.
        if kind != "s" or not last or last not in "mtb" or not spelling.endswith("ly"):
            last = kind
        before = end
        if contraction:
            before, last = match.end(), "m" if kind == "m" else ""
    for mark in block.marks:
        if mark.kind in _MARKS:
            for at in range(bisect_left(words, (mark.start,)), bisect_left(words, (mark.end,))):
                flags[at] |= _MARKS[mark.kind]
    return _Reading(order, index, block.kind, text, words, "".join(classes), flags)


def _command_lines(block: Block) -> bytes:
    inside = bytearray(len(block.text))
    for mark in block.marks:
        if mark.kind == "code":
            word = _WORD.fullmatch(block.text, mark.start, mark.end)
            inside[mark.start : mark.end] = bytes((word is None,)) * (mark.end - mark.start)
    return bytes(inside) if any(inside) else b""


@lru_cache(maxsize=20_000)
def _is_verb(spelling: str, noun: str) -> bool:
    """Whether a word that can be noun or verb is a verb after that noun: computers work, not computer work."""
    lower = noun.lower()
    return spelling[-1] != "s" and lower[-1] == "s" and _singular(lower) != lower


@lru_cache(maxsize=20_000)
def _is_plural(spelling: str) -> bool:
    return spelling.islower() and _singular(spelling) != spelling


# Citation forms


@lru_cache(maxsize=20_000)
def _singular(word: str) -> str:
    """Singular of a lower-case noun; what is no plural comes back as it is."""
    head, hyphen, last = word.rpartition("-")
    if hyphen and last:
        return f"{head}-{_singular(last)}"
    if word in lists.SINGULARS:
        return lists.SINGULARS[word]
    if len(word) < 4 or not word.endswith("s") or word in lists.NOT_PLURAL:
        return word
    if word.endswith(("ss", "us", "is", "ops", "aas")) and word not in lists.PLURALS:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses", "zzes")):
        return word[:-2]
    if word.endswith("ses") and word[:-2] in lists.NOT_PLURAL:
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=20_000)
def _singular_spelling(word: str) -> str:
    """The singular in the spelling of the plural: APIs gives API, Meshes gives Mesh, indices gives index."""
    lower = word.lower()
    single = _singular(lower)
    if single == lower or (word.isupper() and len(word) > 1):
        return word  # AWS, and SERVICES in a shouted heading
    common = 0
    while common < len(single) and single[common] == lower[common]:
        common += 1
    return word[:common] + single[common:]


@lru_cache(maxsize=20_000)
def _fold(text: str) -> str:
    if not text.isascii():
        text = _HYPHEN.sub("", unicodedata.normalize("NFKC", text))
    return text.casefold().replace("-", "").replace(" ", "")


@lru_cache(maxsize=20_000)
def _small_tail(spelling: str) -> str:
    return _fold(_singular_spelling(spelling))


@lru_cache(maxsize=20_000)
def _is_ordinary(lower: str) -> bool:
    """Whether a word that is only seen where every word has a capital is likely no name."""
    return (
        lower in lists.GENERIC or lower in lists.EITHER or lower in lists.WEAK or lower.endswith(lists.ORDINARY_ENDINGS)
    )


class _Place(NamedTuple):
    """One place of a candidate: its words from ``first`` to ``last`` (exclusive) of a block."""

    reading: _Reading
    first: int
    last: int
    alone: bool
    """Not a part of a longer phrase."""

    def span(self) -> tuple[int, int]:
        """Where it stands in the block's text."""
        return self.reading.words[self.first][0], self.reading.words[self.last - 1][1]


class _Vocabulary:
    """How the words of a post are spelled, and how often where their case tells something."""

    def __init__(self, readings: Sequence[_Reading]) -> None:
        words = [word[2] for reading in readings for word in reading.words]
        flags = [flag for reading in readings for flag in reading.flags]
        self._spellings = set(words)
        self._names = {
            (reading.words[at - 1][2], word[2])
            for reading in readings
            for at, word in enumerate(reading.words)
            if word[2][-1] == "s" and at and reading.flags[at - 1] & reading.flags[at] & _NAME
        }
        self._inside = Counter(word for word, flag in zip(words, flags, strict=True) if not flag & _INITIAL)

    def single(self, reading: _Reading, first: int, last: int) -> str:
        """Singular of a phrase's last word. A name is cut only where its singular occurs too."""
        spelling = reading.words[last - 1][2]
        if spelling[-1] not in "saen":  # no plural ends otherwise
            return spelling
        single = _singular_spelling(spelling)
        if single == spelling or "a" <= spelling[0] <= "z" or single.isupper():
            return single
        known = self._spellings
        if last - first > 1 and (reading.words[last - 2][2], spelling) in self._names:
            return single if single in known else spelling  # GitHub Pages, wherever it stands
        if spelling.lower() in known or single in known or single.lower() in known:
            return single
        return single if _is_ordinary(single.lower()) else spelling

    def tail(self, reading: _Reading, first: int, last: int) -> str:
        """What the last word of a phrase adds to its key."""
        spelling = reading.words[last - 1][2]
        return _small_tail(spelling) if spelling.islower() else _fold(self.single(reading, first, last))

    def plain(self, spelling: str) -> str:
        """A word from a place where case tells nothing, as it is spelled inside sentences."""
        if not "A" <= spelling[0] <= "Z" or not spelling[1:].islower():
            return spelling
        lower = spelling.lower()
        small, capital = self._inside[lower], self._inside[spelling]
        return lower if small > capital or (not capital and _is_ordinary(_singular(lower))) else spelling

    def citation(self, places: Sequence[_Place]) -> str:
        """The most frequent spelling, singular where its letters occur, capitals only where they belong."""
        if len(places) == 1:  # nothing to vote on
            start, end = places[0].span()
            text, best = places[0].reading.text[start:end], self._shown(places[0])
            return best if best.casefold() in text.casefold() else text
        spelled: dict[tuple[str, tuple[int, ...]], tuple[_Place, int]] = {}
        for place in places:
            start, end = place.span()
            same = place.reading.text[start:end], tuple(place.reading.flags[place.first : place.last])
            spelled[same] = place, spelled.get(same, (place, 0))[1] + 1
        votes: dict[str, int] = {}
        for (_, flags), (place, count) in spelled.items():
            text = self._shown(place)
            # Title case tells less than a sentence does.
            weight = 1 if any(flag & _INITIAL for flag in flags) else 4
            votes[text] = votes.get(text, 0) + weight * count
        best = min(votes, key=lambda text: (-votes[text], text))
        # The author's own letters: tool may stand for tools, but policies stay policies.
        written: dict[str, int] = {}
        for (text, _), (_, count) in spelled.items():
            written[text] = written.get(text, 0) + count
        if any(best.casefold() in text.casefold() for text in written):
            return best
        return min(written, key=lambda text: (-written[text], text))

    def _shown(self, place: _Place) -> str:
        reading, first, last, _ = place
        written = [word[2] for word in reading.words[first:last]]
        shown = self._plain(written, reading.flags[first:last])
        if shown[-1] == written[-1]:
            shown[-1] = self.single(reading, first, last)
        else:
            shown[-1] = _singular_spelling(shown[-1])
        return " ".join(shown)

    def _plain(self, spelled: list[str], flags: Sequence[int]) -> list[str]:
        """Words without the capitals of their place. A name keeps all of its own: not "chaos Engineering"."""
        doubts = zip(spelled, flags, strict=True)
        plain = [self.plain(word) if flag & _INITIAL else word for word, flag in doubts]
        return [*spelled] if any("A" <= word[0] <= "Z" and word[1:].islower() for word in plain[1:]) else plain


# Candidates


def _candidates(readings: Sequence[_Reading], words: _Vocabulary) -> dict[str, list[_Place]]:
    """Places by key: phrases that stand alone somewhere, end two longer ones, or begin one as a name."""
    places: dict[str, list[_Place]] = defaultdict(list)
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
                if classes[end - 1] not in "NEInei":
                    continue
                key = words.tail(reading, end - 1, end)
                for begin in range(end - 1, max(first, end - LONGEST) - 1, -1):
                    if begin == end - 2:
                        key = words.tail(reading, begin, end)
                    if begin < end - 1:
                        key = keys[begin - first] + key
                    whole = begin == first and end == last
                    if whole or (end == last and last - first > LONGEST and end - begin == LONGEST - 1):
                        alone.add(key)
                    elif end == last:
                        longer[key].add("".join(keys))
                    elif begin == first and _is_name(reading, begin, end):
                        alone.add(key)
                    places[key].append(_Place(reading, begin, end, whole))
    return {key: found for key, found in places.items() if key in alone or len(longer.get(key, ())) > 1}


def _phrases(reading: _Reading) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) word of each phrase, without weak adjectives at its start."""
    for match in _PHRASE.finditer(reading.classes):
        first, last = match.span()
        while reading.classes[first] in "Aa":
            first += 1
        if last - first > _WORD_LIST:
            for at in range(first, last):
                if reading.classes[at] in "NEInei":
                    yield at, at + 1
        else:
            yield first, last


def _is_name(reading: _Reading, first: int, last: int) -> bool:
    """One name and then no more capitals: DevOps practice, but not Google of Google Cloud."""
    return last - first == 1 and reading.flags[first] & _NAME > 0 and not reading.flags[last] & (_NAME | _INITIAL)


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
    some, every = 0, _CODE | _STRUCK
    title = heading = paragraph = 0.0
    for where, begin, end, whole in places:
        flags = where.flags[begin]
        some |= flags & _NAME
        if end - begin > 1:
            some |= where.flags[end - 1] & _NAME
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
        ("strong", some & _STRONG > 0),
        ("link", some & _LINK > 0),
        ("name", some & _NAME > 0),
        ("words", 1 < last - first < 4),
        ("nested", not alone),
        ("code", every & _CODE > 0),
        ("struck", every & _STRUCK > 0),
        ("generic", last - first == 1 and _singular(reading.words[first][2].lower()) in lists.GENERIC),
        ("participle", reading.classes[first] in "Pp"),
    ]
    return [(name, WEIGHTS[name] * value) for name, value in times if value]
