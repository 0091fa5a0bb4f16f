"""Data files of the package."""

from typing import Any


def read_data(name: str) -> str:
    """The text of a file below this folder.

    By the package's own loader, as ``pkgutil.get_data`` reads, which takes a millisecond to import;
    ``importlib.resources`` takes longer than the files.

    Raises:
        OSError: there is none of that name.
    """
    loader: Any = __spec__.loader
    text: str = loader.get_data(f"{__path__[0]}/{name}").decode()
    return text
