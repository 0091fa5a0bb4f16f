"""The hand-made files that the catalogue of services is put together from."""

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from jpkit.extraction.catalogue import KINDS, STATUSES, parse_spelling
from jpkit.extraction.service_cues import CUES
from maintain.catalogue import shipped as read_shipped

FOLDER = Path(__file__).parents[2] / "toolkit" / "maintain" / "catalogue"
FILES = sorted(file.name for file in FOLDER.glob("*.tsv") if file.name != "generated.tsv")

_DATE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


class Line(NamedTuple):
    name: str
    vendor: str
    kind: str
    url: str
    status: str
    successor: str
    since: str
    names: str

    @property
    def items(self) -> list[str]:
        return self.names.split(";") if self.names else []


def lines(name: str) -> list[list[str]]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def table() -> list[tuple[str, Line]]:
    """All rows with the file of each."""
    return [(name, Line(*cells)) for name in FILES for cells in lines(name)]


@pytest.fixture(scope="module")
def shipped() -> set[str]:
    """The names of the table that the package has."""
    text = read_shipped("services.tsv.gz")
    return {line.split("\t")[0] for line in text.split("\n") if line and not line.startswith("#")}


@pytest.mark.parametrize("name", FILES)
def test_every_line_has_eight_columns_without_blanks_around(name: str) -> None:
    wrong = [cells for cells in lines(name) if len(cells) != 8 or any(cell != cell.strip() for cell in cells)]
    assert wrong == []


@pytest.mark.parametrize("name", FILES)
def test_lines_are_sorted_by_name_and_no_name_comes_twice(name: str) -> None:
    names = [cells[0] for cells in lines(name)]
    assert names == sorted(names, key=lambda name: (name.casefold(), name))
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_kinds_statuses_addresses_and_dates_are_well_formed(table: list[tuple[str, Line]]) -> None:
    wrong = [
        (file, line.name)
        for file, line in table
        if not line.name
        or line.vendor in {*KINDS.values(), *STATUSES}
        or line.kind not in {*KINDS.values(), ""}
        or line.status not in STATUSES | {""}
        or (line.url and not re.fullmatch(r"https?://[!-~]+", line.url))
        or (line.since and not _DATE.fullmatch(line.since))
    ]
    assert wrong == []


def test_a_name_says_its_kind_once_in_all_files(table: list[tuple[str, Line]], shipped: set[str]) -> None:
    told = shipped | {line.name for _, line in table if line.kind}
    assert [(file, line.name) for file, line in table if line.name not in told] == []


def test_what_is_renamed_has_a_successor_and_in_the_table_of_renames_a_date(table: list[tuple[str, Line]]) -> None:
    renamed = [(file, line) for file, line in table if line.status == "renamed"]
    assert [line.name for _, line in renamed if not line.successor] == []
    assert [line.name for file, line in renamed if file == "renames.tsv" and not line.since] == []


def test_what_is_active_has_no_successor_and_no_date(table: list[tuple[str, Line]]) -> None:
    active = [line for _, line in table if line.status == "active"]
    assert [line.name for line in active if line.successor or line.since] == []


def test_every_successor_is_a_record_of_some_file(table: list[tuple[str, Line]], shipped: set[str]) -> None:
    names = shipped | {line.name for _, line in table}
    assert [line.name for _, line in table if line.successor and line.successor not in names] == []


def test_every_spelling_parses_and_none_stands_twice_in_a_row(table: list[tuple[str, Line]]) -> None:
    for file, line in table:
        for item in line.items:
            spelling, _, needs = parse_spelling(item)
            assert spelling == spelling.strip(), (file, line.name, item)
            assert all(word and word == word.strip() for word in needs), (file, line.name, item)
        assert len(line.items) == len(set(line.items)), (file, line.name)
        assert line.name not in line.items, f"{file}: {line.name}: the name itself needs no entry"


def test_one_letter_asks_for_a_rule_or_for_words_and_every_rule_is_there(
    table: list[tuple[str, Line]],
) -> None:
    parsed = [(line.name, *parse_spelling(item)[:2]) for _, line in table for item in line.items]
    assert [row for row in parsed if len(row[1]) == 1 and not set(row[2]) & set("?~")] == []
    assert [row for row in parsed if "?" in row[2] and row[1] not in CUES] == []


def test_two_files_give_a_spelling_of_a_record_the_same_flags(table: list[tuple[str, Line]]) -> None:
    said: dict[tuple[str, str], dict[str, set[str]]] = {}
    for file, line in table:
        for item in line.items:
            said.setdefault((line.name, parse_spelling(item)[0]), {}).setdefault(file, set()).add(item)
    differing = [key for key, files in said.items() if len({frozenset(items) for items in files.values()}) > 1]
    assert differing == []
