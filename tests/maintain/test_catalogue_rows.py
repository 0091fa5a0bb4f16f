import pytest

from maintain.catalogue_rows import OVERLAY, Row, combine, gather, merge, read, split_maker, surer, useful


def test_a_later_file_adds_spellings_and_fills_empty_cells() -> None:
    first = Row(
        "AI Platform", "Google", "cloud-service", status="active", names=("Cloud AI Platform",), sources=("hand",)
    )
    later = Row("AI Platform", status="renamed", successor="Vertex AI", since="2021-05", names=("CAIP~",))
    assert merge([("a.tsv:1", first), ("b.tsv:2", later)]) == {
        "AI Platform": Row(
            "AI Platform",
            "Google",
            "cloud-service",
            status="renamed",
            successor="Vertex AI",
            since="2021-05",
            sources=("hand",),
            names=("Cloud AI Platform", "CAIP~"),
        )
    }


def test_two_files_that_disagree_are_an_error_that_names_both_places() -> None:
    placed = [("a.tsv:1", Row("X", "One", "oss")), ("b.tsv:2", Row("X", "Two"))]
    with pytest.raises(ValueError, match=r"b\.tsv:2: vendor of X is 'Two', and 'One' in a\.tsv:1"):
        merge(placed)


def test_a_spelling_with_other_flags_elsewhere_is_an_error_that_names_both_places() -> None:
    placed = [("a.tsv:1", Row("X", kind="oss", names=("ex~",))), ("b.tsv:2", Row("X", names=("ex",)))]
    with pytest.raises(ValueError, match=r"b\.tsv:2: ex of X has other flags in a\.tsv:1"):
        merge(placed)


def test_a_name_that_no_file_gives_a_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"spellings\.tsv:3: no file says of what kind Y is"):
        merge([("spellings.tsv:3", Row("Y", names=("why",)))])


def test_a_line_with_other_columns_or_a_second_time_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"f\.tsv:2: 2 columns, not 8"):
        list(read("# head\nX\toss\n", "f.tsv", OVERLAY))
    line = "X\t\toss\t\t\t\t\tex;eks~\n"
    assert list(read(line, "f.tsv", OVERLAY)) == [
        ("f.tsv:1", Row("X", kind="oss", sources=("hand",), names=("ex", "eks~")))
    ]
    with pytest.raises(ValueError, match=r"f\.tsv:2: X stands in line 1 already"):
        list(read(line * 2, "f.tsv", OVERLAY))


HAND = {
    row.name: row
    for row in (
        Row("BigQuery", "Google", "cloud-service", sources=("hand",)),
        Row("Cloud Tasks", "Google", "cloud-service", sources=("hand",)),
        Row("AWS Backup", "Amazon", "cloud-service", sources=("hand",)),
        Row("Sass", "", "oss", sources=("hand",), names=("SCSS~CSS",)),
    )
}


def witness(*found: Row) -> dict[str, str]:
    return {row.name: ",".join(row.sources) for row in combine(HAND, found)}


def test_what_the_overlay_has_under_any_spelling_only_gains_a_source() -> None:
    mined = [
        Row("Google BigQuery", kind="saas", sources=("icons",)),
        Row("SCSS", kind="language", sources=("linguist",)),
    ]
    assert witness(*mined) == {
        "AWS Backup": "hand",
        "BigQuery": "hand,icons",
        "Cloud Tasks": "hand",
        "Sass": "hand,linguist",
    }


def test_a_maker_before_a_name_is_left_out_only_where_it_is_the_same_one() -> None:
    mined = [
        Row("Azure Backup", "Microsoft", "cloud-service", sources=("azure",)),
        Row("Google Tasks", kind="saas", sources=("icons",)),
        Row("Amazon Backup", sources=("icons",)),
    ]
    assert witness(*mined) == {
        "AWS Backup": "hand,icons",
        "Azure Backup": "azure",
        "BigQuery": "hand",
        "Cloud Tasks": "hand",
        "Google Tasks": "icons",
        "Sass": "hand",
    }
    assert split_maker("Google Cloud Run")[1] == "run"


def test_a_mined_spelling_that_a_person_has_given_to_something_else_is_dropped() -> None:
    mined = [Row("Ruby Sass", kind="oss", sources=("icons",), names=("SCSS", "ruby-sass"))]
    rows = {row.name: row for row in combine({"Sass": HAND["Sass"]}, mined)}
    assert rows["Ruby Sass"].names == ("ruby-sass",)


def test_mined_rows_of_one_name_become_one_with_all_sources() -> None:
    found = [
        Row("numba", sources=("logos",)),
        Row("Numba", kind="oss", sources=("icons",)),
        Row("Numba", kind="language"),
    ]
    assert gather(found) == [Row("Numba", kind="oss", sources=("icons", "logos"))]


def test_a_witness_of_nothing_is_useless() -> None:
    mined = [Row("air-france", sources=("logos",)), Row("bigquery", sources=("logos",)), Row("Numba", kind="oss")]
    assert [row.name for row in useful(HAND, mined)] == ["bigquery", "Numba"]


def test_a_listed_spelling_is_surer_and_one_that_no_row_has_under_a_flag_is_an_error() -> None:
    rows = [Row("Babel", names=("Babel~ES6", "babel@", "Babel.js")), Row("Other", names=("Babel~ES6",))]
    text = "# head\nbabel\tBabel\nBabel\tBabel\n"
    assert surer(rows, text, "alone.txt") == [rows[0]._replace(names=("Babel*~ES6", "babel*@", "Babel.js")), rows[1]]
    with pytest.raises(ValueError, match=r"alone.txt:1: Babel has no Babel.js with ~ or @"):
        surer(rows, "Babel.js\tBabel\n", "alone.txt")
    with pytest.raises(ValueError, match=r"alone.txt:2: Nothing has no x with ~ or @"):
        surer(rows, "\nx\tNothing\n", "alone.txt")
