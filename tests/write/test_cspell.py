"""The dictionary for cspell."""

import json

from hypothesis import given
from hypothesis import strategies as st

from jpkit.extraction.model import Entry, Extraction
from jpkit.write.cspell import files, words


def test_the_whole_files(extraction: Extraction):
    written = dict(files(extraction))
    assert written.keys() == {"cspell/jpkit.txt", "cspell/cspell-ext.json"}
    assert written["cspell/jpkit.txt"] == (
        "# Words of the glossary by jpkit\nCloud\ndata\nGCS\nGoogle\nimbalanced\ninit\nStorage\n"
    )
    assert json.loads(written["cspell/cspell-ext.json"]) == {
        "name": "Glossary by jpkit",
        "dictionaryDefinitions": [{"name": "jpkit", "path": "./jpkit.txt"}],
        "dictionaries": ["jpkit"],
    }


def test_a_name_stands_word_by_word():
    entries = (
        Entry("a", "freee会計", "scikit-learn", None, "service", ("k8s", "café"), ("CI/CD",)),
        Entry("b", "日本語", "Let's Encrypt", None, "service", ("LET'S",), ("R", "2024")),
    )
    assert words(entries) == ["café", "CD", "CI", "Encrypt", "freee", "k8s", "learn", "Let's", "scikit"]


@given(st.lists(st.text()))
def test_no_line_is_an_instruction_to_cspell(names: list[str]):
    for word in words(tuple(Entry("x", name, name, None, "term", (name,)) for name in names)):
        assert word[0] not in "#!*+~-"
        assert not set(word) & set(" \t\r\n\u2028")
