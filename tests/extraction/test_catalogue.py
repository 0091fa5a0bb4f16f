import re
from collections import Counter
from pathlib import Path

import pytest

from jpkit.extraction.catalogue import KINDS, STATUSES, Catalogue, Record, catalogue, fold, parse, parse_spelling
from jpkit.extraction.services import CUES

TABLE = Path(__file__).parents[2] / "toolkit" / "jpkit" / "data" / "services.tsv"
NAMES = Path(__file__).parents[3] / "shared" / "services" / "names100.txt"


@pytest.fixture(scope="module")
def rows() -> list[list[str]]:
    text = TABLE.read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]


def known() -> Catalogue:
    return catalogue()


def test_every_row_has_seven_columns_and_known_words(rows: list[list[str]]) -> None:
    wrong = [
        row
        for row in rows
        if len(row) != 7
        or not row[0]
        or row[1] in KINDS | STATUSES
        or row[2] not in KINDS
        or row[4] not in STATUSES
        or any(cell != cell.strip() for cell in row)
        or (row[3] and not re.fullmatch(r"https?://[!-~]+", row[3]))
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
        items = row[6].split(";") if row[6] else []
        assert len(items) == len(set(items)), row[0]
        assert all(item and parse_spelling(item)[0] == parse_spelling(item)[0].strip() for item in items), row[0]
        assert row[0] not in items, f"{row[0]}: the name itself needs no entry"


def test_every_spelling_that_several_records_share_is_told_apart_by_the_post(rows: list[list[str]]) -> None:
    owners: dict[str, set[str]] = {}
    free: dict[str, set[str]] = {}
    for row in rows:
        items = [parse_spelling(item) for item in row[6].split(";") if item]
        if row[0] not in {spelling for spelling, _, _ in items}:
            items.append((row[0], "", ()))
        for spelling, flags, _ in items:
            owners.setdefault(spelling, set()).add(row[0])
            if not set(flags) & set("~=?"):
                free.setdefault(spelling, set()).add(row[0])
    shared = {spelling: names for spelling, names in owners.items() if len(names) > 1}
    assert shared == {
        "API Gateway": {"Amazon API Gateway", "Google Cloud API Gateway"},
        "CloudShell": {"AWS CloudShell", "Cloud Shell"},
        "Composer": {"Cloud Composer", "Composer"},
        "Copilot": {"GitHub Copilot", "Microsoft Copilot"},
        "IAM": {"AWS Identity and Access Management", "Google Cloud IAM"},
        "KMS": {"AWS KMS", "Cloud Key Management Service"},
    }
    assert [spelling for spelling in shared if spelling in free] == []


def test_a_short_latin_spelling_always_asks_for_a_sign(rows: list[list[str]]) -> None:
    bare = [item for row in rows for item in (row[6].split(";") if row[6] else []) if len(item) == 1 and item.isascii()]
    assert bare == []


def test_every_question_mark_has_its_rule_and_every_rule_a_question_mark(rows: list[list[str]]) -> None:
    marked = {
        parse_spelling(item)[0] for row in rows for item in row[6].split(";") if item and "?" in parse_spelling(item)[1]
    }
    assert marked == set(CUES)


def test_a_tilde_without_words_has_a_vendor_to_look_for(rows: list[list[str]]) -> None:
    assert [row[0] for row in rows for item in row[6].split(";") if item.endswith("~") and not row[1]] == []


def test_the_automaton_finds_every_spelling_in_itself() -> None:
    table = known()
    missed = []
    for spelling in table.spellings:
        text = fold(spelling)
        found = {
            table.spellings[number]
            for number, start, end in table.automaton.find_matches_as_indexes(text, overlapping=True)
            if (start, end) == (0, len(text))
        }
        if not any(fold(other) == text for other in found):
            missed.append(spelling)
    assert missed == []


def test_a_record_is_read_with_all_its_columns() -> None:
    assert known().lookup("AI Platform") == (
        Record(
            name="AI Platform",
            vendor="Google",
            kind="cloud-service",
            url="https://cloud.google.com/ai-platform",
            status="renamed",
            successor="Vertex AI",
        ),
    )
    assert known().lookup("no such thing") == ()


def test_a_small_table_gives_its_spellings_with_flags() -> None:
    table = parse("# head\nGit\t\toss\t\tactive\t\tgit@\nGo\tGoogle\tlanguage\t\tactive\t\tGo?;golang!\n")
    assert table.spellings == ("git", "Git", "Go", "golang", "GOLANG", "Golang")
    assert [(name.record, name.flags) for name in table.names("git")] == [(0, "@")]
    assert [(name.record, name.flags) for name in table.names("Golang")] == [(1, "!")]


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
        ("Amazon Redshift", None),  # only a part of it is spelt so
        ("Google Sheets", None),  # スプレッドシート is another name
        ("AWS", None),
        ("no such name", None),
    ],
)
def test_the_katakana_spelling_that_sounds_like_a_name_is_its_reading(name, kana):
    assert catalogue().kana(name) == kana
