"""The names that rules on words know, read once a process."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from jpkit.data import read_data
from jpkit.slips import one_slip


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
    lines = read_data("brands.txt").split("\n")
    names = {line.lower(): line for line in lines if line and "\t" not in line and line[0] not in "~="}
    coined = tuple(line[1:] for line in lines if line.startswith("~"))
    names = {name.lower(): name for name in coined} | names
    others = frozenset(line[1:].lower() for line in lines if line.startswith("="))
    return Brands(names, dict(line.split("\t") for line in lines if "\t" in line), coined, others)


@lru_cache(maxsize=8192)  # the same words come back in page after page
def meant(word: str) -> str | None:
    """The coined name that is one slip away from a word, which is no name itself.

    First and last letters must be right: at the ends a word is another one (Dockers, iTerraform). So must figures,
    which no slip puts in the place of letters: Directed is a word, and no Direct3D.
    """
    folded = word.lower()
    known = brands()
    if folded in known.names or folded in known.others:
        return None
    found = [name for name in _by_ends().get((folded[0], folded[-1]), ()) if one_slip(folded, name.lower())]
    return found[0] if len(found) == 1 and _figures(found[0]) == _figures(word) else None


def _figures(word: str) -> list[str]:
    return [character for character in word if character.isdecimal()]


@cache
def _by_ends() -> Mapping[tuple[str, str], list[str]]:
    """Coined names by their first and last letters, which are those that may not be wrong."""
    found: dict[tuple[str, str], list[str]] = {}
    for name in brands().coined:
        found.setdefault((name[0].lower(), name[-1].lower()), []).append(name)
    return found
