"""Tools that no catalogue lists and that the prose calls tools: 「Talonというソフト」, 「拡張機能「Tab Tree」」.

Hearst's patterns for hyponyms (1992), in Japanese: a name beside the noun that says what it is. So the nouns are looked
for, and what stands at fixed places beside them is a name or is not. The shape of a word alone says too little: of
the CamelCase words that a post repeats only half are names of tools, the others are classes, standards and features.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from jpkit.document import Block
from jpkit.extraction.unlisted_homes import in_store, is_home_of, may_be_home
from jpkit.extraction.unlisted_names import EVERYDAY, Named, Tool, is_tool_like, named_after, named_before
from jpkit.extraction.unlisted_roundups import rounded_up, titled
from jpkit.lazy import lazy
from jpkit.letters import LETTERS, is_han

# Without a ー at their ends. Not サイト, which are news and blogs, nor コマンド, スクリプト, ファイル, クラス.
_KINDS = {
    "oss": """
        ライブラリ ツール プラグイン アドオン 拡張機能 アプリ アプリケーション ソフト ソフトウェア ソフトウエア
        フレームワーク エディタ ミドルウェア クライアント コンパイラ パーサ リンター ジェネレータ テンプレートエンジン
        ランタイム ユーティリティ ブックマークレット データベース マネージャ ランチャー ビューア プレイヤー プレーヤー
        クローラ トランスパイラ バンドラ テストランナー タスクランナー ユーザースクリプト ユーザスクリプト パッケージ
        モジュール シェル ターミナル ボット IDE SDK CLI CMS IME ORM OSS gem crate""",
    "saas": "サービス SaaS",
    "language": "プログラミング言語",
    "platform": "ディストリビューション OS",
    "hardware": "デバイス ハードウェア",
}
_KIND = {noun: kind for kind, nouns in _KINDS.items() for noun in nouns.split()}
# Less sure: 拡張 is also what an identifier is to a standard, and a part of 拡張子; games are what posts tell of.
_BROWSER_ADDITION = "拡張"
_ONLY_BRACKETED = "ゲーム"
_NOUNS = (*_KIND, _BROWSER_ADDITION, _ONLY_BRACKETED)
_ORDER = {noun: number for number, noun in enumerate(_NOUNS)}
_NOUN = lazy("|".join(sorted(_NOUNS, key=len, reverse=True)))  # ソフトウェア before ソフト
# Behind other nouns a blank says less: 「AWS SDK v3」, 「タグマネージャー on」.
_BEFORE_BLANK = frozenset(
    "ライブラリ ツール パッケージ プラグイン アプリ 拡張機能 アドオン フレームワーク エディタ".split()
)
_HEADS_LIST = tuple("ツール アドオン プラグイン ライブラリ ソフト ソフトウェア アプリ 拡張機能 サービス".split())

_WIDEST = 16
"""Letters between という and its noun: 「Pleiadesという日本語化するプラグイン」."""
_LONGEST_REMARK = 30
"""Letters of 「GIN（Go言語で書かれたサーバー）」."""
_LONGEST_DEFINITION = 60

# What stands between という and the noun and makes it another thing's, or what stands before it no name.
_NOT_BETWEEN = frozenset("、。,.（）()「」『』をがはにへでや/！？!?\n:：")
_NO_CALL = ("と", "ぐらい", "くらい", "よう", "感じ", "の", "か", "も")
_NO_KIND = ("ローカル", "もっともらしい", "ぐらい", "つの", "複数", "ような")
# 「というプラグイン設計」「というパッケージ名」「というアプリのための」; but 「というライブラリ群」.
_GOES_ON = ("のため", "のファイル", "のクラス", "の中", "の設計", "のよう")
_ENDS_NOUN = frozenset("群達版内側上製等")


def called(blocks: Sequence[Block]) -> Iterator[Tool]:
    """The tools that the prose says are some."""
    whole = "\n".join([block.text for block in blocks])
    scripts = _scripts(blocks) if _SCRIPT.search(whole) else ()
    for block, named, noun in (*_beside_nouns(blocks, whole), *_used(blocks), *scripts, *_in_lists(blocks)):
        name = block.text[named.start : named.end]
        if is_tool_like(name, named.how):
            yield Tool(name, named.target, _KIND.get(noun, "oss"))
    if blocks:
        yield from (*rounded_up(blocks, _KIND), *titled(blocks[0]))


def _beside_nouns(blocks: Sequence[Block], whole: str) -> Iterator[tuple[Block, Named, str]]:
    # One search through all the post for all nouns: a search a noun takes twice as long. By the order of the nouns,
    # since a name is of the kind that is found first.
    starts, size = [], 0
    for block in blocks:
        starts.append(size)
        size += len(block.text) + 1
    for match in sorted(_NOUN.finditer(whole), key=lambda match: _ORDER[match[0]]):
        at, end = match.span()
        end += whole.startswith("ー", end)  # エディタ, エディター
        if _may_be_said(whole, at, end) and not _is_part(whole, at, end):
            number = bisect_right(starts, at) - 1
            block = blocks[number]
            for named in _beside(block, at - starts[number], end - starts[number], match[0]):
                yield block, named, match[0]


def _may_be_said(text: str, start: int, end: int) -> bool:
    """Whether the noun stands where it may be said of a name, as ``_beside`` has it: two in three do not."""
    return text[end : end + 1] in "「『 )）のでだ。\n" or text.find("という", max(0, start - _WIDEST - 3), start) >= 0


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether the noun is a part of a longer one: アプリ of アプリケーション, OS of OSS."""
    after = text[end : end + 1]
    if text[start] in LETTERS and (text[start - 1 : start] in LETTERS or after in LETTERS):
        return True
    return "ァ" <= after <= "ー"


