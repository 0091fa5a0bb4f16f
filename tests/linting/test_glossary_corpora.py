"""What the rules on the glossary say of two documentation sites whose every finding was read.

The glossary is that of the first site's own titles (`../shared/glossary/gold-cncf.tsv`), as an author would name it.
"""

import csv
import re
import shutil
from pathlib import Path

import pytest

from jpkit.linting.api import choose
from jpkit.linting.engine import lint_pages
from jpkit.linting.page import GlossaryAt, Reader
from jpkit.linting.rules import GLOSSARY
from jpkit.messages import use_language
from jpkit.site import find_posts

SHARED = Path(__file__).parents[2] / ".." / "shared"
GOLD = SHARED / "glossary" / "gold-cncf.tsv"
CONFIG = 'defaultContentLanguage = "en"\n[languages.en]\n[languages.ja]\n'

pytestmark = pytest.mark.skipif(not GOLD.is_file(), reason="the corpora are not beside the project")


def rows() -> list[dict[str, str]]:
    with GOLD.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def findings(site: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, set[tuple[str, str]]]:
    """By rule, what was found and what the glossary has."""
    for lang in ("en", "ja"):
        shutil.copytree(SHARED / "corpora" / site / lang, folder / "content" / lang)
    (folder / "config.toml").write_text(CONFIG)
    with (folder / "terms.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("ja", "en", "variants"))
        for row in rows():
            ja, en = (re.sub(r"\s*\([^)]*\)$", "", row[lang]) for lang in ("ja", "en"))
            writer.writerow((ja, en, ja.removesuffix("ー") if ja.endswith("ー") else ""))
    monkeypatch.chdir(folder)
    use_language("en")
    active = choose(GLOSSARY, (), glossary=True)
    reader = Reader(generation="none", glossary=GlossaryAt("terms.csv"))
    found: dict[str, set[tuple[str, str]]] = {name: set() for name in GLOSSARY}
    for finding in lint_pages(find_posts(["content"]), reader, lambda _: active).findings:
        quoted = re.findall("'([^']*)'", finding.message)
        found[finding.rule].add((quoted[0], quoted[1]))
    return found


def test_of_its_own_glossary_a_site_hears_what_an_editor_would_say(tmp_path, monkeypatch):
    assert findings("pairs-cncf-glossary", tmp_path, monkeypatch) == {
        "glossary-translation": set(),
        "glossary-variant": {("クラスタ", "クラスター")},
        "glossary-name": {
            ("Auto Scaling", "Autoscaling"),
            ("Blue-green deployment", "Blue Green Deployment"),
            ("Data centers", "Datacenter"),
            ("Web Assembly", "WebAssembly"),
            ("bare-metal machine", "Bare Metal Machine"),
            ("data center", "Datacenter"),
            ("data centers", "Datacenter"),
        },
    }


def test_another_site_hears_little_of_it(tmp_path, monkeypatch):
    assert findings("pairs-helm-docs", tmp_path, monkeypatch) == {
        "glossary-translation": set(),
        "glossary-variant": set(),
        "glossary-name": {("run time", "Runtime")},
    }
