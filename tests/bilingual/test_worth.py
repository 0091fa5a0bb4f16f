"""How sure it is that an editor would keep a term."""

from typing import Any

import pytest

from jpkit.bilingual.seen import Seen
from jpkit.bilingual.worth import ENGLISH, JAPANESE, LATIN, worth
from jpkit.bilingual.worth_features import english_features, evidence, japanese_features, latin_features

USEFUL = (
    "コンテナ",
    "継続的デリバリー",
    "依存関係",
    "最小二乗法",
    "冪等性",
    "引数",
    "環境変数",
    "ガベージコレクション",
)
USELESS = (
    "利用可能",
    "一部",
    "必要",
    "可能性",
    "場合",
    "以下",
    "変更",
    "追加",
    "実行",
    "表示",
    "方法",
    "記事",
    "気持ち",
    "定義",
)


def test_terms_are_worth_an_entry_and_everyday_words_are_not():
    assert [ja for ja in USEFUL if worth(ja) < 0.7] == []
    assert [ja for ja in USELESS if worth(ja) > 0.1] == []


def test_words_of_code_and_commands_in_japanese_text_are_not_and_names_are():
    code = ("add", "init", "hidden", "func", "main", "helm repo list", "blank.user.js", "HELM_DATA_HOME")
    assert [ja for ja in code if worth(ja, ja) > 0.4] == []
    names = ("GKE", "CI/CD", "PR-AUC", "Kubernetes", "C++", "Node.js")
    assert [ja for ja in names if worth(ja, ja, Seen(score=0.3)) < 0.7] == []


def test_english_phrases_are_told_apart_too():
    often = Seen(times=9, score=0.8, titled=True)
    terms = ("load balancer", "namespace", "Kubernetes cluster", "TLS", "variable")
    others = ("section", "hand", "code change", "coherent system", "helm env")
    assert [en for en in terms if worth(None, en, often) < 0.7] == []
    assert [en for en in others if worth(None, en, Seen(times=2, score=0.3)) > 0.4] == []


def test_both_names_of_a_pair_speak():
    assert worth("コンテナ", "container") > worth("コンテナ", "information")
    assert worth("利用可能", "available") < 0.1 > worth("一部", "part")
    assert worth("終了ステータス", "exit status") > worth("終了ステータス")


def test_a_latin_name_that_is_both_names_speaks_once():
    assert worth("GKE", "GKE") == worth("GKE")


@pytest.mark.parametrize("more", [Seen(times=9), Seen(defined=True), Seen(linked=True)])
def test_what_the_site_says_of_a_term_speaks_for_it(more: Seen):
    assert worth("来歴ファイル", None, more) > worth("来歴ファイル", None, Seen())


def test_a_part_of_a_longer_term_is_worth_less():
    assert worth("最小", None, Seen(inside=1.0)) < worth("最小")


def test_no_name_is_worth_nothing():
    assert [worth(name, name) for name in ("", " ", None)] == [0.0, 0.0, 0.0]


EXAMPLES: tuple[tuple[Any, str, str], ...] = (
    (japanese_features, "technical", "冪等性"),
    (japanese_features, "basic", "引数"),
    (japanese_features, "everyday", "変更"),
    (japanese_features, "everyday beginning", "検索画面"),
    (japanese_features, "everyday head", "検索画面"),
    (japanese_features, "all everyday", "検索画面"),
    (japanese_features, "one word of three kanji", "複素数"),
    (japanese_features, "okurigana", "引き渡し"),
    (japanese_features, "acronym inside", "QR分解"),
    (japanese_features, "code inside", "Chart.yamlファイル"),
    (japanese_features, "prefixed", "再配置"),
    (japanese_features, "adjectival", "利用可能"),
    (japanese_features, "verbal kanji", "追跡"),
    (japanese_features, "act", "一覧表示"),
    (japanese_features, "field or method", "最小二乗法"),
    (latin_features, "in the catalogue", "Node.js"),
    (latin_features, "capitals", "Deep Learning"),
    (latin_features, "small phrase", "complex number"),
    (latin_features, "command", "helm repo list"),
    (latin_features, "code", "blank.user.js"),
    (latin_features, "word of code", "init"),
    (latin_features, "long capitals", "BYTEORDER"),
    (latin_features, "camel from small", "toString"),
    (latin_features, "generic head", "GitHub Help"),
    (latin_features, "verb or noun", "call"),
    (latin_features, "name and technical tail", "JavaScript Libraries"),
    (english_features, "acronym inside", "VCS repo"),
    (english_features, "acronym last", "custom CI"),
    (english_features, "technical beginning", "version control tool"),
    (english_features, "basic first", "storage backend"),
    (english_features, "name first", "Helm plugin"),
    (english_features, "name and technical tail", "Kubernetes cluster"),
    (english_features, "everyday head", "peak season"),
    (english_features, "all generic", "code change"),
    (english_features, "verb or noun head", "computer crash"),
    (english_features, "adjective head", "cloud native"),
    (english_features, "ing noun", "scheduling"),
    (english_features, "capital first", "Helm documentation"),
    (english_features, "small first", "default ClusterRole"),
    (english_features, "camel", "PodTemplate"),
)


@pytest.mark.parametrize(("features", "name", "term"), EXAMPLES)
def test_the_examples_of_the_tables_have_their_features(features: Any, name: str, term: str):
    assert features(term)[name] == 1.0


def test_every_weight_belongs_to_a_feature_and_every_feature_of_a_spelling_has_been_weighed():
    told = {*evidence(Seen()), *evidence(Seen(score=0.5)), "bias"}
    for table, features in ((JAPANESE, japanese_features), (LATIN, latin_features), (ENGLISH, english_features)):
        seen = {name for function, name, _ in EXAMPLES if function is features} | told
        everyone = {name for term in TERMS for name in features(term)}
        assert set(table) - seen - everyone == set()


TERMS = (
    *USEFUL,
    *USELESS,
    *(term for _, _, term in EXAMPLES),
    *"GKE scheduling section verb SQL v2 Python3 Go main sort reliability blank.user.js toString git".split(),
    *("複数の依存関係管理ツール群", "single sign on service provider", "data processing pipeline", "helm repo list"),
)
