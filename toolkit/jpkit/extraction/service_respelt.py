"""Names that the catalogue knows and the author spells differently.

mocha in a post that names Mocha, Hackernews beside Hacker News, FIrefox: one sense a post (Gale et al. 1992). On 779
posts that the rules were tuned on, 211 of 227 spellings found so were the name. And Cloudflare Worker for Cloudflare
Workers, GitHub pages for GitHub Pages, whatever else the post has: there 38 of 39; and BootStrap, Autohotkey, mac mini,
evernote where Japanese stands beside them: there 125 of 131.
"""

from collections.abc import Iterable, Iterator, Sequence

from jpkit.extraction.catalogue import Catalogue, Name, Occurring
from jpkit.extraction.service_bounds import VERSIONED, outer_end, with_vendor
from jpkit.extraction.service_senses import between_japanese, occurs
from jpkit.extraction.service_text import ALNUM, Hit, Text, beside_english, words_in
from jpkit.letters import LETTERS


def respelt(known: Catalogue, joined: Text, occurring: Occurring, found: Iterable[Hit]) -> Iterator[Hit]:
    """Other spellings of what was found. What the catalogue lists itself is left to its flags."""
    text = joined.text
    low = text.lower()
    if len(low) != len(text):  # İ becomes two signs: no place would be true any more
        return
    only = _only_spellings(text, occurring)
    tried = set()
    for hit in {hit[2:]: hit for hit in found}.values():  # by record and spelling
        for name in _names(known, text, hit):
            small = name.lower()
            spellings = []
            if hit.record < 0 or name[0] not in LETTERS or only.get(small, name) != name:
                spellings.append(small)
            if hit.record >= 0 and (" " in name or "-" in name):
                spellings.append(small.replace(" ", "").replace("-", ""))
            if not spellings or not name.isascii() or sum(map(str.isalpha, name)) < _SHORTEST:
                continue
            for spelling in spellings:
                if (spelling, hit.record) in tried:
                    continue
                tried.add((spelling, hit.record))
                for start, end in words_in(low, spelling):
                    written = text[start:end]
                    if (
                        written != name
                        and not (written == "chrome" and "Firefox" in text)  # a part of it, in its add-ons' posts
                        and _is_free(known, written, hit.record)
                        and _stands(known, joined, start, end, hit.record, name)
                    ):
                        yield Hit(start, end, hit.record, hit.spelling if hit.record < 0 else written)


def _only_spellings(text: str, occurring: Occurring) -> dict[str, str]:
    """In small letters what the text has of the catalogue, each with its one spelling here; "" where it has others.

    The search for the catalogue's spellings has seen every capitalisation of those that begin with a letter.
    """
    only: dict[str, str] = {}
    for spelling in {spelling for spelling, _, _ in occurring.spelled}:
        small = spelling.lower()
        only[small] = "" if small in only else spelling
    for _, start, end in occurring.recapitalised:
        only[text[start:end].lower()] = ""
    return only


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
        if word == "Page" and written[-4] == "p":
            continue  # our GitHub page: one on GitHub
        for whole in (f"{written}s", f"{written[: at - hit.start]}{word}", f"{written[: at - hit.start]}{word}s"):
            names = known.names(whole)
            if len(names) == 1:
                yield Hit(hit.start, end, names[0].record, written)
                break


def recapitalised(known: Catalogue, joined: Text, written: Iterable[tuple[Sequence[str], int, int]]) -> Iterator[Hit]:
    """Of what a text has in other capitals, the names that need no other name beside them: BootStrap, Autohotkey.

    One that always counts does so if no Latin word stands beside it, or the author's capitals are a name's, too; one
    that counts between Japanese does so there in small letters: mocha; and one behind its vendor does so: AWS lambda.
    """
    text = joined.text
    for spellings, start, end in written:
        word = text[start:end].lower()
        if text[end] in _GOES_ON or word in _WORDS or sum(map(str.isalpha, word)) < _SHORTEST:
            continue
        for spelling in spellings:
            names = known.names(spelling)
            begin = _begin(known, joined, start, end, spelling, names[0]) if len(names) == 1 else None
            stop = None if begin is None else outer_end(joined, start, end, known.kind(names[0].record))
            if begin is not None and stop is not None and not joined.marked(start, end, "code"):
                yield Hit(begin, stop, names[0].record, text[start:end])
                break


def _begin(known: Catalogue, joined: Text, start: int, end: int, spelling: str, name: Name) -> int | None:
    """Where the name begins that the text has in other capitals; None where it is none."""
    text = joined.text
    written = text[start:end]
    alone = not beside_english(text, start, end) and (_ends_latin(text, start, end) or not written.islower())
    if not name.flags or name.flags == "!":
        coined = not (written.islower() or " " in written or spelling.islower() or spelling.isupper())
        return start if alone or (coined and any(map(str.isupper, spelling[1:]))) else None
    if name.flags == "^":
        return start if alone and not (written.istitle() or written.islower() or written.isupper()) else None
    if name.flags == "*~":
        fits = spelling == written.capitalize() and between_japanese(joined, start, end) and occurs(text, name.needs)
        return start if fits else None
    return with_vendor(text, start, end, known.vendor(name.record)) if "~" in name.flags and alone else None


def _ends_latin(text: str, start: int, end: int) -> bool:
    """Whether no list, sentence or compound in Latin letters goes on beside a word in small ones."""
    before = text[start - 2] if text[start - 1] == " " else text[start - 1]
    after = text[end + 1] if text[end] == " " else text[end]
    return (before >= "\x80" or before in "\n(") and (after >= "\x80" or after in "\n)")


_GOES_ON = LETTERS | frozenset("_@\\")
# Everyday words that a name is, too, in its own capitals (Re:VIEW, Excel); Firefox has a chrome folder, WebAssembly's
# wasm is a standard's file, and Checkstyle's format has many writers.
_WORDS = frozenset(
    """
    airmail booth burp cdata checkstyle chrome confluent cutlass github.com glove highs meetup minion noscript parallels
    plumed pubsub review scriptable socialite spades sway tenable wasm
    """.split()
) | {"api gateway"}

_SHORTEST = 4
"""Letters of a name that other capitals leave one: git, npm, Vue are also words and parts of names."""


def _names(known: Catalogue, text: str, hit: Hit) -> tuple[str, ...]:
    """The name, and its spelling here where that means nothing else: not Workers, not Lambda."""
    if hit.record < 0:
        return (hit.spelling,)
    name, written = known.canonical(hit.record), text[hit.start : hit.end]
    names = known.names(written) if written != name else ()
    return (name, written) if names and not names[0].flags else (name,)


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
