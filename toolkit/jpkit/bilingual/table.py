"""A glossary as rows, from CSV or JSON as jpkit writes them, whoever has saved the file since.

Excel in Japan saves CSV as Shift_JIS, elsewhere with semicolons, its "Unicode text" is UTF-16 with tabs;
columns may be left out, moved or added. What cannot be read for certain is an error with its line.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from jpkit.bilingual.correction import FIELDS, KINDS, Correction, texts
from jpkit.bilingual.edits import Row
from jpkit.errors import JpkitError
from jpkit.extraction.model import Entry
from jpkit.lazy import lazy
from jpkit.messages import message
from jpkit.near import nearest
from jpkit.source import BOM, Source
from jpkit.write.csv import FORMULA, cell

NOTHING = "-"
"""Stands for "there is none" where an empty cell leaves the field to jpkit."""

COLUMNS = ("id", "found_ja", "found_en", *FIELDS, "reject")
_COUNTED = ("count", "score")
_LISTS = ("variants", "abbreviations")
_YES = frozenset(("yes", "true", "1", "x", "y", "はい", "○"))
_NO = frozenset(("", "no", "false", "0", "n", "いいえ", NOTHING))
_MARKER = re.compile("^(?:<<<<<<<|>>>>>>>)(?: |$)", re.MULTILINE)
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
            near = None if column in (*COLUMNS, *_COUNTED) else nearest(column, COLUMNS)
            if near:
                raise JpkitError(message("terms-column", column=column, near=near), path=self.path, line=1)
        return tuple(filter(None, self.by_line()))

    def by_line(self) -> tuple[Correction | None, ...]:
        """The same for each line; None for one that says nothing."""
        return tuple(map(self._correction, self.lines))

    def rows(self) -> tuple[Row, ...]:
        """The same as what each column says, empty or not; two rows of one id are an error.

        Raises:
            JpkitError: rows that cannot be told apart, a value that is none.
        """
        rows: dict[str, Row] = {}
        for line in self.lines:
            says = {name: normal(name, line.cells[name]) for name in FIELDS if name in line.cells}
            row = Row(line.number, line.cells.get("id", "").strip(), says)
            self._check(row.line, says)
            known = rows.setdefault(row.id or f" {row.line}", row)
            if known.says != says:
                raise JpkitError(message("terms-id-twice", id=row.id, line=known.line), path=self.path, line=row.line)
        return tuple(rows.values())

    def _correction(self, line: Line) -> Correction | None:
        says = {name: normal(name, line.cells[name]) for name in FIELDS if line.cells.get(name, "").strip()}
        self._check(line.number, says)
        reject = line.cells.get("reject", "").strip().casefold()
        if reject not in _YES | _NO:
            text = message("terms-value", column="reject", value=line.cells["reject"], choices="yes")
            raise JpkitError(text, path=self.path, line=line.number)
        id, ja, en = (normal(name, line.cells.get(name, "")) for name in ("id", "found_ja", "found_en"))
        if not (says or reject in _YES):
            return None
        return Correction(says, self.path, line.number, id, ja, en, reject in _YES)

    def _check(self, number: int, says: Mapping[str, str]) -> None:
        if says.get("kind", "term") not in KINDS:
            text = message("terms-value", column="kind", value=says["kind"], choices=", ".join(KINDS))
            raise JpkitError(text, path=self.path, line=number)


def normal(name: str, value: str) -> str:
    """A field as it reads in whichever format: one line, a list parted by "; "."""
    if value.startswith("'") and value[1:].startswith(FORMULA):
        value = value[1:]
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
    return {name: normal(name, cell(value or "")) for name, value in values.items()}


def read_table(path: str, data: bytes, *, shown: str | None = None) -> Table:
    """The table in a file; `.json` is JSON, all else CSV.

    Raises:
        JpkitError: it is none, or somebody has left it half merged or half written.
    """
    where = shown or path
    text, charset = _decoded(where, data)
    marker = _MARKER.search(text)
    if marker is not None:
        line = text.count("\n", 0, marker.start()) + 1
        raise JpkitError(message("terms-conflict"), path=where, line=line)
    if path.lower().endswith(".json"):
        return _from_json(where, text)
    return _from_csv(where, text, charset)


def _decoded(path: str, data: bytes) -> tuple[str, str]:
    charset = ""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = data.decode("utf-16")
        else:
            text = data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            text, charset = data.decode("cp932"), "cp932"
        except UnicodeDecodeError:
            raise JpkitError(message("terms-not-text"), path=path) from None
    text = text.removeprefix(BOM).replace("\r\n", "\n")
    return (text if "\n" in text else text.replace("\r", "\n")), charset


def _from_csv(path: str, text: str, charset: str) -> Table:
    first = text[: text.find("\n")] if "\n" in text else text
    delimiter = max(",;\t", key=first.count)
    # Only "\n" ends a line: a lone "\r" or U+2028 in a cell does not.
    lines = (line + "\n" for line in text.split("\n"))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    header: tuple[str, ...] = ()
    found = []
    before = 0
    try:
        for cells in reader:
            number, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = _header(path, number, cells)
                continue
            if any(cell.strip() for cell in cells[len(header) :]):
                text_ = message("terms-cells", cells=len(cells), columns=len(header))
                raise JpkitError(text_, path=path, line=number)
            found.append(Line(number, {name: cell for name, cell in zip(header, cells, strict=False) if name}))
    except csv.Error as error:
        raise JpkitError(message("terms-csv", detail=error), path=path, line=before + 1) from error
    if not header:
        raise JpkitError(message("terms-header"), path=path, line=1)
    if found and not text.endswith("\n") and len(found[-1].cells) < len(list(filter(None, header))):
        raise JpkitError(message("terms-cut"), path=path, line=found[-1].number)
    return Table(path, header, tuple(found), charset)


def _header(path: str, number: int, cells: Sequence[str]) -> tuple[str, ...]:
    names = [cell.strip().casefold() for cell in cells]
    twice = next((name for name in names if name in COLUMNS and names.count(name) > 1), None)
    if twice is not None:
        raise JpkitError(message("terms-column-twice", column=twice), path=path, line=number)
    if not {"ja", "en", "found_ja", "found_en"} & set(names):
        raise JpkitError(message("terms-header"), path=path, line=number)
    while not names[-1]:
        names.pop()
    return tuple(names)


def _from_json(path: str, text: str) -> Table:
    from jpkit.front.json import read  # places of the entries

    source = Source(path, text)
    start = len(text) - len(text.lstrip())
    if not text.startswith(("{", "["), start):
        raise JpkitError(message("terms-json"), path=path, line=1)
    front, end = read(source, start)
    if text[end:].strip():
        raise JpkitError(message("terms-json"), path=path, line=source.position(end).line)
    if front.repeated:
        line = source.position(front.repeated[0].again.start).line
        raise JpkitError(message("terms-json"), path=path, line=line)
    entries: Any = front.fields
    if text[start] == "{":
        entries = next((field.items for field in front.fields if field.key == "glossary"), None)
    if entries is None:
        raise JpkitError(message("terms-json"), path=path, line=1)
    lines = []
    for entry in entries:
        number = source.position(entry.value_span.start).line
        if not isinstance(entry.value, dict):
            raise JpkitError(message("terms-json"), path=path, line=number)
        lines.append(Line(number, dict(_cells(path, number, entry.value))))
    return Table(path, COLUMNS, tuple(lines))


def _cells(path: str, number: int, entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of an entry in JSON under the names of the CSV's columns."""
    values = dict(entry)
    definitions = values.pop("definitions", {})
    if isinstance(definitions, dict):
        values |= {f"definition_{lang}": value for lang, value in definitions.items()}
    for name, value in values.items():
        if name not in COLUMNS:
            continue
        if isinstance(value, dict) and name.startswith("definition_"):
            value = value.get("text")
        if isinstance(value, list | tuple) and name in _LISTS and all(isinstance(one, str) for one in value):
            value = "; ".join(value)
        if isinstance(value, bool) and name == "reject":
            value = "yes" if value else ""
        if value is not None and not isinstance(value, str):
            text = message("terms-value", column=name, value=value, choices=message("wanted-text"))
            raise JpkitError(text, path=path, line=number)
        yield name, value or ""
