"""Sentences in Japanese that say what a term is: Xとは…, XはYです, …をXと呼ぶ, what stands below a heading X."""

import re
from collections.abc import Iterable, Iterator, Sequence

from jpkit.document import HOLE, Block
from jpkit.extraction.definition_blocks import Found, Lines, Page, named
from jpkit.extraction.definition_words import FORMAL, FORMAL_TAILS, KINDS
from jpkit.lazy import lazy

# What cannot stand in a term, not what can: each range of kanji in a pattern takes 1 ms to compile,
# and these would have thirty. ``_term`` looks closely at what was found.
_CHARACTER = "[^\\s、。，．：:；;！!？?（(）)「」『』【】〈〉《》“”\"'ぁ-ゖ…*|]"
_IN_TERMS = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９"
    ".+#_/&・‐-々〆ー の（()）"
) | frozenset(map(chr, range(ord("ァ"), ord("ヺ") + 1)))
_NOUNS = f"{_CHARACTER}{{1,36}}(?: [A-Za-z0-9]{_CHARACTER}{{0,24}}){{0,5}}"
_QUOTES = '「『“"'
_QUOTED = '[「『“"][^「」『』“”"。]{1,40}[」』”"]'
_TERM = f"(?:{_QUOTED}|(?:[（(]{_CHARACTER}{{1,12}}[）)])?{_NOUNS}(?:の{_NOUNS})?)"
_PARENTHESES = "(?: ?[（(][^（()）]{1,80}[）)])?"
_LEAD = (
    "(?:(?:そもそも|まず|なお|ちなみに|さて|ここで|ところで|ここでいう|一般に|一般的に|簡単に言うと"
    "|[^、。，は]{2,30}+(?:(?<=[でに])は)?(?<=[ではてきと時])(?=[、，]))[、，]?)?"
)
_SAME_AS = (
    "(?:[、，]?(?:しばしば|よく|または|別名|通称)?[^、。]{2,40}(?:とも呼ばれる(?:もの)?|とも呼ばれ|とも言われる"
    "|とも言われ|とも))?"
)

# Xとは… and Xは… in one expression: what they share is most of it, and to compile it twice is felt.
_TOPIC_FIRST = lazy(
    f"{_LEAD}(?P<term>{_TERM})(?P<aside>{_PARENTHESES})"
    "(?: ?(?P<toha>という(?:の|もの|言葉)は|とは)(?P<colon>[、，:：]?)"
    f"|(?P<same>{_SAME_AS}) ?(?P<called>という用語)?は(?P<comma>[、，]?)) ?(?P<rest>[^\\s].*)",
    re.DOTALL,
)
# と of comparison and company, and what else とは begins.
_NOT_TOHA = lazy(
    "異な|別|独立|限ら|言[えいうっわ]|いえ|いう|いっ|思|違|ちが|関係|無関係|逆|反対|かけ離れ|対照|一味|なら|比"
    "|打って|程遠|ほど遠|同[じ様]|一緒|共に"
    "|互換|相性|連携|おさらば|これ|どう|何(?:か|で|だ|を|の|？)|なん|なに|どんな|どこ|だれ|誰|書|考え|知|できな"
    "|しな|また|裏腹|直接|全く|まったく|まるで|ちょっと|かなり|あまり|特に|(?:以下|下記)の"
    "|次の(?:よう|こと|もの|通り|とおり|[0-9０-９一二三四五六])"
)
_UNLIKE = lazy("異な|違[うっいえ]|ちが[うっい]|似て|関係な")
_ALIAS = lazy(
    "(?:を|は|のこと(?:を|は))[、，]? ?(?:特に|一般に|一般的に|俗に|通常|まとめて|総称して|英語で|専門用語で|しばしば)?"
    f"(?P<term>{_QUOTED}|{_CHARACTER}{{2,30}}(?: [A-Za-z0-9-]{{1,20}}){{0,4}}){_PARENTHESES}"
    " ?(?:など)?と(?:呼(?:ぶ|びます|んで(?:い)?(?:る|ます)|ばれ(?:る|ます|て(?:い)?(?:る|ます)))|称(?:する"
    "|します)|い(?:う|います)|言(?:う|います))(?:。|．|\\Z)"
)
_SHORTEST = 15
_MAY_ALIAS = lazy("と(?:呼|いう。|いいます|言う。|言います|称)")

