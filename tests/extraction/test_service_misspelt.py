"""Names that a post mistypes."""

import re

import pytest

from jpkit.document import Block, Mark
from jpkit.extraction.services import find_services


def found(text: str, *marks: Mark) -> list[tuple[str, str]]:
    return [(mention.surface, mention.key) for mention in find_services([Block("paragraph", text, (), marks)])]


@pytest.mark.parametrize("slip", ["Dcoker", "Docekr", "Dockeer", "Docler", "dcoker", "Dokcer"])
def test_a_name_with_one_slip_is_the_name_that_the_post_has_elsewhere(slip: str) -> None:
    assert found(f"Dockerを使う。{slip}が動く。") == [("Docker", "Docker"), (slip, "Docker")]


@pytest.mark.parametrize(
    "marked",
    [
        # not without the name
        "Dcokerを使う",
        # another word at its ends, and a word in small letters that has another letter
        "«Kotlin»で書く。KotlinxとBotlinとkottin",
        # too short to tell
        "«Vite»で作る。Vitteの話",
        # a word of an English title; a part of a longer word
        "«Docker»を使う。the Dcoker image、my-Dcoker、Dcoker.io",
        # words of English prose; a word that the text has in small letters, too
        "«macOS»で動く。The following macros, which",
        "«Docker»を使う。Decker、decker",
        # two slips
        "«Docker»を使う。Dcokre",
    ],
)
def test_other_words_are_none(marked: str) -> None:
    assert [surface for surface, _ in found(re.sub("[«»]", "", marked))] == re.findall("«(.*?)»", marked)


def test_an_identifier_in_code_is_no_slip() -> None:
    text = "Dockerを使う。Dcoker"
    assert found(text, Mark("code", 10, 16)) == [("Docker", "Docker")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("GitHub Rleasesに書く", "GitHub Releases"),
        ("GitHub Acitonsで回す", "GitHub Actions"),
        ("Cloudflareと書けずClouldflare Workers KVと書く", "Cloudflare Workers KV"),
        ("Firefox 57 Quantumで速くなる", "Firefox Quantum"),
    ],
)
def test_a_name_of_several_words_may_have_one_slip_in_one(text: str, name: str) -> None:
    assert [key for _, key in found(text)][-1] == name


@pytest.mark.parametrize("text", ["GitHub Rlesaesに書く", "GitHub Pagerを見る", "GitHub releaserの話"])
def test_two_slips_another_end_and_small_letters_are_no_slip_in_it(text: str) -> None:
    assert [surface for surface, _ in found(text)] == [text[:6]]
