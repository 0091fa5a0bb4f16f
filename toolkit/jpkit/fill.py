"""Suggestions written into the empty front matter fields of a post; nothing else of it changes."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from jpkit.edit import is_empty, replace_value
from jpkit.extraction.model import PostResult
from jpkit.post import read_post
from jpkit.site import page_url
from jpkit.source import Source

FIELDS: Mapping[str, Callable[[PostResult], str | tuple[str, ...]]] = {
    "summary": lambda result: result.suggested.summary,
    "tags": lambda result: result.suggested.tags,
    "keywords": lambda result: result.suggested.keywords,
    "related": lambda result: tuple(dict.fromkeys(page_url(other.path) for other in result.related)),
}
"""What can be filled, and where the value comes from: a text, or several for a list."""

EMPTY = {"summary": 'summary: ""', "tags": "tags: []", "keywords": "keywords: []", "related": "related: []"}
"""How an author adds the field, in YAML."""


@dataclass(frozen=True, slots=True)
class Change:
    """A post before and after, as it is on disk (newlines, BOM)."""

    path: str
    before: str
    after: str
    filled: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Fields that the post does not have: they are not added."""


def fill(source: Source, result: PostResult, fields: Sequence[str]) -> Change:
    """Put the suggestions of ``result`` into those of the fields that are there and empty.

    A field with a value stays as it is, and so does one for which there is no suggestion.

    Raises:
        JpkitError: the front matter cannot be read, or a value cannot be replaced by itself.
    """
    text = source.text
    filled, missing = [], []
    for name in dict.fromkeys(fields):
        post = read_post(Source(source.path, text))
        field = post.get(name)
        value = FIELDS[name](result)
        if field is None:
            missing.append(name)
        elif value and is_empty(field):
            text = replace_value(post, field, value)
            filled.append(name)
    return Change(source.path, source.text, text, tuple(filled), tuple(missing))


def diff(change: Change, *, color: bool = False) -> str:
    """The change as a unified diff that `git apply` and `patch -p1` take; "" where there is none."""
    if change.before == change.after:
        return ""
    before, after = _lines(change.before), _lines(change.after)
    # The body is equal; past the context, difflib need not compare its lines.
    equal = 0
    for old, new in zip(reversed(before), reversed(after), strict=False):
        if old != new:
            break
        equal += 1
    cut = max(equal - 3, 0)
    name = change.path.lstrip("/")
    compared = difflib.unified_diff(before[: len(before) - cut], after[: len(after) - cut], f"a/{name}", f"b/{name}")
    return "".join(_shown(line, color) for line in compared)


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
