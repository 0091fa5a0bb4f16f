"""Term pairs of pages and their translations, through the real reading of both."""

from jpkit.bilingual.linking import citation, link_terms
from jpkit.bilingual.model import Place
from jpkit.bilingual.pair import INITIAL, TITLED, PagePair
from jpkit.bilingual.units import read_pair
from jpkit.extraction.options import ExtractOptions
from jpkit.extraction.pipeline import Input, ReadPost, read_input

JA = """---
title: サービスメッシュ
---
サービスメッシュは、サービス間の通信を制御します。

## 冪等性

冪等性があれば、同じ処理を再試行できます。

負荷分散は、サービスメッシュの機能の1つです。
"""
EN = """---
title: Service Meshes
---
A service mesh controls the traffic between services.

## Idempotence

With idempotence, the same operation can be retried.

Load balancing is one of the features of service meshes.
"""


def pair(ja: str, en: str) -> PagePair:
    posts = []
    for path, text, lang in (("a.md", ja, "ja"), ("a.en.md", en, "en")):
        post = read_input(Input(path, text.encode(), ExtractOptions(lang=lang)))
        assert isinstance(post, ReadPost)
        posts.append(post)
    return read_pair(*posts)


def test_names_of_a_page_and_its_translation_are_found_in_citation_form():
    found = {one.ja: one.en for one in link_terms([pair(JA, EN)]).pairs if one.score >= 0.9}
    assert found["サービスメッシュ"] == "service mesh"
    assert found["冪等性"] == "idempotence"


def test_a_pair_says_where_both_names_stand():
    (mesh,) = [one for one in link_terms([pair(JA, EN)]).pairs if one.ja == "サービスメッシュ"]
    assert Place("a.md", 4, "a.en.md", 4) in mesh.places
    assert mesh.titled
    assert mesh.alone == 1.0


def test_pages_that_say_something_else_are_told_and_give_no_pairs():
    words = "リンゴ バナナ ミカン ブドウ メロン スイカ イチゴ モモ ナシ カキ レモン ライチ キウイ".split()
    ja = "".join(f"{word}の収穫は秋の朝に終わります。\n\n" for word in words)
    en = "".join(f"The {n} legal contract mentions payment before delivery.\n\n" for n in "abcdefghijklm")
    linked = link_terms([pair(ja, en)])
    assert (linked.pairs, linked.strangers) == ((), (("a.md", "a.en.md"),))


def test_an_empty_side_gives_nothing():
    assert pair(JA, "").units == ()
    assert link_terms([pair(JA, ""), pair("", EN)]) == ((), ())


def test_a_site_without_pairs_gives_nothing():
    assert link_terms([]) == ((), ())


def test_a_capital_of_a_title_or_of_the_start_of_a_sentence_is_none_of_the_name():
    assert citation({("Canary Deployments", TITLED): 9, ("canary deployment", 0): 1}, {"canary", "deployment"}) == (
        "canary deployment"
    )
    assert citation({("Kubernetes clusters", INITIAL): 1}, {"cluster"}) == "Kubernetes cluster"
    assert citation({("APIs", 0): 2}, set()) == "API"
    assert citation({("Specification", 0): 1, ("specification", 0): 1}, set()) == "specification"


def test_a_mess_without_sentences_gives_nothing_and_what_stands_beside_it_is_found():
    ja, en = "サービス " * 20_000, "service, " * 20_000
    found = link_terms([pair(f"{JA}\n{ja}\n", f"{EN}\n{en}\n")]).pairs
    assert {one.ja: one.en for one in found if one.score >= 0.9}["サービスメッシュ"] == "service mesh"


def test_a_name_that_the_english_page_has_as_a_participle_is_cited_as_a_noun():
    ja = "アプリのコンテナ化が終わりました。\n\nコンテナ化は、移行の前に行います。\n\nまずコンテナ化を試します。\n"
    en = "The app is containerized.\n\nIt is containerized before the migration.\n\nFirst try it containerized.\n"
    assert {one.ja: one.en for one in link_terms([pair(ja, en)]).pairs}["コンテナ化"] == "containerization"


def test_an_english_word_that_japanese_pages_use_as_it_is_leaves_its_english_to_the_japanese_name():
    ja = "Chartはリソースの集まりです。\n\nチャートを作ります。\n\nChartの値を変えます。\n\nチャートを使います。\n"
    en = (
        "A chart is a collection of resources.\n\nCreate a chart.\n\nChange the values of the chart.\n\n"
        "Use the chart.\n"
    )
    found = {one.ja: one.en for one in link_terms([pair(ja, en)]).pairs}
    assert (found["チャート"], found["Chart"]) == ("chart", "chart")
