"""The report in the terminal: what a person wants to see first of every post, then of the site."""

from collections.abc import Iterable, Iterator, Sequence

from jpkit.extraction.model import Entry, Extraction, PostResult, Service, Term
from jpkit.messages import aside, message
from jpkit.source import Place
from jpkit.visible import visible
from jpkit.width import pad, shorten, width, wrap

_IN_FULL = 20
"""Posts that are shown with everything; more of them get a line each."""
_IN_LINES = 200
"""Posts that get a line each; of more only the site is shown."""
_ENTRIES = 12
"""Glossary entries that stand for the site where posts are not shown in full."""

_WIDEST_NAME = 40
_WIDEST_READING = 32
_SHORTEST_READING = 16  # before the name is cut as well

_STYLES = {"path": 36, "title": 1, "label": 1, "dim": 2, "warn": 33, "bad": 31, "good": 32}
"""What a part of the report is, and its colour (SGR): cyan, bold, faint, yellow, red, green."""


def report(extraction: Extraction, *, columns: int = 80, color: bool = False) -> str:
    """The whole report, at most ``columns`` wide but for paths; shorter for a post the more posts there are."""
    paint = _Painter(color)
    parts: list[str] = []
    if len(extraction.posts) <= _IN_FULL:
        parts += ["\n".join(_post(post, columns, paint)) for post in extraction.posts]
    else:
        if len(extraction.posts) <= _IN_LINES:
            parts.append("\n".join(_line(post, columns, paint) for post in extraction.posts))
        best = sorted(extraction.glossary, key=lambda entry: (-len(entry.posts), -entry.count, entry.id))[:_ENTRIES]
        if best:
            label = "  " + paint("label", message("report-glossary"))
            parts.append("\n".join([label, *_rows(map(_entry_row, best), columns, paint)]))
    parts.append("\n".join(_totals(extraction, paint)))
    return "\n\n".join(parts) + "\n"


def facts(rows: Iterable[tuple[str, str]], *, color: bool = False) -> str:
    """Lines of a label and what there is to say about it, as they end the report."""
    paint = _Painter(color)
    return "".join(f"{line}\n" for line in _facts(rows, paint))


class _Painter:
    """Puts a style around a text, or nothing where there are no colours."""

    def __init__(self, color: bool) -> None:
        self._color = color

    def __call__(self, style: str, text: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self._color and style and text else text


_Cell = tuple[str, str]
"""Style and text."""


def _post(post: PostResult, columns: int, paint: _Painter) -> Iterator[str]:
    yield f"{paint('path', visible(post.path))}  {paint('dim', post.lang)}"
    for line in wrap(visible(post.title) or message("report-no-title"), columns):
        yield paint("title", line)
    if post.summary.text:
        yield ""
        yield from (f"  {line}" for line in wrap(visible(post.summary.text), columns - 2))
    for label, rows in (
        ("report-terms", [_term_row(term) for term in post.terms]),
        ("report-services", [_service_row(service) for service in post.services]),
    ):
        if rows:
            yield ""
            yield "  " + paint("label", message(label))
            yield from _rows(rows, columns, paint)
    if not (post.summary.text or post.terms or post.services):
        yield "  " + paint("dim", message("report-nothing"))


def _term_row(term: Term) -> tuple[_Cell, ...]:
    reading = "" if term.reading == term.term else term.reading or ""
    return ("", term.term), ("dim", reading), *_count(term.count, term.places)


def _service_row(service: Service) -> tuple[_Cell, ...]:
    if service.status == "active":
        surfaces = [surface for surface in service.surfaces if surface != service.name]
        note = ("dim", f"← {', '.join(surfaces)}" if surfaces else "")
    else:
        note = ("bad" if service.status == "retired" else "warn", _status(service))
    return ("", service.name), note, *_count(service.count, service.places)


def _status(service: Service) -> str:
    retired = service.status == "retired"
    if service.successor:
        return message("report-retired-for" if retired else "report-renamed", name=service.successor)
    return message("report-retired" if retired else "report-renamed-plain")


def _entry_row(entry: Entry) -> tuple[_Cell, ...]:
    name = entry.ja or entry.en or entry.id
    other = entry.en if entry.en and entry.en != name else entry.reading if entry.reading != name else ""
    return ("", name), ("dim", other or ""), ("", f"{entry.count}×"), ("dim", "")


def _count(count: int, places: Sequence[Place]) -> tuple[_Cell, _Cell]:
    first = f"{places[0].line}:{places[0].column}" if places else ""
    return ("", f"{count}×"), ("dim", first)


def _rows(rows: Iterable[tuple[_Cell, ...]], columns: int, paint: _Painter) -> Iterator[str]:
    """Name, note, count and place in columns; the first two are cut where the line would be too long."""
    rows = [tuple((style, visible(text)) for style, text in row) for row in rows]
    widest = [max(width(row[column][1]) for row in rows) for column in range(4)]
    free = columns - 4 - 2 * 3 - widest[2] - widest[3]
    name_columns = min(widest[0], _WIDEST_NAME, max(free - min(widest[1], _SHORTEST_READING), free // 2))
    note_columns = max(min(widest[1], _WIDEST_READING, free - name_columns), 1)
    for (_, name), (style, note), (_, count), (place_style, place) in rows:
        cells = (
            pad(shorten(name, name_columns), name_columns),
            paint(style, shorten(note, note_columns)) + " " * (note_columns - width(shorten(note, note_columns))),
            " " * (widest[2] - width(count)) + count,
            paint(place_style, place),
        )
        yield ("    " + "  ".join(cells)).rstrip()


def _line(post: PostResult, columns: int, paint: _Painter) -> str:
    """A post in one line: path, language, and as many of its best terms as fit."""
    left = pad(visible(post.path), columns // 2)
    terms = visible(", ".join(term.term for term in post.terms[:6]))
    shown = shorten(terms, max(columns - width(left) - 6, 12))
    return f"{paint('path', left)}  {paint('dim', post.lang)}  {shown}".rstrip()


def _totals(extraction: Extraction, paint: _Painter) -> Iterator[str]:
    both = sum(1 for entry in extraction.glossary if entry.ja and entry.en and entry.ja != entry.en)
    languages = sorted({post.lang for post in extraction.posts})
    by_language = [f"{lang} {sum(post.lang == lang for post in extraction.posts)}" for lang in languages]
    rows = [(message("report-posts"), f"{len(extraction.posts)}{aside(*by_language)}" if by_language else "0")]
    entries = str(len(extraction.glossary))
    if both:
        entries += aside(message("report-translated", count=both))
    rows.append((message("report-entries"), entries))
    if extraction.problems:
        rows.append((message("report-unreadable"), paint("bad", str(len(extraction.problems)))))
    return _facts(rows, paint)


def _facts(rows: Iterable[tuple[str, str]], paint: _Painter) -> Iterator[str]:
    for label, text in rows:
        yield f"{paint('label', pad(label, 12))} {text}"
