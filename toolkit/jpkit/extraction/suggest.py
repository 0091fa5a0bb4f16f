"""What an empty front matter field could hold: the site's own tags first, then the post's terms.

How an author tags shows in the other posts: a tag is likely as far as the posts in which it occurs bear it
(one that occurs in 300 posts and is used in 3 is no tag for the next), and as far as posts with the same
terms do (勉強会 stands for the tag イベント). ``tests/benchmarks/tags_related.py`` holds every post's tags
out and counts how many come back.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from jpkit.extraction.english import english_key
from jpkit.extraction.english_words import GENERIC
from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import PostResult, Service, Suggested
from jpkit.extraction.terms import what_is_known
from jpkit.lazy import lazy

_MOST_TAGS = 6
_FEWEST_TAGS = 3
_KEYWORDS = 8
_LIKELY = 0.25
"""How likely a tag must be beyond the first three."""
_FREQUENT = 3
"""Occurrences that make a service a subject of the post, outside its title."""

# What the benchmark found best on its development half; between half and twice as much it matters little.
_OCCURS = (1.2, 2.0)
"""Of a tag that occurs, before anything is known of it: so many times used of so many."""
_FLOOR = 0.3
"""What a term with no score at all still says for the tag that it is."""
_COMPANY = (0.5, 0.1, 4.0)
"""Of tags in the company of a term: weight, floor as above, posts that are needed to believe it."""
_RARE_COMPANY = 0.2
"""Share of a term's posts, and those needed, below which a tag is no company of it: the cost stays linear in posts."""
_PLAIN = 0.3
"""What is left of an English term of one plain word (cluster, class) as a tag, outside the title."""
_PASSING = 0.5
"""And of a term that is named once, there neither, and not as one to be known: Mac of what was tried on a Mac only.
So it is of URL and API, which posts on anything name."""
_PASSING_NAME = 0.2
"""And of a Latin one in Japanese, which stands out among its words whatever they are about: Twitter, Amazon, IBM."""
_COMMON, _RARE = -3.0, -9.0
"""Log share of posts from which a term tells nothing of the subject of one, and that of a term that is not listed."""
_IN_TITLE = 0.8
"""Strength of a word of the title that is no key term."""


@dataclass
class _Use:
    """How the posts in one language use their tags; keys of tags and terms as ``_key`` makes them."""

    posts: int = 0
    tags: Counter[str] = field(default_factory=Counter)
    spellings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    terms: Counter[str] = field(default_factory=Counter)
    together: dict[str, dict[str, int]] = field(default_factory=dict)
    """Tags by the terms of the posts that bear them."""

    def add(self, tags: Mapping[str, str], terms: Collection[str]) -> None:
        self.posts += 1
        self.tags.update(tags.keys())
        self.terms.update(terms)
        for key, tag in tags.items():
            self.spellings[key][tag] += 1
        for term in terms:
            together = self.together.setdefault(term, {})
            for tag in tags:
                together[tag] = together.get(tag, 0) + 1

    def spelling(self, tag: str) -> str:
        """The most frequent spelling of a tag."""
        return min(self.spellings[tag].items(), key=lambda item: (-item[1], item[0]))[0]

    @cached_property
    def company(self) -> Mapping[str, Sequence[str]]:
        """For every term the tags that a good part of its posts bear."""
        return {
            term: tuple(
                tag for tag, count in sorted(tags.items()) if count >= _RARE_COMPANY * (self.terms[term] + _COMPANY[2])
            )
            for term, tags in self.together.items()
            if self.terms[term] > 1
        }

    @cached_property
    def once(self) -> tuple[int, int]:
        """How many tags are used once, and how often tags are used."""
        return sum(1 for count in self.tags.values() if count == 1), self.tags.total()

    def share_of_new(self, own: Iterable[str]) -> float:
        """How likely the next tag is one that the site does not have: the share of those used once (Good 1953).

        ``own`` are the tags that do not count.
        """
        counts = [self.tags[tag] for tag in own]
        once, total = self.once
        return (once - counts.count(1) + 1) / (total - len(counts) + 1)


