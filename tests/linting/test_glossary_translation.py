"""A translation is held to the glossary only where nothing else explains that a name is not there."""

from pathlib import Path

import pytest

from jpkit.linting.engine import Active, lint_pages
from jpkit.linting.glossary import _read
from jpkit.linting.page import GlossaryAt, Reader
from jpkit.linting.rules import rule
from jpkit.messages import use_language

CONFIG = 'defaultContentLanguage = "{}"\n[languages.en]\n[languages.ja]\n[languages.zh]\n'
GLOSSARY = (
    "ja,en,variants\nサービスメッシュ,service mesh,SM\n仮想化,virtualization,\nクラスター,cluster,クラスタ\n"
    "継続的デリバリー,continuous delivery,CD\n要求,request,\n要求,requirement,\n"
)
JA, EN = "content/post/a/index.md", "content/post/a/index.en.md"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    use_language("en")
    yield
    use_language(None)


def said(ja: str, en: str, *, first: str = "ja", path: str | None = None, **options: int) -> list[str]:
    """What is said of the translation."""
    names = {"ja": JA, "en": EN} if first == "ja" else {"ja": "content/post/a/index.ja.md", "en": JA}
    for lang, text in (("ja", ja), ("en", en)):
        Path(names[lang]).parent.mkdir(parents=True, exist_ok=True)
        Path(names[lang]).write_text(text, encoding="utf-8")
    Path("config.toml").write_text(CONFIG.format(first))
    Path("terms.csv").write_text(GLOSSARY, encoding="utf-8")
    _read.cache_clear()
    reader = Reader(glossary=GlossaryAt("terms.csv"))
    page = path or names["en" if first == "ja" else "ja"]
    found = lint_pages([page], reader, lambda _: [Active(rule("glossary-translation"), options)]).findings
    return [f"{one.line}:{one.column} {one.message}" for one in found]


LONG = "仮想化と仮想化、そして仮想化。"


def test_a_heading_that_is_another_name_is_named_with_its_original():
    ja, en = (
        "---\ntitle: 話\n---\n## サービスメッシュ（SM）\n\n本文。\n",
        "---\ntitle: A\n---\n## Net of proxies\n\nText.\n",
    )
    assert said(ja, en) == [
        f"4:4 'サービスメッシュ' of {JA}:4 is 'service mesh' in the glossary, which this heading lacks; "
        "write it [terms.csv:2]"
    ]
    assert said(ja, en.replace("Net of proxies", "The mesh of your services")) == []
    assert said(ja, en.replace("Net of proxies", "SM")) == []


def test_a_term_that_is_never_said_is_reported_where_it_should_first_stand():
    ja, en = f"---\ntitle: 話\n---\n初め。\n\n{LONG}\n", "---\ntitle: A\n---\nAt first.\n\nEmulation of machines.\n"
    use_language("ja")
    assert said(ja, en) == [
        f"6:1 '仮想化'（{JA}に3回）は、用語集では'virtualization'ですが、"
        "このページには一度も出てきません。揃えてください [terms.csv:3]"
    ]
    assert said(ja, en, uses=4) == []
    assert said(ja, en.replace("Emulation", "Virtualized copies")) == []


def test_japanese_translations_are_held_to_it_too():
    ja, en = "---\ntitle: 話\n---\n集合と集合。\n", "---\ntitle: A\n---\nThe cluster of clusters, a cluster.\n"
    assert said(ja, en, first="en") == [
        f"4:1 'cluster' (3× in {JA}) is 'クラスター' in the glossary, which this page never says; "
        "write it [terms.csv:4]"
    ]
    assert said(ja.replace("集合", "クラスタ"), en, first="en") == []
    assert said(ja.replace("集合", "cluster"), en, first="en") == []


@pytest.mark.parametrize(
    "en",
    [
        "---\ntitle: A\n---\n## More\n\nEmulation.\n",  # other headings
        "---\ntitle: A\n---\n",  # still to be written
        "---\ntitle: A\n---\nOne.\n\nTwo.\n\nThree.\n",  # other paragraphs
        "---\ntitle: 話\n---\n仮想マシンの話。\n",  # another language than the path says: language-mismatch
    ],
)
def test_where_a_part_is_missing_its_terms_are_not_reported(en):
    assert said(f"---\ntitle: 話\n---\n{LONG}\n", en) == [] or "仮想" in en


def test_of_two_entries_with_one_name_either_will_do():
    ja = "---\ntitle: 話\n---\n要求と要求と要求。\n"
    assert said(ja, "---\ntitle: A\n---\nThe requirements.\n") == []
    assert said(ja, "---\ntitle: A\n---\nThe requests.\n") == []
    assert len(said(ja, "---\ntitle: A\n---\nThe wishes.\n")) > 0


def test_the_original_is_not_held_to_its_translation():
    assert said(f"---\ntitle: 話\n---\n{LONG}\n", "---\ntitle: A\n---\nEmulation.\n", path=JA) == []


def test_a_page_in_a_third_language_is_left_alone():
    Path("content/post/a").mkdir(parents=True)
    Path("content/post/a/index.zh.md").write_text("---\ntitle: 话\n---\n模拟。\n", encoding="utf-8")
    assert said(f"---\ntitle: 話\n---\n{LONG}\n", "---\ntitle: A\n---\nA.\n", path="content/post/a/index.zh.md") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("サービスメッシュ（services net）", ["services net"]),
        ("継続的デリバリー (Continuous Deployment)", []),  # not beside it
        ("継続的デリバリー(Continuous Deployment)", ["Continuous Deployment"]),
        ("継続的デリバリー（continuous delivery）、継続的デリバリー（CD）、継続的デリバリー（Spinnaker）", []),
        ("仮想化（virtualize）、サーバー仮想化（emulation）、「仮想化（emulation）」", []),
        ("クラスター（`group`）、クラスター（v2, group）、仮想化（2020）", []),
    ],
)
def test_names_in_parentheses_are_translations_unless_they_are_examples(text, marked):
    found = said(f"---\ntitle: 話\n---\n{text}。\n", "---\ntitle: A\n---\nA.\n", path=JA)
    assert [one.split("'")[1] for one in found] == marked
