import pytest

from jpkit.extraction.divisions import Division, bare, divided_alike, division


def test_capitals_and_signs_between_words_are_nothing_of_a_name() -> None:
    assert [bare(name) for name in ("Blue Kite", "blue-kite", "Blue.Kite_", "C#")] == [*["bluekite"] * 3, "c#"]


@pytest.mark.parametrize(
    ("name", "signs", "parts"),
    [
        ("kite", set(), set()),
        ("blue-kite", {4}, {4}),
        ("BlueKite", set(), {4}),
        ("es6 - kite2", {3}, {2, 3, 7}),
        (".kite", {0}, set()),
        ("kite.", set(), set()),
    ],
)
def test_words_begin_behind_signs_at_capitals_and_at_digits(name: str, signs: set[int], parts: set[int]) -> None:
    assert division(name) == Division(frozenset(signs), frozenset(parts))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("blue-kite", "Blue Kite", True),
        ("blue-kite", "BlueKite", True),
        ("blue-kite", "Bluekite", False),
        ("kite", "KITE", True),
        ("kite3", "kite 3", True),
        (".kite", "Kite", False),
    ],
)
def test_a_sign_counts_where_the_other_name_has_a_word(one: str, other: str, alike: bool) -> None:
    assert divided_alike(one, other) is divided_alike(other, one) is alike
