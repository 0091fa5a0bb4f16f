"""Japanese text to word classes: one character of class for every character of text.

No object a token: Sudachi's morphemes are read once, and each leaves an upper-case letter for its
first character and lower-case ones for the rest. ``機械学習を使う`` reads ``NnnnOOo``. Whatever looks
for runs of nouns does so with a regular expression over that string, and its offsets are the text's.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import local
from typing import Any, NamedTuple

from jpkit.answers import remembered

# Letters of the classes.
NOUN = "N"  # 名詞: common nouns, サ変可能 and 形状詞可能 among them
PROPER = "P"  # 名詞,固有名詞
TEMPORAL = "T"  # 名詞,普通名詞,副詞可能: 時間, 場合, 今回
COUNTER = "C"  # 名詞,普通名詞,助数詞可能: 値, 層, 回
NUMBER = "D"  # 名詞,数詞
STEM = "A"  # 形状詞: 動的 of 動的計画法
PREFIX = "R"  # 接頭辞
SUFFIX = "X"  # 接尾辞,名詞的: 性, 化, 者
TAIL = "Y"  # other suffixes: 中, 後, 個, さん
MODIFIER = "Z"  # 接尾辞,形状詞的: 的, 風; 一般 before it is no word by itself
OTHER = "O"

# The first row whose parts begin a part of speech gives its class.
_CLASSES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("名詞", "固有名詞"), PROPER),
    (("名詞", "数詞"), NUMBER),
    (("名詞", "助動詞語幹"), OTHER),
    (("名詞", "普通名詞", "副詞可能"), TEMPORAL),
    (("名詞", "普通名詞", "助数詞可能"), COUNTER),
    (("名詞",), NOUN),
    (("形状詞", "助動詞語幹"), OTHER),
    (("形状詞",), STEM),
    (("接頭辞",), PREFIX),
    (("接尾辞", "名詞的", "一般"), SUFFIX),
    (("接尾辞", "名詞的", "サ変可能"), SUFFIX),
    (("接尾辞", "名詞的"), TAIL),
    (("接尾辞",), MODIFIER),
    (("記号", "文字"), NOUN),
    ((), OTHER),
)

# Sudachi refuses more than 49,149 bytes of UTF-8; no character takes more than four. Long before
# that a block is no prose, but it must not stop the others.
_LONGEST = 49_149 // 4
_SENTENCE_ENDS = "。．！？!?"
# Parts of this size take 2 to 5 % less time than whole posts, and 15 MB less; by 1,200 it is 13 MB.
_AT_ONCE = 600
_LENGTHS = 48


def word_classes(text: str, *, mode: str = "C") -> str:
    """Word classes of a Japanese text, as long as the text itself, in Sudachi's mode A, B or C."""
    classes, sudachi = _class_strings(), tokenizer(mode)
    if len(text) <= _AT_ONCE:
        return _classify(text, classes, sudachi)
    return "".join([_classify(part, classes, sudachi) for part in _parts(text, _AT_ONCE)])


class Kana(NamedTuple):
    """A morpheme with its reading."""

    start: int
    end: int
    surface: str
    kana: str
    """Its reading in katakana as Sudachi gives it, "" of blanks and signs; of a word without one the word itself."""
    number: bool


def kana_words(text: str) -> list[Kana]:
    """The morphemes of a short text with their readings."""
    return [
        Kana(m.begin(), m.end(), m.surface(), "" if pos[0] in _SILENT else m.reading_form(), pos[1] == "数詞")
        for m in _reader().tokenize(text)
        for pos in [m.part_of_speech()]
    ]


class Word(NamedTuple):
    """A morpheme in mode C, where its spelling matters."""

    start: int
    end: int
    kind: str
    """First part of its part of speech: 名詞, 動詞, …"""
    lemma: str
    """Dictionary form, in the spelling of the text: 行なう of 行なって."""
    normalized: str
    """One spelling for all: 行う, サーバー, 見積もり."""


