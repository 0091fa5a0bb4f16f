"""Posts that are about the same things: shared terms and services, the rarer the more telling."""

from collections import defaultdict
from collections.abc import Sequence
from heapq import nsmallest
from math import log, sqrt

from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import PostResult, Related

_MOST = 5
_LEAST = 0.05
"""Similarity below which two posts only happen to share a word."""
_COMMON = 0.3
"""Share of the posts above which a shared word says nothing."""
_LONGEST_LIST = 200
"""Posts of one word that are compared: keeps the cost linear in posts."""
_SERVICE = 0.6
"""Weight of a service beside a term's score."""


def related_posts(posts: Sequence[PostResult]) -> list[tuple[Related, ...]]:
    """For every post up to five others in its language, most alike first.

    Cosine over shared terms and services, each weighted by how much of a key term it is in the post
    and by how few posts share it, from an inverted index: no matrix of posts by words.
    """
    vectors = [_names(post) for post in posts]
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (post, names) in enumerate(zip(posts, vectors, strict=True)):
        for name in names:
            index[post.lang, name].append(number)
    total: dict[str, int] = defaultdict(int)
    for post in posts:
        total[post.lang] += 1
    rarity = {
        word: log((1 + total[word[0]]) / len(holders))
        for word, holders in index.items()
        if 1 < len(holders) <= max(3, min(total[word[0]] * _COMMON, _LONGEST_LIST))
    }
    weights = [
        {name: weight * rarity.get((post.lang, name), log(1 + total[post.lang])) for name, (weight, _) in names.items()}
        for post, names in zip(posts, vectors, strict=True)
    ]
    norms = [sqrt(sum(weight * weight for weight in vector.values())) for vector in weights]
    return [_nearest(number, posts, vectors, weights, norms, index, rarity) for number in range(len(posts))]


def _nearest(
    number: int,
    posts: Sequence[PostResult],
    vectors: Sequence[dict[str, tuple[float, str]]],
    weights: Sequence[dict[str, float]],
    norms: Sequence[float],
    index: dict[tuple[str, str], list[int]],
    rarity: dict[tuple[str, str], float],
) -> tuple[Related, ...]:
    lang = posts[number].lang
    products: dict[int, float] = defaultdict(float)
    own = weights[number]
    telling = [name for name in vectors[number] if (lang, name) in rarity]
    for name in telling:
        weight = own[name]
        for other in index[lang, name]:
            products[other] += weight * weights[other][name]
    products.pop(number, None)
    scored = [(round(product / (norms[number] * norms[other]), 3), other) for other, product in products.items()]
    best = nsmallest(_MOST, ((-score, posts[other].path, other) for score, other in scored if score >= _LEAST))
    return tuple(
        Related(path, -score, _shared(number, other, vectors, weights, telling)) for score, path, other in best
    )


def _shared(
    one: int,
    other: int,
    vectors: Sequence[dict[str, tuple[float, str]]],
    weights: Sequence[dict[str, float]],
    telling: Sequence[str],
) -> tuple[str, ...]:
    """Which of the telling names two posts share, those that relate them most first."""
    names = [name for name in telling if name in vectors[other]]
    ranked = sorted((-weights[one][name] * weights[other][name], vectors[one][name][1]) for name in names)
    return tuple(name for _, name in ranked[:_MOST])


def _names(post: PostResult) -> dict[str, tuple[float, str]]:
    """Weight and spelling of the post's terms and services, by key; a service and its surfaces are one."""
    names = {term.key: (max(term.score, 0.02), term.term) for term in post.terms}
    for service in post.services:
        keys = {term_key(surface) for surface in service.surfaces} & names.keys()
        best = max((names.pop(key)[0] for key in sorted(keys)), default=0.0)
        names["service " + service.name] = (max(best, _SERVICE * min(service.count, 4) / 4), service.name)
    return names
