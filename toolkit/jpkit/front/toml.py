"""Front matter in TOML: values from tomllib, places from tree-sitter's grammar."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from jpkit.front.field import Field, Front, fail, line_at
from jpkit.front.reasons import reason
from jpkit.source import Source, Span

_PLACE = re.compile(r" \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)$")
_REPEATED = ("Cannot overwrite a value", "Cannot declare", "Cannot redefine", "Duplicate inline table key")
"""How tomllib begins to say that a key stands there already."""
_QUOTES = {'"""': "multiline", "'''": "multiline-literal", '"': "double", "'": "single"}


def read(source: Source, front: Span) -> Front:
    """The fields of the text at a span.

    Raises:
        JpkitError: it is not TOML, or nests too deep.
    """
    import tomllib  # only posts in TOML pay for these three

    import tree_sitter_toml
    from tree_sitter import Language, Parser

    text = source.slice(front)
    try:
        values = tomllib.loads(text)
        data = text.encode()
        root = Parser(Language(tree_sitter_toml.language())).parse(data).root_node
        if root.has_error:  # text that tomllib takes and the grammar does not; none is known
            raise ValueError("unknown to the grammar")
        return Front(_Toml(data, front.start, tomllib.loads).read(root, values))
    except RecursionError:
        fail(source, front.start, "front-matter-deep")
    except ValueError as error:  # tomllib.TOMLDecodeError, or more digits than int() takes
        place = _PLACE.search(str(error))
        index = 0
        if place is not None and place[1] is None:
            index = len(text.rstrip())
        elif place is not None:
            for _ in range(int(place[1]) - 1):
                index = text.find("\n", index) + 1
            index += int(place[2]) - 1
        detail = _PLACE.sub("", str(error))
        shown = line_at(text, index) or line_at(text, max(len(text.rstrip()) - 1, 0))
        key = "front-matter-repeated" if detail.startswith(_REPEATED) else "front-matter-syntax"
        fail(source, front.start + index, key, format="TOML", text=shown, detail=reason(detail))


@dataclass(slots=True)
class _Table:
    """A TOML table being gathered: headers may come back to it from anywhere in the file."""

    key: str
    key_span: Span
    end: int
    """Where its header ends; there an empty table stands."""
    children: "dict[str, _Table | tuple[Span, Any]]"
    """Tables, or the key's span and the value's node."""
    elements: "list[_Table] | None" = None
    """Of an array of tables ([[links]])."""


class _Toml:
    """Places from tree-sitter (in bytes), values from tomllib."""

    def __init__(self, data: bytes, offset: int, loads: Callable[[str], dict[str, Any]]) -> None:
        # The code point that each byte belongs to.
        self._points = list(accumulate(((byte & 0xC0 != 0x80) for byte in data), initial=offset))
        self._offset = offset
        self._loads = loads

    def read(self, root: Any, values: Mapping[str, Any]) -> tuple[Field, ...]:
        """The fields of a whole document."""
        top = _Table("", Span(self._offset, self._offset), self._offset, {})
        self._pairs(top, root)
        for node in root.children:
            if node.type not in ("table", "table_array_element"):
                continue
            header = next(child for child in node.children if child.type.endswith("key"))
            bracket = next(child for child in node.children if child.type in ("]", "]]"))
            end = self._span(bracket).end
            table = self._descend(top, self._parts(header), end)
            if node.type == "table_array_element":
                element = _Table("", Span(end, end), end, {})
                table.elements = [*(table.elements or ()), element]
                table = element
            self._pairs(table, node)
        return self._freeze(top, values).items

    def _span(self, node: Any) -> Span:
        # Prefix sums count the leading byte itself, so the point of a byte is the sum before it.
        return Span(self._points[node.start_byte], self._points[node.end_byte])

    def _parts(self, node: Any) -> list[tuple[str, Span]]:
        """The keys of ``a."b c".d`` with their places."""
        if node.type == "dotted_key":
            return [part for child in node.children if child.type.endswith("key") for part in self._parts(child)]
        name = node.text.decode()
        if node.type == "quoted_key":
            (name,) = self._loads(f"{name}=0")
        return [(name, self._span(node))]

    def _descend(self, table: _Table, parts: list[tuple[str, Span]], end: int) -> _Table:
        for name, span in parts:
            if table.elements:
                table = table.elements[-1]
            child = table.children.get(name)
            if not isinstance(child, _Table):
                child = table.children[name] = _Table(name, span, end, {})
            table = child
        return table

    def _pairs(self, table: _Table, node: Any) -> None:
        for pair in node.children:
            if pair.type == "pair":
                key, value = (child for child in pair.children if child.type not in ("=", "comment"))
                *path, (name, span) = self._parts(key)
                self._descend(table, path, span.start).children[name] = span, value

    def _freeze(self, table: _Table, values: Any) -> Field:
        if table.elements is not None:
            pairs = zip(table.elements, values, strict=True)
            items = tuple(self._freeze(element, value) for element, value in pairs)
            whole = Span(items[0].value_span.start, items[-1].value_span.end)
            return Field(table.key, tuple(item.value for item in items), table.key_span, whole, "block", items)
        items = tuple(
            self._freeze(child, values[name])
            if isinstance(child, _Table)
            else self._value(name, child[0], child[1], values[name])
            for name, child in table.children.items()
        )
        start = min((item.key_span.start for item in items), default=table.end)
        end = max((item.value_span.end for item in items), default=table.end)
        nested = {item.key: item.value for item in items}
        return Field(table.key, nested, table.key_span, Span(start, end), "table", items)

    def _value(self, key: str, key_span: Span, node: Any, value: Any) -> Field:
        span = self._span(node)
        if node.type == "array":
            nodes = [child for child in node.children if child.type not in ("[", "]", ",", "comment")]
            items = tuple(
                self._value("", Span(*[self._span(child).start] * 2), child, item)
                for child, item in zip(nodes, value, strict=True)
            )
            return Field(key, tuple(item.value for item in items), key_span, span, "flow", items)
        if node.type == "inline_table":
            inline = _Table(key, key_span, span.start, {})
            self._pairs(inline, node)
            field = self._freeze(inline, value)
            return Field(key, field.value, key_span, span, "flow", field.items)
        style = "plain"
        if node.type == "string":
            raw = node.text[:3].decode(errors="ignore")
            style = _QUOTES.get(raw) or _QUOTES[raw[0]]
        return Field(key, value, key_span, span, style)
