"""The corrections that jpkit has recognised, in a table of the author's own: `glossary-corrections.csv`.

jpkit adds to it and changes single cells; rows, further columns and whatever else stands there stay.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from jpkit.bilingual.correction import Contradiction, Correction
from jpkit.bilingual.state import State
from jpkit.bilingual.table import COLUMNS, NOTHING, Table
from jpkit.extraction.japanese import term_key
from jpkit.source import BOM
from jpkit.write.csv import cell

NAME = "glossary-corrections.csv"


def recorded(table: Table | None, edits: Iterable[Correction]) -> str:
    """The table with some more corrections; a later word on the same field of an entry replaces the earlier."""
    columns = list(table.columns if table else ())
    columns += [name for name in COLUMNS if name not in columns]
    rows = [dict(line.cells) for line in table.lines] if table else []
    known = list(table.by_line()) if table else []
    for edit in edits:
        at = next((i for i, one in enumerate(known) if one is not None and same_entry(one, edit)), None)
        if at is None:
            at = len(rows)
            rows.append({"id": edit.id, "found_ja": cell(edit.found_ja), "found_en": cell(edit.found_en)})
            known.append(edit)
        rows[at]["id"] = rows[at].get("id") or edit.id
        rows[at] |= {name: cell(value) or NOTHING for name, value in edit.says.items()}
        rows[at]["reject"] = "yes" if edit.reject else ""
    return _text(columns, rows)


def up_to_date(
    edits: Iterable[Correction], table: Sequence[Correction], known: State
) -> tuple[list[Correction], list[Contradiction]]:
    """The edits of the glossary as jpkit wrote it from the table; and those of one that says otherwise by now.

    Whoever changes a correction in the table and in the glossary at once means one of the two.
    """
    found, refused = [], []
    for edit in edits:
        row = next((one for one in table if same_entry(one, edit)), None)
        field = _changed_in(row, edit, known) if row is not None and edit.id else None
        if row is None or field is None:
            found.append(edit)
        else:
            refused.append(Contradiction(field, row, edit))
    return found, refused


def _changed_in(row: Correction, edit: Correction, known: State) -> str | None:
    """The field in which a row of the table is neither what the edit says nor what was written."""
    if row.reject:
        return None if edit.reject else "reject"
    before = [said for file in known.values() for said in file.rows.get(edit.id, ())]
    for name, value in row.says.items():
        if name in edit.says and edit.says[name] != value and all(said.get(name, "") != value for said in before):
            return name
    return None


def takes_back(edit: Correction, table: Sequence[Correction]) -> bool:
    """Is this about nothing but what the author has corrected before?"""
    same = [one for one in table if same_entry(one, edit)]
    return any(one.reject or (not edit.reject and edit.says.keys() <= one.says.keys()) for one in same)


def same_entry(one: Correction, other: Correction) -> bool:
    """Are these about one entry? Ids are given anew once an entry is gone, so the Japanese names come first."""
    ja, en = ([{term_key(name) for name in correction.names[lang]} for correction in (one, other)] for lang in (0, 1))
    if all(ja):
        return bool(ja[0] & ja[1])
    return bool(one.id and one.id == other.id) or bool(en[0] & en[1])


def _text(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[" ".join(row.get(name, "").split("\n")) for name in columns] for row in rows])
    return BOM + file.getvalue()
