"""Mend a page: the bytes of the values that are wrong, and not one around them."""

from collections.abc import Sequence

from jpkit.linting.model import Problem
from jpkit.linting.page import Page


def apply(page: Page, problems: Sequence[Problem]) -> tuple[str, int]:
    """The page's text with the edits of the problems, and how many problems were mended.

    Edits of one problem go together or not at all; of two that overlap the first one is taken.
    """
    text = page.source.text
    taken: list[tuple[int, int, str]] = []
    done = 0
    for problem in sorted(problems, key=lambda one: one.span):
        edits = [(edit.span.start, edit.span.end, edit.text) for edit in problem.edits]
        if any((start < e and s < end) or (start, end) == (s, e) for start, end, _ in edits for s, e, _ in taken):
            continue
        taken += edits
        done += 1
    for start, end, new in sorted(taken, reverse=True):
        text = text[:start] + new + text[end:]
    return text, done
