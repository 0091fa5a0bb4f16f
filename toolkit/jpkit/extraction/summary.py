"""One to three sentences of the post itself that say what it is about.

Extractive, by a sum of a few features of each sentence: how much of the title it says, where it
stands, how long it is. Measured on author-written descriptions, the three carry it; key terms added
nothing. The rest is a table of what no reader of a search result wants to see: greetings,
announcements of lists, update notes.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jpkit.document import HOLE, Block
from jpkit.extraction.chaff import END_MARKS, MILD, PENALTIES, begin_fault, faults
from jpkit.extraction.cues import announces, states_scope
from jpkit.extraction.shorten import shorten
from jpkit.extraction.title_words import fold, title_words
from jpkit.lazy import lazy
from jpkit.sentences import sentences

SENTENCES = 3

# Weights, tuned on the development halves of tests/benchmarks/summaries.py: Helm pages with descriptions
# of their authors (ROUGE-1), CNCF pages (the pick lies in the defining paragraph), and blog posts by
# reading. Documentation alone would take half of _TITLE: its first sentence is never a greeting.
_TITLE = 1.6
_EARLY = 2.0
_PARAGRAPH_LATER = 0.9
_SENTENCE_LATER = 0.08
_LENGTH = 0.25
_CUE = 0.4
_SCOPE = 0.6  # beside _CUE
_KEY_TERMS = 0.1
_ROOM = 0.4  # share of the room above which nothing is added
_WORTH = 1.25  # the least that a second sentence must bring, without what the first one needs
_CONTINUES = 0.3
_SAYS_THE_SAME = 0.6  # share of character pairs
_POOR = -0.3  # below this a list item is better
_CUT = 0.4  # by so much must a sentence that is too long be the better one to be cut

_BLOCKS = 150  # A summary stands near the begin; posts of 5 MB must not cost more.
_SENTENCES = 200
_LOOKED_AT = 8  # at least so many of them, by title, place and length, are read closely

_SIGNS = lazy(r"[{}();=<>$|\\\[\]`/_]")


class _Candidate(NamedTuple):
    order: int  # among all sentences that were read
    block: int
    start: int
    end: int
    text: str
    folded: str
    score: float
    leans: bool = False
    """On the sentence before it: without that one it says nothing."""
    chaff: bool = False
    """Taken only where there is nothing else, and never beside another."""


def summarize(
    blocks: Sequence[Block],
    title: str,
    lang: str,
    *,
    max_chars: int,
    key_terms: Sequence[str] = (),
    most: int = SENTENCES,
) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """The summary, and its sentences as (block, start, end) in reading order.

    One to ``most`` sentences as they stand, joined by a blank unless ``lang`` is ja, together at most
    ``max_chars`` characters. Where no sentence is short enough, one is cut at the end of a clause.
    List items are read only where no paragraph has anything to say. Empty where the post has no sentence.
    """
    if max_chars < 1:
        return "", ()
    ranked: list[_Candidate] = []
    for kinds in (("paragraph",), ("paragraph", "quote", "item")):
        ranked = _rank(_read(blocks, kinds), title, key_terms, blocks, max_chars)
        fitting = [candidate for candidate in ranked if len(candidate.text) <= max_chars]
        if fitting and fitting[0].score > _POOR and not fitting[0].chaff:
            break
    if not ranked:
        return "", ()
    if not fitting or (ranked[0].score > fitting[0].score + _CUT and not ranked[0].chaff):
        text, end = shorten(ranked[0].text, max_chars, cleanly=bool(fitting))
        if text:
            return plain(text), ((ranked[0].block, ranked[0].start, ranked[0].start + end),)
        if not fitting:
            return "", ()
    chosen = _complete(fitting, max_chars, most)
    return _join([plain(one.text) for one in chosen], lang), tuple((one.block, one.start, one.end) for one in chosen)


def plain(text: str) -> str:
    """A sentence without the asterisks of emphasis that Markdown leaves as they are.

    CommonMark ends none behind a bracket that Japanese follows: **「土台」**になる.
    """
    return _STRAY.sub(r"\1", text) if "**" in text else text


# Not of globs (test/**/*.js) and powers (h**0.5).
_STRAY = lazy(r"(?<![*/0-9A-Za-z])\*\*(?![*/])([^*]+)(?<![*/])\*\*(?![*/])")


def _join(texts: Sequence[str], lang: str) -> str:
    """Sentences as one text; one that its author left without a full stop gets it before the next begins."""
    stop, joint = ("。", "") if lang == "ja" else (".", " ")
    ended = [text if text[-1] in END_MARKS else text + stop for text in texts[:-1]]
    return joint.join((*ended, texts[-1]))


def _read(blocks: Sequence[Block], kinds: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Sentences of the first blocks of those kinds; of list items, only what ends as a sentence does."""
    read = found = 0
    for index, block in enumerate(blocks):
        if block.kind not in kinds:
            continue
        read += 1
        breaks = [mark.start for mark in block.marks if mark.kind == "break"] if block.marks else ()
        for start, end in sentences(block.text, breaks):
            if block.kind == "item" and block.text[end - 1] not in END_MARKS and not _ends_as_one(block.text, end):
                continue
            yield index, start, end
            found += 1
            if found >= _SENTENCES:
                return
        if read >= _BLOCKS:
            return


