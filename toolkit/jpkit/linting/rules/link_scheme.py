"""An address without its protocol: the browser looks for a page of that name on this site."""

import re
from collections.abc import Iterator

from jpkit.front.field import Field, short
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

_HOST = r"(?i)(?:www\.[a-z0-9-]+\.[a-z]|(?:github|gitlab|twitter|arxiv|youtube|linkedin|doi)\.(?:com|org)/)"
# A letter too many or too few, a sign left out.
_SLIP = (
    r"\]\([ \t]*<?((?:h{2,}ttps?|ht{3,}ps?|htps?|ttps?|htpps?|httpss):/{0,2}|https?//|https?:/(?=[^/])|https?;//)"
    r"(?=[A-Za-z0-9])"
)
_SLIPS = Text(en="'{found}' is no scheme; write '{right}'", ja="'{found}'は正しくありません。'{right}'と書いてください")
_SAYS = Text(
    en="'{value}' leads to a page of this site; write 'https://{value}'",
    ja="'{value}'はこのサイトの中のページとして扱われます。'https://{value}'と書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    if "ttp" in page.source.text or "htp" in page.source.text:
        yield from _body(page)
    for key, field in page.post.fields.items():
        name = key.lower()
        if name.startswith("url_") or name in ("external_link", "event_url"):
            yield from _check(page, field, key)
        elif name == "links" and isinstance(field.value, tuple):
            for index, item in enumerate(field.items):
                for inner in item.items:
                    if inner.key.lower() == "url":
                        yield from _check(page, inner, f"{key}[{index}].{inner.key}")


def _body(page: Page) -> Iterator[Problem]:
    for match in re.compile(_SLIP).finditer(page.source.text, page.post.body.start):
        span = Span(*match.span(1))
        right = "http://" if match[1].rstrip(":/;").endswith("p") else "https://"
        if any(link.url.startswith(match[1]) for link in page.document.links):  # not in code
            yield Problem(span, _SLIPS(found=match[1], right=right), edits=(Edit(span, right),))


def _check(page: Page, field: Field, key: str) -> Iterator[Problem]:
    value = field.value
    if isinstance(value, str) and value and re.match(_HOST, value):
        written = page.source.slice(field.value_span)
        edits = (Edit(field.value_span, written.replace(value, f"https://{value}", 1)),) if value in written else ()
        yield Problem(field.value_span, _SAYS(value=short(value)), key, edits)


RULE = Rule(
    id="link-scheme",
    group="content",
    severity="warning",
    summary=Text("Write addresses with their protocol.", "リンク先は、https://から書く。"),
    why=Text(
        "`www.example.org` is a relative address: the link leads to /post/a/www.example.org.",
        "`www.example.org`は相対アドレスです。リンク先は/post/a/www.example.orgになります。",
    ),
    check=check,
    bad=(
        Example("url_code: «github.com/a/b» # 実装", "url_code: https://github.com/a/b # 実装"),
        Example('links:\n- name: a\n  url: «"www.example.org"»', 'links:\n- name: a\n  url: "https://www.example.org"'),
        Example(
            "---\ntitle: a\n---\n[記録](«hhttps://»example.org/a)と[表](«https//»example.org)\n",
            "---\ntitle: a\n---\n[記録](https://example.org/a)と[表](https://example.org)\n",
        ),
        Example('{"external_link": «"www.example.org/a"»}\n', '{"external_link": "https://www.example.org/a"}\n'),
    ),
    good=(
        Example("url_slides: slides/a/\nurl_pdf: a.pdf\nurl_code: '#code'\nurl_video: ''"),
        Example("---\ntitle: a\n---\n[a](https://example.org)、[b](http/)、[c](ttp.md)、`[d](hhttps://e)`ではない。\n"),
        Example("links: [{url: 'mailto:a@example.org'}, {url: /a/}]\nurl_code: https://github.com/a"),
    ),
)
