import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit import messages
from jpkit.errors import JpkitError
from jpkit.source import BOM, Position, Source, Span, decode

JAPANESE = "---\ntitle: 試験\n---\n\nベータ版の試験を受けてきたので、その備忘録です。\n"


@pytest.fixture(autouse=True)
def _english():
    messages.use_language("en")
    yield
    messages.use_language(None)


def refusal(data: bytes) -> str:
    with pytest.raises(JpkitError) as caught:
        decode("post.md", data)
    return str(caught.value)


def test_a_decoded_file_is_byte_for_byte_what_is_on_disk():
    data = (BOM + "a\r\nｶﾅ\u2028𠮷\0\n").encode()
    assert decode("post.md", data).text.encode() == data


def test_an_empty_file_is_an_empty_source():
    assert decode("post.md", b"") == Source("post.md", "")


@pytest.mark.parametrize(
    ("codec", "name", "place"),
    [
        ("cp932", "Shift_JIS", "2:8"),
        ("euc_jp", "EUC-JP", "2:8"),
        ("iso2022_jp", "ISO-2022-JP", "1:1"),
        ("utf-16", "UTF-16", "1:1"),
        ("utf-16-le", "UTF-16", "1:1"),
        ("utf-16-be", "UTF-16", "1:1"),
    ],
)
def test_another_encoding_is_refused_by_its_name(codec, name, place):
    expected = f"post.md:{place}: not UTF-8, looks like {name}; save the file as UTF-8"
    assert refusal(JAPANESE.encode(codec)) == expected


def test_bytes_that_are_no_text_of_a_known_encoding_are_refused_where_they_stand():
    assert refusal("naïve café\n".encode("latin-1")) == (
        "post.md:1:3: not UTF-8 text; save the file as UTF-8 or leave it out"
    )


def test_a_surrogate_in_the_bytes_is_refused():
    # So no text of ours holds one, and text.encode() never fails.
    assert refusal("日".encode() + b"\xed\xa0\x80").startswith("post.md:1:2: not UTF-8")


def test_the_message_is_there_in_japanese_too():
    messages.use_language("ja")
    assert refusal(JAPANESE.encode("cp932")) == (
        "post.md:2:8: UTF-8ではありません（Shift_JISのようです）。UTF-8で保存し直してください"
    )


def test_an_error_keeps_message_and_place_apart_and_survives_a_process_boundary():
    error = pickle.loads(pickle.dumps(JpkitError("what; do", path="a.md", line=2, column=3)))
    assert (error.detail, error.path, error.line, error.column) == ("what; do", "a.md", 2, 3)
    assert str(error) == "a.md:2:3: what; do"
    assert str(JpkitError("what; do")) == "what; do"
    assert str(JpkitError("what; do", path="a.md")) == "a.md: what; do"


def test_only_a_newline_ends_a_line():
    text = "a\u2028b\u0085c\x0cd\x0be\rf\ng"
    assert Source("p", text).position(text.index("g")) == Position(2, 1)
    assert Source("p", text).position(text.index("f")) == Position(1, 11)


def test_a_bom_takes_no_column():
    source = Source("p", BOM + "ab\ncd")
    assert [source.position(offset) for offset in range(6)] == [(1, 1), (1, 1), (1, 2), (1, 3), (2, 1), (2, 2)]


@given(st.text(st.sampled_from("a\r\n\u2028\u0085日𠮷😀\0" + BOM)))
def test_line_and_column_lead_back_to_the_offset(text):
    source = Source("p", text)
    lines = text.split("\n")
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        bom = line == 1 and text.startswith(BOM) and offset > 0
        assert sum(len(before) + 1 for before in lines[: line - 1]) + column - 1 + bom == offset


def test_a_slice_is_the_text_of_a_span():
    assert Source("p", "日本語").slice(Span(1, 3)) == "本語"
