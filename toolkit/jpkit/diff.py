"""Changes to a file as a unified diff."""

import difflib
import re

# What git puts a name into quotes for; the last are bytes that are no UTF-8.
_QUOTED = re.compile('["\\\\\x00-\x1f\x7f\udc80-\udcff]')


def unified(path: str, before: str, after: str, *, color: bool = False) -> str:
    """The change as a unified diff that `git apply` and `patch -p1` take; "" where there is none."""
    if before == after:
        return ""
    old_lines, new_lines = _lines(before), _lines(after)
    # Most of the body is equal; past the context, difflib need not compare its lines.
    equal = 0
    for old, new in zip(reversed(old_lines), reversed(new_lines), strict=False):
        if old != new:
            break
        equal += 1
    cut = max(equal - 3, 0)
    name = path.lstrip("/")
    compared = difflib.unified_diff(
        old_lines[: len(old_lines) - cut], new_lines[: len(new_lines) - cut], _name(f"a/{name}"), _name(f"b/{name}")
    )
    return "".join(_shown(line, color) for line in compared)


def _name(path: str) -> str:
    """A path as git writes it: in quotes where signs would end it, else with a tab behind it where blanks would."""
    if _QUOTED.search(path):
        return f'"{_QUOTED.sub(_escape, path)}"'
    return f"{path}\t" if " " in path else path


def _escape(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}" if sign[0] in '"\\' else f"\\{sign[0].encode('utf-8', 'surrogateescape')[0]:03o}"


def _lines(text: str) -> list[str]:
    """Lines with their ends: only "\\n" ends one."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


_COLORS = {"---": 1, "+++": 1, "@": 36, "-": 31, "+": 32}  # as git's: bold, cyan, red, green


def _shown(line: str, color: bool) -> str:
    text, newline = (line[:-1], "\n") if line.endswith("\n") else (line, "\n\\ No newline at end of file\n")
    style = next((number for start, number in _COLORS.items() if text.startswith(start)), None)
    if color and style is not None:
        text = f"\x1b[{style}m{text}\x1b[0m"
    return text + newline
