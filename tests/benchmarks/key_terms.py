"""Where the weights of key terms come from, and how well they do on pages that they were not learnt on.

    python tests/benchmarks/key_terms.py               # cross-validation on the development halves
    python tests/benchmarks/key_terms.py --fit         # learn WEIGHTS and BIAS of extraction/ranking.py
    python tests/benchmarks/key_terms.py --background  # count the rows of data/common-ja.tsv

Needs numpy and scipy, and the corpora that corpora.py reads. Weights and background are learnt from the
development halves (dev); the other halves (test) are for judging.
"""

import argparse
import inspect
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log
from operator import itemgetter
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from corpora import CORPORA, MEASURES, Page, fold, measure, read_pages
from scipy.optimize import minimize

from jpkit.extraction import ranking
from jpkit.extraction.abbreviations import find_abbreviations
from jpkit.extraction.definitions import find_definitions
from jpkit.extraction.japanese import Candidates, japanese_candidates, term_key
from jpkit.extraction.services import find_services
from jpkit.extraction.terms import what_is_known, without_parts

Bounds = tuple[float | None, float | None]

# Lowest and highest weight of a feature; those not named are free. They say what an editor would, and cost a point or
# two on tags. They were chosen by cross-validation on the development halves, but with the figures of the other halves
# in sight, so those are a little kinder than unseen posts would be.
BOUNDS: Mapping[str, Bounds] = {
    "struck out": (-2.0, -2.0),  # nothing in the corpora is struck out
    "verbal": (None, -0.2),
    # Tags are names: without bounds a kanji word loses by being kanji, and again by being frequent.
    "kanji": (-0.3, None),
    "mixed script": (-0.3, None),
    "frequency of compound": (0.1, None),
    "commonness of japanese": (None, -0.1),
    # A post's services are listed apart from its key terms; the catalogue is not to choose these alone.
    "service": (None, 0.7),
    "service in passing": (None, -0.6),
    "frequency beside the most frequent": (0.8, None),
    "frequency of kanji": (0.4, None),
    "quoted": (1.2, None),
    # Few posts of the corpora bind an abbreviation, and those that do name it often: one in passing is no subject.
    "short form": (None, 1.3),
    "frequency of latin": (0.0, None),
}

CORPUS_WEIGHT = {"efcl": 1.0, "kaityo256": 0.8, "cncf": 1.5}
"""What all posts of a corpus count together in learning, whatever their number."""
PENALTY = 100.0
"""Of the squared weights of features scaled to one standard deviation; anything from 30 to 400 does as well."""


class _Described(NamedTuple):
    """A page as learning and ranking see it."""

    page: Page
    candidates: Candidates
    keys: list[str]
    features: Any
    """A row for each key, a column for each of ``FEATURES``."""
    right: Any
    known: ranking.Known


def print_validation(pages: Sequence[Page]) -> None:
    """Means over pages that nothing was learnt on, without a look at the test halves.

    Of three parts of the development halves each ranked by what the others teach; and each corpus by what the
    others do, since a user's posts are of no corpus.
    """
    dev = [_describe(page) for page in pages if page.half == "dev" and page.gold]
    folds: dict[str, list[Any]] = defaultdict(list)
    others: dict[str, list[Any]] = defaultdict(list)
    part = [crc32(one.page.source.path.encode()) % 3 for one in dev]
    for fold_ in range(3):
        weights = learn([one for one, number in zip(dev, part, strict=True) if number != fold_])
        for one, number in zip(dev, part, strict=True):
            if number == fold_:
                folds[one.page.corpus].append(_measured(one, weights))
    for corpus in CORPUS_WEIGHT:
        weights = learn([one for one in dev if one.page.corpus != corpus])
        others[corpus] = [_measured(one, weights) for one in dev if one.page.corpus == corpus]
    print(f"{'corpus':9} {'learnt on':17} {'pages':>5} ", *(f"{name:5}" for name in MEASURES))
    for learnt_on, measured in (("two thirds", folds), ("the other corpora", others)):
        for corpus, values in measured.items():
            cells = (f"{value:5.3f}" for value in np.array(values).mean(axis=0))
            print(f"{corpus:9} {learnt_on:17} {len(values):5} ", *cells)


def _measured(one: _Described, weights: Sequence[float]) -> tuple[float, ...]:
    scores = dict(zip(one.keys, (one.features @ np.array(weights[:-1])).tolist(), strict=True))
    ranked = without_parts(one.candidates, scores, one.known.services)
    return measure([key for key, _ in ranked], one.page.gold)


