"""The table of services and tools, and where a text may name one.

``data/services.tsv.gz`` says in its head what its columns mean, and ``data/spellings.tsv`` is its index: both are made
by ``toolkit/maintain/catalogue.py`` of hand-made and mined tables. A process opens of both what its posts ask for: a
post of 300 words asks for a tenth of the index, and for the records of what it names.

A name of Latin letters begins a word, and one of katakana begins a run of them. So the index knows each spelling by
the letters that it begins with up to the first of another kind (``beginning``), and the runs of a text that are
in the index are looked at. An automaton over 18,000 spellings takes 0.4 ms less a post, but 13 ms to build.
"""

import re
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from jpkit.data import read_bytes
from jpkit.extraction.beginnings import (
    KATAKANA_RUN,
    LATIN,
    Endings,
    Others,
    beginning,
    endings_of,
    go_on,
    go_on_recapitalised,
    others_of,
    row_of,
)
from jpkit.extraction.divisions import bare, divided_alike, division
from jpkit.lazy import lazy
from jpkit.letters import LETTERS

KINDS = {
    "": "oss", "a": "api", "c": "cloud-service", "h": "hardware", "l": "language", "p": "platform", "s": "saas"
}  # fmt: skip
"""What a record is, by the letters of the table, where half of the records are oss."""
STATUSES = frozenset({"active", "renamed", "retired"})
SOURCES = {
    "h": "hand", "a": "aws-icons", "b": "botocore", "d": "devicon", "g": "google", "l": "logos",
    "p": "linguist", "s": "simple-icons", "z": "azure",
}  # fmt: skip
"""Where a row is from, by the letters of the table: written by hand, or listed by a package."""
FLAGS = "!@^=?*"

_SPELLING = lazy(rf"(.+?)([{re.escape(FLAGS)}]*)(?:(~)(.*))?")

_KANA = lazy("[\u30a1-\u30f6\u30fc]+")
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


# Full-width letters and digits, and the marks that names are made of; not ．, which ends sentences.
_FOLDED = "０-９Ａ-Ｚａ-ｚ＋＃＆－’"
_HAS_FOLDED = lazy(f"[{_FOLDED}]")
_FOLD = {ord("’"): "'"} | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if _HAS_FOLDED.match(chr(code))}


def fold(text: str) -> str:
    """Full-width Latin as half-width, character for character, so that offsets stay true."""
    return _HAS_FOLDED.sub(_half_width, text)  # translate() looks every sign up: seven times as long for a post


def _half_width(sign: re.Match[str]) -> str:
    return _FOLD[ord(sign[0])]


class Name(NamedTuple):
    """One spelling of one record: when it counts is in ``flags`` and ``needs``."""

    record: int
    flags: str
    needs: tuple[str, ...]
    """Words of which one must stand in the post (flag ``~``); empty: something of the same vendor."""


def _name(meaning: str) -> Name:
    """``c8~Google,GCP`` as record (its number to the base 36, which is shorter), flags and needed words."""
    if meaning.isalnum():
        return Name(int(meaning, 36), "", ())
    number, flags, needs = parse_spelling(meaning)
    return Name(int(number, 36), flags, needs)


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


class Occurring(NamedTuple):
    """The spellings that a text has, whatever stands behind them, also overlapping ones; in no order."""

    spelled: list[tuple[str, int, int]]
    """Each with start and end."""
    recapitalised: list[tuple[Sequence[str], int, int]]
    """What the text has in capitals that are none of the index's: the spellings in the index's, start and end."""
    strange: set[str]
    """Latin words that begin none."""


_NEITHER = (None, None)


