"""A file of findings that are known: only what is new since is reported.

A finding is known by its page, its rule and the text of its line, so that lines may move.
"""

import json
from collections import Counter
from pathlib import Path
from typing import TypeAlias

from jpkit.errors import JpkitError
from jpkit.linting.engine import Report
from jpkit.messages import message

Known: TypeAlias = Counter[tuple[str, str, str]]
"""How often a page, a rule and the text of a line belong together."""


def read_baseline(path: str) -> Known:
    """The findings that a file holds.

    Raises:
        JpkitError: it cannot be read, or is none of ours.
    """
    try:
        rows = json.loads(Path(path).read_bytes())["findings"]
        return Counter({(row["path"], row["rule"], row["line"]): int(row["count"]) for row in rows})
    except OSError as error:
        raise JpkitError(message("not-readable", reason=error.strerror or error), path=path) from error
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError) as error:
        raise JpkitError(message("lint-baseline"), path=path) from error


def baseline(report: Report) -> str:
    """The file for the findings of a report: sorted, a line each, so that its changes are small."""
    counts = Counter(_key(report, number) for number in range(len(report.findings)))
    rows = (
        json.dumps({"path": path, "rule": rule, "line": line, "count": count}, ensure_ascii=False)
        for (path, rule, line), count in sorted(counts.items())
    )
    return '{"version": 1, "findings": [\n' + ",\n".join(rows) + "\n]}\n"


def unknown(report: Report, known: Known) -> Report:
    """The report without what is known already."""
    left = known.copy()
    new = []
    for number, finding in enumerate(report.findings):
        key = _key(report, number)
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(finding)
    return report._replace(findings=tuple(new))


def _key(report: Report, number: int) -> tuple[str, str, str]:
    finding = report.findings[number]
    return finding.path, finding.rule, report.lines.get((finding.path, finding.line), "").strip()
