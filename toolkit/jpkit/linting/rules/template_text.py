"""What the theme's example pages said, or a place to be filled in later: still there in a page of one's own."""

import re
from collections.abc import Iterator

from jpkit.front.field import Field
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

# Of the example sites from Academic 2 to Hugo Blox.
_TITLES = frozenset(
    (
        "an example conference paper", "an example publication", "an example journal article",
        "an example preprint / working paper",
        "a person re-identification system for mobile devices", "create beautiful presentations with markdown",
        "example talk", "example event", "example project", "external project", "internal project",
        "mobile visual clothing search", "my amazing talk", "my conference presentation",
        "writing technical content in academic",
        "writing technical content in markdown", "display jupyter notebooks with academic",
    )
)  # fmt: skip
_VALUES = (("tags", "source themes"), ("slides", "example"), ("projects", "internal-project"))
_TO_FILL = frozenset(("xxx", "xxxx", "todo", "tbd", "fixme"))
_BODY = (
    r"(?:Click|click) the [*_](?:Cite|Slides)[*_] button[^.\n]*?(?:demo|example)[^.\n]*"
    r"|Supplementary notes can be added here, including[^.\n]*|Further event details, including[^.\n]*page elements"
)
_LATIN = re.compile(r"[Ll]orem ipsum dolor sit amet|Nelson Bighetti is a professor")
_SAYS = Text(
    en="'{value}' comes from the theme's example pages; write your own, or take it away",
    ja="'{value}'はテーマの見本にある値です。自分の内容に書き換えるか、削除してください",
)
_FILL = Text(en="'{value}' is still to be filled in; write it", ja="'{value}'のままです。内容を書いてください")
_DEMO = Text(
    en="this is an example page of the theme; write your own, or take it away",
    ja="テーマの見本のページです。自分の内容に書き換えるか、削除してください",
)


def check(page: Page) -> Iterator[Problem]:
    title = page.get("title")
    if title is not None and isinstance(title.value, str):
        named = title.value.strip().lower()
        if named in _TITLES:
            yield Problem(title.value_span, _DEMO(), title.key, severity="info")
            return
        if "{{" in named:
            return  # an archetype
    for name in ("title", "summary"):
        field = page.get(name)
        if field is not None and isinstance(field.value, str) and field.value.strip().lower() in _TO_FILL:
            yield Problem(field.value_span, _FILL(value=field.value.strip()), field.key)
    for name, value in _VALUES:
        for key, item in _items(page.get(name)):
            if isinstance(item.value, str) and item.value.strip().lower() == value:
                yield Problem(item.value_span, _SAYS(value=item.value), key)
    for name in ("summary", "abstract"):
        field = page.get(name)
        latin = _LATIN.search(page.source.text, *field.value_span) if field is not None else None
        if field is not None and latin is not None:
            yield Problem(Span(*latin.span()), _SAYS(value=latin[0]), field.key, severity="info")
    latin = _LATIN.search(page.source.text, page.post.body.start)
    if latin is not None:
        yield Problem(Span(*latin.span()), _SAYS(value=latin[0]), severity="info")
        return
    if "button" in page.source.text or "can be added here" in page.source.text or "details, incl" in page.source.text:
        body = re.compile(_BODY).search(page.source.text, page.post.body.start)
        if body is not None:
            yield Problem(Span(*body.span()), _SAYS(value=body[0][:39] + "…"), severity="info")


def _items(field: Field | None) -> Iterator[tuple[str, Field]]:
    if field is not None and isinstance(field.value, tuple):
        yield from ((f"{field.key}[{number}]", item) for number, item in enumerate(field.items))
    elif field is not None:
        yield field.key, field


RULE = Rule(
    id="template-text",
    group="content",
    severity="warning",
    summary=Text("Take the theme's example values away.", "テーマの見本の値を残さない。"),
    why=Text(
        "A page that was copied from the example site keeps its tag `Source Themes`, links to its slides, and asks its "
        "readers to demo the theme.",
        "見本のページを写して書き始めると、タグの`Source Themes`、見本のスライドへのリンク、"
        "テーマの使い方の説明文が残ります。",
    ),
    check=check,
    bad=(
        Example('title: 発表の記録\ntags: [«"Source Themes"», GCP]\nslides: «example»\nprojects: [«internal-project»]'),
        Example("title: A study of lakes\nsummary: «todo»\nabstract: «Lorem ipsum dolor sit amet», consectetur."),
        Example(
            "---\ntitle: A study of lakes\n---\n"
            "«Click the *Cite* button above to demo the feature to enable visitors to import metadata».\n"
        ),
        Example("title: «Example Talk»\nslides: example"),
        Example("---\ntitle: 山田\n---\n«Nelson Bighetti is a professor» of artificial intelligence.\n"),
    ),
    good=(
        Example("title: 発表の記録\nslides: my-talk\ntags: [Themes]\nsummary: TODOの書き方"),
        Example("---\ntitle: 発表の記録\n---\nClick the *Save* button to see an example.\n"),
        Example('title: "{{ replace .Name }}"\ntags: [Source Themes]'),
    ),
)
