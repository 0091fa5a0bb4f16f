from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jpkit import messages
from jpkit.edit import replace_value
from jpkit.errors import JpkitError
from jpkit.front.field import is_empty
from jpkit.post import Post, read_post
from jpkit.source import BOM, Source

SHARED = Path(__file__).parents[1] / ".." / "shared"


@pytest.fixture(autouse=True)
def _english():
    messages.use_language("en")
    yield
    messages.use_language(None)


def post(text: str) -> Post:
    return read_post(Source("post.md", text))


def filled(text: str, path: str, value: str | list[str]) -> str:
    read = post(text)
    field = read.get(path)
    assert field is not None
    return replace_value(read, field, value)


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ('s: "" # c', 'a "b" \\', 's: "a \\"b\\" \\\\" # c'),
        ("s: '' # c", "it's", "s: 'it''s' # c"),
        ("s: ''", "a\u2028b", 's: "a\\u2028b"'),
        ("s:", "要約です。", 's: "要約です。"'),
        ("s: # c", "word", "s: word # c"),
        ("s:   ", "yes", 's: "yes"   '),
        ("s: ~", "2020-01-01", 's: "2020-01-01"'),
        ("s: null # c", "日本語 text", "s: 日本語 text # c"),
        ("s: >-", "a: b", 's: "a: b"'),
        ("s: []", "x", 's: "x"'),
        ("t: [] # c", ["機械学習", "C#", "Node.js", "on"], 't: [機械学習, "C#", Node.js, "on"] # c'),
        ('t: [""]', ["a b"], "t: [a b]"),
        ("t:", ["a", "b"], "t: [a, b]"),
        ('t: ""', ["a"], "t: [a]"),
        ('t:\n- ""\nu: 1', ["a", "b"], "t:\n- a\n- b\nu: 1"),
        ('t:\n  - ""\n  -\nu: 1', ["a", "0x1F"], 't:\n  - a\n  - "0x1F"\nu: 1'),
        ("i: {t: , u: 1}", ["a"], "i: {t: [a], u: 1}"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_yaml_gets_the_value_in_the_style_that_stands_there(before, value, after, newline):
    path = "i.t" if before.startswith("i") else before[0]
    whole = "{}---\n# c\n{}\n---\n\n本文\n".replace("\n", newline)
    for bom in ("", BOM):
        text = whole.format(bom, before.replace("\n", newline))
        assert filled(text, path, value) == whole.format(bom, after.replace("\n", newline))


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ('s = "" # c', 'a "b" \\', 's = "a \\"b\\" \\\\" # c'),
        ("s = ''", "a\\b", "s = 'a\\b'"),
        ("s = ''", "it's", 's = "it\'s"'),
        ('s = """"""', "a", 's = "a"'),
        ("t = [ ]", ["a", "b"], 't = ["a", "b"]'),
    ],
)
def test_toml_gets_the_value_in_the_style_that_stands_there(before, value, after):
    assert filled(f"+++\n{before}\n+++\n", before[0], value) == f"+++\n{after}\n+++\n"


def test_json_gets_the_value_in_quotes():
    text = '{"s":"",\n "t" : [], "n": null}\n本文'
    assert filled(text, "s", 'a"\u2028') == '{"s":"a\\"\\u2028",\n "t" : [], "n": null}\n本文'
    assert filled(text, "t", ["a", "日"]) == '{"s":"",\n "t" : ["a", "日"], "n": null}\n本文'
    assert filled(text, "n", "x") == '{"s":"",\n "t" : [], "n": "x"}\n本文'


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('---\na: &x ""\nb: *x\n---\n', "a"),  # b has nothing to refer to any more
        ('---\na: &x\n  s: ""\nb: *x\n---\n', "a.s"),
        ('---\na: &x\n  s: ""\nb:\n  <<: *x\n---\n', "b.s"),
        ("---\nt: [ # keep\n  ]\n---\n", "t"),
        ("---\nt:\n  - ''\n  # keep\n  - ''\n---\n", "t"),
        ("---\ns: | # keep\n---\n", "s"),
        ("---\nq: {r}\n---\n", "q.r"),
    ],
)
def test_what_would_change_something_else_is_refused(text, path):
    field = post(text).get(path)
    line, column = post(text).source.position(field.value_span.start)
    with pytest.raises(JpkitError) as caught:
        filled(text, path, "v")
    assert str(caught.value) == (
        f"post.md:{line}:{column}: '{field.key}' cannot be filled in without changing something else; "
        "write it by hand: v"
    )