_LONGEST_KIND = max(map(len, KINDS))
_LAST_OF_KINDS = frozenset(kind[-1] for kind in KINDS)
_BEFORE_KIND = frozenset("るたいなのうくすむつぶぐー")
_KIND_TAILS = (
    *("のこと", "の一種", "の一つ", "の1つ", "のひとつ", "の総称", "の略", "の略称", "の集合", "の集まり"),
    *("のようなもの", "のようもの", "の名前", "の名称"),
)
_COPULAS = ("です", "である", "であり", "だ", "となります", "のことです", "を指します")
# What ``_kind`` finds ends so, and most sentences have nothing that does.
_MAY_BE_KIND = lazy(
    f"[{''.join(sorted(_LAST_OF_KINDS))}](?:{'|'.join(_KIND_TAILS)})?(?:{'|'.join(_COPULAS)})?で?(?:[。．、，（(]|\\Z)"
)
_CLOSES = lazy(r"[。．、，（(](?:(?<=[。．、，])|[^）)]*[）)](?:[。．]|(?=です|である|であり|で、|だ|[、，]|\Z)))")

# A noun before a comma is one of several: 対象が所有するオブジェクト、完了したJob、期限切れのリソースなど.
_ENUMERATES = lazy("[^、，。]{1,30}[、，][^。]*(?:など|等)(?:の|を|が|に|で)")


def _kind(text: str) -> tuple[int, int] | None:
    """Where a clause that ends with a noun of kind has it, from the character that narrows it, and where it ends.

    None where no clause of the text ends so.
    """
    size = len(text)
    for at, close in (*[match.span() for match in _CLOSES.finditer(text)], (size, size)):
        comma = text[at:close] in "、，"  # or the end
        ends = [at]
        if comma and text.endswith("で", 0, at):
            ends.append(at - 1)
        for tails in (_COPULAS, _KIND_TAILS):
            for end in tuple(ends):
                if text.endswith(tails, 0, end):
                    ends += [end - len(tail) for tail in tails if text.endswith(tail, 0, end)]
        found = [start for start in (_kind_before(text, end) for end in ends) if start is not None]
        if found and not (comma and _ENUMERATES.match(text, close)):
            return min(found), close
    return None


def _kind_before(text: str, end: int) -> int | None:
    if text[end - 1 : end] not in _LAST_OF_KINDS:
        return None
    for size in range(min(_LONGEST_KIND, end - 1), 0, -1):
        start = end - size
        if text[start:end] not in KINDS:
            continue
        before = text[start - 1]
        if before == "高":  # 高機能です says how it is
            return None
        if before in _BEFORE_KIND or "一" <= before <= "鿿" or "ァ" <= before <= "ヺ":
            return start - 1
        if before.isascii() and before.isalnum() and not "A" <= text[start] <= "Z":
            return start - 1
        if before == "け" and text[start - 2 : start] == "向け":
            return start - 2
    return None


_MEANS = lazy(
    "(?:(?<!と)のこと(?:です|である|だ)?|こと(?:です|である|だ))(?:[。．]|\\Z)|こと?を(?:指す|指します|さす|さします"
    "|いう|いいます|言う|言います|表す|表します)(?:[。．]|\\Z)"
    "|のことで[、，]|を(?:指す|指します|意味する|意味します|さす|さします|いう|いいます)(?:[。．]|\\Z)"
)
_MEANS_AND = lazy("を(?:指し|意味し)[、，]")  # of Xとは alone: HEADはbranchを指し、… tells where it points
_NO_TOHA_END = lazy(
    "(?:まし?た|ません|ない|についてです|[いな]もの(?:です|である|だ)|やすいです|たい|しょう|ください|と思います|かった|した|ている|ています|か"
    "|(?:いくつか|様々|さまざま|いろいろ|色々|複数)の[^、。]{1,12}があ(?:る|ります))[。．？?]*\\Z"
)
_NOT_DEFINING = lazy(
    "[？?]|(?:です|ます|でしょう|だろう)か[。．]?\\Z|(?:以下|下記|次|こちら)(?:の|です|だ|に|を|。)|おすすめ"
    "|お勧め|オススメ|必要|注意|べき|と思|たい(?:です|と)|しょう[。．]|ください|気が|感じ|らしい|かもしれ"
    "|ようです|そうです|どちらかとい"
    "|ました|ません|なかった|だった|でした|大変|難し|簡単(?:です|だ|。)|便利(?:です|だ|。)|同じ|問題(?:です|だ"
    "|。)|のが[^、。]{1,14}(?:です|である|だ)[。．]?\\Z|なのに対して|まだ|これ|今回|前回|私|僕|自分|筆者|個人的|初めて|さっき|先ほど|ますが|ですが"
)
_HANGING = lazy(
    "(?:これ|それ|あれ|最後に|とかける|と[書表]|この|その|あの|こう|そう|ここ|そこ|どう|なぜ|また|しかし|でも|ただ|例えば|たとえば|次"
    "|[図表] ?[0-9]|同様|まず|さらに|なお|ちなみに|つまり|さて|詳し|参考|[（(※]|上記|下記|以下|私|僕|自分|今回|前回)"
)
_LEADING = lazy("(?:本来の|よく|まず|いわゆる|所謂|一般の|通常の|普通の|最近の)+")
# One thing that was spoken of, not a kind of thing: 上記のパターンは….
_POINTING = (
    "この",
    "その",
    "あの",
    "どの",
    "上の",
    "下の",
    "先の",
    "今回の",
    "上記の",
    "次の",
    "我々の",
    "私の",
    "最後の",
    "最初の",
)


