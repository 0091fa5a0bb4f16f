"""The table of services and tools, and an automaton that finds all their spellings in one pass.

``data/services.tsv`` says in its head what its columns mean, and ``data/spellings.tsv`` is its index:
both are made by ``toolkit/maintain/catalogue.py`` of hand-made and mined tables. They are read once a
process, when the first post needs them.

An automaton over 8,000 whole spellings takes 20 ms to build, longer than all else that a short run of
`extract` does before its first post. So it knows only how spellings begin, a few letters each; what
may follow stands in the index's line, which is read when such a beginning stands at the edge of a word.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

from jpkit.data import read_data
from jpkit.lazy import lazy

KINDS = frozenset({"cloud-service", "saas", "oss", "language", "platform", "hardware", "api"})
STATUSES = frozenset({"active", "renamed", "retired"})
FLAGS = "!@^=?"

SHORTEST = 4
"""Letters of a beginning in the index, or the whole spelling where it is shorter."""
LONGEST = 24
"""Letters of the longest one."""

_SPELLING = lazy(rf"(.+?)([{re.escape(FLAGS)}]*)(?:(~)(.*))?")

_KATAKANA = lazy("[\u30a1-\u30f6\u30fc]+")
# First letters of Latin names by the first katakana of their readings.
_FIRST_LETTERS = {
    kana: letters
    for group, letters in (
        ("ア", "aeiou"), ("イ", "eiy"), ("ウ", "uvw"), ("エ", "aefhilmnrsx"), ("オ", "aoh"), ("カキクケコ", "ckqx"),
        ("ガギグゲゴ", "g"), ("サスセソ", "csxz"), ("シ", "cst"), ("ザズゼゾ", "sxz"), ("ジ", "gjdz"), ("チ", "ct"),
        ("タツテト", "t"), ("ダヂヅデド", "d"), ("ナニヌネノ", "kn"), ("ハヘ", "h"), ("ヒ", "hp"), ("フ", "fhp"),
        ("ホ", "hw"), ("バビブベボ", "bvw"), ("パピプペポ", "p"), ("マミムメモ", "m"), ("ヤユヨ", "eujy"),
        ("ラリルレロ", "lrw"), ("ワ", "ow"), ("ヴ", "vw"),
    )
    for kana in group
}  # fmt: skip


def sounds_like(kana: str, name: str) -> bool:
    """Can this be the reading of a Latin name? By its first sound, and by how long the two are."""
    letters = "".join(character for character in name.lower() if character.isascii() and character.isalnum())
    if not letters or letters[0] not in _FIRST_LETTERS.get(kana[0], "") or (letters[:2], kana[0]) == ("am", "エ"):
        return False
    return 0.45 <= len(kana) / len(letters) <= 1.5


# Full-width letters and digits, and the marks that names are made of.
_FOLDED = "０-９Ａ-Ｚａ-ｚ＋＃．＆－’"
_HAS_FOLDED = lazy(f"[{_FOLDED}]")
_FOLD = {ord("’"): "'"} | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if _HAS_FOLDED.match(chr(code))}


def fold(text: str) -> str:
    """Full-width Latin as half-width, character for character, so that offsets stay true."""
    return text.translate(_FOLD) if _HAS_FOLDED.search(text) else text


class Name(NamedTuple):
    """One spelling of one record: when it counts is in ``flags`` and ``needs``."""

    record: int
    flags: str
    needs: tuple[str, ...]
    """Words of which one must stand in the post (flag ``~``); empty: something of the same vendor."""


def _name(meaning: str) -> Name:
    """``12~Google,GCP`` as record, flags and needed words."""
    if meaning.isdigit():
        return Name(int(meaning), "", ())
    number, flags, needs = parse_spelling(meaning)
    return Name(int(number), flags, needs)


class Record(NamedTuple):
    """A line of the table."""

    name: str
    vendor: str | None
    kind: str
    url: str | None
    status: str
    successor: str | None
    since: str | None
    """From when it is renamed or retired: 2023, 2023-07 or 2023-07-11."""
    sources: tuple[str, ...]
    """``hand``, and the packages that list it."""


class Endings(dict[int, tuple[tuple[str, str], ...]]):
    """Lines of the index by number, each taken apart when it is first asked for."""

    def __init__(self, beginnings: Sequence[str], index: Mapping[str, str]) -> None:
        super().__init__()
        self._beginnings = beginnings
        self._index = index

    def __missing__(self, number: int) -> tuple[tuple[str, str], ...]:
        beginning = self._beginnings[number]
        self[number] = tuple((ending, beginning + ending) for ending in self._index[beginning].split("\t")[::2])
        return self[number]


@dataclass(frozen=True)
class Catalogue:
    """All records, all spellings, and the automaton over the beginnings of the spellings."""

    rows: tuple[str, ...]
    """The table's lines; ``record`` makes a record of one."""
    index: Mapping[str, str]
    """By beginning, the line with all endings, in the order of the automaton's pattern numbers."""

    @cached_property
    def automaton(self) -> Any:
        """Over the beginnings: it finds those that a text holds."""
        from ahocorasick_rs import AhoCorasick  # who only asks what a name is never gets here

        # The default picks the contiguous NFA; the DFA takes six times as long to build and saves 40 % a post.
        return AhoCorasick(tuple(self.index), store_patterns=False)

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        return tuple(self.index)

    @cached_property
    def _lines(self) -> dict[str, dict[str, tuple[Name, ...]]]:
        return {}

    def _line(self, beginning: str) -> dict[str, tuple[Name, ...]]:
        """What may follow a beginning, and what each is then."""
        known = self._lines.get(beginning)
        if known is None:
            cells = self.index[beginning].split("\t")
            known = {
                ending: tuple(map(_name, meanings.split(";")))
                for ending, meanings in zip(cells[::2], cells[1::2], strict=True)
            }
            self._lines[beginning] = known
        return known

    @cached_property
    def endings(self) -> "Endings":
        """By number in the automaton, what may follow a beginning, and the whole spelling then."""
        return Endings(self._beginnings, self.index)

    @cached_property
    def _names(self) -> dict[str, tuple[Name, ...]]:
        return {}

    def names(self, spelling: str) -> tuple[Name, ...]:
        """The records that a spelling may mean, each with its flags; none for an unknown spelling."""
        known = self._names.get(spelling)
        if known is None:
            known = self._names[spelling] = self._look_up(spelling)
        return known

    def _look_up(self, spelling: str) -> tuple[Name, ...]:
        for size in range(min(len(spelling), SHORTEST), min(len(spelling), LONGEST) + 1):
            if spelling[:size] in self.index:
                found = self._line(spelling[:size]).get(spelling[size:])
                if found is not None:
                    return found
        return ()

    def spellings(self) -> Iterator[str]:
        """Every spelling, full width folded."""
        return (beginning + ending for beginning in self.index for ending in self._line(beginning))

    def number(self, name: str) -> int | None:
        """The number of the record with that canonical name; None where there is none."""
        return next((one.record for one in self.names(fold(name)) if self.canonical(one.record) == name), None)

    def canonical(self, number: int) -> str:
        """The name of the record with that number."""
        row = self.rows[number]
        return row[: row.index("\t")]

    def vendor(self, number: int) -> str:
        """The vendor of the record with that number; "" where there is none."""
        return self.rows[number].split("\t", 2)[1]

    def kind(self, number: int) -> str:
        """The kind of the record with that number."""
        return self.rows[number].split("\t", 3)[2]

    def record(self, number: int) -> Record:
        """The record with that number, as a value of its own."""
        name, vendor, kind, url, status, successor, since, sources, _ = self.rows[number].split("\t")
        return Record(
            name,
            vendor or None,
            kind,
            url or None,
            status or "active",
            successor or None,
            since or None,
            tuple((sources or "hand").split(",")),
        )

    def kana(self, spelling: str) -> str | None:
        """Reading of a Latin name: the katakana spelling of a record that sounds like it; None where it has none.

        レッドシフト reads Redshift, not Amazon Redshift, and スプレッドシート does not read Google Sheets.
        """
        for name in self.names(spelling):
            row = self.rows[name.record]
            for item in row[row.rindex("\t") + 1 :].split(";"):
                kana = item.partition("~")[0].rstrip(FLAGS).replace(" ", "").replace("・", "")
                if _KATAKANA.fullmatch(kana) and sounds_like(kana, spelling):
                    return kana
        return None

    def lookup(self, spelling: str) -> tuple[Record, ...]:
        """The records that a spelling may mean, whatever its flags ask for."""
        return tuple(self.record(name.record) for name in self.names(spelling))


def parse_spelling(text: str) -> tuple[str, str, tuple[str, ...]]:
    """An item of the last column as spelling, flags and needed words: ``Beam~Dataflow,Flink``.

    Raises:
        ValueError: there is nothing before the flags.
    """
    match = _SPELLING.fullmatch(text)
    if match is None:
        raise ValueError(text)
    spelling, flags, context, needs = match.groups()
    return spelling, flags + (context or ""), tuple(needs.split(",")) if needs else ()


def parse(table: str, index: str) -> Catalogue:
    """The catalogue of a table in the form of ``services.tsv`` and its index.

    Strings only, no object a spelling, nothing computed: that is done when the index is made.
    """
    return Catalogue(tuple(_body(table)), dict(line.split("\t", 1) for line in _body(index)))


def _body(text: str) -> list[str]:
    """The lines behind the head, which an empty line ends."""
    return text[text.index("\n\n") + 2 :].rstrip("\n").split("\n")


@cache  # one per process
def catalogue() -> Catalogue:
    """The catalogue of the package."""
    return parse(read_data("services.tsv"), read_data("spellings.tsv"))
