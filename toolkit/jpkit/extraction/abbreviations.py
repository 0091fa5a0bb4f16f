"""Short forms that a text itself sets beside their long forms.

Parenthesised short forms after A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying
abbreviation definitions in biomedical text", Pacific Symposium on Biocomputing 8 (2003) 451-462, in
both orders and for both widths of parentheses. Unstated ones ("MLE" in a text on the Professional
Machine Learning Engineer) by strict initials of capitalised words.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from jpkit.document import Block
from jpkit.extraction.catalogue import fold
from jpkit.lazy import lazy


class Binding(NamedTuple):
    """A short form and the long form that stands for it at ``start`` to ``end`` of a block's text."""

    short: str
    long: str
    block: int
    start: int
    end: int


# Content of parentheses without parentheses inside; longer ones are asides, not names.
INSIDE = lazy(r"[(（]([^()（）\n。]{2,80})[)）]")
SAYS_SHORT = lazy(r"^ ?(?:以下|以降|以後|通称|略称|略して|略|hereafter|hereinafter|aka|or)[、,:： はで]*")
_AND_SO_ON = lazy(r" ?と(?:表記|略|呼|記|い|称|す).*$")
_QUOTES = " 「」『』\"“”'"
SHORT = lazy(r"[A-Z][0-9A-Za-z/&-]{0,8}[0-9A-Z](?:s)?|[A-Z][0-9A-Z]+")
_KATAKANA_SHORT = lazy("[ァ-ヶー]{2,10}")
# A dash inside a name does not end it: Data Engineer – Associate.
_WORDS_BEFORE = lazy(r"(?:[A-Za-z][0-9A-Za-z'’+#./-]*[ \u3000](?:[–—-] (?=[A-Z]))?)*[A-Za-z][0-9A-Za-z'’+#/-]*$")
_SHORT_BEFORE = lazy(r"(?<![0-9A-Za-z_./@-])([A-Z][0-9A-Za-z/&]{0,7}[0-9A-Z])[」』]? ?$")
LATIN_NAME = lazy(r"[A-Za-z][0-9A-Za-z'’+#/-]*(?: (?:[0-9A-Za-z&][0-9A-Za-z'’+#/-]*))*")
SEPARATOR = lazy("[、,，;；:：/／]")
_LATIN = lazy("[A-Za-z]")

# One capitalised word, and a run of them; of/and/for inside a run have no initial. What must not stand before comes
# behind the first letter, so that the search skips to the capitals.
_GOES_ON = "[A-Z]{0,40}+[a-z][A-Za-z]{0,40}+"
_CAPITALISED = f"[A-Z]{_GOES_ON}"
_RUN = lazy(
    rf"[A-Z](?<![0-9A-Za-z_./@-][A-Z]){_GOES_ON}"
    rf"(?:[ -](?:(?:of|and|the|for|to|in|as|a) )?{_CAPITALISED})+(?![0-9A-Za-z_@])"
)
_WORD = lazy(_CAPITALISED)
_BETWEEN_WORDS = lazy("[ -]")
# Whatever a text abbreviates, these are not it: CSS is not "Cross Site Scripting".
_FIXED = frozenset("AI CPU CSS DB DNS DVD FAQ GPU HTML HTTP ID IP IT JS NG OK OS PC PDF SQL TV UI URL USB XML".split())
_ACRONYM = lazy(r"[A-Z](?<![0-9A-Za-z_./@&-][A-Z])[A-Z]{1,5}(?![0-9A-Za-z_@&]|\.[A-Za-z])")


