"""The order of a Japanese dictionary: what pages for people share.

Rows of the syllabary by reading, then letters, then the rest.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from jpkit.extraction.model import Entry, Extraction

# The rows of the syllabary by their first katakana; voiced and small ones belong to the same row.
_ROWS = tuple("アカサタナハマヤラワ")
_ROW_NAMES = {kana: f"{hiragana}行" for kana, hiragana in zip(_ROWS, "あかさたなはまやらわ", strict=True)}
_SMALL = str.maketrans("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ")


def language(extraction: Extraction) -> str:
    """The language of the words around the findings: "ja", or "en" where hardly a post is Japanese."""
    # Not half: of a site in two languages one page more or less would change every line.
    japanese = sum(post.lang == "ja" for post in extraction.posts)
    return "ja" if japanese * _HARDLY >= len(extraction.posts) else "en"


_HARDLY = 3


def by_row(entries: Iterable[Entry], other: str) -> Iterator[tuple[str, list[Entry]]]:
    """The entries by rows of the syllabary (あ行), then letters; what has neither is under ``other``."""
    rows: dict[tuple[int, str], list[Entry]] = {}
    sounds = [(_base_letters(_sounds(entry)), entry.id, entry) for entry in entries]
    for letters, _, entry in sorted(sounds, key=lambda one: one[:2]):
        rows.setdefault(_row(letters[:1], other), []).append(entry)
    for (_, name), inside in sorted(rows.items(), key=lambda row: row[0]):
        yield name, inside


def shown_reading(entry: Entry) -> str | None:
    """The reading where it says more than the name does."""
    name = entry.ja or entry.en or entry.id
    return entry.reading if entry.reading and _base_letters(entry.reading) != _base_letters(name) else None


def _sounds(entry: Entry) -> str:
    """What an entry is sorted by: its reading, else its name. A Latin name stays with its letter."""
    name = entry.ja or entry.en or entry.id
    first = unicodedata.normalize("NFKC", name)[:1]
    return (name if first.isascii() else entry.reading) or name


@lru_cache(maxsize=8192)  # Markdown and HTML ask the same
def _base_letters(text: str) -> str:
    """Katakana without voicing marks and small kana, lower-case letters: the order of a dictionary."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return letters.translate(_BASE)


class _Base(dict[int, str]):
    """The letter that one is sorted as, by its code point; each is looked at once."""

    def __missing__(self, code: int) -> str:
        katakana = chr(code + 0x60 if 0x3041 <= code <= 0x3096 else code)
        base = self[code] = "" if unicodedata.combining(katakana) else katakana.translate(_SMALL)
        return base


_BASE = _Base()


@lru_cache(maxsize=1024)
def _row(first: str, other: str) -> tuple[int, str]:
    if "ア" <= first <= "ヴ":
        kana = max(row for row in _ROWS if row <= first)
        return _ROWS.index(kana), _ROW_NAMES[kana]
    if first.isascii() and first.isalpha():
        return 100 + ord(first), first.upper()
    return 999, other
