"""Short forms that a post itself binds to a name: 「Google Apps Script（以下、GAS）」."""

import re
from collections.abc import Iterator, Sequence

from jpkit.extraction.catalogue import Catalogue
from jpkit.extraction.service_text import Hit
from jpkit.lazy import lazy

# 「Google Apps Script（以下、GAS）」「…（以下「GAS」と略す）」 "… (hereafter GAS)", and bare 「…（GAS）」.
_BINDS = lazy(
    r"[」』\"]? ?[(（] ?((?:以下|以降|以後|通称|略称|略して|hereafter|hereinafter|aka)[、,:：は]? ?)?[「『\"“]?"
    r"([A-Za-z][0-9A-Za-z.+#-]{0,14}|[ァ-ヶー]{2,12})"
    r"[」』\"”]? ?(?:と(?:表記|略|呼|記|い|称|す)[^)）\n]{0,12})?[)）]"
)
# GAS（Google Apps Script）
_BOUND_BY = lazy(r"(?<![0-9A-Za-z_.-])([A-Z][0-9A-Za-z]{1,6}) ?[(（]$")


def bound(known: Catalogue, text: str, found: Sequence[Hit]) -> Iterator[Hit]:
    """What 「Google Apps Script（以下、GAS）」 makes of every later GAS, whatever the table says."""
    seen = set()
    for hit in found:
        short, at = "", 0
        binds = _BINDS.match(text, hit.end) if text[hit.end] in '(（ 」』"' else None
        if binds is not None:
            short, at = binds[2], binds.start(2)
            stated = binds[1] is not None
        elif text[hit.start - 1] in "(（" and text[hit.end] in ")）、,":
            by = _BOUND_BY.search(text, max(0, hit.start - 10), hit.start)
            if by is not None:
                short, at, stated = by[1], by.start(1), False
        if not short or (short, hit.record) in seen:
            continue
        own = any(name.record == hit.record for name in known.names(short))
        if stated or own or spells(short, text[hit.start : hit.end]):
            seen.add((short, hit.record))
            edge = _LATIN_EDGES if short[0] < "\x80" else _KATAKANA_EDGES
            for match in re.compile(edge[0] + re.escape(short) + edge[1]).finditer(text, at):
                yield Hit(match.start(), match.end(), hit.record, "")  # "" wins over the table: _longest


_LATIN_EDGES = ("(?<![0-9A-Za-z_.@/-])", "(?![0-9A-Za-z_-])")
_KATAKANA_EDGES = ("(?<![ァ-ヶー])", "(?![ァ-ヶー])")


def spells(short: str, long: str) -> bool:
    """Whether the initials of a name's words, small ones left out, are the short form."""
    initials = "".join(word[0] for word in re.findall(r"[A-Z0-9][0-9A-Za-z]*", long))
    return len(short) > 1 and initials.upper().endswith(short.upper())
