"""What a title is about: its content words with their weights, and how other text is folded to find them."""

import unicodedata

from jpkit.lazy import lazy
from jpkit.letters import is_kanji

_LATIN_WORDS = lazy(r"[0-9a-z][0-9a-z+#]*(?:[.-][0-9a-z+#]+)*")
_SHORT_FORMS = lazy(r"(?<![0-9A-Za-z.-])[A-Z]{2,6}(?![0-9A-Za-z.-])")
_KATAKANA_WORDS = lazy("[ァ-ヺー]{2,}")
_STOP_WORDS = frozenset(
    "the of and to is that for it with are be this you by from your we have which can not was will in on an at"
    " as or do if how what why when using use new my our about into should has had been being before after"
    " would could must may might they them their there here then than so but just more most some any all also who"
    " where while these those its it's i me us did does done get got make made let one two without".split()
)


def title_words(title: str) -> list[tuple[str, float]]:
    """Content of a title: Latin words and katakana words whole, kanji as pairs, each with its weight.

    A short form in capitals is what the post is about more surely than any plain word beside it.
    """
    folded = fold(title)
    shorts = {short.lower() for short in _SHORT_FORMS.findall(unicodedata.normalize("NFKC", title))}
    if len(shorts) > 2:
        shorts = set()  # a title that is all in capitals
    words: dict[str, float] = {}
    for word in _LATIN_WORDS.findall(folded):
        if word not in _STOP_WORDS and len(word) > 1 and not word.isdigit():
            words[_stem(word)] = 2.5 if word in shorts else 1.5
    for word in _KATAKANA_WORDS.findall(folded):
        words[word] = 1.5
    for at in range(len(folded) - 1):
        if is_kanji(folded[at]) and is_kanji(folded[at + 1]):
            words[folded[at : at + 2]] = 1.0
    return list(words.items())


def _stem(word: str) -> str:
    """What forms of an English word share: "Containers" is about what "A container is …" says, moving about moved."""
    if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(word) > 5 and any(vowel in stem for vowel in "aeiou"):
            return stem
    return word


def fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