def test_a_field_of_another_post_is_our_mistake():
    with pytest.raises(ValueError, match="'a' is no field of this post"):
        replace_value(post("---\na: 1\n---\n"), post("---\na: 1\n---\n").fields["a"], "x")


@pytest.mark.parametrize(
    ("written", "empty"),
    [
        ("", True),
        ("~", True),
        ('""', True),
        ("' '", True),
        ('"\u3000"', True),
        ("[]", True),
        ('[""]', True),
        ("[~, '']", True),
        ("|", True),
        ("x", False),
        ("[x]", False),
        ("['', x]", False),
        ("{}", False),
        ("0", False),
        ("false", False),
    ],
)
def test_a_field_is_empty_when_it_says_nothing(written, empty):
    assert is_empty(post(f"---\na: {written}\n---\n").get("a")) is empty


def test_a_field_that_is_missing_is_empty():
    assert is_empty(post("---\na: 1\n---\n").get("b"))


def test_filling_the_seed_changes_two_values_and_nothing_else():
    seed = next(SHARED.glob("seed/*.txt"), None)
    if seed is None:
        pytest.skip("../shared is not here")
    text = seed.read_bytes().decode()
    result = filled(filled(text, "summary", "ベータ版の試験を受けた記録。"), "tags", ["GCP", "機械学習"])
    expected = text.replace('summary: ""', 'summary: "ベータ版の試験を受けた記録。"')
    assert result == expected.replace("\ntags: []", "\ntags: [GCP, 機械学習]")


# Properties

nasty = st.text(
    st.sampled_from("aZ09 \"'\\:#-,.[]{}~%@!&*|>?`=+/\t日本語ーｶﾞ𠮷😀\u200d\u2028\u0085\u00a0\u3000\ufeff\x7f\0")
)
known = st.sampled_from(
    [
        "yes",
        "y",
        "Null",
        "0x1F",
        "08",
        "1e3",
        ".inf",
        "1:30",
        "2020-01-01",
        "a: b",
        "a #b",
        " a ",
        "-",
        "- a",
        "=",
        "<<",
        "''",
        '"""',
    ]
)
words = nasty | known | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
PLACES = {
    "yaml": [
        "s:",
        's: ""',
        "s: ''",
        "s: ~ # c",
        "s: []",
        "s: [] # c",
        's:\n  - ""',
        "s: |",
        "s: {}",
        "m: {s: }",
        "m:\n  s:",
    ],
    "toml": ['s = ""', "s = ''", "s = [] # c", "m.s = ''", "[m]\ns = ''", "m = {s = []}"],
    "json": ['"s": ""', '"s":[]', '"s" : null', '"m": {"s": ""}'],
}


@given(
    st.sampled_from([(form, place) for form, places in PLACES.items() for place in places]),
    words | st.lists(words, max_size=3),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", BOM]),
)
@settings(max_examples=600)
@example(("yaml", "s:"), "2020-01-01", "\r\n", BOM)
def test_only_the_value_changes_and_it_reads_back(place, value, newline, bom):
    form, written = place
    if form == "yaml":
        text = f"---\n# c\na: 'x' # c\n{written}\nz: 1\n---\n\n本文 ---\n"
    elif form == "toml":
        text = f"+++\n# c\na = 'x' # c\n{written}\n[z]\ny=1\n+++\n\n本文\n"
    else:
        text = f'{{"a": "x",\n{written}, "z": 1}}\n\n本文\n'
    text = bom + text.replace("\n", newline)
    before = post(text)
    field = before.get("m.s") or before.get("s")
    start, end = field.value_span
    result = replace_value(before, field, value)
    after = post(result)
    again = after.get("m.s") or after.get("s")
    assert again.value == (value if isinstance(value, str) else tuple(value))
    assert result.startswith(text[:start])
    assert result.endswith(text[end:])
    assert after.source.slice(after.body) == before.source.slice(before.body)
    others = [{k: f.value for k, f in read.fields.items() if k not in "sm"} for read in (before, after)]
    assert others[0] == others[1]
    # What was written can be written over, and comes back.
    assert post(replace_value(after, again, "")).fields.keys() == before.fields.keys()
