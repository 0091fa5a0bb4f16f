"""One product is one service, in whatever signs a post has it."""

import pytest

from jpkit.document import Block
from jpkit.extraction.model import Service
from jpkit.extraction.services import find_services, summarize
from jpkit.extraction.unlisted import vouched
from jpkit.markdown import read_document
from jpkit.source import Source, Span


def services(text: str) -> tuple[Service, ...]:
    source = Source("post.md", text)
    blocks: tuple[Block, ...] = read_document(source, Span(0, len(text))).blocks
    tools = vouched(blocks, text)
    return summarize(source, blocks, find_services(blocks, tools), tools)


def named(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Name and surfaces of each service."""
    return [(service.name, service.surfaces) for service in services(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the repository of a name that the catalogue has
        (
            "[chakra-ui](https://github.com/chakra-ui/chakra-ui)で作る。Chakra UIは軽い。",
            [("Chakra UI", ("chakra-ui", "Chakra UI"))],
        ),
        ("[libsass](https://github.com/sass/libsass)を試す", [("LibSass", ("libsass",))]),
        # a name that counts beside words of its trade, and the post has them or the name
        ("[ava](https://github.com/avajs/ava)はnpmにある。", [("AVA", ("ava",)), ("npm", ("npm",))]),
        ("npmの話。AVAと[ava](https://github.com/avajs/ava)", [("AVA", ("AVA", "ava")), ("npm", ("npm",))]),
        # the one record of two rows
        ("[yarn](https://github.com/yarnpkg/yarn)を入れる", [("Yarn", ("yarn",))]),
        # the domain of a record
        ("[inoreader.com](https://www.inoreader.com/)で読む", [("Inoreader", ("inoreader.com",))]),
        # the .js that a record's name has, where the post has it, and at its home
        (
            "ripple.jsを読む。[ripple](https://github.com/ripplejs/ripple)は小さい。",
            [("ripple.js", ("ripple.js", "ripple"))],
        ),
        ("[Solid](https://www.solidjs.com/)で書く", [("SolidJS", ("Solid",))]),
        # names that no row has: with capitals, however rare; then the most frequent
        (
            "[zorbly-mint](https://github.com/someone/zorbly-mint)とzorbly-mint。"
            "[Zorbly Mint](https://github.com/someone/zorbly-mint)",
            [("Zorbly Mint", ("zorbly-mint", "Zorbly Mint"))],
        ),
        (
            "[ZORBLY](https://github.com/someone/zorbly)。[Zorbly](https://github.com/someone/zorbly)、Zorblyを使う。",
            [("Zorbly", ("ZORBLY", "Zorbly"))],
        ),
    ],
)
def test_other_signs_are_the_same_service(text: str, names: list[tuple[str, tuple[str, ...]]]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[mini-flux](https://github.com/someone/mini-flux)を書いた", ["mini-flux"]),
        ("[.github](https://github.com/someone/.github)に置く。GitHubの話", [".github", "GitHub"]),
        (
            "[zorblymint](https://github.com/someone/zorblymint)は[zorbly-mint](https://github.com/someone/zorbly-mint)か",
            ["zorblymint", "zorbly-mint"],
        ),
        # a record whose name is also a word of another trade
        ("[Babylon](https://github.com/babel/babylon)で構文を読む", ["Babylon"]),
        ("[inoreader.io](https://inoreader.io/)を見る", ["inoreader.io"]),
        # a package and the format that it reads
        ("[source-map](https://github.com/mozilla/source-map)でSource Mapを読む", ["source-map"]),
    ],
)
def test_what_only_looks_alike_is_another(text: str, names: list[str]) -> None:
    assert [name for name, _ in named(text)] == names


def test_a_service_has_the_address_that_any_of_its_spellings_leads_to() -> None:
    (one,) = services(
        "# Zorbly Mint 1.0を使う\n\nZorbly Mintというツール。[zorbly-mint](https://github.com/someone/zorbly-mint)"
    )
    assert (one.name, one.url) == ("Zorbly Mint", "https://github.com/someone/zorbly-mint")
