"""Serial, over several processes, or from the cache: the report is the same."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jpkit import builder, hugo, site
from jpkit import cache as results
from jpkit.linting import glossary, history
from jpkit.linting import parts as parts_module
from jpkit.linting.api import choose
from jpkit.linting.engine import Active, Report, lint_family, lint_pages
from jpkit.linting.model import Problem, Rule
from jpkit.linting.page import GlossaryAt, Page, Reader
from jpkit.linting.rules import MODULES, rule
from jpkit.linting.rules.tag_variants import RULE as TAG_VARIANTS
from jpkit.looks import Look, recording
from jpkit.messages import use_language
from jpkit.site import find_posts

# ruff: noqa: PTH100

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "toolkit")}
HELD_TO = GlossaryAt("terms.csv")
TODAY = date(2026, 3, 1)

CONFIG = 'title = "a"\ntheme = "academic"\ndefaultContentLanguage = "ja"\n[languages.ja]\n[languages.en]\n'
GLOSSARY = "ja,en,variants\nサーバー,server,サーバ\n題,Theme,\nデータのパイプライン,data pipeline,\n"
JAPANESE = "クラウドの試験をベータ版で受けてきたときのことを書いておきます。" * 5
SITE = {
    "config.toml": CONFIG,
    "terms.csv": GLOSSARY,
    "themes/academic/data/academic.toml": 'version = "4.8.0"\n',
    "data/authors/carol.toml": "",
    "content/authors/alice/_index.md": "---\ntitle: Alice\n---\n",
    "content/project/p/index.md": "---\ntitle: P\nsummary: p\n---\n",
    "content/slides/s/index.md": "---\ntitle: S\n---\n",
    "content/post/a/index.md": "---\ntitle: A\ndate: 2026-02-01\nauthors: [alice, bob, carol, dave]\nprojects: [p, q]\n"
    "slides: s\ntags: [machine learning, GCP]\nimage:\n  caption: 図\n---\n# 見出し\n\n![図](img/a.png) [b](../b/) "
    f"[z](../z/) サーバとサーバー\n{JAPANESE}\n",
    "content/post/a/index.en.md": "---\ntitle: A\ndate: 2026-02-02\nauthors: [alice]\n---\n# One\n\n## Two\n",
    "content/post/a/featured.jpg": "",
    "content/post/a/img/a.png": "",
    "content/post/b/index.md": '---\ntitle: Tensorflow入門\nmath: "false" # jpkit: ignore[quoted-boolean] as it was\n'
    "# jpkit: ignore[tag-variants]\ntags: [machine-learning]\ndate: 2026-03-09\n# jpkit: ignore[wrong-type, spam]\n"
    f"lastmod: 2020-01-01\n---\n<!-- jpkit: ignore[terms] -->\nGithub Tensorflow\n\n{JAPANESE}\n",
    "content/post/b/index.en.md": "---\ntitle: 売上データのパイプライン\n---\n",
    "content/post/c/index.md": "---\ntitle: a: b\n---\n",
    "content/post/c/index.en.md": "---\ntitle: [\n",
    "content/post/e/index.md": "---\ntitle: e\ndate: 2026-02-01\nexpiryDate: 2026-03-05\ntags: [machine learning]\n"
    "---\n",
    "content/ja/post/d.md": "---\ntitle: 日本の記事\ndate: 2026-01-01\ntags: [Gcp, MachineLearning]\n---\n",
    "content/en/post/d.md": "---\ntitle: D\ndate: 2026-01-02\n---\n",
    "content/post/f/index.md": "\ufeff---\r\ntitle: f\r\ntag: [x]\n---\r\n",
    **{
        f"content/talk/{name}/index{lang}.md": f"---\ntitle: {name}\n---\n"
        for name in "abcdefghijk"
        for lang in ("", ".en")
        if name + lang != "k.en"
    },
}

# Path and what the file holds then; None: it is gone. Each of them changes the report of SITE.
CHANGES = {
    "a page is edited": ("content/post/a/index.md", "---\ntitle: Tensorflow\n---\n"),
    "a page is mended and as long as before": (
        "content/post/b/index.md",
        SITE["content/post/b/index.md"].replace('"false"', "  false"),
    ),
    "a page is broken": ("content/post/e/index.md", "---\ntitle: [\n"),
    "a page is no longer UTF-8": ("content/post/e/index.md", "---\ntitle: \udc83\n---\n"),
    "a page is gone": ("content/post/e/index.md", None),
    "a page is new": ("content/post/g/index.md", "---\ntitle: g\ntags: [GCp]\n---\n"),
    "a translation is edited": ("content/post/a/index.en.md", "---\ntitle: A\ndate: 2026-02-01\nauthors: [bob]\n---\n"),
    "a translation is gone": ("content/post/b/index.en.md", None),
    "a translation is new": ("content/talk/k/index.en.md", "---\ntitle: k\n---\n"),
    "a translation in another folder is edited": ("content/en/post/d.md", "---\ntitle: D\ndate: 2026-01-01\n---\n"),
    "a translation in another folder is gone": ("content/en/post/d.md", None),
    "an author is new": ("content/authors/bob/_index.md", "---\ntitle: Bob\n---\n"),
    "an author of the data folder is new": ("data/authors/dave.toml", ""),
    "an author is gone": ("content/authors/alice", None),
    "a project is new": ("content/project/q/index.md", "---\ntitle: Q\nsummary: q\n---\n"),
    "a project is gone": ("content/project/p", None),
    "slides are gone": ("content/slides/s", None),
    "an image is gone": ("content/post/a/img/a.png", None),
    "a featured image is gone": ("content/post/a/featured.jpg", None),
    "a page that is linked to is new": ("content/post/z/index.md", "---\ntitle: z\n---\n"),
    "the configuration is edited": ("config.toml", "hasCJKLanguage = true\n" + CONFIG),
    "a variant of the glossary is another one": ("terms.csv", GLOSSARY.replace("サーバ\n", "サーヴァー\n")),
    "an entry of the glossary stands elsewhere": ("terms.csv", GLOSSARY.replace("サーバー,", "\nサーバー,")),
    "a name of the glossary is another one": ("terms.csv", GLOSSARY + "テンサーフロー,Tensorflow,TensorFlow\n"),
    "the glossary is empty": ("terms.csv", "ja,en\n"),
    "the configuration is gone": ("config.toml", None),
    "a configuration overrules": ("config/_default/hugo.toml", "buildFuture = true\n"),
    "the theme is another one": ("config.toml", CONFIG.replace("academic", "paper")),
    "the theme has another version": ("themes/academic/data/academic.toml", 'version = "2.1.0"\n'),
}


@pytest.fixture(autouse=True)
def _site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    for path, text in SITE.items():
        write(path, text)
    use_language("en")
    yield
    use_language(None)


def write(path: str, text: str | None) -> None:
    if text is not None:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(text.encode("utf-8", "surrogateescape"))
    elif Path(path).is_dir():
        shutil.rmtree(path)
    else:
        Path(path).unlink(missing_ok=True)


def lint(
    *,
    rules: Sequence[Active] = (),
    generation: str = "auto",
    today: date = TODAY,
    folder: str = "content",
    held_to: GlossaryAt | None = HELD_TO,
    **how: Any,
) -> Report:
    """What a process that begins now finds."""
    forget()
    active = rules or choose((), (), glossary=held_to is not None)
    reader = Reader(generation=generation, today=today, glossary=held_to)
    return lint_pages(find_posts([folder]), reader, lambda _: active, **how)


def forget() -> None:
    for known in (hugo._names, hugo._site, site.has_hugo_config, builder._marked, history._changes):
        known.cache_clear()
    for read in (glossary._read, glossary._digest):
        read.cache_clear()


def test_the_site_has_something_of_everything():
    found = lint()
    assert {finding.rule for finding in found.findings} >= {
        "brand-spelling", "broken-link", "cjk-language", "glossary-variant", "heading-structure", "hidden-page",
        "missing-author", "missing-project", "missing-translation", "tag-variants", "translation-differs",
        "unknown-key", "unquoted-colon", "unused-suppression",
    }  # fmt: skip


@pytest.mark.parametrize("folder", ["content", str(ROOT / "samples")])
def test_serial_parallel_and_cached_runs_give_the_same_report(folder, tmp_path):
    plain = lint(folder=folder)
    assert lint(folder=folder, jobs=2) == plain
    assert lint(folder=folder, jobs=2, cache=str(tmp_path / "one")) == plain
    for _ in range(2):
        assert lint(folder=folder, cache=str(tmp_path / "one")) == plain
        assert lint(folder=folder, cache=str(tmp_path / "other")) == plain
    assert lint(folder=folder, jobs=2, cache=str(tmp_path / "other")) == plain
    assert lint(folder=folder, jobs=2, fix=True) == lint(folder=folder, fix=True)


def test_other_processes_speak_the_language_in_force(tmp_path):
    use_language("ja")
    plain = lint()
    assert plain.findings[0].message.endswith("ください")
    assert lint(jobs=2) == plain


def test_processes_that_begin_with_nothing_give_the_same_report():
    code = (
        "import sys, multiprocessing; multiprocessing.set_start_method('spawn'); from jpkit.cli import main\n"
        "main(['lint', '--no-cache', '--messages', 'ja', '--jobs', sys.argv[1]])"
    )
    shown = [
        subprocess.run([sys.executable, "-c", code, jobs], env=ENVIRONMENT, capture_output=True, check=True).stdout
        for jobs in "12"
    ]
    assert shown[0] == shown[1]
    assert "ください".encode() in shown[0]


def test_a_second_run_lints_nothing(tmp_path, monkeypatch):
    first = lint(cache=str(tmp_path / "kept"))
    monkeypatch.setattr(parts_module, "lint_family", None)
    assert lint(cache=str(tmp_path / "kept")) == first


def test_what_nobody_touched_is_not_linted_again(tmp_path, monkeypatch):
    linted: list[str] = []

    def seen(family: Any, reader: Reader, *, fix: bool) -> Any:
        linted.extend(path for path, _ in family)
        return lint_family(family, reader, fix=fix)

    lint(cache=str(tmp_path / "kept"))
    monkeypatch.setattr(parts_module, "lint_family", seen)
    write("content/post/e/index.md", "---\ntitle: e\n---\n")
    write("content/authors/bob/_index.md", "---\ntitle: Bob\n---\n")
    lint(cache=str(tmp_path / "kept"))
    assert linted == [
        "content/authors/bob/_index.md",
        "content/post/a/index.en.md",  # names its authors
        "content/post/a/index.md",
        "content/post/e/index.md",
    ]


@pytest.mark.parametrize("change", CHANGES)
def test_a_second_run_sees_that(change, tmp_path):
    before = lint(cache=str(tmp_path / "kept"))
    write(*CHANGES[change])
    plain = lint()
    assert plain != before
    assert lint(cache=str(tmp_path / "kept")) == plain
    assert lint(cache=str(tmp_path / "kept")) == plain


@pytest.mark.parametrize("dates", [(None, "2026-01-01", "2026-01-02", None), ("2026-01-01", None, "2026-01-01")])
def test_a_second_run_sees_translations_that_nobody_asked_for(dates, tmp_path):
    reports = []
    for day in dates:
        write("content/ja/post/d.md", day and f"---\ntitle: D\ndate: {day}\n---\n")
        reports.append(lint(folder="content/en"))
        assert lint(folder="content/en", cache=str(tmp_path / "kept")) == reports[-1]
    assert reports[0] != reports[1] != reports[2]


def test_a_page_that_can_be_read_again_is_read_again(tmp_path):
    page = Path("content/post/a/index.md")
    good = page.read_bytes()
    page.unlink()
    page.symlink_to("nowhere")
    posts = [*find_posts(["content"]), str(page)]
    for _ in range(2):
        forget()
        broken = lint_pages(posts, Reader(today=TODAY), lambda _: choose((), ()), cache=str(tmp_path / "kept"))
    page.unlink()
    page.write_bytes(good)
    assert lint(cache=str(tmp_path / "kept")) == lint() != broken


def test_a_day_passes(tmp_path):
    for today in (TODAY, date(2026, 3, 7), date(2026, 3, 10), TODAY):
        assert lint(today=today, cache=str(tmp_path / "kept")) == lint(today=today)
    assert lint(today=TODAY) != lint(today=date(2026, 3, 10))


@pytest.mark.parametrize(
    "other",
    [
        {"rules": choose(("terms",), ())},
        {"rules": choose((), ("terms",))},
        {"rules": choose((), (), {"summary-length": {"longest_ja": 1}})},
        {"generation": "academic-2"},
        {"generation": "none"},
        {"held_to": None},
        {"held_to": GlossaryAt("terms.csv", own=False)},
    ],
)
def test_other_options_have_results_of_their_own(other, tmp_path):
    write("content/post/e/index.md", "---\ntitle: e\nsummary: ベータ版の試験を受けてきた。\n---\n")
    plain = lint()
    assert lint(cache=str(tmp_path / "kept")) == plain != lint(**other)
    for _ in range(2):
        assert lint(**other, cache=str(tmp_path / "kept")) == lint(**other)
        assert lint(cache=str(tmp_path / "kept")) == plain


def test_messages_in_another_language_have_results_of_their_own(tmp_path):
    english = lint(cache=str(tmp_path / "kept"))
    use_language("ja")
    assert lint(cache=str(tmp_path / "kept")) == lint() != english


def test_another_code_begins_anew(tmp_path, monkeypatch):
    lint(cache=str(tmp_path / "kept"))
    monkeypatch.setattr(results, "fingerprint", lambda: "other")
    monkeypatch.setattr(parts_module, "lint_family", None)
    with pytest.raises(TypeError):
        lint(cache=str(tmp_path / "kept"))


def test_the_same_paths_in_another_folder_are_other_pages(tmp_path, monkeypatch):
    first = lint(cache=str(tmp_path / "kept"))
    shutil.copytree("content", "other/content")
    shutil.copy("terms.csv", "other")
    monkeypatch.chdir("other")
    assert lint(cache=str(tmp_path / "kept")) == lint() != first


@pytest.mark.parametrize("value", ["", "[]", "null", "[1, 2, 3]", "[738946, [], [[1], [], [], [], []]]", "[" * 99999])
def test_values_of_others_are_no_results(value, tmp_path, monkeypatch):
    plain = lint()
    monkeypatch.setattr(results, "read", lambda _, keys: dict.fromkeys(keys, value))
    assert lint(cache=str(tmp_path / "kept")) == plain


def test_what_json_would_not_give_back_is_not_kept(tmp_path):
    def days(page: Page) -> Iterator[tuple[Any, Problem]]:
        yield TODAY, Problem(page.post.body, "")

    strange = Rule(*TAG_VARIANTS)._replace(collect=days, compare=lambda found: [one for _, one in found])
    for _ in range(2):
        report = lint(rules=[Active(strange)], cache=str(tmp_path / "kept"))
        assert report == lint(rules=[Active(strange)])
    assert len(report.findings) > 10


STEPS = [*CHANGES.values(), *((path, SITE.get(path)) for path, _ in CHANGES.values()), *SITE.items()]


@settings(max_examples=12)
@given(steps=st.lists(st.lists(st.sampled_from(STEPS), min_size=1, max_size=3), min_size=1, max_size=4))
def test_however_a_site_changes_a_cached_run_finds_what_a_plain_one_finds(steps, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    before = Path.cwd()
    os.chdir(folder)
    try:
        for path, text in SITE.items():
            write(path, text)
        for changes in ([], *steps):
            for path, text in changes:
                write(path, text)
            for part in ("content", "content/en", "content/post/a/index.en.md"):
                assert lint(cache="kept", folder=part) == lint(folder=part)
    finally:
        os.chdir(before)


_audited: list[tuple[str, str]] | None = None
_EVENTS = {"open": "file", "os.listdir": "names", "os.scandir": "names", "subprocess.Popen": "process"}


def _audit(event: str, arguments: Sequence[Any]) -> None:
    if _audited is not None and event in _EVENTS and isinstance(arguments[0], str | os.PathLike):
        _audited.append((_EVENTS[event], os.path.abspath(arguments[0])))


def audited(work: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """What is asked of a folder, by whatever way, while some work is done; programs that run in any case."""
    global _audited
    stat = os.stat

    def seen(path: Any, *arguments: Any, **more: Any) -> Any:
        if _audited is not None and isinstance(path, str | os.PathLike):
            _audited.append(("stat", os.path.abspath(path)))
        return stat(path, *arguments, **more)

    with monkeypatch.context() as patched:
        patched.setattr(os, "stat", seen)
        _audited = []
        work()
        found, _audited = set(_audited), None
    return {(kind, path) for kind, path in found if kind == "process" or path.startswith(str(folder))}


sys.addaudithook(_audit)


@pytest.mark.parametrize("identifier", MODULES)
def test_a_rule_asks_the_disk_for_nothing_that_is_not_recorded(identifier, tmp_path, monkeypatch):
    one = rule(identifier)
    for number, example in enumerate((*one.bad, *one.good)):
        folder = tmp_path / str(number)
        folder.mkdir()
        monkeypatch.chdir(folder)
        text = example.text.replace("«", "").replace("»", "")
        for path, content in {**SITE, **example.files, example.path: text}.items():
            write(path, content)
        forget()
        paths = ["content/post/a/index.md", "content/post/a/index.en.md", example.path]
        by_site = audited(
            lambda paths=paths, folder=folder: [
                (hugo.site_of(path).digest, builder.builder_of_folder(str((folder / path).parent))) for path in paths
            ],
            folder,
            monkeypatch,
        )
        forget()
        recorded: dict[Look, str] = {}
        held_to = GlossaryAt("jpkit-out/glossary.csv") if "jpkit-out/glossary.csv" in example.files else HELD_TO

        def work(
            paths: Sequence[str] = paths, recorded: dict[Look, str] = recorded, held_to: GlossaryAt = held_to
        ) -> None:
            with recording() as seen:
                lint_family([(path, [Active(one)]) for path in paths], Reader(today=TODAY, glossary=held_to))
            recorded.update(seen)

        asked = audited(work, folder, monkeypatch) - by_site
        known = {(look.kind, os.path.abspath(look.path)) for look in recorded}
        known |= {("file", path) for kind, path in known if kind == "glossary"}
        # Whether a file is there, is known where it has been read or asked for.
        known |= {("stat", path) for kind, path in known if kind in ("file", "is-file")}
        # Whether it is a work tree, git's answer tells.
        known |= {("stat", str(folder / ".git")) for kind, _ in known if kind == "git"}
        assert asked - known == set()
