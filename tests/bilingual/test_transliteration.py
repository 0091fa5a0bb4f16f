"""Katakana and the English words that they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.bilingual.transliteration import beats, similarity


@pytest.mark.parametrize(
    ("kana", "english"),
    [
        ("サーバー", "server"), ("サーバ", "Server"), ("ﾃﾞｰﾀﾍﾞｰｽ", "database"), ("オーケストレーション", "orchestration"),
        ("イミュータブル", "immutable"), ("マルチテナンシー", "multi-tenancy"), ("ファイアウォール", "firewall"),
        ("コンテナ", "container"), ("コンテナ", "containers"), ("キー", "key"), ("ロード・バランサー", "load balancer"),
        ("コンテナイメージ", "container image"), ("ポート", "port"), ("ノード", "node"),
        ("ガベージコレクション", "garbage collection"), ("ヴァージョン", "version"),
    ],
)  # fmt: skip
def test_katakana_are_the_english_word_that_they_sound_like(kana, english):
    assert similarity(kana, english) > 0.9


@pytest.mark.parametrize(
    ("kana", "english"),
    [
        ("コンテナ", "content"), ("クラスタ", "class"), ("クラス", "cluster"), ("モデル", "mode"), ("モード", "model"),
        ("サービス", "server"), ("ポート", "pod"), ("ログ", "lag"), ("コンテナ", "database"), ("ソース", "service"),
        ("スケーリング", "scalability"),
    ],
)  # fmt: skip
def test_near_misses_are_not_equated(kana, english):
    assert similarity(kana, english) < 0.3


@pytest.mark.parametrize(
    ("kana", "english"),
    [("機械", "machine"), ("さーばー", "server"), ("", ""), ("サーバー", ""), ("サーバー", "サーバー")],
)
def test_what_is_no_katakana_or_no_english_sounds_like_nothing(kana, english):
    assert similarity(kana, english) == 0


@given(st.text("アカサタナンッーャ・ ｱﾞヴ漢a"), st.text("abcdes -'é漢"))
def test_a_similarity_is_a_probability_whatever_is_asked(kana, english):
    assert 0 <= similarity(kana, english) <= 1


def test_the_last_beat_of_a_word_is_marked_and_rare_kana_are_as_their_sound():
    assert beats("ヴァージョン") == ("バー", "ジョ", "ン$")
    assert beats("漢字") == ()
