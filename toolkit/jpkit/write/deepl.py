"""DeepL: source and target as CSV without a header, a file for each direction.

CSV, because the website takes it as the API does; TSV is for the API alone. DeepL refuses a source that stands there
twice, a phrase of more than 1,024 bytes and control characters.
"""

from collections.abc import Iterator

from jpkit.extraction.model import Extraction
from jpkit.write.names import LANGUAGES, Language, other
from jpkit.write.pairs import pairs, short, table, without_doubles


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """`deepl/ja-en.csv` and `deepl/en-ja.csv`."""
    for source in LANGUAGES:
        yield f"deepl/{source}-{other(source)}.csv", glossary(extraction, source)


def glossary(extraction: Extraction, source: Language) -> str:
    """The pairs from one language into the other, as far as they fit."""
    found = without_doubles(short(pairs(extraction.glossary, source)))
    return table((pair.source, pair.target) for pair in found)
