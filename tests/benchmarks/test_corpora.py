import pytest
from corpora import MEASURES, bootstrap, fold, measure


def gold(*terms: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(term.split("/")) for term in terms)


def test_measures_are_recall_at_three_sizes_reciprocal_rank_and_precision_at_ten() -> None:
    terms = ["a", "b", "c", "機械学習", "d", "e", "f", "gke", *"ghijklmnop", "rust", "q", "r"]
    right = gold("機械学習", "gke", "rust", "never")
    assert dict(zip(MEASURES, measure(terms, right), strict=True)) == {
        "R@5": 1 / 4,
        "R@10": 2 / 4,
        "R@20": 3 / 4,
        "MRR": 1 / 4,
        "P@10": 2 / 10,
    }


def test_what_is_found_too_late_or_never_counts_nothing() -> None:
    assert measure(["a"], gold("b")) == (0, 0, 0, 0, 0)
    assert measure([], gold("b")) == (0, 0, 0, 0, 0)


def test_a_second_spelling_of_a_term_takes_no_place_and_counts_once() -> None:
    assert measure(["Node.js", "node js", "NODE-JS", "Rust"], gold("nodejs", "rust")) == (1, 1, 1, 1, 2 / 10)


def test_a_gold_term_with_two_spellings_is_found_as_either_and_once() -> None:
    assert measure(["CD", "継続的デリバリー"], gold("継続的デリバリー/cd")) == (1, 1, 1, 1, 1 / 10)


def test_folding_ignores_case_width_blanks_and_signs() -> None:
    assert {fold(term) for term in ("Ci/Cd", "CI CD", "ＣＩ／ＣＤ".replace("／", "/"), "ci_cd")} == {"cicd"}


def test_intervals_are_the_same_at_every_call_and_hold_the_mean() -> None:
    np = pytest.importorskip("numpy")
    values = np.array([[0.0, 1.0], [1.0, 1.0], [0.5, 1.0], [0.25, 1.0]] * 5)
    (low, low_of_constant), (high, high_of_constant) = bootstrap(values)
    assert [end.tolist() for end in bootstrap(values)] == [[low, low_of_constant], [high, high_of_constant]]
    assert 0 < low < values[:, 0].mean() < high < 1
    assert (low_of_constant, high_of_constant) == (1, 1)
