"""The page for the browser: what it says, and that nothing in it can become markup or run."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.extraction.model import Entry, Evidence, Extraction, PostResult, Service
from jpkit.write.html import glossary
from jpkit.write.html_parts import SCRIPT, STYLE

VOID = {"meta", "input"}


class Page(HTMLParser):
    """The elements of a page; fails where they do not nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("script", "style"):
            self.text += data

    def all(self, attribute: str) -> list[str | None]:
        return [attributes[attribute] for _, attributes in self.elements if attribute in attributes]


def test_the_whole_page(extraction: Extraction):
    text = glossary(extraction, base="../")
    assert text.replace(STYLE, "STYLE\n").replace(SCRIPT, "SCRIPT\n") == (
        """\
<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>用語集</title>
<style>
STYLE
</style>
</head>
<body>
<header>
<h1>用語集</h1>
<p>3件（うち日英あり1件）</p>
<p class="filter" hidden><label>絞り込み <input type="search" autocomplete="off"></label>
<output data-found="{}件"></output></p>
</header>
<nav aria-label="索引">
<p><a href="#terms_all">用語</a> <a href="#terms_0">は行</a> <a href="#terms_1">その他</a></p>
<p><a href="#services_all">サービス</a> <a href="#services_0">G</a></p>
</nav>
<main>
<section aria-labelledby="terms_all">
<h2 id="terms_all">用語</h2>
<section>
<h3 id="terms_0">は行</h3>
<dl>
<div id="imbalanced-data">
<dt><dfn lang="ja"><ruby>不均衡データ<rp>(</rp><rt>フキンコウデータ</rt><rp>)</rp></ruby></dfn> \
<span lang="en">imbalanced data</span> \
<a class="self" href="#imbalanced-data" aria-label="「不均衡データ」へのリンク">#</a></dt>
<dd><span lang="ja">クラスの件数に偏りのあるデータ。</span> <a href="../content/post/a/index.md#L40">出典</a></dd>
<dd class="small">ほかの表記：<span lang="ja">不均衡なデータ</span></dd>
<dd class="small"><details><summary>対訳の根拠（スコア0.97）</summary><ul>
<li>対訳ページの同じ箇所：<a href="../content/post/a/index.md#L61">content/post/a/index.md:61</a> ↔ \
<a href="../content/post/b/index.en.md#L12">content/post/b/index.en.md:12</a></li>
</ul></details></dd>
<dd class="small">記事：<a href="../content/post/a/index.md">不均衡データと `fit` | 評価指標</a></dd>
</div>
</dl>
</section>
<section>
<h3 id="terms_1">その他</h3>
<dl>
<div id="init">
<dt><dfn lang="en">__init__</dfn> <a class="self" href="#init" aria-label="「__init__」へのリンク">#</a></dt>
</div>
</dl>
</section>
</section>
<section aria-labelledby="services_all">
<h2 id="services_all">サービス</h2>
<section>
<h3 id="services_0">G</h3>
<dl>
<div id="google-cloud-storage">
<dt><dfn lang="en">Google Cloud Storage</dfn> \
<a class="self" href="#google-cloud-storage" aria-label="「Google Cloud Storage」へのリンク">#</a></dt>
<dd class="small">略語：<span lang="en">GCS</span></dd>
<dd class="small"><a href="https://cloud.google.com/storage">公式サイト</a></dd>
<dd class="small">記事：<a href="../content/post/a/index.md">不均衡データと `fit` | 評価指標</a></dd>
</div>
</dl>
</section>
</section>
</main>
<script>
SCRIPT
</script>
</body>
</html>
"""
    )


def test_in_english_with_many_posts_and_evidence_of_every_kind():
    places = [("a.md", 1), ("b.md", 2)]
    hows = ("aligned", "parenthesis", "synonym", "vocabulary", "dictionary", "author", "guess")
    entry = Entry(
        "a", "語", "word", "ゴ", "term",
        definition_en=("A word is a word.", "a.md", 3),
        evidence=(*(Evidence(how, None, None) for how in hows), Evidence("author", *places)),
        posts=tuple(f"{number}.md" for number in range(6)),
    )  # fmt: skip
    text = glossary(Extraction((PostResult(path="0.md", lang="en", title="Zero"),), (entry,)))
    page = text.partition("<dl>\n")[2].partition("</dl>")[0]
    assert page == (
        """\
<div id="a">
<dt><dfn lang="ja"><ruby>語<rp>(</rp><rt>ゴ</rt><rp>)</rp></ruby></dfn> <span lang="en">word</span> \
<a class="self" href="#a" aria-label="Link to “語”">#</a></dt>
<dd><span lang="en">A word is a word.</span> <a href="a.md#L3">source</a></dd>
<dd class="small"><details><summary>Why this translation</summary><ul>
<li>the same place in both pages</li>
<li>side by side in the text</li>
<li>synonyms of Sudachi</li>
<li>jpkit&#x27;s table of terms</li>
<li>dictionary</li>
<li>said by the author</li>
<li>guess</li>
<li>said by the author: <a href="a.md#L1">a.md:1</a> ↔ <a href="b.md#L2">b.md:2</a></li>
</ul></details></dd>
<dd class="small"><details><summary>Posts: 6</summary><a href="0.md">Zero</a>, <a href="1.md">1.md</a>, \
<a href="2.md">2.md</a>, <a href="3.md">3.md</a>, <a href="4.md">4.md</a>, <a href="5.md">5.md</a></details></dd>
</div>
"""
    )


