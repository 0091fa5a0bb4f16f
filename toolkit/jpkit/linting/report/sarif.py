"""SARIF 2.1.0 (OASIS), as code scanning reads it. Columns are code points, and it says so."""

from json import JSONEncoder
from typing import Any
from urllib.parse import quote

from jpkit import __version__
from jpkit.linting.engine import Report
from jpkit.linting.model import Finding
from jpkit.linting.rules import MODULES, rule

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report) -> str:
    used = sorted({finding.rule for finding in report.findings})
    document = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "jpkit",
                        "version": __version__,
                        "rules": [_rule(identifier) for identifier in used],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, used.index(finding.rule)) for finding in report.findings],
            }
        ],
    }
    return JSONEncoder(ensure_ascii=False, indent=2).encode(document) + "\n"


def _rule(identifier: str) -> dict[str, Any]:
    if identifier not in MODULES:
        return {"id": identifier}
    known = rule(identifier)
    return {
        "id": identifier,
        "shortDescription": {"text": known.summary()},
        "fullDescription": {"text": known.why()},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
        "properties": {"tags": [known.group]},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    where = {"uri": quote(finding.path)}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": where, "region": _region(finding[1:5])}}],
    }
    if finding.fix:
        replacements = [
            {"deletedRegion": _region(edit[:4]), "insertedContent": {"text": edit[4]}} for edit in finding.fix
        ]
        change = {"artifactLocation": where, "replacements": replacements}
        result["fixes"] = [{"description": {"text": finding.message}, "artifactChanges": [change]}]
    return result


def _region(place: Any) -> dict[str, int]:
    line, column, end_line, end_column = place
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
