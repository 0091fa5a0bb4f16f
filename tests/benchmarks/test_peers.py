from math import log, log2

import pytest
from corpora import Page
from peers import baselines, c_value, compounds, flr, ranked, tf_idf, title_first

from jpkit.document import Block
from jpkit.source import Source


def page(*texts: str, half: str = "test") -> Page:
    """A page with a title and paragraphs."""
    kinds = ("title", *["paragraph"] * (len(texts) - 1))
    blocks = tuple(Block(kind, text, ()) for kind, text in zip(kinds, texts, strict=True))
    return Page("blog", half, Source("a.md", ""), blocks, frozenset())


def test_compounds_are_the_longest_runs_of_nouns_and_their_suffixes() -> None:
    assert compounds(page("形態素解析器", "言語データ処理を学ぶ。言語")) == [
        ("形態素", "解析", "器"),
        ("言語", "データ", "処理"),
        ("言語",),
    ]


def test_c_value_takes_off_what_stands_in_longer_terms() -> None:
    # 言語 stands four times: alone once, in 自然言語 and 自然言語処理. By hand:
    # 自然言語処理 twice, in nothing longer: log2(4) * 2.
    # 自然言語 three times, in one longer term, twice: log2(3) * (3 - 2).
    # 言語処理 twice, in one longer term, twice: 0; so are 処理 (in 言語処理 and 自然言語処理) and the rest by half.
    runs = [("自然", "言語", "処理")] * 2 + [("自然", "言語"), ("言語",)]
    assert c_value(runs) == pytest.approx(
        {
            "自然言語処理": log2(4) * 2,
            "自然言語": log2(3) * (3 - 2),
            "言語処理": log2(3) * (2 - 2),
            "自然": log2(2) * (3 - (3 + 2) / 2),
            "言語": log2(2) * (4 - (3 + 2 + 2) / 3),
            "処理": log2(2) * (2 - (2 + 2) / 2),
        }
    )


def test_flr_is_the_frequency_times_the_mean_of_the_neighbours_of_its_words() -> None:
    # 情報 has a neighbour to the right three times, 検索 one to the left twice and one to the right once.
    runs = [("情報", "検索"), ("情報", "検索", "技術"), ("情報", "技術"), ("検索",), ("検索",)]
    assert flr(runs) == pytest.approx(
        {
            "情報検索": 1 * ((0 + 1) * (3 + 1) * (2 + 1) * (1 + 1)) ** (1 / 4),
            "情報検索技術": 1 * ((0 + 1) * (3 + 1) * (2 + 1) * (1 + 1) * (2 + 1) * (0 + 1)) ** (1 / 6),
            "情報技術": 1 * ((0 + 1) * (3 + 1) * (2 + 1) * (0 + 1)) ** (1 / 4),
            "検索": 2 * ((2 + 1) * (1 + 1)) ** (1 / 2),
        }
    )


def test_tf_idf_is_the_frequency_times_the_rarity_and_folds_spellings() -> None:
    assert tf_idf(["Redis", "redis", "表"], {"表": 0.5}, 0.1) == {"redis": -2 * log(0.1), "表": -log(0.5)}


def test_the_highest_score_comes_first_and_equal_ones_stay_in_order() -> None:
    assert ranked({"a": 1.0, "b": 2.0, "c": 1.0}) == ["b", "a", "c"]


def test_terms_of_the_title_come_first_in_their_own_order() -> None:
    assert title_first(page("Node.jsの性能", "…"), ["速度", "性能", "・", "NodeJS"]) == ["性能", "NodeJS", "速度", "・"]


def test_shares_are_those_of_the_development_half_alone() -> None:
    pages = [page("表", "表", half="dev"), page("表", "木", half="dev"), page("木と表", "木と表と石")]
    assert baselines(pages)["TF-IDF, nouns"](pages[-1]) == ["木", "石", "表"]
