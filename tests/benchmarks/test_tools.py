import pytest
from corpora import Page
from tools import TOOLS, yake

from jpkit.document import Block
from jpkit.source import Source


def test_yake_gets_compounds_as_words_and_keeps_the_long_vowel_mark() -> None:
    pytest.importorskip("yake")
    text = "クラスターの話\nサーバー監視とクラスターを使う。サーバー監視は続く。"
    assert set(yake(text)) == {"クラスター", "サーバー監視"}


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_every_tool_that_is_installed_ranks_what_a_page_says(tool) -> None:
    if missing := tool.missing():
        pytest.skip(f"not installed: {', '.join(missing)}")
    texts = ("コンテナの監視を始める。監視サーバーを使う。", "監視サーバーとコンテナを比べる。", "猫が窓辺で眠る。")
    pages = [
        Page("blog", "test", Source(f"{number}.md", ""), (Block("paragraph", text, ()),), frozenset())
        for number, text in enumerate(texts)
    ]
    for ranking in tool.rankings(pages).values():
        terms = ranking(pages[0])
        assert terms != []
        assert [term for term in terms if term not in texts[0]] == []


def test_a_tool_is_named_with_its_version_and_says_what_is_not_installed() -> None:
    tool = TOOLS[0]._replace(packages=("pytest", "no-such-package"))
    assert tool.missing() == ["no-such-package"]
    assert tool.title() == f"YAKE {pytest.__version__}"
