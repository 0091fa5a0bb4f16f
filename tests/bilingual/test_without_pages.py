"""English for terms that the site gives in Japanese alone."""

from collections.abc import Iterable

from jpkit.bilingual.without_pages import LISTED, ONLY, SUPPORTED, VOCABULARY, Proposal, without_pages


def test_the_vocabulary_comes_first_then_sudachis_synonyms():
    assert without_pages(["戻り値", "アカウント", "カレー", "存在しない単語"]) == {
        "戻り値": Proposal("return value", VOCABULARY, "vocabulary"),
        "アカウント": Proposal("account", SUPPORTED, "synonym"),
        "カレー": Proposal("curry", LISTED, "synonym"),
    }


def test_a_site_that_uses_the_english_word_speaks_for_it_and_a_product_of_that_name_does_not():
    assert without_pages(["記事"], english_of_site=["article"]) == {"記事": Proposal("article", SUPPORTED, "synonym")}
    assert without_pages(["記事"], english_of_site=["Article"]) == {"記事": Proposal("article", LISTED, "synonym")}


def test_the_users_dictionary_is_asked_where_the_vocabulary_has_nothing():
    def look_up(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        own = {"句点": ("period", "full stop"), "戻り値": ("return",), "学食": ("school cafeteria",)}
        return {name: own[name] for name in names if name in own}

    assert without_pages(["句点", "学食", "戻り値"], english_of_site=["full stop"], dictionary=look_up) == {
        "句点": Proposal("full stop", SUPPORTED, "dictionary"),
        "学食": Proposal("school cafeteria", ONLY, "dictionary"),
        "戻り値": Proposal("return value", VOCABULARY, "vocabulary"),
    }
