"""What can be seen of a term, as numbers: the features that ``worth`` weighs.

Three functions for three kinds of spelling, since each kind tells a term by other signs, and one for what the
site says of it. A feature that is not named is 0.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from math import log

from jpkit.bilingual.plain_words import plain_words
from jpkit.bilingual.seen import Seen
from jpkit.data import read_data
from jpkit.extraction import english_words as lists
from jpkit.extraction.catalogue import catalogue
from jpkit.extraction.english import english_key
from jpkit.extraction.japanese import term_key
from jpkit.extraction.ranking import RARE, Known
from jpkit.extraction.terms import what_is_known
from jpkit.lazy import lazy
from jpkit.letters import is_kanji
from jpkit.tokens import parts


def evidence(seen: Seen) -> Mapping[str, float]:
    """The features of what the site says."""
    found: dict[str, float] = {
        "frequency": log(max(seen.times, 1)),
        "titled": seen.titled,
        "linked": seen.linked,
        "defined": seen.defined,
        "explained": seen.explained,
        "inside": seen.inside,
    }
    if seen.score is None:
        found["not ranked"] = 1
    else:
        score = min(max(seen.score, 0.001), 0.999)
        found["score"] = log(score / (1 - score))
    return found


@lru_cache(maxsize=8192)
def japanese_features(surface: str) -> Mapping[str, float]:
    """The features of the spelling of a term in kana or kanji."""
    words = [part for part in parts(surface) if part.surface.strip()]
    known, plain = _known(), plain_words()
    key, last = term_key(surface), words[-1]
    keys = [term_key(word.surface) for word in words]
    technical, single = key in known.technical, len(words) == 1
    kanji, katakana = all(map(is_kanji, surface)), _KATAKANA.fullmatch(surface)
    latin, verbal = _LETTER.search(key), single and "サ変可能" in last.pos
    return _present(
        {
            "technical": technical,
            "basic": key in plain.basic_ja,
            "everyday": key in plain.everyday_ja,
            "everyday beginning": not single and keys[0] in plain.everyday_ja,
            "everyday head": not single and keys[-1] in plain.everyday_ja,
            "all everyday": not (single or technical) and all(word in plain.everyday_ja for word in keys),
            "common": known.common.get(key, RARE) - RARE,
            "katakana": katakana,
            "two kanji": kanji and len(surface) == 2,
            "one word of three kanji": kanji and single and len(surface) > 2,
            "three words": len(words) == 3,
            "four words": len(words) > 3,
            "okurigana": not katakana and _HIRAGANA.search(surface),
            "latin": latin,
            "acronym inside": _ACRONYM.search(surface),
            "code inside": latin and _CODE.search(surface),
            "prefixed": words[0].pos[0] == "接頭辞",
            "adjectival": last.pos[0] == "形状詞" or "形状詞可能" in last.pos,
            "verbal word": verbal,
            "verbal kanji": verbal and kanji,
            "act": surface.endswith(_ACTS),
            "field or method": not single and surface.endswith(_FIELDS),
        }
    )


@lru_cache(maxsize=8192)
def latin_features(surface: str) -> Mapping[str, float]:
    """The features of the spelling of a term in Latin letters that Japanese text holds."""
    words = surface.split()
    single, small = len(words) == 1, surface.islower()
    return _present(
        {
            **_any_latin(surface, words),
            "ordinary word": single and not surface.isupper() and _is_ordinary(surface),
            "known latin": term_key(surface) in _known().common,
            "two words": len(words) == 2,
            "small letters": single and small,
            "small phrase": not single and small,
            "long capitals": surface.isupper() and len(surface) > 5,
            "short": len(surface) < 3,
        }
    )


@lru_cache(maxsize=8192)
def english_features(surface: str) -> Mapping[str, float]:
    """The features of the spelling of a term of English text."""
    words = surface.replace("-", " ").split()
    if not words:
        return {}
    single = len(words) == 1
    acronyms = [word for word in words if _ACRONYM.fullmatch(word)]
    return _present(
        {
            **_any_latin(surface, words),
            "acronym inside": not single and acronyms,
            "acronym last": not single and words[-1] in acronyms,
            "camel": _CAMEL.search(surface),
            "capital first": not single and not words[0][0].islower() and words[-1].islower(),
            "small first": words[0][0].islower() and not surface.islower(),
            "digit": _DIGIT.search(surface),
            "three words": len(words) == 3,
            "four words": len(words) > 3,
        }
    )


def _any_latin(surface: str, words: Sequence[str]) -> dict[str, object]:
    """What the closed lists, the vocabulary and the catalogue say of a Latin name or phrase."""
    keys = [english_key(word) for word in words]
    technical, in_catalogue = english_key(surface) in _english(), bool(catalogue().names(surface))
    return {
        "acronym": all(_ACRONYM.fullmatch(part) for part in _JOINT.split(surface)),
        "in the catalogue": in_catalogue,
        "technical": technical,
        "code": not in_catalogue and _CODE.search(surface),
        "camel from small": _SMALL_CAMEL.fullmatch(surface),
        "abstract noun": keys[-1].endswith(("ity", "ness", "tion", "ment", "ance", "ence")),
        "ing noun": keys[-1] in lists.ING_NOUNS,
        **(_word(keys[0]) if len(words) == 1 else _phrase(words, keys, technical=technical)),
    }


def _word(key: str) -> dict[str, object]:
    plain = plain_words()
    return {
        "basic": key in plain.basic_en,
        "everyday": key in plain.everyday_en,
        "word of code": key in plain.code,
        "generic": key in lists.GENERIC,
        "verb or noun": key in lists.EITHER,
    }


def _phrase(words: Sequence[str], keys: Sequence[str], *, technical: bool) -> dict[str, object]:
    plain, last = plain_words(), keys[-1]
    named = bool(catalogue().names(words[0]))
    name_first = named and not words[0].islower()
    begins = any("".join(keys[:at]) in _english() for at in range(1, len(keys)))
    ends = any("".join(keys[at:]) in _english() for at in range(1, len(keys)))
    return {
        "technical beginning": not technical and begins,
        "capitals": not any(word[0].islower() for word in words),
        "name first": name_first,
        "name and technical tail": name_first and ends,
        "command": named and all(word.islower() for word in words),
        "basic first": keys[0] in plain.basic_en,
        "everyday head": last in plain.everyday_en,
        "generic head": last in lists.GENERIC,
        "all generic": all(word in lists.GENERIC or word in lists.EITHER for word in keys),
        "verb or noun head": last in lists.EITHER,
        "adjective head": last in lists.ADJECTIVES or last.endswith(lists.ADJECTIVE_ENDINGS),
    }


@lru_cache(maxsize=8192)
def _is_ordinary(word: str) -> bool:
    """Is it in a list of English words, whatever its letters' case? Release, Sponsors, Routing."""
    key, plain = english_key(word), plain_words()
    return key.endswith(lists.ORDINARY_ENDINGS) or any(
        key in words
        for words in (
            lists.FUNCTION,
            lists.GENERIC,
            lists.EITHER,
            lists.VERBS,
            lists.WEAK,
            lists.ADJECTIVES,
            plain.everyday_en,
            plain.basic_en,
            plain.code,
        )
    )


