"""Names that the post has elsewhere and the author mistypes here: Dcoker, TypeScirpt, Clouldflare.

Damerau (1964): four of five misspellings are one letter too many, one missing, another one, or two that changed
places. On 950 posts that the rules were tuned on, 49 of 50 words found so were the name. A word is none that differs at
its first letter (query, jQuery) or its last (Realms), nor one in small letters that has another letter (flexbox is no
fluxbox, empower no espower).
"""

from collections.abc import Iterable, Iterator

from jpkit.extraction.catalogue import Catalogue, Name
from jpkit.extraction.service_text import ALNUM, UPPER, Hit, Text, between_english, end_of_word, words_in
from jpkit.slips import one_slip

_SHORTEST = 6
_LONGEST = 24


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
            if one_slip(small, name) and not (changed and (word.islower() or small in text)):
                for start, end in words_in(text, word):
                    if not _is_english(text, start, end, word) and not joined.marked(start, end, "code"):
                        yield Hit(start, end, hit.record, hit.spelling if hit.record < 0 else word)
                break


def _is_english(text: str, start: int, end: int, word: str) -> bool:
    """Whether a word stands in English prose, where one in small letters is a word: the following macros, which …"""
    if word.islower() and text[start - 1] == " " and text[start - 2] in ALNUM:
        return text[end] < "\x80"
    return between_english(text, start, end)


def misspelt_members(known: Catalogue, joined: Text, found: Iterable[Hit]) -> Iterator[Hit]:
    """Names of several words of which the first is found and one is mistyped: GitHub Rleases, Clouldflare Workers KV.

    On 863 posts all seven were right.
    """
    text = joined.text
    for start, end, record, _ in [hit for hit in found if text[hit[1]] == " " and text[hit[1] + 1] in UPPER]:
        if record < 0:
            continue
        written = text[start:end]
        if known.names(written):
            stop, names = _mistyped_end(known, text, written, end)
        else:
            stop, names = _end_behind(known, text, known.canonical(record), end)
        if len(names) == 1 and not names[0].flags:
            yield Hit(start, stop, names[0].record, "")


def _mistyped_end(known: Catalogue, text: str, head: str, end: int) -> tuple[int, tuple[Name, ...]]:
    """What a name is with the mistyped word behind it, and where that ends."""
    stop = end_of_word(text, end + 1)
    if stop - end >= _SHORTEST:
        word = text[end + 1 : stop]
        for longer in known.longer(head, word[0]):
            other = longer[len(head) + 1 :]
            if other[-1] == word[-1] and one_slip(word, other) and not known.names(word):
                return stop, known.names(longer)
    return end, ()


def _end_behind(known: Catalogue, text: str, head: str, end: int) -> tuple[int, tuple[Name, ...]]:
    """What a name is with all that belongs to it of the words behind it, and where that ends."""
    last: tuple[int, tuple[Name, ...]] = end, ()
    stop = end
    while text[stop] == " " and text[stop + 1] in ALNUM and stop - end < _LONGEST:
        stop = end_of_word(text, stop + 1)
        names = known.names(head + text[end:stop])
        if names:
            last = stop, names
    return last
