"""What each word of an English block can do in a phrase: closed lists and endings say it, then the neighbours.

No part-of-speech tagger: a block becomes a string of one character a word, in which ``english`` finds phrases.
"""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from jpkit.document import Block
from jpkit.extraction import english_words as lists
from jpkit.extraction.english_number import singular
from jpkit.extraction.no_words import words_only
from jpkit.lazy import lazy

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\uff21-\uff3a\uff41-\uff5a"
_ALNUM = f"{_LATIN}0-9\uff10-\uff19"
_WORD = lazy(
    rf"""
    (?<![{_ALNUM}_])
    (?: (?<![0-9][.,])[0-9]{{1,2}}(?=[A-Z]) | [0-9]{{1,3}}-(?=[a-z]) )?               # 3D, 64-bit
    [{_LATIN}][{_ALNUM}]*                                                             # k8s
    (?: (?: [-\u2010\u2011_] | (?<=[a-z])\u2013(?=[A-Z]) | \.(?=[a-z])               # Allen–Cahn, Node.js
          | (?<=[A-Z])[/&](?=[A-Z]) ) [{_ALNUM}]+ )*                                  # CI/CD
    (?: \+\+ | \#(?![{_ALNUM}]) )?                                                    # C++, C#
    (?: ['\u2019](s|t|d|m|re|ve|ll)(?![{_ALNUM}]) )?
    """,
    re.VERBOSE,
)
# v2.1, 16GB, 2MHz, 10K, but 4K; and the commit c955516.
_VERSION = lazy(
    r"v[0-9]+(?:\.[0-9]+)*|[0-9]+(?:[kmgt]?(?:i?b|hz)|m|(?<![48])k)|(?=[a-f]+[0-9]+[a-f]*[0-9])[0-9a-f]{7,40}"
)
_HYPHEN = lazy("[-\u2010\u2011]")
_SENTENCE_END = lazy(r"""[.!?:]["'\u2019\u201d)]*\s+["'\u2018\u201c(]*\Z""")
_TITLE_KINDS = frozenset({"title", "heading", "cell", "caption", "term"})  # Every Word May Have a Capital

INITIAL, STRONG, LINK, CODE, STRUCK, NAME = 1, 2, 4, 8, 16, 32
# Whose page it is; not github.com/sponsors, a page of the host itself.
_ACCOUNT = lazy(
    r"https?://(?:www\.)?(?:github\.com|gitlab\.com|twitter\.com|x\.com|bsky\.app/profile|linkedin\.com/in|orcid\.org"
    r"|medium\.com|scholar\.google\.[a-z.]+)/(?!(?:about|apps|enterprise|explore|features|home|marketplace|pricing|search"
    r"|security|settings|sponsors|topics|trending)/?\Z)@?[^/]+/?"
)
_MARKS = {"strong": STRONG, "link": LINK, "code": CODE, "strike": STRUCK}


class Reading(NamedTuple):
    """One block: its words, and what each can do in a phrase."""

    order: int
    block: int
    kind: str
    text: str
    words: list[tuple[int, int, str]]
    """Start, end, spelling."""
    classes: str
    """One character a word (see ``_class``), a capital where no phrase goes on from the word before."""
    flags: list[int]
    """Marks; INITIAL for a capital that tells nothing (start of a sentence, heading), NAME for one that does."""


# The classes. s ends a phrase; d does, too, being an article or the like, which makes a verb of the
# word before it. After m and t ("to") comes a verb, after b a participle that is none of a term.
# a, j and p (weak adjective, adjective, participle) begin a phrase and do not end it, h (a compound like
# event-driven) stands anywhere but at its end. l is an adverb that can stand before p, e is noun or verb,
# i a noun in -ing, n a noun or anything else.
_ARTICLES = frozenset(
    "the a an this these those your its their our my his her all any each every several some them us him you".split()
)
_YOU = ("you", "You")
_BE = frozenset(
    "is are was were be been being am has have had having get gets got isn aren wasn weren hasn haven".split()
)


@lru_cache(maxsize=20_000)
def _class(spelling: str) -> str:
    """What a word can do in a phrase, without its neighbours."""
    word = spelling.lower()
    if word in _ARTICLES:
        return "d"
    if word == "to":
        return "t"
    if word in _BE:
        return "b"
    if word in lists.MODAL:
        return "m"
    if len(word) == 1 or word in lists.FUNCTION or word in lists.NOT_REGULAR or word in lists.THIRD_PERSON:
        return "s"
    if word in lists.EITHER:
        return "e"
    if word in lists.WEAK:
        return "a"
    if word in lists.VERBS:
        return "s"
    return "s" if _VERSION.fullmatch(word) else _class_by_ending(word)


