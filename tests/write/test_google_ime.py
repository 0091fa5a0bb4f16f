"""The user dictionary for Google 日本語入力 and Mozc."""

from jpkit.extraction.model import Entry, Extraction
from jpkit.write import glossary_files
from jpkit.write.google_ime import files


def test_the_whole_file(extraction: Extraction):
    assert dict(glossary_files("google-ime", extraction)) == {
        "glossary-google-ime.txt": "ふきんこうでーた\t不均衡データ\t名詞\timbalanced data\n".encode()
    }


def test_mozc_takes_100_kana_and_no_more():
    entries = tuple(
        Entry("a", word, None, reading, "term") for word, reading in (("語" * 100, "ア" * 100), ("語", "ア" * 101))
    )
    assert dict(files(Extraction((), entries))) == {"glossary-google-ime.txt": f"{'あ' * 100}\t{'語' * 100}\t名詞\n"}


def test_an_empty_glossary_is_an_empty_file():
    assert dict(files(Extraction((), ()))) == {"glossary-google-ime.txt": ""}
