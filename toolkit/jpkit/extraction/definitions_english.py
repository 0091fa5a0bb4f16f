"""Sentences in English that say what a term is: "X is a …", "X refers to …", "… is called X", "X: …" as an item.

A module of its own, imported with the first English block: most posts never need its expressions.
"""

import re
from collections.abc import Iterator

from jpkit.document import HOLE, Block
from jpkit.extraction import english_words as lists
from jpkit.extraction.definition_blocks import Found, Lines, Page, named
from jpkit.lazy import lazy

_WORD = r"[A-Za-z0-9][0-9A-Za-z.+#/&'’_-]{0,40}"
_NAME_EN = rf"(?:\([a-z]+\) )?{_WORD}(?: (?:of |as a |for |and )?{_WORD}){{0,5}}?"
_BETWEEN = (
    r"(?P<aside>(?: ?\([^()]{1,60}\))?(?:,? or (?:an? )?[^,.]{2,40}?,?|, (?:also|often|sometimes|commonly|short"
    r"|which stands|or|known|in)\b[^,.]{2,60},"
    r"| ?[—–-]{1,2} ?(?:also|often|sometimes|or)[^—–.]{2,90}[—–-]{1,2}|, (?:also"
    r"|often)[^,.]{2,40}, or [^,.]{2,40},)?) "
)
_LEAD = r"(?P<lead>(?:In|From|Within|For) [^,.]{3,60}, |An? [a-z][^,.]{3,40}, |Simply put, |Generally,? )?"
_SUBJECT = rf"(?:[Aa]n? |[Tt]he )?(?P<the>[Tt]erm )?[\"“]?(?P<term>{_NAME_EN})[\"”]?{_BETWEEN}"
_IS_A = lazy(
    rf"{_LEAD}{_SUBJECT}"
    r"(?P<verb>(?:is|are)(?: (?:also|basically|simply|essentially|usually|generally|specifically"
    r"|typically))? (?P<article>an?|the|any|one|when|how|where|about)\b(?P<kind> [a-z]+)?"
    r"|(?:(?:also|usually|generally|typically|simply) )?refers? to|(?:is|are) defined as"
    r"|(?:is|are) used to (?:describe|refer)|means?|describes|stands for|represents?"
    r"|(?:is|are|was|were) |(?:allows?|enables?|provides?|lets?|helps?|offers?|combines?) )",
    re.ASCII,
)
# What the subject of a page does; none of them is a noun in the plural as well (tests, routes).
_VERBS = (
    "abstract|act|aggregate|allow|apply|automate|combine|comprise|connect|consist|contain|convert|cover|create|define"
    "|describe|distribute|divide|emphasize|enable|encourage|execute|expose|extend|focus|generate|give|go|goe|handle|help"
    "|hide|hold|implement|improve|include|intercept|integrate|isolate|keep|let|make|manage|move|offer|perform"
    "|prescribe|prevent|protect|provide|recommend|reduce|relie|rely|remove|replace|require|resolve|run|serve|simplifie"
    "|simplify|solve|store|support|take|transform|treat|turn|use|wrap"
)
_DOES = lazy(
    rf"{_LEAD}{_SUBJECT}(?:(?:also|typically|usually|generally|simply|automatically) )?(?:{_VERBS})s? [a-z]", re.ASCII
)
_CALLED = lazy(
    rf"(?:is|are) (?:often |also |commonly |usually )?(?:called|known as|referred to as) (?:an? "
    rf"|the )?[\"“]?(?P<term>{_WORD}(?: {_WORD}){{0,3}})[\"”]?[.]\Z"
)
_EN_HINTS = (
    *(" is ", " are ", " refers", " refer ", " means ", " mean ", " describes", " stands for", " represent"),
    *(" allow", " enable", " provide", " called ", " known as ", " offers "),
)
_BELOW_EN = lazy(
    r"(?:It(?:'s| is) an? |An? [a-z][a-z-]+ (?:(?!can |may |must |will |should |has |is )[a-z-]+ ){0,4}"
    r"(?:that|which|for|of|to|used|where|in|by) )"
)
_LABEL_EN = lazy(
    rf"(?P<term>{_WORD}(?: {_WORD}){{0,4}})(?: ?\([^()]{{1,40}}\))?(?:: | [-–—] )(?P<rest>(?:An?|The"
    rf"|[A-Z][a-z]+) .*)",
    re.DOTALL,
)
_FORMAL_EN = frozenset(
    "this that these those it they he she we you i there here what which who when where why how each all some"
    " most such one another my your our their his her its if as "
    "goal aim reason problem purpose result default name next following example idea point difference way step"
    " first second third last main only best rest other others result "
    "answer question issue output input value values note problem solution advantage disadvantage benefit key"
    " thing things part parts both many several and or but so in on at for with by "
    "everything something nothing today now then also not no yes nobody people users user author team above"
    " below latest current previous new same time"
    " lowest highest largest smallest fastest easiest simplest usage"
    " please insight insights intuition finding findings contribution premise conclusion takeaway motivation".split()
)
# Headings that say what part of the page begins, not what it is about; a longer name may begin or end with them.
_PARTS_EN = frozenset(
    "background configuration description details example examples features getting installation introduction"
    " options overview parameters requirements returns setup summary synopsis".split()
)
_KINDS_EN = frozenset(
    "discipline process practice act ability art concept set study method technique use capability name"
    " technologies technology".split()
)
_NO_KINDS_EN = frozenset(
    "prerequisite good great big bit lot few little problem challenge solution must better best huge major key"
    " step first second result reason same only one next main most"
    " perfect nice bad real useful new very powerful common large small indispensable essential popular task"
    " primary necessary challenging crucial valuable vital recently following"
    " responsibility".split()
)
_VERBAL = lazy(
    r"\b(?:is|are|was|were|will|can|cannot|lacks|exists|should|must|have|has|had|do|does|that|which|who|we|you|it|they|this|these"
    r"|to|but|if|when|while|because|with|your|our|my|their|its|not|by|from|in|on|at)\b",
    re.IGNORECASE | re.ASCII,
)
_NOT_DEFINING_EN = lazy(
    r"\?\Z|:\Z|\b(?:below|above|following|as follows|please|(?-i:I)|my|we|you should|important to|good idea|bad idea"
    r"|great way)\b",
    re.IGNORECASE | re.ASCII,
)