def find_abbreviations(blocks: Sequence[Block]) -> tuple[Binding, ...]:
    """What the text's short forms stand for, in reading order, each short form once.

    Stated ones first: 「Google Cloud Storage（以下、GCS）」「SRE（Site Reliability Engineering）」
    「サイト信頼性エンジニアリング（Site Reliability Engineering、SRE）」 "Service Level Objective (SLO)".
    Then capitals that occur somewhere and that are the initials of a run of capitalised words
    elsewhere: all of the run, or from three letters on also a part of it.
    """
    found: dict[str, Binding] = {}
    for number, block in enumerate(blocks):
        if "(" in block.text or "（" in block.text:
            for binding in _stated(fold(block.text), number):
                found.setdefault(binding.short, binding)
    for binding in _unstated([block.text for block in blocks], found.keys()):
        found.setdefault(binding.short, binding)
    return tuple(sorted(found.values(), key=lambda binding: binding[2:]))


def long_forms(bindings: Iterable[Binding], blocks: Sequence[Block]) -> Iterator[tuple[int, int, int]]:
    """Where each block first has a long form in Latin words, as block, start and end.

    Only words and blanks: AWS Certified Data Engineer – Associate (DEA) is cut at the dash.
    """
    for binding in islice(bindings, _MOST_SEARCHED):
        if binding.long.isascii() and binding.long.replace(" ", "").isalpha():
            for index, block in enumerate(blocks):
                at = block.text.find(binding.long)
                if at >= 0:
                    yield index, at, at + len(binding.long)


_MOST_SEARCHED = 200
"""Each goes through all blocks. Real posts bind a dozen."""


def _stated(text: str, number: int) -> Iterator[Binding]:
    for inside in INSIDE.finditer(text):
        content = inside[1]
        intro = SAYS_SHORT.match(content)
        if intro is None and _LATIN.search(content) is None:
            continue
        body = content[intro.end() :] if intro else content
        short = _AND_SO_ON.sub("", body).strip(_QUOTES)
        if SHORT.fullmatch(short):
            span = _long_before(text, inside.start(), short, stated=intro is not None)
            if span is not None:
                yield Binding(short, text[slice(*span)], number, *span)
                continue
        elif intro is not None and _KATAKANA_SHORT.fullmatch(short):
            span = _name_before(text, inside.start())
            if span is not None and short != text[slice(*span)]:
                yield Binding(short, text[slice(*span)], number, *span)
                continue
        yield from _long_inside(text, number, inside)


def _long_inside(text: str, number: int, inside: re.Match[str]) -> Iterator[Binding]:
    """SRE（Site Reliability Engineering） and …（Site Reliability Engineering、SRE）."""
    before = _SHORT_BEFORE.search(text, max(0, inside.start() - 12), inside.start())
    parts = [part.strip(_QUOTES) for part in SEPARATOR.split(inside[1])]
    if before is None and len(parts) == 1:  # a short form alone, or a long one
        return
    at = inside.start(1)
    shorts = [part for part in parts if SHORT.fullmatch(part)] + ([before[1]] if before else [])
    for short in shorts:
        for part in parts:
            if (
                len(part) > len(short)
                and LATIN_NAME.fullmatch(part)
                and spelled_at(short, part) == 0
                and not part.isupper()
            ):
                start = text.index(part, at)
                yield Binding(short, part, number, start, start + len(part))


def _long_before(text: str, end: int, short: str, *, stated: bool) -> tuple[int, int] | None:
    """Where the long form of a parenthesised short form stands; None where nothing spells it."""
    while end and text[end - 1] in _QUOTES:
        end -= 1
    words = _WORDS_BEFORE.search(text, max(0, end - 100), end)
    if words is None:
        # 機械学習エンジニア（以下、MLE）: only the author's word says that it is the same.
        return _name_before(text, end) if stated else None
    most = min(len(short) + 5, 2 * len(short))  # words, as Schwartz and Hearst have it
    run = words[0]
    starts = [0, *(match.end() for match in re.finditer(" ", run))][-most:]
    candidate = run[starts[0] :]
    found = spelled_at(short, candidate)
    if found is None:
        return _name_before(text, end) if stated else None
    while found and candidate[found - 1] in "-‑":
        found = candidate.rfind(" ", 0, found) + 1  # cell-cell communication (CCC)
    long = candidate[found:]
    if len(long) <= len(short) or long.isupper() or short in long.split(" "):
        return None
    return end - len(long), end


