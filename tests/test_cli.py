"""The command line: options, exit codes, what goes where. The extraction itself is a stand-in here."""

import builtins
import errno
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from jpkit import __version__
from jpkit.cli import COMMANDS, main
from jpkit.cli.progress import progress
from jpkit.errors import JpkitError
from jpkit.extraction.model import Entry, Extraction, PostResult, Suggested, Summary, Unreadable
from jpkit.extraction.options import ExtractOptions
from jpkit.fill import FIELDS
from jpkit.messages import use_language
from jpkit.post import read_post
from jpkit.source import decode
from jpkit.write import markdown

TOOLKIT = Path(__file__).parents[1] / "toolkit"
SEEN: list[tuple[str, ExtractOptions]] = []


class Input(NamedTuple):
    path: str
    data: bytes
    options: ExtractOptions


def extract_posts(inputs: Iterable[Input]) -> list[PostResult | Unreadable]:
    """The title as summary and tag."""
    return [extract_post(*one) for one in inputs]


def extract_post(path: str, data: bytes, options: ExtractOptions) -> PostResult | Unreadable:
    SEEN.append((path, options))
    try:
        title = read_post(decode(path, data)).title
    except JpkitError as error:
        return Unreadable(path, error.line or 1, error.column or 1, error.detail)
    if title == "bug":
        raise ZeroDivisionError(title)
    return PostResult(
        path=path, lang="ja", title=title, summary=Summary(title), suggested=Suggested((title,), (), title)
    )


def combine(results: Iterable[PostResult | Unreadable], *_: object, **__: object) -> Extraction:
    found = sorted(results, key=lambda result: result.path)
    posts = tuple(result for result in found if isinstance(result, PostResult))
    entries = tuple(Entry(post.title, post.title, None, None, "term", posts=(post.path,)) for post in posts)
    return Extraction(posts, entries, tuple(result for result in found if isinstance(result, Unreadable)))


@pytest.fixture(autouse=True)
def _stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pipeline = ModuleType("jpkit.extraction.pipeline")
    pipeline.Input = Input  # type: ignore[attr-defined]
    pipeline.extract_posts = extract_posts  # type: ignore[attr-defined]
    pipeline.combine = combine  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "jpkit.extraction.pipeline", pipeline)
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    SEEN.clear()
    yield
    use_language(None)


def write(path: str, title: str = "語", *, body: str = "本文。\n") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(f'---\ntitle: {title}\nsummary: ""\ntags: []\n---\n{body}'.encode())


def files(folder: str = ".") -> list[str]:
    return sorted(path.as_posix() for path in Path(folder).rglob("*") if path.is_file())


REPORT = """\
content/a.md  ja
語

  語

Posts        1 (ja 1)
Entries      1
"""


def test_a_run_reports_and_writes(capsys: pytest.CaptureFixture[str]):
    write("content/a.md")
    assert main(["extract", "content"]) == 0
    assert capsys.readouterr() == (
        f"{REPORT}Written      jpkit-out/glossary.{{json,csv,md,html}}, summaries.json, summaries/\n"
        "             6 of 6 files changed\n",
        "",
    )
    assert files("jpkit-out") == [
        "jpkit-out/glossary-written.jsonl",
        "jpkit-out/glossary.csv",
        "jpkit-out/glossary.html",
        "jpkit-out/glossary.json",
        "jpkit-out/glossary.md",
        "jpkit-out/summaries.json",
        "jpkit-out/summaries/a.md",
    ]
    page = Path("jpkit-out/summaries/a.md").read_text(encoding="utf-8")
    assert "[content/a.md](../../content/a.md)" in page
    assert (Path("jpkit-out/summaries") / "../../content/a.md").exists()


def test_a_second_run_touches_nothing_and_reads_nothing_of_the_first(capsys: pytest.CaptureFixture[str]):
    write("a.md")
    main(["extract", "."])
    before = {path: Path(path).stat().st_mtime_ns for path in files()}
    capsys.readouterr()
    assert main(["extract", "."]) == 0
    assert capsys.readouterr().out.endswith("0 of 6 files changed\n")
    assert {path: Path(path).stat().st_mtime_ns for path in files()} == before
    main(["extract", ".", "--out", "elsewhere"])
    main(["extract", ".", "--out", "-"])
    assert {path for path, _ in SEEN} == {"a.md"}


