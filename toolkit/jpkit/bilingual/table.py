"""A glossary as rows, from CSV or JSON as jpkit writes them, whoever has saved the file since.

Excel in Japan saves CSV as Shift_JIS, elsewhere with semicolons, its "Unicode text" is UTF-16 with tabs;
columns may be left out, moved or added. What cannot be read for certain is an error with its line.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from jpkit.bilingual.correction import FIELDS, KINDS, Correction, texts
from jpkit.bilingual.edits import Row
from jpkit.errors import JpkitError
from jpkit.extraction.model import Entry
from jpkit.glossary_file import csv_rows, elements, plain, refuse_conflict
from jpkit.lazy import lazy
from jpkit.messages import message
from jpkit.near import nearest
from jpkit.source import BOM, Source
from jpkit.write.csv import HEADER, cell
from jpkit.write.json import entry_fields

NOTHING = "-"
"""Stands for "there is none" where an empty cell leaves the field to jpkit."""

COLUMNS = ("id", "found_ja", "found_en", *FIELDS, "reject")
_WRITTEN = frozenset((*COLUMNS, *HEADER, *entry_fields(Entry("", None, None, None, ""))))
"""Columns and keys that jpkit writes."""
_LISTS = ("variants", "abbreviations")
_DEFINITION = ("text", "path", "line")
_YES = frozenset(("yes", "true", "1", "x", "y", "はい", "○"))
_NO = frozenset(("", "no", "false", "0", "n", "いいえ", NOTHING))
_BLANKS = lazy("[\0-\x1f\x7f]+")


class Line(NamedTuple):
    """One entry as the file has it: its cells by the names of their columns."""

    number: int
    cells: Mapping[str, str]


class Table(NamedTuple):
    """What stands in a glossary file."""

    path: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    charset: str = ""
    """Of a file in another one than Unicode: "cp932"."""

    def corrections(self) -> tuple[Correction, ...]:
        """All that stands there, as the author's word; an empty cell leaves its field to jpkit.

        Raises:
            JpkitError: a column or a value that is none, in a column that seems to be one of ours.
        """
        for column in self.columns:
            near = None if column in _WRITTEN else nearest(column, COLUMNS)
            if near:
                raise JpkitError(message("terms-column", column=column, near=near), path=self.path, line=1)
        for line in self.lines:
            for name in line.cells:  # of JSON, where each entry has its own
                near = None if name in _WRITTEN or name in self.columns else nearest(name, COLUMNS)
                if near:
                    raise JpkitError(message("terms-column", column=name, near=near), path=self.path, line=line.number)
        return tuple(filter(None, self.by_line()))

    def by_line(self) -> tuple[Correction | None, ...]:
        """The same for each line; None for one that says nothing."""
        return tuple(map(self._correction, self.lines))

    def rows(self) -> tuple[Row, ...]:
        """The same as what each column says, empty or not, where jpkit is going to write the file anew.

        Raises:
            JpkitError: rows that cannot be told apart, a value that is none, something that would be lost.
        """
        rows: dict[str, Row] = {}
        for number, line in enumerate(self.lines):
            more = next((name for name, text in line.cells.items() if text.strip() and name not in _WRITTEN), None)
            if more is not None:
                raise JpkitError(message("terms-more", column=more), path=self.path, line=line.number)
            says = {name: normal(name, line.cells[name]) for name in FIELDS if name in line.cells}
            if not says.get("kind"):
                says.pop("kind", None)  # an entry always has one
            row = Row(line.number, line.cells.get("id", "").strip(), says, self._rejects(line))
            self._check(row.line, says)
            known = rows.setdefault(row.id or f" {number}", row)
            if known._replace(line=row.line) != row:
                detail = message("glossary-id-twice", id=row.id, line=known.line)
                raise JpkitError(detail, path=self.path, line=row.line)
        return tuple(rows.values())

    def _correction(self, line: Line) -> Correction | None:
        says = {name: normal(name, line.cells[name]) for name in FIELDS if line.cells.get(name, "").strip()}
        self._check(line.number, says)
        reject = self._rejects(line)
        id, ja, en = (normal(name, line.cells.get(name, "")) for name in ("id", "found_ja", "found_en"))
        if not (says or reject):
            return None
        return Correction(says, self.path, line.number, id, ja, en, reject)

    def _rejects(self, line: Line) -> bool:
        reject = line.cells.get("reject", "").strip().casefold()
        if reject not in _YES | _NO:
            raise _wrong(self.path, line.number, "reject", line.cells["reject"], "yes")
        return reject in _YES

    def _check(self, number: int, says: Mapping[str, str]) -> None:
        if says.get("kind", "term") not in KINDS:
            choices = message("wanted-choice", choices=", ".join(KINDS))
            raise _wrong(self.path, number, "kind", says["kind"], choices)


def normal(name: str, value: str) -> str:
    """A field as it reads in whichever format: one line, a list parted by "; "."""
    if value.isalnum():  # most are
        return value
    value = plain(value)
    if not value.isprintable():
        value = _BLANKS.sub(" ", value).strip()
    if value == NOTHING:
        return ""
    return "; ".join(texts(value)) if name in _LISTS else value


def said(entry: Entry) -> Mapping[str, str]:
    """What a glossary that jpkit has written says of an entry, as it reads in there."""
    values = {
        "ja": entry.ja,
        "en": entry.en,
        "reading": entry.reading,
        "kind": entry.kind,
        "definition_ja": entry.definition_ja and entry.definition_ja[0],
        "definition_en": entry.definition_en and entry.definition_en[0],
        "variants": "; ".join(entry.variants),
        "abbreviations": "; ".join(entry.abbreviations),
    }
    return {name: normal(name, cell(value)) if value else "" for name, value in values.items()}


def read_table(path: str, data: bytes) -> Table:
    """The table in a file; `.json` is JSON, all else CSV.

    Raises:
        JpkitError: it is none, or somebody has left it half merged or half written.
    """
    source, charset = _decoded(path, data)
    refuse_conflict(source)
    return _from_json(source) if path.lower().endswith(".json") else _from_csv(source, charset)


def _decoded(path: str, data: bytes) -> tuple[Source, str]:
    """The text with plain line ends, and the charset where it is none of Unicode."""
    for charset in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8", "cp932"):
        try:
            text = data.decode(charset).removeprefix(BOM).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
        lines = text if "\n" in text else text.replace("\r", "\n")
        return Source(path, lines), charset if charset == "cp932" else ""
    raise JpkitError(message("terms-not-text"), path=path)


def _from_csv(source: Source, charset: str) -> Table:
    text = source.text
    first = text[: text.find("\n")] if "\n" in text else text
    header: tuple[str, ...] = ()
    lines = []
    for number, cells in csv_rows(source, max(",;\t", key=first.count)):
        if not any(cell.strip() for cell in cells):
            continue
        if not header:
            header = _header(source.path, number, cells)
            continue
        if any(cell.strip() for cell in cells[len(header) :]):
            detail = message("glossary-cells", cells=len(cells), columns=len(header))
            raise JpkitError(detail, path=source.path, line=number)
        lines.append(Line(number, {name: cell for name, cell in zip(header, cells, strict=False) if name}))
    if not header:
        raise JpkitError(message("terms-header"), path=source.path, line=1)
    if lines and not text.endswith("\n") and len(lines[-1].cells) < len([name for name in header if name]):
        raise JpkitError(message("terms-cut"), path=source.path, line=lines[-1].number)
    return Table(source.path, header, tuple(lines), charset)


def _header(path: str, number: int, cells: Sequence[str]) -> tuple[str, ...]:
    names = [cell.strip() for cell in cells]
    names = [name.lower() if name.lower() in COLUMNS else name for name in names]
    twice = next((name for name in names if name in COLUMNS and names.count(name) > 1), None)
    if twice is not None:
        raise JpkitError(message("glossary-column-twice", column=twice), path=path, line=number)
    if not {"ja", "en", "found_ja", "found_en"} & set(names):
        raise JpkitError(message("terms-header"), path=path, line=number)
    while not names[-1]:
        names.pop()
    return tuple(names)


def _from_json(source: Source) -> Table:
    lines = []
    for at, value in elements(source):
        number = source.position(at).line
        if not isinstance(value, dict):
            raise _wrong(source.path, number, "glossary", value, message("wanted-table"))
        more = {key: str(one) for key, one in _more(value) if one}
        lines.append(Line(number, more | dict(_cells(source.path, number, value))))
    return Table(source.path, COLUMNS, tuple(lines))


def _more(entry: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What the entry has under names that jpkit does not write, by their way down."""
    yield from ((key, value) for key, value in entry.items() if key not in _WRITTEN)
    definitions = entry.get("definitions")
    for lang, value in definitions.items() if isinstance(definitions, dict) else ():
        if lang not in ("ja", "en"):
            yield f"definitions.{lang}", value
        elif isinstance(value, dict):
            yield from ((f"definitions.{lang}.{key}", one) for key, one in value.items() if key not in _DEFINITION)


def _cells(path: str, number: int, entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of an entry in JSON under the names of the CSV's columns."""
    values = dict(entry)
    definitions = values.pop("definitions", None)
    if definitions and not isinstance(definitions, dict):
        raise _wrong(path, number, "definitions", definitions, message("wanted-table"))
    for lang, value in (definitions or {}).items():
        values.setdefault(f"definition_{lang}", value)
    for name in COLUMNS:
        if name not in values:
            continue
        value = values[name]
        if isinstance(value, dict) and name.startswith("definition_"):
            value = value.get("text")
        if isinstance(value, list) and name in _LISTS and all(isinstance(one, str) for one in value):
            value = "; ".join(value)
        if isinstance(value, bool) and name == "reject":
            value = "yes" if value else ""
        if value is not None and not isinstance(value, str):
            raise _wrong(path, number, name, value, message("wanted-text"))
        yield name, cell(value or "")


def _wrong(path: str, line: int, key: str, value: object, wanted: str) -> JpkitError:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    shown = text if len(text) <= 40 else text[:39] + "…"
    return JpkitError(message("glossary-type", key=key, value=shown, wanted=wanted), path=path, line=line)
