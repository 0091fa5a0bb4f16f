from pathlib import Path

import pytest

from jpkit.hugo import Site, site_of
from jpkit.post import read_post
from jpkit.source import Source


def site(folder: Path, files: dict[str, str]) -> Site:
    for path, text in {"content/post/a/index.md": "", **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return site_of(str(folder / "content/post/a/index.md"))


def test_a_page_outside_of_any_site_has_one_that_knows_nothing(tmp_path):
    (tmp_path / "a.md").write_text("")
    assert site_of(str(tmp_path / "a.md")) == Site()


@pytest.mark.parametrize(
    ("files", "generation"),
    [
        ({}, None),
        ({"config.toml": 'title = "a"\n'}, None),
        ({"config.toml": 'theme = "hugo-academic"\n', "content/authors/me/_index.md": ""}, "academic-4"),
        ({"config.toml": 'theme = "academic"\n'}, None),
        (
            {"config.toml": 'theme = "academic"\n', "themes/academic/data/academic.toml": 'version = "3.3.1"\n'},
            "academic-3",
        ),
        (
            {
                "config/_default/module.yaml": "imports:\n"
                "- path: github.com/wowchemy/wowchemy-hugo-themes/modules/wowchemy/v5\n"
            },
            "wowchemy-5",
        ),
        (
            {"hugo.yaml": "module: {imports: [{path: github.com/HugoBlox/hugo-blox-builder/modules/blox-tailwind}]}\n"},
            "hugoblox",
        ),
        (
            {"config.toml": 'theme = "academic"\n[languages.ja]\ncontentDir = "content/ja"\n',
             "content/ja/authors/me/_index.md": ""},
            "academic-4",
        ),
        ({"config.toml": 'theme = "academic"\n', "content/ja/authors/me/_index.md": ""}, None),
        ({"config.toml": 'title = "a"\n',
          "go.mod": "module github.com/wowchemy/starter-hugo-academic\n\n"
                    "require github.com/HugoBlox/hugo-blox-builder/modules/blox-bootstrap/v5 v5.9.7\n"},
         "hugoblox"),
        ({"config.toml": 'title = "a"\n', "go.mod": "require github.com/wowchemy/wowchemy-hugo-modules/v5 v5.0.0\n"},
         "wowchemy-5"),
        ({"config.toml": 'title = "a"\n', ".gitmodules": "url = git@github.com:gcushen/hugo-academic.git\n",
          "content/authors/me/_index.md": ""}, "academic-4"),
        ({"config.toml": 'theme = ["PaperMod"]\n'}, "none"),
        ({"config.toml": "theme = \n"}, None),
        ({"hugo.json": '{"theme": "ananke"}'}, "none"),
        ({"hugo.yaml": "theme: &a [*a]\n"}, None),
    ],
)  # fmt: skip
def test_the_generation_is_what_theme_and_folders_say(files, generation, tmp_path):
    assert site(tmp_path, files).generation == generation


def test_languages_are_those_of_the_configuration(tmp_path):
    config = {
        "config/_default/hugo.toml": 'defaultContentLanguage = "ja"\nhasCJKLanguage = true\n',
        "config/_default/languages.toml": '[ja]\ntitle = "a"\n[en]\ntitle = "b"\n',
    }
    found = site(tmp_path, config)
    assert (found.languages, found.default_language, found.has_cjk_language) == (("en", "ja"), "ja", True)
    assert [found.language(path) for path in ("content/a.md", "content/a.en.md", "content/en/a.md")] == [
        "ja",
        "en",
        "en",
    ]


def test_a_language_may_say_for_itself_that_it_is_japanese(tmp_path):
    assert site(tmp_path, {"config.toml": "[languages.ja]\nhasCJKLanguage = true\n"}).has_cjk_language
    assert not site(tmp_path / "b", {"config.toml": "[languages.en]\nhasCJKLanguage = true\n"}).has_cjk_language


def test_without_a_configuration_nobody_says_the_language(tmp_path):
    assert site(tmp_path, {}).language("content/a.md") is None


@pytest.mark.parametrize(
    ("path", "front", "page_type"),
    [
        ("content/post/a/index.md", "", "post"),
        ("content/en/publication/a/index.md", "", "publication"),
        ("content/talk/a.md", "", "event"),
        ("content/podcast/a.md", "", "any"),
        ("content/podcast/a.md", "type: post", "post"),
        ("content/post/a.md", "type: custom", "any"),
        ("content/post/_index.md", "", "section"),
        ("content/authors/me/_index.md", "", "author"),
        ("content/authors/_index.md", "", "section"),
        ("content/home/about.md", "widget: about", "widget"),
        ("content/home/index.md", "", "widget_page"),
        ("content/_index.md", "sections: []", "landing"),
        ("content/privacy.md", "", "page"),
        ("content/courses/a/b.md", "", "docs"),
    ],
)
def test_the_page_type_is_what_front_matter_and_folder_say(path, front, page_type):
    post = read_post(Source(path, f"---\n{front}\n---\n"))
    assert Site("/site", "/site/content").page_type(path, post) == page_type


def test_translations_stand_beside_a_page_or_in_another_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for path in ("content/post/a/index.md", "content/post/a/index.en.md", "content/post/a/index2.md",
                 "content/ja/b.md", "content/en/b.md", "content/en/c.md"):  # fmt: skip
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("")
    assert Site().translations("content/post/a/index.md") == ("content/post/a/index.en.md",)
    assert Site().translations("content/post/a/index.en.md") == ("content/post/a/index.md",)
    assert Site().translations("content/ja/b.md") == ("content/en/b.md",)
    assert Site().translations("content/en/c.md") == ()


def test_what_is_no_language_makes_no_translation_unless_the_site_has_one_of_that_code(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for path in ("content/node.md", "content/node.js.md", "content/go/a.md", "content/js/a.md"):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("")
    assert Site().translations("content/node.js.md") == ()
    assert Site().translations("content/go/a.md") == ()
    assert Site(config={"languages": {"en": {}, "js": {}}}).translations("content/node.md") == ("content/node.js.md",)
