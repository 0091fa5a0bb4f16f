"""Where the sentences of a block begin and end, Japanese and English in one text.

One pass over end marks, closing brackets and hard line breaks, without a model: what decides is the
character before and the few after. Time is linear in the text, however long its only line is.
"""

import re
from collections.abc import Sequence

from jpkit.lazy import lazy

_WIDE_STOPS = "。｡．！？‼⁇⁈⁉"
# Full stops by themselves, or other marks. The first one stands alone: a search skips to a set, not to a repetition.
_STOP = lazy(rf"[{_WIDE_STOPS}!?.](?:(?<=\.)\.*|(?<!\.)[{_WIDE_STOPS}!?]*)")
_STOPS = _WIDE_STOPS + "!?."
# What closes a bracket that was never opened, and straight quotes, go with the sentence they close.
_CLOSERS = "」』）)】〉》］]”’\"'"
# Opening bracket to the closing one; （ and ( are closed by either ） or ).
_PAIRS = dict(zip("「『（(【〈《［[“", "」』))】〉》]]”", strict=True))
_HALF_WIDTH = {"）": ")", "］": "]"}
_LONGEST_BRACKET = 500  # Characters; what is longer is a smiley or "1)" that took the wrong partner.
_BRACKET = lazy(f"[{re.escape(''.join((*_PAIRS, *_PAIRS.values(), *_HALF_WIDTH)))}]")

# Goes on after ！ or ？ inside a sentence: どうして？と思った, Yahoo!の.
_RUNS_ON = lazy(
    r"[、，,：:]|と(?!ても|ころ|りあえ|にかく|もあれ|ある)|って|という|を|など|なんて|みたい|的|のよう"
    r"|の(?!で)(?![はが]?、)|が[、，]|は[、，]|も[、，]|に[、，]|です|だ[とっ]"
)
_HIRAGANA = "[ぁ-ゖ]"

# Before ". " and a capital. "etc.", "Inc." and "a.m." are not here: with a capital behind they end.
_ABBREVIATIONS = frozenset(
    "e.g i.e eg ie vs cf al dr mr mrs ms prof st jr sr approx viz resp ver gen sen rep rev hon gov capt col lt".split()
)
_BEFORE_NUMBERS = frozenset(
    "no nos fig figs vol pp p ch sec eq eqs v ver art tab ref refs jan feb mar apr jun jul aug sep sept oct nov"
    " dec".split()
)
_LAST_WORD = lazy(r"[0-9A-Za-z.]+\Z")
_AFTER_ENGLISH = lazy("\\s+[\"'“‘«(\\[*_]*(?:[A-Z0-9À-Þ\ufffc]|[^\\x00-\\u02ff])")

# Lines of a list that somebody made with hard breaks.
_BULLET = lazy(r"\s*(?:[・●■◆◇○□▼▶※◎☆★→＊✅✓✔✗✘•‣①-⑳]|[0-9０-９]{1,2}[.)）．、]|[-*+] )")
_HEAD = lazy(r"\s*(?:[■◆□◇▼]|【[^】]*】\s*\Z)")
_LABEL = lazy(r"\s*[^\s。、：:][^。、：:]{0,14}[：:]")
_POLITE_END = lazy(
    r"(?:です|ます|ました|ません|でした|でしょう|ましょう|ください|下さい)(?:か|よね|ね|よ|w+|笑"
    r"|[（(]笑[）)])?[♪☆★～〜ー^…・）)」』]*\s*\Z"
)
_GOES_ON_BELOW = lazy(
    r"\s*(?:[、。，．）」)]|を|が[、，]|けど|けれ|ので|のに|から、|と(?!ても|ころ|りあえ|にかく|もあれ"
    r"|いうわけ)|って|し、|よ[、。]|ね[、。]|に(?!ほん)|は(?!い|じめ|てな)|の(?!で、))"
)
_CONNECTIVE = lazy(
    r"\s*(?:しかし|しかも|また[、，]|そして|そこで|そのため|それで|ただ|なお[、，]|でも[、，]|なので|だから"
    r"|したがって|次に|まず|さらに|ちなみに|つまり|では[、，]|さて|今回は|ところで|というわけで)"
)
_FINAL_FORM = lazy(r"[るたいだうくすむつぶぐ]\s*\Z")
_ADVERBIAL = lazy(
    r"(?:今回|前回|現在|最近|先日|昨日|今日|今年|昨年|去年|先月|今月|結果|場合|以降|一方|当時|当初|年|月|日|際"
    r"|後|前|時|間|中|度|毎|本来|通常|普段|一般|基本|結局|但|逆)\s*\Z"
)
_NOUNS_ONLY = lazy(r"[^ぁ-ねは-ゖ、。，]{1,30}\Z")
# A name or a title in English: every longer word has its capital.
_CAPITALS = lazy(
    r"\s*(?:[A-Z0-9][^\s,;]*|of|and|the|for|in|at|&)(?: (?:[A-Z0-9][^\s,;]*|of|and|the|for|in|at|&))*\s*\Z"
)
_SHORT_LINE = 60  # characters


