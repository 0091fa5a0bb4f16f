"""How a name is divided into words, by signs or by its capitals: Chakra UI, chakra-ui, ChakraUI."""

from functools import lru_cache
from typing import NamedTuple

from jpkit.lazy import lazy


def bare(name: str) -> str:
    """A name without capitals and without the signs between its words."""
    return name.lower().replace("-", "").replace(" ", "").replace(".", "").replace("_", "")


class Division(NamedTuple):
    """Places in a name, counted without its signs."""

    signs: frozenset[int]
    """Where a sign stands."""
    parts: frozenset[int]
    """Where a word of the name begins, but the first: behind a sign, at a capital, where digits begin or end."""


_PART = lazy("([ ._-]*)([0-9]+|[A-Z][^ ._0-9A-Z-]*|[^ ._0-9A-Z-]+)")
_UNDIVIDED = Division(frozenset(), frozenset())


@lru_cache(maxsize=1024)
def division(name: str) -> Division:
    """How a name is divided."""
    if name.islower() and name.isalpha():
        return _UNDIVIDED
    signs, parts = [], []
    at = 0
    for sign, word in _PART.findall(name):
        if sign:
            signs.append(at)
        if at:
            parts.append(at)
        at += len(word)
    return Division(frozenset(signs), frozenset(parts))


def divided_alike(one: str, other: str) -> bool:
    """Whether each of two names has a sign only where a word of the other may begin.

    Letters alike are not enough: mini-flux is no Miniflux, and js-primer the repository of jsprimer.
    """
    a, b = division(one), division(other)
    return a.signs <= b.parts and b.signs <= a.parts
