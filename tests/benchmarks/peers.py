"""What other methods take for the key terms of a page: its terms, best first."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import log

from corpora import Page, fold

from jpkit.tokens import word_classes


def frequent_compounds(page: Page) -> list[str]:
    """The longest runs of nouns, most frequent first."""
    return [term for term, _ in Counter(_runs(page, r"(?:[NPCTX][a-z]*)+")).most_common()]


def tf_idf(page: Page, shares: Mapping[str, float], unseen: float) -> list[str]:
    """Sudachi's nouns by frequency and rarity in the development half of the same corpus."""
    counts = Counter(fold(noun) for noun in _runs(page, NOUN))
    return sorted(counts, key=lambda noun: counts[noun] * log(shares.get(noun, unseen)))


NOUN = r"[NP][a-z]*"


def _runs(page: Page, pattern: str) -> list[str]:
    text = "\n".join(block.text for block in page.blocks)
    return [text[m.start() : m.end()] for m in re.finditer(pattern, _classes(text))]


_classes = cache(word_classes)


def baselines(pages: Sequence[Page]) -> dict[str, Callable[[Page], list[str]]]:
    shares, unseen = {}, {}
    for corpus in {page.corpus for page in pages}:
        posts = [page for page in pages if (page.corpus, page.half) == (corpus, "dev")]
        counts = Counter(noun for page in posts for noun in {fold(noun) for noun in _runs(page, NOUN)})
        shares[corpus] = {noun: count / (len(posts) + 1) for noun, count in counts.items()}
        unseen[corpus] = 0.5 / (len(posts) + 1)
    return {
        "frequent compounds": frequent_compounds,
        "TF-IDF of nouns": lambda page: tf_idf(page, shares[page.corpus], unseen[page.corpus]),
    }