@dataclass(frozen=True)
class Catalogue:
    """All records, and all spellings by how they begin."""

    table: Sequence[bytes]
    """The lines of the table in UTF-8, so many in a gzip member; ``record`` makes a record of one."""
    index: Mapping[str, str]
    """Beginnings, with what may follow them, by what these have in common; ``NEXT`` stands between two."""
    anywhere: Sequence[str]
    """The beginnings that need no edge of a word before them."""

    @cached_property
    def _anywhere(self) -> list[re.Pattern[str]]:
        """Find the beginnings that need no edge of a word before them: of ASCII, of hiragana, of kanji.

        One pattern for all takes longer than these three: it tries all its branches wherever a hiragana is one's first.
        For the same reason those of hiragana have a branch a sign; a branch a beginning is made in half the time.
        """
        scripts: tuple[list[str], ...] = ([], [], [])
        for begun in self.anywhere:
            scripts[0 if begun < "\x80" else 1 if "ぁ" <= begun[0] <= "ゖ" else 2].append(begun)
        ascii_, hiragana, kanji = scripts
        seconds: dict[str, list[str]] = {}
        for begun in hiragana:
            seconds.setdefault(begun[0], []).append(begun[1:])
        branches = [f"{first}[{re.escape(''.join(two))}]" for first, two in seconds.items()]
        patterns = ("|".join(map(re.escape, ascii_)), "|".join(branches), "|".join(map(re.escape, kanji)))
        return [re.compile(pattern) for pattern in patterns if pattern]

    @cached_property
    def _shelves(self) -> dict[str, Mapping[str, str]]:
        return {}

    def _rows(self, small: str) -> list[list[str]]:
        """The beginnings that are this in small letters, each with endings and their meanings in turns."""
        found = self._shelf(small[:3]).get(small)
        return [item.split("\t") for item in found.split(NEXT)] if found is not None else []

    def _shelf(self, key: str) -> Mapping[str, str]:
        shelf = self._shelves.get(key)
        if shelf is None:
            shelf = self._shelves[key] = _opened(self.index.get(key))
        return shelf

    @cached_property
    def _apart(self) -> dict[str, tuple[Endings | None, Others | None]]:
        return {}

    def occurring(self, text: str, not_before: Collection[str]) -> Occurring:
        """What a text has of the spellings.

        ``text`` is folded (``fold``) and has a line end before and behind. A spelling that begins with Latin letters
        or katakana counts only where the text has just these of their kind (no Go in GoLand), and one in ASCII only
        where no sign of ``not_before`` stands before it.
        """
        apart = self._apart
        spelled, recapitalised, strange = found = Occurring([], [], set())
        for run in LATIN.finditer(text):
            begun = run[0]
            endings, others = apart.get(begun) or self._take_apart(begun)
            if endings is not None or others is not None:
                start, end = run.span()
                if text[start - 1] not in not_before:
                    if endings is not None:
                        go_on(text, start, end, endings, spelled)
                    if others is not None:
                        none, more = others
                        if none:
                            recapitalised.append((none, start, end))
                        if more:
                            following = text[end : end + 2].lower()
                            if following in more:
                                go_on_recapitalised(text, start, more[following], recapitalised)
                            if following[0] in more:  # the 2 of EC2
                                go_on_recapitalised(text, start, more[following[0]], recapitalised)
            else:
                strange.add(begun)
        for run in KATAKANA_RUN.finditer(text):
            begun = run[0]
            endings, _ = apart.get(begun) or self._take_apart(begun)
            if endings is not None:
                go_on(text, *run.span(), endings, spelled)
        for anywhere in self._anywhere:
            sign = anywhere.search(text)
            while sign is not None:  # overlapping ones as well
                begun, start = sign[0], sign.start()
                if begun[0] >= "\x80" or text[start - 1] not in not_before:
                    endings, _ = apart.get(begun) or self._take_apart(begun)
                    if endings is not None:
                        go_on(text, start, start + 2, endings, spelled)
                sign = anywhere.search(text, start + 1)
        return found

    def _take_apart(self, begun: str) -> tuple[Endings | None, Others | None]:
        rows = self._rows(begun.lower())
        apart: tuple[Endings | None, Others | None] = _NEITHER
        if rows:
            apart = endings_of(rows, begun), others_of(rows, begun) if begun[0] in LETTERS else None
        self._apart[begun] = apart
        return apart

    @cached_property
    def _lines(self) -> dict[str, Mapping[str, str]]:
        return {}

    def _line(self, begun: str) -> Mapping[str, str]:
        """What may follow a beginning, and what each may mean then; nothing where it is none."""
        known = self._lines.get(begun)
        if known is None:
            row = row_of(self._rows(begun.lower()), begun)
            if row is None:
                return {}
            known = self._lines[begun] = dict(zip(row[1::2], row[2::2], strict=True))
        return known

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
        begun = beginning(spelling)
        seen = self._apart.get(begun)
        if seen is not None and seen[0] is None:
            return ()
        meanings = self._line(begun).get(spelling[len(begun) :])
        return () if meanings is None else tuple(map(_name, meanings.split(";")))

    def longer(self, head: str, sign: str) -> Iterator[str]:
        """The spellings that go on with a blank and a sign: for Google and D Google Drive and Google Docs."""
        begun = beginning(head)
        endings, _ = self._apart.get(begun) or self._take_apart(begun)
        start = f"{head} {sign}"
        more = () if endings is None else endings.more.get(start[len(begun) :][:2], ())
        return (spelling for spelling in more if spelling.startswith(start))

    @cached_property
    def _alike(self) -> dict[str, Sequence[str]]:
        return {}

    def alike(self, spelling: str) -> Sequence[str]:
        """The spellings that differ in capitals and in the signs between words alone: Chakra UI of chakra-ui.

        Only those that begin with a Latin letter.
        """
        known = self._alike.get(spelling)
        if known is None:
            known = self._alike[spelling] = self._all_alike(fold(spelling))
        return known

    def _all_alike(self, spelling: str) -> Sequence[str]:
        letters = bare(spelling)
        run = LATIN.match(letters)
        if run is None:
            return ()
        found: list[str] = []
        shelf = self._shelf(letters[:3])
        for end in (*division(spelling).parts, run.end()):  # a beginning ends with its word or before a sign
            begun, rest = letters[:end], letters[end:]
            if end > run.end() or (end > 2 and begun not in shelf):
                continue
            endings, others = self._apart.get(begun) or self._take_apart(begun)
            if rest and others is not None:
                first = rest[0]
                for two in (rest[:2], *[sign + first for sign in " -._"], *[first + sign for sign in " -._"]):
                    found += [other for other in others.more.get(two, ()) if bare(other) == letters]
            elif not rest and endings is not None and endings.none:
                found.append(begun)
            elif not rest and others is not None:
                found += others.none
        return [other for other in dict.fromkeys(found) if divided_alike(spelling, other)] if found else ()

    def spellings(self) -> Iterator[str]:
        """Every spelling, full width folded."""
        begun = (item.partition("\t")[0] for line in self.index.values() for item in line.split(NEXT))
        return (one + ending for one in begun for ending in self._line(one))

    @cached_property
    def _members(self) -> dict[int, list[bytes]]:
        return {}

    def row(self, number: int) -> bytes:
        """The line of the table with that number, in UTF-8."""
        member, at = divmod(number, LINES)
        lines = self._members.get(member)
        if lines is None:
            lines = self._members[member] = zlib.decompress(self.table[member], wbits=_GZIP).split(b"\n")
        return lines[at]

    def __len__(self) -> int:
        """How many records there are."""
        last = len(self.table) - 1
        return last * LINES + zlib.decompress(self.table[last], wbits=_GZIP).count(b"\n")

    def number(self, name: str) -> int | None:
        """The number of the record with that canonical name; None where there is none."""
        return next((one.record for one in self.names(fold(name)) if self.canonical(one.record) == name), None)

    @cached_property
    def _made(self) -> dict[int, tuple[str, str, str]]:
        return {}

    def _made_by(self, number: int) -> tuple[str, str, str]:
        known = self._made.get(number)
        if known is None:
            name, vendor, kind, _ = self.row(number).decode().split("\t", 3)
            known = self._made[number] = name, vendor, KINDS[kind]
        return known

    def canonical(self, number: int) -> str:
        """The name of the record with that number."""
        return self._made_by(number)[0]

    def vendor(self, number: int) -> str:
        """The vendor of the record with that number; "" where there is none."""
        return self._made_by(number)[1]

    def kind(self, number: int) -> str:
        """The kind of the record with that number."""
        return self._made_by(number)[2]

    def url(self, number: int) -> str | None:
        """The address of the record with that number; None where there is none."""
        return _address(self.row(number).split(b"\t", 4)[3].decode())

    def record(self, number: int) -> Record:
        """The record with that number, as a value of its own."""
        name, vendor, kind, url, status, successor, since, sources, _ = self.row(number).decode().split("\t")
        return Record(
            name,
            vendor or None,
            KINDS[kind],
            _address(url),
            status or "active",
            successor or None,
            since or None,
            tuple([SOURCES[letter] for letter in sources or "h"]),
        )

    def kana(self, spelling: str) -> str | None:
        """Reading of a Latin name: the katakana spelling of a record that sounds like it; None where it has none.

        レッドシフト reads Redshift, not Amazon Redshift, and スプレッドシート does not read Google Sheets.
        Of アマゾンアテナ and アテナ, which both sound like Athena, the shorter one reads it.
        """
        for name in self.names(spelling):
            row = self.row(name.record)
            spellings = row[row.rindex(b"\t") + 1 :]
            if _KANA_BEGINS[0] not in spellings and _KANA_BEGINS[1] not in spellings:  # as in most rows
                continue
            best = None
            for item in spellings.decode().split(";"):
                kana = item.partition("~")[0].rstrip(FLAGS).replace(" ", "").replace("・", "")
                if (best is None or best.endswith(kana)) and _KANA.fullmatch(kana) and sounds_like(kana, spelling):
                    best = kana
            if best is not None:
                return best
        return None

    def lookup(self, spelling: str) -> tuple[Record, ...]:
        """The records that a spelling may mean, whatever its flags ask for."""
        return tuple(self.record(name.record) for name in self.names(spelling))


