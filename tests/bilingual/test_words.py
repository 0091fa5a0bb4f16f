"""The words of compounds and their partners."""

import pytest

from jpkit.bilingual.words import are_of_one_family, composition, japanese_words, meaning, stem


@pytest.mark.parametrize(
    ("forms", "stemmed"),
    [
        (("scale", "scales", "scaled", "scaling"), "scal"),
        (("category", "categories"), "category"),
        (("class", "classes"), "class"),
        (("Zipf's",), "zipf"),
        (("bus",), "bus"),
    ],
)
def test_forms_of_a_word_share_their_stem(forms, stemmed):
    assert {stem(form) for form in forms} == {stemmed}


def test_suffixes_and_katakana_stay_whole_and_particles_go():
    assert japanese_words("継続的デリバリーの仮想化") == ("継続的", "デリバリー", "仮想化")
    assert japanese_words("制限ボルツマンマシン") == ("制限", "ボルツマンマシン")


def test_a_word_means_what_it_stands_for_in_compounds_and_all_of_that_family():
    assert meaning("関数", "function") > 0.9
    assert meaning("変換", "transformation") == meaning("変換", "transforms") > 0.3
    assert meaning("関数", "variable") == 0


@pytest.mark.parametrize(("ja", "en"), [("抽象構文木", "abstract syntax tree"), ("環境変数", "environment variables")])
def test_all_words_of_a_translation_have_partners(ja, en):
    found = composition(ja, en)
    assert (found.ja, found.en) == (1, 1)
    assert found.score > 0.8


def test_names_of_different_things_have_none():
    assert composition("バックエンドサービス", "gRPC") == (0, 0, 0)
    assert composition("", "name") == (0, 0, 0)


def test_names_of_one_family_are_the_same_words_in_other_forms():
    assert are_of_one_family("horizontal scaling", "horizontally scaled")
    assert not are_of_one_family("virtual machine", "virtual")
    assert not are_of_one_family("reliability", "availability")
