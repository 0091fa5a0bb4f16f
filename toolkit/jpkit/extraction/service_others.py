"""Names that mean something else where they stand: a company, its blog, an event, a node of a syntax tree.

What decides is what stands beside a name, and for some names the rest of the post: one sense a post (Gale et al. 1992).
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from jpkit.extraction.catalogue import Catalogue
from jpkit.extraction.service_text import Hit, Text
from jpkit.lazy import lazy

# Behind a name its maker's blog (クックパッド開発者ブログ, LINE Engineers' Blog, pixiv inside), its purchases
# (Cloudflare Acquires Linc), events (Node学園, JSオジサン).
_AFTER = lazy(
    r" ?(?:開発者?|技術|エンジニア|テック|スタッフ)ブログ|(?:が(?:[^、。\n]{1,16}を)?|を)買収|株式会社|学園|オジサン"
    r"| (?:(?:Dev|Developer|Engineers'|Product|Tech|Technology) Blog|TechBlog|Acquires)(?![0-9A-Za-z])"
    r"| inside(?=[\n)）」』|])"
)
_BEGINS_AFTER = frozenset(" 開技エテスがを株学オ")
_BOUGHT = "が買収した"
# The tag of a meeting is a name of its own wherever the post has it: #葉桜JS.
_TAG = lazy(r"(?<![0-9A-Za-z])[#＃]([ぁ-ゖァ-ヶー一-龠々]{1,8})$")
_LONGEST_TAG = 10
_LONGEST_BEFORE = 24


class Other(NamedTuple):
    """What beside a word says that it is another thing than the product of that name."""

    after: str = "(?!)"
    """What follows it where it is something else."""
    before: str = "(?!)"
    """What stands before it there."""
    own: str = "(?!)"
    """What follows it where it is the product."""
    beside: str = "(?!)"
    """What stands before it there."""
    spreads: bool = False
    """Whether the rest of a post that has it as something else, and nowhere as the product, is something else, too."""
    assumed: bool = False
    """Whether it is something else unless the post has it as the product."""
    needs: tuple[str, ...] = ("",)
    """The post must have one of these."""
    told: str = "(?!)"
    """What in a post says the same as a place where it is something else."""


_NODE = Other(
    after=r" ?(?:の(?:type|親|子|位置|型|プロパティ|値|参照|定義)|type(?![0-9A-Za-z])|オブジェクト|が親|に分けられ|"
    r"を(?:置換|走査|見つけ|作る)|から(?:親|子|可視|構成))",
    before=r"(?:[親子枝葉]|前後の|親子の|静的な|個別の|特定の|それぞれの|(?:AST|CST|DOM)の|構文木の|ツリーの"
    r"|(?:AST|CST|DOM|構文木|ツリー)[^。\n]{0,18}(?:な|の|から|を走査しながら|を置換する|ように)) ?$",
    own=r" ?(?:モジュール|module|環境|アプリ|製|ライブラリ|ランタイム|コア|API|公式|プロジェクト|スタイル|学園|で(?![あしす])|側|向け|"
    r"の(?:モジュール|require|assert|vm|標準|バージョン|core|エコシステム|アプリ)|[0-9v:]|--)",
    spreads=True,
    told="[a-z]Node(?![0-9A-Za-z])",
)
_CHROME = Other(
    after=r" ?(?:権限|特権|フォルダ|領域|側|Authority|Script(?![0-9A-Za-z])|URL(?![0-9A-Za-z])|(?:と|や|、|/) ?[Cc]ontent"
    r"|[(（](?:アドオン|Firefox))",
    before=r"(?:[Cc]ontent.{0,20}[-と> /] ?|Firefoxの)$",
    needs=("Firefox", "Thunderbird", "userChrome", "拡張"),
)
_WORD = Other(before=r"[0-9A-Za-z'’] $", after=r"(?: --?[a-z-]+)? [a-z]+ [A-Za-z]")
_WORDS = {
    "Node": _NODE,
    "node": _NODE,
    "Chrome": _CHROME,
    "chrome": _CHROME,
    "make": _WORD,
    "screen": _WORD,
    "stack": _WORD,
    "Meetup": Other(before=r"[0-9A-Za-zァ-ヶー一-龠] ?$"),
}

_NETWORKS = r"(?:Amazon|Google\+|Instagram|LINE|LinkedIn|mixi|TikTok|Twitter|X|YouTube|はてなブックマーク|ラクマ|ヤフオク!?)"
_FIRM = Other(
    own=r" ?(?:で(?!働)|に(?!おけ|よ[りる]|入社|勤|所属|転職|買収)|を(?!買収)|へ(?!転職)|アカウント|アプリ|ページ|グループ|ログイン|連携|認証|広告|ボタン|上|経由|ID"
    r"|API|SDK|Login|Messenger|Connect|Ads"
    r"|の(?:API|SDK|アカウント|アプリ|ページ|グループ|タイムライン|投稿|いいね|友達|友人|シェア|画面|通知|ログイン|レシピ|広告"
    r"|サイト|データ|コメント|ボタン|部屋|宿|商品|脆弱性))"
    rf"|(?: ?(?:や|と|、|・|／|/) ?|, | and | or ){_NETWORKS}(?![0-9A-Za-z])",
    beside=rf"(?<![0-9A-Za-z]){_NETWORKS}(?: ?(?:や|と|、|・|／|/) ?|, | and | or )$",
    assumed=True,
)
# Makers that posts name for what their people do; by canonical name.
_FIRMS = frozenset(
    "Airbnb|Cookpad|Cybozu|Cybozu Labs|Facebook|GREE|Joyent|SmartNews|Studyplus|Wantedly|Yelp|トレタ|メルカリ".split("|")
)


def without_others(known: Catalogue, joined: Text, hits: Sequence[Hit]) -> list[Hit]:
    """The hits, which are in reading order, without those that mean something else."""
    text = joined.text
    kept: list[Hit] = []
    doubtful: dict[str, list[Hit]] = {}
    tags = set()
    for hit in hits:
        start, end, record, _ = hit
        if text[end] in _BEGINS_AFTER and _AFTER.match(text, end):
            continue
        before = text[start - 1]
        if before > "\x7f":
            if text.endswith(_BOUGHT, 0, start):
                continue
            tag = _TAG.search(text, max(0, start - _LONGEST_TAG), start)
            if tag is not None:
                tags.add(text[tag.start(1) : end])
        word = text[start:end]
        if word in _WORDS:
            doubtful.setdefault(word, []).append(hit)
        elif record >= 0 and known.canonical(record) in _FIRMS:
            doubtful.setdefault("", []).append(hit)
        kept.append(hit)
    if not (doubtful or tags):
        return kept
    others = {hit for hit in kept for tag in tags if text.endswith(tag, 0, hit.end) and hit.end - hit.start < len(tag)}
    for word, found in doubtful.items():
        if word:
            others.update(_others(joined, word, found))
        else:
            for record in {hit.record for hit in found}:
                others.update(_others(joined, word, [hit for hit in found if hit.record == record]))
    return [hit for hit in kept if hit not in others]


def _others(joined: Text, word: str, hits: Sequence[Hit]) -> list[Hit]:
    """Of the hits of one word those that are something else."""
    text = joined.text
    other = _WORDS.get(word, _FIRM)
    if not any(need in text for need in other.needs):
        return []
    after, before, own, beside, told = _patterns(other)
    sure, open_, products = [], [], False
    for hit in hits:
        start, end, _, _ = hit
        first = max(0, start - _LONGEST_BEFORE)
        if own.match(text, end) or beside.search(text, first, start):
            products = True
        elif joined.marked(start, end, "code"):
            open_.append(hit)
        elif after.match(text, end) or before.search(text, first, start):
            sure.append(hit)
        else:
            open_.append(hit)
    if products or not (other.assumed or (other.spreads and (sure or told.search(text)))):
        return sure
    return sure + open_


@cache
def _patterns(other: Other) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in (other.after, other.before, other.own, other.beside, other.told))
