"""JUnit XML as CI servers read it: a test suite a page, a failure a finding; hints are no failures."""

from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from jpkit.linting.engine import Report


def render(report: Report) -> str:
    failures = [finding for finding in report.findings if finding.severity != "info"]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="jpkit lint" tests="{max(len(failures), 1)}" failures="{len(failures)}">',
    ]
    for path, found in groupby(failures, key=lambda finding: finding.path):
        rows = list(found)
        lines.append(f'  <testsuite name={_attribute(path)} tests="{len(rows)}" failures="{len(rows)}">')
        for one in rows:
            where = f"{one.path}:{one.line}:{one.column}"
            lines += [
                f"    <testcase name={_attribute(f'{one.rule} {one.line}:{one.column}')} classname={_attribute(path)}>",
                f"      <failure type={_attribute(one.severity)} message={_attribute(one.message)}>"
                f"{escape(_allowed(f'{where}: {one.message}'))}</failure>",
                "    </testcase>",
            ]
        lines.append("  </testsuite>")
    if not failures:
        lines += [
            f'  <testsuite name="jpkit lint" tests="1" failures="0">\n    <testcase name="{report.pages} pages"/>',
            "  </testsuite>",
        ]
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _attribute(text: str) -> str:
    return quoteattr(_allowed(text))


def _allowed(text: str) -> str:
    """Without what XML 1.0 has no place for, not even escaped."""
    return "".join(
        c if c in "\t\n" or " " <= c < "\ud800" or "\ue000" <= c < "\ufffe" or c > "\uffff" else "�" for c in text
    )
