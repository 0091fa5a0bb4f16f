"""Which files are posts, and what a path says about a page."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.errors import JpkitError
from jpkit.messages import use_language
from jpkit.site import (
    content_root,
    find_posts,
    is_section,
    page_language,
    page_url,
    read_bytes,
    summary_pages,
    translation_key,
)


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    use_language("en")
    yield
    use_language(None)


def write(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("text\n", encoding="utf-8")


def test_a_folder_gives_its_markdown_but_nothing_hidden_and_no_underscored_folder():
    write(
        "content/post/b/index.md",
        "content/post/a/index.en.md",
        "content/post/a/index.md",
        "content/post/_index.md",
        "content/old.MARKDOWN",
        "content/post/a/data.txt",
        "content/_drafts/x.md",
        "content/.obsidian/x.md",
        "content/post/a/._index.md",
        "content/out/glossary.md",
        "content/out/summaries.json",
        "content/out/summaries/post/a/index.md",
        "content/summaries/own.md",
    )
    assert find_posts(["content"]) == (
        "content/old.MARKDOWN",
        "content/post/_index.md",
        "content/post/a/index.en.md",
        "content/post/a/index.md",
        "content/post/b/index.md",
        "content/summaries/own.md",
    )


def test_of_a_folder_that_results_were_written_into_only_these_are_no_posts():
    write(
        "site/a.md",
        "site/content/b.md",
        "site/glossary.md",
        "site/hugo/content/ja/docs/reference/glossary/c.md",
        "site/summaries.json",
        "site/summaries/content/b.md",
    )
    assert find_posts(["site"]) == ("site/a.md", "site/content/b.md")


def test_a_path_is_spelt_as_the_user_began_it(tmp_path: Path):
    write("content/a.md")
    assert find_posts(["."]) == ("content/a.md",)
    assert find_posts(["./content/"]) == ("content/a.md",)
    assert find_posts([str(tmp_path / "content")]) == (f"{tmp_path}/content/a.md",)


def test_a_folder_that_the_user_names_is_read_whatever_its_name():
    write("_drafts/a.md", ".hidden/b.md")
    assert find_posts(["_drafts", ".hidden"]) == (".hidden/b.md", "_drafts/a.md")


def test_a_file_is_a_post_whatever_its_suffix_and_comes_once(tmp_path: Path):
    write("a/post.txt", "a/b.md")
    paths = ["a/b.md", "a/post.txt", "a", str(tmp_path / "a" / "b.md"), "-"]
    assert find_posts(paths) == ("-", f"{tmp_path}/a/b.md", "a/post.txt")
    assert find_posts(paths[::-1]) == find_posts(paths)


def test_the_folders_to_leave_out_and_the_excluded_files_are_not_found(tmp_path: Path):
    write("site/out/summaries/a.md", "site/a.md", "site/home/b.md")
    found = find_posts(
        ["site"], leave_out=["site/out", "-"], excluded=lambda path: path == f"{tmp_path}/site/home/b.md"
    )
    assert found == ("site/a.md",)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_what_git_ignores_is_not_found():
    write("site/a.md", "site/public/b.md", "site/post/c.md", "site/post/draft.md", "site/post/日本.md")
    Path("site/.gitignore").write_text("public/\ndraft.md\n日本.md\n", encoding="utf-8")
    assert len(find_posts(["site"])) == 5  # no repository yet
    subprocess.run(["git", "init", "-q", "site"], check=True)
    assert find_posts(["site"]) == ("site/a.md", "site/post/c.md")
    assert find_posts(["site/post"]) == ("site/post/c.md",)
    assert find_posts(["site/public"]) == ("site/public/b.md",)  # the user says so
    assert find_posts(["site/post/draft.md"]) == ("site/post/draft.md",)


def test_without_git_everything_is_found(monkeypatch: pytest.MonkeyPatch):
    write("site/.git/HEAD", "site/a.md")
    monkeypatch.setenv("PATH", "")
    assert find_posts(["site"]) == ("site/a.md",)


def test_a_link_to_a_folder_is_followed_but_never_in_a_circle():
    write("site/a.md", "vault/b.md", "vault/deep/c.md")
    Path("site/linked").symlink_to(Path("vault").resolve(), target_is_directory=True)
    Path("site/circle").symlink_to(Path("site").resolve(), target_is_directory=True)
    Path("vault/up").symlink_to(Path().resolve(), target_is_directory=True)
    Path("site/broken.md").symlink_to("nowhere.md")
    Path("site/self.md").symlink_to("self.md")
    Path("site/self").symlink_to("self")
    assert find_posts(["site"]) == ("site/a.md", "site/linked/b.md", "site/linked/deep/c.md")


@pytest.mark.parametrize("target", ["nowhere.md", "link.md"])
def test_a_link_that_leads_nowhere_is_said_to_be_one(target):
    Path("link.md").symlink_to(target)
    with pytest.raises(JpkitError) as error:
        find_posts(["link.md"])
    assert str(error.value) == (
        "link.md: a link that leads to no file or folder; delete it, or put there what it leads to"
    )


def test_a_path_that_is_not_there_is_an_error_that_names_the_nearest():
    write("content/post.md")
    with pytest.raises(JpkitError) as error:
        find_posts(["contnet"])
    assert str(error.value) == "contnet: no such file or folder; did you mean 'content'?"
    with pytest.raises(JpkitError) as error:
        find_posts(["content/pots.md"])
    assert str(error.value) == "content/pots.md: no such file or folder; did you mean 'content/post.md'?"
    with pytest.raises(JpkitError) as error:
        find_posts(["x/y"])
    assert str(error.value) == "x/y: no such file or folder; check the path"


def test_reading_says_why_it_fails():
    with pytest.raises(JpkitError) as error:
        read_bytes("gone.md")
    assert str(error.value) == (
        "gone.md:1:1: cannot be read (No such file or directory); check the file and its permissions"
    )


def test_a_folder_that_cannot_be_listed_is_found_and_reading_it_says_why(monkeypatch: pytest.MonkeyPatch):
    write("site/a.md", "site/locked/b.md")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if "locked" in path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert find_posts(["site"]) == ("site/a.md", "site/locked/")
    with pytest.raises(JpkitError) as error:
        read_bytes("site/locked/")
    assert str(error.value) == (
        "site/locked/:1:1: cannot be read (Permission denied); check the file and its permissions"
    )


@pytest.mark.parametrize(
    ("path", "language", "key", "url"),
    [
        ("content/post/a/index.md", None, "content/post/a", "/post/a/"),
        ("content/post/a/index.en.md", "en", "content/post/a", "/post/a/"),
        ("content/en/post/a/index.md", "en", "content/post/a", "/post/a/"),
        ("content/ja/post/a.md", "ja", "content/post/a", "/post/a/"),
        ("samples/content/zh-cn/post/A B.markdown", "zh-cn", "samples/content/post/A B", "/post/a-b/"),
        ("content/post/node.js.md", None, "content/post/node.js", "/post/node.js/"),
        ("content/_index.ja.md", "ja", "content", "/"),
        ("post.md", None, "post", "/post/"),
        ("-", None, "-", "/"),
    ],
)
def test_a_path_says_language_translations_and_url(path: str, language: str | None, key: str, url: str):
    assert (page_language(path), translation_key(path), page_url(path)) == (language, key, url)


def test_section_pages_are_known_by_name():
    assert [is_section(path) for path in ("a/_index.md", "a/_index.en.md", "a/index.md", "_index/a.md")] == [
        True,
        True,
        False,
        False,
    ]


def test_the_content_root_is_the_one_beside_a_configuration(tmp_path: Path):
    write("site/content/post/content/a/index.md", "site/hugo.toml", "other/content/x/content/b.md")
    assert content_root("site/content/post/content/a/index.md") == f"{tmp_path}/site/content"
    assert content_root("other/content/x/content/b.md") == f"{tmp_path}/other/content/x/content"
    assert content_root("elsewhere/b.md") is None


def test_a_summary_goes_where_the_post_is_below_the_content_root():
    write("one/content/post/a/index.md", "one/content/post/a/index.en.md", "notes/x/b.txt", "c.md")
    posts = ["-", "one/content/post/a/index.md", "one/content/post/a/index.en.md", "notes/x/b.txt", "c.md"]
    assert summary_pages(posts, ["-", "one", "notes", "c.md"]) == {
        "-": "stdin.md",
        "one/content/post/a/index.md": "post/a/index.md",
        "one/content/post/a/index.en.md": "post/a/index.en.md",
        "notes/x/b.txt": "x/b.md",
        "c.md": "c.md",
    }


def test_posts_of_two_sites_never_share_a_summary():
    posts = ["one/content/a.md", "two/content/a.md", "two/content/a.markdown", "../a.md", "a.md"]
    assert summary_pages(posts, []) == {
        "one/content/a.md": "one/content/a.md.md",
        "two/content/a.md": "two/content/a.md.md",
        "two/content/a.markdown": "two/content/a.markdown.md",
        "../a.md": "a.md.md",
        "a.md": "a.md-2.md",
    }


@given(st.lists(st.text("ab./-", min_size=1), unique=True))
def test_no_two_posts_share_a_summary_and_none_leaves_the_folder(posts: list[str]):
    pages = summary_pages(posts, ["a", "b"])
    assert len(set(pages.values())) == len(posts)
    assert all(".." not in page.split("/") and not page.startswith("/") for page in pages.values())
