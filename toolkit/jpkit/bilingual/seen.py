"""What a site says of each of its terms, from the results of its posts alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import PostResult, Term


class Seen(NamedTuple):
    """What is known of a term apart from its spelling; what is not known stays as it is here."""

    times: int = 1
    """Occurrences in all pages."""
    pages: int = 1
    score: float | None = None
    """Its best score as a key term of a page; None where it was not ranked."""
    titled: bool = False
    """Named in the title or a heading of a page."""
    linked: bool = False
    """The whole text of a link."""
    defined: bool = False
    explained: bool = False
    """Abbreviated, or given in both languages by the text itself."""
    inside: float = 0.0
    """Share of its occurrences that are a part of a longer term: 最小 of 最小二乗法."""


def seen_in(posts: Iterable[PostResult]) -> dict[str, Seen]:
    """By key, what the posts say of each of their terms."""
    found: dict[str, Seen] = {}
    inner: dict[str, int] = defaultdict(int)
    linked: set[str] = set()
    defined: set[str] = set()
    explained: set[str] = set()
    for post in posts:
        linked.update(term_key(link.text) for link in post.links)
        defined.update(definition.key for definition in post.definitions)
        explained.update(term_key(name) for one in post.abbreviations for name in (one.short, one.long))
        explained.update(term_key(name) for pair in post.pairs for name in (pair.ja, pair.en))
        title = term_key(post.title)
        inside = _inside(post.terms)
        for term, inner_count in zip(post.terms, inside, strict=True):
            before = found.get(term.key)
            inner[term.key] += inner_count
            if before is None:
                found[term.key] = Seen(term.count, 1, term.score, term.key in title)
            else:
                found[term.key] = Seen(
                    before.times + term.count,
                    before.pages + 1,
                    max(before.score or 0.0, term.score),
                    before.titled or term.key in title,
                )
    return {
        key: one._replace(
            linked=key in linked,
            defined=key in defined,
            explained=key in explained,
            inside=inner[key] / max(one.times, 1),
        )
        for key, one in found.items()
    }


def _inside(terms: Sequence[Term]) -> list[int]:
    """Of each term of one post, how many of its places lie in a longer place of another."""
    spans: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for term in terms:
        for line, column, _, end in term.places:
            spans[line].add((column, -end))
    inner = set()
    for line, found in spans.items():
        reached = 0
        # Of those that begin together the longest comes first: what ends before it has been reached lies in another.
        for column, negative in sorted(found):
            if -negative <= reached:
                inner.add((line, column, -negative))
            reached = max(reached, -negative)
    return [sum((line, column, end) in inner for line, column, _, end in term.places) for term in terms]
