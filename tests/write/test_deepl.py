"""Dictionaries for DeepL, and what its own library says of them."""

import csv
import io
from collections.abc import Sequence

import pytest

from jpkit.extraction.model import Entry, Extraction
from jpkit.write.deepl import files, glossary
from jpkit.write.names import Language


def test_the_whole_files(extraction: Extraction):
    assert dict(files(extraction)) == {
        "deepl/ja-en.csv": "不均衡データ,imbalanced data\n不均衡なデータ,imbalanced data\n",
        "deepl/en-ja.csv": "imbalanced data,不均衡データ\n",
    }


def rows(text: str) -> Sequence[Sequence[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("source", ["ja", "en"])
def test_quotes_commas_and_formulas_read_back(hostile: Extraction, source: Language):
    ja = '="a" <b>&amp;]]></script> \\ud800\\ 語'
    en = '#="a" <b>&amp;]]></script> \\ud800\\ x'
    assert (
        rows(glossary(hostile, source))
        == {
            "ja": [[ja, en], ["'s'", "'s'"]],
            "en": [[en, ja], ["'s'", "'s'"], ["@v,w;", ja]],
        }[source]
    )


def test_a_source_stands_there_once_and_what_is_too_long_is_left_out():
    entries = (
        Entry("a", "モデル", "mannequin", None, "term", score=0.1),
        Entry("b", "モデル", "model", None, "term", score=0.2),
        Entry("c", "長い", "x" * 1025, None, "term"),
        Entry("d", "片方", None, None, "term"),
    )
    assert glossary(Extraction((), entries), "ja") == "モデル,model\n"


@pytest.mark.parametrize("source", ["ja", "en"])
def test_the_library_of_deepl_takes_every_phrase(extraction: Extraction, hostile: Extraction, source: Language):
    util = pytest.importorskip("deepl.util", reason="needs the extra readers")
    found = rows(glossary(Extraction((), extraction.glossary + hostile.glossary), source))
    as_tsv = "".join(f"{one}\t{other}\n" for one, other in found)
    # Refuses controls, empty phrases and a source that stands there twice.
    assert util.convert_tsv_to_dict(as_tsv) == dict(found)