def _beside(block: Block, start: int, end: int, noun: str) -> Iterator[Named]:
    """The names that the noun between ``start`` and ``end`` may be said of."""
    text = block.text
    after = text[end : end + 5]
    named = _bracketed(text, end, after)
    if named is not None:
        yield named
    if noun == _ONLY_BRACKETED or (noun == _BROWSER_ADDITION and after[:1] in ("子", "の")):
        return
    for named in (
        _called_so(block, start, after),
        _explained(block, start, after),
        _introduced(block, end, after, noun),
        _defined(block, start, after),
    ):
        if named is not None and (noun != _BROWSER_ADDITION or named.how != "code"):
            yield named


def _called_so(block: Block, start: int, after: str) -> Named | None:
    """「Talonというソフト」"""
    text = block.text
    cue = text.rfind("という", max(0, start - _WIDEST - 3), start)
    if cue <= 0 or after.startswith(_GOES_ON) or after[:1] in LETTERS or _is_compound(after[:1]):
        return None
    between = text[cue + 3 : start]
    if between.startswith(_NO_CALL) or not _NOT_BETWEEN.isdisjoint(between):
        return None
    return None if any(word in between for word in _NO_KIND) else named_before(block, cue)


def _is_compound(sign: str) -> bool:
    return sign != "" and is_han(sign) and sign not in _ENDS_NOUN


def _bracketed(text: str, end: int, after: str) -> Named | None:
    """「拡張機能「Tab Tree」」"""
    if after[:1] == " ":
        end, after = end + 1, after[1:]
    if after[:1] not in ("「", "『"):
        return None
    closing = text.find("」" if after[0] == "「" else "』", end)
    inside = text[end + 1 : closing]
    begin = end + 1 + len(inside) - len(inside.lstrip())
    return Named(begin, begin + len(inside.strip()), "quote") if closing > 0 else None


def _explained(block: Block, start: int, after: str) -> Named | None:
    """「MarsEdit（ブログエディタ）」"""
    if after[:1] not in (")", "）"):
        return None
    text = block.text
    opening = text.rfind("(" if after[0] == ")" else "（", max(0, start - _LONGEST_REMARK), start)
    # 「application（アプリケーション）」 is a translation.
    if opening <= 0 or opening + 1 == start or not _NOT_INSIDE.isdisjoint(text[opening + 1 : start]):
        return None
    return named_before(block, opening)


_NOT_INSIDE = frozenset("、。,()（）「")


def _introduced(block: Block, end: int, after: str, noun: str) -> Named | None:
    """「メモアプリ mumemo」「テストライブラリであるtextlint-tester」「ライブラリの[Almin](…)」"""
    text = block.text
    if after[:1] == "の":
        begin = end + 1 + (after[1:2] == " ")
        link = any(mark.kind == "link" and mark.start == begin for mark in block.marks)
        return named_after(block, begin) if link else None
    if after[:1] == " " and noun in _BEFORE_BLANK:
        named = named_after(block, end + 1)
    elif after.startswith("である"):
        named = named_after(block, end + 3 + (after[3:4] == " "))
    else:
        return None
    if named is None or text.startswith("さん", named.end):
        return None
    english = text[named.end : named.end + 1] == " " and text[named.end + 1 : named.end + 2] in LETTERS
    return None if english else named


