"""Write the JSON Schemas of the package from a facts file on the Academic theme's front matter.

    python toolkit/maintain/schemas.py FACTS.yaml

FACTS.yaml lists every field by generation and page type, with its type, status and evidence in the
theme's sources (MIT); ``field-texts.tsv`` beside this script has a title and a description of each. What
comes out is ours: in ``jpkit/data/schemas`` one JSON Schema (2020-12) a generation and page type, for
editors; in ``jpkit/data/fields`` the same without what only people read, for the linter, which loads it
on every run; and ``known-keys.txt`` with every key that any generation knows.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parents[1] / "jpkit" / "data"
COMMENT = (
    "Made by toolkit/maintain/schemas.py from facts on the theme's sources (wowchemy-hugo-themes, HugoBlox/kit; MIT)."
)
TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "date": {"type": "string"},
    "bool": {"type": "boolean"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "map": {"type": "object"},
    "list": {"type": "array"},
    "list[string]": {"type": "array", "items": {"type": ["string", "number", "null"]}},
    "list[map]": {"type": "array", "items": {"type": ["object", "null"]}},
    "null": {"type": "null"},
    "any": {},
}
# Lists that the theme, its modules or the site may lengthen are no closed choices.
OPEN = frozenset("widgets blocks hugoblox_ids pubtypes_csl_all icon_pack view page_type_values hugo_kind".split())
# Hugo takes keys in any case, and the facts have them in lower case; this is how its documentation spells them.
SPELLINGS = {
    name.lower(): name
    for name in "expiryDate isCJKLanguage linkTitle mediaType publishDate translationKey unpublishDate".split()
}
LAST = {"academic-2": "v2.4.0", "academic-3": "v3.3.1", "academic-4": "v4.8.0"}
"""The last version of a generation."""
NAMES = {
    "academic-2": "Academic 2",
    "academic-3": "Academic 3",
    "academic-4": "Academic 4",
    "wowchemy-5": "Wowchemy 5",
    "hugoblox": "Hugo Blox",
}
_DATE = "Write YYYY-MM-DD, or with a time YYYY-MM-DDTHH:MM:SS+09:00."
FORMATS = {
    "markdown": "Markdown works.",
    "html": "HTML works.",
    "date": _DATE,
    "date-or-empty": _DATE,
    "go-date-layout": "Write a Go layout such as `Jan 2006`.",
    "url": "Write the whole URL.",
    "url-or-empty": "Write the whole URL.",
    "url-or-path": "Write a URL, or a path on this site.",
    "0..1": "Write a number from 0 to 1.",
    "0..100": "Write a number from 0 to 100.",
    "css-color": "Write a CSS colour such as `#336699` or `navy`.",
    "hex": "Write a colour such as `#336699`.",
    "css-size": "Write a CSS size such as `60px`.",
}
# What takes the place of a field, where that is no field with the same value.
REPLACEMENTS = {
    "links[] with type": "`links` with a `type`",
    "featured.* file in the page bundle": "a file `featured.*` in the page's folder",
    "featured image": "a file `featured.*` in the page's folder",
    "show_date (inverted)": "`show_date` with the opposite value",
    "banner.image (v5.5.0), cover.image (kit)": "`banner.image`, in the kit `cover.image`",
    "design.css_class/css_style (v5.1.0)": "`design.css_class` and `design.css_style`",
}
# What a linter asks of a field.
RULES_READ = frozenset("type items properties enum deprecated x-status x-replaced-by".split())

Texts = Mapping[tuple[str, str], tuple[str, str]]
Facts = dict[str, Any]


def main(path: str) -> None:
    facts = yaml.load(Path(path).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for entry in facts["entries"]:
        if entry["status"] == "removed" and entry.get("until") == LAST.get(entry["gen"], "a later one"):
            entry["status"] = "active"  # read to the end of its generation, and given up by the next
    texts = _texts(Path(__file__).with_name("field-texts.tsv").read_text(encoding="utf-8"))
    pages: dict[tuple[str, str], list[Facts]] = {}
    for entry in facts["entries"]:
        pages.setdefault((entry["gen"], entry["page"]), []).append(entry)
    builtin = [_builtin(one) for one in facts["hugo_builtin"] if "*" not in one["field"]]
    known = set()
    for (generation, page), entries in sorted(pages.items()):
        schema = _schema(generation, page, [*builtin, *entries], facts["enums"], texts)
        _write(DATA / "schemas" / generation / f"{page}.json", _lines(schema))
        lean = json.dumps(_lean(schema), ensure_ascii=False, separators=(",", ":"))
        _write(DATA / "fields" / generation / f"{page}.json", lean + "\n")
        known |= {entry["field"].lower().replace("[]", "") for entry in entries}
    known |= {one["field"].lower() for one in builtin}
    _write(DATA / "schemas" / "known-keys.txt", "\n".join(sorted(known)) + "\n")


def _builtin(one: Facts) -> Facts:
    """A field of Hugo's own, in the form of the others."""
    entry = {"field": one["field"], "type": one["type"].replace(" or ", ", ").split(", "), "note": one.get("note")}
    if one["field"].startswith("_"):  # renamed in Hugo 0.145
        entry |= {"status": "deprecated", "replaced_by": one["field"].removeprefix("_")}
    return entry


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _texts(table: str) -> Texts:
    """Title and description by field and by where they hold."""
    rows = [line.split("\t") for line in table.split("\n") if line and not line.startswith("#")]
    texts = {(field, where): (title, description) for field, where, title, description in rows}
    assert len(texts) == len(rows), "a field twice in field-texts.tsv"
    return texts


