"""Scores of candidates: what the ranking sums up is what it says of each."""

from collections.abc import Sequence
from math import exp, isclose

from hypothesis import given
from hypothesis import strategies as st

from jpkit.document import Block, Document
from jpkit.extraction.japanese import Candidates, japanese_candidates
from jpkit.extraction.ranking import BIAS, FEATURES, Known, contributions, describe, features, rank
from jpkit.markdown import read_document
from jpkit.source import Source, Span

WORDS = "機械 学習 試し データ の を こと 「ML」 Cloud main.cpp K8s CI/CD する ~~消す~~ # \n\n".split(" ")
KEYS = ["機械学習", "データ", "ml", "cloud", "試し"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map("".join)
KNOWN = st.builds(
    Known,
    st.dictionaries(st.sampled_from(KEYS), st.floats(-7, 0)),
    *[st.frozensets(st.sampled_from(KEYS)) for _ in range(4)],
)


def document(text: str) -> Document:
    return read_document(Source("post.md", text), Span(0, len(text)))


def seen(candidates: Candidates, blocks: Sequence[Block], known: Known) -> dict[str, list[tuple[str, float]]]:
    """What each feature adds to the score of each candidate."""
    return {
        key: contributions(features(spelled, placed, within_post))
        for key, spelled, placed, within_post in describe(candidates, blocks, known)
    }


@given(TEXTS, KNOWN)
def test_a_score_is_the_sum_of_what_its_features_add(text: str, known: Known):
    blocks = document(text).blocks
    candidates = japanese_candidates(blocks, range(len(blocks)))
    scores = rank(candidates, blocks, known)
    described = seen(candidates, blocks, known)
    assert scores.keys() == described.keys()
    for key, parts in described.items():
        assert isclose(scores[key], 1 / (1 + exp(-BIAS - sum(added for _, added in parts))), rel_tol=1e-12)


def test_every_feature_is_seen_where_a_post_has_it():
    text = (
        "「機械学習」とは、機械学習（ML）の~~データ~~。データを学習する。APIとapiとmain.cppとK8sのX線の試し、機械学習した。\n\n"
        "MLエンジニア\n\nデータ学習\n"
    )
    read = document(text)
    blocks = [read.blocks[0]._replace(kind="title"), *read.blocks]
    known = Known({"データ": -3.0, "api": -3.0}, {"機械学習"}, {"ml", "k8s"}, {"ml"}, {"機械学習"})
    candidates = japanese_candidates(blocks, range(len(blocks)))
    parts = [*seen(candidates, blocks, known).values()]
    parts += seen(japanese_candidates(read.blocks, [0]), read.blocks, Known({}, (), {"k8s"})).values()
    assert {name for added in parts for name, _ in added} == set(FEATURES)
