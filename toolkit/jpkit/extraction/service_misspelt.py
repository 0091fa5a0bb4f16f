"""Names that the post has elsewhere and the author mistypes here: Dcoker, TypeScirpt, Clouldflare.

Damerau (1964): four of five misspellings are one letter too many, one missing, another one, or two that changed
places. On 950 posts that the rules were tuned on, 49 of 50 words found so were the name. A word is none that differs at
its first letter (query, jQuery) or its last (Realms), nor one in small letters that has another letter (flexbox is no
fluxbox, empower no espower).
"""

from collections.abc import Iterable, Iterator

from jpkit.extraction.service_text import Hit, Text, between_english, words_in
from jpkit.slips import one_slip

_SHORTEST = 6


def misspelt(joined: Text, strange: Iterable[str], found: Iterable[Hit]) -> Iterator[Hit]:
    """Of Latin words that begin no name of the catalogue, those that are one of ``found`` but for one slip."""
    text = joined.text
    names: dict[str, dict[str, Hit]] = {}
    for written, hit in {text[hit.start : hit.end]: hit for hit in found}.items():
        name = written.lower()
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
            changed = len(small) == len(name) and sorted(small) != sorted(name)
            if one_slip(small, name) and not (changed and word.islower()):
                for start, end in words_in(text, word):
                    if not between_english(text, start, end) and not joined.marked(start, end, "code"):
                        yield Hit(start, end, hit.record, hit.spelling if hit.record < 0 else word)
                break
