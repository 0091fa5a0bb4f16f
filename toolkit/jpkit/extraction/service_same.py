"""One product is one service, whatever its capitals, blanks and hyphens: chakra-ui beside Chakra UI, kvs beside KVS.

The address of a repository gives small letters and hyphens to what its maker writes otherwise. So a name that the
catalogue lacks is a record's that differs only in these, and names of one post that do are one. On 863 posts, 719 of
them such as the rules were tuned on, 84 of 88 names that had been a service of their own were the product. Twice a
library was taken for an editor of these letters, once a fork for its original, once an installer for what it installs.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jpkit.extraction.catalogue import Catalogue, Name
from jpkit.extraction.divisions import bare, divided_alike
from jpkit.extraction.service_senses import occurs
from jpkit.extraction.service_text import Hit
from jpkit.extraction.unlisted_names import Tool


def one_name_each(known: Catalogue, text: str, hits: Sequence[Hit], tools: Mapping[str, Tool]) -> dict[str, str]:
    """The names of the services that the hits without a record are, by the hits' spellings.

    What is no record's either has the spelling with capitals, and of several the most frequent.
    """
    unlisted = [hit.spelling for hit in hits if hit.record < 0]
    if not unlisted:
        return {}
    counts = Counter(unlisted)
    has_js = ".js" in text  # asked once a post, not once a name
    names: dict[str, str] = {}
    others: dict[str, list[str]] = {}
    for spelling in sorted(counts, key=lambda one: (one.islower(), -counts[one])):
        records = _records(known, text, has_js, spelling, tools.get(spelling), hits)
        if len(records) == 1:
            names[spelling] = known.canonical(records.pop())
        else:
            alike = others.setdefault(bare(spelling), [])
            names[spelling] = next((name for name in alike if divided_alike(spelling, name)), spelling)
            alike.append(names[spelling])
    return names


def _records(
    known: Catalogue, text: str, has_js: bool, spelling: str, tool: Tool | None, hits: Sequence[Hit]
) -> set[int]:
    """What the catalogue has under a name that differs in signs alone, and under one with or without a .js."""
    alike = known.alike(spelling)
    if alike:
        records = {name.record for name in _of(known, alike) if _counts(text, name) or _is_found(name, hits)}
        if records:
            return records
    with_js = f"{spelling}.js"
    if has_js and with_js in text:
        return {name.record for name in known.names(with_js) if _is_found(name, hits)}
    if tool is not None and tool.url is not None and "js" in tool.url:
        other = spelling[:-2].rstrip(" .-_") if spelling[-2:].lower() == "js" else with_js
        return {name.record for name in _of(known, known.alike(other)) if _is_home(known.url(name.record), tool.url)}
    if "." in spelling:
        stem, _, top = spelling.partition(".")
        if top in _TOP_LEVEL:
            return {name.record for name in _of(known, known.alike(stem)) if _is_domain(known, name, spelling)}
    return set()


def _of(known: Catalogue, spellings: Iterable[str]) -> Iterator[Name]:
    """The meanings of the spellings that are products: the package source-map is no source map."""
    for spelling in spellings:
        yield from (name for name in known.names(spelling) if known.kind(name.record) != "api")


_TOP_LEVEL = frozenset("ai app co com dev io jp me net org sh so tv".split())


def _is_found(name: Name, hits: Iterable[Hit]) -> bool:
    return any(hit.record == name.record for hit in hits)


def _is_home(home: str | None, url: str | None) -> bool:
    """Whether both are one address: [Solid](https://www.solidjs.com/) is SolidJS."""
    return home is not None and url is not None and _plain_address(home) == _plain_address(url)


def _is_domain(known: Catalogue, name: Name, domain: str) -> bool:
    """Whether it is where the record's home is, or could be: codecov.io; but JavaScript.com is not JavaScript's."""
    home = known.url(name.record)
    if home is None:
        return not name.flags and known.kind(name.record) != "language"
    return f".{_plain_address(home).partition('/')[0]}".endswith(f".{domain.lower()}")


def _plain_address(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.").rstrip("/").lower()


def _counts(text: str, name: Name) -> bool:
    """Whether a name means its record here, whatever the post has of the same maker."""
    return name.flags in ("", "!") or (set(name.flags) <= {"*", "~"} and occurs(text, name.needs))
