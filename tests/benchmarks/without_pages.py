"""English of terms of Japanese posts that no page and no parenthesis gives: how much there is, how much is right.

    python tests/benchmarks/without_pages.py            # half a minute: it extracts two corpora
    python tests/benchmarks/without_pages.py --list     # and all names with their English

``without_pages.tsv`` beside this file is a sample of 100 of those with a score of .9 or more, read one by one
against the posts; its English is compared with what comes out now.
"""

import argparse
from collections import Counter
from pathlib import Path

from corpora import CORPORA

import jpkit
from jpkit.bilingual.without_pages import Proposal, without_pages
from jpkit.extraction.model import Entry

READ = Path(__file__).with_name("without_pages.tsv")
SHOWN = 0.9


def proposals() -> tuple[int, dict[str, Proposal]]:
    """How many terms have no English of their own, and what is proposed for them, site by site."""
    count = 0
    found: dict[str, Proposal] = {}
    for corpus in ("posts-kaityo256", "posts-efcl"):
        glossary = jpkit.extract([CORPORA / corpus]).glossary
        given = {entry.id for entry in glossary if entry.en and not _is_proposed(entry)}
        names = [entry.ja for entry in glossary if entry.ja and not entry.ja.isascii() and entry.id not in given]
        count += len(names)
        found.update(without_pages(names, english_of_site=[entry.en or "" for entry in glossary if entry.id in given]))
    return count, found


def _is_proposed(entry: Entry) -> bool:
    return any(one.how in ("vocabulary", "synonym", "dictionary") for one in entry.evidence)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    if not CORPORA.is_dir():
        parser.exit(message="the corpora are not beside the project\n")
    count, found = proposals()
    shown = {ja: one for ja, one in found.items() if one.score >= SHOWN}
    by = Counter(one.how for one in shown.values())
    print(f"{count} terms without English; {len(shown)} get some at {SHOWN} or more: {dict(by)}")
    rows = [line.split("\t") for line in READ.read_text(encoding="utf-8").split("\n")[1:] if line]
    for how in ("vocabulary", "synonym"):
        read = [row for row in rows if row[2] == how]
        print(f"{how}: {sum(row[3] == 'right' for row in read)} of {len(read)} right")
    for ja, en, *_ in rows:
        if ja not in shown or shown[ja].en != en:
            print(f"read was {ja} = {en}, now {shown.get(ja)}")
    if options.list:
        for ja, one in sorted(found.items()):
            print(f"{one.score}\t{one.how}\t{ja}\t{one.en}")


if __name__ == "__main__":
    main()
