"""Whether an editor would keep a term in a glossary: a small logistic model over what can be seen of it.

A term is right and useless where it is no term: 利用可能, 一部, 変更. Three tables of weights, since three
kinds of words tell it by different signs: Japanese ones, Latin ones in Japanese text (mostly names) and
phrases of English text. The weights were learnt from terms that were read one by one
(``tests/benchmarks/worth``); ``tests/benchmarks/term_worth.py`` learns them anew and says how well they do.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from math import exp, log

from jpkit.bilingual.plain_words import plain_words
from jpkit.bilingual.seen import Seen
from jpkit.data import read_data
from jpkit.extraction import english_words as lists
from jpkit.extraction.catalogue import catalogue
from jpkit.extraction.english import english_key
from jpkit.extraction.japanese import term_key
from jpkit.extraction.ranking import RARE, Known
from jpkit.extraction.terms import what_is_known
from jpkit.tokens import parts

JAPANESE: Mapping[str, float] = {
    "bias": 0.08,
    "acronym inside": 0.41,
    "act": -0.62,
    "adjectival": -0.33,
    "all everyday": -0.77,
    "basic": 2.67,
    "code inside": -0.55,
    "common": -0.37,
    "common and technical": 0.54,
    "common katakana": 0.22,
    "counter": -0.18,
    "defined": 0.83,
    "everyday": -2.61,
    "everyday beginning": -0.82,
    "everyday head": -0.54,
    "explained": 0.00,
    "field or method": 0.33,
    "four words": -0.44,
    "frequency": 0.56,
    "inside": -0.38,
    "kanji": -0.06,
    "katakana": 0.38,
    "latin": -0.44,
    "latin blank": -0.16,
    "linked": 0.83,
    "listed as common": -0.13,
    "not ranked": -0.02,
    "okurigana": -0.19,
    "one word": -0.31,
    "one word of three kanji": 0.40,
    "prefixed": -0.91,
    "suffix": 0.24,
    "technical": 2.26,
    "technical both": -0.32,
    "three words": 0.33,
    "titled": -0.39,
    "two kanji": -0.42,
    "verbal kanji": -0.58,
    "verbal word": -0.48,
}
"""What each feature of a term in kana or kanji adds, in log odds."""

LATIN: Mapping[str, float] = {
    "bias": 1.21,
    "abstract noun": -0.48,
    "acronym": 0.99,
    "in the catalogue": 0.42,
    "adjective": -0.28,
    "basic": 0.06,
    "basic both": 0.25,
    "basic first": -0.31,
    "basic head": -0.23,
    "camel from small": -0.36,
    "capital": -0.26,
    "capitals": 0.85,
    "code": -1.43,
    "command": -1.59,
    "defined": 0.35,
    "everyday": -1.28,
    "everyday first": -0.24,
    "explained": 1.25,
    "generic": 0.04,
    "generic head": -0.56,
    "known latin": 0.47,
    "linked": 0.34,
    "long capitals": -0.41,
    "name and technical tail": -0.40,
    "not ranked": -0.57,
    "participle first": 0.24,
    "score": 0.31,
    "short": -0.60,
    "small beginning": -0.26,
    "small letters": -0.65,
    "small phrase": -0.96,
    "technical": 0.41,
    "technical tail": -0.31,
    "titled": 0.93,
    "two words": -0.47,
    "verb": -0.19,
    "verb or noun": -0.36,
    "word of code": -2.31,
}
"""The same for a term in Latin letters that stands in Japanese text."""

ENGLISH: Mapping[str, float] = {
    "bias": -0.20,
    "acronym": 0.99,
    "in the catalogue": 0.27,
    "acronym inside": -0.81,
    "acronym last": -0.50,
    "adjective": 0.23,
    "adjective head": 0.35,
    "all generic": -0.53,
    "basic": 2.07,
    "basic both": 0.32,
    "basic first": 0.64,
    "basic head": 0.28,
    "camel": 0.31,
    "camel from small": -0.45,
    "capital first": -0.61,
    "capitals": 0.19,
    "code": -0.34,
    "command": -1.34,
    "defined": 0.72,
    "digit": -0.74,
    "everyday": -1.78,
    "everyday head": -0.37,
    "explained": 0.77,
    "four words": -0.34,
    "frequency": 0.31,
    "function word": -0.19,
    "generic": -0.67,
    "generic first": -0.29,
    "generic head": -0.22,
    "hyphen": 0.25,
    "ing noun": 0.41,
    "inside": 0.10,
    "linked": 0.16,
    "name and technical tail": 0.57,
    "name first": 0.48,
    "not ranked": -0.12,
    "participle first": -0.15,
    "score": 0.17,
    "small first": -0.71,
    "small letters": -0.32,
    "technical": 2.16,
    "technical beginning": 0.43,
    "three words": -0.50,
    "titled": 0.29,
    "verb or noun": -0.19,
    "verb or noun head": -0.78,
    "word of code": -0.41,
}
"""The same for a term of English text."""


_NOTHING = Seen()


def worth(ja: str | None, en: str | None = None, seen: Seen = _NOTHING) -> float:
    """The probability, 0 to 1, that an editor of a glossary would keep the term.

    ``ja`` is its name in Japanese text (Hugo is one, too), ``en`` that in English text; with both, both speak.
    """
    sides = [side for side in (_odds_japanese(ja, seen), _odds_english(en, seen)) if side is not None]
    if not sides:
        return 0.0
    if ja is not None and ja == en:
        sides = sides[:1]
    return 1 / (1 + exp(-sum(sides) / len(sides)))


def _odds_japanese(ja: str | None, seen: Seen) -> float | None:
    if not ja:
        return None
    table, spelled = (JAPANESE, japanese_features) if is_japanese(ja) else (LATIN, latin_features)
    return _sum(table, spelled(ja), seen)


def _odds_english(en: str | None, seen: Seen) -> float | None:
    return _sum(ENGLISH, english_features(en), seen) if en else None


def _sum(table: Mapping[str, float], spelled: Mapping[str, float], seen: Seen) -> float:
    found = (*spelled.items(), *evidence(seen))
    return table["bias"] + sum(table.get(name, 0.0) * value for name, value in found)


def evidence(seen: Seen) -> Iterator[tuple[str, float]]:
    """The features of what the site says."""
    yield "frequency", log(seen.count)
    yield "pages", log(seen.pages)
    if seen.score is None:
        yield "not ranked", 1.0
    else:
        score = min(max(seen.score, 0.001), 0.999)
        yield "score", log(score / (1 - score))
    yield "titled", float(seen.titled)
    yield "linked", float(seen.linked)
    yield "defined", float(seen.defined)
    yield "explained", float(seen.explained)
    yield "inside", seen.inside


# Japanese


@lru_cache(maxsize=8192)
def japanese_features(surface: str) -> Mapping[str, float]:
    """The features of the spelling of a term in kana or kanji."""
    key = term_key(surface)
    known, plain = _known(), plain_words()
    words = [part for part in parts(surface) if part.surface.strip()]
    if not words:
        return {}
    last = words[-1]
    common = known.common.get(key)
    single = len(words) == 1
    technical = key in known.technical
    kanji = _KANJI.fullmatch(surface) is not None
    katakana = _KATAKANA.fullmatch(surface) is not None
    latin = _LETTER.search(key) is not None
    verbal, head = "サ変可能" in last.pos, term_key(last.surface)
    head_common = None if single else known.common.get(head)
    cuts = range(1, len(words))
    has_tail = any(term_key("".join(part.surface for part in words[at:])) in known.technical for at in cuts)
    has_head = any(term_key("".join(part.surface for part in words[:at])) in known.technical for at in cuts)
    found: dict[str, float] = {
        "technical": technical,
        "technical tail": not technical and has_tail,
        "technical beginning": not technical and has_head,
        "basic": key in plain.basic_ja,
        "everyday": key in plain.everyday_ja,
        "everyday head": not single and head in plain.everyday_ja,
        "everyday beginning": not single and term_key(words[0].surface) in plain.everyday_ja,
        "all everyday": not single
        and not technical
        and all(term_key(word.surface) in plain.everyday_ja for word in words),
        "common": 0.0 if common is None else common - RARE,
        "listed as common": common is not None,
        "common and technical": common is not None and technical,
        "common katakana": katakana and common is not None,
        "common head": 0.0 if head_common is None else head_common - RARE,
        "common beginning": not single and term_key(words[0].surface) in known.common,
        "one word": single,
        "three words": len(words) == 3,
        "four words": len(words) > 3,
        "katakana": katakana,
        "kanji": kanji,
        "two kanji": kanji and len(surface) == 2,
        "one word of three kanji": kanji and single and len(surface) > 2,
        "okurigana": not katakana and _HIRAGANA.search(surface) is not None,
        "latin beginning": latin and _LETTER.match(key) is not None,
        "latin blank": latin and " " in surface,
        "latin and common head": latin and head_common is not None,
        "latin and technical tail": latin and has_tail,
        "technical both": not technical and has_tail and has_head,
        "latin": latin,
        "acronym inside": _ACRONYM.search(surface) is not None,
        "code inside": latin and _CODE.search(surface) is not None,
        "verbal word": verbal and single,
        "verbal kanji": verbal and single and kanji,
        "verbal head": verbal and not single,
        "adverbial": "副詞可能" in last.pos,
        "adjectival": last.pos[0] == "形状詞" or "形状詞可能" in last.pos,
        "counter": "助数詞可能" in last.pos,
        "suffix": last.pos[0] == "接尾辞",
        "place or person": "地名" in last.pos or "人名" in last.pos,
        "proper": "固有名詞" in last.pos,
        "prefixed": words[0].pos[0] == "接頭辞",
        "no noun": last.pos[0] not in ("名詞", "接尾辞"),
        "ends in 化": surface.endswith("化"),
        "ends in 性": surface.endswith("性"),
        "field or method": surface.endswith(("法", "学", "関数", "式", "分布", "数", "行列", "率", "型", "量"))
        and not single,
        "act": _ACT.search(surface) is not None,
    }
    return {name: float(value) for name, value in found.items() if value}


# Latin


@lru_cache(maxsize=8192)
def latin_features(surface: str) -> Mapping[str, float]:
    """The features of the spelling of a term in Latin letters that Japanese text holds."""
    words = surface.split()
    found: dict[str, float] = {
        "acronym": all(_ACRONYM.fullmatch(part) for part in surface.split("/")),
        "in the catalogue": bool(catalogue().names(surface)),
        "long capitals": surface.isupper() and len(surface) > 5,
        "camel": len(words) == 1 and _CAMEL.search(surface) is not None,
        "camel from small": _SMALL_CAMEL.fullmatch(surface) is not None,
        "small letters": surface.islower() and len(words) == 1,
        "capital": len(words) == 1 and surface[0].isupper() and surface[1:].islower(),
        "digit": _DIGIT.search(surface) is not None,
        "code": _CODE.search(surface) is not None and not catalogue().names(surface),
        "small phrase": len(words) > 1 and surface.islower(),
        "small beginning": len(words) > 1 and words[0].islower() and not surface.islower(),
        "capitals": len(words) > 1 and all(not word[0].islower() for word in words),
        "two words": len(words) == 2,
        "three words": len(words) > 2,
        "known latin": term_key(surface) in _known().common,
        "short": len(surface) < 3,
        **_words_of(words),
    }
    return {name: float(value) for name, value in found.items() if value}


# English


@lru_cache(maxsize=8192)
def english_features(surface: str) -> Mapping[str, float]:
    """The features of the spelling of a term of English text."""
    words = surface.replace("-", " ").split()
    found: dict[str, float] = {
        "acronym": all(_ACRONYM.fullmatch(part) for part in surface.split("/")),
        "in the catalogue": bool(catalogue().names(surface)),
        "acronym inside": len(words) > 1 and any(_ACRONYM.fullmatch(word) for word in words),
        "acronym last": len(words) > 1 and _ACRONYM.fullmatch(words[-1]) is not None,
        "camel": _CAMEL.search(surface) is not None,
        "camel from small": _SMALL_CAMEL.fullmatch(surface) is not None,
        "small letters": surface.islower(),
        "capitals": len(words) > 1 and all(not word[0].islower() for word in words),
        "capital first": len(words) > 1 and words[0][0].isupper() and words[-1].islower(),
        "small first": len(words) > 1 and words[0].islower() and not surface.islower(),
        "digit": _DIGIT.search(surface) is not None,
        "code": _CODE.search(surface) is not None and not catalogue().names(surface),
        "hyphen": "-" in surface,
        "two words": len(words) == 2,
        "three words": len(words) == 3,
        "four words": len(words) > 3,
        **_words_of(words),
    }
    return {name: float(value) for name, value in found.items() if value}


def _words_of(words: list[str]) -> dict[str, float]:
    """What the closed lists, the vocabulary and the catalogue say of the words of a Latin phrase."""
    lower = [english_key(word) for word in words]
    last, first, single = lower[-1], lower[0], len(lower) == 1
    technical, plain = _english(), plain_words()
    whole = "".join((*(word.lower() for word in words[:-1]), last)) in technical
    tail = any("".join(lower[at:]) in technical for at in range(1, len(lower)))
    beginning = any("".join(lower[:at]) in technical for at in range(1, len(lower)))
    named = not single and bool(catalogue().names(words[0]))
    small = all(word.islower() for word in words)
    return {
        "technical": whole,
        "technical in japanese": not whole and single and _in_japanese(last),
        "technical tail": not whole and tail,
        "technical beginning": not whole and beginning,
        "technical both": not whole and tail and beginning,
        "name first": named and not words[0].islower(),
        "name and technical tail": named and not words[0].islower() and tail,
        "command": named and small,
        "basic": single and last in plain.basic_en,
        "everyday": single and last in plain.everyday_en,
        "everyday head": not single and last in plain.everyday_en,
        "everyday first": not single and first in plain.everyday_en,
        "basic head": not single and last in plain.basic_en,
        "basic first": not single and first in plain.basic_en,
        "basic both": not single and first in plain.basic_en and last in plain.basic_en,
        "word of code": single and last in plain.code,
        "generic": single and last in lists.GENERIC,
        "generic head": not single and last in lists.GENERIC,
        "generic first": not single and first in lists.GENERIC,
        "all generic": not single and all(word in lists.GENERIC or word in lists.EITHER for word in lower),
        "verb or noun": single and last in lists.EITHER,
        "verb or noun head": not single and last in lists.EITHER,
        "verb": single and (last in lists.VERBS or last.endswith(lists.VERB_ENDINGS)),
        "verb inside": not single and any(word in lists.VERBS for word in lower),
        "verb first": not single and (first in lists.VERBS or first in lists.EITHER),
        "function word": any(word in lists.FUNCTION or word in lists.WEAK for word in lower),
        "adjective": single and (last in lists.ADJECTIVES or last in lists.WEAK),
        "adjective head": not single and (last in lists.ADJECTIVES or last.endswith(lists.ADJECTIVE_ENDINGS)),
        "adjective first": not single and (first in lists.ADJECTIVES or first.endswith(lists.ADJECTIVE_ENDINGS)),
        "abstract noun": last.endswith(("ity", "ness", "tion", "ment", "ance", "ence")),
        "ing noun": last in lists.ING_NOUNS,
        "participle first": not single and first.endswith(("ed", "ing")),
    }


@lru_cache(maxsize=8192)
def _in_japanese(word: str) -> bool:
    """Does our vocabulary hold what Sudachi takes for the Japanese of an English word (repository: リポジトリ)?"""
    return term_key("".join(part.normalized for part in parts(word))) in _known().technical


@cache
def _english() -> frozenset[str]:
    return frozenset(read_data("computing-en.txt").split("\n"))


@cache
def _known() -> Known:
    return what_is_known(())


def is_japanese(name: str) -> bool:
    """Has it kana or kanji?"""
    return _JAPANESE.search(name) is not None


_JAPANESE = re.compile("[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LETTER = re.compile("[A-Za-z]")
_DIGIT = re.compile("[0-9]")
_KANJI = re.compile("[\u3005\u3400-\u9fff\uf900-\ufaff]+")
_KATAKANA = re.compile("[\u30a1-\u30ff]+")
_HIRAGANA = re.compile("[\u3041-\u309f]")
_ACRONYM = re.compile("(?<![A-Za-z])[A-Z][A-Z0-9]{1,5}s?(?![A-Za-z])|(?<![A-Za-z])[A-Z][a-z]?[A-Z]{1,3}(?![A-Za-z])")
_CAMEL = re.compile("[A-Z][a-z0-9]+[A-Z]")
_SMALL_CAMEL = re.compile("[a-z]+[A-Z][A-Za-z]*")
_CODE = re.compile(r"[_%=<>$@]|#.|[a-z]/|/[a-z]|^\.|\.[a-z]|[a-z]\.[A-Z]")
_ACT = re.compile(
    "(?:表示|入力|出力|追加|変更|確認|作成|実行|設定|取得|検索|選択|更新|管理|移動|利用|使用|起動|情報|画面|方法|記事)$"
)
