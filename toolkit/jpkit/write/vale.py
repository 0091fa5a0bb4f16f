"""A vocabulary for Vale: the English names as `accept.txt`, and a `.vale.ini` that shows how it is switched on.

Vale.Spelling then knows the names, and Vale.Terms reports them in another casing (https://vale.sh/docs/keys/vocab).
A line is a regular expression. The words of a term in lower case may begin with a capital, as they do
in headings and at the beginning of a sentence; a service that is called like an ordinary word (Slack, LINE)
may be written like that word, or every slack and line of a text would be reported. No ``(?i)``: the
lines are joined to one expression, and it would hold for those behind it as well.
"""

from collections.abc import Iterable, Iterator

from jpkit.extraction.catalogue import catalogue
from jpkit.extraction.model import Entry, Extraction
from jpkit.lazy import lazy

_INI = """\
# Copy styles/config/vocabularies/jpkit below the StylesPath of your own .vale.ini, and name it there in Vocab.
StylesPath = styles
MinAlertLevel = suggestion
Vocab = jpkit

[*.md]
BasedOnStyles = Vale
"""

# A word of it in Latin letters; Vale's spelling check takes no other words.
_LATIN = lazy("[ -~]*[A-Za-z][ -~]*")
_BLANKS = lazy("\\s+")
_SYNTAX = lazy(r"[\\^$.*+?()\[\]{}|]")
# The first letter of a word in lower case.
_LOWER_CASE = lazy("(?<![^ ])[a-z](?=[a-z-]*(?: |$))")


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """The English names as Vale's vocabulary `jpkit`."""
    lines = accepted(extraction.glossary)
    yield "vale/styles/config/vocabularies/jpkit/accept.txt", "".join(f"{line}\n" for line in lines)
    yield "vale/.vale.ini", _INI


def accepted(entries: Iterable[Entry]) -> list[str]:
    """A regular expression for every English name and abbreviation, the first of those that differ in case alone."""
    lines: dict[str, str] = {}
    for entry in entries:
        for name in (entry.en, *entry.abbreviations):
            if name and _LATIN.fullmatch(name):
                name = _BLANKS.sub(" ", name).strip()
                lines.setdefault(name.casefold(), _expression(name, entry.kind))
    return sorted(lines.values())


def _expression(name: str, kind: str) -> str:
    if kind == "service" and _is_word(name):
        word = name.lower()
        either = f"[{word[0].upper()}{word[0]}]{word[1:]}"
        return either if name in (word, word.capitalize()) else f"(?:{name}|{either})"
    escaped = _SYNTAX.sub(r"\\\g<0>", name)
    if kind == "service":  # kubectl and dbt stay as they are
        return escaped
    return _LOWER_CASE.sub(lambda letter: f"[{letter[0].upper()}{letter[0]}]", escaped)


def _is_word(name: str) -> bool:
    """Is the name of a service an ordinary word as well, by the flags of the catalogue? Slack, LINE, Black."""
    return name.isalpha() and any(set(one.flags) & set("^~=?") for one in catalogue().names(name))
