"""Candidates for Japanese key terms: runs of nouns and Latin names, and what they are made of.

A run is found by a regular expression over the class string of ``tokens``; Latin names come from the
text itself, because Sudachi cuts ``Node.js``, ``CI/CD`` and ``k8s``. Inside a run every span of words
that can stand alone is a candidate too (機械学習モデル評価 holds 機械学習 and モデル評価), and it counts
whether a span ever stands alone (C-value, Frantzi et al. 2000).
"""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from jpkit.document import Block
from jpkit.extraction.japanese_words import COUNTED, FORMATS, INSIDE_NAMES, LATIN_STOP, POINTING, RELATING, STOP
from jpkit.lazy import lazy
from jpkit.tokens import word_classes

# A Latin name: words joined by what joins them in names, and a leading dot as in .NET. A + joins WEB+DB PRESS; but
# Chrome+WebDriver, Ctrl+C are several.
_WORD = (
    r"\.?[0-9]{0,2}[A-Za-z][0-9A-Za-z]*(?:(?:[._/&'-](?=[0-9A-Za-z])|(?<=[A-Z])\+(?=[A-Z]))[0-9A-Za-z]+)*(?:\+\+|#)?"
)
# To ask first for what it can begin with halves the search: most characters are Japanese.
_LATIN = lazy(rf"(?=[.0-9A-Za-z])(?<![0-9A-Za-z._/@-])({_WORD}(?: {_WORD}){{0,6}})(?![0-9A-Za-z_(=\\])")
_LATIN_WORD = lazy(r"\S+")
# /var/log/messages; with what may not stand before it in front, the search takes 20 times as long.
_PATH = lazy(r"/(?<![0-9A-Za-z/]/)[a-z.][0-9A-Za-z._-]*(?:/[0-9A-Za-z._-]+)+")
_RUN = lazy("([RANPTCXLDV](?:[a-zRANPTCXLDV]+|_(?=[RANPTCXLDV]))+)")  # one character is no term
_PARTING = lazy("[OYZ]")
_TOKEN = lazy("[A-Z][a-z]*|_")
_FULLWIDTH = {ord("\uff01") + i: 0x21 + i for i in range(94)} | {0x3000: 0x20, ord("’"): ord("'")}
_HAS_FULLWIDTH = lazy("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a’]")  # letters and digits; signs are everywhere
_WIDE = lazy("[\u3000\uff01-\uff5e’]+")
_HIRAGANA = lazy("[\u3041-\u309f]+")
_UNIT = lazy(
    r"[vV][0-9]+(?:\.[0-9]+)+|(?![234]D)[0-9]+(?:[kKMGT]?(?:B|iB|b|bps|Hz|W|V|A|m|g|px|pt|em|ms|s|fps|x|X|th|st|nd|rd|h|d|v|K|M|G|T|D|cm|mm|km|kg))"
)

# スネルの法則 is a name, and スネル by itself is none. Of nouns in kanji only what theorems are named after.
# Kanji are what is above kana: their own ranges take 1 ms each to compile.
_LAW = lazy(
    "(?:(?<![\u30a1-\u30ff])[\u30a1-\u30ff]{2,}の(?:法則|定理|公式|不等式|補題|パラドックス)"
    "|[^\x00-\u30ff\uff00-\uffff]{3,6}の定理)(?=[\x00-@\\[-`{-\u30a0\uff00-\uffff]|\\Z)"
)

_LAWS = ("の法則", "の定理", "の公式", "の不等式", "の補題", "のパラドックス")

_LONGEST_SPAN = 5
_LONGEST_NAME = 8
"""Words of a Latin name that has its run to itself."""

# Flags of an occurrence.
ALONE = 1
"""A whole run, not inside a longer one."""
VERBAL = 2
"""Before する: a verb rather than a name."""
STRUCK = 4
QUOTED = 16
"""In a run between quotation marks."""
INNER = 8
"""Latin, with a further Latin word beside it: Engineer in ML Engineer試験."""
LEADING = 32
"""First in its run, and the run first in its block or sentence, or behind an opening bracket."""


Spanned = tuple[int, int, str, int, int]
"""A candidate inside a run: start, end, key, number of words, flags."""

