"""Pairs of a source and its translation."""

import pytest

from jpkit.extraction.model import Entry
from jpkit.write.names import Language
from jpkit.write.pairs import pairs, short, without_doubles

SRE = Entry("sre", "サイト信頼性エンジニアリング", "Site Reliability Engineering", None, "term", (), ("SRE",))
MODEL = Entry("model", "モデル", "model", None, "term", ("模型",), translation_score=0.9)
MANNEQUIN = Entry("mannequin", "モデル", "mannequin", None, "term", translation_score=0.4)
SCALE = Entry("scale-model", "模型", "scale model", None, "term", translation_score=0.3)


def shown(entries: tuple[Entry, ...], source: Language) -> list[tuple[str, str]]:
    return [(pair.source, pair.target) for pair in pairs(entries, source)]


def test_every_name_leads_to_the_main_name_and_an_abbreviation_of_both_to_itself():
    assert shown((SRE,), "ja") == [
        ("サイト信頼性エンジニアリング", "Site Reliability Engineering"),
        ("SRE", "SRE"),
    ]
    assert shown((MODEL,), "ja") == [("モデル", "model"), ("模型", "model")]
    assert shown((MODEL,), "en") == [("model", "モデル")]


def test_a_variant_that_says_more_than_the_main_name_is_no_pair():
    line = Entry("line", "LINE", "LINE", None, "service", ("LINE公式アカウント",))
    server = Entry("server", "サーバ", "server", None, "term", ("サーバー", "servers", "server machine"))
    assert shown((line, server), "ja") == [("LINE", "LINE"), ("サーバ", "server"), ("サーバー", "server")]
    assert shown((line, server), "en") == [("LINE", "LINE"), ("server", "サーバ"), ("servers", "サーバ")]


@pytest.mark.parametrize("source", ["ja", "en"])
def test_an_entry_without_a_name_in_one_language_gives_no_pair(source: Language):
    one_sided = (
        Entry("a", "用語", None, None, "term", ("variant",)),
        Entry("b", None, "term", None, "term", ("用語",)),
        Entry("c", "\0", "term", None, "term"),
    )
    assert shown(one_sided, source) == []


def test_of_two_translations_the_main_name_wins_and_then_the_surer_one():
    found = without_doubles(pairs((MANNEQUIN, MODEL, SCALE), "ja"))
    assert [(pair.source, pair.target) for pair in found] == [("モデル", "model"), ("模型", "scale model")]


def test_a_phrase_has_1024_bytes_at_most():
    fitting = Entry("a", "あ" * 341, "x" * 1024, None, "term")
    longer = (Entry("b", "あ" * 342, "x", None, "term"), Entry("c", "い", "x" * 1025, None, "term"))
    assert [pair.entry.id for pair in short(pairs((*longer, fitting), "ja"))] == ["a"]
