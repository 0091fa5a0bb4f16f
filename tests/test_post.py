import datetime
import json
import re
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from jpkit import messages
from jpkit.errors import JpkitError
from jpkit.post import Post, read_post, string_pieces
from jpkit.source import BOM, Source

SHARED = Path(__file__).parents[1] / ".." / "shared"
CORPORA = ("corpora", "academic/official")
NASTY = "aZ09 \"'\\:#-,.[]{}~%@!&*|>?`=+/日本語ｶﾞ𠮷😀\u200d\u2028\u0085\u00a0\u3000"


@pytest.fixture(autouse=True)
def _english():
    messages.use_language("en")
    yield
    messages.use_language(None)


def post(text: str) -> Post:
    return read_post(Source("post.md", text))


def rows(read: Post) -> list[tuple[str, object, str, str, str]]:
    """Path, value, key as written, value as written, style."""
    slice_ = read.source.slice
    return [(path, f.value, slice_(f.key_span), slice_(f.value_span), f.style) for path, f in read.walk()]


def leaves(read: Post) -> list[tuple[str, object, str, str]]:
    return [
        (path, value, written, style)
        for path, value, _, written, style in rows(read)
        if style not in ("flow", "block", "table")
    ]


# Splitting


def test_a_post_is_front_matter_and_body():
    read = post("---\ntitle: T\n---\n\n本文\n")
    assert (read.format, read.source.slice(read.front_span), read.source.slice(read.body)) == (
        "yaml",
        "title: T\n",
        "\n本文\n",
    )


@pytest.mark.parametrize(
    "text",
    [
        *("", "本文\n", "- a\n", "-- a\n", "{{< figure >}}\n", "{% raw %}\n", "+ a\n", "# a\n---\nb\n"),
        f"\n{BOM}---\na: 1\n---\n",
    ],
)
def test_a_file_without_front_matter_is_all_body(text):
    for bom in ("", BOM):
        read = post(bom + text)
        assert (read.format, read.fields, read.source.slice(read.body), read.title) == (None, {}, text, "")


@pytest.mark.parametrize(
    ("text", "front", "body"),
    [
        (BOM + "\r\n \n---\r\na: 1\r\n---\r\nb\r\n", "a: 1\r\n", "b\r\n"),
        ("--- \t\na: 1\n---  \nb", "a: 1\n", "b"),
        ("---\na: 1\n---", "a: 1\n", ""),
        ("---\n---\nb\n---\n", "", "b\n---\n"),
        ("---\n# only a comment\n---\nb", "# only a comment\n", "b"),
        ("--- # like this, Hugo reads on\na: 1\n---b", " # like this, Hugo reads on\na: 1\n", "b"),
        ("---\na: |\n  x\n  ---\n---\nb", "a: |\n  x\n  ---\n", "b"),
        ("---\na: b --- c\n---\nb", "a: b --- c\n", "b"),
        ("+++\na = 1\n+++\n\nb", "a = 1\n", "\nb"),
        ('{"a": "}"}\nb', '{"a": "}"}', "b"),
        ('\n{\n "a": {}\n}\n\nb', '{\n "a": {}\n}', "\nb"),
    ],
)
def test_front_matter_ends_where_hugo_ends_it(text, front, body):
    read = post(text)
    assert (read.source.slice(read.front_span), read.source.slice(read.body)) == (front, body)


def shared_posts() -> list[Path]:
    return [path for folder in CORPORA for path in sorted((SHARED / folder).rglob("*.md"))]


def test_real_posts_are_split_and_read_as_python_frontmatter_does():
    import frontmatter

    paths = shared_posts()
    if not paths:
        pytest.skip("../shared is not here")
    compared = 0
    for path in paths:
        text = path.read_bytes().decode()
        theirs = frontmatter.YAMLHandler()
        if not theirs.detect(text):
            continue
        try:
            metadata, content = frontmatter.parse(text, handler=theirs)
        except yaml.YAMLError:
            with pytest.raises(JpkitError):
                post(text)
            continue
        read = post(text)
        compared += 1
        assert read.source.slice(read.body).replace("\r\n", "\n").strip() == content
        assert set(read.fields) == {key if isinstance(key, str) else str(key) for key in metadata}
        for key, value in metadata.items():
            if isinstance(value, str) and isinstance(read.fields[key].value, str):
                assert read.fields[key].value == value
    assert compared