def _lines(schema: dict[str, Any]) -> str:
    """The schema with a line for each top-level field: what a reader compares."""
    head = {key: value for key, value in schema.items() if key != "properties"}
    fields = (
        f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(field, ensure_ascii=False)}"
        for name, field in schema["properties"].items()
    )
    start = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return start + ',\n "properties": {\n' + ",\n".join(fields) + "\n }\n}\n"


def _lean(node: dict[str, Any]) -> dict[str, Any]:
    lean = {key: value for key, value in node.items() if key in RULES_READ}
    if "items" in lean:
        lean["items"] = _lean(lean["items"])
    if "properties" in lean:
        lean["properties"] = {name: _lean(inner) for name, inner in lean["properties"].items()}
    return lean


def _schema(generation: str, page: str, entries: list[Facts], enums: Facts, texts: Texts) -> dict[str, Any]:
    root: dict[str, Any] = {"properties": {}}
    of_path: dict[str, Facts] = {}
    # Built-in fields first: what the theme says of one of them counts more.
    for entry in entries:
        field = entry["field"]
        _place(root, field).update(_property(entry, generation, enums))
        before = of_path.get(field, {})
        if set(entry["type"]).isdisjoint(before.get("type", ())):
            before = {}  # `content` is a text to Hugo and a map in a widget
        of_path[field] = before | {key: value for key, value in entry.items() if value is not None}
        above = of_path.get(field.rpartition(".")[0], {})
        if entry.get("status") == "removed" and "replaced_by" in above:
            of_path[field].setdefault("replaced_by", above["replaced_by"])
    described = _described(root, "", lambda path: _words(path, of_path.get(path, {}), (page, generation), texts))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:jpkit:schema:{generation}:{page}",
        "$comment": COMMENT,
        "title": f"Front matter of {generation}: {page}",
        "description": f"{texts['', page][1]} With {NAMES[generation]}.",
        "type": "object",
        "properties": dict(sorted(described["properties"].items())),
    }


def _place(root: dict[str, Any], path: str) -> dict[str, Any]:
    """The property of a path such as `links[].url` or `menu.*.name`; maps and lists on the way are made."""
    node = root
    for part in path.split("."):
        name = part.replace("[]", "")
        if name == "*":
            node = node.setdefault("additionalProperties", {})
        else:
            node = node.setdefault("properties", {}).setdefault(SPELLINGS.get(name, name), {})
        for _ in range(part.count("[]")):
            if not isinstance(node.get("items"), dict):
                node["items"] = {}
            node = node["items"]
    return node


def _described(node: dict[str, Any], path: str, words: Any) -> dict[str, Any]:
    """The schema with title and description in front, in all its properties and items that are maps."""
    result = dict(zip(("title", "description"), words(path), strict=True)) if path else {}
    result |= node
    start = f"{path}." if path else ""
    if "properties" in node:
        inner = node["properties"].items()
        result["properties"] = {name: _described(one, start + _key(name), words) for name, one in inner}
    if "additionalProperties" in node:
        result["additionalProperties"] = _described(node["additionalProperties"], f"{start}*", words)
    items = node.get("items", {})
    if "properties" in items or "object" in items.get("type", ()):
        result["items"] = _described(items, f"{path}[]", words)
    return result


