"""Write `jpkit/data/computing-ja.txt`, the established technical terms that the ranking knows, and `computing-en.tsv`,
their English.

    python toolkit/maintain/vocabulary.py

`computing-ja.tsv` has them by subject, in their usual spelling, with their English. It was written by hand from
general knowledge, without a look at the corpora that the ranking is judged on. For the ranking the package
ships keys only (`term_key`), so that nothing is folded when it starts; the English is read when a glossary needs it.
"""

from pathlib import Path

from jpkit.extraction.japanese import term_key

SOURCE = Path(__file__).with_name("computing-ja.tsv")
OUT = Path(__file__).parents[1] / "jpkit" / "data" / "computing-ja.txt"
ENGLISH = OUT.with_name("computing-en.tsv")


def keys(text: str) -> str:
    """The text of the data file: a key a line, sorted, each once."""
    terms = [line.partition("\t")[0] for line in text.split("\n") if line and line[0] != "#"]
    return "".join(f"{key}\n" for key in sorted({term_key(term) for term in terms}))


def english(text: str) -> str:
    """The text of the other data file: a term with its English a line, in the order of the subjects."""
    return "".join(f"{line}\n" for line in text.split("\n") if line and line[0] != "#" and not line.endswith("\t"))


def main() -> None:
    text = SOURCE.read_text(encoding="utf-8")
    OUT.write_text(keys(text), encoding="utf-8", newline="\n")
    ENGLISH.write_text(english(text), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
