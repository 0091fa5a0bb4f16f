"""The prose of a block of HTML in Markdown: what stands in its paragraphs, items, headings and cells.

Blogs that came from WordPress or Movable Type have whole posts in HTML. What stands in other elements is mostly
no prose of the author's: boxes of shops, buttons, embedded players. So only elements of text are read, and of
what they hold neither scripts nor code.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jpkit.lazy import lazy


class HtmlRun(NamedTuple):
    """A piece of an element, ``text[start:end]``.

    ``kind`` is text, reference (&amp;), hole, for what is no prose, or soft or hard, where a line ends.
    """

    kind: str
    start: int
    end: int


class HtmlBlock(NamedTuple):
    """An element with text of its own: what a block of Markdown would be called, and its pieces."""

    kind: str
    level: int
    runs: tuple[HtmlRun, ...]


_KINDS = {
    **{f"h{level}": ("heading", level) for level in range(1, 7)},
    **dict.fromkeys(("p", "dd"), ("paragraph", 0)),
    **dict.fromkeys(("td", "th"), ("cell", 0)),
    "li": ("item", 1),
    "dt": ("term", 0),
    "figcaption": ("caption", 0),
}
# They end the text before them, and what stands in them alone is not read.
_OTHER = frozenset(
    "address article aside blockquote center details div dl fieldset figure footer form header hr main nav ol section"
    " summary table tbody tfoot thead tr ul".split()
)
# No repetition runs over another "<": every text is read once, whatever is in it. What is passed over goes by runs
# of other signs, not sign by sign: half the time.
_TOKEN = lazy(
    r"""
    <!--(?:[^-]+|-(?!->))*+(?:-->)?
  | <blockquote\b[^<>]{0,2000}\btwitter-tweet\b(?:[^<]+|<(?!/blockquote\s*>))*+(?:</blockquote\s*>)?
  | (?P<hole><(?P<hidden>script|style|pre|code|kbd|svg|math|iframe|noscript|template|textarea|select|button|object
      |video|audio|canvas|nav|cite)\b[^<>]{0,2000}>(?:[^<]+|<(?!/(?P=hidden)\s*>))*+(?:</(?P=hidden)\s*>)?)
  | <(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,20})\b[^<>]{0,2000}>
  | (?P<newline>[ \t]*\r?\n[ \t]*)
  | (?P<reference>&(?:[A-Za-z][A-Za-z0-9]{1,30}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});)
  | (?P<text>(?:[^<&\r\n \t]+|[ \t]+(?![ \t\r\n]))+|[<&\r]|[ \t]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)

_RUNS = {"text": "text", "reference": "reference", "newline": "soft", "hole": "hole"}


def html_blocks(text: str) -> Iterator[HtmlBlock]:
    """The elements of text of a block of HTML, in their order."""
    kind: tuple[str, int] | None = None
    runs: list[HtmlRun] = []
    for token in _TOKEN.finditer(text):
        what = token.lastgroup
        if what == "name":
            name = token["name"].lower()
            if name in _KINDS or name in _OTHER:
                if runs:
                    yield from _block(kind, runs)
                kind, runs = (None if token["closing"] else _KINDS.get(name)), []
            elif kind is not None and name == "br":
                runs.append(HtmlRun("hard", *token.span()))
        elif kind is not None and what is not None:
            if what == "text" and runs and runs[-1].kind == "text" and runs[-1].end == token.start():
                runs[-1] = runs[-1]._replace(end=token.end())
            else:
                runs.append(HtmlRun(_RUNS[what], *token.span()))
    yield from _block(kind, runs)


def opens_embedded(text: str) -> bool:
    """Whether a tweet begins here and goes on in the next block of HTML: an empty line parts the two."""
    at = text.rfind("twitter-tweet")
    return at >= 0 and text.find("</blockquote", at) < 0


def _block(kind: tuple[str, int] | None, runs: list[HtmlRun]) -> Iterator[HtmlBlock]:
    if kind is not None and any(run.kind in ("text", "reference") for run in runs):
        yield HtmlBlock(*kind, tuple(runs))
