"""Settings: where they are found, what they mean, and what is said of those that are none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jpkit.bilingual.correction import Correction
from jpkit.config import Config, PerFile, find_config, read_config
from jpkit.errors import JpkitError
from jpkit.extraction.options import ExtractOptions, SummaryOptions
from jpkit.messages import use_language
from jpkit.write import FORMATS


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    use_language("en")
    yield
    use_language(None)


EVERYTHING = """
top = 20
lang = "ja"
out = "terms"
glossary = ["md", "csv"]
messages = "ja"
reading = "hiragana"
summary.max_chars = { ja = 100, en = 140 }
exclude = ["content/home/**"]

[[per-file]]
files = ["content/en/**"]
lang = "en"

[[per-file]]
files = ["**/long.md"]
top = 30
summary = { max_chars = 300 }
"""


def test_every_key_is_read(tmp_path: Path):
    Path("jpkit.toml").write_text(EVERYTHING, encoding="utf-8")
    assert find_config("content/post") == Config(
        path="jpkit.toml",
        folder=str(tmp_path),
        top=20,
        lang="ja",
        out="terms",
        glossary=("md", "csv"),
        messages="ja",
        reading="hiragana",
        summary=SummaryOptions(100, 140),
        exclude=("content/home/**",),
        per_file=(
            PerFile(("content/en/**",), lang="en"),
            PerFile(("**/long.md",), top=30, summary=SummaryOptions(300, 300)),
        ),
    )


def test_terms_are_corrections_with_the_lines_of_their_headers():
    text = """# settings
[tool.jpkit]
terms = ["a.csv", "b/c.json"]

[[tool.jpkit.term]]
# a comment

