"""JSON, a line a term: the fields of the contract, in its order.

Laid out by hand: a term with its places on one line is what a reader compares, a change to one term
changes one line (``indent=2`` would give every number one, and take four times as long). It is written
field by field: for the places of posts, numbers above all, the encoder takes twice the time, and for an
entry of the glossary it takes as long to get ready as to write.
"""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from json import JSONEncoder, loads
from json.encoder import encode_basestring
from typing import Any

from jpkit.extraction.model import Definition, Entry, Extraction, PostResult, Service, Term, Unreadable
from jpkit.source import Place
from jpkit.write.digits import DIGITS

VERSION = 1
"""Of the document's shape; new fields leave it as it is."""

Rows = list[str]
"""JSON values that stand in a list, a line each where the file is laid out."""

_line = JSONEncoder(ensure_ascii=False, check_circular=False).encode
_text = encode_basestring


def document(extraction: Extraction) -> str:
    """The whole result."""
    return _layout(
        {
            "version": VERSION,
            "posts": map(_post, extraction.posts),
            "glossary": map(_entry, extraction.glossary),
            "problems": map(_problem, extraction.problems),
            **_notices(extraction),
        }
    )


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, bytes]]:
    """The glossary as `glossary.json`."""
    yield "glossary.json", glossary(extraction)


def glossary(extraction: Extraction) -> bytes:
    """The glossary alone."""
    return _encoded({"version": VERSION, "glossary": map(_entry, extraction.glossary), **_notices(extraction)})


def summaries(extraction: Extraction) -> bytes:
    """All posts, without the glossary."""
    return _encoded({"version": VERSION, "posts": map(_post, extraction.posts)})


def lines(extraction: Extraction) -> Iterator[str]:
    """JSON Lines: one line a post, then one with the glossary and the problems."""
    for post in extraction.posts:
        fields = ", ".join(f'"{name}": {_in_line(value)}' for name, value in _post_fields(post))
        yield f"{{{fields}}}\n"
    glossary = ", ".join(map(_entry, extraction.glossary))
    rest = {"problems": [problem._asdict() for problem in extraction.problems], **_notices(extraction)}
    yield f'{{"version": {VERSION}, "glossary": [{glossary}], {_line(rest)[1:]}\n'


def _notices(extraction: Extraction) -> dict[str, Any]:
    """Whose the glossary is in part; only where it is somebody's."""
    return {"notices": extraction.notices} if extraction.notices else {}


def _post_fields(post: PostResult) -> Iterator[tuple[str, str | Rows]]:
    """The fields of a post by their names, as JSON."""
    summary, suggested = post.summary, post.suggested
    yield "path", _text(post.path)
    yield "lang", _text(post.lang)
    yield "title", _text(post.title)
    yield "terms", [_term(term) for term in post.terms]
    yield "services", [_service(service) for service in post.services]
    sentences = [f'{{"line": {line}, "column": {at}, "text": {_text(text)}}}' for line, at, text in summary.sentences]
    yield "summary", f'{{"text": {_text(summary.text)}, "sentences": [{", ".join(sentences)}]}}'
    yield "related", [_related(*one) for one in post.related]
    tags, keywords = _texts(suggested.tags), _texts(suggested.keywords)
    yield "suggested", f'{{"tags": [{tags}], "keywords": [{keywords}], "summary": {_text(suggested.summary)}}}'
    yield "abbreviations", [_abbreviation(*one) for one in post.abbreviations]
    yield "definitions", [_definition(definition) for definition in post.definitions]
    yield (
        "links",
        [
            f'{{"text": {_text(text)}, "url": {_text(url)}, "line": {line}, "column": {column}}}'
            for text, url, line, column in post.links
        ],
    )


def _term(one: Term) -> str:
    return (
        f'{{"term": {_text(one.term)}, "reading": {_maybe(one.reading)}, "score": {one.score}, "count": {one.count},'
        f' "places": [{_places(one.places)}]}}'
    )


def _service(one: Service) -> str:
    return (
        f'{{"name": {_text(one.name)}, "reading": {_maybe(one.reading)}, "surfaces": [{_texts(one.surfaces)}],'
        f' "vendor": {_maybe(one.vendor)}, "kind": {_text(one.kind)}, "status": {_text(one.status)},'
        f' "successor": {_maybe(one.successor)}, "since": {_maybe(one.since)}, "url": {_maybe(one.url)},'
        f' "count": {one.count}, "places": [{_places(one.places)}]}}'
    )


