"""Scores of candidates: what the ranking sums up is what it says of each."""

from math import exp, isclose

from hypothesis import given
from hypothesis import strategies as st

from jpkit.document import Document, read_document
from jpkit.extraction.japanese import japanese_candidates
from jpkit.extraction.ranking import BIAS, FEATURES, Known, contributions, describe, rank
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


@given(TEXTS, KNOWN)
def test_a_score_is_the_sum_of_what_its_features_add(text: str, known: Known):
    blocks = document(text).blocks
    candidates = japanese_candidates(blocks, range(len(blocks)))
    scores = rank(candidates, blocks, known)
    described = {key: contributions(*features) for key, *features in describe(candidates, blocks, known)}
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
    seen = {name for _, *features in describe(candidates, blocks, known) for name, _ in contributions(*features)}
    only = Known({}, (), {"k8s"})
    passing = describe(japanese_candidates(read.blocks, [0]), read.blocks, only)
    seen |= {name for _, *features in passing for name, _ in contributions(*features)}
    assert seen == set(FEATURES)
