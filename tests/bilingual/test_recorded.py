"""The table of recognised corrections: it grows, and what stands there stays."""

from jpkit.bilingual.correction import Correction
from jpkit.bilingual.recorded import recorded, same_entry
from jpkit.bilingual.table import read_table

HEADER = "\ufeffid,found_ja,found_en,ja,en,reading,kind,definition_ja,definition_en,variants,abbreviations,reject\n"
CAT = Correction({"en": "tom", "reading": "", "variants": "=a; b"}, "g.csv", 2, "cat", "猫", "cat")


def test_a_correction_is_a_line_with_the_names_that_jpkit_finds():
    text = recorded(None, [CAT, Correction({}, "g.csv", 1, "at", "＠", "@", reject=True)])
    assert text == f"{HEADER}cat,猫,cat,,tom,-,,,,'=a; b,,\nat,'＠,'@,,,,,,,,,yes\n"
    assert read_table("c.csv", text.encode()).corrections() == (
        CAT._replace(path="c.csv", line=2),
        Correction({}, "c.csv", 3, "at", "＠", "@", reject=True),
    )


def test_a_later_word_changes_its_own_cells_and_the_rest_stays_as_the_author_has_it():
    before = 'en,found_ja,Note\ntom,猫,"my\ncat"\n\ndog,犬,\n'
    table = read_table("c.csv", before.encode())
    edit = Correction({"reading": "ネコ"}, "g.csv", 2, "cat", "猫", "tom")
    assert recorded(table, [edit]) == (
        "\ufeffen,found_ja,Note,id,found_en,ja,reading,kind,definition_ja,definition_en,variants,abbreviations,reject\n"
        "tom,猫,my cat,cat,,,ネコ,,,,,,\n"
        "dog,犬,,,,,,,,,,,\n"
    )


def test_entries_are_told_by_their_japanese_names_then_by_ids_then_by_english_names():
    def named(ja: str = "", en: str = "", id: str = "") -> Correction:
        return Correction({}, "c.csv", 2, id, ja, en)

    assert same_entry(named("サーバー", id="a"), named("サーバ", id="b"))
    assert not same_entry(named("利用可能", "available", "available"), named("可用", "available", "available"))
    assert same_entry(named("猫", "cat", "cat"), named("", "tom", "cat"))
    assert same_entry(named("猫", "cat"), named("", "Cat"))
    assert not same_entry(named("猫"), named("", "cat"))
