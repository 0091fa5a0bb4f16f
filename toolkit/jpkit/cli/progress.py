"""A line on standard error that says how far the work is; nobody sees it who does not wait."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")

_PATIENCE = 1.0
"""Seconds of work before there is anything to see."""
_STEP = 0.1
"""Seconds between two changes of the line."""
_BAR = 24


def progress(items: Iterable[_T], total: int, *, show: bool = True) -> Iterator[_T]:
    """The items as they come; a bar of their share of ``total`` on a terminal after a second's work."""
    if not show or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield from items
        return
    due = time.monotonic() + _PATIENCE
    shown = False
    try:
        for count, item in enumerate(items, start=1):
            now = time.monotonic()
            if now >= due and total > 0:
                done = min(count / total, 1.0)
                bar = "━" * round(_BAR * done)
                sys.stderr.write(f"\r\x1b[K{bar:─<{_BAR}} {count}/{total}")
                sys.stderr.flush()
                due, shown = now + _STEP, True
            yield item
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