def sentences(text: str, breaks: Sequence[int] = ()) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of a block's text, in order, without the blanks around them.

    ``breaks`` are the offsets of the block's hard line breaks (``Mark`` of kind break), ascending. A
    sentence runs on over a break unless both lines say that they are lines of their own: labels,
    bullets, noun phrases alone, or a polite sentence that only lacks its 。. A mark inside a
    bracket or a quote that is closed later ends nothing. Every character that is no blank belongs
    to exactly one sentence.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for cut in (*_cuts(text, breaks), len(text)):
        piece = text[start:cut]
        body = piece.strip()
        if body:
            first = start + len(piece) - len(piece.lstrip()) if len(body) < len(piece) else start
            found.append((first, first + len(body)))
        start = cut
    return found


def _cuts(text: str, breaks: Sequence[int]) -> list[int]:
    """Where a sentence ends and something follows, ascending."""
    size = len(text)
    if not breaks and _STOP.search(text, 0, size - 1) is None:
        return []  # most blocks: one sentence, its mark at the end
    # A stop has a length, a break has none: at == end.
    events = [match.span() for match in _STOP.finditer(text)]
    if breaks:
        events = sorted([*events, *((offset, offset) for offset in breaks if 0 < offset < size)])
    events.append((size, size))
    pairs = _closed_brackets(text)
    cuts: list[int] = []
    start = line = passed = 0
    for number, (at, end) in enumerate(events):
        while passed < len(pairs) and pairs[passed][1] < at:
            opened, closed = pairs[passed]
            passed += 1
            leads = opened - start < 4 and not text[start:opened].strip()
            if leads and _bracket_is_sentence(text, opened, closed, behind=bool(cuts)):
                start = closed + 1
                cuts.append(start)
        if at < start or at == size:
            continue
        inside = passed < len(pairs) and pairs[passed][0] < at
        if at == end:
            above, line = line, at
            if inside or not _ends_at_break(text, above, at, _next_break(events, number), start):
                continue
        elif inside or not _ends_at_stop(text, start, at, end):
            continue
        start = _after_closers(text, end) if at < end else at
        cuts.append(start)
    return cuts


def _next_break(events: Sequence[tuple[int, int]], number: int) -> int:
    """Where the line behind that break ends, or where it has become too long to matter."""
    limit = events[number][0] + _SHORT_LINE
    return next((at for at, end in events[number + 1 : number + 10] if at == end or at > limit), events[-1][0])


def _closed_brackets(text: str) -> list[tuple[int, int]]:
    """Outermost pairs of brackets, in order; what is never closed or never opened opens nothing."""
    stack: list[tuple[str, int]] = []
    waiting: dict[str, int] = {}  # how many of each closing bracket the stack waits for
    pairs: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text):
        character = match[0]
        closing = _PAIRS.get(character)
        if closing is not None:
            stack.append((closing, match.start()))
            waiting[closing] = waiting.get(closing, 0) + 1
            continue
        character = _HALF_WIDTH.get(character, character)
        if not waiting.get(character):
            continue
        while True:  # every bracket is popped once, so this stays linear
            awaited, opened = stack.pop()
            waiting[awaited] -= 1
            if awaited == character:
                break
        if match.start() - opened > _LONGEST_BRACKET:
            continue
        while pairs and pairs[-1][0] > opened:
            pairs.pop()
        pairs.append((opened, match.start()))
    return pairs


def _bracket_is_sentence(text: str, opened: int, closed: int, *, behind: bool) -> bool:
    """Whether （…） or 「…」 that begins a sentence is all of it.

    It is where it holds its own end mark, or where it is a remark behind another sentence:
    安く受けられる。（30% OFFだった）次に….
    """
    rest = text[closed + 1 : closed + 12]
    marked = text[closed - 1] in _STOPS
    if text[opened] in "（(":
        if text[opened] == "(" and rest[:1] not in ("", " ", "\n") and not _is_wide(rest[0]):
            return False
        if marked:
            return not re.match("[、。，．,.]", rest)
        return behind and closed - opened > 8 and not re.match(f"\\s*[、。，．,.]|{_HIRAGANA}|\\s+[a-z]", rest)
    if text[opened] == "“":
        return marked and _AFTER_ENGLISH.match(rest) is not None
    return marked and text[opened] in "「『" and re.match(f"\\s*[、。，．]|{_HIRAGANA}", rest) is None


