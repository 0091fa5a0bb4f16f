"""What has letters in a Japanese text and no words of its subject: code, paths, commands of TeX, colours."""

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


def _filled(text: str, ranges: Sequence[tuple[int, int]], filler: str) -> str:
    """The text with the ranges, which are in order, filled up at equal length."""
    pieces = []
    done = 0
    for start, end in ranges:
        pieces += [text[done:start], filler * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])
