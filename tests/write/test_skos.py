"""SKOS: the whole file, and the statements that rdflib reads in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.extraction.model import Entry, Extraction
from jpkit.write.plain import plain
from jpkit.write.skos import glossary

PLACE = "https://example.org/terms/glossary.ttl"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"


def test_the_whole_file(extraction: Extraction):
    assert glossary(extraction, base="../") == (
        """\
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<> a skos:ConceptScheme ;
  dcterms:title "用語集"@ja ;
  dcterms:title "Glossary"@en .

<#google-cloud-storage> a skos:Concept ;
  skos:inScheme <> ;
  dcterms:identifier "google-cloud-storage" ;
  skos:prefLabel "Google Cloud Storage"@en ;
  skos:altLabel "GCS"@en .

<#imbalanced-data> a skos:Concept ;
  skos:inScheme <> ;
  dcterms:identifier "imbalanced-data" ;
  skos:prefLabel "不均衡データ"@ja ;
  skos:prefLabel "imbalanced data"@en ;
  skos:altLabel "不均衡なデータ"@ja ;
  skos:hiddenLabel "フキンコウデータ"@ja-Hrkt ;
  skos:definition "クラスの件数に偏りのあるデータ。"@ja ;
  dcterms:source <../content/post/a/index.md#L40> ;
  dcterms:source <../content/post/a/index.md#L61> ;
  dcterms:source <../content/post/b/index.en.md#L12> ;
  skos:editorialNote "translation: aligned"@en ;
  skos:editorialNote "translation score: 0.97"@en .

<#init> a skos:Concept ;
  skos:inScheme <> ;
  dcterms:identifier "init" ;
  skos:prefLabel "__init__"@en .
"""
    )


def read(text: str) -> set[tuple[str, str, str, str]]:
    """Subject, property, object and its language."""
    rdflib = pytest.importorskip("rdflib", reason="needs the extra readers")
    graph = rdflib.Graph().parse(data=text, format="turtle", publicID=PLACE)
    return {
        (str(one), name.removeprefix(SKOS).removeprefix(DCTERMS), str(value), getattr(value, "language", None) or "")
        for one, name, value in graph
        if str(one) != PLACE
    }


def test_quotes_backslashes_and_odd_paths_read_back(hostile: Extraction):
    ja = '="a" <b>&amp;]]></script> \\ud800\\ 語'
    concept = f"{PLACE}#a%20b%22%3C%3E_"
    assert read(glossary(hostile, base="../")) == {
        (concept, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", f"{SKOS}Concept", ""),
        (concept, "inScheme", PLACE, ""),
        (concept, "identifier", 'a b"<>_', ""),
        (concept, "prefLabel", ja, "ja"),
        (concept, "prefLabel", '#="a" <b>&amp;]]></script> \\ud800\\ x', "en"),
        (concept, "altLabel", "'s'", "ja"),
        (concept, "altLabel", "'s'", "en"),
        (concept, "altLabel", "@v,w;", "en"),
        (concept, "hiddenLabel", "カナ", "ja-Hrkt"),
        (concept, "definition", ja, "ja"),
        (concept, "definition", "One line.", "en"),
        (concept, "source", "https://example.org/content/a%20b%23%ED%B2%80.md#L7", ""),
        (concept, "editorialNote", "translation: author", "en"),
        (concept, "editorialNote", "translation score: 0.5", "en"),
    }


@given(st.text())
def test_every_text_is_one_literal(text: str):
    found = read(glossary(Extraction((), (Entry("x", "語" + text, None, None, "term"),))))
    assert [value for _, name, value, _ in found if name == "prefLabel"] == [plain("語" + text)]


@pytest.mark.parametrize(
    ("path", "base", "address"),
    [
        ("a:b.md", "", "./a:b.md#L1"),
        ("/home/用語.md", "../", "/home/用語.md#L1"),
        ("content/a.md", "../../", "../../content/a.md#L1"),
    ],
)
def test_a_source_leads_to_its_line(path: str, base: str, address: str):
    entry = Entry("x", "用語", None, None, "term", definition_ja=("語。", path, 1))
    assert f"dcterms:source <{address}>" in glossary(Extraction((), (entry,)), base=base)


def test_no_label_is_of_two_kinds_and_an_entry_without_names_is_none():
    entries = (
        Entry("a", "カナ", "kana", "カナ", "term", ("カナ", "kana", "Kana")),
        Entry("b", None, None, None, "term", definition_ja=("語。", "a.md", 1)),
    )
    labels = [line.strip(" ;.") for line in glossary(Extraction((), entries)).split("\n") if "Label" in line]
    assert labels == ['skos:prefLabel "カナ"@ja', 'skos:prefLabel "kana"@en', 'skos:altLabel "Kana"@en']
