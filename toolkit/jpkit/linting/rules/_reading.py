"""Pages that cannot be read: every error of the readers is the finding of exactly one rule."""

import re
from collections.abc import Iterator, Mapping

from jpkit.errors import JpkitError
from jpkit.linting.model import Problem
from jpkit.linting.page import Page
from jpkit.linting.rules._dates import DATES
from jpkit.linting.rules._key_path import key_path
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
_NO_KEY = _WHOLE_LINE | {"front-matter-not-map", "not-utf8"}

_OPENING = re.compile("[\ufeff \t\r\n]*(---|\\+\\+\\+|\\{)")
_FORMATS = {"---": "yaml", "+++": "toml", "{": "json"}
_TOML_DATE = re.compile(
    rf"[ \t]*(?:{'|'.join(sorted(DATES))})[ \t]*=[ \t]*(\d{{4}}[-/.]\d[^\s#]*)",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\[A-Za-z]")
_TOML_NAME = re.compile(r"[ \t]*(?:\[+[ \t]*)?([^\s=\[\]]+)")


def reported(page: Page, rule: str) -> Iterator[Problem]:
    """The problem of a page that cannot be read, if it is this rule's."""
    error = page.problem
    if error is None or _is_archetype(page):
        return
    text = page.source.text
    at = page.source.offset(error.line or 1, error.column or 1)
    opening = _OPENING.match(text)
    form = _FORMATS[opening[1]] if opening else "yaml"
    owner, span = _owner(text, at, form, error)
    if owner == rule:
        start = opening.start(1) if opening and form == "json" else opening.end() if opening else at
        key = None if error.key in _NO_KEY else key_path(text, start, at, form)
        yield Problem(span, error.detail, key)


def _owner(text: str, at: int, form: str, error: JpkitError) -> tuple[str, Span]:
    """The rule that says it, and where: a parser often stops behind the mistake."""
    owner = _OWNERS.get(error.key, "front-matter-syntax")
    if owner == "front-matter-syntax":
        for start in (at, at - 1, at - 2):  # behind \x and \u, digits are missing
            escape = _ESCAPE.match(text, start) and text[at : at + 1] not in ("\r", "\n")
            if escape and (form != "yaml" or error.key == "front-matter-key"):
                return "latex-escape", Span(start, start + 2)
        line = text.rfind("\n", 0, at) + 1
        date = _TOML_DATE.match(text, line) if form == "toml" else None
        if date is not None:
            return "invalid-date", Span(*date.span(1))
        name = _TOML_NAME.match(text, line) if "Cannot overwrite" in error.detail else None
        if name is not None:
            return owner, Span(*name.span(1))
    end = min(at + (2 if error.key == "front-matter-escape" else 1), len(text))
    if text[at:end] in tuple(" \t\r\n"):
        end = at
    if error.key in _WHOLE_LINE:
        stop = text.find("\n", at)
        end = len(text[: stop if stop >= 0 else None].rstrip())
    return owner, Span(at, end)


def _is_archetype(page: Page) -> bool:
    """Whether the page is one of Hugo's templates for new pages, which nobody parses as it is."""
    return "archetypes" in page.path.split("/")[:-1] and "{{" in page.source.text
