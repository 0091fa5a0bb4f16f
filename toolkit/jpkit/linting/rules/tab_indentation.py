"""A tab as indentation: YAML has none, and Hugo stops."""

from collections.abc import Iterator

from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._reading import reported
from jpkit.source import Span


def check(page: Page) -> Iterator[Problem]:
    for problem in reported(page, "tab-indentation"):
        start = problem.span.start
        span = Span(start, start + 1)
        yield problem._replace(span=span, edits=(Edit(span, "  "),))


RULE = Rule(
    id="tab-indentation",
    group="syntax",
    severity="error",
    summary=Text("Indent YAML with blanks.", "YAMLの字下げには半角スペースを使う。"),
    why=Text(
        "YAML allows no tab as indentation: “found character that cannot start any token”.",
        "YAMLの字下げにはタブを使えません（found character that cannot start any token）。",
    ),
    check=check,
    bad=(Example("title: 試験\nimage:\n«\t»caption: 図", "title: 試験\nimage:\n  caption: 図"),),
    good=(Example("title: 試験\nimage:\n  caption: 図"), Example("title:\t試験"), Example("tags: [a,\tb]")),
    unreadable=True,
)
