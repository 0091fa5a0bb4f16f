"""Mend a page: the bytes of the values that are wrong, and not one around them."""

from bisect import bisect, insort
from collections.abc import Iterator, Mapping, Sequence

from jpkit.errors import JpkitError
from jpkit.linting.model import Edit, Problem
from jpkit.linting.page import Page
from jpkit.post import Field, Post, read_post
from jpkit.source import Source, Span


def apply(page: Page, problems: Sequence[Problem]) -> tuple[str, int]:
    """The page's text with the edits of the problems, and how many problems were mended.

    Edits of one problem go together or not at all; of two that meet the first one is taken. What was
    written has been read again: all other values are as before, in the same order, and the body is.
    A problem whose edits would change more than they say is left as it is.
    """
    chosen: list[Sequence[Edit]] = []
    together: list[Edit] = []  # in order: an edit can meet none but its neighbours
    for problem in sorted(problems, key=lambda one: one.span):
        edits: Sequence[Edit] = sorted(set(problem.edits))
        if edits and not any(_meets_one(edit, together) for edit in edits):
            chosen.append(edits)
            for edit in edits:
                insort(together, edit)
    if not chosen:
        return page.source.text, 0
    if not _changes_more(page, together):
        return _edited(page.source.text, together), len(chosen)
    # One of them is not what it seems: those that hold by themselves, one after the other.
    kept: list[Edit] = []
    done = 0
    for edits in chosen:
        more = sorted([*kept, *edits])
        if not _changes_more(page, more):
            kept = more
            done += 1
    return _edited(page.source.text, kept), done


def _meets_one(edit: Edit, others: Sequence[Edit]) -> bool:
    at = bisect(others, edit)
    return any(_meet(edit, other) for other in others[max(at - 1, 0) : at + 1])


def _meet(one: Edit, other: Edit) -> bool:
    (start, end), (begin, stop) = one.span, other.span
    return (start < stop and begin < end) or start == begin


def _edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with edits that are in order and do not meet."""
    pieces = []
    done = 0
    for (start, end), new in edits:
        pieces += [text[done:start], new]
        done = end
    return "".join([*pieces, text[done:]])


def _changes_more(page: Page, edits: Sequence[Edit]) -> bool:
    """Whether the edits change a value that they do not touch, or where the body begins."""
    try:
        after = read_post(Source(page.path, _edited(page.source.text, edits)))
    except JpkitError:
        return page.problem is None
    if page.problem is not None or page.post.format is None:
        return False  # there are no values to compare with; now there are some
    if after.format != page.post.format or after.body.start != _moved(page.post.body.start, edits):
        return True
    return _untouched(page.post, [edit.span for edit in edits]) != _untouched(after, _spans_after(edits))


def _untouched(post: Post, spans: Sequence[Span]) -> list[tuple[str, str]]:
    """Keys and values of the fields that none of the spans lies in."""
    return [(field.key, repr(field.value)) for field in _leaves(post) if not _touched(field, spans)]


def _moved(at: int, edits: Sequence[Edit]) -> int:
    """Where an offset is once the edits are made."""
    return at + sum(len(new) - (end - start) for (start, end), new in edits if end <= at)


def _spans_after(edits: Sequence[Edit]) -> list[Span]:
    """Where the edits are, once they are made."""
    spans = []
    moved = 0
    for (start, end), new in edits:
        spans.append(Span(start + moved, start + moved + len(new)))
        moved += len(new) - (end - start)
    return spans


def _touched(field: Field, spans: Sequence[Span]) -> bool:
    """Whether one of the spans lies in the field, its key or its value, edges included."""
    own = (field.key_span, field.value_span)
    return any(start <= span.end and span.start <= end for start, end in spans for span in own)


def _leaves(post: Post) -> Iterator[Field]:
    """Fields without fields inside, in the order of the file; none that are empty, which may get children."""
    for _, field in post.walk():
        holds_more = field.items or (isinstance(field.value, tuple | Mapping) and field.value)
        if not holds_more and field.style != "empty":
            yield field
