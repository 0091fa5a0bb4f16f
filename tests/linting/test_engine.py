from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from jpkit.linting import page as page_module
from jpkit.linting.engine import Active, Change, lint_pages
from jpkit.linting.model import Edit, Finding, Problem, Rule, Text
from jpkit.linting.page import Page, Reader
from jpkit.linting.rules import rules

NOTHING = Text("", "")


def rule(identifier: str, check: Any = None, **more: Any) -> Rule:
    return Rule(identifier, "content", "warning", NOTHING, NOTHING, check, (), (), **more)


def check_title(page: Page) -> Iterator[Problem]:
    field = page.get("title")
    if field is not None and field.value == "bad":
        yield Problem(field.value_span, "bad title", "title", (Edit(field.value_span, "good"),))


def each_tag(page: Page) -> Iterator[tuple[Any, Problem]]:
    field = page.get("tags")
    for index, item in enumerate(field.items if field else ()):
        yield item.value, Problem(item.value_span, "", f"tags[{index}]")


def said_once(found: Sequence[tuple[Any, Finding]]) -> Iterator[Finding]:
    counts = Counter(value for value, _ in found)
    for value, finding in found:
        if counts[value] == 1:
            yield finding._replace(message=f"only here: {value}")


TITLE = rule("title", check_title)
TAGS = rule("tags", collect=each_tag, compare=said_once)


def lint(files: dict[str, str], *rules: Rule, fix: bool = False, paths: Sequence[str] = ()):
    reader = Reader(given={path: text.encode() for path, text in files.items()})
    return lint_pages(paths or files, reader, lambda _: [Active(one) for one in rules], fix=fix)


def test_findings_come_by_path_line_and_column_with_their_lines():
    report = lint({"b.md": "---\ntitle: bad\n---\n", "a.md": "---\r\nx: 1\r\ntitle: bad\r\n---\r\n"}, TITLE)
    assert report.findings == (
        Finding("a.md", 3, 8, 3, 11, "title", "content", "warning", "bad title", "title", ((3, 8, 3, 11, "good"),)),
        Finding("b.md", 2, 8, 2, 11, "title", "content", "warning", "bad title", "title", ((2, 8, 2, 11, "good"),)),
    )
    assert report.lines == {("a.md", 3): "title: bad", ("b.md", 2): "title: bad"}
    assert (report.pages, report.changes) == (2, ())


def test_a_page_that_cannot_be_read_concerns_only_rules_that_ask_for_it():
    def say(page: Page) -> Iterator[Problem]:
        if page.problem is not None:
            yield Problem(page.post.body, page.problem.detail)

    report = lint(
        {"a.md": "---\ntitle: bad", "b.md": "---\ntitle: bad\n---\n"}, TITLE, rule("any", say, unreadable=True)
    )
    assert [(finding.path, finding.rule) for finding in report.findings] == [("a.md", "any"), ("b.md", "title")]


def test_what_only_several_pages_show_is_found_over_all_of_them():
    report = lint({"a.md": "---\ntags: [x, y]\n---\n", "b.md": "---\ntags: [x, z]\n---\n"}, TAGS)
    assert [(f.path, f.column, f.message, f.key) for f in report.findings] == [
        ("a.md", 11, "only here: y", "tags[1]"),
        ("b.md", 11, "only here: z", "tags[1]"),
    ]
    assert set(report.lines) == {("a.md", 2), ("b.md", 2)}


def test_fixing_changes_what_can_be_mended_and_reports_the_rest():
    report = lint({"a.md": "---\ntitle: bad\ntags: [x]\n---\n"}, TITLE, TAGS, fix=True)
    assert report.changes == (
        Change("a.md", "---\ntitle: bad\ntags: [x]\n---\n", "---\ntitle: good\ntags: [x]\n---\n", 1),
    )
    assert [finding.rule for finding in report.findings] == ["tags"]


def test_one_mended_value_may_show_the_next_mistake():
    def shorten(page: Page) -> Iterator[Problem]:
        field = page.get("title")
        if field is not None and len(str(field.value)) > 1:
            yield Problem(field.value_span, "long", "title", (Edit(field.value_span, str(field.value)[1:]),))

    report = lint({"a.md": "---\ntitle: abcd\n---\n"}, rule("short", shorten), fix=True)
    assert (report.changes[0].after, report.changes[0].fixed, report.findings) == ("---\ntitle: d\n---\n", 3, ())


def test_a_rule_that_never_has_enough_ends():
    def grow(page: Page) -> Iterator[Problem]:
        field = page.get("title")
        if field is not None:
            yield Problem(field.value_span, "grow", "title", (Edit(field.value_span, f"{field.value}a"),))

    report = lint({"a.md": "---\ntitle: a\n---\n"}, rule("grow", grow), fix=True)
    assert report.changes[0].after == f"---\ntitle: a{'a' * 10}\n---\n"
    assert len(report.findings) == 1


def test_no_file_is_read_twice(tmp_path, monkeypatch: pytest.MonkeyPatch):
    def other_titles(page: Page) -> Iterator[Problem]:
        yield from (Problem(page.post.body, str(other.post.title)) for other in page.translations)

    monkeypatch.chdir(tmp_path)
    for number in range(5):
        folder = tmp_path / "content" / "post" / str(number)
        folder.mkdir(parents=True)
        for name in ("index.md", "index.en.md", "index.fr.md", "index.de.md"):
            (folder / name).write_text(f"---\ntitle: {name}\n---\n")
    read: Counter[str] = Counter()
    read_bytes = page_module.read_bytes

    def counted(path: str) -> bytes:
        read[path] += 1
        return read_bytes(path)

    monkeypatch.setattr(page_module, "read_bytes", counted)
    paths = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md"))
    report = lint_pages(paths, Reader(), lambda _: [Active(rule("others", other_titles))])
    assert len(report.findings) == 5 * 4 * 3
    assert read == Counter(paths)


def test_pages_of_other_programs_hear_of_syntax_and_names_only(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("_posts").mkdir()
    Path("_posts/2014-08-19-a.md").write_text(
        "---\nlayout: post\ntitle: Github\ntag: a\ndate: 2014-08-19T08:23\ndate: 2014-08-20\n---\n", encoding="utf-8"
    )
    active = [Active(rule) for rule in rules()]
    hugo = lint_pages(["_posts/2014-08-19-a.md"], Reader(generation="academic-4"), lambda _: active)
    jekyll = lint_pages(["_posts/2014-08-19-a.md"], Reader(), lambda _: active)
    assert [finding.rule for finding in jekyll.findings] == ["brand-spelling", "duplicate-key"]
    assert "unknown-key" in [finding.rule for finding in hugo.findings]