# Values and places


def test_every_field_of_the_seed_has_its_place():
    seed = next(SHARED.glob("seed/*.txt"), None)
    if seed is None:
        pytest.skip("../shared is not here")
    read = post(seed.read_text(encoding="utf-8"))
    title = 'GCPの新資格 "Professional Machine Learning Engineer BETA" を受けてきた'
    jst = datetime.timezone(datetime.timedelta(hours=9))
    day = datetime.datetime(2020, 8, 22, 10, 52, 34, tzinfo=jst)
    stamp = "2020-08-22T10:52:34+09:00"
    image = {"caption": "", "focal_point": "", "preview_only": False}
    assert rows(read) == [
        ("title", title, "title", '"' + title.replace('"', '\\"') + '"', "double"),
        ("subtitle", "", "subtitle", '""', "double"),
        ("summary", "", "summary", '""', "double"),
        ("authors", (), "authors", "[]", "flow"),
        ("tags", (), "tags", "[]", "flow"),
        ("categories", (), "categories", "[]", "flow"),
        ("date", day, "date", stamp, "plain"),
        ("lastmod", day, "lastmod", stamp, "plain"),
        ("featured", False, "featured", "false", "plain"),
        ("draft", False, "draft", "false", "plain"),
        ("image", image, "image", 'caption: ""\n  focal_point: ""\n  preview_only: false', "block"),
        ("image.caption", "", "caption", '""', "double"),
        ("image.focal_point", "", "focal_point", '""', "double"),
        ("image.preview_only", False, "preview_only", "false", "plain"),
        ("projects", (), "projects", "[]", "flow"),
    ]
    assert read.title == title


