"""Words with which an author says what the post does: この記事では…を説明します, this guide covers …"""

import re
from functools import cache

from jpkit.lazy import lazy

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


# Of what the whole page is: この章では…を説明します. Without its verb, この記事では is only a place.
_SCOPE = lazy(
    f"(?:(?:この|本|今回の|当){_DOCUMENT}|ここでは|今回は).*(?:{_TELLS}|対象|目的|扱い|扱う|示し|示す|学)"
    f"|について{_TELLS}(?:し(?:ます|ていきます|た|てい)|する|ます|た(?:い|記事|もの)|てみ|。)"
)


@cache
def _english_scope() -> re.Pattern[str]:
    post = "(?:post|article|guide|page|document|tutorial|section|chapter|topic)"
    return re.compile(
        f"[Tt]his {post} (?:describes|explains|covers|shows|discusses|introduces|explores|walks|will|provides|outlines"
        f"|details|captures|collects|summarizes|lists|gives|presents|is about|looks)"
        f"|[Ii]n this {post},? (?:we|I|you)\\b"
    )


def announces(text: str) -> bool:
    """Whether a sentence says what the post tells, or what its author did for it."""
    return (_english_cues() if text[-1].isascii() else _CUES).search(text) is not None


def states_scope(text: str) -> bool:
    """Whether a sentence says of the page itself what it is about."""
    return (_english_scope() if text[-1].isascii() else _SCOPE).search(text) is not None
