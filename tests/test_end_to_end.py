"""What users have in their folders, good and bad, through the whole command: nothing stops the others."""

import builtins
import json
import os
from pathlib import Path
from typing import Any

import pytest

from jpkit.cli import main

POST = '---\ntitle: "BigQueryの備忘録"\nsummary: ""\ntags: []\n---\n\nBigQueryで不均衡データを集計した。\n'


@pytest.fixture(autouse=True)
def _site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    write("content/good.md", POST)


def write(path: str, text: str | bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text if isinstance(text, bytes) else text.encode())


def extract(capsys: pytest.CaptureFixture[str], *paths: str) -> tuple[int, dict[str, dict], str]:  # type: ignore[type-arg]
    """Exit code, posts by path, what was said on standard error; the good post is always among them."""
    code = main(["extract", *(paths or ("content",)), "--format", "json", "--out", "-"])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    posts = {post["path"]: post for post in json.loads(out)["posts"]}
    good = posts.pop("content/good.md")
    assert [service["name"] for service in good["services"]] == ["BigQuery"]
    assert good["summary"]["text"] == "BigQueryで不均衡データを集計した。"
    return code, posts, err


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"\r\n\r\n",
        b"\xef\xbb\xbf",
        b"---\n---\n",
        b"---\n---",
        b"\0",
    ],
)
def test_a_file_without_text_is_a_post_without_findings(data: bytes, capsys: pytest.CaptureFixture[str]):
    write("content/empty.md", data)
    code, posts, err = extract(capsys)
    assert (code, err, list(posts)) == (0, "", ["content/empty.md"])
    post = posts["content/empty.md"]
    assert (post["title"], post["terms"], post["services"], post["summary"]) == (
        "",
        [],
        [],
        {"text": "", "sentences": []},
    )


def test_a_file_without_front_matter_is_a_post(capsys: pytest.CaptureFixture[str]):
    write("content/bare.md", "# 集計\n\nDataflowで前処理を試した記録です。\n")
    code, posts, err = extract(capsys)
    assert (code, err) == (0, "")
    post = posts["content/bare.md"]
    assert [(one["name"], one["places"][0]["line"], one["places"][0]["column"]) for one in post["services"]] == [
        ("Dataflow", 3, 1)
    ]
    assert post["summary"]["text"] == "Dataflowで前処理を試した記録です。"


def test_an_empty_folder_and_a_folder_named_like_a_post_are_no_posts(capsys: pytest.CaptureFixture[str]):
    Path("content/empty").mkdir()
    Path("content/folder.md").mkdir()
    assert extract(capsys) == (0, {}, "")
    write("content/folder.md/inside.md", "語を書いた。\n")
    code, posts, _ = extract(capsys)
    assert (code, list(posts)) == (0, ["content/folder.md/inside.md"])


def test_a_link_to_nothing_is_passed_over_in_a_folder_and_said_by_name(capsys: pytest.CaptureFixture[str]):
    Path("content/gone.md").symlink_to("nowhere.md")
    Path("content/loop.md").symlink_to("loop.md")
    assert extract(capsys) == (0, {}, "")
    assert main(["extract", "content/gone.md", "--out", "-"]) == 2
    assert capsys.readouterr().err == (
        "content/gone.md: a link that leads to no file or folder; delete it, or put there what it leads to\n"
    )


def test_a_file_that_may_not_be_read_is_a_problem(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    real = open

    def refuse(path: Any, *rest: Any, **more: Any) -> Any:
        if path == "content/secret.md":
            raise PermissionError(13, os.strerror(13))
        return real(path, *rest, **more)

    write("content/secret.md", POST)
    monkeypatch.setattr(builtins, "open", refuse)
    assert extract(capsys) == (
        1,
        {},
        "content/secret.md:1:1: cannot be read (Permission denied); check the file and its permissions\n",
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "---\ntitle: 日本語\n---\nこれは本文です。\n".encode("shift_jis"),
            "2:8: not UTF-8, looks like Shift_JIS; save the file as UTF-8",
        ),
        (
            "---\ntitle: 日本語\n---\nこれは本文です。\n".encode("euc_jp"),
            "2:8: not UTF-8, looks like EUC-JP; save the file as UTF-8",
        ),
        (
            "---\ntitle: 日本語\n---\nこれは本文です。\n".encode("utf-16"),
            "1:1: not UTF-8, looks like UTF-16; save the file as UTF-8",
        ),
        (
            b"---\ntitle: a\n",
            "1:1: front matter begins with '---' and never ends; write '---' on a line of its own behind it",
        ),
    ],
)
def test_a_file_that_cannot_be_understood_is_one_line_with_its_place(
    data: bytes, said: str, capsys: pytest.CaptureFixture[str]
):
    write("content/bad.md", data)
    assert extract(capsys) == (1, {}, f"content/bad.md:{said}\n")