_KANA_BEGINS = (b"\xe3\x82", b"\xe3\x83")
"""How katakana begin in UTF-8."""


def _address(cell: str) -> str | None:
    return (cell if "://" in cell else f"https://{cell}") if cell else None


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


def parse(table: bytes, index: bytes) -> Catalogue:
    """The catalogue of a table in the form of ``services.tsv.gz`` and its index.

    Nothing is unpacked or taken apart that no post has asked for yet. What is common to the beginnings of a shelf has a
    line of its own, since to split all lines at once takes half the time of a split a line.
    """
    _, *members = table.split(MEMBER)[1:]  # the head is a member, too
    anywhere, *lines = index[index.index(b"\n\n") + 2 : -1].decode().split("\n")
    shelves = dict(zip(lines[::2], lines[1::2], strict=True))
    return Catalogue([MEMBER + member for member in members], shelves, anywhere.split("\t"))


MEMBER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""How a gzip member begins that has neither a name nor a time (RFC 1952), compressed as well as can be."""
LINES = 512
"""Lines of the table in a member."""
NEXT = "\x1e"
"""Stands between the beginnings on a shelf (ASCII's record separator)."""
_GZIP = zlib.MAX_WBITS + 16  # the module gzip takes two milliseconds to import, and says no more to zlib


def common(begun: str) -> str:
    """What a beginning has in common with all on its shelf."""
    return begun.lower()[:3]


def _opened(line: str | None) -> Mapping[str, str]:
    """The beginnings of a line by what they are in small letters: a text each, of which a post asks for few."""
    shelf: dict[str, str] = {}
    for item in () if line is None else line.split(NEXT):
        small = item[: item.index("\t")].lower()
        shelf[small] = f"{shelf[small]}{NEXT}{item}" if small in shelf else item
    return shelf


@cache  # one per process
def catalogue() -> Catalogue:
    """The catalogue of the package."""
    return parse(read_bytes("services.tsv.gz"), read_bytes("spellings.tsv"))
