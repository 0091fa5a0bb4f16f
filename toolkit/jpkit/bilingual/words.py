"""Which words of a Japanese compound are which words of an English one: 抽象構文木 and abstract syntax tree.

A word in katakana is what it sounds like; any other is what it stands for in the compounds of our vocabulary
(``data/words-en.tsv``, learnt by ``toolkit/maintain/words.py``) or what Sudachi's dictionary says. This shows that
two given names are one; it makes no names: composing them word by word is wrong one time in six.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from jpkit.bilingual.synonyms import LONGEST, are_synonyms
from jpkit.bilingual.transliteration import similarity
from jpkit.data import read_data
from jpkit.lazy import lazy
from jpkit.tokens import tokenizer

_LEAST = 0.15
# TypedArray is two words, JavaScript's and HTTPS are one.
_WORD = lazy("[A-Z][a-z]+(?=[A-Z][a-z])|[0-9A-Za-z+#']+")
_SMALL = frozenset({"a", "an", "and", "by", "for", "in", "of", "on", "or", "the", "to", "with"})
# 継続的, 仮想化, 一貫性: the suffix says only what kind of word it is.
JOINED = frozenset("的化性者")
_LEFT_OUT = frozenset({"補助記号", "空白", "助詞", "記号"})
_KATAKANA = lazy("[ァ-ヺー]+")
_WORDS = 4
"""English words that one katakana word may be."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What the forms of an English word share, near enough: scaling, scaled and scale are scal."""
    word = word.lower().removesuffix("'s")
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return (word[: -len(ending)] + instead).rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word


def english_words(name: str) -> list[str]:
    """The words of an English name that mean something by themselves."""
    return [word for word in _WORD.findall(name) if word.lower() not in _SMALL]


@lru_cache(4096)
def japanese_words(name: str) -> tuple[str, ...]:
    """The words of a Japanese name without particles, as short as Sudachi has them, but katakana whole: it cuts
    ボルツマンマシン into ボルツ and マンマシン."""
    if len(name) > LONGEST:
        return ()
    words: list[str] = []
    end = 0
    for morpheme in tokenizer("A").tokenize(name):
        surface = morpheme.surface()
        touches, end = words and morpheme.begin() == end, morpheme.end()
        if touches and (surface in JOINED or (_KATAKANA.fullmatch(surface) and _KATAKANA.fullmatch(words[-1]))):
            words[-1] += surface
        elif morpheme.part_of_speech()[0] not in _LEFT_OUT:
            words.append(surface)
    return tuple(words)


@cache
def _rows() -> Mapping[str, str]:
    return dict(line.split("\t") for line in read_data("words-en.tsv").rstrip("\n").split("\n"))


@cache
def meanings(ja: str) -> Mapping[str, float]:
    """Stems of the English words that a Japanese word stands for in compounds of technical terms, with their share."""
    cells = (cell.split("=") for cell in _rows().get(ja, "").split())
    return {word: int(share) / 100 for word, share in cells}


def meaning(ja: str, en: str) -> float:
    """The share of an English word, or of one of its family, among them."""
    row = meanings(ja)
    word = stem(en) if row else ""
    return max((share for other, share in row.items() if _are_related(word, other)), default=0.0)


def are_of_one_family(one: str, other: str) -> bool:
    """Are two English names the same words in other forms: reliable and reliability?"""
    words, others = one.split(), other.split()
    return len(words) == len(others) and all(
        _are_related(stem(word), stem(that)) for word, that in zip(words, others, strict=True)
    )


def _are_related(one: str, other: str) -> bool:
    """The same word, or one of its family: transform and transformation."""
    return one == other or (len(one) > 4 and len(other) > 4 and one[:_FAMILY] == other[:_FAMILY])


_FAMILY = 6


def _partner(ja: str, en: str) -> float:
    if ja.casefold() == en.casefold():
        return 1.0
    if _KATAKANA.fullmatch(ja):
        return similarity(ja, en.replace(" ", ""))
    learnt = meaning(ja, en)
    return learnt if learnt or " " in en else 0.6 * are_synonyms(ja, en.lower())


class Composition(NamedTuple):
    """How much of two names is made of words that are partners, 0 to 1 each."""

    ja: float
    en: float
    score: float
    """The mean over both of how sure the partners are."""


def composition(ja: str, en: str) -> Composition:
    """Pair the words of two names one to one, the surest first."""
    left = japanese_words(ja)
    right = english_words(en)
    if not left or not right:
        return Composition(0.0, 0.0, 0.0)
    found = []
    for number, word in enumerate(left):
        longest = _WORDS if _KATAKANA.fullmatch(word) else 1
        for at in range(len(right)):
            for end in range(at + 1, min(len(right), at + longest) + 1):
                score = _partner(word, " ".join(right[at:end]))
                if score >= _LEAST:
                    found.append((-score, number, at, end))
    mine: dict[int, float] = {}
    theirs: dict[int, float] = {}
    for negative, number, at, end in sorted(found):
        if number not in mine and not any(place in theirs for place in range(at, end)):
            mine[number] = -negative
            theirs.update(dict.fromkeys(range(at, end), -negative))
    return Composition(
        _share(left, mine),
        len(theirs) / len(right),
        (sum(mine.values()) / len(left) + sum(theirs.values()) / len(right)) / 2,
    )


def _share(words: Sequence[str], paired: Mapping[int, float]) -> float:
    """The share of the words by weight: 法 of 最小二乗法 says less than the others."""
    weights = [0.5 if len(word) == 1 else 1.0 for word in words]
    return sum(weights[number] for number in paired) / sum(weights)
