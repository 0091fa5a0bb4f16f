"""Sentences that define, and the ones that only look like it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.document import read_document
from jpkit.extraction.definitions import THRESHOLD, find_definitions
from jpkit.source import Source, Span

SHARED = Path(__file__).parents[2] / ".." / "shared"


def defined(markdown: str, lang: str = "ja") -> list[tuple[str, str]]:
    blocks = read_document(Source("post.md", markdown), Span(0, len(markdown))).blocks
    hits = find_definitions(blocks, [lang] * len(blocks))
    assert all(hit.lang == lang and THRESHOLD <= hit.score <= 1 for hit in hits)
    return [(hit.term, blocks[hit.block].text[hit.start : hit.end]) for hit in hits]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("polyfillとは、仕様と同じ機能を実現するライブラリのことです。", "polyfill"),
        ("「冪等性」とは何度実行しても同じ結果になる性質を指します。", "冪等性"),
        ("そもそもサービスメッシュとは、通信を管理する層です。", "サービスメッシュ"),
        ("計算機の分野において、抽象化とは詳細を利用者から隠す表現である。", "抽象化"),
        ("双対変換というのは、二度変換すると元に戻る変換のことです。", "双対変換"),
        ("継続的デリバリー（CD）は、変更を自動で届ける一連の実践を指します。", "継続的デリバリー"),
        ("BigQuery MLは、SQLだけで機械学習モデルを作れる仕組みです。", "BigQuery ML"),
        ("MTは、版管理もできるブログを作るためのツール。", "MT"),
        ("熱容量が大きく温度が決まった系のことを「熱浴」と呼びます。", "熱浴"),
        ("最初の一定期間だけ公開される試験をベータ版試験と呼ぶ。", "ベータ版試験"),
    ],
)
def test_a_japanese_sentence_defines_its_term(text, term):
    assert defined(text) == [(term, text)]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("An API gateway is a tool that aggregates application interfaces.", "API gateway"),
        ("Bare metal refers to a physical computer with one operating system.", "Bare metal"),
        ("Function as a Service (FaaS) is a model for running event-triggered code.", "Function as a Service"),
        (
            "Continuous integration, often abbreviated as CI, is the practice of merging often.",
            "Continuous integration",
        ),
        ("The term DevSecOps refers to a merger of development and security.", "DevSecOps"),
        ("Containers are a way to package an application with its libraries.", "Containers"),
        ("A group of machines that work together as one is called a cluster.", "cluster"),
    ],
)
def test_an_english_sentence_defines_its_term(text, term):
    assert defined(text, "en") == [(term, text)]


@pytest.mark.parametrize(
    "text",
    [
        "従来のサーバーとは異なり、準備に時間がかからない仕組みです。",
        "この設定はDataflowとは別に管理している値です。",
        "Dataflowとは独立に動作するサービスです。",
        "良い結果が出るとは限らないモデルです。",
        "これは変更を自動で届けるための仕組みです。",
        "この仕組みは変更を自動で届けるサービスです。",
        "目的は、変更を自動で届ける仕組みを作ることです。",
        "主な特徴は、準備に時間がかからないサービスである。",
        "最終的な合格基準が決定されるとのことです。",
        "「サーバーレス」という用語は誤解を招くので注意が必要です。",
        "ソースコードは以下の場所にあるファイルです。",
        "BigQueryは便利です。",
        "BigQueryとは何でしょうか？",
        "これをベータ版試験と呼ぶ。",
        "昨日はBigQueryを使って集計しました。",
    ],
)
def test_a_japanese_sentence_that_only_looks_like_a_definition_is_none(text):
    assert defined(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "This is a tool that aggregates application interfaces.",
        "The goal is a system that never goes down at night.",
        "It is a good idea to test the whole application.",
        "What is a container and why should anybody use it?",
        "The first step is an installation of the whole package.",
        "There is a problem with the current release of it.",
    ],
)
def test_an_english_sentence_that_only_looks_like_a_definition_is_none(text):
    assert defined(text, "en") == []


def test_the_sentence_below_a_question_defines_what_the_question_asks_for():
    markdown = """# ベータ版の試験とは？

[https://example.com/](https://example.com/)にFAQがまとめられている。
正式版に先立って試しに公開される。
"""
    assert defined(markdown) == [("ベータ版の試験", "正式版に先立って試しに公開される。")]


def test_a_noun_phrase_below_a_heading_defines_it_and_a_remark_does_not():
    markdown = "## BigQuery\n\n巨大な表を集計するためのデータベース。\n\n## Dataflow\n\n昨日はじめて動かしてみた。\n"
    assert defined(markdown) == [("BigQuery", "巨大な表を集計するためのデータベース。")]


def test_a_labelled_item_defines_its_label():
    markdown = "* **Dataflow**: 流れてくるデータを処理するサービス\n* 参考: 公式の説明が書いてあるサイト\n"
    assert defined(markdown) == [("Dataflow", "Dataflow: 流れてくるデータを処理するサービス")]


def test_an_entry_of_a_definition_list_is_defined_by_what_stands_below():
    markdown = "Dataflow\n: 流れてくるデータを順に処理する。\n"
    assert defined(markdown) == [("Dataflow", "流れてくるデータを順に処理する。")]


def test_an_english_phrase_below_a_heading_defines_it():
    markdown = "# Agile development\n\nA set of practices that emphasize short cycles. It grew.\n"
    assert defined(markdown, "en") == [("Agile development", "A set of practices that emphasize short cycles.")]


def test_a_block_in_another_language_defines_nothing():
    assert defined("Ein Container ist ein Prozess. A is a B.", "de") == []


def test_the_seed_defines_the_beta_exam():
    seed = SHARED / "seed" / "000_59c8b538e6b4036b.txt"
    if not seed.exists():
        pytest.skip("the seed is not beside this checkout")
    assert defined(seed.read_text(encoding="utf-8").split("---\n", 2)[2]) == [
        ("ベータ版の試験", "新しい資格がリリースされる際に、正式版に先立ってベータ版が試しに公開される。")
    ]


TEXTS = st.text(st.sampled_from("とはXY用語のこと「」（）()、。です ABが呼ぶis a\n#*:：-仕組み"), max_size=80)


@given(TEXTS, st.sampled_from(["ja", "en"]))
def test_a_hit_lies_in_its_block_and_there_is_one_for_a_sentence(markdown, lang):
    blocks = read_document(Source("post.md", markdown), Span(0, len(markdown))).blocks
    hits = find_definitions(blocks, [lang] * len(blocks))
    places = [(hit.block, hit.start) for hit in hits]
    assert places == sorted(set(places))
    assert all(hit.term and blocks[hit.block].text[hit.start : hit.end].strip() for hit in hits)
