"""Dictionaries that the user has: which files are ones, and what they say."""

import gzip
from pathlib import Path

import pytest

from jpkit.bilingual.dictionary import open_dictionary
from jpkit.errors import JpkitError

EDICT = """\
　？？？ /EDICT, Japanese-English Electronic Dictionary Files/Created: 2021-02-03/
戻り値 [もどりち] /(n) (comp) return value/returned value/
設定 [せってい] /(n,vs) (1) establishment/creation (of a rule)/(2) (comp) options setting/(P)/
調べる [しらべる] /(v1,vt) to examine/to look up/
サーバー /(n) (1) (comp) server (e.g. web)/(2) {sports} server/(P)/
ＡＰＩ [エーピーアイ] /(n) {comp} application programming interface/API/
最新情報 [さいしんじょうほう] /(n) the latest information/
長文 [ちょうぶん] /(n) long passage (e.g. in newspaper)/very long and winding sentence indeed/
"""
EDICT2 = "珈琲(ateji);コーヒー(P) [コーヒー] /(n) (uk) coffee (dut: koffie)/(P)/EntL1049180X/\n"
JMDICT = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE JMdict [
<!ENTITY comp "computing">
<!ELEMENT JMdict (entry*)>
]>
<JMdict>
<entry><ent_seq>1</ent_seq><k_ele><keb>戻り値</keb></k_ele><r_ele><reb>もどりち</reb></r_ele>
<sense><gloss>thing returned</gloss></sense>
<sense><field>&comp;</field><gloss>return value</gloss><gloss xml:lang="ger">Rückgabewert</gloss></sense></entry>
<entry><ent_seq>2</ent_seq><r_ele><reb>サーバー</reb></r_ele><sense><gloss>server</gloss></sense></entry>
<entry><ent_seq>3</ent_seq><k_ele><keb>橋</keb></k_ele><r_ele><reb>はし</reb></r_ele>
<sense><gloss>bridge</gloss></sense></entry>
</JMdict>
"""


def file(folder: Path, text: str, encoding: str, *, zipped: bool = False) -> str:
    data = text.encode(encoding)
    path = folder / "dictionary"
    path.write_bytes(gzip.compress(data) if zipped else data)
    return str(path)


@pytest.mark.parametrize("encoding", ["euc_jp", "utf-8"])
@pytest.mark.parametrize("zipped", [False, True])
def test_edict_is_read_in_both_encodings_zipped_or_not(tmp_path, encoding, zipped):
    dictionary = open_dictionary(file(tmp_path, EDICT, encoding, zipped=zipped))
    assert dictionary.look_up(["戻り値", "設定", "調べる", "サーバ", "API", "最新情報", "長文", "不明"]) == {
        "戻り値": ("return value", "returned value"),
        "設定": ("options setting", "establishment", "creation"),
        "サーバ": ("server",),
        "API": ("application programming interface", "API"),
        "最新情報": ("latest information",),
        "長文": ("long passage",),
    }


def test_every_spelling_of_an_entry_of_edict2_has_its_english(tmp_path):
    dictionary = open_dictionary(file(tmp_path, EDICT2, "euc_jp"))
    assert dictionary.look_up(["コーヒー", "珈琲"]) == {"コーヒー": ("coffee",), "珈琲": ("coffee",)}


@pytest.mark.parametrize("zipped", [False, True])
def test_jmdict_is_read_with_the_senses_of_computing_first_and_english_alone(tmp_path, zipped):
    dictionary = open_dictionary(file(tmp_path, JMDICT, "utf-8", zipped=zipped))
    assert dictionary.look_up(["戻り値", "サーバー", "はし"]) == {
        "戻り値": ("return value", "thing returned"),
        "サーバー": ("server",),
    }


def test_the_notice_names_the_file_its_owner_and_the_licence(tmp_path):
    notice = open_dictionary(file(tmp_path, EDICT, "utf-8")).notice()
    assert "comes from dictionary." in notice
    assert "Electronic Dictionary Research and Development Group" in notice
    assert "CC BY-SA 4.0" in notice


@pytest.mark.parametrize(
    "text", ["", "# A page\n\nText / with / slashes\n", "ja\ten\n戻り値\treturn value\n", "\0\1\2"]
)
def test_what_is_no_dictionary_is_refused(tmp_path, text):
    path = file(tmp_path, text, "utf-8")
    with pytest.raises(JpkitError) as error:
        open_dictionary(path)
    assert str(error.value) == (
        f"{path}: is no dictionary in EDICT or JMdict format; name such a file, or leave --dictionary out"
    )


def test_a_dictionary_that_is_not_there_or_is_a_folder_is_refused(tmp_path):
    with pytest.raises(JpkitError) as error:
        open_dictionary(str(tmp_path / "edict"))
    assert str(error.value) == f"{tmp_path / 'edict'}: no such dictionary; name the file of one that is installed"
    with pytest.raises(JpkitError, match="cannot be read"):
        open_dictionary(str(tmp_path))


def test_a_file_that_breaks_off_is_told_when_it_is_read(tmp_path):
    path = file(tmp_path, JMDICT[: JMDICT.index("</JMdict>")], "utf-8")
    with pytest.raises(JpkitError, match="cannot be read to its end"):
        open_dictionary(path).look_up(["戻り値"])
    whole = gzip.compress((EDICT * 5_000).encode())
    (tmp_path / "cut.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(JpkitError, match="cannot be read"):
        open_dictionary(str(tmp_path / "cut.gz")).look_up(["戻り値"])
