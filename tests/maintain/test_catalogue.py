"""The shipped tables are what the tables of the repository make; no package is needed to tell."""

from maintain.catalogue import DATA, build, shipped
from maintain.catalogue_diff import compared
from maintain.catalogue_index import SHARED, collisions, index, shared, table
from maintain.catalogue_rows import fold

# Two products each: what tells them apart, beside their capitals and signs, is who makes them.
ALIKE = """
    AMP/Amp, Arrow/arrow, ASDF/asdf, Daemon Tools/daemontools, e-Stat API/estatapi, EasyDict/Easydict,
    emacs-wiki/EmacsWiki, Exa/exa, f.lux/Flux, Firebase Analytics/firebase_analytics,
    Firebase Crashlytics/firebase_crashlytics, gh-ost/Ghost, Git Flow/git-flow, GO/Go, GRAPE/Grape, Hyper/hyper,
    Hypothes.is/Hypothesis, Jedit/jEdit, Json.NET/Jsonnet, KiTTY/kitty, lab.js/LABjs, Live Server/live-server,
    LoopBack/Loopback, Markdown Preview Plus/markdown-preview-plus, NIMBLE/Nimble, node-canvas/NodeCanvas,
    ORMLite/OrmLite, PageDown/pagedown, PartyKit/partykit, Pest/pest, PLINK/plink, REST Client/rest-client,
    ReText/retext, SATORI/Satori, SciTE/scite, SEIL/Seil, seti-ui/Seti_UI, Shift AST/shift-ast, Skim/skim,
    Slick/slick, SQLx/sqlx, SQUID/Squid, Stringer/stringer, swift-format/SwiftFormat, Tween.js/TweenJS,
    Twitter/twitteR, Twitter API/TwitterAPI, undo-tree/undotree, Virtual DOM/virtual-dom, Zuul/zuul
"""


def test_the_shipped_tables_are_what_the_hand_made_and_the_mined_ones_make() -> None:
    rows = build()
    assert shipped("services.tsv.gz") == table(rows)
    assert shipped("spellings.tsv") == index(rows)


def test_every_spelling_of_several_records_is_told_apart_by_the_post_and_explained() -> None:
    rows = build()
    assert list(collisions(rows)) == []
    assert set(shared(rows)) == set(SHARED)


def test_records_whose_names_differ_in_capitals_and_signs_alone_are_two_products() -> None:
    names: dict[str, list[str]] = {}
    for row in build():
        names.setdefault(fold(row.name), []).append(row.name)
    assert {"/".join(alike) for alike in names.values() if len(alike) > 1} == {*" ".join(ALIKE.split()).split(", ")}


def test_the_shipped_tables_stay_small() -> None:
    assert sum((DATA / name).stat().st_size for name in ("services.tsv.gz", "spellings.tsv")) < 1_000_000


def test_versions_differ_in_what_is_gone_and_what_is_called_otherwise() -> None:
    old, new = {"a": "Rome", "b": "Macie", "c": "S3"}, {"a": "Biome", "c": "S3", "d": "New"}
    assert list(compared(old, new)) == ["renamed: Rome -> Biome", "gone: Macie"]
    assert list(compared(old, new, gone=False)) == ["renamed: Rome -> Biome"]
