"""What is known of two words before a site says anything: how they sound, and what technical terms are made of."""

from functools import lru_cache

from jpkit.bilingual.transliteration import similarity
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
    return max(sounds(ja, en), meaning(ja, en))


def known_names(ja: str, en: str) -> float:
    """The same of two whole names."""
    if term_key(en) in map(term_key, english(ja)):
        return _NAMED
    return sounds(ja, en)


def sounds(ja: str, en: str) -> float:
    """How surely katakana sound like an English word; 0 for other characters."""
    if not "ァ" <= ja[0] <= "ヺ":
        return 0.0
    # サイドカー without its last ー sounds like less than it is.
    return max(similarity(ja, en), similarity(ja + "ー", en))
