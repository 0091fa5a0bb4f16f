"""What is known of two words before a site says anything: how they sound, and what technical terms are made of."""

from functools import lru_cache

from jpkit.bilingual.transliteration import beats, model, similarity
from jpkit.bilingual.vocabulary import english
from jpkit.bilingual.words import meaning
from jpkit.extraction.japanese import term_key

_NAMED = 0.95
"""What a pair of names is worth that our own table of technical terms has."""


@lru_cache(maxsize=200_000)
def known_words(ja: str, en: str) -> float:
    """0 to 1: how surely a Japanese word means an English one, both in the forms of ``units``."""
    if ja.isascii():
        return 1.0 if ja == en else 0.0
    learnt = meaning(ja, en)
    return learnt if learnt > _SURELY else max(learnt, sounds(ja, en))


def known_names(ja: str, en: str) -> float:
    """The same of two whole names."""
    own = english(ja)
    return _NAMED if own and term_key(en) in map(term_key, own) else sounds(ja, en)


def sounds(ja: str, en: str) -> float:
    """How surely katakana sound like an English word; 0 for other characters."""
    if not "ァ" <= ja[0] <= "ヺ" or not _may_sound(ja, en):
        return 0.0
    found = similarity(ja, en)
    # The forms of words have lost the last ー of サイドカー, and sound like less than they are.
    if found > _SURELY or ja[-1] == "ー" or not en.endswith(_LONG_ENDS):
        return found
    return max(found, similarity(ja + "ー", en))


_SURELY = 0.9
_LONG_ENDS = ("r", "re", "ee", "ie", "ue", "y", "w")
"""Of English words that may end with a long vowel mark in Japanese: カー, ストアー, ツリー, クッキー, フロー."""
_CHEAP = 4.0
_FOUND = 0.75


def _may_sound(ja: str, en: str) -> bool:
    """Whether the letters of most beats are there at all: half the time (0.31 for 0.67 s, 22,000 pairs of words)."""
    wanted, letters = _letters_of_beats(ja), _letters(en)
    return sum([not one.isdisjoint(letters) for one in wanted]) >= _FOUND * len(wanted)


@lru_cache(maxsize=20_000)
def _letters(en: str) -> frozenset[str]:
    return frozenset(en.lower())


@lru_cache(maxsize=20_000)
def _letters_of_beats(ja: str) -> tuple[frozenset[str], ...]:
    """For each beat, the letters that spell it now and then; those of ー and ン say nothing."""
    costs = model().costs
    return tuple(
        frozenset(letters[0] for letters, cost in costs.get(beat, {}).items() if letters and cost < _CHEAP)
        for beat in beats(ja)
        if beat in costs and beat[0] not in "ーッンアイウエオ"
    )
