"""Key terms of a post, best first: candidates of both languages, ranked, without what says the same twice."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import islice

from jpkit.data import read_data
from jpkit.document import Block, places_of
from jpkit.extraction.japanese import (
    ALONE,
    INNER,
    Candidates,
    Classified,
    Occurrence,
    japanese_candidates,
    longer,
    term_key,
)
from jpkit.extraction.model import Mention, RankedTerm, Term
from jpkit.extraction.ranking import Known, rank
from jpkit.extraction.readings import in_script, reading
from jpkit.lazy import lazy
from jpkit.source import Source


def japanese_terms(
    blocks: Sequence[Block],
    which: Sequence[int],
    classified: Classified | None = None,
    *,
    services: Sequence[Mention] = (),
    names: Iterable[tuple[int, int, int]] = (),
    short_forms: Collection[str] = (),
    defined: Collection[str] = (),
    most: int = 60,
) -> list[RankedTerm]:
    """At most ``most`` key terms of the blocks ``which``, best first.

    ``services`` are the names that the catalogue vouches for, ``names`` the places (block, start, end) of others;
    ``short_forms`` and ``defined`` the keys (``term_key``) of the abbreviations that the text binds and of the terms
    that it defines; ``classified`` is what is ``known`` of the blocks to ``japanese_candidates``.
    """
    candidates = japanese_candidates(blocks, which, classified, [*[one[2:] for one in services], *names])
    known = what_is_known(services, short_forms, defined)
    scores = rank(candidates, blocks, known)
    return [
        RankedTerm(key, _spelling(candidates[key], blocks), score, tuple([place[:3] for place in candidates[key]]))
        for key, score in islice(without_parts(candidates, scores, known.services), most)
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
            count=len(term.places),
            places=places_of(source, blocks, term.places),
            key=term.key,
        )
        for term in shown
    )


_LEAST = 0.006
"""Score below which nothing was a term on 27 pages of others that were read: 使用, 解説, 許可, 作業."""
_FEWEST = 5


def without_parts(
    candidates: Candidates, scores: Mapping[str, float], services: Collection[str]
) -> Iterable[tuple[str, float]]:
    """Candidates by score (and that), without those that only repeat a better or longer one.

    A part that never stands alone and only ever stands in one longer term gives way to it (不均衡 to
    不均衡データ), as long as that is one that a person would look up: four words, no whole phrase. Of a longer one
    (静電容量無接点方式) one part is enough.
    """
    taken: set[str] = set()
    parted: set[str] = set()  # longer ones of which a part is taken
    # Candidates come by their first places, and equal scores stay in that order.
    for key in sorted(scores, key=scores.__getitem__, reverse=True):
        chosen = key
        named = key in services
        if not named:
            whole = _whole(candidates[key], candidates)
            if whole is None or (key.isascii() and not whole.isascii() and whole not in services):
                pass  # Python of Pythonスクリプト: a change of script parts two names, but none in Googleフォト
            elif _words(candidates[whole]) <= _LONGEST_WHOLE:
                chosen = whole
            elif whole in taken or whole in parted or (_words(candidates[key]) > 1 and key.isascii()):
                continue
            else:
                parted.add(whole)
            if _part_of_names(candidates[chosen]):
                continue
        if chosen in taken or ("." in chosen and _is_release(chosen, candidates)):
            continue
        if "/" in chosen and not named and _are_several(chosen, services):
            continue
        if named or not chosen.isascii() or taken.isdisjoint(_other_number(chosen).difference(services)):
            taken.add(chosen)
            yield chosen, scores[key]


def _words(places: Sequence[Occurrence]) -> int:
    _, _, _, _, words, _ = places[0]
    return words


def _other_number(key: str) -> set[str]:
    """The plural and the singular of a Latin name: Disruptions says nothing beside Disruption. Not of OS, CSS, DNS."""
    if not key.isalpha() or len(key) < _LONG_ENOUGH:
        return set()
    if key[-1] == "y":
        return {f"{key}s", f"{key[:-1]}ies"}
    return {f"{key}s", key[:-1], f"{key[:-3]}y"} if key[-1] == "s" else {f"{key}s"}


_LONG_ENOUGH = 6


def _part_of_names(places: Sequence[Occurrence]) -> bool:
    """Is this a word that only stands in longer Latin names, as Engineer in ML Engineer and Data Engineer?"""
    _, _, _, flags, words, _ = places[0]
    return words == 1 and flags & INNER > 0 and all(flags & INNER for _, _, _, flags, _, _ in places)


def _are_several(key: str, services: Collection[str]) -> bool:
    """Two services or more, iOS/Android; C/C++ goes by one name."""
    return all(len(name) > 1 and name in services for name in key.split("/"))


def _is_release(key: str, candidates: Collection[str]) -> bool:
    """Python 2.7.5 beside Python."""
    release = _RELEASE.fullmatch(key)
    return release is not None and release[1] in candidates


_RELEASE = lazy(r"(.+?)v?[0-9]+(?:\.[0-9]+)+")


def _whole(places: Sequence[Occurrence], candidates: Candidates) -> str | None:
    """The longest candidate that the one with these places is a part of wherever it stands, if there is one."""
    for _, _, _, flags, _, _ in places:
        if flags & ALONE:
            return None
    around = [key for key in longer(places) if len(candidates[key]) == len(places)]
    return max(around, key=lambda key: (_words(candidates[key]), key), default=None)


_LONGEST_WHOLE = 4


def _spelling(places: Sequence[Occurrence], blocks: Sequence[Block]) -> str:
    """The author's most frequent spelling; the first of them where several are."""
    if len(places) < 3:
        block, start, end, _, _, _ = places[0]
        return blocks[block].text[start:end]
    surfaces = [blocks[block].text[start:end] for block, start, end, _, _, _ in places]
    several = dict.fromkeys(surfaces)
    return max(several, key=surfaces.count) if len(several) > 1 else surfaces[0]


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
