"""Fields without which the templates of one generation stop: everywhere else they may be left out."""

from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Severity, Text
from jpkit.linting.page import Page
from jpkit.source import Span

_NEEDED: tuple[tuple[str, str, str, str, Severity], ...] = (
    ("academic-2", "publication", "abstract", '""', "warning"),
    # With Hugo of 2020 and 2021 alone; newer ones take it.
    ("academic-4", "publication", "publication_types", '["0"]', "info"),
)
_SAYS = Text(
    en="there is no '{key}', and {generation} stops without it; give it the value {value}",
    ja="'{key}'がありません。{generation}はこの項目がないとビルドを止めます。値を{value}にして加えてください",
)
_OLD = Text(
    en="there is no '{key}', and {generation} with Hugo of 2020 stops without it; give it the value {value}",
    ja="'{key}'がありません。{generation}は、2020年頃のHugoではこの項目がないとビルドを止めます。"
    "値を{value}にして加えてください",
)


def check(page: Page) -> Iterator[Problem]:
    fields = list(page.post.fields.values())
    for generation, kind, key, value, severity in _NEEDED:
        if page.generation == generation and page.type == kind and fields and page.get(key) is None:
            title = page.get("title")
            span: Span = (title or fields[0]).key_span
            says = _OLD if severity == "info" else _SAYS
            yield Problem(span, says(key=key, generation=generation, value=value), key, severity=severity)


RULE = Rule(
    id="needed-field",
    group="schema",
    severity="warning",
    summary=Text("Write the fields that the theme cannot do without.", "テーマに欠かせない項目を書く。"),
    why=Text(
        "Academic 2 stops at a publication without `abstract` (wrong number of args for markdownify); Academic 4 at "
        "one without `publication_types`, with Hugo of that time.",
        "Academic 2は`abstract`のない文献でビルドを止めます（wrong number of args for markdownify）。"
        "Academic 4も、当時のHugoでは`publication_types`がないと止まります。",
    ),
    check=check,
    bad=(
        Example("date: 2020-01-01\n«title»: a", path="content/publication/a.md", generation="academic-2"),
        Example("«title»: a\ntags: [b]", path="content/publication/a/index.md", generation="academic-4"),
    ),
    good=(
        Example("title: a\nabstract: ''", path="content/publication/a.md", generation="academic-2"),
        Example("title: a\npublication_types: []", path="content/publication/a.md", generation="academic-4"),
        Example("title: a", path="content/publication/a.md", generation="hugoblox"),
        Example("title: a", path="content/publication/a.md"),
        Example("title: a", path="content/publication/_index.md", generation="academic-2"),
    ),
)
