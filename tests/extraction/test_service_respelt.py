"""Other spellings of the names that a post surely has."""

import re

import pytest

from jpkit.document import Block, Mark
from jpkit.extraction.services import find_services


def found(text: str, *marks: Mark) -> list[str]:
    return [mention.surface for mention in find_services([Block("paragraph", text, (), marks)])]


@pytest.mark.parametrize(
    "marked",
    [
        "«Docker»を使う。«docker»が動く。",
        "«Firefox»を開く。«FIrefox»を閉じる。",
        "«Hacker News»に載る。«Hackernews»を読む。",
        "«Slack»に書く。«slack»で読む。",
        "«LLVM»を読む。«llvm»の話",
        "«3D Slicer»で見る。«3d slicer»で開く。",
        "«GitHub Pages»に置く。«Github pages»に置く。",
        "「«Foobario»」というツールだ。«foobario»と書いてもよい。".replace("「", "").replace("」", ""),
    ],
)
def test_other_capitals_and_lost_blanks_are_the_name(marked: str) -> None:
    assert found(re.sub("[«»]", "", marked)) == re.findall("«(.*?)»", marked)


@pytest.mark.parametrize(
    "marked",
    [
        # not without the name
        "notionという概念とslackな予定",
        # a word of an English sentence; a path, a scheme, a call
        "«Notion»を使う。the notion of it",
        "«Slack»を使う。/slackとslack:とslack(1)",
        # a word of its own beside a name in capitals, and capitals beside a word
        "«LINE»で送る。lineを引く。",
        "«Swift»で書く。SWIFTコード",
        # part of a longer name
        "«Docker»を使う。docker-machineとmydockerとdocker.ini",
        # three letters are too few
        "«Vue»で書く。VUEとvueの話",
    ],
)
def test_what_may_be_something_else_is_not(marked: str) -> None:
    assert found(re.sub("[«»]", "", marked)) == re.findall("«(.*?)»", marked)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cloudflare Workerで動かす", [("Cloudflare Worker", "Cloudflare Workers")]),
        ("GitHub pagesに置く", [("GitHub pages", "GitHub Pages")]),
        ("GitHub Sponsorを始めた", [("GitHub Sponsor", "GitHub Sponsors")]),
        ("a GitHub issue/pull-request reader", [("GitHub", "GitHub")]),
        ("A GitHub page that I made", [("GitHub", "GitHub")]),
        ("on our GitHub page!", [("GitHub", "GitHub")]),
        ("Docker coffeeを飲む", [("Docker", "Docker")]),
    ],
)
def test_a_name_may_lack_its_last_s_or_its_capital(text: str, names: list[tuple[str, str]]) -> None:
    assert [(mention.surface, mention.key) for mention in find_services([Block("paragraph", text, ())])] == names


@pytest.mark.parametrize(
    "marked",
    [
        "«evernote»に書き、«windows»を閉じ、«cygwin»で開く",
        "«mac mini»を買い、«app store»で探す",
        # capitals of the author's own are a name's in English, too
        "«BootStrap»を読み、use «Codemirror» with it",
        # what stands for itself between Japanese does so in small letters, too, beside a word of its trade
        "«Node.js»の«express»と«mocha»を使う",
        "«AWS lambda»で動かす",
        # one sign behind the letters that the index knows it by
        "サーバーは«ec2»で動かし、«IPHONE4»を使う",
    ],
)
def test_beside_japanese_a_name_may_have_other_capitals(marked: str) -> None:
    assert found(re.sub("[«»]", "", marked)) == re.findall("«(.*?)»", marked)


@pytest.mark.parametrize(
    "text",
    [
        "slackなスケジュール、notionという概念、rustした鉄",
        "狐のchromeフォルダ、コードをreviewする",
        "my evernote, evernote-like, evernote.txt, `evernote`",
        "command line interfaceとCommand LIne Interface",
        "expressする、mochaを飲む",
        "use the app store of it, a mac mini (mid 2011)",
    ],
)
def test_a_word_in_other_capitals_than_a_name_is_mostly_a_word(text: str) -> None:
    assert found(text) == []


def test_an_identifier_in_code_is_no_spelling_of_a_tool_that_no_table_lists() -> None:
    text = "foobarioというツール。FooBarioクラス"
    assert found(text, Mark("code", 15, 23)) == ["foobario"]
    assert found(text) == ["foobario", "FooBario"]
