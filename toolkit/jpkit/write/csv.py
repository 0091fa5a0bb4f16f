"""CSV for spreadsheets: one line an entry, quoted as in RFC 4180.

Begins with a BOM, because Excel in Japan takes a file without one for Shift_JIS. Lines end in "\\n".
"""

import csv
import io
from collections.abc import Iterator

from jpkit.extraction.model import Entry, Extraction
from jpkit.lazy import lazy
from jpkit.source import BOM

HEADER = ("id", "ja", "reading", "en", "kind", "definition_ja", "definition_en", "variants", "count", "score")

# A spreadsheet runs a cell that begins with one of these, blanks before it or not (OWASP, "CSV Injection");
# at full width as well where the system is Japanese.
FORMULA = tuple("=+-@＝＋－＠")
_CONTROL = lazy("[\0-\x1f\x7f]+")


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """The glossary as `glossary.csv`."""
    yield "glossary.csv", glossary(extraction)


def glossary(extraction: Extraction) -> str:
    """The glossary as a table; ``variants`` are parted by "; "."""
    file = io.StringIO()
    file.write(BOM)
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(map(_row, extraction.glossary))
    return file.getvalue()


def _row(entry: Entry) -> tuple[str, ...]:
    texts = (
        entry.id,
        entry.ja,
        entry.reading,
        entry.en,
        entry.kind,
        entry.definition_ja and entry.definition_ja[0],
        entry.definition_en and entry.definition_en[0],
        "; ".join(entry.variants),
    )
    return (*[cell(text) if text else "" for text in texts], str(entry.count), str(entry.score))


def cell(text: str) -> str:
    """The text as one line that no spreadsheet runs."""
    if text.isalnum():  # most names
        return text
    line = text if text.isprintable() else _CONTROL.sub(" ", text)
    # One more apostrophe before those that stand there, so that readers know which is ours.
    return f"'{line}" if line.lstrip(" '").startswith(FORMULA) else line
