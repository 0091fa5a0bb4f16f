"""Names that mean a company, a blog, an event, a node of a tree."""

import re

import pytest

from jpkit.document import Block, Mark
from jpkit.extraction.services import find_services


def found(text: str) -> list[str]:
    return [one.surface for one in find_services([Block("paragraph", text, ())])]


def unmark(marked: str) -> tuple[str, list[str]]:
    return re.sub("[«»]", "", marked), re.findall("«(.*?)»", marked)


# What must be found is between guillemets, all of it and nothing else.
@pytest.mark.parametrize(
    "marked",
    [
        "«Docker»の話 - クックパッド開発者ブログ",
        "«Docker»の話 | Netflix TechBlog",
        "«Docker»の話 « LINE Engineers' Blog",
        "«Docker»の話 - pixiv inside",
        "«Docker»はどこで動くか: run «Docker» inside a VM",
    ],
)
def test_a_company_with_a_blog_behind_it_is_no_service(marked: str) -> None:
    text, expected = unmark(marked)
    assert found(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Dropboxが古い会社を買収した",
        "Dropbox Acquires Qwertz",
        "GitHubが買収したSemmle",
        "Dropbox株式会社",
        "チャットワーク社の話と株式会社クックパッドの話",
        "«Dropbox»が使える会社、«Dropbox»を買った",
    ],
)
def test_a_company_that_buys_another_is_no_service(marked: str) -> None:
    text, expected = unmark(marked)
    assert found(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "«React»はFacebookから公開された",
        "メルカリにおける«Docker»の使い方",
        "Facebookの@qwertzさんの話",
        "«Facebook»に投稿した",
        "«Twitter»と«Facebook»の話",
        "«Facebook»や«Twitter»の話",
        "«メルカリ»で買った«Kindle»",
        "«Facebook»のアカウントを消した。«Facebook»は遅い",
    ],
)
def test_a_maker_known_for_its_people_is_a_service_only_where_it_is_used(marked: str) -> None:
    text, expected = unmark(marked)
    assert found(text) == expected


def test_a_maker_of_what_one_develops_with_is_a_service() -> None:
    assert found("Cloudflareから公開され、Slackの人が話した") == ["Cloudflare", "Slack"]


@pytest.mark.parametrize(
    "marked",
    [
        "東京Node学園で«Node.js»の話を聞いた",
        "JSオジサンで«JavaScript»の話をした",
        "#夜桜JS に行った。夜桜JSでは«JavaScript»の話をした。«JS»は楽しい",
        "開発本部 Meetup #4と勉強会Meetupに行った",
        "#«Docker»の話",
    ],
)
def test_an_event_is_no_product(marked: str) -> None:
    text, expected = unmark(marked)
    assert found(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "«npm»の話。ASTのNodeを見る。そのNodeは深い",
        "«npm»の話。それぞれのNodeの位置を知る",
        "«npm»の話。TextNodeというNodeがある",
        "«npm»の話。«Node»で書いた",
        "«npm»の話。«Node»で書いたコードで、親Nodeを見る。«Node»は速い",
        "«npm»の話。ASTを使う。«Node»は速い",
        "«npm»の話。«Node»の型定義を入れる",
    ],
)
def test_a_node_of_a_tree_is_not_the_runtime(marked: str) -> None:
    text, expected = unmark(marked)
    assert found(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "«Firefox»のプロファイルのChromeフォルダに置き、Chrome権限で動かす",
        "«Firefox»ではcontentとChromeの間で話す",
        "«Firefox»のcontent側から呼ぶ。Chromeは特権を持つ",
        "«Firefox»でも«Chrome»でも動く",
        "«Chrome»フォルダを開く",
    ],
)
def test_what_firefox_calls_chrome_is_no_browser(marked: str) -> None:
    text, expected = unmark(marked)
    assert found(text) == expected


def test_a_command_that_is_an_english_word_is_that_word_in_an_english_title() -> None:
    text = "How to make it work。makeと打つ。make"
    link = Mark("link", 0, len(text), "https://example.com/")
    mentions = find_services([Block("paragraph", text, (), (link,))])
    assert [(one.start, one.surface) for one in mentions] == [(20, "make"), (28, "make")]