def _after_closers(text: str, end: int) -> int:
    while end < len(text) and text[end] in _CLOSERS:
        end += 1
    return end


def _ends_at_stop(text: str, start: int, at: int, end: int) -> bool:
    stop = text[end - 1]
    if stop in "。｡":
        return True
    closed = _after_closers(text, end)
    rest = text[closed : closed + 12]
    if not rest.strip():
        return True
    before = text[at - 1] if at > start else ""
    if stop == "．":
        return not (_is_latin(before) and _is_latin(rest[0]))
    if stop in _WIDE_STOPS:
        return _RUNS_ON.match(rest) is None
    if stop in "!?":
        return _ends_at_exclamation(text, start, at, rest, before)
    return _ends_at_period(text, start, at, end, rest, before)


def _ends_at_exclamation(text: str, start: int, at: int, rest: str, before: str) -> bool:
    if _RUNS_ON.match(rest):
        return False
    if _is_wide(before):
        return True
    if rest[0].isspace():
        return _AFTER_ENGLISH.match(rest) is not None and text[max(start, at - 5) : at].lower() != "yahoo"
    # Yahoo!ニュース and C#!important are names or code; Hello!これは is a sentence behind another.
    return re.match(_HIRAGANA, rest) is not None and text[max(start, at - 5) : at].lower() != "yahoo"


def _ends_at_period(text: str, start: int, at: int, end: int, rest: str, before: str) -> bool:
    if _is_wide(before):
        # です. つぎは; but 後悔...やっぱり goes on, and so does 設定.json.
        return rest[0].isspace() or (end - at == 1 and _is_wide(rest[0]))
    if _AFTER_ENGLISH.match(rest) is None:
        return False
    if end - at > 1:
        return True
    match = _LAST_WORD.search(text, max(start, at - 12), at)
    if match is None:
        return True
    word = match[0].lower()
    if word.isdigit() and at - start < 9 and not text[start : match.start()].strip("([\"'“ "):
        return False  # the number of a list item: "1. Install it"
    if word in _ABBREVIATIONS or (len(word) == 1 and "a" <= word <= "z" and word != "i"):
        return False
    if re.fullmatch("[a-z](?:\\.[a-z])+", word) and word not in ("a.m", "p.m"):  # U.S. Government
        return False
    following = rest.lstrip()
    return not (word in _BEFORE_NUMBERS and following[:1].isdigit())


def _is_wide(character: str) -> bool:
    """Whether it is a Japanese letter or mark; "" is none. As a character class it takes 2 ms to compile."""
    return character >= "\u3000" and (
        character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\uff01" <= character <= "\uff9f"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def _is_latin(character: str) -> bool:
    return (character.isascii() and character.isalnum()) or "０" <= character <= "９" or "Ａ" <= character <= "ｚ"


def _ends_at_break(text: str, line: int, at: int, until: int, start: int) -> bool:
    """Whether the line that ends at ``at`` is a sentence of its own, and the next one begins another."""
    before = text[max(line, at - _SHORT_LINE) : at]
    after = text[at : min(until, at + _SHORT_LINE)]
    last, first = before.rstrip()[-1:], after.lstrip()[:1]
    if not last or not first:
        return False
    if _POLITE_END.search(before):
        return _GOES_ON_BELOW.match(after) is None
    if last in "：:":
        return True
    head = text[line : min(at, line + 24)]
    if _LABEL.match(head) and _LABEL.match(after):
        return last not in "、，,"
    if _BULLET.match(after) or _HEAD.match(text[line:at]):
        return last not in "、，,はがをにでともやて"
    alone = at - start <= _SHORT_LINE and not text[start:line].strip()
    if _is_wide(last) or _is_wide(first):
        if _CONNECTIVE.match(after):
            return _FINAL_FORM.search(before) is not None
        # リカバリーディスクの作成 above a line that begins with a noun: a label that lacks its mark.
        # Somebody who breaks a sentence does so behind a particle or a comma.
        nouns = alone and _NOUNS_ONLY.match(text[line:at]) and not _ADVERBIAL.search(before)
        return bool(nouns) and re.match(f"[「『（(]|{_HIRAGANA}", first) is None
    return alone and until - at <= _SHORT_LINE and bool(_CAPITALS.match(before)) and bool(_CAPITALS.match(after))
