"""Japanese numbers read aloud."""

import pytest

from jpkit.extraction.numerals import counted, number_kana


@pytest.mark.parametrize(
    ("number", "kana"),
    [
        ("0", "ゼロ"),
        ("10", "ジュウ"),
        ("20", "ニジュウ"),
        ("300", "サンビャク"),
        ("618", "ロッピャクジュウハチ"),
        ("1,000", "セン"),
        ("3001", "サンゼンイチ"),
        ("10000", "イチマン"),
        ("10000000", "イッセンマン"),
        ("1000000000000", "イッチョウ"),
        ("10万", "ジュウマン"),
        ("3千", "サンゼン"),
        ("1.5", "イッテンゴ"),
        ("0.05", "レイテンゼロゴ"),
        ("007", "ゼロゼロナナ"),
    ],
)
def test_a_number_is_read_as_a_quantity(number, kana):
    assert number_kana(number) == kana


@pytest.mark.parametrize(
    ("number", "counter", "kana", "said"),
    [
        ("イチ", "本", "ポン", "イッポン"),
        ("ニ", "本", "ポン", "ニホン"),
        ("サン", "本", "ポン", "サンボン"),
        ("ロク", "本", "ホン", "ロッポン"),
        ("ヨン", "分", "フン", "ヨンプン"),
        ("ジュウ", "分間", "フンカン", "ジュップンカン"),
        ("ロク", "ヶ月", "カゲツ", "ロッカゲツ"),
        ("ロク", "進数", "シンスウ", "ロクシンスウ"),
        ("サン", "階", "カイ", "サンガイ"),
        ("サン", "版", "ハン", "サンハン"),
        ("ヨン", "年", "ネン", "ヨネン"),
        ("イチ", "行", "ギョウ", "イチギョウ"),
        ("イチ", "機能", "キノウ", "イチキノウ"),
        ("イチ", "分割", "ブンカツ", "イチブンカツ"),
    ],
)
def test_a_number_and_its_counter_change_each_other(number, counter, kana, said):
    assert "".join(counted(number, counter, kana)) == said
