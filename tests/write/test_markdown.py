"""Markdown pages: what they say, and that names show as they are."""

import html
import re

import pyromark
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jpkit.extraction.model import Entry, Extraction
from jpkit.write.markdown import glossary, inline, page, source_of


def test_the_whole_glossary(extraction: Extraction):
    assert glossary(extraction, base="../") == (
        """\
# 用語集

## 用語

### は行

- **不均衡データ** (フキンコウデータ) imbalanced data
  - クラスの件数に偏りのあるデータ。 ([出典](../content/post/a/index.md#L40))
  - ほかの表記: 不均衡なデータ
  - 記事: [不均衡データと \\`fit\\` \\| 評価指標](../content/post/a/index.md)

### その他

- **\\_\\_init\\_\\_**

## サービス

### G

- **Google Cloud Storage**
  - 略語: GCS
  - 記事: [不均衡データと \\`fit\\` \\| 評価指標](../content/post/a/index.md)
"""
    )


def test_the_whole_page_of_a_post(extraction: Extraction):
    assert page(extraction.posts[0], base="../../") == (
        """\
# 不均衡データと \\`fit\\` \\| 評価指標

[content/post/a/index.md](../../content/post/a/index.md) · 日本語

## 要約

不均衡データの評価指標をまとめる。

## キーワード

| 用語 | 読み | 回数 | 行 |
| --- | --- | ---: | --- |
| 不均衡データ | フキンコウデータ | 2 | [61](POST#L61), [64](POST#L64) |
| Vertex AI |  | 1 | [62](../../content/post/a/index.md#L62) |

## サービス

| 名称 | 本文での表記 | 提供元 | 種別 | 状態 | 回数 | 行 |
| --- | --- | --- | --- | --- | ---: | --- |
| [Google Cloud Storage](https://cloud.google.com/storage) | GCS | Google | クラウドサービス | 提供中 | 1 | """
        """[66](POST#L66) |
| AI Platform | AI Platform | Google | クラウドサービス | 改称 (2021-05) → Vertex AI | 1 | [65](POST#L65) |

## リンク

- [公式](https://example.org/a_%28b%29)

## 関連する記事

- [content/post/b/index.en.md](../../content/post/b/index.en.md) Vertex AI

<!-- jpkit extract ../../content/post/a/index.md -->
""".replace("POST", "../../content/post/a/index.md")
    )


def test_a_post_of_which_nothing_is_known_still_has_a_page(extraction: Extraction):
    assert page(extraction.posts[1]) == (
        """\
# Untitled

[content/post/b/index.en.md](content/post/b/index.en.md) · English

<!-- jpkit extract content/post/b/index.en.md -->
"""
    )


def test_a_glossary_without_entries_says_so():
    assert glossary(Extraction((), ())) == "# 用語集\n\nまだ用語がありません。\n"


def test_entries_stand_in_the_order_of_a_dictionary():
    names = ["ガンマ", "カナ", "ヴァイオリン", "アイ", "ん", "zsh", "Bash", "ｱｲｽ", "ー", "C++", "ァ"]
    entries = tuple(Entry(name, name, None, None, "term") for name in names)
    shown = re.findall(r"### (.+)|\*\*(.+)\*\*", glossary(Extraction((), entries)))
    assert [row or name for row, name in shown] == [
        *("あ行", "ァ", "アイ", "ｱｲｽ", "ヴァイオリン"),
        *("か行", "カナ", "ガンマ"),
        *("わ行", "ん"),
        *("B", "Bash"),
        *("C", "C++"),
        *("Z", "zsh"),
        *("その他", "ー"),
    ]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("__init__", r"\_\_init\_\_"),
        ("max_chars", "max_chars"),
        ("C*", r"C\*"),
        ("a|b", r"a\|b"),
        ("<b>", r"\<b>"),
        ("1. 最初", r"1\. 最初"),
        ("# 見出し", r"\# 見出し"),
        ("C#", "C#"),
        ("--fill", r"\-\-fill"),
        ("{{< x >}}", r"\{\{\< x >}}"),
        ("AT&T &amp;", r"AT\&T \&amp;"),
        (" a \n b ", "a b"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, markdown: str):
    assert inline(text) == markdown


MARKUP = st.text(
    st.sampled_from("ab1 *_`~[]()<>#|$&;:!+-=.\\/\"'{}^\n日本語。「」、ｶ𠮷\u2028\u3000"), max_size=20
).filter(str.strip)


@given(MARKUP)
@example("a\\")
@example("www.example.org/_a_")
@example("![x](y)")
@example("[^1]: x")
@example("- [ ] todo")
@example("**「機械」**学習")
def test_a_name_shows_as_it_is_in_a_heading_a_list_and_a_cell(text: str):
    for before, after, around in (
        ("# ", "", "{}"),
        ("- **", "** x", "{}x"),
        ("| a |\n|---|\n| ", " |", "a{}"),
        ("", "", "{}"),
    ):
        rendered = pyromark.html(f"{before}{inline(text)}{after}\n", options=OPTIONS)
        shown = html.unescape(re.sub("<[^>]*>", "", rendered))
        assert "".join(shown.split()) == around.format("".join(text.split()))


OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_MATH
)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
@example("a\udc83\udcff.md")  # a name in Shift_JIS
def test_a_page_names_the_post_it_was_made_of(path: str):
    from jpkit.extraction.model import PostResult

    made = source_of(page(PostResult(path=path, lang="ja", title=""), base="../"))
    assert made == (None if path == "-" else path if path.startswith("/") else f"../{path}")


def test_a_page_of_somebody_else_names_no_post():
    assert source_of("# 用語\n\n<!-- jpkit -->\n") is None
    assert source_of("") is None
