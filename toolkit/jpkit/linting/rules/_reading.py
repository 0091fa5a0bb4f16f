"""Pages that cannot be read: every error of the readers is the finding of exactly one rule."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jpkit.linting.model import Problem
from jpkit.linting.page import Page
from jpkit.source import Span

_OWNERS: Mapping[str | None, str] = {
    "front-matter-unclosed": "front-matter-delimiter",
    "front-matter-delimiter": "front-matter-delimiter",
    "front-matter-colon": "unquoted-colon",
    "front-matter-tab": "tab-indentation",
    "front-matter-escape": "latex-escape",
    "front-matter-control": "control-character",
    "not-utf8": "encoding",
}
"""Key of the readers' message → rule id; all others belong to front-matter-syntax."""

_WHOLE_LINE = frozenset({"front-matter-unclosed", "front-matter-delimiter", "front-matter-fence"})

# Signs of an input method where a parser wants ASCII: behind a key, between items, around a value.
_SIGNS = (
    (re.compile("^[ \t-]*[\"']?[A-Za-z_][A-Za-z0-9_-]*[\"']?(：)", re.MULTILINE), ":"),
    (re.compile('(?<=")[ \t]*(：)'), ":"),
    (re.compile("^[ \t-]*[A-Za-z_][A-Za-z0-9_-]*[ \t]*:([\u3000\u00a0]+)", re.MULTILINE), " "),
    (re.compile("^[A-Za-z_][A-Za-z0-9_-]*[ \t]*(＝)", re.MULTILINE), "="),
    (re.compile("(?<=[\"'\\]}])[ \t]*([、，；])[ \t]*(?=[\"'\\[{])"), ","),
    (re.compile("(?<=[=:\\[,])[ \t]*([“”＂‘’])"), '"'),
)


class Sign(NamedTuple):
    """A character that looks like one of the format's own and is none."""

    span: Span
    found: str
    right: str


def wrong_sign(page: Page) -> Sign | None:
    """The full-width or curly sign that made a page unreadable, if one did: the first up to where reading stopped."""
    error = page.problem
    if error is None or not (error.key or "").startswith("front-matter-") or error.key in _WHOLE_LINE:
        return None
    text = page.source.text
    stop = text.find("\n", page.source.offset(error.line or 1, error.column or 1))
    # libyaml notices some of them a line late, so what stands above counts as well.
    found = [
        Sign(Span(*match.span(1)), match[1], right)
        for pattern, right in _SIGNS
        if (match := pattern.search(text, 0, stop if stop >= 0 else len(text))) is not None
    ]
    return min(found, default=None)


def reported(page: Page, rule: str) -> Iterator[Problem]:
    """The problem of a page that cannot be read, if it is this rule's."""
    error = page.problem
    if error is None or _OWNERS.get(error.key, "front-matter-syntax") != rule or wrong_sign(page) is not None:
        return
    text = page.source.text
    start = page.source.offset(error.line or 1, error.column or 1)
    end = min(start + (2 if error.key == "front-matter-escape" else 1), len(text))
    if text[start:end].isspace():
        end = start
    if error.key in _WHOLE_LINE:
        stop = text.find("\n", start)
        end = len(text[: stop if stop >= 0 else None].rstrip())
    yield Problem(Span(start, end), error.detail)
