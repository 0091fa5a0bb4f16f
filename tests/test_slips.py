"""One slip of the fingers."""

import pytest

from jpkit.slips import one_slip


@pytest.mark.parametrize("word", ["typescirpt", "typescrpt", "typesscript", "typescritt", "ypescript", "typescripts"])
def test_one_letter_more_less_or_another_or_two_that_changed_places_are_one_slip(word: str) -> None:
    assert one_slip(word, "typescript")
    assert one_slip("typescript", word)


@pytest.mark.parametrize("word", ["typescript", "script", "typscrpt", "tyepscirpt", "typescprit"])
def test_no_slip_and_two_are_none(word: str) -> None:
    assert not one_slip(word, "typescript")
    assert not one_slip("typescript", word)
