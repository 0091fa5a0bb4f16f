"""Japanese text to word classes, one character for every character of text."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit import tokens
from jpkit.tokens import Kana, kana_words, word_classes, words


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("機械学習を使う", "NnnnOOo"),
        ("動的計画法", "AaNnN"),
        ("再学習の問題", "RNnONn"),
        ("映画的な", "NnZO"),
        ("東京で", "PpO"),
        ("", ""),
    ],
)
def test_a_word_is_an_upper_case_letter_and_as_many_lower_case_ones_as_it_has_characters(text, classes):
    assert word_classes(text) == classes


@given(
    st.text(
        alphabet=st.sampled_from("機械学習データ𠮷😀\u200dｶﾞか\u3099ＡA1 。\n\r\x00\u2028ー㌔㍿")
        | st.characters(exclude_categories=["Cs"])
    )
)
def test_there_is_one_class_for_every_character(text):
    assert len(word_classes(text)) == len(text)


def test_threads_may_read_at_once():
    texts = [f"機械学習を{number}台のサーバーで使う。" * 400 for number in range(4)]
    for read in (word_classes, words, kana_words):
        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(read, texts * 8)) == [read(text) for text in texts] * 8


def test_a_text_longer_than_sudachi_takes_is_read_in_parts():
    text = "機械学習を使う。" * 3000
    assert word_classes(text) == word_classes("機械学習を使う。") * 3000


def test_a_long_text_without_sentence_ends_is_read_too():
    assert len(word_classes("あ" * 50_000)) == 50_000


def test_a_word_longer_than_the_table_of_classes_is_one_word():
    assert word_classes("ア" * 100) == "N" + "n" * 99


def test_a_morpheme_comes_with_its_reading_and_a_sign_with_none():
    assert kana_words("3本/データ") == [
        Kana(0, 1, "3", "サン", True),
        Kana(1, 2, "本", "ポン", False),
        Kana(2, 3, "/", "", False),
        Kana(3, 6, "データ", "データ", False),
    ]


def test_the_tokenizer_is_made_once():
    assert tokens.tokenizer("C") is tokens.tokenizer("C")


def test_words_come_with_their_spelling_and_the_one_they_are_normalized_to():
    text = "サーバの設定を行なった。"
    assert [(text[word.start : word.end], *word[2:]) for word in words(text)] == [
        ("サーバ", "名詞", "サーバ", "サーバー"),
        ("の", "助詞", "の", "の"),
        ("設定", "名詞", "設定", "設定"),
        ("を", "助詞", "を", "を"),
        ("行なっ", "動詞", "行なう", "行う"),
        ("た", "助動詞", "た", "た"),
        ("。", "補助記号", "。", "。"),
    ]


def test_words_of_a_text_that_is_too_long_for_one_call_have_their_places():
    text = "サーバを見る。" * 4000
    last = words(text)[-4]
    assert (last.start, text[last.start : last.end], last.lemma) == (len(text) - 7, "サーバ", "サーバ")
