"""What other methods take for the key terms of a page, best first: those that a paper or a line describes.

All read what the extractor reads, the title and the prose blocks, and see the same words of Sudachi in
mode C. A compound is a longest run of nouns and noun suffixes. Other runs (with prefixes and numbers, with Latin
names across blanks or signs) were tried on the development halves, and reached less on the whole.
Tools that come as packages are in tools.py.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import log, log2, prod

from corpora import Page, fold

from jpkit.tokens import NOUN, PROPER, SUFFIX, word_classes

Ranking = Callable[[Page], list[str]]
Compound = tuple[str, ...]
"""Its words."""

_LONGEST = 6
"""Words of the longest span that C-value takes for a candidate."""


@cache
def words(text: str) -> list[tuple[str, str]]:
    """The words of a text with the letters of their classes."""
    return [(text[m.start() : m.end()], m[0][0]) for m in re.finditer("[A-Z][a-z]*", word_classes(text))]


def text_of(page: Page) -> str:
    return "\n".join(block.text for block in page.blocks)


def nouns(page: Page) -> list[str]:
    return [word for word, kind in words(text_of(page)) if kind in (NOUN, PROPER)]


def compounds(page: Page) -> list[Compound]:
    """The longest runs of nouns and suffixes, in the order of the text."""
    found: list[list[str]] = []
    before = False
    for word, kind in words(text_of(page)):
        inside = kind in (NOUN, PROPER, SUFFIX)
        if inside and before:
            found[-1].append(word)
        elif inside:
            found.append([word])
        before = inside
    return [tuple(run) for run in found]


def frequent_compounds(page: Page) -> list[str]:
    """The compounds, most frequent first."""
    return [term for term, _ in Counter(map("".join, compounds(page))).most_common()]


def c_value(runs: Iterable[Compound]) -> dict[str, float]:
    """C-value (Frantzi, Ananiadou and Mima 2000) of the runs and of the spans of words inside them.

    The logarithm is taken of the number of words and one, as is usual where single words are terms too.
    """
    frequency = Counter(span for run in runs for span in _spans(run))
    nested, longer = Counter[Compound](), Counter[Compound]()
    for term, count in frequency.items():
        for part in {*_spans(term)} - {term}:
            nested[part] += count
            longer[part] += 1
    return {
        "".join(term): log2(len(term) + 1) * (count - (nested[term] / longer[term] if longer[term] else 0))
        for term, count in frequency.items()
    }


def _spans(run: Compound) -> Iterator[Compound]:
    for start in range(len(run)):
        for end in range(start + 1, min(len(run), start + _LONGEST) + 1):
            yield run[start:end]


def flr(runs: Sequence[Compound]) -> dict[str, float]:
    """FLR of the runs (Nakagawa and Mori 2003): how often a run stands there, times LR.

    LR is the geometric mean, over both sides of the words of a run, of how often the word has a neighbour
    in a run on that side, plus one. The defaults of the authors' termextract count it so too.
    """
    left = Counter(word for run in runs for word in run[1:])
    right = Counter(word for run in runs for word in run[:-1])
    return {
        "".join(run): count * prod((left[word] + 1) * (right[word] + 1) for word in run) ** (1 / (2 * len(run)))
        for run, count in Counter(runs).items()
    }


def tf_idf(terms: Iterable[str], shares: Mapping[str, float], unseen: float) -> dict[str, float]:
    """Frequency times the negative log of the share of posts that have the term."""
    counts = Counter(map(fold, terms))
    return {term: -count * log(shares.get(term, unseen)) for term, count in counts.items()}


def ranked(scores: Mapping[str, float]) -> list[str]:
    """Highest score first, and what comes first in the text where scores are equal."""
    return sorted(scores, key=lambda term: -scores[term])


def title_first(page: Page, terms: Sequence[str]) -> list[str]:
    """The terms that the title has before all others, each in the order they had."""
    title = fold("".join(block.text for block in page.blocks if block.kind == "title"))
    return sorted(terms, key=lambda term: not fold(term) or fold(term) not in title)


def baselines(pages: Sequence[Page]) -> dict[str, Ranking]:
    """Rankings by name. Shares of posts are those of the development half of the corpus of the page."""
    by_nouns = _shares(pages, nouns)
    by_compounds = _shares(pages, lambda page: map("".join, compounds(page)))
    return {
        "TF-IDF, nouns": lambda page: ranked(tf_idf(nouns(page), *by_nouns[page.corpus])),
        "TF-IDF, compounds": lambda page: ranked(
            tf_idf(map("".join, compounds(page)), *by_compounds[page.corpus]),
        ),
        "C-value": lambda page: ranked(c_value(compounds(page))),
        "FLR": lambda page: ranked(flr(compounds(page))),
        "frequent compounds": frequent_compounds,
    }


def _shares(pages: Sequence[Page], terms: Callable[[Page], Iterable[str]]) -> dict[str, tuple[dict[str, float], float]]:
    """Of each corpus, the share of posts that have a term, and that of a term which none has."""
    shares = {}
    for corpus in {page.corpus for page in pages}:
        posts = [page for page in pages if (page.corpus, page.half) == (corpus, "dev")]
        counts = Counter(term for page in posts for term in {fold(term) for term in terms(page)})
        known = {term: count / (len(posts) + 1) for term, count in counts.items()}
        shares[corpus] = known, 0.5 / (len(posts) + 1)
    return shares