Run = tuple[tuple[Spanned, ...], int]
"""The candidates of a run, in their order, and where it begins in its block."""

Occurrence = tuple[int, int, int, int, int, Run]
"""One place of a candidate: block, start and end in its text, flags, number of words, the run that it stands in."""

Candidates = dict[str, list[Occurrence]]
"""Spans of words that may be terms: by key all their places, both in reading order."""


def longer(places: Iterable[Occurrence]) -> set[str]:
    """Keys of the candidates that the one with these places is a part of somewhere."""
    found = set()
    for _, start, end, _, _, (spans, offset) in places:
        start, end = start - offset, end - offset
        if len(spans) > _MANY:  # a run may be a page long
            at = bisect_left(spans, (start, end))
            spans = spans[max(0, at - _MANY) : at + _LONGEST_SPAN]
        for first, last, key, _, _ in spans:
            if first <= start and end <= last and last - first > end - start:
                found.add(key)
    return found


_MANY = _LONGEST_SPAN * _LONGEST_SPAN
"""Candidates before one in its run that may hold it: they begin fewer than ``_LONGEST_SPAN`` words before."""


class Classified(NamedTuple):
    """Blocks as one text, half width and parted by line feeds, and the word classes of it."""

    text: str
    classes: str


def classified(blocks: Sequence[Block], which: Sequence[int]) -> Classified:
    """The blocks ``which`` for ``japanese_candidates``; one call of the tokenizer takes two thirds of one a block."""
    text = "\n".join([blocks[index].text for index in which])
    if _HAS_FULLWIDTH.search(text):
        text = _WIDE.sub(lambda wide: wide[0].translate(_FULLWIDTH), text)  # a sixth of the time of the whole text
    return Classified(text, word_classes(text))


def japanese_candidates(
    blocks: Sequence[Block],
    which: Sequence[int],
    known: Classified | None = None,
    names: Iterable[tuple[int, int, int]] = (),
) -> Candidates:
    """Candidates of the blocks ``which``.

    ``known`` is ``classified(blocks, which)`` where the caller has it already. ``names``
    are places (block, start, end) of names: one that words of other classes would part, さくらのクラウド, is one word.
    """
    text, classes = known or classified(blocks, which)
    laws = [match.span() for match in _LAW.finditer(text)] if any(map(text.__contains__, _LAWS)) else []
    breaks = [0]
    struck, hidden = [], []
    bases = {}
    base = 0
    for index in which:
        block = blocks[index]
        bases[index] = base
        for kind, start, end, _ in block.marks:
            if kind == "code":
                # Of inline code only a single name is a word: `fit`関数 is one term, `npm i -g x` and a/b/c are none.
                if not _NAME.fullmatch(block.text, start, end) or block.text.count("/", start, end) > 1:
                    hidden.append((base + start, base + end))
            elif kind == "break":
                breaks.append(base + start)
            elif kind == "strike":
                struck.append((base + start, base + end))
        base += len(block.text) + 1
    if hidden:
        text, classes = _without(text, hidden, "。"), _without(classes, hidden, "O")
    if "/" in text and (paths := [match.span() for match in _PATH.finditer(text)]):
        classes = _without(classes, paths, "O")
    classes = _with_latin(text, classes)
    parted = [
        (bases[index] + start, bases[index] + end)
        for index, start, end in names
        if index in bases
        and text[bases[index] + start] != "。"  # hidden
        and _PARTING.search(classes, bases[index] + start, bases[index] + end)
    ]
    if parted or laws:
        classes = _as_words(classes, sorted([*parted, *laws]))
    return _read_runs(text, classes, bases, breaks, struck)


def _as_words(classes: str, ranges: Sequence[tuple[int, int]]) -> str:
    """The classes with each of the ranges, which are in order, as one name."""
    pieces = []
    done = 0
    for start, end in ranges:
        if start >= done:
            pieces += [classes[done:start], "P", "p" * (end - start - 1)]
            done = end
    return "".join([*pieces, classes[done:]])


def _without(text: str, ranges: Sequence[tuple[int, int]], filler: str) -> str:
    """The text with the ranges, which are in order, filled up at equal length."""
    pieces = []
    done = 0
    for start, end in ranges:
        pieces += [text[done:start], filler * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])


