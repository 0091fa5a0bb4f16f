"""Sentences that say what a term is: Xとは…, XはYです, …をXと呼ぶ, "X is a …", what stands below a heading X.

Each pattern has a base score: how often what it finds is a definition. Cheap tests come first, for
most blocks define nothing. A sentence that only points back (これは…) defines nothing by itself. Where
the sentence stands adds to the score, so that of two that define one term the one wins that a page or
a section about the term begins with.
"""

from collections.abc import Sequence
from typing import NamedTuple

from jpkit.document import HOLE, SENTENCE_KINDS, Block
from jpkit.extraction.definition_blocks import Found, Page
from jpkit.extraction.definition_key import definition_key
from jpkit.extraction.definitions_japanese import is_question, japanese

THRESHOLD = 0.6
"""The least score that is reported.

Read by hand (tests/benchmarks/definitions.py): of 120 above it in 757 blog posts 112 were definitions, of
40 from 0.47 up to it fewer than half (titles of links, labels, XはY that tells what X does in passing).
"""


class DefinitionHit(NamedTuple):
    """A sentence, ``text[start:end]`` of ``blocks[block]``, that defines ``term``; ``score`` is 0 to 1."""

    term: str
    block: int
    start: int
    end: int
    lang: str
    score: float
    aliases: tuple[str, ...] = ()
    """Other names that the sentence gives the term."""


def find_definitions(
    blocks: Sequence[Block], lang_of_block: Sequence[str], *, threshold: float = THRESHOLD
) -> tuple[DefinitionHit, ...]:
    """The definitions of a post in reading order; of two patterns that find one sentence, the better.

    The term is as the sentence or the heading above it spells it. Languages but ja and en have none.
    """
    best: dict[tuple[int, int], DefinitionHit] = {}
    page = Page(blocks)
    for index, (block, lang) in enumerate(zip(blocks, lang_of_block, strict=True)):
        if block.kind not in SENTENCE_KINDS:
            if block.kind in ("title", "heading", "term"):
                page.see(block)
            continue
        if lang == "ja":
            every = japanese(block, page)
        elif lang == "en":
            from jpkit.extraction.definitions_english import english

            every = english(block, page)
        else:
            continue
        for found in every:
            if HOLE in block.text[found.start : found.end]:
                continue  # a reader would see a hole
            score = _score(found, block.text, lang, page)
            known = best.get((index, found.start))
            if score >= threshold and (known is None or known.score < score):
                aliases = found.aliases if found.start else (*found.aliases, *page.titled(found.term))
                best[index, found.start] = DefinitionHit(
                    found.term, index, found.start, found.end, lang, score, tuple(dict.fromkeys(aliases))
                )
        page.pass_block()
        if is_question(block.text):
            page.see(block)
    return tuple(sorted(best.values(), key=lambda hit: (hit.block, hit.start)))


_LOOK_BACK = 2_000  # characters of the block before a sentence, for a term that was mentioned already
_LENGTHS = {"ja": (15, 120), "en": (30, 250)}


def _score(found: Found, text: str, lang: str, page: Page) -> float:
    sentence = text[found.start : found.end]
    score = found.base
    key = definition_key(found.term)
    if found.start == 0 and (key in page.above_keys or page.begins_with(found.term)):
        score += 0.14
    elif key in page.keys:
        score += 0.06
    elif text.find(found.term, max(found.start - _LOOK_BACK, 0), found.start) >= 0:
        score -= 0.03  # mentioned already: it was probably explained there
    short, long = _LENGTHS[lang]
    if not short <= len(sentence) <= long:
        score -= 0.08
    if sentence[-1] not in "。.．」』）)":
        score -= 0.05
    return round(min(max(score, 0.0), 1.0), 3)
