"""Every message exists in both languages, says the same things in both, and is used."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from jpkit.messages import LANGUAGES, MESSAGES, language, message, use_language

PACKAGE = Path(__file__).parents[1] / "toolkit" / "jpkit"
SOURCES = {
    path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.name != "messages.py"
}


@pytest.fixture(autouse=True)
def _language_of_the_locale() -> Iterator[None]:
    use_language(None)
    yield
    use_language(None)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", MESSAGES)
def test_both_languages_have_the_same_placeholders(key: str):
    english, japanese = MESSAGES[key]
    assert placeholders(english) == placeholders(japanese)


@pytest.mark.parametrize("key", MESSAGES)
def test_no_message_ends_like_a_sentence(key: str):
    english, japanese = MESSAGES[key]
    assert not english.endswith(".")
    assert not japanese.endswith("。")


@pytest.mark.parametrize("key", MESSAGES)
def test_japanese_is_set_in_japanese_punctuation(key: str):
    # Inside quotes stands what the user types.
    japanese = re.sub("'[^']*'", "", MESSAGES[key][1])
    assert not re.search("[\u3041-\u30ff\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u3041-\u30ff\u4e00-\u9fff]", japanese)


def test_every_message_is_used():
    code = "\n".join(SOURCES.values())
    assert [key for key in MESSAGES if not re.search(f"[\"']{key}[\"']", code)] == []


def test_every_message_that_is_asked_for_exists():
    asked = {key for text in SOURCES.values() for key in re.findall(r'\bmessage\(\s*"([a-z0-9-]+)"', text)}
    assert asked - set(MESSAGES) == set()


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "ja_JP"}, "ja"),
        ({"LANG": "fr_FR"}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language() == expected


@pytest.mark.parametrize("chosen", LANGUAGES)
def test_what_is_chosen_wins_over_the_locale(chosen: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8" if chosen == "en" else "C")
    use_language(chosen)
    assert message("report-services") == {"en": "Services", "ja": "サービス"}[chosen]
