"""Academic 4: the menu of a course is called as its folder, and the build stops where there is none."""

from collections.abc import Iterator, Mapping

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.site import page_url

_SAYS = Text(
    en="the menu of this folder is called '{folder}', not '{name}'; write '{folder}'",
    ja="このフォルダーのメニューの名前は'{folder}'です。'{name}'ではなく'{folder}'と書いてください",
)
_COURSES = ("courses", "tutorial", "docs")
_SITE_MENUS = frozenset(("main", "footer"))


def check(page: Page) -> Iterator[Problem]:
    menu = page.get("menu")
    if page.generation != "academic-4" or menu is None or not isinstance(menu.value, Mapping):
        return
    folders = [part for part in page_url(page.path).split("/") if part]
    if not page.path.rpartition("/")[2].startswith("_index."):
        folders.pop()  # the page itself
    if not folders or folders[0] not in _COURSES or page.type not in ("docs", "section"):
        return
    names = {field.key.lower() for field in menu.items}
    if names & {*folders, *_SITE_MENUS} or _named(page):
        return
    for field in menu.items:
        # Below courses/ there is one menu a folder.
        text = _SAYS(folder=folders[:2][-1], name=field.key)
        yield Problem(field.key_span, text, f"{menu.key}.{field.key}")


def _named(page: Page) -> bool:
    """Whether the page or its folder names the menu itself (since 4.6)."""
    if page.get("menu_name") is not None:
        return True
    index = page.path.rpartition("/")[0] + "/_index.md"
    return "_index.md" in page.beside and page.reader.page(index).get("menu_name") is not None


RULE = Rule(
    id="docs-menu",
    group="references",
    severity="warning",
    summary=Text("Call the menu of a course as its folder.", "コースのメニューは、フォルダーと同じ名前にする。"),
    why=Text(
        "Academic 4 looks for a menu with the name of the folder: “Please define menu items named …”.",
        "Academic 4はフォルダーと同じ名前のメニューを探し、なければビルドを止めます"
        "（Please define menu items named …）。",
    ),
    check=check,
    bad=(
        Example(
            "menu:\n  «pyhton»:\n    weight: 1", path="content/courses/python/a.md", generation="academic-4",
        ),
    ),
    good=(
        Example("menu: {python: {weight: 1}}", path="content/courses/python/a.md", generation="academic-4"),
        Example("menu: {main: {weight: 1}}", path="content/courses/python/a.md", generation="academic-4"),
        Example("menu: {tutorial: {weight: 1}}", path="content/tutorial/a.md", generation="academic-4"),
        Example(
            "menu: {py: {weight: 1}}", path="content/courses/python/a.md", generation="academic-4",
            files={"content/courses/python/_index.md": "---\nmenu_name: py\n---\n"},
        ),
        Example("menu: {py: {weight: 1}}", path="content/courses/python/a.md", generation="wowchemy-5"),
    ),
)  # fmt: skip
