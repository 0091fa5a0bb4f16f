"""A page and its translation as pairs of sentences, with the words and the possible terms of both.

What ``pages`` pairs and ``align`` puts together becomes plain tuples here: small, picklable, and all
that the statistics over the whole site need.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from jpkit.bilingual.align import Bead, Segment, align
from jpkit.bilingual.pair import GOOD, INITIAL, TITLED, WHOLE, PagePair, Phrase, Side, Unit
from jpkit.bilingual.words import JOINED
from jpkit.document import HOLE, Block
from jpkit.extraction.english import english_key, noun_phrases
from jpkit.extraction.english_number import singular
from jpkit.extraction.english_words import FUNCTION
from jpkit.extraction.japanese import ALONE, classified, japanese_candidates, term_key
from jpkit.extraction.pipeline import ReadPost
from jpkit.lazy import lazy
from jpkit.sentences import sentences
from jpkit.tokens import word_classes


class _Text(NamedTuple):
    """A block, or a sentence of one."""

    number: int
    """Of the block."""
    block: Block
    start: int
    end: int
    folded: str
    """The whole block, as ``_fold`` has it."""


_LONGEST = 200
"""Words of a sentence. What is longer is a table without cells, or no prose: every word would meet every other."""


def read_pair(ja: ReadPost, en: ReadPost) -> PagePair:
    """The units of a page and its translation, in the order of the Japanese page."""
    japanese = _read_japanese(ja)
    english = _read_english(en)
    kept = {word for one in japanese.texts for word in _LATIN.findall(one.folded)} - FUNCTION
    ja_blocks = [_segment(one, kept, _japanese_size) for one in japanese.texts]
    en_blocks = [_segment(one, kept, _english_size) for one in english.texts]
    units: list[Unit] = []
    for bead in align(ja_blocks, en_blocks):
        ja_sentences = _sentences(japanese.texts[slice(*bead.ja)])
        en_sentences = _sentences(english.texts[slice(*bead.en)])
        if len(ja_sentences) == len(en_sentences) == 1:
            alike = ja_blocks[bead.ja[0]].kind == en_blocks[bead.en[0]].kind
            beads = [Bead((0, 1), (0, 1), bead.cost)] if alike else []
        else:
            beads = align(
                [_segment(one, kept, _japanese_size) for one in ja_sentences],
                [_segment(one, kept, _english_size) for one in en_sentences],
            )
        for ja_inner, en_inner, _ in beads:
            ja_side = _side(japanese, ja_sentences[slice(*ja_inner)])
            en_side = _side(english, en_sentences[slice(*en_inner)])
            if 0 < len(ja_side.words) <= _LONGEST and 0 < len(en_side.words) <= _LONGEST:
                units.append(Unit(ja_side, en_side))
    return PagePair(ja.post.source.path, en.post.source.path, tuple(units))


class _Page(NamedTuple):
    texts: list[_Text]
    words: dict[int, list[tuple[int, int, str]]]
    """By block: start, end, form."""
    phrases: dict[int, list[tuple[int, int, str, int]]]
    """By block: start, end, key, flags; in the order of their starts."""
    post: ReadPost


def _texts(post: ReadPost, which: Iterable[int]) -> list[_Text]:
    blocks = post.document.blocks
    return [_Text(n, blocks[n], 0, len(blocks[n].text), _fold(blocks[n].text)) for n in which]


# Japanese


def _read_japanese(post: ReadPost) -> _Page:
    blocks, which = post.document.blocks, post.japanese
    known = classified(blocks, which)
    text, short = known.text, word_classes(known.text, mode="A")
    words: dict[int, list[tuple[int, int, str]]] = {}
    base = 0
    for number in which:
        size = len(blocks[number].text)
        words[number] = japanese_words(text[base : base + size], short[base : base + size])
        base += size + 1
    phrases: dict[int, list[tuple[int, int, str, int]]] = {number: [] for number in which}
    for key, places in japanese_candidates(blocks, which, known).items():
        for number, start, end, flags, _, _ in places:
            phrases[number].append((start, end, key, GOOD if flags & ALONE else 0))
    for found in phrases.values():
        found.sort()
    return _Page(_texts(post, which), words, phrases, post)


_LATIN = lazy("[0-9a-z]+")
_TOKEN = lazy("[A-Z][a-z]*")
_KANJI = lazy("[\u3005\u3400-\u9fff]+")


def japanese_words(text: str, classes: str) -> list[tuple[int, int, str]]:
    """The content words of a Japanese text with these word classes: start, end, form."""
    folded = _fold(text)
    latin = [match.span() for match in _LATIN.finditer(folded)]
    found = [(start, end, folded[start:end]) for start, end in latin]
    taken = [start for start, _ in latin]
    for match in _TOKEN.finditer(classes):
        start, end = match.span()
        at = bisect_right(taken, start) - 1
        if (at >= 0 and latin[at][1] > start) or folded[start:end].isascii():
            continue
        form = _japanese_form(folded[start:end], match[0][0] == "O")
        if form:
            found.append((start, end, form))
    found.sort()
    joined: list[tuple[int, int, str]] = []
    for start, end, form in found:
        if form in JOINED and joined and joined[-1][1] == start and not joined[-1][2].isascii():
            joined[-1] = joined[-1][0], end, joined[-1][2] + form
        else:
            joined.append((start, end, form))
    return joined


@lru_cache(maxsize=20_000)
def _japanese_form(word: str, other: bool) -> str:
    if other:
        # 組み込み and 組み込む are 組: kanji say what a verb or an adjective means.
        kanji = _KANJI.match(word)
        return kanji[0] if kanji else ""
    return term_key(word)


def _fold(text: str) -> str:
    """Half width and lower case, character for character."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return folded if len(folded) == len(text) else "".join(map(_fold_character, text))


