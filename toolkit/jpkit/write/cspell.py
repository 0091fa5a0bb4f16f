"""A dictionary for cspell: the words of the English names, `cspell/jpkit.txt`, and a configuration to import.

In your own `cspell.json`: ``"import": ["jpkit-out/cspell/cspell-ext.json"]``. cspell looks at a word
at a time, so a name of several words stands there word by word; letter case makes no difference to it.
"""

from collections.abc import Iterator

from jpkit.extraction.model import Entry, Extraction
from jpkit.lazy import lazy

_CONFIGURATION = """\
{
  "name": "Glossary by jpkit",
  "dictionaryDefinitions": [{ "name": "jpkit", "path": "./jpkit.txt" }],
  "dictionaries": ["jpkit"]
}
"""

# The words as cspell finds them in a text; of digits alone and single letters it takes no notice.
_WORD = lazy("[A-Za-z0-9\u00c0-\u024f]+(?:['’][A-Za-z]+)*")


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """The words of the glossary as a dictionary and its configuration."""
    yield (
        "cspell/jpkit.txt",
        "# Words of the glossary by jpkit\n" + "".join(f"{one}\n" for one in words(extraction.glossary)),
    )
    yield "cspell/cspell-ext.json", _CONFIGURATION


def words(entries: tuple[Entry, ...]) -> list[str]:
    """Every word in Latin letters of names, abbreviations and variants, once."""
    names = (name for entry in entries for name in (entry.en, entry.ja, *entry.abbreviations, *entry.variants) if name)
    found: dict[str, str] = {}
    for name in names:
        for word in _WORD.findall(name):
            if len(word) > 1 and not word.isdigit():
                found.setdefault(word.casefold(), word)
    return sorted(found.values(), key=lambda word: (word.casefold(), word))
