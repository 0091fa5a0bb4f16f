"""Addresses of tools, and of pages that are about something."""

import pytest

from jpkit.extraction.unlisted_homes import is_home_of, may_be_home


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Foobario", "https://foobario.dev/"),
        ("Foobario", "https://www.foobario.io"),
        ("Foo Bario", "http://foo-bario.netlify.app/"),
        ("Foobario", "http://www.foobarioapp.com/"),
        ("foobario", "https://getfoobario.com/"),
        ("Foobario", "https://foobariojs.org/"),
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