YAML = """\
# not text
plain: 𠮷😀 value  # comment
single: 'it''s'
double: "\\u3042\\n"
empty:
commented: # c
literal: |
  x
  y

# c
folded: >-
  x
  y

tags:
- a
-
# c
links:
  - name: n
    url:

# c
  - {name: m, url: "u"}
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", BOM])
def test_yaml_values_stand_where_they_stand(newline, bom):
    read = post(bom + f"---\n{YAML}---\n".replace("\n", newline))
    assert leaves(read) == [
        ("plain", "𠮷😀 value", "𠮷😀 value", "plain"),
        ("single", "it's", "'it''s'", "single"),
        ("double", "あ\n", '"\\u3042\\n"', "double"),
        ("empty", None, "", "empty"),
        ("commented", None, "", "empty"),
        ("literal", "x\ny\n", "|\n  x\n  y".replace("\n", newline), "literal"),
        ("folded", "x y", ">-\n  x\n  y".replace("\n", newline), "folded"),
        ("tags[0]", "a", "a", "plain"),
        ("tags[1]", None, "", "empty"),
        ("links[0].name", "n", "n", "plain"),
        ("links[0].url", None, "", "empty"),
        ("links[1].name", "m", "m", "plain"),
        ("links[1].url", "u", '"u"', "double"),
    ]
    for path in ("empty", "commented"):
        field = read.get(path)
        assert read.source.text[: field.value_span.start].endswith(f"{path}:")
    assert read.source.slice(read.get("tags").value_span) == "- a\n-".replace("\n", newline)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("yes", "yes"),
        ("NO", "NO"),
        ("on", "on"),
        ("true", True),
        ("null", None),
        ("~", None),
        ("007", 7),
        ("010", 8),
        ("08", "08"),
        ("0x1F", 31),
        ("-0b101", -5),
        ("0b", "0b"),
        ("1_000", 1000),
        ("1_000.5", 1000.5),
        ("1:30", "1:30"),
        ("10.10", 10.1),
        ("1e3", "1e3"),
        ("1.5e3", 1500.0),
        ("1.5e400", "1.5e400"),
        (".inf", float("inf")),
        ("+.inf", "+.inf"),
        ("18446744073709551615", 2**64 - 1),
        ("18446744073709551616", "18446744073709551616"),
        ("2020-08-22", datetime.date(2020, 8, 22)),
        ("2020-08-22 10:52:34Z", datetime.datetime(2020, 8, 22, 10, 52, 34, tzinfo=datetime.UTC)),
        ("2020-13-01", "2020-13-01"),
        ("2020-1-2", "2020-1-2"),
        ("!!str 12", "12"),
        ("!Hello", ""),
        ("!!int 12", 12),
        ("1" * 5000, "1" * 5000),
    ],
)
def test_plain_yaml_values_are_what_hugo_reads_today(written, value):
    field = post(f"---\na: {written}\n---\n").get("a")
    assert (field.value, type(field.value)) == (value, type(value))


def test_aliases_and_merged_maps_are_read():
    read = post("---\na: &x foo\nb: *x # c\nc: &y\n  d: 1\ne:\n  <<: *y\n  f: 2\ng: [*x, *y]\n---\n")
    assert [(path, value, written, style) for path, value, _, written, style in rows(read)] == [
        ("a", "foo", "&x foo", "plain"),
        ("b", "foo", "*x", "alias"),
        ("c", {"d": 1}, "&y\n  d: 1", "block"),
        ("c.d", 1, "1", "plain"),
        ("e", {"d": 1, "f": 2}, "<<: *y\n  f: 2", "block"),
        ("e.d", 1, "1", "plain"),
        ("e.f", 2, "2", "plain"),
        ("g", ("foo", {"d": 1}), "[*x, *y]", "flow"),
        ("g[0]", "foo", "*x", "alias"),
        ("g[1]", {"d": 1}, "*y", "alias"),
        ("g[1].d", 1, "1", "plain"),
    ]


@pytest.mark.parametrize("text", ["---\na: 1\nb: 2\na: 3\n---\n", '{"a": 1, "b": 2, "a": 3}'])
def test_of_a_key_written_twice_the_last_counts(text):
    read = post(text)
    assert {key: field.value for key, field in read.fields.items()} == {"b": 2, "a": 3}
    assert read.source.slice(read.get("a").value_span) == "3"


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        ("---\na: 1\nb: {c: 2, 'c': 3}\na: 4\nlinks:\n- d: 5\n  d: 6\n  d: 7\n---\n",
         [("a", 2, 4), ("'c'", 3, 3), ("d", 6, 7), ("d", 6, 8)]),
        ('{"a": 1,\n"b": {"c": 2, "c": 3},\n"a": 4}\n', [('"c"', 2, 2), ('"a"', 1, 3)]),
        ("---\na: &x\n  c: 1\nb:\n  <<: *x\n  c: 2\n---\n", []),
        ("+++\na = 1\nA = 2\n+++\n", []),
    ],
    ids=["yaml", "json", "a merged key is none", "toml"],
)  # fmt: skip
def test_keys_that_their_map_has_already_are_told_with_the_first_of_them(text, repeated):
    read = post(text)
    line = read.source.position
    found = [(read.source.slice(again), line(first.start).line, line(again.start).line)
             for first, again in read.repeated]  # fmt: skip
    assert found == repeated


TOML = """\
title = "日本 \\"x\\" 😀" # c
a.b."c d" = [1, "x", {y=1, z.w='2'}]
[image] # c
caption = ''

