"""Candidates for Japanese key terms: runs of nouns and Latin names, and what they are made of.

A run is found by a regular expression over the class string of ``tokens``; Latin names come from the
text itself, because Sudachi cuts ``Node.js``, ``CI/CD`` and ``k8s``. Inside a run every span of words
that can stand alone is a candidate too (機械学習モデル評価 holds 機械学習 and モデル評価), and it counts
whether a span ever stands alone (C-value, Frantzi et al. 2000).
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from jpkit.document import Block
from jpkit.extraction.japanese_words import COUNTED, FORMATS, INSIDE_NAMES, LATIN_STOP, POINTING, RELATING, STOP
from jpkit.lazy import lazy
from jpkit.tokens import word_classes

# A Latin name: words joined by what joins them in names, and a leading dot as in .NET.
_WORD = r"\.?[0-9]{0,2}[A-Za-z][0-9A-Za-z]*(?:[._+/&'-](?=[0-9A-Za-z])[0-9A-Za-z]+)*(?:\+\+|#)?"
_LATIN = lazy(rf"(?<![0-9A-Za-z._/@-]){_WORD}(?: {_WORD}){{0,6}}(?![0-9A-Za-z_(=\\])")
_LATIN_WORD = lazy(r"\S+")
_RUN = lazy("[RANPTCXLDV][a-z]*(?:_?[RANPTCXLDV][a-z]*)*")
_PARTING = lazy("[OYZ]")
_TOKEN = lazy("[A-Z][a-z]*")
_FULLWIDTH = {ord("\uff01") + i: 0x21 + i for i in range(94)} | {0x3000: 0x20}
_HAS_FULLWIDTH = lazy("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")  # letters and digits; signs are everywhere
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

Occurrence = tuple[int, int, int, int, Run]
"""One place of a candidate: block, start and end in its text, flags, the run that it stands in."""


class Candidate(NamedTuple):
    """A span of words that may be a term, and where it stands."""

    key: str
    words: int
    occurrences: list[Occurrence]

    def longer(self) -> set[str]:
        """Keys of the candidates that it is a part of somewhere."""
        return {key for _, start, end, _, run in self.occurrences for key in _holders(run, start, end)}


def _holders(run: Run, start: int, end: int) -> list[str]:
    """Keys of the candidates of a run that hold what stands from ``start`` to ``end`` of its block."""
    spans, offset = run
    start, end = start - offset, end - offset
    at = bisect_left(spans, (start, end))
    # They begin fewer than _LONGEST_SPAN words before it: a run may be a page long.
    near = spans[max(0, at - _LONGEST_SPAN * _LONGEST_SPAN) : at + _LONGEST_SPAN]
    return [key for first, last, key, *_ in near if first <= start and end <= last and last - first > end - start]


def joined(blocks: Sequence[Block], which: Sequence[int]) -> str:
    """The blocks ``which`` as one text for the tokenizer, parted by line feeds: two thirds of a call a block."""
    text = "\n".join([blocks[index].text for index in which])
    return text.translate(_FULLWIDTH) if _HAS_FULLWIDTH.search(text) else text


def japanese_candidates(
    blocks: Sequence[Block],
    which: Sequence[int],
    classes: str | None = None,
    names: Iterable[tuple[int, int, int]] = (),
) -> dict[str, Candidate]:
    """Candidates of the blocks ``which``, by key, in the order of their first occurrence.

    ``classes`` are the word classes of ``joined(blocks, which)`` where the caller has them already. ``names``
    are places (block, start, end) of names: one that words of other classes would part, さくらのクラウド, is one word.
    """
    text = joined(blocks, which)
    if classes is None:
        classes = word_classes(text)
    laws = [match.span() for match in _LAW.finditer(text)] if any(map(text.__contains__, _LAWS)) else []
    breaks, struck, hidden = [], [], []
    bases = {}
    base = 0
    for index in which:
        block = blocks[index]
        bases[index] = base
        for kind, start, end, _ in block.marks:
            if kind == "code":
                # Of inline code only a single name is a word: `fit`関数 is one term, `npm i -g x` is none.
                if not _NAME.fullmatch(block.text, start, end):
                    hidden.append((base + start, base + end))
            elif kind == "break":
                breaks.append(base + start)
            elif kind == "strike":
                struck.append((base + start, base + end))
        base += len(block.text) + 1
    if hidden:
        text, classes = _without(text, hidden, "。"), _without(classes, hidden, "O")
    classes = _with_latin(text, classes)
    parted = [
        (bases[index] + start, bases[index] + end)
        for index, start, end in names
        if index in bases and _PARTING.search(classes, bases[index] + start, bases[index] + end)
    ]
    if parted or laws:
        classes = _as_words(classes, sorted([*parted, *laws]))
    return _read_runs(text, classes, blocks, which, breaks, struck)


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
    text: str,
    classes: str,
    blocks: Sequence[Block],
    which: Sequence[int],
    breaks: Sequence[int],
    struck: Sequence[tuple[int, int]],
) -> dict[str, Candidate]:
    found: dict[str, Candidate] = {}
    known: dict[str, list[Occurrence]] = {}
    if not which:
        return found
    remaining = iter(which)
    index = next(remaining)
    base, limit = 0, len(blocks[index].text)
    for run in _RUN.finditer(classes):
        start, end = run.span()
        while start > limit:
            base = limit + 1
            index = next(remaining)
            limit = base + len(blocks[index].text)
        for a, b in _parts(start, end, breaks) if breaks else ((start, end),):
            spans = _spans(text[a:b], classes[a:b], classes[b : b + 1] == "Z")
            if not spans:
                continue
            after = text[b : b + 1]
            before = text[a - 1 : a] if a > base else ""
            flags = VERBAL if after in _VERBAL else 0
            if after in _CLOSING and before in _OPENING:
                flags |= QUOTED
            leading = LEADING if before in _BEFORE_FIRST else 0
            if struck and any(s <= a < e for s, e in struck):
                flags |= STRUCK
            offset = a - base
            here = (spans, offset)
            for first, last, key, words, kind in spans:
                if not first:
                    kind |= leading
                occurrence = (index, offset + first, offset + last, flags | kind, here)
                places = known.get(key)
                if places is None:
                    known[key] = places = []
                    found[key] = Candidate(key, words, places)
                places.append(occurrence)
    return found


def _parts(start: int, end: int, breaks: Sequence[int]) -> Sequence[tuple[int, int]]:
    """A run, cut where the author broke the line hard."""
    cuts = [cut for cut in breaks if start < cut < end]
    return list(zip((start, *cuts), (*cuts, end), strict=True)) if cuts else ((start, end),)


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
    for match in _LATIN.finditer(text):
        start, end = match.span()
        run = _latin_classes(match[0])
        if start > done and text[start - 1] == " " and classes[start - 2 : start - 1] in _JOINABLE and run[0] == "L":
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
    words = phrase.split(" ")
    pieces: list[str] = []
    i = 0
    while i < len(words):
        word = words[i]
        following = i + 1
        while following < len(words) - 1 and words[following].lower() in INSIDE_NAMES:
            following += 1
        if (word.lower() in LATIN_STOP and word not in FORMATS) or _UNIT.fullmatch(word):
            pieces.append("O" * len(word))
        elif i + 1 < following < i + _LONGEST_SPAN and word[0].isupper() and words[following][0].isupper():
            # Infrastructure as Code is one name; the words between its capitals belong to it.
            whole = " ".join(words[i : following + 1])
            pieces.append("L" + "l" * (len(whole) - 1))
            i = following
        else:
            # CI/CD and Firefox4 are names, and so are CI, CD and Firefox.
            pieces.append(_JOINED.sub(_word_classes, word))
        i += 1
    return "_".join(pieces).replace("O_", "OO").replace("_O", "OO")


def _word_classes(match: re.Match[str]) -> str:
    if match[0] == "/":
        return "_"
    if match["version"]:
        letters, version = len(match["name"]), len(match["version"])
        return "L" + "l" * (letters - 1) + "V" + "v" * (version - 1)
    return "L" + "l" * (len(match[0]) - 1)


_JOINED = lazy(r"/|(?P<name>[A-Za-z]{3,})(?P<version>[0-9]+(?:[.][0-9]+)*)(?=/|$)|[^/]+")


_NAME = lazy(rf"{_WORD}(?: {_WORD})?|[^\x00-\x7f]+")
_JOINABLE = frozenset("NnPpXx")
_STARTS = frozenset("NPAR")
# 構築する, 構築し, 構築され, 構築できる
_VERBAL = frozenset("しすさせで")
_OPENING = frozenset("「『“‘【")
_CLOSING = frozenset("」』”’】")
_BEFORE_FIRST = frozenset(["", *"。「『【・（("])


@lru_cache(maxsize=8192)  # runs repeat within a post and between posts
def _spans(text: str, classes: str, modifies: bool) -> tuple[Spanned, ...]:
    """The candidates of one run, in the order of their starts, then of their ends.

    ``modifies``: a suffix such as 的 follows, so the last word is no word by itself (一般的 is no 一般).
    """
    words = [(m.start(), m.end(), m[0][0]) for m in _TOKEN.finditer(classes)]
    first, last = 0, len(words) - modifies
    while first < last and _begins_nothing(text, words, first):
        first += 1
    while last > first and _ends_nothing(text, words[last - 1]):
        last -= 1
    if first == last:
        return ()
    spans = []
    ending = {j for j in range(first + 1, last) if _can_end(text, words, j)} | {last}
    for i in range(first, last):
        if i > first and not _can_begin(text, words, i):
            continue
        start = words[i][0]
        for j in range(i + 1, min(i + _LONGEST_SPAN, last) + 1):
            if j not in ending:
                continue
            end = words[j - 1][1]
            surface = text[start:end]
            if _can_stand(surface, words, i, j):
                flags = ALONE if i == first and j == last else 0
                if words[i][2] == words[j - 1][2] == "L" and (
                    "L" in (words[i - 1][2] if i else "", words[j][2] if j < len(words) else "")
                ):
                    flags |= INNER
                spans.append((start, end, term_key(surface), j - i, flags))
        if i == first and _is_long_name(text, words[first:last]):
            start, end = words[first][0], words[last - 1][1]
            spans.append((start, end, term_key(text[start:end]), last - first, ALONE))
    return tuple(spans)


def _is_long_name(text: str, words: list[tuple[int, int, str]]) -> bool:
    """Japanese Language Pack for Visual Studio Code: as a whole a name, and any five words of it are none."""
    start, end = words[0][0], words[-1][1]
    blanks = text.count(" ", start, end)
    return (
        _LONGEST_SPAN <= blanks < _LONGEST_NAME
        and all(word[2] == "L" for word in words)
        and text[start].isupper()
        and text[words[-1][0]].isupper()
    )


def _begins_nothing(text: str, words: list[tuple[int, int, str]], i: int) -> bool:
    start, end, letter = words[i]
    if letter in "XV":
        return True
    word = text[start:end]
    if letter == "R":
        return word in POINTING
    if letter == "D":
        return not _number_belongs(text, words, i)
    if letter == "T" and (_HIRAGANA.fullmatch(word) or word[0] in "何毎"):  # ときどき, 何度
        return True
    if i and words[i - 1][2] == "D" and (letter == "C" or word in COUNTED):
        return True
    if i and letter == "C" and not _one_kanji_before_another(text, words, i + 1):  # 行 of 複数行文字列
        return True
    if word in STOP:
        return not _one_kanji_before_another(text, words, i + 1)
    return letter in "NTC" and len(word) < 3 and _HIRAGANA.fullmatch(word) is not None


def _number_belongs(text: str, words: list[tuple[int, int, str]], i: int) -> bool:
    """二分探索, 2値分類 and 3次元配列 have their number inside; 4時間 and 2020年 are quantities."""
    if i + 2 >= len(words):
        return False
    start, end, _ = words[i]
    unit = text[words[i + 1][0] : words[i + 1][1]]
    counts = unit in COUNTED and not (unit == "分" and not text[start].isascii())
    return end - start == 1 and not counts and words[i + 2][2] in "NPLC"


def _ends_nothing(text: str, word: tuple[int, int, str]) -> bool:
    start, end, letter = word
    if letter in "RD":
        return True
    surface = text[start:end]
    if letter == "X":
        return surface in RELATING
    if letter == "A":
        return _KATAKANA.fullmatch(surface) is None
    if len(surface) > 2 and surface[-1] == "的":  # 一般的 and its like stand in the dictionary as one noun
        return True
    return (
        surface in STOP
        or (letter == "T" and len(surface) == 1)
        or (letter in "NTC" and len(surface) < 3 and _HIRAGANA.fullmatch(surface) is not None)
    )


def _can_begin(text: str, words: list[tuple[int, int, str]], i: int) -> bool:
    """May a candidate begin inside a run, before word i?"""
    letter = words[i][2]
    before = words[i - 1][2]
    if letter in "XV" or (letter == "C" and before == "D"):
        return False
    if before == "R" and text[words[i - 1][0] : words[i - 1][1]] not in POINTING:
        return False
    if before == "D" and letter != "L":
        return False
    if before == "C" and _one_kanji_before_another(text, words, i):
        return False
    return text[words[i][0] : words[i][1]] not in STOP


def _one_kanji_before_another(text: str, words: list[tuple[int, int, str]], i: int) -> bool:
    """Is the cut before word i one in the middle of a word that no dictionary has, 点|群?"""
    if i >= len(words) or words[i][0] - words[i - 1][0] > 1 or words[i][1] - words[i][0] > 1:
        return False
    return "一" <= text[words[i - 1][0]] <= "鿿" and "一" <= text[words[i][0]] <= "鿿"


def _can_end(text: str, words: list[tuple[int, int, str]], j: int) -> bool:
    """May a candidate end inside a run, before word j?"""
    if words[j][2] == "X":
        return False
    return not _ends_nothing(text, words[j - 1])


def _can_stand(surface: str, words: list[tuple[int, int, str]], i: int, j: int) -> bool:
    if surface[0] in _NOT_FIRST or surface.count(" ") >= _LONGEST_SPAN or _PICTURE.search(surface):
        return False
    if j - i > 3 and " " in surface and not surface.isascii():  # 試験Professional Machine Learning Engineer
        return False
    if j - i > 1:
        return True
    letter = words[i][2]
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
