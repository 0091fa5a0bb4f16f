"""Markdown in a block of HTML: `<center>` and an image in the next line, and readers see `![…](…)`."""

import re
from collections.abc import Iterator

from jpkit.front.field import short
from jpkit.lazy import lazy
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

# Of other people's pages, 22 of 22 with an image, a link or a fence there show it as it is written.
_MARKDOWN = lazy(r"!?\[[^\]\n]*\]\([^()\s]+(?:[ \t][^()\n]*)?\)|(?:^|(?<=\n))[ \t]*```[^`\n]*(?=\n)")
_VERBATIM = lazy(r"<(?:!|\?|script|style|pre|code|kbd|samp|svg|math|textarea)", re.IGNORECASE)
_PAIRS = (("<", ">"), ("{{", "}}"))
"""What stands in a tag or a shortcode is an attribute."""
_SAYS = Text(
    en="'{value}' is in a block of HTML and shows as it is written; leave an empty line before it",
    ja="'{value}'はHTMLのブロックの中にあり、書いたまま表示されます。前に空行を入れてください",
)


def check(page: Page) -> Iterator[Problem]:
    text = page.source.text
    if "\n<" not in text or not any(map(_may_hold, text.split("\n\n"))):
        return
    for start, end in page.document.html:
        block = text[start:end]
        if _VERBATIM.search(block) is not None:
            continue
        for match in _MARKDOWN.finditer(block):
            if not any(
                block.rfind(opens, 0, match.start()) > block.rfind(ends, 0, match.start()) for opens, ends in _PAIRS
            ):
                found = Span(start + match.end() - len(match[0].lstrip()), start + match.end())
                yield Problem(found, _SAYS(value=short(match[0].strip())), edits=_parted(text, found.start))
                break  # what follows is Markdown as well, once the block has ended


def _may_hold(lines: str) -> bool:
    """Whether lines without an empty one between them have HTML at the beginning of one, and Markdown."""
    return ("](" in lines or "```" in lines) and ("\n<" in lines or lines.startswith("<"))


def _parted(text: str, at: int) -> tuple[Edit, ...]:
    """An empty line before a place, where nothing but a little indentation stands before it in its line."""
    line = text.rfind("\n", 0, at) + 1
    if line == 0 or text[line:at].strip(" ") or at - line > 3:
        return ()
    return (Edit(Span(line, line), "\r\n" if text.startswith("\r\n", line - 2) else "\n"),)


_PAGE = "---\ntitle: a\n---\n"

RULE = Rule(
    id="markdown-in-html",
    group="content",
    severity="warning",
    summary=Text("Part Markdown from HTML by an empty line.", "HTMLとMarkdownの間には空行を入れる。"),
    why=Text(
        "In CommonMark, so in Hugo since 0.60, a block of HTML ends at an empty line, and nothing in it is Markdown.",
        "CommonMarkに従うHugo（0.60以降）では、HTMLのブロックは空行まで続き、その中のMarkdownは処理されません。",
    ),
    check=check,
    bad=(
        Example(
            f"{_PAGE}<center>\n«![図](a.png)»\n</center>\n",
            f"{_PAGE}<center>\n\n![図](a.png)\n</center>\n",
        ),
        Example(
            f"{_PAGE}<details><summary>出力</summary>\n«```text»\n[a](b)\n```\n</details>\n",
            f"{_PAGE}<details><summary>出力</summary>\n\n```text\n[a](b)\n```\n</details>\n",
        ),
        Example(
            f"{_PAGE}<p>始め。</p>\n«[前回](../a/)»の続き<br>\n", f"{_PAGE}<p>始め。</p>\n\n[前回](../a/)の続き<br>\n"
        ),
        Example(f"{_PAGE}<table><tr><td>«[表](a.csv)»</td></tr></table>\n"),
    ),
    good=(
        Example(f"{_PAGE}<center>\n\n![図](a.png)\n\n</center>\n\n文の中の<b>[表](a.csv)</b>。\n"),
        Example(f"{_PAGE}```html\n<p>a</p>\n```\n<pre>\n[a](b)\n</pre>\n<!-- <p>\n![図](a.png) -->\n"),
        Example(f'{_PAGE}<div>\n<img alt="[a](b)">\n{{{{< figure caption="[a](b)" >}}}}\na[i] (x)\n</div>\n'),
    ),
)
