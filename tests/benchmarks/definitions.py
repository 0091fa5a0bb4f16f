"""How often the definition that jpkit shows for a term is the one that its page begins with.

    python tests/benchmarks/definitions.py                       # the Cloud Native Glossary, ja and en
    python tests/benchmarks/definitions.py --errors              # with what is wrong in the development half
    python tests/benchmarks/definitions.py --sample 60 --show    # sampled definitions of other sites, for reading

The first sentence of a glossary page defines the term in its title. The titles and all other front
matter are hidden, and all pages of a language are one site. For every title the shown definition is
looked up as the glossary does; ``coverage`` is the share of the titles that have one at a threshold,
``exact`` the share of these that are the first sentence of the title's page, word for word. Pages take
turns in the order of their names: one for the development half (dev), one for judging (test).

Of other sites there is no such gold: ``definitions-read.tsv`` has the verdicts of a reader on sampled
definitions. A definition is in the sample by a hash of its place, so that most of a sample stays when
the extractor changes; what has no verdict yet is said. Right is a sentence that tells a reader who does
not know the term what it is; wrong are remarks, single instances, cut or run-together sentences. What was
wrong in these samples was mended, so the figures are of a development set.
"""

import argparse
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from corpora import CORPORA

from jpkit.definition_index import DefinitionIndex, index_definitions, look_up
from jpkit.errors import JpkitError
from jpkit.extraction.definitions import THRESHOLD, find_definitions
from jpkit.extraction.model import Definition, PostResult
from jpkit.extraction.options import ExtractOptions
from jpkit.extraction.pipeline import Input, ReadPost, defined_by, read_input
from jpkit.post import read_post
from jpkit.sentences import sentences
from jpkit.source import decode

READ = Path(__file__).with_name("definitions-read.tsv")
LANGS = ("ja", "en")
THRESHOLDS = (0.0, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
SITES = {
    "efcl": "posts-efcl",
    "kaityo256": "posts-kaityo256",
    "helm-ja": "pairs-helm-docs/ja",
    "helm-en": "pairs-helm-docs/en",
}


# Pages that never name their term as the title does. With another name for it, only the same sentence is right.
SYNONYMS = {
    ("en", "bare-metal-machine"): ("Bare metal",),
    ("en", "cloud-native-apps"): ("Cloud native applications",),
    ("en", "cloud-native-tech"): ("Cloud native technologies",),
    ("en", "distributed-apps"): ("Distributed applications",),
    ("en", "monolithic-apps"): ("Monolithic applications",),
    ("en", "self-healing"): ("Self-healing system",),
    ("en", "serverless"): ("Serverless computing",),
    ("en", "stateless-apps"): ("Stateless applications",),
    ("ja", "bare-metal-machine"): ("ベアメタル",),
    ("ja", "self-healing"): ("自己修復システム",),
}


class Gold(NamedTuple):
    """A page whose first sentence defines its title."""

    half: str
    page: str
    names: tuple[str, ...]
    """The title, each of its parts where it is X (Y), and what the page calls it all through."""
    sentence: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="say what is wrong in the development half")
    parser.add_argument("--titles", action="store_true", help="do not hide titles and front matter")
    parser.add_argument("--sample", type=int, default=60, help="definitions of each other site")
    parser.add_argument("--show", action="store_true", help="print the sampled definitions of other sites")
    options = parser.parse_args()
    for lang in LANGS:
        folder = CORPORA / "pairs-cncf-glossary" / lang
        gold, index = list(_gold(folder)), index_definitions(_posts(folder, threshold=0.0, hidden=not options.titles))
        _judge(lang, gold, index)
        if options.errors:
            _errors(lang, gold, index)
    verdicts = _verdicts()
    for site, name in SITES.items():
        _read_by_hand(site, CORPORA / name, verdicts, size=options.sample, show=options.show)


