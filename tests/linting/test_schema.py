import json
from importlib.resources import files

import pytest

from jpkit.hugo import GENERATIONS
from jpkit.linting.page import Reader
from jpkit.linting.schema import PAGE_TYPES, all_keys, at, child, load, page_types, schema_text, schemas_of

SCHEMAS = [(generation, page) for generation in GENERATIONS for page in page_types(generation)]


@pytest.mark.parametrize(("generation", "page"), SCHEMAS)
def test_a_schema_is_one_of_2020_12_and_says_where_its_facts_are_from(generation, page):
    schema = json.loads(schema_text(generation, page))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == f"Front matter of {generation}: {page}"
    assert "MIT" in schema["$comment"]
    types = {"array", "boolean", "integer", "null", "number", "object", "string"}

    def check(node):
        kinds = node.get("type", [])
        assert types.issuperset([kinds] if isinstance(kinds, str) else kinds)
        assert isinstance(node.get("enum", []), list)
        for inner in node.get("properties", {}).values():
            check(inner)
        if "items" in node:
            check(node["items"])

    check(schema)
    assert {"title", "date", "tags", "draft"} <= schema["properties"].keys()


def test_all_page_types_that_rules_ask_for_exist():
    assert set(PAGE_TYPES) <= {page for _, page in SCHEMAS}
    assert load("academic-2", "author") is None


def test_keys_are_found_at_any_depth_and_in_any_case():
    schema = load("academic-4", "post")
    assert schema is not None
    assert at(schema, ("IMAGE", "Focal_Point"))["type"] == ["string", "null"]
    assert at(schema, ("links", "", "url"))["type"] == ["string", "null"]
    assert at(schema, ("links", "url")) is None
    assert child(schema, "nothing") is None
    assert {"image.focal_point", "links.url", "publishdate"} <= all_keys()


def test_the_widest_reading_asks_all_schemas_and_another_theme_none():
    page = Reader(given={"a.md": b""}).page("a.md")
    assert len(schemas_of(page)) == len([one for one in SCHEMAS if one[1] in PAGE_TYPES])
    assert not schemas_of(Reader(generation="none", given={"a.md": b""}).page("a.md"))


def test_the_schemas_are_small():
    size = sum(len(schema_text(*one)) for one in SCHEMAS)
    assert size < 1_200_000
    assert files("jpkit").joinpath("data/schemas/known-keys.txt").is_file()
