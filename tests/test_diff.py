import os
import shutil
import subprocess

import pytest

from jpkit.diff import unified


def test_the_diff_is_one_that_git_takes():
    before = "---\ntitle: 題\ntags: []\n---\n本文。\n二段落目。\n三段落目。\n"
    assert unified("content/a.md", before, before.replace("[]", "[機械学習]")) == (
        """\
--- a/content/a.md
+++ b/content/a.md
@@ -1,6 +1,6 @@
 ---
 title: 題
-tags: []
+tags: [機械学習]
 ---
 本文。
 二段落目。
"""
    )


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("日本語.md", "--- a/日本語.md"),
        ("日 本.md", "--- a/日 本.md\t"),
        ("a\nb c.md", '--- "a/a\\012b c.md"'),
        ('a"\\b.md', '--- "a/a\\"\\\\b.md"'),
        ("a\udc83\udcff.md", '--- "a/a\\203\\377.md"'),
    ],
    ids=["letters", "blank", "control", "quotes", "bytes"],
)
@pytest.mark.parametrize("command", [("git", "apply", "-p1"), ("patch", "-s", "-p1")])
def test_the_diff_of_a_file_with_any_name_is_taken(command, name, header, tmp_path):
    diff = unified(name, "a\nb\n", "a\nc\n")
    assert diff.split("\n")[0] == header
    if shutil.which(command[0]) is None or os.name == "nt":
        pytest.skip(f"no {command[0]}")
    (tmp_path / name).write_text("a\nb\n")
    subprocess.run(command, input=diff.encode(), cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / name).read_text() == "a\nc\n"


def test_the_diff_shows_colours_and_a_file_without_a_last_newline():
    assert unified("/x/a.md", "a\r\nb", "a\r\nc", color=True) == (
        "\x1b[1m--- a/x/a.md\x1b[0m\n"
        "\x1b[1m+++ b/x/a.md\x1b[0m\n"
        "\x1b[36m@@ -1,2 +1,2 @@\x1b[0m\n"
        " a\r\n"
        "\x1b[31m-b\x1b[0m\n\\ No newline at end of file\n"
        "\x1b[32m+c\x1b[0m\n\\ No newline at end of file\n"
    )


def test_no_change_has_no_diff():
    assert unified("a.md", "a\n", "a\n") == ""
