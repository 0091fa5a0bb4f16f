"""The user's own Japanese-English dictionary: EDICT, EDICT2, COMPDIC (text) or JMdict (XML), also gzipped.

jpkit brings none along: they are the property of the Electronic Dictionary Research and Development Group, CC BY-SA
4.0. Debian has the first three in its package edict (`/usr/share/edict/edict`, `/usr/share/edict/compdic`), all are at
https://www.edrdg.org/. What comes from one is marked `dictionary` in the glossary, and `NOTICE` says whose it is.

The formats: https://www.edrdg.org/jmdict/edict_doc.html. A line of EDICT is

    戻り値 [もどりち] /(n) (comp) return value/returned value/

EDICT2 has several spellings before the bracket, parted by semicolons, and `/EntL1536270X/` at the end.
"""

import gzip
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from jpkit.errors import JpkitError
from jpkit.messages import message

NOTICE = (
    "English with the evidence 'dictionary' comes from {name}. JMdict, EDICT and COMPDIC are the property of the"
    " Electronic Dictionary Research and Development Group (https://www.edrdg.org/) and are used in conformance with"
    " the Group's licence, CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)."
)
"""What whoever passes the glossary on must pass on with it."""

_File = gzip.GzipFile | BufferedReader
_ENTRY = re.compile(r"([^ /\[\]]+)(?: \[([^\]]+)\])? /(.+)/$")
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
"""EDICT writes ＡＰＩ."""
_PEEKED = 65_536
_SAMPLED = 50
_MOST_WORDS = 4
_LONGEST_NAME = 60


class Dictionary(NamedTuple):
    """A dictionary file that can be read."""

    path: str
    form: str
    """edict or jmdict"""
    encoding: str
    zipped: bool

    def notice(self) -> str:
        """Whose it is."""
        return NOTICE.format(name=Path(self.path).name)

    def look_up(self, names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """English names of those Japanese names that the dictionary has, the likeliest first; the file is read once.

        A loanword is found with and without the ー at its end.

        Raises:
            JpkitError: the file is broken further down.
        """
        wanted: dict[str, list[str]] = {}
        for name in names:
            plain = unicodedata.normalize("NFKC", name)
            for spelling in {plain, plain + "ー", plain.removesuffix("ー"), plain.translate(_WIDE)}:
                wanted.setdefault(spelling, []).append(name)
        found: dict[str, dict[str, None]] = {}
        try:
            with _opened(self.path, zipped=self.zipped) as file:
                read = _jmdict(file, wanted) if self.form == "jmdict" else _edict(file, wanted, self.encoding)
                for spelling, glosses in read:
                    for name in wanted[spelling]:
                        found.setdefault(name, {}).update(dict.fromkeys(_names(glosses)))
        except (OSError, EOFError, ElementTree.ParseError) as error:
            raise JpkitError(message("dictionary-broken", reason=str(error)), path=self.path) from error
        return {name: tuple(names) for name, names in found.items() if names}


def open_dictionary(path: str) -> Dictionary:
    """The dictionary of a path, told by its beginning.

    Raises:
        JpkitError: it is not there, cannot be read or is none of the formats.
    """
    try:
        with Path(path).open("rb") as raw:
            zipped = raw.read(2) == b"\x1f\x8b"
        with _opened(path, zipped=zipped) as file:
            head = file.read(_PEEKED)
    except FileNotFoundError as error:
        raise JpkitError(message("dictionary-missing"), path=path) from error
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise JpkitError(message("not-readable", reason=reason), path=path) from error
    if b"<JMdict" in head or b"<!DOCTYPE JMdict" in head:
        return Dictionary(path, "jmdict", "utf-8", zipped)
    for encoding in ("utf-8", "euc_jp"):
        lines = head.decode(encoding, "replace").split("\n")
        lines = [line.strip("\r") for line in lines[: len(lines) - (len(lines) > 1)] if line.strip() and line[0] != "#"]
        right = [line for line in lines[:_SAMPLED] if _ENTRY.match(line) and "\ufffd" not in line]
        if 2 * len(right) > len(lines[:_SAMPLED]):
            return Dictionary(path, "edict", encoding, zipped)
    raise JpkitError(message("dictionary-unknown"), path=path)


def _opened(path: str, *, zipped: bool) -> _File:
    return gzip.open(path) if zipped else Path(path).open("rb")


def _edict(file: _File, wanted: Iterable[str], encoding: str) -> Iterator[tuple[str, Iterable[str]]]:
    # Most of 280,000 lines are of no interest; what they begin with is compared before they are decoded.
    heads = {spelling.encode(encoding, "replace"): spelling for spelling in wanted}
    for line in file:
        head = line.partition(b" ")[0]
        for one in head.split(b";") if b";" in head else (head,):
            spelling = heads.get(one.partition(b"(")[0])
            if spelling is not None and (entry := _ENTRY.match(line.decode(encoding, "replace").rstrip())):
                yield spelling, entry[3].split("/")


def _jmdict(file: _File, wanted: Container[str]) -> Iterator[tuple[str, Iterable[str]]]:
    for _, element in ElementTree.iterparse(file):
        if element.tag != "entry":
            continue
        spellings = [one.text or "" for tag in ("keb", "reb") for one in element.iter(tag)]
        # 橋, 箸 and 端 are all read はし; of readings only loanwords are names.
        hits = [one for one in spellings if one in wanted and (one[:1] >= "ァ" or not list(element.iter("keb")))]
        if hits:
            glosses = list(_senses(element))
            for spelling in hits:
                yield spelling, glosses
        element.clear()


def _senses(entry: ElementTree.Element) -> Iterator[str]:
    """English glosses, marked as EDICT marks those of computing."""
    for sense in entry.iter("sense"):
        computing = any("comput" in (one.text or "") for one in sense.iter("field"))
        for gloss in sense.iter("gloss"):
            if gloss.get("{http://www.w3.org/XML/1998/namespace}lang", "eng") == "eng":
                yield "(comp) " * computing + (gloss.text or "")


_TAGS = re.compile(r"^(?:(?:\([a-zA-Z0-9,:;\- ]{1,30}\)|\{[^}]*\}|\[[^\]]*\])\s*)+")
_COMPUTING = re.compile(r"^(?:\S+\s+)*?[({]comp[)}]")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_ARTICLE = re.compile("^(?:the|an?) ")
_NAME = re.compile(r"[A-Za-z][0-9A-Za-z'’+#./ -]*")
# 探す is "to look for", a name of it would be "looking": verbs have no English name here.
_NO_NAMES = re.compile(r"(?:to|EntL\S*|P)(?:\s|$)")


def _names(glosses: Iterable[str]) -> tuple[str, ...]:
    """Glosses that can be names, without their tags and asides, those of computing first."""
    first: dict[str, None] = {}
    others: dict[str, None] = {}
    for gloss in glosses:
        name = _ARTICLE.sub("", _ASIDE.sub("", _TAGS.sub("", gloss)).strip())
        if (
            _NAME.fullmatch(name)
            and not _NO_NAMES.match(name)
            and len(name.split(" ")) <= _MOST_WORDS
            and len(name) <= _LONGEST_NAME
        ):
            (first if _COMPUTING.match(gloss) else others)[name] = None
    return tuple({**first, **others})
