import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from jpkit.linting import history
from jpkit.linting.engine import Active, lint_pages
from jpkit.linting.page import Reader
from jpkit.linting.rules import rule

BODY = "一行目\n二行目\n三行目\n"


@pytest.fixture
def commit(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(day: str, pages: dict[str, str]) -> None:
        for path, text in pages.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, encoding="utf-8")
        when = f"{day}T10:00:00+09:00"
        names = {f"GIT_{who}_{what}": "a" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        environment = {**os.environ, **names, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "a")):
            subprocess.run(("git", *command), check=True, env=environment, capture_output=True)

    return run


def days(*paths: str) -> dict[str, str]:
    history._changes.cache_clear()
    return {Path(path).name: when for path in paths if (when := history.last_change(path, paths)) is not None}


def test_the_last_change_of_a_page_is_the_last_commit_that_says_something_new(commit):
    commit("2020-01-01", {"content/日本 語.md": "", "content/b.md": "", "content/c.md": ""})
    commit("2020-02-01", {"content/日本 語.md": BODY, "content/b.md": BODY})
    commit("2020-03-01", {"content/b.md": BODY * 2})
    commit("2020-04-01", {"content/b.md": BODY * 2 + "四行目\n"})
    asked = [f"content/{name}.md" for name in ("日本 語", "b", "c")]
    assert days(*asked) == {"日本 語.md": "2020-02-01T10:00:00+09:00", "b.md": "2020-03-01T10:00:00+09:00"}


def test_a_commit_that_changes_many_pages_is_none(commit):
    pages = [f"content/{number}.md" for number in range(30)]
    commit("2020-01-01", dict.fromkeys(pages, ""))
    commit("2020-02-01", dict.fromkeys(pages, BODY))
    commit("2020-03-01", {pages[0]: BODY * 2})
    assert days(pages[1]) == {}
    assert days(*pages) == {"0.md": "2020-03-01T10:00:00+09:00"}


def test_many_pages_are_asked_for_by_their_folder(commit):
    pages = [f"content/{number}.md" for number in range(250)]
    commit("2020-01-01", dict.fromkeys(pages, ""))
    commit("2020-02-01", {pages[7]: BODY, "README.md": BODY})
    assert days(*pages) == {"7.md": "2020-02-01T10:00:00+09:00"}


def test_without_a_work_tree_or_git_there_is_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert days("a.md") == {}
    Path(".git").mkdir()
    assert days("a.md") == {}
    monkeypatch.setenv("PATH", "")
    assert days("a.md") == {}


def test_git_is_called_once_a_run_and_a_mended_page_stays_mended(commit, monkeypatch):
    pages = {f"content/post/{name}.md": f"---\ntitle: {name}\nlastmod: 2020-01-01\n---\n" for name in "ab"}
    commit("2020-01-01", pages)
    commit("2020-02-01", {path: text + BODY for path, text in pages.items()})
    calls = []
    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda *args, **more: calls.append(args[0][3:4]) or run(*args, **more))
    active = [Active(rule("stale-lastmod"))]
    report = lint_pages(pages, Reader(today=date(2020, 3, 1)), lambda _: active, fix=True)
    assert calls == [("log",)]
    assert [change.after for change in report.changes] == [
        text.replace("2020-01-01", "2020-02-01") + BODY for text in pages.values()
    ]
    history._changes.cache_clear()
    commit("2020-03-01", {change.path: change.after for change in report.changes})
    assert lint_pages(pages, Reader(today=date(2020, 3, 1)), lambda _: active).findings == ()
