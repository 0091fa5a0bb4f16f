"""What a codec gives back is what it was given, and what nobody can have given it is refused."""

import json
import math
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.codec import codec
from jpkit.extraction.jobs import read_jobs, run_jobs
from jpkit.extraction.model import Abbreviation, PostResult, Unreadable
from jpkit.extraction.options import ExtractOptions
from jpkit.site import find_posts
from jpkit.source import Place

ROOT = Path(__file__).parents[1]
CORPORA = ROOT.parent / "shared" / "corpora"
RESULT = codec(PostResult | Unreadable)


class Point(NamedTuple):
    x: int
    y: float


@dataclass(frozen=True, slots=True)
class Shape:
    name: str | None
    points: tuple[Point, ...] = ()
    size: tuple[int, str, bool] | None = None
    inside: tuple[tuple[Point, ...], ...] = ()


@dataclass(frozen=True)
class Alone:
    value: str


anything = st.text(st.characters(), max_size=8)
"""Halves of pairs as well: a path that is no UTF-8 holds them."""


def exactly(value: Any) -> Any:
    """The value with the type of each of its parts: 1, 1.0 and True are equal to Python."""
    if is_dataclass(value):
        return type(value), [exactly(getattr(value, one.name)) for one in fields(value)]
    if isinstance(value, tuple):
        return type(value), list(map(exactly, value))
    return type(value), repr(value)


@given(st.from_type(PostResult) | st.from_type(Unreadable))
def test_any_result_comes_back_as_it_was(result: PostResult | Unreadable):
    assert exactly(RESULT.decode(RESULT.encode(result))) == exactly(result)


@given(st.lists(anything, min_size=4, max_size=4), st.integers(), st.floats())
def test_any_text_and_any_number_come_back_as_they_were(texts: list[str], number: int, score: float):
    short, long, path, message = texts
    for result in (
        PostResult(path, short, long, tags=(message, ""), others=((short, long, score), (long, "", 0))),
        Unreadable(path, number, -number, message),
    ):
        assert exactly(RESULT.decode(RESULT.encode(result))) == exactly(result)


@pytest.mark.parametrize(
    "corpus", ["samples", "pairs-cncf-glossary", "pairs-helm-docs", "posts-efcl", "posts-kaityo256"]
)
def test_the_results_of_posts_come_back_as_they_were(corpus: str):
    folder = ROOT / corpus if corpus == "samples" else CORPORA / corpus
    if not folder.exists():
        pytest.skip("no ../shared/corpora")
    posts = find_posts([str(folder)])
    posts = posts[:: max(1, len(posts) // 20)]
    for result in run_jobs(read_jobs(posts, lambda _: ExtractOptions())):
        assert exactly(RESULT.decode(RESULT.encode(result))) == exactly(result)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Shape, Shape(None)),
        (Shape, Shape("a", (Point(1, 2.0), Point(-1, 3)), (1, "", False), ((), (Point(0, 0.5),), ()))),
        (Alone, Alone("語")),
        (tuple[Shape | Alone | None, ...], (Alone("a"), None, Shape("b"), Alone("c"))),
        (tuple[Point, int] | None, (Point(1, 1.5), 2)),
        (tuple[int | str | None, ...], (1, "1", None)),
        (float, math.inf),
    ],
)
def test_values_of_other_types_come_back_as_well(kind: Any, value: Any):
    made = codec(kind)
    assert exactly(made.decode(made.encode(value))) == exactly(value)


@pytest.mark.parametrize(
    "kind", [dict[str, int], list[int], object, tuple[()], int | list[int], tuple[int, str] | Point | Any]
)
def test_a_type_that_a_codec_does_not_know_is_refused_at_once(kind: Any):
    with pytest.raises(TypeError):
        codec(kind)


def test_a_union_of_types_whose_values_look_alike_is_refused():
    with pytest.raises(TypeError, match="do not say which they are"):
        codec(tuple[int, ...] | tuple[str, str])


PAIR = codec(tuple[Point, ...])
WRITTEN = PAIR.encode((Point(1, 2.0), Point(3, 4.0)))


def test_a_column_for_each_part_is_what_is_written():
    assert json.loads(WRITTEN) == [[2], [[1, 3], [2.0, 4.0]]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "{}",
        "[[2],[[1,3],[2.0,4.0]]] x",
        "[[2],[[1,3],[2.0]]]",
        "[[2],[[1,3]]]",
        "[[2],[[1,3],[2.0,4.0],[]]]",
        "[[3],[[1,3],[2.0,4.0]]]",
        "[[1],[[1,3],[2.0,4.0]]]",
        "[[1,1],[[1,3],[2.0,4.0]]]",
        "[[3,-1],[[1,3],[2.0,4.0]]]",
        "[[2.0],[[1,3],[2.0,4.0]]]",
        "[[2],[[1,3.5],[2.0,4.0]]]",
        '[[2],[[1,3],[2.0,"4"]]]',
        "[[2],[[1,true],[2.0,4.0]]]",
        "[[2],[[1,null],[2.0,4.0]]]",
        "[[2],[{},[2.0,4.0]]]",
        "[[2],[[],[]]]",
        "[" * 100_000,
        "[[1],[[" + "9" * 5000 + "],[1.0]]]",
    ],
)
def test_what_no_value_gives_is_refused(text: str):
    with pytest.raises(ValueError):  # noqa: PT011  # also those of json and int
        PAIR.decode(text)


@given(st.data())
def test_a_result_with_a_part_changed_is_refused_or_is_of_the_declared_types(data: st.DataObject):
    text = RESULT.encode(PostResult("a.md", "ja", "語", abbreviations=(Abbreviation("a", "b", Place(1, 2, 3, 4)),)))
    place = data.draw(st.integers(0, len(text)))
    broken = (
        text[:place]
        + data.draw(st.sampled_from(["", "1", '"', "[", "]", ",", "null", "0", "-", "."]))
        + text[place + 1 :]
    )
    try:
        result = RESULT.decode(broken)
    except ValueError:
        return
    assert RESULT.decode(RESULT.encode(result)) == result
