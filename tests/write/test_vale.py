"""The vocabulary for Vale."""

import re

from hypothesis import given
from hypothesis import strategies as st

from jpkit.extraction.model import Entry, Extraction
from jpkit.write.vale import accepted, files


def of(*names: str, kind: str = "term") -> list[str]:
    return accepted([Entry("x", None, name, None, kind) for name in names])


def test_the_whole_files(extraction: Extraction):
    assert dict(files(extraction)) == {
        "vale/styles/config/vocabularies/jpkit/accept.txt": (
            "GCS\nGoogle Cloud Storage\n[Ii]mbalanced [Dd]ata\n__init__\n"
        ),
        "vale/.vale.ini": """\
# Copy styles/config/vocabularies/jpkit below the StylesPath of your own .vale.ini, and name it there in Vocab.
StylesPath = styles
MinAlertLevel = suggestion
Vocab = jpkit

[*.md]
BasedOnStyles = Vale
""",
    }


def test_words_of_a_term_in_lower_case_may_begin_with_a_capital():
    assert of("error budget", "opt-in", "SQL file", "gRPC", "Service Level Objective") == [
        "SQL [Ff]ile",
        "Service Level Objective",
        "[Ee]rror [Bb]udget",
        "[Oo]pt-in",
        "gRPC",
    ]


def test_a_service_keeps_its_case_unless_it_is_called_like_a_word():
    assert of("kubectl", "GitHub", "BigQuery", "LINE", "Slack", "LINE Notify", kind="service") == [
        "(?:LINE|[Ll]ine)",
        "BigQuery",
        "GitHub",
        "LINE Notify",
        "[Ss]lack",
        "kubectl",
    ]


def test_no_sign_is_an_operator_and_names_in_japanese_are_left_out():
    assert of("C++", "Node.js", "f(x)", "a|b", "日本語", "日本語API", "a\nb", "1.5") == [
        "C\\+\\+",
        "Node\\.js",
        "a\\|b",
        "f\\(x\\)",
    ]


def test_names_that_differ_in_case_alone_are_one_line():
    assert of("GitHub", "github", "Github") == ["GitHub"]


@given(st.lists(st.text(st.characters(max_codepoint=0x7F))))
def test_every_line_is_an_expression_that_matches_a_name(names: list[str]):
    for line in of(*names):
        assert line == line.strip()
        assert any(re.fullmatch(line, " ".join(name.split())) for name in names)
