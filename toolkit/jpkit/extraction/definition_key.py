"""What the spellings of a term share when one looks for its definition."""

from functools import lru_cache

from jpkit.extraction.japanese import term_key
from jpkit.lazy import lazy

# A long vowel inside a long katakana word, too: インターフェース, インタフェース. In short ones it tells words apart.
_LONG_KATAKANA = lazy("[ァ-ヺー]{6,}")


def definition_key(term: str) -> str:
    """The key of the term, the same for an English plural and its singular.

    A term is defined in the singular (a container is …) and is often a heading or key term in the plural.
    """
    return from_term_key(term_key(term))


@lru_cache(maxsize=8192)
def from_term_key(key: str) -> str:
    """The same for a term whose ``term_key`` this is."""
    if not key.isascii():
        return _LONG_KATAKANA.sub(lambda run: run[0].replace("ー", ""), key) if "ー" in key else key
    if len(key) > 6 and key.endswith("ies"):
        return key[:-3] + "y"
    return key[:-1] if len(key) > 3 and key.endswith("s") and key[-2] not in "siu" else key
