"""Full-width letters: ＧＣＰ is another word than GCP to search, sorting and screen readers."""

import re
import unicodedata
from collections.abc import Iterator

from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._prose import in_mark, prose

_RUN = re.compile("[\uff21-\uff3a\uff41-\uff5a][\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_SAYS = Text(en="full-width '{found}'; write '{half}'", ja="全角の'{found}'があります。'{half}'と半角で書いてください")


def check(page: Page) -> Iterator[Problem]:
    if _RUN.search(page.source.text) is None:
        return
    for block, key in prose(page):
        for run in _RUN.finditer(block.text):
            if in_mark(block, run.start(), ("code", "link")) or set(run[0]) == {"ｗ"}:  # which laughs
                continue
            half = unicodedata.normalize("NFKC", run[0])
            span = block.span(*run.span())
            edits = (Edit(span, half),) if page.source.slice(span) == run[0] else ()
            yield Problem(span, _SAYS(found=run[0], half=half), key, edits)


RULE = Rule(
    id="fullwidth-ascii",
    group="terms",
    severity="info",
    summary=Text("Write Latin letters at half width.", "英字は半角で書く。"),
    why=Text(
        "A search for GCP does not find ＧＣＰ, and a tag of that name is another one.",
        "「GCP」で検索しても「ＧＣＰ」は見つからず、タグも別のものになります。",
    ),
    check=check,
    bad=(
        Example("title: «ＧＣＰ»の試験\ntags: [«Ｓ３»]", "title: GCPの試験\ntags: [S3]"),
        Example("---\ntitle: a\n---\n«ＡＷＳ»を使う。\n", "---\ntitle: a\n---\nAWSを使う。\n"),
    ),
    good=(
        Example("title: 第１回　Ａの話\nsummary: 動いたｗｗｗ"),
        Example("---\ntitle: a\n---\n`ＡＷＳ`と[ＡＷＳ](https://example.org/)。\n"),
    ),
)
