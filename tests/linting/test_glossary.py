"""Which entries pages are held to, and where a Japanese text has their names."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.extraction.model import Entry, Evidence, Extraction
from jpkit.linting import glossary as glossary_module
from jpkit.linting.glossary import Glossary, Spelling, Term, japanese_names, read
from jpkit.write import glossary_files

HERE = ("a.md", 1)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def entry(ja: str, en: str, *variants: str, how: str | None = None, score: float | None = None, kind: str = "term"):
    evidence = (Evidence(how, HERE, HERE),) if how else ()
    return Entry(en, ja, en, None, kind, variants, translation_score=score, evidence=evidence)


def held(*entries: Entry, own: bool = False) -> Glossary:
    ((name, data),) = glossary_files("json", Extraction((), entries))
    Path(name).write_bytes(data)
    glossary_module._read.cache_clear()
    return read(name, own=own)


ALL = (
    entry("サーバー", "server", how="aligned", score=0.9),
    entry("索引", "index", how="parenthesis", score=0.95),
    entry("弱い", "weak", how="aligned", score=0.89),
    entry("群", "group", how="synonym", score=1.0),
    entry("著者", "author", how="author", score=0.1),
    entry("無根", "bare"),
)


def test_of_what_jpkit_found_only_the_sure_entries_hold():
    assert [term.en for term in held(*ALL).terms] == ["server", "index", "author"]


def test_of_what_the_author_names_all_hold_but_what_jpkit_itself_doubts():
    assert [term.en for term in held(*ALL, own=True).terms] == ["server", "index", "author", "bare"]


def test_of_what_jpkit_found_in_one_language_only_services_hold():
    guessed = entry(None, "Microservices")._replace(posts=("en/a.md",))
    service = entry("Kubernetes", "Kubernetes")._replace(posts=("en/a.md",), kind="service")
    assert [term.en for term in held(guessed, service, own=True).terms] == ["Kubernetes"]


def test_a_term_knows_its_place_and_who_vouches_for_it():
    found = held(ALL[0], ALL[4])
    assert found.terms == (
        Term("サーバー", "server", "glossary.json:4"),
        Term("著者", "author", "glossary.json:5", own=True),
    )


def test_of_what_was_only_found_other_spellings_are_replaced_and_other_words_are_not():
    words = ("サーバ", "サーヴァー", "サー・バー", "給仕")
    server = entry("サーバー", "server", *words, how="aligned", score=0.9)
    assert held(server).variants == {"サーバ", "サー・バー"}
    estimate = entry("見積もり", "estimate", "見積り", "見積", "見込み", how="aligned", score=0.9)
    assert held(estimate).variants == {"見積り", "見積"}


def test_of_the_authors_own_terms_all_variants_are_replaced_and_of_services_no_other_names():
    assert held(entry("サーバー", "server", "給仕", "SV"), own=True).variants == {"給仕"}
    sheets = entry("スプレッドシート", "Google Sheets", "グーグル表計算", "スプレッド・シート", kind="service")
    assert held(sheets, own=True).variants == {"スプレッド・シート"}


def test_what_is_a_name_itself_or_a_variant_of_two_is_no_variant():
    taken = (entry("索引", "index", "目次", "見出し"), entry("目次", "contents"), entry("表題", "title", "見出し"))
    assert held(*taken, own=True).variants == frozenset()


def test_capitals_mean_something_unless_every_word_has_them():
    assert held(entry("甲", "service mesh"), entry("乙", "Kubernetes"), own=True).deliberate
    assert not held(entry("甲", "Service Mesh"), entry("乙", "Cluster"), entry("丙", "node"), own=True).deliberate


def marked(text: str, glossary: Glossary) -> str:
    """The text with «variants» and names in [brackets]."""
    done, shown = 0, ""
    for at, (name, term) in japanese_names(text, glossary):
        shown += text[done:at] + (f"«{name}»" if term else f"[{name}]")
        done = at + len(name)
    return shown + text[done:]


SERVERS = (
    entry("サーバー", "server", "サーバ"),
    entry("クラスター", "cluster", "クラスタ"),
    entry("見積もり", "estimate", "見積り", "見積"),
    entry("とりまとめ", "summary", "とり纏め"),
    entry("クラスタ分析", "cluster analysis"),
    entry("利用者", "user", "使用者"),
)


@pytest.mark.parametrize(
    "text",
    [
        "«サーバ»と[サーバー]、«サーバ»。",
        "クラスタリングと«クラスタ»管理と[クラスタ分析]",
        "サーバレス、サーバーレス、Web«サーバ»",
        "[見積もり]と«見積り»、見積もる、見積る、見積書、再見積、«見積»を出す",
        "«使用者»は[利用者]、再利用者、使用者数",
        "これを«とり纏め»た、ひとり纏めた",
        "https\ufffcサーバ",
        "𠮷«サーバ»\u2028«サーバ»",
        "",
        "サ",
    ],
)
def test_a_name_is_whole_where_the_script_changes(text):
    plain = text.translate(str.maketrans("", "", "«»[]"))
    assert marked(plain, held(*SERVERS, own=True)) == text


@given(
    st.lists(st.text("アイー漢字のa", min_size=2, max_size=4), unique=True), st.text("アイー漢字のa𠮷。", max_size=30)
)
def test_every_reported_name_stands_where_it_is_said_to_and_none_overlaps(names: list[str], text: str):
    spellings = [Spelling(name, None) for name in names]
    found = Glossary((), glossary_module._by_start(spellings), frozenset(), True)
    done = 0
    for at, (name, _) in japanese_names(text, found):
        assert at >= done
        assert text.startswith(name, at)
        done = at + len(name)
