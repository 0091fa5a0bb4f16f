"""Posts whose title says that they list tools."""

import pytest

from jpkit.document import Block
from jpkit.extraction.unlisted_cues import called
from jpkit.extraction.unlisted_names import Tool
from jpkit.markdown import read_document
from jpkit.source import Source, Span

BODY = """
## 1. foobario - 一覧を色づける

### [Barfoo](https://barfoo.example/)（旧Barbar）

## Baz Foo

## まとめ

## Docker上で動かす
"""
NAMES = ["foobario", "Barfoo", "Baz Foo"]


def post(title: str, body: str = BODY) -> list[Block]:
    text = f"{title}\n\n{body}"
    first, *others = read_document(Source("post.md", text), Span(0, len(text))).blocks
    return [first._replace(kind="title"), *others]


@pytest.mark.parametrize(
    "title",
    [
        "好きなツールを淡々と紹介する",
        "端末で使うツールまとめ",
        "開発に役立つVS Code拡張機能10選",
        "2024年に便利だったアプリの一覧",
        "おすすめのコマンドラインツール",
        "私のお気に入りアプリたち",
    ],
)
def test_the_headings_of_a_round_up_are_names(title: str) -> None:
    assert [tool.name for tool in called(post(title))] == NAMES


@pytest.mark.parametrize(
    "title",
    ["ツールを作った話", "プラグインの書き方", "ツールチップの一覧", "アプリの設定を直す", "まとめ記事を書くツール"],
)
def test_of_another_post_they_are_not(title: str) -> None:
    assert list(called(post(title))) == []


def test_two_headings_are_too_few_and_headings_of_any_post_do_not_count() -> None:
    few = "## Foobario\n\n## Barfoo\n\n## Introduction\n\n## FAQ\n\n## index.js と main.py\n"
    assert list(called(post("便利なツールまとめ", few))) == []


def test_the_terms_of_a_definition_list_need_only_the_noun() -> None:
    body = "Foobario\n: 速い\n\nBarfoo\n: 軽い\n\nBaz Foo\n: 古い\n"
    assert [tool.name for tool in called(post("時間を測るソフトについて", body))] == ["Foobario", "Barfoo", "Baz Foo"]
    assert list(called(post("時間の測り方について", body))) == []


def test_a_round_up_of_services_has_services_and_their_addresses() -> None:
    assert list(called(post("使っているサービスの紹介")))[1] == Tool("Barfoo", "https://barfoo.example/", "saas")


@pytest.mark.parametrize("title", ["画像を小さくする「Foobario」を作った", "行を選べる「Foobario」"])
def test_a_title_calls_a_tool_what_its_clause_is_about(title: str) -> None:
    assert list(called(post(title, "本文"))) == [Tool("Foobario", None)]


@pytest.mark.parametrize(
    "title",
    [
        "勉強会「Foobario」に行った",
        "Foobarioを語る「世界のFoobarioを読もう」",
        "発表する「Foobario」という題の話",
        "役に立つ「the way of foo」",
    ],
)
def test_other_brackets_of_a_title_hold_no_names(title: str) -> None:
    assert list(called(post(title, "本文"))) == []


ITEMS = "1. Foobario  \n    設定に欠かせない\n2. Bar Foo\n   色を変える\n3. barfoo  \n   速い\n"


def test_a_name_that_has_the_first_line_of_an_item_to_itself_counts_where_the_title_ends_with_the_noun() -> None:
    assert [tool.name for tool in called(post("端末に入れたアプリ", ITEMS))] == ["Foobario", "Bar Foo", "barfoo"]
    assert list(called(post("アプリを作って配るまで", ITEMS))) == []


@pytest.mark.parametrize(
    "body",
    [
        "- Foobario 設定\n- Barfoo 色\n- Bazfoo 速さ\n",  # no line of its own
        "- Foobario  \n  設定\n- Barfoo  \n  色\n",  # two
        "- Foobar &copy;設定\n- Barfoo &copy;色\n- Bazfoo &copy;速さ\n",  # no other line, an entity
        "- Foobario: 設定  \n  欠かせない\n- Barfoo: 色  \n  青い\n- Bazfoo: 速さ  \n  遅い\n",
    ],
)
def test_other_items_do_not(body: str) -> None:
    assert list(called(post("端末に入れたアプリ", body))) == []


def test_a_heading_that_lists_tools_does_so_for_what_stands_below_it() -> None:
    body = "## Before\n\n## 入れているアプリ\n\n### Foobario\n\n### Barfoo\n\n### Bazfoo\n\n## After\n"
    assert [tool.name for tool in called(post("端末の引っ越し", body))] == ["Foobario", "Barfoo", "Bazfoo"]