def words(text: str) -> list[Word]:
    """The morphemes of a Japanese text, with the spelling that Sudachi normalizes each to."""
    speller = _speller()
    found = []
    start = 0
    for part in _parts(text):
        for m in speller.tokenize(part):
            kind = m.part_of_speech()[0]
            found.append(Word(start + m.begin(), start + m.end(), kind, m.dictionary_form(), m.normalized_form()))
        start += len(part)
    return found


class Part(NamedTuple):
    """A morpheme in mode C, where what it can do in a phrase matters."""

    surface: str
    pos: tuple[str, ...]
    """Its part of speech: 名詞, 普通名詞, サ変可能, …"""
    normalized: str
    """One spelling for all, of an English word mostly the Japanese one: リポジトリー of repository."""


@remembered(tuple[Part, ...])
def parts(text: str) -> tuple[Part, ...]:
    """The morphemes of a short text, a term say."""
    return tuple(
        Part(m.surface(), m.part_of_speech(), m.normalized_form())
        for piece in _parts(text)
        for m in _speller().tokenize(piece)
    )


_SILENT = frozenset({"空白", "補助記号"})


def _classify(text: str, classes: list[list[str]], sudachi: Any) -> str:
    morphemes = sudachi.tokenize(text)
    try:
        return "".join([classes[m.part_of_speech_id()][len(m)] for m in morphemes])
    except IndexError:  # a word longer than the table
        return "".join([_long(classes[m.part_of_speech_id()][1], len(m)) for m in morphemes])


def _long(letter: str, length: int) -> str:
    return letter + letter.lower() * (length - 1)


def _parts(text: str, most: int = _LONGEST) -> Iterator[str]:
    """Cut a text that is too long, at the end of a line, else of a sentence, where there is any."""
    start = 0
    while start < len(text):
        end = min(start + most, len(text))
        if end < len(text):
            cut = text.rfind("\n", start, end)
            if cut <= start:
                cut = max(text.rfind(mark, start, end) for mark in _SENTENCE_ENDS)
            end = cut + 1 if cut > start else end
        yield text[start:end]
        start = end


@cache  # one dictionary a process: it maps 200 MB, and tokenizers do not pickle
def dictionary() -> Any:
    """Sudachi's dictionary."""
    from sudachipy import Dictionary  # lint gets here for word-variants alone

    return Dictionary()


def dictionary_release() -> str:
    """Which release of SudachiDict this is, as its file says at its head; "" where it is of another form."""
    package = find_spec("sudachidict_core")
    [folder] = (package and package.submodule_search_locations) or ["."]
    with Path(folder, "resources/system.dic").open("rb") as file:
        release = re.search(rb"[0-9]{14}-[0-9a-f]{8}", file.read(256))
    return release[0].decode() if release else ""


class _Own(local):
    """The tokenizers of a thread: Sudachi raises an error where two threads use one at a time."""

    def __init__(self) -> None:
        self.tokenizers: dict[str, Any] = {}


_OWN = _Own()


def tokenizer(mode: str) -> Any:
    """What cuts a text in Sudachi's mode A, B or C and knows parts of speech only."""
    return _tokenizer(mode)


@cache
def _class_strings() -> list[list[str]]:
    """By part-of-speech id and word length."""
    sudachi = dictionary()
    words = {letter: ["", *(letter + letter.lower() * more for more in range(_LENGTHS))] for _, letter in _CLASSES}
    classes = []
    identifier = 0
    while (pos := sudachi.pos_of(identifier)) is not None:
        classes.append(words[_letter(pos[:3])])  # no row has more parts
        identifier += 1
    return classes


@cache  # of 1,558 parts of speech most differ in their conjugation alone
def _letter(pos: tuple[str, ...]) -> str:
    return next(letter for parts, letter in _CLASSES if pos[: len(parts)] == parts)


def _speller() -> Any:
    return _tokenizer("C", "dictionary_form", "normalized_form")


def _reader() -> Any:
    return _tokenizer("C", "reading_form")


def _tokenizer(mode: str, *fields: str) -> Any:
    known = _OWN.tokenizers
    key = mode + "".join(fields)
    if key not in known:
        known[key] = dictionary().tokenizer(mode, fields={"pos", *fields})
    return known[key]
