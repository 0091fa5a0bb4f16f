"""Where the words of a block stand in the author's file."""

import pytest

from jpkit.document import places_of
from jpkit.markdown import read_document
from jpkit.source import BOM, Place, Source, Span


def test_a_span_runs_from_the_first_to_the_last_character_with_the_markup_between():
    source = Source("post.md", "# **機械**学習\n")
    (block,) = read_document(source, Span(0, len(source.text))).blocks
    span = block.span(0, 4)
    assert (span, source.slice(span)) == ((4, 10), "機械**学習")


@pytest.mark.parametrize("before", ["", BOM, "---\ntitle: 題\n---\n"])
def test_the_places_of_mentions_are_those_of_their_spans(before: str):
    text = before + "先頭の**太**字と\n[名前](/x)&amp;タ\u3099\r\n続き\n\n次の`code`を\n使う\n"
    source = Source("post.md", text)
    blocks = read_document(source, Span(len(before), len(text))).blocks
    mentions = [
        (number, start, end)
        for number, block in enumerate(blocks)
        for start in range(len(block.text))
        for end in range(start + 1, len(block.text) + 1)
    ]
    expected = tuple(source.place(blocks[number].span(start, end)) for number, start, end in mentions)
    assert places_of(source, blocks, mentions) == expected
    assert {type(place) for place in places_of(source, blocks, mentions)} == {Place}
