"""Latin names in a Japanese text, as word classes: Sudachi cuts ``Node.js``, ``CI/CD`` and ``k8s``."""

import re
from functools import lru_cache

from jpkit.extraction.japanese_words import FIRST_IN_NAMES, FORMATS, INSIDE_NAMES, LATIN_STOP, ONE_WITH_SLASH
from jpkit.lazy import lazy

# A Latin name: words joined by what joins them in names, and a leading dot as in .NET. A + joins WEB+DB PRESS; but
# Chrome+WebDriver, Ctrl+C are several.
_WORD = (
    r"\.?[0-9]{0,2}[A-Za-z][0-9A-Za-z]*(?:(?:[._/&'-](?=[0-9A-Za-z])|(?<=[A-Z])\+(?=[A-Z]))[0-9A-Za-z]+)*(?:\+\+|#)?"
)
# To ask first for what it can begin with halves the search: most characters are Japanese.
# Behind a / a name begins only where that parts it from Japanese: 経路集約/Prefix-List, but no a/b, は/etc/hosts.
_BEFORE_LATIN = r"(?=[.0-9A-Za-z])(?<![0-9A-Za-z._@-])(?:(?<!/)|(?<=[^\x00-\x7f]/)(?=[A-Z]))"
# No call, dir(x), but a name with an aside behind it: CI/CD(継続的…), Multi-AZ(Availability Zone).
_BEHIND_LATIN = r"(?![0-9A-Za-z_=\\]|\((?![0-9A-Za-z]*[^\x00-\x7f]|[A-Z][A-Za-z]*[ -]))"
_LATIN = lazy(rf"{_BEFORE_LATIN}({_WORD}(?: {_WORD}){{0,6}}){_BEHIND_LATIN}")
_ACCENTED = lazy("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f]")
_UNIT = lazy(
    r"[vV][0-9]+(?:\.[0-9]+)+|(?![234]D)[0-9]+(?:[kKMGT]?(?:B|iB|b|bps|Hz|W|V|A|m|g|px|pt|em|ms|s|fps|x|X|th|st|nd|rd|h|d|v|K|M|G|T|D|cm|mm|km|kg))"
)
NAME = lazy(rf"{_WORD}(?: {_WORD})?|[^\x00-\x7f]+")
"""A single name, Latin or Japanese."""

_JOINABLE = frozenset("NnPpXx")
_STARTS = frozenset("NPAR")
_LONGEST = 5
"""Words of a name with small words inside."""


def with_latin(text: str, classes: str) -> str:
    """The class string with Latin names as L, and the blanks that do not part them as _."""
    pieces = []
    done = 0
    end = 0
    if _ACCENTED.search(text):  # Pokémon
        text = _ACCENTED.sub("a", text)
    parts = iter(_LATIN.split(text))
    for between, name in zip(parts, parts, strict=False):
        start = end + len(between)
        end = start + len(name)
        run = _latin_classes(name)
        if start > done and between[-1] == " " and classes[start - 2 : start - 1] in _JOINABLE and run[0] == "L":
            pieces.append(classes[done : start - 1] + "_")
        else:
            pieces.append(classes[done:start])
        pieces.append(run)
        done = end
        if run[-1] in "Ll" and text[end : end + 1] == " " and classes[end + 1 : end + 2] in _STARTS:
            pieces.append("_")
            done = end + 1
    pieces.append(classes[done:])
    return "".join(pieces)


@lru_cache(maxsize=8192)
def _latin_classes(phrase: str) -> str:
    """Classes of one Latin phrase: L a word, _ what joins two, O what is no word."""
    if " " not in phrase:
        return _classes_of_word(phrase)
    words = phrase.split(" ")
    pieces: list[str] = []
    i = 0
    while i < len(words):
        following = i + 1
        while following < len(words) - 1 and words[following].lower() in INSIDE_NAMES:
            following += 1
        piece = _classes_of_word(words[i])
        if words[i] in FIRST_IN_NAMES and i + 1 < len(words) and words[i + 1][0].isupper():
            piece = _one_name(words[i])
        whole = words[i : following + 1]
        if piece[0] == "L" and 2 < len(whole) <= _LONGEST and whole[0][0].isupper() and whole[-1][0].isupper():
            # Infrastructure as Code is one name; the words between its capitals belong to it.
            piece = _one_name(" ".join(whole))
            i = following
        pieces.append(piece)
        i += 1
    return "_".join(pieces).replace("O_", "OO").replace("_O", "OO")


def _classes_of_word(word: str) -> str:
    if word == "x":  # Flutter x Firebase are two
        return "O"
    if (word.lower() in LATIN_STOP and word not in FORMATS) or (not word.isalpha() and _UNIT.fullmatch(word)):
        return "O" * len(word)
    # CI/CD and Firefox4 are names, and so are CI, CD and Firefox.
    if "/" in word:
        classes = _JOINED.sub(_word_classes, word)
        return classes.replace("_", "O") if _LISTED.fullmatch(word) and word not in ONE_WITH_SLASH else classes
    return _JOINED.sub(_word_classes, word) if word[-1].isdigit() else _one_name(word)


def _one_name(name: str) -> str:
    return "L" + "l" * (len(name) - 1)


def _word_classes(match: re.Match[str]) -> str:
    if match[0] == "/":
        return "_"
    if match["version"]:
        return _one_name(match["name"]) + "V" + "v" * (len(match["version"]) - 1)
    return _one_name(match[0])


# AWS/Azure, Firefox/Mozilla/Netscape, HTML/CSS/JS are several names; CI/CD, TCP/IP and owner/repository are one.
_LISTED_NAME = "[a-z]?[A-Z][0-9A-Za-z.+#-]"
_LISTED = lazy(f"{_LISTED_NAME}{{2,}}(?:/{_LISTED_NAME}{{2,}})+|{_LISTED_NAME}+(?:/{_LISTED_NAME}+){{2,}}")
# The v of IPv6 belongs to the version.
_JOINED = lazy(r"/|(?P<name>[A-Za-z]{2,}[A-UW-Za-uw-z])(?P<version>[0-9]+(?:[.][0-9]+)*)(?=/|$)|[^/]+")
