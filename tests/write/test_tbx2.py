"""TBX v2: the whole file, and what translate-toolkit reads in it."""

import pytest

from jpkit.extraction.model import Entry, Extraction
from jpkit.write import tbx
from jpkit.write.tbx2 import files, glossary


def test_the_whole_file(hostile: Extraction):
    entry = Entry("slo", "サービスレベル目標", "service level objective", None, "term", abbreviations=("SLO",))
    assert dict(files(Extraction((), (entry,)))) == {
        "glossary-v2.tbx": """\
<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en">
  <martifHeader>
    <fileDesc>
      <titleStmt><title>Glossary</title></titleStmt>
      <sourceDesc><p>Taken from the posts of a site by jpkit extract.</p></sourceDesc>
    </fileDesc>
    <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
  </martifHeader>
  <text>
    <body>
      <termEntry id="slo">
        <langSet xml:lang="ja">
          <tig>
            <term>サービスレベル目標</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="termType">fullForm</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          </tig>
          <tig>
            <term>SLO</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="termType">acronym</termNote>
            <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
          </tig>
        </langSet>
        <langSet xml:lang="en">
          <tig>
            <term>service level objective</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="termType">fullForm</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          </tig>
          <tig>
            <term>SLO</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="termType">acronym</termNote>
            <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
          </tig>
        </langSet>
      </termEntry>
    </body>
  </text>
</martif>
"""
    }


def test_its_entries_are_those_of_version_3_under_other_names(extraction: Extraction, hostile: Extraction):
    both = Extraction((), extraction.glossary + hostile.glossary)
    old, new = (text[text.index("<body>") : text.index("</text>")] for text in (glossary(both), tbx.glossary(both)))
    for of_3, of_2 in (("conceptEntry", "termEntry"), ("langSec", "langSet"), ("termSec", "tig")):
        new = new.replace(f"<{of_3}", f"<{of_2}").replace(f"</{of_3}", f"</{of_2}")
    assert old == new


def test_translate_toolkit_reads_names_definitions_and_notes(extraction: Extraction, hostile: Extraction):
    storage = pytest.importorskip("translate.storage.tbx", reason="needs the extra readers")
    text = glossary(Extraction((), extraction.glossary + hostile.glossary))
    store = storage.tbxfile.parsestring(text, sourcelanguage="ja", targetlanguage="en")
    read = [
        (unit.getid(), unit.source, unit.target, unit.getnotes("definition"), unit.getnotes(), unit.isobsolete())
        for unit in store.units
    ]
    ja = '="a" <b>&amp;]]></script> \\ud800\\ 語'
    en = '#="a" <b>&amp;]]></script> \\ud800\\ x'
    evidence = "translation: aligned (content/post/a/index.md:61 = content/post/b/index.en.md:12)"
    assert read == [
        ("google-cloud-storage", None, "Google Cloud Storage", "", "", False),
        (
            *("imbalanced-data", "不均衡データ", "imbalanced data", "クラスの件数に偏りのあるデータ。"),
            f"{evidence}\ntranslation score: 0.97\n読み: フキンコウデータ",
            False,
        ),
        ("init", None, "__init__", "", "", False),
        (
            *("a_20_b_22__3c__3e__5f_", ja, en, f"{ja}\nOne line."),
            "translation: author\ntranslation score: 0.5\n読み: カナ",
            False,
        ),
    ]


def test_translate_toolkit_reads_a_glossary_without_entries():
    storage = pytest.importorskip("translate.storage.tbx", reason="needs the extra readers")
    assert storage.tbxfile.parsestring(glossary(Extraction((), ()))).units == []
