"""Of all sentences of a site that define a term, the one that the glossary shows."""

from collections.abc import Iterable, Sequence

from jpkit.extraction.definition_key import definition_key
from jpkit.extraction.model import Definition, PostResult

DefinitionIndex = dict[tuple[str, str], tuple[Definition, str]]
"""By the key of a term and the language: the surest definition and the path of its post."""


def index_definitions(posts: Sequence[PostResult]) -> DefinitionIndex:
    """The surest definition of every term in each language, the first of equals."""
    best: DefinitionIndex = {}
    for post in posts:
        for definition in post.definitions:
            key = definition_key(definition.term), definition.lang
            known = best.get(key)
            if known is None or known[0].score < definition.score:
                best[key] = (definition, post.path)
    return best


def look_up(index: DefinitionIndex, names: Iterable[str], lang: str) -> tuple[Definition, str] | None:
    """The definition of the first of the names of a term that has one, and the path of its post."""
    for name in names:
        found = index.get((definition_key(name), lang))
        if found is not None:
            return found
    return None
