"""What a person has changed is what jpkit has never written."""

from jpkit.bilingual.correction import Contradiction, Correction
from jpkit.bilingual.edits import Row, Written, agreed, edits

CAT = {"ja": "猫", "en": "cat"}
DOG = {"ja": "犬", "en": "dog"}
BOTH = Written((), {"cat": (CAT,), "dog": (DOG,)})


def about_cat(line: int, path: str = "g.csv", **says: str) -> Correction:
    return Correction(says, path, line, "cat", "猫", "cat")


def test_rows_that_say_what_was_written_are_no_edits():
    assert edits("g.csv", [Row(2, "cat", CAT), Row(3, "dog", {"en": "dog"})], BOTH) == []


def test_a_field_that_says_something_else_is_one_and_so_is_an_emptied_one():
    rows = [Row(2, "cat", {"ja": "猫", "en": "tomcat"}), Row(3, "dog", {"ja": "犬", "en": ""})]
    assert edits("g.csv", rows, BOTH) == [
        about_cat(2, en="tomcat"),
        Correction({"en": ""}, "g.csv", 3, "dog", "犬", "dog"),
    ]


def test_a_row_that_is_gone_or_has_lost_its_names_is_a_rejection():
    gone = Correction({}, "g.csv", 1, "dog", "犬", "dog", reject=True)
    assert edits("g.csv", [Row(2, "cat", CAT)], BOTH) == [gone]
    assert edits("g.csv", [Row(2, "cat", CAT), Row(3, "dog", {"ja": "", "en": ""})], BOTH) == [gone._replace(line=3)]


def test_where_two_states_are_put_together_either_is_ours_and_nothing_is_gone():
    written = Written((), {"cat": (CAT, {**CAT, "en": "kitty"}), "dog": (DOG,)}, whole=False)
    assert edits("g.csv", [Row(2, "cat", {"ja": "猫", "en": "kitty"})], written) == []
    assert edits("g.csv", [Row(2, "cat", {"ja": "猫", "en": "tom"})], written) == [about_cat(2, en="tom")]


def test_an_unknown_row_is_a_new_term_unless_it_has_the_names_of_one_that_is_missing():
    rows = [Row(2, "neko", {**CAT, "reading": "ネコ"}), Row(3, "dog", DOG), Row(4, "", {"ja": "狐", "en": ""})]
    assert edits("g.csv", rows, BOTH) == [about_cat(2, reading="ネコ"), Correction({"ja": "狐"}, "g.csv", 4)]


def test_a_row_that_has_got_another_id_and_another_english_name_is_the_same_entry():
    rows = [Row(2, "neko", {"ja": "猫", "en": "tomcat"}), Row(3, "dog", DOG)]
    assert edits("g.csv", rows, BOTH) == [about_cat(2, en="tomcat")]
    assert edits("g.csv", [Row(2, "", {"ja": "", "en": "cat"}), Row(3, "dog", DOG)], BOTH) == [about_cat(2, ja="")]
    # Of two, the one with both names is the entry, in whatever order.
    both = [Row(2, "", {"ja": "猫", "en": "tomcat"}), Row(3, "neko", CAT), Row(4, "dog", DOG)]
    assert edits("g.csv", both, BOTH) == [Correction({"ja": "猫", "en": "tomcat"}, "g.csv", 2)]


def test_a_row_that_says_so_is_a_rejection_whether_it_is_known_or_not():
    rows = [Row(2, "cat", CAT, reject=True), Row(3, "dog", DOG), Row(4, "", {"ja": "狐"}, reject=True)]
    assert edits("g.csv", rows, BOTH) == [
        about_cat(2)._replace(reject=True),
        Correction({"ja": "狐"}, "g.csv", 4, reject=True),
    ]


def test_letters_that_a_charset_lacks_are_nobodys_edit():
    written = Written((), {"cafe": ({"ja": "喫茶〜", "en": "café ☕"},)})
    rows = [Row(2, "cafe", {"ja": "喫茶～", "en": "cafe ??"})]
    assert edits("g.csv", rows, written, charset="cp932") == []
    assert len(edits("g.csv", rows, written)) == 1
    assert len(edits("g.csv", [Row(2, "cafe", {"en": "cafes ??"})], written, charset="cp932")) == 1


def test_letters_taken_apart_or_put_together_are_nobodys_edit():
    together, apart = {"ja": "ガイド", "en": "café"}, {"ja": "カ\u3099イト\u3099", "en": "cafe\u0301"}
    assert edits("g.csv", [Row(2, "cafe", apart)], Written((), {"cafe": (together,)})) == []
    assert edits("g.csv", [Row(2, "cafe", together)], Written((), {"cafe": (apart,)})) == []


def test_edits_of_two_files_come_together_where_they_agree():
    one, other = about_cat(2, en="tom"), about_cat(5, "g.json", en="tom", reading="トム")
    assert agreed([[one], [other]]) == ([about_cat(2, en="tom", reading="トム")], [])


def test_edits_that_contradict_each_other_are_neither_of_them_taken():
    one, other = about_cat(2, en="tom"), about_cat(5, "g.json", en="kitty")
    gone = Correction({}, "g.json", 1, "dog", "犬", "dog", reject=True)
    assert agreed([[one], [other, gone]]) == ([gone], [Contradiction("en", one, other)])
    assert agreed([[about_cat(2, en="tom")], [about_cat(1, "g.json")._replace(reject=True)]])[0] == []


def test_two_new_rows_of_one_name_contradict_each_other_too():
    one, other = Correction({"ja": "狐", "en": "fox"}, "g.csv", 4), Correction({"ja": "狐", "en": "vixen"}, "g.csv", 5)
    assert agreed([[one, other]]) == ([], [Contradiction("en", one, other)])


def test_a_row_that_had_no_id_is_known_by_its_names():
    written = Written((), {" 4": ({"ja": "狐", "en": "fox"},)})
    assert edits("g.csv", [Row(9, "", {"ja": "狐", "en": "fox"})], written) == []
    edit = Correction({"reading": "キツネ"}, "g.csv", 9, "", "狐", "fox")
    assert edits("g.csv", [Row(9, "", {"ja": "狐", "en": "fox", "reading": "キツネ"})], written) == [edit]
    assert edits("g.csv", [], written) == [Correction({}, "g.csv", 1, "", "狐", "fox", reject=True)]
