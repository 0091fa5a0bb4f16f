"""The shipped tables are what the tables of the repository make; no package is needed to tell."""

from maintain.catalogue import DATA, build, shipped
from maintain.catalogue_diff import compared
from maintain.catalogue_index import SHARED, collisions, index, shared, table


def test_the_shipped_tables_are_what_the_hand_made_and_the_mined_ones_make() -> None:
    rows = build()
    assert shipped("services.tsv.gz") == table(rows)
    assert shipped("spellings.tsv") == index(rows)


def test_every_spelling_of_several_records_is_told_apart_by_the_post_and_explained() -> None:
    rows = build()
    assert list(collisions(rows)) == []
    assert set(shared(rows)) == set(SHARED)


def test_the_shipped_tables_stay_small() -> None:
    assert sum((DATA / name).stat().st_size for name in ("services.tsv.gz", "spellings.tsv")) < 1_000_000


def test_versions_differ_in_what_is_gone_and_what_is_called_otherwise() -> None:
    old, new = {"a": "Rome", "b": "Macie", "c": "S3"}, {"a": "Biome", "c": "S3", "d": "New"}
    assert list(compared(old, new)) == ["renamed: Rome -> Biome", "gone: Macie"]
    assert list(compared(old, new, gone=False)) == ["renamed: Rome -> Biome"]
