"""A blank in an address: every link to the page needs %20, and half of them will not have it."""

from collections.abc import Iterator

from jpkit.front.field import short
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page

_SAYS = Text(
    en="'{key}' has blanks: '{value}'; write hyphens instead",
    ja="'{key}'の'{value}'に空白があります。ハイフンに置き換えてください",
)


def check(page: Page) -> Iterator[Problem]:
    for name in ("url", "slug"):
        field = page.get(name)
        if (
            field is not None
            and isinstance(field.value, str)
            and " " in field.value.strip()
            and "{{" not in field.value
        ):
            yield Problem(field.value_span, _SAYS(key=field.key, value=short(field.value.strip())), field.key)


RULE = Rule(
    id="url-blanks",
    group="content",
    severity="warning",
    summary=Text("Write addresses without blanks.", "URLに空白を入れない。"),
    why=Text(
        "Browsers write a blank as %20, mails cut the link there.",
        "空白はブラウザーで%20になり、メールではリンクがそこで切れます。",
    ),
    check=check,
    bad=(Example("url: «/post/my page/»"), Example('{"slug": «"my page"»}\n')),
    good=(Example("url: /post/my-page/\nslug: ''"), Example("slug: 試験の記録 ")),
)
