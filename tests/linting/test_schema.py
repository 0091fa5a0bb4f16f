import csv
import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from jpkit.front.field import Value
from jpkit.hugo import GENERATIONS
from jpkit.linting.page import Reader
from jpkit.linting.schema import PAGE_TYPES, all_keys, at, child, known_keys, load, page_types, schema_text, schemas_of

ACADEMIC = Path(__file__).parents[2] / ".." / "shared" / "academic"
PAGES = ACADEMIC / "fixtures" / "valid-pages.tsv"
SCHEMAS = [(generation, page) for generation in GENERATIONS for page in page_types(generation)]


@pytest.mark.parametrize(("generation", "page"), SCHEMAS)
def test_a_schema_is_one_of_2020_12_and_says_where_its_facts_are_from(generation, page):
    schema = json.loads(schema_text(generation, page))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == f"Front matter of {generation}: {page}"
    assert "MIT" in schema["$comment"]
    assert schema["$id"] == f"urn:jpkit:schema:{generation}:{page}"
    assert schema["description"]
    Draft202012Validator.check_schema(schema)
    assert {"title", "date", "tags", "draft", "publishDate"} <= schema["properties"].keys()


def fields(node: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every property at every depth by its path, and the items of lists that are maps."""
    inner = {f"{path}.{name}": one for name, one in node.get("properties", {}).items()}
    if "additionalProperties" in node:
        inner[f"{path}.*"] = node["additionalProperties"]
    if "properties" in node.get("items", {}) or "object" in node.get("items", {}).get("type", ()):
        inner[f"{path}[]"] = node["items"]
    for name, one in inner.items():
        yield name.removeprefix("."), one
        yield from fields(one, name)


@pytest.mark.parametrize(("generation", "page"), SCHEMAS)
def test_every_field_has_a_title_and_a_description_that_are_sentences(generation, page):
    for path, field in fields(json.loads(schema_text(generation, page))):
        assert re.fullmatch(r"[A-Za-z].*[^.\s]", field["title"]), path
        assert re.fullmatch(r"(?s)[A-Z\"`].*\.", field["description"]), path
        assert "  " not in field["description"], path


@pytest.mark.parametrize(("generation", "page"), SCHEMAS)
def test_a_field_that_is_given_up_says_so_and_what_takes_its_place(generation, page):
    for path, field in fields(json.loads(schema_text(generation, page))):
        ending = field["description"].rpartition(". ")[2]
        assert field.get("deprecated", False) == (field.get("x-status") in ("deprecated", "removed", "legacy")), path
        if field.get("deprecated"):
            usual = ("Nothing takes its place.", "For old pages only.")
            assert ending in usual or re.fullmatch("Use .+ instead\\.", ending), path
        if "x-replaced-by" in field:
            assert re.search(r"(Use|Later versions have) .+ instead\.", field["description"]), path
            named = re.findall(r"[a-z_]+", field["x-replaced-by"])[0]
            assert named in field["description"], path


def test_the_texts_are_those_of_the_generation_and_page_type():
    def said(generation: str, page: str, *path: str) -> str:
        field = json.loads(schema_text(generation, page))
        for name in path:
            field = field["items"] if name == "" else field["properties"][name]
        return f"{field['title']}: {field['description']}"

    assert said("academic-4", "post", "image", "focal_point").startswith(
        "Focal point: Which part of the featured image survives cropping. "
    )
    assert said("academic-4", "post", "links", "", "url") == "Address: Where the button leads. Write the whole URL."
    assert said("academic-4", "widget", "content") == "Content: What the section says and shows."
    assert (
        said("hugoblox", "post", "content")
        == "Content: The text of the page, with its `mediaType`. Content adapters only."
    )
    assert said("hugoblox", "post", "url_pdf").endswith(" Use `links` with a `type` instead.")
    assert said("academic-2", "post", "url_custom").endswith(" Later versions have `links` instead.")
    assert said("hugoblox", "author", "title").startswith("Name: ")


@pytest.mark.parametrize(("generation", "page"), SCHEMAS)
def test_rules_read_the_same_fields_without_what_only_people_read(generation, page):
    def lean(node: Mapping[str, Any]) -> dict[str, Any]:
        kept = {"type", "enum", "deprecated", "x-status", "x-replaced-by"}
        result = {key: value for key, value in node.items() if key in kept}
        if "items" in node:
            result["items"] = lean(node["items"])
        if "properties" in node:
            result["properties"] = {name: lean(one) for name, one in node["properties"].items()}
        return result

    assert load(generation, page) == lean(json.loads(schema_text(generation, page)))


def rendered(text: str) -> str:
    """An archetype with values in the place of its templates."""
    text = re.sub(r"\{\{[^}]*\.Date[^}]*\}\}", "2020-01-01T00:00:00Z", text)
    return re.sub(r"\{\{[^}]*\}\}", "Name", text)


def as_json(value: Value, schema: Mapping[str, Any]) -> Any:
    """A value as JSON has it: dates are texts, and keys, whose letter case Hugo ignores, are spelt as in the schema."""
    if isinstance(value, Mapping):
        inner = schema.get("properties", {})
        names = {name.lower(): name for name in inner}
        spelt = {names.get(key.lower(), key): one for key, one in value.items()}
        return {key: as_json(one, inner.get(key, {})) for key, one in spelt.items()}
    if isinstance(value, tuple):
        return [as_json(one, schema.get("items", {})) for one in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def errors(generation: str, page_type: str, text: str) -> list[str]:
    """What a validator says of a page, with the place in front."""
    schema = json.loads(schema_text(generation, page_type))
    page = Reader(generation=generation, given={"a.md": text.encode()}).page("a.md")
    values = as_json({key: field.value for key, field in page.post.fields.items()}, schema)
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(values)]


@pytest.mark.skipif(not PAGES.is_file(), reason="the official pages are not beside the project")
@pytest.mark.parametrize("generation", GENERATIONS)
def test_official_pages_are_valid_by_the_schema_of_their_generation_and_page_type(generation):
    with PAGES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["generation"] == generation]
    found, count = [], 0
    for row in rows:
        if row["page_type"] == "notebook":
            continue  # Jupyter's JSON has no front matter
        text = (ACADEMIC / row["file"]).read_bytes().decode()
        text = rendered(text) if row["needs_archetype_render"] == "yes" else text
        found += [f"{row['path']}: {error}" for error in errors(generation, row["page_type"], text)]
        count += 1
    assert found == []
    assert count > 20


def test_a_validator_finds_wrong_types_and_values_at_any_depth():
    fields = "TITLE: a\ndate: 2020-01-01\ntags: b\nimage: {placement: '2', focal_point: Centre}\nlinks: [{url: [c]}]"
    assert sorted(error.partition(":")[0] for error in errors("academic-4", "post", f"---\n{fields}\n---\n")) == [
        "$.image.focal_point",
        "$.image.placement",
        "$.image.placement",
        "$.links[0].url",
        "$.tags",
    ]


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
    assert known_keys(schema)["publishdate"] == "publishDate"


def test_the_widest_reading_asks_all_schemas_and_another_theme_none():
    page = Reader(given={"a.md": b""}).page("a.md")
    assert len(schemas_of(page)) == len([one for one in SCHEMAS if one[1] in PAGE_TYPES])
    assert not schemas_of(Reader(generation="none", given={"a.md": b""}).page("a.md"))


def test_the_schemas_are_small_and_what_a_run_loads_smaller():
    data = files("jpkit") / "data"
    assert sum(len(schema_text(*one)) for one in SCHEMAS) < 1_800_000
    assert len((data / "fields" / "academic-4" / "post.json").read_bytes()) < 6_000
    assert files("jpkit").joinpath("data/schemas/known-keys.txt").is_file()
