"""Work with results of earlier runs gives what work without them gives, whatever is in the folder."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit import cache, cached
from jpkit.codec import codec

TEXT = codec(str | None)


class Work:
    """Says a job backwards, and remembers what it was asked to do."""

    def __init__(self) -> None:
        self.asked: list[Sequence[str]] = []

    def __call__(self, jobs: Sequence[str]) -> Iterable[str | None]:
        self.asked.append(jobs)
        return (job[::-1] or None for job in jobs)


def run(jobs: Iterable[str], folder: str, work: Work | None = None, today: int = 1) -> list[str | None]:
    found = cached.cached(
        jobs,
        work or Work(),
        key_of=lambda job: "key of " + job.encode("ascii", "backslashreplace").decode(),
        codec=TEXT,
        folder=folder,
        today=today,
    )
    return list(found)


def stored(folder: str) -> dict[str, str]:
    with sqlite3.connect(Path(folder, "results.sqlite")) as connection:
        return dict(connection.execute("SELECT key, value FROM results"))


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "cache")


def test_only_what_is_new_is_run_and_all_comes_in_order(folder: str):
    work = Work()
    assert run(["ab", "cd", ""], folder, work) == ["ba", "dc", None]
    assert run(["xy", "cd", "", "ab"], folder, work) == ["yx", "dc", None, "ba"]
    assert run(["ab"], folder, work) == ["ba"]
    assert work.asked == [("ab", "cd", ""), ("xy",)]


def test_of_equal_jobs_one_is_run(folder: str):
    work = Work()
    assert run(["ab", "cd", "ab"], folder, work) == ["ba", "dc", "ba"]
    assert work.asked == [("ab", "cd")]


def test_no_job_is_no_work_and_makes_nothing(folder: str):
    work = Work()
    assert run([], folder, work) == []
    assert (work.asked, Path(folder).exists()) == ([], False)


@given(st.lists(st.lists(st.text("abc", max_size=2), max_size=9), max_size=5))
def test_any_runs_give_what_they_give_without_a_folder(tmp_path_factory: pytest.TempPathFactory, runs: list[list[str]]):
    folder = str(tmp_path_factory.mktemp("cache"))
    for jobs in runs:
        assert run(jobs, folder) == [job[::-1] or None for job in jobs]


def test_many_are_kept_in_portions_so_that_work_that_breaks_off_is_not_lost(folder: str):
    def breaks_off(jobs: Sequence[str]) -> Iterable[str]:
        for number, job in enumerate(jobs):
            if number == 450:
                raise KeyboardInterrupt
            yield job[::-1]

    jobs = [f"{number:03}" for number in range(500)]
    with pytest.raises(KeyboardInterrupt):
        list(cached.cached(jobs, breaks_off, key_of=str, codec=TEXT, folder=folder, today=1))
    assert sorted(stored(folder)) == jobs[:400]


@pytest.mark.parametrize("value", ["", "{}", '[["x"]]', "[[1],[]]", '["a","b"]', "null", "[" * 9999])
def test_a_value_that_somebody_else_wrote_is_none(folder: str, value: str):
    cache.write(folder, {"key of ab": value}, day=1)
    work = Work()
    assert run(["ab"], folder, work) == ["ba"]
    assert work.asked == [("ab",)]
    assert stored(folder) == {"key of ab": TEXT.encode("ba")}


def test_a_result_that_is_no_unicode_is_not_kept(folder: str):
    assert run(["a\udc83", "ab"], folder) == ["\udc83a", "ba"]
    assert [json.loads(value) for value in stored(folder).values()] == [["ba"]]
    assert run(["a\udc83", "ab"], folder) == ["\udc83a", "ba"]


def test_what_is_used_stays_longer_than_a_month(folder: str):
    run(["ab", "cd"], folder, today=1)
    run(["ab", "new"], folder, today=25)
    run(["ab", "newer"], folder, today=50)
    assert sorted(stored(folder)) == ["key of ab", "key of new", "key of newer"]
