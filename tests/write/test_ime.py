"""Words for input methods: which reading leads to which word."""

import re

from hypothesis import given
from hypothesis import strategies as st

from jpkit.extraction.model import Entry
from jpkit.write.ime import rows, typed_as


def of(*entries: Entry, longest: int = 60) -> list[str]:
    return list(rows(entries, longest=longest, size=len))


def test_a_japanese_name_stands_under_its_reading_with_the_english_one_for_a_comment():
    assert of(Entry("a", "継続的デリバリー", "continuous delivery", "ケイゾクテキデリバリー", "term")) == [
        "けいぞくてきでりばりー\t継続的デリバリー\t名詞\tcontinuous delivery"
    ]


def test_an_english_name_stands_under_the_reading_that_says_it():
    assert of(Entry("a", "サービス・メッシュ", "service mesh", "サービスメッシュ", "term")) == [
        "さーびすめっしゅ\tサービス・メッシュ\t名詞\tservice mesh",
        "さーびすめっしゅ\tservice mesh\t名詞\tサービス・メッシュ",
    ]
    assert of(Entry("a", "BigQuery", "BigQuery", "ビッグクエリ", "service")) == ["びっぐくえり\tBigQuery\t名詞"]
    assert of(Entry("a", None, "Helm", "ヘルム", "service")) == ["へるむ\tHelm\t名詞"]


def test_a_reading_in_hiragana_or_half_width_is_typed_the_same():
    readings = ("サーバー", "さーばー", "ｻｰﾊﾞｰ", "サー バー", "サー・バー")
    assert [typed_as(reading) for reading in readings] == ["さーばー"] * 5
    assert typed_as("ヴァイオリン") == "ゔぁいおりん"
    assert typed_as("エスキューエル2") == "えすきゅーえる2"


def test_what_cannot_be_typed_is_left_out():
    unreadable = (None, "", "読み", "a\0b", "!コメント", "#コメント", "…", "ヷ")
    assert of(*(Entry("a", "語", None, reading, "term") for reading in unreadable)) == []


def test_what_is_too_long_is_left_out_and_a_comment_that_is_too_long_is_not_shown():
    assert of(Entry("a", "語", "a" * 9, "ゴ", "term"), longest=8) == ["ご\t語\t名詞"]
    assert of(Entry("a", "語" * 9, "a", "ゴ", "term"), Entry("b", "語", None, "ゴ" * 9, "term"), longest=8) == []


def test_a_word_stands_under_a_reading_once():
    assert of(Entry("a", "版", None, "ハン", "term"), Entry("b", "版", "edition", "ハン", "term")) == ["はん\t版\t名詞"]


@given(st.text(), st.text(), st.text())
def test_every_line_has_its_columns(ja: str, en: str, reading: str):
    for line in of(Entry("a", ja, en, reading, "term"), Entry("b", ja, en, "ヨミ", "term")):
        assert re.fullmatch("[0-9A-Za-zぁ-ゖー]+\t[^\t\r\n]+\t名詞(?:\t[^\t\r\n]+)?", line)
        line.encode()
