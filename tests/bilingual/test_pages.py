"""Which pages are translations of each other."""

from jpkit.bilingual.pages import page_pairs
from jpkit.extraction.model import PostResult


def pairs(*posts: tuple[str, str, str]) -> list[tuple[str, str]]:
    return page_pairs([PostResult(path, lang, "", translation=key) for path, lang, key in posts])


def test_pages_of_one_translation_key_are_a_pair():
    assert pairs(("a.md", "ja", "k"), ("b.md", "en", "k"), ("c.md", "ja", "c")) == [("a.md", "b.md")]


def test_folders_that_name_a_language_are_left_out_of_account():
    assert pairs(("ja/x/a.md", "ja", "ja/x/a"), ("en/x/a.md", "en", "en/x/a")) == [("ja/x/a.md", "en/x/a.md")]
    assert pairs(("s/ja-JP/a.md", "ja", "1"), ("s/en_US/a.md", "en", "2")) == [("s/ja-JP/a.md", "s/en_US/a.md")]


def test_translations_of_docusaurus_lie_apart_from_the_originals():
    ja = "i18n/ja/docusaurus-plugin-content-docs/current/intro.md"
    assert pairs((ja, "ja", "1"), ("docs/intro.md", "en", "2")) == [(ja, "docs/intro.md")]


def test_a_page_that_nobody_has_translated_yet_is_no_partner():
    assert pairs(("ja/a.md", "en", "1"), ("en/a.md", "en", "2")) == []


def test_where_two_pages_of_one_language_share_a_key_nobody_can_tell():
    assert pairs(("a.md", "ja", "k"), ("b.md", "ja", "k"), ("c.md", "en", "k")) == []


def test_profiles_of_authors_are_about_people():
    assert pairs(("content/authors/a/_index.md", "ja", "k"), ("content/authors/a/_index.en.md", "en", "k")) == []