def print_weights(pages: Sequence[Page]) -> None:
    """WEIGHTS and BIAS as ``ranking.py`` has them, with the numbers learnt anew."""
    *weights, bias = learn([_describe(page) for page in pages if page.half == "dev" and page.gold])
    learnt = dict(zip(ranking.FEATURES, weights, strict=True))
    source = inspect.getsource(ranking)
    table = source[source.index("WEIGHTS = (") : source.index("\n)\n", source.index("WEIGHTS = (")) + 2]
    print(re.sub(r'\("(.+)", [-.\d]+\)', lambda match: f'("{match[1]}", {learnt[match[1]]:.2f})', table))
    print(f"\nBIAS = {bias:.2f}")
    gaps = {name: abs(learnt[name] - weight) for name, weight in (*ranking.WEIGHTS,)}
    name = max(gaps, key=gaps.__getitem__)
    print(f"furthest from what ranking.py has: {name!r}, by {gaps[name]:.2f}", file=sys.stderr)


def learn(pages: Sequence[_Described]) -> list[float]:
    """Weights in the order of ``FEATURES`` and bias.

    The weights make the terms of a post likely among its candidates (ListNet's top-one softmax, Cao et al.
    2007), within ``BOUNDS`` and with a penalty on their squares. Then a logistic regression on that one
    score (Platt 1999) scales them, so that the score of a term is a probability.
    """
    described = [one for one in pages if one.right.any()]
    posts = Counter(one.page.corpus for one in described)
    features = np.vstack([one.features for one in described])
    right = np.concatenate([one.right for one in described])
    sizes = np.array([len(one.right) for one in described])
    starts = np.append(0, np.cumsum(sizes)[:-1])
    post = np.repeat(np.arange(len(sizes)), sizes)
    share = np.array([100 / posts[one.page.corpus] * CORPUS_WEIGHT[one.page.corpus] for one in described])
    target = right / np.add.reduceat(right, starts)[post]
    scale = features.std(axis=0) + 1e-9
    scaled = features / scale

    def loss(weights: Any) -> tuple[float, Any]:
        score = scaled @ weights
        highest = np.maximum.reduceat(score, starts)
        power = np.exp(score - highest[post])
        total = np.add.reduceat(power, starts)
        value = share @ (np.log(total) + highest - np.add.reduceat(target * score, starts))
        slope = scaled.T @ (share[post] * (power / total[post] - target))
        return value + PENALTY * (weights**2).sum() / 2, slope + PENALTY * weights

    limits = [BOUNDS.get(name, (None, None)) for name in ranking.FEATURES]
    bounds = [
        tuple(None if limit is None else limit * one for limit in pair) for pair, one in zip(limits, scale, strict=True)
    ]
    found = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000})
    weights = found.x / scale
    stretch, bias = _calibrated(features @ weights, right, share[post])
    return [*(weights * stretch), bias]


def _calibrated(score: Any, right: Any, share: Any) -> tuple[float, float]:
    """Slope and offset that make a score the log odds of being right."""

    def loss(line: Any) -> float:
        odds = line[0] * score + line[1]
        return float((share * (np.logaddexp(0, odds) - right * odds)).sum())

    slope, offset = minimize(loss, np.array([1.0, -5.0]), method="Nelder-Mead").x
    return float(slope), float(offset)


def _describe(page: Page) -> _Described:
    services = find_services(page.blocks)
    candidates = japanese_candidates(page.blocks, range(len(page.blocks)), None, [one[2:] for one in services])
    known = what_is_known(
        services,
        {term_key(binding.short) for binding in find_abbreviations(page.blocks)},
        {term_key(hit.term) for hit in find_definitions(page.blocks, ["ja"] * len(page.blocks))},
    )
    rows = list(ranking.describe(candidates, page.blocks, known))
    keys = [key for key, *_ in rows]
    values = [ranking.features(spelled, placed, within_post) for _, spelled, placed, within_post in rows]
    features = np.array(values, dtype=float).reshape(len(rows), len(ranking.FEATURES))
    gold = frozenset().union(*page.gold)
    return _Described(
        page, candidates, keys, features, np.array([fold(key) in gold for key in keys], dtype=float), known
    )


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
    task.add_argument("--fit", dest="task", action="store_const", const=print_weights, default=print_validation)
    task.add_argument("--background", dest="task", action="store_const", const=print_background)
    options = parser.parse_args()
    if not CORPORA.is_dir():
        print(f"{CORPORA}: no such directory; the corpora are not part of the project, nothing is measured")
        return
    options.task(list(read_pages()))


if __name__ == "__main__":
    main()
