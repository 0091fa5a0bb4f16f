"""TBX v3 (ISO 30042:2019), dialect TBX-Basic in DCA style: for termbases of today.

Most tools of translators still want version 2, which is `tbx2`. What TBX-Basic has no category for stands in notes:
the reading, and the evidence that the two names are one thing.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from jpkit.extraction.model import Entry, Evidence, Extraction
from jpkit.lazy import lazy
from jpkit.site import STDIN
from jpkit.write.names import Language, Name, by_language
from jpkit.write.plain import plain


class Elements(NamedTuple):
    """What a version calls an entry, its part in one language, and a term there."""

    entry: str
    language: str
    term: str


_OF_VERSION_3 = Elements("conceptEntry", "langSec", "termSec")

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>Glossary</title></titleStmt>
      <sourceDesc><p>Taken from the posts of a site by jpkit extract.</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
"""

_NOT_IN_ID = lazy("[^0-9A-Za-z.\u3005\u3041-\u3094\u30a1-\u30fa\u30fc-\u30fe\u4e00-\u9fa5-]")
_FIRST_IN_ID = lazy("[^0-9.\u3005\u30fc-\u30fe-]")


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """The glossary as `glossary.tbx`."""
    yield "glossary.tbx", glossary(extraction)


def glossary(extraction: Extraction) -> str:
    """The whole file; entries that have a name in one language only are there as well."""
    inside = "".join(entries(extraction, _OF_VERSION_3))
    # A body without entries would not be valid, a text without a body is.
    text = f"  <text>\n    <body>\n{inside}    </body>\n  </text>\n" if inside else "  <text/>\n"
    return f"{_HEAD}{text}</tbx>\n"


def entries(extraction: Extraction, elements: Elements) -> Iterator[str]:
    """The entries as both versions have them, but for the names of three elements."""
    for entry in extraction.glossary:
        if not (languages := by_language(entry)):
            continue
        yield f'      <{elements.entry} id="{identifier(entry.id)}">\n'
        for lang, found in languages.items():
            if not found:  # A part without a term would not be valid: the definition stands above it.
                yield from _definition(entry, lang, " " * 8, f' xml:lang="{lang}"')
        yield from (f"        <note>{_text(note)}</note>\n" for note in _notes(entry))
        for lang, found in languages.items():
            if not found:
                continue
            yield f'        <{elements.language} xml:lang="{lang}">\n'
            yield from _definition(entry, lang, " " * 10)
            for name in found:
                yield f"          <{elements.term}>\n"
                yield from _term(entry, lang, name, has_short=any(one.form == "abbreviation" for one in found))
                yield f"          </{elements.term}>\n"
            yield f"        </{elements.language}>\n"
        yield f"      </{elements.entry}>\n"


def identifier(text: str) -> str:
    """The id of an entry as an XML name; different ids stay different.

    Letters are those of XML 1.0 before its fifth edition, to which many parsers hold.
    """
    name = _NOT_IN_ID.sub(lambda sign: f"_{ord(sign[0]):x}_", text)
    return name if _FIRST_IN_ID.match(name) else f"__{name}"


def _definition(entry: Entry, lang: Language, indent: str, attribute: str = "") -> Iterator[str]:
    definition = entry.definition_ja if lang == "ja" else entry.definition_en
    if definition is None:
        return
    text, path, line = definition
    yield f"{indent}<descripGrp>\n"
    yield f'{indent}  <descrip type="definition"{attribute}>{_text(text)}</descrip>\n'
    yield from _sources([(path, line)], f"{indent}  ")
    yield f"{indent}</descripGrp>\n"


def _term(entry: Entry, lang: Language, name: Name, *, has_short: bool) -> Iterator[str]:
    is_main = name.form == "main"
    yield f"            <term>{_text(name.text)}</term>\n"
    notes = [
        # The extraction looks for nouns and names alone.
        ("partOfSpeech", "noun"),
        ("termType", _term_type(name, has_short)),
        ("administrativeStatus", "preferredTerm-admn-sts" if is_main else "admittedTerm-admn-sts"),
    ]
    yield from (f'            <termNote type="{kind}">{value}</termNote>\n' for kind, value in notes if value)
    if is_main:
        places = [evidence.ja if lang == "ja" else evidence.en for evidence in entry.evidence]
        yield from _sources([place for place in places if place], " " * 12)
        if lang == "ja" and entry.reading and plain(entry.reading) != name.text:
            yield f"            <note>読み: {_text(entry.reading)}</note>\n"


def _term_type(name: Name, has_short: bool) -> str:
    if name.form == "variant":
        return "variant"
    if name.form == "abbreviation":
        if not name.text.isascii():
            return "shortForm"
        return "acronym" if name.text.isupper() else "abbreviation"
    return "fullForm" if has_short else ""


def _sources(places: Sequence[tuple[str, int]], indent: str) -> Iterator[str]:
    for path, line in dict.fromkeys(places):
        if path != STDIN:
            yield f'{indent}<admin type="source">{_text(path)}:{line}</admin>\n'


def _notes(entry: Entry) -> Iterator[str]:
    """What speaks for the translation, and how surely it is right."""
    for evidence in dict.fromkeys(_evidence(evidence) for evidence in entry.evidence):
        yield f"translation: {evidence}"
    if entry.translation_score is not None:
        yield f"translation score: {entry.translation_score}"


def _evidence(evidence: Evidence) -> str:
    places = dict.fromkeys(f"{path}:{line}" for path, line in filter(None, (evidence.ja, evidence.en)))
    return f"{evidence.how} ({' = '.join(places)})" if places else evidence.how


def _text(text: str) -> str:
    return escape(plain(text))
