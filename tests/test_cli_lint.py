"""`jpkit lint` and `jpkit schema` as commands."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jpkit import disk, hugo, site
from jpkit.cli import main
from jpkit.disk import write_atomically
from jpkit.errors import JpkitError
from jpkit.hugo import GENERATIONS
from jpkit.linting import engine
from jpkit.linting.engine import lint_pages
from jpkit.linting.rules import MODULES
from jpkit.messages import use_language

TOOLKIT = Path(__file__).parents[1] / "toolkit"
SAMPLES = Path(__file__).parents[1] / "samples"
POST = '---\ntitle: Tensorflow入門\ntags: GCP # 資格\nmath: "false"\ndate: 2020-01-01\n---\n本文。\n'
FOUND = """\
content/post/a/index.md:2:8: 'Tensorflow' is spelt 'TensorFlow'; write it so [brand-spelling]
content/post/a/index.md:3:7: 'tags' is a list, not 'GCP'; write [GCP] [wrong-type]
content/post/a/index.md:4:7: 'math' is a text here, and any text counts as true; write false [quoted-boolean]
"""
MENDED = "---\ntitle: TensorFlow入門\ntags: [GCP] # 資格\nmath: false\ndate: 2020-01-01\n---\n本文。\n"


@pytest.fixture(autouse=True)
def _site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    write("content/post/a/index.md", POST)
    yield
    use_language(None)


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode())


def test_the_samples_lint_clean(capsys):
    assert main(["lint", "--strict", str(SAMPLES)]) == 0
    assert capsys.readouterr().out == ""


def test_findings_are_lines_and_the_exit_code_is_1(capsys):
    assert main(["lint"]) == 1
    shown = capsys.readouterr()
    assert shown.out == FOUND
    assert shown.err == "1 error, 2 warnings, 0 hints in 1 page, 3 can be mended by --fix\n"


def test_messages_are_japanese_where_that_is_asked_for(capsys):
    assert main(["lint", "--messages", "ja", "--select", "brand-spelling"]) == 1
    assert capsys.readouterr().out == (
        "content/post/a/index.md:2:8: 'Tensorflow'の正しい表記は'TensorFlow'です。直してください [brand-spelling]\n"
    )


def test_a_map_where_a_list_is_wanted_is_told_so_whatever_the_items_are(capsys):
    write("content/post/a/index.md", "---\ntitle: a\ntags: {GCP: 1}\nlinks: {name: b}\n---\n本文。\n")
    assert main(["lint", "--generation", "academic-4", "--select", "wrong-type"]) == 1
    assert capsys.readouterr().out == (
        "content/post/a/index.md:3:7: 'tags' is a list, not a map; write its items in [ ] [wrong-type]\n"
        "content/post/a/index.md:4:8: 'links' is a list, not a map; write its items in [ ] [wrong-type]\n"
    )


def test_fix_mends_the_file_and_nothing_else(capsys):
    write("content/post/a/index.md", POST.replace("\n", "\r\n"))
    assert main(["lint", "--fix"]) == 0
    assert Path("content/post/a/index.md").read_bytes() == MENDED.replace("\n", "\r\n").encode()
    assert capsys.readouterr().err == "3 mended in 1 file\n0 errors, 0 warnings, 0 hints in 1 page\n"


def test_a_page_that_was_saved_meanwhile_is_not_mended_and_the_others_are(capsys, monkeypatch):
    def saved_meanwhile(*arguments, **options):
        report = lint_pages(*arguments, **options)
        write("content/post/a/index.md", POST + "続き。\n")
        return report

    monkeypatch.setattr(engine, "lint_pages", saved_meanwhile)
    write("content/post/b/index.md", POST)
    assert main(["lint", "--fix"]) == 2
    assert Path("content/post/a/index.md").read_bytes() == (POST + "続き。\n").encode()
    assert Path("content/post/b/index.md").read_bytes() == MENDED.encode()
    assert capsys.readouterr() == (
        "",
        "3 mended in 1 file\n0 errors, 0 warnings, 0 hints in 2 pages\n"
        "content/post/a/index.md: the file has changed since it was read, so nothing was written; "
        "run the command again\n",
    )


def test_a_page_that_cannot_be_written_does_not_stop_the_others(capsys, monkeypatch):
    def locked(path, data):
        if path == "content/post/a/index.md":
            raise JpkitError("cannot be written", path=path)
        write_atomically(path, data)

    monkeypatch.setattr(disk, "write_atomically", locked)
    write("content/post/b/index.md", POST)
    assert main(["lint", "--fix", "--quiet"]) == 2
    assert Path("content/post/b/index.md").read_bytes() == MENDED.encode()
    assert capsys.readouterr() == ("", "content/post/a/index.md: cannot be written\n")


def test_a_page_and_a_link_to_it_are_mended_once(capsys):
    Path("content/post/b.md").symlink_to("a/index.md")
    assert main(["lint", "--fix", "--quiet"]) == 0
    assert Path("content/post/a/index.md").read_bytes() == MENDED.encode()
    assert Path("content/post/b.md").is_symlink()
    assert capsys.readouterr() == ("", "")


def test_diff_shows_what_fix_would_do_and_writes_nothing(capsys):
    assert main(["lint", "--diff"]) == 1
    assert capsys.readouterr().out == (
        "--- a/content/post/a/index.md\n+++ b/content/post/a/index.md\n@@ -1,7 +1,7 @@\n ---\n"
        '-title: Tensorflow入門\n-tags: GCP # 資格\n-math: "false"\n'
        "+title: TensorFlow入門\n+tags: [GCP] # 資格\n+math: false\n date: 2020-01-01\n ---\n 本文。\n"
    )
    assert Path("content/post/a/index.md").read_bytes() == POST.encode()


def test_standard_input_is_linted_as_the_file_that_it_is_said_to_be(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(POST.encode())))
    assert main(["lint", "-", "--stdin-filename", "content/post/a/index.md", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(one["path"], one["line"], one["key"]) for one in found] == [
        ("content/post/a/index.md", 2, "title"),
        ("content/post/a/index.md", 3, "tags"),
        ("content/post/a/index.md", 4, "math"),
    ]


def test_fixed_standard_input_goes_to_standard_output(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(POST.encode())))
    assert main(["lint", "--fix", "--stdin-filename", "content/post/b/index.md"]) == 0
    assert capsys.readouterr().out == MENDED
    assert not Path("content/post/b").exists()


@pytest.mark.parametrize(
    ("arguments", "rules"),
    [
        (["--select", "schema"], ["wrong-type", "quoted-boolean"]),
        (["--select", "schema,terms", "--ignore", "wrong-type"], ["brand-spelling", "quoted-boolean"]),
        (["--ignore", "schema", "--ignore", "terms"], []),
        (["--generation", "none", "--select", "schema"], []),
    ],
)
def test_rules_are_chosen_by_id_and_group(arguments, rules, capsys):
    assert main(["lint", *arguments, "--format", "json"]) == (1 if rules else 0)
    assert [one["rule"] for one in json.loads(capsys.readouterr().out)["findings"]] == rules


def test_hints_fail_only_where_that_is_asked_for():
    write("content/post/a/index.md", "---\ntitle: a\ntags: []\ndate: 2020-01-01\n---\n")
    assert main(["lint", "--quiet"]) == 0
    assert main(["lint", "--quiet", "--strict"]) == 1


def test_the_settings_choose_rules_for_the_site_and_for_files(capsys):
    write(
        "jpkit.toml",
        '[lint]\nignore = ["wrong-type"]\n\n[[per-file]]\nfiles = ["content/post/a/*"]\nignore = ["terms"]\n',
    )
    assert main(["lint", "--statistics"]) == 1
    assert capsys.readouterr().out == "1 quoted-boolean\n"
    write("jpkit.toml", '[lint]\nselect = ["wrong-typ"]\n')
    assert main(["lint"]) == 2
    assert (
        capsys.readouterr().err
        == "jpkit.toml: no lint rule or group is called 'wrong-typ'; did you mean 'wrong-type'?\n"
    )


def test_an_unreadable_page_is_one_finding_and_the_others_go_on(capsys):
    write("content/post/b/index.md", "---\ntitle: a: b\n---\n")
    write("content/post/c/index.md", "---\ntags: [a\n---\n")
    assert main(["lint", "--quiet", "--ignore", "terms,schema"]) == 1
    assert [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()] == [
        "content/post/b/index.md:2:9",
        "content/post/c/index.md:2:7",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "zzz"], "no lint rule or group is called 'zzz'; jpkit lint --rules shows them\n"),
        (["--explain", "tag-variant"], "no lint rule or group is called 'tag-variant'; did you mean 'tag-variants'?\n"),
        (["nowhere"], "nowhere: no such file or folder; check the path\n"),
    ],
)
def test_what_the_user_can_mend_is_one_line_and_exit_code_2(arguments, said, capsys):
    assert main(["lint", *arguments]) == 2
    assert capsys.readouterr() == ("", said)


def test_every_rule_can_be_explained_in_both_languages(capsys):
    for language, bracket in (("en", " ("), ("ja", "（")):
        for rule in MODULES:
            assert main(["lint", "--explain", rule, "--messages", language]) == 0
            assert capsys.readouterr().out.startswith(rule + bracket)
    assert main(["lint", "--rules"]) == 0
    assert [line.split()[1] for line in capsys.readouterr().out.splitlines()].sort() == list(MODULES).sort()


def test_a_schema_is_printed_for_an_editor(capsys):
    assert main(["schema"]) == 0
    assert capsys.readouterr().out.split() == list(GENERATIONS)
    assert main(["schema", "academic-4"]) == 0
    assert "publication" in capsys.readouterr().out.split()
    assert main(["schema", "academic-4", "post"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["tags"]["type"] == ["array", "null"]


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (("academic-4", "talk"), ("academic-4", "event")),
        (("Academic4", "blog"), ("academic-4", "post")),
        (("v4.8.0", "course"), ("academic-4", "docs")),
        (("wowchemy", "landing-page"), ("wowchemy-5", "landing")),
        (("5.5", "publications"), ("wowchemy-5", "publication")),
        (("hugo-blox", "Projects"), ("hugoblox", "project")),
    ],
)
def test_generations_and_page_types_have_other_names(asked, given, capsys):
    assert main(["schema", *asked]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Front matter of {}: {}".format(*given)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["academic-9"], "no theme generation is called 'academic-9'; write one of: " + ", ".join(GENERATIONS)),
        (["post"], "'post' is a page type; write the theme generation before it, one of: " + ", ".join(GENERATIONS)),
        (
            ["academic-2", "author"],
            "academic-2 has no page type 'author'; write one of: cms_admin, docs, event, page, post, project,"
            " publication, section, slides, widget, widget_page",
        ),
    ],
)
def test_an_unknown_schema_is_exit_code_2_and_what_there_is(arguments, said, capsys):
    assert main(["schema", *arguments]) == 2
    assert capsys.readouterr() == ("", said + "\n")


def test_linting_imports_neither_the_tokenizer_nor_what_detects_languages():
    code = (
        "import sys; from jpkit.cli import main; main(['lint', '--quiet']);"
        "print([name for name in ('sudachipy', 'langdetect', 'jsonschema', 'pyromark', 'tree_sitter',"
        " 'jpkit.extraction.pipeline', 'asyncio', 'logging', 'subprocess', 'tomllib',"
        " 'sqlite3', 'hashlib', 'concurrent.futures', 'multiprocessing', 'jpkit.linting.parts')"
        " if name in sys.modules])"
    )
    write("content/post/a/index.md", "---\ntitle: a\ndate: 2020-01-01\n---\n本文。\n")
    environment = {**os.environ, "PYTHONPATH": str(TOOLKIT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment, text=True)
    assert done.stdout == "[]\n"


def test_the_library_returns_what_the_command_prints(capsys):
    import jpkit

    report = jpkit.lint(["content"], ignore=["terms"])
    assert main(["lint", "--ignore", "terms", "--format", "json"]) == 1
    printed = json.loads(capsys.readouterr().out)["findings"]
    assert [(one.path, one.line, one.column, one.rule, one.message) for one in report.findings] == [
        (one["path"], one["line"], one["column"], one["rule"], one["message"]) for one in printed
    ]
    assert jpkit.lint([Path("content")], fix=True).changes[0].after == MENDED


@pytest.mark.parametrize(("arguments", "loaded"), [([], False), (["--select", "word-variants"], True)])
def test_the_dictionary_is_loaded_for_the_rule_that_needs_it_alone(arguments, loaded):
    code = (
        f"import sys; from jpkit.cli import main; main(['lint', '--quiet', *{arguments}]);"
        "print('sudachipy' in sys.modules, file=sys.stderr)"
    )
    write("content/post/a/index.md", "---\ntitle: a\ndate: 2020-01-01\n---\nサーバとサーバーを見た。\n")
    environment = {**os.environ, "PYTHONPATH": str(TOOLKIT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment, text=True)
    assert done.stderr == f"{loaded}\n"


def test_a_baseline_leaves_what_is_new(capsys):
    assert main(["lint", "--baseline", "known.json", "--write-baseline"]) == 0
    assert capsys.readouterr().err == "3 findings known from now on (known.json)\n"
    assert main(["lint", "--baseline", "known.json"]) == 0
    # Lines may move; another one like a known one is new.
    write("content/post/a/index.md", POST.replace("title", "# 題\ntitle").replace("本文", "Githubと本文"))
    assert main(["lint", "--baseline", "known.json", "--quiet", "--strict"]) == 1
    assert capsys.readouterr().out == (
        "content/post/a/index.md:8:1: 'Github' is spelt 'GitHub'; write it so [brand-spelling]\n"
    )
    assert main(["lint", "--baseline", "content/post/a/index.md"]) == 2
    assert main(["lint", "--write-baseline"]) == 2


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"findings": [{"path": "", "rule": "", "line": "", "count": 1e999}]}']
)
def test_a_file_that_is_no_baseline_is_the_users_mistake_whatever_is_in_it(text, capsys):
    write("known.json", text)
    assert main(["lint", "--baseline", "known.json"]) == 2
    assert capsys.readouterr().err == "known.json: this is no baseline; write one with --write-baseline\n"


def git(*arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments], check=True, capture_output=True
    )


def test_only_changed_lines_are_reported_where_that_is_asked_for(capsys):
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "a")
    write("content/post/a/index.md", POST.replace('"false"', '"true"'))
    write("content/post/日本/index.md", "---\ntitle: a\ntags: b\ndate: 2020-01-01\n---\n")
    assert main(["lint", "--changed", "--quiet", "--format", "json"]) == 1
    found = [(one["path"], one["line"]) for one in json.loads(capsys.readouterr().out)["findings"]]
    assert found == [("content/post/a/index.md", 4), ("content/post/日本/index.md", 3)]
    git("add", "content/post/日本")
    assert main(["lint", "--changed", "--quiet", "--format", "json"]) == 1
    found = [(one["path"], one["line"]) for one in json.loads(capsys.readouterr().out)["findings"]]
    assert found == [("content/post/日本/index.md", 3)]
    assert main(["lint", "--changed", "nowhere"]) == 2


def test_a_changed_line_that_looks_like_the_head_of_a_diff_hides_none_behind_it(capsys):
    git("init", "-q")
    git("config", "diff.interHunkContext", "9")
    write("content/a.md", "-- x\n\n本文。\n\n本文。\n\nGithub\n\n終わり")
    git("add", ".")
    git("commit", "-qm", "a")
    write("content/a.md", "++ Tensorflow\n\n本文。\n\nGithub\n\nGithub\n\nTensorflow")
    assert main(["lint", "--changed", "--quiet", "--format", "json", "--generation", "none"]) == 0
    found = [(one["line"], one["rule"]) for one in json.loads(capsys.readouterr().out)["findings"]]
    assert found == [(line, "brand-spelling") for line in (1, 5, 9)]


def test_a_path_behind_changed_is_a_path_unless_git_knows_it_as_a_revision(capsys):
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "a")
    git("branch", "draft")
    write("draft/a.md", "---\ntags: b\n---\n")
    write("content/post/a/index.md", POST.replace('"false"', '"true"'))
    for arguments, lines in ((["content"], [4]), (["draft"], [4]), (["HEAD", "content"], [4]), ([], [4])):
        main(["lint", "--quiet", "--format", "json", "--changed", *arguments])
        assert [one["line"] for one in json.loads(capsys.readouterr().out)["findings"]] == lines


def test_rules_have_options(capsys):
    write("content/post/a/index.md", "---\ntitle: a\nsummary: ベータ版の試験を受けてきた。\ndate: 2020-01-01\n---\n")
    write("jpkit.toml", "[lint.rules.summary-length]\nlongest_ja = 5\n")
    assert main(["lint", "--quiet"]) == 0
    assert capsys.readouterr().out == (
        "content/post/a/index.md:3:10: the summary has 14 characters, and search results show about 5; shorten it"
        " [summary-length]\n"
    )
    for text, said in (
        ('longest_ja = "5"', 'lint.rules.summary-length.longest_ja = "5"'),
        ("longest = 5", "unknown key 'lint.rules.summary-length.longest'"),
    ):
        write("jpkit.toml", f"[lint.rules.summary-length]\n{text}\n")
        assert main(["lint"]) == 2
        assert said in capsys.readouterr().err
    write("jpkit.toml", "[lint.rules.latin-spacing]\nshare = 0.2\n")
    assert main(["lint", "--quiet"]) == 0
    capsys.readouterr()
    write("jpkit.toml", "[lint.rules.latin-spacing]\nshare = true\n")
    assert main(["lint"]) == 2
    assert capsys.readouterr().err == "jpkit.toml: lint.rules.latin-spacing.share = true: write a number\n"
    write("jpkit.toml", "[lint.rules.summary-lenght]\nlongest_ja = 5\n")
    assert main(["lint"]) == 2


def test_the_settings_say_how_severe_a_rule_is_and_which_run_as_well(capsys):
    write("content/post/a/index.md", "---\ntitle: Github\ndate: 2020-01-01\n---\nサーバとサーバーを見た。\n")
    write("jpkit.toml", '[lint]\nextend-select = ["word-variants"]\n[lint.rules.brand-spelling]\nseverity = "error"\n')
    assert main(["lint", "--format", "json"]) == 1
    found = [(one["rule"], one["severity"]) for one in json.loads(capsys.readouterr().out)["findings"]]
    assert found == [("brand-spelling", "error"), ("word-variants", "info")]
    write("jpkit.toml", '[lint.rules.brand-spelling]\nseverity = "info"\n')
    assert main(["lint", "--quiet", "--extend-select", "terms"]) == 0
    assert [line.rpartition(" ")[2] for line in capsys.readouterr().out.splitlines()] == [
        "[brand-spelling]", "[word-variants]",
    ]  # fmt: skip
    write("jpkit.toml", '[lint.rules.brand-spelling]\nseverity = "fatal"\n')
    assert main(["lint"]) == 2
    assert capsys.readouterr().err == (
        'jpkit.toml: lint.rules.brand-spelling.severity = "fatal": write one of error, warning, info\n'
    )


def forget() -> None:
    """Look at the disk again, as a new process does."""
    for known in (hugo._names, hugo._site, site.has_hugo_config):
        known.cache_clear()


def test_jobs_and_cache_change_nothing_but_the_time(capsys, tmp_path):
    for number in range(30):
        write(f"content/post/{number}/index.md", POST.replace("本文", f"{number}"))
        write(f"content/post/{number}/index.en.md", f"---\ntitle: Github {number}\n---\n")
    shown = []
    for options in (
        ["--jobs", "1", "--no-cache"],
        ["--jobs", "2", "--no-cache"],
        ["--jobs", "2", "--cache-dir", "kept"],
        ["--cache-dir", "kept"],
        ["--cache-dir", "kept", "--jobs", "auto"],
        [],
        [],
    ):
        forget()
        assert main(["lint", *options, "--format", "json"]) == 1
        shown.append(capsys.readouterr().out)
    assert shown == [shown[0]] * 7
    assert len(json.loads(shown[0])["findings"]) > 100
    assert Path("kept/results.sqlite").is_file()


def test_a_cached_run_sees_what_has_changed(capsys):
    for number in range(30):
        write(f"content/post/{number}/index.md", f"---\ntitle: {number}\nauthors: [alice]\n---\n")
    write("config.toml", 'title = "a"\n')
    write("content/authors/bob/_index.md", "---\ntitle: Bob\n---\n")
    for missing in (30, 30, 0):
        if not missing:
            write("content/authors/alice/_index.md", "---\ntitle: Alice\n---\n")
        forget()
        main(["lint", "--cache-dir", "kept", "--select", "missing-author", "--format", "json"])
        assert len(json.loads(capsys.readouterr().out)["findings"]) == missing


@pytest.mark.parametrize("options", [["--no-cache"], ["--fix"], ["--diff"]])
def test_nothing_is_kept_where_nothing_should_be(options):
    for number in range(30):
        write(f"content/post/{number}/index.md", POST)
    main(["lint", *options, "--cache-dir", "kept"])
    assert not Path("kept").exists()


def test_a_few_pages_are_not_kept_either():
    main(["lint", "--cache-dir", "kept"])
    assert not Path("kept").exists()


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5", ""])
def test_a_wrong_number_of_jobs_says_what_is_right(value, capsys):
    assert main(["lint", "--jobs", value]) == 2
    assert capsys.readouterr().err == (
        f"--jobs: '{value}' is no number of processes; write 1 or more, or auto; see 'jpkit lint --help'\n"
    )


def test_an_explanation_says_where_the_page_of_an_example_stands(capsys):
    assert main(["lint", "--explain", "stale-lastmod"]) == 0
    assert "  (last commit of 2020-05-03; with config.toml)\n    lastmod: 2020-04-02\n" in capsys.readouterr().out
    assert main(["lint", "--explain", "stale-lastmod", "--messages", "ja"]) == 0
    said = capsys.readouterr().out
    assert "  （最後のコミットは2020-05-03、config.tomlがある場合）\n    lastmod: 2020-04-02\n" in said


def test_a_bug_in_a_rule_names_rule_and_page(capsys, monkeypatch):
    from jpkit.linting.rules import rule

    def broken(page):
        raise ZeroDivisionError
        yield

    broken_rule = rule("list-item")._replace(check=broken)
    monkeypatch.setattr("jpkit.linting.api.rule_for_pages", lambda _: broken_rule)
    assert main(["lint"]) == 3
    assert "in the rule list-item, on content/post/a/index.md" in capsys.readouterr().err


GLOSSARY = "ja,en,variants\nサーバー,server,サーバ\n"
ABOUT_SERVERS = "---\ntitle: サーバ\ndate: 2020-01-01\n---\n本文。\n"


def found_in(place: str) -> str:
    said = f"'サーバ' is 'サーバー' in the glossary; write it so [{place}] [glossary-variant]"
    return f"content/post/b/index.md:2:8: {said}\n"


@pytest.mark.parametrize(
    ("files", "arguments", "place"),
    [
        ({"terms.csv": GLOSSARY}, ["--glossary", "terms.csv"], "terms.csv:2"),
        (
            {"words/terms.csv": GLOSSARY, "jpkit.toml": '[lint]\nglossary = "words/terms.csv"\n'},
            [],
            "words/terms.csv:2",
        ),
        (
            {"conf/jpkit.toml": '[lint]\nglossary = "../t.csv"\n', "t.csv": GLOSSARY},
            ["--config", "conf/jpkit.toml"],
            "t.csv:2",
        ),
        (
            {"terms.csv": GLOSSARY, "other.csv": "\n\n" + GLOSSARY, "jpkit.toml": '[lint]\nglossary = "other.csv"\n'},
            ["--glossary", "terms.csv"],
            "terms.csv:2",
        ),
    ],
)
def test_pages_are_held_to_the_glossary_that_is_named(files, arguments, place, capsys):
    write("content/post/b/index.md", ABOUT_SERVERS)
    for path, text in files.items():
        write(path, text)
    assert main(["lint", "content/post/b", *arguments]) == 1
    assert capsys.readouterr().out == found_in(place)


@pytest.mark.parametrize(
    ("path", "settings"),
    [
        ("jpkit-out/glossary.json", None),
        ("jpkit-out/glossary.json", "top = 3\n"),
        ("build/terms/glossary.json", 'out = "build/terms"\n'),
    ],
)
def test_pages_are_held_to_what_extract_has_written_as_far_as_it_is_sure(path, settings, capsys):
    write("content/post/b/index.md", ABOUT_SERVERS.replace("本文", "索引とデータ"))
    if settings:
        write("jpkit.toml", settings)
    evidence = {"how": "aligned", "ja": {"path": "a.md", "line": 1}, "en": {"path": "b.md", "line": 1}}
    sure = {"score": 0.9, "evidence": [evidence]}
    entries = [
        {"id": "server", "ja": "サーバー", "en": "server", "variants": ["サーバ"], "translation": sure},
        {"id": "index", "ja": "インデックス", "en": "index", "variants": ["索引"], "translation": sure},
        {"id": "data", "ja": "データー", "en": "data", "variants": ["データ"], "translation": {**sure, "score": 0.89}},
    ]
    write(path, '{"glossary": [\n' + ",\n".join(map(json.dumps, entries)) + "]}")
    assert main(["lint", "content/post/b"]) == 1
    assert capsys.readouterr().out == found_in(f"{path}:2")


def test_a_broken_glossary_is_one_line_and_exit_code_2(capsys):
    write("jpkit-out/glossary.csv", "<<<<<<< ours\n" + GLOSSARY)
    assert main(["lint"]) == 2
    assert capsys.readouterr().err == (
        "jpkit-out/glossary.csv:1: '<<<<<<< ours' is left of a merge; choose one side and delete the markers\n"
    )


def test_a_rule_on_the_glossary_that_is_asked_for_needs_one(capsys):
    assert main(["lint", "--select", "glossary-name"]) == 2
    assert capsys.readouterr().err == (
        "glossary-name needs a glossary, and there is none; write one with jpkit extract, "
        "or name it by --glossary FILE\n"
    )


def test_without_a_glossary_a_comment_for_its_rules_is_not_reported(capsys):
    write("content/post/b/index.md", ABOUT_SERVERS.replace("date", "# jpkit: ignore[glossary-variant] as it was\ndate"))
    assert main(["lint", "content/post/b"]) == 0
    write("jpkit-out/glossary.csv", GLOSSARY)
    assert main(["lint", "content/post/b"]) == 1
    assert "[unused-suppression]" in capsys.readouterr().out


def test_the_library_holds_pages_to_a_glossary_too():
    from jpkit.errors import JpkitError
    from jpkit.linting.api import lint

    write("content/post/b/index.md", ABOUT_SERVERS)
    write("terms.csv", GLOSSARY)
    fixed = lint(["content/post/b"], glossary="terms.csv", fix=True)
    assert [change.after for change in fixed.changes] == [ABOUT_SERVERS.replace("サーバ", "サーバー")]
    assert lint(["content/post/b"]).findings == ()
    with pytest.raises(JpkitError, match=r"^nowhere\.csv:1:1: cannot be read"):
        lint(["content/post/b"], glossary="nowhere.csv")
