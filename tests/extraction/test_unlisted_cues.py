"""Tools that the prose calls tools: of each phrase sentences that name one, and such as only look alike."""

import pytest

from jpkit.document import Block
from jpkit.extraction.services import find_services, summarize
from jpkit.extraction.unlisted_cues import called
from jpkit.extraction.unlisted_names import Tool
from jpkit.markdown import read_document
from jpkit.source import Source, Span


def blocks(text: str) -> tuple[Block, ...]:
    return read_document(Source("post.md", text), Span(0, len(text))).blocks


NAMED = [
    # 「Xという…」
    ("Foobarioというライブラリを使う。", "Foobario", "oss"),
    ("Foo Barioという便利なソフトがある。", "Foo Bario", "oss"),
    ("[Foobario](https://foobario.example/)というサービスで予約する。", "Foobario", "saas"),
    ("[someone/foobario](https://example.com/)というツール群を読む。", "foobario", "oss"),
    ("`@foo/bario`というパッケージを足す。", "@foo/bario", "oss"),
    ("昨日「フーバリオ」というアプリを入れた。", "フーバリオ", "oss"),
    ("Foobarioというプログラミング言語を学ぶ。", "Foobario", "language"),
    ("FoobarioというFirefox拡張を使えばよい。", "Foobario", "oss"),
    ("Foobarioという自作OSを動かす。", "Foobario", "platform"),
    # 「ツール「X」」
    ("タブを束ねる拡張機能「Foo Bario」の紹介", "Foo Bario", "oss"),
    ("Chrome拡張『Foobario』を公開した。", "Foobario", "oss"),
    ("拡張機能「フーバリオ 」の紹介", "フーバリオ", "oss"),
    # 「X（…ツール）」
    ("foobario（画像を縮めるツール）を呼ぶ。", "foobario", "oss"),
    # 「アプリ X」「ライブラリであるX」「ライブラリの[X]」
    ("メモアプリ foobario を作った。", "foobario", "oss"),
    ("テストライブラリであるfoobarioも直した。", "foobario", "oss"),
    ("描画ライブラリの[Foobario](https://example.com/)を試す。", "Foobario", "oss"),
    # 「Xは…ツールです」
    ("Foobarioは設定ファイルを検査するツールです。", "Foobario", "oss"),
    ("前の版を消す。Foobarioは、部屋を借りられるサービスで、無料だ。", "Foobario", "saas"),
    ("foobarioとは端末で動くエディタである。", "foobario", "oss"),
    # 「`X`をインストール」
    ("`foobario`をインストールしておく。", "foobario", "oss"),
    # a home
    ("[Foobario](https://foobario.dev/)はどうだろう。", "Foobario", "oss"),
    ("[Foobario ](https://foobario.dev/)はどうだろう。", "Foobario", "oss"),
    ("[ Foo Bario　](http://www.example.com/foobario/)を使って書く。", "Foo Bario", "oss"),
    # 「X.jsを使う」
    ("Foobario.jsを使って描く。", "Foobario.js", "oss"),
    ("狐を速くするfooBario.jsスクリプト", "fooBario.js", "oss"),
    # 「[X](…)を使う」
    ("[Foobario](https://foobario.example/)を使って書く。", "Foobario", "oss"),
    ("去年から[Foo Bario](http://www.example.com/foobario/)に移行した。", "Foo Bario", "oss"),
    ("先に[Foobario](https://foobario.example/)をダウンロードしておく。", "Foobario", "oss"),
    ("[Foo Bario](http://www.example.com/foobario/)と組み合わせると速い。", "Foo Bario", "oss"),
    # blanks between Latin words and Japanese
    ("拡張機能 「Foo Bario」 の紹介", "Foo Bario", "oss"),
    ("Foobario は設定ファイルを検査するツールです。", "Foobario", "oss"),
    ("テストライブラリである foobario も直した。", "foobario", "oss"),
    ("描画ライブラリの [Foobario](https://example.com/) を試す。", "Foobario", "oss"),
    ("[Foobario](https://foobario.example/) を使って書く。", "Foobario", "oss"),
    # a list of what its heading says
    ("## 使ったツール\n\n- [Foobario](https://example.com/) 絵を描く\n", "Foobario", "oss"),
]


