import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.document import Block
from jpkit.extraction.abbreviations import find_abbreviations
from jpkit.source import Piece


def block(text: str) -> Block:
    return Block("paragraph", text, (Piece(0, 0, len(text), len(text)),))


def bindings(*texts: str) -> list[tuple[str, str]]:
    return [(found.short, found.long) for found in find_abbreviations([block(text) for text in texts])]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Machine Learning Engineer（MLE）を受けた", "MLE", "Machine Learning Engineer"),
        ("Google Cloud Storage（以下、GCS）に置く", "GCS", "Google Cloud Storage"),
        ("「Google Apps Script」（以下「GAS」と略す）", "GAS", "Google Apps Script"),
        ("Google Apps Script (hereafter GAS) is", "GAS", "Google Apps Script"),
        ("SRE（Site Reliability Engineering）とは", "SRE", "Site Reliability Engineering"),
        ("サイト信頼性エンジニアリング（Site Reliability Engineering、SRE）", "SRE", "Site Reliability Engineering"),
        ("our Service Level Objective (SLO) is", "SLO", "Service Level Objective"),
        ("we practise continuous integration (CI) here", "CI", "continuous integration"),
        ("機械学習エンジニア（以下、MLE）になる", "MLE", "機械学習エンジニア"),
        ("Kubernetes（以下、クーベ）を触る", "クーベ", "Kubernetes"),
        ("JavaScript(JS)で書く", "JS", "JavaScript"),
        ("AWS Certified Data Engineer – Associate（以下、DEA）", "DEA", "Data Engineer – Associate"),
        ("Data Engineer - Associate (DEA)", "DEA", "Data Engineer - Associate"),
        ("for end-to-end task-oriented dialogue systems (EToDs)", "EToDs", "end-to-end task-oriented dialogue systems"),
        ("a powerful cell-cell communication (CCC)", "CCC", "cell-cell communication"),
        ("read the manual – Site Reliability Engineering (SRE)", "SRE", "Site Reliability Engineering"),
        ("ＳＲＥ（Site Reliability Engineering）", "SRE", "Site Reliability Engineering"),
    ],
)
def test_a_stated_abbreviation_is_bound_to_its_long_form(text: str, short: str, long: str) -> None:
    (found,) = find_abbreviations([block(text)])
    assert (found.short, found.long, text[found.start : found.end]) == (short, long, long)


@pytest.mark.parametrize(
    "text",
    [
        "Docker（OSS）を使う",
        "東京（TYO）へ",
        "グループポリシー（ADMX、ADM）",
        "料金（USD）は",
        "次の章（後述）",
        "()（）(A)",
    ],
)
def test_parentheses_that_spell_nothing_bind_nothing(text: str) -> None:
    assert bindings(text) == []


def test_capitals_are_the_initials_of_a_name_elsewhere_in_the_post() -> None:
    assert bindings("Professional Machine Learning Engineerを受験", "MLEは30% OFFだった") == [
        ("MLE", "Machine Learning Engineer")
    ]


def test_two_capitals_need_the_whole_name_twice() -> None:
    assert bindings("Press Ctrlと押す", "PRを出す") == []
    assert bindings("Pull Requestを出す", "PRを見る") == []
    assert bindings("Pull Requestを出す", "Pull Requestを待つ", "PRを見る") == [("PR", "Pull Request")]
    assert bindings("Nice Pull Request", "Nice Pull Request", "PRを見る") == []


def test_what_the_text_states_comes_before_what_initials_suggest() -> None:
    assert bindings("Many Little Elephants", "Machine Learning Engineer（MLE）") == [
        ("MLE", "Machine Learning Engineer")
    ]


def test_a_name_that_is_bound_whole_has_no_short_form_for_a_part() -> None:
    assert bindings("Network News Transfer Protocol (NNTP)を使う", "NTPで合わせる") == [
        ("NNTP", "Network News Transfer Protocol")
    ]


def test_words_with_a_fixed_meaning_are_not_explained_by_initials() -> None:
    assert bindings("Cool Small Shopで", "CSSを書く") == []


_PIECES = """
（ ） ( ) 以下、 MLE Machine Learning Engineer 機械学習 エンジニア 、 と呼ぶ 「 」 SRE 𠮷 👩‍💻 a -
"""
ANYTHING = st.lists(st.sampled_from([*_PIECES.split(), " ", "\u2028", "\0"]), max_size=14).map("".join)


@given(st.lists(ANYTHING, max_size=3))
def test_the_long_form_stands_where_the_binding_says(texts: list[str]) -> None:
    blocks = [block(text) for text in texts]
    for found in find_abbreviations(blocks):
        assert texts[found.block][found.start : found.end] == found.long
