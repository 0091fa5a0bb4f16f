"""SKOS in Turtle: the glossary as linked data, for vocabularies and thesauri.

Addresses are relative to the file, so that they become those of the place where it is published. A reading is a
hidden label in ja-Hrkt (kana), which searches find and lists do not show: SKOS has no property for readings.
"""

from collections.abc import Iterator

from jpkit.extraction.model import Entry, Extraction
from jpkit.site import STDIN
from jpkit.write.names import by_language
from jpkit.write.plain import iri, plain

_HEAD = """\
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<> a skos:ConceptScheme ;
  dcterms:title "用語集"@ja ;
  dcterms:title "Glossary"@en .
"""


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """The glossary as `glossary.ttl`."""
    yield "glossary.ttl", glossary(extraction, base=base)


def glossary(extraction: Extraction, /, *, base: str = "") -> str:
    """The whole file, a statement a line; ``base`` leads to the posts."""
    return _HEAD + "".join(_concept(entry, base) for entry in extraction.glossary if by_language(entry))


def _concept(entry: Entry, base: str) -> str:
    statements = " ;\n  ".join(f"{name} {value}" for name, value in _statements(entry, base))
    return f"\n<#{iri(entry.id)}> a skos:Concept ;\n  {statements} .\n"


def _statements(entry: Entry, base: str) -> Iterator[tuple[str, str]]:
    yield "skos:inScheme", "<>"
    yield "dcterms:identifier", _literal(entry.id)
    languages = by_language(entry)
    for form, label in (("main", "skos:prefLabel"), ("other", "skos:altLabel")):
        for lang, found in languages.items():
            for name in found:
                if (name.form == "main") == (form == "main"):
                    yield label, _literal(name.text, lang)
    if entry.reading and plain(entry.reading) not in {name.text for name in languages["ja"]}:
        yield "skos:hiddenLabel", _literal(entry.reading, "ja-Hrkt")
    places = []
    for lang, definition in (("ja", entry.definition_ja), ("en", entry.definition_en)):
        if definition is not None:
            yield "skos:definition", _literal(definition[0], lang)
            places.append(definition[1:])
    places += [place for evidence in entry.evidence for place in (evidence.ja, evidence.en) if place]
    for path, line in dict.fromkeys(places):
        if path != STDIN:
            yield "dcterms:source", f"<{_address(path, base)}#L{line}>"
    for how in dict.fromkeys(evidence.how for evidence in entry.evidence):
        yield "skos:editorialNote", _literal(f"translation: {how}", "en")
    if entry.translation_score is not None:
        yield "skos:editorialNote", _literal(f"translation score: {entry.translation_score}", "en")


def _literal(text: str, lang: str = "") -> str:
    quoted = plain(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"@{lang}' if lang else f'"{quoted}"'


def _address(path: str, base: str) -> str:
    if path.startswith("/"):
        return iri(path)
    # Without a folder before it, "a:b.md" would be read as an address of the scheme "a".
    return iri((base or "./") + path)
