"""Write the JSON Schemas of the package from a facts file on the Academic theme's front matter.

    python toolkit/maintain/schemas.py FACTS.yaml

FACTS.yaml lists every field by generation and page type, with its type, status and evidence in the
theme's sources (MIT). What comes out is ours: one JSON Schema (2020-12) a generation and page type in
``jpkit/data/schemas``, and ``known-keys.txt`` with every key that any generation knows.
"""

import json
import sys
from pathlib import Path
from typing import Any

import yaml

OUT = Path(__file__).parents[1] / "jpkit" / "data" / "schemas"
COMMENT = (
    "Made by toolkit/maintain/schemas.py from facts on the theme's sources (wowchemy-hugo-themes, HugoBlox/kit; MIT)."
)
TYPES = {
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


def main(path: str) -> None:
    facts = yaml.load(Path(path).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    pages: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for entry in facts["entries"]:
        pages.setdefault((entry["gen"], entry["page"]), []).append(entry)
    builtin = [
        {"field": one["field"], "type": one["type"].replace(" or ", ", ").split(", "), "note": one.get("note")}
        for one in facts["hugo_builtin"]
        if "*" not in one["field"]
    ]
    known = set()
    for (generation, page), entries in sorted(pages.items()):
        schema = _schema(generation, page, entries, builtin, facts["enums"])
        file = OUT / generation / f"{page}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_lines(schema), encoding="utf-8")
        known |= {entry["field"].lower().replace("[]", "") for entry in entries}
    known |= {one["field"].lower() for one in builtin}
    (OUT / "known-keys.txt").write_text("\n".join(sorted(known)) + "\n", encoding="utf-8")


def _lines(schema: dict[str, Any]) -> str:
    """The schema with a line for each top-level field: what a reader compares."""
    head = {key: value for key, value in schema.items() if key != "properties"}
    fields = (
        f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(field, ensure_ascii=False)}"
        for name, field in schema["properties"].items()
    )
    start = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return start + ',\n "properties": {\n' + ",\n".join(fields) + "\n }\n}\n"


def _schema(
    generation: str, page: str, entries: list[dict[str, Any]], builtin: list[dict[str, Any]], enums: dict[str, Any]
) -> dict[str, Any]:
    root: dict[str, Any] = {"properties": {}}
    # Built-in fields first: what the theme says of one of them counts more.
    for entry in [*builtin, *entries]:
        _place(root, entry["field"]).update(_property(entry, generation, enums))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": COMMENT,
        "title": f"Front matter of {generation}: {page}",
        "type": "object",
        "properties": dict(sorted(root["properties"].items())),
    }


def _place(root: dict[str, Any], path: str) -> dict[str, Any]:
    """The property of a path such as `links[].url`; maps and lists on the way are made."""
    node = root
    for part in path.split("."):
        name = part.replace("[]", "")
        node = node.setdefault("properties", {}).setdefault(name, {})
        for _ in range(part.count("[]")):
            if not isinstance(node.get("items"), dict):
                node["items"] = {}
            node = node["items"]
    return node


def _property(entry: dict[str, Any], generation: str, enums: dict[str, Any]) -> dict[str, Any]:
    kinds = dict.fromkeys(entry["type"])
    types: dict[str, None] = {}
    result: dict[str, Any] = {}
    for kind in kinds:
        one = TYPES.get(kind, {})
        if "type" in one:
            types[one["type"]] = None
        if "items" in one:
            result["items"] = dict(one["items"])
    if types and "any" not in kinds:
        result["type"] = [*types, *([] if "null" in types else ["null"])]
    if "date" in kinds or entry.get("format") == "date":
        result["x-date"] = True
    if entry.get("note"):
        result["description"] = entry["note"]
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
    if enum.get("ints_ok"):
        values = [*values, *(int(value) for value in values)]
    return list(values)


if __name__ == "__main__":
    main(*sys.argv[1:])
