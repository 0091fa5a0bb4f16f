"""A user dictionary for Google 日本語入力 and Mozc: `glossary-google-ime.txt`, UTF-8 without BOM.

Imported in its dictionary tool with 「新規辞書にインポート」.
"""

from collections.abc import Iterator

from jpkit.extraction.model import Extraction
from jpkit.write.ime import rows

# Mozc refuses what is longer (kMaxKeySize and kMaxValueSize in its user_dictionary_util.cc), in bytes.
_LONGEST = 300


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """The readings of the glossary as `glossary-google-ime.txt`."""
    lines = rows(extraction.glossary, longest=_LONGEST, size=lambda text: len(text.encode()))
    yield "glossary-google-ime.txt", "".join(f"{line}\n" for line in lines)
