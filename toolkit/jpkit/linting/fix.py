"""Mend a page: the bytes of the values that are wrong, and not one around them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

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
    for problem in sorted(problems, key=lambda one: one.span):
        edits: Sequence[Edit] = sorted(set(problem.edits))
        if edits and not any(_meet(one, other) for one in edits for taken in chosen for other in taken):
            chosen.append(edits)
    if not chosen:
        return page.source.text, 0
    together = sorted(edit for edits in chosen for edit in edits)
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
    moved = _Moved(edits)
    if after.format != page.post.format or after.body.start != moved.offset(page.post.body.start):
        return True
    before = [(field.key, repr(field.value)) for field in _leaves(page.post) if not moved.touches(field)]
    spans = [moved.span(edit) for edit in edits]
    left = [(field.key, repr(field.value)) for field in _leaves(after) if not _touched(field, spans)]
    return before != left


class _Moved(NamedTuple):
    """Where things stand once the edits are made."""

    edits: Sequence[Edit]

    def offset(self, at: int) -> int:
        return at + sum(len(new) - (end - start) for (start, end), new in self.edits if end <= at)

    def span(self, edit: Edit) -> Span:
        before = sum(len(new) - (end - start) for (start, end), new in self.edits if start < edit.span.start)
        start = edit.span.start + before
        return Span(start, start + len(edit.text))

    def touches(self, field: Field) -> bool:
        return _touched(field, [edit.span for edit in self.edits])


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
