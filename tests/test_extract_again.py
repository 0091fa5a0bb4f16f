"""A second run of `jpkit extract`: what it has of the first costs less, and changes nothing but that ids stay."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jpkit.cli import main
from jpkit.messages import use_language

TOOLKIT = Path(__file__).parents[1] / "toolkit"
TOPICS = (
    "機械学習（Machine Learning）",
    "データ基盤",
    "BigQuery",
    "継続的インテグレーション",
    "Kubernetes",
    "自然言語処理",
)


@pytest.fixture(autouse=True)
def _site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    for number in range(8):
        write(number)
    Path("content/en").mkdir()
    Path("content/en/a.md").write_text(
        "---\ntitle: Service mesh\n---\nA service mesh is an infrastructure layer. The service mesh runs on GKE.\n"
    )
    Path("content/broken.md").write_text("---\ntitle: [\n---\n本文。\n", encoding="utf-8")
    yield
    use_language(None)


def write(number: int, more: str = "") -> None:
    topic, other = TOPICS[number % 6], TOPICS[(number * 5 + 1) % 6]
    path = Path(f"content/{number}.md")
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f"---\ntitle: {topic}の入門{number}\ntags: []\n---\n{topic}とは、{other}のための技術です。"
        f"{topic}を{number + 2}日かけて試した。{other}も使う。{more}\n",
        encoding="utf-8",
    )


def extract(*options: str, out: str = "jpkit-out") -> int:
    return main(["extract", "content", "--out", out, "--jobs", "1", *options])


def outcome(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str, str, dict[str, bytes]]:
    """Exit code, both streams and all files, of a run into a folder of its own."""
    out = Path("out")
    code = extract("--format", "json", *options, out=str(out))
    files = {str(path): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    for path in files:
        Path(path).unlink()
    streams = capsys.readouterr()
    return code, streams.out, streams.err, files


def change(number: int = 3) -> Callable[[], object]:
    return lambda: write(number, "新しい話題はOpenTelemetryです。OpenTelemetryを入れた。")


CHANGES: dict[str, Callable[[], object]] = {
    "nothing": lambda: None,
    "a changed post": change(),
    "a new post": change(9),
    "a post that is gone": lambda: Path("content/2.md").unlink(),
    "a post of another name": lambda: Path("content/2.md").rename("content/z.md"),
    "two posts that change names": lambda: (
        Path("content/1.md").rename("content/x.md"),
        Path("content/2.md").rename("content/1.md"),
        Path("content/x.md").rename("content/2.md"),
    ),
    "a post that is mended": lambda: write(0) or Path("content/0.md").rename("content/broken.md"),
    "settings for some posts": lambda: Path("jpkit.toml").write_text(
        '[[per-file]]\nfiles = ["content/3.md"]\ntop = 1\n'
    ),
    "a cache that is broken": lambda: Path("cache/results.sqlite").write_bytes(b"no database" * 999),
    "a cache with values of others": lambda: values_of_others(),
    "a cache that is gone": lambda: Path("cache/results.sqlite").unlink(),
    "a file in place of the cache": lambda: (
        Path("cache/results.sqlite").unlink(),
        Path("cache").rmdir(),
        Path("cache").touch(),
    ),
}


def values_of_others() -> None:
    with sqlite3.connect("cache/results.sqlite") as connection:
        connection.execute("UPDATE results SET value = substr(value, 1, length(value) / 2) WHERE rowid % 2")
        connection.execute('UPDATE results SET value = \'[[0],[["a"],["ja"],[1]],[]]\' WHERE rowid % 3 = 0')


@pytest.mark.parametrize("what", CHANGES)
def test_the_second_run_gives_what_a_first_one_gives_after(what: str, capsys: pytest.CaptureFixture[str]):
    first = outcome(capsys, "--cache-dir", "cache")
    assert first == outcome(capsys, "--no-cache")
    CHANGES[what]()
    after = outcome(capsys, "--no-cache")
    assert outcome(capsys, "--cache-dir", "cache") == after
    assert outcome(capsys, "--cache-dir", "cache") == after


@pytest.mark.parametrize("options", [["--top", "2"], ["--lang", "en"], ["--reading", "hiragana"], ["--messages", "ja"]])
def test_other_options_do_not_get_the_results_of_these(options: list[str], capsys: pytest.CaptureFixture[str]):
    first = outcome(capsys, "--cache-dir", "cache")
    other = outcome(capsys, "--cache-dir", "cache", *options)
    assert other != first
    assert other == outcome(capsys, "--no-cache", *options)


@settings(max_examples=10, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.sampled_from(["", "GKEを使う。", "深層学習を試す。"]) | st.none()), max_size=4
    )
)
def test_any_changes_give_what_a_first_run_gives(changes: list[tuple[int, str | None]]):
    import jpkit
    from jpkit.extraction.jobs import link_pages, read_jobs, recall_jobs
    from jpkit.extraction.options import ExtractOptions
    from jpkit.extraction.pipeline import combine
    from jpkit.site import find_posts

    for number, more in changes:
        if more is None:
            Path(f"content/{number}.md").unlink(missing_ok=True)
        else:
            write(number, more)
    jobs = read_jobs(find_posts(["content"]), lambda _: ExtractOptions())
    results = list(recall_jobs(jobs, folder="cache", processes=lambda _: 1))
    linked = link_pages(results, lambda _: ExtractOptions(), folder="cache")
    assert combine(results, linked) == jpkit.extract(["content"])


def test_processes_share_what_is_left_to_do(capsys: pytest.CaptureFixture[str]):
    whole = outcome(capsys, "--no-cache")
    assert outcome(capsys, "--cache-dir", "cache", "--jobs", "2") == whole
    for number in range(4):
        write(number, "差分。")
    assert outcome(capsys, "--cache-dir", "cache", "--jobs", "2") == outcome(capsys, "--no-cache")


def test_a_run_with_fill_knows_the_posts_that_it_has_not_read_again(capsys: pytest.CaptureFixture[str]):
    extract("--cache-dir", "cache", "--quiet")
    assert extract("--cache-dir", "cache", "--quiet", "--fill", "tags") == 1
    assert "tags: []" not in Path("content/1.md").read_text(encoding="utf-8")
    Path("content/broken.md").unlink()
    assert outcome(capsys, "--cache-dir", "cache")[0] == 0


def test_few_posts_leave_no_cache():
    for path in sorted(Path("content").rglob("*.md"))[4:]:
        path.unlink()
    extract("--cache-dir", "cache", "--quiet")
    assert not Path("cache").exists()


def test_no_cache_leaves_none_and_without_a_folder_it_is_the_users(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(Path("home").absolute()))
    extract("--no-cache", "--cache-dir", "cache", "--quiet")
    assert (Path("cache").exists(), Path("home").exists()) == (False, False)
    extract("--quiet")
    assert [path.as_posix() for path in Path("home").rglob("*") if path.is_file()] == ["home/jpkit/results.sqlite"]


LATE = (
    "sudachipy", "sudachidict_core", "pyromark", "langdetect", "yaml", "tomllib",
    "concurrent.futures", "numpy",
)  # fmt: skip


def test_a_run_in_which_nothing_has_changed_loads_no_dictionary_and_no_parser():
    code = f"import sys; from jpkit.cli import main; main(sys.argv[1:]); print([n for n in {LATE} if n in sys.modules])"
    command = [sys.executable, "-c", code, "extract", "content", "--quiet", "--cache-dir", "cache"]
    environment = {**os.environ, "PYTHONPATH": str(TOOLKIT)}
    loaded = [subprocess.run(command, capture_output=True, check=True, env=environment).stdout for _ in range(2)]
    assert b"sudachipy" in loaded[0]
    assert loaded[1] == b"[]\n"


def test_two_runs_at_once_give_what_one_gives(capsys: pytest.CaptureFixture[str]):
    expected = outcome(capsys, "--no-cache")
    environment = {**os.environ, "PYTHONPATH": str(TOOLKIT)}
    command = [sys.executable, "-m", "jpkit", "extract", "content", "--format", "json", "--cache-dir", "cache", "--out"]
    for _ in range(2):
        runs = [
            subprocess.Popen([*command, f"out{n}"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            for n in range(2)
        ]
        assert [run.communicate()[0].decode() for run in runs] == [expected[1]] * 2


def write_only(name: str) -> None:
    """One post that defines a name, and no other."""
    for path in Path("content").rglob("*.md"):
        path.unlink()
    text = f"---\ntitle: {name}の入門\n---\n{name}とは、データから学ぶ技術です。{name}を試した。\n"
    Path("content/a.md").write_text(text, encoding="utf-8")


def named(text: str) -> list[tuple[str, str, str | None]]:
    """Ids and names of the entries of a glossary in JSON."""
    return [(entry["id"], entry["ja"], entry["en"]) for entry in json.loads(text)["glossary"]]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_an_entry_that_gets_an_english_name_keeps_its_id(form: str, capsys: pytest.CaptureFixture[str]):
    write_only("盆栽剪定術（Bonsai Pruning）")
    extract("--format", "json", out="-")
    assert named(capsys.readouterr().out) == [("bonsai-pruning", "盆栽剪定術", "Bonsai Pruning")]
    write_only("盆栽剪定術")
    extract("--quiet", "--glossary", form)
    write_only("盆栽剪定術（Bonsai Pruning）")
    for out in ("jpkit-out", "-"):  # what is printed has the ids of the folder of the site
        extract("--format", "json", "--glossary", form, out=out)
        assert named(capsys.readouterr().out) == [("盆栽剪定術", "盆栽剪定術", "Bonsai Pruning")]


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"no JSON", b"\xff", b"<<<<<<< HEAD\n{}", b'{"glossary": [{"id": 1}]}', b'{"glossary": [[]]}']
)
def test_from_a_glossary_that_cannot_be_read_no_ids_are_kept_and_the_run_goes_on(
    data: bytes, capsys: pytest.CaptureFixture[str]
):
    write_only("機械学習（Machine Learning）")
    Path("jpkit-out").mkdir()
    Path("jpkit-out/glossary.json").write_bytes(data)
    assert extract("--format", "json") in (0, 1)
    assert named(capsys.readouterr().out) == [("machine-learning", "機械学習", "Machine Learning")]
