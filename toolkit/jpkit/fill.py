"""Suggestions written into the empty front matter fields of a post; nothing else of it changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from jpkit.edit import replace_value
from jpkit.extraction.model import PostResult
from jpkit.front.field import is_empty
from jpkit.post import read_post
from jpkit.site import page_url
from jpkit.source import Source

FIELDS: Mapping[str, Callable[[PostResult], str | tuple[str, ...]]] = {
    "summary": lambda result: result.suggested.summary,
    "tags": lambda result: result.suggested.tags,
    "keywords": lambda result: result.suggested.keywords,
    "related": lambda result: tuple(dict.fromkeys(page_url(other.path) for other in result.related)),
}
"""What can be filled, and where the value comes from: a text, or several for a list."""

EMPTY = {"summary": 'summary: ""', "tags": "tags: []", "keywords": "keywords: []", "related": "related: []"}
"""How an author adds the field, in YAML."""


@dataclass(frozen=True, slots=True)
class Change:
    """A post before and after, as it is on disk (newlines, BOM)."""

    path: str
    before: str
    after: str
    filled: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Fields that the post does not have: they are not added."""


def fill(source: Source, result: PostResult, fields: Sequence[str]) -> Change:
    """Put the suggestions of ``result`` into those of the fields that are there and empty.

    A field with a value stays as it is, and so does one for which there is no suggestion.

    Raises:
        JpkitError: the front matter cannot be read, or a value cannot be replaced by itself.
    """
    text = source.text
    filled, missing = [], []
    for name in dict.fromkeys(fields):
        post = read_post(Source(source.path, text))
        field = post.get(name)
        value = FIELDS[name](result)
        if field is None:
            missing.append(name)
        elif value and is_empty(field):
            text = replace_value(post, field, value)
            filled.append(name)
    return Change(source.path, source.text, text, tuple(filled), tuple(missing))
