"""Front matter as most posts have it, read without libyaml: keys with values of one line, lists and maps of these.

To import PyYAML takes 24 of the 400 ms of a command with one post. Whatever is not certain to be so simple is left
to it; tests hold that both find the same, or this nothing.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from jpkit.front.field import Field, Value
from jpkit.lazy import lazy
from jpkit.source import Span

_FIRST = r"""[^ \n\-?:,\[\]{}#&*!|>'"%@`]"""
_QUOTED = r""""[^"\\\n]*"|'[^'\n]*'"""
_PLAIN = rf"{_FIRST}(?:[^ \n:#]|:(?![ \n])|(?<! )#| +(?![ \n#]))*"
_PLAIN_INSIDE = rf"{_FIRST}(?:[^ \n:#,?\[\]{{}}]| +(?![ \n:#,?\[\]{{}}]))*"
_INSIDE = f"(?:{_QUOTED}|{_PLAIN_INSIDE})"
_END = r"(?= *(?: #.*)?\n)"

_REST_OF_LINE = lazy(r" *(?:#.*)?\n")
_KEY = lazy(r"( *)([A-Za-z_][A-Za-z0-9_-]*) ?:(?=[ \n])")
_SCALAR = lazy(rf" +({_QUOTED}|{_PLAIN}){_END}")
_FLOW = lazy(rf" +(\[ *(?:{_INSIDE}(?: *, *{_INSIDE})* *)?\]){_END}")
_FLOW_ITEM = lazy(_INSIDE)
_ITEM = lazy(rf"( *)- +({_QUOTED}|{_PLAIN}){_END}")
_STYLES = {"'": "single", '"': "double", "": "empty"}
_DEEPEST = 40
"""Blanks before a key."""


class _OtherwiseError(Exception):
    """It is not that simple."""


def simple_fields(text: str, start: int, core: Callable[[str], Value]) -> tuple[Field, ...] | None:
    """The fields of the text, which stands at ``start`` of its file; None where it is not that simple.

    ``core`` gives the value of a scalar without quotes.
    """
    if not text.replace("\n", "").replace("\u3000", "").isprintable():  # tabs, other line ends
        return None
    try:
        fields, end = _Reader(text, start, core).fields(0, 0)
    except _OtherwiseError:
        return None
    return fields if end == len(text) else None


class _Reader(NamedTuple):
    """Each method reads from a place of the text on, and says where it has come to, if that is not told by spans."""

    text: str
    start: int
    core: Callable[[str], Value]

    def fields(self, at: int, indent: int) -> tuple[tuple[Field, ...], int]:
        """The fields that are indented so far, and the line behind them."""
        found: dict[str, Field] = {}
        while True:
            at = self._line(at)
            key = _KEY.match(self.text, at)
            if key is None or len(key[1]) != indent:
                return tuple(found.values()), at
            if key[2] in found or indent > _DEEPEST:
                raise _OtherwiseError
            field = found[key[2]] = self._field(key)
            at = field.value_span.end - self.start

    def _line(self, at: int) -> int:
        """The next line that holds something."""
        while (rest := _REST_OF_LINE.match(self.text, at)) is not None:
            at = rest.end()
        return at

    def _field(self, key: re.Match[str]) -> Field:
        """A key with what stands behind its colon, or below it."""
        text, at = self.text, key.end()
        if (scalar := _SCALAR.match(text, at)) is not None:
            return self._scalar(*scalar.span(1), key)
        if (flow := _FLOW.match(text, at)) is not None:
            return self._list("flow", *flow.span(1), key, _FLOW_ITEM.finditer(text, *flow.span(1)))
        if text[at] != "\n":
            raise _OtherwiseError
        below = self._line(at)
        if (item := _ITEM.match(text, below)) is not None and len(item[1]) >= len(key[1]):
            items = [item]
            while (more := _ITEM.match(text, self._line(items[-1].end()))) is not None and more[1] == item[1]:
                items.append(more)
            return self._list("block", item.end(1), items[-1].end(), key, items)
        if (first := _KEY.match(text, below)) is not None and len(first[1]) > len(key[1]):
            fields, _ = self.fields(below, len(first[1]))
            end = fields[-1].value_span.end - self.start
            value = {field.key: field.value for field in fields}
            return Field(key[2], value, self._span(*key.span(2)), self._span(first.end(1), end), "block", fields)
        return self._scalar(at, at, key)

    def _scalar(self, begin: int, end: int, key: re.Match[str] | None = None) -> Field:
        written = self.text[begin:end]
        style = _STYLES.get(written[:1], "plain")
        value = self.core(written) if style in ("plain", "empty") else written[1:-1]
        name, place = (key[2], key.span(2)) if key is not None else ("", (begin, begin))
        return Field(name, value, self._span(*place), self._span(begin, end), style)

    def _list(self, style: str, begin: int, end: int, key: re.Match[str], items: Iterable[re.Match[str]]) -> Field:
        fields = tuple([self._scalar(*item.span(item.lastindex or 0)) for item in items])
        value = tuple([field.value for field in fields])
        return Field(key[2], value, self._span(*key.span(2)), self._span(begin, end), style, fields)

    def _span(self, begin: int, end: int) -> Span:
        return Span(begin + self.start, end + self.start)
