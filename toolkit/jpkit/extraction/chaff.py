"""What no reader of a search result wants to see: greetings, update notes, sentences that need another one.

Every fault has a name, a row of ``PENALTIES``; ``faults`` lists those of one sentence.
"""

import re
from functools import cache

from jpkit.document import Block
from jpkit.extraction.cues import announces
from jpkit.lazy import lazy

# How a sentence begins that cannot stand first in a summary, by the row of PENALTIES; the first that fits.
# Tables, not one expression: to compile that takes longer than to read two posts.
_BEGINS = (
    (
        "greeting",
        tuple(
            "こんにちは こんにちわ こんばんは こんばんわ おはよう お久しぶり 久しぶり ご無沙汰 皆さん 皆様 みなさん"
            " みなさま どうも はじめまして 初めまして お疲れ あけまして 明けまして 新年 メリー 本年も 昨年は 突然ですが"
            " いきなりですが".split()
        ),
    ),
    (
        "update",
        ("※", "＊", "広告", "PR:", "PR：", "[PR]", "ネタバレ", "{:", ":::", "@[", "[toc", "[TOC", "[[toc", "[[TOC"),
    ),
    (
        "pointer",
        tuple(
            "元ネタ 詳しくは 詳細は くわしくは 参考: 参考： 関連: 関連： 出典 引用 前回の 前回は 前回、 前回まで"
            " 前の記事 続きは 目次 ソースコードは コードは".split()
        ),
    ),
    (
        "hanging",
        (
            *(
                "これ それ あれ ここ そこ その そう そん あの こう こんな こんで 前述 上記 先の 先ほ 同様 同記事 同書"
                " また しかし しかも でも ただ なお 例えば たとえば 次に 次の まず さらに ついでに 以外に"
                " ちなみに つまり なので なのに だから だが ですが が、 で、 では そして すると 一方 他に"
                " ほか あと まあ まぁ とい とこ と言 と書 と入力 と打 と実行 と表示 とする とすれば となり"
                " となる よって 従って したがって ゆえに もちろん もし 要は 要するに すなわち とりあえず"
                " やはり やっぱり 多分 たぶん おそらく 単体では 使い方は"
                " デフォルトには デフォルトでは もうひとつ もう一つ を 実際 逆に 続いて 続けて 最後に 以上"
                " （ ( 前の 以前の E.g"
            ).split(),
            *("All of th", "All this", "All these", "In this example", "In this case", "For example", "For instance"),
            *("As a result", "As a consequence", "For this reason", "In particular", "In addition", "In contrast"),
            *("By contrast", "On the other hand", "On the contrary", "Note that"),
        ),
    ),
)
_FIRST_SIGNS = frozenset([word[0] for _, words in _BEGINS for word in words])
_UPDATE = lazy(
    r"[（(【\[]?(?:追記|更新|訂正|追加|修正|20\d\d[年/.-]\d\d?[月/.-]\d+日?\s*(?:追記|更新|[:：]|$)|編集)"
    r"|[（(]?注(?:意|記|釈)?\d*[）):：、]|#[^\s#]+\s+#|[0-9０-９/年月日.:()（）\s曜-]+\Z"
    r"|(?:Updated?|UPDATE|Edit|EDIT|Notes?|NOTE|Warning|Tip|Disclaimer|Caution)(?:\s*\([^)]*\))?\s*(?::| [-–—] )"
    r"|This (?:post|article|page|guide|tutorial|document|entry) (?:is|was|has been) (?:[a-z]+ )?"
    r"(?:archived|deprecated|obsolete|outdated|updated|written in)(?![a-z])"
    r"|(?:タグ|カテゴリー?|投稿日|更新日|公開日|著者|執筆者|Tags?|Categor(?:y|ies)|Topics?|Author|Date|Posted"
    r"|Published)\s*[:：]"
)
# この記事は is about the post, この値は is not.
_THIS_POST = tuple(
    "記事 ページ ドキュメント 文書 ガイド エントリ 投稿 章 セクション チュートリアル シリーズ ブログ ポスト 資料"
    " トピック ベストプラクティス サイト 連載 稿 論文".split()
)
_FIRST_WORD = lazy("[A-Z][a-z]*")
_FIRST_WORDS = {
    **dict.fromkeys("Hi Hello Hey Greetings Happy".split(), "greeting"),
    **dict.fromkeys("See Read Click Source Refer Follow".split(), "pointer"),
    **dict.fromkeys(
        "It Its They Them Their He She However But And So Also Then Or Thus Therefore Now Next First Second Finally"
        " Additionally Furthermore Moreover Once Here There Instead Otherwise If Yes No That Those These Hence"
        " Consequently Nevertheless Nonetheless Similarly Likewise Besides Meanwhile Indeed".split(),
        "hanging",
    ),
}
_THIS_POST_EN = tuple(
    f"This {noun}"
    for noun in "post article guide page document tutorial section chapter part series blog topic entry site book"
    " talk project".split()
)


