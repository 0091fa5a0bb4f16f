"""One to three sentences of the post itself that say what it is about.

Extractive, by a sum of a few features of each sentence: how much of the title it says, where it
stands, how long it is. Measured on author-written descriptions, the three carry it; key terms added
nothing. The rest is a table of what no reader of a search result wants to see: greetings,
announcements of lists, update notes.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from jpkit.document import HOLE, Block
from jpkit.lazy import lazy
from jpkit.sentences import sentences

SENTENCES = 3

# Weights, tuned on the first halves of 100 Helm pages with author-written descriptions (ROUGE-1 F1)
# and of 141 CNCF pages (the pick lies in the defining paragraph), and by reading the summaries of 60
# blog posts. Documentation alone would take half of _TITLE: its first sentence is never a greeting.
_TITLE = 1.6
_EARLY = 1.6
_PARAGRAPH_LATER = 0.9
_SENTENCE_LATER = 0.08
_LENGTH = 0.25
_CUE = 0.4
_KEY_TERMS = 0.1
_ROOM = 0.4  # share of the room above which nothing is added
_WORTH = 0.9  # the least that a second sentence must bring, without what the first one needs
_CONTINUES = 0.3
_SAYS_THE_SAME = 0.6  # share of character pairs
_POOR = -0.3  # below this a list item is better
_CUT = 0.4  # by so much must a sentence that is too long be the better one to be cut

_BLOCKS = 150  # A summary stands near the begin; posts of 5 MB must not cost more.
_SENTENCES = 200
_LOOKED_AT = 8  # at least so many of them, by title, place and length, are read closely

_LATIN_WORDS = lazy(r"[0-9a-z][0-9a-z+#]*(?:[.-][0-9a-z+#]+)*")
_SHORT_FORMS = lazy(r"(?<![0-9A-Za-z.-])[A-Z]{2,6}(?![0-9A-Za-z.-])")
_KATAKANA_WORDS = lazy("[ァ-ヺー]{2,}")
_STOP_WORDS = frozenset(
    "the of and to is that for it with are be this you by from your we have which can not was will in on an at"
    " as or do if how what why when using use new my our about into should have has had been being before after"
    " would could must may might they them their there here then than so but just more most some any all also who"
    " where while these those its it's i me us did does done get got make made let one two without".split()
)

# How a sentence begins that cannot stand first in a summary, by the row of _PENALTIES; the first that fits.
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
            "詳しくは 詳細は くわしくは 参考: 参考： 関連: 関連： 出典 引用 前回の 前の記事 続きは 目次 ソースコードは"
            " コードは".split()
        ),
    ),
    (
        "hanging",
        (
            *(
                "これ それ あれ ここ そこ その そう そん あの こう こんな こんで 前述 上記 先の 先ほ 同様"
                " また しかし しかも でも ただ なお 例えば たとえば 次に 次の まず さらに ついでに 以外に"
                " ちなみに つまり なので なのに だから だが ですが が、 で、 では そして すると 一方 他に"
                " ほか あと まあ まぁ とい とこ と言 と書 と入力 と打 と実行 と表示 とする とすれば となり"
                " となる よって 従って したがって ゆえに もちろん もし 要は 要するに すなわち とりあえず"
                " やはり やっぱり 実際 逆に 続いて 続けて 最後に 以上 （ ( 前の 以前の E.g"
            ).split(),
            *("All of th", "All this", "All these", "In this example", "In this case", "For example"),
        ),
    ),
)
_UPDATE = lazy(
    r"[（(【\[]?(?:追記|更新|訂正|追加|修正|20\d\d[年/.-]\d\d?[月/.-]\d+日?\s*(?:追記|更新|[:：]|$)|編集)"
    r"|[（(]?注(?:意|記|釈)?\d*[）):：、]|#[^\s#]+\s+#|[0-9０-９/年月日.:()（）\s曜-]+\Z"
    r"|(?:Updated?|UPDATE|Edit|EDIT|Notes?|NOTE|Warning|Tip|Disclaimer|Caution)(?:\s*\([^)]*\))?\s*:"
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
        " Additionally Furthermore Moreover Once Here There Instead Otherwise If Yes No That Those These".split(),
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
        |ました)[。.！]*|でしょう[。.]|願います[。.])
    )\s*\Z""",
        re.VERBOSE,
    )


