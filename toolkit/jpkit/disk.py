"""Files put in place whole: a reader sees the old one or the new one, never half of it."""

import errno
import os
import stat
from itertools import count

from jpkit.errors import JpkitError
from jpkit.messages import message

# A page a post: pathlib takes as long as the disk does.
# ruff: noqa: PTH101, PTH103, PTH105, PTH108, PTH112, PTH114, PTH116, PTH118, PTH120, PTH123


def write_if_changed(path: str, data: bytes) -> bool:
    """Put ``data`` into the file unless that is what it holds; folders that are missing are made.

    Raises:
        JpkitError: the file cannot be written.
    """
    try:
        with open(path, "rb") as file:
            if file.read() == data:
                return False
    except FileNotFoundError:
        folder = os.path.dirname(path)
        try:
            if folder and not os.path.isdir(folder):
                os.makedirs(folder, exist_ok=True)
        except OSError as error:
            raise _not_written(path, error) from error
    except OSError:
        pass  # a folder of that name, a file that only its owner reads: writing says why
    write_atomically(path, data)
    return True


def write_atomically(path: str, data: bytes) -> None:
    """Put ``data`` into a file at once.

    A link stays a link and its target changes; the permissions of a file that is there stay.

    Raises:
        JpkitError: the file cannot be written.
    """
    target = os.path.realpath(path) if os.path.islink(path) else path
    try:
        mode = _mode(target)
        name, file = _open_beside(target, 0o666 if mode is None else 0o600)
        try:
            try:
                while data:
                    data = data[os.write(file, data) :]
            finally:
                os.close(file)
            if mode is not None:
                os.chmod(name, mode)
            os.replace(name, target)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise _not_written(path, error) from error


def _mode(path: str) -> int | None:
    """Permissions of a file; None where there is none."""
    try:
        mode = stat.S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        return None
    if not os.access(path, os.W_OK):
        # To replace a file asks only its folder, but this author has locked the file.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return mode


def _open_beside(target: str, mode: int) -> tuple[str, int]:
    """A new file in the folder of ``target``, on the same disk, so that it can take its place: name and descriptor."""
    # tempfile would cost as much as all the rest of writing a page, and two milliseconds to import; a file object of
    # Python's takes a quarter of the rest.
    folder = os.path.dirname(target)
    for number in count():
        name = os.path.join(folder, f".jpkit-{os.getpid()}-{number}")
        try:
            return name, os.open(name, _NEW, mode)
        except FileExistsError:
            continue  # of a run that was killed
    raise AssertionError


_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)  # Windows has text files


def _not_written(path: str, error: OSError) -> JpkitError:
    return JpkitError(message("not-written", reason=error.strerror or error), path=path)
