"""Rows of the catalogue: the hand-made files, what the packages say, and both as one."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from jpkit.extraction.catalogue import FLAGS

HAND = "hand"
"""The source of a row that a person wrote."""


class Row(NamedTuple):
    """A record in the order of the columns of the shipped table."""

    name: str
    vendor: str = ""
    kind: str = ""
    url: str = ""
    status: str = ""
    successor: str = ""
    since: str = ""
    sources: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Other spellings with their flags, as the table writes them."""


_CELLS = ("vendor", "kind", "url", "status", "successor", "since")


def fold(name: str) -> str:
    """What spellings of one name share: "Next.js", "next js" and "NextJS"."""
    return re.sub(r"[\s\-_/.]", "", unicodedata.normalize("NFKC", name)).lower()


class Maker(NamedTuple):
    """What stands before a product's own name in one source and not in another."""

    vendor: str
    line: str
    """Cloud Tasks and Google Tasks are two things, AWS Batch and Amazon Batch would be one."""


_MAKERS = {
    "googlecloud": Maker("Google", "cloud"),
    "google": Maker("Google", "google"),
    "cloud": Maker("Google", "cloud"),
    "amazon": Maker("Amazon", "aws"),
    "aws": Maker("Amazon", "aws"),
    "microsoftazure": Maker("Microsoft", "azure"),
    "azure": Maker("Microsoft", "azure"),
    "microsoft": Maker("Microsoft", "microsoft"),
    "adobe": Maker("Adobe", "adobe"),
    "apache": Maker("Apache Software Foundation", "apache"),
    "gnu": Maker("GNU Project", "gnu"),
    "hashicorp": Maker("HashiCorp", "hashicorp"),
}
_MAKER = re.compile(f"({'|'.join(_MAKERS)})(?=.{{3}})")


def split_maker(name: str) -> tuple[Maker | None, str]:
    """Maker and rest of a folded name: Google BigQuery is Google's bigquery."""
    folded = fold(name)
    match = _MAKER.match(folded)
    return (_MAKERS[match[1]], folded[match.end() :]) if match else (None, folded)


def spelling(item: str) -> str:
    """An item of the last column without its flags."""
    return item.partition("~")[0].rstrip(FLAGS)


def read(text: str, place: str, columns: tuple[str, ...]) -> Iterator[tuple[str, Row]]:
    """The rows of a file with their places ("products.tsv:31").

    Raises:
        ValueError: a line has another number of columns, or its name stands in the file already.
    """
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise ValueError(f"{place}:{number}: {len(cells)} columns, not {len(columns)}: {line}")
        row = dict(zip(columns, cells, strict=True))
        if row["name"] in seen:
            raise ValueError(f"{place}:{number}: {row['name']} stands in line {seen[row['name']]} already")
        seen[row["name"]] = number
        sources = tuple(row.pop("sources", HAND).split(","))
        names = tuple(row.pop("names").split(";")) if row["names"] else ()
        row.pop("names", None)
        yield f"{place}:{number}", Row(sources=sources, names=names, **row)


OVERLAY = ("name", "vendor", "kind", "url", "status", "successor", "since", "names")
MINED = ("name", "vendor", "kind", "url", "names", "sources")


def read_overlays(folder: Path) -> dict[str, Row]:
    """All hand-made files as one table, by name."""
    files = sorted(folder.glob("*.tsv"), key=lambda file: (file.name != "products.tsv", file.name))
    texts = ((file.name, file.read_text(encoding="utf-8")) for file in files if file.name != "generated.tsv")
    return merge(placed for name, text in texts for placed in read(text, name, OVERLAY))


def merge(placed: Iterable[tuple[str, Row]]) -> dict[str, Row]:
    """Rows of one name as one: later ones add spellings and fill empty cells.

    Raises:
        ValueError: two rows say different things, both places named; or none says what kind it is.
    """
    rows: dict[str, Row] = {}
    places: dict[tuple[str, str], str] = {}
    for place, row in placed:
        known = rows.get(row.name)
        # Nobody contradicts "active": it is what an empty cell means.
        given = row._replace(status="") if row.status == "active" else row
        for cell in _CELLS:
            if getattr(given, cell):
                if known is not None and getattr(known, cell) not in ("", getattr(given, cell)):
                    raise ValueError(_conflict(places[row.name, cell], place, row.name, cell, known, given))
                places[row.name, cell] = place
        for item in given.names:
            before = places.setdefault((row.name, spelling(item)), place)
            if known is not None and item not in known.names and before != place:
                raise ValueError(f"{place}: {item} of {row.name} has other flags in {before}")
        rows[row.name] = given if known is None else _filled(known, given)
        places.setdefault((row.name, ""), place)
    for name, row in rows.items():
        if not row.kind:
            raise ValueError(f"{places[name, '']}: no file says of what kind {name} is")
    return rows


