"""The corpora that key terms are judged on: their pages, what is right, and the measures.

The corpora stand beside the project in ../shared/corpora; its README describes the gold: an author's tags
that the post names, and of a glossary page its title and the texts of its links to other pages, which are
no links to the extractor. What is learnt is learnt from the development halves (dev); the other halves
(test) are for judging. Resampling needs numpy.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jpkit.document import Block
from jpkit.errors import JpkitError
from jpkit.extraction.japanese import term_key
from jpkit.markdown import read_document
from jpkit.post import read_post
from jpkit.source import Piece, Source, decode

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"

MEASURES = ("R@5", "R@10", "R@20", "MRR", "P@10")
RESAMPLES = 1_000


class Page(NamedTuple):
    """A post of a corpus as the extractor sees it."""

    corpus: str
    half: str
    source: Source
    blocks: tuple[Block, ...]
    gold: frozenset[frozenset[str]]
    """Key terms, each as its folded spellings: 継続的デリバリー(CD) is found as either.

    No page without any is judged or learnt from.
    """


def read_pages() -> Iterator[Page]:
    """All pages of the corpora that can be read, in the order of their paths."""
    for path in sorted((CORPORA / "posts-efcl").rglob("*.md")):
        yield from _read_page("efcl", "dev" if int(path.name[:4]) <= 2014 else "test", path)
    for corpus, folder in (
        ("kaityo256", "posts-kaityo256"),
        ("cncf", "pairs-cncf-glossary/ja"),
        ("helm", "pairs-helm-docs/ja"),
    ):
        for number, path in enumerate(sorted((CORPORA / folder).rglob("*.md"))):
            if corpus != "cncf" or not path.name.startswith("_"):
                yield from _read_page(corpus, "test" if number % 2 else "dev", path)


def _read_page(corpus: str, half: str, path: Path) -> Iterator[Page]:
    try:
        post = read_post(decode(path.name, path.read_bytes()))
    except JpkitError:
        return
    links = read_document(post.source, post.body).links
    if corpus == "cncf":
        post = read_post(Source(path.name, _LINK.sub(r"\1", post.source.text)))
    title = Block("title", post.title, (Piece(0, 0, len(post.title), len(post.title)),)) if post.title else None
    blocks = read_document(post.source, post.body, title=title).blocks
    if corpus == "cncf":
        texts = (post.title, *(link.text for link in links if _PAGE.match(link.url)))
        gold = _merged(frozenset(map(fold, _SHORT.sub(r"\n\1", text).split("\n"))) for text in texts if fold(text))
        if len(gold) < _FEWEST:
            gold = set()
    else:
        text = fold("\n".join(block.text for block in blocks))
        tags = post.strings("tags") + post.strings("topics") if corpus != "helm" else ()
        gold = {frozenset({tag}) for tag in map(fold, tags) if tag and tag in text}
    yield Page(corpus, half, post.source, blocks, frozenset(gold))


_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\([^()\n]+\)")
_SHORT = re.compile(r" ?[(（]([^()（）]+)[)）]$")
_FEWEST = 2
"""Gold terms of a glossary page. A page that links to nothing has its title alone, which anything finds."""
_PAGE = re.compile(r"(?:https://glossary\.cncf\.io)?/[a-z]")


def _merged(terms: Iterable[frozenset[str]]) -> set[frozenset[str]]:
    """The terms, those that share a spelling as one."""
    merged: set[frozenset[str]] = set()
    for term in terms:
        same = {other for other in merged if other & term}
        merged = merged - same | {term.union(*same)}
    return merged


def fold(term: str) -> str:
    """What two spellings of a gold term share: its key, without the signs that tags leave out."""
    return _SIGNS.sub("", term_key(term))


_SIGNS = re.compile(r"[\s\-_./・]")


def measure(terms: Sequence[str], gold: frozenset[frozenset[str]]) -> tuple[float, ...]:
    """``MEASURES`` of one ranking; of spellings of one term only the first takes a place in it."""
    left = set(gold)
    hits = []
    for term in dict.fromkeys(map(fold, terms)):
        found = {spellings for spellings in left if term in spellings}
        hits.append(bool(found))
        left -= found
    first = next((place for place, hit in enumerate(hits, 1) if hit), None)
    recalls = [sum(hits[:size]) / len(gold) for size in (5, 10, 20)]
    return (*recalls, 1 / first if first else 0.0, sum(hits[:10]) / 10)


def bootstrap(values: Any) -> tuple[Any, Any]:
    """The ends of the 95 % intervals of the means of the columns, by resampling rows: the same at every call."""
    import numpy as np  # here, so that reading and measuring do without it

    chosen = np.random.default_rng(0).integers(len(values), size=(RESAMPLES, len(values)))
    low, high = np.percentile(values[chosen].mean(axis=1), (2.5, 97.5), axis=0)
    return low, high