[[links]]
url = \"\"\"
a
b\"\"\"
[links.sub]
d = 2020-01-01
[[links]]
[empty]
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", BOM])
def test_toml_values_stand_where_they_stand(newline, bom):
    read = post(bom + f"+++\n{TOML}+++\n".replace("\n", newline))
    assert leaves(read) == [
        ("title", '日本 "x" 😀', '"日本 \\"x\\" 😀"', "double"),
        ("a.b.c d[0]", 1, "1", "plain"),
        ("a.b.c d[1]", "x", '"x"', "double"),
        ("a.b.c d[2].y", 1, "1", "plain"),
        ("a.b.c d[2].z.w", "2", "'2'", "single"),
        ("image.caption", "", "''", "single"),
        ("links[0].url", "a\nb", '"""\na\nb"""'.replace("\n", newline), "multiline"),
        ("links[0].sub.d", datetime.date(2020, 1, 1), "2020-01-01", "plain"),
    ]
    assert (read.get("links[1]").value, read.get("empty").value, read.get("LINKS[0].Sub.d").key) == ({}, {}, "d")


def test_json_values_stand_where_they_stand():
    read = post(BOM + '{"title":"日\\ud83d\\ude00\\"", "tags": [ "a" ,{"b" :null}],\r\n\t"n":-1.5e3,"e":{}}\r\n\r\nb')
    assert rows(read) == [
        ("title", '日😀"', '"title"', '"日\\ud83d\\ude00\\""', "double"),
        ("tags", ("a", {"b": None}), '"tags"', '[ "a" ,{"b" :null}]', "flow"),
        ("tags[0]", "a", "", '"a"', "double"),
        ("tags[1]", {"b": None}, "", '{"b" :null}', "flow"),
        ("tags[1].b", None, '"b"', "null", "plain"),
        ("n", -1500.0, '"n"', "-1.5e3", "plain"),
        ("e", {}, '"e"', "{}", "flow"),
    ]


def test_a_map_of_nothing_but_a_merge_has_its_own_place():
    read = post("---\nbase: &y\n  d: 1\ne:\n  <<: *y\n\nf: 2\n---\n")
    assert read.source.slice(read.get("e").value_span) == "<<: *y"


def test_half_a_surrogate_pair_in_json_becomes_a_replacement_character():
    assert post('{"title": "a\\ud83d"}').title == "a\ufffd"


def test_fields_are_found_whatever_their_case():
    read = post("---\nTitle: T\nImage: {Caption: c}\na.b: 1\ntags: [x]\nTAGS: [y]\n---\n")
    assert [read.get(path).value for path in ("title", "IMAGE.caption", "a.B", "Tags[0]")] == ["T", "c", 1, "y"]
    assert [read.get(path) for path in ("", "x", "image.x", "tags[1]", "tags[0].x", "title[0]")] == [None] * 6


def test_lists_of_words_come_as_text_in_the_authors_spelling():
    read = post("---\ntags: [2020, GCP, 1.10, '', , {a: b}]\ncategories: 日記\nempty: []\n---\n".replace(", ,", ","))
    assert read.strings("tags") == ("2020", "GCP", "1.10")
    assert (read.strings("categories"), read.strings("empty"), read.strings("none")) == (("日記",), (), ())