_POINTS_BACK = lazy(r"(?:^|[,;] )(?:this|these|that|those|it|they)\b", re.IGNORECASE | re.ASCII)


def english(block: Block, page: Page) -> Iterator[Found]:
    """What one English block defines."""
    lines = Lines(block)
    text = lines.text
    if page.on_top or any(hint in text for hint in _EN_HINTS):
        for start, end in lines.ends.items():
            yield from _is_a(text, start, end, page)
            called = _CALLED.search(text, start, end)
            if (
                called is not None
                and called.start() - start >= 20
                and not _POINTS_BACK.search(text[start : called.end()])
            ):
                term = _term_en(called["term"])
                if term:
                    yield Found(term, start, end, 0.62)
    if page.above is not None and (_BELOW_EN.match(text) or page.above.kind == "term"):
        term = _term_en(named(page.above.text))
        start, end = next(iter(lines.ends.items()), (0, 0))
        remark = _has_subject(text, start, end) or _IS_THERE.search(text, start, end)
        if term and end and not remark and not _NOT_DEFINING_EN.search(text, start, end):
            yield Found(term, start, end, 0.6)
    if lines.block.kind == "item":
        match = _LABEL_EN.match(text)
        bold = match is not None and any(
            mark.kind == "strong" and mark.start == 0 and mark.end >= match.end("term") for mark in lines.block.marks
        )
        if match is not None and bold and len(match["rest"]) >= 20 and HOLE not in match["rest"]:
            if _is_to_do(match["rest"]):
                return
            term = _term_en(match["term"])
            start, end = next(iter(lines.ends.items()))
            if term and not _NOT_DEFINING_EN.search(text, start, end):
                yield Found(term, start, end, 0.66 if re.match("An? |The ", match["rest"]) else 0.6)


def _is_to_do(rest: str) -> bool:
    """Whether an item goes on with what to do: **Install packages:** Install one or more …"""
    first, _, others = rest.partition(" ")
    return others[:1].islower() and first.lower() in lists.VERBS


def _has_subject(text: str, start: int, end: int) -> bool:
    """Whether the sentence is about something by itself, and not about the heading above it."""
    return any(
        match is not None and _term_en(match["term"])
        for match in (_IS_A.match(text, start, end), _DOES.match(text, start, end))
    )


