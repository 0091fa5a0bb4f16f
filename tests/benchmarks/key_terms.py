"""How well the key terms of Japanese posts agree with their authors', and where the ranking weights come from.

    python tests/benchmarks/key_terms.py               # recall, MRR and precision beside two baselines
    python tests/benchmarks/key_terms.py --fit         # learn WEIGHTS and BIAS of extraction/ranking.py
    python tests/benchmarks/key_terms.py --background  # count the rows of data/common-ja.tsv

Needs numpy and scipy, and the corpora that corpora.py reads. Weights and background are learnt from the
development halves (dev); the other halves (test) are for judging.
"""

import argparse
import inspect
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from operator import itemgetter
from typing import Any

import numpy as np
from corpora import CORPORA, MEASURES, Page, bootstrap, fold, measure, read_pages
from peers import baselines
from scipy.optimize import minimize

from jpkit.extraction import ranking
from jpkit.extraction.japanese import japanese_candidates
from jpkit.extraction.model import PostResult
from jpkit.extraction.options import ExtractOptions
from jpkit.extraction.pipeline import extract_post
from jpkit.extraction.terms import _common

Bounds = tuple[float | None, float | None]

# Lowest and highest weight of a feature; those not named are free. They were chosen with the figures
# of both halves in sight, so those of the test halves are a little kinder than unseen posts would be.
BOUNDS: Mapping[str, Bounds] = {
    # Set by hand: the corpora strike nothing out and mark no term as defined, and their tags are names
    # of products so often that the catalogue would decide alone.
    "struck out": (-2.0, -2.0),
    "defined": (1.0, 1.0),
    "service": (0.5, 0.5),
    "service in passing": (-0.8, -0.8),
    "abbreviation": (0.3, 0.3),
    "generic in passing": (-2.5, -2.5),
    # Tags are names: without bounds a kanji word loses by being kanji, and again by being frequent.
    "frequency": (0.2, None),
    "frequency beside the most frequent": (0.0, None),
    "frequency of latin": (0.0, None),
    "frequency of kanji": (1.0, None),
    "repeated compound": (0.3, None),
    "more words": (-0.3, None),
    "katakana": (-0.6, None),
    "kanji": (-1.5, None),
    # What an author raises above the rest is no worse for it, though tags repeat few headings.
    "title": (0.2, None),
    "whole title run": (0.0, None),
    "early in title": (0.0, None),
    "heading": (0.6, None),
    "lead": (0.0, None),
    "quoted": (1.6, None),
    # A word by itself is a term sooner than a part of others, a form of a verb or a common word.
    "alone": (0.2, None),
    "never alone": (None, -0.2),
    "part of latin names": (None, -0.5),
    "okurigana": (None, -1.5),
    "verbal": (None, -0.2),
    "commonness of japanese": (None, -0.4),
}

CORPUS_WEIGHT = {"efcl": 1.0, "kaityo256": 0.8, "cncf": 1.5}
"""What all posts of a corpus count together in learning, whatever their number."""


def product(page: Page) -> list[str]:
    """What ``jpkit extract`` finds, services and definitions taken into account."""
    result = extract_post(page.source.path, page.source.text.encode(), ExtractOptions(top=20))
    assert isinstance(result, PostResult)
    return [term.term for term in result.terms]


def print_figures(pages: Sequence[Page]) -> None:
    """Means over posts with 95 % bootstrap intervals over posts."""
    print(f"{'corpus':9} {'half':4} {'posts':>5}  {'terms':18}", *(f"{name:^17}" for name in MEASURES))
    rankings = {"jpkit extract": product, **baselines(pages)}
    for corpus in CORPUS_WEIGHT:
        for half in ("dev", "test"):
            judged = [page for page in pages if (page.corpus, page.half) == (corpus, half) and page.gold]
            for name, terms in rankings.items():
                values = np.array([measure(terms(page), page.gold) for page in judged])
                ends = bootstrap(values)
                cells = [f"{m:.3f} ({a:.3f}–{b:.3f})" for m, a, b in zip(values.mean(axis=0), *ends, strict=True)]
                print(f"{corpus:9} {half:4} {len(judged):5}  {name:18}", *(cell.replace("0.", ".") for cell in cells))


