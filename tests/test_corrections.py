"""The author corrects the glossary, in the settings, in a file of theirs or where jpkit wrote it: the whole command."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import jpkit
from jpkit.cli import main

MESH = """---
title: サービスメッシュ（service mesh）の入門
---

サービスメッシュ（service mesh）とは、マイクロサービスの通信を仲介する層のことです。
サービスメッシュを入れると、通信の暗号化をアプリケーションから切り離せます。
"""
DATA = """---
title: 不均衡データの扱い
---

不均衡データ（imbalanced data）では、正解率だけを見ても評価になりません。不均衡データには適合率と再現率を使います。
"""
CSV, JSON = "jpkit-out/glossary.csv", "jpkit-out/glossary.json"
CORRECTIONS = "jpkit-out/glossary-corrections.csv"


@pytest.fixture(autouse=True)
def _site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    write("content/mesh.md", MESH)
    write("content/data.md", DATA)


def write(path: str, text: str, encoding: str = "utf-8") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode(encoding))


def edit(path: str, old: str, new: str) -> None:
    text = Path(path).read_bytes().decode()
    assert old in text
    Path(path).write_bytes(text.replace(old, new).encode())


def extract(*options: str, code: int = 0) -> None:
    assert main(["extract", "content", "--quiet", *options]) == code


def entries(path: str = JSON) -> dict[str, Any]:
    """The glossary by its Japanese names, else by the English ones."""
    glossary = json.loads(Path(path).read_text(encoding="utf-8"))["glossary"]
    return {entry["ja"] or entry["en"]: entry for entry in glossary}


def by_author(path: str, line: int) -> dict[str, Any]:
    place = {"path": path, "line": line}
    return {"how": "author", "ja": place, "en": place}


@pytest.mark.parametrize(
    ("file", "header", "line"),
    [("jpkit.toml", "[[term]]", 3), ("pyproject.toml", "[tool.jpkit]\n[[tool.jpkit.term]]", 4)],
)
def test_a_term_of_the_settings_is_in_the_glossary_with_its_place(file: str, header: str, line: int):
    write(
        file,
        f"# settings\n\n{header}\nja = '猫'\nen = 'cat'\ndefinition_en = 'An animal.'\nvariants = ['ねこ', 'ネコ']\n",
    )
    extract()
    assert entries()["猫"] == {
        "id": "cat",
        "ja": "猫",
        "en": "cat",
        "reading": "ネコ",
        "kind": "term",
        "variants": ["ねこ", "ネコ"],
        "abbreviations": [],
        "definitions": {"ja": None, "en": {"text": "An animal.", "path": file, "line": line}},
        "translation": {"score": 1.0, "evidence": [by_author(file, line)]},
        "count": 0,
        "score": 0.0,
        "posts": [],
    }


def test_the_settings_change_an_entry_of_the_posts_and_reject_another():
    extract()
    before = entries()
    assert {"サービスメッシュ", "不均衡データ"} <= before.keys()
    text = "[[term]]\nja = 'サービスメッシュ'\nen = 'mesh of services'\n[[term]]\nja = '不均衡データ'\nreject = true\n"
    write("jpkit.toml", f'reading = "hiragana"\n{text}')
    extract()
    after = entries()
    assert before.keys() - after.keys() == {"不均衡データ"}
    assert (after["サービスメッシュ"]["id"], after["サービスメッシュ"]["en"]) == (
        before["サービスメッシュ"]["id"],
        "mesh of services",
    )
    assert after["サービスメッシュ"]["translation"] == {"score": 1.0, "evidence": [by_author("jpkit.toml", 2)]}
    assert after["サービスメッシュ"]["count"] == before["サービスメッシュ"]["count"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("ja,en,reading,count\n猫,cat,,7\n犬,dog,-,\n", "utf-8-sig"),
        ("ja;en;reading\r\n猫;cat;\r\n犬;dog;-\r\n", "cp932"),
        ("en\tja\treading\n\ncat\t猫\ndog\t犬\t-\n", "utf-16"),
    ],
)
def test_a_file_of_terms_is_the_authors_word_however_it_is_saved(text: str, encoding: str):
    write("site/glossary.csv", text, encoding)
    write("site/jpkit.toml", 'terms = "glossary.csv"\n')
    extract("--config", "site/jpkit.toml", "--out", "out")
    found = entries("out/glossary.json")
    line = 2 if encoding != "utf-16" else 3
    assert found["猫"]["translation"] == {"score": 1.0, "evidence": [by_author("site/glossary.csv", line)]}
    assert (found["猫"]["reading"], found["猫"]["count"], found["犬"]["reading"]) == ("ネコ", 0, None)
    assert Path("site/glossary.csv").read_bytes() == text.encode(encoding)


def test_a_glossary_that_jpkit_wrote_is_a_file_of_terms_elsewhere():
    extract()
    before = entries()
    for name in (CSV, JSON):
        Path(name).rename(Path(name).name)
    shutil.rmtree("jpkit-out")
    edit("glossary.json", '"service mesh"', '"mesh"')
    write("jpkit.toml", 'terms = ["glossary.json"]\n')
    write("content/mesh.md", "---\ntitle: 何もない記事\n---\n")
    extract()
    mesh = entries()["サービスメッシュ"]
    assert (mesh["id"], mesh["en"], mesh["count"]) == (before["サービスメッシュ"]["id"], "mesh", 0)
    assert mesh["translation"]["evidence"][0]["ja"]["path"] == "glossary.json"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ja,en\n猫,cat\n<<<<<<< HEAD\n", "terms.csv:3: '<<<<<<< HEAD' is left of a merge"),
        ("ja,definition\n猫,動物\n", "terms.csv:1: unknown column 'definition'; did you mean 'definition_"),
        ("ja,en\n猫,cat, tomcat\n", "terms.csv:2: 3 cells, but 2 columns"),
        ("日本語,英語\n猫,cat\n", "terms.csv:1: no column ja or en in the first line"),
    ],
)
def test_a_file_of_terms_that_cannot_be_read_for_certain_stops_the_run(
    text: str, said: str, capsys: pytest.CaptureFixture[str]
):
    write("terms.csv", text)
    write("jpkit.toml", 'terms = "terms.csv"\n')
    extract(code=2)
    assert capsys.readouterr().err.startswith(said)
    assert not Path("jpkit-out").exists()


def test_a_file_of_terms_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]):
    write("jpkit.toml", 'terms = "terms.csv"\n')
    extract(code=2)
    assert capsys.readouterr().err == (
        "terms.csv:1:1: cannot be read (No such file or directory); check the file and its permissions\n"
    )


def test_what_is_corrected_in_the_output_is_recorded_and_said_once(capsys: pytest.CaptureFixture[str]):
    extract()
    edit(CSV, ",service mesh,", ",mesh of services,")
    assert main(["extract", "content"]) == 0
    assert f"Corrections  1 of yours, kept in {CORRECTIONS}\n" in capsys.readouterr().out
    first = entries()["サービスメッシュ"]
    assert first["translation"] == {"score": 1.0, "evidence": [by_author(CORRECTIONS, 2)]}
    files = {path.name: path.read_bytes() for path in Path("jpkit-out").iterdir() if path.is_file()}
    assert main(["extract", "content"]) == 0
    assert "Corrections" not in capsys.readouterr().out
    assert {path.name: path.read_bytes() for path in Path("jpkit-out").iterdir() if path.is_file()} == files


def test_a_correction_survives_changes_of_the_posts_and_a_clone_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    extract()
    edit(CSV, ",service mesh,", ",mesh of services,")
    extract()
    edit("content/mesh.md", "service mesh", "service-mesh network")
    shutil.copytree(tmp_path, tmp_path / "clone", ignore=shutil.ignore_patterns("clone"))
    monkeypatch.chdir(tmp_path / "clone")
    extract()
    assert entries()["サービスメッシュ"]["en"] == "mesh of services"
    Path("content/mesh.md").unlink()
    extract()
    assert entries()["サービスメッシュ"]["en"] == "mesh of services"
    write("content/mesh.md", MESH)
    extract()
    assert entries()["サービスメッシュ"]["count"] > 0
    assert entries()["サービスメッシュ"]["en"] == "mesh of services"


def test_the_settings_win_over_the_output_and_what_contradicts_them_is_told_until_it_is_mended(
    capsys: pytest.CaptureFixture[str],
):
    write("jpkit.toml", "[[term]]\nja = 'サービスメッシュ'\nen = 'mesh'\n")
    extract()
    edit(CSV, ",mesh,", ",net,")
    for _ in range(2):
        extract(code=1)
        assert capsys.readouterr().err == (
            f"{CORRECTIONS}:2:1: en of 'サービスメッシュ' is 'net' here and 'mesh' in jpkit.toml:1, which holds; "
            "delete one of them\n"
        )
        assert entries()["サービスメッシュ"]["en"] == "mesh"
    Path("jpkit.toml").unlink()
    extract()
    assert entries()["サービスメッシュ"]["en"] == "net"


def test_corrections_count_where_nothing_is_written_too(capsys: pytest.CaptureFixture[str]):
    extract()
    edit(CSV, ",service mesh,", ",mesh of services,")
    before = {path: path.read_bytes() for path in Path("jpkit-out").iterdir() if path.is_file()}
    assert main(["extract", "content", "--out", "-", "--format", "json"]) == 0
    shown = {entry["ja"]: entry for entry in json.loads(capsys.readouterr().out)["glossary"]}
    assert shown["サービスメッシュ"]["en"] == "mesh of services"
    assert {path: path.read_bytes() for path in Path("jpkit-out").iterdir() if path.is_file()} == before


def test_a_conflict_in_the_output_is_a_problem_and_all_else_goes_on(capsys: pytest.CaptureFixture[str]):
    extract()
    edit(CSV, "\nservice-mesh", "\n<<<<<<< ours\nservice-mesh")
    edit(JSON, "サービスメッシュ", "網")
    broken = Path(CSV).read_bytes()
    assert main(["extract", "content", "--quiet", "--messages", "ja"]) == 1
    line = broken.decode().split("\n").index("<<<<<<< ours") + 1
    assert capsys.readouterr().err == (
        f"{CSV}:{line}:1: マージの競合の印'<<<<<<< ours'が残っています。どちらかを選び、印を削除してください\n"
    )
    assert Path(CSV).read_bytes() == broken
    assert "網" in entries()
    assert "網" in Path("jpkit-out/glossary.md").read_text(encoding="utf-8")


def test_the_library_takes_terms():
    write("terms.csv", "ja,en\nサービスメッシュ,mesh\n")
    extraction = jpkit.extract(["content"], terms=jpkit.read_terms("terms.csv"))
    (mesh,) = [entry for entry in extraction.glossary if entry.ja == "サービスメッシュ"]
    assert (mesh.en, mesh.translation_score, mesh.evidence[0].how) == ("mesh", 1.0, "author")


def test_a_term_that_is_given_the_name_of_another_is_one_with_it_in_every_later_run():
    extract()
    edit(JSON, '"ja": "不均衡データ"', '"ja": "サービスメッシュ"')
    extract()
    first = entries()
    assert first["サービスメッシュ"]["en"] == "imbalanced data"
    assert first["サービスメッシュ"]["posts"] == ["content/data.md", "content/mesh.md"]
    for _ in range(2):
        extract()
        assert entries() == first


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda text: text.replace('"glossary": [', '"glossary": [{"ja": "可観測性"},', 1), 0),
        (lambda text: text[: len(text) // 2], 1),
    ],
)
def test_ids_stay_whatever_becomes_of_the_json(change: Callable[[str], str], code: int):
    extract()
    for path in (JSON, CSV):  # as an earlier name of it would have made the id
        edit(path, "imbalanced-data", "skewed")
    for name in ("-written.jsonl", ".html", ".md"):
        Path(f"jpkit-out/glossary{name}").unlink()
    extract()
    assert entries()["不均衡データ"]["id"] == "skewed"
    write(JSON, change(Path(JSON).read_text(encoding="utf-8")))
    extract(code=code)
    assert "skewed,不均衡データ," in Path(CSV).read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("path", [CSV, JSON])
def test_an_id_is_what_it_was_in_whichever_file_a_person_changes_it(path: str):
    extract()
    before = entries()
    edit(path, "imbalanced-data", "skewed")
    for _ in range(2):
        extract()
        assert entries() == before
