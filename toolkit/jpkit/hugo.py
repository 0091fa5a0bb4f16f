"""What a Hugo site says about its pages: configuration, theme generation, languages, page types.

A site is found upwards from a page and read once a process. A page without a site (a single file)
gets a site that knows nothing, and so the widest reading.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jpkit.post import Post
from jpkit.site import content_root, page_language

# Paths are text here, as in ``site``.
# ruff: noqa: PTH100, PTH120, PTH208

GENERATIONS = ("academic-2", "academic-3", "academic-4", "wowchemy-5", "hugoblox")
"""Of the theme, oldest first."""


@dataclass(frozen=True)
class Site:
    """A Hugo site as far as its configuration and folders tell."""

    root: str | None = None
    """Absolute folder that holds the configuration; None outside of any site."""
    content: str | None = None
    """Absolute folder of the pages."""
    config: Mapping[str, Any] = field(default_factory=dict)
    """The configuration, all files merged, keys in lower case."""
    generation: str | None = None
    """One of ``GENERATIONS``; None: unknown; "none": a theme that is none of them."""
    languages: tuple[str, ...] = ()
    """Codes that the configuration names, in lower case; () where it names none."""
    default_language: str | None = None
    has_cjk_language: bool = False

    def language(self, path: str) -> str | None:
        """Language code of a page: what its path says, else the site's default; None where nobody says."""
        return page_language(path) or self.default_language

    def page_type(self, path: str, post: Post) -> str:
        """Page type as the schemas name it, from front matter and folder; "any" where both leave it open."""
        return "any"

    def translations(self, path: str) -> tuple[str, ...]:
        """Paths of the same page in other languages, spelt as ``path`` is."""
        folder, name = os.path.split(path)
        stem, _, suffix = re.sub(r"\.[a-z]{2}(?:-[a-z]+)?(?=\.[a-z]+$)", "", name).rpartition(".")
        pattern = re.compile(rf"{re.escape(stem)}(?:\.[a-z]{{2}}(?:-[a-z]+)?)?\.{re.escape(suffix)}")
        names = sorted(other for other in folder_names(folder or ".") if other != name and pattern.fullmatch(other))
        return tuple(f"{folder}/{other}" if folder else other for other in names)


def folder_names(folder: str) -> frozenset[str]:
    """Names of what is in a folder; none where it cannot be listed. Read once a process."""
    return _names(os.path.abspath(folder))


@cache
def _names(folder: str) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))
    except OSError:
        return frozenset()


def site_of(path: str) -> Site:
    """The site that a page belongs to."""
    content = content_root(path)
    return _site(content) if content else Site()


@cache
def _site(content: str) -> Site:
    return Site(root=os.path.dirname(content), content=content)
