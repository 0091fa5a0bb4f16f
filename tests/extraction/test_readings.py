"""How a term is read aloud."""

import pytest

from jpkit.data import read_data
from jpkit.extraction.readings import in_script, letters, reading


@pytest.mark.parametrize(
    ("term", "kana"),
    [
        ("不均衡データ", "フキンコウデータ"),
        ("ﾃﾞｰﾀ", "データ"),
        ("機械学習 モデル", "キカイガクシュウモデル"),
        ("検証（実験）", "ケンショウジッケン"),
        ("代々木", "ヨヨギ"),
        ("", None),
        ("/", None),
    ],
)
def test_a_reading_is_katakana_and_signs_are_silent(term, kana):
    assert reading(term) == kana


@pytest.mark.parametrize(
    ("term", "kana"),
    [
        ("値", "アタイ"),
        ("平均値", "ヘイキンチ"),
        ("値渡し", "アタイワタシ"),
        ("行", "ギョウ"),
        ("数", "カズ"),
        ("約数", "ヤクスウ"),
        ("二分探索木", "ニブンタンサクギ"),
        ("抽象構文木", "チュウショウコウブンギ"),
        ("空文字列", "カラモジレツ"),
        ("常微分方程式", "ジョウビブンホウテイシキ"),
        ("upgrade", "アップグレード"),
        ("リモートexecution", "リモートエグゼキューション"),
        ("日本企業", "ニホンキギョウ"),
        ("n次対称行列", "エヌジタイショウギョウレツ"),
    ],
)
def test_what_the_table_lists_is_read_as_it_says(term, kana):
    assert reading(term) == kana


@pytest.mark.parametrize(
    ("term", "kana"),
    [
        ("2値分類", "ニチブンルイ"),
        ("3次元", "サンジゲン"),
        ("4次元", "ヨジゲン"),
        ("第2章", "ダイニショウ"),
        ("10進数", "ジュッシンスウ"),
        ("64ビット", "ロクジュウヨンビット"),
        ("1本", "イッポン"),
        ("1,000円", "センエン"),
        ("1人", "ヒトリ"),
        ("21人", "ニジュウイチニン"),
        ("第 3 版", "ダイサンハン"),
        ("H.264", "エイチニヒャクロクジュウヨン"),
    ],
)
def test_numbers_are_read_as_quantities_with_their_counters(term, kana):
    assert reading(term) == kana


@pytest.mark.parametrize(
    ("term", "kana"),
    [
        ("Python入門", "パイソンニュウモン"),
        ("Redshift", "レッドシフト"),
        ("Amazon Redshift", "アマゾンレッドシフト"),
        ("Amazon S3", "アマゾンエススリー"),
        ("GitHub Actions", "ギットハブアクションズ"),
        ("YAML ファイル", "ヤムルファイル"),
        ("node.js", "ノードジェーエス"),
        ("Policy as Code", "ポリシーアズコード"),
        ("C++", "シープラスプラス"),
        ("R&D", "アールアンドディー"),
        ("ConfigMap", "コンフィグマップ"),
        ("APIs", "エーピーアイ"),
    ],
)
def test_latin_names_are_read_by_table_catalogue_and_dictionary(term, kana):
    assert reading(term) == kana


@pytest.mark.parametrize(
    ("term", "kana"),
    [
        ("Linux Kernel", "リナックスカーネル"),
        ("Debian Linux Kernel Handbook", "デビアンリナックスカーネルハンドブック"),
        ("Gemini 2.5", "ジェミニニテンゴ"),
        ("Microsoft SQL Server", "マイクロソフトエスキューエルサーバー"),
        ("GitHub Copilot Chat", "ギットハブコパイロットチャット"),
        ("ThinkPad X1", None),  # what nobody can read is not left out
        ("CLIP STUDIO PAINT", "クリップスタジオペイント"),
        ("Final Cut Pro", "ファイナルカットプロ"),
        ("Software as a Service", "ソフトウェアアズアサービス"),
        ("Keep a Changelog", "キープアチェンジログ"),
    ],
)
def test_a_name_of_several_words_is_read_with_all_of_them(term, kana):
    assert reading(term) == kana


@pytest.mark.parametrize(
    ("term", "kana"),
    [("IX", "アイエックス"), ("IX-B", "アイエックスビー"), ("CP/M", "シーピーエム"), ("M/M/1", "エムエムイチ")],
)
def test_capitals_are_no_number_and_no_unit(term, kana):
    assert reading(term) == kana


@pytest.mark.parametrize(
    ("term", "kana"),
    [
        ("GCP", "ジーシーピー"),
        ("API", "エーピーアイ"),
        ("CI/CD", "シーアイシーディー"),
        ("IoT", "アイオーティー"),
        ("E検定", "イーケンテイ"),
        ("QR分解", "キューアールブンカイ"),
        ("JSON", "ジェイソン"),
        ("Cloudflare KV", "クラウドフレアケーブイ"),
        ("GB", "ギガバイト"),
        ("ON", "オン"),
        ("ReLU関数", "レルーカンスウ"),
    ],
)
def test_an_acronym_is_read_letter_by_letter_unless_it_is_said_as_a_word(term, kana):
    assert reading(term) == kana


@pytest.mark.parametrize(
    ("term", "kana"),
    [
        ("ChatGPT", "チャットジーピーティー"),
        ("NuxtJS", "ナクストジェーエス"),
        ("PostgreSQL", "ポストグレスキューエル"),
        ("AutoCAD", "オートキャド"),
        ("MonotaRO", "モノタロウ"),
        ("DynamoDB", "ダイナモディービー"),
    ],
)
def test_a_nickname_of_the_catalogue_reads_no_name_whose_acronym_it_leaves_out(term, kana):
    assert reading(term) == kana


@pytest.mark.parametrize(
    "term", ["kubectl", "Python3", "ES2022", "snake_case", "XYZAB株", "NOLAP", "QWERTZU", "8GB", "Lo-Dash"]
)
def test_what_could_be_said_in_several_ways_has_no_reading(term):
    assert reading(term) is None


def test_a_whole_word_of_the_dictionary_counts_even_with_latin_in_it():
    assert (reading("QRコード"), reading("Tシャツ")) == ("キューアールコード", "ティーシャツ")


def test_a_text_without_end_has_no_reading():
    assert reading("データサイエンス" * 10_000) is None


def test_letters_have_their_usual_names():
    assert letters("hv") == "エイチブイ"


def test_a_reading_may_be_hiragana():
    assert [in_script(kana, "hiragana") for kana in ("サーヴァント", None)] == ["さーゔぁんと", None]
    assert in_script("データ", "katakana") == "データ"


def test_the_table_holds_no_spelling_twice_and_katakana_only():
    rows = [line.split("\t") for line in read_data("readings-ja.tsv").split("\n") if line and line[0] != "#"]
    spellings = [spelling for spelling, _ in rows]
    assert len(set(spellings)) == len(spellings)
    assert spellings == [spelling.casefold() for spelling in spellings]
    assert [kana for _, kana in rows if not all("ァ" <= c <= "ヶ" or c == "ー" for c in kana)] == []
