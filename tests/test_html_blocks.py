"""What is read of HTML in Markdown."""

import time

import pytest

from jpkit.document import HOLE, Block
from jpkit.html_blocks import html_blocks
from jpkit.markdown import read_document
from jpkit.source import Source, Span


def blocks(text: str) -> tuple[Block, ...]:
    return read_document(Source("a.md", text), Span(0, len(text))).blocks


def test_the_elements_of_text_are_read_as_the_blocks_that_they_are():
    text = """<section>
<h2 id="x">索引</h2>
<p>索引は <b>表</b> を
速く引く。<br>A &amp; B</p>
<ul><li>一つ<li>二つ</ul>
<table><tr><th>名前</th><td>値</td></tr></table>
</section>
"""
    assert [(block.kind, block.level, block.text) for block in blocks(text)] == [
        ("heading", 2, "索引"),
        ("paragraph", 0, "索引は 表 を速く引く。A & B"),
        ("item", 1, "一つ"),
        ("item", 1, "二つ"),
        ("cell", 0, "名前"),
        ("cell", 0, "値"),
    ]


def test_text_outside_of_them_and_scripts_and_code_are_not():
    text = """<div>広告 <a href="https://example.org/">買う</a></div>
<p><code>a = 1</code>と書く。<script>var 変数 = 1;</script></p>
<blockquote class="twitter-tweet"><p>ひとのつぶやき</p></blockquote>
<!-- <p>隠した段落</p> -->
"""
    assert [block.text for block in blocks(text)] == [f"{HOLE}と書く。{HOLE}"]


def test_a_tweet_ends_where_it_ends_and_not_at_an_empty_line():
    text = """<blockquote class="twitter-tweet">
  <p>つぶやき</p>

  <p>名前</p>

</blockquote>

<p>本文<cite>引用元</cite></p>
"""
    assert [block.text for block in blocks(text)] == [f"本文{HOLE}"]


def test_markdown_goes_on_behind_a_block_of_html():
    assert [(block.kind, block.text) for block in blocks("前の段落。\n\n<p>中の段落。</p>\n\n- 項目\n")] == [
        ("paragraph", "前の段落。"),
        ("paragraph", "中の段落。"),
        ("item", "項目"),
    ]


def test_a_place_leads_to_where_the_text_stands_in_the_source():
    text = "<p>A &amp; <i>検索</i>する\n  表</p>\n"
    (block,) = blocks(text)
    assert block.text == "A & 検索する表"
    at = block.text.index("検索")
    span = block.span(at, at + 2)
    assert text[span.start : span.end] == "検索"


@pytest.mark.parametrize(
    "piece", ["<a", "<code>", '<a "', "<!--", "<blockquote twitter-tweet", "& ", "<p>", " ", "<p x"]
)
def test_no_text_takes_long(piece):
    start = time.process_time()
    list(html_blocks("<p>" + piece * 50_000))
    assert time.process_time() - start < 2
