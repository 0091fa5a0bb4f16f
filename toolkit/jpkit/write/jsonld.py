"""JSON-LD: the glossary as a DefinedTermSet of schema.org, for the head of the page that shows it.

It stands between `<script type="application/ld+json">` and `</script>` as it is: nothing in it can end the script.
Paths of posts are left out, because they are no addresses of the site.
"""

from collections.abc import Iterator
from json import JSONEncoder
from typing import Any

from jpkit.extraction.model import Entry, Extraction
from jpkit.write.names import LANGUAGES, Language, by_language
from jpkit.write.plain import iri, plain

_encode = JSONEncoder(ensure_ascii=False).encode

_HEAD = """\
{
  "@context": "https://schema.org",
  "@type": "DefinedTermSet",
  "name": [{"@value": "用語集", "@language": "ja"}, {"@value": "Glossary", "@language": "en"}],
  "inLanguage": ["ja", "en"],
  "hasDefinedTerm": ["""


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """The glossary as `glossary.jsonld`."""
    yield "glossary.jsonld", glossary(extraction)


def glossary(extraction: Extraction) -> str:
    """The whole file, a term a line."""
    found = [_term(entry) for entry in extraction.glossary if by_language(entry)]
    terms = ",".join(f"\n    {_safe(_encode(term))}" for term in found)
    return f"{_HEAD}{terms}\n  ]\n}}\n" if terms else f"{_HEAD}]\n}}\n"


def _term(entry: Entry) -> dict[str, Any]:
    found = {
        "@type": "DefinedTerm",
        "@id": f"#{iri(entry.id)}",
        "termCode": plain(entry.id),
        "name": _values(entry, main=True),
        "alternateName": _values(entry, main=False),
        "description": [
            _value(definition[0], lang)
            for lang, definition in zip(LANGUAGES, (entry.definition_ja, entry.definition_en), strict=True)
            if definition is not None
        ],
    }
    return {key: value for key, value in found.items() if value}


def _values(entry: Entry, *, main: bool) -> list[dict[str, str]]:
    found = by_language(entry).items()
    return [_value(name.text, lang) for lang, names in found for name in names if (name.form == "main") == main]


def _value(text: str, lang: Language) -> dict[str, str]:
    return {"@value": plain(text), "@language": lang}


def _safe(json: str) -> str:
    """The same JSON without signs that mean something to HTML: a script ends at "</script", whatever it holds."""
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
