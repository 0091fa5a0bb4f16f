"""What `extract` found, as text: one module a format, pure functions of the result.

A new format of the glossary is a module with ``files`` and a line in ``FORMATS``:

    def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str | bytes]]

yields the path of every file below the output folder, with its text (or bytes, where a format is no
UTF-8). ``base`` leads from the output folder to where the posts' paths begin: "../".
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jpkit.extraction.model import Extraction

FORMATS: Mapping[str, str] = {
    "json": "jpkit.write.json",
    "csv": "jpkit.write.csv",
    "md": "jpkit.write.markdown",
    "html": "jpkit.write.html",
    "hugo": "jpkit.write.hugo",
    "hugo-data": "jpkit.write.hugo_data",
    "google-ime": "jpkit.write.google_ime",
    "ms-ime": "jpkit.write.ms_ime",
    "prh": "jpkit.write.prh",
    "vale": "jpkit.write.vale",
    "cspell": "jpkit.write.cspell",
    "tbx": "jpkit.write.tbx",
    "tbx2": "jpkit.write.tbx2",
    "skos": "jpkit.write.skos",
    "jsonld": "jpkit.write.jsonld",
    "omegat": "jpkit.write.omegat",
    "deepl": "jpkit.write.deepl",
    "google": "jpkit.write.google",
}
"""Formats of the glossary and their modules, which load when they are asked for."""

DEFAULT_FORMATS = ("json", "csv", "md", "html")


def glossary_files(form: str, extraction: "Extraction", *, base: str = "") -> Iterator[tuple[str, bytes]]:
    """The files of the glossary in one format, by their paths below the output folder."""
    for path, content in import_module(FORMATS[form]).files(extraction, base=base):
        # A path in the text may hold what is no Unicode: it shows as on standard output.
        yield path, content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
