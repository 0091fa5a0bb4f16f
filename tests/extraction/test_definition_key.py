"""Spellings that lead to one definition, and those that do not."""

import pytest

from jpkit.extraction.definition_key import definition_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Containers", "container"),
        ("Cloud Native Technologies", "cloud native technology"),
        ("blue-green deployment", "Blue Green Deployments"),
        ("インターフェース", "インタフェース"),
        ("クラスター", "クラスタ"),
        ("ＡＰＩゲートウェイ", "API ゲートウェイ"),
    ],
)
def test_two_spellings_of_a_term_have_one_key(one, other):
    assert definition_key(one) == definition_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ビール", "ビル"),
        ("Kubernetes class", "Kubernetes clas"),
        ("Redis", "Redi"),
        ("AWS", "AW"),
        ("status", "statu"),
    ],
)
def test_two_words_have_two_keys(one, other):
    assert definition_key(one) != definition_key(other)
