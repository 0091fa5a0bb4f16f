"""Rules for prh: what they match. Python reads these expressions as JavaScript does; textlint itself is in
tests/robustness/word_tools.py."""

import re

import yaml
from hypothesis import given
from hypothesis import strategies as st

from jpkit.extraction.model import Entry, Extraction
from jpkit.write.prh import files, rules


def term(ja: str | None, *variants: str, en: str | None = None, kind: str = "term") -> Entry:
    return Entry(ja or "x", ja, en, None, kind, variants=variants)


def corrected(text: str, *entries: Entry) -> str:
    """The text after every rule, as `textlint --fix` leaves it."""
    for rule in rules(entries):
        for pattern in rule["patterns"]:
            text = re.sub(pattern[1:-1], lambda _, rule=rule: rule["expected"], text)
    return text


def test_the_whole_file(extraction: Extraction):
    [(path, text)] = files(extraction)
    assert path == "prh.yml"
    assert text == (
        """\
version: 1
rules:
  - expected: 不均衡データ
    patterns:
      - "/(?<![々一-鿿])不均衡なデータ(?![ァ-ヺー])/"
"""
    )


def test_a_variant_is_corrected_before_particles_and_signs():
    container = term("コンテナー", "コンテナ", "容器")
    assert corrected("コンテナを、「コンテナ」と各コンテナの容器", container) == (
        "コンテナーを、「コンテナー」と各コンテナーのコンテナー"
    )


def test_the_expected_name_is_left_alone():
    assert corrected("コンテナー", term("コンテナー", "コンテナ")) == "コンテナー"
    data = term("不均衡なデータ", "データ")
    assert corrected("不均衡なデータとデータ", data) == "不均衡なデータと不均衡なデータ"
    assert corrected("お申し込み、申し込み", term("お申し込み", "申し込み")) == "お申し込み、お申し込み"
    assert corrected("申し込みの書、申し込み", term("申し込みの書", "申し込み")) == "申し込みの書、申し込みの書"


def test_a_part_of_a_longer_word_is_left_alone():
    text = "コンテナリゼーション、マイコンテナ、依存関係、MyGitリポジトリ"
    entries = (term("コンテナー", "コンテナ"), term("依存性", "依存"), term("リポジトリ", "Gitリポジトリ"))
    assert corrected(text, *entries) == text


def test_a_part_of_another_name_of_the_glossary_is_left_alone():
    entries = (term("組", "クラス"), term("クラスの不均衡", "クラスの偏り"))
    assert corrected("クラスの不均衡、クラスの偏り、クラス", *entries) == "クラスの不均衡、クラスの不均衡、組"


def test_only_japanese_spellings_of_one_term_are_variants():
    assert rules([term("freee", "freee会計", kind="service")]) == []
    assert rules([term("コンテナー", "container", "コンテナー"), term("Stage", "ステージ")]) == []
    assert rules([term(None, "容器", en="container")]) == []
    assert rules([term("版", "バージョン"), term("稿", "バージョン"), term("器", "版")]) == []


def test_no_sign_of_a_variant_is_an_operator():
    hostile = "a.*+?^$()[]{}|/\\-語"
    [rule] = rules([term("語", hostile)])
    assert rule["patterns"] == [r"/(?<![0-9A-Za-z])a\.\*\+\?\^\$\(\)\[\]\{\}\|\/\\-語(?![々一-鿿])/"]
    assert rules([term("語", "語\n")]) == rules([term("語\n", "単語")]) == []


def test_a_glossary_without_variants_has_no_rules():
    assert dict(files(Extraction((), (term("語"),)))) == {"prh.yml": "version: 1\nrules: []\n"}


NAMES = st.text("アカー語彙のをaB1. -/()", min_size=1, max_size=6)


@given(st.lists(st.tuples(NAMES, st.lists(NAMES, max_size=3))))
def test_no_rule_touches_a_name_of_the_glossary(pairs: list[tuple[str, list[str]]]):
    entries = [term(ja, *variants) for ja, variants in pairs]
    [(_, text)] = files(Extraction((), tuple(entries)))
    for rule in yaml.safe_load(text)["rules"]:
        for pattern in rule["patterns"]:
            assert not any(re.search(pattern[1:-1], entry.ja) for entry in entries if entry.ja)
