"""Markdown to blocks of prose, and the way back to the source."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.document import HOLE, Document, Mark
from jpkit.markdown import read_document, read_value
from jpkit.post import read_post, string_pieces
from jpkit.source import Source, Span


def document(text: str) -> Document:
    return read_document(Source("post.md", text), Span(0, len(text)))


def texts(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document(text).blocks]


def test_every_kind_of_block_is_known_as_what_it_is():
    markdown = """# 見出し `code`

段落[^1]

* 項目
  1. 内側

     続き

| 列 |
|----|
| 値 |

> 引用

![図の説明](a.png)

用語
: 説明

[^1]: 脚注
"""
    assert texts(markdown) == [
        ("heading", "見出し code"),
        ("paragraph", "段落"),
        ("item", "項目"),
        ("item", "内側"),
        ("item", "続き"),
        ("cell", "列"),
        ("cell", "値"),
        ("quote", "引用"),
        ("caption", "図の説明"),
        ("term", "用語"),
        ("paragraph", "説明"),
        ("footnote", "脚注"),
    ]


def test_levels_are_those_of_headings_and_lists():
    assert [(b.kind, b.level) for b in document("## a\n\n- b\n  - c\n\nd\n").blocks] == [
        ("heading", 2),
        ("item", 1),
        ("item", 2),
        ("paragraph", 0),
    ]


@pytest.mark.parametrize(
    "markdown",
    [
        "```py\ncode\n```\n",
        "```py\ncode\n```\t\n",
        "> ~~~\r\n> code\r\n> ~~~ \t\r\n",
        "    indented code\n",
        "<div>HTML</div>\n",
        "<!-- comment -->\n",
        "$$\nx^2\n$$\n",
        "$$\n\\left(\nx\n=\ny\n$$\n",
        "https://example.org/\n",
        "<https://example.org/>\n",
        "[https://example.org/](https://example.org/)\n",
        '{{< figure src="a.png"\n  title="図" >}}\n',
        "{{< highlight go >}}\nコード\n{{< /highlight >}}\n",
        "{{% toc %}}\n",
        "{% raw %}\n",
        ":::message\n",
        "\\[ x + y \\]\n",
        "<dl>\n\n    <pre>gem install a\ngem install b\n\ngem install c\n</pre>\n",
        "<div>\n<pre>a\n\n{{ b }} `c`\n</pre></div>\n",
        "[1]: javascript:(function(){var a = 1;})();\n",
    ],
)
def test_what_is_no_prose_gives_no_block(markdown):
    assert document(markdown).blocks == ()


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("詳細は https://example.org/a?b=c。次へ", f"詳細は {HOLE}。次へ"),
        ("[https://a.example/](https://a.example/)の「資格」", f"{HOLE}の「資格」"),
        ("長さ$x^2$を測る", f"長さ{HOLE}を測る"),
        ("図![alt](a.png)を見る", f"図{HOLE}を見る"),
        ('参照は{{< ref "a.md" >}}にある', f"参照は{HOLE}にある"),
        ("式\\\\(a_1\\\\)の値", f"式{HOLE}の値"),
        ("連絡先 a@example.org まで", f"連絡先 {HOLE} まで"),
        ("できた:tada:よ", f"できた{HOLE}よ"),
        ("版は{{ site.version }}です", f"版は{HOLE}です"),
        ('次に<pre class="x">a `b`</pre>と打つ', f"次に{HOLE}と打つ"),
    ],
)
def test_what_is_no_prose_inside_a_sentence_leaves_one_hole(markdown, text):
    assert document(markdown).blocks[0].text == text or document(markdown).blocks[1].text == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**機械**学習", "機械学習"),
        ("`fit`関数", "fit関数"),
        ("[リンク](https://example.org/)先", "リンク先"),
        ("~~消した~~文", "消した文"),
        ("<kbd>Ctrl</kbd>キー", "Ctrlキー"),
        ("A &amp; B", "A & B"),
        ("料金は$10、別の料金は$20です", "料金は$10、別の料金は$20です"),
        ("12:30:45に始める", "12:30:45に始める"),
        ("\u304b\u3099き", "がき"),
        ("日本語の\n続き", "日本語の続き"),
        ("日本語の  \n続き", "日本語の続き"),
        ("日本語の<br>続き", "日本語の続き"),
        ("English\nwords", "English words"),
        ("日本語\nwords", "日本語words"),
    ],
)
def test_a_block_reads_as_the_page_does(markdown, text):
    assert [block.text for block in document(markdown).blocks] == [text]


def test_marks_say_what_a_range_is_besides_prose():
    (block,) = document("`a`と[b](https://example.org/)と**c**と~~で~~  \nえ").blocks
    assert block.text == "aとbとcとでえ"
    assert block.marks == (
        Mark("code", 0, 1),
        Mark("link", 2, 3, "https://example.org/"),
        Mark("strong", 4, 5),
        Mark("strike", 6, 7),
        Mark("break", 7, 7),
    )


def test_code_in_html_is_code_as_that_of_markdown_is():
    (block,) = document("<code>a</code>と[<TT>b</TT>](https://b.example/)と<code>**c**</code></code>と<code>d").blocks
    assert block.text == "aとbとcとd"
    assert sorted(block.marks) == [
        Mark("code", 0, 1),
        Mark("code", 2, 3),
        Mark("code", 4, 5),
        Mark("link", 2, 3, "https://b.example/"),
        Mark("strong", 4, 5),
    ]


@pytest.mark.parametrize(
    ("markdown", "texts"),
    [
        ("`<pre>`から`</pre>`まで", ["<pre>から</pre>まで"]),
        ("```\n<pre>\n```\n\n段落\n\n```\n</pre>\n```\n", ["段落"]),
        ("1. 次に <pre>a\n\nb</pre>\n\n終わり", ["次に ", "終わり"]),
        ("<pre>を閉じない\n\n終わり", []),
        ('[題][1]を読む\n\n[1]: javascript:void(0) "題"\n', ["題を読む"]),
    ],
)
def test_only_code_goes(markdown, texts):
    assert [block.text for block in document(markdown).blocks] == texts


def test_open_tags_of_code_take_no_time():
    start = time.process_time()
    document("段落 `</pre>`\n\n段落 " + "<pre> " * 20_000)
    assert time.process_time() - start < 2


def test_what_follows_code_in_html_keeps_its_place():
    text = "前<pre>a\n\nb</pre>\n\n後ろ"
    block = document(text).blocks[-1]
    assert (block.text, block.span(0, 2)) == ("後ろ", Span(len(text) - 2, len(text)))


def test_the_inside_of_an_alert_is_read():
    assert texts("{{% alert note %}}\n注意する。\n{{% /alert %}}\n") == [("paragraph", "注意する。")]


def test_what_follows_a_list_of_tasks_has_its_place():
    text = "- [ ] 一つ\n\n- [x] 二つ\n\n三つ\n"
    spans = [block.span(0, len(block.text)) for block in document(text).blocks]
    assert [text[slice(*span)] for span in spans] == ["一つ", "二つ", "三つ"]


def test_links_carry_text_destination_and_place():
    markdown = "\n[本文](https://a.example/) <https://b.example/> [参照][1]\n\n[1]: https://c.example/\n"
    found = document(markdown)
    assert [(link.text, link.url, found.source.position(link.span.start)) for link in found.links] == [
        ("本文", "https://a.example/", (2, 1)),
        ("", "https://b.example/", (2, 26)),
        ("参照", "https://c.example/", (2, 47)),
    ]


def test_a_composed_kana_spans_its_two_code_points():
    found = document("タ\u3099イ")
    (block,) = found.blocks
    assert (block.text, found.source.slice(block.span(0, 1))) == ("ダイ", "タ\u3099")


def test_what_stands_behind_an_entity_or_a_broken_line_of_a_link_leads_back_to_itself():
    for text in ("A &amp; B と日本語", "[*\\\n](x)日本語"):
        found = document(text)
        (block,) = found.blocks
        start = block.text.index("日本語")
        assert found.source.slice(block.span(start, start + 3)) == "日本語"


def test_a_body_behind_front_matter_keeps_the_offsets_of_the_file():
    text = "---\ntitle: 題\n---\n本文😀と𠮷\r\n"
    found = read_document(Source("post.md", text), Span(17, len(text)))
    (block,) = found.blocks
    assert found.source.slice(block.span(0, len(block.text))) == "本文😀と𠮷"


SNIPPETS = [
    "𠮷野家", "👨‍👩‍👧", "ﾃﾞｰﾀ", "ＢｉｇＱｕｅｒｙ", "か\u3099", "\u2028", "\u0085", "\x00", "\r\n", "\n",
    "\n\n", "  \n", "# ", "- ", "1. ", "> ", "`", "```\n", "**", "~~", "|", "|---|\n", "[", "](u)", "<b>",
    "&amp;", "\\", "$", "{{< a >}}", "{{% b %}}", "https://a.b/c", "[^1]", "[^1]: ", "。", "機械学習", "GCP",
    " ", "    ", "\t", "!", ":x:",
]  # fmt: skip
markdown_texts = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=4), max_size=24).map("".join)


@given(markdown_texts)
def test_every_character_leads_back_to_itself(text):
    found = document(text)
    for block in found.blocks:
        for at, start, length, source_length in block.pieces:
            if length == source_length and HOLE not in block.text[at : at + length]:
                here, there = block.text[at : at + length], text[start : start + length]
                there = there.replace("\r", " ").replace("\n", " ")  # as in code over two lines
                assert here in (there, text[start : start + length]) or "\x00" in there  # shown as U+FFFD
        for index in range(len(block.text)):
            span = block.span(index, index + 1)
            assert 0 <= span.start <= span.end <= len(text)


@given(markdown_texts)
def test_blocks_stand_in_the_order_of_the_file(text):
    starts = [block.pieces[0].start for block in document(text).blocks]
    assert starts == sorted(starts)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_code_over_two_lines_leads_back_to_each_of_them(newline):
    text = f"`` GCP{newline}GCS `` と"
    (block,) = read_document(Source("a.md", text), Span(0, len(text))).blocks
    assert " ".join(block.text.split()) == "GCP GCS と"
    for word in ("GCP", "GCS"):
        start = block.text.index(word)
        assert block.span(start, start + 3) == (text.index(word), text.index(word) + 3)


def test_the_text_of_a_shortcode_inside_a_line_is_read_as_that_of_a_link_is():
    markdown = '原因は\n{{< tooltip id="pod" text="Pod" >}}の{{% term text="再 起動" %}}や{{< ref "a.md" >}}です。\n'
    assert texts(markdown) == [("paragraph", f"原因はPodの再 起動や{HOLE}です。")]


def test_a_button_that_has_its_line_to_itself_parts_two_paragraphs():
    assert texts('前。\n{{< button text="押す" >}}\n後。\n') == [("paragraph", "前。"), ("paragraph", "後。")]


@pytest.mark.parametrize(
    "value", ['"表は\\u300c*列*\\u300dと&amp;\\t行\\n\\n次"', "|\n  表は「*列*」と&amp;\n  行\n\n  次"]
)
def test_a_value_of_the_front_matter_is_markdown_and_leads_to_its_place(value):
    source = Source("a.md", f"---\nabstract: {value}\n---\n")
    field = read_post(source).fields["abstract"]
    assert isinstance(field.value, str)
    blocks = read_value(field.value, string_pieces(source, field))
    assert [block.text.replace("\t", "") for block in blocks] == ["表は「列」と&行", "次"]
    for block, word in zip(blocks, ("列", "次"), strict=True):
        at = block.text.index(word)
        assert source.slice(block.span(at, at + 1)) == word


def test_a_line_that_is_one_link_is_not_joined_with_a_latin_word_below():
    found = document(
        "[GoMap](https://a.example/)\n[MapBox](https://b.example/)\nand [a word](https://c.example/)\nmore"
    )
    assert [mark[1] for mark in found.blocks[0].marks if mark.kind == "break"] == [5, 12]


@pytest.mark.parametrize(
    ("markdown", "breaks"),
    [
        ("特徴は三つ\n・速い\n・安い", [5, 8]),
        ("■朝は散歩から始まる\n太陽の光を\n浴びる。", [10]),
        ("机を買いました\n広いです\nが、高い。", [7, 11]),
        ("長い文を途中で\n折り返した。", []),
    ],
)
def test_a_line_with_a_sign_of_lists_or_a_polite_end_is_a_line_of_its_own(markdown: str, breaks: list[int]):
    (block,) = document(markdown).blocks
    assert [mark.start for mark in block.marks if mark.kind == "break"] == breaks