def _read_runs(
    text: str, classes: str, bases: Mapping[int, int], breaks: Sequence[int], struck: Sequence[tuple[int, int]]
) -> Candidates:
    """The candidates of a text with its blocks, which begin at ``bases``; none crosses one of the ``breaks``."""
    found: defaultdict[str, list[Occurrence]] = defaultdict(list)
    text, classes = text + "\n", classes + "O"  # for what follows the last run
    following = zip(bases.items(), [*bases.values(), len(text)][1:], strict=True)
    (index, base), end_of_block = next(following, ((0, 0), 0))
    # Not block by block, which takes half as long again: the line feed between two blocks is in no run.
    for begin, end in zip(breaks, [*breaks[1:], len(text)], strict=True):
        b = begin
        pieces = iter(_RUN.split(classes[begin:end]))
        for between, run in zip(pieces, pieces, strict=False):
            a = b + len(between)
            b = a + len(run)
            while a >= end_of_block:
                (index, base), end_of_block = next(following)
            spans = _spans(text[a:b], run, classes[b] == "Z")
            if not spans:
                continue
            after = text[b]
            before = text[a - 1] if a > base else ""
            flags = VERBAL if after in _VERBAL else 0
            if after in _CLOSING and before in _OPENING:
                flags |= QUOTED
            if struck and any(s <= a < e for s, e in struck):
                flags |= STRUCK
            at_first = flags | LEADING if before in _BEFORE_FIRST else flags
            offset = a - base
            here = (spans, offset)
            for first, last, key, words, kind in spans:
                kind |= flags if first else at_first
                found[key].append((index, offset + first, offset + last, kind, words, here))
    return dict(found)


@lru_cache(maxsize=8192)
def term_key(surface: str) -> str:
    """What spellings of one term share.

    NFKC, case folded, without blanks and hyphens (BigQuery ML, BigQueryML), and without a long vowel
    mark at the end of a longer katakana word (サーバー, サーバ: JIS Z 8301 had the latter, the Cabinet
    notice of 1991 the former, and posts mix them).
    """
    key = unicodedata.normalize("NFKC", surface).casefold()
    if not key.isascii():
        key = key.replace("・", "")
        if key.endswith("ー") and len(key) > 3 and _KATAKANA_END.search(key):
            key = key[:-1]
    return key.replace(" ", "").replace("-", "") or key


_KATAKANA = lazy("[\u30a1-\u30ff]+")
_KATAKANA_END = lazy("[\u30a1-\u30fc]{3}ー$")


def _with_latin(text: str, classes: str) -> str:
    """The class string with Latin names as L, and the blanks that do not part them as _."""
    pieces = []
    done = 0
    end = 0
    parts = iter(_LATIN.split(text))
    for between, name in zip(parts, parts, strict=False):
        start = end + len(between)
        end = start + len(name)
        run = _latin_classes(name)
        if start > done and between[-1] == " " and classes[start - 2 : start - 1] in _JOINABLE and run[0] == "L":
            pieces.append(classes[done : start - 1] + "_")
        else:
            pieces.append(classes[done:start])
        pieces.append(run)
        done = end
        if run[-1] in "Ll" and text[end : end + 1] == " " and classes[end + 1 : end + 2] in _STARTS:
            pieces.append("_")
            done = end + 1
    pieces.append(classes[done:])
    return "".join(pieces)


@lru_cache(maxsize=8192)
def _latin_classes(phrase: str) -> str:
    """Classes of one Latin phrase: L a word, _ what joins two, O what is no word."""
    if " " not in phrase:
        return _classes_of_word(phrase)
    words = phrase.split(" ")
    pieces: list[str] = []
    i = 0
    while i < len(words):
        following = i + 1
        while following < len(words) - 1 and words[following].lower() in INSIDE_NAMES:
            following += 1
        piece = _classes_of_word(words[i])
        whole = words[i : following + 1]
        if piece[0] == "L" and 2 < len(whole) <= _LONGEST_SPAN and whole[0][0].isupper() and whole[-1][0].isupper():
            # Infrastructure as Code is one name; the words between its capitals belong to it.
            piece = _one_name(" ".join(whole))
            i = following
        pieces.append(piece)
        i += 1
    return "_".join(pieces).replace("O_", "OO").replace("_O", "OO")


