"""Candidates for Japanese key terms: runs of nouns and Latin names, and what they are made of.

A run is found by a regular expression over the class string of ``tokens``; Latin names come from the text itself
(``latin_names``). Inside a run every span of words that can stand alone is a candidate too (機械学習モデル評価 holds
機械学習 and モデル評価), and it counts whether a span ever stands alone (C-value, Frantzi et al. 2000).
"""

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from jpkit.document import Block
from jpkit.extraction.japanese_words import CLOSING, COUNTED, NOT_POINTING, POINTING, RELATING, STOP
from jpkit.extraction.latin_names import NAME, with_latin
from jpkit.extraction.no_words import without_code
from jpkit.lazy import lazy
from jpkit.tokens import word_classes

_RUN = lazy("([RANPTCXLDV](?:[a-zRANPTCXLDV]+|_(?=[RANPTCXLDV]))+)")  # one character is no term
_PARTING = lazy("[OYZ]")
_TOKEN = lazy("[A-Z][a-z]*|_")
_FULLWIDTH = {ord("\uff01") + i: 0x21 + i for i in range(94)} | {0x3000: 0x20, ord("’"): ord("'")}
_HAS_FULLWIDTH = lazy("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a’]")  # letters and digits; signs are everywhere
_WIDE = lazy("[\u3000\uff01-\uff5e’]+")
_HIRAGANA = lazy("[\u3041-\u309f]+")

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
                if not NAME.fullmatch(block.text, start, end) or block.text.count("/", start, end) > 1:
                    hidden.append((base + start, base + end))
            elif kind == "break":
                breaks.append(base + start)
            elif kind == "strike":
                struck.append((base + start, base + end))
        base += len(block.text) + 1
    text, classes = without_code(text, classes, hidden)
    classes = with_latin(text, classes)
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
        return _points(words, i)
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


def _points(words: list[_Word], i: int) -> bool:
    """Does this prefix only point at the word behind it? 各ノード, but not 全結合層."""
    surface = words[i][3]
    return surface in POINTING and not (i + 1 < len(words) and surface + words[i + 1][3] in NOT_POINTING)


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
    if surface in CLOSING:
        return True
    if len(surface) > 2:
        # Some stand in the dictionary as one noun: 一般的, 設定方法, 使い方, 開発中.
        return (
            surface[-1] == "的"
            or surface in STOP
            or surface[-2:] in CLOSING
            or (surface[-1] == "方" and "ぁ" <= surface[-2] <= "ゖ")
            or (surface[-1] == "中" and len(surface) == 3)
        )
    return (
        surface in STOP
        or (letter == "T" and len(surface) == 1)
        or (letter in "NTC" and _HIRAGANA.fullmatch(surface) is not None)
    )


def _can_begin(words: list[_Word], i: int) -> bool:
    """May a candidate begin inside a run, before word i?"""
    _, _, before, _ = words[i - 1]
    _, _, letter, surface = words[i]
    if letter in "XV" or (letter == "C" and before == "D"):
        return False
    if before == "R" and not _points(words, i - 1):
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


# No term begins with a long vowel mark, a small kana or ン: it would be cut out of a word (広がりング). 何度実行 asks.
_NOT_FIRST = frozenset("何ーｰﾞﾟンァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ・_'")
# Pictures and lines are nouns to Sudachi: ✏️, ━━━.
_PICTURE = lazy("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
