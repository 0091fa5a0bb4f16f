"""Sentences that say what a term is: Xとは…, XはYです, …をXと呼ぶ, "X is a …", what stands below a heading X.

Each pattern has a base score: how often what it finds is a definition. Cheap tests come first, for
most blocks define nothing. A sentence that only points back (これは…) defines nothing by itself.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from jpkit.document import HOLE, Block
from jpkit.lazy import lazy
from jpkit.sentences import sentences

THRESHOLD = 0.6
"""The least score that is reported.

Read by hand in 485 blog posts: of 60 hits above it 53 were definitions, of the 38 from 0.45 up to it
fewer than half (titles of links, labels, XはY that tells what X does in passing).
"""


class DefinitionHit(NamedTuple):
    """A sentence, ``text[start:end]`` of ``blocks[block]``, that defines ``term``; ``score`` is 0 to 1."""

    term: str
    block: int
    start: int
    end: int
    lang: str
    score: float


def find_definitions(
    blocks: Sequence[Block], lang_of_block: Sequence[str], *, threshold: float = THRESHOLD
) -> tuple[DefinitionHit, ...]:
    """The definitions of a post in reading order; of two patterns that find one sentence, the better.

    The term is as the sentence or the heading above it spells it. Languages but ja and en have none.
    """
    best: dict[tuple[int, int], DefinitionHit] = {}
    about = Headings()
    for index, (block, lang) in enumerate(zip(blocks, lang_of_block, strict=True)):
        if block.kind in ("title", "heading", "term"):
            about.see(block)
            continue
        if block.kind not in ("paragraph", "quote", "item", "footnote"):
            continue
        lines = Lines(block)
        if lang == "ja":
            found = _japanese(lines, about)
        elif lang == "en":
            from jpkit.extraction.definitions_english import english

            found = english(lines, about)
        else:
            continue
        for term, start, end, base in found:
            score = _score(
                base, term, block.text[start:end], lang, about, block.text[max(start - _LOOK_BACK, 0) : start]
            )
            hit = DefinitionHit(term, index, start, end, lang, score)
            known = best.get((index, start))
            if score >= threshold and (known is None or known.score < score):
                best[index, start] = hit
        about.pass_block(block)
    return tuple(sorted(best.values(), key=lambda hit: (hit.block, hit.start)))


class Found(NamedTuple):
    term: str
    start: int
    end: int
    base: float


class Lines:
    """A block and its sentences, which are only looked for where a pattern may match."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.text = block.text

    @cached_property
    def ends(self) -> Mapping[int, int]:
        """Sentence starts and their ends."""
        breaks = [mark.start for mark in self.block.marks if mark.kind == "break"]
        return dict(sentences(self.text, breaks))


LONGEST_HEADING = 200  # characters that are looked at
_LOOK_BACK = 2_000  # characters of the block before a sentence, for a term that was mentioned already


