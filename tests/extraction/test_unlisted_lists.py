"""Names in lists of names that the catalogue knows."""

import re

import pytest

from jpkit.document import Block
from jpkit.extraction.services import find_services


def found(text: str) -> list[str]:
    return [mention.surface for mention in find_services([Block("paragraph", text, ())])]


@pytest.mark.parametrize(
    "marked",
    [
        "«Qiita»や«Zenn»、«Foobario»などに書く",
        "«Foobario»、«Qiita»、«Zenn»に書く",
        "«PostgreSQL» + «Foobario» + «Docker»で作る",
        "«Google Authenticator»、«Foo Bario»、«Docker»で試す",
        "«Qiita»や«Zenn»、«Foobario»に書き、あとで«Foobario»から消す",
        # a condition of the catalogue is met
        "«Qiita»、«Medium»、«Zenn»に書く",
    ],
)
def test_a_name_among_known_ones_counts(marked: str) -> None:
    assert found(re.sub("[«»]", "", marked)) == re.findall("«(.*?)»", marked)


@pytest.mark.parametrize(
    "marked",
    [
        # one known name is no list of tools
        "«Qiita»やFoobarioなどに書く",
        # half of them unknown
        "«Qiita»、«Zenn»、Foobario、Barfooなどに書く",
        # standards, formats, words
        "«Docker»、«Qiita»、XPathなどの話",
        "«Docker»、«Qiita»、JSONなどの話",
        "«Docker», «Qiita», etc. The rest",
        # the last word goes on
        "«Docker»、«Qiita»、Foobario認定試験の話",
        # an owner before its repository; a sentence
        "«Docker»/«Qiita»/Foobario",
        "«Docker»、«Qiita»と書いた。Foobarioも書いた",
    ],
)
def test_other_neighbours_do_not(marked: str) -> None:
    assert found(re.sub("[«»]", "", marked)) == re.findall("«(.*?)»", marked)