def _class_by_ending(word: str) -> str:
    head, _, last = word.rpartition("-")
    if head.isdigit():
        return "s" if last in lists.MEASURES else "h"  # 64-bit
    if last.isdigit() and head in lists.FUNCTION:
        return "s"  # 24-Jan-2019
    if head and (last in lists.COMPOUND_TAILS or last in lists.NOT_REGULAR or _class(last) in "ajp"):
        return "h"  # read-only, event-driven, budget-aware, task-oriented
    if word.endswith("ly") and word not in lists.LY_NOUNS:
        return "l" if word in lists.COMPOUND_ADVERBS else "s"
    if word.endswith("ing") and len(word) > 4:
        if last in lists.ING_NOUNS or word in lists.ING_NOUNS:
            return "i"
        return "h" if head and head not in _AGAIN else "s"  # privacy-preserving, but re-analyzing
    if word.endswith("ed") and len(word) > 4:
        return "n" if word.endswith(("eed", "bed", "sled")) else "p"
    base = singular(word)
    if base != word:
        if base in lists.EITHER:
            return "e"
        if base in lists.VERBS or base in lists.FUNCTION or (word.endswith("es") and word[:-2] in lists.VERBS):
            return "s"
    if base.startswith("re") and base[2:].removeprefix("-") in lists.VERBS:
        return "s"  # recompile, re-add
    if word.endswith(("er", "est")) and any(_is_adjective(stem) for stem in _compared(word)):
        return "a"  # deeper
    if word.startswith(_NEGATIONS) and _is_adjective(word[2:]):
        return "j"  # inexact
    if base.endswith(lists.VERB_ENDINGS) and last not in lists.NOT_VERBS and len(base) > 5:
        return "n" if base in lists.NOT_VERBS else "s"
    if word in lists.ADJECTIVES or (word.endswith(lists.ADJECTIVE_ENDINGS) and last not in lists.NOT_ADJECTIVES):
        return "j"
    return "n"


_AGAIN = frozenset("auto co de over out pre re un up".split())
_NEGATIONS = ("un", "in", "im", "ir")


def _is_adjective(word: str) -> bool:
    return word in lists.WEAK or word in lists.ADJECTIVES


def _compared(word: str) -> tuple[str, ...]:
    """What a comparative or superlative may be of: deeper gives deep, safest safe, bigger big and heavier heavy."""
    stem = word.removesuffix("er").removesuffix("est")
    return stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y"


@lru_cache(maxsize=20_000)
def _look(spelling: str) -> tuple[str, int]:
    """The class of a word, and INITIAL where its capital may come from its place, NAME where it cannot."""
    if spelling.islower():
        return _class(spelling), 0
    if spelling[1:].islower() or len(spelling) == 1:
        return _class(spelling), INITIAL
    # FineST, WordPress: a name, whatever the word would be without these capitals.
    return "n" if spelling.isalpha() and not spelling.isupper() else _class(spelling), NAME