def _classes_of_word(word: str) -> str:
    if (word.lower() in LATIN_STOP and word not in FORMATS) or (not word.isalpha() and _UNIT.fullmatch(word)):
        return "O" * len(word)
    # CI/CD and Firefox4 are names, and so are CI, CD and Firefox.
    return _JOINED.sub(_word_classes, word) if "/" in word or word[-1].isdigit() else _one_name(word)


def _one_name(name: str) -> str:
    return "L" + "l" * (len(name) - 1)


def _word_classes(match: re.Match[str]) -> str:
    if match[0] == "/":
        return "_"
    if match["version"]:
        return _one_name(match["name"]) + "V" + "v" * (len(match["version"]) - 1)
    return _one_name(match[0])


_JOINED = lazy(r"/|(?P<name>[A-Za-z]{3,})(?P<version>[0-9]+(?:[.][0-9]+)*)(?=/|$)|[^/]+")


_NAME = lazy(rf"{_WORD}(?: {_WORD})?|[^\x00-\x7f]+")
_JOINABLE = frozenset("NnPpXx")
_STARTS = frozenset("NPAR")
# 構築する, 構築し, 構築され, 構築できる
_VERBAL = frozenset("しすさせで")
_OPENING = frozenset("「『“‘【")
_CLOSING = frozenset("」』”’】")
_BEFORE_FIRST = frozenset(["", *"。「『【・（("])


_Word = tuple[int, int, str, str]
"""A word of a run: start, end, class, surface."""


@lru_cache(maxsize=8192)  # runs repeat within a post and between posts
def _spans(text: str, classes: str, modifies: bool) -> tuple[Spanned, ...]:
    """The candidates of one run, in the order of their starts, then of their ends.

    ``modifies``: a suffix such as 的 follows, so the last word is no word by itself (一般的 is no 一般).
    """
    if classes[1:].islower():  # one word, as three runs in four; one that begins nothing could not stand either
        letter, end = classes[0], len(text)
        if modifies or text[0] in _NOT_FIRST or not _is_term(letter, text) or _ends_nothing((0, end, letter, text)):
            return ()
        return ((0, end, term_key(text), 1, ALONE),) if _is_plain(text) else ()
    words = []
    start = 0
    for word in _TOKEN.findall(classes):
        end = start + len(word)
        if word != "_":
            words.append((start, end, word[0], text[start:end]))
        start = end
    first, last = 0, len(words) - modifies
    while last > first and _ends_nothing(words[last - 1]):
        last -= 1
    while first < last and _begins_nothing(words, first):
        first += 1
    if first == last:
        return ()
    ends = [j for j in range(first + 1, last) if words[j][2] != "X" and not _ends_nothing(words[j - 1])]
    ends.append(last)
    plain = _is_plain(text)
    spans = []
    next_end = 0
    for i in range(first, last):
        if ends[next_end] <= i:
            next_end += 1
        start, _, letter, surface = words[i]
        if (i > first and not _can_begin(words, i)) or surface[0] in _NOT_FIRST:
            continue
        for j in ends[next_end : next_end + _LONGEST_SPAN]:
            size = j - i
            if size > _LONGEST_SPAN:
                break
            _, end, last_letter, _ = words[j - 1]
            surface = text[start:end]
            if size == 1:
                if not _is_term(letter, surface):
                    continue
            elif size > 3 and " " in surface and not surface.isascii():  # 試験Professional Machine Learning Engineer
                continue
            if not plain and not _is_plain(surface):
                continue
            flags = ALONE if i == first and j == last else 0
            if letter == "L" == last_letter and (
                (i and words[i - 1][2] == "L") or (j < len(words) and words[j][2] == "L")
            ):
                flags |= INNER
            spans.append((start, end, term_key(surface), size, flags))
        if i == first and not plain and _is_long_name(text, words[first:last]):
            start, end = words[first][0], words[last - 1][1]
            spans.append((start, end, term_key(text[start:end]), last - first, ALONE))
    return tuple(spans)


