"""How well summaries agree with what authors wrote, beside four graph summarizers and the first sentence.

    python tests/benchmarks/summaries.py            # all figures
    python tests/benchmarks/summaries.py --read 40 --half test   # summaries of blog posts, to be read

Needs numpy, the optional group `peers`, and the corpora beside the project in ../shared/corpora.
ROUGE is of one sentence against the page's `description`, which the summarizers do not see: of the
Helm documentation in Japanese and English. On the glossary of the CNCF the first pick must lie in the
paragraph that defines the title. Weights were chosen on the development halves (dev).
"""

import argparse
import random
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

import numpy as np
from rouge import rouge_l, rouge_n
from summary_peers import Pick, first_sentence, lexrank, summa, sumy_lexrank, sumy_textrank, surfaces

from jpkit.document import SENTENCE_KINDS, Block
from jpkit.errors import JpkitError
from jpkit.extraction.summary import summarize
from jpkit.markdown import read_document
from jpkit.post import read_post
from jpkit.sentences import sentences
from jpkit.source import Piece, decode
from jpkit.tokens import word_classes

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
READ = Path(__file__).parent / "summaries-read.tsv"

PAIRS = {
    "helm ja": "pairs-helm-docs/ja",
    "helm en": "pairs-helm-docs/en",
    "cncf ja": "pairs-cncf-glossary/ja",
    "cncf en": "pairs-cncf-glossary/en",
    "kaityo256": "posts-kaityo256",
}
ROOM = {"ja": 120, "en": 160}
RESAMPLES = 2_000
PRODUCT = "jpkit extract"
FIRST = "first sentence"


class Page(NamedTuple):
    corpus: str
    half: str
    path: Path
    title: str
    description: str
    tags: tuple[str, ...]
    blocks: tuple[Block, ...]
    spans: tuple[tuple[int, int, int], ...]
    """Block, start and end of every sentence."""

    @property
    def lang(self) -> str:
        return "en" if self.corpus.endswith("en") else "ja"

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(self.blocks[index].text[start:end] for index, start, end in self.spans)


@cache
def read_pages() -> tuple[Page, ...]:
    """Pages that have a sentence, by path; even ones are dev, and of efcl the years up to 2014."""
    return tuple(_read_all())


def _read_all() -> Iterator[Page]:
    for corpus, folder in PAIRS.items():
        for number, path in enumerate(sorted((CORPORA / folder).rglob("*.md"))):
            if not path.name.startswith("_"):
                yield from _read_page(corpus, "test" if number % 2 else "dev", path)
    for path in sorted((CORPORA / "posts-efcl").rglob("*.md")):
        yield from _read_page("efcl", "dev" if int(path.name[:4]) <= 2014 else "test", path)


def _read_page(corpus: str, half: str, path: Path) -> Iterator[Page]:
    try:
        post = read_post(decode(path.name, path.read_bytes()))
    except JpkitError:
        return
    heading = Block("title", post.title, (Piece(0, 0, len(post.title), len(post.title)),)) if post.title else None
    blocks = read_document(post.source, post.body, title=heading).blocks
    spans = tuple(
        (index, start, end)
        for index, block in enumerate(blocks)
        if block.kind in SENTENCE_KINDS
        for start, end in sentences(block.text, [mark.start for mark in block.marks if mark.kind == "break"])
    )
    field = post.get("description")
    description = field.value.strip() if field is not None and isinstance(field.value, str) else ""
    if spans:
        tags = (*post.strings("tags"), *post.strings("topics"))
        yield Page(corpus, half, path, post.title, description, tags, blocks, spans)


def product(page: Page, *, most: int = 1) -> tuple[str, int]:
    """The summary, and the block that its first sentence is from (-1: there is none)."""
    text, chosen = summarize(page.blocks, page.title, page.lang, max_chars=ROOM[page.lang], most=most)
    return text, chosen[0][0] if chosen else -1


@cache
def picks(corpus: str) -> Mapping[str, Pick]:
    """The peers; what needs a background has it from the development half of the same corpus."""
    background = [page.texts for page in read_pages() if (page.corpus, page.half) == (corpus, "dev")]
    return {
        FIRST: first_sentence,
        "sumy LexRank": sumy_lexrank,
        "sumy TextRank": sumy_textrank,
        "lexrank": lexrank(background),
        "summa": summa,
    }


