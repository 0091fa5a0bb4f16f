from jpkit.extraction.catalogue import Name, parse
from maintain.catalogue_index import collisions, index, packed, shared, table
from maintain.catalogue_rows import Row

ROWS = [
    Row("AWS IAM", "Amazon", "cloud-service", status="active", sources=("hand",), names=("IAM~",)),
    Row("Go", "Google", "language", status="active", sources=("hand", "logos"), names=("Go?", "golang!")),
    Row("Google IAM", "Google", "cloud-service", status="active", sources=("hand",), names=("IAM~GCP,Ｇ",)),
]


def test_tables_that_were_written_are_read_as_they_were_meant() -> None:
    known = parse(packed(table(ROWS)), index(ROWS).encode())
    assert sorted(known.spellings()) == ["AWS IAM", "GOLANG", "Go", "Golang", "Google IAM", "IAM", "golang"]
    assert known.names("IAM") == (Name(0, "~", ()), Name(2, "~", ("GCP", "Ｇ")))
    assert known.names("Go") == (Name(1, "?", ()),)
    assert known.names("GOLANG") == (Name(1, "!", ()),)
    assert [known.record(known.number(row.name)).sources for row in ROWS] == [row.sources for row in ROWS]


def test_a_spelling_of_two_records_needs_a_context_and_an_explanation() -> None:
    assert shared(ROWS) == {"IAM": ("AWS IAM", "Google IAM")}
    assert list(collisions(ROWS)) == []
    free = [Row("A", names=("Foo",)), Row("B", names=("Foo~x", "Bar~x")), Row("C", names=("Bar~y",))]
    assert list(collisions(free)) == [
        "'Foo' may be A or B anywhere: one of them needs ~, = or ?",
        "'Bar' may be B or C: SHARED does not say what tells them apart",
    ]
