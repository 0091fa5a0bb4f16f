import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jpkit import run
from jpkit.run import processes, spread

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "toolkit")}


def doubled(number: int) -> tuple[int, int]:
    return number * 2, os.getpid()


def refused(number: int) -> int:
    error = ZeroDivisionError(f"not {number}")
    error.add_note("a note")
    raise error


@pytest.mark.parametrize("jobs", [0, 1, 2, 3, 50])
def test_results_come_in_the_order_of_the_pieces(jobs):
    assert [number for number, _ in spread(doubled, range(41), jobs=jobs)] == list(range(0, 82, 2))
    assert list(spread(doubled, (), jobs=jobs)) == []


def test_one_piece_or_one_job_stays_in_this_process():
    assert list(spread(doubled, [1], jobs=4)) == [(2, os.getpid())]
    assert {process for _, process in spread(doubled, range(9), jobs=1)} == {os.getpid()}
    assert os.getpid() not in {process for _, process in spread(doubled, range(9), jobs=2)}


def test_an_error_arrives_with_its_notes():
    with pytest.raises(ZeroDivisionError, match="not 0") as caught:
        list(spread(refused, range(4), jobs=2))
    assert "a note" in caught.value.__notes__


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups")
def test_ctrl_c_ends_all_after_what_has_begun_and_only_the_parent_says_so():
    code = (
        "import time; from jpkit.run import spread\n"
        "try: print('begun', flush=True), list(spread(time.sleep, [0.2] * 200, jobs=2))\n"
        "except KeyboardInterrupt: print('ended')"
    )
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, start_new_session=True, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.5)
        began = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        assert process.communicate() == (b"ended\n", b"")
        assert time.monotonic() - began < 8


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL"])
def test_workers_end_with_a_parent_that_is_killed(name):
    code = (
        "import os, time; from jpkit.run import spread\n"
        "def piece(_): time.sleep(0.05); return os.getpid()\n"
        "for worker in spread(piece, range(10_000), jobs=2): print(worker, flush=True)"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(getattr(signal, name))
        # The pipe ends when the last of those that hold it has ended.
        began = time.monotonic()
        process.stdout.read()
        assert time.monotonic() - began < 8


def test_where_no_pool_can_be_the_work_is_done_all_the_same(monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
    assert list(spread(doubled, range(3), jobs=2)) == [(number * 2, os.getpid()) for number in range(3)]


def test_there_are_as_many_processes_as_are_asked_for_or_pay(monkeypatch):
    assert 1 <= processes(None, 10**9, worth=1) <= (os.cpu_count() or 1)
    monkeypatch.setattr(run, "_usable_cpus", lambda: 4)
    assert [processes(None, size, worth=100) for size in (0, 1, 199, 200, 399, 10**6)] == [1, 1, 1, 2, 3, 4]
    assert [processes(jobs, 5, worth=100) for jobs in (1, 2, 99)] == [1, 2, 99]
