"""What Sudachi's dictionary says of Japanese and English names."""

import pytest

from jpkit.bilingual.synonyms import are_synonyms, index_of, synonyms, vocabulary_index


@pytest.mark.parametrize(
    ("ja", "english"),
    [
        ("サービス", ("service",)),
        ("機械学習", ("machine learning",)),
        ("シグネチャ", ("signature",)),
        ("スパコン", ("supercomputer",)),
        ("継続的インテグレーション", ()),
        ("LaTeX", ()),
        ("", ()),
    ],
)
def test_a_word_of_the_dictionary_has_its_english(ja, english):
    assert synonyms(ja) == english


def test_the_english_of_the_site_adds_to_the_vocabularys_and_comes_first():
    assert synonyms("記事") == ()
    assert synonyms("記事", site=index_of(["setting", "article"])) == ("article",)


def test_of_katakana_only_what_sounds_like_them_is_english_if_anything_does():
    assert "sine" in synonyms("サイン", site=index_of(["autograph", "sine"]))
    assert "autograph" not in synonyms("サイン", site=index_of(["autograph", "sine"]))


def test_two_names_of_one_group_or_one_standard_spelling_are_synonyms():
    assert are_synonyms("関数", "function")
    assert are_synonyms("サービス", "service")
    assert not are_synonyms("関数", "service")
    assert not are_synonyms("存在しない単語", "nothing")


def test_with_another_release_of_the_dictionary_the_vocabulary_is_asked_for_anew(monkeypatch):
    table = vocabulary_index()
    monkeypatch.setattr("jpkit.bilingual.synonyms.dictionary_release", lambda: "20200101000000-00000000")
    assert vocabulary_index.__wrapped__() == table
