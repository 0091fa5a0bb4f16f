"""Rules for prh, which textlint runs with textlint-rule-prh: the glossary's spelling for its Japanese variants.

A variant is a regular expression, for two reasons. prh looks for it anywhere, so it must not match
inside another word (コンテナ in コンテナリゼーション) nor inside a name that the glossary prefers
(コンテナ in コンテナー). And prh compiles plain patterns with the flag u but escapes the hyphen, which
that flag forbids.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """A rule for every Japanese term with Japanese variants that no other entry goes by.

    None for Stage and ステージ, which are a name and a word, and none for services: their other names say
    more or less than the name does (freee会計, LINE公式アカウント).
    """
    entries = tuple(entries)
    uses = Counter(name for entry in entries for name in {entry.ja, entry.en, *entry.variants, *entry.abbreviations})
    names = [name for entry in entries for name in (entry.ja, *entry.variants) if name]
    variants: dict[str, list[str]] = {}
    for entry in entries:
        if entry.kind == "term" and entry.ja and _is_japanese(entry.ja):
            own = (one for one in entry.variants if uses[one] == 1 and one != entry.ja and _is_japanese(one))
            variants.setdefault(entry.ja, []).extend(own)
    longer = _longer([one for some in variants.values() for one in some], names)
    return [
        {"expected": name, "patterns": [f"/{_expression(one, longer.get(one, ()))}/" for one in some]}
        for name, some in variants.items()
        if some
    ]


def _is_japanese(text: str) -> bool:
    return bool(_JAPANESE.search(text)) and not _CONTROL.search(text)


def _longer(variants: Sequence[str], names: Sequence[str]) -> Mapping[str, Iterable[tuple[str, str]]]:
    """By variant, what stands to its left and right in the names that it is a part of."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    known = frozenset(variants)
    sizes = sorted({len(variant) for variant in variants})
    for name in names:
        for start in range(len(name)):
            for size in sizes:
                end = start + size
                if end > len(name) or size == len(name):
                    break
                if name[start:end] in known:
                    found.setdefault(name[start:end], {})[name[:start], name[end:]] = None
    return found


def _expression(variant: str, longer: Iterable[tuple[str, str]]) -> str:
    """Matches the variant where it is a word of its own and no part of a longer name.

    Right for JavaScript with the flag u, and for Python.
    """
    first, last = _script(variant[0]), _script(variant[-1])
    before = f"(?<![{first}])" if first else ""
    after = f"(?![{last}])" if last else ""
    guards = ""
    for left, right in longer:
        if (first and first == _script(left[-1:])) or (last and last == _script(right[:1])):
            continue  # the word goes on there: nothing matches anyway
        behind = f"(?<={_literal(left)})" if left else ""
        guards += f"(?!{behind}{_literal(variant + right)})"
    return f"{before}{guards}{_literal(variant)}{after}"


def _script(sign: str) -> str | None:
    return next((script for script, signs in _SCRIPTS.items() if signs.fullmatch(sign)), None)


def _literal(text: str) -> str:
    return _SYNTAX.sub(r"\\\g<0>", text)
