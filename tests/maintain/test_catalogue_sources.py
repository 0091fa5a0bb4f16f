from typing import Any

import pytest

from maintain.catalogue_rows import Row
from maintain.catalogue_sources import (
    aws_names,
    azure_names,
    brands,
    google_names,
    language,
    linguist_names,
    read_decisions,
    slugs,
)
from maintain.catalogue_words import is_ordinary, is_short

WORDS = frozenset("loom resource explorer people cloud billing support data fleet".split())


def test_a_name_of_english_words_is_ordinary() -> None:
    assert [
        name
        for name in ("Loom", "Resource Explorer", "Fleets", "GraphQL", "Web3", "IoT Fleet")
        if is_ordinary(name, WORDS)
    ] == [
        "Loom",
        "Resource Explorer",
        "Fleets",
    ]


def test_three_latin_letters_are_short() -> None:
    assert [name for name in ("CSS", "/e/", "C++", "Wasm", "食べ") if is_short(name)] == ["CSS", "/e/", "C++"]


def aws(full: str, abbreviation: str = "") -> list[Row]:
    metadata = {"serviceFullName": full, "serviceId": "", "serviceAbbreviation": abbreviation}
    return list(aws_names([metadata], WORDS))


def test_a_service_of_aws_has_its_short_form_beside_aws_only_and_none_that_is_an_ordinary_phrase() -> None:
    assert aws("AWS IoT SiteWise") == [
        Row("AWS IoT SiteWise", "Amazon", "cloud-service", sources=("botocore",), names=("IoT SiteWise~",))
    ]
    assert aws("AWS Resource Explorer") == [
        Row("AWS Resource Explorer", "Amazon", "cloud-service", sources=("botocore",))
    ]
    assert aws("AWS Security Token Service", "AWS STS")[0].names == ("Security Token Service~", "AWS STS")


def test_parts_and_interfaces_of_services_of_aws_are_no_services() -> None:
    parts = ("AWS IoT Data Plane", "Amazon Lex Runtime Service", "AWS WAFV2", "QApps", "Tax Settings", "AWS Support")
    assert [row for full in parts for row in aws(full)] == []


def google(title: str, link: str = "https://cloud.google.com/x") -> list[Row]:
    return list(google_names([{"title": title, "documentationLink": link}], WORDS))


def test_a_product_of_googles_cloud_has_its_vendor_before_it() -> None:
    assert google("Web Risk API") == [
        Row(
            "Google Cloud Web Risk",
            "Google",
            "cloud-service",
            "https://cloud.google.com/x",
            sources=("google",),
            names=("Web Risk API",),
        )
    ]
    assert google("Cloud Billing API")[0].names == ("Cloud Billing~",)


def test_an_api_of_google_is_itself_and_bears_witness_to_its_product() -> None:
    page = "https://developers.google.com/people/"
    assert google("People API", page) == [
        Row("Google People API", "Google", "saas", page, sources=("google",), names=("People API~",)),
        Row("Google People", "Google", sources=("google",)),
    ]


def test_icons_of_azure_are_services_under_its_name_and_objects_of_the_portal_singular() -> None:
    files = [
        ("compute", "Virtual-Machine"),
        ("networking", "Route-Tables"),
        ("general", "Gear"),
        ("general", "Cost-Alerts"),
        ("security", "Microsoft-Defender-for-IoT"),
    ]
    assert [(row.name, row.names) for row in azure_names(files)] == [
        ("Azure Virtual Machine", ()),
        ("Azure Route Table", ("Azure Route Tables",)),
        ("Microsoft Defender for IoT", ()),
    ]


def test_a_module_of_linguist_is_read_as_name_and_type() -> None:
    script = (
        "export default {\n  name: 'Ren\\'Py',\n  type: 'programming',\n  aliases: ['renpy'],\n  color: '#555',\n}\n"
    )
    assert language(script) == {"name": "Ren'Py", "type": "programming", "aliases": ["renpy"]}


def test_languages_are_rows_unless_they_are_words_short_or_left_out() -> None:
    languages: list[dict[str, Any]] = [
        {"name": "Futhark", "type": "programming"},
        {"name": "Loom", "type": "programming"},
        {"name": "D", "type": "programming"},
        {"name": "Makefile", "type": "programming"},
        {"name": "JSON", "type": "data"},
    ]
    rows = linguist_names(languages, WORDS, {"Makefile"})
    assert [(row.name, row.kind) for row in rows] == [
        ("Futhark", "language"),
        ("Loom", ""),
        ("D", ""),
        ("Makefile", ""),
    ]


def test_only_brands_that_a_person_has_read_are_rows_and_words_are_flagged() -> None:
    icons = [
        {"title": "Loom"},
        {"title": "Air France"},
        {"title": "WebAssembly", "aliases": {"aka": ["Wasm", "wa", "ウェブ"]}},
    ]
    kinds, left = read_decisions("# head\nsaas: Loom; Ello\nplatform: WebAssembly\nleave linguist: Makefile\n")
    assert left == {"Makefile"}
    assert [(row.name, row.kind, row.names) for row in brands(icons, kinds, WORDS)] == [
        ("Loom", "saas", ("Loom^",)),
        ("Air France", "", ()),
        ("WebAssembly", "platform", ("Wasm",)),
    ]


def test_a_name_decided_twice_is_an_error() -> None:
    with pytest.raises(ValueError, match="Ello is saas and oss"):
        read_decisions("saas: Ello\noss: Ello\n")


def test_a_set_of_icons_bears_witness_only() -> None:
    assert list(slugs({"icons": {"numba-icon": {}, "aks": {}}}, "logos")) == [
        Row("numba", sources=("logos",)),
        Row("aks", sources=("logos",)),
    ]
