"""Pages that cannot be read: every error of the readers is the finding of exactly one rule."""

from collections.abc import Iterator, Mapping

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


def reported(page: Page, rule: str) -> Iterator[Problem]:
    """The problem of a page that cannot be read, if it is this rule's."""
    error = page.problem
    if error is None or _OWNERS.get(error.key, "front-matter-syntax") != rule:
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
