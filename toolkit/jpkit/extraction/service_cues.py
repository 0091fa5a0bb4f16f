"""Names that are everyday letters and words (Go, R, X, note): what before or behind them makes them a name."""

import re
from functools import cache
from typing import NamedTuple

from jpkit.extraction.service_text import ALNUM
from jpkit.letters import KATAKANA


class Cue(NamedTuple):
    """When a very short or very common name (flag ``?``) is one: by its neighbours, or by the post's words."""

    after: str
    """What follows it then."""
    before: str = "(?!)"
    """What stands before it then."""
    needs: tuple[str, ...] = ()
    """Where one of these stands in the post, a Japanese particle or bracket behind the name is enough."""


_LANGUAGES = (
    r"(?:C\+\+|C#|Fortran|Go|Java|JavaScript|Julia|Kotlin|LaTeX|MATLAB|Node\.js|Perl|PHP|Python|Ruby|Rust|SAS|Scala|SPSS"
    "|Stata|Swift|TypeScript)"
)
_LISTED_AFTER = rf"(?:(?:とか|や|と|、|／|/|・) ?|, | and | or ){_LANGUAGES}(?![0-9A-Za-z])"
_LISTED_BEFORE = rf"(?<![0-9A-Za-z]){_LANGUAGES}(?: ?(?:とか|や|と|か|、|／|/|・)|, | and | or )"

CUES = {
    "Go": Cue(
        after="言語|製|で(?:書|実装|開発|作)|エンジニア|ルーチン|を書|に(?:移行|書き換え|入門)|"
        "の(?:コード|プログラム|標準|モジュール|パッケージ|ランタイム|コンパイラ|テスト|並行|文法)|"
        r" (?:code|program|programs|module|modules|routines?)(?![A-Za-z])| [+] [A-Z]|" + _LISTED_AFTER,
        before="written in |プログラミング言語|" + _LISTED_BEFORE,
        needs=tuple(
            "golang Golang Go言語 goroutine go.mod gofmt gRPC Rust Python Java TypeScript JavaScript PHP Ruby "
            "GitHub Docker Kubernetes AWS GCP".split()
        ),
    ),
    "R": Cue(
        after="言語|で(?:書|描|可視化|分析|解析|実装|計算|統計|集計|プロット)|スクリプト|パッケージ|"
        "の(?:パッケージ|コード|データフレーム|関数|スクリプト)|をインストール|" + _LISTED_AFTER,
        before=_LISTED_BEFORE,
        needs=tuple(
            "R言語 RStudio ggplot2 tidyverse CRAN dplyr data.frame knitr rmarkdown RMarkdown blogdown bookdown WebR webR "
            "Rcpp Bioconductor install.packages RMeCab Tokyo.R".split()
        ),
    ),
    "C": Cue(
        after="言語|で(?:書|実装)|コンパイラ|プログラム|"
        "の(?:コード|ソース|ヘッダ|標準ライブラリ|関数|プログラム|構造体|配列|ポインタ|プリプロセッサ)|"
        + _LISTED_AFTER,
        before=_LISTED_BEFORE,
    ),
    "X": Cue(
        after="(?:へ|に)[のも]?(?:投稿|ポスト|流|書)|で(?:ポスト|投稿|つぶや|呟|フォロー|見かけ|話題|バズ|シェア)|"
        "を(?:フォロー|見て|眺め|巡回)|アカウント|"
        "の(?:アカウント|タイムライン|ポスト|投稿|TL|API)| ?[(（](?:旧|元|formerly )",
        before="(?:Twitter|ツイッター)[(（](?:現|現在の|現在は)|"
        "(?:Twitter|Facebook|Instagram|Bluesky|Mastodon)(?:や|、|・|/|, )",
    ),
    "note": Cue(
        after="に(?:記事|投稿|書|公開|上げ|あげ|掲載|まとめ|載)|で(?:公開|書い|投稿|販売|記事|連載|発信)|株式会社|"
        "の(?:記事|アカウント|フォロ|クリエイター|マガジン)|を(?:更新|公開|書)|"
        "(?:や|と|、|/|・)(?:Zenn|Qiita|はてなブログ)",
        before="(?:Zenn|Qiita|はてなブログ) ?(?:や|と|、|/|・)",
    ),
    "Zoom": Cue(
        after="で(?:会議|打ち?合わ?せ|ミーティング|開催|参加|配信|話|つな|繋|面談|面接|録画|行|実施)|"
        "会議|飲み|ミーティング|ウェビナー|の(?:URL|リンク|ミーティング|背景|録画)| (?:call|meeting)s?",
        before="(?:on|via|over) |(?:Teams|Slack|Google Meet|Meet|Skype) ?(?:や|と|、|/|・)",
        needs=(
            "オンライン会議",
            "Web会議",
            "ビデオ会議",
            "Google Meet",
            "Teams",
            "ウェビナー",
            "リモートワーク",
            "オンライン授業",
        ),
    ),
    "Box": Cue(
        after="に(?:保存|アップロード|格納)|の(?:フォルダ|共有リンク)|"
        "(?:や|と|、|/|・)(?:Dropbox|Google Drive|OneDrive)",
        before="(?:Dropbox|Google Drive|Googleドライブ|OneDrive) ?(?:や|と|、|/|・)",
    ),
    "Medium": Cue(after="に(?:投稿|記事|書)|の記事|で(?:公開|記事)", before="(?:on|posted to) "),
    "Scratch": Cue(after="でプログラミング|の(?:プロジェクト|ブロック|作品)|(?:や|と|、|・)(?:Python|Viscuit)"),
    "Processing": Cue(after="で(?:描|書|作)|言語|のスケッチ|(?:や|と|、|・)(?:Arduino|p5[.]js|openFrameworks)"),
    "make": Cue(
        after="コマンド|で(?:ビルド|コンパイル)|と(?:入力|打|すると)|を(?:実行|使)|すれば|すると",
        needs=("Makefile", "CMake", "gcc"),
    ),
    "Threads": Cue(after="に(?:投稿|ポスト)|のアカウント|(?:や|と|、|・)(?:Bluesky|Instagram)"),
}


@cache
def _cue(spelling: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What follows and what precedes a spelling; most posts never ask."""
    cue = CUES[spelling]
    return re.compile(cue.after), re.compile(rf"(?:{cue.before})$")


def cued(text: str, spelling: str, start: int, end: int) -> bool:
    after, before = _cue(spelling)
    if text[start - 1] in KATAKANA:  # ポケモンGo, ビタミンC
        return False
    if before.search(text, max(0, start - 24), start - _spaced(text, start - 1, start - 2)):
        return True
    return bool(after.match(text, beyond(text, end)) or after.match(text, end)) and free_before(text, start)


def beyond(text: str, end: int) -> int:
    """Where the Japanese word behind a name begins: many authors put a blank between the two."""
    return end + _spaced(text, end, end + 1)


def _spaced(text: str, at: int, further: int) -> bool:
    """Whether a blank stands there between Latin and Japanese."""
    return text[at] == " " and text[further] > "\x7f"


def free_before(text: str, start: int) -> bool:
    """Whether no English word and no katakana runs into a short name: Let's Go, ポケモンGo."""
    before = text[start - 1]
    if before == " ":
        return text[start - 2] not in ALNUM
    return before not in KATAKANA and before != "'"