def _defined(block: Block, start: int, after: str) -> Named | None:
    """「Lucetは高速なコンパイラです」: a sentence that begins with the name."""
    if after and not after.startswith(_ENDS_DEFINITION):
        return None
    text = block.text
    begin = max(text.rfind("。", 0, start), text.rfind("\n", 0, start)) + 1
    while text[begin : begin + 1] in (" ", "　"):
        begin += 1
    named = named_after(block, begin)
    if named is None:
        return None
    topic = next((len(word) for word in _TOPICS if text.startswith(word, named.end)), 0)
    return named if topic and start - named.end - topic <= _LONGEST_DEFINITION else None


_TOPICS = ("とは", "は", " とは", " は")
_ENDS_DEFINITION = ("です", "である", "で、", "だ。", "。")


def _used(blocks: Sequence[Block]) -> Iterator[tuple[Block, Named, str]]:
    """「`qrcode`をインストール」, 「[Talon](https://talonvoice.com/)を使って」.

    Only what stands out, since one installs and uses things without a name, too; and of what one uses only
    what has a page of its own, since one uses APIs and patterns that a manual describes.
    """
    for block in blocks:
        if not block.marks:
            continue
        text = block.text
        at = text.find("をインストール")
        while at >= 0:
            named = named_before(block, at)
            if named is not None and named.how != "plain":
                yield block, named, ""
            at = text.find("をインストール", at + 1)
        after = len(text) + 1
        for kind, start, end, target in reversed(block.marks):
            if kind != "link":
                continue
            # 「[moon](…)と[Packemon](…)を使って」: what is used may be several.
            cue = end + text.startswith(" ", end)
            used = text.startswith(_USES, cue) or text[end:after] in _AND
            home = in_store(target) or (is_home_of(text[start:end].strip(), target) and may_be_home(target))
            if text.startswith(_MAKERS, cue):
                continue
            used = used and (home or may_be_home(target))
            if used:
                after = start
            if home or (used and not text[:end].endswith((" API", " Pattern"))):
                named = named_after(block, start)
                if named is not None:
                    yield block, named, ""


_MAKERS = ("という会社", "という企業", "という団体", "という組織", "社が", "社の", "さん", "氏")


def _scripts(blocks: Sequence[Block]) -> Iterator[tuple[Block, Named, str]]:
    """「OpenCV.jsを使って」, 「userChrome.jsスクリプト」: its ending may be a file's, what follows it says no."""
    for block in blocks:
        text = block.text
        for ending in _SCRIPTS:
            at = text.find(ending)
            while at >= 0:
                end = at + len(ending)
                named = named_before(block, end) if text.startswith(_OF_SCRIPTS, end) else None
                if named is not None and named.how == "plain" and text[named.start : at].lower() not in _FILES:
                    yield block, named, ""
                at = text.find(ending, end)


_SCRIPTS = (".js", ".JS", ".el", ".vim", ".nvim")
_OF_SCRIPTS = ("スクリプト", "を使", "とか", "で書", "の話")
_SCRIPT = lazy(rf"\.(?:{'|'.join(ending[1:] for ending in _SCRIPTS)})(?:{'|'.join(_OF_SCRIPTS)})")
_FILES = EVERYDAY | frozenset("a b c background content gulpfile gruntfile index init package script webpack".split())

# The last three are right in all 7 places of 779 posts, and find 4 names that nothing else does with the rare rows of
# the catalogue hidden. Not のような (right in 6 of 11 places), に登録 and を公開 (sites, too), を買 (books, too).
_USES = (
    *"を使 を利用 を導入 を入れ をベース を用い を試 に移行 へ移行 で作 で書 が便利".split(),
    *("をダウンロード", "を組み合わ", "と組み合わ"),
)
_AND = ("と", "や", " と ", " や ", "、", " + ", ", ")


def _in_lists(blocks: Sequence[Block]) -> Iterator[tuple[Block, Named, str]]:
    """Items that begin with a link, under a line that says of what they are a list."""
    noun = ""
    for block in blocks:
        if block.kind in ("heading", "paragraph", "term"):
            line = block.text.rstrip("：: 。")
            noun = next(one for one in _HEADS_LIST if line.endswith(one)) if line.endswith(_HEADS_LIST) else ""
        elif noun and block.kind == "item" and any(mark.kind == "link" and mark.start == 0 for mark in block.marks):
            named = named_after(block, 0)
            if named is not None:
                yield block, named, noun
