"""What front matter is made of, and how its readers say what is wrong with it."""

from collections.abc import Mapping
from datetime import date, time
from typing import NamedTuple, NoReturn, TypeAlias

from jpkit.errors import JpkitError
from jpkit.messages import message
from jpkit.source import Source, Span

Value: TypeAlias = "bool | int | float | str | date | time | tuple[Value, ...] | Mapping[str, Value] | None"


class Field(NamedTuple):
    """A key and its value, or an item of a list (its key is "" and stands, empty, before the value).

    ``value_span`` holds the value as written, with quotes, brackets, anchor and tag; of a value that
    is not there (``summary:``) it is empty and stands where the value would, just behind the colon.
    The span of a TOML table reaches from its first key to the end of its last value.

    ``style`` is how the value is written: plain, single, double (quotes), literal, folded (YAML's
    ``|`` and ``>``), multiline, multiline-literal (TOML's triple quotes), flow (brackets), block,
    table (TOML, with or without a header), alias, or empty.
    """

    key: str
    value: Value
    key_span: Span
    value_span: Span
    style: str
    items: "tuple[Field, ...]" = ()
    """Of a list its items, of a map its fields: their values are in ``value`` too."""


class Repeated(NamedTuple):
    """A key that its map has already: the readers keep the last one, as Hugo did for years."""

    first: Span
    """The first of the equal keys."""
    again: Span


class Front(NamedTuple):
    """What the readers make of front matter."""

    fields: tuple[Field, ...]
    repeated: tuple[Repeated, ...] = ()
    """In the order of the file, at any depth; TOML refuses them by itself."""


def is_empty(field: Field | None) -> bool:
    """Whether the author has written nothing there: no field, no value, null, "", blanks, [], [""]."""
    return field is None or _says_nothing(field.value)


def _says_nothing(value: Value) -> bool:
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, tuple):
        return all(_says_nothing(item) for item in value)
    return value is None


def fail(source: Source, offset: int, key: str, **values: object) -> NoReturn:
    line, column = source.position(offset)
    raise JpkitError(message(key, **values), path=source.path, line=line, column=column, key=key)


def short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def line_at(text: str, offset: int) -> str:
    """The line around an offset, without its indentation, short enough to show."""
    end = text.find("\n", offset)
    return short(text[text.rfind("\n", 0, offset) + 1 : end if end >= 0 else None].strip())
