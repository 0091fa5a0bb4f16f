"""Comments that switch a rule off for a line, and those that switch off nothing."""

from collections.abc import Iterable

from jpkit.linting.model import Finding
from jpkit.linting.page import Page


class Suppressions:
    """The suppressions of one page, and which of them have been of use."""

    def covers(self, finding: Finding) -> bool:
        """Whether a comment suppresses the finding."""
        return False

    def unused(self) -> Iterable[Finding]:
        """A finding for each comment that suppressed nothing."""
        return ()


def read_suppressions(page: Page) -> Suppressions:
    """The suppressions that stand in a page."""
    return Suppressions()
