"""The lists of plain words."""

from jpkit.bilingual.plain_words import plain_words
from jpkit.extraction.english import english_key


def test_no_word_is_both_everyday_and_basic():
    plain = plain_words()
    assert plain.everyday_ja & plain.basic_ja == frozenset()
    assert plain.everyday_en & plain.basic_en == frozenset()


def test_english_words_are_their_own_keys():
    plain = plain_words()
    assert {word for word in plain.everyday_en | plain.basic_en if english_key(word) != word} == set()


def test_japanese_words_are_keys():
    assert {"サーバ", "ユーザ"} <= plain_words().basic_ja | plain_words().everyday_ja
