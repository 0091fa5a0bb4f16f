"""Front matter in YAML: fields from libyaml's node graph, which has a place for every node."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any, NoReturn

from jpkit.front.field import Field, Front, Repeated, Value, fail, line_at, short
from jpkit.lazy import lazy
from jpkit.source import Source, Span

_STYLES = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_DEEPEST = 1000
_MOST_ALIASED = 100_000
_OPENS_LEVEL = ("[", "{", "- ", "-\t", "? ", "?\t")
_TAG = lazy(r"(?:&[^\s,\[\]{}]*\s+)?!")
_TAGGED_AS_READ = frozenset(f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float"))
_BETWEEN = lazy(r"(?:[\s:,?\[{-]|#[^\n]*|[&!][^\s,\[\]{}]*)*")  # a key, or an item, and an alias
_ALIAS = lazy(r"\*[^\s,\[\]{}]+")

# Dates, and what Hugo's parser (goccy/go-yaml in 0.168) takes for a number: yes, no, on and off are words,
# and so are 1:30, 08, 1e3 without a point, and more than 64 bits; 010 is 8. The referee's tests hold every line.
_CORE = lazy(
    r"""(?P<null>~|null|Null|NULL|)
      | (?P<true>true|True|TRUE)
      | (?P<false>false|False|FALSE)
      | (?P<octal>[-+]?0[0-7_]+)
      | (?P<int>[-+]?(?:0|[1-9][0-9_]*))
      | (?P<based>[-+]?0(?:o[0-7_]+|x[0-9a-fA-F_]+|b[01_]+))
      | (?P<float>[-+]?(?:\.[0-9][0-9_]*|[0-9][0-9_]*\.[0-9_]*)(?:[eE][-+]?[0-9]+)?)
      | (?P<nonfinite>-?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))
      | (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})
      | (?P<datetime>[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}
            (?:\.[0-9]+)?\ ?(?:[zZ]|[-+][0-9]{2}:[0-9]{2})?)""",
    re.VERBOSE,
)


def _integer(text: str, base: int) -> int:
    number = int(text.replace("_", ""), base)
    if not -(2**63) <= number < 2**64:
        raise ValueError("more than 64 bits")
    return number


def _finite(text: str) -> float:
    number = float(text.replace("_", ""))
    if math.isinf(number):
        raise ValueError("more than 64 bits")
    return number


_READS: dict[str, Callable[[str], Value]] = {
    "null": lambda text: None,
    "true": lambda text: True,
    "false": lambda text: False,
    "octal": lambda text: _integer(text, 8),
    "int": lambda text: _integer(text, 10),
    "based": lambda text: _integer(text, 0),
    "float": _finite,
    "nonfinite": lambda text: float(text.replace(".", "")),
    "date": date.fromisoformat,
    "datetime": lambda text: datetime.fromisoformat(text.replace(" Z", "Z").upper()),
}


def _core(text: str) -> Value:
    match = _CORE.fullmatch(text)
    if match is None or match.lastgroup is None:
        return text
    try:
        return _READS[match.lastgroup](text)
    except ValueError:  # 2020-13-01, 0b, or more digits than Hugo or int() takes
        return text


def read(source: Source, front: Span) -> Front:
    """The fields of the text at a span.

    Raises:
        JpkitError: it is not YAML, holds no keys, or nests too deep.
    """
    import yaml  # 20 ms; JSON, TOML and posts without front matter do without

    text = source.slice(front)
    try:
        loader = _loader(tagged="!" in text)
        _check_depth(source, front, text, yaml.parse, loader)
        root = yaml.compose(text, Loader=loader)
        if root is None:  # nothing, or comments only
            return Front(())
        if not isinstance(root, yaml.MappingNode):
            _fail_without_keys(source, front, text, root)
        reader = _Yaml(text, front.start, yaml.ScalarNode, yaml.SequenceNode)
        return Front(reader.fields(root), tuple(sorted(reader.repeated)))
    except RecursionError:
        fail(source, front.start, "front-matter-deep")
    except yaml.YAMLError as error:
        _fail_to_parse(source, front, text, error)


_MERGE = "tag:yaml.org,2002:merge"


@cache
def _loader(*, tagged: bool) -> Any:
    from frontmatter.default_handlers import SafeLoader  # libyaml's, or the slow one where there is none

    class Untagged(SafeLoader):  # type: ignore[misc, valid-type]  # which of the two it is, only the machine knows
        """Finds out no tag but that of merge keys: what a scalar is, ``_core`` says. In two thirds of the time."""

        def resolve(self, kind: object, value: str | None, implicit: Any) -> str:
            return _MERGE if value == "<<" and implicit[0] else ""

        def descend_resolver(self, *_: object) -> None: ...

        def ascend_resolver(self) -> None: ...

    return SafeLoader if tagged else Untagged


class _Yaml:
    """Fields from composed nodes: one construction, so that a value and its span cannot disagree."""

    def __init__(self, text: str, offset: int, scalar: Any, sequence: Any) -> None:
        self._text = text
        self._offset = offset
        self.repeated: list[Repeated] = []
        self._scalar = scalar
        self._sequence = sequence
        self._has_aliases = "*" in text
        self._open: set[int] = set()
        # Aliases share one node; what it holds is built once, else ten lines of aliases take hours.
        self._built: dict[int, tuple[Value, str, tuple[Field, ...], int]] = {}  # with the number of fields inside
        self._size = 0

    def fields(self, node: Any) -> tuple[Field, ...]:
        """The fields of a mapping, merged ones (``<<``) first, of equal keys the last one."""
        fields: dict[str, Field] = {}
        first: dict[str, Span] = {}
        merged: dict[str, Field] = {}
        for key_node, value_node in node.value:
            key_span = self._span(key_node.start_mark.index, key_node.end_mark.index)
            if isinstance(key_node, self._scalar):
                key = key_node.value
            else:
                key = self._text[key_node.start_mark.index : key_node.end_mark.index]
            if key_node.tag == _MERGE:
                bases = value_node.value if isinstance(value_node, self._sequence) else [value_node]
                for base in bases:
                    if not isinstance(base, self._scalar | self._sequence):
                        for field in self._build(base)[2]:
                            merged.setdefault(field.key, field)
                continue
            field = self._field(key, key_span, value_node, key_node.end_mark.index)
            if fields.pop(key, None) is not None:
                self.repeated.append(Repeated(first[key], key_span))
            first.setdefault(key, key_span)
            fields[key] = field
        return (*(field for key, field in merged.items() if key not in fields), *fields.values())

    def _span(self, start: int, end: int) -> Span:
        return Span(start + self._offset, end + self._offset)

    def _field(self, key: str, key_span: Span | None, node: Any, after: int) -> Field:
        value, style, items = self._build(node)
        start, end = node.start_mark.index, node.end_mark.index
        if start < after:  # an alias has the marks of its anchor
            gap = _BETWEEN.match(self._text, after)
            alias = _ALIAS.match(self._text, gap.end() if gap else after)
            if alias:
                start, end, style = alias.start(), alias.end(), "alias"
        elif style == "block":
            # libyaml ends a block where the next key begins, behind blank lines and comments.
            last = items[-1].value_span.end - self._offset if items else 0
            # What a merge brings in stands elsewhere.
            end = last if last > start else start + len(self._text[start:end].rstrip(" \t\r\n"))
        elif style in ("literal", "folded"):
            end = start + len(self._text[start:end].rstrip(" \t\r\n"))
        elif start == end:
            style = "empty"
        return Field(key, value, key_span or self._span(start, start), self._span(start, end), style, items)

    def _build(self, node: Any) -> tuple[Value, str, tuple[Field, ...]]:
        """Value, style and items."""
        if not self._has_aliases:
            return self._construct(node)
        known = self._built.get(id(node))
        if known is None:
            if id(node) in self._open:
                raise RecursionError
            before = self._size
            self._open.add(id(node))
            value, style, items = self._construct(node)
            self._open.discard(id(node))
            known = self._built[id(node)] = value, style, items, self._size - before + 1
            self._size += 1
        else:
            self._size += known[3]
            if self._size > _MOST_ALIASED:
                raise RecursionError
        return known[:3]

    def _construct(self, node: Any) -> tuple[Value, str, tuple[Field, ...]]:
        if isinstance(node, self._scalar):
            text: str = node.value
            if node.style and node.tag not in _TAGGED_AS_READ:
                return text, _STYLES[node.style], ()
            if _TAG.match(self._text, node.start_mark.index) and node.tag not in _TAGGED_AS_READ:
                return text, "plain", ()  # !!str 12, or !Hello, which has an empty title in Hugo too
            return _core(text), _STYLES.get(node.style, "plain"), ()
        style = "flow" if node.flow_style else "block"
        if isinstance(node, self._sequence):
            items = []
            after = node.start_mark.index
            for child in node.value:
                item = self._field("", None, child, after)
                items.append(item)
                after = item.value_span.end - self._offset
            return tuple(item.value for item in items), style, tuple(items)
        fields = self.fields(node)
        return {field.key: field.value for field in fields}, style, fields


def _check_depth(source: Source, front: Span, text: str, parse: Callable[..., Any], loader: Any) -> None:
    """Refuse what nests too deep before it is composed."""
    # PyYAML's composer recurses in C: 40,000 brackets end the whole process without a word.
    if sum(map(text.count, _OPENS_LEVEL)) < _DEEPEST:
        return
    depth = 0
    for event in parse(text, Loader=loader):  # events come without recursion
        kind = type(event).__name__
        depth += kind.endswith("StartEvent") - kind.endswith("EndEvent")
        if depth > _DEEPEST:
            fail(source, front.start + event.start_mark.index, "front-matter-deep")


def _fail_without_keys(source: Source, front: Span, text: str, root: Any) -> NoReturn:
    start = root.start_mark.index
    line = line_at(text, start)
    key = "front-matter-fence" if re.match(r"[A-Za-z0-9_\"'.-]+\s*=", line) else "front-matter-not-map"
    fail(source, front.start + start, key, text=line)


# What libyaml says → our message. Places are where it stopped, or where what it was reading began.
_YAML_PROBLEMS = (
    ("mapping values are not allowed", "front-matter-colon"),
    ("found character that cannot start any token", "front-matter-start"),
    ("exceeded maximum nesting depth", "front-matter-deep"),  # libyaml since 0.2.6
    ("unknown escape character", "front-matter-escape"),
    ("unexpected end of stream", "front-matter-quote"),
    ("undefined alias", "front-matter-alias"),
    ("could not find expected ':'", "front-matter-key"),
    ("did not find expected", "front-matter-key"),
    ("expected <", "front-matter-key"),
)
_GLUED_KEY = r"(?m)^[ \t]*[A-Za-z0-9_-]+:(?=[^ \t\r\n][^\n]*\n\Z)"
_BEGAN_EARLIER = ("front-matter-quote", "front-matter-key")


def _fail_to_parse(source: Source, front: Span, text: str, error: Any) -> NoReturn:
    if hasattr(error, "position"):  # yaml.reader.ReaderError; libyaml counts bytes
        index = len(text.encode()[: error.position].decode(errors="ignore"))
        fail(source, front.start + index, "front-matter-control", code=ord(text[index]))
    problem = error.problem or ""
    key = next((key for sign, key in _YAML_PROBLEMS if sign in problem), "front-matter-syntax")
    mark = error.problem_mark
    if key in _BEGAN_EARLIER and (error.context or "").startswith("while scanning"):
        mark = error.context_mark or mark
    elif key == "front-matter-key" and (error.context or "").startswith("while parsing a flow") and error.context_mark:
        key, mark = "front-matter-bracket", error.context_mark
    index = min(mark.index if mark else 0, len(text))
    if key == "front-matter-colon":
        # libyaml notices `title:Foo` only at the colon of the next line.
        glued = re.compile(_GLUED_KEY).search(text, 0, text.rfind("\n", 0, index) + 1)
        index = glued.end() - 1 if glued else index
    shown = line_at(text, index)
    if key == "front-matter-start":
        shown = text[index : index + 1]
        if shown == "\t":
            key, shown = "front-matter-tab", line_at(text, index)
    elif key == "front-matter-escape":
        index = max(text.rfind("\\", 0, index + 1), 0)
        shown = text[index : index + 2]
    elif key == "front-matter-quote":
        shown = short(text[index + 1 :].split("\n", 1)[0].rstrip())
    elif key == "front-matter-alias":
        alias = _ALIAS.match(text, index)
        shown = alias[0] if alias else shown
    elif not shown and index == len(text):
        shown = line_at(text, max(len(text.rstrip()) - 1, 0))
    fail(source, front.start + index, key, text=shown, format="YAML", detail=problem)
