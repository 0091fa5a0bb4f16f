"""English that Sudachi's own dictionary has for a Japanese name: by its synonym groups and standard spellings.

Entries of one group are one thing (関数, function); an English entry whose standard spelling is Japanese
(service, サービス) is its word. Whether two given names are one is asked of the dictionary's index, some
microseconds. What English there is for a name is in no index: all 1.6 million entries are read once for it, 3
seconds of CPU, and what they say of English is kept in the user's cache for as long as the dictionary is the same.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from jpkit.bilingual.transliteration import similarity
from jpkit.tokens import dictionary

_ENGLISH = re.compile(r"[A-Za-z][A-Za-z'. -]+")
_CAPITALISED = re.compile("[A-Z][a-z]+(?: [A-Za-z][a-z]+)*")
_NO_TERMS = frozenset({"人名", "地名"})
_SOUNDS = 0.5


class Sense(NamedTuple):
    """What the dictionary says of one name."""

    groups: frozenset[int]
    spellings: frozenset[str]
    """Its standard spellings."""
    proper: bool


def _sense(name: str) -> Sense:
    """All entries of a name but those of people and places; a name of several words has none."""
    groups: set[int] = set()
    spellings: set[str] = set()
    proper = True
    for morpheme in dictionary().lookup(name):
        kind, second, third, *_ = morpheme.part_of_speech()
        if third not in _NO_TERMS:
            groups.update(morpheme.synonym_group_ids())
            spellings.add(morpheme.normalized_form())
            proper = proper and (kind, second) == ("名詞", "固有名詞")
    return Sense(frozenset(groups), frozenset(spellings), proper)


def are_synonyms(ja: str, en: str) -> bool:
    """Whether the dictionary says that a Japanese and an English name are one: 機械学習 and machine learning."""
    one = _sense(ja)
    if not one.spellings:
        return False
    other = _sense(en)
    return not one.groups.isdisjoint(other.groups) or not one.spellings.isdisjoint(other.spellings)


def synonyms(ja: str) -> tuple[str, ...]:
    """English names of a Japanese one, the likeliest first; none where it is no word of the dictionary.

    For katakana only what sounds like them: a group holds 百科事典, エンサイクロペディア and encyclopedia, and
    サイン stands in those of sign and sine. A kanji word of several groups has several senses and gets none.
    """
    sense = _sense(ja)
    if ja.isascii() or not sense.spellings:
        return ()
    index = english_index()
    found: dict[str, None] = {}
    for group in sorted(sense.groups):
        found.update(dict.fromkeys(index.groups.get(group, ())))
    for spelling in sorted(sense.spellings):
        found.update(dict.fromkeys(index.spellings.get(spelling, ())))
    names = dict.fromkeys(_common(name, proper=sense.proper) for name in found)
    if _KATAKANA.fullmatch(ja):
        heard = {name: similarity(ja, name) for name in names}
        return tuple(sorted((name for name in names if heard[name] >= _SOUNDS), key=lambda name: -heard[name]))
    return tuple(names) if len(sense.groups) < 2 else ()


_KATAKANA = re.compile("[ァ-ヺー・]+")


def _common(name: str, *, proper: bool) -> str:
    """The dictionary writes Service and service; a common noun is written small."""
    return name.lower() if not proper and _CAPITALISED.fullmatch(name) else name


class Index(NamedTuple):
    """English entries by synonym group, and by the Japanese spelling that stands for them."""

    groups: Mapping[int, tuple[str, ...]]
    spellings: Mapping[str, tuple[str, ...]]


@cache
def english_index() -> Index:
    """All English of the dictionary; from the user's cache where an earlier run has left it there."""
    from jpkit.cache import default_folder, read, write

    folder = default_folder()
    key = f"synonyms {_FORM} {_version()}"
    kept = read(folder, [key]).get(key) if folder else None
    if kept is not None:
        return _index(kept)
    text = "".join(_lines())
    if folder:
        from datetime import UTC, datetime

        write(folder, {key: text}, day=datetime.now(UTC).date().toordinal())
    return _index(text)


_FORM = 1
"""Counts up when the kept text comes to mean something else."""


def _version() -> str:
    from importlib.metadata import version

    return f"{version('sudachidict-core')} {version('sudachipy')}"


def _lines() -> Iterator[str]:
    """A group or a spelling with an English name a line."""
    for morpheme in dictionary().entries():
        name: str = morpheme.surface()
        if name.isascii() and _ENGLISH.fullmatch(name) and not name.isupper() and _is_term(morpheme):
            for group in morpheme.synonym_group_ids():
                yield f"{group}\t{name}\n"
            spelling = morpheme.normalized_form()
            if not spelling.isascii():
                yield f"{spelling}\t{name}\n"


def _is_term(morpheme: Any) -> bool:
    return morpheme.part_of_speech()[2] not in _NO_TERMS


def _index(text: str) -> Index:
    groups: dict[int, dict[str, None]] = defaultdict(dict)
    spellings: dict[str, dict[str, None]] = defaultdict(dict)
    for line in text.split("\n"):
        of, _, name = line.partition("\t")
        if of.isdigit():
            groups[int(of)][name] = None
        elif name:
            spellings[of][name] = None
    return Index(
        {group: tuple(names) for group, names in groups.items()},
        {spelling: tuple(names) for spelling, names in spellings.items()},
    )
