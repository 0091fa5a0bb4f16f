"""The names that rules on words know, read once a process."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pkgutil import get_data
from typing import NamedTuple

from jpkit.linting.rules._slips import one_slip


class Brands(NamedTuple):
    """What ``data/brands.txt`` holds."""

    names: Mapping[str, str]
    """By their lower-case form, names whose capitals nobody gets by chance, and the coined ones."""
    successors: Mapping[str, str]
    """By former name."""
    coined: tuple[str, ...]
    """Names that are no word of any language."""
    others: frozenset[str]
    """Lower case: words that look like a coined name and are names of their own."""


@cache
def brands() -> Brands:
    lines = (get_data("jpkit", "data/brands.txt") or b"").decode().split("\n")
    names = {line.lower(): line for line in lines if line and "\t" not in line and line[0] not in "~="}
    coined = tuple(line[1:] for line in lines if line.startswith("~"))
    names = {name.lower(): name for name in coined} | names
    others = frozenset(line[1:].lower() for line in lines if line.startswith("="))
    return Brands(names, dict(line.split("\t") for line in lines if "\t" in line), coined, others)


@lru_cache(maxsize=8192)  # the same words come back in page after page
def meant(word: str) -> str | None:
    """The coined name that is one slip away from a word, which is no name itself.

    First and last letters must be right: at the ends a word is another one (Dockers, iTerraform).
    """
    folded = word.lower()
    known = brands()
    halves = _halves()
    if folded in known.names or folded in known.others or folded in halves:
        return None
    found = {
        name
        for half in _candidates(folded)
        for name in halves.get(half, ())
        if one_slip(folded, name.lower()) and folded[0] == name[0].lower() and folded[-1] == name[-1].lower()
    }
    return found.pop() if len(found) == 1 else None


@cache
def _halves() -> Mapping[str, tuple[str, ...]]:
    """Names by their halves, marked with the whole length; and each by its whole lower-case form.

    One slip leaves one half as it is, or its letters beside the middle swapped.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name in brands().coined:
        folded = name.lower()
        middle = len(folded) // 2
        for half in (folded, f"{folded[: middle - 1]}<{len(folded)}", f"{folded[middle + 1 :]}>{len(folded)}"):
            found[half] = (*found.get(half, ()), name)
    return found


def _candidates(folded: str) -> Iterator[str]:
    for size in range(len(folded) - 1, len(folded) + 2):
        middle = size // 2
        yield f"{folded[: middle - 1]}<{size}"
        yield f"{folded[len(folded) - (size - middle - 1) :]}>{size}"
