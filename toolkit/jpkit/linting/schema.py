"""What the schemas of the theme say of a key: read from the JSON Schema files, checked without a validator.

Where the generation or the page type is open, all that are possible are asked, and only what all of
them reject is wrong.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from jpkit.data import read_data
from jpkit.hugo import GENERATIONS
from jpkit.linting.page import Page

PAGE_TYPES = (
    "post", "page", "publication", "event", "project", "docs", "section", "author", "slides", "landing", "widget",
    "widget_page", "cms_admin",
)  # fmt: skip

Schema = Mapping[str, Any]


def schemas_of(page: Page) -> Sequence[Schema]:
    """The schemas that may hold for a page, the likeliest first; none where the theme is another one."""
    if page.generation == "none":
        return ()
    # Without a word on the generation: the one that most sites have comes first.
    generations = (page.generation,) if page.generation else ("academic-4", "wowchemy-5", "hugoblox", *GENERATIONS[:2])
    types = (page.type,) if page.type != "any" else PAGE_TYPES
    found = (load(generation, one) for generation in generations for one in types)
    return [schema for schema in found if schema is not None]


def known_keys(schema: Schema) -> Mapping[str, str]:
    """The keys of one level, by their lower-case form."""
    return _lower_keys(id(schema), schema)


def child(schema: Schema, key: str) -> Schema | None:
    """The schema of a key, letter case aside; None where the schema does not know it."""
    name = known_keys(schema).get(key.lower())
    return schema["properties"][name] if name is not None else None


def at(schema: Schema, path: Sequence[str]) -> Schema | None:
    """The schema of a field by its keys; "" is an item of a list."""
    found: Schema | None = schema
    for key in path:
        if found is None:
            return None
        found = found.get("items") if key == "" else child(found, key)
    return found


@cache
def load(generation: str, page_type: str) -> Schema | None:
    """The schema of a page type as rules need it, or None where the generation has no such pages."""
    # The same fields as in data/schemas without titles and descriptions, which take twice as long to read.
    text = _read(f"fields/{generation}/{page_type}.json")
    schema: Schema | None = json.loads(text) if text is not None else None
    return schema


def page_types(generation: str) -> Sequence[str]:
    """The page types that a generation has schemas for."""
    from importlib.resources import files  # for people who look around, not for every run

    names = (file.name for file in (files("jpkit") / "data" / "schemas" / generation).iterdir())
    return sorted(name.removesuffix(".json") for name in names)


def schema_text(generation: str, page_type: str) -> str:
    """The JSON Schema file for editors, as it is."""
    return _read(f"schemas/{generation}/{page_type}.json") or ""


@cache
def all_keys() -> frozenset[str]:
    """Every key that any page of any generation knows, lower case, with dots between levels."""
    return frozenset((_read("schemas/known-keys.txt") or "").split("\n"))


def _read(name: str) -> str | None:
    try:
        return read_data(name)
    except OSError:
        return None


_lowered: dict[int, Mapping[str, str]] = {}


def _lower_keys(identity: int, schema: Schema) -> Mapping[str, str]:
    known = _lowered.get(identity)
    if known is None:  # schemas are loaded once and never let go, so their identity holds
        known = _lowered[identity] = {name.lower(): name for name in schema.get("properties", ())}
    return known
