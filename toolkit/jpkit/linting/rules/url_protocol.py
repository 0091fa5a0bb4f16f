"""`url` and `aliases` are paths on the site: with a protocol Hugo stops the build."""

from collections.abc import Iterator

from jpkit.front.field import Field, short
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page

_URL = Text(
    en="'{key}' is a path on this site, not '{value}'; take it away, and lead elsewhere with 'external_link'",
    ja="'{key}'に書けるのはこのサイト内のパスだけです。"
    "'{value}'は削除し、ほかのサイトへリンクするときは'external_link'を使ってください",
)
_ALIAS = Text(
    en="'{key}' is a path on this site, not '{value}'; write '{path}'",
    ja="'{key}'に書くのはこのサイト内のパスです。'{value}'ではなく'{path}'と書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    for name in ("url", "aliases"):
        field = page.get(name)
        if field is None:
            continue
        if isinstance(field.value, tuple):
            for index, item in enumerate(field.items):
                yield from _check(item, f"{field.key}[{index}]")
        else:
            yield from _check(field, field.key)


def _check(field: Field, key: str) -> Iterator[Problem]:
    value = field.value
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        path = "/" + value.partition("://")[2].partition("/")[2]
        says = _URL if key.lower() == "url" else _ALIAS
        yield Problem(field.value_span, says(key=key, value=short(value), path=short(path)), key)


RULE = Rule(
    id="url-protocol",
    group="schema",
    severity="error",
    summary=Text("Write `url` and `aliases` as paths on the site.", "`url`と`aliases`にはサイト内のパスを書く。"),
    why=Text(
        "Hugo stops with “URLs with protocol (http*) not supported”. A page that leads elsewhere has `external_link`.",
        "Hugoは「URLs with protocol (http*) not supported」でビルドを止めます。"
        "ほかのサイトへリンクするページには、`external_link`を使います。",
    ),
    check=check,
    bad=(
        Example("title: 移転\nurl: «https://example.org/post/a/»"),
        Example("title: 移転\naliases: [/old/, «https://example.org/b»]"),
        Example('+++\ntitle = "移転"\nurl = «"http://example.org/"»\n+++\n'),
        Example('{"title": "移転", "aliases": [«"https://example.org/b"»]}\n'),
    ),
    good=(
        Example("title: 移転\nurl: https/post/\naliases: /old/"),
        Example("title: 移転\nexternal_link: https://example.org/"),
        Example("title: 移転\nurl:\naliases: [1, null]"),
    ),
)
