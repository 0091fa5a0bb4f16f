"""Words for a Japanese input method: what is typed, and what it becomes.

The Japanese name under its reading. Under the same reading the English name as well, where the
Japanese one is that name in katakana: who types さーびすめっしゅ may want either サービスメッシュ or
service mesh. The reading of a translated term (けいぞくてきでりばりー) is no way to say its English
name, and so leads to the Japanese one alone. Entries without a reading are left out, and spellings that
the glossary does not prefer are not offered.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from jpkit.extraction.model import Entry
from jpkit.lazy import lazy

_HIRAGANA = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}
# Nobody types the blanks and middle dots between the words of a name.
_BETWEEN = lazy("[\\s・]+")
# What can be typed with kana input on. Mozc takes a few signs more; of them "#" and "!" would begin a comment.
_TYPED = lazy("[0-9A-Za-zぁ-ゖー]+")
_KATAKANA_NAME = lazy("[ァ-ヶー・\\s]+")
_CONTROL = lazy("[\0-\x20\x7f]+")


def rows(entries: Iterable[Entry], *, longest: int, size: Callable[[str], int]) -> Iterator[str]:
    """A line a word without its end: reading in hiragana, word, part of speech and the other name, between tabs.

    ``longest`` is what the input method takes for a reading or a word, measured by ``size``.
    """
    seen = set()
    for entry in entries:
        typed = typed_as(entry.reading or "")
        for word, other in _words(entry):
            if typed and word and max(size(typed), size(word)) <= longest and (typed, word) not in seen:
                seen.add((typed, word))
                comment = "" if other == word or size(other) > longest else other
                yield "\t".join(filter(None, (typed, word, "名詞", comment)))


def typed_as(reading: str) -> str | None:
    """The reading as it is typed, in hiragana; None where it holds what nobody can type."""
    typed = _BETWEEN.sub("", unicodedata.normalize("NFKC", reading)).translate(_HIRAGANA)
    return typed if _TYPED.fullmatch(typed) else None


def _words(entry: Entry) -> Iterator[tuple[str, str]]:
    """Each name with the other for a comment."""
    ja, en = _line(entry.ja or ""), _line(entry.en or "")
    yield (ja, en) if ja else (en, ja)
    if ja and en and _KATAKANA_NAME.fullmatch(unicodedata.normalize("NFKC", ja)):
        yield en, ja


def _line(text: str) -> str:
    """The text between two tabs; what is no Unicode shows as on standard output."""
    return _CONTROL.sub(" ", text).strip().encode("utf-8", "backslashreplace").decode()
