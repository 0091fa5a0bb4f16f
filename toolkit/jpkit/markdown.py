"""Markdown to blocks of prose, each with the way back to the author's file.

CommonMark and GFM by pyromark (pulldown-cmark), which gives the byte range of every event. What is
no prose never gets into a block: code fences, tags, math, URLs, shortcodes. What stood inside a
sentence leaves one ``HOLE``, so that the words around it are not glued together.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from html import unescape
from itertools import pairwise
from typing import Any

from jpkit.document import HOLE, Block, Document, Link, Mark
from jpkit.html_blocks import html_blocks, opens_embedded
from jpkit.lazy import lazy
from jpkit.markdown_source import only_markdown
from jpkit.source import Piece, Source, Span

# ASCII only: a URL in Japanese text ends where the Japanese goes on.
_URL = lazy(
    r"(?:https?|ftp)://[!-;=?-~]+|www\.[!-;=?-~]+|(?<![0-9A-Za-z:])[0-9A-Za-z._+-]+@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)+"
    rf"|(?<![0-9A-Za-z:]):[a-z][0-9a-z_+-]*:(?![0-9A-Za-z:])|{HOLE}+"
)
_URL_HINT = lazy(rf"://|www\.|@|:[a-z]|{HOLE}")
_DECOMPOSED = lazy("[\u3046-\u30fd][\u3099\u309a]")
_KANA = lazy("[\u3041-\u30ff]")
_NOTHING = " \t\n\r\u3000\0\ufffd" + HOLE
_BREAK_TAG = lazy(r"<br\s*/?>", re.IGNORECASE)
_CODE_TAG = lazy(r"<(/?)(?:code|tt)\b", re.IGNORECASE)


def read_document(
    source: Source, body: Span, *, title: Block | None = None, abstract: Sequence[Block] = ()
) -> Document:
    """Read the Markdown between ``body.start`` and ``body.end``; title and abstract become the first blocks."""
    reader = _read(source.text[body.start : body.end], body.start)
    # An image's text is done before the paragraph around it: back to reading order.
    blocks = sorted(reader.blocks, key=lambda block: block.pieces[0].start)
    front = [*([] if title is None else [title]), *abstract]
    return Document(source, (*front, *blocks), tuple(reader.links), tuple(reader.html))


def read_value(text: str, pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """The blocks of Markdown in a front matter value; ``pieces`` say where its text stands in the source."""
    # Where YAML has folded a line, it is a line again: between two words of Japanese there is no blank.
    lines = list(text)
    for before, after in pairwise(pieces):
        if after.at - before.at - before.length == 1 and lines[after.at - 1] == " ":
            lines[after.at - 1] = "\n"
    blocks = sorted(_read("".join(lines), 0).blocks, key=lambda block: block.pieces[0].start)
    return tuple(block._replace(pieces=tuple(_in_source(block.pieces, pieces))) for block in blocks)


def _in_source(within: Sequence[Piece], pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces that lead into a value, led on to where the value stands."""
    starts = [piece.at for piece in pieces]
    for at, start, length, source_length in within:
        end = start + source_length
        held = pieces[max(bisect_left(starts, start + 1) - 1, 0) : bisect_left(starts, end)]
        if length != source_length:
            first, last = held[0], held[-1]
            begin = first.start + (start - first.at if first.length == first.source_length else 0)
            stop = last.start + (end - last.at if last.length == last.source_length else last.source_length)
            yield Piece(at, begin, length, stop - begin)
            continue
        for piece in held:
            low, high = max(start, piece.at), min(end, piece.at + piece.length)
            if piece.length == piece.source_length and low < high:
                yield Piece(at + low - start, piece.start + low - piece.at, high - low, high - low)
            elif low < high:
                yield Piece(at + low - start, piece.start, high - low, piece.source_length)


def _read(text: str, offset: int) -> "_Reader":
    reader = _Reader(only_markdown(text), offset)
    reader.run()
    return reader


@cache
def _markdown() -> Any:
    import pyromark  # only commands that read bodies pay for it
    from pyromark import Options

    return pyromark.Markdown(
        options=Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_HEADING_ATTRIBUTES
        | Options.ENABLE_MATH
        | Options.ENABLE_DEFINITION_LIST
    )