def read_block(order: int, index: int, block: Block) -> Reading:
    """What each word of the block can do; ``order`` is its place among those that are read, ``index`` in the post."""
    text = words_only(block.text)
    titled = block.kind in _TITLE_KINDS
    cuts: set[int] = set()
    code = b""  # 1 for each character of inline code that is more than one word
    if block.marks:
        cuts = {at for mark in block.marks for at in (mark.start, mark.end) if mark.kind in ("code", "break")}
        code = _command_lines(block)
    words: list[tuple[int, int, str]] = []
    classes: list[str] = []
    flags: list[int] = []
    before, last = -1, ""  # end and class of the word before, while a phrase goes on
    for match in _WORD.finditer(text):
        start, end = match.span()
        spelling = match[0]
        contraction = ""
        if match.lastindex:
            contraction = match[1]
            end -= len(contraction) + 1
            spelling = text[start:end]
        kind, flag = _look(spelling)
        if not last or start - before != 1 or text[before] != " " or (cuts and (before in cuts or start in cuts)):
            last = ""
            if flag == INITIAL and words and not (titled or _SENTENCE_END.search(text, before, start)):
                flag = NAME
        elif flag == INITIAL and not titled:
            flag = NAME
        # The neighbours may know better what the word is.
        if code and code[start]:
            kind = "s"
        elif kind == "n" and not contraction:
            pass
        elif contraction and contraction != "s":
            kind = "m" if contraction in ("t", "d", "ll") else "b"
        elif flag == NAME and last and last in "nehi" and flags[-1] & NAME and not titled and _in_name(kind, spelling):
            kind = "n"  # Embodied Question Answering, Docker Certified Associate
        elif kind == "s":
            if flag == NAME and not titled and len(spelling) > 1 and spelling.isupper():
                kind = "s" if spelling in lists.SHOUTED or spelling[0] <= "9" else "n"  # IT, WHO
        elif not last:
            pass
        elif kind == "e":
            if last in "mt" or (last == "d" and words[-1][2] in _YOU):
                kind = "s"  # can scale, lets you run
            elif not titled and _is_verb(spelling, words[-1][2], last):
                kind = "s"  # computers work
        elif kind == "p":
            if titled and last in "ne":
                kind = "h"  # gradient boosted trees
            elif last in "bmne" or (last == "i" and not (titled and len(words) == 1)):
                kind = "s"  # was created, Google released
        elif kind == "d" and not titled and (last in "ei" or (last == "n" and flags[-1] == INITIAL)):
            classes[-1] = "S" if classes[-1] < "a" else "s"  # stores the, building a, Sharpen your
        if last == "e":
            noun = words[-1][2]
            if flags[-1] == INITIAL and _is_request(noun, kind, first=len(words) == 1, titled=titled):
                classes[-1] = "S"  # Use existing files, Returns file information
                last = "s"
            elif kind in "en" and not titled and is_plural(noun) and is_plural(spelling):
                classes[-1] = "S" if classes[-1] < "a" else "s"  # monitors clusters
        elif last == "i":
            if (titled and kind in "ahjpd" and len(words) == 1) or (
                flag == NAME and spelling[1:].islower() and (len(words) == 1 or classes[-2] not in "ahjpneil")
            ):
                classes[-1] = "S" if classes[-1] < "a" else "s"  # Building distributed systems, learning Rust
                last = "s"
        elif kind == "j" and last == "n" and _HYPHEN.search(words[-1][2]):
            classes[-1] = "H" if classes[-1] < "a" else "h"  # high-throughput financial systems
        if last and flag == NAME and is_plural(words[-1][2]) and spelling[1:].islower():
            last = ""  # the mechanisms Kubernetes uses
        classes.append(kind if last else kind.upper())
        flags.append(flag)
        words.append((start, end, spelling))
        # An adverb stands between "can" and its verb.
        if kind != "s" or not last or last not in "mtb" or not spelling.endswith("ly"):
            last = kind
        before = end
        if contraction:
            before, last = match.end(), "m" if kind == "m" else ""
    if "pen source" in text or "pen Source" in text:
        for at, (_, end, spelling) in enumerate(words[:-1]):
            if (
                spelling in ("open", "Open")
                and words[at + 1][0] == end + 1
                and words[at + 1][2] in ("source", "Source")
            ):
                classes[at] = "j" if classes[at] > "Z" else "J"  # open source tools, no source tools
    for mark in block.marks:
        if mark.kind in _MARKS:
            first, end = bisect_left(words, (mark.start,)), bisect_left(words, (mark.end,))
            for at in range(first, end):
                flags[at] |= _MARKS[mark.kind]
            if mark.kind == "link" and _ACCOUNT.fullmatch(mark.target):
                classes[first:end] = "S" * (end - first)  # whoever it is, no term of the post
    return Reading(order, index, block.kind, block.text, words, "".join(classes), flags)


def _in_name(kind: str, spelling: str) -> bool:
    """Whether a capitalised word goes on with the name before it: one that says how or does, but no "The" or "When"."""
    return kind in "ajp" or (kind == "s" and (spelling.endswith("ing") or spelling.lower() in lists.VERBS))


def _command_lines(block: Block) -> bytes:
    inside = bytearray(len(block.text))
    for mark in block.marks:
        if mark.kind == "code":
            word = _WORD.fullmatch(block.text, mark.start, mark.end)
            inside[mark.start : mark.end] = bytes((word is None,)) * (mark.end - mark.start)
    return bytes(inside) if any(inside) else b""


@lru_cache(maxsize=20_000)
def _is_verb(spelling: str, noun: str, kind: str) -> bool:
    """Whether a word that can be noun or verb is a verb after a noun of that kind: computers work, no computer work."""
    lower = noun.lower()
    if spelling[-1] == "s" or lower[-1] != "s" or singular(lower) == lower:
        return False
    return kind == "n" or (kind == "e" and spelling in lists.RATHER_VERBS)


def _is_request(word: str, kind: str, *, first: bool, titled: bool) -> bool:
    """Whether a word that begins a sentence and can be noun or verb is a verb before a word of that kind."""
    if kind in "ahjp":
        return first or not titled  # Use existing …
    return kind in "eni" and not titled and is_plural(word.lower())  # Returns file …


@lru_cache(maxsize=20_000)
def is_plural(spelling: str) -> bool:
    return spelling.islower() and singular(spelling) != spelling