def print_weights(pages: Sequence[Page]) -> None:
    """WEIGHTS and BIAS as ``ranking.py`` has them, with the numbers learnt anew."""
    *weights, bias = learn([page for page in pages if page.half == "dev" and page.gold])
    learnt = dict(zip(ranking.FEATURES, weights, strict=True))
    source = inspect.getsource(ranking)
    table = source[source.index("WEIGHTS = (") : source.index("\n)\n", source.index("WEIGHTS = (")) + 2]
    print(re.sub(r'\("(.+)", [-.\d]+\)', lambda match: f'("{match[1]}", {learnt[match[1]]:.2f})', table))
    print(f"\nBIAS = {bias:.2f}")
    gaps = {name: abs(learnt[name] - weight) for name, weight in (*ranking.WEIGHTS,)}
    name = max(gaps, key=gaps.__getitem__)
    print(f"furthest from what ranking.py has: {name!r}, by {gaps[name]:.2f}", file=sys.stderr)


def learn(pages: Sequence[Page]) -> list[float]:
    """Weights in the order of ``FEATURES`` and bias: logistic regression within ``BOUNDS``.

    A candidate is a row, and right if it is gold. Half the squared weights (of features scaled to one
    standard deviation) are added to the loss. Names of the catalogue, abbreviations and definitions are
    not told: what they weigh is set by hand, and the rest must do without them.
    """
    described = [row for row in ((page, *_describe(page)) for page in pages) if row[2].any()]
    posts = Counter(page.corpus for page, _, _ in described)
    features = np.vstack([rows for _, rows, _ in described])
    right = np.concatenate([labels for _, _, labels in described])
    share = np.concatenate(
        [np.full(len(labels), 100 / posts[page.corpus] * CORPUS_WEIGHT[page.corpus]) for page, _, labels in described]
    )
    scale = features.std(axis=0) + 1e-9
    scaled = features / scale

    def loss(weights: Any) -> tuple[float, Any]:
        score = scaled @ weights[:-1] + weights[-1]
        error = share * (1 / (1 + np.exp(-score)) - right)
        value = (share * (np.logaddexp(0, score) - right * score)).sum() + (weights[:-1] ** 2).sum() / 2
        return value, np.append(scaled.T @ error + weights[:-1], error.sum())

    limits = [BOUNDS.get(name, (None, None)) for name in ranking.FEATURES]
    bounds = [
        tuple(None if limit is None else limit * one for limit in pair) for pair, one in zip(limits, scale, strict=True)
    ]
    start = np.append(np.zeros(len(bounds)), -5.0)
    bounds.append((None, None))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000})
    return [*(found.x[:-1] / scale), found.x[-1]]


def _describe(page: Page) -> tuple[Any, Any]:
    candidates = japanese_candidates(page.blocks, range(len(page.blocks)))
    rows = list(ranking.describe(candidates, page.blocks, common=_common()))
    values = [(*spelling.features, *places) for _, spelling, places in rows]
    features = np.array(values, dtype=float).reshape(len(rows), len(ranking.FEATURES))
    return features, np.array([fold(key) in page.gold for key, *_ in rows], dtype=float)


def print_background(pages: Sequence[Page]) -> None:
    """The rows of ``common-ja.tsv``: word, log of the second highest share of posts of three subjects."""
    posts: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = {"efcl": Counter(), "kaityo256": Counter(), "documentation": Counter()}
    for page in pages:
        if page.half == "dev" and (page.gold or page.corpus == "helm"):
            subject = page.corpus if page.corpus in counts else "documentation"
            posts[subject] += 1
            counts[subject].update(japanese_candidates(page.blocks, range(len(page.blocks))).keys())
    common = {}
    for word in set().union(*counts.values()):
        second = sorted(counts[subject][word] / posts[subject] for subject in counts)[1]
        if second >= 0.008 and sum(count[word] for count in counts.values()) >= 4:
            common[word] = round(log(second), 1)
    for word, share in sorted(sorted(common.items()), key=itemgetter(1), reverse=True):
        print(f"{word}\t{share}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    task = parser.add_mutually_exclusive_group()
    task.add_argument("--fit", dest="task", action="store_const", const=print_weights, default=print_figures)
    task.add_argument("--background", dest="task", action="store_const", const=print_background)
    options = parser.parse_args()
    if not CORPORA.is_dir():
        print(f"{CORPORA}: no such directory; the corpora are not part of the project, nothing is measured")
        return
    options.task(list(read_pages()))


if __name__ == "__main__":
    main()