def japanese(block: Block, page: Page) -> Iterable[Found]:
    """What one Japanese block defines."""
    text = block.text
    has_topic = "は" in text
    names = "と" in text and _MAY_ALIAS.search(text) is not None
    labels = block.kind == "item" and len(text) >= _SHORTEST and _BEHIND_LABEL.search(text) is not None
    if not (has_topic or names or labels or page.above is not None):
        return ()
    return _found(Lines(block), page, has_topic=has_topic, names=names, labels=labels)


def _found(lines: Lines, page: Page, *, has_topic: bool, names: bool, labels: bool) -> Iterator[Found]:
    if has_topic:
        yield from _topics(lines, page)
    if names:
        for start, end in lines.ends.items():
            yield from _alias(lines.text, start, end)
    if page.above is not None:
        yield from _below(lines, page.above)
    if labels:
        yield from _label(lines)


def _topics(lines: Lines, page: Page) -> Iterator[Found]:
    """Xとは… and Xは…"""
    text = lines.text
    if "とは" in text or "というのは" in text or "というものは" in text:
        spans = list(lines.ends.items())
        for number, (start, end) in enumerate(spans):
            question = _QUESTION.match(text, start, end) if end - start < 40 else None
            if question is not None and (term := _term(question["term"])):
                yield from _answer(text, spans[number + 1 : number + 4], term)
            else:
                yield from _toha(text, start, end)
    # A sentence begins behind a 。: cheaper than to look for all of them first.
    start, size = 0, len(text)
    while start < size:
        end = text.find("。", start) + 1 or size
        if (
            end - start >= _SHORTEST
            and text.find("は", start, start + 80) >= 0
            and _may_be_topic(text, start, end)
            and (_may_say_what(text, start, end) or (page.on_top and not start))
        ):
            found = list(_wa(text, start, end, page))
            # Only now is it worth while to know where the sentence really begins and ends.
            if found and start in lines.ends:
                yield from _wa(text, start, lines.ends[start], page)
        start = end


def _may_be_topic(text: str, start: int, end: int) -> bool:
    """Whether some は follows what may end a term: of sentences with は four in ten go no further."""
    return _BEHIND_TERM.search(text, start, end) is not None or text.find("とも", start, end) >= 0


def _may_say_what(text: str, start: int, end: int) -> bool:
    """Whether a clause ends as one with a noun of kind does, or with を指す and such: of three in ten sentences."""
    return _MAY_BE_KIND.search(text, start, end) is not None or _MEANS.search(text, start, end) is not None


_BEHIND_TERM = lazy("は(?<=[^ぁ-ゖ]は)")  # a search for a sign is fast, one for what may stand before it is not


