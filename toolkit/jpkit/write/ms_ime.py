"""A user dictionary for Microsoft IME: `glossary-ms-ime.txt`, UTF-16LE with BOM, lines that end in CRLF.

Imported in its user dictionary tool with 「テキストファイルからの登録」.
"""

from codecs import BOM_UTF16_LE
from collections.abc import Iterator

from jpkit.extraction.model import Extraction
from jpkit.write.ime import rows

# What the tool itself writes above an export, without its time. Other input methods know the file by the first line.
_HEADER = ("!Microsoft IME Dictionary Tool", "!Version:", "!Format:WORDLIST", "")

# Microsoft documents 63 characters for a reading and a word (Windows CE, "Creating a Dictionary File");
# for today's Windows it documents none.
_LONGEST = 60


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, bytes]]:
    """The readings of the glossary as `glossary-ms-ime.txt`."""
    lines = rows(extraction.glossary, longest=_LONGEST, size=lambda text: len(text.encode("utf-16-le")) // 2)
    text = "".join(f"{line}\r\n" for line in (*_HEADER, *lines))
    yield "glossary-ms-ime.txt", BOM_UTF16_LE + text.encode("utf-16-le")
