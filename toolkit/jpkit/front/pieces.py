"""Where the characters of a string value stand in the source, escapes and folded lines or not."""

import re

from jpkit.front.field import Field
from jpkit.source import Piece, Source

_NEWLINE = re.compile(r"\r?\n")
_BREAK = r"(?:\r\n|[\r\n\x85\u2028\u2029])"  # what YAML 1.1 ends a line at
_FOLD = rf"(?P<fold>[ \t]*(?:{_BREAK}[ \t]*)+)"
_ESCAPE = (
    r"(?P<escape>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[^\r\n])"
)
_BLANK = rf"(?![ \t]*{_BREAK})\s"  # a blank inside a line
_DOUBLE_FOLDED = rf"(?P<joined>\\{_BREAK}[ \t]*)|{_ESCAPE}|{_FOLD}|(?P<text>(?:[^\\\s]|{_BLANK})+)"
_SINGLE_FOLDED = rf"(?P<escape>'')|{_FOLD}|(?P<text>(?:[^'\s]|{_BLANK})+)"
_DOUBLE = rf"(?P<joined>\\[ \t]*\r?\n[ \t\r\n]*)|{_ESCAPE}|(?P<newline>\r\n)|(?P<text>(?:[^\\\r]|\r(?!\n))+)"
_SINGLE = r"(?P<newline>\r\n)|(?P<text>(?:[^\r]|\r(?!\n))+)"
# Compiled where a value of that style is asked about: together they take a millisecond of every start.
_TOKENS = {
    # As JSON and TOML read it; where the text does not come out right, YAML has folded its lines.
    "double": (_DOUBLE, _DOUBLE_FOLDED),
    "single": (_SINGLE, _SINGLE_FOLDED),
    "multiline": (_DOUBLE,),
    "multiline-literal": (_SINGLE,),
}
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s*)+")  # anchor and tag
_BLANKS = frozenset(" \t\n\x85\u2028\u2029")
_LINE = rf"[ \t]*(?P<text>[^\r\n\x85\u2028\u2029]*)(?:{_BREAK}|\Z)"


def string_pieces(source: Source, field: Field) -> tuple[Piece, ...]:
    """Where the characters of a string value stand in the source, in order.

    Text that reads as it is written is a piece of equal lengths. An escape is a piece of one
    character with its own source length. What a folded line break turns into is in no piece.
    Of an alias, and of a value that is no string, the whole is one piece.
    """
    value = field.value if isinstance(field.value, str) else source.slice(field.value_span)
    start, end = field.value_span
    if not value:
        return ()
    properties = _PROPERTIES.match(source.text, start, end) if field.style != "alias" else None
    inside = properties.end() if properties else start
    if source.text.startswith(value, inside) and inside + len(value) == end:
        return (Piece(0, inside, len(value), len(value)),)
    found: tuple[Piece, ...] | None = None
    if field.style in _TOKENS:
        quote = 3 if field.style.startswith("multiline") else 1
        opened = inside + quote
        if quote == 3 and (newline := _NEWLINE.match(source.text, opened)):
            opened = newline.end()
        for token in _TOKENS[field.style]:
            found = found or _pieces_of_quoted(source.text, value, re.compile(token), opened, end - quote)
    elif field.style in ("plain", "literal", "folded"):
        found = _pieces_of_lines(source.text, value, inside, end, header=field.style != "plain")
    # One less than the span where the lengths are equal by chance: still one whole, never a line of text.
    return found or (Piece(0, start, len(value), end - start - (len(value) == end - start)),)


def _pieces_of_quoted(text: str, value: str, token: re.Pattern[str], start: int, end: int) -> tuple[Piece, ...] | None:
    """The pieces between two quotes; None where reading them this way does not give the value."""
    pieces = []
    at = 0
    while start < end:
        match = token.match(text, start, end)
        if match is None:
            return None
        size = match.end() - start
        if match.lastgroup == "text":
            if not value.startswith(match[0], at):
                return None
            pieces.append(Piece(at, start, size, size))
            at += size
        elif match.lastgroup == "escape":
            pieces.append(Piece(at, start, 1, size))
            at += 1
        elif match.lastgroup == "newline":
            at += 1
        elif match.lastgroup == "fold":
            breaks = re.findall(_BREAK, match[0])
            at += len(breaks) if len(breaks) == 1 or breaks[0] in "\u2028\u2029" else len(breaks) - 1
        start = match.end()
    return tuple(pieces) if at == len(value) else None


def _pieces_of_lines(text: str, value: str, start: int, end: int, *, header: bool) -> tuple[Piece, ...] | None:
    """The pieces of a value over several lines without quotes: its lines stand in it one by one."""
    pieces = []
    at = 0
    for number, line in enumerate(re.compile(_LINE).finditer(text, start, end)):
        content = line["text"].rstrip(" \t")
        if not content or (header and number == 0):
            continue
        while not value.startswith(content, at) and value[at : at + 1] in _BLANKS:
            at += 1
        if not value.startswith(content, at):
            return None
        pieces.append(Piece(at, line.start("text"), len(content), len(content)))
        at += len(content)
    return tuple(pieces)
