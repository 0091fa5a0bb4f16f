import re
from collections import Counter
from pathlib import Path

import pytest

from jpkit.extraction.catalogue import (
    KINDS,
    LINES,
    STATUSES,
    Catalogue,
    Name,
    Record,
    catalogue,
    fold,
    parse,
    parse_spelling,
)
from jpkit.extraction.service_cues import CUES
from maintain.catalogue import shipped
from maintain.catalogue_index import index, packed, table
from maintain.catalogue_rows import Row

NAMES = Path(__file__).parents[3] / "shared" / "services" / "names100.txt"


@pytest.fixture(scope="module")
def rows() -> list[list[str]]:
    _, _, body = shipped("services.tsv.gz").partition("\n\n")
    return [line.split("\t") for line in body.rstrip("\n").split("\n")]


def known() -> Catalogue:
    return catalogue()


def test_every_row_has_nine_columns_and_known_words(rows: list[list[str]]) -> None:
    wrong = [
        row
        for row in rows
        if len(row) != 9
        or not row[0]
        or row[1] in {*KINDS.values(), *STATUSES}
        or row[2] not in KINDS
        or row[4] not in {"", *STATUSES - {"active"}}
        or any(cell != cell.strip() for cell in row)
        or (row[3] and not re.fullmatch(r"(?:http://)?[a-z0-9][a-z0-9-]*\.[!-~]+", row[3]))
        or not re.fullmatch(r"(?:(?:19|20)\d\d(?:-[01]\d(?:-[0-3]\d)?)?)?", row[6])
        or (row[6] and not row[4])
        or not re.fullmatch(r"(?:[a-z-]+(?:,[a-z-]+)*)?", row[7])
        or row[7] == "hand"
    ]
    assert wrong == []


def test_rows_are_sorted_by_name_and_no_name_comes_twice(rows: list[list[str]]) -> None:
    names = [row[0] for row in rows]
    assert names == sorted(names, key=lambda name: (name.casefold(), name))
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_a_successor_is_a_record_and_every_renamed_one_has_it(rows: list[list[str]]) -> None:
    names = {row[0] for row in rows}
    assert [row[0] for row in rows if row[5] and row[5] not in names] == []
    assert [row[0] for row in rows if row[4] == "renamed" and not row[5]] == []
    assert [row[0] for row in rows if row[4] == "active" and row[5]] == []


def test_no_successor_leads_in_a_circle(rows: list[list[str]]) -> None:
    successor = {row[0]: row[5] for row in rows}
    for name in successor:
        seen = []
        while name:
            assert name not in seen
            seen.append(name)
            name = successor[name]


def test_no_spelling_is_a_flag_only_or_said_twice_alike(rows: list[list[str]]) -> None:
    for row in rows:
        items = row[8].split(";") if row[8] else []
        assert len(items) == len(set(items)), row[0]
        assert all(item and parse_spelling(item)[0] == parse_spelling(item)[0].strip() for item in items), row[0]
        assert row[0] not in items, f"{row[0]}: the name itself needs no entry"


def test_a_short_latin_spelling_always_asks_for_a_sign(rows: list[list[str]]) -> None:
    bare = [item for row in rows for item in (row[8].split(";") if row[8] else []) if len(item) == 1 and item.isascii()]
    assert bare == []


def test_every_question_mark_has_its_rule_and_every_rule_a_question_mark(rows: list[list[str]]) -> None:
    marked = {
        parse_spelling(item)[0] for row in rows for item in row[8].split(";") if item and "?" in parse_spelling(item)[1]
    }
    assert marked == set(CUES)


def test_a_tilde_without_words_has_a_vendor_to_look_for(rows: list[list[str]]) -> None:
    assert [row[0] for row in rows for item in row[8].split(";") if item.endswith("~") and not row[1]] == []


def test_every_spelling_is_found_where_it_stands_alone_and_known_by_how_it_begins() -> None:
    table = known()
    missed = [
        spelling
        for spelling in table.spellings()
        if (spelling, 1, 1 + len(spelling)) not in table.occurring(f"\n{spelling}\n", "").spelled
        or not table.names(spelling)
    ]
    assert missed == []


def made(*rows: Row) -> Catalogue:
    return parse(packed(table(rows)), index(rows).encode())


def test_spellings_count_only_where_a_text_has_just_their_letters() -> None:
    table = made(*(Row(name, kind="oss") for name in ("Go", "Go Land", "k9s", "さくら", "リモ")))
    text = "\nGoLand、Go Land、@Go、おさくら、リモート、リモ、k9s、k98\n"
    found = sorted(table.occurring(text, "@").spelled, key=lambda one: one[1:])
    assert [text[start:end] for _, start, end in found] == [spelling for spelling, _, _ in found]
    assert [spelling for spelling, _, _ in found] == ["Go", "Go Land", "さくら", "リモ", "k9s"]


