"""Comments that switch rules off for a line, and those that switch off nothing.

``# jpkit: ignore[rule-id, other] reason`` in YAML and TOML front matter, on the line or alone above it;
``<!-- jpkit: ignore[rule-id] reason -->`` in the body.
"""

import re
from collections.abc import Iterable

from jpkit.linting.model import Finding, Text
from jpkit.linting.page import Page
from jpkit.source import Span

_HINT = "jpkit: ignore["
_COMMENT = re.compile(
    r"^(?P<before>[^\n]*?)(?P<whole>(?:#|<!--)[ \t]*jpkit: ignore\[(?P<rules>[^\]\n]*)\][^\n]*)", re.MULTILINE
)
_UNUSED = Text(
    en="'{rules}' is not reported here; take the comment away",
    ja="'{rules}'はここでは報告されません。このコメントを消してください",
)


class Suppressions:
    """The suppressions of one page, and which of them have been of use."""

    def __init__(self, page: Page) -> None:
        self._by_line: dict[int, list[tuple[str, Finding]]] = {}
        self._used: set[Finding] = set()
        text = page.source.text
        if _HINT not in text:
            return
        for match in _COMMENT.finditer(text):
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
                self._by_line.setdefault(line, []).append((rule, unused))

    def covers(self, finding: Finding) -> bool:
        """Whether a comment suppresses the finding."""
        for rule, unused in self._by_line.get(finding.line, ()):
            if rule in (finding.rule, finding.group):
                self._used.add(unused)
                return True
        return False

    def all(self) -> Iterable[Finding]:
        """What would be said of every comment if it were unused."""
        return [unused for rules in self._by_line.values() for _, unused in rules]

    def unused(self, active: Iterable[str]) -> Iterable[Finding]:
        """A finding for each comment on rules that ran and suppressed nothing."""
        ran = set(active)
        for rules in self._by_line.values():
            yield from (unused for rule, unused in rules if unused not in self._used and rule in ran)
