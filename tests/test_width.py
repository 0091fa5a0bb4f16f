"""Columns in a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.width import pad, shorten, width, wrap


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("日本", 4),
        ("ｱｲｳ", 3),
        ("か\u3099", 2),
        ("Ａ", 2),
        ("𠮷", 2),
        ("e\u0301", 1),
        ("…→", 2),
        ("👍🏽", 2),
        ("👩\u200d👩\u200d👧", 2),
        ("❤\ufe0f", 2),
        ("🇯🇵🇯🇵", 4),
        ("葛\U000e0100", 2),
        ("\u200b\x00", 0),
    ],
)
def test_width_is_what_a_terminal_shows(text: str, columns: int):
    assert width(text) == columns


def test_pad_and_shorten_count_columns():
    assert pad("日本", 6) == "日本  "
    assert shorten("日本語の文", 10) == "日本語の文"
    assert shorten("日本語の文", 8) == "日本語…"
    assert shorten("日本語の文", 1) == "…"
    assert shorten("か\u3099き\u3099く", 5) == "か\u3099き\u3099…"


def test_wrap_breaks_japanese_anywhere_but_before_a_mark_and_latin_at_blanks():
    assert wrap("機械学習、統計。", 8) == ["機械学習、", "統計。"]
    assert wrap("「機械」と「学習」", 10) == ["「機械」と", "「学習」"]
    assert wrap("Google Cloud Storageを使う", 13) == ["Google Cloud", "Storageを使う"]
    assert wrap("a" * 5, 2) == ["aa", "aa", "a"]
    assert wrap("", 10) == []
    assert wrap("  \u3000", 10) == []


SIGNS = [*"ab -、。「」漢字カナ𠮷\u3000é…", "か\u3099", "👩\u200d👧"]
TEXT = st.lists(st.sampled_from(SIGNS)).map("".join)


@given(TEXT, st.integers(4, 20))
def test_wrap_loses_nothing_but_blanks_and_keeps_the_width(text: str, columns: int):
    lines = wrap(text, columns)
    blanks = str.maketrans("", "", " \u3000")
    assert "".join(lines).translate(blanks) == text.translate(blanks)
    assert all(width(line.rstrip("、。」…")) <= columns for line in lines)


@given(TEXT, st.integers(1, 20))
def test_shorten_never_takes_more_columns(text: str, columns: int):
    assert width(shorten(text, columns)) <= columns
