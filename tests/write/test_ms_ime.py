"""The user dictionary for Microsoft IME."""

from jpkit.extraction.model import Entry, Extraction
from jpkit.write import glossary_files
from jpkit.write.ms_ime import files


def lines(*entries: Entry) -> list[str]:
    [(_, data)] = files(Extraction((), entries))
    return data.decode("utf-16").split("\r\n")[4:-1]


def test_the_whole_file(extraction: Extraction):
    [(path, data)] = glossary_files("ms-ime", extraction)
    assert path == "glossary-ms-ime.txt"
    assert data[:4] == b"\xff\xfe!\x00"
    assert data[2:].decode("utf-16-le") == (
        "!Microsoft IME Dictionary Tool\r\n"
        "!Version:\r\n"
        "!Format:WORDLIST\r\n"
        "\r\n"
        "ふきんこうでーた\t不均衡データ\t名詞\timbalanced data\r\n"
    )


def test_sixty_utf16_units_are_taken_and_no_more():
    assert lines(Entry("a", "語" * 60, None, "ア" * 60, "term")) == [f"{'あ' * 60}\t{'語' * 60}\t名詞"]
    assert lines(Entry("a", "𠮷" * 30, None, "ア", "term")) == [f"あ\t{'𠮷' * 30}\t名詞"]
    assert lines(Entry("a", "𠮷" * 31, None, "ア", "term"), Entry("b", "語", None, "ア" * 61, "term")) == []


def test_what_is_no_unicode_shows_as_on_standard_output():
    assert lines(Entry("a", "語\udc80", None, "ゴ", "term")) == ["ご\t語\\udc80\t名詞"]
