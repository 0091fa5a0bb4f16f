"""An author who has no profile on the site: the byline shows the id instead of the name."""

import re
from collections.abc import Iterator

from jpkit.hugo import folder_names
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page

_ID = re.compile("[a-z][a-z0-9_-]*")
_MARKUP = Text(
    en="'{value}' shows as it stands and links no profile; write '{name}'",
    ja="'{value}'はそのまま表示され、プロフィールにもつながりません。'{name}'と書いてください",
)
_SAYS = Text(
    en="no profile is called '{name}'; the site has {known}",
    ja="'{name}'というプロフィールはありません。このサイトにあるのは{known}です",
)


def check(page: Page) -> Iterator[Problem]:
    field = page.get("authors")
    for index, item in enumerate(field.items if field is not None and isinstance(field.value, tuple) else ()):
        value = item.value
        if isinstance(value, str) and (value.startswith("@") or (value.startswith("**") and value.endswith("**"))):
            bare = value.strip("@*")
            quote = {"double": '"', "single": "'"}.get(item.style, "")
            edits = (Edit(item.value_span, f"{quote}{bare}{quote}"),)
            yield Problem(
                item.value_span, _MARKUP(value=value, name=bare), f"{field.key if field else ''}[{index}]", edits
            )
    content = page.site.content
    if field is None or content is None or not isinstance(field.value, tuple) or page.type == "author":
        return
    known = {name.lower() for folder in ("authors", "author") for name in folder_names(f"{content}/{folder}")}
    known = {name for name in known if "." not in name}
    others = {name.rpartition(".")[0].lower() for name in folder_names(f"{page.site.root}/data/authors")}
    if not known:
        return
    for index, item in enumerate(field.items):
        name = item.value
        # Co-authors without a profile are named in full; only an id claims to be one.
        if isinstance(name, str) and _ID.fullmatch(name) and name not in known | others:
            text = _SAYS(name=name, known=", ".join(f"'{one}'" for one in sorted(known)[:5]))
            yield Problem(item.value_span, text, f"{field.key}[{index}]")


_PROFILE = {"content/authors/admin/_index.md": "---\ntitle: 山田\n---\n"}

RULE = Rule(
    id="missing-author",
    group="references",
    severity="warning",
    summary=Text("Name authors as their profiles' folders are called.", "著者は、プロフィールのフォルダー名で書く。"),
    why=Text(
        "The theme looks for content/authors/NAME; without it the byline shows the id as it stands.",
        "テーマはcontent/authors/にある同じ名前のフォルダーを探します。見つからなければ、書かれたidがそのまま表示されます。",
    ),
    check=check,
    bad=(
        Example("title: a\nauthors: [admin, «admni»]", files=_PROFILE),
        Example("title: a\nauthors: [«'**Yamada**'», «'@yamada'»]", "title: a\nauthors: ['Yamada', 'yamada']"),
    ),
    good=(
        Example("title: a\nauthors: [admin, Yamada Taro, 渡邊 幹, Doe]", files=_PROFILE),
        Example("title: a\nauthors: [admni]"),
        Example("title: a\nauthors: [guest]", files={**_PROFILE, "data/authors/guest.yaml": "name: Guest\n"}),
    ),
)
