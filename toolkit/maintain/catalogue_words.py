"""Which names are ordinary words: decided once, when the catalogue is mined.

The word list is Debian's wamerican (SCOWL, free for any use); no word of it is carried over, only the
verdict on a name. What a list of words cannot know, that a signal or a buffer is everyday talk among
programmers, `catalogue/decisions.txt` says.
"""

import re
from collections.abc import Set
from pathlib import Path

WORD_LIST = Path("/usr/share/dict/american-english")


def read_words(file: Path = WORD_LIST) -> frozenset[str]:
    """All words in lower case.

    Raises:
        OSError: the list is not there (`apt-get install wamerican`).
    """
    return frozenset(file.read_text(encoding="utf-8").lower().split("\n"))


def is_ordinary(name: str, words: Set[str]) -> bool:
    """Whether the name is words of English and nothing else: Loom, Access Approval, not GraphQL, Web3.js, 4D."""
    return all(_is_word(part.lower(), words) for part in re.split(r"[\s\-&]+", name))


def _is_word(part: str, words: Set[str]) -> bool:
    return part in words or (part.endswith("s") and part[:-1] in words) or part.isdigit()


def is_short(name: str) -> bool:
    """Whether so few Latin letters may stand for anything: CSS, dm, /e/."""
    letters = re.sub("[^A-Za-z0-9]", "", name)
    return name.isascii() and len(letters) <= 3
