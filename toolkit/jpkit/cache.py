"""Results of earlier runs: one SQLite file, one table; it knows nothing of what the results are.

Deleting the file is always safe. One that is broken, locked or out of reach is no cache, and no error.
"""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from functools import cache
from typing import TYPE_CHECKING

from jpkit import __version__

if TYPE_CHECKING:
    import sqlite3

# Paths are text here, as in ``site``.
# ruff: noqa: PTH100, PTH103, PTH108, PTH110, PTH111, PTH117, PTH118, PTH120, PTH208

_FILE = "results.sqlite"
_DAYS = 30
_WEEK = 7
_SECONDS = 1.0
"""How long to wait for another process that writes."""
_PATIENCE = 5
"""So much longer waits who has done the work and wants to keep it."""
_TABLE = "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, day INTEGER NOT NULL, value TEXT NOT NULL)"


def default_folder() -> str | None:
    """The user's own folder for caches; None where there is no home.

    Not a folder in the site: whoever looks at a site leaves nothing there, and takes no results that came with it.
    """
    given = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(given):
        return os.path.join(given, "jpkit")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return os.path.join(local, "jpkit", "Cache") if local else None
    home = os.path.expanduser("~")
    caches = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return os.path.join(home, caches, "jpkit") if os.path.isabs(home) else None


def read(folder: str, keys: Iterable[str]) -> dict[str, str]:
    """The values of those keys that are there."""
    import sqlite3  # 10 ms, for runs over many pages

    file = os.path.join(folder, _FILE)
    found = {}
    try:
        if os.path.exists(file):
            with closing(sqlite3.connect(file, timeout=_SECONDS)) as connection:
                for key in keys:
                    row = connection.execute("SELECT value FROM results WHERE key = ?", (key,)).fetchone()
                    if row is not None and isinstance(row[0], str):
                        found[key] = row[0]
    except (OSError, sqlite3.Error) as error:
        _forget_broken(file, error)
        return {}
    return found


def write(folder: str, values: Mapping[str, str], *, day: int, used: Iterable[str] = ()) -> None:
    """Put values under their keys; those that nobody has written for 30 days, or ``used``, go.

    A value that is no Unicode (what has seen a file name in Shift_JIS) is not kept.
    """
    import sqlite3

    file = os.path.join(folder, _FILE)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        connected = sqlite3.connect(file, timeout=_SECONDS * _PATIENCE, isolation_level=None)
        with closing(connected) as connection, connection:
            # At once: who begins to write after it has read is refused without waiting.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_TABLE)
            connection.executemany(
                "INSERT OR REPLACE INTO results VALUES (?, ?, ?)",
                [(key, day, value) for key, value in values.items() if _is_unicode(value)],
            )
            # Once a week: it costs as much as to write the value again.
            connection.executemany(
                "UPDATE results SET day = ? WHERE key = ? AND day < ?", [(day, key, day - _WEEK) for key in used]
            )
            connection.execute("DELETE FROM results WHERE day < ?", (day - _DAYS,))
    except (OSError, sqlite3.Error) as error:
        _forget_broken(file, error)


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _forget_broken(file: str, error: "OSError | sqlite3.Error") -> None:
    """Remove a file that is no database, so that the next run begins anew; one that is busy is left alone."""
    import sqlite3

    if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
        with suppress(OSError):
            os.unlink(file)


def fingerprint() -> str:
    """The code that makes the results: another one may come to others.

    Besides the version, the files of the package, for whoever changes them, and the versions of all that is
    installed: parsers decide as much as rules do.
    """
    from jpkit.looks import digest

    installed = sorted(name for folder in sys.path for name in _names(folder) if name.endswith(".dist-info"))
    files = sorted(_files(os.path.dirname(os.path.abspath(__file__))))
    return digest(repr((__version__, sys.version, sys.platform, files, installed)).encode("utf-8", "surrogateescape"))


@cache
def made_by() -> str:
    """The fingerprint, as it was when this process first asked."""
    return fingerprint()


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder or ".")
    except OSError:
        return []


def _files(folder: str) -> Iterable[tuple[str, int, int]]:
    """Every file below a folder, its size and when it was changed."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                stat = entry.stat()
                yield entry.path, stat.st_size, stat.st_mtime_ns
