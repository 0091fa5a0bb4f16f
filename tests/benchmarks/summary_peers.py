"""The graph summarizers that `jpkit extract` is compared with, each asked for its best sentence.

Sudachi's content words and jpkit's own sentences go in, because none of them reads Japanese (sumy
wants tinysegmenter and knows no Markdown). Needs the packages of the optional group `peers`.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any

Sentences = Sequence[str]
Pick = Callable[[Sentences], int]
"""Which of a page's sentences a summarizer finds most important."""

_CONTENT = frozenset(("名詞", "動詞", "形容詞", "形状詞"))
_SIGNS = frozenset(("空白", "補助記号"))
_JAPANESE = re.compile("[ぁ-ヿ一-鿿]")
_ENGLISH = re.compile("[a-z0-9]+")
_STOP_WORDS = frozenset(
    "the of and to is that for it with are be this you by from your we have which can not was will in on an at a as"
    " or do if".split()
)


@lru_cache(maxsize=100_000)
def surfaces(text: str) -> tuple[str, ...]:
    """What ROUGE compares: mode-C surfaces, or in a text without Japanese its lower-case words; no signs."""
    if _JAPANESE.search(text) is None:
        return tuple(_ENGLISH.findall(text.lower()))
    return tuple(m.surface().lower() for m in _tokenize(text) if m.part_of_speech()[0] not in _SIGNS)


@lru_cache(maxsize=100_000)
def content_words(text: str) -> tuple[str, ...]:
    """What the summarizers read: dictionary forms of content words."""
    if _JAPANESE.search(text) is None:
        return tuple(word for word in _ENGLISH.findall(text.lower()) if word not in _STOP_WORDS)
    return tuple(m.dictionary_form().lower() for m in _tokenize(text) if m.part_of_speech()[0] in _CONTENT)


def _tokenize(text: str) -> Any:
    return _tokenizer().tokenize(text[:12_000])  # Sudachi refuses more than 49,149 bytes


@cache
def _tokenizer() -> Any:
    from sudachipy import Dictionary, SplitMode

    return Dictionary().tokenizer(mode=SplitMode.C)


def first_sentence(texts: Sentences) -> int:
    return 0


def _sumy(summarizer: Any, texts: Sentences) -> int:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    words = SimpleNamespace(to_words=content_words)
    document = ObjectDocumentModel([Paragraph([Sentence(text, words) for text in texts])])
    best = summarizer(document, 1)
    return list(texts).index(str(best[0])) if best else 0


def sumy_lexrank(texts: Sentences) -> int:
    from sumy.summarizers.lex_rank import LexRankSummarizer

    return _sumy(LexRankSummarizer(), texts)


def sumy_textrank(texts: Sentences) -> int:
    from sumy.summarizers.text_rank import TextRankSummarizer

    return _sumy(TextRankSummarizer(), texts)


def lexrank(background: Sequence[Sentences]) -> Pick:
    """The package lexrank; its IDF is of the pages that are given, which should be none that is judged."""
    from lexrank import LexRank

    class OverSudachi(LexRank):  # type: ignore[misc]
        def tokenize_sentence(self, sentence: str) -> list[str]:
            return list(content_words(sentence))

    ranker = OverSudachi(background)
    return lambda texts: int(ranker.rank_sentences(list(texts), threshold=0.1).argmax())


def summa(texts: Sentences) -> int:
    """TextRank of the package summa. Its way in splits at English full stops, so its graph is built here."""
    from summa.commons import build_graph, remove_unreachable_nodes
    from summa.pagerank_weighted import pagerank_weighted_scipy
    from summa.summarizer import _set_graph_edge_weights

    tokens = [" ".join(content_words(text)) for text in texts]
    graph = build_graph(list(dict.fromkeys(filter(None, tokens))))
    if len(graph.nodes()) < 2:
        return 0
    _set_graph_edge_weights(graph)
    remove_unreachable_nodes(graph)
    if not graph.nodes():
        return 0
    scores = pagerank_weighted_scipy(graph)
    return max(range(len(texts)), key=lambda at: scores.get(tokens[at], 0.0))
