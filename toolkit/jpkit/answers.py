"""What costly pure functions have answered in an earlier run: a run in which little is new asks them little.

``recalling`` takes the answers from the cache when the first question comes, and puts them there if there are new
ones. Outside of it a function only remembers what this process has asked.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class _Place(NamedTuple):
    """Where answers are kept."""

    folder: str
    site: str
    """Whose they are: they are the same for all, but so they do not pile up."""


class _Memory:
    """The answers of one function, by the texts that it was asked about."""

    def __init__(self, name: str, rows: Any) -> None:
        self.name = name
        self.rows = rows
        self.place: _Place | None = None
        self.before: dict[tuple[Any, ...], Any] = {}
        """Of an earlier run, from that place."""
        self.now: dict[tuple[Any, ...], Any] = {}
        """Of this one."""

    def turn_to(self, place: _Place | None) -> None:
        """Another run begins, or ends."""
        from jpkit import cache
        from jpkit.codec import codec

        self.place, self.before, self.now = place, {}, {}
        if place is not None:
            key = self._key(place)
            with suppress(ValueError):  # none, or not as we write them
                rows = codec(self.rows).decode(cache.read(place.folder, [key]).get(key, ""))
                self.before.update((row[:-1], row[-1]) for row in rows)

    def write(self, place: _Place) -> None:
        from jpkit import cache
        from jpkit.codec import codec

        if self.place is place and self.now.keys() - self.before.keys():
            text = codec(self.rows).encode(tuple((*question, answer) for question, answer in self.now.items()))
            cache.write(place.folder, {self._key(place): text}, day=date.today().toordinal())

    def _key(self, place: _Place) -> str:
        from jpkit.cache import made_by
        from jpkit.looks import digest

        return digest(repr(("answers", self.name, made_by(), place.site)).encode("utf-8", "surrogatepass"))


_memories: list[_Memory] = []
_place: _Place | None = None


def remembered(answer: Any, *, texts: int = 1) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """For a function of so many texts, whose answers are of a type that a codec knows, and never None."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        row: Any = tuple.__class_getitem__((*[str] * texts, answer))
        memory = _Memory(f"{function.__module__}.{function.__qualname__}", tuple[row, ...])
        _memories.append(memory)

        @wraps(function)
        def ask(*question: P.args, **none: P.kwargs) -> R:
            if memory.place is not _place:
                memory.turn_to(_place)
            found: R | None = memory.now.get(question)
            if found is None:
                found = memory.before.get(question)
                if found is None:
                    found = function(*question, **none)
                memory.now[question] = found
            return found

        return ask

    return decorate


@contextmanager
def recalling(site: Sequence[str], *, folder: str | None) -> Iterator[None]:
    """Inside the block, functions know what they were asked in the last run over this site; None: they do not."""
    global _place
    if folder is None:
        yield
        return
    place = _place = _Place(folder, repr((str(Path.cwd()), *site)))
    try:
        yield
        for memory in _memories:
            memory.write(place)
    finally:
        _place = None
