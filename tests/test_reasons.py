import json
import tomllib

import pytest

from jpkit.front.reasons import reason
from jpkit.messages import use_language

TOML = (
    "a", "a = x", "a = [1", 'a = "b', "a = 1\na = 2", "[a", "[[a]", 'a = "\\q"', 'a = "\\ud800"', 'a = "\\u1"',
    "a = {b = 1", "a = {b = 1, b = 2}", "[a]\n[a]", "a = 1 b", 'a = "\x01"', "= 1", "a = 'x", "a = 25:00:00",
    "a = 2020-02-30", "[a]b", "a.b = 1\n[a]\n", "a = {}\na.b = 1",
)  # fmt: skip
JSON = ("{", '{"a"}', '{"a":}', '{"a": 1 "b"}', "{a: 1}", '{"a": "x\n"}', '{"a": "\\q"}', '{"a": "\\u1"}', '{"a": "x')


@pytest.fixture(autouse=True)
def _japanese():
    use_language("ja")
    yield
    use_language(None)


@pytest.mark.parametrize(
    ("loads", "text"), [*((tomllib.loads, one) for one in TOML), *((json.loads, one) for one in JSON)]
)
def test_what_the_parsers_say_is_said_in_japanese(loads, text):
    with pytest.raises(ValueError) as error:  # noqa: PT011 -- what they say is the point
        loads(text)
    said = getattr(error.value, "msg", str(error.value)).partition(" (at ")[0]
    assert reason(said) != said
    assert any("\u3041" <= c <= "\u3096" for c in reason(said)), reason(said)


def test_in_english_and_where_nobody_knows_it_the_words_are_the_parsers_own():
    assert reason("something new") == "something new"
    use_language("en")
    assert reason("Unclosed array") == "Unclosed array"
