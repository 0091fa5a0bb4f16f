"""Glossaries for Google Cloud Translation."""

import csv
import io

from jpkit.extraction.model import Entry, Extraction
from jpkit.write.google import files, term_set


def test_the_whole_files(extraction: Extraction):
    assert dict(files(extraction)) == {
        "google/ja-en.csv": "不均衡データ,imbalanced data\n不均衡なデータ,imbalanced data\n",
        "google/en-ja.csv": "imbalanced data,不均衡データ\n",
        "google/terms.csv": "ja,en\n不均衡データ,imbalanced data\n",
    }


def test_a_term_set_has_a_name_in_one_row_only():
    entries = (
        Entry("a", "モデル", "mannequin", None, "term", translation_score=0.4),
        Entry("b", "モデル", "model", None, "term", translation_score=0.9),
        Entry("c", "模型", "model", None, "term", translation_score=0.5),
        Entry("d", "片方", None, None, "term"),
        Entry("e", "dbt", "dbt", None, "service"),
    )
    assert term_set(Extraction((), entries)) == "ja,en\nモデル,model\ndbt,dbt\n"


def test_a_term_set_without_terms_has_its_header():
    assert term_set(Extraction((), ())) == "ja,en\n"


def test_quotes_and_commas_read_back(hostile: Extraction):
    assert list(csv.reader(io.StringIO(term_set(hostile), newline=""), strict=True)) == [
        ["ja", "en"],
        ['="a" <b>&amp;]]></script> \\ud800\\ 語', '#="a" <b>&amp;]]></script> \\ud800\\ x'],
    ]
