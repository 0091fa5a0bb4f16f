from jpkit.letters import is_han, is_japanese, is_kanji


def test_kanji_are_those_of_the_basic_plane_their_compatibility_forms_and_the_iteration_mark():
    assert [c for c in "々㐀一鿿﨑〇ヶ仮あア가a" if is_kanji(c)] == ["々", "㐀", "一", "鿿", "﨑", "仮"]


def test_what_is_written_for_a_kanji_and_the_other_planes_are_han():
    assert [c for c in "々仮﨑〆ヶ𠮷〇ケ" if is_han(c)] == ["々", "仮", "﨑", "〆", "ヶ", "𠮷"]


def test_a_name_with_a_kana_or_a_kanji_is_japanese():
    names = ("Kubernetes", "k8s クラスタ", "値", "〆切", "のAPI", "네트워크", "ｱﾌﾟﾘ", "—")
    assert [name for name in names if is_japanese(name)] == ["k8s クラスタ", "値", "〆切", "のAPI"]
