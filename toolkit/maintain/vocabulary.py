"""Write `jpkit/data/computing-ja.txt`, the established technical terms that the ranking knows.

    python toolkit/maintain/vocabulary.py

`computing-ja.tsv` has them by subject, in their usual spelling, with their English. It was written by hand from
general knowledge, without a look at the corpora that the ranking is judged on. The package ships keys only
(`term_key`), so that nothing is folded when it starts.
"""

from pathlib import Path

from jpkit.extraction.japanese import term_key

SOURCE = Path(__file__).with_name("computing-ja.tsv")
OUT = Path(__file__).parents[1] / "jpkit" / "data" / "computing-ja.txt"


def keys(text: str) -> str:
    """The text of the data file: a key a line, sorted, each once."""
    terms = [line.partition("\t")[0] for line in text.split("\n") if line and line[0] != "#"]
    return "".join(f"{key}\n" for key in sorted({term_key(term) for term in terms}))


def main() -> None:
    OUT.write_text(keys(SOURCE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
