"""What is known of two words before a site says anything: how they sound, and which words technical terms are made of."""

from collections.abc import Mapping
from functools import cache, lru_cache

from jpkit.bilingual.transliteration import similarity
from jpkit.data import read_data

# Endings by which forms of one word differ, longer ones first: idempotence, idempotency and idempotent.
_ENDINGS = sorted(
    "ations ation ization izing ized ize ences ence ency ent ances ance ancy ant ities ity ings ing ed ability able"
    " al ive ly ers er ors or ions ion e y s".split(),
    key=len,
    reverse=True,
)
_SHORTEST_STEM = 4
_OTHER_FORM = 0.8
"""What a pair is worth where the English word is another form of the one in the table."""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without the ending that its other forms have not."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=200_000)
def known(ja: str, en: str) -> float:
    """0 to 1: how surely a Japanese word means an English one, by sound or by the table of word pairs.

    Both in the forms of ``units``: NFKC, lower case, singular, without the long vowel mark at the end.
    """
    if ja.isascii():
        return 1.0 if ja == en else 0.0
    words, stems = _table()
    found = max(words.get((ja, en), 0.0), _OTHER_FORM * stems.get((ja, stem(en)), 0.0))
    if found < _OTHER_FORM and "ァ" <= ja[0] <= "ヺ":
        # サイドカー without its last ー sounds like less than it is.
        found = max(found, similarity(ja, en), similarity(ja + "ー", en))
    return found


@cache
def _table() -> tuple[Mapping[tuple[str, str], float], Mapping[tuple[str, str], float]]:
    words: dict[tuple[str, str], float] = {}
    stems: dict[tuple[str, str], float] = {}
    for line in read_data("computing-words.tsv").split("\n"):
        if line:
            ja, en, share = line.split("\t")
            words[ja, en] = float(share)
            stems[ja, stem(en)] = max(stems.get((ja, stem(en)), 0.0), float(share))
    return words, stems