def _toha(text: str, start: int, end: int) -> Iterator[Found]:
    match = _TOPIC_FIRST.match(text, start, end)
    if match is None or not (match["toha"] or match["called"]):
        return
    term, rest = _term(match["term"]), match["rest"]
    if (
        not term
        or _NOT_TOHA.match(rest)
        or _UNLIKE.search(rest[:14])
        or _NO_TOHA_END.search(rest)
        or rest.endswith(("？", "?", "か。"))
        or len(rest) < 8
    ):
        return
    if _MEANS.search(rest) or _MEANS_AND.search(rest) or _kind(rest[-40:]):
        base = 0.88
    elif _ends_plainly(rest):
        base = 0.78 if match["colon"] or match["comma"] else 0.66 if rest[-1] in "。．" else 0.55
    else:
        return
    yield Found(term, start, end, base, _aliases(term, match))


def _ends_plainly(sentence: str) -> bool:
    """Whether it ends with a noun or with a verb as it stands in dictionaries."""
    body = sentence[:-1] if sentence[-1] in "。．" else sentence
    if body.endswith(("です", "である", "だ", "ます", "もの", "る", "）", ")")):
        return True
    last = body[-1:]
    return "一" <= last <= "鿿" or "ァ" <= last <= "ヺ" or last == "ー" or (last.isascii() and last.isalnum())


def _wa(text: str, start: int, end: int, page: Page) -> Iterator[Found]:
    match = _TOPIC_FIRST.match(text, start, end)
    if match is None or match["toha"]:
        return
    term, rest = _term(match["term"]), match["rest"]
    if not term or len(rest) < 10:
        return
    # Behind more than an adverb (一般的に、) Xは may speak of X in passing.
    first = start == 0 and page.begins_with(term, plainly=match.start("term") >= _LONGEST_ADVERB)
    if _NOT_DEFINING.search(rest) and not (first and _tells(rest)):
        return
    if rest[-1] not in _FULL_STOPS and "は" in rest and _SECOND_TOPIC.search(rest):
        return  # a note on two things: Xは校正、Yは推敲
    if ("ため" in rest or "ので" in rest) and _BECAUSE.search(rest) and not (_says_kind(rest) or _MEANS.search(rest)):
        return
    if _MEANS.search(rest):
        base = 0.8 if "を指" in rest else 0.68
    elif (kind := _kind(rest)) is not None and kind[0] >= 6:
        # The noun that ends the sentence says more surely what X is than one before a comma.
        base = 0.74 if len(rest) - kind[1] < 2 or _says_kind(rest) else 0.62
    elif first and _tells(rest):
        base = 0.6 if page.begins_with(term, plainly=True) else 0.54
    else:
        return
    yield Found(term, start, end, base, _aliases(term, match))


def _tells(rest: str) -> bool:
    """Whether the first sentence of a page about X, Xは…, tells what X is or does, and not what happened to it."""
    return _PLAIN_END.search(rest) is not None and not (
        _OF_THE_AUTHOR.search(rest)
        or (_DONE_TO.search(rest) and not _MADE_FOR.search(rest))
        or _NOT_DEFINING.search(rest[-_TAIL:])
    )


_LONGEST_ADVERB = 7
_FULL_STOPS = "。．"
_SECOND_TOPIC = lazy("(?<![らにでとて])は")
_BECAUSE = lazy("(?:[るいただ]ため|[るいなだ]ので)[、，]")  # what follows is what comes of it
_TAIL = 14  # characters at the end of a sentence, which say more of it than those in its clauses
_PLAIN_END = lazy("(?:(?<![的能])です|である|だ|[れん][てで]います|(?<![いて])ます|[うくすつむるぐぶ])[。．]\\Z")
# What is done to it, at one time or by one thing: テンプレートに渡されます. What it was made for is another matter.
_DONE_TO = lazy("れ(?:てい)?ます[。．]\\Z|[しっけい]て(?:い|おり)ます[。．]\\Z")
_MADE_FOR = lazy("(?:(?:使用|利用|構成|分割|設計|と)さ|使わ|用いら|呼ば)れ(?:てい)?ます[。．]\\Z")
_OF_THE_AUTHOR = lazy(
    "[？?]|ました|ません|と思|今回|前回|昨日|先日|最近|これ|私|僕|自分|筆者|個人的|記事|ますが|ですが"
)


