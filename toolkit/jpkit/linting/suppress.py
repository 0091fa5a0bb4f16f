"""Comments that switch rules off for a line, and those that switch off nothing.

``# jpkit: ignore[rule-id, other] reason`` in YAML and TOML front matter, on the line or alone above it;
``<!-- jpkit: ignore[rule-id] reason -->`` in the body.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jpkit.linting.model import Finding, Text
from jpkit.linting.page import Page
from jpkit.source import Span

_HINT = "jpkit: ignore["
_COMMENT = r"(?m)^(?P<before>[^\n]*?)(?P<whole>(?:#|<!--)[ \t]*jpkit: ignore\[(?P<rules>[^\]\n]*)\][^\n]*)"
_UNUSED = Text(
    en="'{rules}' is not reported here; take the comment away",
    ja="'{rules}'はここでは報告されません。このコメントを削除してください",
)


class Comment(NamedTuple):
    """One rule that a comment switches off for a line."""

    line: int
    rule: str
    """Its id, or a group."""
    unused: Finding
    """What there is to say where it suppresses nothing."""


def comments(page: Page) -> Iterator[Comment]:
    """What the comments of a page switch off."""
    text = page.source.text
    if _HINT not in text:
        return
    for match in re.finditer(_COMMENT, text):
        inside = match.start("whole") < page.post.body.start
        if inside != match["whole"].startswith("#"):
            continue
        place = page.source.place(Span(*match.span("whole")))
        # Alone on its line it speaks of the next one.
        line = place.line if match["before"].strip() else place.line + 1
        for rule in filter(None, (part.strip() for part in match["rules"].split(","))):
            unused = Finding(
                page.path, *place, "unused-suppression", "syntax", "warning", _UNUSED(rules=rule), None, ()
            )
            yield Comment(line, rule, unused)


class Suppressions:
    """The suppressions of one page, and which of them have been of use."""

    def __init__(self, comments: Iterable[Comment], used: Iterable[Comment] = ()) -> None:
        self._by_line: dict[int, list[Comment]] = {}
        for comment in comments:
            self._by_line.setdefault(comment.line, []).append(comment)
        self._used = set(used)

    def covers(self, finding: Finding) -> bool:
        """Whether a comment suppresses the finding."""
        for comment in self._by_line.get(finding.line, ()):
            if comment.rule in (finding.rule, finding.group):
                self._used.add(comment)
                return True
        return False

    def used(self) -> tuple[Comment, ...]:
        """The comments that have suppressed something."""
        return tuple(comment for comments in self._by_line.values() for comment in comments if comment in self._used)

    def unused(self, active: Iterable[str]) -> Iterable[Finding]:
        """A finding for each comment on rules that ran and suppressed nothing."""
        ran = set(active)
        for comments in self._by_line.values():
            yield from (one.unused for one in comments if one not in self._used and one.rule in ran)
