"""YAML: what is written reads back."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jpkit.write.yaml import block

TEXT = st.text(st.characters(codec="utf-8"))


def test_the_whole_layout():
    assert block(
        {
            "title": "サービスメッシュ",
            "yes": "no",
            "empty": {"list": [], "map": {}, "text": "", "none": None},
            "numbers": [1, -2, 0.5],
            "rules": [{"expected": "a: b", "patterns": ["x", "y"]}, {"expected": "c", "nested": {"deep": ["d"]}}],
        }
    ) == (
        """\
title: サービスメッシュ
"yes": "no"
empty:
  list: []
  map: {}
  text: ""
  none: null
numbers:
  - 1
  - -2
  - 0.5
rules:
  - expected: "a: b"
    patterns:
      - x
      - "y"
  - expected: c
    nested:
      deep:
        - d
"""
    )


@given(
    st.dictionaries(
        TEXT,
        st.recursive(
            TEXT | st.integers() | st.none(),
            lambda inside: st.lists(inside) | st.dictionaries(TEXT, inside),
            max_leaves=8,
        ),
    )
)
def test_every_value_reads_back(value):
    assert yaml.safe_load(block(value)) == (value or None)


@pytest.mark.parametrize("text", ["\udce3\udc81", "\ud83d"])
def test_what_is_no_unicode_shows_as_on_standard_output(text: str):
    assert yaml.safe_load(block({"path": text})) == {"path": text.encode("utf-8", "backslashreplace").decode()}
