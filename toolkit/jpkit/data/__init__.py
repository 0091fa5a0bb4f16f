"""Data files of the package."""

from typing import Any


def read_data(name: str) -> str:
    """The text of a file below this folder.

    Raises:
        OSError: there is none of that name.
    """
    return read_bytes(name).decode()


def read_bytes(name: str) -> bytes:
    """What a file below this folder holds.

    By the package's own loader, as ``pkgutil.get_data`` reads, which takes a millisecond to import;
    ``importlib.resources`` takes longer than the files.

    Raises:
        OSError: there is none of that name.
    """
    loader: Any = __spec__.loader
    data: bytes = loader.get_data(f"{__path__[0]}/{name}")
    return data
