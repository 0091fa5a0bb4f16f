"""The glossary as pairs of a source and its translation, for what translates in one direction at a time."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from jpkit.extraction.model import Entry
from jpkit.write.names import Language, names, other


class Pair(NamedTuple):
    """A name and what it is in the other language."""

    source: str
    target: str
    is_main: bool
    """Whether the source is the entry's main name."""
    entry: Entry


def pairs(glossary: Iterable[Entry], source: Language) -> Iterator[Pair]:
    """All names in the source language of the entries that have a name in both.

    A main name leads to a main name; so does another one, unless the other language uses it as it is
    (GCS stays GCS). A name that is the same in both languages is a pair as well: it is to stay as it is.
    A variant that says more than the main name (LINE公式アカウント beside LINE) is none: what it adds would be lost.
    """
    for entry in glossary:
        here, there = names(entry, source), names(entry, other(source))
        if not (here and there and here[0].form == there[0].form == "main"):
            continue
        shared = {name.text for name in there}
        for name in here:
            is_main = name.form == "main"
            if not is_main and _says_more(name.text, here[0].text):
                continue
            translation = name.text if name.text in shared and not is_main else there[0].text
            yield Pair(name.text, translation, is_main, entry)


def without_doubles(found: Iterable[Pair]) -> list[Pair]:
    """One pair a source: the main name before others, then the surest translation, then the higher score."""
    best: dict[str, Pair] = {}
    for pair in found:
        known = best.get(pair.source)
        if known is None or _weight(known) < _weight(pair):
            best[pair.source] = pair
    return list(best.values())


def short(found: Iterable[Pair]) -> Iterator[Pair]:
    """Those whose names have at most 1,024 bytes in UTF-8, which is what DeepL takes."""
    for pair in found:
        if max(len(pair.source.encode()), len(pair.target.encode())) <= 1024:
            yield pair


def table(rows: Iterable[Sequence[str]]) -> str:
    """CSV as in RFC 4180, but that lines end in "\\n".

    Cells stay as they are even where a spreadsheet would run them (CSV for people does otherwise): a mark before a
    name would become a part of it where the file is meant to go.
    """
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()


def _says_more(text: str, main: str) -> bool:
    # サーバー beside サーバ and containers beside container are only another spelling.
    return main in text and len(text) > len(main) + 1


def _weight(pair: Pair) -> tuple[bool, float, float]:
    return pair.is_main, pair.entry.translation_score or 0.0, pair.entry.score
