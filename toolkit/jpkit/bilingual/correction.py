"""What an author can say of a term, wherever they say it."""

from collections.abc import Mapping
from typing import NamedTuple

FIELDS = ("ja", "en", "reading", "kind", "definition_ja", "definition_en", "variants", "abbreviations")
"""What an author may say of an entry. Its id is a name for links, and the numbers are counted anew."""
KINDS = ("term", "service")


class Correction(NamedTuple):
    """What the author says of one term."""

    says: Mapping[str, str]
    """The fields (of ``FIELDS``) that they decide; an empty text says that nothing stands there. Several
    variants or abbreviations are parted by ";", as in the CSV."""
    path: str
    """Where they say it."""
    line: int
    id: str = ""
    """Of the entry, if that is known; it keeps it."""
    found_ja: str = ""
    """Its names as jpkit finds them in the posts, where the author has changed them."""
    found_en: str = ""
    reject: bool = False
    """There shall be no such entry."""

    @property
    def names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The Japanese and the English names that lead to its entry."""
        ja = (self.found_ja, self.says.get("ja", ""))
        en = (self.found_en, self.says.get("en", ""))
        return tuple(filter(None, ja)), tuple(filter(None, en))


class Contradiction(NamedTuple):
    """Two corrections that cannot both hold; the first does."""

    field: str
    """A field, or "reject" where one says that there shall be no such entry."""
    kept: Correction
    other: Correction


def texts(value: str) -> tuple[str, ...]:
    """The variants in a text that parts them by ";"."""
    return tuple(dict.fromkeys(part.strip() for part in value.split(";") if part.strip()))
