"""The glossary as a data file of Hugo, for templates of one's own: `hugo/data/glossary.yaml`.

Read as ``hugo.Data.glossary`` (``site.Data.glossary`` in older versions): a map by id, so that a shortcode
finds an entry with ``index``, and ``range`` goes through all. Fields are those of `glossary.json`; what an
entry lacks is left out, and ``with`` sees nothing there.
"""

from collections.abc import Iterator
from typing import Any

from jpkit.extraction.model import Extraction
from jpkit.write.json import entry_fields
from jpkit.write.yaml import block


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """The glossary as `hugo/data/glossary.yaml`."""
    entries = {entry.id: without_empty(entry_fields(entry)) for entry in extraction.glossary}
    yield "hugo/data/glossary.yaml", block(entries) if entries else "{}\n"


def without_empty(value: Any) -> Any:
    """The same without null, empty lists and empty maps, however deep."""
    if isinstance(value, dict):
        inside = {key: without_empty(child) for key, child in value.items()}
        return {key: child for key, child in inside.items() if child not in (None, (), [], {})}
    if isinstance(value, list | tuple):
        return [without_empty(child) for child in value]
    return value
