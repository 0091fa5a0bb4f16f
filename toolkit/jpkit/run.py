"""Work in pieces, one after the other or over several processes; it knows nothing of what the work is."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def processes(jobs: int | None, size: int, *, worth: int) -> int:
    """How many processes work of some size gets: ``jobs``, or where that is None as many as pay.

    That is one for each CPU that may be used, as long as each has ``worth`` of the size to do.
    """
    if jobs is not None:
        return jobs
    return max(1, min(_usable_cpus(), size // worth))


def _usable_cpus() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(function: Callable[[T], R], pieces: Sequence[T], *, jobs: int) -> Iterator[R]:
    """What ``map`` gives, by so many processes; by this one where a single one has it all, or no others can be.

    Function, pieces and results travel, so they pickle.
    """
    workers = min(jobs, len(pieces))
    pool = _pool(workers) if workers > 1 else None
    if pool is None:
        yield from map(function, pieces)
        return
    with pool:
        # Some together, because each parcel costs 0.2 ms; few, because nobody waits long for the last ones, nor
        # at Ctrl-C for those that are begun.
        yield from pool.map(function, pieces, chunksize=max(1, min(20, len(pieces) // (workers * 8))))


def _pool(workers: int) -> Any:
    """A pool; None where the system has no semaphores (some containers, some phones)."""
    import gc

    try:
        from concurrent.futures import ProcessPoolExecutor  # 60 ms, for whoever has work for it

        return ProcessPoolExecutor(workers, initializer=_begin, initargs=(gc.isenabled(),))
    except (ImportError, NotImplementedError, OSError):
        return None


def _begin(collect: bool) -> None:
    """What a worker does first: it leaves Ctrl-C to its parent, and garbage as the parent does, and ends with it."""
    import gc
    import signal
    from threading import Thread

    # Nobody tells a worker that its parent was killed, as when a job in CI is called off: it waited for work for good.
    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not collect:
        gc.disable()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
