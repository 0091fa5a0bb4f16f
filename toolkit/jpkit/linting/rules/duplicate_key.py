"""The same key twice: current Hugo stops, older ones take the last; keys that differ in case never stop."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from jpkit.front.field import Field
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

_SAYS = Text(
    en="'{key}' stands here again, first in line {line}; keep one of them",
    ja="'{key}'が重複しています（最初は{line}行目）。どちらか1つにしてください",
)
_CASE = Text(
    en="'{key}' and '{first}' of line {line} are one key to Hugo, and the last one counts; keep one of them",
    ja="'{key}'と{line}行目の'{first}'は、Hugoには同じキーで、後のほうだけが使われます。どちらか1つにしてください",
)


def check(page: Page) -> Iterator[Problem]:
    if page.post.format == "yaml":  # TOML refuses what is the same letter by letter
        yield from _repeated(page, page.post.front_span, "", "", page.post.fields)
        for path, field in page.post.walk():
            if isinstance(field.value, Mapping) and field.style == "block" and field.items:
                first = field.value_span.start
                line = page.source.text.rfind("\n", 0, first) + 1
                lead = page.source.text[line:first]
                if not lead.strip():  # not the first key behind the sign of an item
                    inside = {one.key: one for one in field.items}
                    yield from _repeated(page, Span(line, field.value_span.end), lead, f"{path}.", inside)

    elif page.post.format == "toml":
        yield from _in_another_case(page, "", page.post.fields.values())
        for path, field in page.post.walk():
            if isinstance(field.value, Mapping):
                yield from _in_another_case(page, f"{path}.", field.items)


def _in_another_case(page: Page, above: str, fields: Iterable[Field]) -> Iterator[Problem]:
    """Keys of one level that only Hugo takes for the same."""
    first: dict[str, Field] = {}
    for field in sorted(fields, key=lambda one: one.key_span):
        known = first.setdefault(field.key.lower(), field)
        if known is not field:
            line = page.source.position(known.key_span.start).line
            text = _CASE(key=field.key, first=known.key, line=line)
            yield Problem(field.key_span, text, above + field.key, severity="warning")


def _repeated(page: Page, span: Span, lead: str, above: str, fields: Mapping[str, Field]) -> Iterator[Problem]:
    """Keys of one level that stand there again; of fields with one name the readers keep the last."""
    first: dict[str, tuple[str, int]] = {}
    for match in _key(lead).finditer(page.source.text, span.start, span.end):
        key, at = match[1], match.start(1)
        if key not in fields:
            continue  # inside of a text over several lines
        known = first.setdefault(key.lower(), (key, at))
        if known[1] != at:
            line = page.source.position(known[1]).line
            same = known[0] == key
            text = _SAYS(key=key, line=line) if same else _CASE(key=key, first=known[0], line=line)
            yield Problem(Span(at, at + len(key)), text, above + key, severity="error" if same else "warning")


@cache
def _key(lead: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(lead)}([A-Za-z_][A-Za-z0-9_-]*)[ \t]*:(?=[ \t\r\n])", re.MULTILINE)


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
    bad=(
        Example("title: a\ndraft: true\n«draft»: false"),
        Example("title: a\n«Title»: b"),
        Example("+++\ntitle = 'a'\n«Title» = 'b'\n+++\n"),
        Example("title: a\nimage:\n  caption: b\n  «caption»: c\ndraft: true"),
    ),
    good=(
        Example("title: a\nsummary: |\n  title: b\nimage:\n  title: c"),
        Example(
            "links:\n- name: a\n  url: b\n- name: c\n  url: d\nimage:\n  caption: |\n    caption: x\n  focal_point: Top"
        ),
        Example('{"title": "a", "image": {"title": "b"}}\n'),
    ),
)
