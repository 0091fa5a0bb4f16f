"""Words that are no Japanese terms, begin none or end none: closed lists, picked by hand for jpkit.

Sudachi's parts of speech do not tell them from other nouns.
"""

STOP = frozenset(
    """
    こと もの とき ところ わけ はず つもり まま ほう ため とおり うち せい おかげ ほか かわり ついで とたん やつ
    かんじ いろいろ さまざま みなさん みんな ひとつ ふたつ たくさん そもそも なかなか おすすめ ざっと ちょっと
    だいたい 感じ 際 時 場合 方 点 件 気 話 人 者 物 事 所 何 誰 私 僕 俺 自分 自身 皆 皆様 皆さん 他 別 次 前
    後 中 上 下 内 外 間 横 裏 今 今回 前回 次回 今日 昨日 明日 本日 今年 去年 昨年 来年 今月 先月 来月 今週
    先週 来週 毎日 毎回 毎年 最近 最初 最後 最終的 当時 現在 以前 以後 以降 以来 以下 以上 以外 以内 未満 前者
    後者 上記 下記 前述 後述 上述 同様 同士 同時 途中 直接 直前 直後 普段 普通 一番 一度 一旦 一応 一見 一部
    全部 全員 全体 全然 大体 大抵 多少 多く 少し 結構 割と 実際 本当 本来 元々 元 例 例えば 程度 程 分 側 向け
    的 系 毎 等 通り 度 度目 目 位 くらい ぐらい 必要 可能 不可能 不要 大変 簡単 単純 重要 便利 適当 適切 様々
    色々 主 特徴 意味 理由 目的 結果 原因 状態 状況 様子 具合 都合 予定 余り 殆ど いくつ それぞれ あと おまけ
    さっき いま いつか どこ どれ なに これ それ あれ ここ そこ あそこ こちら そちら 月 日 年 週 曜日 月曜日
    火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 午前 午後 朝 昼 夜 年間 月間 時間帯 時点 時期 頃 円 個 回 本 枚 番
    号 歳 名 雰囲気 印象 所感 感想 余談 補足 追記 備忘録 自前 各種 複数 単数 他人 本人 大事 大切 残念 幸い
    最高 最低 最悪 最強 無事 正直 個人的 万 億 兆 千 百 十 半分 両方 片方 一つ 二つ 三つ 一人 二人 一緒 一定
    一般 特定 任意 既存 当該 該当 各自 各々 本稿 本記事 拙著 拙作 用 経由 自体 周り 関連 次第 由来 抜き 付近 前後
    全般 周辺 界隈 単位 ごと 無し なし あり 有り 込み 中心 絡み 同然 通常 結局 そのまま 先日 後日 近年 昨今 今度
    今朝 今晩 昨夜 早速 当初 従来 株式会社 有限会社 合同会社
    自分自身 諸々 複数回 全て すべて 本書
    再度 長年 日頃 比較的 ちなみ 先程 日々 徹底 直近 弊社 当社
    """.split()
)
"""Formal nouns, words for time and place, and what only relates one thing to another."""

CLOSING = frozenset("方法 部分 内容 一覧 全容 限り 不可 解説 社 ライク".split())
"""Words behind a term that are no part of it: 調査方法, 拡張機能一覧. They may begin one: 部分集合, 内容証明."""

POINTING = frozenset(
    """
    各 本 同 当 全 新 旧 両 お ご 御 約 計 第 毎 某 元 現 前 次 翌 昨 今 諸 副 主 大 小 好 名 要
    """.split()
)
"""Prefixes that only point: 各ノード is about ノード. Any other makes a word of its own (非同期)."""

NOT_POINTING = frozenset(
    """
    全加算 全結合 全探索 全方位 全二重 全順序 全微分 全固体 全自動 全地球 全ゲノム 副問い合わせ 大気圧
    """.split()
)
"""Such a prefix and a word that are one: 全結合層 is no 結合層."""

RELATING = frozenset(
    """
    用 別 側 内 外 製 等 達 たち ら 氏 様 君 さん 向け 向き 付き 付 毎 ごと 間 風 的 頃 ぶり 済み 済 込み 系 同士 周り
    まわり 流
    """.split()
)
"""Suffixes that relate a word to another instead of making a new one: 検証用, 期間内."""

COUNTED = frozenset(
    """
    年 月 日 時 分 秒 円 個 回 人 名 本 枚 つ 度 番 件 点 歳 才 割 倍 週 週間 時間 日間 年間 ヶ月 か月 ページ 行
    文字 台 冊 万 億 ドル 目
    """.split()
)
"""What is counted: 4時間 and 2020年 are quantities."""

LATIN_STOP = frozenset(
    """
    a an and are as at be been but by can could did do does doing done for from get gets go goes got had has
    have he her him his how i if in into is it its just let like may me might more most my no not of off ok on
    one only or other our out over own per so some such than that the their them then there these they this
    those to too up us use used using very via was we were what when where which who why will with would yes you
    your about after all also any because before between both each else ever every here i'm it's don't vs etc eg
    ie pm am beta new old see below above note faq readme todo ng q&a gb mb tb kb tl dr tldr imho xx xxx yyy zzz
    foo bar baz hoge fuga piyo foobar hogehoge aaa bbb ccc http https www com jp org net html htm jan feb mar
    apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ver rev vol page index md txt png jpg jpeg
    gif svg pdf step part chapter section fig figure table appendix true false null none nil undefined return
    p.s ps fyi btw lol twitter-id id tmp ctrl cmd alt esc enter
    """.split()
)
"""Function words of English, and what stands in for a value."""

FORMATS = frozenset("HTTP HTTPS PDF SVG GIF PNG JPG JPEG".split())
"""Capitals that are names, while the same in small letters only ends a file name or begins an address."""

ONE_WITH_SLASH = frozenset("ISO/IEC SSL/TLS".split())
"""Names that go together as one, while AWS/Azure are two."""

FIRST_IN_NAMES = frozenset("Index Page Table".split())
"""Words of files and of lists that are also things, before another capital: Index Condition Pushdown."""

INSIDE_NAMES = frozenset(
    """
    as a of for in on the to
    """.split()
)
"""English function words that may stand inside a name: Infrastructure as Code."""