# The expression above is slow to search with, too; nearly every sentence ends with none of these.
_ENDS_HINTS = tuple(
    "以下 下記 次 こちら これ こんな below follow : ： ？ ? か。 か． かな ださい 下さい 参照 here お願 よろし ありがと"
    " しょう 願い".split()
)
_FRAGMENT_ENDS = (
    *"、，,とがをにはのもへやか",
    *("ので", "から", "けど", "けれど", "して", "って", "では", " and", " or", " the", " of", " to", " with"),
)
# The author's name behind the greeting: エンジニアの山田です。
_INTRODUCTION = lazy("[^はがをに、]{2,24}です[。！!]\\Z")
# A short sentence that says neither of what nor to what: 見本として書きました leans on the heading above it.
_LEANS = 20  # characters
_TOPIC = lazy("[はがをも]")
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
    *((word, "stub") for word in ("以下の", "下記の", "次のような", "here is what", "here's what", "here are the")),
    *((word, "introduction") for word in ("と申します", "といいます。", "と言います。", "my name is")),
)
_PENALTIES = {
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
    "hole": 1.0,
    "code": 0.5,
    "link": 0.8,
    "strike": 1.5,
}
_SHARE = {"code": 0.5, "link": 0.8, "strike": 0.3}
# What makes a sentence worse but no chaff.
_MILD = frozenset({None, "hanging", "leaning", "question", "fragment"})
_DOCUMENT = (
    "(?:記事|エントリー?|ポスト|投稿|ページ|文書|ドキュメント|ガイド|章|セクション|チュートリアル|稿|シリーズ"
    "|連載|トピック|資料)"
    "(?:では|は|で、|に)"
)
_TELLS = (
    "(?:簡単に|詳しく|少し|ざっくり|いくつか)?(?:解説|紹介|説明|ご?報告|整理|検証|まと|メモ|記録|書|述べ|見て"
    "|概説|カバー|探)"
)
# Every branch begins with a literal, so that the search skips to the characters that can begin one.
_CUES = lazy(
    f"この{_DOCUMENT}|本{_DOCUMENT}|今回の{_DOCUMENT}|について{_TELLS}|を{_TELLS}|備忘録|忘備録|覚え書き|覚書"
    "|の(?:メモ|まとめ|記録|話|レポート|感想|紹介)(?:です|となります|。|\\Z)|た(?:メモ|まとめ|記録|話|レポート"
    "|感想)(?:です|となります|。|\\Z)"
    "|まとめ(?:です|まし|た|てみ|ます|る|。)|みました|してきた|受けてき|行ってき|使ってみた|作ってみた"
    "|リリースされまし|公開しました|更新しました"
    "|作りました|作成しました|書きました"
)


@cache
def _english_cues() -> re.Pattern[str]:
    post = "(?:post|article|guide|page|document|tutorial|section|chapter|part|series|blog|topic)"
    tell = (
        "(?:'ll |'ve | will |'m going to | have | )?(?:look at|show|explain|describe|walk|cover|introduce|discuss"
        "|explore|share|wrote|built|passed|took)"
    )
    return re.compile(
        f"[Tt]his {post}|[Tt]he following {post}|[Tt]oday's {post}|[Ww]e{tell}|I{tell}|[Dd]escribes|[Ee]xplains"
        "|[Cc]overs|[Ll]earn |how to "
    )


_END_MARKS = "。．.！!？?｡」）)…♪笑"
_SIGNS = lazy(r"[{}();=<>$|\\\[\]`/_]")

# Where a sentence that is too long can end: 〜ますが、 loses its conjunction and is a sentence.
_CLAUSE = lazy(
    "(?P<head>ます|ました|です|でした|ません|である|した|する|ない|なる|れる|きる|いる|ある|った)(?:が|けれども"
    "|けれど|けど|ので|し|ため)[、，]"
)
_PHRASE = lazy(
    r"(?P<head>[0-9A-Za-z)\]\"”])(?:[,;:]\s|\s[-–—]\s|\s(?:to|that|which|by|and|or|with|for|in|from|including"
    r"|so|using|where|when|while)\s)"
)
_COMMA = lazy("(?P<head>.)[、，]")
# Between a particle and a word that does not begin with hiragana, or between two words with a blank.
_WORD_END = lazy(r"(?P<head>[ぁ-ゖ](?=[^ぁ-ゖー、。）」』…])|\S(?=\s))")


class _Candidate(NamedTuple):
    order: int  # among all sentences that were read
    block: int
    start: int
    end: int
    text: str
    folded: str
    score: float
    leans: bool = False
    """On the sentence before it: without that one it says nothing."""
    chaff: bool = False
    """Taken only where there is nothing else, and never beside another."""


