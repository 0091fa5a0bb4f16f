"""The order of a Japanese dictionary."""

from jpkit.extraction.model import Entry, Extraction, PostResult
from jpkit.write.order import by_row, language, shown_reading


def test_readings_make_the_rows_and_latin_names_stay_with_their_letter():
    entries = [
        Entry("kanji", "冪等性", None, "ベキトウセイ", "term"),
        Entry("bigquery", "BigQuery", "BigQuery", "ビッグクエリ", "service"),
        Entry("none", "語", None, None, "term"),
        Entry("hiragana", "ことのは帳", None, "ことのはちょう", "term"),
    ]
    assert [(row, [entry.id for entry in inside]) for row, inside in by_row(entries, "その他")] == [
        ("か行", ["hiragana"]),
        ("は行", ["kanji"]),
        ("B", ["bigquery"]),
        ("その他", ["none"]),
    ]


def test_a_reading_shows_where_it_says_more_than_the_name():
    assert shown_reading(Entry("a", "不均衡データ", None, "フキンコウデータ", "term")) == "フキンコウデータ"
    assert shown_reading(Entry("a", "クラスター", None, "クラスター", "term")) is None
    assert shown_reading(Entry("a", "クラスター", None, "くらすたー", "term")) is None
    assert shown_reading(Entry("a", None, "Helm", None, "service")) is None


def test_the_language_is_japanese_unless_hardly_a_post_is_so_that_it_does_not_turn_on_a_page():
    def of(*langs: str) -> str:
        return language(Extraction(tuple(PostResult(path="a.md", lang=lang, title="") for lang in langs), ()))

    assert [of(), of("ja"), of("ja", "en"), of("en", "en", "ja")] == ["ja"] * 4
    assert [of("en"), of("en", "en", "en", "ja")] == ["en"] * 2
