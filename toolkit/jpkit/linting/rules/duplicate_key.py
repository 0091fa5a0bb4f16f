"""The same key twice: current Hugo stops, older ones take the last; keys that differ in case never stop."""

import re
from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

_TOP_KEY = re.compile(r"^([A-Za-z_][A-Za-z0-9_-]*)[ \t]*:(?=[ \t\r\n])", re.MULTILINE)
_SAYS = Text(
    en="'{key}' stands here again, first in line {line}; keep one of them",
    ja="'{key}'が重複しています（最初は{line}行目）。どちらか1つにしてください",
)
_CASE = Text(
    en="'{key}' and '{first}' of line {line} are one key to Hugo, and the last one counts; keep one of them",
    ja="'{key}'と{line}行目の'{first}'は、Hugoには同じキーで、後のほうだけが使われます。どちらか1つにしてください",
)


def check(page: Page) -> Iterator[Problem]:
    if page.post.format != "yaml":
        return  # TOML refuses it by itself
    start, end = page.post.front_span
    first: dict[str, tuple[str, int]] = {}
    for match in _TOP_KEY.finditer(page.source.text, start, end):
        key, at = match[1], match.start()
        if key not in page.post.fields:
            continue  # inside of a text over several lines
        known = first.setdefault(key.lower(), (key, at))
        if known[1] != at:
            line = page.source.position(known[1]).line
            same = known[0] == key
            text = _SAYS(key=key, line=line) if same else _CASE(key=key, first=known[0], line=line)
            yield Problem(Span(at, at + len(key)), text, key, severity="error" if same else "warning")


RULE = Rule(
    id="duplicate-key",
    group="syntax",
    severity="error",
    summary=Text("Write each key once.", "キーはそれぞれ1回だけ書く。"),
    why=Text(
        "Hugo from 0.136 on stops with “mapping key already defined”; before, the last one won without a word.",
        "新しいHugoは「mapping key already defined」でビルドを止めます。"
        "古いHugoでは、黙って最後の値が使われていました。",
    ),
    check=check,
    bad=(Example("title: a\ndraft: true\n«draft»: false"), Example("title: a\n«Title»: b")),
    good=(
        Example("title: a\nsummary: |\n  title: b\nimage:\n  title: c"),
        Example('{"title": "a", "image": {"title": "b"}}\n'),
    ),
)