@pytest.mark.parametrize(("text", "name", "kind"), NAMED)
def test_what_the_prose_calls_a_tool_is_one(text: str, name: str, kind: str) -> None:
    assert {(tool.name, tool.kind) for tool in called(blocks(text))} == {(name, kind)}


@pytest.mark.parametrize(
    "text",
    [
        "Foobarioというクラスがライブラリにある。",
        "[Latest Release](https://github.com/someone/foobario/releases/latest)をダウンロードする。",
        "Foobarioというエラーが出るツールを直す。",
        "Foobarioというプラグイン設計を学ぶ。",
        "Foobarioというモジュール名を付ける。",
        "Foobarioというアプリケーションプロトコルの話",
        "Foobarioというと言語やライブラリのことだ。",
        "Foobarioというサイトに載った。",
        "Foobarioという拡張子が付く。Foobarioという拡張の仕組み。`Error.foobario`という拡張がある。",
        "FoobarioというOSSコミュニティの話",
        "main.pyというモジュールを書く。",
        "HTMLというパッケージ",
        "`my-package`というパッケージと`foo/bar`というライブラリ、`your-app`というアプリ",
        "`foo --bar`というツールの呼び方",
        "拡張子「foo」とアプリの画面「戻る、進む」",
        "設定画面の「Foobario」というボタン",
        "foobario（このツールの、前の名前）",
        "foobario（ライブラリ）という訳語",
        "AWS SDK v3に移る。",
        "Foobarioは速い。ツールです。",
        "その日Foobarioは新しいツールです。",
        "Foobarioは昔からあるやり方で、ツールではない。",
        "ツールのOptionsを読む。ライブラリのStateを変える。",
        "Foobarioをインストールする。`index.ts`をインストールする。",
        "[Foobario](https://docs.example.com/)を使う。[Foo](https://example.com/a/b/c/d)を使う。",
        "[Foobario](https://example.com/#foobario)を使う。[この方法](https://example.com/)を使う。",
        "[Foobario](https://foobario.example/)を読む。",
        "[Foobario](https://foobario.io/)という会社が作る。[Foobar](https://foobar.io/)さんの話。",
        "index.jsを使う。`foobario.js`を使う。foobario.jsを読む。lib/foobario.jsを使う。",
        "エディタである佐藤さんと、エディタであるSmithさん",
        "## 使ったツール\n\n- Foobario\n- [こちら](https://example.com/)\n",
        "## 参考\n\n- [Foobario](https://example.com/)\n",
    ],
)
def test_what_only_looks_like_it_is_no_tool(text: str) -> None:
    assert list(called(blocks(text))) == []


def test_a_tool_so_called_counts_wherever_the_post_names_it() -> None:
    text = "Foobarioというサービスを使う。\n\nFoobarioは速く、Foobario.jsやmyFoobarioとは別だ。\n"
    source, found = Source("post.md", text), blocks(text)
    (service,) = summarize(source, found, find_services(found))
    assert (service.name, service.kind, service.vendor, service.url) == ("Foobario", "saas", None, None)
    assert [place[:2] for place in service.places] == [(1, 1), (3, 1)]


def test_where_the_name_is_a_link_the_tool_leads_there() -> None:
    text = "[Foobario](https://foobario.example/)というツールがある。"
    assert list(called(blocks(text))) == [Tool("Foobario", "https://foobario.example/", "oss")]


def test_of_several_that_one_uses_each_is_a_tool() -> None:
    text = "[Foobario](https://foobario.example/)と[Barfoo](https://barfoo.example/)を使う。[Bazfoo](https://bazfoo.example/)も見た。"
    assert {tool.name for tool in called(blocks(text))} == {"Foobario", "Barfoo"}


def test_a_name_in_katakana_is_no_part_of_a_longer_word() -> None:
    found = blocks("アプリ「フーバリ」を使う。フーバリは速い。フーバリオは違う。オフーバリも違う。")
    assert [(mention.surface, mention.start) for mention in find_services(found)] == [("フーバリ", 4), ("フーバリ", 13)]


def test_a_name_of_the_catalogue_that_asks_for_more_has_its_record() -> None:
    source, found = Source("post.md", "Chaiというライブラリを使う。"), blocks("Chaiというライブラリを使う。")
    (service,) = summarize(source, found, find_services(found))
    assert (service.name, service.url) == ("Chai", "https://www.chaijs.com/")
    assert find_services(blocks("Chaiを飲む。")) == ()
