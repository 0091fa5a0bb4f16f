"""One post from bytes to result: whatever is in the file, every place points at what it reports."""

import pickle
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import Place, PostResult, Unreadable
from jpkit.extraction.options import ExtractOptions
from jpkit.extraction.pipeline import combine, extract_post

OPTIONS = ExtractOptions()


def read(text: str) -> PostResult:
    result = extract_post("post.md", text.encode(), OPTIONS)
    assert isinstance(result, PostResult)
    return result


def at(text: str, place: Place) -> str:
    """The text between two positions as an editor counts them: lines end at a line feed, a BOM has no width."""
    lines = text.removeprefix("\ufeff").split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return text.removeprefix("\ufeff")[
        starts[place.line - 1] + place.column - 1 : starts[place.end_line - 1] + place.end_column - 1
    ]


def shows(source: str, surface: str) -> bool:
    """Does the source say the surface, with nothing but markup between its characters?"""
    source, surface = (unicodedata.normalize("NFC", text) for text in (source, surface))
    if source == surface:
        return True
    rest = iter(source)
    return bool(source) and source[-1] == surface[-1] and all(character in rest for character in surface)


POST = """---
title: "GCPの\\"機械学習\\"入門"
---
**機械**学習を`fit`関数とBigQuery MLで。Google Cloud Storage（以下、GCS）に置く。

GCSとは、
オブジェクトストレージである。
"""


def test_places_lead_into_the_title_of_the_front_matter_behind_its_escapes():
    result = read(POST)
    (learning,) = [term for term in result.terms if term.term == "機械学習"]
    assert [at(POST, place) for place in learning.places] == ["機械学習", "機械**学習"]


def test_services_abbreviations_definitions_and_summary_come_from_one_reading():
    result = read(POST)
    assert {service.name for service in result.services} == {"Google Cloud", "BigQuery ML", "Google Cloud Storage"}
    assert [(a.short, a.long) for a in result.abbreviations] == [("GCS", "Google Cloud Storage")]
    assert [(d.term, d.text) for d in result.definitions] == [("GCS", "GCSとは、オブジェクトストレージである。")]
    assert result.summary.text


PAPER = """---
title: 索引の作り方
abstract: >
  **転置**索引とは、
  語から文書を引くための表である。

  本稿は転置索引を小さくする。
---
"""


def test_a_publication_without_a_body_is_read_by_its_abstract():
    result = read(PAPER)
    (index,) = [term for term in result.terms if term.term == "転置索引"]
    assert [at(PAPER, place) for place in index.places] == ["転置**索引", "転置索引"]
    assert [(one.term, one.text) for one in result.definitions] == [
        ("転置索引", "転置索引とは、語から文書を引くための表である。")
    ]
    assert result.summary.text.endswith("本稿は転置索引を小さくする。")


def test_one_latin_word_below_an_image_is_no_term():
    assert [term.term for term in read("配線を直した。\n\n![good](a.png)\n\n![配線図](b.png)\n").terms] == [
        "配線",
        "配線図",
    ]


def test_a_table_of_contents_says_nothing_twice():
    result = read("- [索引の作成](#索引の作成)\n- [検索](#検索)は速い\n\n# 索引の作成\n\n索引を作成する。\n")
    assert {term.term: [place.line for place in term.places] for term in result.terms}["索引"] == [4, 6]


def test_everyday_words_do_not_fill_up_the_terms_of_a_short_post():
    result = read(
        "# 索引\n\n索引は転置索引、トークン、データベース、SQL、ハッシュ表です。\n\n設定と確認と作業を準備します。\n"
    )
    assert {"作業", "準備"} & {term.term for term in result.terms} == set()
    assert {"作業", "準備"} <= {surface for _, surface, _ in result.others}


def test_the_long_form_of_a_short_form_is_one_term_wherever_it_stands():
    name = "Common Vulnerabilities and Exposures"
    text = f"脆弱性に付けられる識別子の{name}（以下、CVE）を調べた。\n\n世界中で同じものを使う{name}は便利だ。\n"
    found = {term.term: term.count for term in read(text).terms}
    assert {term: count for term, count in found.items() if term.isascii()} == {"CVE": 1, name: 2}