@cache
def systems(page: Page) -> Mapping[str, tuple[str, int]]:
    """What each system picks of a page: the sentence, and its block."""
    found = {PRODUCT: product(page)}
    for name, pick in picks(page.corpus).items():
        at = pick(page.texts)
        found[name] = page.texts[at], page.spans[at][0]
    return found


def rouge(text: str, description: str) -> tuple[float, float, float]:
    """ROUGE-1, -2 and -L, as F1."""
    ours, theirs = surfaces(text), surfaces(description)
    return rouge_n(ours, theirs, 1), rouge_n(ours, theirs, 2), rouge_l(ours, theirs)


def described(corpus: str, half: str) -> list[Page]:
    return [page for page in read_pages() if (page.corpus, page.half) == (corpus, half) and page.description]


def rouge_figures(corpus: str, half: str) -> dict[str, Any]:
    """System → an array of ROUGE-1, -2 and -L, a row a page."""
    rows = [
        {name: rouge(text, page.description) for name, (text, _) in systems(page).items()}
        for page in described(corpus, half)
    ]
    return {name: np.array([row[name] for row in rows]) for name in rows[0]}


def defining_block(page: Page) -> int:
    """The first paragraph of the body that names the title's term before は, とは or a verb; else the first one.

    継続的デリバリー(CD) is named by either of its two spellings.
    """
    title = _folded(page.title)
    names = {title, *(part.strip() for part in re.split(r"[()]", title)), re.sub(r"\s*\(.*", "", title)} - {""}
    paragraphs = [index for index, block in enumerate(page.blocks) if block.kind == "paragraph"]
    for index in paragraphs:
        text = _folded(page.blocks[index].text)
        if any(
            re.search(re.escape(name) + r"[s]?(?:\s*\([^)]*\)|[」』])*\s*[^。.]{0,20}?[はがも,]| is | are ", text)
            and name in text
            for name in names
        ):
            return index
    return paragraphs[0] if paragraphs else -2


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def defining_figures(corpus: str, half: str) -> dict[str, Any]:
    """System → for every page, whether its first pick lies in the defining paragraph."""
    pages = [page for page in read_pages() if (page.corpus, page.half) == (corpus, half)]
    rows = [{name: block == defining_block(page) for name, (_, block) in systems(page).items()} for page in pages]
    return {name: np.array([row[name] for row in rows], dtype=float) for name in rows[0]}


def tag_figures(corpus: str, half: str) -> dict[str, Any]:
    """System → for every post, the share named of its author's tags that the body names and the title does not.

    That says whether a sentence is about the post by a word that the product was not given.
    """
    rows = []
    for page in read_pages():
        if (page.corpus, page.half) != (corpus, half):
            continue
        title, body = _folded(page.title), _folded(" ".join(page.texts))
        tags = [tag for tag in {_folded(tag) for tag in page.tags} if tag in body and tag not in title]
        if tags:
            rows.append(
                {
                    name: sum(tag in _folded(text) for tag in tags) / len(tags)
                    for name, (text, _) in systems(page).items()
                }
            )
    return {name: np.array([row[name] for row in rows]) for name in rows[0]}


def ratio(figures: Mapping[str, Any], other: str) -> tuple[float, float, float]:
    """The product's mean by another's, with the 95 % interval of resampled pages."""
    ours, theirs = figures[PRODUCT], figures[other]
    drawn = np.random.default_rng(0).integers(len(ours), size=(RESAMPLES, len(ours)))
    ratios = ours[drawn].mean(axis=1) / np.maximum(theirs[drawn].mean(axis=1), 1e-9)
    low, high = np.percentile(ratios, (2.5, 97.5))
    return ours.mean() / max(theirs.mean(), 1e-9), low, high


def best_peer(figures: Mapping[str, Any]) -> str:
    """The best of the graph summarizers by the mean of the first column."""
    return max((name for name in figures if name not in (PRODUCT, FIRST)), key=lambda name: figures[name].mean())


