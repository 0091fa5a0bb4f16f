"""What a result has seen of the disk, so that a later run can tell whether it still holds.

The few functions that look at the disk for a page (``site.read_bytes``, ``hugo.folder_names``, …) report it
to ``looked``. What a rule learns in another way is nowhere recorded: a test holds that there is none.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple


class Look(NamedTuple):
    """A question to the disk."""

    kind: str
    path: str


_seen: ContextVar[dict[Look, str] | None] = ContextVar("looks", default=None)


@contextmanager
def recording() -> Iterator[dict[Look, str]]:
    """Every look inside the block, with what was seen."""
    seen: dict[Look, str] = {}
    token = _seen.set(seen)
    try:
        yield seen
    finally:
        _seen.reset(token)


def looked(kind: str, path: str, seen: Callable[[], str]) -> None:
    """Record a look; ``seen`` gives its answer, briefly told, and is called only where somebody records.

    Looks on the way to the answer are part of it, and not recorded.
    """
    record = _seen.get()
    if record is not None and (look := Look(kind, path)) not in record:
        token = _seen.set(None)
        try:
            record[look] = seen()
        finally:
            _seen.reset(token)


def digest(data: bytes) -> str:
    """The same for the same bytes, and for no others."""
    from _blake2 import blake2b  # hashlib's own; hashlib loads OpenSSL beside it, which takes 4 ms

    return blake2b(data, digest_size=16).hexdigest()