def _key(name: str) -> str:
    """The key as the facts spell it."""
    return name.lower() if SPELLINGS.get(name.lower()) == name else name


def _words(path: str, entry: Facts, where: tuple[str, ...], texts: Texts) -> tuple[str, str]:
    """Title and description of a field: ours, then what the facts note, then what takes its place."""
    found = next((texts[key] for key in _look_up(path, where) if key in texts), None)
    assert found is not None, f"field-texts.tsv has nothing on {path} ({', '.join(where)})"
    title, description = found
    sentences = [description]
    note = entry.get("note") or ""
    form = "date" if "date" in entry.get("type", ()) else entry.get("format")
    hint = FORMATS.get(form or "", "")
    if hint and hint not in description and "YYYY" not in note:
        sentences.append(hint)
    # Some notes only spell the key, which the schema does itself.
    if note and note.lower().removesuffix(", any case.") != path:
        sentences.append(_sentence(note))
    for word, of in (("Since", "since"), ("Until", "until")):
        if str(entry.get(of)).startswith("v"):
            sentences.append(f"{word} {entry[of]}.")
    sentences += _status(entry)
    return title, " ".join(sentences)


def _look_up(path: str, where: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    parts = path.split(".")
    for field in (path, *("*." + ".".join(parts[n:]) for n in range(len(parts)))):
        yield from ((field, one) for one in (*where, ""))


def _sentence(note: str) -> str:
    first = note.split()[0].rstrip(";:")
    if first.isalpha() and first not in ("true", "false", "list"):  # values and keys stay as they are
        note = note[0].upper() + note[1:]
    return note if note.endswith(".") else f"{note}."


def _status(entry: Facts) -> Iterator[str]:
    status = entry.get("status", "active")
    to = entry.get("replaced_by")
    if to:
        plain = re.sub(r" \(v[0-9.]+\)$", "", to).replace("[]", "")
        to = REPLACEMENTS.get(to, f"`{plain}`")
    if status == "unread":
        yield "No layout of this generation reads it."
    elif status == "removed":
        yield "This generation does not read it any more."
    if status in ("deprecated", "removed", "legacy", "unread"):
        yield (
            f"Use {to} instead." if to else "Nothing takes its place." if status != "legacy" else "For old pages only."
        )
    elif to:
        yield f"Later versions have {to} instead."


def _property(entry: Facts, generation: str, enums: Facts) -> dict[str, Any]:
    kinds = dict.fromkeys(entry["type"])
    types: dict[str, None] = {}
    result: dict[str, Any] = {}
    for kind in kinds:
        one = TYPES.get(kind, {})
        if "type" in one:
            types[one["type"]] = None
        if "items" in one:  # a list of maps or of strings takes both
            before = result.get("items", {}).get("type", [])
            result["items"] = {"type": [*dict.fromkeys((*before, *one["items"]["type"]))]}
    if types and "any" not in kinds:
        result["type"] = [*types, *([] if "null" in types else ["null"])]
    if "date" in kinds or entry.get("format") == "date":
        result["x-date"] = True
    if entry.get("default") is not None:
        result["default"] = entry["default"]
    choices = _choices(entry.get("enum"), generation, enums)
    if choices:
        target = result.get("items", result)
        target["enum"] = [*choices, "", None]
    status = entry.get("status", "active")
    if status != "active":
        result["x-status"] = status
    if status in ("deprecated", "removed", "legacy"):
        result["deprecated"] = True
    if entry.get("replaced_by"):
        result["x-replaced-by"] = entry["replaced_by"]
    return result


def _choices(name: str | None, generation: str, enums: dict[str, Any]) -> list[Any]:
    if name is None or name.partition(".")[0] in OPEN:
        return []
    enum = enums.get(name, {})
    if enum.get("open") or not enum.get("values"):
        return []
    values = enum.get("by_generation", {}).get(generation) or enum["values"]
    if enum.get("case_insensitive"):
        values = [*values, *(value.lower() for value in values)]
    if enum.get("ints_ok"):
        values = [*values, *(int(value) for value in values)]
    return list(values)


if __name__ == "__main__":
    main(*sys.argv[1:])
