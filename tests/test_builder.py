from pathlib import Path

import pytest

from jpkit.builder import builder_of
from jpkit.post import read_post
from jpkit.source import Source

ZENN = "---\ntitle: a\nemoji: 🤖\ntype: tech\ntopics: [python]\npublished: true\n---\n"
JEKYLL = "---\nlayout: post\ntitle: a\ndate: 2014-08-19T08:23\n---\n"
PLAIN = "---\ntitle: a\n---\n"


@pytest.mark.parametrize(
    ("path", "text", "files", "builder"),
    [
        ("a.md", PLAIN, [], "hugo"),
        ("content/post/a/index.md", PLAIN, [], "hugo"),
        ("articles/a.md", ZENN, [], "zenn"),
        ("content/post/a.md", ZENN, ["config.toml"], "hugo"),
        ("_posts/2014-08-19-a.md", JEKYLL, [], "jekyll"),
        ("content/post/2014-08-19-a.md", JEKYLL, [], "hugo"),
        ("2014/2014-08-19-a.md", PLAIN, [], "hugo"),
        ("_posts/a.md", PLAIN, ["_config.yml"], "jekyll"),
        ("docs/guide/a.md", PLAIN, ["docusaurus.config.js"], "docusaurus"),
        ("docs/guide/a.md", "---\nsidebar_position: 4\n---\n", [], "docusaurus"),
        ("site/content/post/a.md", PLAIN, ["site/hugo.toml", "mkdocs.yml"], "hugo"),
        ("src/content/blog/a.md", PLAIN, ["astro.config.mjs"], "astro"),
        ("exampleSite/pages/a.md", PLAIN, ["exampleSite/config.toml", "_config.yml"], "hugo"),
    ],
)
def test_a_page_belongs_to_the_program_whose_signs_are_nearest(path, text, files, builder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for file in (path, *files, ".git"):
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).write_text(text if file == path else "", encoding="utf-8")
    assert builder_of(path, read_post(Source(path, text))) == builder
