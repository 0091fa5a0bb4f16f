"""How many of the authors' tags are suggested, and whether related posts share them.

    python tests/benchmarks/tags_related.py            # both, by half
    python tests/benchmarks/tags_related.py --scaling  # milliseconds a post of the two steps over the whole site

Every post's own tags are held out: ``suggest`` never counts them. Related posts are looked for by what the
posts say, tags apart; they are judged by the tags that both posts bear, the rarer the better (nDCG at five,
gain log(posts / posts with the tag)). The corpora stand beside the project in ../shared/corpora; constants were
chosen with the development half (dev) in sight, the other (test) is for judging.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Sequence
from math import log, log2
from pathlib import Path
from typing import NamedTuple

from jpkit.extraction.jobs import read_jobs, run_jobs
from jpkit.extraction.model import PostResult, Term
from jpkit.extraction.options import ExtractOptions
from jpkit.extraction.related import related_posts
from jpkit.extraction.suggest import _key, suggest
from jpkit.post import read_post
from jpkit.source import decode

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"


class Corpus(NamedTuple):
    """Posts with their authors' tags."""

    posts: Sequence[PostResult]
    halves: Sequence[str]
    tags: Sequence[frozenset[str]]


def read_corpus(folder: str) -> Corpus:
    """A corpus, extracted; topics are tags."""
    paths = sorted((CORPORA / folder).rglob("*.md"))
    found = list(run_jobs(read_jobs(map(str, paths), lambda _: ExtractOptions())))
    posts, halves = [], []
    for number, (path, one) in enumerate(zip(paths, found, strict=True)):
        if isinstance(one, PostResult):
            topics = read_post(decode(path.name, path.read_bytes())).strings("topics")
            posts.append(one._replace(tags=(*one.tags, *topics)))
            early = int(path.name[:4]) <= 2014 if folder == "posts-efcl" else number % 2 == 0
            halves.append("dev" if early else "test")
    return Corpus(posts, halves, [frozenset(map(_key, post.tags)) for post in posts])


def print_tags(name: str, corpus: Corpus, half: str) -> None:
    """Mean precision and recall of the suggested tags over Japanese posts."""
    precision, recall, count = [], [], 0
    for post, own, gold, found in zip(corpus.posts, corpus.halves, corpus.tags, suggest(corpus.posts), strict=True):
        if own == half and gold and post.lang == "ja":
            tags = set(map(_key, found.tags))
            precision.append(len(tags & gold) / max(len(tags), 1))
            recall.append(len(tags & gold) / len(gold))
            count += len(tags)
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    figures = f"P {p:.3f}  R {r:.3f}  F {2 * p * r / (p + r):.3f}  {count / len(precision):.1f} tags"
    print(f"{name:9} {half:4} {len(precision):5} posts  {figures}")


def print_related(name: str, corpus: Corpus, half: str) -> None:
    """Mean Jaccard of the tags of five related posts, and nDCG; the same of five posts at random."""
    number = {post.path: index for index, post in enumerate(corpus.posts)}
    chance = random.Random(0)
    rankings = {
        "extract": [[number[one.path] for one in found] for found in related_posts(corpus.posts)],
        "random": [chance.sample(range(len(corpus.posts)), 5) for _ in corpus.posts],
    }
    use = Counter(tag for tags in corpus.tags for tag in tags)

    def gain(one: int, other: int) -> float:
        return sum(log(len(corpus.posts) / use[tag]) for tag in corpus.tags[one] & corpus.tags[other])

    for ranking, found in rankings.items():
        jaccard, ndcg = [], []
        for one, own in enumerate(corpus.tags):
            ideal = sorted((gain(one, other) for other in range(len(corpus.tags)) if other != one), reverse=True)[:5]
            if corpus.halves[one] == half and sum(ideal):
                near = found[one]
                jaccard.append(sum(len(own & corpus.tags[other]) / len(own | corpus.tags[other]) for other in near) / 5)
                reached = sum(gain(one, other) / log2(place + 2) for place, other in enumerate(near))
                ndcg.append(reached / sum(value / log2(place + 2) for place, value in enumerate(ideal)))
        means = f"Jaccard {sum(jaccard) / len(jaccard):.3f}  nDCG {sum(ndcg) / len(ndcg):.3f}"
        print(f"{name:9} {half:4} {len(ndcg):5} posts  {means}  {ranking}")


def print_scaling() -> None:
    """Time a post for sites of made-up posts, words by Zipf's law."""
    for size in (1_000, 2_000, 4_000, 8_000):
        chance = random.Random(size)
        words = [f"語{n}" for n in range(20_000)]
        shares = [1 / (n + 10) for n in range(len(words))]
        posts = []
        for number in range(size):
            drawn = dict.fromkeys(chance.choices(words, shares, k=60))
            terms = tuple(Term(word, None, chance.random(), 1, (), word) for word in list(drawn)[:15])
            others = tuple((word, word, chance.random() / 10) for word in list(drawn)[15:])
            posts.append(PostResult(f"{number}.md", "ja", f"{number}", terms, tags=tuple(drawn)[:3], others=others))
        cells = []
        for step in (related_posts, suggest):
            start = time.process_time()
            step(posts)
            cells.append(f"{step.__name__} {(time.process_time() - start) / size * 1000:.2f}")
        print(f"{size:5} posts", *cells, "ms a post")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scaling", action="store_true")
    if parser.parse_args().scaling:
        print_scaling()
        return
    if not CORPORA.is_dir():
        print(f"{CORPORA}: no such directory; the corpora are not part of the project, nothing is measured")
        return
    for name in ("efcl", "kaityo256"):
        corpus = read_corpus(f"posts-{name}")
        for half in ("dev", "test"):
            print_tags(name, corpus, half)
            print_related(name, corpus, half)


if __name__ == "__main__":
    main()
