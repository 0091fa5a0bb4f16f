"""Change one value of a post's front matter and not one byte around it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from jpkit.errors import JpkitError
from jpkit.front.field import Field, Value
from jpkit.messages import message
from jpkit.post import Post, read_post
from jpkit.source import Source


def replace_value(post: Post, field: Field, new_value: str | Sequence[str]) -> str:
    """The text of the file with the value of one of the post's fields replaced.

    A string keeps the quotes that stand there; where none stand, and in a list, YAML gets quotes
    only where a value needs them. A list is written in brackets, or line by line where the old one
    is. The result has been read again: the new value comes back exactly, all others are as before.

    Raises:
        JpkitError: that would change something else too: an alias or a merge shares the value, or
            a comment stands inside it.
        ValueError: the field is not of this post.
    """
    uses = sum(other is field for _, other in post.walk())
    if not uses:
        raise ValueError(f"{field.key!r} is no field of this post")
    start, end = field.value_span
    text = post.source.text
    written = _write(post, field, new_value)
    if field.style == "empty" and text[start - 1] in ":-":
        written = " " + written  # the place is just behind the sign
    result = text[:start] + written + text[end:]
    wanted = new_value if isinstance(new_value, str) else tuple(new_value)
    if uses > 1 or _holds_comment(post, field) or _reads(post, result) != _values(post.fields, field, wanted):
        line, column = post.source.position(start)
        shown = new_value if isinstance(new_value, str) else ", ".join(new_value)
        raise JpkitError(
            message("edit-refused", key=field.key, value=shown),
            path=post.source.path,
            line=line,
            column=column,
        )
    return result


def _holds_comment(post: Post, field: Field) -> bool:
    """Whether a comment stands inside the value: in a list over several lines, behind the header of a block scalar."""
    written = post.source.slice(field.value_span)
    if field.style in ("literal", "folded"):
        return "#" in written.split("\n", 1)[0]
    return field.style in ("flow", "block", "table") and any("#" in gap for gap in _gaps(post.source.text, field))


def _gaps(text: str, field: Field) -> Iterator[str]:
    """What stands between the keys and scalars of a list or map."""
    at, end = field.value_span
    for item in field.items:
        yield text[at : item.key_span.start]
        yield text[item.key_span.end : item.value_span.start]
        if item.style != "alias":
            yield from _gaps(text, item) if item.items else ()
        at = item.value_span.end
    yield text[at:end]


def _reads(post: Post, text: str) -> str | None:
    try:
        return _values(read_post(Source(post.source.path, text)).fields)
    except JpkitError:
        return None


def _values(fields: Mapping[str, Field], replaced: Field | None = None, value: Value = None) -> str:
    """All values as ``repr``, in their order: so 1 is not True, and not-a-number equals itself."""

    def of(field: Field) -> Value:
        if field is replaced:
            return value
        if isinstance(field.value, tuple):
            return tuple(of(item) for item in field.items)
        if isinstance(field.value, Mapping):
            return {item.key: of(item) for item in field.items}
        return field.value

    return repr([(key, of(field)) for key, field in fields.items()])


def _write(post: Post, field: Field, value: str | Sequence[str]) -> str:
    """The value as source text of the post's format."""
    item_style = "plain" if post.format == "yaml" else "double"
    if isinstance(value, str):
        return _string(value, item_style if field.style == "empty" else field.style, post.format)
    items = [_string(item, item_style, post.format) for item in value]
    if post.format == "yaml" and field.style == "block" and items:
        return _lines(post.source, field, items)
    return f"[{', '.join(items)}]"


def _lines(source: Source, field: Field, items: Sequence[str]) -> str:
    """A list line by line, below one another where the old one began."""
    start = field.value_span.start
    indent = start - source.text.rfind("\n", 0, start) - 1
    newline = "\r\n" if "\r\n" in source.text[:start] else "\n"
    return (newline + " " * indent).join(f"- {item}" for item in items)


# What reads as itself without quotes in YAML 1.1, in YAML 1.2 and in Hugo's readers: begins with a
# letter, holds letters, digits and signs that mean nothing in any place, one blank at a time.
_LETTERS = "A-Za-z\u3041-\u3096\u30a1-\u30fa\u30fc\u3005\u4e00-\u9fff"
_PLAIN = re.compile(rf"[{_LETTERS}][{_LETTERS}0-9._+/-]*(?: [{_LETTERS}0-9._+/-]+)*")
_NO_STRINGS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity"})
# Control characters, and what YAML 1.1 takes for a line break or a byte order mark.
_UNPRINTABLE = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(rf'["\\]|{_UNPRINTABLE.pattern}')


def yaml_string(value: str) -> str:
    """The text as YAML that every reader takes for this text, in quotes only where it needs them."""
    return _string(value, "plain", "yaml")


def _string(value: str, style: str, form: str | None) -> str:
    if form == "yaml":
        bare = style not in ("single", "double", "flow", "block")
        if bare and _PLAIN.fullmatch(value) and value.lower() not in _NO_STRINGS:
            return value
        if style == "single" and not _UNPRINTABLE.search(value):
            return "'" + value.replace("'", "''") + "'"
    elif style == "single" and "'" not in value and not _UNPRINTABLE.search(value):
        return f"'{value}'"
    # One way for all three formats: these escapes mean the same in each.
    return '"' + _ESCAPED.sub(lambda sign: _SHORT_ESCAPES.get(sign[0], f"\\u{ord(sign[0]):04x}"), value) + '"'
