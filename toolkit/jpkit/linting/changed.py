"""Which lines have changed, as git sees it: a team can begin with what it touches."""

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from jpkit.errors import JpkitError
from jpkit.linting.engine import Report
from jpkit.messages import message

# Paths are text here, as in ``site``.
# ruff: noqa: PTH100

_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_DIFF = ("diff", "--unified=0", "--inter-hunk-context=0", "--no-color", "--no-ext-diff", "--no-prefix")

Lines = Mapping[str, Sequence[range] | None]
"""Changed lines by absolute path; None: the whole file is new."""


def changed_lines(folder: str, revision: str | None) -> Lines:
    """The lines of a work tree that differ from a revision; by default what is staged, else from HEAD.

    Raises:
        JpkitError: git is not there, the folder is in no repository, or the revision does not exist.
    """
    root = _git(folder, "rev-parse", "--show-toplevel").rstrip("\n")
    what = ["--cached"] if revision is None else [revision]
    diff = _git(root, *_DIFF, *what, "--")
    if revision is None and not diff.strip():
        diff = _git(root, *_DIFF, "HEAD", "--")
    lines: dict[str, list[range] | None] = {}
    current: list[range] = []
    inside = 0  # lines of the hunk that are still to come: "++ a" is among them as "+++ a"
    for line in diff.split("\n"):
        if inside:
            inside -= not line.startswith("\\")  # \ No newline at end of file
        elif line.startswith("+++ "):
            current = []
            lines[os.path.abspath(f"{root}/{_unquoted(line[4:])}")] = current
        elif line.startswith("@@"):
            hunk = _HUNK.match(line)
            if hunk is not None:
                removed, start, count = (int(number or 1) for number in hunk.groups())
                current.append(range(start, start + count))
                inside = removed + count
    for path in _git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0"):
        if path:
            lines[os.path.abspath(f"{root}/{path}")] = None
    return lines


def is_revision(folder: str, name: str) -> bool:
    """Whether git knows a name as a revision; not where there is no git."""
    try:
        _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except JpkitError:
        return False
    return True


def in_changed_lines(report: Report, lines: Lines) -> Report:
    """The report with the findings on changed lines only."""
    kept = []
    for finding in report.findings:
        path = os.path.abspath(finding.path)
        ranges = lines.get(path, ())
        if ranges is None or any(finding.line in one for one in ranges):
            kept.append(finding)
    return report._replace(findings=tuple(kept))


def _unquoted(path: str) -> str:
    """A path as git writes it: in quotes, with octal bytes, where it is no plain ASCII."""
    path = path.rstrip("\t")
    if not path.startswith('"'):
        return path
    return path[1:-1].encode().decode("unicode_escape").encode("latin-1").decode("utf-8", "surrogateescape")


def _git(folder: str, *arguments: str) -> str:
    # Without fsmonitor: it would run what a strange repository configures.
    command = ("git", "-c", "core.fsmonitor=false", *arguments)
    try:
        done = subprocess.run(command, cwd=Path(folder), capture_output=True, check=True, stdin=subprocess.DEVNULL)
    except OSError as error:
        raise JpkitError(message("lint-git", reason=error.strerror or error)) from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise JpkitError(message("lint-git", reason=said.removeprefix("fatal: "))) from error
    return done.stdout.decode("utf-8", "surrogateescape")