def summarize(
    blocks: Sequence[Block], title: str, lang: str, *, max_chars: int, key_terms: Sequence[str] = ()
) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """The summary, and its sentences as (block, start, end) in reading order.

    One to three sentences as they stand, joined by a blank unless ``lang`` is ja, together at most
    ``max_chars`` characters. Where no sentence is short enough, one is cut at the end of a clause.
    List items are read only where no paragraph has anything to say. Empty where the post has no sentence.
    """
    if max_chars < 1:
        return "", ()
    about = _words(title)
    joint = "" if lang == "ja" else " "
    ranked: list[_Candidate] = []
    for kinds in (("paragraph",), ("paragraph", "quote", "item")):
        ranked = _rank(_read(blocks, kinds), about, key_terms, blocks, max_chars)
        fitting = [candidate for candidate in ranked if len(candidate.text) <= max_chars]
        if fitting and fitting[0].score > _POOR and not fitting[0].chaff:
            break
    if not ranked:
        return "", ()
    if not fitting or (ranked[0].score > fitting[0].score + _CUT and not ranked[0].chaff):
        text, end = _shorten(ranked[0].text, max_chars, cleanly=bool(fitting))
        if text:
            return text, ((ranked[0].block, ranked[0].start, ranked[0].start + end),)
        if not fitting:
            return "", ()
    chosen = _complete(fitting, max_chars, len(joint))
    return joint.join(one.text for one in chosen), tuple((one.block, one.start, one.end) for one in chosen)


