"""Names that mean something else where they stand: a company, its blog, an event, a node of a syntax tree.

What decides is what stands beside a name, and for some names the rest of the post: one sense a post (Gale et al. 1992).
The figures are of the places that a cue took from the names found in 887 judged posts: how many were something else.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from jpkit.extraction.service_text import Hit, Text
from jpkit.lazy import lazy

# Behind a name its maker's blog (14 of 14: クックパッド開発者ブログ, pixiv inside), an event (61 of 61: 東京Node学園祭,
# JSオジサン).
_AFTER = lazy(
    r" ?(?:開発者?|技術|エンジニア|テック|スタッフ)ブログ|学園|オジサン|株式会社| inside(?=[\n)）」』|])"
    r"| (?:(?:Dev|Developer|Engineers'|Product|Tech|Technology) Blog|TechBlog|Acquires)(?![0-9A-Za-z])"
)
_BEGINS_AFTER = frozenset(
    "開発 技術 エン テッ スタ 学園 オジ 株式".split() + [f" {sign}" for sign in "開技エテスDEPTAi"],
)
# A purchase (6 of 6).
_BOUGHT = lazy(r"(?:が(?:[^、。\n]{1,16}を)?|を)買収")
_BOUGHT_BEFORE = "が買収した"
# The tag of a meeting is a name of its own wherever the post has it (14 of 14): #葉桜JS.
_TAG = lazy(r"#(?<![0-9A-Za-z]#)([ぁ-ゖァ-ヶー一-龠々]{1,8})([0-9A-Za-z]+)")
_LONGEST_BEFORE = 24


class Other(NamedTuple):
    """What says that a word is something else than the product of that name."""

    after: str = "(?!)"
    """What follows it where it is something else."""
    before: str = "(?!)"
    """What stands before it there."""
    own: str = "(?!)"
    """What follows it where it is the product."""
    own_before: str = ""
    """What stands before it there."""
    needs: tuple[str, ...] = ("",)
    """The post must have one of these for any of it."""
    told: str = ""
    """What in a post that has it nowhere surely as the product says that it is something else."""
    spreads: bool = False
    """Whether a place where it is something else says so, too."""
    assumed: bool = False
    """Whether it is something else in any such post."""


# A node of a tree (68 of 68): of AST, DOM, or in a post with classes such as TextNode.
_NODE = Other(
    after=r" ?(?:の(?:type|親|子|位置|型(?!定義)|プロパティ|値|参照)|type(?![0-9A-Za-z])|オブジェクト|が親|に分けられ|"
    r"を(?:置換|走査|見つけ|作る)|から(?:親|子|可視|構成))",
    before=r"(?:[親子枝葉]|前後の|親子の|静的な|個別の|特定の|それぞれの|(?:AST|CST|DOM)の|構文木の|ツリーの"
    r"|(?:AST|CST|DOM|構文木|ツリー)[^。、は\n]{0,18}(?:な|の|から|を走査しながら|を置換する|ように)) ?$",
    own=r" ?(?:モジュール|module|環境|アプリ|製|ライブラリ|ランタイム|コア|API|公式|プロジェクト|プロセス|サーバ"
    r"|スタイル|バージョン|で(?![あしす])|側|向け|[0-9v:]|--"
    r"|の(?:モジュール|require|assert|vm|標準|バージョン|core|エコシステム|アプリ))",
    told="Node(?<=[a-z]Node)(?![0-9A-Za-z])",
    spreads=True,
)
# What is not the page in Firefox (26 of 27): the chrome folder of a profile, the rights of an add-on.
_CHROME = Other(
    after=r" ?(?:権限|特権|フォルダ|領域|Authority|Script(?![0-9A-Za-z])|URL(?![0-9A-Za-z])|(?:と|や|、|/) ?[Cc]ontent"
    r"|[(（](?:アドオン|Firefox))",
    before=r"(?:[Cc]ontent.{0,20}[-と> /] ?|Firefoxの)$",
    own=r" ?(?:ブラウザ|拡張|版|系|以外|など)",
    needs=("Firefox", "Thunderbird", "userChrome", "Chrome権限"),
    told="ontent側",
)
# An English word (10 of 10): How to make …, Add to Home screen.
_WORD = Other(before=r"[0-9A-Za-z'’] $", after=r"(?: --?[a-z-]+)? [a-z]+ [A-Za-z]", own=" ?(?:コマンド|[ぁ-ん])")
_NETWORKS = (
    "(?:Amazon|Google[+]|Instagram|LINE|LinkedIn|mixi|TikTok|Twitter|X|YouTube|はてなブックマーク|ラクマ|ヤフオク!?)"
)
_FIRM = Other(
    own=r" ?(?:で(?!働)|に(?!おけ|よ[りる]|入社|勤|所属|転職|買収)|を(?!買収)|へ(?!転職)"
    r"|アカウント|アプリ|ページ|グループ|ログイン|連携|認証|広告|ボタン|上|経由|ID|API|SDK|Login|Messenger|Connect|Ads"
    r"|の(?:API|SDK|アカウント|アプリ|ページ|グループ|タイムライン|投稿|いいね|友達|友人|シェア|画面|通知|ログイン|レシピ|広告"
    r"|サイト|データ|コメント|ボタン|部屋|宿|商品|脆弱性))"
    rf"|(?: ?(?:や|と|、|・|／|/) ?|, | and | or ){_NETWORKS}(?![0-9A-Za-z])",
    own_before=rf"(?<![0-9A-Za-z]){_NETWORKS}(?: ?(?:や|と|も|か|、|・|／|/) ?|, | and | or )$",
    assumed=True,
)
# Makers that posts name for what their people do (43 of 44 places): FacebookのReact, メルカリの事例. Makers of what one
# develops with are none (Cloudflare, GitHub, Slack): there が公開, による, の人 and the like say nothing.
_FIRMS = """
    Airbnb AirBnb AirBnB Cookpad CookPad クックパッド Cybozu サイボウズ サイボウズラボ Facebook facebook フェイスブック
    GREE Joyent SmartNews スマートニュース Studyplus スタディプラス Wantedly WANTEDLY Yelp トレタ メルカリ
