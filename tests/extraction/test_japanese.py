"""Candidates for Japanese terms: what may be one, and what never is."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.document import Block, Document
from jpkit.extraction.japanese import (
    ALONE,
    LEADING,
    STRUCK,
    VERBAL,
    japanese_candidates,
    longer,
    term_key,
)
from jpkit.markdown import read_document
from jpkit.source import Source, Span


def document(text: str) -> Document:
    return read_document(Source("post.md", text), Span(0, len(text)))


def candidates(text: str) -> list[str]:
    blocks = document(text).blocks
    found = japanese_candidates(blocks, range(len(blocks)))
    return [blocks[b].text[start:end] for places in found.values() for b, start, end, *_ in places[:1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不均衡データを扱う", ["不均衡", "不均衡データ", "データ"]),
        ("BigQuery MLで試す", ["BigQuery", "BigQuery ML", "ML"]),
        ("MLエンジニアの仕事", ["ML", "MLエンジニア", "エンジニア", "仕事"]),
        ("Data Engineerの模擬試験", ["Data", "Data Engineer", "Engineer", "模擬試験"]),
        ("Docker コンテナを起動", ["Docker", "Docker コンテナ", "コンテナ", "起動"]),
        ("Chrome+WebDriverで動かす", ["Chrome", "WebDriver"]),
        ("WEB+DB PRESSを読む", ["WEB+DB", "WEB+DB PRESS", "PRESS"]),
        ("Ctrl+Cでコピーする", ["コピー"]),
        ("Don’t panicと言う", ["panic"]),
        ("CI/CDを組む", ["CI", "CI/CD", "CD"]),
        ("CI/CD(継続的デリバリー)を組む", ["CI", "CI/CD", "CD", "継続的デリバリー", "デリバリー"]),
        ("LLVM-IR(LLVMの言語)を使う", ["LLVM-IR", "LLVM", "言語"]),
        ("Node.js(Server Side)を使う", ["Node.js", "Server", "Server Side", "Side"]),
        ("24-Jan-2019に--optionと-fileとconsole.dir(x)を試す", ["console"]),
        ("OS X™とJava®のため", ["OS", "OS X", "Java"]),
        ("-Sony Style-を見る", ["Sony", "Sony Style", "Style"]),
        ("AWS/Azureを使う", ["AWS", "Azure"]),
        ("SSL/TLSを使う", ["SSL", "SSL/TLS", "TLS"]),
        ("HTML/CSS/JS構成", ["HTML", "CSS", "JS", "JS構成", "構成"]),
        ("経路集約/Prefix-List", ["経路", "経路集約", "集約", "Prefix-List"]),
        ("IPv6とIPv4", ["IPv6", "IPv4"]),
        ("Firefox4とPython 3.12", ["Firefox", "Firefox4", "Python"]),
        ("Node.jsとk8sとC++", ["Node.js", "k8s", "C++"]),
        ("Infrastructure as Codeという", ["Infrastructure as Code"]),
        (
            "Index Condition Pushdownという",
            ["Index", "Index Condition", "Index Condition Pushdown", "Condition", "Condition Pushdown", "Pushdown"],
        ),
        ("動的計画法で解く", ["動的計画法", "計画法"]),
        ("非同期処理", ["非同期", "非同期処理", "処理"]),
        ("ステートレスな構成", ["ステートレス", "構成"]),
        ("各ノード、本ツール", ["ノード", "ツール"]),
        ("二分探索と3次元配列", ["二分探索", "探索", "3次元", "3次元配列", "配列"]),
        ("複数行文字列", ["文字列"]),
        ("ムーアの法則と中間値の定理", ["ムーアの法則", "中間値の定理"]),
        ("サイトの公式ロゴ、次の定理", ["サイト", "公式", "公式ロゴ", "ロゴ", "定理"]),
        ("3次元点群データ", ["3次元", "3次元点群", "3次元点群データ", "データ"]),
        ("点群データ", ["点群", "点群データ", "データ"]),
        ("3Dプリンタと3D", ["3D", "3Dプリンタ", "プリンタ"]),
        ("Node.js(サーバー)とCI/CD(継続的)", ["Node.js", "サーバー", "CI", "CI/CD", "CD"]),
        ("Single Source of Truth(唯一)を呼ぶ", ["Single", "Single Source of Truth", "Source of Truth"]),
        ("ERDDAP getData(id)を呼ぶ", ["ERDDAP", "ERDDAP getData", "getData"]),
        ("Pokémon Showdownを読む", ["Pokémon", "Pokémon Showdown", "Showdown"]),
        ("Flutter Advent Calendar 2019の22日目", ["Flutter"]),
        ("Advent Calendar 2021の狙い", ["狙い"]),
        ("Advent Calendarを始める", ["Advent", "Advent Calendar", "Calendar"]),
        ("@wadash です。@r7kamuraの記事", ["記事"]),
        ("再度シンプルな、比較的マネージャー経験", ["シンプル", "マネージャー", "マネージャー経験", "経験"]),
        ("検証向きの環境", ["検証", "環境"]),
        ("全結合層と全ノード", ["全結合", "全結合層", "ノード"]),
        ("大気圧センサー", ["大気圧", "大気圧センサー", "センサー"]),
        ("自作キーボードの沼", ["自作", "自作キーボード", "キーボード"]),
        ("Kotlin x Flutterの記事", ["Kotlin", "Flutter", "記事"]),
    ],
)
def test_a_run_of_nouns_and_its_parts_are_candidates(text, expected):
    assert sorted(candidates(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "このことは、そういうものだと感じる。",
        "その際はこういうときの感じで",
        "2020年8月22日に4時間、30%、100GB、12:30",
        "今回と前回、以下の通り、上記の場合",
        "一般的な、基本的に、具体的な",
        "I use it for the one that you have",
        "foo bar baz hoge",
        "ところがそのまま、たくさん",
        "xとyの、aとb",
        "`npm install -g package --save`",
    ],
)
def test_formal_nouns_numbers_dates_and_function_words_are_none(text):
    assert candidates(text) == []


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("サーバーを再起動する", "ー"),
        ("エディターー", "ー"),
        ("ファイルシステムｰ", "ｰ"),
        ("ウォーターフォール開発", "ォール"),
        ("夢が広がりングだった", "ン"),
    ],
)
def test_no_candidate_begins_with_a_long_vowel_mark_a_small_kana_or_n(text, fragment):
    assert not any(surface.startswith(fragment) for surface in candidates(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`fit`関数", "fit関数"),
        ("**機械**学習", "機械学習"),
        ("[BigQuery](https://example.org/) ML", "BigQuery ML"),
        ("機械\n学習", "機械学習"),
    ],
)
def test_markup_and_soft_line_breaks_do_not_cut_a_compound(text, expected):
    assert expected in candidates(text)


def test_a_hard_line_break_cuts_a_run():
    assert candidates("対象サーバー  \n学習環境") == candidates("対象サーバー\n\n学習環境")


def test_a_name_in_code_that_is_no_word_is_none_either():
    blocks = document("`WSL2無効化`を試す").blocks
    assert "WSL2" not in "".join(japanese_candidates(blocks, range(len(blocks)), None, [(0, 0, 4)]))
    assert candidates("`WSL2無効化`を試す") == []


@pytest.mark.parametrize(
    "text",
    [
        "今回は/var/log/messagesを見る",
        "`themes/academic/layouts`から",
        "~/.config/nvim/luaへ",
        r"c:\Users\tomoi\rag_projectの中",
    ],
)
def test_parts_of_a_path_are_no_terms(text: str):
    assert candidates(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"ただし$ \mathrm{Pr}(A) \neq 0$を見る", []),
        (r"\alpha を $5 から $10 へ", []),
        (r"改行 \n のバッファ", ["改行", "バッファ"]),
        ("色を #FFFFFF と #1e293bcc にする", []),
        ("#RSGT と #facade", ["RSGT"]),
    ],
)
def test_commands_of_tex_and_colours_are_no_terms(text: str, expected: list[str]):
    assert candidates(text) == expected


def test_flags_say_how_a_candidate_stands():
    blocks = document("構築環境を構築する。~~構築~~").blocks
    places = japanese_candidates(blocks, [0])["構築"]
    assert [place[:4] for place in places] == [
        (0, 0, 2, LEADING),
        (0, 5, 7, ALONE | VERBAL),
        (0, 10, 12, ALONE | STRUCK | LEADING),
    ]
    assert longer(places) == {"構築環境"}


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("機械学習する。", VERBAL),
        ("機械学習を学ぶ。", 0),
    ],
)
def test_flags_say_what_follows(text: str, flag: int):
    places = japanese_candidates(document(text).blocks, [0])["機械学習"]
    assert [place[3] for place in places] == [ALONE | LEADING | flag]


@pytest.mark.parametrize("text", ["ｷﾀ━━━(ﾟ∀ﾟ)━━━", "✏️を直す", "→次へ"])
def test_pictures_and_faces_are_no_terms(text: str):
    assert not re.search("[^ｷﾀ次\u3041-\u30ff]", "".join(candidates(text)))


def test_a_format_in_capitals_is_a_name_and_an_ending_is_none():
    assert candidates("PDFを開く。") == ["PDF"]
    assert candidates("a.pdf や pdf を開く。") == ["a.pdf"]


@pytest.mark.parametrize("text", ["通常実行の話", "結局実行した", "実行そのまま"])
def test_adverbs_are_cut_off(text: str):
    assert set(candidates(text)) <= {"実行"}


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("スキャン方法を見る", "スキャン"),
        ("拡張機能一覧を見る", "拡張機能"),
        ("分析エンジン部分を見る", "分析エンジン"),
        ("データ内容を見る", "データ"),
        ("ダッシュボード開発中なので", "ダッシュボード"),
        ("プロセス同士の話", "プロセス"),
        ("認証周りの話", "認証"),
        ("Eclipse系の話", "Eclipse"),
        ("株式会社ヤマダ", "ヤマダ"),
        ("ヤマダ株式会社", "ヤマダ"),
        ("VACUUM徹底解説", "VACUUM"),
        ("ワコム社の話", "ワコム"),
        ("要アドオンの話", "アドオン"),
        ("Unixライクな話", "Unix"),
        ("全てライブラリの話", "ライブラリ"),
        ("複数回起動する", "起動"),
        ("部分集合", "部分集合"),
    ],
)
def test_words_that_add_nothing_to_a_term_are_cut_off(text: str, term: str):
    assert max(candidates(text), key=len) == term


@pytest.mark.parametrize("text", ["設定方法", "使い方", "取り方", "真ん中", "自分自身", "方法", "一覧"])
def test_what_tells_how_or_which_is_no_term(text: str):
    assert candidates(text) == []


@pytest.mark.parametrize("text", ["学習。", "次だ。学習だ。", "次（学習）だ。", "次の「学習」だ。"])
def test_what_begins_a_sentence_or_a_bracket_leads(text: str):
    places = japanese_candidates(document(text).blocks, [0])["学習"]
    assert places[0][3] & LEADING


@pytest.mark.parametrize("text", ["次は学習だ。", "深層学習だ。", "次に、学習だ。"])
def test_what_stands_behind_other_words_does_not_lead(text: str):
    found = japanese_candidates(document(text).blocks, [0])
    assert [place for place in found.get("学習", ()) if place[3] & LEADING] == []


@pytest.mark.parametrize(
    "spellings",
    [
        ("サーバー", "サーバ", "ｻｰﾊﾞｰ"),
        ("BigQuery ML", "BigQueryML", "bigquery-ml", "ＢｉｇＱｕｅｒｙ ＭＬ"),
        ("ダイナミック・プログラミング", "ダイナミックプログラミング"),
        ("がき", unicodedata.normalize("NFD", "がき")),
    ],
)
def test_spellings_of_one_term_share_a_key(spellings):
    assert len({term_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize("pair", [("キー", "キ"), ("C++", "C"), ("エラー", "エラ")])
def test_other_words_do_not(pair):
    assert len({term_key(word) for word in pair}) == 2


words = st.lists(
    st.sampled_from(
        (
            "機械 学習 の を こと データ ベース ー Google Cloud ML CI/CD 2020 年 "
            "ﾃﾞｰﾀ ＡＩ 𠮷 😀 か\u3099 \u2028 \x00 `code` ~~ ** \n"
        ).split(" ")
    ),
    max_size=30,
).map("".join)


@given(words)
def test_every_occurrence_has_the_key_of_its_candidate(text):
    blocks = document(text).blocks
    for key, places in japanese_candidates(blocks, range(len(blocks))).items():
        for index, start, end, *_ in places:
            assert term_key(blocks[index].text[start:end]) == key


@given(words)
def test_a_second_reading_gives_the_same(text):
    blocks: tuple[Block, ...] = document(text).blocks
    assert japanese_candidates(blocks, range(len(blocks))) == japanese_candidates(blocks, range(len(blocks)))
