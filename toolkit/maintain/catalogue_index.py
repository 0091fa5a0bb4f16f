"""The two tables that the package ships: all records for people and programs, and the index for the matcher."""

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from jpkit.extraction.beginnings import beginning
from jpkit.extraction.catalogue import KINDS, LINES, MEMBER, NEXT, SOURCES, common, fold, parse_spelling
from jpkit.letters import KATAKANA, LETTERS
from maintain.catalogue_rows import Row

TABLE_HEAD = """\
# Services, tools and languages that a tech post may name; made by toolkit/maintain/catalogue.py, where
# catalogue/products.tsv explains all but one of the columns: name, vendor, kind (a letter, see KINDS of catalogue.py),
# url (without https://), status (empty: active), successor, since, sources (letters, see SOURCES; empty: by hand),
# names with their flags.

"""
INDEX_HEAD = """\
# The index of services.tsv.gz, made with it. First the beginnings of spellings that need no edge of a word before
# them; then two lines each: what the beginnings on a shelf have in common, and all of these, U+001E between them, each
# with what may follow and the numbers of the lines that it may mean then, to the base 36, and their flags.

"""
SHARED = {
    "API Gateway": "AWS and Google Cloud each have one: the vendor that the post names more often",
    "Bolt": "StackBlitz's beside Lovable, Slack's beside Slack",
    "CloudShell": "Google's without its blank is AWS's: the vendor that the post names more often",
    "Composer": "PHP's, and Google's beside Google Cloud",
    "Connect": "Amazon's beside its full name, Buf's beside gRPC",
    "Copilot": "GitHub's or Microsoft's: the one whose full name the post has",
    "Echo": "Amazon's beside Alexa, the framework beside Go",
    "Haiku": "Anthropic's beside Claude, the operating system beside BeOS",
    "IAM": "AWS and Google Cloud each have one: the vendor that the post names more often",
    "KMS": "AWS and Google Cloud each have one: the vendor that the post names more often",
}
"""Spellings of several records, and what tells these apart in a post."""


def table(rows: Iterable[Row]) -> str:
    """The text of the shipped table; what most rows say is left out of it."""
    return TABLE_HEAD + "".join(f"{_line(row)}\n" for row in rows)


def packed(table: str) -> bytes:
    """The shipped table: its head and so many lines of it are a gzip member each, so that one can be had alone.

    Raises:
        ValueError: what begins a member stands within one.
    """
    lines = table.removeprefix(TABLE_HEAD).split("\n")[:-1]
    parts = [TABLE_HEAD, *("\n".join([*lines[at : at + LINES], ""]) for at in range(0, len(lines), LINES))]
    members = [gzip.compress(part.encode(), mtime=0) for part in parts]
    # zlib says which system it is of; 255 is an unknown one.
    members = [MEMBER + member[len(MEMBER) :] for member in members]
    if any(member.count(MEMBER) != 1 for member in members):
        raise ValueError("what begins a gzip member stands within one: another number of LINES helps")
    return b"".join(members)


_LETTERS = {source: letter for letter, source in SOURCES.items()}
_KINDS = {kind: letter for letter, kind in KINDS.items()}


def _line(row: Row) -> str:
    status = "" if row.status == "active" else row.status
    sources = "" if row.sources == ("hand",) else "".join([_LETTERS[source] for source in row.sources])
    url = row.url.removeprefix("https://")
    return "\t".join((row.name, row.vendor, _KINDS[row.kind], url, status, *row[5:7], sources, ";".join(row.names)))


def meanings(rows: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    """By spelling, the records that it may mean: a number and flags each, in the order of the table."""
    found: dict[str, dict[str, None]] = {}
    for number, row in enumerate(rows):
        for form, flags in forms(row):
            found.setdefault(form, {})[f"{number}{flags}"] = None
    return {form: tuple(items) for form, items in found.items()}


def forms(row: Row) -> Iterator[tuple[str, str]]:
    """Every spelling of a row as it may stand in a post, with its flags; the name unless it stands among them."""
    implied = True
    for item in row.names:
        spelling, flags, _ = parse_spelling(item)
        rest = item[len(spelling) :]
        implied = implied and spelling != row.name
        yield fold(spelling), rest
        if "!" in flags:
            # Four forms are what people type; a search that ignores case would report every "go" in a word.
            for form in dict.fromkeys((spelling.lower(), spelling.upper(), spelling.capitalize())):
                if form != spelling:
                    yield fold(form), rest
    if implied:
        yield fold(row.name), ""


def index(rows: Sequence[Row]) -> str:
    """The shipped index."""
    known = meanings(rows)
    shelves: dict[str, list[str]] = {}
    for begun, spellings in groupby(sorted(known, key=lambda one: (beginning(one), one)), key=beginning):
        cells = (cell for one in spellings for cell in (one[len(begun) :], ";".join(map(_numbered, known[one]))))
        shelves.setdefault(common(begun), []).append("\t".join([begun, *cells]))
    anywhere = sorted({beginning(one) for one in known if one[0] not in LETTERS | KATAKANA})
    lines = ["\t".join(anywhere), *(line for key in sorted(shelves) for line in (key, NEXT.join(shelves[key])))]
    return INDEX_HEAD + "\n".join(lines) + "\n"


def _numbered(meaning: str) -> str:
    """The same with its number to the base 36."""
    number = re.match("[0-9]+", meaning)
    assert number is not None
    left, digits = int(number[0]), ""
    while left or not digits:
        left, digit = divmod(left, 36)
        digits = _DIGITS[digit] + digits
    return digits + meaning[number.end() :]


_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def shared(rows: Sequence[Row]) -> Mapping[str, tuple[str, ...]]:
    """The spellings that several records have, with the names of these."""
    found = {}
    for form, items in meanings(rows).items():
        numbers = dict.fromkeys(int(re.split(r"\D", item, maxsplit=1)[0]) for item in items)
        if len(numbers) > 1:
            found[form] = tuple(rows[number].name for number in numbers)
    return found


def collisions(rows: Sequence[Row]) -> Iterator[str]:
    """A line for each spelling of several records that nothing explains, or that nothing in a post would decide."""
    free = {form for row in rows for form, rest in forms(row) if not set(rest) & set("~=?")}
    for form, names in shared(rows).items():
        if form in free:
            yield f"{form!r} may be {' or '.join(names)} anywhere: one of them needs ~, = or ?"
        elif form not in SHARED:
            yield f"{form!r} may be {' or '.join(names)}: SHARED does not say what tells them apart"
