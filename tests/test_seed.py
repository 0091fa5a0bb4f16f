"""The post that the project began with, read by a person first: what `jpkit extract` must find in it.

The file lies beside the project and is no part of it; without it these tests are skipped.
"""

import json
from pathlib import Path

import pytest

import jpkit
from jpkit.cli import main
from jpkit.extraction.model import Extraction, PostResult

SEED = next((Path(__file__).parents[1] / ".." / "shared" / "seed").glob("*.txt"), None)
pytestmark = pytest.mark.skipif(SEED is None, reason="the seed post is not beside the project")


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert SEED is not None
    path = tmp_path / "content/post/gcp/0001-certification-ml-engineer/index.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(SEED.read_bytes())
    monkeypatch.chdir(tmp_path)
    return path.relative_to(tmp_path)


@pytest.fixture
def extraction(post: Path) -> Extraction:
    return jpkit.extract(["content"])


@pytest.fixture
def result(extraction: Extraction) -> PostResult:
    assert [found.lang for found in extraction.posts] == ["ja"]
    return extraction.posts[0]


def test_the_services_are_those_that_a_reader_finds_and_nothing_else(result: PostResult):
    """First places counted by hand, in characters from 1."""
    assert sorted(
        (service.places[0][:2], service.name, service.surfaces, service.status, service.successor)
        for service in result.services
    ) == [
        ((4, 9), "Google Cloud", ("GCP",), "active", None),
        ((67, 28), "TensorFlow", ("Tensorflow",), "active", None),
        ((75, 7), "AI Platform", ("AI Platform",), "renamed", "Vertex AI"),
        ((75, 20), "Dataflow", ("Dataflow",), "active", None),
        ((75, 30), "BigQuery ML", ("BigQuery ML",), "active", None),
        ((76, 7), "Dataproc", ("Dataproc",), "active", None),
        ((76, 17), "Google Cloud Storage", ("GCS",), "active", None),
        ((76, 22), "BigQuery", ("BigQuery",), "active", None),
        ((76, 46), "Cloud Vision API", ("Vision API",), "active", None),
    ]


def test_every_place_of_a_service_is_counted(result: PostResult):
    assert {service.name: [place[:2] for place in service.places] for service in result.services} == {
        "Google Cloud": [(4, 9), (67, 3), (67, 15), (74, 3), (83, 6), (90, 26), (90, 94)],
        "TensorFlow": [(67, 28), (71, 3), (83, 11), (90, 98)],
        "BigQuery ML": [(75, 30), (90, 125)],
        "BigQuery": [(76, 22), (90, 47)],
        "AI Platform": [(75, 7)],
        "Dataflow": [(75, 20)],
        "Dataproc": [(76, 7)],
        "Google Cloud Storage": [(76, 17)],
        "Cloud Vision API": [(76, 46)],
    }


@pytest.mark.parametrize(
    "accepted",
    [
        {"ベータ版", "ベータ版試験", "ベータ版の試験"},
        {"Professional Machine Learning Engineer"},
        {"MLエンジニア", "機械学習モデル"},
        {"試験"},
    ],
)
def test_the_key_terms_hold_what_the_post_is_about(accepted: set[str], result: PostResult):
    assert accepted & {term.term for term in result.terms}, [term.term for term in result.terms]


def test_the_summary_says_that_this_is_a_record_of_taking_the_beta_exam(result: PostResult):
    assert "ベータ版の試験" in result.summary.text
    assert "備忘録" in result.summary.text
    assert len(result.summary.text) <= 120
    assert (result.summary.sentences[0].line, result.summary.sentences[0].column) == (31, 1)


def test_mle_is_what_the_text_says_it_is(result: PostResult):
    assert [(one.short, one.long) for one in result.abbreviations if one.short == "MLE"] == [
        ("MLE", "Machine Learning Engineer")
    ]


def test_every_place_points_at_its_surface(post: Path, result: PostResult):
    lines = post.read_bytes().decode().split("\n")
    for service in result.services:
        for line, column, end_line, end_column in service.places:
            assert line == end_line
            assert lines[line - 1][column - 1 : end_column - 1] in service.surfaces
    for term in result.terms:
        for line, column, end_line, end_column in term.places:
            assert line == end_line
            assert lines[line - 1][column - 1 : end_column - 1].casefold() == term.term.casefold()


def test_fill_puts_in_two_values_and_changes_no_other_byte(post: Path, result: PostResult):
    before = post.read_bytes()
    assert main(["extract", "content", "--fill", "summary", "--fill", "tags", "--out", "-", "--quiet"]) == 0
    summary = json.dumps(result.suggested.summary, ensure_ascii=False)
    tags = ", ".join(result.suggested.tags)
    assert post.read_bytes() == (
        before.replace(b'\nsummary: ""\n', f"\nsummary: {summary}\n".encode()).replace(
            b"\ntags: []\n", f"\ntags: [{tags}]\n".encode()
        )
    )
    assert main(["extract", "content", "--fill", "summary", "--fill", "tags", "--diff"]) == 0
    assert [path for path in Path().rglob("*") if path.is_file()] == [post]


def test_diff_shows_two_lines_and_writes_nothing(post: Path, capsys: pytest.CaptureFixture[str]):
    before = post.read_bytes()
    assert main(["extract", "content", "--fill", "summary", "--fill", "tags", "--diff"]) == 0
    shown = capsys.readouterr().out.split("\n")
    assert [line for line in shown if line.startswith("-")] == [f"--- a/{post}", '-summary: ""', "-tags: []"]
    assert len([line for line in shown if line.startswith("+")]) == 3
    assert post.read_bytes() == before
    assert [path for path in Path().rglob("*") if path.is_file()] == [post]


def test_lint_says_what_is_empty_misspelt_and_renamed_and_no_more(post: Path):
    report = jpkit.lint([post])
    assert [(one.line, one.column, one.rule, one.key, one.severity) for one in report.findings] == [
        (6, 1, "empty-field", "summary", "warning"),
        (7, 1, "empty-field", "authors", "info"),
        (8, 1, "empty-field", "tags", "info"),
        (9, 1, "empty-field", "categories", "info"),
        (67, 28, "brand-spelling", None, "info"),
        (71, 3, "brand-spelling", None, "info"),
        (75, 7, "renamed-service", None, "info"),
        (83, 11, "brand-spelling", None, "info"),
        (90, 98, "brand-spelling", None, "info"),
    ]
