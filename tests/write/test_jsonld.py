"""JSON-LD: the whole file, and the statements that rdflib reads in it."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jpkit.extraction.model import Entry, Extraction
from jpkit.write.jsonld import glossary
from jpkit.write.plain import plain


def test_the_whole_file(extraction: Extraction):
    assert (
        glossary(extraction)
        == """\
{
  "@context": "https://schema.org",
  "@type": "DefinedTermSet",
  "name": [{"@value": "用語集", "@language": "ja"}, {"@value": "Glossary", "@language": "en"}],
  "inLanguage": ["ja", "en"],
  "hasDefinedTerm": [
    {"@type": "DefinedTerm", "@id": "#google-cloud-storage", "termCode": "google-cloud-storage", "name": [{"@value": "Google Cloud Storage", "@language": "en"}], "alternateName": [{"@value": "GCS", "@language": "en"}]},
    {"@type": "DefinedTerm", "@id": "#imbalanced-data", "termCode": "imbalanced-data", "name": [{"@value": "不均衡データ", "@language": "ja"}, {"@value": "imbalanced data", "@language": "en"}], "alternateName": [{"@value": "不均衡なデータ", "@language": "ja"}], "description": [{"@value": "クラスの件数に偏りのあるデータ。", "@language": "ja"}]},
    {"@type": "DefinedTerm", "@id": "#init", "termCode": "init", "name": [{"@value": "__init__", "@language": "en"}]}
  ]
}
"""  # noqa: E501 (as it is written)
    )


def test_a_glossary_without_entries_is_an_empty_set():
    nameless = Entry("a", "\0", None, None, "term", definition_ja=("語。", "a.md", 1))
    assert glossary(Extraction((), ())) == glossary(Extraction((), (nameless,)))
    assert json.loads(glossary(Extraction((), ())))["hasDefinedTerm"] == []


class Scripts(HTMLParser):
    """The texts of a page's scripts, and of all else."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.outside: list[str] = []
        self._in_script = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._in_script = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        (self.inside if self._in_script else self.outside).append(data)


@given(st.text(st.sampled_from("</script>!-[]&;\"'\\ \n語\u2028")))
@example("</script><script>")
@example("<!--<script>")
def test_nothing_in_it_ends_the_script(text: str):
    written = glossary(Extraction((), (Entry(text, "語" + text, None, None, "term"),)))
    assert not set("<>&\u2028") & set(written)
    scripts = Scripts(f'<head><script type="application/ld+json">{written}</script>after</head>')
    term = json.loads("".join(scripts.inside))["hasDefinedTerm"][0]
    assert term["name"] == [{"@value": plain("語" + text), "@language": "ja"}]
    assert "".join(scripts.outside) == "after"


def test_rdflib_reads_names_and_definitions_with_their_languages(hostile: Extraction):
    rdflib = pytest.importorskip("rdflib", reason="needs the extra readers")
    # Without the net, the vocabulary stands for the context that schema.org gives out.
    offline = glossary(hostile).replace('"https://schema.org"', '{"@vocab": "https://schema.org/"}')
    graph = rdflib.Graph().parse(data=offline, format="json-ld", publicID="https://example.org/terms/")
    schema = rdflib.Namespace("https://schema.org/")
    term = rdflib.URIRef("https://example.org/terms/#a%20b%22%3C%3E_")
    ja = '="a" <b>&amp;]]></script> \\ud800\\ 語'
    text = rdflib.Literal
    assert set(graph.predicate_objects(term)) == {
        (rdflib.RDF.type, schema.DefinedTerm),
        (schema.termCode, text('a b"<>_')),
        (schema.name, text(ja, lang="ja")),
        (schema.name, text('#="a" <b>&amp;]]></script> \\ud800\\ x', lang="en")),
        (schema.alternateName, text("'s'", lang="ja")),
        (schema.alternateName, text("'s'", lang="en")),
        (schema.alternateName, text("@v,w;", lang="en")),
        (schema.description, text(ja, lang="ja")),
        (schema.description, text("One line.", lang="en")),
    }
    assert [str(one) for one in graph.objects(predicate=schema.hasDefinedTerm)] == [str(term)]