@lru_cache(maxsize=20_000)
def _fold_character(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character).casefold()
    return folded if len(folded) == 1 else character


# English


def _read_english(post: ReadPost) -> _Page:
    blocks = post.document.blocks
    which = [number for number, lang in enumerate(post.langs) if lang != "ja"]
    words, phrases = {}, {}
    for number in which:
        block = blocks[number]
        all_words = english_words(block.text)
        words[number] = [word for word in all_words if word[2]]
        phrases[number] = _ngrams(block.text, all_words, set(noun_phrases(block)))
    return _Page(_texts(post, which), words, phrases, post)


def english_words(text: str) -> list[tuple[int, int, str]]:
    """The words of an English text: start, end, form; "" for what only holds a sentence together."""
    return [
        # A possessive is no part of its word; don't and it'll are no words of their own.
        (match.start(), match.end(1), "" if match[2] and match[2][1:] != "s" else _english_form(match[1]))
        for match in _ENGLISH_WORD.finditer(text)
    ]


_ENGLISH_WORD = lazy("([0-9A-Za-z\u00c0-\u024f]+)(['\u2019](?:s|t|d|m|re|ve|ll)(?![A-Za-z]))?")
_HYPHENS = ("-", "\u2010", "\u2011")
_JOINS = frozenset((" ", *_HYPHENS))
_MOST_WORDS = 5
_INSIDE = frozenset(("as", "a", "of"))


@lru_cache(maxsize=20_000)
def _english_form(word: str) -> str:
    """One form for all inflections; "" of what only holds a sentence together."""
    lower = word.lower()
    if lower in FUNCTION or (len(lower) == 1 and lower.isalpha()):
        return ""
    return singular(lower)


