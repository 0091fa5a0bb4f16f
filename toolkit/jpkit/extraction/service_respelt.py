"""Names that the catalogue knows and the author spells differently.

mocha in a post that names Mocha, Hackernews beside Hacker News, FIrefox: one sense a post (Gale et al. 1992). On 779
posts that the rules were tuned on, 211 of 227 spellings found so were the name. And Cloudflare Worker for Cloudflare
Workers, GitHub pages for GitHub Pages, whatever else the post has: there 38 of 39; and evernote, cygwin in the middle
of Japanese: there 40 of 43.
"""

from collections.abc import Iterable, Iterator

from jpkit.extraction.catalogue import Catalogue
from jpkit.extraction.service_bounds import VERSIONED
from jpkit.extraction.service_text import ALNUM, Hit, Text, words_in
from jpkit.lazy import lazy
from jpkit.letters import LETTERS


def respelt(known: Catalogue, joined: Text, found: Iterable[Hit]) -> Iterator[Hit]:
    """Other spellings of what was found. What the catalogue lists itself is left to its flags."""
    text = joined.text
    low = text.lower()
    if len(low) != len(text):  # İ becomes two signs: no place would be true any more
        return
    tried = set()
    for hit in {hit[2:]: hit for hit in found}.values():  # by record and spelling
        for name in _names(known, text, hit):
            small = name.lower()
            for spelling in (small, small.replace(" ", "").replace("-", "") if hit.record >= 0 else small):
                if (spelling, hit.record) in tried:
                    continue
                tried.add((spelling, hit.record))
                for start, end in words_in(low, spelling):
                    written = text[start:end]
                    if (
                        written != name
                        and _is_free(known, written, hit.record)
                        and _stands(known, joined, start, end, hit.record, name)
                    ):
                        yield Hit(start, end, hit.record, hit.spelling if hit.record < 0 else written)


def _is_free(known: Catalogue, spelling: str, record: int) -> bool:
    """Does the catalogue leave a spelling to the name beside it: slack, which it has only beside words of its trade?"""
    return all(one.record == record and set(one.flags) <= {"~"} for one in known.names(spelling))


def completed(known: Catalogue, joined: Text, found: Iterable[Hit]) -> Iterator[Hit]:
    """Found names with a word behind that make another name but for its last s or its capital."""
    text = joined.text
    for hit in set(found):
        at = hit.end + 1
        if hit.record < 0 or text[hit.end] != " " or text[at] not in LETTERS:
            continue
        end = at
        while text[end] in LETTERS:
            end += 1
        written = text[hit.start : end]
        if text[end] in "-/." or (text[end] == " " and text[end + 1] in ALNUM) or known.names(written):
            continue
        word = written[at - hit.start :].capitalize()
        for whole in (f"{written}s", f"{written[: at - hit.start]}{word}", f"{written[: at - hit.start]}{word}s"):
            names = known.names(whole)
            if len(names) == 1:
                yield Hit(hit.start, end, names[0].record, written)
                break


def uncapitalised(known: Catalogue, joined: Text) -> Iterator[Hit]:
    """Names in small letters between Japanese ones, if the name needs no evidence and so is no everyday word."""
    for match in _SMALL.finditer(joined.text):
        word = match[0]
        if word in _WORDS or joined.marked(match.start(), match.end(), "code"):
            continue
        names = known.names(word.capitalize())
        if len(names) == 1 and not names[0].flags and _is_free(known, word, names[0].record):
            yield Hit(match.start(), match.end(), names[0].record, word)


_SMALL = lazy("[a-z](?<![ -~][a-z])[a-z]{3,}+(?![ -~（])")  # and no word that is translated, airflow（気流）
# Firefox has a chrome folder, WebAssembly's wasm is a standard's file, and Checkstyle's format has many writers.
_WORDS = frozenset({"chrome", "checkstyle", "wasm"})

_SHORTEST = 4
"""Letters of a name that other capitals leave one: git, npm, Vue are also words and parts of names."""


def _names(known: Catalogue, text: str, hit: Hit) -> Iterator[str]:
    """The name, and its spelling here where that means nothing else: not Workers, not Lambda."""
    candidates = (hit.spelling,) if hit.record < 0 else (known.canonical(hit.record), text[hit.start : hit.end])
    for number, name in enumerate(candidates):
        if number:
            names = known.names(name)
            if not names or names[0].flags:
                continue
        if name.isascii() and sum(map(str.isalpha, name)) >= _SHORTEST:
            yield name


def _stands(known: Catalogue, joined: Text, start: int, end: int, record: int, name: str) -> bool:
    """Whether the other spelling is the name, too, and no English word, no identifier."""
    text = joined.text
    before, after = text[start - 1], text[end]
    if before in "/#:$" or after in "(:=\\":
        return False
    if record < 0 and joined.marked(start, end, "code"):
        return False
    written = text[start:end]
    programmed = record >= 0 and known.kind(record) in VERSIONED
    if after == " " and text[end + 1] in ALNUM and (record < 0 or written.islower()):
        return False
    if before == " " and text[start - 2] in ALNUM and (record < 0 or written.islower()) and not programmed:
        return False
    # LLVM may be llvm; but LINE is no line, and Swift no SWIFT.
    shouted = (name.isupper() and not programmed) or written.isupper()
    return not (shouted and name.isalpha() and written.isalpha())