def test_of_many_records_each_is_had_by_its_number() -> None:
    rows = [Row(f"Foo {number}", kind="oss") for number in range(3 * LINES + 1)]
    many = made(*rows)
    assert len(many) == len(rows)
    assert [many.canonical(number) for number in range(len(many))] == [row.name for row in rows]


def test_a_record_is_read_with_all_its_columns() -> None:
    (record,) = known().lookup("NextUI")
    assert record == Record(
        name="NextUI",
        vendor=None,
        kind="oss",
        url=None,
        status="renamed",
        successor="HeroUI",
        since="2025-01",
        sources=("hand", "simple-icons"),
    )
    assert known().lookup("no such thing") == ()


def test_a_small_table_gives_its_spellings_with_flags() -> None:
    table = made(
        Row("Git", kind="oss", url="https://git-scm.com/", names=("git@", "gold^", "gold digger")),
        Row("Go", "Google", "language", names=("Go?", "golang", "gold~au,rush")),
    )
    assert sorted(table.spellings()) == ["Git", "Go", "git", "golang", "gold", "gold digger"]
    assert table.names("git") == (Name(0, "@", ()),)
    assert table.names("golang") == (Name(1, "", ()),)
    assert table.names("gold") == (Name(0, "^", ()), Name(1, "~", ("au", "rush")))
    assert table.names("gola") == table.names("gold d") == table.names("") == ()
    assert table.number("Go") == 1
    assert table.record(0) == Record("Git", None, "oss", "https://git-scm.com/", "active", None, None, ("hand",))


@pytest.mark.parametrize(
    ("written", "spellings"),
    [
        ("blue-kite", ["Blue Kite"]),
        ("BlueKite", ["Blue Kite"]),
        ("blue-kite-3", ["Blue Kite 3"]),
        ("ＢＬＵＥ ＫＩＴＥ", ["Blue Kite"]),
        ("bluekite", []),  # nothing in it says that there are two words
        ("blue", ["BLUE"]),
        ("ki-tes.el", []),
        (".blue", []),
        ("dt4-kite", ["DT4 Kite"]),
        ("dt4kite", ["DT4 Kite"]),
        ("kites.el", ["Kites.el"]),
        ("x-y", ["XY"]),
        ("kite", []),
        ("", []),
    ],
)
def test_spellings_in_other_signs_are_known_by_what_begins_their_words(written: str, spellings: list[str]) -> None:
    names = ("Blue Kite", "Blue Kite 3", "BLUE", "DT4 Kite", "Kites.el", "XY")
    table = made(*(Row(name, kind="oss") for name in names))
    assert list(table.alike(written)) == spellings


def test_folding_keeps_every_offset() -> None:
    assert fold("ＡＷＳの（ｋ８ｓ）、Ｃ＋＋") == "AWSの（k8s）、C++"


@pytest.mark.skipif(not NAMES.exists(), reason="the list of 104 names is not beside the project")
def test_the_hundred_names_are_known_under_their_canonical_name_or_that_of_today() -> None:
    missed = []
    for line in NAMES.read_text(encoding="utf-8").split("\n"):
        if line:
            _, surface, canonical = line.split("|")
            if not any(canonical in (record.name, record.successor) for record in known().lookup(surface)):
                missed.append(line)
    assert missed == []


@pytest.mark.parametrize(
    ("name", "kana"),
    [
        ("Python", "パイソン"),
        ("Redshift", "レッドシフト"),
        ("Amazon Redshift", "アマゾンレッドシフト"),
        ("Athena", "アテナ"),
        ("Amazon Athena", "アマゾンアテナ"),
        ("PostgreSQL", "ポストグレスキューエル"),
        ("Amazon Managed Grafana", None),  # only a part of it is spelt so
        ("Google Sheets", None),  # スプレッドシート is another name
        ("AWS", None),
        ("no such name", None),
    ],
)
def test_the_katakana_spelling_that_sounds_like_a_name_is_its_reading(name, kana):
    assert catalogue().kana(name) == kana


def test_longer_spellings_go_on_with_a_blank_and_the_sign() -> None:
    assert "GitHub Actions" in list(known().longer("GitHub", "A"))
    assert "Amazon S3 Select" in list(known().longer("Amazon S3", "S"))
    assert all(spelling.startswith("GitHub C") for spelling in known().longer("GitHub", "C"))
    assert list(known().longer("Qwertzuiop", "A")) == []
