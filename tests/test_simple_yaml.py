"""Front matter that is read without libyaml reads as with it."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.errors import JpkitError
from jpkit.front.field import Front
from jpkit.front.yaml import read, read_with_libyaml
from jpkit.post import read_post
from jpkit.source import Source, Span

SIMPLE = """\
# 記録の設定
title: "第1回　索引の話" # 仮題
subtitle: 'それから'
date : 2024-03-01
weight: 010
url: https://example.com/a#b
tags: [索引, "a, b", 'c']
empty:
none: []
categories:
- 記録

- 2024
image:
  # 見出しの絵
  caption: 棚
  preview_only: false
  focal:
    point: ~
draft: true
"""

PIECES = (
    *(
        "k: ",
        "t : ",
        "m:\n",
        "  k: ",
        "  l:\n",
        "    d: ",
        "- ",
        "  - ",
        "- a\n",
        "a",
        "b: ",
        "key:\n",
        "\n",
        " ",
        "  ",
    ),
    *(
        "#",
        " # ",
        ":",
        ": ",
        ",",
        ", ",
        "[",
        "]",
        "[]",
        "[a, b]",
        "{",
        "}",
        "'",
        "'a'",
        '"',
        '"a b"',
        "\\",
        "&a ",
        "*a",
    ),
    *("!", "|\n", ">", "%", "@", "`", "?", "-", "=", "<<: ", "~", "---", "...", "\t", "\r", "\x85", "\u2028", "\ufeff"),
    *("あ", "\u3000", "é", "🤖", "1", "010", "1e3", "true", "null", "2020-01-02", "http://a/b", ".5"),
)


def both(text: str) -> tuple[Front | str, Front | str]:
    source = Source("post.md", f"---\n{text}")
    span = Span(4, 4 + len(text))
    found: list[Front | str] = []
    for reader in (lambda: read(source, span), lambda: read_with_libyaml(source, span, text)):
        try:
            found.append(reader())
        except JpkitError as error:
            found.append(str(error))
    one, other = found
    return one, other


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_whatever_is_read_without_libyaml_reads_as_with_it(text: str):
    one, other = both(f"{text}\n")
    assert one == other


def test_simple_front_matter_reads_as_with_libyaml():
    one, other = both(SIMPLE)
    assert one == other


@pytest.mark.parametrize(
    "path", sorted(Path(__file__).parents[1].glob("samples/content/**/*.md")), ids=lambda path: path.parent.name
)
def test_samples_read_as_with_libyaml(path: Path):
    post = read_post(Source(str(path), path.read_text(encoding="utf-8")))
    if post.format == "yaml":
        one, other = both(post.source.slice(post.front_span))
        assert one == other


def test_simple_front_matter_loads_no_yaml():
    script = (
        "import sys; from jpkit.post import read_post; from jpkit.source import Source;"
        "print(len(read_post(Source('a.md', sys.argv[1])).fields), 'yaml' in sys.modules)"
    )
    command = [sys.executable, "-c", script, f"---\n{SIMPLE}---\n"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "11 False\n"