def spelled_at(short: str, text: str) -> int | None:
    """Where the long form begins in ``text``, which ends with it: Schwartz and Hearst's matching.

    Characters of the short form are looked for from right to left, the first one at the start of a
    word. Unlike there, one that is not the first must begin a word or a hump, or stand in the word
    that holds the one before: "Kubernetes (K8s)" has no 8 and is refused.
    """
    letters = [c.lower() for c in short if c.isascii() and c.isalnum()]
    lower = text.lower()
    at = len(text)
    for index in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and not (lower[at] == letters[index] and (index > 0 or at == 0 or not text[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    long = text[at:]
    # Two letters are found in any two words; there they must be the initials.
    initials = [word[0].lower() for word in re.findall("[0-9A-Z]?[a-z]+|[0-9A-Z]+", long)]
    if len(letters) == 2 and initials[:1] + initials[-1:] != letters:
        return None
    return at


def _japanese_before(text: str, end: int, most: int) -> int:
    """Where the run of kanji, katakana and ー that ends at ``end`` begins, ``most`` characters at most before."""
    start = end
    while (
        start > max(0, end - most)
        and (c := text[start - 1]) >= "々"
        and ("\u3400" <= c <= "\u9fff" or c == "々" or "ァ" <= c <= "ヺ" or c in "ー・")
    ):
        start -= 1
    return start


def _name_before(text: str, end: int) -> tuple[int, int] | None:
    """The name that ends at ``end``, kanji and katakana or a run of capitalised words."""
    while end and text[end - 1] in _QUOTES:
        end -= 1
    start = _japanese_before(text, end, 30)
    if start < end:
        return (start, end) if end - start > 1 else None
    match = re.compile(r"[A-Z][0-9A-Za-z.+#-]*(?: [A-Z][0-9A-Za-z.+#-]*)*$").search(text, max(0, end - 80), end)
    return None if match is None or match.end() - match.start() < 2 else match.span()


def _unstated(texts: Sequence[str], known: Collection[str]) -> Iterator[Binding]:
    whole = fold("\n".join(texts))  # one search through all the post; no pattern goes over a line end
    acronyms = set(_ACRONYM.findall(whole)).difference(known, _FIXED)
    if not acronyms:
        return
    counted: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], int] = {}
    pairs = {acronym[:2] for acronym in acronyms}
    for run in _RUN.finditer(whole):
        initials = "".join([word[0] for word in _BETWEEN_WORDS.split(run[0]) if word[0] <= "Z"])
        if initials in known:  # NNTP is bound: Network News Transfer Protocol holds no NTP
            continue
        words: list[re.Match[str]] = []
        for at in range(len(initials) - 1):
            if initials[at : at + 2] not in pairs:
                continue
            words = words or list(_WORD.finditer(whole, *run.span()))
            for size in range(2, 7):
                acronym = initials[at : at + size]
                # ML of "Machine Learning", not of every "My Lovely Blog": two letters are all of the run.
                if acronym not in acronyms or (size == 2 and len(initials) > 2) or len(acronym) < size:
                    continue
                start, end = words[at].start(), words[at + size - 1].end()
                binding = acronym, whole[start:end]
                counted[binding] += 1
                first.setdefault(binding, start)
    starts = list(accumulate([len(text) + 1 for text in texts], initial=0)) if counted else []
    for (short, long), count in counted.most_common():
        # Two letters are the initials of too much: PC of "Press Ctrl". Said twice it is a name.
        if len(short) == 2 and count < 2:
            continue
        number = bisect_right(starts, first[short, long]) - 1
        start = first[short, long] - starts[number]
        yield Binding(short, long, number, start, start + len(long))
