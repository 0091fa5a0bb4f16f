"""Rules for prh, which textlint runs with textlint-rule-prh: the glossary's spelling for its Japanese variants.

A variant is a regular expression, for two reasons. prh looks for it anywhere, so it must not match
inside another word (コンテナ in コンテナリゼーション) nor inside a name that the glossary prefers
(コンテナ in コンテナー). And prh compiles plain patterns with the flag u but escapes the hyphen, which
that flag forbids.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jpkit.extraction.model import Entry, Extraction
from jpkit.lazy import lazy
from jpkit.write.yaml import block

_JAPANESE = lazy("[ぁ-ゖァ-ヺ々一-鿿]")
_CONTROL = lazy("[\0-\x1f\x7f]")
_SYNTAX = lazy(r"[\\^$.*+?()\[\]{}|/]")
# A word goes on where letters of the same script go on. Hiragana is none of these: particles follow it.
_SCRIPTS = {script: lazy(f"[{script}]") for script in ("ァ-ヺー", "々一-鿿", "0-9A-Za-z")}


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """The variants of Japanese terms as `prh.yml`."""
    yield "prh.yml", block({"version": 1, "rules": rules(extraction.glossary)})


def rules(entries: Iterable[Entry]) -> list[Mapping[str, Any]]:
    """A rule for every term with Japanese variants that no other entry goes by.

    None for services: their other names say more or less than the name does (freee会計, LINE公式アカウント).
    """
    entries = tuple(entries)
    uses = Counter(name for entry in entries for name in {entry.ja, entry.en, *entry.variants, *entry.abbreviations})
    known = "\n".join(name for entry in entries for name in (entry.ja, *entry.variants) if name)
    found: list[Mapping[str, Any]] = []
    for entry in entries:
        if entry.kind == "term" and entry.ja and not _CONTROL.search(entry.ja):
            variants = [one for one in entry.variants if uses[one] == 1 and one != entry.ja and _is_japanese(one)]
            if variants:
                found.append({"expected": entry.ja, "patterns": [f"/{_expression(one, known)}/" for one in variants]})
    return found


def _is_japanese(text: str) -> bool:
    return bool(_JAPANESE.search(text)) and not _CONTROL.search(text)


def _expression(variant: str, known: str) -> str:
    """Matches the variant where it is a word of its own and no part of a longer name; the lines of ``known`` are names.

    Right for JavaScript with the flag u, and for Python.
    """
    before = next((f"(?<![{script}])" for script, sign in _SCRIPTS.items() if sign.fullmatch(variant[0])), "")
    after = next((f"(?![{script}])" for script, sign in _SCRIPTS.items() if sign.fullmatch(variant[-1])), "")
    alone = f"{_literal(variant)}{after}"
    longer: dict[str, None] = {}
    for match in re.finditer(before + alone, known):
        left = known[known.rfind("\n", 0, match.start()) + 1 : match.start()]
        right = known[match.end() :].partition("\n")[0]
        if left or right:
            behind = f"(?<={_literal(left)})" if left else ""
            longer[f"(?!{behind}{_literal(variant + right)})"] = None
    return before + "".join(longer) + alone


def _literal(text: str) -> str:
    return _SYNTAX.sub(r"\\\g<0>", text)
