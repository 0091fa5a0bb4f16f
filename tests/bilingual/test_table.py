"""A glossary file as rows: what may be different about it, and what had better be an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.bilingual.correction import Correction
from jpkit.bilingual.edits import Row
from jpkit.bilingual.table import normal, read_table, said
from jpkit.errors import JpkitError
from jpkit.extraction.model import Entry, Extraction
from jpkit.messages import use_language
from jpkit.write.csv import glossary
from jpkit.write.json import glossary as glossary_json


@pytest.fixture(autouse=True)
def _in_english():
    use_language("en")
    yield
    use_language(None)


def corrections(text: str, path: str = "terms.csv") -> tuple[Correction, ...]:
    return read_table(path, text.encode()).corrections()


def test_a_line_is_the_authors_word_on_the_cells_that_it_fills():
    text = "en,ja,definition_ja,note,reject\ncat,猫,,hello,\n-,犬,'=動物,,no\nfox,,,,yes\n,,,only a note,\n"
    assert corrections(text) == (
        Correction({"ja": "猫", "en": "cat"}, "terms.csv", 2),
        Correction({"ja": "犬", "en": "", "definition_ja": "=動物"}, "terms.csv", 3),
        Correction({"en": "fox"}, "terms.csv", 4, reject=True),
    )


def test_lines_are_counted_as_in_the_file_where_a_cell_has_several():
    text = 'ja,definition_ja\n\n猫,"動物の\n一種"\n犬,\n'
    assert corrections(text) == (
        Correction({"ja": "猫", "definition_ja": "動物の 一種"}, "terms.csv", 3),
        Correction({"ja": "犬"}, "terms.csv", 5),
    )


def test_json_says_the_same_with_its_own_lines():
    text = """{"glossary": [
      {"ja": "猫", "en": "cat", "definitions": {"ja": {"text": "動物。", "path": "a.md", "line": 1}, "en": null},
       "variants": ["ねこ", "ネコ"], "count": 3, "reading": null},
      {"en": "fox", "reject": true}
    ]}"""
    assert corrections(text, "terms.json") == (
        Correction({"ja": "猫", "en": "cat", "definition_ja": "動物。", "variants": "ねこ; ネコ"}, "terms.json", 2),
        Correction({"en": "fox"}, "terms.json", 4, reject=True),
    )


@pytest.mark.parametrize("path", ["glossary.csv", "glossary.json"])
@given(st.text(st.characters(codec="utf-8"), max_size=8), st.text(alphabet="ab='; \n", max_size=6))
def test_what_jpkit_writes_reads_back_as_it_says(path: str, name: str, variant: str):
    if name.startswith(("<<<<<<<", ">>>>>>>")):
        return
    entry = Entry("x", "猫", name or None, None, "term", (variant,) if variant else (), definition_ja=(name, "a.md", 1))
    extraction = Extraction((), (entry,))
    data = glossary(extraction).encode() if path.endswith(".csv") else glossary_json(extraction)
    (row,) = read_table(path, data).rows()
    wanted = said(entry)
    assert row.says == {name: wanted[name] for name in row.says}
    assert wanted.keys() - row.says.keys() <= {"abbreviations"}


def test_the_last_of_equal_rows_is_one_too_many_only_where_they_differ():
    assert read_table("a.csv", "id,ja\nx,猫\nx,猫\n".encode()).rows() == (Row(2, "x", {"ja": "猫"}),)
    with pytest.raises(JpkitError) as error:
        read_table("a.csv", "id,ja\nx,猫\n\nx,犬\n".encode()).rows()
    assert str(error.value) == (
        "a.csv:4: the id 'x' stands on line 2 already; give each entry its own, or make them one entry"
    )


@pytest.mark.parametrize(
    ("path", "data", "problem"),
    [
        ("a.csv", b"", "a.csv:1: no column ja or en in the first line; write one above the terms"),
        ("a.csv", b"\x81", "a.csv: no text in UTF-8, UTF-16 or Shift_JIS; save the file as CSV in UTF-8"),
        ("a.csv", b"ja,JA\n", "a.csv:1: the column 'ja' is there twice; keep one of them"),
        (
            "a.csv",
            b"ja,en\n\xe7\x8c\xab",
            "a.csv:2: the last line is cut off, so nobody knows what has stood behind it; "
            "put the file back, or complete the line",
        ),
        ("a.csv", b"ja,kind\na,tool\n", "a.csv:2: kind is tool; write one of term, service"),
        ("a.csv", b"ja,reject\na,b\n", "a.csv:2: reject is b; write yes"),
        ("a.json", b'{"glossary": [\n3]}', "a.json:2: glossary is 3; write a table of keys and values"),
        ("a.json", b'{"glossary": [\n{"ja": [1]}]}', "a.json:2: ja is [1]; write a text in quotes"),
        ("a.json", b'{"glossary": [\nnull]}', "a.json:2: glossary is null; write a table of keys and values"),
        (
            "a.json",
            b'{"glossary": [\n{"ja": "a", "definitions": "b"}]}',
            "a.json:2: definitions is b; write a table of keys and values",
        ),
        (
            "a.json",
            b'{"glossary": [\n{"ja": "a", "note": "b"},\n{"ja": "b", "readng": "c"}]}',
            "a.json:3: unknown column 'readng'; did you mean 'reading'?",
        ),
    ],
)
def test_what_cannot_be_read_for_certain_is_an_error_with_its_line(path: str, data: bytes, problem: str):
    with pytest.raises(JpkitError) as error:
        read_table(path, data).corrections()
    assert str(error.value) == problem


@pytest.mark.parametrize(
    ("name", "value", "reads"),
    [
        ("ja", " 猫\n犬\t", "猫 犬"),
        ("ja", "-", ""),
        ("ja", "'-", ""),
        ("ja", "'=x", "=x"),
        ("ja", "a; b", "a; b"),
        ("variants", "b;;a ; b", "b; a"),
    ],
)
def test_a_field_reads_the_same_in_every_format(name: str, value: str, reads: str):
    assert normal(name, value) == reads


@pytest.mark.parametrize(
    ("entry", "lost"),
    [
        ('"definitions": {"jp": "b"}', "definitions.jp"),
        ('"definitions": {"ja": {"txt": "b"}}', "definitions.ja.txt"),
        ('"definitions": {"ja": {"text": "b", "source": "c"}}', "definitions.ja.source"),
    ],
)
def test_what_stands_in_a_definition_and_would_be_lost_is_an_error(entry: str, lost: str):
    with pytest.raises(JpkitError, match=f"^a.json:1: '{lost}' is none of jpkit's and would be lost"):
        read_table("a.json", f'{{"glossary": [{{"id": "x", "ja": "a", {entry}}}]}}'.encode()).rows()


def test_a_definition_may_have_the_name_of_the_column_beside_an_empty_one():
    text = '{"glossary": [{"ja": "猫", "definitions": {"ja": null, "en": null}, "definition_ja": "動物。"}]}'
    assert corrections(text, "a.json") == (Correction({"ja": "猫", "definition_ja": "動物。"}, "a.json", 1),)


def test_rows_without_an_id_may_share_a_line():
    rows = read_table("a.json", '{"glossary": [{"ja": "猫"}, {"ja": "犬", "reject": true}]}'.encode()).rows()
    assert rows == (Row(1, "", {"ja": "猫"}), Row(1, "", {"ja": "犬"}, reject=True))


def test_an_apostrophe_before_a_formula_is_ours_in_csv_and_the_authors_in_json():
    (row,) = read_table("a.csv", b"id,ja\nx,'=1+1\n").rows()
    assert row.says["ja"] == "=1+1"
    (row,) = read_table("a.json", b'{"version": 1, "glossary": [{"id": "x", "ja": "\'=1+1"}]}').rows()
    assert row.says["ja"] == "'=1+1"