def suggest(posts: Sequence[PostResult]) -> list[Suggested]:
    """Tags, keywords and a summary for every post; its own tags do not count as a reason for them."""
    aliases = _aliases(posts)
    strengths = [_strengths(post, aliases) for post in posts]
    tags = [{_key(tag): tag for tag in reversed(post.tags) if _key(tag)} for post in posts]
    use: dict[str, _Use] = defaultdict(_Use)
    for post, own, terms in zip(posts, tags, strengths, strict=True):
        if own:
            use[post.lang].add(own, terms.keys())
    found = []
    for post, own, terms in zip(posts, tags, strengths, strict=True):
        subjects = _subjects(post)
        chosen = _tags(post, frozenset(own), terms, use[post.lang], subjects, aliases)
        keywords = tuple(dict.fromkeys(name for _, name, _ in subjects))[:_KEYWORDS]
        found.append(Suggested(tags=chosen, keywords=keywords, summary=post.summary.text))
    return found


def _tags(
    post: PostResult,
    own: frozenset[str],
    terms: Mapping[str, float],
    use: _Use,
    subjects: Sequence[tuple[str, str, float]],
    aliases: Mapping[str, frozenset[str]],
) -> tuple[str, ...]:
    """Three to six tags, likeliest first: nothing twice, and no new one that only says a part of another."""
    services = {key: keys for keys in map(_service_keys, post.services) for key in keys}

    def others(key: str) -> frozenset[str]:
        return services.get(key, _NO_NAMES) | aliases.get(key, _NO_NAMES)

    likely = _likely(own, terms, use)
    known = set(likely).union(*map(others, likely))
    new = {key: name for key, name, _ in subjects if key not in known}
    title = _key(post.title)
    bound = {_key(name) for one in post.abbreviations for name in (one.short, one.long)}
    named = bound | {_key(one.term) for one in post.definitions}
    once = {_key(term.term) for term in post.terms if term.count == 1} - named
    share = use.share_of_new(own)
    common = what_is_known(()).common
    for key, name, score in subjects:
        if key in new:
            plain = post.lang != "ja" and name.islower() and " " not in name and key not in title
            passing = key not in title and (key in once or common.get(term_key(name), _RARE) > _COMMON)
            little = (_PASSING_NAME if key.isascii() and post.lang == "ja" else _PASSING) if passing else 1
            likely[key] = share * score * (_PLAIN if plain else 1) * little
    chosen: list[str] = []
    for key, likelihood in sorted(likely.items(), key=lambda item: (-round(item[1], 6), item[0])):
        if len(chosen) == _MOST_TAGS or (len(chosen) >= _FEWEST_TAGS and likelihood < _LIKELY):
            break
        twice = not others(key).isdisjoint(chosen)  # no key comes twice
        if not twice and not (key in new and any(key in one or one in key for one in chosen)):
            chosen.append(key)
    return tuple(new.get(key) or use.spelling(key) for key in chosen)


_NO_NAMES: frozenset[str] = frozenset()


def _service_keys(service: Service) -> frozenset[str]:
    return frozenset(map(_key, (service.name, *service.surfaces)))


def _likely(own: frozenset[str], terms: Mapping[str, float], use: _Use) -> dict[str, float]:
    """How likely each tag of the site is, from the posts but this one."""
    itself = bool(own)  # this post is among those that use tags
    used, occurred = _OCCURS
    weight, floor, needed = _COMPANY
    posts = max(use.posts - itself, 1)
    alone: dict[str, float] = {}
    beside: dict[str, float] = {}
    for term, strength in terms.items():
        seen = use.terms[term] - itself
        if term in use.tags and use.tags[term] - (term in own) > 0:
            both = use.together[term].get(term, 0) - (term in own) if term in use.together else 0
            alone[term] = (both + used) / (seen + occurred) * (_FLOOR + (1 - _FLOOR) * strength)
        for tag in use.company.get(term, ()) if seen > 1 else ():
            others = use.tags[tag] - (tag in own)
            if tag != term and others > 0:
                share = (use.together[term][tag] - (tag in own) + needed * others / posts) / (seen + needed)
                beside[tag] = max(beside.get(tag, 0.0), share * (floor + (1 - floor) * strength))
    return {tag: 1 - (1 - alone.get(tag, 0.0)) * (1 - weight * beside.get(tag, 0.0)) for tag in (alone | beside)}