@cache
def _ends() -> re.Pattern[str]:
    """How a sentence ends that says nothing by itself. Slow to compile, and not every post asks."""
    return re.compile(
        r"""(?:
    (?P<stub>[:：]|こんな(?:感じ|の|風)(?:です|でした|だ|になります)?[。.！]?|(?:以下|下記|次|こちら
        |これら?)(?:の?(?:通り|とおり|よう|リンク|URL|サイト|ページ|記事|もの|[0-9０-９一二三四五六七八九十]{1,2}(?:つ|点|個|通り|とおり|種類)
        |[^\x00-\x7fぁ-ゖ、。，．！？]{1,6})(?:な感じ)?)?
        (?:で(?:す|した|ある)|に?(?:なり|なる|し)(?:ます|ました)?|から(?:どうぞ)?|だ|な感じ(?:です)?|を?(?:ご覧
        |参照|確認|参考に?)(?:し|く|に)?(?:て?ください)?)?[。.．！]?
      |(?<![a-z])(?:the\ following|as\ follows|below|following\ [a-z]+)[:.]?)
  | (?P<question>[？?][」』）)"”]*|(?:です|ます|ません|でしょう|ました|だろう|のだろう|どう)か[。.．]?
        |かな[。.ぁー]*)
  | (?P<pointer>(?:ご?参照|ご覧|お読み|ご?確認|参考に(?:し|な)?)(?:して|て|に)?(?:下|くだ)さい[。.]?|こちら[。.]
        |を参照[。.]?|(?<![a-z])here\.?)
  | (?P<thanks>(?:お願い|よろしく)(?:いた|致)?し(?:ます|たい|ましょう)[。.！]*|ありがとうござい(?:ます
        |ました)[。.！]*|でしょう[。.]|願います[。.]|お(?:疲れ|つかれ)(?:様|さま)(?:です|でした)[。.！!]*)
    )\s*\Z""",
        re.VERBOSE,
    )


# The expression above is slow to search with, too; nearly every sentence ends with none of these.
_MAY_END_SO = lazy(
    "以下|下記|次|こちら|これ|こんな|below|follow|[:：?？]|か[。．な]|ださい|下さい|参照|here|お願|よろし|ありがと|しょう|願い"
    "|れ様|れさま"
)
_FRAGMENT_ENDS = (
    *"、，,とがをにはのもへやか",
    *(
        "ので",
        "から",
        "けど",
        "けれど",
        "して",
        "として。",
        "って",
        "では",
        " and",
        " or",
        " the",
        " of",
        " to",
        " with",
    ),
)
# The author's name behind the greeting: エンジニアの山田です。, 開発をしている山田です。
_INTRODUCTION = lazy(
    "(?:[^はがをに、]{2,24}|[^はが。]{4,60}(?:(?:して|やって|務めて)い?る[^\x00-\u30ff]{1,4}|@[0-9A-Za-z_]+ ?))"
    "です[。！!]\\Z"
)
# A short sentence that says neither of what nor to what: 見本として書きました leans on the heading above it.
_LEANS = 20  # characters
_SHORTEST = 8
_HEADS = "■◆□◇▼【"
_TIMETABLE = lazy("[0-9]{1,2}[:：][0-9]{2}[ \u3000~〜-]")
_TOPIC = lazy("[はがをも]")
# Of what another sentence said: なかったのは、この….
_BACKWARD = lazy(
    "[、，](?:この(?![記ペ章ガセド本週春夏秋冬年月日朝夜度頃た])|その(?:ため|よう|際の)|そちら|そういった)"
)
# Not about the post itself, wherever they stand in the (folded) sentence.
_ANYWHERE = (
    *(
        (word, "calendar")
        for word in ("advent calendar", "adventcalendar", "アドベントカレンダー", "アドカレ", "日目の記事")
    ),
    *(
        (word, "advert")
        for word in ("アフィリエイト", "スポンサー", "プロモーションを含", "affiliate", "sponsored by", "クーポン")
    ),
    *(
        (word, "stub")
        for word in (
            "以下の",
            "下記の",
            "次のような",
            "下のような",
            "上のような",
            "次のコード",
            "下のコード",
            "上のコード",
            "下の図",
            "上の図",
            "here is what",
            "here's what",
            "here are the",
        )
    ),
    *(
        (word, "update")
        for word in (
            *("時点の情報", "時点での情報", "時点の内容", "登壇資料", "内容を基に", "内容をもとに"),
            # Of a copy, where the first one is: Originally published at example.com.
            *("originally published", "originally posted", "originally appeared", "first appeared on"),
            *("cross-posted", "crossposted", "last updated"),
        )
    ),
    *((word, "backward") for word in ("上記の", "その中でも")),
    *((word, "greeting") for word in ("あけましておめでとう", "明けましておめでとう")),
    *((word, "introduction") for word in ("と申します", "といいます。", "と言います。", "my name is")),
)
_MAY_HAVE = lazy("|".join(re.escape(word) for word, _ in _ANYWHERE))  # one sentence in 25 has one of them
PENALTIES = {
    "greeting": 1.5,
    "update": 1.5,
    "pointer": 0.9,
    "hanging": 0.45,
    "leaning": 0.6,
    "stub": 1.2,
    "question": 0.7,
    "thanks": 1.0,
    "fragment": 0.8,
    "calendar": 1.2,
    "advert": 1.5,
    "introduction": 1.2,
    "backward": 0.4,
    "cut": 1.2,
    "code": 0.5,
    "link": 0.8,
    "strike": 1.5,
    "label": 1.2,
}
_SHARE = {"backward": 0.4, "cut": 1.2, "code": 0.5, "link": 0.8, "strike": 0.3}
# What makes a sentence worse but no chaff.
MILD = frozenset({"hanging", "backward", "leaning", "question", "fragment"})
END_MARKS = "。．.！!？?｡」）)…♪笑"


