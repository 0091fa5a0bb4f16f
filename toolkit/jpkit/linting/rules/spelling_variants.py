"""One katakana word with and without its long vowel mark in one page: サーバ and サーバー."""

import re
from collections import Counter
from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._prose import in_code, in_title_elsewhere, prose

_WORD = re.compile("[\u30a1-\u30fa\u30fc]{3,}")
_SAYS = Text(
    en="'{found}' ({count}×) is spelt '{other}' {more}× in this page; choose one",
    ja="このページには'{found}'（{count}回）と'{other}'（{more}回）の表記があります。どちらかに揃えてください",
)


def check(page: Page) -> Iterator[Problem]:
    if not _mixed(Counter(_WORD.findall(page.source.text))):
        return
    glossary = page.glossary
    places: dict[str, tuple[Problem, int]] = {}
    for block, key in prose(page):
        for match in _WORD.finditer(block.text):
            if not in_code(block, match.start()) and not in_title_elsewhere(block, match.start()):
                first, count = places.get(match[0], (Problem(block.span(*match.span()), "", key), 0))
                places[match[0]] = first, count + 1
    for found, other in _mixed(Counter({word: count for word, (_, count) in places.items()})):
        if glossary is not None and not glossary.variants.isdisjoint((found, other)):
            continue  # glossary-variant says which it is
        problem, count = places[found]
        yield problem._replace(message=_SAYS(found=found, count=count, other=other, more=places[other][1]))


def _mixed(counts: Counter[str]) -> list[tuple[str, str]]:
    """Pairs of a rarer spelling and the one that is more frequent (or longer, where they are even)."""
    pairs = []
    for long in counts:
        short = long[:-1]
        # コピ and コピー are two words only where the stem is that short.
        if long[-1] == "ー" and len(short) > 2 and short in counts:
            pairs.append((long, short) if counts[long] < counts[short] else (short, long))
    return sorted(pairs)


RULE = Rule(
    id="spelling-variants",
    group="terms",
    severity="info",
    summary=Text("Spell a word one way in a page.", "1つの記事では、1つの言葉を同じ表記で書く。"),
    why=Text(
        "サーバ and サーバー are both right (JIS Z 8301, the Cabinet notice of 1991), but mixed they look careless, "
        "and a search finds half of them.",
        "サーバもサーバーも正しい表記ですが（JIS Z 8301、1991年の内閣告示）、"
        "混ざっていると校正漏れに見え、検索でも片方しか見つかりません。",
    ),
    check=check,
    bad=(Example("---\ntitle: 記録\n---\n«サーバ»を止めた。サーバーを足し、サーバーを替えた。\n"),),
    good=(
        Example("---\ntitle: 記録\n---\nサーバーを止め、サーバーを足した。`サーバ`という名前。\n"),
        Example(
            "---\ntitle: 記録\n---\nサーバーを止めた。[新しいサーバへ移したときに困ったことをまとめておく記録](https://example.org/)\n"
        ),
        Example(
            "---\ntitle: 記録\n---\nサーバを止めた。サーバーを足した。\n",
            files={"jpkit-out/glossary.csv": "ja,en,variants\nサーバー,server,サーバ\n"},
        ),
        Example("---\ntitle: 記録\n---\nコピーとコピペ、メモリとメモ、バーとバ。\n"),
    ),
)
