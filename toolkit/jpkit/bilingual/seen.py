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
    found: dict[str, list[Term]] = defaultdict(list)
    inner: dict[str, int] = defaultdict(int)
    titled: set[str] = set()
    linked: set[str] = set()
    defined: set[str] = set()
    explained: set[str] = set()
    for post in posts:
        linked.update(term_key(link.text) for link in post.links)
        defined.update(definition.key for definition in post.definitions)
        explained.update(term_key(name) for one in post.abbreviations for name in (one.short, one.long))
        explained.update(term_key(name) for pair in post.pairs for name in (pair.ja, pair.en))
        title = term_key(post.title)
        titled.update(term.key for term in post.terms if term.key in title)
        for term, inner_count in zip(post.terms, _inside(post.terms), strict=True):
            found[term.key].append(term)
            inner[term.key] += inner_count
    return {
        key: Seen(
            times=(times := sum([term.count for term in same])),
            pages=len(same),
            score=max([term.score for term in same]),
            titled=key in titled,
            linked=key in linked,
            defined=key in defined,
            explained=key in explained,
            inside=inner[key] / max(times, 1),
        )
        for key, same in found.items()
    }


def _inside(terms: Sequence[Term]) -> list[int]:
    """Of each term of one post, how many of its places lie in a longer place of another."""
    # Of those that begin together the longest comes first: what ends before it has been reached lies in another.
    places = sorted(
        [(line, column, -end, number) for number, term in enumerate(terms) for line, column, _, end in term.places]
    )
    counts = [0] * len(terms)
    here = begun = ended = reached = 0
    inside = False
    for line, column, negative, number in places:
        if line != here:
            here, begun, ended, reached, inside = line, column, negative, -negative, False
        elif column != begun or negative != ended:  # two terms in one place do not lie in each other
            begun, ended = column, negative
            inside = -negative <= reached
            if not inside:
                reached = -negative
        if inside:
            counts[number] += 1
    return counts
