"""TBX v2 (ISO 30042:2008, `martif`), dialect TBX-Basic: what OmegaT, Weblate and most tools of translators read.

No document type is declared: a parser that looks for the DTD would not find it.
"""

from collections.abc import Iterator

from jpkit.extraction.model import Extraction
from jpkit.write.tbx import Elements, entries

_OF_VERSION_2 = Elements("termEntry", "langSet", "tig")

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en">
  <martifHeader>
    <fileDesc>
      <titleStmt><title>Glossary</title></titleStmt>
      <sourceDesc><p>Taken from the posts of a site by jpkit extract.</p></sourceDesc>
    </fileDesc>
    <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
  </martifHeader>
  <text>
    <body>
"""
_TAIL = """\
    </body>
  </text>
</martif>
"""


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """The glossary as `glossary-v2.tbx`."""
    yield "glossary-v2.tbx", glossary(extraction)


def glossary(extraction: Extraction) -> str:
    """The whole file. A glossary without entries has an empty body, which the DTD does not foresee but tools read."""
    return _HEAD + "".join(entries(extraction, _OF_VERSION_2)) + _TAIL
