"""Pages and rules in, findings out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple, TypeAlias

from jpkit.builder import HUGO
from jpkit.linting.fix import apply
from jpkit.linting.model import Finding, Problem, Rule, Severity
from jpkit.linting.page import Page, Reader
from jpkit.linting.suppress import Comment, Suppressions, comments
from jpkit.run import processes
from jpkit.site import translation_key

PAGES_A_JOB = 100
"""A pool costs as much as linting 50 pages: two processes take 1.1 × the time for 100, 0.8 × for 200."""


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


class Part(NamedTuple):
    """What one family of pages gives to the report."""

    findings: tuple[Finding, ...]
    lines: tuple[tuple[str, int, str], ...]
    """Path, line and its text, of every place that may be reported."""
    changes: tuple[Change, ...]
    collected: tuple[tuple[str, Any, Finding], ...]
    """Rule, value and place, for what only several pages together show."""
    comments: tuple[tuple[str, tuple[Comment, ...], tuple[Comment, ...]], ...]
    """Of every page with suppressions: its path, all of them, those of use so far."""


Family: TypeAlias = Sequence[tuple[str, Sequence[Active]]]
"""A page and its translations, as far as they are asked for, each with the rules that run on it."""


def lint_pages(
    paths: Iterable[str],
    reader: Reader,
    rules_for: Callable[[str], Sequence[Active]],
    *,
    fix: bool = False,
    jobs: int | None = 1,
    cache: str | None = None,
) -> Report:
    """What the rules find in the pages, each file read once.

    With ``fix``, what can be mended is mended in ``changes`` (nothing is written) and the findings are
    those that stay. ``jobs`` is how many processes there may be (None: as many as pay), ``cache`` a folder
    for results; both are for rules of ``linting.rules`` and pages on the disk, and change nothing in the report.
    """
    # A page and its translations one after the other: what rules ask about the others is in memory then.
    ordered = sorted(paths, key=lambda path: (translation_key(path), path))
    reader.expect(ordered)
    families: list[Family] = [
        tuple((path, rules_for(path)) for path in family) for _, family in groupby(ordered, key=translation_key)
    ]
    if cache is None and processes(jobs, sum(map(len, families)), worth=PAGES_A_JOB) == 1:
        return _report((lint_family(family, reader, fix=fix) for family in families), families)
    from jpkit.linting.parts import parts  # json and more, for runs over many pages

    return _report(parts(families, reader, fix=fix, jobs=jobs, cache=cache), families)


def lint_family(family: Family, reader: Reader, *, fix: bool = False) -> Part:
    """What the rules find in a page and its translations, and what others need to know of them."""
    findings: list[Finding] = []
    lines: dict[tuple[str, int], str] = {}
    changes: list[Change] = []
    collected: list[tuple[str, Any, Finding]] = []
    commented: list[tuple[str, tuple[Comment, ...], tuple[Comment, ...]]] = []
    for path, active in family:
        page = reader.page(path)
        if fix:
            change, page = _fixed(page, active)
            if change is not None:
                changes.append(change)
        known = tuple(comments(page))
        suppressed = Suppressions(known)
        found = [finding for _, finding, _ in _problems(page, active) if not suppressed.covers(finding)]
        if known:
            commented.append((path, known, suppressed.used()))
        places = []
        for one in active:
            if one.rule.collect is not None and page.problem is None and _concerns(one.rule, page):
                for value, problem in one.rule.collect(page):
                    places.append(_finding(page, one, problem))
                    collected.append((one.rule.id, value, places[-1]))
        for finding in (*places, *found, *(comment.unused for comment in known)):
            lines[path, finding.line] = _line(page, finding.line)
        findings += found
    reader.forget()
    return Part(
        tuple(findings),
        tuple((path, line, text) for (path, line), text in lines.items()),
        tuple(changes),
        tuple(collected),
        tuple(commented),
    )


def _report(parts: Iterable[Part], families: Sequence[Family]) -> Report:
    """The parts as one, with what only several pages together show."""
    rules_for = {path: [one.rule for one in active] for family in families for path, active in family}
    comparing = {rule.id: rule for rules in rules_for.values() for rule in rules if rule.compare is not None}
    findings: list[Finding] = []
    lines: dict[tuple[str, int], str] = {}
    changes: list[Change] = []
    collected: dict[str, list[tuple[Any, Finding]]] = {}
    suppressions: dict[str, Suppressions] = {}
    for part in parts:
        findings += part.findings
        lines.update(((path, line), text) for path, line, text in part.lines)
        changes += part.changes
        for rule_id, value, finding in part.collected:
            collected.setdefault(rule_id, []).append((value, finding))
        for path, known, used in part.comments:
            suppressions[path] = Suppressions(known, used)
    for rule_id, places in collected.items():
        compare = comparing[rule_id].compare if rule_id in comparing else None
        for finding in compare(places) if compare is not None else ():
            suppressed = suppressions.get(finding.path)
            if suppressed is None or not suppressed.covers(finding):
                findings.append(finding)
    for path, suppressed in suppressions.items():
        findings += suppressed.unused(rule.id for rule in rules_for[path])
    findings.sort(key=lambda finding: finding[:9])
    kept = {(finding.path, finding.line) for finding in findings}
    return Report(
        tuple(findings),
        {where: line for where, line in lines.items() if where in kept},
        tuple(changes),
        sum(map(len, families)),
    )


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
        suppressed = Suppressions(comments(page))
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