def _is_plain(surface: str) -> bool:
    """Is no picture in it, and are its words few enough? So it is with nearly every run as a whole."""
    return surface.isalpha() or (surface.count(" ") < _LONGEST_SPAN and not _PICTURE.search(surface))


def _is_long_name(text: str, words: list[_Word]) -> bool:
    """Japanese Language Pack for Visual Studio Code: as a whole a name, and any five words of it are none."""
    start, end = words[0][0], words[-1][1]
    return (
        _LONGEST_SPAN <= text.count(" ", start, end) < _LONGEST_NAME
        and all(letter == "L" for _, _, letter, _ in words)
        and text[start].isupper()
        and text[words[-1][0]].isupper()
    )


def _begins_nothing(words: list[_Word], i: int) -> bool:
    _, _, letter, surface = words[i]
    if letter in "XV":
        return True
    if letter == "R":
        return surface in POINTING
    if letter == "D":
        return not _number_belongs(words, i)
    if letter == "T" and (_HIRAGANA.fullmatch(surface) or surface[0] in "何毎"):  # ときどき, 何度
        return True
    if i and words[i - 1][2] == "D" and (letter == "C" or surface in COUNTED):
        return True
    if i and letter == "C" and not _one_kanji_before_another(words, i + 1):  # 行 of 複数行文字列
        return True
    if surface in STOP:
        return not _one_kanji_before_another(words, i + 1)
    return letter in "NTC" and len(surface) < 3 and _HIRAGANA.fullmatch(surface) is not None


def _number_belongs(words: list[_Word], i: int) -> bool:
    """二分探索, 2値分類 and 3次元配列 have their number inside; 4時間 and 2020年 are quantities."""
    if i + 2 >= len(words):
        return False
    number, unit = words[i][3], words[i + 1][3]
    counts = unit in COUNTED and not (unit == "分" and not number[0].isascii())
    return len(number) == 1 and not counts and words[i + 2][2] in "NPLC"


def _ends_nothing(word: _Word) -> bool:
    _, _, letter, surface = word
    if letter in "RD":
        return True
    if letter == "X":
        return surface in RELATING
    if letter == "A":
        return _KATAKANA.fullmatch(surface) is None
    if len(surface) > 2:
        # 一般的 and its like stand in the dictionary as one noun.
        return surface[-1] == "的" or surface in STOP
    return (
        surface in STOP
        or (letter == "T" and len(surface) == 1)
        or (letter in "NTC" and _HIRAGANA.fullmatch(surface) is not None)
    )


def _can_begin(words: list[_Word], i: int) -> bool:
    """May a candidate begin inside a run, before word i?"""
    _, _, before, surface_before = words[i - 1]
    _, _, letter, surface = words[i]
    if letter in "XV" or (letter == "C" and before == "D"):
        return False
    if before == "R" and surface_before not in POINTING:
        return False
    if before == "D" and letter != "L":
        return False
    if before == "C" and _one_kanji_before_another(words, i):
        return False
    return surface not in STOP


def _one_kanji_before_another(words: list[_Word], i: int) -> bool:
    """Is the cut before word i one in the middle of a word that no dictionary has, 点|群?"""
    if i >= len(words) or words[i][0] - words[i - 1][0] > 1 or len(words[i][3]) > 1:
        return False
    return "一" <= words[i - 1][3] <= "鿿" and "一" <= words[i][3] <= "鿿"


def _is_term(letter: str, surface: str) -> bool:
    """May a single word be a candidate?"""
    if letter == "L":
        return len(surface) > 1
    if letter in "TDXRV":
        return False
    if letter == "A":  # スケーラブル, ステートレス
        return len(surface) > 3 and _KATAKANA.fullmatch(surface) is not None
    return len(surface) > 1 and not (len(surface) == 2 and _HIRAGANA.fullmatch(surface))


# No term begins with a long vowel mark or a small kana: it would be cut out of a word. 何度実行 asks.
_NOT_FIRST = frozenset("何ーｰﾞﾟァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ・_'")
# Pictures and lines are nouns to Sudachi: ✏️, ━━━.
_PICTURE = lazy("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
