"""Write `computing-ja.txt`, `computing-en.txt`, `computing-en.tsv` and `known-en.tsv` of `jpkit/data`: technical terms.

    python toolkit/maintain/vocabulary.py

`computing-ja.tsv` has them by subject, in their usual spelling, with their English. It was written by hand from
general knowledge, without a look at the corpora that the ranking is judged on. The first two are keys only
(`term_key`, `english_key`), so that nothing is folded when the ranking and the choice of entries start; the third
has the English beside the key, and is read when a glossary needs a translation. The fourth has those of the English
names, and of the words that they are made of, that Sudachi's dictionary knows by a Japanese word, with their synonym
groups and their standard spellings in the release that its first line names.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from jpkit.bilingual.synonyms import known_table
from jpkit.extraction.english import english_key
from jpkit.extraction.japanese import term_key

SOURCE = Path(__file__).with_name("computing-ja.tsv")
OUT = Path(__file__).parents[1] / "jpkit" / "data" / "computing-ja.txt"
ENGLISH_KEYS = OUT.with_name("computing-en.txt")
ENGLISH = OUT.with_name("computing-en.tsv")
KNOWN = OUT.with_name("known-en.tsv")


def keys(text: str) -> str:
    """The text of the data file: a key a line, sorted, each once."""
    return _lines(term_key(term) for term, _ in _rows(text))


def english_keys(text: str) -> str:
    """The same for the English terms."""
    return _lines(english_key(term) for _, term in _rows(text))


def english(text: str) -> str:
    """A key with its English a line, in the order of the subjects."""
    return "".join(f"{term_key(ja)}\t{en}\n" for ja, en in _rows(text) if en)


def english_names(text: str) -> set[str]:
    """English names and their words, in small letters."""
    names = {en.lower() for _, en in _rows(text)}
    return names.union(*(re.findall("[a-z]{2,}", name) for name in names))


def _rows(text: str) -> list[tuple[str, str]]:
    lines = [line.partition("\t") for line in text.split("\n") if line and line[0] != "#"]
    return [(ja, en) for ja, _, en in lines]


def _lines(found: Iterable[str]) -> str:
    return "".join(f"{key}\n" for key in sorted(set(found)))


def main() -> None:
    text = SOURCE.read_text(encoding="utf-8")
    OUT.write_text(keys(text), encoding="utf-8", newline="\n")
    ENGLISH_KEYS.write_text(english_keys(text), encoding="utf-8", newline="\n")
    ENGLISH.write_text(english(text), encoding="utf-8", newline="\n")
    KNOWN.write_text(known_table(english_names(text)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
