"""What the patterns of both languages are given: a block with its sentences, and the page around it."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from jpkit.document import Block
from jpkit.extraction.definition_key import definition_key
from jpkit.extraction.japanese import term_key
from jpkit.lazy import lazy
from jpkit.sentences import sentences


class Found(NamedTuple):
    """A sentence that a pattern found, and how often what the pattern finds is a definition."""

    term: str
    start: int
    end: int
    base: float
    aliases: tuple[str, ...] = ()
    """Other names that the sentence gives the term: CD of 継続的デリバリー(CD)は…"""


class Lines:
    """A block and its sentences, which are only looked for where a pattern may match."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.text = block.text

    @cached_property
    def ends(self) -> Mapping[int, int]:
        """Sentence starts and their ends."""
        breaks = [mark.start for mark in self.block.marks if mark.kind == "break"]
        return dict(sentences(self.text, breaks))


LONGEST_HEADING = 200  # characters that are looked at
_LONGEST_PAGE = 50_000  # characters in which mentions are counted
_OFTEN = 2
_VERY_OFTEN = 5
_SHORT_PAGE, _BLOCKS = 600, 3
"""Mentions from which a page without a title may be about a term, or plainly is.

A page of so few characters may be with one mention, where it is a page and not a line or two.
"""


class Page:
    """The title and headings that a block stands under, and what the page is about."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._title = ""
        self._names: tuple[str, ...] = ()
        self._keys: set[str] = set()
        self._seen: list[str] = []  # whose keys are not in there yet: few pages ask for any
        self.on_top = True
        """Whether the next block is the first of the body: a page about one term begins with its definition."""
        self.above: Block | None = None
        """The heading, or the question in bold, right above the block; None further down."""

    def see(self, block: Block) -> None:
        """A title or heading: what follows stands below it."""
        self.above = block
        self._seen.append(block.text)
        if block.kind == "title":
            text = _without_question(block.text)
            self._title = definition_key(text)
            self._names = tuple(name for part in _PARTS.split(text) if (name := part.strip()))
        else:
            self.on_top = False

    def pass_block(self) -> None:
        """A block with text: the next does not stand right below a heading."""
        self.above, self.on_top = None, False

    @property
    def keys(self) -> set[str]:
        """What the title and the headings so far are about."""
        while self._seen:
            self._keys |= _keys(self._seen.pop())
        return self._keys

    @property
    def above_keys(self) -> set[str]:
        """What the heading right above the block is about."""
        return set() if self.above is None else _keys(self.above.text)

    @property
    def has_title(self) -> bool:
        return bool(self._title)

    def begins_with(self, term: str, *, plainly: bool = False) -> bool:
        """Whether the block opens the page and the page is about the term, perhaps or plainly.

        Its title says so, or where there is none the text, which goes on to speak of the term.
        """
        if not self.on_top:
            return False
        key = definition_key(term)
        if self._title:
            if plainly:
                return key in self.keys or self._title in key
            return key in self._title or self._title in key
        key = key if key.isascii() else term_key(term)
        if plainly:
            return self._text.count(key) >= _VERY_OFTEN
        short = len(self._text) < _SHORT_PAGE and len(self._blocks) >= _BLOCKS
        return short or self._text.count(key) >= _OFTEN

    def titled(self, term: str) -> tuple[str, ...]:
        """The title where the first sentence only adds to it what it is: 自己修復 for 自己修復システム.

        Not where the title says more: a page on chart tests may begin with what a chart is.
        """
        if not self.on_top:
            return ()
        key = definition_key(term)
        names = [(name, definition_key(name)) for name in self._names]
        return tuple(name for name, other in names if other != key and other in key and 2 * len(other) >= len(key))

    @cached_property
    def _text(self) -> str:
        text = "\n".join(block.text for block in self._blocks)[:_LONGEST_PAGE]
        return unicodedata.normalize("NFKC", text).casefold().replace(" ", "").replace("-", "")


def named(heading: str) -> str:
    """A title or heading, as far as it is looked at, without what counts or adorns it: 1.2 Goとは, ■Goとは."""
    return _NUMBERING.sub("", heading[:LONGEST_HEADING], count=1)


_NUMBERING = lazy(
    r"\A\s*(?:第?[0-9０-９]+[章節部](?=[\s:：])|[0-9０-９]+(?:[.．-][0-9０-９]+)+[.．]?(?=\s)|[0-9０-９]+[.．](?![0-9０-９])"
    r"|[(（][0-9０-９]+[)）]|[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?)[\s:：]*"
)


def _without_question(heading: str) -> str:
    """What a title or heading names, without the とは？ at its end."""
    text = named(heading)
    return _QUESTION_TAIL.sub("", text) if "とは" in text or "って" in text else text


def _keys(heading: str) -> set[str]:
    """The keys of a heading, also without what it has in brackets, and of that."""
    text = _without_question(heading)
    keys = {definition_key(text)}
    if ")" in text or "）" in text:
        keys |= {definition_key(_ASIDE.sub("", text)), *(map(definition_key, _INSIDE.findall(text)))}
    keys.discard("")
    return keys


_PARTS = lazy("[（(）)]")
_ASIDE = lazy(r"\s*[（(][^（()）]*[）)]")
_INSIDE = lazy(r"[（(]([^（()）]*)[）)]")
_QUESTION_TAIL = lazy(
    r"\s*(?:とは|って)\s*(?:一体)?(?:何|なに|なん)?(?:か|だ|です|でしょう|だろう|もの"
    r"|の)*\s*[?？!！:：…。]*\s*\Z"
)
