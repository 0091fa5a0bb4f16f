"""YAML that PyYAML, js-yaml and Hugo read alike: block style, and quotes wherever a string might be more than one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jpkit.edit import yaml_string


def block(value: Mapping[str, Any]) -> str:
    """A map of strings, numbers, None, maps and lists, a line a value."""
    return "".join(f"{line}\n" for line in _lines(value))


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inside in value.items():
            yield from _below(f"{_scalar(key)}:", inside)
    else:
        for inside in value:
            first, *others = _lines(inside) if _is_nested(inside) else (_scalar(inside),)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)


def _below(key: str, value: Any) -> Iterator[str]:
    if _is_nested(value):
        yield key
        yield from (f"  {line}" for line in _lines(value))
    else:
        yield f"{key} {_scalar(value)}"


def _is_nested(value: Any) -> bool:
    return bool(value) and isinstance(value, Mapping | Sequence) and not isinstance(value, str)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        # A path may hold what is no Unicode: it shows as on standard output.
        return yaml_string(value.encode("utf-8", "backslashreplace").decode())
    if isinstance(value, Mapping):
        return "{}"
    return "null" if value is None else repr(value) if isinstance(value, int | float) else "[]"