def _aliases(term: str, match: re.Match[str]) -> tuple[str, ...]:
    """Other names of the term in brackets behind it, or before とも呼ばれる."""
    found = [name["name"] for name in _ALSO_CALLED.finditer(match["same"])] if match["same"] else []
    for part in _PARTS.split(match["aside"].strip(" （()）")) if match["aside"] else ():
        named = _NAMED.fullmatch(part)
        # A bare name may be an example: バックエンドサービス(gRPC). An acronym seldom is.
        if named is not None and (named["said"] or named["called"] or _ACRONYM.fullmatch(part)):
            found.append(named["name"])
    return tuple(alias for name in found if (alias := _term(name)) and alias != term)


_PARTS = lazy("[:：、，,;；/／] ?")
_NAMED = lazy(
    "(?P<said>しばしば|よく|以下|以降|略して|略称は?|通称|別名)?"
    f"(?P<name>{_QUOTED}|{_NOUNS})(?P<called>と(?:略される|略す|略します|も?呼ばれる|も?呼ぶ|も?言う|もいう))?"
)
_ACRONYM = lazy("[A-Z][A-Za-z]{0,6}[A-Z]s?|[A-Z]{2,}[0-9]*")
_ALSO_CALLED = lazy(f"[、，]?(?:しばしば|よく|または|別名|通称)?(?P<name>{_NOUNS})(?=と)")


def _alias(text: str, start: int, end: int) -> Iterator[Found]:
    match = _ALIAS.search(text, start, end)
    if match is None or match.start() - start < 10 or _HANGING.match(text, start, end):
        return
    term = _term(match["term"])
    quoted = match["term"][0] in _QUOTES
    if term and (quoted or "呼" in match[0] or "称" in match[0]):
        yield Found(term, start, end, 0.74 if quoted else 0.68)


_QUESTION = lazy(
    rf"(?:そもそも|まず)?(?P<term>{_QUOTED}|{_NOUNS}?(?:の{_NOUNS}?)?)\s*(?:とは|って)\s*(?:一体)?(?:何|なに"
    rf"|なん)?(?:か|だ|です|でしょう|だろう|もの|の)*\s*[?？!！:：…。]*\s*\Z"
)


def is_question(text: str) -> bool:
    """Whether the block asks what something is, as a heading would: 冪等性とは？"""
    return len(text) < 40 and "とは" in text and _QUESTION.match(text) is not None


_NAME = lazy(f"{_NOUNS}\\Z")
_TOPIC = lazy("[^、。]{1,60}(?:は|が|も)[、，]?")


def _below(lines: Lines, above: Block) -> Iterator[Found]:
    """The sentence below a heading Xとは？, or below X where it is a noun phrase that says what kind X is."""
    heading = named(above.text).strip()
    question = _QUESTION.match(heading) if "とは" in heading or "って" in heading else None
    if question is not None:
        term = _term(question["term"])
        if not term:
            return
        for found in _answer(lines.text, list(lines.ends.items()), term):
            # Of list items below a question, the first is as often a remark as an answer.
            if lines.block.kind != "item" or _says_kind(lines.text[found.start : found.end]):
                yield found
        return
    if above.kind == "term":  # of a definition list
        term = _term(heading) if re.fullmatch(_TERM, heading) else ""
        for found in _answer(lines.text, list(lines.ends.items())[:1], term) if term else ():
            if not _PARTICLE_FIRST.match(lines.text):
                yield found._replace(base=0.72 if _says_kind(lines.text[: found.end]) else 0.5)
        return
    if lines.block.kind not in ("paragraph", "quote") or _NAME.match(heading) is None:
        return
    end = lines.text.find("。") + 1 or len(lines.text)
    sentence = lines.text[:end]
    kind = _kind(sentence[-24:])
    if kind is None or kind[1] < min(len(sentence), 24) or len(sentence) < _SHORTEST or _TOPIC.match(sentence):
        return
    term = _term(heading)
    if term and lines.ends.get(0) == end and not _HANGING.match(sentence) and not _NOT_DEFINING.search(sentence):
        yield Found(term, 0, end, 0.55)


def _says_kind(sentence: str) -> bool:
    kind = _kind(sentence[-24:])
    return (kind is not None and kind[1] == len(sentence[-24:])) or _MEANS.search(sentence[-24:]) is not None


_PARTICLE_FIRST = lazy("[をがはにでとのも、]|という")


