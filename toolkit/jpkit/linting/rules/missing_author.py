"""An author who has no profile on the site: the byline shows the id instead of the name."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from jpkit.errors import JpkitError
from jpkit.front.field import Field
from jpkit.hugo import folder_names
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.post import read_post
from jpkit.site import read_bytes
from jpkit.source import decode

_ID = re.compile("[a-z][a-z0-9_-]*")
_MARKUP = Text(
    en="'{value}' shows as it stands and links no profile; write '{name}'",
    ja="'{value}'はそのまま表示され、プロフィールにもつながりません。'{name}'と書いてください",
)
_NAME = Text(
    en="'{value}' is the name of the profile '{name}', and links to it only as '{name}'; write that",
    ja="'{value}'は'{name}'のプロフィールの名前です。リンクにするには'{name}'と書いてください",
)
_TWICE = Text(
    en="'{value}' and '{first}' are one author to Hugo, and both show as the same; take one away",
    ja="'{value}'と'{first}'は、Hugoには同じ著者で、同じ名前で表示されます。どちらかを削除してください",
)
_SAYS = Text(
    en="no profile is called '{name}'; the site has {known}",
    ja="'{name}'というプロフィールはありません。このサイトにあるのは{known}です",
)


def check(page: Page) -> Iterator[Problem]:
    field = page.get("authors")
    if field is None or not isinstance(field.value, tuple):
        return
    content = page.site.content
    known = _profiles(content) if content is not None and page.type != "author" else {}
    first: dict[str, str] = {}
    for index, item in enumerate(field.items):
        value = item.value
        if not isinstance(value, str) or not value.strip():
            continue
        key = f"{field.key}[{index}]"
        quote = {"double": '"', "single": "'"}.get(item.style, "")
        same = first.setdefault(value.strip().lower().replace(" ", "-"), value)
        if value.startswith("@") or (value.startswith("**") and value.endswith("**")):
            bare = value.strip("@*")
            edits = (Edit(item.value_span, f"{quote}{bare}{quote}"),)
            yield Problem(item.value_span, _MARKUP(value=value, name=bare), key, edits)
        elif same != value and page.type != "author":
            yield Problem(item.value_span, _TWICE(value=value, first=same), key)
        elif known:
            yield from _unlinked(page, item, key, known)


def _unlinked(page: Page, item: Field, key: str, known: Mapping[str, str]) -> Iterator[Problem]:
    """Co-authors without a profile are named in full; only an id, and a profile's own name, claim to be one."""
    value = str(item.value)
    others = {name.rpartition(".")[0].lower() for name in folder_names(f"{page.site.root}/data/authors")}
    if _ID.fullmatch(value) and value not in known.keys() | others:
        text = _SAYS(name=value, known=", ".join(f"'{one}'" for one in sorted(known)[:5]))
        yield Problem(item.value_span, text, key)
    elif value.lower().replace(" ", "-") not in known:
        named = [folder for folder, names in known.items() if f"\n{value}\n" in names]
        if len(named) == 1:
            quote = {"double": '"', "single": "'"}.get(item.style, "")
            edits = (Edit(item.value_span, f"{quote}{named[0]}{quote}"),)
            yield Problem(item.value_span, _NAME(value=value, name=named[0]), key, edits)


@cache  # every page asks
def _profiles(content: str) -> Mapping[str, str]:
    """The names of each profile, a line each, by its folder."""
    found: dict[str, str] = {}
    for folder in ("authors", "author"):
        for name in folder_names(f"{content}/{folder}"):
            if "." in name:
                continue
            names = ["", ""]
            for file in folder_names(f"{content}/{folder}/{name}"):
                if file.startswith("_index.") and file.endswith(".md"):
                    names[1:1] = _names(f"{content}/{folder}/{name}/{file}")
            found[name.lower()] = "\n".join(names)
    return found


def _names(path: str) -> list[str]:
    try:
        post = read_post(decode(path, read_bytes(path)))
    except JpkitError:
        return []  # its own finding says so
    return [*post.strings("title")[:1], *post.strings("name")[:1]]


_PROFILE = {"content/authors/admin/_index.md": "---\ntitle: 山田\n---\n"}
_TARO = {"content/authors/taro/_index.md": "---\ntitle: Yamada Taro\n---\n"}

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
        Example("title: a\nauthors: [«'**Sato**'», «'@yamada'»]", "title: a\nauthors: ['Sato', 'yamada']"),
        Example("authors: [«Yamada Taro»]", "authors: [taro]", files=_TARO),
        Example("authors: [Sato Jiro, «sato-jiro»]"),
    ),
    good=(
        Example("title: a\nauthors: [admin, Yamada Taro, 渡邊 幹, Doe]", files=_PROFILE),
        Example("title: a\nauthors: [admni]"),
        Example("authors: [Sato Jiro, Yamada Hanako, Sato, taro]", files=_TARO),
        Example("title: a\nauthors: [guest]", files={**_PROFILE, "data/authors/guest.yaml": "name: Guest\n"}),
    ),
)
