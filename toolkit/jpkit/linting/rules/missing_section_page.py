"""Publications whose folder has no _index.md: their list shows titles alone."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from jpkit.hugo import folder_names
from jpkit.linting.model import Example, Finding, Problem, Rule, Text
from jpkit.linting.page import Page

# Paths are text here, as in ``site``.
# ruff: noqa: PTH100

_SAYS = Text(
    en="the folder '{folder}' has no _index.md, and its list shows titles alone; add one with 'view: 4'",
    ja="'{folder}'フォルダーに_index.mdがないため、一覧にはタイトルしか表示されません。"
    "view: 4と書いた_index.mdを加えてください",
)
_GENERATIONS = ("academic-2", "academic-3", "academic-4", "wowchemy-5")


def collect(page: Page) -> Iterator[tuple[Any, Problem]]:
    content = page.site.content
    fields = list(page.post.fields.values())
    if page.type != "publication" or page.generation not in _GENERATIONS or not content or not fields:
        return
    if not page.site.config:
        return  # what is no site has no lists
    title = page.get("title")
    path = os.path.abspath(page.path)
    for folder in ("publication", "publications"):
        section = path[: path.find(f"/{folder}/", len(content)) + len(folder) + 1]  # in content/ja as well
        if section.endswith(f"/{folder}") and not any(name.startswith("_index.") for name in folder_names(section)):
            yield section, Problem((title or fields[0]).key_span, _SAYS(folder=folder))


def compare(places: Sequence[tuple[Any, Finding]]) -> Iterable[Finding]:
    """One cause, one finding: at the first page of each folder."""
    first: dict[str, Finding] = {}
    for folder, finding in places:
        if folder not in first or finding.path < first[folder].path:
            first[folder] = finding
    return first.values()


_SITE = {"config.toml": 'theme = "academic"\n', "themes/academic/data/academic.toml": 'version = "4.8.0"\n'}

RULE = Rule(
    id="missing-section-page",
    group="references",
    severity="info",
    summary=Text("Give the list of publications a page.", "文献の一覧に、_index.mdを用意する。"),
    why=Text(
        "How a list shows its pages is in the _index.md of their folder; without it there are titles and no more.",
        "一覧の表示方法は、フォルダーの_index.mdで決まります。なければタイトルだけの一覧になります。",
    ),
    check=None,
    bad=(
        Example("«title»: a", path="content/publication/a/index.md", files=_SITE),
        Example(
            "«title»: a", path="content/ja/publication/a/index.md",
            files={**_SITE, "content/publication/_index.md": "---\ntitle: Publications\n---\n"},
        ),
    ),
    good=(
        Example("title: a", path="content/publication/a/index.md"),
        Example(
            "title: a", path="content/publication/a/index.md",
            files={**_SITE, "content/publication/_index.ja.md": "---\ntitle: 文献\n---\n"},
        ),
        Example("title: a", files=_SITE),
    ),
    collect=collect,
    compare=compare,
)  # fmt: skip
