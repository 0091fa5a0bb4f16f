"""What README.md and README.ja.md show is what jpkit does: each example is run and its output compared.

An output block stands below a marker `<!-- from: WHAT -->`; its lines are lines of the real output, and "…"
stands for what was left out.
"""

import contextlib
import io
import json
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jpkit.cli import COMMANDS as COMMANDS_OF_JPKIT
from jpkit.cli import main
from jpkit.config import read_config
from jpkit.extraction.model import Entry, Extraction
from jpkit.linting.api import choose
from jpkit.linting.engine import lint_pages
from jpkit.linting.page import Reader
from jpkit.write import FORMATS, glossary_files

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.ja.md")
OTHER_TOOLS = {"--quiet", "--constraint", "--editable", "--check"}  # of pip and ruff
COMMANDS = {
    "first-command": "python3 -m venv .venv && .venv/bin/pip install --quiet . && .venv/bin/jpkit extract samples\n",
    "test-command": "python3 -m venv .venv && .venv/bin/pip install --quiet --constraint .ci/constraints.txt "
    "--editable '.[dev]' && .venv/bin/pytest -n auto\n",
}

_BLOCK = re.compile("^<!-- ([^\n]+) -->\n```[a-z]+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_OPTION = re.compile("(?<![a-z-])--[a-z]+(?:-[a-z]+)*")


@cache
def readme(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str) -> dict[str, str]:
    """The marked code blocks; those below the same marker are joined."""
    found: dict[str, str] = {}
    for marker, code in _BLOCK.findall(readme(name)):
        found[marker] = found.get(marker, "") + code
    return found


def run(*args: str, messages: str = "en") -> str:
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        assert main([*args, "--messages", messages]) == 0
    return printed.getvalue()


def lint_output(messages: str) -> str:
    """What `jpkit lint` says of the page of the README, where there is no glossary."""
    page = Path("blog/content/post/a/index.md")
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(blocks("README.md")["page"], encoding="utf-8")
    with contextlib.chdir("blog"), contextlib.redirect_stdout(io.StringIO()) as printed:
        assert main(["lint", "content", "--quiet", "--messages", messages]) == 1
    return printed.getvalue()


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    """What the README's commands print and write, by the names of its markers."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "samples", folder / "samples")
    with contextlib.chdir(folder):
        report = run("extract", "samples")
        written = {
            path.relative_to("jpkit-out").as_posix(): path.read_text(encoding="utf-8")
            for path in Path("jpkit-out").rglob("*.md")
        }
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(blocks("README.md")["python"], {})
        yield {
            **written,
            "report": report,
            "report in Japanese": run("extract", "samples", messages="ja"),
            "diff": run("extract", "samples", "--fill", "summary", "--fill", "tags", "--diff"),
            "json": run("extract", "samples", "--format", "json", "--out", "-"),
            "python": printed.getvalue(),
            "lint": lint_output("en"),
            "lint in Japanese": lint_output("ja"),
        }


def lines(text: str) -> set[str]:
    """Its lines without the blanks that align columns: their number depends on lines that are not shown."""
    return {" ".join(line.split()) for line in text.split("\n")}


def is_part(shown: Any, real: Any) -> bool:
    """Whether a shortened JSON value is true of the whole one."""
    if isinstance(shown, dict):
        return isinstance(real, dict) and all(key in real and is_part(value, real[key]) for key, value in shown.items())
    if isinstance(shown, list):
        return isinstance(real, list) and all(any(is_part(value, other) for other in real) for value in shown)
    return bool(shown == real)


@pytest.mark.parametrize("name", READMES)
def test_every_line_of_output_that_the_readme_shows_is_real(name: str, outputs: Mapping[str, str]) -> None:
    shown = {marker.removeprefix("from: "): code for marker, code in blocks(name).items() if marker.startswith("from:")}
    assert shown.keys() >= {"glossary.md", "diff", "json", "python"}
    assert is_part(json.loads(shown.pop("json")), json.loads(outputs["json"]))
    assert shown.pop("python") == outputs["python"]
    invented = {marker: lines(code) - lines(outputs[marker]) - {"…"} for marker, code in shown.items()}
    assert invented == {marker: set() for marker in shown}


@pytest.mark.parametrize("name", READMES)
def test_the_page_of_the_readme_is_mended_as_it_shows(name: str) -> None:
    page = blocks(name)["page"]
    report = lint_pages(["a.md"], Reader(given={"a.md": page.encode()}), lambda _: choose((), ()), fix=True)
    assert report.changes[0].after == blocks(name)["fixed page"]


@pytest.mark.parametrize("name", READMES)
def test_the_readme_names_every_option_and_no_other(name: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        for command in COMMANDS_OF_JPKIT:
            assert main([command, "--help"]) == 0
    options = set(_OPTION.findall(printed.getvalue()))
    prose = _BLOCK.sub("", readme(name))
    assert set(_OPTION.findall(prose)) - (OTHER_TOOLS - options) == options
    assert set(_OPTION.findall(readme(name))) <= options | OTHER_TOOLS


@pytest.mark.parametrize("name", READMES)
def test_the_configuration_of_the_readme_can_be_read(name: str, tmp_path: Path) -> None:
    settings = tmp_path / "jpkit.toml"
    settings.write_text(blocks(name)["config"], encoding="utf-8")
    assert {key.replace("-", "_") for key in tomllib.loads(blocks(name)["config"])} == {
        "top", "lang", "out", "glossary", "messages", "reading", "summary", "exclude", "per_file", "lint",
    }  # fmt: skip
    assert read_config(str(settings)).lint.generation == "academic-4"
    assert read_config(str(settings)).options_for(str(tmp_path / "content/a.en.md")).lang == "en"


@pytest.mark.parametrize("name", READMES)
def test_the_terms_of_the_readme_are_corrections(name: str, tmp_path: Path) -> None:
    settings = tmp_path / "jpkit.toml"
    settings.write_text(blocks(name)["terms"], encoding="utf-8")
    config = read_config(str(settings))
    assert [(term.says["ja"], term.reject, term.line) for term in config.term] == [
        ("可観測性", False, 3),
        ("利用可能", True, 10),
    ]
    assert config.terms == (str(tmp_path / "our-terms.csv"),)


def test_both_readmes_have_the_two_commands_that_ci_takes_from_there() -> None:
    assert [{marker: blocks(name)[marker] for marker in COMMANDS} for name in READMES] == [COMMANDS, COMMANDS]


def test_both_readmes_have_the_same_figures_and_the_command_that_prints_them() -> None:
    shown = [re.findall("<!-- figures -->\n(.*?)<!-- /figures -->", readme(name), re.DOTALL) for name in READMES]
    assert shown[0] == shown[1]
    assert re.findall(r"\| \*\*jpkit\*\* \| \.\d{3} \(", shown[0][0]) != []
    assert [readme(name).count("python tests/benchmarks/compare.py\n") for name in READMES] == [1, 1]


def test_both_readmes_have_the_same_example_of_the_library() -> None:
    assert blocks("README.md")["python"] == blocks("README.ja.md")["python"]


@pytest.mark.parametrize("name", READMES)
def test_every_file_that_the_readme_links_to_is_there(name: str) -> None:
    prose = _BLOCK.sub("", readme(name))
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", prose)
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_the_readme_names_every_format_of_the_glossary_with_its_file(name: str) -> None:
    rows = re.findall("^\\| `([a-z0-9-]+)` \\| `([^`]+)`", readme(name), re.MULTILINE)
    assert {form for form, _ in rows} >= FORMATS.keys()
    entry = Entry("ID", "語", "word", "ゴ", "term", definition_ja=("語のこと。", "a.md", 1))
    for form, path in rows:
        if form in FORMATS:
            written = [file for file, _ in glossary_files(form, Extraction((), (entry,)))]
            pattern = re.escape(path).replace("LANG", "ja").replace("言語", "ja").replace("ID", "[^/]+")
            assert any(re.fullmatch(pattern, file) for file in written), (form, written)