def _ends_as_one(text: str, end: int) -> bool:
    """Whether it ends as a sentence does but for the full stop, as items in Japanese do."""
    return text.endswith(("です", "ます", "ました", "である"), 0, end)


def _rank(
    spans: Iterator[tuple[int, int, int]],
    title: str,
    key_terms: Sequence[str],
    blocks: Sequence[Block],
    max_chars: int,
) -> list[_Candidate]:
    """The sentences by score, best first."""
    about = title_words(title)
    total = sum(weight for _, weight in about) or 1.0
    cheap: list[tuple[float, int, int, int, int, str, str]] = []  # -score, order, block, start, end, text, folded
    place = 0.0
    last = -1
    for order, (index, start, end) in enumerate(spans):
        block = blocks[index]
        if last >= 0:
            place += _SENTENCE_LATER if index == last else _PARAGRAPH_LATER
        last = index
        text = block.text[start:end]
        folded = fold(text)
        covered = 0.0
        for word, weight in about:
            if word in folded:
                covered += weight
        # The first screen of a post says what it is about; a quote or a list item is nobody's claim.
        score = _TITLE * min(covered / total, 1.0) + _EARLY / (1 + place) + _LENGTH * _length(text, max_chars)
        if block.kind != "paragraph":
            score -= 0.3
        cheap.append((-score, order, index, start, end, text, folded))
    cheap.sort()
    terms = [fold(term) for term in key_terms[:10]]
    close: list[_Candidate] = []
    best = 0.0
    for seen, (less, order, index, start, end, text, folded) in enumerate(cheap):
        # Nothing below can overtake the best any more, and there is enough to continue it with.
        if seen >= _LOOKED_AT and -less + _CUE + _SCOPE + _KEY_TERMS < best:
            break
        if HOLE in text:  # of a formula or an image: what is left of the sentence does not say it
            continue
        found = faults(text, folded, blocks[index], start, order)
        score = -less + _more_closely(text, folded, found, terms)
        chaff = any(fault not in MILD for fault in found)
        if len(text) <= max_chars and not chaff:
            best = max(best, score)
        close.append(_Candidate(order, index, start, end, text, folded, score, "leaning" in found, chaff))
    close.sort(key=lambda one: (one.chaff, -one.score, one.order))
    return close


def _more_closely(text: str, folded: str, found: Sequence[str], terms: Sequence[str]) -> float:
    """What a closer look adds to the score of a sentence or takes from it."""
    change = -sum(PENALTIES[fault] for fault in found)
    if announces(text):
        change += _CUE + (_SCOPE if states_scope(text) else 0.0)
    if text[-1] not in END_MARKS:
        change -= 0.35
    signs = len(_SIGNS.findall(text))
    if signs * 8 > len(text):
        change -= 0.6
    if terms:
        change += _KEY_TERMS * min(sum(map(folded.__contains__, terms)), 3) / 3
    return change


def _length(text: str, max_chars: int) -> float:
    """0 to 1: three to eight tenths of the room are best; 1.14 times the room is worth nothing."""
    share = len(text) / max_chars
    if share < 0.3:
        return share / 0.3
    return 1.0 if share <= 0.8 else max(0.0, 1.0 - (share - 0.8) * 3)


def _complete(fitting: Sequence[_Candidate], max_chars: int, most: int) -> list[_Candidate]:
    """The best sentence and up to two more that continue it or add something, in reading order."""
    chosen = [fitting[0]]
    room = max_chars - len(fitting[0].text)
    useful = [] if chosen[0].chaff else [one for one in fitting if not one.chaff and _may_be_added(one.text)]
    for _ in range(most - 1):
        if room < max_chars * (1 - _ROOM):
            break
        best, worth = None, _WORTH
        for one in useful:
            if one.score + _CONTINUES + PENALTIES["hanging"] <= worth:
                break  # nor is one of the others worth more: they are in the order of their scores
            if len(one.text) + 2 > room or one in chosen:
                continue
            value = _value_beside(one, chosen, worth)
            if value > worth:
                best, worth = one, value
        if best is None:
            break
        chosen.append(best)
        room -= len(best.text) + 2
    return sorted(chosen, key=lambda one: one.order)


def _may_be_added(text: str) -> bool:
    """Whole, and no interjection: はい。, それもそのはず。"""
    return text[-1] in END_MARKS and len(text) >= _SHORTEST_ADDED


_SHORTEST_ADDED = 10


def _value_beside(one: _Candidate, chosen: Sequence[_Candidate], least: float) -> float:
    """What a sentence is worth beside the chosen ones; 0 where it is worth no more than ``least``."""
    value = one.score
    near = [one.order - other.order for other in chosen if one.block == other.block]
    if one.leans and 1 not in near:
        return 0.0
    begins = begin_fault(one.text)
    if 1 in near or (-1 in near and begins is None):
        value += _CONTINUES
    if begins == "hanging":
        if all(one.order - other.order != 1 for other in chosen):
            return 0.0
        value += PENALTIES["hanging"]
    if value <= least:
        return 0.0
    likeness = max(_likeness(one.folded, other.folded) for other in chosen)
    return value - likeness if likeness < _SAYS_THE_SAME else 0.0


def _likeness(a: str, b: str) -> float:
    """Share of the shorter one's character pairs that the other has."""
    first = {a[at : at + 2] for at in range(len(a) - 1)}
    second = {b[at : at + 2] for at in range(len(b) - 1)}
    return len(first & second) / max(min(len(first), len(second)), 1)