def print_figures(*, halves: Sequence[str] = ("dev", "test")) -> None:
    for half in halves:
        for corpus in ("helm ja", "helm en"):
            figures = rouge_figures(corpus, half)
            print(f"{corpus}, {half}, {len(figures[PRODUCT])} descriptions: ROUGE-1 / -2 / -L")
            for name, values in figures.items():
                print(f"  {name:15}", " / ".join(f"{value:.3f}" for value in values.mean(axis=0)))
            _print_ratios({name: values[:, 0] for name, values in figures.items()})
        for title, function, corpora in (
            ("first picks in the defining paragraph", defining_figures, ("cncf ja", "cncf en")),
            ("tags named that the title does not name", tag_figures, ("efcl", "kaityo256")),
        ):
            for corpus in corpora:
                figures = function(corpus, half)
                print(f"{corpus}, {half}, {len(figures[PRODUCT])} pages: {title}")
                print("  " + ", ".join(f"{name} {values.mean():.3f}" for name, values in figures.items()))
                _print_ratios(figures)
    for corpus in ("efcl", "kaityo256", "helm ja", "cncf ja"):
        print(f"{corpus}: summarize costs {cost(corpus):.3f} × word_classes")
    print(verdicts())


def _print_ratios(figures: Mapping[str, Any]) -> None:
    for other in (best_peer(figures), FIRST):
        middle, low, high = ratio(figures, other)
        print(f"  {middle:.2f} × {other} ({low:.2f} to {high:.2f})")


def cost(corpus: str, rounds: int = 3) -> float:
    """CPU time of summarizing by that of the tokenization that extraction does anyway; best of alternating rounds."""
    pages = [page for page in read_pages() if page.corpus == corpus]
    joint = ["\n".join([block.text for block in page.blocks]) for page in pages]
    word_classes("")
    ours, bare = [], []
    for _ in range(rounds):
        times = [process_time()]
        for page in pages:
            product(page, most=3)
        times.append(process_time())
        for text in joint:
            word_classes(text)
        times.append(process_time())
        spent = [later - earlier for earlier, later in pairwise(times)]
        ours.append(spent[0])
        bare.append(spent[1])
    return min(ours) / min(bare)


def verdicts() -> str:
    """How many summaries of blog posts a reader found good, so-so and bad (summaries-read.tsv)."""
    rows = [line.split("\t") for line in READ.read_text(encoding="utf-8").split("\n")[1:] if line]
    counts = {}
    for when, half, _, verdict, _ in rows:
        counts.setdefault((when, half), []).append(verdict)
    return "\n".join(
        f"read, {when}, {half}: " + ", ".join(f"{found.count(one)} {one}" for one in ("good", "so-so", "bad"))
        for (when, half), found in counts.items()
    )


def table() -> list[str]:
    """The figures of the test halves as a Markdown table for the README."""
    columns = {
        "Japanese descriptions, ROUGE-1": rouge_figures("helm ja", "test"),
        "English descriptions, ROUGE-1": rouge_figures("helm en", "test"),
        "defining paragraph": defining_figures("cncf ja", "test"),
    }
    lines = ["| summary of one sentence | " + " | ".join(columns) + " |", "|---|" + "---:|" * len(columns)]
    for name in columns["defining paragraph"]:
        cells = []
        for figures in columns.values():
            values = figures[name]
            cells.append(f"{values[:, 0].mean():.3f}" if values.ndim == 2 else f"{values.mean():.0%}")
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines


def print_to_read(count: int, half: str) -> None:
    """Summaries as the index page shows them, of posts drawn with the same seed every time."""
    pages = [page for page in read_pages() if page.corpus in ("efcl", "kaityo256") and page.half == half]
    for page in random.Random(0).sample(pages, count):
        print(page.path.relative_to(CORPORA), page.title, product(page, most=3)[0], "", sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", type=int, metavar="COUNT")
    parser.add_argument("--half", choices=("dev", "test"))
    options = parser.parse_args()
    if not CORPORA.is_dir():
        print(f"{CORPORA}: no such directory; the corpora are not part of the project, nothing is measured")
    elif options.read:
        print_to_read(options.read, options.half or "dev")
    else:
        print_figures(halves=(options.half,) if options.half else ("dev", "test"))


if __name__ == "__main__":
    main()
