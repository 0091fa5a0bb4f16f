"""Write `jpkit/data/computing-ja.txt` and `computing-en.txt`, the established technical terms that jpkit knows.

    python toolkit/maintain/vocabulary.py

`computing-ja.tsv` has them by subject, in their usual spelling, with their English. It was written by hand from
general knowledge, without a look at the corpora that the ranking is judged on. The package ships keys only
(`term_key`, `english_key`), so that nothing is folded when it starts.
"""

from collections.abc import Iterable
from pathlib import Path

from jpkit.extraction.english import english_key
from jpkit.extraction.japanese import term_key

SOURCE = Path(__file__).with_name("computing-ja.tsv")
OUT = Path(__file__).parents[1] / "jpkit" / "data" / "computing-ja.txt"
OUT_ENGLISH = OUT.with_name("computing-en.txt")


def keys(text: str) -> str:
    """The text of the data file: a key a line, sorted, each once."""
    return _lines(term_key(term) for term, _ in _rows(text))


def english_keys(text: str) -> str:
    """The same for the English terms."""
    return _lines(english_key(term) for _, term in _rows(text))


def _rows(text: str) -> list[tuple[str, str]]:
    lines = [line.partition("\t") for line in text.split("\n") if line and line[0] != "#"]
    return [(ja, en) for ja, _, en in lines]


def _lines(found: Iterable[str]) -> str:
    return "".join(f"{key}\n" for key in sorted(set(found)))


def main() -> None:
    text = SOURCE.read_text(encoding="utf-8")
    OUT.write_text(keys(text), encoding="utf-8", newline="\n")
    OUT_ENGLISH.write_text(english_keys(text), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
