"""One line that any importer takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.write.plain import iri, plain


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("不均衡データ", "不均衡データ"),
        ("imbalanced  data", "imbalanced data"),
        (" a\tb\r\nc ", "a b c"),
        ("\u3000用語\u3000", "用語"),
        ("\0", ""),
        ("a\x85b\u2028c\x7fd\ufffee", "a b c d e"),
        ("\udc80\ud800", r"\udc80\ud800"),
        ("👩\u200d💻 𠮷", "👩\u200d💻 𠮷"),
    ],
)
def test_a_text_becomes_one_line_without_controls(text: str, line: str):
    assert plain(text) == line


@given(st.text())
def test_it_can_be_encoded_and_stays_as_it_is_then(text: str):
    assert plain(plain(text)) == plain(text)
    assert "".join(plain(text).encode().decode().split()) == "".join(plain(text).split())


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("content/用語 集/a#b?.md", "content/用語%20集/a%23b%3F.md"),
        ("a[1]<2>%\\", "a%5B1%5D%3C2%3E%25%5C"),
        ("\n\udc80", "%0A%ED%B2%80"),
    ],
)
def test_an_address_stays_readable(text: str, address: str):
    assert iri(text) == address
