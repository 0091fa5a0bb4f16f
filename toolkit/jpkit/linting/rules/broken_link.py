"""A link to another page of the site that is not there."""

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from jpkit.front.field import short
from jpkit.hugo import folder_names
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page

# ruff: noqa: PTH100, PTH119, PTH120

_BESIDE = re.compile(r"\.\./[^/.?#:{][^/?#:{]*/?")
_SAYS = Text(
    en="there is no page '{target}' beside this one; mend the link",
    ja="リンク先のページ'{target}'がありません。リンクを直してください",
)


def check(page: Page) -> Iterator[Problem]:
    # Of all that a link may say only the neighbour is sure: `../other/` beside a bundle, and nobody moves addresses.
    if "](../" not in page.source.text or not page.is_bundle or page.site.content is None:
        return
    section = os.path.dirname(os.path.dirname(os.path.abspath(page.path)))
    if _is_moved(page.site.config.get("permalinks"), os.path.basename(section)) or page.get("url") is not None:
        return
    names = {name.lower().removesuffix(".md") for name in folder_names(section)}
    for link in page.document.links:
        target = unquote(link.url).partition("#")[0].partition("?")[0]
        if not _BESIDE.fullmatch(target):
            continue
        name = posixpath.basename(target.rstrip("/")).lower()
        if name not in names and "." not in name:
            yield Problem(link.span, _SAYS(target=short(link.url)))


def _is_moved(permalinks: object, section: str) -> bool:
    """Whether the site gives the pages of a section addresses of their own; the starters do so for tags alone."""
    if not isinstance(permalinks, Mapping):
        return False
    pages = permalinks.get("page")  # the form since Hugo 0.131
    return section in permalinks or (isinstance(pages, Mapping) and section in pages)


RULE = Rule(
    id="broken-link",
    group="references",
    severity="info",
    summary=Text("Link pages that are there.", "存在するページへリンクする。"),
    why=Text(
        "A Markdown link is no `ref`: Hugo does not look where it leads.",
        "`ref`と違い、Markdownのリンクでは、リンク先があるかどうかをHugoは調べません。",
    ),
    check=check,
    bad=(
        Example("---\ntitle: a\n---\n«[»前回](../first/)の続き。\n"),
        Example(
            "---\ntitle: a\n---\n«[»前回](../first/)の続き。\n",
            files={"config.toml": '[permalinks]\ntags = "/tag/:slug/"\n'},
        ),
    ),
    good=(
        Example(
            "---\ntitle: a\n---\n[前回](../first/#まとめ)、[絵](../first/a.png)、[上](../../)、[外](https://example.org/)\n",
            files={"content/post/first/index.md": "---\ntitle: b\n---\n"},
        ),
        Example("---\ntitle: a\n---\n[前回](../first/)\n", files={"config.toml": '[permalinks]\npost = "/:slug/"\n'}),
        Example("---\ntitle: a\n---\n[前回](../first/)\n", path="content/post/a.md"),
        Example(
            "---\ntitle: a\n---\n[前回](../first/)\n", files={"config.toml": '[permalinks.page]\npost = "/:slug/"\n'}
        ),
    ),
)
