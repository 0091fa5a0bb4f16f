import pytest

from jpkit.linting.fix import apply
from jpkit.linting.model import Edit, Problem
from jpkit.linting.page import Reader
from jpkit.source import Span


def fixed(text: str, *problems: list[tuple[str, str]]) -> tuple[str, int]:
    """The text once every problem's first strings are replaced by the second ones."""
    page = Reader(given={"a.md": text.encode()}).page("a.md")
    found = []
    for edits in problems:
        spans = [Span(text.index(old), text.index(old) + len(old)) for old, _ in edits]
        found.append(
            Problem(spans[0], "", edits=tuple(Edit(span, new) for span, (_, new) in zip(spans, edits, strict=True)))
        )
    return apply(page, found)


def test_only_the_edited_bytes_change():
    text = "\ufeff---\r\ntitle:  'a' # c\r\ntags: [x,  y]\r\n\r\n---\r\n本文\u2028。"
    assert fixed(text, [("x", "z")]) == (text.replace("x", "z"), 1)


def test_edits_of_two_problems_go_together():
    assert fixed("---\na: 1\nb: 2\n---\n", [("1", "10")], [("2", "20")]) == ("---\na: 10\nb: 20\n---\n", 2)


def test_of_two_edits_that_meet_the_first_is_taken():
    assert fixed("---\na: one\n---\n", [("one", "two")], [("ne", "NE")]) == ("---\na: two\n---\n", 1)


def test_edits_of_one_problem_stand_or_fall_together():
    text = "---\na: one\nb: two\n---\n"
    assert fixed(text, [("one", "1")], [("ne", "x"), ("two", "2")]) == ("---\na: 1\nb: two\n---\n", 1)


def test_a_page_with_many_mistakes_is_mended_in_no_time():
    page = Reader(given={"a.md": ("---\na: 1\n---\n" + "x\n" * 40_000).encode()}).page("a.md")
    start = page.post.body.start
    edits = [Edit(Span(at, at + 1), "yy") for at in range(start, start + 80_000, 2)]
    # In order and not: it would take minutes if each edit were held against all others.
    assert apply(page, [Problem(one.span, "", edits=(one,)) for one in edits[::-1]]) == (
        "---\na: 1\n---\n" + "yy\n" * 40_000,
        40_000,
    )


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("---\ntag: [a]\ntags: [b]\n---\n", ("tag", "tags")),  # a second tags would hide the first
        ("---\na: x\nb: y\n---\n", ("x", "'x")),  # a quote that runs on
        ("---\na: x\nb: y\n---\n", ("x", "|\n x\n---")),  # the body would begin earlier
        ("---\na: x\nb: y\n---\n", ("---\na", "+++\na")),
        ("---\nb: &n x\nc: *n\n---\n", ("x", "y")),  # an alias shares the value
    ],
)
def test_what_would_change_more_than_it_says_is_refused(text, edit):
    assert fixed(text, [edit]) == (text, 0)


def test_a_problem_that_is_refused_does_not_stop_the_others():
    text = "---\na: x\nb: y\nc: z\n---\n"
    assert fixed(text, [("x", "'x")], [("z", "w")]) == ("---\na: x\nb: y\nc: w\n---\n", 1)


def test_children_may_be_moved_below_their_key():
    text = "---\nimage:\ncaption: c\nfocal_point: d\ndraft: true\n---\n"
    assert fixed(text, [("caption", "  caption"), ("focal", "  focal")]) == (
        "---\nimage:\n  caption: c\n  focal_point: d\ndraft: true\n---\n",
        1,
    )


def test_a_page_that_cannot_be_read_may_be_mended():
    assert fixed("---\na: x: y\nb: z\n---\n", [("x: y", "'x: y'")]) == ("---\na: 'x: y'\nb: z\n---\n", 1)
