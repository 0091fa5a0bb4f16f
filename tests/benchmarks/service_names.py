"""How well the services that `jpkit extract` lists agree with posts marked by hand.

    python tests/benchmarks/service_names.py                    # precision and recall on all halves
    python tests/benchmarks/service_names.py --half dev more    # on these
    python tests/benchmarks/service_names.py --errors dev more  # what is missed and wrongly found there, by post
    python tests/benchmarks/service_names.py --hide 2 --half dev  # without the rows of names of at most two posts

The gold and its rules are in services/README.md: halves `dev`, `more`, `learn` and `further` are for tuning, `kept` and
`more-kept` only for judging, both together in the README. A surface
is right as its author wrote it, no letter more or less; its name is right where it is the marked one but for
case, width and signs; and it is the right service where it has another name of the same record (Google Cloud for
Google Cloud Platform). With ``--hide`` the catalogue does not have the rarer names (hidden_names.py), as it does not
have those of other people's posts.
"""

import argparse
import re
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpora import CORPORA, fold

from jpkit.extraction.catalogue import catalogue
from jpkit.extraction.catalogue import fold as fold_width
from jpkit.extraction.model import PostResult
from jpkit.extraction.options import ExtractOptions
from jpkit.extraction.pipeline import extract_post

GOLD = Path(__file__).parent / "services"
HALVES = ("dev", "kept", "more", "more-kept", "learn", "further")


class Judged(NamedTuple):
    """The distinct surfaces of one post, each with its canonical name."""

    path: str
    gold: Mapping[str, str]
    optional: frozenset[str]
    found: Mapping[str, str]

    def right(self) -> list[str]:
        return [surface for surface in self.found if surface in self.gold]

    def wrong(self) -> list[str]:
        return [surface for surface in self.found if surface not in self.gold and surface not in self.optional]

    def missed(self) -> list[str]:
        return [surface for surface in self.gold if surface not in self.found]


def read_gold(half: str) -> Iterator[tuple[str, str, str, str]]:
    """The rows of a half, which must exist: path, surface, canonical name, mark."""
    for line in (GOLD / f"{half}.tsv").read_text(encoding="utf-8").split("\n")[:-1]:
        if not line.startswith("#"):
            path, surface, name, mark = line.split("\t")
            yield path, surface, name, mark


def judge(half: str) -> Iterator[Judged]:
    """The posts of a half."""
    gold: dict[str, dict[str, str]] = {}
    optional: dict[str, set[str]] = {}
    for path, surface, name, mark in read_gold(half):
        names = gold.setdefault(path, {})
        if mark:
            optional.setdefault(path, set()).add(surface)
        elif surface:
            names[surface] = name
    for path, names in gold.items():
        data = (CORPORA / path).read_bytes()
        result = extract_post(path, data, ExtractOptions())
        assert isinstance(result, PostResult)
        lines = data.decode().split("\n")
        either = {*names, *optional.get(path, ())}
        found = {
            _as_marked(surface, either): service.name
            for service in result.services
            for surface in service.surfaces
            if surface in either or not all(_in_html(lines, place.line - 1) for place in service.places)
        }
        yield Judged(path, names, frozenset(optional.get(path, ())), found)


def _in_html(lines: Sequence[str], at: int) -> bool:
    """Whether a line is of raw HTML, which is not marked: its paragraph begins with a tag."""
    while at and lines[at - 1].strip() not in ("", "---"):  # the end of the front matter
        at -= 1
    return lines[at].lstrip().startswith("<")


def _as_marked(surface: str, marked: Collection[str]) -> str:
    """A found surface as the gold would have it: without the version that jpkit keeps with a name.

    Node.js 18, and also what is none yet or one of several: Vue 2.7 Beta, Firebug 1.7b1, Visual Basic 6.0 SP6.

    言語 may be there or not: it is a part of C言語 in the gold, and none in the sentences that jpkit is held to.
    """
    bare = _VERSION.sub("", surface).removesuffix("言語")
    return next((one for one in (surface, bare, f"{bare}言語") if one in marked), bare)


