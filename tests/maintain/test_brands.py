"""The names that the linter spells."""

from pathlib import Path

import pytest

from jpkit.extraction.catalogue import catalogue
from maintain.brands import brands

SHIPPED = Path(__file__).parents[2] / "toolkit" / "jpkit" / "data" / "brands.txt"


@pytest.fixture(scope="module")
def made() -> str:
    return brands(catalogue())


def test_the_shipped_names_are_what_the_catalogue_makes(made: str) -> None:
    assert SHIPPED.read_text(encoding="utf-8") == made


def test_capitals_that_tell_two_products_apart_are_nobodys_mistake(made: str) -> None:
    lines = made.split("\n")
    assert [line for line in lines if line.lstrip("~").lower() == "jetpack"] == []
    assert "GitHub" in lines
