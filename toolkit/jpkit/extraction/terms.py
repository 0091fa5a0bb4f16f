"""Key terms of a post, best first: candidates of both languages, ranked, without what says the same twice."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import islice

from jpkit.data import read_data
from jpkit.document import Block
from jpkit.extraction.japanese import ALONE, INNER, Candidate, japanese_candidates, term_key
from jpkit.extraction.model import Mention, RankedTerm, Term
from jpkit.extraction.ranking import Known, rank
from jpkit.extraction.readings import in_script, reading
from jpkit.lazy import lazy
from jpkit.source import Source


def japanese_terms(
    blocks: Sequence[Block],
    which: Sequence[int],
    classes: str | None = None,
    *,
    services: Sequence[Mention] = (),
    short_forms: Collection[str] = (),
    defined: Collection[str] = (),
    most: int = 60,
) -> list[RankedTerm]:
    """At most ``most`` key terms of the blocks ``which``, best first.

    ``services`` are the names that the catalogue vouches for; ``short_forms`` and ``defined`` the keys
    (``term_key``) of the abbreviations that the text binds and of the terms that it defines; ``classes``
    as for ``japanese_candidates``.
    """
    candidates = japanese_candidates(blocks, which, classes, [one[2:] for one in services])
    known = what_is_known(services, short_forms, defined)
    scores = rank(candidates, blocks, known)
    return [
        RankedTerm(candidate.key, _spelling(candidate, blocks), score, _mentions(candidate, blocks))
        for candidate, score in islice(without_parts(candidates, scores, known.services), most)
    ]


def what_is_known(
    services: Iterable[Mention], short_forms: Collection[str] = (), defined: Collection[str] = ()
) -> Known:
    """What the ranking is told of words apart from their places."""
    names = {term_key(mention.surface) for mention in services}
    return Known(_common(), _technical(), names, short_forms, defined)


def best_terms(
    terms: Sequence[RankedTerm], blocks: Sequence[Block], source: Source, *, top: int, script: str | None = "katakana"
) -> tuple[Term, ...]:
    """The first ``top`` terms as they leave the program: with places, and readings in ``script`` if that is given.

    A short Japanese post has fewer: everyday words do not fill up the number.
    """
    shown = [term for at, term in enumerate(terms[:top]) if at < _FEWEST or not script or term.score >= _LEAST]
    return tuple(
        Term(
            term=term.surface,
            reading=in_script(reading(term.surface), script) if script else None,
            score=round(term.score, 3),
            count=len(term.mentions),
            places=tuple([source.place(blocks[block].span(start, end)) for _, _, block, start, end in term.mentions]),
            key=term.key,
        )
        for term in shown
    )


_LEAST = 0.006
"""Score below which nothing was a term on 27 pages of others that were read: 使用, 解説, 許可, 作業."""
_FEWEST = 5


def without_parts(
    candidates: Mapping[str, Candidate], scores: Mapping[str, float], services: Collection[str]
) -> Iterable[tuple[Candidate, float]]:
    """Candidates by score, without those that only repeat a better or longer one.

    A part that never stands alone and only ever stands in one longer term gives way to it (不均衡 to
    不均衡データ), as long as that is one that a person would look up: four words, no whole phrase.
    """
    taken: set[str] = set()
    # Candidates come by their first places, and equal scores stay in that order.
    for key in sorted(scores, key=scores.__getitem__, reverse=True):
        candidate = candidates[key]
        whole = _whole(candidate, candidates)
        if key not in services and whole is not None:
            if key.isascii() and not whole.key.isascii():
                pass  # Python of Pythonスクリプト: a change of script parts two names
            elif whole.words <= _LONGEST_WHOLE:
                candidate = whole
            elif candidate.words > 1 and key.isascii():
                continue
        if (key not in services and _part_of_names(candidate)) or _is_release(candidate.key, candidates):
            continue
        again = key not in services and any(
            one in taken and one not in services for one in _other_number(candidate.key)
        )
        if candidate.key not in taken and not again:
            taken.add(candidate.key)
            yield candidate, scores[key]


def _other_number(key: str) -> set[str]:
    """The plural and the singular of a Latin name: Disruptions says nothing beside Disruption. Not of OS, CSS, DNS."""
    if not key.isascii() or not key.isalpha() or len(key) < _LONG_ENOUGH:
        return set()
    return {f"{key}s", key[:-1]} if key[-1] == "s" else {f"{key}s"}


_LONG_ENOUGH = 6


def _part_of_names(candidate: Candidate) -> bool:
    """Is this a word that only stands in longer Latin names, as Engineer in ML Engineer and Data Engineer?"""
    return candidate.words == 1 and all(flags & INNER for _, _, _, flags, _ in candidate.occurrences)


def _is_release(key: str, candidates: Collection[str]) -> bool:
    """Python 2.7.5 beside Python."""
    release = _RELEASE.fullmatch(key)
    return release is not None and release[1] in candidates


_RELEASE = lazy(r"(.+?)v?[0-9]+(?:\.[0-9]+)+")


def _whole(candidate: Candidate, candidates: Mapping[str, Candidate]) -> Candidate | None:
    """The longest candidate that this one is a part of wherever it stands, if there is one."""
    if any(flags & ALONE for _, _, _, flags, _ in candidate.occurrences):
        return None
    count = len(candidate.occurrences)
    around = [candidates[key] for key in candidate.longer() if len(candidates[key].occurrences) == count]
    return max(around, key=lambda other: (other.words, other.key), default=None)


_LONGEST_WHOLE = 4


def _spelling(candidate: Candidate, blocks: Sequence[Block]) -> str:
    """The author's most frequent spelling; the first of them where several are."""
    counts: dict[str, int] = {}
    for block, start, end, *_ in candidate.occurrences:
        surface = blocks[block].text[start:end]
        counts[surface] = counts.get(surface, 0) + 1
    return max(counts, key=counts.__getitem__)


def _mentions(candidate: Candidate, blocks: Sequence[Block]) -> tuple[Mention, ...]:
    return tuple(
        Mention(candidate.key, blocks[b].text[start:end], b, start, end) for b, start, end, *_ in candidate.occurrences
    )


@cache
def _common() -> Mapping[str, float]:
    """How common words are in Japanese of any subject: log share of posts, by key."""
    counted = (line.split("\t") for line in _lines("common-ja.tsv"))
    picked = (word for line in _lines("everyday-ja.txt") for word in line.split())
    # What is counted is surer than what is picked. The files have keys: to make them takes 3 ms.
    return dict.fromkeys(picked, _EVERYDAY) | {key: float(share) for key, share in counted}


_EVERYDAY = -1.5
"""Log share given to the words that are picked by hand."""


@cache
def _technical() -> frozenset[str]:
    return frozenset(read_data("computing-ja.txt").split("\n"))


def _lines(name: str) -> list[str]:
    return [line for line in read_data(name).split("\n") if line and not line.startswith("#")]
