"""What an empty front matter field could hold: the site's own words first, then the post's."""

from collections import Counter
from collections.abc import Mapping, Sequence

from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import PostResult, Suggested

_MOST_TAGS = 6
_FEWEST_TAGS = 3
_KEYWORDS = 8
_NEW_TAG = 0.1
"""Score that a term needs to become a tag of its own."""
_FREQUENT = 3
"""Occurrences that make a service a subject of the post, outside its title."""


def site_vocabulary(posts: Sequence[PostResult]) -> dict[str, dict[str, str]]:
    """The tags that the site's posts have, by language and key, in their most frequent spelling."""
    counts: dict[str, Counter[str]] = {}
    for post in posts:
        counts.setdefault(post.lang, Counter()).update(post.tags)
    vocabulary: dict[str, dict[str, str]] = {}
    for lang, tags in counts.items():
        spellings: dict[str, str] = {}
        for tag, _ in sorted(tags.items(), key=lambda item: (-item[1], item[0])):
            spellings.setdefault(term_key(tag), tag)
        vocabulary[lang] = spellings
    return vocabulary


def suggest(post: PostResult, vocabulary: Mapping[str, str]) -> Suggested:
    """Tags, keywords and a summary for one post, given the tags of its language on the site."""
    subjects = _subjects(post)
    known = [vocabulary[key] for key, _, _ in subjects if key in vocabulary]
    new = [(name, score) for key, name, score in subjects if key not in vocabulary]
    tags = _distinct([*known, *(name for name, score in new if score >= _NEW_TAG)])[:_MOST_TAGS]
    if len(tags) < _FEWEST_TAGS:
        tags = _distinct([*tags, *(name for name, _ in new)])[:_FEWEST_TAGS]
    keywords = _distinct([name for _, name, _ in subjects])[:_KEYWORDS]
    return Suggested(tags=tags, keywords=keywords, summary=post.summary.text)


def _subjects(post: PostResult) -> list[tuple[str, str, float]]:
    """Key, name and score of what the post is about; a service under its canonical name, once."""
    services: dict[str, str] = {}
    for service in post.services:
        for surface in (service.name, *service.surfaces):
            services[term_key(surface)] = service.name
    scores: dict[str, tuple[str, float]] = {}
    for term in post.terms:
        name = services.get(term.key, term.term)
        key = term_key(name)
        if key not in scores or scores[key][1] < term.score:
            scores[key] = (name, term.score)
    title = term_key(post.title)
    for service in post.services:
        key = term_key(service.name)
        if service.count >= _FREQUENT or any(term_key(surface) in title for surface in service.surfaces):
            scores[key] = (service.name, max(_NEW_TAG, scores[key][1] if key in scores else 0.0))
    return sorted(((key, name, score) for key, (name, score) in scores.items()), key=lambda item: (-item[2], item[0]))


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
