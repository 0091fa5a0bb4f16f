"""Google Cloud Translation: CSV files for a glossary in one direction, and one for an equivalent term set.

One direction has source and target and no header; a term set has a header of language codes, and the terms of a row
stand for each other both ways.
"""

from collections.abc import Iterator

from jpkit.extraction.model import Extraction
from jpkit.write import deepl
from jpkit.write.names import LANGUAGES, other
from jpkit.write.pairs import pairs, short, table, without_doubles


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """`google/ja-en.csv`, `google/en-ja.csv` and `google/terms.csv`; the first two have the form that DeepL's have."""
    for source in LANGUAGES:
        yield f"google/{source}-{other(source)}.csv", deepl.glossary(extraction, source)
    yield "google/terms.csv", term_set(extraction)


def term_set(extraction: Extraction) -> str:
    """The main names, a row an entry; no name stands in two rows."""
    japanese = without_doubles(pair for pair in short(pairs(extraction.glossary, "ja")) if pair.is_main)
    found = without_doubles(pair._replace(source=pair.target, target=pair.source) for pair in japanese)
    return table([("ja", "en"), *((pair.target, pair.source) for pair in found)])
