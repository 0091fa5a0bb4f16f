"""jpkit: key terms, service names, a glossary and summaries from Japanese and English Hugo posts; and a linter.

    >>> import jpkit
    >>> extraction = jpkit.extract(["content"])
    >>> [entry.ja for entry in extraction.glossary]

Names are resolved on first use, so that importing the package costs nothing.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["ExtractOptions", "Extraction", "JpkitError", "extract", "extract_text", "lint", "read_post", "read_terms"]

if TYPE_CHECKING:
    from jpkit.api import extract, extract_text
    from jpkit.bilingual.desk import read_terms
    from jpkit.errors import JpkitError
    from jpkit.extraction.model import Extraction
    from jpkit.extraction.options import ExtractOptions
    from jpkit.linting.api import lint
    from jpkit.post import read_post

_HOMES = {
    "extract": "jpkit.api",
    "extract_text": "jpkit.api",
    "JpkitError": "jpkit.errors",
    "Extraction": "jpkit.extraction.model",
    "ExtractOptions": "jpkit.extraction.options",
    "lint": "jpkit.linting.api",
    "read_post": "jpkit.post",
    "read_terms": "jpkit.bilingual.desk",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'jpkit' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
