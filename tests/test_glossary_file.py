"""A glossary is read back as it was written, and what a person got wrong is named with its line."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit import write
from jpkit.errors import JpkitError
from jpkit.extraction.model import Entry, Evidence, Extraction
from jpkit.glossary_file import Listed, read_glossary
from jpkit.messages import use_language

MESH = Entry(
    "service-mesh",
    "サービスメッシュ",
    "service mesh",
    "サービスメッシュ",
    "term",
    variants=("サービス メッシュ", "Service-Mesh"),
    abbreviations=("SM",),
    definition_ja=("通信を管理する層。", "content/ja/a.md", 9),
    definition_en=('A layer, "the" mesh.', "content/en/a.md", 7),
    translation_score=0.97,
    evidence=(
        Evidence("aligned", ("content/ja/a.md", 1), ("content/en/a.md", 1)),
        Evidence("author", ("jpkit.toml", 3), None),
    ),
    count=12,
    score=0.8,
    posts=("content/en/a.md", "content/ja/a.md"),
)
INIT = Entry("init", None, "=__init__", None, "service", count=1, score=0.1)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    use_language("en")


def written(form: str, *entries: Entry) -> str:
    ((name, data),) = write.glossary_files(form, Extraction((), entries))
    Path(name).write_bytes(data)
    return name


def read(text: str, name: str) -> tuple[Listed, ...]:
    Path(name).write_bytes(text.encode())
    return read_glossary(name)


def test_a_json_gives_back_all_that_was_written():
    name = written("json", INIT, MESH)
    assert read_glossary(name) == (Listed(INIT, 4), Listed(MESH, 5))


def test_a_csv_gives_back_what_its_columns_hold():
    name = written("csv", INIT, MESH)
    mesh = MESH._replace(
        abbreviations=(),
        definition_ja=("通信を管理する層。", name, 3),
        definition_en=('A layer, "the" mesh.', name, 3),
        translation_score=None,
        evidence=(),
        posts=(),
    )
    assert read_glossary(name) == (Listed(INIT, 2), Listed(mesh, 3))


def test_entries_of_a_json_that_a_formatter_laid_out_have_their_lines():
    entries = [{"id": "a", "ja": "甲"}, {"id": "b", "en": "B"}]
    text = json.dumps({"posts": [{"glossary": []}], "glossary": entries, "version": 1}, indent=2)
    assert read(text, "g.json") == (
        Listed(Entry("a", "甲", None, None, "term"), 8),
        Listed(Entry("b", None, "B", None, "term"), 12),
    )


def test_the_whole_document_of_standard_output_is_a_glossary_too():
    from jpkit.write.json import document

    assert read(document(Extraction((), (MESH,))), "g.json") == (Listed(MESH, 5),)


def test_a_csv_that_went_through_a_spreadsheet_reads_as_before():
    rows = (
        "\ufeffEN,comment,ja,variants",
        'server,"two\nlines",サーバー,サーバ；サーバア ;',
        ",,,",
        "'@x,,アットエックス",
    )
    text = "\r\n".join(rows)
    assert read(text, "g.csv") == (
        Listed(Entry("", "サーバー", "server", None, "term", variants=("サーバ", "サーバア")), 2),
        Listed(Entry("", "アットエックス", "@x", None, "term"), 5),
    )


def test_an_empty_glossary_has_no_entries():
    assert read_glossary(written("json")) == ()
    assert read_glossary(written("csv")) == ()


def fails(text: str, name: str) -> str:
    with pytest.raises(JpkitError) as raised:
        read(text, name)
    return str(raised.value)


HEAD = "id,ja,reading,en,kind,definition_ja,definition_en,variants,count,score\n"
ONE = '{"version": 1, "glossary": [\n'


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "g.csv",
            HEAD + "<<<<<<< HEAD\na,甲,,A,term,,,,1,1\n=======\n>>>>>>> b\n",
            "g.csv:2: '<<<<<<< HEAD' is left of a merge; choose one side and delete the markers",
        ),
        (
            "g.json",
            '{"glossary": [\n>>>>>>> theirs\r\n]}',
            "g.json:2: '>>>>>>> theirs' is left of a merge; choose one side and delete the markers",
        ),
        (
            "g.json",
            ONE + '{"id": "a" "ja": "甲"}]}',
            "g.json:2:12: cannot be read as JSON (expecting ',' delimiter); mend it, "
            "or let jpkit extract write it anew",
        ),
        (
            "g.json",
            ONE + '{"id": "a", "ja": "甲"},',
            "g.json:2:24: cannot be read as JSON (expecting value); mend it, or let jpkit extract write it anew",
        ),
        (
            "g.json",
            "",
            "g.json:1:1: cannot be read as JSON (expecting value); mend it, or let jpkit extract write it anew",
        ),
        (
            "g.json",
            "[" * 100_000,
            "g.json:1: cannot be read as JSON (maximum recursion depth exceeded while decoding a JSON array from a "
            "unicode string); mend it, or let jpkit extract write it anew",
        ),
        (
            "g.json",
            ONE + '{"ja": "甲", "count": NaN}]}',
            "g.json:1: cannot be read as JSON (NaN is no value); mend it, or let jpkit extract write it anew",
        ),
        (
            "g.json",
            "[1]",
            "g.json:1: no glossary in it; give a glossary.json or glossary.csv that jpkit extract has written",
        ),
        ("g.json", ONE + '{"id": "a", "ja": 5}]}', "g.json:2: ja is 5; write a text in quotes"),
        ("g.json", ONE + '"甲"]}', 'g.json:2: glossary is "甲"; write a table of keys and values'),
        ("g.json", ONE + '{"ja": "甲", "variants": "乙"}]}', 'g.json:2: variants is "乙"; write a list'),
        (
            "g.json",
            ONE + '{"ja": "甲", "definitions": {"ja": "乙"}}]}',
            'g.json:2: definitions.ja is "乙"; write a table of keys and values',
        ),
        (
            "g.json",
            ONE + '{"ja": "甲", "translation": {"score": "high"}}]}',
            'g.json:2: translation.score is "high"; write a number',
        ),
        ("g.json", ONE + '{"id": "a"}]}', "g.json:2: an entry without a name; fill in ja or en, or delete the entry"),
        (
            "g.json",
            ONE + '{"id": "a", "ja": "甲"},\n{"id": "a", "ja": "乙"}]}',
            "g.json:3: the id 'a' stands on line 2 already; give each entry its own, or make them one entry",
        ),
        (
            "g.csv",
            HEAD + "a,甲,,A,term,,,,1,1\nb,乙,,B,term,,,,1,1\na,丙,,C,term,,,,1,1\n",
            "g.csv:4: the id 'a' stands on line 2 already; give each entry its own, or make them one entry",
        ),
        ("g.csv", "id,ja\na,甲\n", f"g.csv:1: no column en in the first line; its columns are {HEAD[:-1]}"),
        ("g.csv", "", f"g.csv:1: no column ja, en in the first line; its columns are {HEAD[:-1]}"),
        ("g.csv", "ja,en,ja\n", "g.csv:1: the column 'ja' is there twice; keep one of them"),
        (
            "g.csv",
            "ja,en\n甲,A\n乙,B, C\n",
            "g.csv:3: 3 cells, but 2 columns; put a text with a comma in double quotes",
        ),
        (
            "g.csv",
            'ja,en\n甲,"A\n乙,B\n',
            "g.csv:2: cannot be read as CSV (unexpected end of data); mend it, or let jpkit extract write it anew",
        ),
        ("g.csv", HEAD + "a,甲,,A,term,,,,many,1\n", "g.csv:2: count is many; write a number"),
        (
            "g.csv",
            HEAD + "a,,,,term,,,,1,1\n",
            "g.csv:2: an entry without a name; fill in ja or en, or delete the entry",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(name, text, said):
    assert fails(text, name) == said


def test_another_encoding_is_named():
    Path("g.csv").write_bytes("ja,en\nさくら,cherry\n".encode("cp932"))
    with pytest.raises(JpkitError, match=r"^g\.csv:2:1: not UTF-8, looks like Shift_JIS; save the file as UTF-8$"):
        read_glossary("g.csv")


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(JpkitError, match=r"^g\.csv:1:1: cannot be read \(No such file or directory\)"):
        read_glossary("g.csv")


# What a post may hold, with what lines, tables and spreadsheets stumble over.
_NAMES = st.text(st.sampled_from("aé甲カ\u2028𠮷 ,\"'=+＝:{}[]\\-"), min_size=1, max_size=8).filter(
    lambda text: text == text.strip() and not text.startswith("'")
)
_ENTRIES = st.lists(
    st.builds(
        lambda ja, en, variants, score: Entry(
            "", ja, en, ja, "term", tuple(sorted(set(variants))), score=score, count=3
        ),
        _NAMES,
        _NAMES,
        st.lists(_NAMES, max_size=3),
        st.floats(0, 1),
    ),
    max_size=5,
).map(lambda entries: [entry._replace(id=f"e{number}") for number, entry in enumerate(entries)])


@pytest.mark.parametrize(("form", "line"), [("json", 4), ("csv", 2)])
@given(entries=_ENTRIES)
def test_what_was_written_reads_back_entry_by_entry(
    tmp_path_factory: pytest.TempPathFactory, form: str, line: int, entries: list[Entry]
):
    ((name, data),) = write.glossary_files(form, Extraction((), tuple(entries)))
    file = tmp_path_factory.mktemp("g") / name
    file.write_bytes(data)
    assert read_glossary(str(file)) == tuple(Listed(entry, at) for at, entry in enumerate(entries, line))


@pytest.mark.parametrize("name", ["g.csv", "g.json"])
@given(cut=st.integers(0, 700), junk=st.sampled_from(["", "\0", '"', "}", ",", "\n", "[", "\ud800", "1e999"]))
def test_whatever_is_broken_is_a_message_or_a_glossary(
    tmp_path_factory: pytest.TempPathFactory, name: str, cut: int, junk: str
):
    ((_, data),) = write.glossary_files(name[2:], Extraction((), (MESH, INIT)))
    text = data.decode()
    file = tmp_path_factory.mktemp("g") / name
    file.write_bytes((text[:cut] + junk + text[cut + 1 :]).encode("utf-8", "surrogatepass"))
    listed, error = tried(str(file))
    assert listed is not None or (error is not None and error.path == str(file) and error.line is not None)


def tried(path: str) -> tuple[tuple[Listed, ...] | None, JpkitError | None]:
    try:
        return read_glossary(path), None
    except JpkitError as error:
        return None, error
