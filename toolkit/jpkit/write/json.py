"""JSON, a line a term: the fields of the contract, in its order.

Laid out by hand: a term with its places on one line is what a reader compares, a change to one term
changes one line, and the encoder in C does the rest (``indent=2`` would fall back to the one in
Python: four times as long, and a line for every number).
"""

from collections.abc import Iterable, Iterator, Mapping
from json import JSONEncoder
from typing import Any

from jpkit.extraction.model import Definition, Entry, Evidence, Extraction, PostResult, Unreadable
from jpkit.source import Place

VERSION = 1
"""Of the document's shape; new fields leave it as it is."""

_line = JSONEncoder(ensure_ascii=False).encode


def document(extraction: Extraction) -> str:
    """The whole result."""
    return _layout(
        {
            "version": VERSION,
            "posts": map(post_fields, extraction.posts),
            "glossary": map(entry_fields, extraction.glossary),
            "problems": map(problem_fields, extraction.problems),
            **_notices(extraction),
        }
    )


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, bytes]]:
    """The glossary as `glossary.json`."""
    yield "glossary.json", glossary(extraction)


def glossary(extraction: Extraction) -> bytes:
    """The glossary alone."""
    return _encoded({"version": VERSION, "glossary": map(entry_fields, extraction.glossary), **_notices(extraction)})


def summaries(extraction: Extraction) -> bytes:
    """All posts, without the glossary."""
    return _encoded({"version": VERSION, "posts": map(post_fields, extraction.posts)})


def lines(extraction: Extraction) -> Iterator[str]:
    """JSON Lines: one line a post, then one with the glossary and the problems."""
    for post in extraction.posts:
        yield _line(post_fields(post)) + "\n"
    rest = {
        "version": VERSION,
        "glossary": [entry_fields(entry) for entry in extraction.glossary],
        "problems": [problem_fields(problem) for problem in extraction.problems],
        **_notices(extraction),
    }
    yield _line(rest) + "\n"


def _notices(extraction: Extraction) -> dict[str, Any]:
    """Whose the glossary is in part; only where it is somebody's."""
    return {"notices": extraction.notices} if extraction.notices else {}


def post_fields(post: PostResult) -> dict[str, Any]:
    return {
        "path": post.path,
        "lang": post.lang,
        "title": post.title,
        "terms": [
            {
                "term": term.term,
                "reading": term.reading,
                "score": term.score,
                "count": term.count,
                "places": _places(term.places),
            }
            for term in post.terms
        ],
        "services": [
            {
                "name": service.name,
                "reading": service.reading,
                "surfaces": service.surfaces,
                "vendor": service.vendor,
                "kind": service.kind,
                "status": service.status,
                "successor": service.successor,
                "since": service.since,
                "url": service.url,
                "count": service.count,
                "places": _places(service.places),
            }
            for service in post.services
        ],
        "summary": {
            "text": post.summary.text,
            "sentences": [
                {"line": sentence.line, "column": sentence.column, "text": sentence.text}
                for sentence in post.summary.sentences
            ],
        },
        "related": [{"path": other.path, "score": other.score, "shared": other.shared} for other in post.related],
        "suggested": {
            "tags": post.suggested.tags,
            "keywords": post.suggested.keywords,
            "summary": post.suggested.summary,
        },
        "abbreviations": [{"short": one.short, "long": one.long, **_place(one.place)} for one in post.abbreviations],
        "definitions": [_definition_fields(definition) for definition in post.definitions],
        "links": [
            {"text": link.text, "url": link.url, "line": link.line, "column": link.column} for link in post.links
        ],
    }


def entry_fields(entry: Entry) -> dict[str, Any]:
    translation = None
    if entry.translation_score is not None:
        translation = {
            "score": entry.translation_score,
            "evidence": [_evidence_fields(evidence) for evidence in entry.evidence],
        }
    return {
        "id": entry.id,
        "ja": entry.ja,
        "en": entry.en,
        "reading": entry.reading,
        "kind": entry.kind,
        "variants": entry.variants,
        "abbreviations": entry.abbreviations,
        "definitions": {"ja": _text_at(entry.definition_ja), "en": _text_at(entry.definition_en)},
        "translation": translation,
        "count": entry.count,
        "score": entry.score,
        "posts": entry.posts,
    }


def problem_fields(problem: Unreadable) -> dict[str, Any]:
    return {"path": problem.path, "line": problem.line, "column": problem.column, "message": problem.message}


def _places(places: Iterable[Place]) -> list[dict[str, int]]:
    return [_place(place) for place in places]


def _place(place: Place) -> dict[str, int]:
    line, column, end_line, end_column = place
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _definition_fields(definition: Definition) -> dict[str, Any]:
    return {
        "term": definition.term,
        "text": definition.text,
        "lang": definition.lang,
        "line": definition.line,
        "column": definition.column,
        "score": definition.score,
    }


def _evidence_fields(evidence: Evidence) -> dict[str, Any]:
    return {"how": evidence.how, "ja": _path_line(evidence.ja), "en": _path_line(evidence.en)}


def _path_line(place: tuple[str, int] | None) -> dict[str, Any] | None:
    return None if place is None else {"path": place[0], "line": place[1]}


def _text_at(definition: tuple[str, str, int] | None) -> dict[str, Any] | None:
    if definition is None:
        return None
    text, path, line = definition
    return {"text": text, "path": path, "line": line}


def _layout(document: Mapping[str, Any]) -> str:
    """The document a key a line, its lists an element a line; of those, one at a time is more than text."""
    return "".join(_pieces(document))


def _encoded(document: Mapping[str, Any]) -> bytes:
    """The same for a file. As text it would take four bytes a character, as soon as one of them is an emoji."""
    return b"".join(piece.encode("utf-8", "backslashreplace") for piece in _pieces(document))


def _pieces(document: Mapping[str, Any]) -> Iterator[str]:
    before = "{"
    for key, value in document.items():
        yield f"{before}\n  {_line(key)}: "
        before = ","
        if not isinstance(value, Iterator):
            yield _line(value)
            continue
        between = "["
        for element in value:
            yield f"{between}\n    {_block(element, '    ')}"
            between = ","
        yield "[]" if between == "[" else "\n  ]"
    yield "\n}\n"


def _is_rows(value: list[Any]) -> bool:
    """Are these the terms, services or links of a post: flat, and unlike what is inside them?"""
    return isinstance(value[0], dict) and next(iter(value[0])) in ("term", "name", "text")


def _block(value: Any, indent: str) -> str:
    """Posts a key a line, their lists an element a line, all else in one line."""
    inner = f"\n{indent}  "
    if isinstance(value, dict) and "path" in value and "terms" in value:
        fields = [f"{inner}{_line(key)}: {_block(child, indent + '  ')}" for key, child in value.items()]
        return f"{{{','.join(fields)}\n{indent}}}"
    if isinstance(value, list) and value and _is_rows(value):
        # One call for all rows, then line breaks between them: inside a string the quote would be escaped.
        between = f'{{"{next(iter(value[0]))}": '
        rows = _line(value)[1:-1].replace(f"}}, {between}", f"}},{inner}{between}")
        return f"[{inner}{rows}\n{indent}]"
    if isinstance(value, list) and value:
        elements = [inner + _block(child, indent + "  ") for child in value]
        return f"[{','.join(elements)}\n{indent}]"
    return _line(value)