def faults(text: str, folded: str, block: Block, start: int, order: int) -> list[str]:
    """Names of all that is wrong with ``text``, which begins at ``start`` of its block."""
    found = [name for name in (begin_fault(text), _end(text)) if name is not None]
    if _MAY_HAVE.search(folded):
        found += [name for word, name in _ANYWHERE if word in folded]
    if order < 2 and not text[-1].isascii() and _INTRODUCTION.match(text) and not announces(text):
        found.append("introduction")
    if len(text) < _LEANS and text.endswith("。") and not _TOPIC.search(text):
        found.append("leaning")
    if text.endswith(("、", "，", ",", "には", "場合は")):
        found.append("cut")  # goes on below a block of code
    if _BACKWARD.search(text):
        found.append("backward")
    if text[-1] not in END_MARKS and (
        len(text) < _SHORTEST
        or text[0] in _HEADS
        or (text[0].isdecimal() and _TIMETABLE.match(text))
        or _all_strong(block, start, start + len(text))
    ):
        found.append("label")  # **Table of Contents** is a heading, and so are 目的 and ■目的と背景
    return found + _marked(block, start, start + len(text)) if block.marks else found


def _all_strong(block: Block, start: int, end: int) -> bool:
    return any(mark.kind == "strong" and mark.start <= start and mark.end >= end for mark in block.marks)


def begin_fault(text: str) -> str | None:
    """The row of the penalties for how a sentence begins."""
    may_begin_so = text[0] in _FIRST_SIGNS
    for row, words in _BEGINS:
        if (may_begin_so and text.startswith(words)) or (row == "update" and _UPDATE.match(text)):
            return row
    first = text[0]
    if first == "こ":
        return "hanging" if text.startswith("この") and not text.startswith(_THIS_POST, 2) else None
    if first in "図表":
        return "pointer" if text[1:2].isdecimal() else None
    word = _FIRST_WORD.match(text)
    if word is None:
        return None
    if word[0] == "This":
        return None if text.startswith(_THIS_POST_EN) else "hanging"
    if text.startswith(("Check out", "For more", "Welcome back")):
        return "greeting" if word[0] == "Welcome" else "pointer"
    return _FIRST_WORDS.get(word[0])


def _end(text: str) -> str | None:
    """The row of the penalties for how a sentence ends."""
    tail = text[-24:]
    if _MAY_END_SO.search(tail):
        match = _ends().search(tail)
        if match is not None:
            return match.lastgroup
    return "fragment" if tail.endswith(_FRAGMENT_ENDS) else None


def _marked(block: Block, start: int, end: int) -> list[str]:
    """Rows of the penalties for a sentence that mostly consists of code, a link or struck-out text."""
    inside = {"code": 0, "link": 0, "strike": 0}
    for kind, first, last, _ in block.marks:
        if kind in inside and first < end and last > start:
            inside[kind] += min(last, end) - max(first, start)
    return [kind for kind, size in inside.items() if size > (end - start) * _SHARE[kind]]
