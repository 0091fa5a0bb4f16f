"""English that Sudachi's own dictionary has for a Japanese name: by its synonym groups and standard spellings.

Entries of one group are one thing (関数, function); an English entry whose standard spelling is Japanese (service,
サービス) is its word. Whether two given names are one is asked of the dictionary in microseconds. What English there
is for a name it has no index of; so English is looked up the other way round: what our vocabulary is made of and the
dictionary knows (2,500 names and words), and what the site says. To read all 1.6 million entries instead took 2.5
seconds and added movie for 動画, hennkann for 変換, and few terms (15 of 566 of two sites).

To ask for the 2,500 takes 25 ms, a tenth of what one post costs; so ``data/known-en.tsv`` has the answers of the
release of SudachiDict (Apache-2.0) that its first line names. With another release they are asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from jpkit.answers import remembered
from jpkit.bilingual.transliteration import similarity
from jpkit.data import read_data
from jpkit.lazy import lazy
from jpkit.tokens import dictionary, dictionary_release

_KATAKANA = lazy("[ァ-ヺー・]+")
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


Index = Mapping[str, str]
"""English names, one a line, by the number of a synonym group and by the Japanese spelling that stands for them."""


def index_of(names: Iterable[str]) -> Index:
    """What the dictionary says of English names, in their order."""
    index: dict[str, dict[str, None]] = defaultdict(dict)
    for name in names:
        groups, spellings = _listed(name) if len(name) <= LONGEST else ((), ())
        for key in map(str, groups):
            index[key][name] = None
        for key in spellings:
            if not key.isascii() and name.isascii():
                index[key][name] = None
    return {key: "\n".join(found) for key, found in index.items()}


@remembered(tuple[tuple[int, ...], tuple[str, ...]])
def _listed(name: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Groups and standard spellings of all entries of a name."""
    found = dictionary().lookup(name)
    groups = (group for one in found for group in one.synonym_group_ids())
    return tuple(dict.fromkeys(groups)), tuple(dict.fromkeys(one.normalized_form() for one in found))


@cache
def vocabulary_index() -> Index:
    """The English of our vocabulary and the words that it is made of, as far as the dictionary knows them."""
    release, _, rows = read_data("known-en.tsv").partition("\n")
    parts = [row.partition("\t") for row in rows.rstrip("\n").split("\n")]
    index = {key: names.replace("|", "\n") for key, _, names in parts}
    if release == dictionary_release():
        return index
    return index_of(sorted({name for names in index.values() for name in names.split("\n")}))


def known_table(names: Iterable[str]) -> str:
    """The text of ``data/known-en.tsv``."""
    rows = (f"{key}\t{found.replace(chr(10), '|')}\n" for key, found in index_of(sorted(names)).items())
    return f"{dictionary_release()}\n{''.join(rows)}"


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
        for key in (*map(str, sorted(sense.groups)), *sorted(sense.spellings)):
            if key in index:
                names.update(dict.fromkeys(index[key].split("\n")))
    if _KATAKANA.fullmatch(ja):
        heard = {name: similarity(ja, name) for name in names}
        alike = sorted((name for name in names if heard[name] >= _SOUNDS), key=lambda name: -heard[name])
        return tuple(alike or names)
    return tuple(names)
