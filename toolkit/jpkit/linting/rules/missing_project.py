"""A project that the site does not have: the link to it never shows."""

import re
from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Severity, Text
from jpkit.linting.page import Page

_ID = re.compile("[A-Za-z0-9][A-Za-z0-9_.-]*")
_SAYS = Text(
    en="no project is called '{name}'; mend the name, or make the page",
    ja="'{name}'というプロジェクトはありません。名前を直すか、ページを作ってください",
)


def check(page: Page) -> Iterator[Problem]:
    field = page.get("projects")
    if field is None or not isinstance(field.value, tuple):
        return
    names = page.names_in("project", "projects")
    known = {name.lower().removesuffix(".md") for name in names if not name.startswith("_")}
    if not known:
        return
    for index, item in enumerate(field.items):
        name = item.value
        if isinstance(name, str) and _ID.fullmatch(name) and name.lower().removesuffix(".md") not in known:
            # Academic 2 stops; since 3 it is silent.
            severity: Severity = "error" if page.generation == "academic-2" else "warning"
            yield Problem(item.value_span, _SAYS(name=name), f"{field.key}[{index}]", severity=severity)


_PROJECT = {"content/project/warehouse/index.md": "---\ntitle: 基盤\n---\n"}

RULE = Rule(
    id="missing-project",
    group="references",
    severity="warning",
    summary=Text("Name projects that the site has.", "サイトにあるプロジェクトの名前を書く。"),
    why=Text(
        "The theme looks for content/project/NAME and shows no link where there is none; Academic 2 stops.",
        "テーマはcontent/project/にある同じ名前のページを探し、なければリンクを表示しません。"
        "Academic 2ではビルドが止まります。",
    ),
    check=check,
    bad=(
        Example("title: a\nprojects: [warehouse, «warehose»]", files=_PROJECT),
        Example(
            "title: a\nprojects: [lake, «lkae»]", path="content/ja/post/a/index.md",
            files={"content/ja/project/lake.md": "---\ntitle: 湖\n---\n"},
        ),
    ),
    good=(
        Example("title: a\nprojects: [Warehouse, warehouse.md, '']", files=_PROJECT),
        Example("title: a\nprojects: [warehose]"),
    ),
)  # fmt: skip
