"""How many readings of key terms are right, by half and script.

    python tests/benchmarks/readings.py            # the shares
    python tests/benchmarks/readings.py --wrong    # and what is wrong in the development half

``readings.tsv`` beside this file is the gold; what is wrong with its half ``dev`` may be mended in
``data/readings-ja.tsv``, its half ``test`` is for judging. A reading that is missing is no error to a
reader, but no help either: it is counted by itself.
"""

import argparse
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from jpkit.extraction.readings import reading

GOLD = Path(__file__).with_name("readings.tsv")
SCRIPTS = ("kanji", "mixed", "latin")


class Row(NamedTuple):
    """A term with the readings that are right; "-" where none is right as well."""

    half: str
    script: str
    term: str
    readings: tuple[str, ...]


def rows() -> list[Row]:
    """The gold, in the order of the file."""
    lines = [line.split("\t") for line in GOLD.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
    return [Row(half, script, term, tuple(kana.split("|"))) for half, script, term, kana in lines]


def judge(row: Row) -> str:
    """right, missing or wrong."""
    found = reading(row.term)
    if found is None:
        return "right" if "-" in row.readings else "missing"
    return "right" if found in row.readings else "wrong"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    gold = rows()
    print(f"{'half':4} {'script':6} {'terms':>5} {'right':>6} {'missing':>8} {'wrong':>6}")
    for half in ("dev", "test"):
        for script in (*SCRIPTS, "all"):
            judged = [row for row in gold if row.half == half and script in (row.script, "all")]
            shares = Counter(map(judge, judged))
            right, missing, wrong = (shares[name] / len(judged) for name in ("right", "missing", "wrong"))
            print(f"{half:4} {script:6} {len(judged):5} {right:6.1%} {missing:8.1%} {wrong:6.1%}")
    if options.wrong:
        for row in gold:
            if row.half == "dev" and judge(row) != "right":
                print(f"{row.term}\t{reading(row.term)}\t{'|'.join(row.readings)}")


if __name__ == "__main__":
    main()
