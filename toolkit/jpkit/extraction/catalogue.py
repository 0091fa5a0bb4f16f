"""The table of services and tools, and an automaton that finds all their spellings in one pass.

``data/services.tsv`` says in its head what its columns and flags mean. It is read once a process,
when the first post needs it. Full records are made only for what a post names.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

from jpkit.data import read_data
from jpkit.lazy import lazy

KINDS = frozenset({"cloud-service", "saas", "oss", "language", "platform", "hardware", "api"})
STATUSES = frozenset({"active", "renamed", "retired"})
FLAGS = "!@^=?"

_SPELLING = lazy(rf"(.+?)([{re.escape(FLAGS)}]*)(?:(~)(.*))?")

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
    number, item = meaning.split("\n")
    _, flags, needs = parse_spelling(item) if item[-1] in FLAGS or "~" in item else (item, "", ())
    return Name(int(number), flags, needs)


@dataclass(frozen=True, slots=True)
class Record:
    """A line of the table."""

    name: str
    vendor: str | None
    kind: str
    url: str | None
    status: str
    successor: str | None


@dataclass(frozen=True)
class Catalogue:
    """All records, all spellings, and the automaton over the spellings."""

    rows: tuple[str, ...]
    """The table's lines; ``record`` makes a record of one."""
    spellings: tuple[str, ...]
    """In the order of the automaton's pattern numbers."""
    meanings: Mapping[str, str]
    """What a spelling stands for, as ``names`` reads it: a number and an item of the table, a line for each."""
    automaton: Any

    @cached_property
    def _names(self) -> dict[str, tuple[Name, ...]]:
        return {}

    def names(self, spelling: str) -> tuple[Name, ...]:
        """The records that a spelling may mean, each with its flags; none for an unknown spelling."""
        known = self._names.get(spelling)
        if known is None:
            meanings = self.meanings.get(spelling)
            known = tuple(map(_name, meanings.split("\t"))) if meanings else ()
            self._names[spelling] = known
        return known

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """From a canonical name to its record's number."""
        return {self.canonical(number): number for number in range(len(self.rows))}

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
        name, vendor, kind, url, status, successor, _ = self.rows[number].split("\t")
        return Record(name, vendor or None, kind, url or None, status, successor or None)

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


def parse(text: str) -> Catalogue:
    """The catalogue of a table in the form of ``services.tsv``.

    Strings only, no object a spelling: 4,300 small tuples cost more than the automaton, most of it
    in the garbage collector.
    """
    from ahocorasick_rs import AhoCorasick  # lint never gets here

    rows = tuple([line for line in text.split("\n") if line and line[0] != "#"])
    found: dict[str, str] = {}
    for number, row in enumerate(rows):
        own = row[: row.index("\t")]
        cell = row[row.rindex("\t") + 1 :]
        implied = True
        for item in cell.split(";") if cell else ():
            if item[-1] not in FLAGS and "~" not in item:
                spelling, anyhow = item, False
            else:
                bare = item.partition("~")[0]
                spelling = bare.rstrip(FLAGS)
                anyhow = "!" in bare[len(spelling) :]
                implied = implied and spelling != own
            meaning = f"{number}\n{item}"
            found[spelling] = f"{found[spelling]}\t{meaning}" if spelling in found else meaning
            if anyhow:
                # Four forms are what people type; a case-insensitive automaton would report every
                # "go" inside a word and cost more than all the rest.
                for form in dict.fromkeys((spelling.lower(), spelling.upper(), spelling.capitalize())):
                    if form == spelling:
                        continue
                    found[form] = f"{found[form]}\t{meaning}" if form in found else meaning
        if implied:
            meaning = f"{number}\n{own}"
            found[own] = f"{found[own]}\t{meaning}" if own in found else meaning
    spellings = tuple(found)
    folded = fold("\n".join(spellings)).split("\n")
    # The default picks the contiguous NFA: built in 7 ms, 0.05 ms a post; the DFA 34 ms and 0.03 ms.
    return Catalogue(rows, spellings, found, AhoCorasick(folded, store_patterns=False))


@cache  # one per process
def catalogue() -> Catalogue:
    """The catalogue of the package."""
    return parse(read_data("services.tsv"))
