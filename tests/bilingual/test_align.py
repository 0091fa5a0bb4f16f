"""Beads of two sequences: what belongs together, and that nothing is in two of them."""

from hypothesis import given
from hypothesis import strategies as st

from jpkit.bilingual.align import Segment, align

SEGMENTS = st.lists(
    st.builds(
        Segment,
        st.floats(1, 300),
        st.dictionaries(st.sampled_from("abc"), st.integers(1, 3), max_size=2),
        st.sampled_from(["", "", "heading2", "item"]),
    ),
    max_size=12,
)


def ranges(ja: list[Segment], en: list[Segment]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(bead.ja, bead.en) for bead in align(ja, en)]


def test_sentences_of_like_lengths_belong_together():
    assert ranges([Segment(40, {}), Segment(90, {})], [Segment(42, {}), Segment(88, {})]) == [
        ((0, 1), (0, 1)),
        ((1, 2), (1, 2)),
    ]


def test_two_sentences_may_be_one_in_the_other_language():
    assert ranges([Segment(60, {}), Segment(70, {})], [Segment(131, {})]) == [((0, 2), (0, 1))]


def test_what_a_translation_keeps_tells_more_than_length():
    ja = [Segment(50, {}, "item"), Segment(50, {"kubectl": 1}, "item")]
    en = [Segment(50, {"kubectl": 1}, "item")]
    assert ranges(ja, en) == [((1, 2), (0, 1))]


def test_headings_of_one_order_part_the_page_in_sections():
    ja = [Segment(10, {}, "heading2"), Segment(30, {}), Segment(12, {}, "heading2"), Segment(200, {})]
    en = [Segment(11, {}, "heading2"), Segment(210, {}), Segment(9, {}, "heading2"), Segment(35, {})]
    assert ((0, 1), (0, 1)) in ranges(ja, en)
    assert ((2, 3), (2, 3)) in ranges(ja, en)


def test_an_empty_side_has_no_beads():
    assert ranges([], [Segment(10, {})]) == ranges([Segment(10, {})], []) == ranges([], []) == []


@given(SEGMENTS, SEGMENTS)
def test_beads_are_in_order_and_apart(ja: list[Segment], en: list[Segment]):
    last = (0, 0)
    for first, second in ranges(ja, en):
        assert last[0] <= first[0] < first[1] <= len(ja)
        assert last[1] <= second[0] < second[1] <= len(en)
        last = first[1], second[1]
