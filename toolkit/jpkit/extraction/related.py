"""Posts that are about the same things: shared terms and services, the rarer the more telling."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import PostResult, Related

_MOST = 5
_LEAST = 0.03
"""Similarity below which two posts only happen to share a word."""
_COMMON = 0.3
"""Share of the posts above which a shared word says nothing."""
_COPY = 0.9
"""Similarity from which two posts of one title are one post."""

# Chosen with the development halves of tests/benchmarks/tags_related.py.
_FLOOR = 0.2
"""Weight of a word that is hardly a term, beside 1 for a sure one."""
_RARITY = 0.7
"""Power of the log that says how rare a word is."""
_SERVICE, _OFTEN = 0.6, 4
"""Weight of a service that is named so often, beside a term's score."""

_STEPS = 500
"""Posts of shared words that one post is compared with, its heaviest words first: the cost stays linear in posts."""
_CANDIDATES = 12
"""Of these the similarity is computed in full, where words were left out."""


_Name = tuple[float, str]
"""What a post has to do with one term or service: weight and spelling."""


class _Site(NamedTuple):
    """The posts in one language, and their words as vectors of length 1, without those that relate no posts."""

    posts: Sequence[PostResult]
    names: Sequence[Mapping[str, _Name]]
    weights: Sequence[Mapping[str, float]]
    holders: Mapping[str, Sequence[tuple[int, float]]]
    """The posts that hold a word and its weights there."""


def related_posts(posts: Sequence[PostResult]) -> list[tuple[Related, ...]]:
    """For every post up to five others in its language, most alike first; no translation and no copy of it.

    Cosine over shared terms and services, each weighted by how much of a key term it is in the post
    and by how few posts share it, from an inverted index: no matrix of posts by words.
    """
    found: list[tuple[Related, ...]] = [()] * len(posts)
    by_language: dict[str, list[int]] = defaultdict(list)
    for number, post in enumerate(posts):
        by_language[post.lang].append(number)
    for numbers in by_language.values():
        site = _site([posts[number] for number in numbers])
        for one, number in enumerate(numbers):
            found[number] = _nearest(one, site)
    return found


def _site(posts: Sequence[PostResult]) -> _Site:
    names = [_names(post) for post in posts]
    inside = Counter([name for own in names for name in own])
    rarity = {count: log((1 + len(posts)) / count) ** _RARITY for count in {*inside.values()}}
    most = max(3.0, len(posts) * _COMMON)
    weights: list[dict[str, float]] = []
    holders: dict[str, list[tuple[int, float]]] = {name: [] for name, count in inside.items() if 1 < count <= most}
    for number, own in enumerate(names):
        vector = {name: weight * rarity[inside[name]] for name, (weight, _) in own.items()}
        norm = sqrt(sum([weight * weight for weight in vector.values()]))
        weights.append({name: weight / norm for name, weight in vector.items() if name in holders})
        for name, weight in weights[-1].items():
            holders[name].append((number, weight))
    return _Site(posts, names, weights, holders)


def _nearest(number: int, site: _Site) -> tuple[Related, ...]:
    post = site.posts[number]
    # Below zero, as all that comes of them: what is most telling, and most alike, is first in order.
    own = sorted([(-weight, name) for name, weight in site.weights[number].items()])
    products: dict[int, float] = defaultdict(float)
    steps = 0
    whole = True
    for weight, name in own:
        holders = site.holders[name]
        if steps and steps + len(holders) > _STEPS:
            whole = False
            continue
        steps += len(holders)
        for other, there in holders:
            products[other] += weight * there
    products.pop(number, None)
    scored = []
    for product, other in sorted([(product, other) for other, product in products.items()])[:_CANDIDATES]:
        vector = site.weights[other]
        score = round(product if whole else sum([weight * vector[name] for weight, name in own if name in vector]), 3)
        if -score >= _LEAST and not _is_same(post, site.posts[other], -score):
            scored.append((score, site.posts[other].path, other))
    return tuple(
        # Of every post that comes or goes, a thousandth changes in many others.
        Related(path, round(-score, 2), _shared(own, site.weights[other], site.names[number]))
        for score, path, other in sorted(scored)[:_MOST]
    )


def _is_same(one: PostResult, other: PostResult, score: float) -> bool:
    """Is one a translation of the other (whatever language its text was taken for), or its copy?"""
    if one.translation and one.translation == other.translation:
        return True
    return score >= _COPY and bool(one.title) and term_key(one.title) == term_key(other.title)


def _shared(
    own: Iterable[tuple[float, str]], other: Mapping[str, float], names: Mapping[str, _Name]
) -> tuple[str, ...]:
    """Which of its telling names a post shares with another, those that relate them most first."""
    ranked = sorted([(weight * other[name], names[name][1]) for weight, name in own if name in other])
    return tuple(dict.fromkeys([spelling for _, spelling in ranked]))[:_MOST]


def _names(post: PostResult) -> dict[str, _Name]:
    """The post's terms and services by key; a service and its surfaces are one."""
    scored = [(term.key, term.term, term.score) for term in post.terms] + list(post.others)
    names = {key: (_FLOOR + (1 - _FLOOR) * score, spelling) for key, spelling, score in scored}
    for service in post.services:
        keys = {term_key(surface) for surface in (service.name, *service.surfaces)} & names.keys()
        best = max([names.pop(key)[0] for key in keys], default=_FLOOR)
        weight = max(best, _SERVICE * min(service.count, _OFTEN) / _OFTEN)
        names["service " + service.name] = (weight, service.name)
    return names
