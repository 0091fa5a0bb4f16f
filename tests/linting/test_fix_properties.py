"""What ``--fix`` may do to a page, over thousands of made-up ones and all official ones.

Every byte outside of the mended values stays, the other values read as before, and a second run changes nothing.
"""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.linting import engine
from jpkit.linting.engine import Active, Report, lint_pages
from jpkit.linting.page import GlossaryAt, Reader
from jpkit.linting.rules import rules
from jpkit.source import BOM, Source, Span

OFFICIAL = Path(__file__).parents[2] / ".." / "shared" / "academic" / "official"
PATH = "content/post/a/index.md"
ACTIVE = [Active(rule) for rule in rules()]
GLOSSARY = GlossaryAt(str(Path(__file__).with_name("glossary.csv")))

# Key and value as YAML, TOML and JSON have them, right and wrong ones.
FIELDS = st.sampled_from(
    [
        ("title", '"Tensorflow入門"'),
        ("tilte", '"ｻｰﾊﾞｰ"'),
        ("Title", '" 前後の空白 "'),
        ("summary", '"Githubと、Kubernatesの話。"'),
        ("date", '"2020/1/2"'),
        ("date", '"2020-01-02"'),
        ("lastmod", '"2019-1-2"'),
        ("draft", '"false"'),
        ("featured", '"flase"'),
        ("math", "true"),
        ("tags", '["a; b", "ＧＣＰ", ""]'),
        ("tag", '["a"]'),
        ("tags", '"GCP"'),
        ("authors", "[]"),
        ("doi", '"https://doi.org/10.1000/182"'),
        ("doi", "10.10"),
        ("title", '"サーバの見積り、kubernetes"'),
        ("subtitle", '"ＡＰＩとService-mesh"'),
        ("weight", '"10"'),
        ("categories", '["データ、基盤"]'),
        ("url_pdf", '"www.example.org/a b"'),
        ("abstruct", '"概要"'),
        ("projects", '["none"]'),
        ("custom", '"𠮷👩‍💻ｶﾞ"'),
    ]
)
MAPS = st.sampled_from(
    [
        ("image", (("focal_point", '"centre"'), ("caption", '"図"'))),
        ("image", (("focalpoint", '"Top"'), ("preview_only", '"false"'))),
        ("header", (("image", '"a.png"'),)),
    ]
)
COMMENTS = st.sampled_from(["", "  # 覚え書き", " # jpkit: ignore[unknown-key] わざと"])
BODIES = st.sampled_from(
    [
        "本文。",
        "Tensorflowのｻｰﾊﾞｰ と サーバ。`Tensorflow`は別。",
        "﻿終わり\u2028ＡＩ Platform",
        "```\nGithub\n```",
        "The **Service** mesh on kubernetes,\na mesh of\nservices (`servicemesh`). "
        "[サーバ](/サーバ/)&amp;サーバ\u3000見積り",
    ]
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    form = draw(st.sampled_from(["yaml", "toml", "json"]))
    fields = draw(st.lists(FIELDS, max_size=6))
    if form != "yaml" or draw(st.integers(0, 4)):  # a key twice stops what is no YAML
        fields = list({key.lower(): (key, value) for key, value in fields}.values())
    tables = draw(st.lists(MAPS, max_size=1))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    lines: list[str]
    if form == "json":
        members = [f'"{key}": {value}' for key, value in fields]
        members += [
            f'"{key}": {{{", ".join(f"{chr(34)}{k}{chr(34)}: {v}" for k, v in inner)}}}' for key, inner in tables
        ]
        lines = ["{", *[f"  {member}," for member in members[:-1]], *[f"  {member}" for member in members[-1:]], "}"]
    elif form == "toml":
        lines = ["+++", *[f"{key} = {value}{draw(COMMENTS)}" for key, value in fields]]
        for key, inner in tables:
            lines += [f"[{key}]", *[f"  {k} = {v}" for k, v in inner]]
        lines += ["+++"]
    else:
        bare = draw(st.booleans())
        values = [(key, value.strip('"') if bare and " #" not in value else value) for key, value in fields]
        lines = ["---", *[f"{key}: {value}{draw(COMMENTS)}" for key, value in values]]
        for key, inner in tables:
            lines += [f"{key}:", *[f"  {k}: {v}" for k, v in inner]]
        lines += ["---"]
    text = newline.join([*lines, "", draw(BODIES), ""])
    return draw(st.sampled_from(["", "\ufeff"])) + text


def lint(text: str, *, fix: bool, generation: str = "academic-4") -> Report:
    given = {PATH: text.encode()}
    reader = Reader(generation=generation, today=date(2026, 11, 24), given=given, glossary=GLOSSARY)
    return lint_pages([PATH], reader, lambda _: ACTIVE, fix=fix)


def mended(text: str, generation: str = "academic-4") -> str:
    report = lint(text, fix=True, generation=generation)
    return report.changes[0].after if report.changes else text


def edits(text: str, generation: str) -> list[Span]:
    """What the fixes of a page replace, as they are reported."""
    source = Source(PATH, text)
    found = {
        Span(source.offset(line, column), source.offset(end_line, end_column))
        for finding in lint(text, fix=False, generation=generation).findings
        for line, column, end_line, end_column, _ in finding.fix
    }
    return sorted(found)


def kept(text: str, spans: list[Span]) -> list[str]:
    """The text in pieces, without what stands at the spans."""
    pieces, done = [], 0
    for start, end in spans:
        if start >= done:
            pieces.append(text[done:start])
        done = max(done, end)
    return [*pieces, text[done:]]


def assert_only_mended(text: str, generation: str = "academic-4") -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine, "_MOST_PASSES", 1)  # one value mended may show the next mistake: step by step
        before = text
        while (after := mended(before, generation)) != before:
            # All that no fix names is there still, in its order, to the byte, and nothing around it is new.
            # (A byte order mark has no column, so its place is none.)
            outside = ".*".join(map(re.escape, kept(before, edits(before, generation))))
            assert re.fullmatch(outside.removeprefix(BOM), after.removeprefix(BOM), re.DOTALL), after
            before = after
    assert mended(text, generation) == before
    # Comments are never touched.
    assert re.findall("(?<=  )# .*", text) == re.findall("(?<=  )# .*", before)


@given(pages())
def test_fixing_touches_nothing_but_the_mended_values(text: str):
    assert_only_mended(text)


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official pages are not beside the project")
@pytest.mark.parametrize("generation", ["academic-2", "academic-3", "academic-4", "wowchemy-5", "hugoblox"])
def test_fixing_official_pages_touches_nothing_but_the_mended_values(generation: str):
    files = sorted((OFFICIAL / generation).rglob("*.md"))
    assert files
    for file in files:
        assert_only_mended(file.read_bytes().decode(), generation)