def _read(blocks: Sequence[Block], kinds: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Sentences of the first blocks of those kinds; of list items, only what ends as a sentence does."""
    read = found = 0
    for index, block in enumerate(blocks):
        if block.kind not in kinds:
            continue
        read += 1
        for start, end in sentences(block.text, [mark.start for mark in block.marks if mark.kind == "break"]):
            if block.kind == "item" and block.text[end - 1] not in _END_MARKS:
                continue
            yield index, start, end
            found += 1
            if found >= _SENTENCES:
                return
        if read >= _BLOCKS:
            return


def _rank(
    spans: Iterator[tuple[int, int, int]],
    about: Sequence[tuple[str, float]],
    key_terms: Sequence[str],
    blocks: Sequence[Block],
    max_chars: int,
) -> list[_Candidate]:
    """The sentences by score, best first."""
    total = sum(weight for _, weight in about) or 1.0
    cheap: list[_Candidate] = []
    place = 0.0
    last = -1
    for order, (index, start, end) in enumerate(spans):
        block = blocks[index]
        if last >= 0:
            place += _SENTENCE_LATER if index == last else _PARAGRAPH_LATER
        last = index
        text = block.text[start:end]
        folded = _fold(text)
        covered = 0.0
        for word, weight in about:
            if word in folded:
                covered += weight
        # The first screen of a post says what it is about; a quote or a list item is nobody's claim.
        score = _TITLE * min(covered / total, 1.0) + _EARLY / (1 + place) + _LENGTH * _length(text, max_chars)
        if block.kind != "paragraph":
            score -= 0.3
        cheap.append(_Candidate(order, index, start, end, text, folded, score))
    cheap.sort(key=lambda one: -one.score)
    terms = [_fold(term) for term in key_terms[:10]]
    close: list[_Candidate] = []
    best = 0.0
    for one in cheap:
        # Nothing below can overtake the best any more, and there is enough to continue it with.
        if len(close) >= _LOOKED_AT and one.score + _CUE + _KEY_TERMS < best:
            break
        looked = _closely(one, blocks[one.block], terms)
        if len(one.text) <= max_chars and not looked.chaff:
            best = max(best, looked.score)
        close.append(looked)
    close.sort(key=lambda one: (one.chaff, -one.score, one.order))
    return close


def _closely(one: _Candidate, block: Block, terms: Sequence[str]) -> _Candidate:
    """The sentence with what a closer look adds to its score or takes from it."""
    text = one.text
    change = 0.0
    faults = [_begin(text), _end(text)]
    faults += [name for word, name in _ANYWHERE if word in one.folded]
    if (_english_cues() if text[-1].isascii() else _CUES).search(text):
        change += _CUE
    elif one.order < 2 and _INTRODUCTION.match(text):
        faults.append("introduction")
    if len(text) < _LEANS and text.endswith("。") and not _TOPIC.search(text):
        faults.append("leaning")
    if HOLE in text:
        faults.append("hole")
    faults += _marked(block, one.start, one.end)
    change -= sum(_PENALTIES[fault] for fault in faults if fault is not None)
    if text[-1] not in _END_MARKS:
        change -= 0.35
    signs = len(_SIGNS.findall(text))
    if signs * 8 > len(text):
        change -= 0.6
    if terms:
        change += _KEY_TERMS * min(sum(term in one.folded for term in terms), 3) / 3
    leans = "leaning" in faults
    return one._replace(score=one.score + change, leans=leans, chaff=any(fault not in _MILD for fault in faults))


def _begin(text: str) -> str | None:
    """The row of the penalties for how a sentence begins."""
    for row, words in _BEGINS:
        if text.startswith(words) or (row == "update" and _UPDATE.match(text)):
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
    if any(map(tail.__contains__, _ENDS_HINTS)):
        match = _ends().search(tail)
        if match is not None:
            return match.lastgroup
    return "fragment" if tail.endswith(_FRAGMENT_ENDS) else None


def _marked(block: Block, start: int, end: int) -> list[str]:
    """Rows of the penalties for a sentence that mostly consists of code, a link or struck-out text."""
    inside = {"code": 0, "link": 0, "strike": 0}
    for mark in block.marks:
        if mark.kind in inside:
            inside[mark.kind] += max(0, min(mark.end, end) - max(mark.start, start))
    return [kind for kind, size in inside.items() if size > (end - start) * _SHARE[kind]]


def _length(text: str, max_chars: int) -> float:
    """0 to 1: a third to three quarters of the room is best; what does not fit gets nothing."""
    share = len(text) / max_chars
    if share < 0.3:
        return share / 0.3
    return 1.0 if share <= 0.8 else max(0.0, 1.0 - (share - 0.8) * 3)


def _words(title: str) -> list[tuple[str, float]]:
    """Content of a title: Latin words and katakana words whole, kanji as pairs, each with its weight.

    A short form in capitals is what the post is about more surely than any plain word beside it.
    """
    folded = _fold(title)
    shorts = {short.lower() for short in _SHORT_FORMS.findall(unicodedata.normalize("NFKC", title))}
    if len(shorts) > 2:
        shorts = set()  # a title that is all in capitals
    words: dict[str, float] = {}
    for word in _LATIN_WORDS.findall(folded):
        if word not in _STOP_WORDS and len(word) > 1 and not word.isdigit():
            words[_stem(word)] = 2.5 if word in shorts else 1.5
    for word in _KATAKANA_WORDS.findall(folded):
        words[word] = 1.5
    for at in range(len(folded) - 1):
        if _is_kanji(folded[at]) and _is_kanji(folded[at + 1]):
            words[folded[at : at + 2]] = 1.0
    return list(words.items())


def _stem(word: str) -> str:
    """What forms of an English word share: "Containers" is about what "A container is …" says, moving about moved."""
    if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(word) > 5 and any(vowel in stem for vowel in "aeiou"):
            return stem
    return word


def _is_kanji(character: str) -> bool:
    return "\u3400" <= character <= "\u4dbf" or "一" <= character <= "鿿" or character == "々"


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _complete(fitting: Sequence[_Candidate], max_chars: int, joint: int) -> list[_Candidate]:
    """The best sentence and up to two more that continue it or add something, in reading order."""
    chosen = [fitting[0]]
    room = max_chars - len(fitting[0].text)
    useful = [] if chosen[0].chaff else [one for one in fitting if not one.chaff and one.text[-1] in _END_MARKS]
    for _ in range(SENTENCES - 1):
        if room < max_chars * (1 - _ROOM):
            break
        best, most = None, _WORTH
        for one in useful:
            if len(one.text) + joint > room or one in chosen:
                continue
            value = _value_beside(one, chosen)
            if value > most:
                best, most = one, value
        if best is None:
            break
        chosen.append(best)
        room -= len(best.text) + joint
    return sorted(chosen, key=lambda one: one.order)


def _value_beside(one: _Candidate, chosen: Sequence[_Candidate]) -> float:
    value = one.score
    near = [one.order - other.order for other in chosen if one.block == other.block]
    if one.leans and 1 not in near:
        return 0.0
    if 1 in near or (-1 in near and _begin(one.text) is None):
        value += _CONTINUES
    if _begin(one.text) == "hanging":
        if all(one.order - other.order != 1 for other in chosen):
            return 0.0
        value += _PENALTIES["hanging"]
    likeness = max(_likeness(one.folded, other.folded) for other in chosen)
    return value - likeness if likeness < _SAYS_THE_SAME else 0.0


def _likeness(a: str, b: str) -> float:
    """Share of the shorter one's character pairs that the other has."""
    first = {a[at : at + 2] for at in range(len(a) - 1)}
    second = {b[at : at + 2] for at in range(len(b) - 1)}
    return len(first & second) / max(min(len(first), len(second)), 1)


def _shorten(text: str, max_chars: int, *, cleanly: bool) -> tuple[str, int]:
    """A sentence cut where a clause or at least a word ends, and how much of it that is.

    "" where there is no such place, or with ``cleanly`` none that leaves a phrase complete.
    """
    room = text[: max_chars + 8]
    # With its conjunction gone 〜ますが、 is a sentence: nobody sees that it was longer.
    for pattern, mark, share in ((_CLAUSE, "。", 3), (_PHRASE, "…", 2), (_COMMA, "…", 3), (_WORD_END, "…", 0)):
        if cleanly and pattern is _COMMA:
            break
        cut = max((at for at in map(_cut_of, pattern.finditer(room)) if at + len(mark) <= max_chars), default=0)
        if (cut and cut * share >= min(max_chars, len(text))) or (cut and not share):
            return text[:cut] + mark, cut
    return "", 0


def _cut_of(match: re.Match[str]) -> int:
    return match.end("head")
