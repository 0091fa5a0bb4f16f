"""Of all sentences of a site that define a term, the one that the glossary shows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from jpkit.extraction.definition_key import definition_key, from_term_key
from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import Definition, PostResult

DefinitionIndex = dict[str, dict[str, tuple[Definition, str]]]
"""By the key of a term and by language: the surest definition and the path of its post."""

_BY_ALIAS = 0.1
"""What a definition is less sure for the other names that its sentence gives the term."""


def index_definitions(posts: Sequence[PostResult]) -> DefinitionIndex:
    """The surest definition of every term in each language, the first of equals.

    What a sentence defines under one name it defines under the others that it gives, unless another
    sentence defines one of these more surely.
    """
    best: DefinitionIndex = defaultdict(dict)
    sure: dict[tuple[str, str], float] = {}
    for post in posts:
        for definition in post.definitions:
            for name in (definition.term, *definition.aliases):
                key = definition_key(name), definition.lang
                score = definition.score - (0 if name == definition.term else _BY_ALIAS)
                if score > sure.get(key, 0.0):
                    sure[key] = score
                    best[key[0]][key[1]] = (definition, post.path)
    return dict(best)


def look_up(index: DefinitionIndex, names: Iterable[str]) -> dict[str, tuple[Definition, str]]:
    """By language, the definition of the first of the names of a term that has one, and the path of its post."""
    found: dict[str, tuple[Definition, str]] = {}
    for key in dict.fromkeys(map(from_term_key, dict.fromkeys(map(term_key, names)))):  # one key for most spellings
        if key in index:
            found = index[key] | found
    return found
