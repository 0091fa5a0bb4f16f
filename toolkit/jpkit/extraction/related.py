"""Posts that are about the same things: shared terms and services, the rarer the more telling."""

from collections import defaultdict
from collections.abc import Sequence
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
    shared: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for name, (_, shown) in vectors[number].items():
        if (lang, name) not in rarity:
            continue
        for other in index[lang, name]:
            if other != number:
                product = weights[number][name] * weights[other][name]
                products[other] += product
                shared[other].append((-product, shown))
    scored = (
        Related(
            posts[other].path,
            round(product / (norms[number] * norms[other]), 3),
            tuple(s for _, s in sorted(shared[other])[:5]),
        )
        for other, product in products.items()
    )
    likely = [related for related in scored if related.score >= _LEAST]
    return tuple(sorted(likely, key=lambda related: (-related.score, related.path))[:_MOST])


def _names(post: PostResult) -> dict[str, tuple[float, str]]:
    """Weight and spelling of the post's terms and services, by key; a service and its surfaces are one."""
    names = {term.key: (max(term.score, 0.02), term.term) for term in post.terms}
    for service in post.services:
        keys = {term_key(surface) for surface in service.surfaces} & names.keys()
        best = max((names.pop(key)[0] for key in sorted(keys)), default=0.0)
        names["service " + service.name] = (max(best, _SERVICE * min(service.count, 4) / 4), service.name)
    return names