def test_nul_bytes_and_strange_line_ends_move_no_place(capsys: pytest.CaptureFixture[str]):
    write("content/nul.md", "\ufeff---\r\ntitle: a\0\r\n---\r\n語\0と\u2028𠮷野\x0cDataflowを使う。\r\n")
    code, posts, err = extract(capsys)
    if code == 0:
        place = posts["content/nul.md"]["services"][0]["places"][0]
        assert (place["line"], place["column"]) == (4, 8)
    else:  # YAML has no NUL
        assert err.startswith("content/nul.md:2:9: ")
    write("content/nul.md", "\ufeff---\r\ntitle: a\r\n---\r\n語\0と\u2028𠮷野\x0cDataflowを使う。\r\n")
    code, posts, err = extract(capsys)
    assert (code, err) == (0, "")
    assert posts["content/nul.md"]["services"][0]["places"] == [
        {"line": 4, "column": 8, "end_line": 4, "end_column": 16}
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "不均衡データをDataflowに取り込み、評価指標を比べた。",
        "機械学習モデルの前処理をDataflowで試してから評価した結果を",
        "The pipeline loads imbalanced data into Dataflow. ",
        "データサイエンス",
        "a",
        "7",
        "3.14 ",
        "[",
        "*",
        "![a](",
        "「",
    ],
)
def test_300_kilobytes_in_one_line_are_a_post_like_any(unit: str, capsys: pytest.CaptureFixture[str]):
    write("content/long.md", POST + unit * (300_000 // len(unit.encode())) + "\n")
    code, posts, err = extract(capsys)
    assert (code, err, list(posts)) == (0, "", ["content/long.md"])


def test_a_title_of_300_kilobytes_is_a_title_like_any(capsys: pytest.CaptureFixture[str]):
    write("content/long.md", f'---\ntitle: "{"評価した。" * 20_000}"\n---\n語を書いた。\n')
    code, posts, err = extract(capsys)
    assert (code, err, len(posts["content/long.md"]["title"])) == (0, "", 100_000)


def test_all_of_them_together_leave_one_line_for_each_that_cannot_be_read(capsys: pytest.CaptureFixture[str]):
    write("content/a.md", b"")
    write("content/b.md", "---\ntitle: 日本語の本文です\n---\n".encode("shift_jis"))
    write("content/c.md", b"---\n")
    Path("content/d.md").symlink_to("nowhere")
    write("content/e.md", POST)
    assert main(["extract", "content"]) == 1
    out, err = capsys.readouterr()
    assert [line.split(":")[0] for line in err.split("\n")] == ["content/b.md", "content/c.md", ""]
    assert sorted(path.name for path in Path("jpkit-out/summaries").iterdir()) == ["a.md", "e.md", "good.md"]
    assert "Unreadable   2\n" in out


ENTRY = "隠線処理 [いんせんしょり] /(n) hidden line removal/\n"
DEFINING = "---\ntitle: 隠線処理\n---\n\n隠線処理とは、物体の陰の線を描かない処理です。隠線処理は重い処理です。\n"


@pytest.mark.parametrize("said", ["option", "settings"])
def test_english_of_the_users_dictionary_says_whose_it_is(said: str, capsys: pytest.CaptureFixture[str]):
    write("content/a.md", DEFINING)
    write("content/b.md", DEFINING)
    write("own/edict", ENTRY.encode("euc_jp"))
    write("jpkit.toml", 'dictionary = "own/edict"\n' if said == "settings" else "")
    assert main(["extract", "content", *(["--dictionary", "own/edict"] if said == "option" else [])]) == 0
    assert capsys.readouterr().err == ""
    glossary = json.loads(Path("jpkit-out/glossary.json").read_text(encoding="utf-8"))
    (entry,) = (entry for entry in glossary["glossary"] if entry["ja"] == "隠線処理")
    assert (entry["en"], entry["translation"]["score"]) == ("hidden line removal", 0.92)
    (notice,) = glossary["notices"]
    assert "edict" in notice
    assert "CC BY-SA 4.0" in notice
    assert Path("jpkit-out/NOTICE.txt").read_text(encoding="utf-8") == f"{notice}\n"
    assert "CC BY-SA 4.0" in Path("jpkit-out/glossary.md").read_text(encoding="utf-8")


def test_a_dictionary_that_gives_nothing_is_not_named(capsys: pytest.CaptureFixture[str]):
    write("own/edict", ENTRY.encode("euc_jp"))
    assert main(["extract", "content", "--dictionary", "own/edict"]) == 0
    assert "notices" not in json.loads(Path("jpkit-out/glossary.json").read_text(encoding="utf-8"))
    assert not Path("jpkit-out/NOTICE.txt").exists()


def test_what_is_no_dictionary_stops_before_anything_is_read(capsys: pytest.CaptureFixture[str]):
    assert main(["extract", "content", "--dictionary", "content/good.md"]) == 2
    assert capsys.readouterr() == (
        "",
        "content/good.md: is no dictionary in EDICT or JMdict format; name such a file, or leave --dictionary out\n",
    )
