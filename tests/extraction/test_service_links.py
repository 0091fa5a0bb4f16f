"""Names of the catalogue that a link makes sure."""

import pytest

from jpkit.document import Block
from jpkit.extraction.services import find_services
from jpkit.markdown import read_document
from jpkit.source import Source, Span


def found(text: str) -> list[tuple[str, str]]:
    blocks: tuple[Block, ...] = read_document(Source("post.md", text), Span(0, len(text))).blocks
    return [(mention.surface, mention.key) for mention in find_services(blocks)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Chai](https://www.chaijs.com/)を読んだ。Chaiはよい。", [("Chai", "Chai"), ("Chai", "Chai")]),
        ("[落ちる · Issue #9 · chaijs/chai](https://github.com/chaijs/chai/issues/9)", [("chai", "Chai")]),
        ("[微修正 · Pull Request #2 · mochajs/mocha](https://github.com/mochajs/mocha/pull/2)", [("mocha", "Mocha")]),
    ],
)
def test_a_link_home_or_to_a_page_of_the_repository_is_enough(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Chaiを飲んだ。",
        "[Chai](https://tea.example/)を飲んだ。",
        "[お茶 · Issue #9 · teas/chai](https://github.com/someone/else/issues/9)",
        "[落ちる · Issue #9 · someone/report](https://github.com/someone/report/issues/9)",
        "[src/mocha](https://github.com/someone/tests/tree/main/src)",
    ],
)
def test_other_links_are_not(text: str) -> None:
    assert found(text) == []
