"""Answers of an earlier run are those that the function would give, and it is not asked for them again."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from jpkit import answers, cache


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "cache")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_memories", [])


def new_process(asked: list[tuple[str, str]]) -> Callable[[str, str], float]:
    """The function as a process has it that begins."""
    answers._memories.clear()

    @answers.remembered(float, texts=2)
    def alike(one: str, other: str) -> float:
        asked.append((one, other))
        return float(one == other)

    return alike


def test_a_question_is_asked_once_and_not_again_in_the_next_run(folder: str):
    asked: list[tuple[str, str]] = []
    alike = new_process(asked)
    with answers.recalling(["content"], folder=folder):
        assert [alike("a", "b"), alike("a", "a"), alike("a", "b")] == [0.0, 1.0, 0.0]
    assert asked == [("a", "b"), ("a", "a")]
    alike = new_process(asked)
    with answers.recalling(["content"], folder=folder):
        assert [alike("a", "b"), alike("b", "b")] == [0.0, 1.0]
    assert asked == [("a", "b"), ("a", "a"), ("b", "b")]


def test_answers_that_nobody_has_asked_for_go_when_others_come(folder: str):
    for question in ("a", "b"):
        alike = new_process([])
        with answers.recalling([], folder=folder):
            alike(question, question)
    with sqlite3.connect(Path(folder, "results.sqlite")) as connection:
        assert [value for (value,) in connection.execute("SELECT value FROM results")] == ['[[1],[["b"],["b"],[1.0]]]']


def test_each_site_has_its_own(folder: str):
    asked: list[tuple[str, str]] = []
    for site in ("one", "other", "one", "other"):
        alike = new_process(asked)
        with answers.recalling([site], folder=folder):
            alike("a", site)
    assert asked == [("a", "one"), ("a", "other")]


def test_without_a_folder_or_outside_of_the_block_only_this_process_remembers(folder: str):
    asked: list[tuple[str, str]] = []
    alike = new_process(asked)
    with answers.recalling([], folder=None):
        alike("a", "b")
    alike("a", "b")
    assert asked == [("a", "b")]
    assert not Path(folder).exists()


def test_what_somebody_else_has_written_is_no_answer(folder: str, monkeypatch: pytest.MonkeyPatch):
    asked: list[tuple[str, str]] = []
    with answers.recalling([], folder=folder):
        new_process(asked)("a", "b")
    for value in ("", "[]", '[[1],[["a"],["b"],["0"]]]', "{"):
        with sqlite3.connect(Path(folder, "results.sqlite")) as connection:
            connection.execute("UPDATE results SET value = ?", (value,))
        with answers.recalling([], folder=folder):
            assert new_process(asked)("a", "b") == 0.0
    assert len(asked) == 5


def test_another_code_gets_no_answers(folder: str, monkeypatch: pytest.MonkeyPatch):
    asked: list[tuple[str, str]] = []
    for code in ("one", "other"):
        monkeypatch.setattr(cache, "made_by", lambda code=code: code)
        with answers.recalling([], folder=folder):
            new_process(asked)("a", "b")
    assert len(asked) == 2
