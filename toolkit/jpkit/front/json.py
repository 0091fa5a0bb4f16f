"""Front matter in JSON: json says whether it is right, a second look says where things stand."""

import json
import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # there since 2.6, not in typeshed
from typing import NoReturn

from jpkit.front.field import Field, Front, Repeated, Value, fail, line_at
from jpkit.front.reasons import reason
from jpkit.source import Source, Span

_BLANK = re.compile(r"[ \t\r\n]*")
_PLAIN = re.compile(r"[^ \t\r\n,\]}]+")
_LONE = re.compile("[\ud800-\udfff]")


def read(source: Source, start: int) -> tuple[Front, int]:
    """The fields of the object that stands at an offset, and where it ends.

    Raises:
        JpkitError: it is not JSON, or nests too deep.
    """
    text = source.text
    try:
        json.JSONDecoder(parse_constant=_refuse).raw_decode(text, start)
        repeated: list[Repeated] = []
        root = _field(text, start, "", Span(start, start), repeated)
        return Front(root.items, tuple(repeated)), root.value_span.end
    except RecursionError:
        fail(source, start, "front-matter-deep")
    except JSONDecodeError as error:
        at = min(error.pos, len(text))
        fail(source, at, "front-matter-syntax", format="JSON", text=line_at(text, at), detail=reason(error.msg))
    except ValueError as error:  # more digits than int() takes, NaN
        fail(source, start, "front-matter-syntax", format="JSON", text=line_at(text, start), detail=error)


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no value")  # NaN, Infinity: json takes them, Hugo does not


def _field(text: str, at: int, key: str, key_span: Span, repeated: list[Repeated]) -> Field:
    """The value that stands at an offset of text which json has already accepted."""
    sign = text[at]
    if sign == '"':
        value, end = scanstring(text, at + 1)
        # Half a pair is no character; Go reads U+FFFD.
        return Field(key, _LONE.sub("\ufffd", value), key_span, Span(at, end), "double")
    if sign not in "[{":
        plain = _PLAIN.match(text, at)
        assert plain is not None
        return Field(key, json.loads(plain[0]), key_span, Span(at, plain.end()), "plain")
    items: list[Field] = []
    end = _blank(text, at + 1)
    while text[end] not in "]}":
        if sign == "{":
            name, key_end = scanstring(text, end + 1)
            colon = _blank(text, key_end)
            name_span = Span(end, key_end)
            item = _field(text, _blank(text, colon + 1), _LONE.sub("\ufffd", name), name_span, repeated)
        else:
            item = _field(text, end, "", Span(end, end), repeated)
        items.append(item)
        end = _blank(text, item.value_span.end)
        if text[end] == ",":
            end = _blank(text, end + 1)
    nested: Value
    if sign == "{":
        last = {item.key: item for item in items}  # of equal keys
        if len(last) < len(items):
            first = {item.key: item.key_span for item in reversed(items)}
            repeated += [Repeated(first[item.key], item.key_span) for item in items if item.key_span != first[item.key]]
        items = list(last.values())
        nested = {item.key: item.value for item in items}
    else:
        nested = tuple(item.value for item in items)
    return Field(key, nested, key_span, Span(at, end + 1), "flow", tuple(items))


def _blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at
