"""The names of an entry by language: what a termbase lists below Japanese and below English."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from jpkit.extraction.model import Entry
from jpkit.lazy import lazy
from jpkit.write.plain import plain

Language = Literal["ja", "en"]
Form = Literal["main", "abbreviation", "variant"]
LANGUAGES: tuple[Language, ...] = ("ja", "en")

# Kana, kanji and their marks; half-width katakana as well.
_JAPANESE = lazy("[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]")


def other(lang: Language) -> Language:
    return "en" if lang == "ja" else "ja"


class Name(NamedTuple):
    """One name of an entry in one language."""

    text: str
    form: Form


def names(entry: Entry, lang: Language) -> tuple[Name, ...]:
    """The main name in a language, if it has one there, then abbreviations, then variants; none of them twice.

    What holds kana or kanji is Japanese. A Latin abbreviation (GCS) is used in both languages. A Latin
    variant is English, but where the Japanese name is Latin too (Kubernetes, k8s) it belongs to both.
    A variant that is the initials of a main name counts as an abbreviation.
    """
    ja, en = plain(entry.ja or ""), plain(entry.en or "")
    main, foreign = (ja, en) if lang == "ja" else (en, ja)
    found = {main: Name(main, "main")}
    for short in _plain(entry.abbreviations):
        if lang == "ja" if _is_japanese(short) else main:
            found.setdefault(short, Name(short, "abbreviation"))
    for variant in _plain(entry.variants):
        latin_here = main and (not foreign or lang == "en" or not _is_japanese(ja))
        # The other language's main name may be listed among the spellings; it is no variant in this one.
        if variant != foreign and (lang == "ja" if _is_japanese(variant) else latin_here):
            form: Form = "abbreviation" if variant in (_initials(ja), _initials(en)) else "variant"
            found.setdefault(variant, Name(variant, form))
    found.pop("", None)
    return tuple(found.values())


def by_language(entry: Entry) -> dict[Language, tuple[Name, ...]]:
    """The names in both languages; empty where no language has any, which is nothing to write down."""
    found = {lang: names(entry, lang) for lang in LANGUAGES}
    return found if any(found.values()) else {}


def _plain(texts: Iterable[str]) -> list[str]:
    return [plain(text) for text in texts]


def _is_japanese(text: str) -> bool:
    return _JAPANESE.search(text) is not None


def _initials(name: str) -> str:
    """Amazon Web Services: AWS."""
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words).upper() if len(words) > 1 else ""
