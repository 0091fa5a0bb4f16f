"""Pages that cannot be read: every error of the readers is the finding of exactly one rule."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jpkit.errors import JpkitError
from jpkit.linting.model import Problem
from jpkit.linting.page import Page
from jpkit.linting.rules._dates import DATES
from jpkit.source import Span

_OWNERS: Mapping[str | None, str] = {
    "front-matter-unclosed": "front-matter-delimiter",
    "front-matter-delimiter": "front-matter-delimiter",
    "front-matter-colon": "unquoted-colon",
    "front-matter-tab": "tab-indentation",
    "front-matter-escape": "latex-escape",
    "front-matter-control": "control-character",
    "front-matter-repeated": "duplicate-key",
    "not-utf8": "encoding",
}
"""Key of the readers' message → rule id; all others belong to front-matter-syntax."""

_WHOLE_LINE = frozenset({"front-matter-unclosed", "front-matter-delimiter", "front-matter-fence"})
_NO_KEY = _WHOLE_LINE | {"front-matter-not-map", "not-utf8"}

_OPENING = re.compile("[\ufeff \t\r\n]*(---|\\+\\+\\+|\\{)")
_FORMATS = {"---": "yaml", "+++": "toml", "{": "json"}
_TOML_DATE = rf"(?i)[ \t]*(?:{'|'.join(sorted(DATES))})[ \t]*=[ \t]*(\d{{4}}[-/.]\d[^\s#]*)"
_ESCAPE = re.compile(r"\\[A-Za-z]")
_TOML_NAME = re.compile(r"[ \t]*(?:\[+[ \t]*)?([^\s=\[\]]+)")

# Signs of an input method where a parser wants ASCII: behind a key, between items, around a value.
# Compiled for pages that cannot be read: others need none of them.
_SIGNS = (
    ("(?m)^[ \t-]*[\"']?[A-Za-z_][A-Za-z0-9_-]*[\"']?(：)", ":"),
    ('(?<=")[ \t]*(：)', ":"),
    ('(?m)^[ \t{,-]*"?[A-Za-z_][A-Za-z0-9_-]*"?[ \t]*[:=][ \t]*([\u3000\u00a0]+)', " "),
    ("(?m)^[A-Za-z_][A-Za-z0-9_-]*[ \t]*(＝)", "="),
    ("(?<=[\"'\\]}])[ \t]*([、，；])[ \t]*(?=[\"'\\[{])", ","),
    ("(?<=[=:\\[,])[ \t]*([“”＂‘’])", '"'),
)


class Sign(NamedTuple):
    """A character that looks like one of the format's own and is none."""

    span: Span
    found: str
    right: str
    key: str | None = None
    """Front matter path that it stands at."""


def wrong_sign(page: Page) -> Sign | None:
    """The full-width or curly sign that made a page unreadable, if one did: the first up to where reading stopped."""
    error = page.problem
    unread = error is not None and (error.key or "").startswith("front-matter-") and error.key not in _WHOLE_LINE
    if error is None or not unread or _is_archetype(page):
        return None
    text = page.source.text
    stop = text.find("\n", page.source.offset(error.line or 1, error.column or 1))
    # libyaml notices some of them a line late, so what stands above counts as well.
    found = [
        Sign(Span(*match.span(1)), match[1], right)
        for pattern, right in _SIGNS
        if (match := re.compile(pattern).search(text, 0, stop if stop >= 0 else len(text))) is not None
    ]
    if not found:
        return None
    from jpkit.linting.rules._key_path import key_path  # five patterns that pages which can be read do without

    first = min(found)
    form, start = _form(text, first.span.start)
    return first._replace(key=key_path(text, start, first.span.start, form))


def reported(page: Page, rule: str) -> Iterator[Problem]:
    """The problem of a page that cannot be read, if it is this rule's."""
    error = page.problem
    if error is None or _is_archetype(page) or wrong_sign(page) is not None:
        return
    text = page.source.text
    at = page.source.offset(error.line or 1, error.column or 1)
    form, start = _form(text, at)
    owner, span = _owner(text, at, form, error)
    if owner == rule:
        from jpkit.linting.rules._key_path import key_path

        key = None if error.key in _NO_KEY else key_path(text, start, at, form)
        yield Problem(span, error.detail, key)


def _form(text: str, at: int) -> tuple[str, int]:
    """The format of front matter that cannot be read, and where its first key may stand."""
    opening = _OPENING.match(text)
    if opening is None:
        return "yaml", at
    form = _FORMATS[opening[1]]
    return form, opening.start(1) if form == "json" else opening.end()


def _owner(text: str, at: int, form: str, error: JpkitError) -> tuple[str, Span]:
    """The rule that says it, and where: a parser often stops behind the mistake."""
    owner = _OWNERS.get(error.key, "front-matter-syntax")
    if owner == "front-matter-syntax":
        for start in (at, at - 1, at - 2):  # behind \x and \u, digits are missing
            escape = _ESCAPE.match(text, start) and text[at : at + 1] not in ("\r", "\n")
            if escape and (form != "yaml" or error.key == "front-matter-key"):
                return "latex-escape", Span(start, start + 2)
        line = text.rfind("\n", 0, at) + 1
        date = re.compile(_TOML_DATE).match(text, line) if form == "toml" else None
        if date is not None:
            return "invalid-date", Span(*date.span(1))
    if owner == "duplicate-key":
        name = _TOML_NAME.match(text, text.rfind("\n", 0, max(at - 1, 0)) + 1)
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
