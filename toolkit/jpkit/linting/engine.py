"""Pages and rules in, findings out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from jpkit.builder import HUGO
from jpkit.linting.fix import apply
from jpkit.linting.model import Finding, Problem, Rule, Severity
from jpkit.linting.page import Page, Reader
from jpkit.linting.suppress import Suppressions
from jpkit.site import translation_key


class Active(NamedTuple):
    """A rule that runs on a page, with its options."""

    rule: Rule
    options: Mapping[str, Any] = {}
    severity: Severity | None = None
    """Of all its findings, where the settings say so."""


class Change(NamedTuple):
    """What ``--fix`` makes of a file."""

    path: str
    before: str
    after: str
    fixed: int
    """Findings that are gone."""


class Report(NamedTuple):
    """What a run found: findings by path, line and column."""

    findings: tuple[Finding, ...]
    lines: Mapping[tuple[str, int], str]
    """The source line of every finding, by path and line, for showing it."""
    changes: tuple[Change, ...]
    pages: int


def lint_pages(
    paths: Iterable[str],
    reader: Reader,
    rules_for: Callable[[str], Sequence[Active]],
    *,
    fix: bool = False,
) -> Report:
    """What the rules find in the pages, each file read once.

    With ``fix``, what can be mended is mended in ``changes`` (nothing is written) and the findings are
    those that stay.
    """
    findings: list[Finding] = []
    lines: dict[tuple[str, int], str] = {}
    changes: list[Change] = []
    collected: dict[str, tuple[Rule, list[tuple[Any, Finding]]]] = {}
    suppressions: dict[str, Suppressions] = {}
    count = 0
    ordered = sorted(paths, key=lambda path: (translation_key(path), path))
    reader.expect(ordered)
    # A page and its translations one after the other: what rules ask about the others is in memory then.
    for _, family in groupby(ordered, key=translation_key):
        for path in family:
            count += 1
            page = reader.page(path)
            active = rules_for(path)
            if fix:
                change, page = _fixed(page, active)
                if change is not None:
                    changes.append(change)
            found, suppressed = _check(page, active)
            if suppressed.all():
                suppressions[path] = suppressed
            for one in active:
                rule = one.rule
                if rule.collect is not None and page.problem is None and _concerns(rule, page):
                    places = collected.setdefault(rule.id, (rule, []))[1]
                    for value, problem in rule.collect(page):
                        finding = _finding(page, one, problem)
                        places.append((value, finding))
                        lines[path, finding.line] = _line(page, finding.line)
            for finding in (*found, *suppressed.all()):
                lines[path, finding.line] = _line(page, finding.line)
            findings += found
        reader.forget()
    for rule, places in collected.values():
        if rule.compare is not None:
            for finding in rule.compare(places):
                known = suppressions.get(finding.path)
                if known is None or not known.covers(finding):
                    findings.append(finding)
    for path, suppressed in suppressions.items():
        findings += suppressed.unused(one.rule.id for one in rules_for(path))
    findings.sort(key=lambda finding: finding[:9])
    kept = {(finding.path, finding.line) for finding in findings}
    return Report(
        tuple(findings), {where: line for where, line in lines.items() if where in kept}, tuple(changes), count
    )


def _check(page: Page, active: Sequence[Active]) -> tuple[list[Finding], Suppressions]:
    suppressed = Suppressions(page)
    found = [finding for rule, finding, _ in _problems(page, active) if not suppressed.covers(finding)]
    return found, suppressed


def _problems(page: Page, active: Sequence[Active]) -> Iterable[tuple[Rule, Finding, Problem]]:
    for one in active:
        rule = one.rule
        if rule.check is not None and _concerns(rule, page):
            try:
                for problem in rule.check(page, **one.options):
                    yield rule, _finding(page, one, problem), problem
            except Exception as error:  # ours: whoever reports it shall know where it was
                error.add_note(f"in the rule {rule.id}, on {page.path}")
                raise


_ANYWHERE = ("syntax", "terms")
"""Groups that hold for any program's pages; the others say what Hugo and the theme do."""


def _concerns(rule: Rule, page: Page) -> bool:
    if page.builder != HUGO and rule.group not in _ANYWHERE:
        return False
    return page.problem is None or rule.unreadable


def _finding(page: Page, active: Active, problem: Problem) -> Finding:
    place = page.source.place
    rule = active.rule
    return Finding(
        page.path,
        *place(problem.span),
        rule.id,
        rule.group,
        active.severity or problem.severity or rule.severity,
        problem.message,
        problem.key,
        tuple([(*place(edit.span), edit.text) for edit in problem.edits]),
    )


def _line(page: Page, line: int) -> str:
    text = page.source.text
    start = page.source.offset(line, 1)
    end = text.find("\n", start)
    return text[start : end if end >= 0 else None].rstrip("\r")


_MOST_PASSES = 10


def _fixed(page: Page, active: Sequence[Active]) -> tuple[Change | None, Page]:
    """The page with everything mended that can be; one mended value may show the next mistake."""
    before = page
    fixed = 0
    for _ in range(_MOST_PASSES):
        suppressed = Suppressions(page)
        mendable = [
            problem
            for _, finding, problem in _problems(page, active)
            if problem.edits and not suppressed.covers(finding)
        ]
        after, done = apply(page, mendable)
        if not done:
            break
        fixed += done
        page = page.reader.replaced(page, after)
    if page is before:
        return None, page
    return Change(page.path, before.source.text, page.source.text, fixed), page