def _present(found: Mapping[str, object]) -> Mapping[str, float]:
    """Numbers as they are, whatever else is there as 1."""
    return {name: value if isinstance(value, float) else 1.0 for name, value in found.items() if value}


@cache
def _english() -> frozenset[str]:
    return frozenset(read_data("computing-en.txt").split("\n"))


@cache
def _known() -> Known:
    return what_is_known(())


_LETTER = lazy("[A-Za-z]")
_DIGIT = lazy("[0-9]")
_KATAKANA = lazy("[\u30a1-\u30ff]+")
_HIRAGANA = lazy("[\u3041-\u309f]")
# GKE, APIs, IaC, OAuth2 is none.
_ACRONYM = lazy("(?<![A-Za-z])(?:[A-Z][A-Z0-9]{1,5}s?|[A-Z][a-z]?[A-Z]{1,3})(?![A-Za-z])")
_JOINT = lazy("[-/&]")
_CAMEL = lazy("[A-Z][a-z0-9]+[A-Z]")
_SMALL_CAMEL = lazy("[a-z]+[A-Z][A-Za-z]*")
# snake_case, target=x, C# is none, owner/name, .gitignore, index.html, Release.Name
_CODE = lazy(r"[_%=<>$@]|#.|[a-z]/|/[a-z]|^\.|\.[a-z]|[a-z]\.[A-Z]")
_ACTS = tuple(
    "表示 入力 出力 追加 変更 確認 作成 実行 設定 取得 検索 選択 更新 管理 移動 利用 使用 起動"
    " 情報 画面 方法 記事".split()
)
_FIELDS = ("法", "学", "関数", "式", "分布", "数", "行列", "率", "型", "量")