_VERSION = re.compile(
    r"(?: v?| ver\.? ?| version |(?<=[A-Za-z]))[0-9]+(?:\.[0-9x]+)*(?:x|(?:[ab]|rc)[0-9]*)?"
    r"(?: LTS| SP[0-9]| RC[0-9]?| ?[αβ]| [Bb]eta(?: ?[0-9])?| [Aa]lpha(?: ?[0-9])?)?$"
)


def figures(posts: Sequence[Judged]) -> tuple[float, float, float, float]:
    """Precision and recall over all surfaces, and the shares of the right ones whose name, whose service is right."""
    right = sum(len(post.right()) for post in posts)
    names = [(post.gold[surface], post.found[surface]) for post in posts for surface in post.right()]
    named = sum(fold(marked) == fold(found) for marked, found in names)
    meant = sum(fold(marked) == fold(found) or _records(marked) & _records(found) != set() for marked, found in names)
    found = right + sum(len(post.wrong()) for post in posts)
    marked = sum(len(post.gold) for post in posts)
    return right / max(found, 1), right / max(marked, 1), named / max(right, 1), meant / max(right, 1)


@cache
def _records(name: str) -> frozenset[int]:
    """The records that a name may mean."""
    return frozenset(one.record for one in catalogue().names(fold_width(name)))


def intervals(posts: Sequence[Judged]) -> list[str]:
    """``figures``, each with its 95 % interval over posts drawn anew."""
    import numpy as np

    draws = np.random.default_rng(0).integers(len(posts), size=(1_000, len(posts)))
    drawn = np.array([figures([posts[number] for number in draw]) for draw in draws])
    low, high = np.percentile(drawn, (2.5, 97.5), axis=0)
    cells = zip(figures(posts), low, high, strict=True)
    return [f"{mean:.3f} ({a:.3f}–{b:.3f})".replace("0.", ".") for mean, a, b in cells]


def table() -> list[str]:
    """Lines of Markdown for the README: what was kept for judging."""
    posts = [post for half in ("kept", "more-kept") for post in judge(half)]
    names = sum(len(post.gold) for post in posts)
    return [
        f"{len(posts)} posts with {names} service names marked by hand:",
        "",
        "| | precision | recall | name | service |",
        "|---|---|---|---|---|",
        f"| **jpkit** | {' | '.join(intervals(posts))} |",
    ]


def errors(half: str) -> Iterator[str]:
    for post in judge(half):
        yield f"{post.path}: {len(post.right())} right"
        yield f"  missed: {', '.join(post.missed())}"
        yield f"  wrong: {', '.join(f'{one} ({post.found[one]})' for one in post.wrong())}"
        others = [one for one in post.right() if fold(post.gold[one]) != fold(post.found[one])]
        yield f"  other name: {', '.join(f'{one}: {post.found[one]}, not {post.gold[one]}' for one in others)}"


def hidden(halves: Sequence[str], most: int) -> int:
    """Hide the names of the halves that at most so many posts of the corpora have; how many rows that are."""
    from hidden_names import hide

    named = {name for half in halves for _, *spellings, _ in read_gold(half) for name in spellings if name}
    folders = ("posts-efcl", "posts-kaityo256")
    texts = [
        path.read_text(encoding="utf-8") for folder in folders for path in sorted((CORPORA / folder).rglob("*.md"))
    ]
    return hide(named, texts, most)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", nargs="+", choices=HALVES, default=HALVES)
    parser.add_argument("--errors", nargs="+", choices=HALVES)
    parser.add_argument("--hide", type=int, metavar="POSTS")
    options = parser.parse_args()
    if not CORPORA.is_dir():
        sys.exit(f"{CORPORA}: no such directory; the corpora are not part of the project, nothing is measured")
    if options.hide:
        print(hidden(options.errors or options.half, options.hide), "rows hidden")
    if options.errors:
        print("\n".join(line for half in options.errors for line in errors(half)))
        return
    for half in options.half:
        posts = list(judge(half))
        print(half, len(posts), "posts: precision, recall, name, service:", ", ".join(intervals(posts)))


if __name__ == "__main__":
    main()
