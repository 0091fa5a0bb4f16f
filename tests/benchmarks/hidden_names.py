"""The catalogue without the names that few posts have, as it is to a site whose names nobody has collected.

The rows of the catalogue were compiled with a look at posts like those that services are judged on, so that it knows
more of them than of another person's posts. Without what stands in one or two posts of the corpora only, what is
found is what the rules for names without a row find, beside the names that everybody writes.
"""

import re
from collections.abc import Collection, Sequence

from jpkit.extraction import catalogue as module
from jpkit.extraction.catalogue import fold
from maintain.catalogue import build
from maintain.catalogue_index import forms, index, packed, table
from maintain.catalogue_rows import Row


def hide(named: Collection[str], texts: Sequence[str], most: int) -> int:
    """Go on without the rows that ``named`` asks for and at most so many texts have; how many these are.

    To be called before anything has asked for the catalogue, which every process reads once.
    """
    rows = build()
    rare = few(rows, named, texts, most)
    left = [row for row in rows if row not in rare]
    data = {"services.tsv.gz": packed(table(left)), "spellings.tsv": index(left).encode()}
    module.catalogue.cache_clear()
    module.read_bytes = data.__getitem__
    return len(rare)


def few(rows: Sequence[Row], named: Collection[str], texts: Sequence[str], most: int) -> set[Row]:
    """The rows with a spelling in ``named`` of which at most so many texts have any spelling as a word."""
    asked = {fold(name) for name in named}
    folded = [fold(text) for text in texts]
    found = set()
    for row in rows:
        spellings = {spelling for spelling, _ in forms(row)}
        if not asked.isdisjoint(spellings):
            word = re.compile("|".join(rf"(?<![A-Za-z0-9]){re.escape(one)}(?![A-Za-z0-9])" for one in spellings))
            having = (text for text in folded if any(one in text for one in spellings) and word.search(text))
            if sum(1 for _ in having) <= most:
                found.add(row)
    return found
