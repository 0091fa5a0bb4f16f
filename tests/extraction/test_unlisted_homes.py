"""Addresses of tools, and of pages that are about something."""

import pytest

from jpkit.extraction.unlisted_homes import in_store, is_home_of, may_be_home


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Foobario", "https://foobario.dev/"),
        ("Foobario", "https://www.foobario.io"),
        ("Foo Bario", "http://foo-bario.netlify.app/"),
        ("Foobario", "http://www.foobarioapp.com/"),
        ("foobario", "https://getfoobario.com/"),
        ("Foobario", "https://foobariojs.org/"),
        ("Foobario", "http://www.foobario.com/"),
        ("foobario.com", "http://foobario.com/"),
    ],
)
def test_an_address_may_be_a_name_s_own(name: str, target: str) -> None:
    assert may_be_home(target)
    assert is_home_of(name, target)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Foobario", "https://foobario.org/"),
        ("Foobario", "https://foobario.dev/posts/1"),
        ("Foobario", "https://example.dev/"),
        ("Foobario", "https://foobario.github.io/"),
        ("Foobario Conf", "https://foobarioconf.io/"),
        ("Foo Weekly", "https://foo-weekly.app/"),
        ("A Story of Foo Bario", "https://astoryoffoobario.vercel.app/"),
        ("こちら", "https://foobario.dev/"),
        ("FOOBARIO", "https://foobario.com/"),
        ("Foo Bario", "https://foobario.com/"),
        ("foobario.dev", "https://foobario.dev/"),
        ("docs.foobario.com", "https://docs.foobario.com/"),
    ],
)
def test_other_addresses_are_not(name: str, target: str) -> None:
    assert not is_home_of(name, target)


@pytest.mark.parametrize(
    "target",
    [
        "https://docs.foobario.dev/",
        "https://foobario.dev/docs",
        "https://foobario.dev/a/b/c",
        "https://ja.wikipedia.org/wiki/Foobario",
        "https://github.com/foo/bario/issues/1",
        "/posts/foobario/",
    ],
)
def test_manuals_and_articles_are_no_homes(target: str) -> None:
    assert not may_be_home(target)


@pytest.mark.parametrize(
    ("target", "is_one"),
    [
        ("https://addons.mozilla.org/ja/firefox/addon/9256", True),
        ("https://apps.apple.com/jp/app/foo/id594391345", True),
        ("https://play.google.com/store/apps/details?id=foo.bario", True),
        ("https://marketplace.visualstudio.com/items?itemName=foo.bario", True),
        ("https://addons.mozilla.org/ja/firefox/", False),
        ("https://apps.apple.com/jp/developer/foo/id1", False),
        ("https://example.com/store/apps/details?id=foo.bario", False),
    ],
)
def test_a_store_has_a_page_for_each_program(target: str, is_one: bool) -> None:
    assert in_store(target) is is_one
