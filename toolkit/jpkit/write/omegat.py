"""OmegaT: source, target and comment with tabs between them, a file for each direction.

Copied into the `glossary` folder of an OmegaT project. The suffix is `.txt`, which OmegaT reads as UTF-8,
while it reads `.tab` in the encoding of the system; it knows no quotes and has no header.
"""

from collections.abc import Iterator

from jpkit.extraction.model import Extraction
from jpkit.write.names import LANGUAGES, Language, other
from jpkit.write.pairs import Pair, pairs
from jpkit.write.plain import plain


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """`omegat/ja-en.txt` and `omegat/en-ja.txt`; entries that share a name have a line each, which OmegaT joins."""
    for source in LANGUAGES:
        yield f"omegat/{source}-{other(source)}.txt", glossary(extraction, source)


def glossary(extraction: Extraction, source: Language) -> str:
    """The pairs from one language into the other."""
    return "".join(map(_line, pairs(extraction.glossary, source)))


def _line(pair: Pair) -> str:
    # OmegaT skips a line that begins with #; the blank is no part of a word and changes no match.
    mark = " " if pair.source.startswith("#") else ""
    cells = [mark + pair.source, pair.target, _comment(pair)]
    return "\t".join(cells).rstrip("\t") + "\n"


def _comment(pair: Pair) -> str:
    """What tells a translator whether the pair is meant: the main names, the reading, the definitions."""
    entry = pair.entry
    known = {pair.source, pair.target}
    parts = [plain(name or "") for name in (entry.ja, entry.reading, entry.en)]
    parts += [plain(definition[0]) for definition in (entry.definition_ja, entry.definition_en) if definition]
    return " / ".join(dict.fromkeys(part for part in parts if part and part not in known))