def test_a_result_pickles():
    assert pickle.loads(pickle.dumps(read(POST))) == read(POST)


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        ("日本語のページです".encode("cp932"), 1, "Shift_JIS"),
        ("日本語のページです".encode("euc_jp"), 1, "EUC-JP"),
        ("日本語".encode("utf-16"), 1, "UTF-16"),
        (b"---\ntitle: a: b\n---\n", 2, "a: b"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_place(data, line, says):
    result = extract_post("post.md", data, OPTIONS)
    assert isinstance(result, Unreadable)
    assert (result.path, result.line) == ("post.md", line)
    assert says in result.message


@pytest.mark.parametrize("text", ["", "\ufeff", "---\n---\n", "---\ntitle: 題\n---\n", "\n\n", "![](a.png)"])
def test_a_post_without_prose_gives_an_empty_result(text):
    result = read(text)
    assert (result.services, result.summary.text, result.definitions) == ((), "", ())


def test_the_order_of_the_posts_does_not_matter():
    results = [
        extract_post(f"{n}.md", text.encode(), OPTIONS) for n, text in enumerate([POST, "# SLO\n", "GCSを使う。"])
    ]
    assert combine(results) == combine(results[::-1])


def test_an_english_post_has_english_terms_and_needs_no_dictionary():
    result = read(
        "# Service mesh\n\nA service mesh is a layer for traffic between services. The service mesh is new.\n"
    )
    assert (result.lang, result.terms[0].term, result.terms[0].count) == ("en", "service mesh", 3)


SNIPPETS = [
    "機械学習", "データ", "サーバー", "ｻｰﾊﾞｰ", "GCP", "ＢｉｇＱｕｅｒｙ", "Tensorflow", "Google Cloud Storage",
    "（以下、GCS）", "GCS", "とは、", "である。", "を使う。", "の", "𠮷野家", "👨‍👩‍👧", "か\u3099き",
    "\u2028", "\u0085", "\x00", "\r\n", "\n", "\n\n", "  \n", "# ", "- ", "> ", "`", "**", "~~", "|", "|--|\n",
    "[", "](https://a.b/c)", "<b>", "&amp;", "\\", "$", "{{< a >}}", "https://a.b/c", "[^1]: ", " ",
    "The service mesh is ",
]  # fmt: skip
bodies = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=3), max_size=30).map("".join)
titles = st.lists(st.sampled_from(["機械学習", "GCP", '\\"', "\\u3042", "\\t", "と", " ", "𠮷"]), max_size=6).map(
    "".join
)


@settings(max_examples=300, deadline=None)
@given(title=titles, body=bodies, bom=st.sampled_from(["", "\ufeff"]), newline=st.sampled_from(["\n", "\r\n"]))
def test_every_place_points_at_the_surface_that_is_reported(title, body, bom, newline):
    text = f'{bom}---\ntitle: "{title}"\n---\n'.replace("\n", newline) + body
    result = read(text)
    for term in result.terms:
        for place in term.places:
            written = at(text, place)
            assert (
                term_key(unicodedata.normalize("NFC", written)) == term.key
                or shows(written, term.term)
                or _varies(written)
                or _is_plural(written, term.term)
            )
    for service in result.services:
        for place in service.places:
            written = at(text, place)
            # Code over the lines of a quote or a table is one place as a whole.
            whole = written.startswith("`") and "\n" in written
            assert whole or any(shows(written, surface) for surface in service.surfaces)
    for sentence in result.summary.sentences:
        assert at(text, Place(sentence.line, sentence.column, sentence.line, sentence.column + 1)) or sentence.line


def _is_plural(written: str, citation: str) -> bool:
    """English terms are shown in the singular."""
    return written.casefold() in [f"{citation.casefold()}{ending}" for ending in ("s", "es")]


def _varies(written: str) -> bool:
    """Markup inside another spelling of the term: neither the key nor the spelling shown can be compared."""
    return any(sign in written for sign in "*~`[]<>&\\\n\r|$")
