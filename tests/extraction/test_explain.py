"""What made a score: exact, in both languages, for whatever spelling one asks for."""

from math import exp, isclose, log

import pytest

from jpkit.extraction import english, ranking
from jpkit.extraction.explain import FEATURES, Explanation, explain
from jpkit.extraction.model import Unreadable
from jpkit.extraction.options import ExtractOptions
from jpkit.extraction.pipeline import Input

JAPANESE = "---\ntitle: サービスメッシュの導入\n---\n\nサービスメッシュは手間だ。サーバーで動かす。\n"
ENGLISH = "---\ntitle: A service mesh\n---\n\nA service mesh is work. We have two service meshes.\n"


def given(text: str) -> Input:
    return Input("post.md", text.encode(), ExtractOptions())


def explained(text: str, term: str) -> Explanation:
    found = explain(given(text), term)
    assert isinstance(found, Explanation)
    return found


@pytest.mark.parametrize("term", ["サービスメッシュ", "サーバー", "サーバ", "ｻｰﾊﾞｰ"])
def test_the_parts_of_a_japanese_term_add_up_to_its_score(term: str):
    found = explained(JAPANESE, term)
    assert isclose(found.score, 1 / (1 + exp(-ranking.BIAS - sum(added for _, added in found.parts))), abs_tol=0.0006)


@pytest.mark.parametrize("term", ["service mesh", "Service Meshes"])
def test_the_parts_of_an_english_term_add_up_to_its_score(term: str):
    found = explained(ENGLISH, term)
    assert (found.term, found.place) == ("service mesh", 1)
    total = english._HALF + 2 * log(found.score / (1 - found.score))
    assert isclose(sum(added for _, added in found.parts), total, abs_tol=0.02)


def test_the_long_form_of_a_short_form_is_explained_whole():
    name = "Common Vulnerabilities and Exposures"
    found = explained(f"脆弱性に付けられる識別子の{name}（以下、CVE）を調べた。\n", name)
    assert found.term == name
    assert found.place is not None
    assert isclose(found.score, 1 / (1 + exp(-ranking.BIAS - sum(added for _, added in found.parts))), abs_tol=0.0006)


def test_the_weightiest_part_comes_first():
    found = explained(JAPANESE, "サービスメッシュ")
    sizes = [abs(added) for _, added in found.parts]
    assert sizes == sorted(sizes, reverse=True)


def test_a_part_of_a_longer_term_has_no_place():
    found = explained("不均衡データを分類する。不均衡データは扱いにくい。\n", "不均衡")
    assert (found.place, found.score) == (None, 0.0)


def test_what_no_post_has_has_no_explanation():
    assert explain(given(JAPANESE), "量子計算機") is None
    assert explain(given(JAPANESE), "手間だ") is None


def test_a_post_that_cannot_be_read_says_so():
    assert isinstance(explain(Input("post.md", b"\xff\xfe\x00", ExtractOptions()), "語"), Unreadable)


def test_every_feature_of_both_rankings_has_its_words():
    assert set(FEATURES) == {*ranking.FEATURES, *english.WEIGHTS}
