"""How a term is read aloud, in kana: the dictionary's readings, mended where they are wrong for terms.

Sudachi reads words; a term is more. Numbers it reads digit by digit, Latin names hardly at all, and some
words as prose would (空, the sky, of an empty string). ``data/readings-ja.tsv`` lists what is wrong, and
``tests/benchmarks/readings.py`` counts what is left. A reading that is not sure is none: a glossary with
a gap is better than one with a mistake.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache

from jpkit.data import read_data
from jpkit.extraction.catalogue import catalogue
from jpkit.extraction.numerals import counted, number_kana
from jpkit.lazy import lazy
from jpkit.tokens import Kana, kana_words

_KATAKANA = lazy("[\u30a1-\u30f6\u30fc]+")
_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_NUMBER = lazy("[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?[千万億兆]?")
_LATIN = lazy("[A-Za-z]+")
_LATIN_NAME = lazy("[ ./!'-]*[A-Za-z0-9]+")
_SAID = {"&": "アンド", "%": "パーセント"}
_UNSAID = frozenset("+#_@~^*=<>|\\$")
"""Signs that change a name and are said in more than one way."""


_Read = tuple[int, str, bool]
"""A piece of the term that has been read: where it ends, its kana, and whether it is a number."""


def in_script(katakana: str | None, script: str) -> str | None:
    """A reading in katakana or hiragana."""
    return katakana if katakana is None or script == "katakana" else katakana.translate(_HIRAGANA)


@lru_cache(maxsize=16384)  # the key terms of one site come back in post after post
def reading(term: str) -> str | None:
    """Reading of a term in katakana, particles and numbers included; None where there is none to give.

    Blanks and signs (the slash of CI/CD) have no reading of their own.
    """
    text = unicodedata.normalize("NFKC", term)
    if len(text) > _LONGEST:
        return None
    if _KATAKANA.fullmatch(text):
        return text
    words = _Words(text)
    parts: list[str] = []
    at = 0
    number = False
    while at < len(text):
        read = (
            _name(text, at)
            or _listed(text, at, words)
            or _latin(text, at)
            or _number(text, at)
            or _word(text, at, words)
        )
        if read is None:
            return None
        end, kana, is_number = read
        if kana and not _KATAKANA.fullmatch(kana):
            return None
        if number and kana and not is_number:
            parts[-1:] = counted(parts[-1], text[at:end], kana)
        elif kana:
            parts.append(kana)
        number = is_number or (number and not kana)
        at = end
    return "".join(parts) or None


_LONGEST = 100
"""Characters of a term that anybody would read aloud."""


class _Words:
    """The dictionary's words of a term, for whoever asks: most Latin names are in a table or read word by word."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _found(self) -> dict[int, Kana]:
        return {word.start: word for word in kana_words(self._text)}

    @cached_property
    def edges(self) -> frozenset[int]:
        """Where a word of the whole term begins or ends."""
        return frozenset((*self._found, *[word.end for word in self._found.values()]))

    def at(self, start: int) -> Kana | None:
        """The word that begins there."""
        if (
            start not in self.edges and start not in self._found
        ):  # behind the QR of QRコード, one word of the dictionary
            self._found.update((word.start + start, word) for word in kana_words(self._text[start:]))
        return self._found.get(start)


@cache
def _table() -> Mapping[str, str]:
    rows = (line.split("\t") for line in read_data("readings-ja.tsv").split("\n") if line and line[0] != "#")
    return {row[0]: row[1] for row in rows}


@cache
def _lengths() -> Mapping[str, Sequence[int]]:
    """How long the spellings of the table are that begin with two signs, or are one, longest first."""
    lengths: dict[str, set[int]] = {}
    for spelling in _table():
        bare = spelling.strip("^$")
        lengths.setdefault(bare[:2], set()).add(len(bare))
    return {first: sorted(found, reverse=True) for first, found in lengths.items()}


def _listed(text: str, at: int, words: _Words) -> _Read | None:
    """The longest spelling of the table that begins here, and ends where a word does."""
    table, known = _table(), _lengths()
    lengths = [*known.get(text[at : at + 2].casefold(), ()), *known.get(text[at].casefold(), ())]
    if not lengths or _goes_on(text, at):
        return None
    for length in lengths:
        end = at + length
        if end > len(text):
            continue
        spelling = text[at:end].casefold()
        kana = table.get(spelling)
        if kana is None and at == 0 and end == len(text):
            kana = table.get(f"^{spelling}$")
        if kana is None or _goes_on(text, end):
            continue
        # The dictionary takes Software as a Service for one word.
        if _changes(text, end) or text[end] == " " or end in words.edges:
            return end, kana, False
    return None


def _changes(text: str, at: int) -> bool:
    """Does the script change here from Latin, or to it?"""
    return at == len(text) or text[at - 1].isascii() != text[at].isascii()


def _goes_on(text: str, at: int) -> bool:
    """Is this inside a Latin name (behind ES of ES2022) or a number?"""
    around = text[at - 1 : at + 1] if at else ""
    return len(around) == 2 and around.isascii() and around.isalnum()


def _name(text: str, at: int) -> _Read | None:
    """The longest name of several words that the catalogue reads."""
    if text.isalnum() or not _LATIN.match(text, at):  # nothing parts one word from another
        return None
    ends: list[int] = []
    word = _LATIN_NAME.match(text, at)
    while word is not None and len(ends) < _MOST_WORDS:
        ends.append(word.end())
        word = _LATIN_NAME.match(text, word.end())
    for last in range(len(ends) - 1, 0, -1):
        kana = catalogue().kana(text[at : ends[last]])
        if kana is not None and _reads_all(kana, text, at, ends[: last + 1]):
            return ends[last], kana, False
    return None


