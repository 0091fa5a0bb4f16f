"""The author's file: its text as it is on disk, and the one way to say where."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from jpkit.errors import JpkitError
from jpkit.messages import message

BOM = "\ufeff"


class Span(NamedTuple):
    """A half-open range of code points in ``Source.text``."""

    start: int
    end: int


class Piece(NamedTuple):
    """``length`` characters of a text (a block's, a title's) from ``at`` on, which stand at ``start`` in the source.

    Where the author wrote something else than the text reads (``&amp;``, a decomposed kana, an
    escape in a title), ``source_length`` differs from ``length`` and the piece is one whole.
    """

    at: int
    start: int
    length: int
    source_length: int


class Position(NamedTuple):
    """One-based line and column (in code points), as editors show them."""

    line: int
    column: int


class Place(NamedTuple):
    """Where something stands in the author's file, one-based; the end is just behind it."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Source:
    """A decoded file. ``text.encode()`` is what is on disk: newlines and a BOM are still there."""

    path: str
    text: str

    @cached_property
    def line_starts(self) -> list[int]:
        """The code point that each line begins at, with one more for the line that is not there, behind the end."""
        # Only "\n" ends a line: str.splitlines() also breaks at U+2028, U+0085 and form feeds,
        # which moves every later line number away from what editors and Hugo say.
        return list(accumulate([len(line) + 1 for line in self.text.split("\n")], initial=0))

    def position(self, offset: int) -> Position:
        """Line and column of a code point; a BOM takes no column, as in editors."""
        line = bisect_right(self.line_starts, offset)
        column = offset - self.line_starts[line - 1] + 1
        if line == 1 and column > 1 and self.text.startswith(BOM):
            column -= 1
        return Position(line, column)

    def offset(self, line: int, column: int) -> int:
        """The code point at a line and column: the way back from ``position``."""
        start = self.line_starts[line - 1]
        if line == 1 and self.text.startswith(BOM):
            column += 1
        return min(start + column - 1, len(self.text))

    def place(self, span: tuple[int, int]) -> Place:
        """Line and column of a span's start and end."""
        start, end = span
        return Place(*self.position(start), *self.position(end))

    def slice(self, span: Span) -> str:
        """The source text of a span, markup included."""
        return self.text[span.start : span.end]


def decode(path: str, data: bytes) -> Source:
    """Decode a file as UTF-8, with or without BOM.

    Raises:
        JpkitError: the bytes are not UTF-8; the message names the likely encoding, the place is
            the first byte that UTF-8 does not allow (the start, where other signs gave it away).
    """
    # UTF-16 and ISO-2022-JP can be valid UTF-8 byte by byte, so their signs come first.
    other = _encoding_by_signature(data)
    line = column = 1
    if other is None:
        try:
            return Source(path, data.decode("utf-8"))
        except UnicodeDecodeError as error:
            other = _likely_encoding(data)
            if other != "UTF-16":  # whose letters are no bytes
                before = data[: error.start].decode("utf-8")  # good UTF-8 as far as that
                line, column = Source(path, before).position(len(before))
    text = message("not-utf8", encoding=other) if other else message("not-text")
    raise JpkitError(text, path=path, line=line, column=column, key="not-utf8")


def _encoding_by_signature(data: bytes) -> str | None:
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    if b"\x1b$B" in head or b"\x1b$@" in head:
        return "ISO-2022-JP"
    # UTF-16 without BOM: the front matter is ASCII, so every other byte is NUL.
    even, odd = head[0:256:2], head[1:256:2]
    if len(odd) >= 2 and min(even.count(0), odd.count(0)) == 0:
        most = max(even.count(0), odd.count(0))
        if most * 2 > len(odd):
            return "UTF-16"
    return None


def _likely_encoding(data: bytes) -> str | None:
    """UTF-16, or Shift_JIS or EUC-JP, whichever reads as more Japanese; None for what is no Japanese text."""
    # Latin letters and line ends of UTF-16 have their NULs all on one side, 8-bit text has none.
    nuls = sorted((data[0::2].count(0), data[1::2].count(0)))
    if nuls[1] > 8 * nuls[0]:
        return "UTF-16"
    # Kana share alone decides between the two for running text: read as the wrong one of them,
    # hiragana turn into half-width katakana or rare kanji.
    best, most = None, 0
    for name, codec in (("Shift_JIS", "cp932"), ("EUC-JP", "euc_jp")):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        kana = sum("\u3041" <= c <= "\u30ff" for c in text) - sum("\uff61" <= c <= "\uff9f" for c in text)
        if kana > most:
            best, most = name, kana
    return best
