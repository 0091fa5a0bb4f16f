"""What Sudachi's dictionary says of Japanese and English names."""

import pytest

from jpkit.bilingual import synonyms as module
from jpkit.bilingual.synonyms import are_synonyms, english_index, synonyms


@pytest.mark.parametrize(
    ("ja", "english"),
    [
        ("サービス", ("service",)),
        ("機械学習", ("machine learning",)),
        ("シグネチャ", ("signature",)),
        ("継続的インテグレーション", ()),
        ("LaTeX", ()),
    ],
)
def test_a_word_of_the_dictionary_has_its_english(ja, english):
    assert synonyms(ja) == english


def test_two_names_of_one_group_or_one_standard_spelling_are_synonyms():
    assert are_synonyms("関数", "function")
    assert are_synonyms("サービス", "service")
    assert not are_synonyms("関数", "service")
    assert not are_synonyms("存在しない単語", "nothing")


def test_the_index_is_read_from_the_dictionary_once_and_then_from_the_cache(monkeypatch):
    first = english_index()
    english_index.cache_clear()

    def never():
        raise AssertionError("the dictionary was read again")

    monkeypatch.setattr(module, "_lines", never)
    assert english_index() == first
