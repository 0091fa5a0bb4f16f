"""Write `jpkit/data/brands.txt`, the names that the linter spells, from the catalogue of services.

    python toolkit/maintain/brands.py

The catalogue takes 10 ms to load, a hook has 30 for everything. Two sorts of lines: a name whose capitals
nobody gets by chance, and a former name with its successor behind a tab.
"""

import re
from pathlib import Path

from jpkit.extraction.catalogue import Catalogue, catalogue, parse_spelling

OUT = Path(__file__).parents[1] / "jpkit" / "data" / "brands.txt"
# With another capital they are words, other names, or were spelt so by their makers.
AMBIGUOUS = frozenset("latex macos unity".split())
# Two plain words, part of a longer name that lives on (Google Apps Script), or a product that kept its name.
NOT_RENAMED = frozenset(("Twitter API", "Data Catalog", "Cloud SDK", "Google Apps", "Hugo Academic", "Form Recognizer"))
NOT_RENAMED |= {"Stackdriver Logging", "Stackdriver Monitoring"}  # parts of what its successor is


def main() -> None:
    known = catalogue()
    spellings = set(known.spellings)
    brands: dict[str, str] = {}
    renamed: dict[str, str] = {}
    for number, row in enumerate(known.rows):
        record = known.record(number)
        name = record.name
        folded = name.lower()
        capitals = re.fullmatch("[A-Z][A-Za-z0-9]{4,}", name) and name[1:] != name[1:].lower() and not name.isupper()
        if capitals and folded not in AMBIGUOUS:
            brands[folded] = name
        if record.status == "renamed" and record.successor:
            for spelling in (name, *(item for item in row.rsplit("\t", 1)[1].split(";") if item)):
                word, flags, needs = parse_spelling(spelling) if spelling != name else (spelling, "", ())
                # One word may be anything (Bard, Anchor); two capitalised ones are the product.
                sure = not flags and not needs and word not in NOT_RENAMED
                if sure and re.fullmatch("[A-Z][A-Za-z0-9]*(?: [A-Z][A-Za-z0-9]*)+", word):
                    renamed[word] = _today(known, record.successor)
    lines = sorted(name for name in brands.values() if name in spellings)
    lines += [f"{old}\t{new}" for old, new in sorted(renamed.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _today(known: Catalogue, name: str) -> str:
    """The last of the successors: AI Platform, which Cloud ML Engine became, is Vertex AI now."""
    for _ in range(5):
        record = known.record(known.numbers[name])
        if record.status != "renamed" or not record.successor:
            break
        name = record.successor
    return name


if __name__ == "__main__":
    main()
