"""How many columns a text takes in a terminal, and texts cut, padded and wrapped to columns.

East Asian Width (UAX #11): wide and full-width characters take two columns, ambiguous ones one.
The package wcwidth knows more scripts, but it takes as long to import as all of click.
"""

import re
import unicodedata
from collections.abc import Iterator

_JOINER = "\u200d"
_AS_EMOJI = "\ufe0f"

# What most text is made of: ASCII, and Japanese signs that take two columns and three bytes each.
_EVERYDAY = re.compile("[ -~\u3000-\u303e\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uff60]*")

# One thing to the eye: flags, and what variation selectors, skin tones, combining signs (the voicing
# marks of a decomposed kana) and joiners add to a character. Han with a selector as well: 葛󠄀.
_ADDS = "\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef\u20e3"
_CLUSTER = re.compile(
    f"[\U0001f1e6-\U0001f1ff]{{2}}|.[{_ADDS}]*(?:{_JOINER}[^{_ADDS}{_JOINER} ][{_ADDS}]*)*", re.DOTALL
)

# No line begins with these, none ends with those (JIS X 4051, the part that a terminal can show).
_NOT_FIRST = frozenset(
    "、。，．,.:;：；!?！？）)」』】］]〉》｝}〕・ーっゃゅょッャュョぁぃぅぇぉァィゥェォ々ゝゞ…‥％%〜~"
)
_NOT_LAST = frozenset("（(「『【［[〈《｛{〔")

_PIECE = re.compile(r"[!-~\u00a1-\u024f\u2010-\u201f]+|[ \u3000]+")


def width(text: str) -> int:
    """Columns that the text takes on one line."""
    if _EVERYDAY.fullmatch(text):
        return len(text) + (len(text.encode()) - len(text)) // 2
    return sum(_columns(cluster[0]) for cluster in _CLUSTER.finditer(text))


def pad(text: str, columns: int) -> str:
    """The text with blanks behind it up to that width."""
    return text + " " * (columns - width(text))


def shorten(text: str, columns: int) -> str:
    """The text, or as much of it as fits with a "…" behind it."""
    if width(text) <= columns:
        return text
    kept, used = [], 1
    for cluster in _CLUSTER.finditer(text):
        used += _columns(cluster[0])
        if used > columns:
            break
        kept.append(cluster[0])
    return "".join(kept).rstrip() + "…"


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most that many columns: broken at blanks, and anywhere in Japanese.

    A Latin word longer than the line is cut; a mark that no line begins with (、。」) may hang over.
    """
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text, columns):
        size = width(piece)
        if used + size > columns and line.strip() and piece[0] not in _NOT_FIRST:
            carried = line[-1] if line[-1] in _NOT_LAST and len(line) > 1 else ""
            lines.append(line[: len(line) - len(carried)].rstrip(" \u3000"))
            line, used = carried, width(carried)
        if line or piece.strip(" \u3000"):
            line += piece
            used += size
    return [*lines, line.rstrip(" \u3000")] if line.strip() else lines


def _pieces(text: str, columns: int) -> Iterator[str]:
    """What stays on one line: a Latin word, a run of blanks, any other character by itself."""
    done = 0
    while done < len(text):
        piece = _PIECE.match(text, done) or _CLUSTER.match(text, done)
        assert piece is not None  # a cluster matches any character
        for start in range(0, len(piece[0]), columns) if len(piece[0]) > columns else (0,):
            yield piece[0][start : start + columns] if len(piece[0]) > columns else piece[0]
        done = piece.end()


def _columns(cluster: str) -> int:
    first = cluster[0]
    if _AS_EMOJI in cluster or (len(cluster) > 1 and "\U0001f1e6" <= first <= "\U0001f1ff"):
        return 2
    if unicodedata.category(first) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(first) in "WF" else 1
