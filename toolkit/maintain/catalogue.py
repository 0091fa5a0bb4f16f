"""Make the tables of services that the package ships, of what people wrote and what packages say.

    python toolkit/maintain/catalogue.py                       # the tables below jpkit/data, of catalogue/*.tsv
    python toolkit/maintain/catalogue.py --check               # are they what these make?
    python toolkit/maintain/catalogue.py --mine --packages DIR # catalogue/generated.tsv of the packages in DIR
    python toolkit/maintain/catalogue.py --diff --packages DIR # what old and new versions do not share, to be checked
    … --fetch                                                  # let pip and npm fill DIR first

`catalogue/*.tsv` are written by hand (`products.tsv` explains the form), except `generated.tsv`, which is
committed so that the shipped tables can be made and checked from the repository alone. The hand-made
rows always win: a generated row that is the same thing only adds its sources. Same input, same text; what it is
compressed to may differ between versions of zlib.
"""

import argparse
import gzip
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))  # the modules beside this one, when run as a script

from maintain.catalogue_diff import differences
from maintain.catalogue_index import SHARED, collisions, index, packed, shared, table
from maintain.catalogue_packages import fetch
from maintain.catalogue_rows import HAND, MINED, Row, combine, gather, read, read_overlays, surer, useful
from maintain.catalogue_sources import mine
from maintain.catalogue_words import read_words

HERE = Path(__file__).with_name("catalogue")
DATA = Path(__file__).parents[1] / "jpkit" / "data"
GENERATED = HERE / "generated.tsv"
ALONE = HERE / "alone.txt"
GENERATED_HEAD = """\
# What packages say of services, tools and languages, made by `catalogue.py --mine`: names and addresses, no
# artwork. Six columns: name, vendor, kind, url, names, sources (the keys of PACKAGES in catalogue_packages.py).
# A line without a kind bears witness to a hand-made row and is none of its own.

"""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, metavar="DIR")
    for option in ("--fetch", "--mine", "--diff", "--check"):
        parser.add_argument(option, action="store_true")
    options = parser.parse_args(arguments)
    if (options.fetch or options.mine or options.diff) and options.packages is None:
        parser.error("--packages DIR says where the packages are")
    if options.fetch:
        fetch(options.packages)
    if options.diff:
        print("\n".join(differences(options.packages)))
        return 0
    if options.mine:
        decisions = HERE.joinpath("decisions.txt").read_text(encoding="utf-8")
        found = gather(mine(options.packages, decisions, read_words()))
        GENERATED.write_text(generated(useful(read_overlays(HERE), found)), encoding="utf-8")
    rows = build()
    unexplained = list(collisions(rows))
    print("".join(f"{line}\n" for line in unexplained), end="", file=sys.stderr)
    made = {"services.tsv.gz": table(rows), "spellings.tsv": index(rows)}
    if options.check:
        stale = [name for name, text in made.items() if shipped(name) != text]
        print("".join(f"{name} is not what the tables make\n" for name in stale), end="", file=sys.stderr)
        return bool(stale or unexplained)
    for name, text in made.items():
        (DATA / name).write_bytes(packed(text) if name.endswith(".gz") else text.encode())
    for spelling, names in shared(rows).items():
        print(f"{spelling}: {', '.join(names)} ({SHARED.get(spelling, 'not explained')})")
    print(f"{len(rows)} records, {sum(HAND in row.sources for row in rows)} of them by hand")
    return bool(unexplained)


def shipped(name: str) -> str:
    """The text of a table of the package."""
    data = (DATA / name).read_bytes()
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode()


def build() -> list[Row]:
    """The rows of the shipped table."""
    mined = read(GENERATED.read_text(encoding="utf-8"), GENERATED.name, MINED)
    rows = combine(read_overlays(HERE), (row for _, row in mined))
    return surer(rows, ALONE.read_text(encoding="utf-8"), ALONE.name)


def generated(rows: Sequence[Row]) -> str:
    """The table of mined rows."""
    lines = (
        "\t".join((row.name, row.vendor, row.kind, row.url, ";".join(row.names), ",".join(row.sources))) for row in rows
    )
    return GENERATED_HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
