"""What a person has changed in a glossary that jpkit wrote: the file as it is, against what jpkit last wrote.

Only what differs from every value that jpkit has written for a field is a person's. So two states of
one file may be put together (git does that to branches, a run that was killed leaves it behind), and
neither of them passes for an edit.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from jpkit.bilingual.correction import FIELDS, Contradiction, Correction
from jpkit.errors import JpkitError
from jpkit.extraction.japanese import term_key
from jpkit.messages import message


class Row(NamedTuple):
    """What a glossary file says of one entry; a field that the file has no column for is not in ``says``."""

    line: int
    id: str
    says: Mapping[str, str]
    reject: bool = False
    """Does it say that there is no such entry? jpkit never writes that."""


class Written(NamedTuple):
    """What jpkit has written into one file."""

    digests: tuple[str, ...] = ()
    """Of the whole file, as it was written last and before; git and backups bring old files back."""
    rows: Mapping[str, Sequence[Mapping[str, str]]] = {}
    """By id what it has said of an entry; mostly once."""
    whole: bool = True
    """Are these all the rows? Where two states are put together, one that is missing tells nothing."""


def edits(path: str, rows: Sequence[Row], written: Written, *, charset: str = "") -> list[Correction]:
    """The corrections that somebody has made in a file.

    A row that is gone is a rejection, one that is new a term of the author's. Where a spreadsheet has
    saved the file in another ``charset`` than UTF-8, letters that it lacks are no edits.

    Raises:
        JpkitError: a new row has no name.
    """
    found: list[Correction] = []
    there = {row.id for row in rows}
    missing = {id: before for id, before in written.rows.items() if id not in there}
    # The id is ours: whoever changes it, or writes a line anew, still means the same entry.
    ids = [row.id if row.id in written.rows else "" for row in rows]
    for alike in (_same_names, _same_name):
        for at, row in enumerate(rows):
            if not ids[at]:
                ids[at] = next((id for id, said in missing.items() if alike(row, said)), "")
                missing.pop(ids[at], None)
    for id, row in zip(ids, rows, strict=True):
        before = written.rows.get(id)
        if before is None:
            says = {name: value for name, value in row.says.items() if value}
            if says and not (says.get("ja") or says.get("en")):
                raise JpkitError(message("glossary-no-name"), path=path, line=row.line)
            if says:
                found.append(Correction(says, path, row.line, reject=row.reject))
            continue
        if row.reject:
            found.append(_about(before, Correction({}, path, row.line, id, reject=True)))
            continue
        changed = {
            name: value
            for name, value in row.says.items()
            if not any(_same(value, said.get(name, ""), charset) for said in before)
        }
        if changed:
            nameless = not (row.says.get("ja", "-") or row.says.get("en", "-"))
            found.append(_about(before, Correction({} if nameless else changed, path, row.line, id, reject=nameless)))
    if written.whole:
        found += [_about(before, Correction({}, path, 1, id, reject=True)) for id, before in missing.items()]
    return found


def agreed(files: Sequence[Sequence[Correction]]) -> tuple[list[Correction], list[Contradiction]]:
    """The edits of several files as one list, and those that contradict each other, which are not in it."""
    together: dict[str, Correction] = {}
    refused: list[Contradiction] = []
    lost = set()
    for edit in (edit for found in files for edit in found):
        key = edit.id or f" {term_key(next((name for names in edit.names for name in names), ''))}"
        known = together.setdefault(key, edit)
        if known is edit:
            continue
        field = _disputed(known, edit)
        if field is None:
            together[key] = known._replace(says={**edit.says, **known.says})
        else:
            refused.append(Contradiction(field, known, edit))
            lost.add(key)
    return [edit for key, edit in together.items() if key not in lost], refused


def _disputed(one: Correction, other: Correction) -> str | None:
    if one.reject != other.reject:
        return "reject"
    return next(
        (name for name in FIELDS if name in one.says and other.says.get(name, one.says[name]) != one.says[name]), None
    )


def _about(before: Sequence[Mapping[str, str]], edit: Correction) -> Correction:
    id = "" if edit.id.startswith(" ") else edit.id  # of a row that had none, a name for this file only
    return edit._replace(id=id, found_ja=before[0].get("ja", ""), found_en=before[0].get("en", ""))


def _same_names(row: Row, before: Sequence[Mapping[str, str]]) -> bool:
    names = [row.says.get(name, "") for name in ("ja", "en")]
    return any(names) and any(names == [said.get(name, "") for name in ("ja", "en")] for said in before)


def _same_name(row: Row, before: Sequence[Mapping[str, str]]) -> bool:
    """As corrections are told apart: by the Japanese name, where both have one."""
    for said in before:
        ja, en = ([one.get(name, "") for one in (row.says, said)] for name in ("ja", "en"))
        here, there = ja if all(ja) else en
        if here and term_key(here) == term_key(there):
            return True
    return False


def _same(now: str, before: str, charset: str) -> bool:
    # What a Mac takes apart (か and a voiced mark for が) is the same text.
    if now == before or normalize("NFC", now) == normalize("NFC", before):
        return True
    if not charset:
        return False
    # Shift_JIS has no é: Excel writes "e" or "?", and "??" for what is two units of UTF-16.
    return re.fullmatch("".join(_in(charset, letter) for letter in before), now) is not None


def _in(charset: str, letter: str) -> str:
    try:
        there_and_back = letter.encode(charset).decode(charset)
    except UnicodeEncodeError:
        return r"(?:\?\?|.)"
    return f"[{re.escape(letter)}{re.escape(there_and_back)}]"  # 〜 comes back as ～
