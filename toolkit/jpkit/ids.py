"""Ids of glossary entries: made of a name, and kept from run to run, because links and translators know them."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import count
from typing import Any

from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import Entry, Evidence
from jpkit.letters import is_japanese


def with_ids(entries: Iterable[Entry], earlier: Iterable[Entry] = ()) -> tuple[Entry, ...]:
    """The entries with an id each, in the order of the ids.

    An entry that is in the ``earlier`` glossary keeps its id, whatever else is known of it by now: the
    one with the same Japanese name, else with the same English one. Others get the slug of their name, with
    a number where another entry has that id, or had it until now: what has gone does not come back as
    something else.
    """
    ordered = sorted(entries, key=lambda entry: (entry.kind, entry.ja or "", entry.en or ""))
    # An id becomes the name of a file, and a glossary may have been edited by hand.
    before = [entry for entry in earlier if slug(entry.id) == entry.id]
    ids = _kept(ordered, before) if before else {}
    taken = {entry.id for entry in before}
    second = []
    for place, entry in enumerate(ordered):
        if place in ids:
            continue
        ids[place] = slug(entry.en or entry.ja or "")
        if ids[place] in taken:
            second.append(place)
        taken.add(ids[place])
    for place in second:  # after all that are called so themselves: C 2
        numbered = (f"{ids[place]}-{number}" for number in count(2))
        ids[place] = next(id for id in numbered if id not in taken)
        taken.add(ids[place])
    return tuple(sorted([Entry(ids[i], *entry[1:]) for i, entry in enumerate(ordered)], key=lambda entry: entry.id))


def _kept(entries: Sequence[Entry], earlier: Sequence[Entry]) -> dict[int, str]:
    """By their places, the entries that are in the earlier glossary, and the ids that they have there."""
    kept: dict[int, str] = {}
    left = {entry.id: entry for entry in earlier}
    for key_of in _KEYS:
        known: dict[Hashable, list[str]] = defaultdict(list)
        for entry in left.values():
            known[key_of(entry)].append(entry.id)
        for place, entry in enumerate(entries):
            if place not in kept and (key := key_of(entry)) is not None and known.get(key):
                kept[place] = known[key].pop(0)
                del left[kept[place]]
    for place, entry in enumerate(entries):
        if place not in kept and (id := slug(entry.en or entry.ja or "")) in left and _may_be(left[id], entry):
            kept[place] = id
            del left[id]
    return kept


def read_ids(data: bytes) -> list[Entry]:
    """What ids need of a glossary in JSON; nothing where it is none. (``glossary_file`` reads and checks the whole.)

    An entry that a person has added may have no id, and some keys only.
    """
    try:
        return [
            Entry(row["id"], ja, en, None, kind, evidence=_author(row.get("translation")))
            for row in json.loads(data)["glossary"]
            if isinstance(row, dict)
            for ja, en, kind in [(row.get("ja"), row.get("en"), row.get("kind") or "term")]
            if all(isinstance(name, str | None) for name in (ja, en)) and (ja or en)
            if isinstance(row.get("id"), str) and isinstance(kind, str)
        ]
    except (ValueError, TypeError, KeyError, RecursionError):
        return []


def _author(translation: Any) -> tuple[Evidence, ...]:
    """Evidence of the author's word, where there is any."""
    found = translation.get("evidence") if isinstance(translation, dict) else None
    by_author = any(isinstance(one, dict) and one.get("how") == "author" for one in found or ())
    return (Evidence("author", None, None),) if by_author else ()


def _key(name: str | None) -> str | None:
    return term_key(name) if name else None


_KEYS: Sequence[Callable[[Entry], Hashable]] = (
    lambda entry: (entry.kind, entry.ja, entry.en),
    lambda entry: (_key(entry.ja), _key(entry.en)),
    lambda entry: _key(entry.ja),
    lambda entry: _key(entry.en),
)
"""What two entries share that are one, the surest first."""


def _may_be(earlier: Entry, entry: Entry) -> bool:
    """Of entries with one slug: another spelling (Node JS, Node.js), or another name because the author said so?"""
    if any(evidence.how == "author" for evidence in earlier.evidence):
        return True
    return (earlier.ja or "").isascii() or (entry.ja or "").isascii()


class _Kept(dict[int, str]):
    """What an id has of a character, by its code point; each is looked at once."""

    def __missing__(self, code: int) -> str:
        c = chr(code)
        kept = self[code] = c if (c.isascii() and c.isalnum()) or is_japanese(c) else " "
        return kept


# C++, C# and C are three names.
_KEPT = _Kept({ord("+"): " plus ", ord("#"): " sharp ", ord("&"): " and ", ord("@"): " at "})


def slug(name: str) -> str:
    """The id that a name gives: lower case, without what is neither letter, digit nor kana."""
    text = unicodedata.normalize("NFKC", name).casefold().translate(_KEPT)
    return "-".join(text.split()) or "entry"
