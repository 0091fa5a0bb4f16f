"""Slides that the site does not have: the button leads nowhere."""

import re
from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page

_ID = re.compile("[A-Za-z0-9][A-Za-z0-9_-]*")
_SAYS = Text(
    en="there are no slides called '{name}'; mend the name, or make them in content/slides",
    ja="'{name}'というスライドはありません。名前を直すか、content/slidesに作ってください",
)


def check(page: Page) -> Iterator[Problem]:
    field = page.get("slides")
    if field is None or not isinstance(field.value, str) or not _ID.fullmatch(field.value):
        return
    known = {name.lower().removesuffix(".md") for name in page.names_in("slides")}
    if known and field.value.lower() not in known:
        yield Problem(field.value_span, _SAYS(name=field.value), field.key)


_SLIDES = {"content/slides/my-talk/index.md": "---\ntitle: 発表\n---\n"}

RULE = Rule(
    id="missing-slides",
    group="references",
    severity="warning",
    summary=Text("Name slides that the site has.", "サイトにあるスライドの名前を書く。"),
    why=Text(
        "The theme links content/slides/NAME without a look whether it is there.",
        "テーマは、content/slides/にその名前のスライドがあるかどうかを調べずにリンクを作ります。",
    ),
    check=check,
    bad=(Example("title: a\nslides: «my-tlak»", files=_SLIDES),),
    good=(
        Example("title: a\nslides: My-Talk", files=_SLIDES),
        Example("title: a\nslides: example"),
        Example("title: a\nslides: ''\nurl_slides: slides/x/", files=_SLIDES),
    ),
)
