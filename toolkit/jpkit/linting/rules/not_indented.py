"""Children of a key that stand beside it: `image:` is empty, and `caption` a field that nobody reads."""

from collections.abc import Iterator, Mapping

from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

# Fields of these maps that no page of the theme has at its top level.
_CHILDREN: Mapping[str, frozenset[str]] = {
    "image": frozenset(("focal_point", "preview_only", "placement", "caption", "alt_text")),
    "header": frozenset(("caption",)),
}
_SAYS = Text(
    en="'{key}' belongs to '{parent}' above it; indent it",
    ja="'{key}'は、上にある'{parent}'の中の項目です。字下げしてください",
)


def check(page: Page) -> Iterator[Problem]:
    if page.post.format != "yaml":
        return
    fields = list(page.post.fields.values())
    for number, parent in enumerate(fields):
        children = _CHILDREN.get(parent.key.lower())
        if children is None or parent.value is not None or parent.style != "empty":
            continue
        for child in fields[number + 1 :]:
            if child.key.lower() not in children:
                break
            start = child.key_span.start
            plain = "\n" not in page.source.slice(child.value_span)
            edits = (Edit(Span(start, start), "  "),) if plain else ()
            yield Problem(child.key_span, _SAYS(key=child.key, parent=parent.key), child.key, edits)


RULE = Rule(
    id="not-indented",
    group="schema",
    severity="warning",
    summary=Text("Indent the fields of a map.", "マップの中の項目は字下げする。"),
    why=Text(
        "YAML knows children by their indentation alone: without it `image` is empty.",
        "YAMLの親子関係を示すのは字下げだけです。字下げがないと`image`は空になります。",
    ),
    check=check,
    bad=(
        Example(
            "title: a\nimage:\n«caption»: 図\n«focal_point»: Top # 上\ndraft: true",
            "title: a\nimage:\n  caption: 図\n  focal_point: Top # 上\ndraft: true",
        ),
    ),
    good=(
        Example("title: a\nimage:\n  caption: 図"),
        Example("title: a\nimage:\ntags: [a]\ncaption: 図"),
        Example("image: {}\ncaption: 図"),
    ),
)
