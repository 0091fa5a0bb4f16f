"""English that Sudachi's own dictionary has for a Japanese name: by its synonym groups and standard spellings.

Entries of one group are one thing (関数, function); an English entry whose standard spelling is Japanese (service,
サービス) is its word. Whether two given names are one is asked of the dictionary in microseconds. What English there
is for a name it has no index of; so English is looked up the other way round: what our vocabulary is made of and the
dictionary knows (``data/known-en.txt``, 2,500 names and words, 25 ms, once a process), and what the site says. To read
all 1.6 million entries instead took 2.5 seconds and added movie for 動画, hennkann for 変換, and few terms (15 of
566 of two sites).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from jpkit.answers import remembered
from jpkit.bilingual.transliteration import similarity
from jpkit.data import read_data
from jpkit.tokens import dictionary

_KATAKANA = re.compile("[ァ-ヺー・]+")
_NO_TERMS = frozenset({"人名", "地名"})
_SOUNDS = 0.5
LONGEST = 80
"""Characters of a name; more than 49,149 bytes Sudachi refuses."""


class Sense(NamedTuple):
    """What the dictionary says of one name."""

    groups: frozenset[int]
    spellings: frozenset[str]
    """Its standard spellings."""


_NOTHING = Sense(frozenset(), frozenset())


def _sense(name: str) -> Sense:  # not remembered twice: what is asked inside ``recalling`` has to be seen there
    """All entries of a name but those of people and places; a name of several words has none."""
    if len(name) > LONGEST:
        return _NOTHING
    groups, spellings = _looked_up(name)
    return Sense(frozenset(groups), frozenset(spellings)) if spellings else _NOTHING


@remembered(tuple[tuple[int, ...], tuple[str, ...]])
def _looked_up(name: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    found = [one for one in dictionary().lookup(name) if one.part_of_speech()[2] not in _NO_TERMS]
    return (
        tuple(sorted({group for one in found for group in one.synonym_group_ids()})),
        tuple(sorted({one.normalized_form() for one in found})),
    )


def are_synonyms(ja: str, en: str) -> bool:
    """Whether the dictionary says that a Japanese and an English name are one: 機械学習 and machine learning."""
    one = _sense(ja)
    if not one.spellings:
        return False
    other = _sense(en)
    return not one.groups.isdisjoint(other.groups) or not one.spellings.isdisjoint(other.spellings)


class Index(NamedTuple):
    """English names by synonym group, and by the Japanese spelling that stands for them."""

    groups: Mapping[int, tuple[str, ...]]
    spellings: Mapping[str, tuple[str, ...]]


def index_of(names: Iterable[str]) -> Index:
    """What the dictionary says of English names, in their order."""
    groups: dict[int, dict[str, None]] = defaultdict(dict)
    spellings: dict[str, dict[str, None]] = defaultdict(dict)
    for name in names:
        own_groups, own_spellings = _listed(name) if len(name) <= LONGEST else ((), ())
        for group in own_groups:
            groups[group][name] = None
        for spelling in own_spellings:
            if not spelling.isascii() and name.isascii():
                spellings[spelling][name] = None
    return Index(
        {group: tuple(found) for group, found in groups.items()},
        {spelling: tuple(found) for spelling, found in spellings.items()},
    )


@remembered(tuple[tuple[int, ...], tuple[str, ...]])
def _listed(name: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Groups and standard spellings of all entries of a name."""
    found = dictionary().lookup(name)
    groups = (group for one in found for group in one.synonym_group_ids())
    return tuple(dict.fromkeys(groups)), tuple(dict.fromkeys(one.normalized_form() for one in found))


@cache
def vocabulary_index() -> Index:
    """The English of our vocabulary and the words that it is made of, as far as the dictionary knows them."""
    return index_of(read_data("known-en.txt").split("\n"))


def synonyms(ja: str, *, site: Index | None = None) -> tuple[str, ...]:
    """English names of a Japanese one, the likeliest first; none where it is no word of the dictionary.

    ``site`` is the English of a site, which comes before the vocabulary's. Of katakana what sounds like them, if
    anything does: サイン stands in the groups of sign and sine, and so does autograph.
    """
    sense = _sense(ja)
    if ja.isascii() or sense is _NOTHING:
        return ()
    names: dict[str, None] = {}
    for index in (site, vocabulary_index()) if site else (vocabulary_index(),):
        for group in sorted(sense.groups):
            names.update(dict.fromkeys(index.groups.get(group, ())))
        for spelling in sorted(sense.spellings):
            names.update(dict.fromkeys(index.spellings.get(spelling, ())))
    if _KATAKANA.fullmatch(ja):
        heard = {name: similarity(ja, name) for name in names}
        alike = sorted((name for name in names if heard[name] >= _SOUNDS), key=lambda name: -heard[name])
        return tuple(alike or names)
    return tuple(names)
