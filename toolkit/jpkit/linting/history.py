"""When pages were last changed, as git knows: one call for all pages of a run."""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from jpkit.looks import looked
from jpkit.site import content_root

# Paths are text here, as in ``site``.
# ruff: noqa: PTH100, PTH110, PTH118, PTH120

_MOST_PATHS = 200
"""So many fit a command line anywhere; of more pages the log of their site is asked for."""
_MOST_PAGES = 20
"""A commit that changes more pages than these is a move, a script or a formatter."""
_FEWEST_LINES = 3
"""Lines added and removed together; below that a slip was mended, or the date itself."""


def last_change(path: str, among: Sequence[str] = ()) -> str | None:
    """When a page was last changed in earnest: the author's date, ISO 8601 with its offset.

    None where git does not know the page or has only seen it added, where all its commits change one
    line of it or many pages at once, without git, and outside of a work tree. ``among`` are the pages
    of the run, if they are few: git is asked once for them all, else once for the site. Asked once a
    process.
    """
    scope = tuple(map(os.path.abspath, among)) if len(among) <= _MOST_PATHS else ()
    when = _changes(scope or (content_root(path) or os.path.dirname(os.path.abspath(path)),)).get(os.path.abspath(path))
    looked("git", path, lambda: str(when))
    return when


@cache
def _changes(scope: tuple[str, ...]) -> Mapping[str, str]:
    """The last change of all pages in files and folders, by absolute path."""
    root = _root(os.path.dirname(scope[0]))
    if root is None:
        return {}
    # Without fsmonitor: it would run what a strange repository configures. Of a commit all files are
    # asked for, to see how many pages it changed.
    command = (
        "git", "-c", "core.fsmonitor=false", "log", "--no-merges", "--diff-filter=M", "--full-diff", "--numstat",
        "--format=%x01%aI", "-z", "--", *scope,
    )  # fmt: skip
    import subprocess  # 5 ms, for pages with a lastmod in a work tree

    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return {}
    changes: dict[str, str] = {}
    for when, path in _changed(done.stdout.decode("utf-8", "surrogateescape")):
        changes.setdefault(os.path.join(root, path), when)  # the latest commit comes first
    return changes


def _root(folder: str) -> str | None:
    """The work tree that a folder is in."""
    while folder:
        if os.path.exists(f"{folder}/.git"):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return None


def _changed(log: str) -> Iterator[tuple[str, str]]:
    """Date and path of every change that counts: ``\\1DATE\\0`` and ``ADDED\\tREMOVED\\tPATH\\0`` for each file."""
    for commit in log.split("\1")[1:]:
        when, *files = (part.lstrip("\n") for part in commit.split("\0"))
        rows = [row for row in (file.split("\t", 2) for file in files) if len(row) == 3]
        pages = [row for row in rows if row[2].endswith((".md", ".markdown"))]
        if len(pages) <= _MOST_PAGES:
            for added, removed, path in pages:
                if added.isdecimal() and int(added) + int(removed) >= _FEWEST_LINES:
                    yield when, path
