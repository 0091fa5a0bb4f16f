"""Which program builds a page: Hugo, or one of those whose pages look alike.

Jekyll takes dates that Hugo refuses, Zenn wants an emoji: what is said of a page for Hugo is wrong
about the others. Without a sign of another program a page is Hugo's.
"""

import os
import re
from functools import cache

from jpkit.hugo import folder_names
from jpkit.looks import looked
from jpkit.post import Post
from jpkit.site import content_root, has_hugo_config

# Paths are text here, as in ``site``.
# ruff: noqa: PTH100, PTH119, PTH120

HUGO = "hugo"

# A file in a folder upwards from the page, and whose it is.
_MARKERS = {
    "_config.yml": "jekyll",  # Hexo's as well, which is another one too
    "_config.yaml": "jekyll",
    "mkdocs.yml": "mkdocs",
    "gatsby-config.js": "gatsby",
    "gatsby-config.ts": "gatsby",
    **{f"docusaurus.config.{suffix}": "docusaurus" for suffix in ("js", "ts", "mjs", "cjs")},
    **{f"astro.config.{suffix}": "astro" for suffix in ("js", "ts", "mjs", "cjs")},
    **{f"eleventy.config.{suffix}": "eleventy" for suffix in ("js", "ts", "mjs", "cjs")},
    ".eleventy.js": "eleventy",
    ".vitepress": "vitepress",
    ".vuepress": "vuepress",
    "pelicanconf.py": "pelican",
}
# Front matter that no other program asks for, all of it: Zenn's and Qiita's own editors write these.
_FIELDS = (
    (frozenset(("emoji", "topics", "published")), "zenn"),
    (frozenset(("ignorepublish", "organization_url_name")), "qiita"),
    (frozenset(("sidebar_position",)), "docusaurus"),
    (frozenset(("sidebar_label",)), "docusaurus"),
)
_JEKYLL_NAME = re.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}-")
_JEKYLL_LAYOUTS = ("post", "page", "default")
_FURTHEST = 8
"""Folders upwards that are looked at; a work tree nests no deeper."""


def builder_of(path: str, post: Post) -> str:
    """The program's name in lower case: "hugo", "jekyll", "zenn", …"""
    content = content_root(path)
    if content is not None and has_hugo_config(os.path.dirname(content)):
        return HUGO
    marked = builder_of_folder(os.path.dirname(os.path.abspath(path)))
    if marked is not None:
        return marked
    keys = {key.lower() for key in post.fields}
    for fields, name in _FIELDS:
        if fields <= keys:
            return name
    if content is None and _JEKYLL_NAME.match(os.path.basename(path)):
        layout = post.get("layout")
        if layout is not None and layout.value in _JEKYLL_LAYOUTS:
            return "jekyll"
    return HUGO


def builder_of_folder(folder: str) -> str | None:
    """The program whose own file is nearest upwards; None where there is none."""
    # First of all, as in ``hugo.site_of``.
    looked("builder", folder, lambda: str(_marked(folder, _FURTHEST)))
    return _marked(folder, _FURTHEST)


@cache
def _marked(folder: str, furthest: int) -> str | None:
    """What the nearest folder with a program's own file says, upwards; Hugo's counts as well."""
    names = folder_names(folder)
    found = next((name for marker, name in _MARKERS.items() if marker in names), None)
    if found is None and has_hugo_config(folder):
        return HUGO
    above = os.path.dirname(folder)
    if found is not None or above == folder or not furthest or ".git" in names:
        return found
    return _marked(above, furthest - 1)
