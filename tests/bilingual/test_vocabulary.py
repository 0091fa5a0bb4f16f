"""Our own table of technical terms in both languages."""

from jpkit.bilingual.vocabulary import english, japanese


def test_a_term_has_its_english_whatever_its_spelling():
    assert english("戻り値") == ("return value",)
    assert english("ゲッタ") == english("ゲッター") == ("getter",)


def test_english_has_all_its_japanese_in_the_order_of_the_table():
    assert japanese("Return Value") == ("戻り値", "返り値")


def test_what_is_not_in_the_table_has_no_partner():
    assert english("存在しない単語") == ()
    assert japanese("no such term") == ()
