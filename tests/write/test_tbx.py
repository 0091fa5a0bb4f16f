"""TBX v3: the whole file, and its structure by the schema of LTAC."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jpkit.extraction.model import Entry, Evidence, Extraction
from jpkit.write.plain import plain
from jpkit.write.tbx import glossary, identifier

SCHEMA = Path(__file__).parents[3] / "shared" / "glossary" / "tbx" / "TBXcoreStructV03.rng"
TBX = "{urn:iso:std:iso:30042:ed-2}"


def test_the_whole_file(extraction: Extraction):
    assert glossary(extraction) == (
        """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>Glossary</title></titleStmt>
      <sourceDesc><p>Taken from the posts of a site by jpkit extract.</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
      <conceptEntry id="google-cloud-storage">
        <langSec xml:lang="en">
          <termSec>
            <term>Google Cloud Storage</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="termType">fullForm</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          </termSec>
          <termSec>
            <term>GCS</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="termType">acronym</termNote>
            <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
          </termSec>
        </langSec>
      </conceptEntry>
      <conceptEntry id="imbalanced-data">
        <note>translation: aligned (content/post/a/index.md:61 = content/post/b/index.en.md:12)</note>
        <note>translation score: 0.97</note>
        <langSec xml:lang="ja">
          <descripGrp>
            <descrip type="definition">クラスの件数に偏りのあるデータ。</descrip>
            <admin type="source">content/post/a/index.md:40</admin>
          </descripGrp>
          <termSec>
            <term>不均衡データ</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
            <admin type="source">content/post/a/index.md:61</admin>
            <note>読み: フキンコウデータ</note>
          </termSec>
          <termSec>
            <term>不均衡なデータ</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="termType">variant</termNote>
            <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
          </termSec>
        </langSec>
        <langSec xml:lang="en">
          <termSec>
            <term>imbalanced data</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
            <admin type="source">content/post/b/index.en.md:12</admin>
          </termSec>
        </langSec>
      </conceptEntry>
      <conceptEntry id="init">
        <langSec xml:lang="en">
          <termSec>
            <term>__init__</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          </termSec>
        </langSec>
      </conceptEntry>
    </body>
  </text>
</tbx>
"""
    )


def read(text: str) -> list[tuple[str, ...]]:
    """All texts of the body with the element and the type they stand in."""
    body = ET.fromstring(text.encode()).iter()
    return [
        (one.tag.removeprefix(TBX), one.get("type") or "", one.text or "") for one in body if (one.text or "").strip()
    ]


def test_markup_quotes_and_controls_read_back(hostile: Extraction):
    ja = '="a" <b>&amp;]]></script> \\ud800\\ 語'
    en = '#="a" <b>&amp;]]></script> \\ud800\\ x'
    admitted = ("termNote", "administrativeStatus", "admittedTerm-admn-sts")
    preferred = ("termNote", "administrativeStatus", "preferredTerm-admn-sts")
    noun = ("termNote", "partOfSpeech", "noun")
    assert read(glossary(hostile))[2:] == [
        ("note", "", "translation: author"),
        ("note", "", "translation score: 0.5"),
        ("descrip", "definition", ja),
        ("admin", "source", "content/a b#\\udc80.md:7"),
        *(("term", "", ja), noun, ("termNote", "termType", "fullForm"), preferred, ("note", "", "読み: カナ")),
        *(("term", "", "'s'"), noun, ("termNote", "termType", "abbreviation"), admitted),
        ("descrip", "definition", "One line."),
        *(("term", "", en), noun, ("termNote", "termType", "fullForm"), preferred),
        *(("term", "", "'s'"), noun, ("termNote", "termType", "abbreviation"), admitted),
        *(("term", "", "@v,w;"), noun, ("termNote", "termType", "variant"), admitted),
    ]


@given(st.text())
@example("\ufffe")
@example("]]>")
def test_every_text_reads_back_as_one_line(text: str):
    written = glossary(Extraction((), (Entry("x", "語" + text, None, text, "term"),)))
    assert ET.fromstring(written.encode()).findtext(f".//{TBX}term") == plain("語" + text)


def test_a_definition_in_a_language_without_a_name_stands_with_the_entry():
    entry = Entry("x", "用語", None, None, "term", definition_en=("A term.", "a.md", 3))
    assert read(glossary(Extraction((), (entry,))))[2:] == [
        ("descrip", "definition", "A term."),
        ("admin", "source", "a.md:3"),
        ("term", "", "用語"),
        ("termNote", "partOfSpeech", "noun"),
        ("termNote", "administrativeStatus", "preferredTerm-admn-sts"),
    ]


def test_a_place_is_named_once_and_standard_input_is_no_source():
    places = [Evidence("aligned", ("a.md", 1), ("b.md", 2)), Evidence("parenthesis", ("a.md", 1), ("a.md", 1))]
    entry = Entry("x", "用語", "term", None, "term", definition_ja=("語。", "-", 3), evidence=tuple(places))
    found = read(glossary(Extraction((), (entry,))))
    assert [text for tag, _, text in found if tag in ("note", "admin")] == [
        "translation: aligned (a.md:1 = b.md:2)",
        "translation: parenthesis (a.md:1)",
        "a.md:1",
        "b.md:2",
        "a.md:1",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("imbalanced-data", "imbalanced-data"),
        ("ことのは帳", "ことのは帳"),
        ("3d-model", "__3d-model"),
        ("ー", "__ー"),
        ("c++", "c_2b__2b_"),
        ("c_2b__2b_", "c_5f_2b_5f__5f_2b_5f_"),
        ("", "__"),
    ],
)
def test_an_id_is_a_name_of_xml(text: str, name: str):
    assert identifier(text) == name


ID = st.text(st.sampled_from("a_-3d. ー語"))


@given(ID, ID)
@example("3d", "=")
def test_different_ids_stay_different(one: str, other: str):
    assert (identifier(one) == identifier(other)) == (one == other)


@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema is not beside the project")
def test_the_structure_is_valid_whatever_the_entries_hold(extraction: Extraction, hostile: Extraction):
    etree = pytest.importorskip("lxml.etree", reason="needs the extra readers")
    schema = etree.RelaxNG(etree.parse(str(SCHEMA)))
    more = (
        Entry("3日目", None, None, None, "term", definition_ja=("名前のない項目。", "a.md", 1)),
        Entry("4", None, "term", None, "term", ("用語",), definition_ja=("語。", "a.md", 1)),
        Entry("", "用語", None, None, "term", definition_en=("A term.", "a.md", 3)),
    )
    for entries in ((), extraction.glossary, (*extraction.glossary, *hostile.glossary, *more)):
        schema.assertValid(etree.fromstring(glossary(Extraction((), entries)).encode()))
    assert not schema.validate(etree.fromstring(glossary(extraction).replace("termSec", "tig").encode()))