class Headings:
    """The title and headings that a block stands under."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.above_keys: set[str] = set()
        self.on_top = False
        """Whether the next block is the first below the title: a page about one term begins with it."""
        self.above: Block | None = None
        """The heading, or the question in bold, right above the block; None further down."""

    def see(self, block: Block) -> None:
        self.above = block
        text = block.text[:LONGEST_HEADING]
        if "とは" in text or "って" in text:
            text = _QUESTION_TAIL.sub("", text)
        keys = {_key(text)}
        if ")" in text or "）" in text:
            keys |= {_key(_ASIDE.sub("", text)), *(_key(inner) for inner in _INSIDE.findall(text))}
        keys.discard("")
        self.above_keys = keys
        self.on_top = block.kind == "title"
        self.keys |= keys

    def pass_block(self, block: Block) -> None:
        self.above, self.above_keys, self.on_top = None, set(), False
        if len(block.text) < 40 and "とは" in block.text and _QUESTION.match(block.text):
            self.see(block)


def _score(base: float, term: str, sentence: str, lang: str, about: Headings, before: str) -> float:
    score = base
    key = _key(term)
    if not before and key in about.above_keys:
        score += 0.14
    elif key in about.keys:
        score += 0.06
    elif term in before:
        score -= 0.03  # mentioned already: it was probably explained there
    short, long = (15, 120) if lang == "ja" else (30, 250)
    if not short <= len(sentence) <= long:
        score -= 0.08
    if sentence[-1] not in "。.．」』）)":
        score -= 0.05
    if HOLE in sentence:
        score -= 0.2
    return round(min(max(score, 0.0), 1.0), 3)


def _key(term: str) -> str:
    """What spellings of one term share; an English plural and its singular, too."""
    folded = "".join(unicodedata.normalize("NFKC", term).casefold().replace("-", "").split())
    if len(folded) > 6 and folded.isascii() and folded.endswith("ies"):
        return folded[:-3] + "y"
    return folded[:-1] if len(folded) > 4 and folded.isascii() and folded.endswith("s") else folded


_ASIDE = lazy(r"\s*[（(][^（()）]*[）)]")
_INSIDE = lazy(r"[（(]([^（()）]*)[）)]")

# Japanese

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
    "|[^、。，は]{2,30}+は?(?<=[ではてき時])(?=[、，]))[、，]?)?"
)
_SAME_AS = (
    "(?:[、，]?(?:しばしば|よく|または|別名|通称)?[^、。]{2,40}(?:とも呼ばれる(?:もの)?|とも呼ばれ|とも言われる"
    "|とも言われ|とも))?"
)

# Xとは… and Xは… in one expression: what they share is most of it, and to compile it twice is felt.
_TOPIC_FIRST = lazy(
    f"{_LEAD}(?P<term>{_TERM}){_PARENTHESES}"
    "(?: ?(?P<toha>という(?:の|もの|言葉)は|とは)(?P<colon>[、，:：]?)"
    f"|{_SAME_AS}(?P<called>という用語)?は(?P<comma>[、，]?)) ?(?P<rest>[^\\s].*)",
    re.DOTALL,
)
# と of comparison and company, and what else とは begins.
_NOT_TOHA = lazy(
    "異な|別|独立|限ら|言[えいうっわ]|いえ|いう|いっ|思|違|ちが|関係|無関係|逆|反対|かけ離れ|対照|一味|なら|比"
    "|打って|程遠|ほど遠|同[じ様]|一緒|共に"
    "|互換|相性|連携|おさらば|これ|どう|何(?:か|で|だ|を|の|？)|なん|なに|どんな|どこ|だれ|誰|書|考え|知|できな"
    "|しな|また|裏腹|直接|全く|まったく|まるで|ちょっと|かなり|あまり|特に"
)
_UNLIKE = lazy("異な|違[うっいえ]|ちが[うっい]|似て|関係な")
_ALIAS = lazy(
    "(?:を|は|のこと(?:を|は))[、，]?(?:特に|一般に|一般的に|俗に|通常|まとめて|総称して|英語で|専門用語で|しばしば)?"
    f"(?P<term>{_QUOTED}|{_CHARACTER}{{2,30}}(?: [A-Za-z0-9-]{{1,20}}){{0,4}}){_PARENTHESES}"
    "(?:など)?と(?:呼(?:ぶ|びます|んで(?:い)?(?:る|ます)|ばれ(?:る|ます|て(?:い)?(?:る|ます)))|称(?:する"
    "|します)|い(?:う|います)|言(?:う|います))(?:。|．|\\Z)"
)
_SHORTEST = 15
_ALIAS_HINTS = ("と呼", "という。", "といいます", "と言う。", "と言います", "と称")

# What XはYです says X is: a noun of kind at the end, with something before it that narrows it.
_KINDS = frozenset(
    "ツール ライブラリ ライブラリー フレームワーク サービス 手法 方法 方法論 技術 技法 仕組み しくみ 機構"
    " プロセス アプローチ 戦略 システム ソフト ソフトウェア ハードウェア プログラム プログラミング言語"
    " 言語 記法 構文 形式 書式 フォーマット 規格 標準 仕様 規約 プロトコル 概念 考え方 思想 機能 コマンド"
    " アルゴリズム モデル モデリング 環境 基盤 データベース データ構造 データ データセット"
    " プラットフォーム ミドルウェア エンジン 関数 パターン 実践 プラクティス グループ 集合 集まり 総称"
    " の略 略称 略語 別名 一種 一つ 1つ ひとつ 能力 分野 学問分野 領域 操作 処理 単位 状態 理論 法則 定理"
    " 公式 プラグイン 拡張 拡張機能 アドオン モジュール パッケージ アプリ アプリケーション API サイト"
    " ウェブサイト Webサイト ファイル 用語 言葉 演算 行列 装置 機器 デバイス 建物 施設 組織 団体 資格 認定"
    " 試験 制度 指標 尺度 性質 特性 特徴量 現象 問題 タスク 作業 活動 役割 職種 存在 要素 コンポーネント"
    " 部品 リソース オブジェクト クラス インスタンス 変数 値 量 図 表現 定義 設計 アーキテクチャ 構成"
    " スタイル パラダイム ルール ポリシー 契約 層 レイヤー サーバ サーバー ホスト クライアント ブラウザ"
    " エディタ シェル コンパイラ インタプリタ リンカ スクリプト ブックマークレット ラッパー ビューア"
    " ビューアー クローン 実装 製品 プロダクト プロジェクト コミュニティ イベント カンファレンス"
    " ドキュメント 文書 資料 インタフェース インターフェース インターフェイス 画面 端末 通信 攻撃 脆弱性"
    " マシン OS DB SDK CLI IDE SaaS PaaS IaaS ランタイム コンテナ キュー ストレージ ネットワーク 分散 変換"
    " 方程式 分布 場所 手段 手続き 手順 行為 過程".split()
)
_LONGEST_KIND = max(map(len, _KINDS))
_BEFORE_KIND = frozenset("るたいなのうくすむつぶぐー")
_KIND_TAILS = (
    *("のこと", "の一種", "の一つ", "の1つ", "のひとつ", "の総称", "の略", "の略称", "の集合", "の集まり"),
    *("のようなもの", "のようもの", "の名前", "の名称"),
)
_COPULAS = ("です", "である", "であり", "だ", "となります", "になります", "のことです", "を指します")
_CLOSES = lazy(r"[。．、，]|[（(][^）)]*[）)][。．]?|\Z")


def _kind(text: str) -> tuple[int, int] | None:
    """Where a clause that ends with a noun of kind has it, from the character that narrows it, and where it ends.

    None where no clause of the text ends so.
    """
    for close in _CLOSES.finditer(text):
        ends = [close.start()]
        for tails in (_COPULAS, _KIND_TAILS):
            for end in tuple(ends):
                if text.endswith(tails, 0, end):
                    ends += [end - len(tail) for tail in tails if text.endswith(tail, 0, end)]
        found = [start for start in (_kind_before(text, end) for end in ends) if start is not None]
        if found:
            return min(found), close.end()
    return None


def _kind_before(text: str, end: int) -> int | None:
    for size in range(min(_LONGEST_KIND, end - 1), 0, -1):
        start = end - size
        if text[start:end] not in _KINDS:
            continue
        before = text[start - 1]
        if before in _BEFORE_KIND or "一" <= before <= "鿿" or "ァ" <= before <= "ヺ":
            return start - 1
        if before.isascii() and before.isalnum() and not "A" <= text[start] <= "Z":
            return start - 1
        if before == "け" and text[start - 2 : start] == "向け":
            return start - 2
    return None


_MEANS = lazy(
    "(?:のこと(?:です|である|だ)?|こと(?:です|である|だ))(?:[。．]|\\Z)|こと?を(?:指す|指します|さす|さします"
    "|いう|いいます|言う|言います|表す|表します)(?:[。．]|\\Z)"
    "|のことで[、，]|を(?:指す|指します|意味する|意味します|さす|さします|いう|いいます)(?:[。．]|\\Z)"
    "|を(?:指し|意味し)[、，]"
)
_NO_TOHA_END = lazy(
    "(?:まし?た|ません|ない|たい|しょう|ください|と思います|かった|した|ている|ています|か)[。．？?]*\\Z"
)
_PLAIN_END = lazy("(?:です|である|だ|[れん][てで]います|(?<![いて])ます|する|れる|なる)[。．]\\Z")
_NOT_DEFINING = lazy(
    "[？?]|(?:です|ます|でしょう|だろう)か[。．]?\\Z|(?:以下|下記|次|こちら)(?:の|です|だ|に|を|。)|おすすめ"
    "|お勧め|オススメ|必要|注意|べき|と思|たい(?:です|と)|しょう[。．]|ください|気が|感じ|らしい|かもしれ"
    "|ようです|そうです"
    "|ました|ません|なかった|だった|でした|大変|難し|簡単(?:です|だ|。)|便利(?:です|だ|。)|同じ|問題(?:です|だ"
    "|。)|これ|今回|前回|私|僕|自分|筆者|個人的|初めて|さっき|先ほど|ますが|ですが"
)
_HANGING = lazy(
    "(?:これ|それ|あれ|この|その|あの|こう|そう|ここ|そこ|どう|なぜ|また|しかし|でも|ただ|例えば|たとえば|次"
    "|まず|さらに|なお|ちなみに|つまり|さて|詳し|参考|[（(※]|上記|下記|以下|私|僕|自分|今回|前回)"
)
_LEADING = lazy(
    "(?:この|その|あの|上の|下の|先の|今回の|上記の|本来の|よく|まず|いわゆる|所謂|一般の|通常の|普通の|最近の"
    "|次の|我々の|私の)+"
)
# Nouns that head many sentences and name nothing, whole or as the last part of A の B.
_FORMAL = frozenset(
    "こと もの これ それ あれ ここ そこ それぞれ 場合 理由 原因 目的 特徴 主な特徴 結果 問題 問題点 課題 方法"
    " 手順 対策 対応 解決策 答え 回答 結論 ポイント 要点 違い 差 メリット デメリット 利点 欠点 長所 短所"
    " 内容 詳細 概要 例 具体例 以下 以上 上記 下記 次 前者 後者 両者 一方 他方 他 残り 全部 全体 一部 部分 最初"
    " 最後 今回 今日 今 昨日 明日 現在 最近 当時 時間 時 日 日付 年 月 場所 前 後 中 上 下 私 僕 俺 自分 筆者"
    " 著者 彼 我々 みんな 皆さん 人 方 気 点 話 意味 意図 名前 名称 値 数 量 型 形 色 サイズ デフォルト 初期値"
    " 引数 戻り値 返り値 設定 使い方 書き方 動作 挙動 機能 仕様 実装 コード ソース ソースコード 関数 変数"
    " 対象 条件 前提 環境 手元 画面 画像 図 表 左 右 本文 本書 本記事 記事 本稿 本エントリ エントリ ページ"
    " サイト リンク 動画 資料 スライド 発表 テーマ タイトル 感想 印象 イメージ 個人的 実際 基本 通常 普段 普通 一般"
    " 誰 何 どれ どこ どちら いつ なぜ 難点 注意点 変更点 違う点 キモ 肝 コツ 狙い 役割 作業 処理 現状 今後"
    " 将来 将来的 目標 目玉 中身 中心 主 主目的 利用者 ユーザー 管理者 開発者 作者 スポンサー 次回 前回 定義 式"
    " 解 公式 配布 手法 参加 設定ファイル 登録 開催 会場 料金 価格 費用 更新 公開 追加 変更 修正 削除"
    " インストール 導入 説明 解説"
    " 紹介 検索 表示 確認 コメント メモ 本体 準備 作業 流れ 全文 原文 余談 補足 追記 注意 参考 備考 結果的 本来"
    " 元々 目次 はじめに まとめ おわりに プラグイン ライブラリ ツール".split()
)


_FORMAL_TAILS = tuple("方法 手順 理由 場合 部分 内容 以外 以上 以下 実体 中身 場所 状況 一覧 違い 件 点".split())


def _japanese(lines: Lines, about: Headings) -> Iterator[Found]:
    text = lines.text
    if "とは" in text or "というのは" in text or "というものは" in text:
        spans = list(lines.ends.items())
        for number, (start, end) in enumerate(spans):
            question = _QUESTION.match(text, start, end) if end - start < 40 else None
            if question is not None and (term := _term(question["term"])):
                yield from _answer(text, spans[number + 1 : number + 4], term)
            else:
                yield from _toha(text, start, end)
    if any(map(text.__contains__, _ALIAS_HINTS)):
        for start, end in lines.ends.items():
            yield from _alias(text, start, end)
    # A sentence begins behind a 。: cheaper than to look for all of them first.
    start, size = 0, len(text)
    while start < size:
        end = text.find("。", start) + 1 or size
        if end - start >= _SHORTEST and text.find("は", start, start + 80) >= 0:
            found = list(_wa(text, start, end, first=start == 0 and about.on_top))
            # Only now is it worth while to know where the sentence really begins and ends.
            if found and start in lines.ends:
                yield from _wa(text, start, lines.ends[start], first=start == 0 and about.on_top)
        start = end
    if about.above is not None:
        yield from _below(lines, about.above)
    if lines.block.kind == "item":
        yield from _label(lines)


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
    if _MEANS.search(rest) or _kind(rest[-40:]):
        yield Found(term, start, end, 0.88)
    elif _ends_plainly(rest):
        yield Found(
            term, start, end, 0.78 if match["colon"] or match["comma"] else 0.66 if rest[-1] in "。．" else 0.55
        )


def _ends_plainly(sentence: str) -> bool:
    """Whether it ends with a noun or with a verb as it stands in dictionaries."""
    body = sentence[:-1] if sentence[-1] in "。．" else sentence
    if body.endswith(("です", "である", "だ", "ます", "もの", "る", "）", ")")):
        return True
    last = body[-1:]
    return "一" <= last <= "鿿" or "ァ" <= last <= "ヺ" or last == "ー" or (last.isascii() and last.isalnum())


def _wa(text: str, start: int, end: int, *, first: bool) -> Iterator[Found]:
    match = _TOPIC_FIRST.match(text, start, end)
    if match is None or match["toha"]:
        return
    term, rest = _term(match["term"]), match["rest"]
    if not term or len(rest) < 10 or _NOT_DEFINING.search(rest):
        return
    if _MEANS.search(rest):
        yield Found(term, start, end, 0.8 if "を指" in rest else 0.68)
    elif (kind := _kind(rest)) is not None and kind[0] >= 6:
        # The noun that ends the sentence says more surely what X is than one before a comma.
        yield Found(term, start, end, 0.74 if len(rest) - kind[1] < 2 else 0.55)
    elif first and _PLAIN_END.search(rest):
        yield Found(term, start, end, 0.54)


def _alias(text: str, start: int, end: int) -> Iterator[Found]:
    match = _ALIAS.search(text, start, end)
    if match is None or match.start() - start < 10 or _HANGING.match(text, start, end):
        return
    term = _term(match["term"])
    quoted = match["term"][0] in _QUOTES
    if term and (quoted or "呼" in match[0] or "称" in match[0]):
        yield Found(term, start, end, 0.74 if quoted else 0.68)


_QUESTION_TAIL = lazy(
    r"\s*(?:とは|って)\s*(?:一体)?(?:何|なに|なん)?(?:か|だ|です|でしょう|だろう|もの"
    r"|の)*\s*[?？!！:：…。]*\s*\Z"
)
_QUESTION = lazy(
    rf"(?:そもそも|まず)?(?P<term>{_QUOTED}|{_NOUNS}?(?:の{_NOUNS}?)?)\s*(?:とは|って)\s*(?:一体)?(?:何|なに"
    rf"|なん)?(?:か|だ|です|でしょう|だろう|もの|の)*\s*[?？!！:：…。]*\s*\Z"
)
_NAME = lazy(f"{_NOUNS}\\Z")
_TOPIC = lazy("[^、。]{1,30}(?:は|が|も)[、，]?")


def _below(lines: Lines, above: Block) -> Iterator[Found]:
    """The sentence below a heading Xとは？, or below X where it is a noun phrase that says what kind X is."""
    question = _QUESTION.match(above.text[:LONGEST_HEADING])
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
        term = _term(above.text.strip()) if re.fullmatch(_TERM, above.text[:LONGEST_HEADING].strip()) else ""
        for found in _answer(lines.text, list(lines.ends.items())[:1], term) if term else ():
            if not _PARTICLE_FIRST.match(lines.text):
                yield found._replace(base=0.72 if _says_kind(lines.text[: found.end]) else 0.5)
        return
    if lines.block.kind not in ("paragraph", "quote") or _NAME.match(above.text[:LONGEST_HEADING].strip()) is None:
        return
    end = lines.text.find("。") + 1 or len(lines.text)
    sentence = lines.text[:end]
    kind = _kind(sentence[-24:])
    if kind is None or kind[1] < min(len(sentence), 24) or len(sentence) < _SHORTEST or _TOPIC.match(sentence):
        return
    term = _term(above.text.strip())
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
        if not (_HANGING.match(sentence) or _NOT_BELOW.search(sentence) or _NOT_DEFINING.search(sentence)):
            yield Found(term, start, end, 0.7)
            return


_NOT_BELOW = lazy(
    "とは(?:何|なに|なん)|[？?:：]\\Z|(?:以下|下記|次|こちら)(?:の通り|のとおり|です|だ|。)|ください|参照|引用"
    "|まとめられている"
)
_LABEL = lazy(
    f"(?P<term>{_QUOTED}|{_NOUNS}(?:の{_NOUNS})?){_PARENTHESES}\\s*(?:[:：]|[-–—](?=\\s))\\s*(?P<rest>\\S.*)", re.DOTALL
)


def _label(lines: Lines) -> Iterator[Found]:
    """X: what it is, as a list item; X in bold, or a noun of kind behind it."""
    match = _LABEL.match(lines.text)
    if match is None or not 12 <= len(match["rest"]) <= 160:
        return
    term, rest = _term(match["term"]), match["rest"]
    if not term or HOLE in rest or _HANGING.match(rest) or _NOT_DEFINING.search(rest):
        return
    bold = any(
        mark.kind == "strong" and mark.start <= match.start("term") and mark.end >= match.end("term")
        for mark in lines.block.marks
    )
    kind = _kind(rest)
    closes = kind is not None and len(rest) - kind[1] < 2
    if bold or closes or _MEANS.search(rest):
        yield Found(term, 0, len(lines.text.rstrip()), 0.7 if bold and closes else 0.64 if bold or closes else 0.6)


def _term(found: str) -> str:
    """The term in a noun phrase that was found, or "" where it names nothing."""
    if found[:1] not in _QUOTES and not all(c in _IN_TERMS or "一" <= c <= "鿿" for c in found):
        return ""
    term = _LEADING.sub("", found.strip('「」『』“”" 　'), count=1).strip(" 　・-/.")
    if term.startswith(("(", "（")):  # (デジタル)証明書
        term = re.sub("[（()）]", "", term)
    # A の B that is longer is a description: 最小二乗法の幾何学的な意味.
    if "の" in term and (len(term) > 16 or term.rpartition("の")[2] in _FORMAL):
        return ""
    if term.endswith(_FORMAL_TAILS):
        return ""
    if not 2 <= len(term) <= 40 or term in _FORMAL or term[-1] in "的等" or term.startswith(("この", "その", "どの")):
        return ""
    return "" if re.fullmatch("[0-9０-９.,年月日時分秒回個つ番目-]+|[ァ-ヺー]?|[ぁ-ゖ]+", term) else term