def _conflict(before: str, place: str, name: str, cell: str, known: Row, given: Row) -> str:
    return f"{place}: {cell} of {name} is {getattr(given, cell)!r}, and {getattr(known, cell)!r} in {before}"


def _filled(known: Row, given: Row) -> Row:
    cells = {cell: getattr(known, cell) or getattr(given, cell) for cell in _CELLS}
    return known._replace(**cells, names=tuple(dict.fromkeys((*known.names, *given.names))))


def combine(overlay: Mapping[str, Row], mined: Iterable[Row]) -> list[Row]:
    """The whole catalogue, sorted: the overlay, with what the packages know of it, and what only they know.

    A mined row that is an overlay's thing by any spelling only adds its sources; a mined row without a
    kind is a witness and nothing else.
    """
    rows = {name: row._replace(status=row.status or "active") for name, row in overlay.items()}
    owner_of = _owners(rows)
    # Whatever a person has thought about: SCSS is Sass there, and ~ says when.
    taken = {spelling(item): row.name for row in rows.values() for item in row.names}
    for found in mined:
        owner = owner_of(found) or taken.get(found.name)
        if owner is not None:
            rows[owner] = rows[owner]._replace(sources=(*rows[owner].sources, *found.sources))
        elif found.kind:
            names = tuple(item for item in found.names if spelling(item) == found.name or spelling(item) not in taken)
            rows[found.name] = found._replace(status="active", names=names)
    ordered = sorted(rows.values(), key=lambda row: (row.name.casefold(), row.name))
    return [row._replace(sources=_in_order(row.sources)) for row in ordered]


def surer(rows: Iterable[Row], text: str, place: str) -> list[Row]:
    """The rows with the flag ``*`` at the spellings that a file lists, each with its record's name.

    Raises:
        ValueError: a line names no record, or none with that spelling under ~ or @.
    """
    by_name = {row.name: row for row in rows}
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line[0] == "#":
            continue
        word, _, name = line.partition("\t")
        row = by_name.get(name, Row(name))
        names = tuple(
            f"{word}*{item[len(word) :]}" if item.startswith((f"{word}~", f"{word}@")) else item for item in row.names
        )
        if names == row.names:
            raise ValueError(f"{place}:{number}: {name} has no {word} with ~ or @")
        by_name[name] = row._replace(names=names)
    return list(by_name.values())


def _in_order(sources: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(sources), key=lambda source: (source != HAND, source)))


def _owners(rows: Mapping[str, Row]) -> Callable[[Row], str | None]:
    """What tells which of the rows a mined one is, if any."""
    known = {fold(name): name for name in rows}
    bare: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name, row in rows.items():
        for item in row.names:
            if "~" not in item:  # a short form with a context (IAM~) may be somebody else's elsewhere
                known.setdefault(fold(spelling(item)), name)
        for word in (name, *map(spelling, row.names)):
            maker, rest = split_maker(word)
            if maker is None or maker.vendor == row.vendor:
                bare.setdefault((row.vendor, rest), []).append((maker.line if maker else "", name))

    def owner_of(found: Row) -> str | None:
        for name in (found.name, *(spelling(item) for item in found.names if "~" not in item)):
            for key in _said_less(fold(name), found.vendor):
                if key in known:
                    return known[key]
        maker, rest = split_maker(found.name)
        vendor = found.vendor or (maker.vendor if maker else "")
        if not vendor or (maker and maker.vendor != vendor):
            return None
        line = maker.line if maker else ""
        return next(
            (name for other, name in bare.get((vendor, rest), ()) if "" in (line, other) or line == other), None
        )

    return owner_of


# What titles and portals add to a name: Google Drive API, Azure Kubernetes Services, Azure Purview Accounts.
_ADDED = {"Google": ("api",), "Microsoft": ("s", "services", "accounts", "apis"), "Amazon": ("service",)}


def _said_less(key: str, vendor: str) -> Iterator[str]:
    yield key
    for end in _ADDED.get(vendor, ()):
        if key.endswith(end):
            yield key.removesuffix(end)
    if vendor == "Microsoft" and key.endswith("ies"):
        yield key[:-3] + "y"


def gather(found: Iterable[Row]) -> list[Row]:
    """Mined rows that share a name as one, sorted; the first that is more than a witness names it."""
    rows: dict[str, Row] = {}
    for row in found:
        known = rows.get(fold(row.name))
        if known is not None:
            first, other = (known, row) if known.kind or not row.kind else (row, known)
            row = first._replace(
                url=first.url or other.url,
                names=tuple(dict.fromkeys((*first.names, *other.names))),
                sources=_in_order((*first.sources, *other.sources)),
            )
        rows[fold(row.name)] = row
    return sorted(rows.values(), key=lambda row: (row.name.casefold(), row.name))


def useful(overlay: Mapping[str, Row], mined: Iterable[Row]) -> list[Row]:
    """Without those that are no rows and no witnesses of one."""
    owner_of = _owners(overlay)
    return [row for row in mined if row.kind or owner_of(row) is not None]
