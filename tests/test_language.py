import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.language import SAMPLE, block_language, post_language
from jpkit.markdown import read_document
from jpkit.source import Source, Span

CORPORA = Path(__file__).parents[1] / ".." / "shared" / "corpora"

SENTENCES = {
    "ja": "機械学習のモデルを本番環境に載せるまでの手順を、実際のコマンドとともに説明します。",
    "en": "This post explains how we moved a nightly batch to a managed service and what went wrong on the way.",
    "zh": "这篇文章介绍如何把机器学习模型部署到生产环境，并且说明在这个过程中遇到的问题以及解决的方法。",
    "fr": "Cet article explique comment nous avons migré notre chaîne de traitement vers un nuage, "
    "et tout ce qui n'a pas marché au cours de ces trois semaines.",
    "de": "Dieser Beitrag beschreibt, wie wir unsere nächtliche Verarbeitung umgestellt haben "
    "und was dabei alles schiefgegangen ist.",
    "ko": "이 글에서는 머신러닝 모델을 운영 환경에 배포하는 방법을 실제 명령과 함께 설명합니다.",
    "ru": "В этой статье рассказывается, как мы перенесли ночную обработку данных в управляемый сервис.",
}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_a_sentence_is_in_its_language_whatever_post_it_stands_in(language, sentence):
    assert [post_language([sentence]), block_language(sentence, "ja"), block_language(sentence, "en")] == [language] * 3


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("ja", ["CI as a Service", "Travis CI, drone.io, BuildHive, Jepso CI, Buster.JS, Karmaを使う", "テストの流れ"]),
        ("ja", ["ｶﾅﾀﾞｹﾉｷｼﾞ"]),
        ("ja", ["か\u3099きく\u3099け"]),
        ("ja", ["機械学習入門"]),
        ("en", ["AWS, Docker, Kubernetes"]),
        ("en", [""]),
        ("en", []),
        ("en", ["2021-04-01", "42 %"]),
        ("en", ["The word こんにちは is the most common of greetings, and you say it when you meet someone."]),
        ("en", ["Deep Learning", "Lorem ipsum dolor sit amet, consectetur adipiscing elit. Duis posuere tellus ac."]),
    ],
)
def test_short_and_mixed_posts(language, texts):
    assert post_language(texts) == language


@pytest.mark.parametrize(
    ("language", "text", "post"),
    [
        ("ja", "Professional Machine Learning Engineer", "ja"),
        ("ja", "BigQuery, Dataflow, Dataproc, Cloud Composer, Looker Studio, GKE, Cloud Run, GCS", "ja"),
        ("ja", r"\left( \begin{array}{ccc} \vec{e}_0 & \vec{e}_1 & \vec{e}_2 \end{array} \right) + \mu", "ja"),
        ("en", "The word for it is 機械学習", "en"),
        ("en", "See ベータ版", "en"),
        ("fr", "Kubernetes", "fr"),
        ("ja", "「ベータ版は試しに公開される」とある", "en"),
    ],
)
def test_a_block_differs_from_its_post_only_where_it_is_long_enough(language, text, post):
    assert block_language(text, post) == language


@given(st.text(st.sampled_from("aé あｱ漢한я𠮷👩\u200d💻Ａ\u2028\r\n\x00.")), st.sampled_from(["ja", "en", "zh"]))
def test_any_text_has_a_language_and_always_the_same(text, post):
    assert block_language(text, post) == block_language(text, post)
    assert post_language([text]) == post_language([text])


def test_only_the_beginning_of_a_huge_post_is_looked_at():
    assert post_language(["かな" * SAMPLE, SENTENCES["en"] * 1000]) == "ja"


def test_langdetect_is_not_loaded_for_japanese_and_english():
    code = (
        "import sys; from jpkit.language import post_language as p;"
        f"print(p([{SENTENCES['ja']!r}]), p([{SENTENCES['en']!r}]), 'langdetect' in sys.modules)"
    )
    printed = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, check=True)
    assert printed.stdout == "ja en False\n"


@pytest.mark.parametrize(
    ("language", "folder"),
    [
        ("ja", "pairs-cncf-glossary/ja"),
        ("en", "pairs-cncf-glossary/en"),
        ("ja", "pairs-helm-docs/ja"),
        ("en", "pairs-helm-docs/en"),
        ("ja", "posts-kaityo256"),
    ],
)
def test_every_page_of_a_labelled_corpus_is_in_its_language(language, folder):
    if not (CORPORA / folder).is_dir():
        pytest.skip("the corpora are not part of the project")
    wrong = []
    for path in sorted((CORPORA / folder).rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        body = text.find("\n---", 3) + 4 if text.startswith("---") else 0
        document = read_document(Source(str(path), text), Span(body, len(text)))
        texts = [block.text for block in document.blocks]
        if texts and post_language(texts) != language:
            wrong.append(path.name)
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("azu/some-worker: A library that shows a dialog when the service worker is updated", "en"),
        ("参考文献 Designing of Large Systems, A Book for the Maintainer and the User of the Code", "en"),
        ("KWAG 13회 워크샵 – Global Web Accessibility와 함께하는 콱 후기", "ko"),
    ],
)
def test_a_line_of_latin_letters_in_a_japanese_post_is_english_unless_it_says_otherwise(text: str, expected: str):
    assert block_language(text, "ja") == expected


def test_such_a_line_does_not_load_the_language_detector(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("jpkit.language._langdetect", lambda: pytest.fail("asked"))
    assert (
        block_language("azu/some-worker: A library that shows a dialog when the service worker is updated", "ja")
        == "en"
    )
