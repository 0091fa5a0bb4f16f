"""Sections of the home page without the page that holds them: since Academic 4.2 the home page is empty."""

import os
from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.site import page_url

# ruff: noqa: PTH119

_ALONE = Text(
    en="since Academic 4.2 '{widget}' shows only with an index.md beside it; add one, with headless: true and "
    "type: widget_page",
    ja="Academic 4.2からは、同じフォルダーにindex.mdがなければ'{widget}'は表示されません。"
    "headless: trueとtype: widget_pageを書いたページを加えてください",
)
_HEADED = Text(
    en="the page of the home sections has '{type}' and no headless: true, and so an address of its own; add it",
    ja="ホームのウィジェットをまとめるページに'{type}'はありますが、headless: trueがないため、"
    "単独のページとしても公開されます。加えてください",
)


def check(page: Page) -> Iterator[Problem]:
    if (
        page.site.content is None
        or page.generation not in ("academic-4", "wowchemy-5")
        or "/home/" not in f"/{page.path}"
    ):
        return
    widget, kind = page.get("widget"), page.get("type")
    # Each language may have a home of its own: content/ja/home.
    inside = page_url(page.path).startswith("/home/") and page.path.split("/")[-2] == "home"
    if widget is not None and inside and page.site.config:
        names = page.beside
        pages = [name for name in names if name.endswith(".md") and not name.startswith("_index.")]
        first = os.path.basename(page.path) == min(pages, default="")  # one finding for the folder
        if first and not any(name.startswith("index.") for name in names):
            yield Problem(widget.key_span, _ALONE(widget=widget.value), widget.key)
    elif os.path.basename(page.path).startswith("index.") and kind is not None and kind.value == "widget_page":
        headless = page.get("headless")
        if headless is None or headless.value is False:
            yield Problem(kind.key_span, _HEADED(type=kind.value), kind.key)


_SITE = {"config.toml": 'theme = "academic"\n'}

RULE = Rule(
    id="home-page",
    group="references",
    severity="info",
    summary=Text(
        "Give the sections of the home page their page.", "ホームのウィジェットには、まとめるページを用意する。"
    ),
    why=Text(
        "Up to 4.1 the folder was enough; since 4.2 the theme looks for content/home/index.md, a headless page.",
        "4.1まではフォルダーだけで足りましたが、4.2からはcontent/home/index.md（headlessのページ）が要ります。",
    ),
    check=check,
    bad=(
        Example("«widget»: blank", path="content/home/a.md", files=_SITE, generation="academic-4"),
        Example("«widget»: blank", path="content/ja/home/a.md", files=_SITE, generation="academic-4"),
        Example("«type»: widget_page", path="content/home/index.md", generation="academic-4"),
    ),
    good=(
        Example("widget: blank", path="content/home/a.md", generation="academic-3", files=_SITE),
        Example("widget: blank", path="content/home/a.md", generation="academic-4"),
        Example(
            "widget: blank", path="content/home/a.md", generation="academic-4",
            files={**_SITE, "content/home/index.md": "+++\nheadless = true\n+++\n"},
        ),
        Example("type: widget_page\nheadless: true", path="content/home/index.md", generation="academic-4"),
    ),
)  # fmt: skip
