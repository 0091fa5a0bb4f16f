"""What a post's text is to a reader of Markdown: what Hugo reads before it, and code that it would miss, blanked out.

All at equal length, so that every offset stays true.
"""

import re
from functools import cache

from jpkit.document import HOLE
from jpkit.lazy import lazy


def only_markdown(text: str) -> str:
    """The text of a post's body with nothing but Markdown in it, sign for sign.

    A shortcode that has its lines to itself becomes blanks (a paragraph break), one inside a line
    becomes holes: blanks at the start of a line would make it indented code. Of one inside a line with
    ``text="…"`` that text is read, as what stands between two tags: themes show it (Docsy's and
    Kubernetes' tooltips, buttons, links).
    """
    if "\t" in text and ("`\t" in text or "~\t" in text):
        text = _FENCE_BEFORE_TAB.sub(lambda line: line[0].replace("\t", " "), text)
    if "<pre" in text:
        text = _PREFORMATTED.sub(_without_code, text)
    if "]: javascript:" in text:
        text = _BOOKMARKLET.sub(lambda line: " " * len(line[0]), text)
    return _without_foreign(text) if _may_hold_foreign(text) else text


# Shortcodes whose inside is no prose; of any other paired shortcode the inside is read.
_CODE_SHORTCODES = "highlight|mermaid|math|katex|chart|diagram|plantuml|rawhtml|raw|html|code|gist|tex|latex|plotly"

# Everything that Hugo or a neighbour of it (Zenn, Jekyll) reads before Markdown does; of what has a name here only how
# it opens. Display math is among it because a line "=" inside would make what stands above a heading. Every branch
# begins with a literal, so that the search skips to the signs that can begin one: a tenth of the time.
_FOREIGN = lazy(
    rf"""
    \{{\{{[<%]\s*(?P<code>{_CODE_SHORTCODES})\b[^{{}}]*[>%]\}}\}}
  | \{{\{{[<%](?:(?!\{{\{{[<%]).)*?[>%]\}}\}}
  | (?P<tag>\{{%)
  | \{{(?<![`{{$]\{{)\{{(?![{{<%])[^{{}}\n]{{1,200}}\}}\}}(?!`)
  | :(?<=^:)::[^\n]*
  | \$(?<=^\$)\$(?:(?!\n[ \t]*\r?\n).)*?\$\$
  | @(?<=^@)\[[a-z]+\]\([^)\n]*\)
  | \\\\?(?P<math>[\[(])
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE | re.ASCII,
)
# What closes it, and what may not stand before that.
_CLOSINGS = {
    "{%": (lazy(r"%\}"), lazy("\n")),
    "[": (lazy(r"\\\\?\](?!\()"), lazy("[\u3041-\u30ff\n]")),
    "(": (lazy(r"\\\\?\)"), lazy("[\u3041-\u30ff\n]")),
}

# {{< glossary_tooltip text="Pod" term_id="pod" >}}: what is before its text, the text, and the rest.
_SHOWN_TEXT = lazy(
    r"""(\{\{[<%](?:[^"]|"[^"]*")*?\stext=")([^"\\<>`\r\n]*[^"\\<>`\s])("[^"]*(?:"[^"]*"[^"]*)*[>%]\}\})"""
)
_LONGEST_SHOWN = 400
_BLANKS = " \t\r"  # what Markdown calls blank; U+2028 is a letter to it

# To pyromark 0.10 it closes no code, to CommonMark (0.31.2, section 4.5) it does.
_FENCE_BEFORE_TAB = lazy(r"^[ >]*(?:`{3,}|~{3,})[ \t]+(?=\r?$)", re.MULTILINE)


# Code that Markdown takes for prose: of <pre> what stands behind an empty line, where other HTML or a list is around
# it, and the address of a bookmarklet with a blank in it, which makes no definition of a link.
_PREFORMATTED = lazy(r"<pre\b([^<>]*>)((?:[^<]+|<(?!/?pre\b))*+)(?=</pre\b)")
_BOOKMARKLET = lazy(r"""^[ ]{0,3}\[[^\]\n]*\]:[ ]javascript:[^ \n]*+[ ]+(?!["'(])[^\n]+""", re.MULTILINE)


def _without_code(match: re.Match[str]) -> str:
    """Blanks for the code, holes where it is part of a line; a tag that stands in code itself is none."""
    code = match[2]
    line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    if line.count("`") % 2 or "\n```" in code or "\n~~~" in code:
        return match[0]
    blank = "\n".join([" " * len(line) for line in code.split("\n")]) if "\n" in code else HOLE * len(code)
    return f"<pre{match[1]}{blank}"


def _may_hold_foreign(text: str) -> bool:
    # One sign is found in a twentieth of the time of two.
    return any(signs[0] in text and signs in text for signs in ("{{", "{%", ":::", "\\", "@[", "$$"))


def _without_foreign(text: str) -> str:
    parts: list[str] = []
    done = at = 0
    stops: dict[str, int] = {}
    hopeless: set[str] = set()  # opened so, nothing is closed before its stop: no text is searched twice
    while (opening := _FOREIGN.search(text, at)) is not None:
        start, end = opening.span()
        name = opening[opening.lastgroup] if opening.lastgroup else ""
        if name:
            closing, stop = _closing(name)
            if stops.get(name, -1) < end:
                stopped = stop.search(text, end)
                stops[name] = stopped.start() if stopped is not None else len(text)
                hopeless.discard(name)
            begin = end + (opening.lastgroup == "math")  # in which there is something
            closed = None if name in hopeless else closing.search(text, begin, stops[name])
            if closed is not None:
                end = closed.end()
            else:
                hopeless.add(name)
                if opening.lastgroup != "code":  # by itself it is no shortcode
                    at = start + 1
                    continue
        parts += [text[done:start], _blank(text, start, end)]
        done = at = end
    return "".join([*parts, text[done:]])


@cache
def _closing(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _CLOSINGS.get(name) or (re.compile(rf"\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}", re.ASCII), re.compile(r"\Z"))


def _blank(text: str, start: int, end: int) -> str:
    """What Markdown does not know, as blanks, holes, or a tag around the text that it shows."""
    alone = _has_its_lines(text, start, end)
    shown = None if alone or end - start > _LONGEST_SHOWN else _SHOWN_TEXT.fullmatch(text, start, end)
    if shown is not None:
        opening, inside, closing = shown.groups()
        return f"<a{_filled(opening[2:-1], ' ')}>{inside}</a{_filled(closing[3:-1], ' ')}>"
    return _filled(text[start:end], " " if alone else HOLE)


def _has_its_lines(text: str, start: int, end: int) -> bool:
    while start and text[start - 1] in _BLANKS:
        start -= 1
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    return (not start or text[start - 1] == "\n") and (end == len(text) or text[end] == "\n")


def _filled(text: str, fill: str) -> str:
    return "".join(c if c in "\r\n" else fill for c in text)
