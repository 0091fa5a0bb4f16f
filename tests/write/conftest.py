"""A small result made by hand: what every writer is tried with."""

import pytest

from jpkit.extraction.model import (
    Abbreviation,
    Definition,
    Entry,
    Evidence,
    Extraction,
    Link,
    Place,
    PostResult,
    Related,
    Sentence,
    Service,
    Suggested,
    Summary,
    Term,
    Unreadable,
)

IMBALANCED = Term(
    "不均衡データ", "フキンコウデータ", 0.93, 2, (Place(61, 3, 61, 9), Place(64, 1, 64, 7)), "不均衡データ"
)
VERTEX = Term("Vertex AI", None, 0.5, 1, (Place(62, 5, 62, 14),), "vertexai")

JAPANESE = PostResult(
    path="content/post/a/index.md",
    lang="ja",
    title="不均衡データと `fit` | 評価指標",
    terms=(IMBALANCED, VERTEX),
    services=(
        Service(
            name="Google Cloud Storage",
            surfaces=("GCS",),
            vendor="Google",
            kind="cloud-service",
            status="active",
            successor=None,
            since=None,
            url="https://cloud.google.com/storage",
            count=1,
            places=(Place(66, 10, 66, 13),),
            reading="グーグルクラウドストレージ",
        ),
        Service(
            name="AI Platform",
            surfaces=("AI Platform",),
            vendor="Google",
            kind="cloud-service",
            status="renamed",
            successor="Vertex AI",
            since="2021-05",
            url=None,
            count=1,
            places=(Place(65, 5, 65, 16),),
        ),
    ),
    summary=Summary("不均衡データの評価指標をまとめる。", (Sentence(33, 1, "不均衡データの評価指標をまとめる。"),)),
    abbreviations=(Abbreviation("GCS", "Google Cloud Storage", Place(66, 10, 66, 13)),),
    definitions=(Definition("不均衡データ", "不均衡データ", "クラスの件数に偏りのあるデータ。", "ja", 40, 1, 0.8),),
    links=(Link("公式", "https://example.org/a_(b)", 70, 1),),
    tags=("機械学習",),
    related=(Related("content/post/b/index.en.md", 0.71, ("Vertex AI",)),),
    suggested=Suggested(("機械学習", "不均衡データ"), ("不均衡データ",), "不均衡データの評価指標をまとめる。"),
)
ENGLISH = PostResult(path="content/post/b/index.en.md", lang="en", title="")

IMBALANCED_ENTRY = Entry(
    id="imbalanced-data",
    ja="不均衡データ",
    en="imbalanced data",
    reading="フキンコウデータ",
    kind="term",
    variants=("不均衡データ", "不均衡なデータ"),
    definition_ja=("クラスの件数に偏りのあるデータ。", "content/post/a/index.md", 40),
    translation_score=0.97,
    evidence=(Evidence("aligned", ("content/post/a/index.md", 61), ("content/post/b/index.en.md", 12)),),
    count=2,
    score=0.93,
    posts=("content/post/a/index.md",),
)
STORAGE_ENTRY = Entry(
    id="google-cloud-storage",
    ja=None,
    en="Google Cloud Storage",
    reading=None,
    kind="service",
    variants=("GCS",),
    abbreviations=("GCS",),
    count=1,
    score=0.4,
    posts=("content/post/a/index.md",),
)
INIT_ENTRY = Entry(id="init", ja=None, en="__init__", reading=None, kind="term", count=1, score=0.1)

_HOSTILE = '="a"\t<b>&amp;]]></script>\0\x85\u2028\ud800\\ 語'
HOSTILE_ENTRY = Entry(
    id='a b"<>_',
    ja=_HOSTILE,
    en="#" + _HOSTILE.removesuffix("語") + "x",
    reading="カナ\n",
    kind="term",
    variants=("@v,w;\r\n", "\0"),
    abbreviations=("'s'",),
    definition_ja=(_HOSTILE, "content/a b#\udc80.md", 7),
    definition_en=("One\nline.", "-", 1),
    translation_score=0.5,
    evidence=(Evidence("author", None, None),),
)
"""What no format may break at: signs of markup, of tables and of formulas, controls, half a surrogate pair."""


@pytest.fixture
def hostile() -> Extraction:
    return Extraction((), (HOSTILE_ENTRY,))


@pytest.fixture
def extraction() -> Extraction:
    return Extraction(
        posts=(JAPANESE, ENGLISH),
        glossary=(STORAGE_ENTRY, IMBALANCED_ENTRY, INIT_ENTRY),
        problems=(Unreadable("content/post/c.md", 3, 7, "not UTF-8, looks like Shift_JIS; save the file as UTF-8"),),
    )
