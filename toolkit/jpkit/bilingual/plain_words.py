"""Words by what a glossary has of them: everyday ones, the basic ones of computing, those of code.

``data/plain-words.txt`` has them. ``data/everyday-ja.txt`` and ``common-ja.tsv`` are the ranking's of key terms;
what stands here changes no key term.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from jpkit.data import read_data
from jpkit.extraction.japanese import term_key


class Plain(NamedTuple):
    """The sections of the file. Japanese words are keys (``term_key``), English ones in the singular."""

    everyday_ja: frozenset[str]
    basic_ja: frozenset[str]
    everyday_en: frozenset[str]
    basic_en: frozenset[str]
    code: frozenset[str]


@cache
def plain_words() -> Plain:
    """The words of the package's file."""
    sections = _sections(read_data("plain-words.txt"))
    keyed: Mapping[str, Callable[[str], str]] = {"everyday-ja": term_key, "basic-ja": term_key}
    return Plain(
        *(
            frozenset(map(keyed.get(name, str), sections[name]))
            for name in ("everyday-ja", "basic-ja", "everyday-en", "basic-en", "code")
        )
    )


def _sections(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in text.split("\n"):
        if line.startswith("["):
            name = line.strip("[]")
            found[name] = []
        elif line and not line.startswith("#"):
            found[name] += line.split()
    return found
