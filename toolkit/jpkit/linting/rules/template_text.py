"""What the theme's example pages said: still there in a page of one's own."""

from collections.abc import Iterator

from jpkit.front.field import Field
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page

_SAYS = Text(
    en="'{value}' comes from the theme's example pages; write your own, or take it away",
    ja="'{value}'はテーマの見本にある値です。自分の内容に書き換えるか、削除してください",
)


def check(page: Page) -> Iterator[Problem]:
    title = page.get("title")
    for name, words in (("tags", ("source themes",)), ("slides", ("example",))):
        field = page.get(name)
        if field is None:
            continue
        listed: tuple[tuple[str, Field], ...] = ((field.key, field),)
        if isinstance(field.value, tuple):
            listed = tuple((f"{field.key}[{n}]", item) for n, item in enumerate(field.items))
        for key, item in listed:
            # The example pages themselves are in English, and so is their title.
            own = title is not None and isinstance(title.value, str) and not title.value.isascii()
            if isinstance(item.value, str) and item.value.strip().lower() in words and own:
                yield Problem(item.value_span, _SAYS(value=item.value), key)


RULE = Rule(
    id="template-text",
    group="content",
    severity="warning",
    summary=Text("Take the theme's example values away.", "テーマの見本の値を残さない。"),
    why=Text(
        "A page that was copied from the example site keeps its tag `Source Themes` and links to its slides.",
        "見本のページを写して書き始めると、タグの`Source Themes`や、見本のスライドへのリンクが残ります。",
    ),
    check=check,
    bad=(Example('title: 発表の記録\ntags: [«"Source Themes"», GCP]\nslides: «example»'),),
    good=(
        Example("title: An example talk\nslides: example\ntags: [Source Themes]"),
        Example("title: 発表の記録\nslides: my-talk"),
    ),
)
