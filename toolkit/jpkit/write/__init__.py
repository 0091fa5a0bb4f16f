"""What `extract` found, as text: one module a format, pure functions of the result.

A new format of the glossary is a module with one such function and a line in ``WRITERS``.
"""

from collections.abc import Mapping
from typing import Protocol

from jpkit.extraction.model import Extraction
from jpkit.write import csv, json, markdown


class Writer(Protocol):
    """``base`` leads from the folder of the file to where the posts' paths begin, for links: "../"."""

    def __call__(self, extraction: Extraction, /, *, base: str = "") -> str: ...


WRITERS: Mapping[str, Writer] = {"json": json.glossary, "csv": csv.glossary, "md": markdown.glossary}
"""Formats of the glossary; the name is also the suffix of its file."""