# What opens a block of its own, and the kind its text gets where nothing inside says otherwise.
_OPENS = {
    "Paragraph": "paragraph",
    "Heading": "heading",
    "Item": "item",
    "TableCell": "cell",
    "FootnoteDefinition": "footnote",
    "BlockQuote": "quote",
    "DefinitionListTitle": "term",
    "DefinitionListDefinition": "paragraph",
}
_CONTAINERS = frozenset({"Item", "BlockQuote", "FootnoteDefinition"})
_INTERRUPTS = frozenset({"Paragraph", "Item", "BlockQuote", "Heading"})
_INLINE = {"Strong": "strong", "Strikethrough": "strike", "Link": "link", "Image": "image"}
_SKIPPED = frozenset({"CodeBlock", "HtmlBlock", "MetadataBlock"})
_PLACED = _SKIPPED | _INLINE.keys()  # of others nobody asks where they begin
_HEADING_LEVELS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
_ODD_BEGINNINGS = b"&\\"


# Makes a named tuple without the function that it has for this: half the time, for 170 pieces and blocks a post.
_new = tuple.__new__


class _Open:
    """A block being read: the parts of its text and their pieces."""

    __slots__ = ("first", "kind", "level", "line", "marks", "parts", "pieces", "size")

    def __init__(self, kind: str, level: int) -> None:
        self.kind = kind
        self.level = level
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.marks: list[Mark] = []
        self.size = self.line = 0
        self.first = ""  # sign of the line, behind the first line

    def add(self, text: str, start: int, source_length: int) -> None:
        if text:
            self.pieces.append(_new(Piece, (self.size, start, len(text), source_length)))
            self.parts.append(text)
            self.size += len(text)


