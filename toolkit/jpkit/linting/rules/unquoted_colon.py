"""A colon inside a plain YAML value: the parser takes it for a second key and Hugo stops."""

from collections.abc import Iterator

from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._reading import reported
from jpkit.source import Span


def check(page: Page) -> Iterator[Problem]:
    for problem in reported(page, "unquoted-colon"):
        yield problem._replace(edits=_quotes(page.source.text, problem.span.start))


def _quotes(text: str, colon: int) -> tuple[Edit, ...]:
    """Quotes around the value that holds the colon: `key: value: more`, alone on its line."""
    start = text.rfind("\n", 0, colon) + 1
    end = text.find("\n", colon)
    end = len(text[: end if end >= 0 else None].rstrip())
    key, sign, _ = text[start:end].partition(": ")
    at = start + len(key) + len(sign)
    value = text[at:end]
    plain = (
        sign and at <= colon and value and value[0] not in "\"'[{|>&*!#%@`" and '"' not in value and "\\" not in value
    )
    if not plain or " #" in value or not key.strip().replace("_", "").isalnum():
        return ()
    return (Edit(Span(at, at), '"'), Edit(Span(end, end), '"'))


RULE = Rule(
    id="unquoted-colon",
    group="syntax",
    severity="error",
    summary=Text("Quote values that hold a colon.", "コロンを含む値は引用符で囲む。"),
    why=Text(
        "YAML reads a colon with a blank behind it as the end of a key, and a key without that blank is none.",
        "YAMLは、後ろに空白のあるコロンをキーの終わりと解釈します。空白のないコロンではキーになりません。",
    ),
    check=check,
    bad=(
        Example("title: GCP«:» 試験の記録\ntags: [a]", 'title: "GCP: 試験の記録"\ntags: [a]'),
        Example("---\r\ntitle: GCP«:» 試験\r\n---\r\n本文。\r\n", '---\r\ntitle: "GCP: 試験"\r\n---\r\n本文。\r\n'),
    ),
    good=(Example('title: "GCP: 試験"'), Example("title: GCP:試験"), Example("url_code: https://example.org/")),
    unreadable=True,
)
