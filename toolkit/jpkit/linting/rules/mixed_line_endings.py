"""CRLF and LF in one file: every tool that writes one of them touches half of the lines."""

from collections.abc import Iterator

from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

_SAYS = Text(
    en="{crlf} lines end with CRLF, {lf} with LF; end all with {most}",
    ja="CRLFで終わる行が{crlf}行、LFで終わる行が{lf}行あります。{most}に揃えてください",
)


def check(page: Page) -> Iterator[Problem]:
    text = page.source.text
    crlf = text.count("\r\n")
    lf = text.count("\n") - crlf
    if not crlf or not lf:
        return
    wrong = [at for at in _line_ends(text) if (text[at - 1 : at] == "\r") == (lf >= crlf)]
    if lf >= crlf:
        edits = tuple(Edit(Span(at - 1, at), "") for at in wrong)
        first = Span(wrong[0] - 1, wrong[0])
    else:
        edits = tuple(Edit(Span(at, at), "\r") for at in wrong)
        first = Span(wrong[0], wrong[0])
    yield Problem(first, _SAYS(crlf=crlf, lf=lf, most="LF" if lf >= crlf else "CRLF"), edits=edits)


def _line_ends(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at
        at = text.find("\n", at + 1)


RULE = Rule(
    id="mixed-line-endings",
    group="syntax",
    severity="info",
    summary=Text("End all lines of a file alike.", "ファイルの改行コードを揃える。"),
    why=Text(
        "With both in one file, editors and Git show changes on lines that nobody touched.",
        "2種類の改行が混ざっていると、触っていない行までエディターやGitの差分に現れます。",
    ),
    check=check,
    bad=(
        Example("---\ntitle: 試験«\r»\n---\n本文。\n", "---\ntitle: 試験\n---\n本文。\n"),
        Example("---\r\ntitle: 試験«»\n---\r\n本文。\r\n", "---\r\ntitle: 試験\r\n---\r\n本文。\r\n"),
    ),
    good=(Example("---\r\ntitle: 試験\r\n---\r\n本文。\r\n"), Example("---\ntitle: 試験\n---\n本文。\n")),
)
