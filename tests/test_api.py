"""The library does what the command does, in any order and in any process."""

import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextvars import copy_context
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jpkit
from jpkit.cli import main
from jpkit.extraction.jobs import Job, batches, link_pages, read_jobs, run_batch, run_jobs
from jpkit.extraction.model import Extraction, Unreadable
from jpkit.extraction.options import ExtractOptions
from jpkit.extraction.pipeline import combine
from jpkit.messages import use_language
from jpkit.site import find_posts
from jpkit.write.json import document, lines

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module")
def samples() -> Extraction:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return jpkit.extract(["samples"])


def jobs() -> list[Job]:
    return list(read_jobs(find_posts(["samples"]), lambda _: ExtractOptions()))


def test_the_command_prints_what_the_function_returns(samples: Extraction, capsys: pytest.CaptureFixture[str]):
    assert main(["extract", "samples", "--format", "json", "--out", "-"]) == 0
    assert capsys.readouterr() == (document(samples), "")
    assert main(["extract", "samples", "--format", "jsonl", "--out", "-"]) == 0
    assert capsys.readouterr() == ("".join(lines(samples)), "")


def test_json_and_json_lines_hold_the_same(samples: Extraction):
    whole = json.loads(document(samples))
    *posts, rest = map(json.loads, lines(samples))
    assert {**rest, "posts": posts} == whole
    assert [post["path"] for post in posts] == [post.path for post in samples.posts]


def test_options_mean_the_same_to_the_command_and_the_function(capsys: pytest.CaptureFixture[str]):
    path = "samples/content/post/tokenizer-dictionary-memo/index.md"
    assert main(["extract", path, "--top", "3", "--lang", "ja", "--format", "json", "--out", "-"]) == 0
    extraction = jpkit.extract([Path(path)], options=jpkit.ExtractOptions(top=3, lang="ja"))
    assert capsys.readouterr().out == document(extraction)
    assert [len(post.terms) for post in extraction.posts] == [3]


def test_a_post_given_as_text_is_the_post_of_the_file():
    path = "samples/content/post/bigquery-dbt-pipeline/index.md"
    text = Path(path).read_bytes().decode()
    assert jpkit.extract_text(text, path=path) == jpkit.extract([path]).posts[0]


def test_a_text_with_broken_front_matter_raises_with_its_place():
    with pytest.raises(jpkit.JpkitError, match="never ends") as raised:
        jpkit.extract_text("---\ntitle: 語\n", path="a.md")
    assert (raised.value.path, raised.value.line, raised.value.column) == ("a.md", 1, 1)


def test_a_path_that_does_not_exist_raises():
    with pytest.raises(jpkit.JpkitError, match="no such file or folder"):
        jpkit.extract(["samples/nowhere"])


def test_one_path_need_not_be_a_list(samples: Extraction):
    assert jpkit.extract("samples") == jpkit.extract(Path("samples")) == samples
    assert jpkit.lint("samples", select="bilingual") == jpkit.lint(["samples"], select=["bilingual"])


def test_a_text_with_half_a_character_raises_with_its_place():
    with pytest.raises(jpkit.JpkitError) as raised:
        jpkit.extract_text("語\n\ud800", path="a.md")
    assert (raised.value.path, raised.value.line, raised.value.column) == ("a.md", 2, 1)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: jpkit.extract("samples", options=ExtractOptions(lang="fr")), "lang is fr; write one of auto, ja, en"),
        (
            lambda: jpkit.extract_text("語", options=ExtractOptions(reading="romaji")),
            "reading is romaji; write one of katakana, hiragana",
        ),
        (
            lambda: jpkit.lint("samples", select=["billingual"]),
            "no lint rule or group is called 'billingual'; did you mean 'bilingual'?",
        ),
        (
            lambda: jpkit.lint("samples", ignore=["x"]),
            "no lint rule or group is called 'x'; jpkit lint --rules shows them",
        ),
        (
            lambda: jpkit.lint("samples", generation="academic"),
            "generation is academic; write one of auto, academic-2, academic-3, academic-4, wowchemy-5, hugoblox, none",
        ),
    ],
)
def test_a_value_that_the_command_refuses_is_refused_by_the_function(call: Callable[[], object], said: str):
    use_language("en")
    with pytest.raises(jpkit.JpkitError) as raised:
        call()
    assert str(raised.value) == said


