"""A post's blocks as one text in which names are looked for, and what a find in it is."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jpkit.document import Block, Mark
from jpkit.extraction.catalogue import fold
from jpkit.letters import KATAKANA, LETTERS

UPPER = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
LOWER = frozenset("abcdefghijklmnopqrstuvwxyz")
DIGITS = frozenset("0123456789")
ALNUM = LETTERS | DIGITS


class Hit(NamedTuple):
    """A stretch of the joined text that one record's spelling, or a vendor and the spelling, take."""

    start: int
    end: int
    record: int
    spelling: str


class Text(NamedTuple):
    """The blocks as one haystack, "\\n" before, between and behind them and at hard line breaks."""

    text: str
    starts: tuple[int, ...]
    """Where each segment begins in ``text``."""
    origins: tuple[tuple[int, int], ...]
    """The segment's block and its offset in that block's text."""
    blocks: Sequence[Block]
    spans: dict[tuple[int, str], list[Mark]]
    """Marks by block and kind, filled as they are asked for."""

    def locate(self, at: int) -> tuple[int, int]:
        """Block and offset of a place in ``text``."""
        segment = bisect_right(self.starts, at) - 1
        block, offset = self.origins[segment]
        return block, offset + at - self.starts[segment]

    def marked(self, start: int, end: int, *kinds: str) -> bool:
        """Whether the stretch lies inside a mark of one of these kinds (none of which nest in themselves)."""
        return any(self.mark(start, end, kind) is not None for kind in kinds)

    def mark(self, start: int, end: int, kind: str) -> Mark | None:
        """The mark of that kind that the stretch lies inside."""
        block, offset = self.locate(start)
        marks = self.spans.get((block, kind))
        if marks is None:
            marks = sorted(mark for mark in self.blocks[block].marks if mark.kind == kind)
            self.spans[block, kind] = marks
        at = bisect_right(marks, offset, key=lambda mark: mark.start) - 1
        return marks[at] if at >= 0 and offset + end - start <= marks[at].end else None


def join(blocks: Sequence[Block]) -> Text:
    parts = [""]
    starts, origins = [], []
    size = 1
    for number, block in enumerate(blocks):
        text = block.text
        done = 0
        for kind, start, _, _ in block.marks:
            if kind == "break" and start > done:
                starts.append(size)
                origins.append((number, done))
                parts.append(text[done:start])
                size += start - done + 1
                done = start
        starts.append(size)
        origins.append((number, done))
        parts.append(text[done:])
        size += len(text) - done + 1
    # Two line ends behind, so that a rule may look at two characters after any hit.
    return Text(fold("\n".join(parts)) + "\n\n", tuple(starts), tuple(origins), blocks, {})


def words_in(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in the text, not as a part of a longer one. Faster than to compile a pattern a post."""
    before = KATAKANA if word[0] in KATAKANA else _JOINS_BEFORE
    after = KATAKANA if word[-1] in KATAKANA else _JOINS_AFTER
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        joined = text[start - 1] in before or text[end] in after
        if not joined and not (text[end] in ".+#@" and sign_goes_on(text, end)):
            yield start, end
        start = text.find(word, end)


def sign_goes_on(text: str, at: int) -> bool:
    """Whether a sign behind a name makes another of it: github.com, Adblock++, adblock#, github@example.com.

    But rails#12 is an issue, textlint#lint a method, kuromojin@3 a version: they name Rails, textlint, kuromojin.
    """
    sign, further = text[at], text[at + 1]
    if sign == "+":
        return further == "+"
    if sign == "#":
        return further not in ALNUM
    if sign == "@" and further in LETTERS:
        at += 1
        while text[at] in ALNUM or text[at] == "-":
            at += 1
        return text[at] == "." and text[at + 1] in LOWER
    return sign == "." and further in ALNUM


_JOINS_BEFORE = ALNUM | frozenset("_.@-")
_JOINS_AFTER = ALNUM | frozenset("_/-")


def start_of_word(text: str, at: int) -> int:
    """Where the letters and digits of ASCII begin that end there."""
    while text[at - 1] in ALNUM:
        at -= 1
    return at


def end_of_word(text: str, at: int) -> int:
    """Where the letters and digits of ASCII end that begin there."""
    while text[at] in ALNUM:
        at += 1
    return at


def beside_english(text: str, start: int, end: int) -> bool:
    """Whether a Latin word stands a blank before or behind."""
    return (text[start - 1] == " " and text[start - 2] in ALNUM) or (text[end] == " " and text[end + 1] in ALNUM)


def between_english(text: str, start: int, end: int) -> bool:
    """Whether a Latin word stands a blank before and another behind."""
    return text[start - 1] == " " and text[start - 2] in ALNUM and text[end] == " " and text[end + 1] in ALNUM
