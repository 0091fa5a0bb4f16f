"""Pairs that a text sets side by side, and what is no pair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.bilingual.parentheses import CALLED, COMPOSED, LISTED, PARTLY, SPELLED, find_pairs
from jpkit.document import Block
from jpkit.source import Piece


def block(text: str) -> Block:
    return Block("paragraph", text, (Piece(0, 0, len(text), len(text)),))


@pytest.mark.parametrize(
    ("text", "ja", "en", "score"),
    [
        ("戻り値（return values）を返す", "戻り値", "return values", LISTED),
        ("高速フーリエ変換(Fast Fourier Transform, FFT)", "高速フーリエ変換", "Fast Fourier Transform", LISTED),
        ("パターンを教師あり学習（supervised learning）と呼ぶ", "教師あり学習", "supervised learning", LISTED),
        ("Encryption（暗号化）", "暗号化", "Encryption", LISTED),
        ("これを 重み(weight) とする", "重み", "weight", LISTED),
        ("ロードバランサー（load balancer）を置く", "ロードバランサー", "load balancer", LISTED),
        ("日本の端末だとFLEPia（フレッピア）に", "フレッピア", "FLEPia", 0.98),
        ("「制限マシン」（Restricted Machine, RM）", "制限マシン", "Restricted Machine", SPELLED),
        ("JavaScriptのAST（抽象構文木）に", "抽象構文木", "AST", SPELLED),
        ("単一責任原則(SRP)", "単一責任原則", "SRP", SPELLED),
        ("MFT（マスターファイルテーブル）", "マスターファイルテーブル", "MFT", SPELLED),
        ("面心立方格子（Face Centered Cubic, FCC）を", "面心立方格子", "Face Centered Cubic", SPELLED),
        ("これを自励的（autonomous）という", "自励的", "autonomous", CALLED),
        ("これが「熱浴（heat bath）」である", "熱浴", "heat bath", CALLED),
        ("機械学習エンジニア（以下、MLE）になる", "機械学習エンジニア", "MLE", SPELLED),
        ("ジップの法則（Zipf's law）は", "ジップの法則", "Zipf's law", PARTLY),
        ("隠れマシン（Hidden Machine）", "隠れマシン", "Hidden Machine", COMPOSED),
        ("速度スケーリング法(Velocity Scaling method)", "速度スケーリング法", "Velocity Scaling method", PARTLY),
    ],
)  # fmt: skip
def test_a_pair_is_found_with_its_evidence(text, ja, en, score):
    (found,) = find_pairs([block(text)])
    assert (found.ja, found.en, found.score) == (ja, en, score)


@pytest.mark.parametrize(
    "text",
    [
        "バックエンドサービス(gRPC)",
        "クラウドサービス（Amazon Web Services）を",
        "第一法則（Jakob Nielsen）は",
        "広告ブロック（Content Blocking Safari Extensions）",
        "事前準備のコード(Preparation code)",
        "プロパティリスト(plist)",
        "東京（Tokyo）へ",
        "ソフト（swf）を",
        "女子小学生(JS)というフレーズ",
        "PAP対応PAP(Pop up in Application Process)という造語",
        "乱数生成器（std::mt19937）のインスタンス",
        "gulp.src('src/a')、$import(src/a)",
        "Shallow（浅い）",
        "refute は既存のassert(Node's Assert)を",
        "代わりreduce(state, action)というメソッド",
        "ダブルクォート（quote）または",
        "VirtualBox（仮想化ソフトウェア）",
    ],
)
def test_an_aside_an_instance_or_a_cut_name_is_no_pair(text):
    assert find_pairs([block(text)]) == ()


@pytest.mark.parametrize("before", ["", "あの", "あのね、", "あのねえ、"])
def test_an_english_name_begins_behind_a_word_that_is_not_its_own_wherever_that_stands(before):
    (found,) = find_pairs([block(f"{before}New Service Mesh（サービスメッシュ）")])
    assert found.en == "Service Mesh"


_PIECES = """
（ ） ( ) 以下、 MLE Machine Learning Engineer 機械学習 エンジニア 、 と呼ぶ 「 」 の あり SRE 𠮷 👩‍💻 a -
"""
ANYTHING = st.lists(st.sampled_from([*_PIECES.split(), " ", "\u2028", "\0"]), max_size=14).map("".join)


@given(st.lists(ANYTHING, max_size=3))
def test_both_names_stand_where_the_pair_says(texts):
    for pair in find_pairs([block(text) for text in texts]):
        where = texts[pair.block][pair.start : pair.end]
        assert where.startswith((pair.ja, pair.en))
        assert pair.ja in where
        assert pair.en in where
