"""Whether an editor would keep a term in a glossary: a small logistic model over what can be seen of it.

A term is right and useless where it is no term: 利用可能, 一部, 変更. Three tables of weights, since three
kinds of words tell it by different signs: Japanese ones, Latin ones in Japanese text (mostly names) and
phrases of English text. The weights were learnt from terms that were read one by one
(``tests/benchmarks/worth``); ``tests/benchmarks/term_worth.py`` learns them anew and says how well they do.
"""

from collections.abc import Mapping
from math import exp

from jpkit.bilingual.seen import Seen
from jpkit.bilingual.worth_features import english_features, evidence, japanese_features, latin_features
from jpkit.letters import is_japanese

JAPANESE: Mapping[str, float] = {
    "bias": -0.12,
    "technical": 2.44,  # data/computing-ja.txt has it
    "basic": 2.73,  # ファイル, 引数
    "everyday": -2.67,  # 変更, 記事
    "everyday beginning": -0.64,  # 検索画面
    "everyday head": -0.39,  # 技術記事
    "all everyday": -0.84,  # 最新情報
    "common": -0.30,  # log share of technical posts of any subject that hold it, above the rarest
    "katakana": 0.33,
    "two kanji": -0.72,
    "one word of three kanji": 0.01,  # 複素数
    "three words": 0.36,
    "four words": -0.45,  # or more
    "okurigana": -0.27,  # 引き渡し
    "latin": -0.48,  # a Latin word in it
    "acronym inside": 0.19,  # QR分解
    "code inside": -0.51,  # Chart.yamlファイル
    "prefixed": -0.91,  # 再配置, 同ディレクトリ
    "adjectival": -0.35,  # 複雑, 利用可能
    "verbal word": -0.48,  # one word that する makes a verb
    "verbal kanji": -0.61,  # the same in kanji: 追跡
    "act": -0.82,  # ends in what a page or a person does: 一覧表示
    "field or method": 0.47,  # 最小二乗法, 偏微分方程式
    "frequency": 0.49,  # log of the count
    "linked": 0.67,
    "defined": 0.79,
    "inside": -0.47,
}
"""What each feature of a term in kana or kanji adds, in log odds."""

LATIN: Mapping[str, float] = {
    "bias": 1.16,
    "acronym": 1.20,
    "in the catalogue": 0.50,  # data/services.tsv.gz has it
    "technical": 0.33,  # data/computing-en.txt has it
    "known latin": 0.44,  # posts of several subjects hold it
    "capitals": 0.63,  # several words, none of them small
    "two words": -0.33,
    "small letters": -0.33,
    "small phrase": -0.83,  # complex number
    "command": -1.45,  # helm repo list: small, and begins with a tool
    "code": -1.42,  # blank.user.js
    "word of code": -1.77,  # init, func
    "long capitals": -0.25,  # BYTEORDER
    "camel from small": -0.49,  # toString
    "short": -0.54,  # two letters
    "everyday": -1.01,
    "ordinary word": -0.93,  # Routing, Sponsors: in a list of English words
    "generic head": -0.74,  # GitHub Help
    "abstract noun": -0.34,  # -tion, -ity, -ment
    "verb or noun": -0.17,  # call
    "name and technical tail": -0.40,  # JavaScript Libraries
    "score": 0.35,  # log odds
    "not ranked": -0.63,
    "titled": 0.36,
    "linked": 0.35,
    "defined": 0.28,
    "explained": 1.32,
}
"""The same for a term in Latin letters that stands in Japanese text."""

ENGLISH: Mapping[str, float] = {
    "bias": -0.56,
    "acronym": 1.21,
    "acronym inside": -0.63,  # VCS repo
    "acronym last": -0.39,  # custom CI
    "technical": 2.11,  # data/computing-en.txt has it
    "technical beginning": 0.22,  # version control tool
    "basic": 2.30,  # file, variable
    "basic first": 0.69,  # storage backend
    "name first": 0.54,  # Helm plugin
    "name and technical tail": 0.66,  # Kubernetes cluster
    "command": -1.31,  # helm repo list
    "everyday": -1.80,  # section
    "everyday head": -0.41,  # peak season
    "generic": -0.77,  # one of those that ``english_words`` lists as no key terms
    "all generic": -0.63,  # code change
    "verb or noun head": -0.76,  # computer crash
    "word of code": -0.46,
    "adjective head": 0.46,  # cloud native
    "ing noun": 0.24,  # scheduling
    "capital first": -0.41,  # Helm documentation
    "small first": -0.94,  # default ClusterRole
    "camel": 0.20,  # PodTemplate
    "camel from small": -0.38,  # imagePullPolicy
    "digit": -0.66,
    "code": -0.17,
    "three words": -0.37,
    "four words": -0.24,
    "frequency": 0.35,  # log of the count
    "score": 0.20,  # log odds
    "titled": 0.36,
    "defined": 0.73,
    "explained": 0.88,
}
"""The same for a term of English text."""


_NOTHING = Seen()


def worth(ja: str | None, en: str | None = None, seen: Seen = _NOTHING) -> float:
    """The probability, 0 to 1, that an editor of a glossary would keep the term.

    ``ja`` is its name in Japanese text (Hugo is one, too), ``en`` that in English text; with two names, both speak.
    """
    here = _odds_japanese(ja, seen)
    there = None if en == ja else _odds_english(en, seen)
    if here is not None and there is not None:
        odds: float | None = here + _ENGLISH_SIDE * there
    else:
        odds = there if here is None else here
    return 0.0 if odds is None else 1 / (1 + exp(-odds))


_ENGLISH_SIDE = 0.5
"""What the odds of the English name count beside those of the Japanese one, which the word lists know better.

Of 134 pairs of words of documentation that nothing was learnt from, .87 are told right by the Japanese name, .78 by
the English one, .90 by both (``term_worth.py --pairs``).
"""


def _odds_japanese(ja: str | None, seen: Seen) -> float | None:
    if not ja or not ja.strip():
        return None
    table, spelled = (JAPANESE, japanese_features) if is_japanese(ja) else (LATIN, latin_features)
    return _sum(table, spelled(ja), seen)


def _odds_english(en: str | None, seen: Seen) -> float | None:
    return _sum(ENGLISH, english_features(en), seen) if en and en.strip() else None


def _sum(table: Mapping[str, float], spelled: Mapping[str, float], seen: Seen) -> float:
    odds = 0.0
    for found in (spelled, evidence(seen)):
        for name, value in found.items():
            odds += table.get(name, 0.0) * value
    return table["bias"] + odds
