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