def _ngrams(
    text: str, words: Sequence[tuple[int, int, str]], good: Set[tuple[int, int]]
) -> list[tuple[int, int, str, int]]:
    """Up to five words between words that hold a sentence together, and Infrastructure as Code."""
    found = []
    for first, (start, _, form) in enumerate(words):
        if not form or text[start - 1 : start] in _HYPHENS:
            continue
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            begin, end, inner = words[last]
            if last > first and (begin - words[last - 1][1] != 1 or text[begin - 1] not in _JOINS):
                break
            if inner and text[end : end + 1] not in _HYPHENS:
                flags = GOOD if (start, end) in good else 0
                if not flags and last - first > 2:
                    continue
                found.append((start, end, english_key(text[start:end]), flags))
            elif not inner and text[begin:end].lower() not in _INSIDE:
                break
    return found


# Both


def _segment(one: _Text, kept: Set[str], size: Callable[[str], float]) -> Segment:
    _, block, start, end, folded = one
    text = folded[start:end]
    anchors = dict(Counter([word for word in _LATIN.findall(text) if word in kept]))
    for mark in block.marks:
        if mark.kind == "link" and start <= mark.start < end and (target := link_target(mark.target)):
            anchors[target] = anchors.get(target, 0) + 1
    if HOLE in text:
        anchors[HOLE] = text.count(HOLE)
    kind = f"{block.kind}{block.level}" if block.kind == "heading" else block.kind
    if block.kind in ("paragraph", "quote"):
        kind = ""
    return Segment(size(text), anchors, kind)


def _japanese_size(text: str) -> float:
    """In characters of English: Latin ones as they are, katakana about one, kanji more than two."""
    return sum(map(_character_size, text))


@lru_cache(maxsize=8192)
def _character_size(character: str) -> float:
    if character.isascii():
        return 1.0
    if "\u30a1" <= character <= "\u30fc":
        return 1.4
    return 3.2 if "\u3400" <= character <= "\u9fff" else 1.7


def _english_size(text: str) -> float:
    return float(len(text))


_LANGUAGE = lazy(r"^(?:https?://[^/]+)?(?:/(?:[a-z]{2}(?:-[A-Za-z]{2,4})?)(?=/))?")


def link_target(url: str) -> str:
    """Where a link leads, the same for both languages: without host, language and mark."""
    return _LANGUAGE.sub("", url.partition("#")[0].partition("?")[0], count=1).rstrip("/").lower()


def _sentences(texts: Sequence[_Text]) -> list[_Text]:
    found = []
    for one in texts:
        breaks = [mark.start for mark in one.block.marks if mark.kind == "break"]
        found += [one._replace(start=start, end=end) for start, end in sentences(one.block.text, breaks)]
    return found


_TITLE_KINDS = frozenset(("title", "heading", "cell", "term", "caption"))


def _side(page: _Page, texts: Sequence[_Text]) -> Side:
    words: list[str] = []
    phrases: list[Phrase] = []
    for number, block, start, end, _ in texts:
        inside = page.words[number]
        inside = inside[bisect_left(inside, (start,)) : bisect_left(inside, (end,))]
        starts, ends = [word[0] for word in inside], [word[1] for word in inside]
        base = len(words)
        words += [word[2] for word in inside]
        common = TITLED if block.kind in _TITLE_KINDS else 0
        targets = {(mark.start, mark.end): link_target(mark.target) for mark in block.marks if mark.kind == "link"}
        found = page.phrases[number]
        for begin, finish, key, flags in found[bisect_left(found, (start,)) : bisect_left(found, (end,))]:
            if finish > end:
                continue
            first, last = bisect_left(starts, begin), bisect_right(ends, finish)
            if first >= last:
                continue
            target = targets.get((begin, finish), "")
            if begin == start:
                flags |= INITIAL
                if finish == end and start == 0 and end == len(block.text):
                    flags |= WHOLE
            phrases.append(Phrase(key, block.text[begin:finish], base + first, base + last, flags | common, target))
    _, block, start, _, _ = texts[0]
    line = page.post.post.source.position(block.span(start, start + 1).start).line
    return Side(line, tuple(words), tuple(phrases))
