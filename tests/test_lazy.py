"""Patterns that are compiled when they are needed do what compiled ones do."""

import re

import pytest

from jpkit import lazy as module
from jpkit.lazy import lazy


def test_a_lazy_pattern_finds_what_a_compiled_one_finds():
    pattern = lazy("(?P<letter>[a-z])[0-9]", re.IGNORECASE)
    assert pattern.match("A1")["letter"] == "A"
    assert pattern.sub("-", "a1 b2 c") == "- - c"
    assert pattern.pattern == "(?P<letter>[a-z])[0-9]"


def test_nothing_is_compiled_before_it_is_needed_and_then_once_a_method(monkeypatch):
    compiled = []
    real = re.compile
    monkeypatch.setattr(module.re, "compile", lambda *given: compiled.append(given) or real(*given))
    pattern = lazy("a+")
    assert compiled == []
    assert [pattern.search(text) is not None for text in ("a", "b", "aa")] == [True, False, True]
    assert compiled == [("a+", 0)]


def test_what_is_no_pattern_says_so_when_it_is_used():
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.match("")
