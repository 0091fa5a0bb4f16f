"""Half-width katakana: left over from old encodings, and search misses it."""

import re
import unicodedata
from collections.abc import Iterator

from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._prose import in_mark, prose

_RUN = re.compile("[\uff66-\uff9f]+")
_FACES = frozenset("∀Ддω´｀━─┃^≡;；")
_SAYS = Text(
    en="half-width katakana '{found}'; write '{full}'",
    ja="半角カタカナの'{found}'があります。'{full}'と書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    if _RUN.search(page.source.text) is None:
        return
    for block, key in prose(page):
        for run in _RUN.finditer(block.text):
            if in_mark(block, run.start(), ("code", "link")):  # a link's text is often somebody else's title
                continue
            around = block.text[max(run.start() - 4, 0) : run.end() + 4]
            if sum(letter <= "\uff9d" for letter in run[0]) < 2 or not _FACES.isdisjoint(around):
                continue  # ｷﾀ━(ﾟ∀ﾟ)━, which is drawn and not written
            full = unicodedata.normalize("NFKC", run[0])
            span = block.span(*run.span())
            edits = (Edit(span, full),) if page.source.slice(span) == run[0] else ()
            yield Problem(span, _SAYS(found=run[0], full=full), key, edits)


RULE = Rule(
    id="halfwidth-kana",
    group="terms",
    severity="info",
    summary=Text("Write katakana at full width.", "カタカナは全角で書く。"),
    why=Text(
        "Half-width katakana are left over from old encodings: a search for データ does not find ﾃﾞｰﾀ.",
        "半角カタカナは古い文字コードの名残です。「データ」で検索しても「ﾃﾞｰﾀ」は見つかりません。",
    ),
    check=check,
    bad=(
        Example("title: «ｻｰﾊﾞｰ»の起動\ntags: [«ﾃﾞｰﾀ»]", "title: サーバーの起動\ntags: [データ]"),
        Example("---\ntitle: 起動\n---\n«ｻｰﾊﾞｰ»を起動する。\n", "---\ntitle: 起動\n---\nサーバーを起動する。\n"),
    ),
    good=(
        Example("title: 新機種ｷﾀ━━━(ﾟ∀ﾟ)━━━ !!!\nsummary: 驚いた(ﾟДﾟ;)。"),
        Example("---\ntitle: 起動\n---\nサーバーを起動し、`ﾃﾞｰﾀ`を[ﾃﾞｰﾀ置場](https://example.org/)へ送る。\n"),
    ),
)
