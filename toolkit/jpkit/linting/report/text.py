"""Text: `path:line:column: message [rule]`, on a terminal with the source line and a caret below it."""

from collections import Counter
from collections.abc import Iterator

from jpkit.linting.engine import Report
from jpkit.linting.model import Finding
from jpkit.messages import message
from jpkit.visible import visible

_COLORS = {"error": "31", "warning": "33", "info": "36"}
_WIDEST = 160
"""Columns of a source line that are shown."""


def render(report: Report, *, lines: bool = False, color: bool = False) -> str:
    """The findings; with ``lines`` each followed by its source line with what is meant underlined."""
    return "".join(part for finding in report.findings for part in _finding(finding, report, lines, color))


def _finding(finding: Finding, report: Report, lines: bool, color: bool) -> Iterator[str]:
    where = f"{visible(finding.path)}:{finding.line}:{finding.column}:"
    rule = f"[{finding.rule}]"
    if color:
        where, rule = f"\x1b[1m{where}\x1b[0m", f"\x1b[{_COLORS[finding.severity]}m{rule}\x1b[0m"
    yield f"{where} {visible(finding.message)} {rule}\n"
    source = report.lines.get((finding.path, finding.line))
    if lines and source and source.strip():
        yield from _underlined(source, finding, color)


def _underlined(source: str, finding: Finding, color: bool) -> Iterator[str]:
    from jpkit.width import pad, width  # only for a terminal

    start = finding.column - 1 + source.startswith("\ufeff")
    end = finding.end_column - 1 if finding.end_line == finding.line else len(source)
    shown = visible(source)
    before = pad("", min(width(shown[:start]), _WIDEST))
    carets = "^" * max(1, min(width(shown[start:end]), _WIDEST - len(before)))
    if color:
        carets = f"\x1b[{_COLORS[finding.severity]}m{carets}\x1b[0m"
    cut = shown
    while width(cut) > _WIDEST:
        cut = cut[: len(cut) * _WIDEST // width(cut) or 1]
    yield f"    {cut}\n    {before}{carets}\n"


def statistics(report: Report) -> str:
    """How often each rule spoke, most often first."""
    counts = Counter(finding.rule for finding in report.findings)
    widest = max((len(str(count)) for count in counts.values()), default=0)
    return "".join(
        f"{count:{widest}} {rule}\n" for rule, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    )


def summary(report: Report) -> str:
    """One line: how many findings of each severity, and how many can be mended."""
    counts = Counter(finding.severity for finding in report.findings)
    text = message(
        "lint-summary",
        errors=counts["error"],
        warnings=counts["warning"],
        infos=counts["info"],
        pages=report.pages,
    )
    mendable = sum(bool(finding.fix) for finding in report.findings)
    return text + (message("comma") + message("lint-fixable", count=mendable) if mendable else "")
