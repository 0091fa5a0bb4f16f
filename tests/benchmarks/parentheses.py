"""How many of the pairs that posts set in parentheses are right, by verdicts read one by one.

    python tests/benchmarks/parentheses.py            # the shares by corpus
    python tests/benchmarks/parentheses.py --list     # and every pair with its verdict and its text

``parentheses-read.tsv`` beside this file has a line for every pair that was ever found and read. Right is a pair
whose two names name one thing as it is used there; a cut name, an instance or an aside is wrong. A pair that is
found and was not read, and one that was right and is not found any more, are shown.

The rules were made on the posts up to 2014 and on kaityo256. Read blind, the posts from 2015 on gave 47 of 51 right
(.92, the same pair in several places of a post counted each time); three of the four wrong ones were code, for which
there is a rule since. After that rule nothing was changed for their sake, and the pairs of cncf and helm were read.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from corpora import CORPORA, read_pages

from jpkit.bilingual.parentheses import find_pairs

READ = Path(__file__).with_name("parentheses-read.tsv")


class Found(NamedTuple):
    """A pair in a post; the same pair twice in a post is one."""

    corpus: str
    path: str
    ja: str
    en: str


def found() -> Iterator[tuple[Found, float, str]]:
    """Every pair of the Japanese posts with its score and the text around it."""
    seen = set()
    for page in read_pages():
        corpus = page.corpus
        if corpus == "efcl":
            corpus = "efcl to 2014" if page.half == "dev" else "efcl from 2015"
        for pair in find_pairs(page.blocks):
            one = Found(corpus, page.source.path, pair.ja, pair.en)
            if one not in seen:
                seen.add(one)
                text = page.blocks[pair.block].text[max(0, pair.start - 20) : pair.end + 10]
                yield one, pair.score, text.replace("\n", " ")


def verdicts() -> dict[Found, tuple[str, str]]:
    lines = READ.read_text(encoding="utf-8").split("\n")
    rows = (line.split("\t") for line in lines[1:] if line)
    return {Found(*row[:4]): (row[4], row[5]) for row in rows}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    if not CORPORA.is_dir():
        parser.exit(message="the corpora are not beside the project\n")
    read = verdicts()
    pairs = list(found())
    counts: Counter[tuple[str, str]] = Counter()
    for one, score, text in pairs:
        verdict, remark = read.get(one, ("unread", ""))
        counts[one.corpus, verdict] += 1
        if options.list or verdict == "unread":
            print(f"{score:.2f}\t{verdict}\t{one.corpus}\t{one.path}\t{one.ja}\t{one.en}\t{remark}\t{text}")
    for corpus in sorted({one.corpus for one, _, _ in pairs}):
        right, wrong, unread = (counts[corpus, verdict] for verdict in ("right", "wrong", "unread"))
        print(f"{corpus:14} {right:3} right, {wrong} wrong, {unread} unread: {right / max(1, right + wrong):.3f}")
    for one in read.keys() - {one for one, _, _ in pairs}:
        if read[one][0] == "right":
            print(f"not found any more: {one}")


if __name__ == "__main__":
    main()