_MOST_WORDS = 5


def _reads_all(kana: str, text: str, at: int, ends: Sequence[int]) -> bool:
    """Is this the reading of all the words that end there, and not of the first or last of them only?

    The catalogue has Linux Kernel and Linux in one row, and Gemini 2.5 in that of Gemini.
    """
    for end in ends[:-1]:
        if catalogue().kana(text[at:end]) == kana:
            said = reading(text[ends[-2] : ends[-1]].strip(_JOINS))
            return said is not None and kana.endswith(said)
    for end in ends[:-1]:
        if catalogue().kana(text[end : ends[-1]].strip(_JOINS)) == kana:
            said = reading(text[at : ends[0]])
            return said is not None and kana.startswith(said)
    return True


_JOINS = " ./!'-"


def _latin(text: str, at: int) -> _Read | None:
    """One Latin word; as part of what goes on with a digit or a sign it has no reading."""
    word = _LATIN.match(text, at)
    if word is None:
        return None
    end = word.end()
    if text[at - 1 : at + 2] == " a ":  # Keep a Changelog
        return end, "ア", False
    behind = text[end : end + 1]
    if behind in _UNSAID or behind.isdigit() or (at and text[at - 1].isdigit()):
        return end, _NONE, False
    return end, _product(word[0]) or _latin_word(word[0]) or _NONE, False


_NONE = "?"
"""What cannot be read has to be passed over nowhere: the whole term has no reading then."""


def _product(word: str) -> str | None:
    """What the catalogue has in katakana, unless that leaves letters out: ナクスト of NuxtJS, チャッピー of ChatGPT."""
    kana = catalogue().kana(word)
    acronym = _LAST_ACRONYM.search(word) if kana else None
    if kana is None or acronym is None or _SYLLABLE.search(acronym[0]):
        return kana
    return kana if kana.endswith(letters(word[-1])) else None


_LAST_ACRONYM = lazy("(?<=[a-z])[A-Z]{2,}\\Z")
_SYLLABLE = lazy("[^AEIOU][AEIOU]")
"""The capitals of AutoCAD may be said as a word, those of NuxtJS are not."""


@lru_cache(maxsize=4096)  # Google of Google Maps, Google Drive, …
def _latin_word(word: str) -> str | None:
    """Reading of a Latin word: the dictionary's, that of the words it is put together of, or letter by letter."""
    if len(word) == 1 or (len(word) == 2 and word.isupper() and not _VOWEL.search(word)):
        return letters(word)  # the dictionary has units and people: KV, TL
    (known, *more) = kana_words(word)
    if known.number:  # IX-B is an exchange, no nine
        return letters(word)
    if not more and _KATAKANA.fullmatch(known.kana):
        spelt = letters(word)
        if _plain(known.kana) != _plain(spelt):
            return known.kana
        # IoT and uv are spelt out, git is not; of Lo-Dash, ReSpec and LoRa the dictionary knows no better.
        if _SYLLABLE.fullmatch(word):
            return None
        if sum(map(str.isupper, word)) > 1 or len(word) < 3 or not _VOWEL.search(word):
            return spelt
    if word.isupper():
        return letters(word) if len(word) <= 3 or (len(word) <= 5 and not _SAYABLE.search(word)) else None
    humps = _HUMP.findall(word)
    if len(humps) < 2 or any(len(hump) < 2 for hump in humps):
        return None
    parts = [_table().get(hump.casefold()) or _product(hump) or _latin_word(hump) for hump in humps]
    return "".join(part for part in parts if part) if all(parts) else None


_VOWEL = lazy("[AEIOUaeiou]")
_SYLLABLE = lazy("[B-DF-HJ-NP-TV-Z][aeiou]")
_SAYABLE = lazy("[^AEIOU][AEIOU]+[^AEIOU]")
"""CAPEX and LISP are said as words, HTML and CNCF cannot be."""
_HUMP = lazy("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")

_LETTERS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (
            *(
                "エー",
                "ビー",
                "シー",
                "ディー",
                "イー",
                "エフ",
                "ジー",
                "エイチ",
                "アイ",
                "ジェー",
                "ケー",
                "エル",
                "エム",
            ),
            *(
                "エヌ",
                "オー",
                "ピー",
                "キュー",
                "アール",
                "エス",
                "ティー",
                "ユー",
                "ブイ",
                "ダブリュー",
                "エックス",
                "ワイ",
                "ゼット",
            ),
        ),
        strict=True,
    )
)


def _plain(kana: str) -> str:
    """What ジェイダブリューティ and ジェーダブリューティー share."""
    return kana.replace("ー", "").replace("ェイ", "ェ").replace("ヴイ", "ブイ")


def letters(word: str) -> str:
    """The names of a word's letters: ジーシーピー of GCP."""
    return "".join([_LETTERS[letter] for letter in word.upper()])


def _number(text: str, at: int) -> _Read | None:
    match = _NUMBER.match(text, at)
    if match is None:
        return None
    joined = at and text[at - 1].isascii() and text[at - 1].isalpha()  # Python3: スリー, サン?
    return match.end(), _NONE if joined else number_kana(match[0]), True


def _word(text: str, at: int, words: _Words) -> _Read | None:
    """What the dictionary says; a sign is silent."""
    if text[at] in " /":  # the dictionary has /M, per metre: CP/M
        return at + 1, "", False
    if text[at] in _SAID:
        return at + 1, _SAID[text[at]], False
    if text[at] in _UNSAID:
        return None
    word = words.at(at)
    return None if word is None else (at + len(word.surface), word.kana, word.number)
