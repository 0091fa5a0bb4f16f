"""One page a term for Hugo, as the site of Kubernetes keeps its glossary.

Below ``hugo/content/LANG/docs/reference/glossary/`` stands a page for every name in that language,
with the keys that the templates there read: ``title``, ``id``, ``full_link`` (the page that defines
the term, or the home of a service), ``short_description``, ``aka`` (its other names, those in the
other language among them) and ``tags``. Without an ``index.md`` of yours beside them they are pages
like any other; with one they are the resources that Kubernetes' shortcodes look for.

No ``date``: a run must give the bytes of the one before, and Kubernetes' templates do not read it.
An entry without a definition has no ``short_description``; its page says the names, because
``glossary_definition`` stops the build at a page without a paragraph.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from jpkit.extraction.model import Entry, Extraction
from jpkit.lazy import lazy
from jpkit.site import page_url
from jpkit.write.markdown import inline
from jpkit.write.yaml import block

FOLDER = "docs/reference/glossary"

# What file systems, addresses and Hugo (`name.en.md` is a page in English) may take for something else.
_UNSAFE_IN_NAME = lazy("[^0-9a-z\u3005-\u3007\u3041-\u309f\u30a1-\u30ff\u3400-\u9fff-]+")
# `index.md` would make the folder one page; the others are devices of Windows.
_TAKEN_NAME = lazy("index|con|prn|aux|nul|(?:com|lpt)[0-9]")
_LONGEST_NAME = 64


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """A page for every entry and language that it has a name in."""
    homes = {service.name: service.url for post in extraction.posts for service in post.services if service.url}
    for lang in ("ja", "en"):
        for entry in extraction.glossary:
            name = entry.ja if lang == "ja" else entry.en
            if name:
                yield f"hugo/content/{lang}/{FOLDER}/{file_name(entry.id)}.md", _page(entry, name, lang, homes)


def file_name(identifier: str) -> str:
    """The id where it is a safe name of a file, else what of it is safe and a digest that tells it from others."""
    safe = _UNSAFE_IN_NAME.sub("-", identifier.casefold()).strip("-")[:_LONGEST_NAME]
    if safe and safe == identifier and not _TAKEN_NAME.fullmatch(safe):
        return safe
    digest = hashlib.sha256(identifier.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    return f"{safe}-{digest}".lstrip("-")


def _page(entry: Entry, name: str, lang: str, homes: Mapping[str, str]) -> str:
    here = entry.definition_ja if lang == "ja" else entry.definition_en
    other = entry.en if lang == "ja" else entry.ja
    reading = entry.reading if lang == "ja" else None
    link = homes.get(entry.en or "") or homes.get(name) or (here and _address(here[1]))
    others = dict.fromkeys((*([other] if other else ()), *entry.abbreviations, *entry.variants))
    front: dict[str, Any] = {
        "title": name,
        "id": entry.id,
        "reading": reading,
        "full_link": link,
        "short_description": here and here[0],
        "aka": [one for one in others if one != name],
        "tags": [entry.kind],
    }
    text = here[0] if here else name if other in (None, name) else _WITH_OTHER[lang].format(name, other)
    shown = {key: value for key, value in front.items() if value}
    return f"---\n{block(shown)}---\n{inline(text)}\n\n<!--more-->\n"


_WITH_OTHER = {"ja": "{}（{}）", "en": "{} ({})"}


def _address(path: str) -> str | None:
    """Where a page of the site is read, without its language: for ``relLangURL``."""
    return page_url(path) if f"/{path}".count("/content/") else None
