"""JSON: the fields of the contract, a line a finding."""

from json import JSONEncoder

from jpkit.linting.engine import Report
from jpkit.linting.model import Finding

VERSION = 1

_line = JSONEncoder(ensure_ascii=False).encode


def render(report: Report) -> str:
    rows = ",".join(f"\n    {_line(_fields(finding))}" for finding in report.findings)
    return f'{{\n  "version": {VERSION},\n  "findings": [{rows}{chr(10) + "  " if rows else ""}]\n}}\n'


def _fields(finding: Finding) -> dict[str, object]:
    fields: dict[str, object] = finding._asdict()
    names = ("line", "column", "end_line", "end_column", "text")
    fields["fix"] = [dict(zip(names, edit, strict=True)) for edit in finding.fix] or None
    return fields
