"""Japanese numbers read aloud, and what they do to the counter behind them: 3本 サンボン, 10回 ジュッカイ."""

_DIGITS = ("ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュウ")
_SMALL = ((1000, "セン"), (100, "ヒャク"), (10, "ジュウ"))
_LARGE = ("", "マン", "オク", "チョウ", "ケイ")
_UNITS = {"千": "セン", "万": "マン", "億": "オク", "兆": "チョウ"}
_IRREGULAR = {
    "サンヒャク": "サンビャク", "ロクヒャク": "ロッピャク", "ハチヒャク": "ハッピャク",
    "サンセン": "サンゼン", "ハチセン": "ハッセン",
    "イチチョウ": "イッチョウ", "ハチチョウ": "ハッチョウ", "ジュウチョウ": "ジュッチョウ",
    "イチケイ": "イッケイ", "ロクケイ": "ロッケイ", "ハチケイ": "ハッケイ", "ジュウケイ": "ジュッケイ",
}  # fmt: skip


def number_kana(number: str) -> str:
    """Reading of a number: ``1,000``, ``1.5``, ``10万``; digit by digit where it is no quantity (007)."""
    unit = _UNITS.get(number[-1:], "")
    whole, point, decimals = number.removesuffix(number[-1] if unit else "").replace(",", "").partition(".")
    if len(whole) > 4 * len(_LARGE) or (len(whole) > 1 and whole[0] == "0"):
        kana = "".join(_DIGITS[int(digit)] for digit in whole)
    else:
        kana = _integer(int(whole))
    if point:
        begin = "レイ" if kana == "ゼロ" else _shortened(kana, "イチ", "ハチ", "ジュウ")
        kana = begin + "テン" + "".join(_DIGITS[int(digit)] for digit in decimals)
    return _joined(kana, unit)


def _integer(number: int) -> str:
    if number == 0:
        return _DIGITS[0]
    kana = ""
    for power in reversed(range(len(_LARGE))):
        group = number // 10 ** (4 * power) % 10_000
        if group:
            thousand = "イッ" if power and group // 1000 == 1 else ""  # 1000 is セン, 1000万 イッセンマン
            kana += thousand + _joined(_group(group), _LARGE[power])
    return kana


def _group(number: int) -> str:
    kana = ""
    for size, name in _SMALL:
        digit = number // size % 10
        if digit:
            kana += name if digit == 1 else _joined(_DIGITS[digit], name)
    return kana + (_DIGITS[number % 10] if number % 10 else "")


def _joined(number: str, unit: str) -> str:
    both = number + unit
    for plain, said in _IRREGULAR.items():
        if unit and both.endswith(plain):
            return both.removesuffix(plain) + said
    return both


# Counters by their first character: how it is read, and how behind サン where that is another way.
_COUNTERS = {
    counter: (kana, voiced)
    for counter, kana, voiced in (
        f"{row},,".split(",")[:3]
        for row in (
            "本,ホン,ボン 匹,ヒキ,ビキ 杯,ハイ,バイ 票,ヒョウ,ビョウ 分,フン,プン 泊,ハク,パク 発,ハツ,パツ"
            " 歩,ホ,ポ 版,ハン 階,カイ,ガイ 軒,ケン,ゲン 足,ソク,ゾク 回,カイ 個,コ 件,ケン 巻,カン 機,キ"
            " 曲,キョク 級,キュウ 期,キ 桁,ケタ 項,コウ ヶ,カ ヵ,カ か,カ カ,カ ケ,カ 箇,カ 冊,サツ 歳,サイ"
            " 才,サイ 章,ショウ 週,シュウ 周,シュウ 種,シュ 層,ソウ 社,シャ 進,シン 世,セ 節,セツ 線,セン"
            " 点,テン 頭,トウ 通,ツウ 対,タイ 体,タイ 丁,チョウ 着,チャク"
        ).split()
    )
}
_BEFORE_K_AND_H = ("イチ", "ロク", "ハチ", "ジュウ", "ヒャク")
_BEFORE_S_AND_T = ("イチ", "ハチ", "ジュウ")
_YO = ("人", "年", "時", "円", "次")
"""Counters before which 4 is ヨ."""
_BEHIND = frozenset("間月国所年目数法世紀建")
"""What goes on behind a counter: 週間, ヶ月, 周年, 進数."""
_P = str.maketrans("ハヒフヘホ", "パピプペポ")


def counted(number: str, counter: str, kana: str) -> list[str]:
    """A number and its counter as they sound together, from what they sound like by themselves."""
    if number.endswith("ヨン") and counter.startswith(_YO):
        return [number[:-1], kana]
    if counter[0] not in _COUNTERS:
        return [number, kana]
    base, voiced = _COUNTERS[counter[0]]
    if len(counter) > 1 and not (counter[1] in _BEHIND and kana.startswith(base)):
        return [number, kana]  # 対象 is no 対, 機能 no 機
    if not kana.startswith(base):
        kana = base  # the dictionary has 本 as ポン behind a number
    if voiced and number.endswith(("サン", "セン", "マン", *(("ヨン",) if voiced == "プン" else ()))):
        return [number, voiced + kana[len(base) :]]
    short = _shortened(number, *(_BEFORE_K_AND_H if base[0] in "カキクケコハヒフヘホ" else _BEFORE_S_AND_T))
    return [short, kana[0].translate(_P) + kana[1:] if short != number else kana]


def _shortened(number: str, *ends: str) -> str:
    """ジュッ of ジュウ, イッ of イチ: before a counter that begins with a hard sound."""
    return number[:-1] + "ッ" if number.endswith(ends) else number
