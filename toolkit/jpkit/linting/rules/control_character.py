"""A control character in front matter: YAML and JSON refuse it, and nobody sees it."""

from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._reading import reported


def check(page: Page) -> Iterator[Problem]:
    return reported(page, "control-character")


RULE = Rule(
    id="control-character",
    group="syntax",
    severity="error",
    summary=Text("Keep control characters out of front matter.", "フロントマターに制御文字を入れない。"),
    why=Text(
        "Pasted from a terminal or a PDF, they are invisible, and the build stops.",
        "端末やPDFから貼り付けた文字列に紛れ込むことがあります。目には見えませんが、ビルドは止まります。",
    ),
    check=check,
    bad=(Example("title: 試験«\x08»"),),
    good=(Example("title: 試験\u3000の記録"),),
    unreadable=True,
)
