"""The report in the terminal."""

from collections.abc import Iterator

import pytest

from jpkit.extraction.model import Entry, Extraction, Place, PostResult, Term
from jpkit.messages import use_language
from jpkit.width import width
from jpkit.write.text import facts, report


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    use_language("en")
    yield
    use_language(None)


def test_the_whole_report(extraction: Extraction):
    assert report(extraction) == (
        """\
content/post/a/index.md  ja
不均衡データと `fit` | 評価指標

  不均衡データの評価指標をまとめる。

  Key terms
    不均衡データ  フキンコウデータ  2×  61:3
    Vertex AI                       1×  62:5

  Services
    Google Cloud Storage  ← GCS                   1×  66:10
    AI Platform           renamed, now Vertex AI  1×  65:5

content/post/b/index.en.md  en
(no title)
  nothing found

Posts        2 (en 1, ja 1)
Entries      3 (1 in both languages)
Unreadable   1
"""
    )


def test_in_japanese_with_colours_the_columns_stay(extraction: Extraction):
    use_language("ja")
    text = report(extraction._replace(posts=extraction.posts[:1]), columns=50, color=True)
    assert text == (
        "\x1b[36mcontent/post/a/index.md\x1b[0m  \x1b[2mja\x1b[0m\n"
        "\x1b[1m不均衡データと `fit` | 評価指標\x1b[0m\n"
        "\n"
        "  不均衡データの評価指標をまとめる。\n"
        "\n"
        "  \x1b[1mキーワード\x1b[0m\n"
        "    不均衡データ  \x1b[2mフキンコウデータ\x1b[0m  2×  \x1b[2m61:3\x1b[0m\n"
        "    Vertex AI                       1×  \x1b[2m62:5\x1b[0m\n"
        "\n"
        "  \x1b[1mサービス\x1b[0m\n"
        "    Google Cloud Stor…  \x1b[2m← GCS\x1b[0m            1×  \x1b[2m66:10\x1b[0m\n"
        "    AI Platform         \x1b[33m現在はVertex AI\x1b[0m  1×  \x1b[2m65:5\x1b[0m\n"
        "\n"
        "\x1b[1m記事        \x1b[0m 1（ja 1）\n"
        "\x1b[1m見出し語    \x1b[0m 3（うち日英あり1）\n"
        "\x1b[1m読めない記事\x1b[0m \x1b[31m1\x1b[0m\n"
    )


def test_no_line_is_wider_than_the_terminal():
    place = Place(12345, 123, 12345, 130)
    terms = (
        Term("とても長い用語" * 5, "トテモナガイヨウゴ" * 5, 1.0, 12, (place,), "x"),
        Term("Professional Machine Learning Engineer", None, 1.0, 1, (place,), "y"),
    )
    post = PostResult(path="a.md", lang="ja", title="長い題名" * 20, terms=terms)
    for columns in (40, 60, 80, 100):
        assert max(map(width, report(Extraction((post,), ()), columns=columns).split("\n"))) <= columns


def many(extraction: Extraction, count: int) -> Extraction:
    posts = tuple(extraction.posts[0]._replace(path=f"content/post/{n:03}/index.md") for n in range(count))
    return extraction._replace(posts=posts, problems=())


def test_many_posts_get_a_line_each_and_the_glossary(extraction: Extraction):
    lines = report(many(extraction, 21)).split("\n")
    assert lines[0] == "content/post/000/index.md                 ja  不均衡データ, Vertex AI"
    assert lines[21:] == [
        "",
        "  Glossary",
        "    不均衡データ          imbalanced data  2×",
        "    Google Cloud Storage                   1×",
        "    __init__                               1×",
        "",
        "Posts        21 (ja 21)",
        "Entries      3 (1 in both languages)",
        "",
    ]


def test_very_many_posts_do_not_flood_the_terminal(extraction: Extraction):
    assert len(report(many(extraction, 10_000)).split("\n")) == 8


def test_a_post_cannot_steer_the_terminal():
    title = "a\x1b[31mb\rc\nd\u202e"
    text = report(Extraction((PostResult(path="a\x1b.md", lang="ja", title=title),), ()))
    assert text.startswith("a .md  ja\na [31mb c d\n")


def test_an_empty_result_has_totals():
    assert report(Extraction((), ())) == "Posts        0\nEntries      0\n"
    assert report(Extraction((), (Entry("x", "語", None, None, "term"),))) == "Posts        0\nEntries      1\n"


def test_facts_stand_below_one_another():
    assert facts([("Written", "jpkit-out/"), ("", "1 of 2")]) == "Written      jpkit-out/\n             1 of 2\n"
