"""English for Japanese terms that no page gives in both languages: from the vocabulary and from dictionaries.

The scores are what was right when ``tests/benchmarks/without_pages.tsv`` was read: a name that our vocabulary has,
.97; one of Sudachi's synonym groups that sounds like the katakana, or that the words of our vocabulary or the site
itself speak for, .95; any other of a group, .8. The same holds for the user's dictionary; where it has one name and no
other, .92: of 27 such terms of two sites that only EDICT had 25 were right, of those with several names far fewer.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from jpkit.bilingual.synonyms import index_of, synonyms
from jpkit.bilingual.transliteration import similarity
from jpkit.bilingual.vocabulary import english
from jpkit.bilingual.words import meaning
from jpkit.extraction.japanese import term_key


class Proposal(NamedTuple):
    """An English name for a Japanese one."""

    en: str
    score: float
    how: str
    """As ``Evidence.how`` has it: vocabulary, synonym or dictionary."""


VOCABULARY = 0.97
SUPPORTED = 0.95
"""A dictionary has it and something else speaks for it."""
ONLY = 0.92
"""The user's dictionary has it and no other."""
LISTED = 0.8
"""A dictionary has it."""

_HEARD = 0.5
_MEANT = 0.3

Lookup = Callable[[Iterable[str]], Mapping[str, tuple[str, ...]]]


def without_pages(
    names: Iterable[str], *, english_of_site: Iterable[str] = (), dictionary: Lookup | None = None
) -> Mapping[str, Proposal]:
    """The likeliest English of Japanese names; a name that nothing is known of is not in it.

    ``english_of_site`` are English names that the site uses; ``dictionary`` looks names up in the user's own.
    """
    spoken = {term_key(name): name for name in english_of_site if name.isascii()}
    found = {}
    left = []
    for ja in names:
        known = english(ja)
        if known:
            found[ja] = Proposal(_first(known, spoken), VOCABULARY, "vocabulary")
        else:
            left.append(ja)
    if left:
        site = index_of(name.lower() for name in spoken.values())
        own = dictionary(left) if dictionary is not None else {}
        for ja in left:
            proposals = [
                _weighed(ja, listed, spoken, how)
                for listed, how in ((synonyms(ja, site=site), "synonym"), (own.get(ja, ()), "dictionary"))
                if listed
            ]
            if proposals:
                found[ja] = max(proposals, key=lambda one: one.score)
    return found


def _first(names: tuple[str, ...], spoken: Mapping[str, str]) -> str:
    """The first one that the site uses itself, else the first."""
    return next((name for name in names if term_key(name) in spoken), names[0])


def _weighed(ja: str, names: tuple[str, ...], spoken: Mapping[str, str], how: str) -> Proposal:
    heard = [name for name in names if similarity(ja, name) >= _HEARD]
    if heard:
        return Proposal(_first(tuple(heard), spoken), SUPPORTED, how)
    # A site that writes Bootstrap says nothing of 起動.
    meant = [name for name in names if spoken.get(term_key(name)) == name or meaning(ja, name) >= _MEANT]
    if meant:
        return Proposal(max(meant, key=lambda name: meaning(ja, name)), SUPPORTED, how)
    return Proposal(names[0], ONLY if how == "dictionary" and len(names) == 1 else LISTED, how)
