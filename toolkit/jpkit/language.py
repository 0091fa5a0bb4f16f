"""Which language a post and each of its blocks are in, as ISO 639-1 codes.

Kana decides: only Japanese is written with it. Where the script leaves a question (Latin letters or
Han characters alone), English function words answer it, and langdetect only where they do not: it
takes 0.3 s to start and guesses on short texts.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

# Not a, in, on, an, as, or, do, if, at, has: those are words of German, French, Spanish … as well.
_ENGLISH = frozenset(
    b"the of and to is that for it with are be this you by from your we have which can not was will they its "
    b"these their has been when should".split()
)

SAMPLE = 10_000
"""Characters that are looked at: the first of a post or a block, so that 5 MB cost no more than 10 kB."""

# A Japanese sentence has some 5 kana where an English one has one of the words above, so 4 leaves
# a text of equal halves Japanese. Of 1,004 Japanese pages (efcl, kaityo256, CNCF, Helm) the lowest
# figure is 8.8 (minutes of TC39 meetings), and none of 1,040 English pages has any kana. The share
# of kana in the letters would not do: it falls to .05 in posts about services with Latin names.
_KANA_PER_ENGLISH_WORD = 4

# The lowest of the same Japanese pages is .55; a Chinese text that quotes a product name has .01.
_KANA_PER_HAN = 0.1

# Share of function words. English prose has .25 to .4; Dutch and Danish, the nearest, below .06.
_ENGLISH_SHARE = 0.12

_FEW_ENGLISH_WORDS = 3  # of them, before they say anything

# In Latin letters: a shorter list of product names is German or Dutch to langdetect. Other letters
# weigh more, since their script has said a good deal already.
_LONG_ENOUGH_TO_ASK = 100
_WEIGHT_OF_OTHER = 5

_SURE_ENOUGH = 0.9

_BLOCK_WORDS = 8
_BLOCK_KANA = 10

_LETTERS = bytes(range(65, 91)) + bytes(range(97, 123))
_WORDS = bytes(byte | 32 if byte in _LETTERS else 32 for byte in range(256))

# First bytes of UTF-8: U+4000 to U+9FFF, and what is neither Latin nor of East Asia's common script:
# Greek and Cyrillic to Thai and Georgian, Hangul.
_HAN = bytes(range(0xE4, 0xEA))
_OTHER = bytes((*range(0xCD, 0xE0), 0xE0, 0xE1, *range(0xEA, 0xEE)))
# A byte each for all of a script, so that every text is translated but once: Ek is a kana.
_SCRIPTS = bytes.maketrans(
    _LETTERS + b"\xe3\x81\x82\x83" + _HAN + _OTHER,
    b"a" * len(_LETTERS) + b"Ekkk" + b"h" * len(_HAN) + b"o" * len(_OTHER),
)

_KANA = re.compile("[\u3041-\u30ff]")
_HALF_WIDTH = re.compile(rb"\xef(?:\xbc[\xa1-\xbf]|\xbd[\x80-\x9a\xa6-\xbf]|\xbe[\x80-\x9f])")  # Ａ to ｚ, ｦ to ﾟ
_CODE = re.compile(r"[\\{}()\[\]=;<>_$#|/*&]")


def post_language(texts: Sequence[str]) -> str:
    """Language of a post from the texts of its blocks: ja, en, or what langdetect says (zh, fr, …).

    What nobody can tell (no letters, a few names) is en, or ja where it is Han characters.
    """
    sample = _sample(texts)
    counts = _count(sample)
    fallback = "ja" if counts.han > counts.latin else "en"
    if decided := _by_script(counts):
        return decided
    # The theme's placeholder text (lorem ipsum) is Latin, which langdetect takes for Catalan. A page of a few lines
    # on commands has some English words among its names.
    if "ipsum" in sample or (counts.english >= 2 and _may_be_english(sample)):
        return fallback
    return _ask(sample, counts, fallback)


def block_language(text: str, post: str) -> str:
    """Language of one block of a post that is in ``post``.

    Only a block of 8 Latin words, 10 kana or 20 Han characters can differ from its post: a name or
    a quoted word is no paragraph in another language.
    """
    # Nearly every block of a Japanese post leaves here.
    if post == "ja" and text.count(" ") < _BLOCK_WORDS - 1 and (len(text) < 20 or _KANA.search(text)):
        return post
    # A name, the title of a page: nobody is asked about so few letters.
    few = len(text) < _LONG_ENOUGH_TO_ASK and text.isascii()
    if few and len(text.encode().translate(_WORDS).split()) < _BLOCK_WORDS:
        return post
    sample = text[:SAMPLE]
    counts = _count(sample)
    if counts.kana >= _BLOCK_KANA or counts.words >= _BLOCK_WORDS:
        decided = _by_script(counts)
        if decided is not None:
            return decided
    if post == "ja":
        # Langdetect takes 16 MB and half a second for what a Japanese post hardly ever has.
        if counts.kana and counts.words < _BLOCK_WORDS:
            return "ja"
        foreign = {character for character in sample if character > "\x7f" and character.isalpha()}
        if any("\uac00" <= character <= "\ud7a3" for character in foreign):
            return "ko"
        latin = counts.latin > counts.han and all("\u3040" <= character <= "\u9fff" for character in foreign)
        if latin and _ROMANCE_OR_GERMAN.isdisjoint(sample.lower().split()):
            return "en" if counts.english and counts.words >= _BLOCK_WORDS and not _is_code(sample) else post
    elif post == "en" and _may_be_english(sample):
        return post
    return _ask(sample, counts, post)


def _may_be_english(text: str) -> bool:
    return text.isascii() and _ROMANCE_OR_GERMAN.isdisjoint(text.lower().split())


# Function words without accents that English does not share.
_ROMANCE_OR_GERMAN = frozenset(
    "al auf che con das dei del della der des di dos du een ein eine el es est et eu gli het il ist la las le les los"
    " mit nicht oder och para pas pour que se sich sie sont su sur un una une und uma van von zu".split()
)


class _Counts(NamedTuple):
    """How many characters of each script a text has, how many Latin words, and how many of them English ones."""

    kana: int
    han: int
    latin: int
    other: int
    words: int
    english: int


def _count(text: str) -> _Counts:
    """Count on UTF-8 bytes: a regular expression takes three to twenty times as long.

    A byte E3 followed by 81, 82 or 83 is U+3040 to U+30FF, and nothing else looks so.
    """
    data = text.encode("utf-8", "replace")
    if _HALF_WIDTH.search(data):
        data = unicodedata.normalize("NFKC", text).encode("utf-8", "replace")
    scripts = data.translate(_SCRIPTS)
    latin, kana, han = scripts.count(b"a"), scripts.count(b"Ek"), scripts.count(b"h")
    other = 0 if kana else scripts.count(b"o")
    if kana * 5 > latin * _KANA_PER_ENGLISH_WORD:
        # Too few letters for so many English words: no need to count them.
        return _Counts(kana, han, latin, other, latin // 5, 0)
    words = data.translate(_WORDS).split()
    return _Counts(kana, han, latin, other, len(words), sum(map(_ENGLISH.__contains__, words)))


def _by_script(counts: _Counts) -> str | None:
    """Ja or en where script and function words decide, else None."""
    if counts.kana > counts.english * _KANA_PER_ENGLISH_WORD and counts.kana >= counts.han * _KANA_PER_HAN:
        return "ja"
    if counts.english >= max(_FEW_ENGLISH_WORDS, counts.words * _ENGLISH_SHARE):
        return "en"
    return None


def _is_code(text: str) -> bool:
    return len(_CODE.findall(text)) * 20 > len(text)


def _ask(text: str, counts: _Counts, fallback: str) -> str:
    """Langdetect's answer where the text is prose, long enough, and the answer sure; else ``fallback``."""
    if counts.latin + (counts.other + counts.han) * _WEIGHT_OF_OTHER < _LONG_ENOUGH_TO_ASK:
        return fallback
    if _is_code(text):  # TeX is Catalan to langdetect, JavaScript is French
        return fallback
    factory, failure = _langdetect()
    detector = factory.create()
    detector.append(text)
    try:
        best = detector.get_probabilities()[0]
    except failure:  # digits and signs only
        return fallback
    code = str(best.lang).partition("-")[0]
    # Korean is written without Han characters today, so Han alone is a row of kanji.
    if code == "ko" and counts.han > counts.other:
        code = "ja"
    return code if best.prob >= _SURE_ENOUGH else fallback


@cache
def _langdetect() -> tuple[Any, type[Exception]]:
    from langdetect.lang_detect_exception import LangDetectException

    from jpkit.guess import load  # 0.3 s, and most posts never need it

    return load(), LangDetectException


def _sample(texts: Sequence[str]) -> str:
    whole = "\n".join(texts)
    if len(whole) <= SAMPLE:  # most posts
        return whole
    parts: list[str] = []
    left = SAMPLE
    for text in texts:
        parts.append(text[:left])
        left -= len(text)
        if left <= 0:
            break
    return "\n".join(parts)