def _related(path: str, score: float, shared: Iterable[str]) -> str:
    return f'{{"path": {_text(path)}, "score": {score}, "shared": [{_texts(shared)}]}}'


def _abbreviation(short: str, long: str, place: Place) -> str:
    return (
        f'{{"short": {_text(short)}, "long": {_text(long)}, "line": {place.line}, "column": {place.column},'
        f' "end_line": {place.end_line}, "end_column": {place.end_column}}}'
    )


def _definition(one: Definition) -> str:
    return (
        f'{{"term": {_text(one.term)}, "text": {_text(one.text)}, "lang": {_text(one.lang)}, "line": {one.line},'
        f' "column": {one.column}, "score": {one.score}}}'
    )


def _places(places: Iterable[Place]) -> str:
    of = DIGITS
    return ", ".join(
        [
            f'{{"line": {of[line]}, "column": {of[column]}, "end_line": {of[end_line]}, "end_column": {of[end]}}}'
            for line, column, end_line, end in places
        ]
    )


def _texts(texts: Iterable[str]) -> str:
    return ", ".join(map(_text, texts))


def _maybe(text: str | None) -> str:
    return "null" if text is None else _text(text)


def entry_fields(entry: Entry) -> dict[str, Any]:
    """The fields of an entry by their names, for what is no JSON."""
    fields: dict[str, Any] = loads(_entry(entry))
    return fields


def _entry(one: Entry) -> str:
    return (
        f'{{"id": {_text(one.id)}, "ja": {_maybe(one.ja)}, "en": {_maybe(one.en)}, "reading": {_maybe(one.reading)},'
        f' "kind": {_text(one.kind)}, "variants": [{_texts(one.variants)}],'
        f' "abbreviations": [{_texts(one.abbreviations)}],'
        f' "definitions": {{"ja": {_text_at(one.definition_ja)}, "en": {_text_at(one.definition_en)}}},'
        f' "translation": {_translation(one)}, "count": {one.count}, "score": {one.score},'
        f' "posts": [{_texts(one.posts)}]}}'
    )


def _translation(one: Entry) -> str:
    if one.translation_score is None:
        return "null"
    evidence = ", ".join(
        [f'{{"how": {_text(how)}, "ja": {_path_line(ja)}, "en": {_path_line(en)}}}' for how, ja, en in one.evidence]
    )
    return f'{{"score": {one.translation_score}, "evidence": [{evidence}]}}'


def _path_line(place: tuple[str, int] | None) -> str:
    return "null" if place is None else f'{{"path": {_text(place[0])}, "line": {place[1]}}}'


def _text_at(definition: tuple[str, str, int] | None) -> str:
    if definition is None:
        return "null"
    text, path, line = definition
    return f'{{"text": {_text(text)}, "path": {_text(path)}, "line": {line}}}'


def _problem(problem: Unreadable) -> str:
    return _line(problem._asdict())


def _layout(document: Mapping[str, Any]) -> str:
    """The document a key a line, its lists an element a line; of those, one at a time is more than text."""
    return "".join(_pieces(document))


def _encoded(document: Mapping[str, Any]) -> bytes:
    """The same for a file. As text it would take four bytes a character, as soon as one of them is an emoji."""
    file = BytesIO()  # join() would keep all pieces beside the whole
    for piece in _pieces(document):
        file.write(piece.encode("utf-8", "backslashreplace"))
    return file.getvalue()


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
            yield f"{between}\n    {element}"
            between = ","
        yield "[]" if between == "[" else "\n  ]"
    yield "\n}\n"


def _post(post: PostResult) -> str:
    """A post a key a line, its lists an element a line, all else in one line."""
    fields = [f'\n      "{name}": {_in_lines(value)}' for name, value in _post_fields(post)]
    return f"{{{','.join(fields)}\n    }}"


def _in_lines(value: str | Rows) -> str:
    if isinstance(value, str):
        return value
    return f"[\n        {_BETWEEN_ROWS.join(value)}\n      ]" if value else "[]"


_BETWEEN_ROWS = ",\n        "


def _in_line(value: str | Rows) -> str:
    return value if isinstance(value, str) else f"[{', '.join(value)}]"