def _answer(text: str, spans: Sequence[tuple[int, int]], term: str) -> Iterator[Found]:
    """The first of the next three sentences that stands for itself: links and pointers come first in many posts."""
    for start, end in spans[:3]:
        sentence = text[start:end]
        if len(sentence) < _SHORTEST - 3 or HOLE in sentence:
            continue
        if not (
            _HANGING.match(sentence)
            or _NOT_BELOW.search(sentence)
            or _NOT_DEFINING.search(sentence)
            or (term not in sentence and _OTHER_TOPIC.match(sentence) and not _says_kind(sentence))
        ):
            yield Found(term, start, end, 0.7)
            return


# Below VACUUMとは？: PostgreSQLはMVCCを採用しており… leads up to it. WebAssemblyは…命令形式です says what Wasm is.
_OTHER_TOPIC = lazy("[^、。はがをに]{2,30}[^ぁ-ゖ、。]は")
_NOT_BELOW = lazy(
    "とは(?:何|なに|なん)|[？?:：]\\Z|(?:以下|下記|次|こちら)(?:の通り|のとおり|です|だ|。)|ください|参照|引用"
    "|まとめられている|の(?:紹介|説明|概要|話|メモ)(?:です)?[。．]?\\Z"
    "|た[。．]?\\Z|(?:など|について(?:です)?)[。．]?\\Z| [-|–] [^。]{2,20}\\Z"
)
_BEHIND_LABEL = lazy(r"[:：–—-](?:(?<=[:：])|(?=\s))")
_LABEL = lazy(
    f"(?P<term>{_QUOTED}|{_NOUNS}(?:の{_NOUNS})?){_PARENTHESES}\\s*(?:[:：]|[-–—](?=\\s))\\s*(?P<rest>\\S.*)", re.DOTALL
)


def _label(lines: Lines) -> Iterator[Found]:
    """X: what it is, as a list item; X in bold, or a noun of kind behind it."""
    strong = [mark for mark in lines.block.marks if mark.kind == "strong"]
    if not (strong or _may_say_what(lines.text, 0, len(lines.text))):
        return
    match = _LABEL.match(lines.text)
    if match is None or not 12 <= len(match["rest"]) <= 160:
        return
    term, rest = _term(match["term"]), match["rest"]
    if not term or HOLE in rest or _HANGING.match(rest) or _NOT_DEFINING.search(rest):
        return
    if "。" in rest[:-1] or "．" in rest[:-1]:  # 四則演算: 2つ目の数字の選択時に計算。0除算は防止 is what was done
        return
    bold = any(mark.start <= match.start("term") and mark.end >= match.end("term") for mark in strong)
    kind = _kind(rest)
    closes = kind is not None and len(rest) - kind[1] < 2
    if bold or closes or _MEANS.search(rest):
        yield Found(term, 0, len(lines.text.rstrip()), 0.7 if bold and closes else 0.64 if bold or closes else 0.6)


def _term(found: str) -> str:
    """The term in a noun phrase that was found, or "" where it names nothing."""
    others = set(found) - _IN_TERMS
    if others and found[0] not in _QUOTES and not (min(others) >= "一" and max(others) <= "鿿"):
        return ""
    term = _LEADING.sub("", found.strip('「」『』“”" 　'), count=1).strip(" 　・-/.")
    if term.startswith(("(", "（")):  # (デジタル)証明書
        term = re.sub("[（()）]", "", term)
    # A の B that is longer is a description: 最小二乗法の幾何学的な意味.
    if "の" in term and (len(term) > 16 or term.rpartition("の")[2] in FORMAL):
        return ""
    if term.endswith(FORMAL_TAILS):
        return ""
    if not 2 <= len(term) <= 40 or term in FORMAL or term[-1] in "的等" or term.startswith(_POINTING):
        return ""
    if term[0] == "本" and "ァ" <= term[1] <= "ヺ":  # 本ドキュメント is this one
        return ""
    # A number, what is counted, or hiragana. Few terms begin so, and the expression takes 1 ms to compile.
    begins_so = term[0] in _BEGINS_NUMBER or "ぁ" <= term[0] <= "ゖ"
    return "" if begins_so and _NUMBER_OR_KANA.fullmatch(term) else term


_BEGINS_NUMBER = frozenset("0123456789０１２３４５６７８９.,年月日時分秒回個つ番目-")
_NUMBER_OR_KANA = lazy("[0-9０-９][ぁ-ゖァ-ヺー一-鿿]*|[0-9０-９.,年月日時分秒回個つ番目-]+|[ぁ-ゖ]+")