def test_pages_of_posts_that_are_gone_go_and_all_others_stay(capsys: pytest.CaptureFixture[str]):
    write("content/a.md")
    write("content/x/b.md")
    write("content/x/c.md")
    main(["extract", "content", "--quiet"])
    Path("jpkit-out/summaries/mine.md").write_text("my notes\n", encoding="utf-8")
    Path("content/x/b.md").unlink()
    Path("content/x/c.md").unlink()
    main(["extract", "content"])
    assert capsys.readouterr().out.endswith("5 of 6 files changed, 2 old pages removed\n")
    assert sorted(path.name for path in Path("jpkit-out/summaries").iterdir()) == ["a.md", "mine.md"]
    write("content/d.md")
    main(["extract", "content/d.md"])
    assert sorted(path.name for path in Path("jpkit-out/summaries").iterdir()) == ["a.md", "d.md", "mine.md"]


def test_of_two_runs_at_once_either_may_remove_an_old_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    for path in ("content/a.md", "content/x/b.md", "content/x/c.md"):
        write(path)
    main(["extract", "content", "--quiet"])
    Path("content/x/b.md").unlink()
    Path("content/x/c.md").unlink()
    found = markdown.source_of

    def other_run_is_quicker(text: str) -> str | None:
        shutil.rmtree("jpkit-out/summaries/x")
        return found(text)

    monkeypatch.setattr(markdown, "source_of", other_run_is_quicker)
    assert main(["extract", "content", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")
    assert [path.name for path in Path("jpkit-out/summaries").iterdir()] == ["a.md"]


def test_a_link_to_nothing_beside_the_pages_stops_nothing(capsys: pytest.CaptureFixture[str]):
    write("content/a.md")
    Path("jpkit-out/summaries").mkdir(parents=True)
    Path("jpkit-out/summaries/gone.md").symlink_to("nowhere.md")
    assert main(["extract", "content", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")
    assert Path("jpkit-out/summaries/gone.md").is_symlink()


def test_out_minus_writes_nothing_and_json_is_all_that_is_printed(capsys: pytest.CaptureFixture[str]):
    write("content/a.md")
    assert main(["extract", "content", "--out", "-", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert [post["title"] for post in json.loads(out)["posts"]] == ["語"]
    assert err == ""
    assert files() == ["content/a.md"]
    assert main(["extract", "content", "--out", "-", "--format", "jsonl"]) == 0
    assert [sorted(json.loads(line))[0] for line in capsys.readouterr().out.splitlines()] == [
        "abbreviations",
        "glossary",
    ]
    assert main(["extract", "content", "--out", "-"]) == 0
    assert capsys.readouterr().out == REPORT


def test_only_the_formats_that_were_asked_for_are_written():
    write("content/a.md")
    main(["extract", "content", "--quiet", "--glossary", "csv", "--glossary", "csv", "--out", "x/y"])
    assert files("x") == ["x/y/glossary-written.jsonl", "x/y/glossary.csv", "x/y/summaries.json", "x/y/summaries/a.md"]


def test_without_a_path_content_is_read_or_else_the_current_folder(tmp_path: Path):
    write("a.md")
    main(["extract", "--quiet"])
    write("content/b.md")
    main(["extract", "--quiet"])
    assert [path for path, _ in SEEN] == ["a.md", "content/b.md"]


def test_a_post_that_cannot_be_read_is_a_problem_and_the_others_go_on(capsys: pytest.CaptureFixture[str]):
    write("content/a.md")
    Path("content/b.md").write_bytes("---\ntitle: にほん\n---\n".encode("shift_jis"))
    Path("content/c.md").write_bytes(b"---\nx: 1\n")
    Path("content/d.md").symlink_to("d.md")
    assert main(["extract", "content", "content/b.md", "--out", "-"]) == 1
    assert capsys.readouterr() == (
        f"{REPORT}Unreadable   2\n",
        "content/b.md:2:8: not UTF-8, looks like Shift_JIS; save the file as UTF-8\n"
        "content/c.md:1:1: front matter begins with '---' and never ends; write '---' on a line of its own behind it\n",
    )
    assert main(["extract", "content", "--out", "-", "--format", "json", "--quiet"]) == 1
    out, err = capsys.readouterr()
    assert [problem["path"] for problem in json.loads(out)["problems"]] == ["content/b.md", "content/c.md"]
    assert err.count("\n") == 2


def test_a_file_without_permission_is_a_problem(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    real = open

    def refuse(path: Any, *rest: Any, **more: Any) -> Any:
        if path == "content/a.md":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path, *rest, **more)

    write("content/a.md")
    monkeypatch.setattr(builtins, "open", refuse)
    assert main(["extract", "content", "--out", "-", "--quiet"]) == 1
    assert capsys.readouterr().err == (
        "content/a.md:1:1: cannot be read (Permission denied); check the file and its permissions\n"
    )


def test_a_section_page_is_a_post_only_where_it_has_a_body():
    write("content/_index.md", body=" \n")
    write("content/post/_index.md", body="紹介。\n")
    write("content/empty/index.md", body="")
    main(["extract", "content", "--quiet", "--out", "-"])
    assert [path for path, _ in SEEN] == ["content/empty/index.md", "content/post/_index.md"]


def test_a_folder_without_posts_is_said_and_no_failure(capsys: pytest.CaptureFixture[str]):
    Path("empty").mkdir()
    said = "empty: no posts in it; a post is a file that ends in .md or .markdown\n"
    assert main(["extract", "empty"]) == 0
    assert capsys.readouterr() == ("", said)
    assert main(["extract", "empty", "--format", "json", "--quiet"]) == 0
    out, err = capsys.readouterr()
    assert (json.loads(out)["posts"], err) == ([], "")
    assert files() == []


def test_standard_input_is_a_post(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    text = "---\ntitle: 標準入力\ntags: []\n---\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert main(["extract", "-", "--fill", "tags", "--diff"]) == 0
    assert capsys.readouterr().out == (
        "--- a/-\n+++ b/-\n@@ -1,4 +1,4 @@\n ---\n title: 標準入力\n-tags: []\n+tags: [標準入力]\n ---\n"
    )
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert main(["extract", "-", "--quiet"]) == 0
    assert "標準入力" in Path("jpkit-out/summaries/stdin.md").read_text(encoding="utf-8")


def test_fill_writes_into_empty_fields_and_says_what_it_left(capsys: pytest.CaptureFixture[str]):
    write("content/a.md")
    write("content/b.md", title="二")
    assert main(["extract", "content", "--fill", "summary", "--fill", "keywords", "--out", "-"]) == 0
    out, err = capsys.readouterr()
    assert out.endswith("Filled in    summary in 2 post(s)\n")
    assert err == (
        "--fill keywords: 2 post(s) without that field left as they are, the first is content/a.md; "
        "add 'keywords: []' to the front matter\n"
    )
    assert Path("content/a.md").read_text(encoding="utf-8") == '---\ntitle: 語\nsummary: "語"\ntags: []\n---\n本文。\n'
    before = Path("content/a.md").stat().st_mtime_ns
    assert main(["extract", "content", "--fill", "summary", "--out", "-"]) == 0
    assert capsys.readouterr().out.endswith("Filled in    nothing to fill in\n")
    assert Path("content/a.md").stat().st_mtime_ns == before


def test_diff_shows_what_fill_would_write_and_writes_nothing(capsys: pytest.CaptureFixture[str]):
    write("content/a.md")
    before = Path("content/a.md").read_bytes()
    assert main(["extract", "content", "--fill", "tags", "--diff", "--color", "always"]) == 0
    assert capsys.readouterr().out == (
        "\x1b[1m--- a/content/a.md\x1b[0m\n\x1b[1m+++ b/content/a.md\x1b[0m\n\x1b[36m@@ -1,7 +1,7 @@\x1b[0m\n"
        ' ---\n title: 語\n summary: ""\n\x1b[31m-tags: []\x1b[0m\n\x1b[32m+tags: [語]\x1b[0m\n ---\n 本文。\n'
    ).replace("-1,7 +1,7", "-1,6 +1,6")
    assert Path("content/a.md").read_bytes() == before
    assert files() == ["content/a.md"]


def test_a_post_that_was_saved_meanwhile_is_not_filled(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def saved_meanwhile(results: Iterable[PostResult | Unreadable], *_: object, **__: object) -> Extraction:
        extraction = combine(results)
        write("content/a.md", title="改")
        return extraction

    monkeypatch.setattr(sys.modules["jpkit.extraction.pipeline"], "combine", saved_meanwhile)
    write("content/a.md")
    write("content/b.md", title="二")
    assert main(["extract", "content", "--fill", "summary", "--out", "-", "--quiet"]) == 1
    assert capsys.readouterr() == (
        "",
        "content/a.md:1:1: the file has changed since it was read, so nothing was written; run the command again\n",
    )
    assert 'summary: ""' in Path("content/a.md").read_text(encoding="utf-8")
    assert 'summary: "二"' in Path("content/b.md").read_text(encoding="utf-8")


def test_the_configuration_holds_where_the_command_line_is_silent(capsys: pytest.CaptureFixture[str]):
    write("site/content/a.md")
    write("site/content/en/b.md")
    write("site/content/home/c.md")
    Path("site/jpkit.toml").write_text(
        'top = 5\nmessages = "ja"\nout = "terms"\nglossary = ["md"]\nexclude = ["content/home/**"]\n'
        '[[per-file]]\nfiles = ["content/en/**"]\nlang = "en"\n',
        encoding="utf-8",
    )
    assert main(["extract", "site"]) == 0
    assert [(path, options.top, options.lang) for path, options in SEEN] == [
        ("site/content/a.md", 5, "auto"),
        ("site/content/en/b.md", 5, "en"),
    ]
    assert "出力先       site/terms/glossary.md, summaries.json, summaries/\n" in capsys.readouterr().out
    SEEN.clear()
    assert main(["extract", "site", "--top", "2", "--lang", "ja", "--messages", "en", "--out", "-"]) == 0
    assert [(options.top, options.lang) for _, options in SEEN] == [(2, "ja"), (2, "ja")]
    assert "Entries" in capsys.readouterr().out
    Path("other.toml").write_text("top = 9\n", encoding="utf-8")
    main(["extract", "site/content/a.md", "--config", "other.toml", "--out", "-", "--quiet"])
    assert SEEN[-1][1].top == 9


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extract", "nowhere"], "nowhere: no such file or folder; check the path"),
        (["extract", "--tpo", "3"], "no option '--tpo'; did you mean '--top'?; see 'jpkit extract --help'"),
        (["extract", "--zzzzz"], "no option '--zzzzz'; see 'jpkit extract --help'"),
        (["extract", "--top"], "--top: no value behind it; write one; see 'jpkit extract --help'"),
        (["extract", "--out", ""], "--out: no value behind it; write one; see 'jpkit extract --help'"),
        (
            ["extract", "--glossary", "csv", "--config="],
            "--config: no value behind it; write one; see 'jpkit extract --help'",
        ),
        (["lint", "--select", ""], "--select: no value behind it; write one; see 'jpkit lint --help'"),
        (["extract", "a\x1b[31m\nb"], "a [31m b: no such file or folder; check the path"),
        (["extract", ""], "'': no such file or folder; check the path"),
        (["extract", "--quiet=1"], "--quiet: takes no value; write the option alone; see 'jpkit extract --help'"),
        (
            ["extract", "--top", "ten"],
            "--top: 'ten' is no whole number of 1 or more; write one; see 'jpkit extract --help'",
        ),
        (
            ["extract", "--top", "0"],
            "--top: '0' is no whole number of 1 or more; write one; see 'jpkit extract --help'",
        ),
        (
            ["extract", "--lang", "fr"],
            "--lang: 'fr' is none of its values; write one of auto, ja, en; see 'jpkit extract --help'",
        ),
        (
            ["extract", "--diff"],
            "--diff shows what --fill would change; add --fill summary, for example; see 'jpkit extract --help'",
        ),
        (
            ["extract", "--fill", "tags", "--diff", "--format", "json"],
            "--diff and --format json both want standard output; leave one out; see 'jpkit extract --help'",
        ),
        (
            ["extract", "--fill", "tags", "-"],
            "--fill writes into files, and '-' is none; name the file, or add --diff; see 'jpkit extract --help'",
        ),
        (
            ["extract", "--config", "no.toml"],
            "no.toml: cannot be read (No such file or directory); check the file and its permissions",
        ),
        (["extrct"], "no command 'extrct'; did you mean 'jpkit extract'?"),
        (["content"], "no command 'content'; did you mean 'jpkit extract content'?"),
        (["zzz"], "no command 'zzz'; the commands are: extract, lint, schema"),
        (["--zzz"], "no option '--zzz'; see 'jpkit --help'"),
        (
            ["extract", "--messages", "ja", "--top", "x"],
            "--top: 'x'は1以上の整数ではありません。1以上の整数を書いてください。"
            "使い方は'jpkit extract --help'で確かめられます",
        ),
        (
            ["extract", "--messages", "ja", "--lang", "fr"],
            "--lang: 'fr'は指定できません。auto、ja、enのいずれかを書いてください。"
            "使い方は'jpkit extract --help'で確かめられます",
        ),
    ],
)
def test_what_the_user_can_mend_is_one_line_and_exit_code_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
):
    write("content/a.md")
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", f"{said}\n")


def test_a_folder_that_cannot_be_written_is_said(capsys: pytest.CaptureFixture[str]):
    write("content/a.md")
    Path("file").write_text("", encoding="utf-8")
    assert main(["extract", "content", "--out", "file"]) == 2
    assert capsys.readouterr().err.startswith("file/glossary.json: cannot be written (")


def test_a_bug_keeps_its_traceback_and_asks_for_a_report(capsys: pytest.CaptureFixture[str]):
    write("content/a.md", title="bug")
    assert main(["extract", "content"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Traceback (most recent call last):\n")
    assert err.endswith(
        f"ZeroDivisionError: bug\nthis is a bug of jpkit {__version__}; report it with the lines above\n"
    )


def test_the_language_of_one_run_is_not_that_of_the_next(capsys: pytest.CaptureFixture[str]):
    write("content/a.md")
    main(["extract", "content", "--out", "-", "--messages", "ja"])
    main(["extract", "content", "--out", "-"])
    totals = [line for line in capsys.readouterr().out.split("\n") if "ja 1" in line]
    assert totals == ["記事         1（ja 1）", "Posts        1 (ja 1)"]


@pytest.mark.parametrize(
    ("environment", "choice", "coloured"),
    [
        ({}, "auto", True),
        ({"NO_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": ""}, "auto", True),
        ({"TERM": "dumb"}, "auto", False),
        ({"NO_COLOR": "1"}, "always", True),
        ({}, "never", False),
    ],
)
def test_colours_are_for_terminals_and_as_told(
    environment: dict[str, str],
    choice: str,
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    write("content/a.md")
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main(["extract", "content", "--out", "-", "--color", choice])
    assert ("\x1b[" in capsys.readouterr().out) is coloured


def test_the_commands_are_listed_and_the_fields_of_fill_are_those_there_are(capsys: pytest.CaptureFixture[str]):
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n  {name} " not in shown] == []
    assert main(["extract", "-h"]) == 0
    assert f"--fill {'|'.join(FIELDS)}" in capsys.readouterr().out
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"jpkit {__version__}\n"


def test_progress_is_silent_but_on_a_terminal_after_a_second(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    clock = iter([0.0, 0.5, 1.5, 1.55, 2.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    assert list(progress("abc", 3)) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(progress("abcd", 4)) == ["a", "b", "c", "d"]
    assert capsys.readouterr().err == (
        "\r\x1b[K━━━━━━━━━━━━──────────── 2/4\r\x1b[K━━━━━━━━━━━━━━━━━━━━━━━━ 4/4\r\x1b[K"
    )


# Below, processes: what only they show.


def run(*arguments: str, **settings: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(command(*arguments), capture_output=True, env=environment(), **settings)  # type: ignore[call-overload, no-any-return]


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "jpkit", *arguments]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(TOOLKIT), "LANG": "C", "PYTHONIOENCODING": "ascii"}


HEAVY = ("sudachipy", "yaml", "frontmatter", "pyromark", "langdetect", "tree_sitter", "tomllib")


@pytest.mark.parametrize("arguments", [["--version"], ["extract", "--help"], ["extract", "--tpo"]])
def test_a_command_that_reads_no_post_loads_no_parser_and_no_tokenizer(arguments: list[str]):
    script = (
        "import sys; from jpkit.cli import main; main(sys.argv[1:]);"
        f"sys.exit(' '.join(name for name in {HEAVY} if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, env=environment(), check=False
    )
    assert done.stderr.splitlines()[-1:] in (
        [b""],
        [b"no option '--tpo'; did you mean '--top'?; see 'jpkit extract --help'"],
    )


def test_output_is_utf_8_whatever_the_locale_and_a_strange_file_name_shows():
    name = os.fsdecode(b"\x93\xfa.md")
    Path(name).write_text("---\ntitle: [\n", encoding="utf-8")
    done = run("extract", name, "--out", "-", "--messages", "ja")
    assert done.returncode == 1
    assert done.stdout.decode().startswith("記事")
    assert done.stderr.decode().startswith("\\udc93\\udcfa.md:")


@pytest.mark.skipif(os.name == "nt", reason="no SIGPIPE there")
def test_a_closed_pipe_ends_quietly():
    read, write_end = os.pipe()
    os.close(read)
    done = subprocess.run(command("--help"), stdout=write_end, stderr=subprocess.PIPE, env=environment(), check=False)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(os.name == "nt", reason="closes descriptors as a POSIX shell does")
def test_closed_output_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# 題\n\nBigQueryで集計します。\n", encoding="utf-8")
    command = f'"{sys.executable}" -m jpkit extract a.md --no-cache >&- 2>&-'
    done = subprocess.run(command, shell=True, cwd=tmp_path, check=False)
    assert (done.returncode, (tmp_path / "jpkit-out/summaries.json").exists()) == (0, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_standard_output_is_said():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command("--help"), stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (
        2,
        b"standard output cannot be written (No space left on device); make room where it goes, or send it elsewhere\n",
    )


@pytest.mark.parametrize("options", [["--format", "json"], ["--format", "jsonl"], ["--top", "3"]])
def test_jobs_change_no_byte(capsys: pytest.CaptureFixture[str], options: list[str]):
    for number in range(40):
        write(
            f"content/post/{number}/index.md", f"第{number}回", body=f"機械学習とは、第{number % 7}版の手法である。" * 3
        )
    Path("content/post/broken.md").write_text("---\ntitle: a\n", encoding="utf-8")
    shown = []
    for jobs in ("1", "2", "auto"):
        assert main(["extract", *options, "--jobs", jobs, "--out", jobs]) == 1
        shown.append(capsys.readouterr())
    out, err = shown[0]
    for jobs, said in zip(("2", "auto"), shown[1:], strict=True):
        assert said == (out.replace("1/glossary", f"{jobs}/glossary"), err)
        assert content_of(jobs) == content_of("1")


def content_of(folder: str) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*.*") if path.is_file()}


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups")
def test_control_c_with_jobs_leaves_no_file():
    for number in range(400):
        write(f"content/post/{number}/index.md", body=f"機械学習とは、第{number}版の手法である。" * 200)
    before = files()
    process = subprocess.Popen(
        command("extract", "--jobs", "2"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
    )
    time.sleep(1.0)  # the pool is at work
    assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert files() == before


@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
def test_control_c_exits_130_without_a_traceback():
    process = subprocess.Popen(
        command("extract", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    time.sleep(1.0)  # it waits for standard input
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert files() == []