class _Reader:
    """One pass over the events. The only mutable thing of this module; nothing of it leaves."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.html: list[Span] = []
        self._stack: list[_Open] = []
        self._inline: list[tuple[str, int, int, str, int]] = []  # kind, start, parts before it, target, source start
        self._containers: list[str] = []
        self._code: tuple[_Open, int] | None = None  # where a tag of inline code has opened
        self._joint = ""
        self._embedded = False  # inside a tweet that began in an earlier block of HTML
        self._odd = any(sign in text for sign in (HOLE, "\u3099", "\u309a"))  # asked once a post, not once a text

    def run(self) -> None:
        """Read all events, turning their byte ranges into code points of the source.

        Starts of what has a place (``_PLACED``, text) never decrease, so one forward count serves them
        all, and only the bytes in between are decoded again. Other events may point back: End events,
        and the box of a task behind the beginning of its paragraph.
        """
        data = self.text.encode()
        byte, point = 0, self.offset
        events = _markdown().events_with_range(self.text)
        for event, where in events:
            # It has one name and a value; one without a value is its name. Most are texts and ends.
            if "Text" in event:
                value, start = event["Text"], where["start"]
                if byte < start:
                    point += len(data[byte:start].decode())
                byte = where["end"]
                # It reads as it is written, or else it is an entity, or a backslash with a line end behind it.
                length = len(data[start:byte].decode()) if data[start] in _ODD_BEGINNINGS else len(value)
                self._add_text(value, point, length)
                point += length
                continue
            if "End" in event:
                tag = event["End"]
                self._end(tag if isinstance(tag, str) else next(iter(tag)))
                continue
            tag = ""
            if "Start" in event:
                value = event["Start"]
                tag = value if isinstance(value, str) else next(iter(value))
                if tag not in _PLACED:
                    self._start(tag, value)
                    continue
                if tag in _SKIPPED:
                    # Of what is inside only its end is read; nothing is nested there.
                    while "End" not in next(events)[0]:
                        pass
            elif isinstance(event, str):
                if event == "SoftBreak":
                    self._joint = self._joint or "soft"
                elif event == "HardBreak":
                    self._joint = "hard"
                continue
            start = where["start"]
            point += len(data[byte:start].decode())
            byte = start
            if tag in _INLINE:
                self._start_inline(tag, value, point)
                continue
            written = data[start : where["end"]].decode()
            if tag == "HtmlBlock":
                self.html.append(_new(Span, (point, point + len(written))))
                self._read_html(written, point)
            elif "Code" in event:
                self._add_code(event["Code"], point, written)
            elif "InlineMath" in event or "DisplayMath" in event:
                self._add_math(written, point)
            elif "InlineHtml" in event:
                self._add_tag(written)
        while self._stack:
            self._close()

    # blocks

    def _read_html(self, text: str, start: int) -> None:
        """The prose of a block of HTML, as blocks of their own."""
        if self._embedded or "</" not in text:  # somebody else's words; a comment, an anchor
            self._embedded = (self._embedded and "</blockquote" not in text) or opens_embedded(text)
            return
        self._embedded = opens_embedded(text)
        self._interrupt()
        for block in html_blocks(text):
            self._stack.append(_Open(block.kind, block.level))
            for kind, first, last in block.runs:
                if kind == "hole":
                    self._hole(start + first, last - first)
                elif kind == "text":
                    self._add_text(text[first:last], start + first, last - first)
                elif kind == "reference":
                    self._add_text(unescape(text[first:last]), start + first, last - first)
                else:
                    self._joint = kind if kind == "hard" else self._joint or kind
            self._close()

    def _start(self, tag: str, value: Any) -> None:
        kind = _OPENS.get(tag)
        if kind is None:  # List, Table, rows: only their insides are text
            if tag == "List":
                self._containers.append("list")
            return
        if tag in _CONTAINERS:
            self._containers.append(kind)
        level = 0
        if tag == "Heading":
            level = _HEADING_LEVELS[value["Heading"]["level"]]
        elif tag == "Paragraph" and self._containers:
            kind = self._containers[-1]
        if kind == "item":
            level = self._containers.count("list")
        if self._stack and tag in _INTERRUPTS:
            self._interrupt()
        self._joint = ""
        self._stack.append(_Open(kind, level))

    def _end(self, tag: str) -> None:
        if tag in _OPENS:
            if tag in _CONTAINERS:
                self._containers.pop()
            self._close()
        elif tag in _INLINE:
            self._end_inline(tag)
        elif tag == "List":
            self._containers.pop()

    def _close(self) -> None:
        """Turn what was read into a block, if it is anything."""
        self._joint = ""
        block = self._stack.pop()
        if block.parts and (text := "".join(block.parts)).strip(_NOTHING):
            marks = block.marks and [mark for mark in block.marks if mark.start < mark.end or mark.kind == "break"]
            self.blocks.append(_new(Block, (block.kind, text, tuple(block.pieces), tuple(marks), block.level)))

    def _interrupt(self) -> None:
        """The same with what was read so far: an item's text ends where its sub-list begins."""
        self._joint = ""
        if self._stack and self._stack[-1].parts:
            kind, level = self._stack[-1].kind, self._stack[-1].level
            self._close()
            self._stack.append(_Open(kind, level))

    # inline

    def _start_inline(self, tag: str, value: Any, start: int) -> None:
        kind = _INLINE[tag]
        target = value[tag]["dest_url"] if tag in ("Link", "Image") else ""
        if kind == "image":
            self._hole(start, 1)
            self._stack.append(_Open("caption", 0))
        if self._stack:
            # The joint belongs before the marked text; its first character is not known yet.
            self._join("x")
            block = self._stack[-1]
            self._inline.append((kind, block.size, len(block.parts), target, start))

    def _end_inline(self, tag: str) -> None:
        if not self._inline:
            return
        kind, start, before, target, source_start = self._inline.pop()
        if kind == "image":
            self._close()
            return
        block = self._stack[-1]
        if kind == "link":
            text = "".join(block.parts[before:])
            text = "" if text.strip(HOLE) == "" else text
            self.links.append(_new(Link, (text, target, _new(Span, (source_start, source_start + 1)))))
        block.marks.append(_new(Mark, (kind, start, block.size, target)))

    def _join(self, following: str) -> None:
        """Join two lines: with a blank between two Latin words, without one beside Japanese.

        (CSS Text 3, segment break transformation, and Hugo's eastAsianLineBreaks.)
        """
        if not self._joint:
            return
        block = self._stack[-1]
        hard, self._joint = self._joint == "hard", ""
        if not block.size:
            return
        ends = (block.first or block.parts[0][0]) in _HEADS or block.parts[-1].endswith(_POLITE_ENDS)
        hard = hard or ends or following in _BULLETS
        block.first = following
        if not (_is_wide(block.parts[-1][-1]) or _is_wide(following)):
            last = block.marks[-1] if block.marks else None
            # A line that is one link is an entry of a list, also where its author wrote no list.
            hard = hard or (last is not None and last[:3] == ("link", block.line, block.size))
            if hard:
                block.marks.append(Mark("break", block.size, block.size))
            block.parts.append(" ")
            block.size += 1
        elif hard:
            block.marks.append(Mark("break", block.size, block.size))
        block.line = block.size

    def _add_text(self, text: str, start: int, source_length: int) -> None:
        if not self._stack:
            return
        if self._joint:
            self._join(text[0])
        length = len(text)
        if length == source_length:  # else an entity such as &amp;
            if (self._odd or ":" in text or "@" in text or "www." in text) and _URL_HINT.search(text):
                self._add_with_holes(text, start)
                return
            if self._odd:
                self._add_composed(text, start)
                return
        block = self._stack[-1]  # block.add(), but for a call: nearly all text gets here
        block.pieces.append(_new(Piece, (block.size, start, length, source_length)))
        block.parts.append(text)
        block.size += length

    def _add_with_holes(self, text: str, start: int) -> None:
        done = 0
        for url in _URL.finditer(text):
            self._add_composed(text[done : url.start()], start + done)
            self._hole(start + url.start(), url.end() - url.start())
            done = url.end()
        self._add_composed(text[done:], start + done)

    def _add_composed(self, text: str, start: int) -> None:
        """Text that reads as it is written, but for kana that a Mac has decomposed: those are composed."""
        block = self._stack[-1]
        done = 0
        for kana in _DECOMPOSED.finditer(text):
            composed = unicodedata.normalize("NFC", kana[0])
            if len(composed) == 1:
                block.add(text[done : kana.start()], start + done, kana.start() - done)
                block.add(composed, start + kana.start(), 2)
                done = kana.end()
        block.add(text[done:], start + done, len(text) - done)

    def _add_code(self, text: str, start: int, written: str) -> None:
        if not self._stack or not text:
            return
        self._join(text[0])
        block = self._stack[-1]
        block.marks.append(_new(Mark, ("code", block.size, block.size + len(text), "")))
        inside = written.find(text)
        if inside < 0:
            # Over several lines, each end reads as a blank, sign for sign; else an escaped pipe, a quote's sign.
            inside = written.replace("\r", " ").replace("\n", " ").find(text)
        block.add(text, start + max(inside, 0), len(text) if inside >= 0 else len(written))

    def _add_tag(self, written: str) -> None:
        """A tag between two texts: of most nothing is left."""
        if _BREAK_TAG.match(written):
            self._joint = "hard"
            return
        tag = _CODE_TAG.match(written)
        if tag is None or not self._stack:
            return
        block = self._stack[-1]
        if not tag[1]:
            self._join("x")
            self._code = block, block.size
        elif self._code is not None and self._code[0] is block:
            block.marks.append(_new(Mark, ("code", self._code[1], block.size, "")))
            self._code = None

    def _add_math(self, written: str, start: int) -> None:
        if _KANA.search(written):  # two prices in one sentence, no formula
            self._add_text(written, start, len(written))
        else:
            self._hole(start, len(written))

    def _hole(self, start: int, source_length: int) -> None:
        if self._stack:
            self._join(HOLE)
            self._stack[-1].add(HOLE, start, source_length)


# A line that begins or ends so is one of its own, though Markdown sees a paragraph: so write those whose site or
# habit breaks lines as they are typed. Whether a sentence ends there is for ``sentences`` to say.
_HEADS = "■◆□◇▼【"
_BULLETS = "・●■◆◇○□▼▶※◎☆★→＊✅✓✔✗✘•‣【"
_POLITE_ENDS = ("です", "ます", "ました", "ません", "でした", "でしょう", "ましょう", "ください", "下さい")


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
