"""What has letters in a text and no words of its subject: code, paths, commands of TeX, colours."""

from collections.abc import Sequence

from jpkit.lazy import lazy

# /var/log/messages; with what may not stand before it in front, the search takes 20 times as long.
_PATH = lazy(r"/(?<![0-9A-Za-z/]/)[a-z.][0-9A-Za-z._-]*(?:/[0-9A-Za-z._-]+)+")
# C:\Users\me, and of TeX that Markdown left alone ($ \frac{a}{b} $, with a blank) the formula, else the command.
_BACKSLASHED = lazy(r"\$[^$\n。、]*\\[A-Za-z][^$\n。、]*\$|(?<![0-9A-Za-z])(?:[A-Za-z]:)?(?:\\+[0-9A-Za-z._-]+)+")
_COLOUR = lazy("#[0-9A-Fa-f]{6}(?:[0-9A-Fa-f]{2})?(?![0-9A-Za-z])")
# Where a post appears, not what it is about: of Flutter Advent Calendar 2024 only Flutter counts.
_CALENDAR = lazy("(?<=[0-9A-Za-z] )Advent Calendar|Advent Calendar(?= ?20[0-9]{2})")
_NO_WORDS = (
    *(("/", _PATH), ("\\", _BACKSLASHED), ("#", _COLOUR)),
    ("Advent Calendar", _CALENDAR),
)
"""What has no words of its subject though it has letters, and what tells a text without any."""
# Of titles, too (Networks from Scratch); with "to" behind it, Scratch is the language.
_SCRATCH = lazy("(?<=[Ff]rom )(?:scratch|Scratch(?! to ))(?![0-9A-Za-z])")
_OPTION = lazy("(?<![0-9A-Za-z-])--[A-Za-z][0-9A-Za-z-]*")
# @somebody, and not @babel/core.
_SOMEBODY = lazy("(?<![0-9A-Za-z])@[A-Za-z][0-9A-Za-z_-]*(?![0-9A-Za-z_/-])")
# 4CCA 1EAF 950C …, or two digits each with colons between them.
_FINGERPRINT = lazy("(?<![0-9A-Za-z:])[0-9A-Fa-f]{2,4}(?:(?: {1,2}|:)[0-9A-Fa-f]{2,4}){2,}(?![0-9A-Za-z])")
_CONDUCT = lazy("Code of Conduct")  # nearly always a mere link to it, and Conduct by itself is no term
_PART = lazy("(?<![0-9A-Za-z])[Pp]art [IVX]+(?![0-9A-Za-z])")
_NAME = r"[A-Z][^\s0-9.,:;()]+"
_PERSON = rf"{_NAME}(?: (?:[A-Z]\.|de|van|von|{_NAME})){{1,4}}"
# A byline; inside a sentence a company may have written something.
_BYLINE = lazy(rf"(?:Contributed|Photo|Posted|Written) by:? {_PERSON}")
# Guido van Rossum, the creator of Python. Of 30 such in READMEs, code and posts 29 were persons, and one a sun god.
_MAKERS = ("author of", "creator of", "founder of", "inventor of")
_MAKER = lazy(
    rf"(?<![0-9A-Za-z]){_PERSON}, (?:the |an? )?(?:original )?(?:co-?)?(?:{'|'.join(_MAKERS)})(?![0-9A-Za-z])"
)
_NO_ENGLISH_WORDS = (
    *_NO_WORDS,
    *(("rom scratch", _SCRATCH), ("rom Scratch", _SCRATCH), ("art I", _PART), ("art V", _PART), ("Conduct", _CONDUCT)),
    *(("--", _OPTION), ("@", _SOMEBODY), ("ingerprint", _FINGERPRINT)),
    *((f"{done} by", _BYLINE) for done in ("Contributed", "Photo", "Posted", "Written")),
    *((maker, _MAKER) for maker in _MAKERS),
)
"""The same for English text. Options and @somebody are here what goes on behind a sign in Japanese (see below)."""
# What goes on behind a sign and is in no name: Jan of 24-Jan-2019, dir of console.dir(x), --option, @somebody; and ™.
# All signs first, and then which it was: half the time.
_GOES_ON = lazy("[-._@™®](?:(?<=[._@])[A-Za-z][0-9A-Za-z_]*|(?<=-)(?:[a-z]|(?<=[0-9A-Za-z]-)[A-Z])[A-Za-z]*|(?<=[™®]))")


def without_code(text: str, classes: str, code: Sequence[tuple[int, int]]) -> tuple[str, str]:
    """A text and its word classes with all of this filled up at equal length; ``code`` are ranges known to be such."""
    if code:
        text, classes = _filled(text, code, "。"), _filled(classes, code, "O")
    for sign, pattern in _NO_WORDS:
        if sign in text and (places := [match.span() for match in pattern.finditer(text)]):
            text, classes = _filled(text, places, "。"), _filled(classes, places, "O")
    return text, _filled(classes, [match.span() for match in _GOES_ON.finditer(text)], "O")


def words_only(text: str) -> str:
    """An English text with what has no words of its subject filled up at equal length."""
    for sign, pattern in _NO_ENGLISH_WORDS:
        if sign in text and (places := [match.span() for match in pattern.finditer(text)]):
            text = _filled(text, places, "。")
    return text


def _filled(text: str, ranges: Sequence[tuple[int, int]], filler: str) -> str:
    """The text with the ranges, which are in order, filled up at equal length."""
    pieces = []
    done = 0
    for start, end in ranges:
        pieces += [text[done:start], filler * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])
