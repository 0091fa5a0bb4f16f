from pathlib import Path

import compare
import pytest
from corpora import Page

from jpkit.source import Source


def test_an_interval_has_three_digits_without_the_leading_zero() -> None:
    assert compare.interval(0.6734, 0.64, 1.0) == ".673 (.640–1.000)"
    assert compare.interval(0.05, -0.0123, 0.1, sign="+") == "+.050 (−.012–+.100)"


def test_the_table_is_ordered_by_recall_at_ten() -> None:
    np = pytest.importorskip("numpy")
    values = {"worse": np.full((3, 5), 0.25), "better": np.full((3, 5), 0.5)}
    assert compare.table(values) == [
        "| | R@5 | R@10 | R@20 | MRR | P@10 |",
        "|---|---|---|---|---|---|",
        "| better |" + " .500 (.500–.500) |" * 5,
        "| worse |" + " .250 (.250–.250) |" * 5,
    ]


def test_the_difference_is_that_to_the_best_of_the_others() -> None:
    np = pytest.importorskip("numpy")
    values = {name: np.full((3, 5), value) for name, value in (("jpkit", 0.75), ("a", 0.25), ("b", 0.5))}
    assert compare.difference(values) == "jpkit − b, R@10: +.250 (+.250–+.250)"


def test_the_tags_of_a_post_are_hidden_from_jpkit() -> None:
    body = "コンテナの監視を始める。\n"
    tagged = Source("a.md", f'---\ntitle: "「監視」の話"\ntags: [オブザーバビリティ]\n---\n{body}')
    bare = Source("a.md", f'---\ntitle: "「監視」の話"\n---\n{body}')
    found = [compare.product(Page("blog", "test", source, (), frozenset())) for source in (tagged, bare)]
    assert found[0] == found[1]
    assert "監視" in found[0]


def test_writing_replaces_what_stands_between_the_markers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "ROOT", tmp_path)
    for name in compare.READMES:
        (tmp_path / name).write_text("a\n<!-- figures -->\nold\n<!-- /figures -->\nb\n", encoding="utf-8")
    compare.write(["", "| new |"])
    assert {(tmp_path / name).read_text(encoding="utf-8") for name in compare.READMES} == {
        "a\n<!-- figures -->\n\n| new |\n\n<!-- /figures -->\nb\n"
    }
