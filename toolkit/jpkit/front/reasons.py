"""What the parsers of TOML and JSON say, in the language in force.

They speak English only; what is not in the table (a later Python's words) stays as it is.
"""

import re

from jpkit.messages import language

_TOML_AND_JSON = (
    (r"Cannot overwrite a value|Cannot declare (.+) twice|Cannot redefine .+", "同じキーがすでにあります"),
    (r"Cannot mutate immutable namespace .+", "すでに閉じたテーブルには追加できません"),
    (r"Duplicate inline table key (.+)", "同じキーがすでにあります"),
    (r"Escaped character is not a Unicode scalar value", "エスケープがUnicodeの文字を表していません"),
    (r"Expected '=' after a key in a key/value pair", "キーの後に「=」が必要です"),
    (r"Expected '\]' at the end of a table declaration", "テーブル名の後に「]」が必要です"),
    (r"Expected '\]\]' at the end of an array declaration", "テーブル名の後に「]]」が必要です"),
    (r"Expected newline or end of document after a statement", "値の後に余分な文字があります"),
    (r"Expected (?:'([^']+)'|\"(.+)\")", r"「\1\2」が必要です"),
    (r"Found invalid character .+|Illegal character .+", "ここでは使えない文字です"),
    (r"Invalid date or datetime", "存在しない日付や時刻です"),
    (r"Invalid hex value", "16進数ではありません"),
    (r"Invalid initial character for a key part", "キーの先頭に使えない文字です"),
    (r"Invalid statement", "「キー = 値」の形になっていません"),
    (r"Invalid value", "値として読めません"),
    (r"Unclosed array", "配列が閉じていません"),
    (r"Unclosed inline table", "インラインテーブルが閉じていません"),
    (r"Unescaped '\\\\?' in a string", "文字列の中の「\\\\」がエスケープになっていません"),
    (r"Unterminated string(?: starting at)?", "文字列が閉じていません"),
    (r"Expecting '(.)' delimiter", r"「\1」が必要です"),
    (r"Expecting property name enclosed in double quotes", "キーは二重引用符で囲みます"),
    (r"Expecting value", "値がありません"),
    (r"Illegal trailing comma before end of (?:object|array)", "最後の項目の後にコンマは書けません"),
    (r"Invalid control character at", "文字列の中に制御文字があります"),
    (r"Invalid \\(?:uXXXX )?escape.*", "使えないエスケープです"),
)


def reason(said: str) -> str:
    """What a parser said, in Japanese where that is the language of messages."""
    if language() != "ja":
        return said
    for pattern, japanese in _TOML_AND_JSON:
        match = re.fullmatch(pattern, said)
        if match is not None:
            return match.expand(japanese)
    return said