def test_the_order_of_files_changes_no_byte(samples: Extraction, capsys: pytest.CaptureFixture[str]):
    paths = [job.path for job in jobs()]
    assert document(jpkit.extract(reversed(paths))) == document(samples)
    results = list(run_jobs(reversed(jobs())))
    assert document(combine(results, link_pages(results, lambda _: ExtractOptions()))) == document(samples)
    assert main(["extract", *reversed(paths), "--format", "json", "--out", "-"]) == 0
    assert capsys.readouterr().out == document(samples)


def test_processes_give_what_one_process_gives(samples: Extraction):
    some = jobs()[::4]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        apart = [result for results in pool.map(run_batch, [(job,) for job in some]) for result in results]
    assert apart == list(run_jobs(some))
    assert document(combine(apart)) == document(combine(run_jobs(some)))


@settings(max_examples=4, deadline=None)
@given(st.lists(st.sampled_from(sorted(Path(ROOT, "samples").rglob("*.md"))), min_size=4, unique=True))
def test_any_posts_get_the_same_results_from_two_processes(paths: list[Path]):
    few = [*read_jobs([str(path) for path in paths], lambda _: ExtractOptions(top=5))] * 8
    assert list(run_jobs(few, processes=2)) == list(run_jobs(few))


def test_other_processes_speak_the_language_of_the_first():
    broken = [Job(f"{number}.md", b"---\ntitle: a\n", ExtractOptions()) for number in range(40)]

    def said(processes: int) -> list[str]:
        use_language("ja")
        return [result.message for result in run_jobs(broken, processes=processes) if isinstance(result, Unreadable)]

    apart = copy_context().run(said, 2)
    assert "終わりがありません" in apart[0]
    assert apart == copy_context().run(said, 1)


def test_a_post_gets_the_same_result_in_any_company(samples: Extraction):
    broken = Job("broken.md", b"---\ntitle: a\n", ExtractOptions())
    missing = Job("missing.md", Unreadable("missing.md", 1, 1, "gone"), ExtractOptions())
    some = [missing, *jobs(), broken]
    assert list(run_jobs(some)) == [result for job in some for result in run_batch([job])]


def test_a_large_post_ends_its_batch():
    small, large = (Job("a.md", b"a" * size, ExtractOptions()) for size in (10, 2_000_000))
    assert [len(batch) for batch in batches([small, large, *[small] * 250])] == [2, 200, 50]
    assert [len(batch) for batch in batches([small] * 40, posts=16)] == [16, 16, 8]


def test_results_survive_pickling(samples: Extraction):
    assert pickle.loads(pickle.dumps(samples)) == samples


def test_hash_seeds_change_no_byte(samples: Extraction):
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-m", "jpkit", "extract", "samples", "--format", "json", "--out", "-"],
            capture_output=True,
            check=True,
            env={"PYTHONPATH": str(ROOT / "toolkit"), "PYTHONHASHSEED": seed},
        )
        assert done.stdout.decode() == document(samples)


HEAVY = ("sudachipy", "yaml", "frontmatter", "pyromark", "langdetect", "tree_sitter", "click")


def python(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(ROOT / "toolkit"), "PYTHONIOENCODING": "utf-8"},
    )
    return done.stdout


def test_importing_the_package_loads_nothing_heavy():
    assert python(f"import jpkit, sys; print([name for name in {HEAVY} if name in sys.modules])") == "[]\n"


def test_every_public_name_is_there_and_no_module_hides_one():
    script = """
import importlib, pkgutil, jpkit
for module in pkgutil.walk_packages(jpkit.__path__, "jpkit."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print([name for name in jpkit.__all__ if not callable(getattr(jpkit, name))])
print(jpkit.extract.__module__, jpkit.extract_text("私は語を書く。").lang)
"""
    assert python(script) == "[]\njpkit.api ja\n"


def test_threads_get_what_one_gets(samples: Extraction):
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(jpkit.extract, [["samples"]] * 3)) == [samples] * 3
