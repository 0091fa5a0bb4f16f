"""An address without its protocol: the browser looks for a page of that name on this site."""

import re
from collections.abc import Iterator

from jpkit.front.field import Field, short
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

# Of other people's links that begin so, 50 of 50 were meant to lead off the site. `.org` alone may be a file of Emacs.
_HOST = (
    r"www\.[A-Za-z0-9-]+\.[A-Za-z]|(?:[A-Za-z0-9-]+\.)+(?:com|net|edu|gov|(?:ac|co|go|ne|or)\.jp)(?=[/?#:)>\s]|$)"
    r"|(?:[A-Za-z0-9-]+\.)+(?:org|io|dev)/"
)
_MAIL = r"[A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?=[?)>\s]|$)"
_BARE = rf"\]\([ \t]*<?((?:{_MAIL}|{_HOST})[^\s()<>]*)"
_FAR = 500
"""Signs from the beginning of a link to its address."""
# A letter too many or too few, a sign left out.
_SLIP = (
    r"\]\([ \t]*<?((?:h{2,}ttps?|ht{3,}ps?|htps?|ttps?|htpps?|httpss):/{0,2}|https?//|https?:/(?=[^/])|https?;//)"
    r"(?=[A-Za-z0-9])"
)
_SLIPS = Text(
    en="'{found}' is no scheme; write '{right}'",
    ja="'{found}'はURLの始まりとして正しくありません。'{right}'と書いてください",
)
_SAYS = Text(
    en="'{value}' leads to a page of this site; write '{scheme}{value}'",
    ja="'{value}'はこのサイトの中のページとして扱われます。'{scheme}{value}'と書いてください",
)
_LISTS = {"links": "url", "social": "link", "profiles": "url", "organizations": "url"}
"""Lists of addresses, and where in an item the address is."""


def check(page: Page) -> Iterator[Problem]:
    if "ttp" in page.source.text or "htp" in page.source.text:
        yield from _slips(page)
    if "](" in page.source.text:
        yield from _bare(page)
    for key, field in page.post.fields.items():
        name = key.lower()
        if name.startswith("url_") or name in ("external_link", "event_url"):
            yield from _check(page, field, key)
        elif name in _LISTS and isinstance(field.value, tuple):
            for index, item in enumerate(field.items):
                for inner in item.items:
                    if inner.key.lower() == _LISTS[name]:
                        yield from _check(page, inner, f"{key}[{index}].{inner.key}")


def _slips(page: Page) -> Iterator[Problem]:
    for match in re.compile(_SLIP).finditer(page.source.text, page.post.body.start):
        span = Span(*match.span(1))
        right = "http://" if match[1].rstrip(":/;").endswith("p") else "https://"
        if any(link.url.startswith(match[1]) for link in page.document.links):  # not in code
            yield Problem(span, _SLIPS(found=match[1], right=right), edits=(Edit(span, right),))


def _bare(page: Page) -> Iterator[Problem]:
    text = page.source.text
    bare = re.compile(_BARE)
    if bare.search(text, page.post.body.start) is None:
        return  # most pages, and their Markdown need not be read
    found: set[int] = set()
    for link in page.document.links:
        scheme = _scheme(link.url)
        match = bare.search(text, link.span.start, link.span.start + _FAR) if scheme is not None else None
        if match is None or match.start(1) in found or not link.url.startswith(match[1].partition("/")[0]):
            continue
        found.add(match.start(1))
        if match[1].partition("/")[0] not in page.beside:
            says = _SAYS(value=short(match[1]), scheme=scheme)
            yield Problem(Span(*match.span(1)), says, edits=(Edit(Span(match.start(1), match.start(1)), scheme or ""),))


def _scheme(address: str) -> str | None:
    """What an address lacks; None where it is none, or has it."""
    return "mailto:" if re.match(_MAIL, address) else "https://" if re.match(_HOST, address) else None


def _check(page: Page, field: Field, key: str) -> Iterator[Problem]:
    value = field.value
    if not isinstance(value, str) or not value:
        return
    scheme = _scheme(value)
    if scheme is not None:
        written = page.source.slice(field.value_span)
        edits = (Edit(field.value_span, written.replace(value, f"{scheme}{value}", 1)),) if value in written else ()
        yield Problem(field.value_span, _SAYS(value=short(value), scheme=scheme), key, edits)


RULE = Rule(
    id="link-scheme",
    group="content",
    severity="warning",
    summary=Text("Write addresses with their protocol.", "リンク先は、`https://`や`mailto:`を省かずに書く。"),
    why=Text(
        "`www.example.org` is a relative address: the link leads to /post/a/www.example.org. So is a mail address "
        "without `mailto:`.",
        "`www.example.org`は相対URLとみなされ、リンク先は/post/a/www.example.orgになります。"
        "`mailto:`のないメールアドレスも同じです。",
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
        Example(
            "---\ntitle: a\n---\n[経歴](«www.example.org/a»)、[記事](<«medium.com/@a/b»>)、[連絡](«a.b@example.org»)\n",
            "---\ntitle: a\n---\n[経歴](https://www.example.org/a)、[記事](<https://medium.com/@a/b>)、"
            "[連絡](mailto:a.b@example.org)\n",
        ),
        Example(
            "social:\n- icon: envelope\n  link: «a@example.org»",
            "social:\n- icon: envelope\n  link: mailto:a@example.org",
        ),
    ),
    good=(
        Example("url_slides: slides/a/\nurl_pdf: a.pdf\nurl_code: '#code'\nurl_video: ''"),
        Example("---\ntitle: a\n---\n[a](https://example.org)、[b](http/)、[c](ttp.md)、`[d](hhttps://e)`ではない。\n"),
        Example("links: [{url: 'mailto:a@example.org'}, {url: /a/}]\nurl_code: https://github.com/a"),
        Example(
            "---\ntitle: a\n---\n[a](notes.org)、[b](a.md)、[c](x/github.com/)、[d](v1.com.zip)、`[e](www.e.jp)`\n"
        ),
        Example(
            "---\ntitle: a\n---\n[a](example.com/a.html)\n",
            files={"content/post/a/example.com/a.html": "<p>控え</p>\n"},
        ),
    ),
)
