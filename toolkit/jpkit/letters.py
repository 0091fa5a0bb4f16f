"""Which script a letter is of, told by comparison: a regular expression of kanji takes 2 ms and more to compile."""

# ASCII on purpose: to Python's \w and \b a kana is a letter, and BigQueryの would not be a name at a boundary.
LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
KATAKANA = frozenset(map(chr, (*range(0x30A1, 0x30FB), 0x30FC, 0x30FD, 0x30FE)))


def is_kanji(character: str) -> bool:
    """Is it a kanji of the basic plane, a compatibility ideograph or 々?"""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character == "\u3005"


def is_japanese(name: str) -> bool:
    """Has it kana or kanji?"""
    return not name.isascii() and any(
        "\u3005" <= c <= "\u3007" or "\u3041" <= c <= "\u30ff" or is_kanji(c) for c in name
    )


def is_han(character: str) -> bool:
    """The same with the other planes, and with 〆 and ヶ, which are written for kanji."""
    return is_kanji(character) or character in "〆ヶ" or "\U00020000" <= character <= "\U0003ffff"
