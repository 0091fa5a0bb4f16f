"""The theme's own pages: what they have is right for their generation, whatever a rule may think."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from jpkit.hugo import GENERATIONS
from jpkit.linting.engine import Active, lint_pages
from jpkit.linting.page import Reader
from jpkit.linting.rules import rules

ACADEMIC = Path(__file__).parents[2] / ".." / "shared" / "academic"
PAGES = ACADEMIC / "fixtures" / "valid-pages.tsv"

pytestmark = pytest.mark.skipif(not PAGES.is_file(), reason="the official pages are not beside the project")


def rendered(text: str) -> str:
    """An archetype with values in the place of its templates."""
    text = re.sub(r"\{\{[^}]*\.Date[^}]*\}\}", "2020-01-01T00:00:00Z", text)
    return re.sub(r"\{\{[^}]*\}\}", "Name", text)


@pytest.mark.parametrize("generation", GENERATIONS)
def test_official_pages_get_no_error_and_no_warning(generation):
    active = [Active(rule) for rule in rules()]
    said, count = [], 0
    with PAGES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["generation"] == generation]
    for row in rows:
        text = (ACADEMIC / row["file"]).read_bytes().decode()
        if row["needs_archetype_render"] == "yes":
            text = rendered(text)
        path = "content/" + re.sub(r"^(?:.*?content/|archetypes/)", "", row["path"])
        reader = Reader(generation=generation, today=date(2026, 11, 24), given={path: text.encode()})
        report = lint_pages([path], reader, lambda _: active)
        said += [(row["path"], one.line, one.rule) for one in report.findings if one.severity != "info"]
        count += report.pages
    assert said == []
    assert count > 20