"""
_WORDS = {
    "Node": _NODE,
    "node": _NODE,
    "Chrome": _CHROME,
    "chrome": _CHROME,
    "make": _WORD,
    "screen": _WORD,
    "stack": _WORD,
} | dict.fromkeys(_FIRMS.split(), _FIRM)


# What code names: `QRCode`クラス is no QRCode. Not ファイル, コマンド, 形式: those are a product's.
_OF_PROGRAM = ("クラス", "関数", "メソッド", "型", "オブジェクト", "ディレクトリ", "フォルダ", "要素")

_BEHIND = frozenset(two[0] for two in _BEGINS_AFTER) | frozenset(noun[0] for noun in _OF_PROGRAM)
"""Signs behind a name that make it worth a look."""


def without_others(joined: Text, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits, in their order, without those that mean something else."""
    text = joined.text
    others: set[Hit] = set()
    doubtful: dict[str | int, list[Hit]] = {}
    for hit in [hit for hit in hits if text[hit[1]] in _BEHIND or hit[3] in _WORDS]:
        _, end, record, spelling = hit
        if (text[end : end + 2] in _BEGINS_AFTER and _AFTER.match(text, end)) or _is_part_of_program(joined, hit):
            others.add(hit)
        elif spelling in _WORDS:
            doubtful.setdefault(record if _WORDS[spelling] is _FIRM else spelling, []).append(hit)
    if "買収" in text:
        others.update(
            hit for hit in hits if _BOUGHT.match(text, hit.end) or text.endswith(_BOUGHT_BEFORE, 0, hit.start)
        )
    for japanese, latin in _TAG.findall(text) if "#" in text else ():
        others.update(
            hit for hit in hits if text.startswith(latin, hit.start) and text.endswith(japanese, 0, hit.start)
        )
    for found in doubtful.values():
        others.update(_others(joined, found))
    return [hit for hit in hits if hit not in others] if others else hits


def _is_part_of_program(joined: Text, hit: Hit) -> bool:
    """Whether a find in inline code is called a class, a function, a directory: in all of 4 such places it is."""
    at = hit.end + (joined.text[hit.end] == " ")
    return joined.text.startswith(_OF_PROGRAM, at) and joined.marked(hit.start, hit.end, "code")


def _others(joined: Text, hits: Sequence[Hit]) -> list[Hit]:
    """Of the hits of one name those that are something else."""
    text = joined.text
    other = _WORDS[hits[0].spelling]
    if not any(need in text for need in other.needs):
        return []
    after, before, own, own_before, told = _patterns(other)
    sure, unsaid, is_product = [], [], False
    for hit in hits:
        start, end, _, _ = hit
        first = max(0, start - _LONGEST_BEFORE)
        if own.match(text, end) or (other.own_before and own_before.search(text, first, start)):
            is_product = True
        elif joined.marked(start, end, "code"):
            unsaid.append(hit)
        elif after.match(text, end) or before.search(text, first, start):
            sure.append(hit)
        else:
            unsaid.append(hit)
    if is_product or not (other.assumed or (other.spreads and sure) or (other.told and told.search(text))):
        return sure
    return sure + unsaid


@cache
def _patterns(other: Other) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one) for one in (other.after, other.before, other.own, other.own_before, other.told))
