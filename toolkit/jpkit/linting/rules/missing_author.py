"""An author who has no profile on the site: the byline shows the id instead of the name."""

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jpkit.hugo import folder_names
from jpkit.linting.model import Example, Finding, Problem, Rule, Text, listed
from jpkit.linting.page import Page

# Paths are text here, as in ``site``.
# ruff: noqa: PTH119, PTH120

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
    ja="'{value}'と'{first}'は、Hugoでは同じ著者とみなされ、同じ名前が2回表示されます。どちらかを削除してください",
)
_SAYS = Text(
    en="no profile is called '{name}'; the site has {known}",
    ja="'{name}'というプロフィールはありません。このサイトにあるのは{known}です",
)


def check(page: Page) -> Iterator[Problem]:
    field = page.get("authors")
    if field is None or not isinstance(field.value, tuple):
        return
    known = _profiles(page)
    first: dict[str, str] = {}
    for index, item in enumerate(field.items):
        value = item.value
        if not isinstance(value, str) or not value.strip():
            continue
        key = f"{field.key}[{index}]"
        same = first.setdefault(_folder(value), value)
        # Academic 2 to 4 render Markdown in names, and many authors set their own one in bold.
        bold = value.startswith("**") and value.endswith("**") and page.generation in ("wowchemy-5", "hugoblox")
        if value.startswith("@") or bold:
            yield Problem(item.value_span, _MARKUP(value=value, name=value.strip("@*")), key)
        elif same != value and page.type != "author":
            yield Problem(item.value_span, _TWICE(value=value, first=same), key)
        elif known and _ID.fullmatch(value) and value not in known and value not in _data_profiles(page):
            # Co-authors without a profile are named in full; only an id claims to be one.
            text = _SAYS(name=value, known=listed(sorted(known)[:5]))
            yield Problem(item.value_span, text, key)


def collect(page: Page) -> Iterator[tuple[tuple[str, str, str | None], Problem]]:
    """Site, name and folder of a profile; site, name and None of an author who has none under that name."""
    site = page.site.content or ""
    if page.type == "author":
        folder = os.path.basename(os.path.dirname(page.path))
        place = Problem(page.post.front_span, "")
        for name in dict.fromkeys((*page.post.strings("title")[:1], *page.post.strings("name")[:1])):
            yield (site, name, folder), place
        return
    field = page.get("authors")
    known = _profiles(page) if field is not None else frozenset()
    for index, item in enumerate(field.items if field is not None and known else ()):
        if isinstance(item.value, str) and _folder(item.value) not in known and not _ID.fullmatch(item.value):
            yield (site, item.value, None), Problem(item.value_span, "", f"{field.key if field else ''}[{index}]")


def compare(found: Sequence[tuple[tuple[str, str, str | None], Finding]]) -> Iterator[Finding]:
    folders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (site, name, folder), _ in found:
        if folder is not None:
            folders[site, name].add(folder)
    for (site, name, folder), finding in found:
        named = folders.get((site, name), set())
        if folder is None and len(named) == 1:
            yield finding._replace(message=_NAME(value=name, name=next(iter(named))))


def _folder(name: str) -> str:
    """The folder that Hugo takes an author's name for."""
    return name.strip().lower().replace(" ", "-")


def _profiles(page: Page) -> frozenset[str]:
    """Folders of the site's profiles as Hugo asks for them; none where there is no site."""
    if page.type == "author":
        return frozenset()
    return frozenset(_folder(name) for name in page.names_in("authors", "author") if "." not in name)


def _data_profiles(page: Page) -> frozenset[str]:
    """Profiles in data/authors, where the kit of 2026 has them."""
    return frozenset(name.rpartition(".")[0].lower() for name in folder_names(f"{page.site.root}/data/authors"))


_PROFILE = {"content/authors/admin/_index.md": "---\ntitle: 山田\n---\n"}
_TARO = {"content/authors/taro/_index.md": "---\ntitle: Yamada Taro\n---\n"}
_IN_JAPANESE = {"content/ja/authors/admin/_index.md": "---\ntitle: 山田\n---\n"}
_BLANK = {"content/authors/Sato Jiro/_index.md": "---\ntitle: Sato Jiro\n---\n"}

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
        Example("title: a\nauthors: [«'**Sato**'», «'@yamada'»]", generation="wowchemy-5"),
        Example("authors: [«Yamada Taro»]", files=_TARO),
        Example("authors: [Sato Jiro, «sato-jiro»]"),
        Example("title: a\nauthors: [admin, «admni»]", path="content/ja/post/a/index.md", files=_IN_JAPANESE),
    ),
    good=(
        Example("title: a\nauthors: [admin, Yamada Taro, 渡邊 幹, Doe]", files=_PROFILE),
        Example("title: a\nauthors: [admni]"),
        Example("title: a\nauthors: ['**Sato**', Yamada]", generation="academic-4"),
        Example("authors: [Sato Jiro, Yamada Hanako, Sato, taro]", files=_TARO),
        Example("title: a\nauthors: [Sato Jiro]", files=_BLANK),
        Example("title: a\nauthors: [admni]", files=_IN_JAPANESE),
        Example("title: a\nauthors: [guest]", files={**_PROFILE, "data/authors/guest.yaml": "name: Guest\n"}),
    ),
    collect=collect,
    compare=compare,
)
