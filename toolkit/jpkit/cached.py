"""Work of which earlier runs have done a part; it knows nothing of what the work is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from jpkit import cache
from jpkit.codec import Codec

J = TypeVar("J")
R = TypeVar("R")

_SOME = 200
"""So many jobs are looked up at a time, and so many results kept: of work that is broken off most is saved."""


def cached(
    jobs: Iterable[J],
    run: Callable[[Sequence[J]], Iterable[R]],
    *,
    key_of: Callable[[J], str],
    codec: Codec[R],
    folder: str,
    today: int,
) -> Iterator[R]:
    """The results of the jobs, in their order.

    ``run`` gets the jobs of which the folder holds no result, once all have been looked up, and what comes of
    them is put there. ``key_of`` gives two jobs one key where all is the same that a result depends on.
    ``today`` is the number of the day.
    """
    keys: list[str] = []
    held: dict[str, R] = {}
    missing: dict[str, J] = {}
    waiting = iter(jobs)
    while some := [(key_of(job), job) for job in islice(waiting, _SOME)]:
        values = cache.read(folder, [key for key, _ in some])
        for key, job in some:
            keys.append(key)
            try:
                held[key] = codec.decode(values[key])
            except (KeyError, ValueError):  # it is not there, or not as we write it
                missing[key] = job
    used = tuple(held)
    results = iter(run(tuple(missing.values())) if missing else ())
    new: dict[str, str] = {}
    for key in keys:
        if key not in held:
            held[key] = next(results)
            new[key] = codec.encode(held[key])
            if len(new) >= _SOME:
                cache.write(folder, new, day=today, used=used)
                new = {}
        yield held[key]
    if new:
        cache.write(folder, new, day=today, used=used)
