"""A sentence that is too long, cut where a clause or at least a word ends."""

import re

from jpkit.lazy import lazy

# Where a sentence that is too long can end: 〜ますが、 loses its conjunction and is a sentence.
_CLAUSE = lazy(
    "(?P<head>ます|ました|です|でした|ません|である|した|する|ない|なる|れる|きる|いる|ある|った)(?:が|けれども"
    "|けれど|けど|ので|し|ため)[、，]"
)
_PHRASE = lazy(
    r"(?P<head>[0-9A-Za-z)\]\"”])(?:[,;:]\s|\s[-–—]\s|\s(?:to|that|which|by|and|or|with|for|in|from|including"
    r"|so|using|where|when|while)\s)"
)
_COMMA = lazy("(?P<head>.)[、，]")
# Between a particle and a word that does not begin with hiragana, or between two words with a blank.
_WORD_END = lazy(r"(?P<head>[ぁ-ゖ](?=[^ぁ-ゖー、。）」』…])|\S(?=\s))")


def shorten(text: str, max_chars: int, *, cleanly: bool) -> tuple[str, int]:
    """A sentence cut where a clause or at least a word ends, and how much of it that is.

    "" where there is no such place, or with ``cleanly`` none that leaves a phrase complete.
    """
    room = text[: max_chars + 8]
    # With its conjunction gone 〜ますが、 is a sentence: nobody sees that it was longer.
    for pattern, mark, share in ((_CLAUSE, "。", 3), (_PHRASE, "…", 2), (_COMMA, "…", 3), (_WORD_END, "…", 0)):
        if cleanly and pattern is _COMMA:
            break
        cut = max((at for at in map(_cut_of, pattern.finditer(room)) if at + len(mark) <= max_chars), default=0)
        if (cut and cut * share >= min(max_chars, len(text))) or (cut and not share):
            return text[:cut] + mark, cut
    return "", 0


def _cut_of(match: re.Match[str]) -> int:
    return match.end("head")
