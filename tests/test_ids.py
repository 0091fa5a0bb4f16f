"""Ids of entries: each its own, and the same from run to run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.extraction.model import Entry, Evidence, Extraction
from jpkit.ids import read_ids, slug, with_ids
from jpkit.write.json import glossary


def entry(ja: str | None, en: str | None = None, *, id: str = "", kind: str = "term", count: int = 1) -> Entry:
    return Entry(id, ja, en, None, kind, count=count)


def ids(
    entries: list[Entry], earlier: list[Entry] | tuple[Entry, ...] = ()
) -> dict[str, tuple[str | None, str | None]]:
    return {one.id: (one.ja, one.en) for one in with_ids(entries, earlier)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Service Mesh", "service-mesh"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("CI/CD", "ci-cd"),
        ("ＧＣＰ", "gcp"),
        ("不均衡データ", "不均衡データ"),
        ("../../etc", "etc"),
        ("…", "entry"),
    ],
)
def test_a_name_gives_a_slug(name: str, expected: str):
    assert slug(name) == expected


def test_an_id_is_made_of_the_english_name_or_else_of_the_japanese():
    assert list(ids([entry("サービスメッシュ", "service mesh"), entry("不均衡データ"), entry(None, "GKE")])) == [
        "gke",
        "service-mesh",
        "不均衡データ",
    ]


def test_names_with_one_slug_are_numbered_behind_whoever_is_called_so_itself():
    assert ids([entry(None, "C"), entry(None, "C."), entry(None, "C 2"), entry(None, "c!")]) == {
        "c": (None, "C"),
        "c-2": (None, "C 2"),
        "c-3": (None, "C."),
        "c-4": (None, "c!"),
    }


def test_an_entry_that_gets_an_english_name_keeps_its_id():
    earlier = [entry("サービスメッシュ", id="サービスメッシュ")]
    assert ids([entry("サービスメッシュ", "service mesh")], earlier) == {
        "サービスメッシュ": ("サービスメッシュ", "service mesh")
    }


def test_an_entry_that_gets_a_japanese_name_keeps_its_id():
    assert ids([entry("網", "mesh")], [entry(None, "Mesh", id="mesh-7")]) == {"mesh-7": ("網", "mesh")}


def test_an_entry_that_becomes_a_service_keeps_its_id():
    earlier = [entry("dbt", "dbt", id="dbt-old")]
    assert list(ids([entry("dbt", "dbt", kind="service")], earlier)) == ["dbt-old"]


def test_another_spelling_is_the_same_entry():
    earlier = [entry("サーバ", "server", id="server"), entry(None, "Node JS", id="node-js")]
    assert ids([entry("サーバー", "servers"), entry(None, "Node.js")], earlier) == {
        "server": ("サーバー", "servers"),
        "node-js": (None, "Node.js"),
    }


def test_a_new_entry_with_the_same_slug_shifts_nobody():
    earlier = with_ids([entry("基盤", "platform"), entry("足場", "platform")])
    assert ids([entry("台", "platform"), *(one._replace(id="") for one in earlier)], earlier) == {
        "platform": ("基盤", "platform"),
        "platform-2": ("足場", "platform"),
        "platform-3": ("台", "platform"),
    }


def test_the_japanese_name_says_more_than_the_english():
    earlier = [entry("可用", "available", id="available"), entry("利用可能", "available", id="available-2")]
    assert ids([entry("利用可能", "available")], earlier) == {"available-2": ("利用可能", "available")}


def test_the_id_of_what_has_gone_is_not_given_to_another_at_once():
    gone = entry("囲碁", "Go", id="go")
    assert ids([entry("Go言語", "Go!")], [gone]) == {"go-2": ("Go言語", "Go!")}
    assert ids([entry("Go言語", "Go!")], []) == {"go": ("Go言語", "Go!")}


def test_two_entries_that_become_one_keep_the_id_of_the_japanese():
    earlier = [entry("網", id="網"), entry(None, "mesh", id="mesh")]
    assert list(ids([entry("網", "mesh")], earlier)) == ["網"]


def test_an_entry_that_the_author_has_named_keeps_its_id():
    named = entry("羊", "sheep", id="goat")._replace(evidence=(Evidence("author", ("a.toml", 1), ("a.toml", 1)),))
    assert list(ids([entry("山羊", "goat")], [named])) == ["goat"]


def test_what_a_person_has_made_of_an_id_is_not_kept_where_no_file_could_have_that_name():
    earlier = [entry("網", "mesh", id="../../mesh"), entry("台", "platform", id="Platform"), entry("語", id="")]
    assert list(ids([entry("網", "mesh"), entry("台", "platform"), entry("語")], earlier)) == [
        "mesh",
        "platform",
        "語",
    ]


NAMES = st.none() | st.sampled_from(["網", "サーバ", "サーバー", "C", "C 2", "c!", "mesh", "Mesh", "…", "C-2"])
ENTRIES = st.lists(
    st.builds(entry, NAMES, NAMES, kind=st.sampled_from(["term", "service"]))
    .filter(lambda one: bool(one.ja or one.en)),
    max_size=8,
)  # fmt: skip


@given(ENTRIES)
def test_every_entry_has_an_id_of_its_own_and_the_next_run_gives_it_again(entries: list[Entry]):
    first = with_ids(entries)
    assert len({one.id for one in first}) == len(entries)
    assert [one.id for one in first] == sorted(one.id for one in first)
    assert with_ids(entries, first) == first
    assert with_ids(entries[::-1], first[::-1]) == first


@given(ENTRIES, ENTRIES)
def test_who_stays_unchanged_keeps_the_id_whoever_comes(before: list[Entry], new: list[Entry]):
    first = with_ids(before)
    after = with_ids([*new, *before], first)
    assert len({one.id for one in after}) == len(before) + len(new)
    assert {one.id for one in first} <= {one.id for one in after}
    for one in first:
        same = [other.id for other in after if (other.kind, other.ja, other.en) == (one.kind, one.ja, one.en)]
        assert one.id in same


def test_of_a_glossary_in_json_ids_and_names_are_read():
    author, parenthesis = ((Evidence(how, ("a.md", 1), ("a.md", 1)),) for how in ("author", "parenthesis"))
    entries = (
        entry("羊", "sheep", id="goat")._replace(evidence=author, translation_score=1.0),
        entry("網", "mesh", id="mesh", kind="service")._replace(evidence=parenthesis, translation_score=0.9),
        entry(None, "語", id="語"),
    )
    data = glossary(Extraction((), entries))
    assert [(one.id, one.ja, one.en, one.kind, [by.how for by in one.evidence]) for one in read_ids(data)] == [
        ("goat", "羊", "sheep", "term", ["author"]),
        ("mesh", "網", "mesh", "service", []),
        ("語", None, "語", "term", []),
    ]
    assert len(read_ids(b"\xef\xbb\xbf" + data)) == 3


def test_what_a_person_has_added_or_changed_in_the_json_leaves_the_other_ids():
    data = """{"glossary": [1, {"ja": "猫", "en": "cat"}, {"id": "a"}, {"id": 2, "ja": "犬"}, {"id": "b", "ja": ["鳥"]},
        {"id": "x", "ja": "狐", "translation": "sure"}, {"id": "goat", "ja": "羊", "en": null, "kind": null}]}"""
    assert read_ids(data.encode()) == [entry("狐", id="x", count=0), entry("羊", id="goat", count=0)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 99_999,
        b'{"glossary": 1}',
        b'{"glossary": [1]}',
        b'{"glossary": [{"id": "a"}]}',
    ],
)
def test_of_what_is_no_glossary_nothing_is_read(data: bytes):
    assert read_ids(data) == []