def _strengths(post: PostResult, aliases: Mapping[str, frozenset[str]]) -> dict[str, float]:
    """How much the post is about each of its terms and services, under all their names; and its title's words."""
    strengths: dict[str, float] = {}

    def add(name: str, strength: float) -> None:
        if strength > strengths.get(name, 0.0):
            strengths[name] = strength
        for key in aliases.get(name, ()):
            if strength > strengths.get(key, 0.0):
                strengths[key] = strength

    for term in post.terms:
        add(_key(term.term), term.score)
    for service in post.services:
        for key in _service_keys(service):
            add(key, _SERVICE * min(service.count, _OFTEN) / _OFTEN)
    for name in _title_names(post.title):
        add(name, 1.0 if name in strengths else _IN_TITLE)
    return strengths


_SERVICE, _OFTEN = 0.6, 4
"""Strength of a service that is named so often."""
_RUN = lazy(r"[A-Za-z][0-9A-Za-z+#]*(?:\.[0-9A-Za-z+#]+)*|[\u30a1-\u30ff]+|[\u3005\u3400-\u9fff]+|[0-9]+")
_MOST_RUNS = 4


def _title_names(title: str) -> Iterator[str]:
    """Keys of the words of a title, and of those that stand side by side."""
    title = unicodedata.normalize("NFKC", title)
    runs = list(_RUN.finditer(title))
    for first in range(len(runs)):
        for last in range(first, min(first + _MOST_RUNS, len(runs))):
            if last > first and runs[last].start() > runs[last - 1].end() + 1:
                break
            yield _key(title[runs[first].start() : runs[last].end()])


def _aliases(posts: Sequence[PostResult]) -> dict[str, frozenset[str]]:
    """Keys of the other names of what the posts name twice: 機械学習（Machine Learning）, 以下GCS."""
    found: dict[str, set[str]] = defaultdict(set)
    for post in posts:
        named = [(pair.ja, pair.en) for pair in post.pairs] + [(one.short, one.long) for one in post.abbreviations]
        for one, other in named:
            found[_key(one)].add(_key(other))
            found[_key(other)].add(_key(one))
    return {key: frozenset(others) for key, others in found.items()}


@lru_cache(maxsize=65536)
def _key(name: str) -> str:
    """What spellings of a tag share: as for terms, and without the signs that tags leave out (Node.js, nodejs)."""
    key = term_key(name)
    return _SIGNS.sub("", key) or key


_SIGNS = lazy(r"(?<=.)[._/]")


def _subjects(post: PostResult) -> list[tuple[str, str, float]]:
    """Key, name and score of what the post is about; a service under its canonical name, once."""
    services = {term_key(name): service.name for service in post.services for name in (service.name, *service.surfaces)}
    scores: dict[str, tuple[str, float]] = {}
    # The effect of something, bridging the gap: words of any subject, unless one is all the title.
    plain = GENERIC.difference((english_key(post.title),), services) if post.lang == "en" else _NO_NAMES
    for term in post.terms:
        if term.key in plain:
            continue
        name = services.get(term.key, term.term)
        key = _key(name)
        if key not in scores or scores[key][1] < term.score:
            scores[key] = (name, term.score)
    title = term_key(post.title)
    for service in post.services:
        key = _key(service.name)
        if service.count >= _FREQUENT or any(term_key(surface) in title for surface in service.surfaces):
            scores[key] = (service.name, max(_LIKELY, scores[key][1] if key in scores else 0.0))
    return sorted(((key, name, score) for key, (name, score) in scores.items()), key=lambda item: (-item[2], item[0]))
