"""Our own table of technical terms in both languages."""

from jpkit.bilingual.vocabulary import english


def test_a_term_has_its_english_whatever_its_spelling():
    assert english("戻り値") == ("return value",)
    assert english("ゲッタ") == english("ゲッター") == ("getter",)


def test_what_is_not_in_the_table_has_no_partner():
    assert english("存在しない単語") == ()
