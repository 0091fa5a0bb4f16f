"""The names that rules on words know, read once a process."""

from collections.abc import Mapping
from functools import cache
from pkgutil import get_data


@cache
def brands() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Names by their lower-case form, and successors by former name."""
    lines = (get_data("jpkit", "data/brands.txt") or b"").decode().split("\n")
    names = {line.lower(): line for line in lines if line and "\t" not in line}
    return names, dict(line.split("\t") for line in lines if "\t" in line)
