import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.document import Block, Mark
from jpkit.extraction.model import Place
from jpkit.extraction.services import find_services, summarize
from jpkit.markdown import read_document
from jpkit.source import Piece, Source, Span

CASES = Path(__file__).parents[3] / "shared" / "services" / "ambig_cases.tsv"


def block(text: str, *marks: Mark, kind: str = "paragraph") -> Block:
    return Block(kind, text, (Piece(0, 0, len(text), len(text)),), marks)


def document(text: str) -> tuple[Source, tuple[Block, ...]]:
    source = Source("post.md", text)
    return source, read_document(source, Span(0, len(text))).blocks


def found(*texts: str) -> list[tuple[str, str]]:
    """Surface and canonical name of all that is found in blocks with these texts."""
    return [(mention.surface, mention.key) for mention in find_services([block(text) for text in texts])]


def unmark(marked: str) -> tuple[str, list[str]]:
    return re.sub("[«»]", "", marked), re.findall("«(.*?)»", marked)


# What must be found is between guillemets, all of it and nothing else.
SENTENCES = [
    # a thing that is counted is no name
    "written by a bevy of drunken sailors",
    # a Japanese letter is a boundary, an ASCII letter none
    "«BigQuery»の料金と«GCP»を比べる",
    "MLエンジニアとR&D部門とBigQueryableな表",
    "«AWS»アカウントで«S3»バケットを作る",
    "ポケモンGoの話とLet's Goの歌",
    # katakana and kanji neighbours
    "オンラインの会議でガイドラインを読む",
    "«ツイッター»の«アジュール»、アジュールブルーは色",
    "«楽天»で買う、楽天的な人、«楽天銀行»",
    "«はてブ»と«さくらのVPS»",
    # glued to marks in identifiers, files, domains, paths
    "package.jsonとgithub.comとAWS_ACCESS_KEY_IDと«@slack/bolt»とdocker-machine",
    "main.goと.gitignoreとstd::Rust",
    "/etc/nginx/nginx.confと~/docker/README",
    "zlib1.dllとlibpng12.soとMainDocker3.mdと«Python 3».、«Node.js 18.x»",
    "docker://imageと--dockerとnodejs/Release",
    "PDF/«iPad»/«Kindle»で読む",
    "«AWS»/«GCP»や«npm»/«pnpm»のどちらでも",
    "ブラウザ/«Docker»で動かす、サーバ/etc/nginxに置く",
    "a «Docker»-based, «Kubernetes»-native stack with dbt-duckdb",
    "Docker++と«C++»、Docker#に移し、«Docker»+«Kubernetes»と«Docker 3»+で動く、«Docker»#12を読む",
    "docker-nativeとDocker3-manual-jpと«Docker3»-8、«Docker»-nativeな環境",
    # case
    "slackなスケジュール、notionという概念、rustした鉄",
    "«TensorFlow»と«Tensorflow»と«tensorflow»",
    "SWIFTコードと«Swift»のコード",
    # ordinary words and makers' names
    "«Slack»に通知し、«Notion»に書く",
    "Open Flutter Kit and Rust Belt",
    "Linux Foundationと«Linux»、AWS Summitに行った",
    # short forms with and without their vendor
    "Lambda式とGlueコードとSpannerという工具",
    "«AWS»の«Lambda»から«Glue»を呼ぶ",
    "«GCP»の«Spanner»",
    "«Gmail»とDatastore",
    "«AWS Batch»のあと«Batch»を止める",
    "Batch処理を«AWS»で書く",
    "«GitHub Actions»を使う。«Actions»は速い",
    "Actionsの一覧",
    "«Python»の«Poetry»で入れる",
    "Poetryを読む",
    # clear enough between Japanese words
    "«Babel»でパースし、«php»で書き、（«Alfred»から）開く",
    "Babelさん、Babel会議、Tower of Babel、const Babel = 1、my-Babel、Flashメモリ",
    # a vendor before a name is part of it
    "«Google BigQuery»と«Apache Kafka»と«AWS Glue»",
    # one or two letters
    "«Go言語»で書いた«Go»のサーバ",
    "GOサインが出た",
    "«R»で可視化する、R値と相関係数R",
    "«C»言語とCドライブとビタミンC",
    "大英辞郎と旧«英辞郎»、«富岳»と北富岳、三菱秀丸",
    "SmartHR社の資料と株式会社SmartHR、«SmartHR»を使う",
    "«Python»や«R»、«C»、«C++»で書く",
    "X軸とY軸、X線、«X»に投稿した",
    "毎朝«X»を巡回し、«X»にもポストする",
    "Xを求め、Xで割る",
    "«note»に記事を書く、noteという単語、release noteを書く",
    "«Zoom»で会議をする、Zoomレンズ",
    # and with the blanks that many authors put beside Latin words
    "«Go» 製の道具、«C» 言語、«R» で分析した表、«Rust» と «Go» のコード",
    "«note» に投稿し、«X» に投稿し、note という単語と X 軸",
    "«React» likeな書き方",
    "React like a child",
    "«R»のヘルプを読み、«knitr»で書く。変数Rの値",
    "«R»とか«LaTeX»の話、«R»と«Kotlin»で書く",
    "オンライン授業は«Zoom»だった",
    "«Go» + «React» で作る、«Pokemon Go» + 地図",
    # versions and editions
    "«iOS14»以上と«Python 3.12»と«Windows 11 Home»と«Java 8»",
    "«AWS»3つのサービス、«Docker» 5分クッキング",
    "«S3»の100GBとS30とGA4xとR21",
    "«C++17»で書く",
    "«Docker3.6»からと«iOS4.1»まで、«Ruby 2.7»からと«Rust5»時代、«Docker» 3か月と«Docker»3時間",
    "«Docker1.7x»と«Docker1.8a2»と«Docker 1.7b1»と«Docker 2.x»、Docker1zz",
    "«Docker 11.00 beta»と«Docker 4.8 Beta»と«Docker 3 Beta 5»と«Docker 3 RC1»と«Windows 7 SP1»",
    "«Docker 2.7 α»と«Docker 42β»と«Docker3.1β»と«Docker version 2.x»",
    "«Docker v13.0.0»: 変わった所、«Docker 3», 4、«Docker» 1,024台、«Docker» 12:30",
    "（詳しくは«Docker 3»）と、脚注の番号の«Docker» 3)",
    "«MacBookPro»14,1",
    "Apache 2.0 LicenseとPHP 7 Conference、«PHP 7»と«Apache»の設定",
    # the longest of what is left
    "Cloud Runnerと«Cloud Run»と«Cloud Run functions»",
    "«BigQuery ML»は«BigQuery»の一部",
    # full width: letters, but the full stop of academic Japanese parts sentences
    "よしとする．«latex»で組む．使うのは«Docker»．«Emacs»，«Vim»．",
    "«ｋ８ｓ»と«ＡＷＳ»と«ＢｉｇＱｕｅｒｙ»を使う",
    # an English verb that opens a sentence
    "«Node.js». Express your thoughts, then use «Express» well",
    "Makefileがあればmake sureと言い、«make»と入力する",
    # no names at all
    "DNSとAPIとURLとCIとREADMEとSaaS",
    "Google Developersで働くProfessional Machine Learning Engineer",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_exactly_the_marked_names_are_found(marked: str) -> None:
    text, expected = unmark(marked)
    assert [surface for surface, _ in found(text)] == expected


BINDINGS = [
    ("Google Apps Script（以下、GAS）を使う。", "GASは速い", "Google Apps Script"),
    ("Google Apps Script(以下GAS)を使う。", "GASは速い", "Google Apps Script"),
    ("「Google Apps Script」（以下「GAS」と略す）を使う。", "GASは速い", "Google Apps Script"),
    ("We use Google Apps Script (hereafter GAS).", "GASは速い", "Google Apps Script"),
    ("GAS（Google Apps Script）を使う。", "GASは速い", "Google Apps Script"),
    ("Cloud Composer（以下、CC）を使う。", "CCは速い", "Cloud Composer"),
    ("Google Kubernetes Engine（以下、クーベ）を使う。", "クーベは速い", "Google Kubernetes Engine"),
]


def test_a_number_that_belongs_to_the_name_is_no_version() -> None:
    assert found("iPhone4とiPhone 15") == [("iPhone4", "iPhone 4"), ("iPhone", "iPhone")]


@pytest.mark.parametrize(("first", "later", "name"), BINDINGS)
def test_a_stated_abbreviation_counts_for_the_rest_of_the_post(first: str, later: str, name: str) -> None:
    assert {key for _, key in found(first, later)} == {name}
    assert found(first, later)[-1] == (later.removesuffix("は速い"), name)
    assert found(later) == []


def test_a_short_form_of_something_else_is_not_the_service() -> None:
    assert found("AWSのAccess Control Matrix（ACM）を読む") == [("AWS", "Amazon Web Services")]


def test_of_two_services_with_one_short_form_the_vendor_of_the_post_is_meant() -> None:
    assert found("AWSのEC2とS3とGCPでIAMを設定")[-1] == ("IAM", "AWS Identity and Access Management")
    assert found("GCPのBigQueryとGKEとAWSでIAMを設定")[-1] == ("IAM", "Google Cloud IAM")


def test_the_title_and_links_license_what_the_text_shortens() -> None:
    title = block("AWS入門", kind="title")
    link = block("公式の説明", Mark("link", 0, 5, "https://example.com/"))
    assert [m.key for m in find_services([title, link, block("Lambdaを呼ぶ")])] == ["Amazon Web Services", "AWS Lambda"]


def test_some_names_count_only_in_code_or_in_a_link() -> None:
    assert found("gitという語とmakeという動詞") == []
    code = block("gitとmakeを打つ", Mark("code", 0, 3), Mark("code", 4, 8))
    assert [(m.surface, m.key) for m in find_services([code])] == [("git", "Git"), ("make", "Make")]


@pytest.mark.parametrize(
    "what", ["クラスを継ぐ", " クラスを継ぐ", "関数を呼ぶ", "メソッドを呼ぶ", "型を返す", "ディレクトリに置く"]
)
def test_a_part_of_a_program_in_inline_code_is_no_service(what: str) -> None:
    def marked(*marks: Mark) -> list[str]:
        return [mention.surface for mention in find_services([block(f"Docker{what}。Dockerは速い", *marks)])]

    at = len(f"Docker{what}。")
    assert marked(Mark("code", 0, 6), Mark("code", at, at + 6)) == ["Docker"]
    assert marked() == ["Docker", "Docker"]


def test_a_page_of_a_repository_is_a_path_of_files() -> None:
    text = "lib/docker.js at master"
    where = "https://github.com/someone/lib/blob/master/lib/docker.js"
    assert find_services([block("next.js/head.js at master", Mark("link", 0, 25, where))]) == ()
    assert find_services([block(text, Mark("link", 0, len(text), where))]) == ()


def test_a_name_in_an_address_of_mail_is_no_service() -> None:
    text = "[foobario](https://github.com/a/foobario)のfoobario@3と`+foobario@example.com`"
    _, blocks = document(text)
    assert [(mention.key, mention.start) for mention in find_services(blocks)] == [("foobario", 0), ("foobario", 9)]


def test_a_name_never_spans_a_hard_line_break() -> None:
    split = block("AWSとCloudRun", Mark("break", 9, 9))
    assert [m.surface for m in find_services([split])] == ["AWS"]
    apart = block("これはAWSGCP", Mark("break", 6, 6))
    assert [(m.surface, m.start, m.end) for m in find_services([apart])] == [("AWS", 3, 6), ("GCP", 6, 9)]


def test_a_renamed_product_is_a_record_of_its_own_that_names_its_successor() -> None:
    source, blocks = document("AI Platformで学習し、AI Platformで推論する。`AI Platform`\n\n**GCS**に置く")
    platform, storage = summarize(source, blocks, find_services(blocks))
    assert (platform.name, platform.surfaces, platform.status, platform.successor, platform.count) == (
        "AI Platform",
        ("AI Platform",),
        "renamed",
        "Vertex AI",
        3,
    )
    assert platform.places == (Place(1, 1, 1, 12), Place(1, 17, 1, 28), Place(1, 35, 1, 46))
    assert (storage.name, storage.surfaces, storage.vendor, storage.kind, storage.url, storage.places) == (
        "Google Cloud Storage",
        ("GCS",),
        "Google",
        "cloud-service",
        "https://cloud.google.com/storage",
        (Place(3, 3, 3, 6),),
    )


def test_an_api_is_found_but_is_no_service() -> None:
    source, blocks = document("tf.dataとTensorFlow")
    mentions = find_services(blocks)
    assert [mention.key for mention in mentions] == ["tf.data", "TensorFlow"]
    assert [service.name for service in summarize(source, blocks, mentions)] == ["TensorFlow"]


def test_services_come_by_count_then_by_first_place_with_surfaces_as_they_occur() -> None:
    source, blocks = document("Dockerとk8s、KubernetesとGCP。k8s")
    services = summarize(source, blocks, find_services(blocks))
    assert [(service.name, service.surfaces, service.count) for service in services] == [
        ("Kubernetes", ("k8s", "Kubernetes"), 3),
        ("Docker", ("Docker",), 1),
        ("Google Cloud", ("GCP",), 1),
    ]


def test_no_blocks_give_no_services() -> None:
    assert find_services([]) == ()
    assert find_services([block("")]) == ()


_PIECES = """
AWS Lambda Go R C++ ｋ８ｓ BigQuery GAS GoogleAppsScript（以下、GAS） LINE ライン 。 ( ) 、 / . - の 言語
に投稿 14 𠮷 👩‍💻 ﾃﾞ İ
"""
PARTS = st.sampled_from([*_PIECES.split(), " ", "Google Apps Script（以下、GAS）", "\u2028", "\r\n", "\0"])


@given(st.lists(st.lists(PARTS, max_size=12).map("".join), max_size=4))
def test_every_mention_is_the_text_at_its_place_and_none_overlap(texts: list[str]) -> None:
    blocks = [block(text) for text in texts]
    mentions = find_services(blocks)
    for mention in mentions:
        assert mention.surface
        assert texts[mention.block][mention.start : mention.end] == mention.surface
    places = [(mention.block, mention.start, mention.end) for mention in mentions]
    assert places == sorted(places)
    for (one, _, end), (other, start, _) in pairwise(places):
        assert one < other or end <= start


@pytest.mark.skipif(not CASES.exists(), reason="the tricky sentences are not beside the project")
def test_all_tricky_sentences_hold() -> None:
    wrong = []
    for line in CASES.read_text(encoding="utf-8").split("\n"):
        text, _, expected = line.partition("\t")
        surfaces = [unicodedata.normalize("NFKC", surface) for surface, _ in found(text)]
        for sign, name in re.findall(r"([+-])(.+?)(?= [+-]|$)", expected):
            if (name in surfaces) != (sign == "+"):
                wrong.append((text, sign + name, surfaces))
    assert wrong == []


def test_a_vendor_before_itself_is_named_twice():
    assert [(mention.surface, mention.start) for mention in find_services([Block("paragraph", "GCP GCP", ())])] == [
        ("GCP", 0),
        ("GCP", 4),
    ]


def test_services_have_readings_in_the_script_that_is_asked_for() -> None:
    source, blocks = document("Dockerを使う")
    mentions = find_services(blocks)
    readings = [
        summarize(source, blocks, mentions, script=script)[0].reading for script in (None, "katakana", "hiragana")
    ]
    assert readings == [None, "ドッカー", "どっかー"]
