"""Lines as OmegaT reads them."""

import pytest

from jpkit.extraction.model import Entry, Extraction
from jpkit.write.names import Language
from jpkit.write.omegat import files, glossary


def test_the_whole_files(extraction: Extraction):
    assert dict(files(extraction)) == {
        "omegat/ja-en.txt": (
            "不均衡データ\timbalanced data\tフキンコウデータ / クラスの件数に偏りのあるデータ。\n"
            "不均衡なデータ\timbalanced data\t不均衡データ / フキンコウデータ / クラスの件数に偏りのあるデータ。\n"
        ),
        "omegat/en-ja.txt": ("imbalanced data\t不均衡データ\tフキンコウデータ / クラスの件数に偏りのあるデータ。\n"),
    }


def as_omegat_reads(text: str) -> list[tuple[str, ...]]:
    """What its reader does: lines that begin with # are comments, tabs part cells, quotes mean nothing."""
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return [tuple(line.split("\t")) for line in lines]


@pytest.mark.parametrize("source", ["ja", "en"])
def test_every_pair_is_one_line_of_two_or_three_cells(hostile: Extraction, source: Language):
    ja = '="a" <b>&amp;]]></script> \\ud800\\ 語'
    en = '#="a" <b>&amp;]]></script> \\ud800\\ x'
    comment = "カナ / One line."
    assert (
        as_omegat_reads(glossary(hostile, source))
        == {
            "ja": [
                (ja, en, comment),
                ("'s'", "'s'", f"{ja} / カナ / {en} / One line."),
            ],
            "en": [
                # The blank, because OmegaT skips lines that begin with #.
                (f" {en}", ja, comment),
                ("'s'", "'s'", f"{ja} / カナ / {en} / One line."),
                ("@v,w;", ja, f"カナ / {en} / One line."),
            ],
        }[source]
    )


def test_a_name_that_is_the_same_in_both_languages_needs_no_comment():
    assert glossary(Extraction((), (Entry("x", "dbt", "dbt", None, "service"),)), "ja") == "dbt\tdbt\n"