# What is wrong


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "---\na: 1\n",
            "1:1: front matter begins with '---' and never ends; write '---' on a line of its own behind it",
        ),
        ("----\na: 1\n----\n", "1:1: '----' does not delimit front matter; write '---'"),
        (
            "---\nt: a: b\n---\n",
            "2:5: a colon of 't: a: b' reads as a second key; "
            "put a value that holds a colon in quotes, and write a blank behind the colon of a key",
        ),
        (
            "---\ntitle:Foo\ndate: 1\n---\n",
            "2:6: a colon of 'title:Foo' reads as a second key; "
            "put a value that holds a colon in quotes, and write a blank behind the colon of a key",
        ),
        ("---\nt:\n\tx: y\n---\n", "3:1: a tab indents 'x: y'; YAML wants blanks"),
        ("---\n日: @foo\n---\n", "2:4: no YAML value begins with '@'; put it in quotes"),
        (
            '---\nt: "\\infty"\n---\n',
            "2:5: '\\i' is no escape of a string in double quotes; write '\\\\i', or put the value in single quotes",
        ),
        ('---\nt: "abc\nd: e\n---\n', "2:4: the quote before 'abc' is never closed; close it"),
        (
            "---\nt: 'it's'\n---\n",
            "2:8: 't: 'it's'' does not fit here; write 'key: value', check the indentation, "
            "and put a value that holds quotes or begins with a bracket in quotes",
        ),
        ("---\na: *b\n---\n", "2:4: '*b' refers to nothing above it; put a value that begins with '*' in quotes"),
        ("---\n- a\n---\n", "2:1: front matter begins with '- a', which is no key; write 'key: value'"),
        (
            "---\nfoo = 1\n---\n",
            "2:1: 'foo = 1' is TOML between the delimiters of YAML; write 'key: value', or '+++' instead of '---'",
        ),
        ("---\n日: \x01\n---\n", "2:4: a control character (U+0001) in the front matter; delete it"),
        ("+++\r\nx = 1\r\nt = “F”\r\n+++\r\n", "3:5: TOML cannot be read at 't = “F”' (Invalid value); mend it"),
        ('{"a": 1,\n"b": }', "2:6: JSON cannot be read at '\"b\": }' (Expecting value); mend it"),
        ('\n{"a": NaN}', "2:1: JSON cannot be read at '{\"a\": NaN}' (NaN is no value); mend it"),
    ],
)
def test_broken_front_matter_is_refused_where_it_breaks(text, message):
    for bom in ("", BOM):
        with pytest.raises(JpkitError) as caught:
            post(bom + text)
        assert str(caught.value) == f"post.md:{message}"


@pytest.mark.parametrize(
    "text",
    [
        "---\na: " + "[" * 100_000 + "\n---\n",
        "---\n" + "- " * 100_000 + "\n---\n",
        "---\na: &x [*x]\n---\n",
        "---\na: &a [x, x]\n"
        + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "---\n",
        '{"a": ' + "[" * 100_000,
        '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}",
        "+++\na = " + "[" * 100_000 + "\n+++\n",
    ],
)
def test_front_matter_that_nests_without_end_is_refused(text):
    with pytest.raises(JpkitError, match=r"nests too deep|cannot be read"):
        post(text)


@given(st.text(st.sampled_from(NASTY + "\n\r\t\0"), max_size=60), st.sampled_from(["---\n", "+++\n", '{"a": ', "{\n"]))
def test_any_text_is_read_or_refused(text, opening):
    for body in (opening + text, f"{opening}{text}\n{opening}"):
        with suppress(JpkitError):
            check_pieces(post(body))


# Pieces of strings


def check_pieces(read: Post) -> None:
    for _, field in read.walk():
        if not isinstance(field.value, str):
            continue
        at = 0
        for piece in string_pieces(read.source, field):
            assert piece.at >= at
            at = piece.at + piece.length
            assert at <= len(field.value)
            assert field.value_span.start <= piece.start
            assert piece.start + piece.source_length <= field.value_span.end
            if piece.length == piece.source_length:
                linear = read.source.text[piece.start : piece.start + piece.length]
                assert linear == field.value[piece.at : piece.at + piece.length]


def test_a_place_inside_a_title_is_found_behind_escapes():
    read = post('---\ntitle: "A \\"B\\" を"\n---\n')
    field = read.get("title")
    pieces = string_pieces(read.source, field)
    start = field.value_span.start
    assert pieces == (
        (0, start + 1, 2, 2),
        (2, start + 3, 1, 2),
        (3, start + 5, 1, 1),
        (4, start + 6, 1, 2),
        (5, start + 8, 2, 2),
    )


