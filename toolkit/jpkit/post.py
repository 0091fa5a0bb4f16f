"""A post as Hugo splits it: front matter, with the place of every key and value, and body.

Nothing here writes: that is ``edit``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from jpkit.front import yaml
from jpkit.front.field import Field, Front, Repeated, fail, short
from jpkit.front.pieces import string_pieces
from jpkit.lazy import lazy
from jpkit.source import BOM, Source, Span

__all__ = ["Field", "Post", "read_post", "string_pieces"]

Format = Literal["yaml", "toml", "json"]


@dataclass(frozen=True, slots=True)
class Post:
    """A file as Hugo splits it. Of a key written twice the last one counts, as in Hugo."""

    source: Source
    format: Format | None
    fields: Mapping[str, Field]
    """By top-level key, as written."""
    front_span: Span
    """What stands between the delimiters; of JSON the object with its braces; else empty."""
    body: Span
    repeated: tuple[Repeated, ...] = ()
    """Keys that their map, at any depth, has already."""
    _by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False)
    """By top-level key in lower case: a page is asked a hundred times."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {key.lower(): field for key, field in self.fields.items()})

    def get(self, path: str) -> Field | None:
        """The field at ``image.caption`` or ``links[0].url``, letter case aside, as Hugo looks it up."""
        found = self._by_name.get(path.lower())
        if found is not None or not {".", "["} & set(path):  # a key may have a dot in it
            return found
        items: Sequence[Field] = tuple(self.fields.values())
        for name, index in _STEP.findall(path):
            found = next(iter(items[int(index) :]), None) if index else _named(items, name)
            if found is None:
                return None
            items = found.items
        return found

    @property
    def title(self) -> str:
        """The title as a reader sees it; "" where there is none."""
        return next(iter(self.strings("title")), "")

    def strings(self, path: str) -> tuple[str, ...]:
        """The scalars of a list, or a scalar by itself, as text in the author's spelling; no empty ones."""
        field = self.get(path)
        if field is None:
            return ()
        scalars = field.items if isinstance(field.value, tuple) else (field,)
        texts = (
            item.value if isinstance(item.value, str) else self.source.slice(item.value_span)
            for item in scalars
            if item.value is not None and not isinstance(item.value, tuple | Mapping)
        )
        return tuple(text for text in texts if text)

    def walk(self) -> Iterator[tuple[str, Field]]:
        """Every field with its path, outer before inner, in the order of the file."""
        yield from _walk("", tuple(self.fields.values()), keyed=True)


_STEP = lazy(r"([^.\[\]]+)|\[([0-9]{1,9})\]")


def _named(fields: Sequence[Field], name: str) -> Field | None:
    name = name.lower()
    return next((field for field in reversed(fields) if field.key.lower() == name), None)


def _walk(path: str, fields: Sequence[Field], *, keyed: bool) -> Iterator[tuple[str, Field]]:
    for index, one in enumerate(fields):
        step = (f".{one.key}" if path else one.key) if keyed else f"[{index}]"
        here = path + step
        yield here, one
        yield from _walk(here, one.items, keyed=isinstance(one.value, Mapping))


# Hugo's own rule (parser/pageparser, and the probes for BOM, blank lines and ----): a BOM and blank
# lines first, then three signs; whatever follows them on the line is front matter already; the first
# line that begins with the three signs again ends it. python-frontmatter's boundary is stricter in
# one place (the line must hold nothing else) and laxer in another (---- is one), wants JSON's braces
# alone on their lines, knows TOML only with one more package, and forgets where things stood. So the
# split is made here; a test holds the two equal where they should be.
_OPENING = lazy(rf"{BOM}?[ \t\r\n]*(?:(?P<signs>---|\+\+\+)|(?=\{{\s*[\"'A-Za-z}}]))")
_REST_OF_LINE = lazy(r"[ \t]*\r?(?:\n|\Z)")


def read_post(source: Source) -> Post:
    """Split a file into front matter and body, and read the front matter.

    A file without front matter has format None and no fields.

    Raises:
        JpkitError: the front matter is not closed or cannot be read; path, line, column are set.
    """
    text = source.text
    opening = _OPENING.match(text)
    if opening is None:
        start = len(BOM) if text.startswith(BOM) else 0
        return Post(source, None, {}, Span(start, start), Span(start, len(text)))
    if opening["signs"] is None:
        start = opening.end()
        from jpkit.front import json  # pages in YAML do without

        front, end = json.read(source, start)
        return _post(source, "json", front, Span(start, end), end)
    signs = opening["signs"]
    if text.startswith(signs[0], opening.end()):
        line = text[opening.start("signs") :].split("\n", 1)[0].rstrip()
        fail(source, opening.start("signs"), "front-matter-delimiter", text=short(line), delimiter=signs)
    closing = text.find("\n" + signs, opening.end()) + 1
    if not closing:
        fail(source, opening.start("signs"), "front-matter-unclosed", delimiter=signs)
    span = Span(_after_blanks(text, opening.end()), closing)
    if signs == "---":
        return _post(source, "yaml", yaml.read(source, span), span, closing + len(signs))
    from jpkit.front import toml

    return _post(source, "toml", toml.read(source, span), span, closing + len(signs))


def _post(source: Source, form: Format, front: Front, span: Span, end: int) -> Post:
    body = Span(_after_blanks(source.text, end), len(source.text))
    return Post(source, form, {field.key: field for field in front.fields}, span, body, front.repeated)


def _after_blanks(text: str, offset: int) -> int:
    """The start of the next line where nothing else stands on this one."""
    rest = _REST_OF_LINE.match(text, offset)
    return rest.end() if rest else offset
