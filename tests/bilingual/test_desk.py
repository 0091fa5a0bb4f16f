"""Whatever a person changes in the glossary that jpkit wrote is theirs for ever, and all else goes on changing."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jpkit.bilingual.correction import FIELDS
from jpkit.bilingual.desk import Desk, open_desk
from jpkit.bilingual.table import normal, said
from jpkit.disk import write_if_changed
from jpkit.errors import JpkitError
from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import Entry, Extraction, Unreadable
from jpkit.ids import slug
from jpkit.messages import use_language
from jpkit.write import glossary_files
from jpkit.write.csv import cell

OUT = "out"
CSV, JSON, MD = f"{OUT}/glossary.csv", f"{OUT}/glossary.json", f"{OUT}/glossary.md"
MESH = Entry("service-mesh", "サービスメッシュ", "service mesh", "サービスメッシュ", "term", count=2, score=0.5)
CAFE = Entry("cafe", "喫茶—店", "Café 〜 ☕", "キッサテン", "term", definition_ja=("茶を出す店。", "a.md", 3), count=1)
DOCKER = Entry("docker", "Docker", "Docker", "ドッカー", "service", variants=("docker",), count=1)
ENTRIES = (CAFE, DOCKER, MESH)


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    use_language("en")
    yield
    use_language(None)


def run(entries: Sequence[Entry] = ENTRIES, *formats: str) -> Extraction:
    """What a command does with the glossary."""
    desk = open_desk(OUT)
    extraction = desk.applied(Extraction((), tuple(entries)))
    return extraction._replace(problems=(*extraction.problems, *write(desk, extraction, *formats)))


def write(desk: Desk, extraction: Extraction, *formats: str) -> Sequence[Unreadable]:
    files = [file for form in formats or ("json", "csv", "md") for file in glossary_files(form, extraction)]
    with desk.keeping(files, extraction.glossary) as (free, held):
        for path, data in free:
            write_if_changed(f"{OUT}/{path}", data)
    return held


def killed_run(entries: Sequence[Entry]) -> None:
    """One that has written the CSV and no more."""
    desk = open_desk(OUT)
    extraction = desk.applied(Extraction((), tuple(entries)))
    files = [file for form in ("csv", "json") for file in glossary_files(form, extraction)]
    with desk.keeping(files, extraction.glossary) as (free, _):
        write_if_changed(f"{OUT}/{free[0][0]}", free[0][1])
        raise KeyboardInterrupt


def read(path: str = CSV) -> str:
    return Path(path).read_text(encoding="utf-8-sig")


def edit(path: str, old: str, new: str) -> None:
    assert old in read(path)
    Path(path).write_text(read(path).replace(old, new), encoding="utf-8")


def entry(extraction: Extraction, ja: str) -> Entry:
    return next(entry for entry in extraction.glossary if entry.ja == ja)


def corrections() -> list[dict[str, str]]:
    """The table of recognised corrections, without its empty cells."""
    rows = csv.DictReader(io.StringIO(read(f"{OUT}/glossary-corrections.csv")))
    return [{name: cell for name, cell in row.items() if cell} for row in rows]


# What a person does


@pytest.mark.parametrize("path", [CSV, JSON])
def test_a_wrong_english_name_is_corrected_for_ever(path: str):
    run()
    edit(path, "service mesh", "mesh of services")
    first = run()
    mesh = entry(first, "サービスメッシュ")
    place = (f"{OUT}/glossary-corrections.csv", 2)
    assert (mesh.id, mesh.en, mesh.translation_score) == ("service-mesh", "mesh of services", 1.0)
    assert [(one.how, one.ja, one.en) for one in mesh.evidence] == [("author", place, place)]
    assert "mesh of services" in read(CSV)
    assert "mesh of services" in read(JSON)
    assert "mesh of services" in read(MD)
    assert run() == first
    later = run((CAFE, MESH._replace(id="mesh", en="mesh", count=5)))
    assert entry(later, "サービスメッシュ") == mesh._replace(count=5)
    assert corrections() == [
        {
            "id": "service-mesh",
            "found_ja": "サービスメッシュ",
            "found_en": "service mesh",
            "en": "mesh of services",
        }
    ]


def test_a_later_word_on_the_same_field_replaces_the_earlier():
    run()
    edit(CSV, "service mesh", "mesh of services")
    run()
    edit(JSON, '"mesh of services"', '"net"')
    run()
    edit(CSV, "サービスメッシュ,サービスメッシュ,net", "網,アミ,net")
    result = run()
    assert entry(result, "網") == entry(run(), "網")
    assert corrections() == [
        {
            "id": "service-mesh",
            "found_ja": "サービスメッシュ",
            "found_en": "service mesh",
            "ja": "網",
            "reading": "アミ",
            "en": "net",
        }
    ]


def test_a_row_that_is_deleted_is_a_term_without_an_entry():
    run()
    lines = read().split("\n")
    Path(CSV).write_text("\n".join(line for line in lines if "Docker" not in line), encoding="utf-8")
    assert [entry.id for entry in run().glossary] == ["cafe", "service-mesh"]
    assert [entry.id for entry in run().glossary] == ["cafe", "service-mesh"]
    assert "Docker" not in read(JSON)
    assert corrections() == [{"id": "docker", "found_ja": "Docker", "found_en": "Docker", "reject": "yes"}]


def test_a_row_that_is_added_is_a_term_of_the_authors_and_may_be_corrected_like_any_other():
    run()
    with Path(CSV).open("a", encoding="utf-8") as file:
        file.write(",犬,,dog\n")
    dog = entry(run(), "犬")
    assert (dog.id, dog.en, dog.reading, dog.count) == ("dog", "dog", "イヌ", 0)
    edit(CSV, "dog,犬,イヌ,dog", "dog,犬,ケン,hound")
    dog = entry(run(), "犬")
    assert (dog.id, dog.en, dog.reading) == ("dog", "hound", "ケン")
    assert corrections() == [{"id": "dog", "ja": "犬", "en": "hound", "reading": "ケン"}]


def test_a_rejected_term_comes_back_where_its_row_does():
    run()
    before = read()
    edit(CSV, before.split("\n")[2] + "\n", "")
    run()
    Path(CSV).write_text(before, encoding="utf-8")
    assert [entry.id for entry in run().glossary] == ["cafe", "docker", "service-mesh"]
    assert [entry.id for entry in run().glossary] == ["cafe", "docker", "service-mesh"]


def test_a_correction_can_be_taken_back_where_it_was_made():
    run()
    before = read()
    edit(CSV, "service mesh", "mesh of services")
    run()
    Path(CSV).write_text(before, encoding="utf-8")
    assert entry(run(), "サービスメッシュ").en == "service mesh"
    assert entry(run((MESH._replace(en="net"),)), "サービスメッシュ").en == "service mesh"


def test_an_old_file_from_a_backup_or_another_branch_is_nobodys_edit():
    run((DOCKER, MESH._replace(en="net")))
    before = read()
    run()
    edit(CSV, "キッサテン", "カフェ")
    after = run()
    Path(CSV).write_text(before, encoding="utf-8")
    assert run() == after
    assert "カフェ" in read()


def test_an_emptied_cell_says_that_there_is_none():
    run()
    edit(CSV, "キッサテン", "")
    edit(CSV, "service mesh", "")
    for _ in range(2):
        result = run()
        assert entry(result, "喫茶—店").reading is None
        assert entry(result, "サービスメッシュ").en is None
    assert [row.get("reading", row.get("en")) for row in corrections()] == ["-", "-"]


def test_an_id_is_jpkits_whatever_a_person_writes_there():
    run()
    edit(CSV, "service-mesh,", "mesh,")
    assert [entry.id for entry in run().glossary] == ["cafe", "docker", "service-mesh"]
    assert not Path(f"{OUT}/glossary-corrections.csv").exists()


def test_a_correction_that_is_changed_in_the_table_and_in_the_glossary_at_once_waits_for_a_decision():
    run()
    edit(CSV, "service mesh", "mesh of services")
    run()
    edit(CSV, "mesh of services", "net")
    edit(f"{OUT}/glossary-corrections.csv", "mesh of services", "mesh")
    (problem,) = run().problems
    assert (problem.path, problem.line) == (CSV, 4)
    assert f"en of 'サービスメッシュ' is 'net' here and 'mesh' in {OUT}/glossary-corrections.csv:2" in problem.message
    assert ",net," in read()
    edit(CSV, ",net,", ",mesh,")
    assert entry(run(), "サービスメッシュ").en == "mesh"


def test_what_jpkit_would_not_write_again_is_told_and_stays():
    run()
    edit(CSV, "score\n", "score,note\n")
    edit(CSV, "service,,,docker,1,0.0", "service,,,docker,1,0.0,!")
    held(CSV, 3, "'note' is none of jpkit's and would be lost")
    edit(JSON, '"id": "cafe"', '"note": "!", "id": "cafe"')
    problems = run().problems
    assert [(problem.path, problem.line) for problem in problems] == [(CSV, 3), (JSON, 4)]


def test_a_new_row_without_a_name_is_told():
    run()
    with Path(CSV).open("a", encoding="utf-8") as file:
        file.write(",,ヨミ\n")
    held(CSV, 5, "an entry without a name")


def test_a_correction_goes_where_its_row_in_the_table_goes():
    run()
    edit(CSV, "service mesh", "mesh of services")
    run()
    Path(f"{OUT}/glossary-corrections.csv").unlink()
    assert entry(run(), "サービスメッシュ") == MESH


def test_notes_and_columns_of_the_authors_own_stay_in_the_table():
    run()
    edit(CSV, "service mesh", "mesh of services")
    run()
    lines = read(f"{OUT}/glossary-corrections.csv").split("\n")
    lines[:2] = [f"{lines[0]},Note", f"{lines[1]},hello"]
    Path(f"{OUT}/glossary-corrections.csv").write_text("\n".join(lines), encoding="cp932")
    edit(CSV, "キッサテン", "カフェ")
    run()
    assert [(row["id"], row.get("Note")) for row in corrections()] == [("service-mesh", "hello"), ("cafe", None)]


def test_a_correction_holds_where_its_format_is_written_no_more():
    run()
    edit(CSV, "service mesh", "mesh of services")
    for _ in range(2):
        result = run(ENTRIES, "json")
        assert entry(result, "サービスメッシュ").en == "mesh of services"
    edit(JSON, "mesh of services", "net")
    assert entry(run(ENTRIES, "json"), "サービスメッシュ").en == "net"
    assert result.problems == ()
    assert entry(run(), "サービスメッシュ").en == "net"
    assert ",net," in read()


def test_the_table_alone_is_enough_where_all_else_is_gone():
    run()
    edit(CSV, "service mesh", "mesh of services")
    run()
    for path in Path(OUT).iterdir():
        if path.name != "glossary-corrections.csv":
            path.unlink()
    assert entry(run(), "サービスメッシュ").en == "mesh of services"


# What a spreadsheet, an editor or git does


@pytest.mark.parametrize(
    "saved",
    [
        lambda text: text.encode(),
        lambda text: ("\ufeff" + text.replace("\n", "\r\n")).encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace(",", "\t").encode("utf-16"),
        lambda text: text.replace(",", ";").replace("\n", ";;;\n").encode(),
        lambda text: text.replace("☕", "??").encode("cp932", "replace"),
        lambda text: "".join(
            f'"{line.replace(",", chr(34) + "," + chr(34))}"\n' for line in text.split("\n")[:-1]
        ).encode(),
    ],
    ids=["no BOM", "CRLF", "CR", "UTF-16", "Unicode text", "semicolons", "Shift_JIS", "quotes"],
)
def test_to_save_the_table_in_another_way_corrects_nothing(saved: Callable[[str], bytes]):
    before = run()
    Path(CSV).write_bytes(saved(read()))
    assert run() == before
    assert read().startswith("id,ja,reading,en,")
    assert not Path(f"{OUT}/glossary-corrections.csv").exists()


def test_a_correction_in_shift_jis_is_one():
    run()
    Path(CSV).write_bytes(read().replace("キッサテン", "カフェ").encode("cp932", "replace"))
    cafe = entry(run(), "喫茶—店")
    assert (cafe.en, cafe.reading) == ("Café 〜 ☕", "カフェ")


def test_columns_may_be_missing_or_elsewhere():
    run()
    rows = list(csv.DictReader(io.StringIO(read())))
    text = "".join(f"{row['en'].replace('mesh', 'net')},{row['id']}\n" for row in rows)
    Path(CSV).write_text(f"en,id\n{text}", encoding="utf-8")
    result = run()
    assert [entry.en for entry in result.glossary] == ["Café 〜 ☕", "Docker", "service net"]
    assert entry(result, "サービスメッシュ").reading == "サービスメッシュ"


def test_line_ends_that_git_has_changed_are_nobodys_edit():
    before = run()
    for path in (CSV, JSON, MD, f"{OUT}/glossary-written.jsonl"):
        Path(path).write_bytes(Path(path).read_bytes().replace(b"\n", b"\r\n"))
    assert run((CAFE, MESH)).problems == ()
    assert run() == before


def test_a_merge_of_two_states_makes_no_edits_of_what_jpkit_wrote():
    run()
    ours = {path.name: path.read_text(encoding="utf-8") for path in Path(OUT).iterdir()}
    run((CAFE, MESH._replace(en="mesh", reading="メッシュ")))
    theirs = Path(f"{OUT}/glossary-written.jsonl").read_text(encoding="utf-8")
    both = f"<<<<<<< ours\n{ours['glossary-written.jsonl']}=======\n{theirs}>>>>>>> theirs\n"
    Path(f"{OUT}/glossary-written.jsonl").write_text(both, encoding="utf-8")
    mixed = ours["glossary.csv"].replace(
        "service-mesh,サービスメッシュ,サービスメッシュ", "service-mesh,サービスメッシュ,メッシュ"
    )
    Path(CSV).write_text(mixed, encoding="utf-8")
    assert run() == Extraction((), ENTRIES)
    assert not Path(f"{OUT}/glossary-corrections.csv").exists()


def test_a_run_that_was_killed_while_it_wrote_costs_nothing():
    run()
    edit(CSV, "キッサテン", "カフェ")
    changed = (CAFE, DOCKER, MESH._replace(en="mesh"))
    with pytest.raises(KeyboardInterrupt):
        killed_run(changed)
    edit(CSV, "ドッカー", "ドカー")
    edit(JSON, '"variants": ["docker"]', '"variants": []')
    result = run(changed)
    assert [(entry.en, entry.reading, entry.variants) for entry in result.glossary] == [
        ("Café 〜 ☕", "カフェ", ()),
        ("Docker", "ドカー", ()),
        ("mesh", "サービスメッシュ", ()),
    ]
    assert result.problems == ()
    assert run((CAFE, DOCKER, MESH)).glossary[2].en == "service mesh"


# What cannot be told


def held(path: str, line: int, *texts: str) -> None:
    """Two runs say so, and leave the file alone."""
    before = Path(path).read_bytes()
    for _ in range(2):
        (problem,) = run((CAFE, DOCKER, MESH._replace(en="mesh"))).problems
        assert (problem.path, problem.line) == (path, line)
        assert all(text in problem.message for text in texts)
        assert Path(path).read_bytes() == before


def test_the_markers_of_a_merge_are_told_with_their_line():
    run()
    edit(CSV, "docker,", "<<<<<<< HEAD\ndocker,")
    held(CSV, 3, "'<<<<<<< HEAD' is left of a merge")
    assert '"mesh"' in read(JSON)


@pytest.mark.parametrize(
    ("old", "new", "line", "text"),
    [
        ("service-mesh,", "docker,", 4, "the id 'docker' stands on line 3 already"),
        ("キッサテン", 'キッサ"テン', 1, ""),
        ("Docker,ドッカー", 'Docker,"ドッカー', 3, "cannot be read as CSV"),
        ("ドッカー,Docker", "ドッカー,Docker,a,b", 3, "12 cells, but 10 columns"),
        (",service,", ",tool,", 3, "kind is tool; write one of term, service"),
        ("id,ja,reading,en", "id,x,reading,y", 1, "no column ja or en"),
        ("term,,,,2,0.5\n", "ter", 4, "the last line is cut off"),
    ],
)
def test_a_table_that_cannot_be_read_for_certain_stays(old: str, new: str, line: int, text: str):
    run()
    edit(CSV, old, new)
    if text:
        held(CSV, line, text)
    else:
        assert run().problems == ()  # a quote in the middle of a cell is a letter


def test_a_table_from_which_all_is_gone_stays():
    run()
    Path(CSV).write_text(read().split("\n")[0], encoding="utf-8")
    held(CSV, 1, "no entry is left in it")


@pytest.mark.parametrize(
    ("old", "new", "line", "text"),
    [
        ('"id": "docker",', '"id": "docker"', 5, "cannot be read as JSON"),
        ('"Docker"', "3", 5, "ja is 3; write a text in quotes"),
        ('"glossary"', '"glosary"', 1, "no glossary in it"),
    ],
)
def test_json_that_cannot_be_read_stays(old: str, new: str, line: int, text: str):
    run()
    edit(JSON, old, new)
    held(JSON, line, text)


def test_of_two_files_that_contradict_each_other_neither_is_written_and_the_rest_goes_on():
    run()
    edit(CSV, "service mesh", "mesh A")
    edit(JSON, "service mesh", "mesh B")
    edit(JSON, "キッサテン", "カフェ")
    before = read(), read(JSON)
    result = run()
    text = f"en of 'サービスメッシュ' is 'mesh B' here and 'mesh A' in {CSV}:4; "
    text += "neither file was written, make the two the same"
    assert result.problems == (Unreadable(JSON, 6, 1, text),)
    assert (read(), read(JSON)) == before
    assert entry(result, "喫茶—店").reading == "カフェ"
    assert "カフェ" in read(MD)
    edit(CSV, "mesh A", "mesh B")
    assert entry(run(), "サービスメッシュ").en == "mesh B"


def test_without_the_state_an_edited_file_stays_and_one_that_says_the_same_does_not():
    before = run()
    Path(f"{OUT}/glossary-written.jsonl").unlink()
    assert run() == before
    Path(f"{OUT}/glossary-written.jsonl").unlink()
    edit(CSV, "キッサテン", "カフェ")
    (problem,) = run().problems
    assert (problem.path, problem.line) == (CSV, 1)
    assert "without glossary-written.jsonl nobody knows what in it is yours" in problem.message
    assert "カフェ" in read()


def test_without_the_state_nothing_is_written_where_the_posts_have_changed_too():
    run()
    before = read(), read(JSON), read(MD)
    Path(f"{OUT}/glossary-written.jsonl").unlink()
    for _ in range(2):
        assert [problem.path for problem in run((MESH,)).problems] == [JSON, CSV, MD]
        assert (read(), read(JSON), read(MD)) == before


def test_a_state_that_cannot_be_read_is_told_and_protects_as_none_does():
    run()
    Path(f"{OUT}/glossary-written.jsonl").write_text("???", encoding="utf-8")
    edit(CSV, "キッサテン", "カフェ")
    problems = run().problems
    assert [problem.path for problem in problems] == [f"{OUT}/glossary-written.jsonl", CSV]
    assert "カフェ" in read()


def test_a_format_that_jpkit_cannot_read_again_stays_as_a_person_left_it():
    run()
    edit(MD, "Docker", "Dokcer")
    held(MD, 1, "somebody has edited it and jpkit cannot read this format")
    Path(MD).unlink()
    assert run().problems == ()


def test_a_file_that_changes_during_the_run_stays():
    run()
    desk = open_desk(OUT)
    extraction = desk.applied(Extraction((), (CAFE,)))
    edit(CSV, "キッサテン", "カフェ")
    (problem,) = write(desk, extraction)
    assert (problem.path, "run the command again" in problem.message) == (CSV, True)
    assert entry(run(), "喫茶—店").reading == "カフェ"


@pytest.mark.parametrize("text", ["", "ja\n<<<<<<< a\n", "ja,reject\n猫,maybe\n", "a,b\n"])
def test_without_the_authors_own_words_nothing_is_done_at_all(text: str):
    run()
    Path(f"{OUT}/glossary-corrections.csv").write_text(text, encoding="utf-8")
    with pytest.raises(JpkitError) as error:
        run()
    assert error.value.path == f"{OUT}/glossary-corrections.csv"
    Path("terms.csv").write_text(text, encoding="utf-8")
    with pytest.raises(JpkitError):
        open_desk(None, files=["terms.csv"])


def test_what_jpkit_writes_is_no_file_of_terms():
    run()
    with pytest.raises(JpkitError, match="leave it out of 'terms'"):
        open_desk(OUT, files=[f"./{CSV}"])


# Any edit at all

LETTERS = st.text(alphabet="aBé-=+'\"@,; 猫ー〜𠮷\n\u2028ｱ", max_size=6)
NAME = LETTERS.filter(lambda text: term_key(normal("ja", text)) not in ("", "-"))


@st.composite
def glossaries(draw: st.DrawFn) -> tuple[Entry, ...]:
    names = draw(st.lists(NAME, min_size=4, max_size=10, unique_by=lambda name: term_key(normal("ja", name))))
    half = len(names) // 2
    entries = []
    for number, (ja, en) in enumerate(zip(names[:half], names[half:], strict=False)):
        definition = draw(st.none() | st.tuples(LETTERS.filter(str.strip), st.just("a.md"), st.just(1)))
        entries.append(
            Entry(
                f"{slug(en)}-{number}",
                ja,
                draw(st.sampled_from([en, None])),
                draw(st.sampled_from([None, "ネコ"])),
                draw(st.sampled_from(["term", "service"])),
                tuple(draw(st.lists(st.sampled_from(["v", "w=", "=x"]), max_size=2, unique=True))),
                definition_ja=definition,
                count=1,
            )
        )
    return tuple(sorted(entries, key=lambda entry: entry.id))


def edit_csv(row: int, field: str, value: str) -> bool:
    rows = list(csv.reader(io.StringIO(Path(CSV).read_bytes().decode("utf-8-sig"), newline="\n")))
    if field not in rows[0]:
        return False
    rows[row + 1][rows[0].index(field)] = value
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    Path(CSV).write_bytes(file.getvalue().encode())
    return True


def edit_json(row: int, field: str, value: str) -> bool:
    document: Any = json.loads(read(JSON))
    entry = document["glossary"][row]
    if field.startswith("definition_"):
        entry["definitions"][field[-2:]] = {"text": value}
    else:
        entry[field] = value.split(";") if field in ("variants", "abbreviations") else value
    Path(JSON).write_text(json.dumps(document, indent=1), encoding="utf-8")
    return True


def meant(edit: Callable[[int, str, str], bool], field: str, value: str) -> str:
    """What is said by a value that is put there: in CSV an apostrophe before a formula is none of it, in JSON it is."""
    return normal(field, value if edit is edit_csv else cell(value))


@settings(max_examples=100)
@given(glossaries(), st.data())
def test_any_edit_of_any_field_survives_and_all_other_fields_stay_free(entries: tuple[Entry, ...], data: st.DataObject):
    for path in Path(OUT).glob("*"):
        path.unlink()
    run(entries)
    row = data.draw(st.integers(0, len(entries) - 1))
    field = data.draw(st.sampled_from(FIELDS))
    value = data.draw(st.sampled_from(["term", "service"]) if field == "kind" else LETTERS)
    edit = data.draw(st.sampled_from([edit_csv, edit_json]))
    if not edit(row, field, value):
        return
    own = entries[row].id
    wanted = meant(edit, field, value)
    others = {term_key(name) for one in entries if one.id != own for name in (one.ja, one.en, *one.variants) if name}
    if field in ("ja", "en") and term_key(wanted) in others:
        return  # it joins two entries: another test's
    if field == "ja" and not wanted and entries[row].en is None:
        return  # no name is left: a rejection
    # jpkit finds other things from now on: a correction in the same field wins, all others change.
    changed = [
        one._replace(
            reading="イヌ",
            definition_en=("A new one.", "b.md", 2),
            kind="service" if one.kind == "term" else "term",
            abbreviations=("N",),
            count=7,
        )
        for one in entries
    ]
    for entries_now in (changed, changed, entries, changed):
        result = run(entries_now)
        assert result.problems == ()
        found = {one.id: said(one) for one in result.glossary}
        expected = {one.id: dict(said(one)) for one in entries_now}
        if field in said(entries[row]) or wanted:
            before = said(entries[row]).get(field, "")
            if wanted != before:
                expected[own][field] = wanted
        assert found.keys() == expected.keys()
        for id, fields in expected.items():
            for name in FIELDS:
                if id == own and field == "ja" and name in ("reading", "variants"):
                    continue  # of the new name
                if id == own and field == "en" and name == "variants":
                    continue
                assert found[id].get(name, "") == fields.get(name, ""), (id, name)


def delete_csv(row: int) -> None:
    lines = read().split("\n")
    del lines[row + 1]
    Path(CSV).write_text("\n".join(lines), encoding="utf-8")


def delete_json(row: int) -> None:
    document: Any = json.loads(read(JSON))
    del document["glossary"][row]
    Path(JSON).write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


STEPS = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.sampled_from([*FIELDS, "delete", "nothing"]),
        st.sampled_from(["a", "-", "", "=é", "語"]),
        st.booleans(),
        st.sampled_from([("csv", "json"), ("csv",), ("json",)]),
    ),
    max_size=7,
)


@settings(max_examples=70)
@given(STEPS)
def test_whatever_a_person_has_said_last_holds_through_any_number_of_runs(
    steps: list[tuple[int, str, str, bool, tuple[str, ...]]],
):
    for path in Path(OUT).glob("*"):
        path.unlink()
    found = tuple(Entry(f"t{i}", f"用語{i}", f"term {i}", "ヨウゴ", "term", count=1) for i in range(5))
    model = {one.id: dict(said(one)) for one in found}
    frozen: dict[str, dict[str, str]] = {one.id: {} for one in found}
    run(found)
    for number, (place, what, value, in_csv, formats) in enumerate(steps, 1):
        # jpkit finds another reading and definition each time, and a person edits what the last run wrote.
        id = f"t{place}"
        form = "csv" if in_csv and "csv" in formats else "json" if "json" in formats else "csv"
        run(
            tuple(one._replace(reading=f"ヨ{number}", definition_en=(f"d{number}", "a.md", 1)) for one in found),
            *formats,
        )
        for one in model:
            model[one] |= {"reading": f"ヨ{number}", "definition_en": f"d{number}"} | frozen[one]
        if id in model and what == "delete" and len(model) > 1:
            (delete_csv if form == "csv" else delete_json)(sorted(model).index(id))
            del model[id]
        elif id in model and what in FIELDS and not (form == "csv" and what == "abbreviations"):
            if what in ("ja", "en"):
                value = f"{value}{number}" if normal(what, value) else f"名{number}"
            if what == "kind":
                value = "service"
            edit = edit_csv if form == "csv" else edit_json
            edit(sorted(model).index(id), what, value)
            if meant(edit, what, value) != model[id].get(what, ""):
                frozen[id][what] = meant(edit, what, value)
        result = run(found, *formats)
        assert result.problems == ()
        for one in model:
            model[one] |= {"reading": "ヨウゴ", "definition_en": ""} | frozen[one]
        assert {one.id for one in result.glossary} == set(model)
        for one in result.glossary:
            says = {name: text for name, text in model[one.id].items() if text}
            skipped = {"reading"} if "ja" in frozen[one.id] and "reading" not in frozen[one.id] else set()
            shown = said(one)
            for name in set(FIELDS) - skipped - {"variants"}:
                assert shown.get(name, "") == says.get(name, ""), (one.id, name)
