"""A page and its translation with different headings: a part was not translated, or has moved."""

from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules.translation_differs import original_of

_SAYS = Text(
    en="{own} headings here, {other} in {path}; see which part is missing",
    ja="見出しが、ここでは{own}個、{path}では{other}個です。抜けている部分がないか確かめてください",
)


def check(page: Page) -> Iterator[Problem]:
    other = original_of(page)
    if other is None or "#" not in page.source.text[page.post.body.start :]:
        return
    own = [block for block in page.document.blocks if block.kind == "heading"]
    theirs = [block for block in other.document.blocks if block.kind == "heading"]
    if not own or len(own) == len(theirs) or not other.document.blocks:
        return  # a page without a text is still to be written
    # The first heading where the levels part, else the last one.
    levels = zip((one.level for one in own), (one.level for one in theirs), strict=False)
    at = next((number for number, (one, two) in enumerate(levels) if one != two), min(len(own), len(theirs)))
    block = own[min(at, len(own) - 1)]
    text = _SAYS(own=len(own), other=len(theirs), path=other.path)
    yield Problem(block.span(0, len(block.text)), text)


_JA = "---\ntitle: 記録\n---\n## 目的\n\n### 範囲\n\n## 結果\n"

RULE = Rule(
    id="heading-structure",
    group="bilingual",
    severity="info",
    summary=Text("Give translations the same headings.", "翻訳どうしで、見出しの構成を揃える。"),
    why=Text(
        "Where headings differ, a section was added to one language and forgotten in the other.",
        "見出しが違うときは、一方の言語にだけ節を足して、もう一方に書き忘れていることがほとんどです。",
    ),
    check=check,
    bad=(
        Example(
            "---\ntitle: Record\n---\n## Aim\n\n## «Result»\n",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": _JA},
        ),
    ),
    good=(
        Example(
            "---\ntitle: Record\n---\n## Aim\n\n### Scope\n\n## Result\n",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": _JA},
        ),
        Example(
            "---\ntitle: Record\n---\nTo come.\n",
            path="content/post/a/index.en.md",
            files={"content/post/a/index.md": _JA},
        ),
    ),
)
