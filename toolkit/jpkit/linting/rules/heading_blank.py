"""A heading whose signs are not followed by an ASCII blank: readers see the signs."""

import re
from collections.abc import Iterator

from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page

# A single sign before a word is more often a hashtag.
_NO_HEADING = "(?:#{1,6}\u3000|#{2,6}(?=[\u3041-\u9fff]))"
# Not yet surely a Japanese letter, whose range takes two milliseconds to compile.
_SIGNS_AND_MORE = re.compile(r"^ {0,3}#+[^\x00-\x7f]", re.MULTILINE)
_SAYS = Text(
    en="'{signs}' begins no heading without a blank behind it; write '{right}'",
    ja="'{signs}'の後に半角スペースがないため、見出しになりません。'{right}'と書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    if _SIGNS_AND_MORE.search(page.source.text, page.post.body.start) is None:
        return
    for block in page.document.blocks:
        signs = re.match(_NO_HEADING, block.text) if block.kind == "paragraph" else None
        if signs is not None:
            span = block.span(0, signs.end())
            right = signs[0].rstrip("\u3000") + " "
            yield Problem(span, _SAYS(signs=signs[0].rstrip("\u3000"), right=right), edits=(Edit(span, right),))


RULE = Rule(
    id="heading-blank",
    group="syntax",
    severity="warning",
    summary=Text("Write an ASCII blank behind the signs of a heading.", "見出しの「#」の後には半角スペースを入れる。"),
    why=Text(
        "CommonMark, and so Hugo since 0.60, takes `##見出し` and `##　見出し` for paragraphs that begin with signs.",
        "CommonMarkに従うHugo（0.60以降）では、`##見出し`も、全角スペースを使った`##　見出し`も、"
        "「#」で始まる段落になります。",
    ),
    check=check,
    bad=(
        Example("---\ntitle: a\n---\n«##　»目的\n\n本文。\n", "---\ntitle: a\n---\n## 目的\n\n本文。\n"),
        Example("---\ntitle: a\n---\n## 目的\n\n«###»範囲\n", "---\ntitle: a\n---\n## 目的\n\n### 範囲\n"),
    ),
    good=(
        Example("---\ntitle: a\n---\n## 目的\n\n#タグ #話題\n\n```sh\n##　注釈\n##注釈\n```\n"),
        Example("---\ntitle: a\n---\n番号は##日です。\n"),
    ),
)