def _posts(folder: Path, *, threshold: float, hidden: bool = False) -> list[PostResult]:
    """The definitions of every page of a site, with or without its title and front matter."""
    posts = []
    for path in _paths(folder):
        data = path.read_bytes()
        if hidden:
            post = read_post(decode(path.name, data))
            data = post.source.text[post.body.start : post.body.end].encode()
        read = read_input(Input(str(path.relative_to(folder)), data, ExtractOptions()))
        if isinstance(read, ReadPost):
            hits = find_definitions(read.document.blocks, read.langs, threshold=threshold)
            definitions = tuple(defined_by(read.document, hit) for hit in hits)
            posts.append(PostResult(read.document.source.path, read.lang, read.post.title, definitions=definitions))
    return posts


def _paths(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*.md")) if not path.name.startswith("_")]


def _gold(folder: Path) -> Iterator[Gold]:
    for number, path in enumerate(_paths(folder)):
        read = read_input(Input(path.name, path.read_bytes(), ExtractOptions()))
        if not isinstance(read, ReadPost):
            raise JpkitError(f"{path} cannot be read")
        first = next(block for block in read.document.blocks if block.kind == "paragraph")
        start, end = sentences(first.text, [mark.start for mark in first.marks if mark.kind == "break"])[0]
        title = read.post.title
        parts = [part.strip() for part in re.split("[（(）)]", title) if part.strip()]
        half = "test" if number % 2 else "dev"
        names = dict.fromkeys([*parts, title, *SYNONYMS.get((folder.name, path.stem), ())])
        yield Gold(half, path.name, tuple(names), first.text[start:end])


def _judge(lang: str, gold: Sequence[Gold], index: DefinitionIndex) -> None:
    print(f"cncf {lang}    " + "".join(f"  {half:>4} n  exact  shown" for half in ("dev", "test", "all")))
    for threshold in THRESHOLDS:
        cells = []
        for half in ("dev", "test", "all"):
            asked = [one for one in gold if half in (one.half, "all")]
            shown = [(one, found) for one in asked if (found := _shown(index, one, lang, threshold))]
            exact = sum(found.text == one.sentence for one, found in shown)
            cells.append(f"  {len(asked):6}  {exact / max(len(shown), 1):5.2f}  {len(shown) / len(asked):5.2f}")
        mark = "  <- shown" if threshold == THRESHOLD else ""
        print(f"  from {threshold:.2f}" + "".join(cells) + mark)


def _shown(index: DefinitionIndex, gold: Gold, lang: str, threshold: float) -> Definition | None:
    sure = {
        key: {of: value for of, value in found.items() if value[0].score >= threshold} for key, found in index.items()
    }
    definition, _ = look_up(sure, gold.names).get(lang, (None, ""))
    return definition


def _errors(lang: str, gold: Sequence[Gold], index: DefinitionIndex) -> None:
    for one in gold:
        found = _shown(index, one, lang, THRESHOLD)
        if one.half == "dev" and (found is None or found.text != one.sentence):
            print(f"{one.page}\t{one.names[0]}\n  first: {one.sentence}")
            weak = _shown(index, one, lang, 0.0)
            print(f"  shown: {weak.score} {weak.text}" if weak is not None else "  none")


def _verdicts() -> dict[tuple[str, str, str, str], str]:
    """right or wrong by site, path, term and the start of the definition's hash."""
    lines = READ.read_text(encoding="utf-8").split("\n")[1:] if READ.exists() else []
    rows = [line.split("\t") for line in lines if line]
    return {(site, path, term, digest): verdict for site, path, term, digest, verdict in rows}


def _read_by_hand(
    site: str, folder: Path, verdicts: dict[tuple[str, str, str, str], str], *, size: int, show: bool
) -> None:
    index = index_definitions(_posts(folder, threshold=THRESHOLD))
    each = [definition for by_lang in index.values() for definition in by_lang.values()]
    shown = {(site, path, found.term, _digest(found.text)): found for found, path in each}
    sample = sorted(shown, key=lambda row: _digest("\t".join(row)))[:size]
    read = [verdicts[row] for row in sample if row in verdicts]
    right = read.count("right")
    print(
        f"{site:9}  {len(shown):4} definitions; of {len(sample)} sampled {len(read)} were read, "
        f"{right} right ({right / max(len(read), 1):.2f})"
    )
    if show:
        for row in sample:
            print("\t".join((*row, verdicts.get(row, "?"))), shown[row].score, shown[row].text, sep="\t")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


if __name__ == "__main__":
    main()
