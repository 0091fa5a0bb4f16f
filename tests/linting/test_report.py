import json
from xml.etree import ElementTree

import pytest

from jpkit.linting.engine import Report
from jpkit.linting.model import Finding
from jpkit.linting.report import github, junit, sarif, text
from jpkit.linting.report import json as json_report
from jpkit.messages import use_language

FIX = ((2, 8, 2, 18, "TensorFlow"),)
BRAND = Finding(
    "content/日本.md", 2, 8, 2, 18, "brand-spelling", "terms", "warning",
    "'Tensorflow' is spelt 'TensorFlow'; write it so",
    "title", FIX,
)  # fmt: skip
HINT = Finding("content/日本.md", 9, 3, 9, 5, "empty-field", "content", "info", "50%: a,b", None)
REPORT = Report(
    (BRAND, HINT), {("content/日本.md", 2): "title: Tensorflow入門", ("content/日本.md", 9): "題名、ab"}, (), 3
)
NONE = Report((), {}, (), 3)


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language(None)


def test_what_a_page_or_its_name_holds_neither_steers_the_terminal_nor_forges_a_line():
    hostile = BRAND._replace(
        path="a\nb\x1b[31m\udc83.md", message="'\x1b]0;a\x07'は日付では\u3000ありません\u2028👨\u200d👩"
    )
    report = REPORT._replace(findings=(hostile,), lines={(hostile.path, 2): "title: \x1b[2J\x9b1m\u200b題"})
    assert text.render(report, lines=True) == (
        "a b [31m\udc83.md:2:8: ' ]0;a 'は日付では\u3000ありません 👨\u200d👩 [brand-spelling]\n"
        "    title:  [2J 1m 題\n"
        "           ^^^^^^^^^^\n"
    )


def test_text_is_a_line_a_finding():
    assert text.render(REPORT) == (
        "content/日本.md:2:8: 'Tensorflow' is spelt 'TensorFlow'; write it so [brand-spelling]\n"
        "content/日本.md:9:3: 50%: a,b [empty-field]\n"
    )
    assert text.summary(REPORT) == "0 errors, 1 warning, 1 hint in 3 pages, 1 can be mended by --fix"
    assert text.statistics(REPORT) == "1 brand-spelling\n1 empty-field\n"


def test_on_a_terminal_a_caret_stands_below_what_is_meant():
    assert text.render(REPORT, lines=True) == (
        "content/日本.md:2:8: 'Tensorflow' is spelt 'TensorFlow'; write it so [brand-spelling]\n"
        "    title: Tensorflow入門\n"
        "           ^^^^^^^^^^\n"
        "content/日本.md:9:3: 50%: a,b [empty-field]\n"
        "    題名、ab\n"
        "        ^^^\n"
    )
    assert "\x1b[33m^^^^^^^^^^\x1b[0m" in text.render(REPORT, lines=True, color=True)


def test_json_has_the_fields_of_the_contract():
    assert json.loads(json_report.render(REPORT)) == {
        "version": 1,
        "findings": [
            {
                "path": "content/日本.md", "line": 2, "column": 8, "end_line": 2, "end_column": 18,
                "rule": "brand-spelling", "group": "terms", "severity": "warning",
                "message": "'Tensorflow' is spelt 'TensorFlow'; write it so", "key": "title",
                "fix": [{"line": 2, "column": 8, "end_line": 2, "end_column": 18, "text": "TensorFlow"}],
            },
            {
                "path": "content/日本.md", "line": 9, "column": 3, "end_line": 9, "end_column": 5,
                "rule": "empty-field", "group": "content", "severity": "info", "message": "50%: a,b", "key": None,
                "fix": None,
            },
        ],
    }  # fmt: skip
    assert json.loads(json_report.render(NONE)) == {"version": 1, "findings": []}


def test_github_annotations_escape_what_is_syntax():
    assert github.render(REPORT) == (
        "::warning file=content/日本.md,line=2,endLine=2,col=8,endColumn=18,title=brand-spelling::"
        "'Tensorflow' is spelt 'TensorFlow'; write it so\n"
        "::notice file=content/日本.md,line=9,endLine=9,col=3,endColumn=5,title=empty-field::50%25: a,b\n"
    )
    odd = HINT._replace(path="a:b,c.md", message="x\ny")
    assert "file=a%3Ab%2Cc.md" in github.render(REPORT._replace(findings=(odd,)))
    assert "::x%0Ay" in github.render(REPORT._replace(findings=(odd,)))


def test_sarif_names_rules_places_and_fixes():
    document = json.loads(sarif.render(REPORT))
    (run,) = document["runs"]
    assert (document["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["brand-spelling", "empty-field"]
    brand, hint = run["results"]
    region = {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 18}
    where = {"uri": "content/%E6%97%A5%E6%9C%AC.md"}
    assert brand["locations"] == [{"physicalLocation": {"artifactLocation": where, "region": region}}]
    assert (brand["ruleIndex"], brand["level"], hint["ruleIndex"], hint["level"]) == (0, "warning", 1, "note")
    (change,) = brand["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "TensorFlow"}}]
    assert "fixes" not in hint
    assert json.loads(sarif.render(NONE))["runs"][0]["results"] == []


def test_junit_has_a_failure_a_finding_and_none_for_hints():
    root = ElementTree.fromstring(junit.render(REPORT._replace(findings=(BRAND._replace(message="a\x00<b"), HINT))))
    assert (root.get("tests"), root.get("failures")) == ("1", "1")
    (failure,) = root.iter("failure")
    assert (failure.get("type"), failure.text) == ("warning", "content/日本.md:2:8: a�<b")
    clean = ElementTree.fromstring(junit.render(NONE))
    assert (clean.get("failures"), len(list(clean.iter("testcase")))) == ("0", 1)
