"""When pages were last changed, as git knows: one call for all pages of a run."""

import os
from collections.abc import Iterator, Mapping, Sequence

# Paths are text here, as in ``site``.
# ruff: noqa: PTH100, PTH110, PTH118, PTH120

_MOST_PATHS = 200
"""So many fit a command line anywhere; of more pages the log of their common folder is asked for."""
_MOST_PAGES = 20
"""A commit that changes more pages than these is a move, a script or a formatter."""
_FEWEST_LINES = 3
"""Lines added and removed together; below that a slip was mended, or the date itself."""


def last_changes(paths: Sequence[str]) -> Mapping[str, str]:
    """By absolute path, when a page was last changed in earnest: the author's date, ISO 8601 with offset.

    Left out are pages that git does not know or has only seen added, commits that change one line of
    a page, and commits that change many pages at once. Without git, or outside of a work tree, there
    is nothing.
    """
    absolute = [os.path.abspath(path) for path in paths]
    folder = os.path.commonpath([os.path.dirname(path) for path in absolute]) if absolute else ""
    root = _root(folder)
    if root is None:
        return {}
    few = len(absolute) <= _MOST_PATHS
    # Without fsmonitor: it would run what a strange repository configures. Of a few pages the whole
    # commit is asked for, to see how many others it changed.
    command = (
        "git", "-c", "core.fsmonitor=false", "log", "--no-merges", "--diff-filter=M", "--numstat",
        *(["--full-diff"] if few else []), "--format=%x01%aI", "-z", "--", *(absolute if few else [folder]),
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
