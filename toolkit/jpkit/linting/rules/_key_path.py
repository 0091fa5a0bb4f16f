"""Which key a place in front matter belongs to, where a parser has given up and there are no fields."""

import re
from collections.abc import Iterable

_YAML = re.compile(r"(?P<lead>[ \t]*)(?P<items>(?:-[ \t]+)*)(?P<rest>[^\r\n]*)")
_YAML_KEY = re.compile(r"""(?:"(?P<double>[^"]+)"|'(?P<single>[^']+)'|(?P<plain>[A-Za-z_][\w-]*))[ \t]*:""")
_TOML_HEADER = re.compile(r"[ \t]*(\[\[?)\s*([\w.-]+)")
_TOML_KEY = re.compile(r"[ \t]*([\w-]+(?:\.[\w-]+)*)[ \t]*=")
_JSON = re.compile(r'"((?:[^"\\\n]|\\.)*)"|[{}\[\],:]')


def key_path(text: str, start: int, at: int, form: str) -> str | None:
    """The path of the key whose value holds the offset, such as ``links[0].url``; None: nobody can tell."""
    if form == "json":
        return _json(text, start, at)
    end = text.find("\n", at)
    lines = text[start : end if end >= 0 else None].split("\n")
    return _toml(lines) if form == "toml" else _yaml(lines)


def _yaml(lines: list[str]) -> str | None:
    """By indentation; an item stands between the key of its list, however that is indented, and its own keys."""
    open_: list[tuple[int, str | int]] = []  # twice the column, one more for an item; key or number
    found = False
    for line in lines:
        match = _YAML.match(line)
        if match is None or not match["rest"] or match["rest"].startswith("#"):
            continue
        column = len(match["lead"])
        for item in re.findall(r"-[ \t]+", match["items"]):
            while open_ and open_[-1][0] > 2 * column + 1:
                open_.pop()
            last = open_.pop()[1] if open_ and open_[-1][0] == 2 * column + 1 else -1
            open_.append((2 * column + 1, int(last) + 1))
            column += len(item)
        key = _YAML_KEY.match(match["rest"])
        found = key is not None or bool(match["items"])
        if key is not None:
            while open_ and open_[-1][0] >= 2 * column:
                open_.pop()
            open_.append((2 * column, key["double"] or key["single"] or key["plain"]))
    return _joined(step for _, step in open_) if found and isinstance(open_[0][1], str) else None


def _toml(lines: list[str]) -> str | None:
    """By the last header and the last key; a line that has neither belongs to the array above it, if one is open."""
    table, key, depth = "", "", 0
    seen = dict[str, int]()
    for line in lines:
        header = _TOML_HEADER.match(line) if depth < 1 else None
        pair = _TOML_KEY.match(line) if depth < 1 else None
        if pair is not None:
            key = f"{table}.{pair[1]}" if table else pair[1]
        elif header is not None:
            table = key = header[2]
            if header[1] == "[[":
                seen[table] = seen.get(table, -1) + 1
                table = key = f"{table}[{seen[table]}]"
            continue
        elif depth < 1 and line.strip():
            key = ""
        depth += line.count("[") - line.count("]") if pair is not None or depth > 0 else 0
    return key or None


def _json(text: str, start: int, at: int) -> str | None:
    open_: list[str | int | None] = []  # of each level: key, number, or None where a key is due
    end, sign = start, "{"
    for match in _JSON.finditer(text, start, at):
        sign = match[0]
        if sign == "{":
            open_.append(None)
        elif sign == "[":
            open_.append(0)
        elif sign in "}]":
            del open_[-1:]
        elif sign == "," and open_:
            last = open_[-1]
            open_[-1] = last + 1 if isinstance(last, int) else None
        elif sign[0] == '"' and open_ and open_[-1] is None:
            open_[-1] = match[1]
        end = match.end()
    if sign not in "{[,:" and "\n" in text[end:at]:
        return None  # the value before is whole
    return _joined(step for step in open_ if step is not None) or None


def _joined(steps: Iterable[str | int]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")
