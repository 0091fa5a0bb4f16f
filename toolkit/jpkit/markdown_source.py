"""What a post's text is to a reader of Markdown: what Hugo reads before it, and code that it would miss, blanked out.

All at equal length, so that every offset stays true.
"""

import re

from jpkit.lazy import lazy

HOLE = "\ufffc"
"""Stands in a block's text for one thing that is no prose: a URL, a formula, a shortcode."""


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
    return _NOT_MARKDOWN.sub(_blank, text) if _may_hold_foreign(text) else text


# Shortcodes whose inside is no prose; of any other paired shortcode the inside is read.
_CODE_SHORTCODES = "highlight|mermaid|math|katex|chart|diagram|plantuml|rawhtml|raw|html|code|gist|tex|latex|plotly"

# Everything that Hugo or a neighbour of it (Zenn, Jekyll) reads before Markdown does. Display math is
# among it because a line "=" inside would make what stands above a heading. Every branch begins with a
# literal, so that the search skips to the signs that can begin one: a tenth of the time.
_NOT_MARKDOWN = lazy(
    rf"""
    \{{\{{[<%]\s*({_CODE_SHORTCODES})\b[^{{}}]*[>%]\}}\}}.*?\{{\{{[<%]\s*/\s*\1\s*[>%]\}}\}}
  | \{{\{{[<%](?:(?!\{{\{{[<%]).)*?[>%]\}}\}}
  | \{{%[^\n]*?%\}}
  | \{{(?<![`{{$]\{{)\{{(?![{{<%])[^{{}}\n]{{1,200}}\}}\}}(?!`)
  | :(?<=^:)::[^\n]*
  | \$(?<=^\$)\$(?:(?!\n[ \t]*\r?\n).)*?\$\$
  | @(?<=^@)\[[a-z]+\]\([^)\n]*\)
  | \\\\?\[[^\u3041-\u30ff\n]+?\\\\?\](?!\()
  | \\\\?\([^\u3041-\u30ff\n]+?\\\\?\)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE | re.ASCII,
)

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


def _blank(match: re.Match[str]) -> str:
    """What Markdown does not know, as blanks, holes, or a tag around the text that it shows."""
    text = match.string
    before = text.rfind("\n", 0, match.start()) + 1
    after = text.find("\n", match.end())
    alone = not text[before : match.start()].strip(_BLANKS) and not text[
        match.end() : after if after >= 0 else None
    ].strip(_BLANKS)
    shown = None if alone or len(match[0]) > _LONGEST_SHOWN else _SHOWN_TEXT.fullmatch(match[0])
    if shown is not None:
        opening, inside, closing = shown.groups()
        return f"<a{_filled(opening[2:-1], ' ')}>{inside}</a{_filled(closing[3:-1], ' ')}>"
    return _filled(match[0], " " if alone else HOLE)


def _filled(text: str, fill: str) -> str:
    return "".join(c if c in "\r\n" else fill for c in text)
