"""A glossary that jpkit wrote, and a person may have corrected, read back with the line of every entry.

`glossary.json` gives all that an entry holds, `glossary.csv` what its columns hold. A spreadsheet may
have moved the columns, added some, or ended lines in its own way.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, NoReturn

from jpkit.errors import JpkitError
from jpkit.extraction.model import Entry, Evidence
from jpkit.front.reasons import reason
from jpkit.lazy import lazy
from jpkit.messages import joined, message
from jpkit.site import read_bytes
from jpkit.source import BOM, Source, decode
from jpkit.write.csv import FORMULA, HEADER


class Listed(NamedTuple):
    """An entry and the line of the file on which it begins."""

    entry: Entry
    """Its ``id`` is "" where the file gives none; a definition of a CSV stands in the CSV itself."""
    line: int


def read_glossary(path: str) -> tuple[Listed, ...]:
    """The entries of a glossary file in its order; CSV where it is named so, else JSON.

    Raises:
        JpkitError: the file cannot be read, holds a conflict of a merge, is no JSON or CSV, lacks a
            column, gives one id twice, has a value of another kind or an entry without a name; with
            path and line.
    """
    source = decode(path, read_bytes(path))
    refuse_conflict(source)
    listed = tuple(_csv(source) if path.lower().endswith(".csv") else _json(source))
    first: dict[str, int] = {}
    for entry, line in listed:
        if not entry.ja and not entry.en:
            _fail(path, line, "glossary-no-name")
        if entry.id in first:
            _fail(path, line, "glossary-id-twice", id=entry.id, line=first[entry.id])
        if entry.id:
            first[entry.id] = line
    return listed


_CONFLICT = lazy(r"^(?:<{7}|>{7})(?: [^\n]*)?$", re.MULTILINE)


def refuse_conflict(source: Source) -> None:
    """
    Raises:
        JpkitError: the markers of a merge stand in it.
    """
    marker = _CONFLICT.search(source.text)
    if marker is not None:
        line = source.position(marker.start()).line
        _fail(source.path, line, "glossary-conflict", text=marker[0].rstrip("\r"))


def _fail(path: str, line: int, key: str, /, **values: object) -> NoReturn:
    raise JpkitError(message(key, **values), path=path, line=line, key=key)


# JSON


def _json(source: Source) -> Iterator[Listed]:
    for at, value in elements(source):
        line = source.position(at).line
        yield Listed(_Fields(source.path, line, value).entry(), line)


def elements(source: Source) -> Iterator[tuple[int, Any]]:
    """The values in the list `glossary` of the document, each with its offset.

    The decoder does not say where a value stands; the way down to the list is walked by hand.
    """
    text = source.text
    start = len(BOM) if text.startswith(BOM) else 0
    decoder = json.JSONDecoder(parse_constant=_refuse_constant)
    try:
        document, _ = decoder.raw_decode(text, _blank(text, start))
        if not isinstance(document, dict) or not isinstance(document.get("glossary"), list):
            _fail(source.path, 1, "glossary-no-list")
        found: list[tuple[int, Any]] = []
        at = _blank(text, _blank(text, start) + 1)
        while text[at] == '"':
            key, at = decoder.raw_decode(text, at)
            at = _blank(text, _blank(text, at) + 1)  # the colon
            if key == "glossary":  # of equal keys the last counts, as for the decoder
                found = list(_items(text, at, decoder))
            _, at = decoder.raw_decode(text, at)
            at = _blank(text, at)
            if text[at] == ",":
                at = _blank(text, at + 1)
    except json.JSONDecodeError as error:
        place = source.position(min(error.pos, len(text)))
        said = reason(error.msg)
        detail = message("glossary-syntax", format="JSON", detail=said[:1].lower() + said[1:])
        raise JpkitError(detail, path=source.path, line=place.line, column=place.column) from error
    except (RecursionError, ValueError) as error:  # nested too deep; NaN, more digits than int() takes
        detail = message("glossary-syntax", format="JSON", detail=error)
        raise JpkitError(detail, path=source.path, line=1) from error
    yield from found


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no value")  # json takes it; nobody else does


def _items(text: str, at: int, decoder: json.JSONDecoder) -> Iterator[tuple[int, Any]]:
    at = _blank(text, at + 1)
    while text[at] != "]":
        value, end = decoder.raw_decode(text, at)
        yield at, value
        at = _blank(text, end)
        if text[at] == ",":
            at = _blank(text, at + 1)


_BLANK = lazy(r"[ \t\r\n]*")
_LONE = lazy("[\ud800-\udfff]")
"""Half a pair, as an escape of JSON may leave it, is no character."""


def _blank(text: str, at: int) -> int:
    """The offset behind blanks."""
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


class _Fields(NamedTuple):
    """An object of the JSON, whose values are looked at before they are taken."""

    path: str
    line: int
    value: Any
    keys: str = ""

    def entry(self) -> Entry:
        definitions, translation = self.inside("definitions"), self.inside("translation")
        evidence = translation.values("evidence", translation._evidence) if translation.value else ()
        return Entry(
            id=self.text("id") or "",
            ja=self.text("ja"),
            en=self.text("en"),
            reading=self.text("reading"),
            kind=self.text("kind") or "term",
            variants=self.values("variants", self._text),
            abbreviations=self.values("abbreviations", self._text),
            definition_ja=definitions.definition("ja"),
            definition_en=definitions.definition("en"),
            translation_score=translation.number("score", None) if translation.value else None,
            evidence=evidence,
            count=int(self.number("count", 0) or 0),
            score=float(self.number("score", 0.0) or 0.0),
            posts=self.values("posts", self._text),
        )

    def get(self, key: str) -> Any:
        if not isinstance(self.value, dict):
            self._refuse("", self.value, "wanted-table")
        return self.value.get(key)

    def text(self, key: str) -> str | None:
        value = self.get(key)
        return None if value is None else self._text(key, value).strip() or None

    def number(self, key: str, default: float | None) -> float | None:
        value = self.get(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._refuse(key, value, "wanted-any-number")
        return value

    def values(self, key: str, read: Any) -> tuple[Any, ...]:
        value = self.get(key)
        if not isinstance(value, list | None):
            self._refuse(key, value, "wanted-list")
        return tuple(read(key, item) for item in value or ())

    def inside(self, key: str) -> "_Fields":
        value = self.get(key)
        return self._replace(value={} if value is None else value, keys=f"{self.keys}{key}.")

    def definition(self, key: str) -> tuple[str, str, int] | None:
        inside = self.inside(key)
        text = inside.text("text") if inside.value else None
        place = inside._place() if text else None
        return None if text is None else (text, *(place or (self.path, self.line)))

    def _evidence(self, key: str, value: Any) -> Evidence:
        inside = self._replace(value=value, keys=f"{self.keys}{key}.")
        return Evidence(inside.text("how") or "", inside.inside("ja")._place(), inside.inside("en")._place())

    def _place(self) -> tuple[str, int] | None:
        path = self.text("path") if self.value else None
        return None if path is None else (path, int(self.number("line", 1) or 1))

    def _text(self, key: str, value: Any) -> str:
        if not isinstance(value, str):
            self._refuse(key, value, "wanted-text")
        return _LONE.sub("\ufffd", value)

    def _refuse(self, key: str, value: object, wanted: str) -> NoReturn:
        shown = json.dumps(value, ensure_ascii=False)
        shown = shown if len(shown) <= 40 else shown[:39] + "…"
        name = f"{self.keys}{key}".rstrip(".") or "glossary"
        _fail(self.path, self.line, "glossary-type", key=name, value=shown, wanted=message(wanted))


# CSV

_NEEDED = ("ja", "en")
_BETWEEN = lazy("[;；]")
_NUMBER = lazy(r"[0-9]{1,15}(?:\.[0-9]*)?(?:[eE]-?[0-9]{1,3})?")


def _csv(source: Source) -> Iterator[Listed]:
    rows = csv_rows(source)
    line, header = next(rows, (1, []))
    columns = [name.strip().lower() for name in header]
    _check_header(source.path, line, columns)
    for line, row in rows:
        if len(row) > len(columns) and any(row[len(columns) :]):
            _fail(source.path, line, "glossary-cells", cells=len(row), columns=len(columns))
        cells = dict(zip(columns, map(plain, row), strict=False))
        if any(cells.values()):
            yield Listed(_row_entry(source.path, line, cells), line)


def csv_rows(source: Source, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the line on which it begins."""
    # Lines end in "\n" only, as everywhere; csv takes the "\r" before it.
    reader = csv.reader(io.StringIO(source.text.removeprefix(BOM), newline="\n"), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            detail = message("glossary-syntax", format="CSV", detail=error)
            raise JpkitError(detail, path=source.path, line=line) from error
        yield line, row


def _check_header(path: str, line: int, columns: list[str]) -> None:
    for name in HEADER:
        if columns.count(name) > 1:
            _fail(path, line, "glossary-column-twice", column=name)
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        _fail(path, line, "glossary-columns", columns=joined(missing), header=",".join(HEADER))


def plain(cell: str) -> str:
    """A cell without blanks around it and without the apostrophe that keeps a formula from running."""
    marked = cell.startswith("'") and cell[1:].lstrip(" '").startswith(FORMULA)
    return (cell[1:] if marked else cell).strip()


def _row_entry(path: str, line: int, cells: Mapping[str, str]) -> Entry:
    def definition(column: str) -> tuple[str, str, int] | None:
        text = cells.get(column)
        return (text, path, line) if text else None

    def number(column: str) -> float:
        text = cells.get(column) or "0"
        if _NUMBER.fullmatch(text) is None:
            _fail(path, line, "glossary-type", key=column, value=text, wanted=message("wanted-any-number"))
        return float(text)

    return Entry(
        id=cells.get("id") or "",
        ja=cells.get("ja") or None,
        en=cells.get("en") or None,
        reading=cells.get("reading") or None,
        kind=cells.get("kind") or "term",
        variants=_stripped(_BETWEEN.split(cells.get("variants") or "")),
        definition_ja=definition("definition_ja"),
        definition_en=definition("definition_en"),
        count=int(number("count")),
        score=number("score"),
    )


def _stripped(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts if text.strip())
