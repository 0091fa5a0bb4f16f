"""Blanks around Latin words here, none there: the eye stumbles."""

import re
from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._prose import in_mark, prose
from jpkit.source import Span

# Names behind what may be kana or kanji, whose range takes two milliseconds to compile; a phrase, an "or" and a
# command are often set apart on purpose.
_EDGE = re.compile(r"(?<=[^\x00-\x7f])( ?)(?!(?:OR|AND|VS)[^A-Za-z])[A-Z][A-Za-z0-9]+(?![A-Za-z0-9]| [A-Za-z0-9]|[:=])")
_FEWEST = 12
"""Places below which nobody sees a habit."""
_SAYS = Text(
    en="a blank before a Latin word in {blank} places of this page and none in {none}; choose one",
    ja="このページには、英単語の前に空白のある所が{blank}か所、ない所が{none}か所あります。どちらかに揃えてください",
)


def check(page: Page, *, share: float = 0.1) -> Iterator[Problem]:
    text = page.source.text
    body = [match[1] for match in _EDGE.finditer(text, page.post.body.start)]
    if len(body) < _FEWEST or "" not in body or " " not in body:
        return
    places: dict[str, list[Span]] = {"": [], " ": []}
    for block, key in prose(page):
        if key is None and block.kind in ("paragraph", "item"):
            for match in _EDGE.finditer(block.text):
                # A link's text is often somebody else's title.
                japanese = "\u3041" <= block.text[match.start() - 1] <= "\u9fff"
                if japanese and not in_mark(block, match.end() - 1, ("code", "link")):
                    places[match[1]].append(block.span(match.end(1), match.end()))
    blank, none = len(places[" "]), len(places[""])
    if blank and none and blank + none >= _FEWEST and min(blank, none) <= share * (blank + none):
        rarer = places[" "] if blank < none else places[""]
        yield Problem(rarer[0], _SAYS(blank=blank, none=none))


_GLUED = (
    "売上をBigQueryへ、在庫をSpannerへ、記録をLoggingへ、画像をStorageへ、鍵をKMSへ、表をSheetsへ、文をDocsへ入れ、"
    "処理はDataflow、予定はScheduler、通知はSlack、監視はGrafana、配備はTerraformで行い、"
)

RULE = Rule(
    id="latin-spacing",
    group="terms",
    severity="info",
    summary=Text(
        "Put blanks around Latin words everywhere or nowhere.", "英単語の前後の空白は、入れるか入れないかを揃える。"
    ),
    why=Text(
        "Both habits are good Japanese typography; a page that changes between them is not.",
        "空白を入れる書き方も入れない書き方もありますが、1つの記事の中で混ざっていると読みにくくなります。",
    ),
    check=check,
    bad=(Example(f"---\ntitle: 記録\n---\n{_GLUED}最後に «Looker» で見た。\n"),),
    good=(
        Example(f"---\ntitle: 記録\n---\n{_GLUED}「一致 OR 不一致」と npm と Ball of Mud の話。\n"),
        Example(f"---\ntitle: 記録\n---\n{_GLUED}最後にLookerで見た。\n"),
        Example("---\ntitle: 記録\n---\n売上を BigQuery へ、在庫をSpannerへ入れた。\n"),
        Example(f"---\ntitle: 記録\n---\n{_GLUED}[手順は Wiki を見る](https://example.org/)。\n"),
    ),
)
