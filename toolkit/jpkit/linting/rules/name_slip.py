"""A name that is one slip away from a known one: Kuberentes, Elasticseach."""

import re
from collections.abc import Iterator

from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._brands import meant
from jpkit.linting.rules._prose import in_code, in_title_elsewhere, prose

_WORD = re.compile("(?<![A-Za-z0-9_./@#&=:-])[A-Z][A-Za-z0-9]{5,}(?![A-Za-z0-9_/@=]|[.-][A-Za-z0-9])")
_SAYS = Text(
    en="no product is called '{found}'; did you mean '{name}'?",
    ja="'{found}'という製品名は見当たりません。'{name}'ではありませんか",
)


def check(page: Page) -> Iterator[Problem]:
    words = {word for word in _WORD.findall(page.source.text) if not word.isupper()}
    slips = {word: name for word in words if (name := meant(word)) is not None}
    if not slips:
        return
    for block, key in prose(page):
        for match in _WORD.finditer(block.text):
            name = slips.get(match[0])
            quoted = in_code(block, match.start()) or in_title_elsewhere(block, match.start())
            if name is not None and not quoted:
                span = block.span(*match.span())
                edits = (Edit(span, name),) if page.source.slice(span) == match[0] else ()
                yield Problem(span, _SAYS(found=match[0], name=name), key, edits)


RULE = Rule(
    id="name-slip",
    group="terms",
    severity="info",
    summary=Text("Check names that look like slips of known ones.", "綴りの誤りらしい製品名を確かめる。"),
    why=Text(
        "No spelling checker knows product names, and a tag with a slip is a page of its own. Asked are names that are "
        "no word of any language, and only in their middle: an ending may be grammar.",
        "スペルチェッカーは製品名を知らず、綴りを間違えたタグは別のページになります。"
        "対象は、どの言語の単語とも紛らわしくない名前だけです。語尾の違いは文法によることがあるため、指摘しません。",
    ),
    check=check,
    bad=(
        Example("title: «Kuberentes»入門\ntags: [«Elasticseach»]"),
        Example("---\ntitle: a\n---\n«Terrafrom»と«Promethus»を使う。\n"),
    ),
    good=(
        Example("title: Kubernetes入門\ntags: [elasticsearch, PostgresSQL, Terraforms, Terraformer]"),
        Example("---\ntitle: a\n---\n`Kuberentes`、KUBERENTES、Kuberentes.io、Prometeus-x、Symphony。\n"),
        Example("title: a\nsummary: Directed by Dr. Doe."),
    ),
)