@pytest.mark.parametrize(
    ("text", "linear"),
    [
        ("---\nt: plain 日本\n---\n", ["plain 日本"]),
        ("---\nt: 'it''s'\n---\n", ["it", "s"]),
        ("---\nt: a b\n  c\n---\n", ["a b", "c"]),
        ('---\nt: "a b\r\n\r\n  c"\r\n---\n', ["a b", "c"]),
        ('---\nt: "a\\\n  b\\u3042c\\\\"\n---\n', ["a", "b", "c"]),
        ('---\nt: "a\u2028b"\n---\n', ["a\u2028b"]),
        ("---\nt: |\n  a b\n\n    c\n---\n", ["a b", "c"]),
        ("---\nt: >-\r\n  a\r\n  b\r\n---\n", ["a", "b"]),
        ("---\nt: &x !!str 'a'\n---\n", ["a"]),
        ("---\nx: &x ab\nt: *x\n---\n", []),
        ("+++\nt = 'a\\b'\n+++\n", ["a\\b"]),
        ('+++\nt = "a\\tb\u2028c"\n+++\n', ["a", "b\u2028c"]),
        ('+++\nt = """\r\na\\\r\n   b\r\nc"""\n+++\n', ["a", "b", "c"]),
        ("+++\nt = '''\na''b\nc'''\n+++\n", ["a''b\nc"]),
        ('{"t": "a\\/b\\ud842\\udfb7𠮷\u2028"}', ["a", "b", "𠮷\u2028"]),
    ],
)
def test_what_reads_as_it_is_written_is_linear(text, linear):
    read = post(text)
    pieces = string_pieces(read.source, read.get("t"))
    check_pieces(read)
    found = [read.source.text[p.start : p.start + p.length] for p in pieces if p.length == p.source_length]
    assert found == linear


# Properties

texts = st.text(st.sampled_from(NASTY), max_size=12)
scalars = texts | st.booleans() | st.integers(-99, 99)
keys = st.text(st.sampled_from("abcde日本"), min_size=1, max_size=3)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3))


def frozen(value: object) -> object:
    if isinstance(value, list):
        return tuple(frozen(item) for item in value)
    return {key: frozen(item) for key, item in value.items()} if isinstance(value, dict) else value


def toml_value(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


@st.composite
def posts(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    """A post's text and what its front matter says."""
    data = draw(st.dictionaries(keys, values, min_size=1, max_size=4))
    form = draw(st.sampled_from(["yaml", "toml", "json"]))
    if form == "json":
        text = json.dumps(data, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 2])))
    elif form == "toml":
        text = "+++\n" + "".join(f"{json.dumps(key)} = {toml_value(item)}\n" for key, item in data.items()) + "+++"
    else:
        text = yaml.safe_dump(
            data,
            allow_unicode=draw(st.booleans()),
            width=draw(st.sampled_from([5, 80])),
            default_style=draw(st.sampled_from([None, "'", '"'])),
            default_flow_style=draw(st.booleans()),
            sort_keys=False,
        )
        data = yaml.safe_load(text)  # PyYAML's writer loses a U+0085 here and there
        text = f"---\n{text}---"
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return draw(st.sampled_from(["", BOM])) + f"{text}\n\n本文\n".replace("\n", newline), data


def plain(value: object) -> object:
    """Without the difference between words and values, which default_style blurs."""
    return json.dumps(value, default=list, sort_keys=True, ensure_ascii=False)


@given(posts())
@settings(max_examples=300)
def test_values_come_back_and_their_spans_read_as_them(drawn):
    text, data = drawn
    read = post(text)
    assert plain({key: field.value for key, field in read.fields.items()}) == plain(frozen(data))
    check_pieces(read)
    for _, field in read.walk():
        start, end = field.value_span
        raw = text[start:end]
        if read.format == "json":
            assert plain(frozen(json.loads(raw))) == plain(field.value)
            continue
        if read.format == "toml":
            again = post(f"+++\nk = {raw}\n+++\n")
        else:
            column = start - text.rfind("\n", 0, start) - 1
            lead = "\n" + " " * column if field.style == "block" else ""
            indent = "" if field.style == "block" else " "
            again = post(f"---\nk:{indent}{lead}{raw}\n---\n")
        assert again.fields["k"].value == field.value


def test_no_key_is_lost_in_a_large_front_matter():
    text = "---\n" + "".join(f"k{n}: {n}\n" for n in range(5000)) + "tags:\n" + "- a\n" * 3000 + "---\n"
    read = post(text)
    assert len(read.fields) == 5001
    assert re.fullmatch(r"k4999: 4999", text[read.get("k4999").key_span.start : read.get("k4999").value_span.end])