def test_an_empty_glossary_says_so():
    text = glossary(Extraction((), ()))
    assert "<p>まだ用語がありません。</p>" in text
    assert "<nav" not in text
    assert Page(text).all("id") == []


def test_nothing_is_loaded_from_elsewhere(extraction: Extraction):
    page = Page(glossary(extraction))
    assert page.all("src") == []
    assert {tag for tag, _ in page.elements} & {"link", "img", "iframe", "object", "form", "base"} == set()
    assert "url(" not in STYLE
    assert "import" not in STYLE + SCRIPT
    assert "</" not in STYLE + SCRIPT


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("content/post/日本語 a/index.md", "content/post/日本語%20a/index.md#L1"),
        ("javascript:alert(1)/a.md", "javascript%3Aalert%281%29/a.md#L1"),
        ("/srv/a.md", "/srv/a.md#L1"),
        ("//host/a.md", "/host/a.md#L1"),
        ('a"b<c>&d#e?f%g.md', "a%22b%3Cc%3E%26d%23e%3Ff%25g.md#L1"),
        ("a\udce3.md", "a%E3.md#L1"),
    ],
)
def test_a_path_leads_to_that_file_and_to_nothing_else(path: str, target: str):
    entry = Entry("x", "語", None, None, "term", definition_ja=("語のこと。", path, 1))
    assert f'<a href="{target}">出典</a>' in glossary(Extraction((), (entry,)))


def test_standard_input_is_no_file_to_lead_to():
    entry = Entry("x", "語", None, None, "term", definition_ja=("語のこと。", "-", 1))
    assert '<dd><span lang="ja">語のこと。</span> 出典</dd>' in glossary(Extraction((), (entry,)))


def test_a_service_leads_to_addresses_of_the_web_alone(extraction: Extraction):
    def home(url: str) -> bool:
        service = Service("Google Cloud Storage", (), None, "saas", "active", None, None, url, 1, ())
        posts = (extraction.posts[0]._replace(services=(service,)),)
        return "公式サイト" in glossary(extraction._replace(posts=posts))

    assert [home(url) for url in ("https://a", "http://a", "javascript:alert(1)", "data:,a", "//a")] == [
        *(True, True),
        *(False, False, False),
    ]


HOSTILE = st.text(st.sampled_from("ab<>&\"'/=!-語ア \n\0\u2028\x1b`{}")) | st.sampled_from(
    ["</script>", "<!--", "]]>", "&lt;", '" onclick="x', "</dl></main>"]
)


TAGS = set(
    "html head meta title style body header h1 p label input output nav a main section h2 h3 dl div dt dfn ruby rp rt "
    "span dd details summary ul li script".split()
)


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_every_text_shows_and_none_is_markup(ja: str, en: str, reading: str, identifier: str):
    entry = Entry(
        identifier, ja, en, reading, "term", (ja + en,), (reading,), (ja, "a.md", 1), (en, "b.md", 2), 0.5,
        (Evidence(en, ("a.md", 1), None),), posts=(f"{ja}.md", "-"),
    )  # fmt: skip
    page = Page(glossary(Extraction((), (entry,))))
    assert {tag for tag, _ in page.elements} <= TAGS
    names = {name for _, attributes in page.elements for name in attributes}
    assert names <= set("lang charset name content class hidden type autocomplete aria-label aria-labelledby id href "
                        "data-found".split())  # fmt: skip
    shown = "".join(page.text.split())
    for text in (ja, en):
        assert "".join(text.replace("\0", " ").replace("\x1b", " ").split()) in shown
    assert not any(str(target).startswith(("javascript:", "//")) for target in page.all("href"))
