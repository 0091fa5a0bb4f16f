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
_VALUES = {
    "tags": ("source themes",), "slides": ("example", "example-slides"), "projects": ("internal-project",),
    "event": ("wowchemy conference", "academic theme conference", "hugo blox builder conference"),
    "location": ("wowchemy hq", "wowchemy hq + irl"),
    "publication": (
        "*journal of source themes, 1*(1)", "in *wowchemy conference*", "in *hugo blox builder conference*",
    ),
}  # fmt: skip
# Where the links of the example pages lead: to nobody, or to the theme and its maker.
_ADDRESSES = frozenset(
    (
        "http://example.org", "https://example.org", "https://example.com", "mailto:test@example.org",
        "mailto:your-email@example.com", "http://eprints.soton.ac.uk/352095/1/cushen-imv2013.pdf",
        "http://arxiv.org/pdf/1512.04133v1", "https://youtube.com", "https://twitter.com/georgecushen",
        "https://github.com/gcushen", "https://github.com/wowchemy/wowchemy-hugo-themes",
        "https://github.com/hugoblox/hugo-blox-builder",
    )
)  # fmt: skip
_LINKS = {"links": "url", "url_custom": "url", "social": "link", "profiles": "url"}
"""Lists of links, and where in an item the address is."""
_TO_FILL = frozenset(("xxx", "xxxx", "todo", "tbd", "fixme"))
_BODY = (
    r"(?:Click|click) the [*_](?:Cite|Slides)[*_] button[^.\n]*?(?:demo|example)[^.\n]*"
    r"|Supplementary notes can be added here, including[^.\n]*|Further event details, including[^.\n]*page elements"
)
# Whoever writes another name into the profile, leaves what Nelson Bighetti worked on: 7 of 7 other people's.
_LATIN = re.compile(
    r"[Ll]orem ipsum dolor sit amet|Nelson Bighetti is a professor"
    r"|distributed robotics, mobile computing and programmable matter"
    r"|An example (?:talk using (?:Wowchemy|Academic|Hugo Blox Builder)'s|of using the in-built project page"
    r"|of linking directly to an external project)"
    r"|has been a center of excellence for Artificial Intelligence research"
)
_MARKS = ("orem ipsum dolor", "Nelson Bighetti", "programmable matter", "An example ", "center of excellence")
"""What a page must have for one of them to be there."""
_SAYS = Text(
    en="'{value}' comes from the theme's example pages; write your own, or take it away",
    ja="'{value}'はテーマの見本のままです。自分の内容に書き換えるか、削除してください",
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
    for name, values in _VALUES.items():
        for key, item in _items(page.get(name)):
            if isinstance(item.value, str) and item.value.strip().lower() in values:
                yield Problem(item.value_span, _SAYS(value=item.value), key)
    for key, item in _links(page):
        if isinstance(item.value, str) and item.value.strip().lower().rstrip("/") in _ADDRESSES:
            yield Problem(item.value_span, _SAYS(value=item.value), key, severity="info")
    if any(mark in page.source.text for mark in _MARKS):
        for name in ("summary", "abstract", "bio"):
            field = page.get(name)
            latin = _LATIN.search(page.source.text, *field.value_span) if field is not None else None
            if field is not None and latin is not None:
                yield Problem(Span(*latin.span()), _SAYS(value=latin[0]), field.key, severity="info")
        # The sections of a landing page have their text in the front matter.
        start = page.post.front_span.start if page.type == "landing" else page.post.body.start
        latin = _LATIN.search(page.source.text, start)
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


def _links(page: Page) -> Iterator[tuple[str, Field]]:
    for key, field in page.post.fields.items():
        name = key.lower()
        if name == "event_url" or (name.startswith("url_") and name not in _LINKS):
            yield key, field
        elif name in _LINKS:
            for number, item in enumerate(field.items):
                yield from (
                    (f"{key}[{number}].{one.key}", one) for one in item.items if one.key.lower() == _LINKS[name]
                )


RULE = Rule(
    id="template-text",
    group="content",
    severity="warning",
    summary=Text("Take the theme's example values away.", "テーマの見本の値を残さない。"),
    why=Text(
        "A page that was copied from the example site keeps its tag `Source Themes`, links to its slides, and asks its "
        "readers to demo the theme.",
        "見本のページをコピーして書き始めると、タグの`Source Themes`、見本のスライドへのリンク、"
        "テーマの使い方の説明文が残りがちです。",
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
        Example(
            "title: A study of lakes\nsummary: «An example of using the in-built project page».\n"
            "url_pdf: «http://eprints.soton.ac.uk/352095/1/Cushen-IMV2013.pdf»\nurl_code: '#'\n"
            "links:\n- name: Custom Link\n  url: «http://example.org»\n- name: Data\n  url: https://example.org/lakes/"
        ),
        Example(
            "---\ntitle: 山田\nbio: I like «distributed robotics, mobile computing and programmable matter».\n"
            "social:\n- icon: twitter\n  link: «https://twitter.com/GeorgeCushen»\n---\n湖の研究者です。\n"
        ),
        Example(
            "type: landing\nsections:\n- block: hero\n  content:\n    text: |\n"
            "      The **Lake Group** «has been a center of excellence for Artificial Intelligence research».",
            path="content/_index.md",
        ),
        Example("event: «Wowchemy Conference»\nevent_url: «https://example.org»\nlocation: «Wowchemy HQ»"),
        Example("---\ntitle: 山田\n---\n«Nelson Bighetti is a professor» of artificial intelligence.\n"),
    ),
    good=(
        Example("title: 発表の記録\nslides: my-talk\ntags: [Themes]\nsummary: TODOの書き方"),
        Example("---\ntitle: 発表の記録\n---\nClick the *Save* button to see an example.\n"),
        Example('title: "{{ replace .Name }}"\ntags: [Source Themes]'),
    ),
)
