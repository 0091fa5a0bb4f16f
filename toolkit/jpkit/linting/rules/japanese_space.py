"""A blank between two Japanese characters: a line that was joined, or a slip of the finger."""

import re
from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._prose import in_mark, prose

# Hiragana on both sides: names (渡邊 幹) and lists of words have kanji or katakana there.
_SPACE = re.compile("(?<=[\u3041-\u3096])( )(?=[\u3041-\u3096])")
_SAYS = Text(
    en="a blank inside of Japanese text, before '{after}'; take it away",
    ja="日本語の文中、'{after}'の前に空白があります。削除してください",
)


def check(page: Page) -> Iterator[Problem]:
    if _SPACE.search(page.source.text, page.post.body.start) is None:
        return
    found = []
    for block, key in prose(page):
        if key is None and block.kind in ("paragraph", "item"):
            places = [one for one in _SPACE.finditer(block.text) if not in_mark(block, one.start(), ("code", "link"))]
            found += [(block, one) for one in places]
    # Who parts words by blanks here and there (for children, for the eye) means it.
    for block, one in found if len(found) < 3 else ():
        start, end = one.span(1)
        # No fix: some mean it, as a comma that is not one.
        yield Problem(block.span(start, end), _SAYS(after=block.text[end : end + 8]))


RULE = Rule(
    id="japanese-space",
    group="terms",
    severity="info",
    summary=Text("Write Japanese sentences without blanks.", "日本語の文中に空白を入れない。"),
    why=Text(
        "A blank between two hiragana is left over from a joined line or a conversion.",
        "ひらがなの間の空白は、行をつないだときや変換のときの消し忘れです。",
    ),
    check=check,
    bad=(Example("---\ntitle: a\n---\n試験を受けた« »ときのことを書く。\n"),),
    good=(
        Example(
            "---\ntitle: a\n---\n渡邊 幹さんと、データ 基盤 の話。`あ い`。\n\nきょう は とても よい てんき です。\n"
        ),
        Example("---\ntitle: a b\n---\n| あ い | う え |\n|---|---|\n"),
    ),
)
