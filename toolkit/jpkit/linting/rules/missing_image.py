"""An image of the body that is not where the page looks for it."""

import os
import re
from collections.abc import Iterator
from urllib.parse import unquote

from jpkit.front.field import short
from jpkit.hugo import folder_names
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

# ruff: noqa: PTH118, PTH120

_IMAGE = r"""(?<![\\`])!\[[^\]\n]*\]\(\s*<?([^)\s<>"']+)>?(?:\s+["'(][^\n]*?)?\)"""
_FENCE = r"(?ms)^[ \t]*(```+|~~~+)[^\n]*\n.*?^[ \t]*\1[ \t]*$"
_SAYS = Text(
    en="there is no '{target}' beside the page; mend the path",
    ja="ページのフォルダーに'{target}'がありません。パスを直してください",
)
_CASE = Text(
    en="'{target}' is called '{name}' on the disk, and most servers tell the cases apart; write it so",
    ja="'{target}'の実際のファイル名は'{name}'です。多くのサーバーは大文字と小文字を区別します。ファイル名に合わせてください",
)


def check(page: Page) -> Iterator[Problem]:
    start, end = page.post.body
    text = page.source.text
    # Relative to a page that is no bundle is relative to its address, which the site decides.
    if "![" not in text or not page.is_bundle or not page.beside:
        return
    body = text[start:end]
    fences = [match.span() for match in re.compile(_FENCE).finditer(body)]
    for match in re.compile(_IMAGE).finditer(body):
        target = match[1].partition("#")[0].partition("?")[0]
        relative = target and not re.match(r"[a-z+]+:|/|\{|#|%7[Bb]", target)
        if not relative or any(a <= match.start() < b for a, b in fences) or "`" in _line_before(body, match.start()):
            continue
        folder, name = os.path.split(os.path.normpath(os.path.join(os.path.dirname(page.path), unquote(target))))
        names = folder_names(folder or ".")
        if name in names:
            continue
        other = next((one for one in names if one.lower() == name.lower()), None)
        says = _CASE(target=short(target), name=other) if other else _SAYS(target=short(target))
        yield Problem(Span(start + match.start(1), start + match.end(1)), says)


def _line_before(body: str, at: int) -> str:
    return body[body.rfind("\n", 0, at) + 1 : at]


RULE = Rule(
    id="missing-image",
    group="references",
    severity="warning",
    summary=Text("Link images that are there.", "存在する画像を指定する。"),
    why=Text(
        "Hugo copies what is in the page's folder and does not look whether the text names it: readers see none.",
        "Hugoはページのフォルダーの中身をコピーするだけで、本文の指定と合っているかは調べません。"
        "読者には壊れた画像が表示されます。",
    ),
    check=check,
    bad=(
        Example("---\ntitle: a\n---\n![図](«flow.png»)\n"),
        Example("---\ntitle: a\n---\n![図](«Flow.png» '流れ')\n", files={"content/post/a/flow.png": ""}),
    ),
    good=(
        Example(
            "---\ntitle: a\n---\n![図](flow.png) ![遠い図](https://example.org/a.png)\n\n"
            "![上](/img/b.png) `![例](c.png)`\n\n"
            "```md\n![例](d.png)\n```\n",
            files={"content/post/a/flow.png": ""},
        ),
        Example("---\ntitle: a\n---\n![図](flow.png)\n", path="content/post/a.md"),
    ),
)
