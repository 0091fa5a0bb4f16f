"""Key terms: ranked, without what says the same twice."""

import pytest

from jpkit.document import Document
from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import Mention
from jpkit.extraction.terms import best_terms, japanese_terms, what_is_known
from jpkit.markdown import read_document
from jpkit.source import Source, Span


def document(text: str) -> Document:
    return read_document(Source("post.md", text), Span(0, len(text)))


def names(text: str, *, services: tuple[str, ...] = ()) -> list[str]:
    blocks = document(text).blocks
    mentions = [
        Mention(name, name, index, at, at + len(name))
        for name in services
        for index, block in enumerate(blocks)
        if (at := block.text.find(name)) >= 0
    ]
    return [term.surface for term in japanese_terms(blocks, range(len(blocks)), services=mentions)]


def test_a_term_of_the_heading_and_the_text_leads():
    text = "# サービスメッシュの導入\n\nサービスメッシュを導入した。目的は可視化。\n\nサービスメッシュは手間。\n"
    assert names(text)[0] == "サービスメッシュ"


def test_a_part_that_only_stands_in_one_longer_term_gives_way_to_it():
    found = names("不均衡データを分類する。不均衡データは扱いにくい。")
    assert "不均衡データ" in found
    assert "不均衡" not in found


def test_of_a_term_too_long_for_a_glossary_one_part_is_enough():
    found = names("静電容量無接点方式の機器を買う。")
    assert sum(name in "静電容量無接点方式" for name in found) == 1


def test_a_part_that_stands_alone_elsewhere_is_a_term_by_itself():
    found = names("機械学習モデルを作る。機械学習は楽しい。")
    assert {"機械学習モデル", "機械学習"} <= set(found)


@pytest.mark.parametrize("part", ["Professional", "Machine", "Engineer", "Machine Learning", "Professional Machine"])
def test_a_word_of_a_longer_latin_name_is_no_term(part):
    found = names("Professional Machine Learning Engineerの試験。Professional Machine Learning Engineerを受けた。")
    assert "Professional Machine Learning Engineer" in found
    assert part not in found


def test_a_name_of_seven_words_is_one_term_and_none_of_its_parts_is():
    name = "Alpha Language Pack for Piyo Editor Deluxe"
    assert names(f"{name}が消えた。{name}を入れる。") == [name]


def test_a_release_is_no_term_beside_its_name_and_none_by_itself():
    assert names("Pythonを使う。Python 2.7.5の環境にV1.81を入れた。Firefox4とFirefox。") == [
        *["Python", "Firefox", "Firefox4", "環境"]
    ]
    assert names("macOS 26.5.2を使う。macOSが壊れた。", services=("macOS 26.5.2", "macOS")) == ["macOS"]


def test_the_plural_of_a_latin_name_is_no_second_term():
    assert names("Disruptionが起きる。Disruptionは困る。[Disruptions](a.md)も。") == ["Disruption"]
    assert names("Vulnerabilityを直す。Vulnerabilityは困る。[Vulnerabilities](a.md)も。") == ["Vulnerability"]
    assert {"Windows", "window"} <= set(names("Windowsのwindowを開く。", services=("Windows",)))


def test_a_part_of_a_name_stays_where_the_catalogue_knows_it():
    assert "BigQuery" in names("BigQuery MLを使う。", services=("BigQuery",))


def test_a_service_that_no_run_of_nouns_holds_is_a_term_and_its_parts_are_none():
    assert names("さくらのクラウドを使う。", services=("さくらのクラウド",)) == ["さくらのクラウド"]
    text = "さくらの山。さくらのクラウドを使う。"
    assert names(text, services=("さくらのクラウド",)) == ["さくらのクラウド", "さくら"]


def test_a_part_of_a_service_alone_is_no_term_beside_it():
    assert "Google" not in names("Googleフォトで見返す。", services=("Googleフォト",))
    assert "Google" in names("Googleフォトで見返す。Googleが作った。", services=("Googleフォト",))


def test_two_services_with_a_slash_are_no_third():
    assert names("iOS/Androidに出す。", services=("iOS", "Android")) == ["iOS", "Android"]
    assert "C/C++" in names("C/C++で書く。", services=("C", "C++"))


def test_a_service_inside_a_term_is_no_term_of_its_own():
    assert names("C言語で書く。", services=("C",)) == ["C言語"]


def test_a_latin_name_is_kept_apart_from_the_japanese_word_behind_it():
    assert "Python" in names("Pythonスクリプトを書く。")


def test_the_spelling_shown_is_the_most_frequent_one():
    assert names("Tensorflowを使う。TensorFlowとTensorFlowを使う。")[0] == "TensorFlow"


def test_terms_leave_with_reading_and_every_place():
    found = document("不均衡データ。\n\n**不均衡**データ。\n")
    terms = japanese_terms(found.blocks, range(2))
    (term,) = best_terms(terms, found.blocks, found.source, top=1)
    assert (term.term, term.reading, term.count) == ("不均衡データ", "フキンコウデータ", 2)
    assert term.places == ((1, 1, 1, 7), (3, 3, 3, 11))


def test_struck_out_text_counts_less():
    def score(text: str) -> float:
        blocks = document(text).blocks
        return next(t.score for t in japanese_terms(blocks, range(len(blocks))) if t.surface == "量子化")

    assert score("量子化と~~量子化~~") < score("量子化と量子化")


def test_the_words_of_the_lists_are_keys():
    known = what_is_known(())
    assert [word for word in (*known.common, *known.technical) if term_key(word) != word] == []
