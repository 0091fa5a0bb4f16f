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


def test_sections_that_one_language_has_alone_are_left_out_and_those_behind_them_are_found_again():
    def section(name: str, *sizes: float) -> list[Segment]:
        return [Segment(12, {name: 1}, "heading2"), *(Segment(size, {name: 1}) for size in sizes)]

    shared = [section(name, 150, 60, 200) for name in ("install", "upgrade", "rollback", "uninstall")]
    only = [part for number in range(40) for part in section(f"new{number}", 90, 300, 45, 120)]
    ja = [part for one in shared for part in one]
    en = [*shared[0], *only, *(part for one in shared[1:] for part in one)]
    assert ranges(ja, en) == [
        ((at, at + 1), (other, other + 1)) for at, other in enumerate([*range(4), *range(204, 216)])
    ]


def test_where_only_one_side_has_headings_the_page_is_aligned_as_a_whole():
    ja = [Segment(150, {"etcd": 1}), Segment(60, {})]
    en = [Segment(12, {}, "heading2"), Segment(155, {"etcd": 1}), Segment(58, {})]
    assert ranges(ja, en) == [((0, 1), (1, 2)), ((1, 2), (2, 3))]


def test_a_section_with_a_heading_of_another_level_is_the_same_section():
    ja = [Segment(12, {"etcd": 1}, "heading2"), Segment(60, {}), Segment(12, {}, "heading2"), Segment(150, {})]
    en = [Segment(12, {"etcd": 1}, "heading3"), Segment(64, {}), Segment(12, {}, "heading2"), Segment(140, {})]
    assert ranges(ja, en) == [((at, at + 1), (at, at + 1)) for at in range(4)]


def test_an_empty_side_has_no_beads():
    assert ranges([], [Segment(10, {})]) == ranges([Segment(10, {})], []) == ranges([], []) == []


@given(SEGMENTS, SEGMENTS)
def test_beads_are_in_order_and_apart(ja: list[Segment], en: list[Segment]):
    last = (0, 0)
    for first, second in ranges(ja, en):
        assert last[0] <= first[0] < first[1] <= len(ja)
        assert last[1] <= second[0] < second[1] <= len(en)
        last = first[1], second[1]
