"""The measure that summaries are judged by, against values worked out by hand."""

import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent / "benchmarks"


@pytest.fixture
def rouge(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import rouge

    yield rouge
    sys.modules.pop("rouge", None)


def test_rouge_is_the_f1_of_shared_words_pairs_and_subsequence(rouge):
    ours, theirs = "表 を 分け て 集計 を 速く する".split(), "集計 を 速く する 方法".split()
    # 8 and 5 words, 4 shared; 7 and 4 pairs, 3 shared; the subsequence is 集計 を 速く する.
    assert rouge.rouge_n(ours, theirs, 1) == pytest.approx(8 / 13)
    assert rouge.rouge_n(ours, theirs, 2) == pytest.approx(6 / 11)
    assert rouge.rouge_l(ours, theirs) == pytest.approx(8 / 13)


def test_a_word_counts_as_often_as_both_have_it_and_order_matters_to_the_subsequence(rouge):
    assert rouge.rouge_n("a a a b".split(), "a a c".split(), 1) == pytest.approx(4 / 7)
    assert rouge.rouge_l("b a".split(), "a b".split()) == 0.5


def test_texts_that_share_nothing_or_are_empty_score_nothing(rouge):
    assert [rouge.rouge_n([], ["a"], 1), rouge.rouge_n(["a"], ["a"], 2), rouge.rouge_l(["a"], ["b"])] == [0, 0, 0]
