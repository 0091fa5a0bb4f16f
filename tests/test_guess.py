"""langdetect's own tables and ours say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

from jpkit.guess import load


@pytest.fixture(scope="module")
def dense():
    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    return factory


@pytest.fixture(scope="module")
def sparse():
    return load()


def test_every_letter_group_has_the_same_probabilities(dense, sparse):
    assert sparse.langlist == dense.langlist
    assert {group: sparse.word_lang_prob_map[group] for group in sparse.word_lang_prob_map} == dense.word_lang_prob_map


@given(st.text(st.sampled_from("aé ñzß漢字简体한국яшαω.1Tt"), max_size=200))
def test_any_text_gets_the_same_answer(dense, sparse, text):
    DetectorFactory.seed = 0
    assert _answer(sparse, text) == _answer(dense, text)


def _answer(factory, text):
    detector = factory.create()
    detector.append(text)
    try:
        return [(guess.lang, guess.prob) for guess in detector.get_probabilities()]
    except LangDetectException as error:
        return str(error)
