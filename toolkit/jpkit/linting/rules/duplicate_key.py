"""The same key twice: current Hugo stops, older ones take the last; keys that differ in case never stop."""

from collections import defaultdict
from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Severity, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._reading import reported
from jpkit.source import Span

_SAYS = Text(
    en="'{key}' stands here again, first in line {line}; keep one of them",
    ja="'{key}'が重複しています（最初は{line}行目）。どちらか1つにしてください",
)
_CASE = Text(
    en="'{key}' and '{first}' of line {line} are one key to Hugo, and the last one counts; keep one of them",
    ja="'{key}'と{line}行目の'{first}'は、Hugoでは同じキーとみなされ、後のほうだけが使われます。どちらか1つにしてください",
)


def check(page: Page) -> Iterator[Problem]:
    yield from reported(page, "duplicate-key")  # TOML's parser refuses them
    paths: dict[Span, str] = {}
    spellings: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for path, field in page.post.walk():
        paths[field.key_span] = path
        if field.key:
            spellings[path.lower()].append((path, field.key_span))
    last = {one.first: one.again for one in page.post.repeated}
    for first, again in page.post.repeated:
        path = paths.get(last[first], "")
        # YAML is refused; of a JSON object Go takes the last key without a word.
        severity: Severity = "error" if page.post.format == "yaml" else "warning"
        key = path.rpartition(".")[2]
        yield Problem(again, _SAYS(key=key, line=page.source.position(first.start).line), path, severity=severity)
    for same in spellings.values():
        (first_path, first), *others = sorted(same, key=lambda one: one[1])
        for path, again in others:
            line = page.source.position(first.start).line
            text = _CASE(key=path.rpartition(".")[2], first=first_path.rpartition(".")[2], line=line)
            yield Problem(again, text, path, severity="warning")


RULE = Rule(
    id="duplicate-key",
    group="syntax",
    severity="error",
    summary=Text("Write each key once.", "キーはそれぞれ1回だけ書く。"),
    why=Text(
        "Hugo from 0.136 on stops with “mapping key already defined”; before, the last one won without a word.",
        "Hugo 0.136以降は「mapping key already defined」でビルドを止めます。"
        "それより前のHugoは、黙って最後の値を使います。",
    ),
    check=check,
    bad=(
        Example("title: a\ndraft: true\n«draft»: false"),
        Example("title: a\n«Title»: b"),
        Example("title: a\nimage:\n  caption: b\n  «caption»: c\ndraft: true"),
        Example("links:\n- name: a\n  «name»: b\nimage: {caption: c, «'caption'»: d, «caption»: e}"),
        Example('{"title": "a", «"title"»: "b", "image": {"caption": "c", «"Caption"»: "d"}}\n'),
        Example("+++\ntitle = 'a'\n«Title» = 'b'\n+++\n"),
        Example("+++\ntitle = 'a'\n«title» = 'b'\n+++\n"),
    ),
    good=(
        Example("title: a\nsummary: |\n  title: b\nimage:\n  title: c"),
        Example(
            "links:\n- name: a\n  url: b\n- name: c\n  url: d\nimage:\n  caption: |\n    caption: x\n  focal_point: Top"
        ),
        Example('{"title": "a", "image": {"title": "b"}}\n'),
    ),
    unreadable=True,
)
