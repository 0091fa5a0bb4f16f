"""Annotations of GitHub Actions (workflow commands)."""

from jpkit.linting.engine import Report

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    return "".join(
        f"::{_LEVELS[one.severity]} file={_property(one.path)},line={one.line},endLine={one.end_line},col={one.column},"
        f"endColumn={one.end_column},title={_property(one.rule)}::{_data(one.message)}\n"
        for one in report.findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
