"""The glossary as a spreadsheet."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from jpkit.extraction.model import Entry, Extraction
from jpkit.write.csv import HEADER, glossary


def test_the_whole_file(extraction: Extraction):
    assert glossary(extraction) == (
        "\ufeffid,ja,reading,en,kind,definition_ja,definition_en,variants,count,score\n"
        "google-cloud-storage,,,Google Cloud Storage,service,,,GCS,1,0.4\n"
        "imbalanced-data,不均衡データ,フキンコウデータ,imbalanced data,term,クラスの件数に偏りのあるデータ。,,"
        "不均衡データ; 不均衡なデータ,2,0.93\n"
        "init,,,__init__,term,,,,1,0.1\n"
    )


def rows(*entries: Entry) -> list[list[str]]:
    text = glossary(Extraction((), entries))
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_no_cell_runs_as_a_formula():
    cells = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1", "C++"]
    found = [row[3] for row in rows(*(Entry("x", None, cell, None, "term") for cell in cells))[1:]]
    assert found == ["'=1+1", "'+1", "'-1", "'@x", "' =1", "' =1", "'＝1", "C++"]


@given(st.text(st.characters(codec="utf-8")))
def test_every_entry_is_one_line_that_reads_back(text: str):
    header, row = rows(Entry("x", text, text, text, "term", definition_ja=(text, "a.md", 1)))
    assert tuple(header) == HEADER
    shown = "".join(" " if c < " " or c == "\x7f" else c for c in text)
    assert len({cell.removeprefix("'") for cell in (row[1], row[2], row[3], row[5])}) == 1
    assert row[1].removeprefix("'").split() == shown.removeprefix("'").split()
    assert not row[1].startswith(tuple("=+-@\t\r＝＋－＠"))