def _is_a(text: str, start: int, end: int, page: Page) -> Iterator[Found]:
    match = _IS_A.match(text, start, end)
    if match is None or not _term_en(match["term"]):
        yield from _does(text, start, end, page)
        return
    if _HERE.match(match["lead"] or "") or _is_doing(text[start : match.end("term")].split()):
        return
    if _NOT_DEFINING_EN.search(text, match.end(), end):
        return
    term = _term_en(match["term"])
    verb, article, kind = match["verb"], match["article"], (match["kind"] or "").strip()
    if match["the"] or "refer" in verb or "defined as" in verb or "used to" in verb or "stands for" in verb:
        base = 0.88
    elif verb.startswith(("mean", "describe")):
        if _ANYBODY.match(text, match.end()):
            return
        base = 0.66
    elif article is None or article not in ("a", "an", "the", "any"):
        # Behind a lead (In a world of …, apps are …) the subject is not what the page is about.
        if start or not page.begins_with(term, plainly=page.has_title or bool(match["lead"])):
            return
        if verb.endswith(("is ", "are ", "was ", "were ")) and not _MADE_FOR.match(text, match.end()):
            return
        base = 0.5
    elif kind in _NO_KINDS_EN:
        return
    elif article in ("a", "an") or kind in _KINDS_EN:
        base = 0.76
    else:
        base = 0.62
    if (match["lead"] or "").startswith("In the context of") and not page.on_top:
        base -= 0.15  # one sense of it, or one side
    yield Found(term, start, end, base, _aliases(term, match["aside"]))


# In our case, the AST is a …: what it is this time
_HERE = lazy(r"In (?:this|that|these|our|my|your) ", re.ASCII)
# X means you can …: what comes of it
_ANYBODY = lazy(r" ?(?:that )?(?:you|we|they|it|there|no)\b", re.ASCII)
# A guide on how to do it is available: what there is besides
_IS_THERE = lazy(r"\b(?:is|are|can be) (?:available|described|discussed|found|given|listed|shown)\b", re.ASCII)
# is designed to, is capable of: what it is; is passed to: what happens to it
_MADE_FOR = lazy(
    r"(?:[a-z]+ly )?(?:capable|able|based|built|composed|designed|divided|intended|made|meant|organized|used)\b",
    re.ASCII,
)


def _does(text: str, start: int, end: int, page: Page) -> Iterator[Found]:
    """A runtime executes …: what the subject of the page does, in its first sentence."""
    if start or not page.on_top:
        return
    match = _DOES.match(text, start, end)
    if match is None or _NOT_DEFINING_EN.search(text, match.end(), end):
        return
    term = _term_en(match["term"])
    if term and page.begins_with(term, plainly=page.has_title or bool(match["lead"])):
        base = 0.6 if page.begins_with(term, plainly=True) else 0.48
        yield Found(term, start, end, base, _aliases(term, match["aside"]))


def _aliases(term: str, aside: str) -> tuple[str, ...]:
    """Other names of the term behind it: (FaaS), or SRE, often abbreviated as CI."""
    found = [match[1] or match[2] for match in _ALSO.finditer(aside)] if aside else []
    return tuple(alias for name in found if (alias := _term_en(name)) and alias != term)


_ALSO = lazy(
    rf"\(([A-Za-z][a-z]*[A-Z][A-Za-z0-9]{{0,7}})\)"
    rf"|\b(?:or|as|called|for)\b (?:an? |the )?[\"“]?({_WORD}(?: {_WORD}){{0,4}})[\"”]?(?=,|\)| ?[—–]|\Z)",
    re.ASCII,
)


def _term_en(found: str) -> str:
    """The term in a noun phrase, or "" where it names nothing or is a clause."""
    term = re.sub(r"^(?:An? |The )", "", found.strip(' "“”,.:;-–—'), flags=re.IGNORECASE)
    term = re.sub(r"^\(([a-z]+)\) ", r"\1 ", re.sub(r" ?\([^()]*\)$", "", term))
    words = term.split()
    if not words or len(words) > 6 or len(term) < 2:
        return ""
    if term.lower() in _PARTS_EN or _VERBAL.search(term):
        return ""
    if words[0].lower() in _FORMAL_EN or words[-1].lower() in _FORMAL_EN:
        return ""
    if any(word in ("the", "a", "an") and words[at] != "as" for at, word in enumerate(words[1:])):
        return ""  # a clause: inverting the order
    return "" if term.replace(".", "").isdigit() else term


def _is_doing(words: list[str]) -> bool:
    """Whether somebody does something to something: configuring networking, but not refactoring or load balancing."""
    first = words[0].lower()
    return (
        len(words) > 1
        and first.endswith("ing")
        and first not in lists.ING_NOUNS
        and not lists.VERBS.isdisjoint((first[:-3], f"{first[:-3]}e", first[:-4]))
    )
