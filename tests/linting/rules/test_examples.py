"""Every rule's examples are its tests: the bad ones report exactly what is marked, the good ones nothing."""

import re
from pathlib import Path

import pytest

from jpkit.linting import glossary
from jpkit.linting.engine import Active, lint_pages
from jpkit.linting.model import GROUPS, Example, Rule
from jpkit.linting.page import GlossaryAt, Reader
from jpkit.linting.rules import GROUP_OF, KEYS, MODULES, OPTIONAL, UNREADABLE, rule, rule_for_pages
from jpkit.messages import use_language
from jpkit.source import Source, Span

ALL = [rule(identifier) for identifier in MODULES]
BAD = [pytest.param(one, example, id=f"{one.id}-{n}") for one in ALL for n, example in enumerate(one.bad)]
GOOD = [pytest.param(one, example, id=f"{one.id}-{n}") for one in ALL for n, example in enumerate(one.good)]


def whole(text: str) -> str:
    """The text as a page: what has no delimiter is front matter in YAML."""
    return (
        text if text.lstrip("\ufeff \n«»").startswith(("---", "+++", "{", "#", "`")) else f"---\n{text}\n---\n本文。\n"
    )


def unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    spans, plain, opened = [], "", []
    for character in text:
        if character == "«":
            opened.append(len(plain))
        elif character == "»":
            spans.append((opened.pop(), len(plain)))
        else:
            plain += character
    return plain, sorted(spans)


def run(one: Rule, example: Example, folder: Path, *, fix: bool = False):
    text, spans = unmark(whole(example.text))
    for path, content in {**example.files, example.path: text}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode())
    paths = [example.path]
    if one.collect is not None:
        paths += [path for path in example.files if path.endswith(".md")]
    changes = {str(folder / example.path): example.changed} if example.changed else {}
    glossaries = [GlossaryAt(path) for path in example.files if path.endswith("glossary.csv")]
    reader = Reader(
        generation=example.generation or "auto", changes=changes, glossary=glossaries[0] if glossaries else None
    )
    glossary._read.cache_clear()
    return text, spans, lint_pages(paths, reader, lambda _: [Active(one)], fix=fix)


def test_the_table_says_of_rules_what_they_say_themselves():
    assert {one.id: one.group for one in ALL} == GROUP_OF
    assert list(MODULES) == [one.id for one in sorted(ALL, key=lambda one: (GROUPS.index(one.group), one.id))]
    assert {one.id for one in ALL if not one.default} == OPTIONAL
    for identifier in (*UNREADABLE, *KEYS):
        one = rule(identifier)
        assert (one.collect, one.replaces, one.default) == (None, None, True)
        assert one.unreadable == (identifier in UNREADABLE)


@pytest.mark.parametrize("identifier", [*sorted(UNREADABLE), *KEYS])
def test_a_rule_that_loads_late_says_the_same(identifier, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for number, example in enumerate((*rule(identifier).bad, *rule(identifier).good)):
        folder = tmp_path / str(number)
        folder.mkdir()
        monkeypatch.chdir(folder)
        _, _, report = run(rule(identifier), example, folder)
        assert run(rule_for_pages(identifier), example, folder)[2] == report


@pytest.mark.parametrize(("one", "example"), BAD)
def test_a_bad_example_reports_exactly_what_is_marked(one, example, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text, spans, report = run(one, example, tmp_path)
    here = [finding for finding in report.findings if finding.path == example.path]
    source = Source(example.path, text)
    assert [finding[1:5] for finding in here] == [source.place(Span(*span)) for span in spans], here
    assert {finding.rule for finding in here} == {one.id}
    if example.fixed is not None:
        _, _, report = run(one, example, tmp_path, fix=True)
        (change,) = [change for change in report.changes if change.path == example.path]
        assert change.after == whole(example.fixed)
        assert [finding for finding in report.findings if finding.path == example.path] == []


@pytest.mark.parametrize(("one", "example"), GOOD)
def test_a_good_example_reports_nothing(one, example, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _, _, report = run(one, example, tmp_path)
    assert [finding for finding in report.findings if finding.path == example.path] == []


@pytest.mark.parametrize("one", [pytest.param(one, id=one.id) for one in ALL])
def test_a_rule_is_fully_declared(one, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert MODULES[one.id].replace("_", "-") == one.id
    assert one.bad
    assert one.good
    assert (one.check is not None) or (one.collect is not None and one.compare is not None)
    for text in (one.summary, one.why):
        assert all(text)
    said = [one.summary.ja, one.why.ja]
    for language in ("en", "ja"):
        use_language(language)
        for example in one.bad:
            for finding in run(one, example, tmp_path)[2].findings:
                assert finding.message
                assert "\n" not in finding.message
                if language == "ja":
                    said.append(finding.message)
    use_language(None)
    # Inside quotes stands what the page says.
    plain = [re.sub("'[^']*'|`[^`]*`", "", text) for text in said]
    halves = "[\u3041-\u30ff\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u3041-\u30ff\u4e00-\u9fff]"
    assert [text for text in plain if re.search(halves, text)] == []
