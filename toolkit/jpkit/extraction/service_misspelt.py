"""Names that the post has elsewhere and the author mistypes here: Dcoker, TypeScirpt, Clouldflare.

Damerau (1964): four of five misspellings are one letter too many, one missing, another one, or two that changed
places. On 950 posts that the rules were tuned on, 49 of 50 words found so were the name. A word is none that differs at
its first letter (query, jQuery) or its last (Realms), nor one in small letters that has another letter (flexbox is no
fluxbox, empower no espower).
"""

from collections.abc import Iterable, Iterator

from jpkit.extraction.service_text import Hit, Text, between_english, words_in

_SHORTEST = 6


def misspelt(joined: Text, strange: Iterable[str], found: Iterable[Hit]) -> Iterator[Hit]:
    """Of Latin words that begin no name of the catalogue, those that are one of ``found`` but for one slip."""
    text = joined.text
    names: dict[str, dict[str, Hit]] = {}
    for hit in found:
        name = text[hit.start : hit.end].lower()
        if len(name) >= _SHORTEST - 1 and name.isascii() and name.isalpha():
            names.setdefault(name[0] + name[-1], {})[name] = hit
    for word in strange if names else ():
        if len(word) < _SHORTEST:
            continue
        small = word.lower()
        alike = names.get(small[0] + small[-1], {})
        if small in alike:
            continue
        for name, hit in alike.items():
            if is_slip(small, name, may_differ=not word.islower()):
                for start, end in words_in(text, word):
                    if not between_english(text, start, end) and not joined.marked(start, end, "code"):
                        yield Hit(start, end, hit.record, hit.spelling if hit.record < 0 else word)
                break


def is_slip(word: str, name: str, *, may_differ: bool) -> bool:
    """Whether a word is the name with a letter more, one less or two that changed places; or another one, if it may."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    at = next((i for i, (one, other) in enumerate(zip(word, name, strict=False)) if one != other), 0)
    if not at:
        return False
    if len(word) != len(name):
        return word[at + (len(word) > len(name)) :] == name[at + (len(name) > len(word)) :]
    if word[at + 1 :] == name[at + 1 :]:
        return may_differ
    return word[at] == name[at + 1] and word[at + 1] == name[at] and word[at + 2 :] == name[at + 2 :]