ja = "猫"
en = "-"
variants = ["ねこ", "ネコ"]
[[tool.jpkit.term]]
en = '''
[[tool.jpkit.term]]
'''
reject = true
"""
    Path("site").mkdir()
    Path("site/pyproject.toml").write_bytes(("\ufeff" + text).replace("\n", "\r\n").encode())
    config = find_config("site/content")
    assert config.terms == ("site/a.csv", "site/b/c.json")
    assert config.term == (
        Correction({"ja": "猫", "en": "", "variants": "ねこ; ネコ"}, "site/pyproject.toml", 5),
        Correction({"en": "[[tool.jpkit.term]]"}, "site/pyproject.toml", 11, reject=True),
    )
    Path("jpkit.toml").write_text("terms = 'x.csv'\nterm = [\n{ja = 'a'},\n{ja = 'b'}]\n", encoding="utf-8")
    assert [(term.says["ja"], term.line) for term in find_config(".").term] == [("a", 3), ("b", 4)]


def test_the_nearest_file_upwards_counts_and_only_one_with_our_table(tmp_path: Path):
    Path("site/content/post").mkdir(parents=True)
    Path("pyproject.toml").write_text("[tool.jpkit]\ntop = 5\n", encoding="utf-8")
    Path("site/pyproject.toml").write_text("[tool.ruff]\nline-length = 80\n", encoding="utf-8")
    assert find_config("site/content/post").top == 5
    Path("site/jpkit.toml").write_text("\ufefftop = 7\n", encoding="utf-8")
    assert find_config("site/content/post").top == 7
    assert find_config("site/content/post/new.md").path == "site/jpkit.toml"


def test_without_a_file_every_default_holds():
    assert find_config("/nowhere/at/all") == Config()
    assert Config().options_for("a.md") == ExtractOptions()


def test_the_command_line_wins_over_the_file_and_a_file_over_the_site():
    Path("jpkit.toml").write_text(EVERYTHING, encoding="utf-8")
    config = find_config(".")
    site = ExtractOptions(top=20, lang="ja", summary=SummaryOptions(100, 140), reading="hiragana")
    assert config.options_for("content/post/a.md") == site
    assert config.options_for("content/en/long.md") == ExtractOptions(30, "en", SummaryOptions(300, 300), "hiragana")
    assert config.options_for("content/en/long.md", top=3, lang="auto", reading="katakana") == ExtractOptions(
        3, "auto", SummaryOptions(300, 300), "katakana"
    )


@pytest.mark.parametrize(
    ("glob", "path", "matches"),
    [
        ("content/home/**", "content/home/a/b.md", True),
        ("content/home/", "content/home/a/b.md", True),
        ("content/*/a.md", "content/x/a.md", True),
        ("content/*/a.md", "content/x/y/a.md", False),
        ("**/a.md", "a.md", True),
        ("**/a.md", "x/y/a.md", True),
        ("a?.md", "ab.md", True),
        ("a.md", "a_md", False),
        ("[x].md", "[x].md", True),
    ],
)
def test_globs_are_relative_to_the_file(tmp_path: Path, glob: str, path: str, matches: bool):
    config = Config(folder=str(tmp_path), exclude=(glob,))
    assert config.excludes(f"{tmp_path}/{path}") is matches
    assert config.excludes(f"/elsewhere/{path}") is False


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("tpo = 3", "unknown key 'tpo'; did you mean 'top'?"),
        (
            "zzz = 3",
            "unknown key 'zzz'; known are top, lang, out, glossary, messages, reading, summary, exclude, dictionary,"
            " per-file, lint, term, terms",
        ),
        ("top = 0", "top = 0: write a whole number of 1 or more"),
        ("top = true", "top = true: write a whole number of 1 or more"),
        ('top = "3"', 'top = "3": write a whole number of 1 or more'),
        ('lang = "fr"', 'lang = "fr": write one of auto, ja, en'),
        ("out = 3", "out = 3: write a text in quotes"),
        ('glossary = ["pdf"]', f"glossary = ['pdf']: write a list with some of {', '.join(FORMATS)}"),
        ("exclude = 'a'", 'exclude = "a": write a list of texts, as in ["content/en/**"]'),
        ("summary = 3", "summary = 3: write a table of keys and values"),
        ("summary.max_char = 3", "unknown key 'summary.max_char'; did you mean 'summary.max_chars'?"),
        ("summary.max_chars.jp = 3", "unknown key 'summary.max_chars.jp'; known are ja, en"),
        ("summary.max_chars.ja = -1", "summary.max_chars.ja = -1: write a whole number of 1 or more"),
        ("[per-file]\nfiles = []", "per-file = {'files': []}: write [[per-file]]"),
        ("[[per-file]]\nlang = 'en'", "[[per-file]] no 'files'; say which files the settings are for"),
        ("[[per-file]]\nfile = []", "[[per-file]] unknown key 'file'; did you mean 'files'?"),
        ("[term]\nja = '猫'", "term = {'ja': '猫'}: write [[term]]"),
        ("[[term]]\nreading = 'ネコ'", "[[term]] no name; write ja or en"),
        ("[[term]]\nja = ''", '[[term]] ja = "": write a text in quotes'),
        ("[[term]]\nreeding = ''", "[[term]] unknown key 'reeding'; did you mean 'reading'?"),
        ("[[term]]\nja = '猫'\nkind = 'animal'", '[[term]] kind = "animal": write one of term, service'),
        ("[[term]]\nja = '猫'\nreject = 'yes'", '[[term]] reject = "yes": write one of true, false'),
    ],
)
def test_what_is_no_setting_is_said_with_its_table(text: str, problem: str):
    Path("jpkit.toml").write_text(text, encoding="utf-8")
    with pytest.raises(JpkitError) as error:
        find_config(".")
    assert str(error.value) == f"jpkit.toml: {problem}"


def test_in_pyproject_the_table_is_named():
    Path("pyproject.toml").write_text("[tool.jpkit]\nsumary.max_chars = 3\n", encoding="utf-8")
    with pytest.raises(JpkitError) as error:
        find_config(".")
    assert str(error.value) == "pyproject.toml: [tool.jpkit] unknown key 'sumary'; did you mean 'summary'?"


def test_the_table_of_pyproject_toml_in_jpkit_toml_is_said_to_be_one():
    Path("jpkit.toml").write_text("[tool.jpkit]\ntop = 3\n", encoding="utf-8")
    with pytest.raises(JpkitError) as error:
        find_config(".")
    assert str(error.value) == (
        "jpkit.toml: [tool.jpkit] is for pyproject.toml; take it away, and 'tool.jpkit.' from the names of other tables"
    )


def test_broken_toml_is_said_with_its_place():
    Path("jpkit.toml").write_text("top = 3\nlang ja\n", encoding="utf-8")
    with pytest.raises(JpkitError) as error:
        find_config(".")
    assert str(error.value) == (
        "jpkit.toml:2:6: cannot be read as TOML (expected '=' after a key in a key/value pair); mend it"
    )


@pytest.mark.parametrize(
    ("value", "detail"),
    [
        ("[" * 3000 + "]" * 3000, "maximum recursion depth exceeded"),
        ("9" * 5000, "exceeds the limit (4300 digits) for integer string conversion"),
    ],
)
def test_toml_beyond_what_python_reads_is_the_users_mistake(value, detail):
    Path("jpkit.toml").write_text(f"top = {value}\n", encoding="utf-8")
    with pytest.raises(JpkitError) as error:
        find_config(".")
    assert str(error.value).startswith(f"jpkit.toml: cannot be read as TOML ({detail}")


def test_a_file_that_the_user_names_must_be_there_and_have_settings():
    with pytest.raises(JpkitError) as error:
        read_config("gone.toml")
    assert (
        str(error.value) == "gone.toml: cannot be read (No such file or directory); check the file and its permissions"
    )
    Path("pyproject.toml").write_text("", encoding="utf-8")
    with pytest.raises(JpkitError) as error:
        read_config("pyproject.toml")
    assert str(error.value) == "pyproject.toml: no [tool.jpkit] in it; write that table, or leave --config out"
    Path("jpkit.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(JpkitError) as error:
        read_config("jpkit.toml")
    assert str(error.value) == "jpkit.toml: not UTF-8 text; save the file as UTF-8 or leave it out"


def test_a_settings_file_of_any_name_is_read():
    Path("strict.toml").write_text("top = 1\n", encoding="utf-8")
    assert read_config("strict.toml").top == 1
