"""An item of a list that is empty, or a list itself: a tag without a name."""

from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page

_LISTS = ("tags", "categories", "authors", "projects", "keywords", "publication_types")
_EMPTY = Text(
    en="item {number} of '{key}' is empty; take it away", ja="'{key}'の{number}番目の項目が空です。削除してください"
)
_NESTED = Text(
    en="item {number} of '{key}' is a list itself; write its items in '{key}'",
    ja="'{key}'の{number}番目の項目がリストになっています。中の項目を'{key}'に直接書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    for name in _LISTS:
        field = page.get(name)
        if field is None or not isinstance(field.value, tuple) or not any(field.value):
            continue  # a list of nothing but nothing is an empty field
        for index, item in enumerate(field.items):
            path = f"{field.key}[{index}]"
            empty = item.value is None or item.value == ""
            blank = isinstance(item.value, str) and item.value.isspace()
            # Hugo makes a page of ` ` and none of ``; the theme shows both, others may not.
            if blank or (empty and page.generation not in (None, "none")):
                yield Problem(item.value_span, _EMPTY(number=index + 1, key=field.key), path)
                break  # one cause, one finding
            elif isinstance(item.value, tuple):
                yield Problem(item.value_span, _NESTED(number=index + 1, key=field.key), path, severity="error")


RULE = Rule(
    id="list-item",
    group="schema",
    severity="info",
    summary=Text("Write lists without empty and nested items.", "リストに空の項目や入れ子のリストを書かない。"),
    why=Text(
        "The theme shows an empty item as a tag without a name, and Hugo makes a page of a blank one; a list inside "
        "the list stops the templates.",
        "空の項目は名前のないタグとして表示され、空白だけの項目にはタグのページもできます。"
        "リストの中のリストは、テンプレートを止めます。",
    ),
    check=check,
    bad=(
        Example('tags: [a, «""», b]', generation="academic-4"),
        Example('tags: [a, «""», ""]', generation="hugoblox"),
        Example("tags:\n- «[a, b]»\n- c"),
        Example('{"authors": ["a", «" "»]}\n'),
    ),
    good=(Example('tags: [a, "", ""]'), Example('tags: [""]\ncategories: []\nauthors: [a]'), Example("tags:\n-\n")),
)
