"""Tools that no catalogue lists: what a post vouches for, and what it does not."""

import pytest

from jpkit.document import Block
from jpkit.extraction.catalogue import catalogue
from jpkit.extraction.services import find_services, summarize
from jpkit.extraction.unlisted import vouched
from jpkit.extraction.unlisted_names import Tool
from jpkit.markdown import read_document
from jpkit.source import Source, Span


def blocks(text: str) -> tuple[Block, ...]:
    return read_document(Source("post.md", text), Span(0, len(text))).blocks


def names(text: str) -> list[str]:
    return list(vouched(blocks(text)))


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("[kuromojin](https://github.com/azu/kuromojin)", "kuromojin"),
        ("[azu/kuromojin](https://github.com/azu/kuromojin)", "kuromojin"),
        ("[azu/kuromojin: a tokenizer](https://github.com/azu/kuromojin)", "kuromojin"),
        ("[ kuromojin ](https://github.com/azu/kuromojin)", "kuromojin"),
        ("[kuromojin](http://www.github.com/azu/kuromojin.git)", "kuromojin"),
        ("[kuromojinの紹介](https://github.com/azu/kuromojin/)", "kuromojin"),
        ("[Tab Hopper](https://addons.mozilla.org/ja/firefox/addon/tab-hopper/)", "Tab Hopper"),
        ("[@azu/some-tool](https://www.npmjs.com/package/@azu/some-tool)", "@azu/some-tool"),
        ("[some_tool](https://pypi.org/project/some-tool/)", "some_tool"),
        ("[sometool](https://crates.io/crates/sometool)", "sometool"),
        ("[some-preset-es2015](https://github.com/someone/some-preset-es2015)", "some-preset-es2015"),
        ("[someone/np](https://github.com/someone/np)", "np"),
        ("[Some Tool](https://sourceforge.net/projects/some-tool/)", "Some Tool"),
        ("[some-tool](https://github.com/azu/mono/tree/main/packages/some-tool)", "some-tool"),
        ("[@azu/some-tool](https://github.com/azu/mono/tree/main/packages/some-tool)", "@azu/some-tool"),
        ("[Some Tool](https://someone.github.io/some-tool/)", "Some Tool"),
    ],
)
def test_a_link_vouches_for_the_name_of_what_it_leads_to(link: str, name: str):
    assert names(f"これは{link}です。") == [name]


@pytest.mark.parametrize("heading", ["Mole — 掃除の道具", "1. Mole（モール）", "**Mole**"])
def test_a_heading_with_the_address_of_its_repository_below_names_a_tool(heading: str):
    text = f"## {heading}\n\nhttps://github.com/someone/mole\n\n速い。\n"
    found = vouched(blocks(text), text)
    assert found["Mole"] == Tool("Mole", "https://github.com/someone/mole")


@pytest.mark.parametrize(
    "text",
    [
        "## 掃除\n\nhttps://github.com/someone/mole\n",
        "## Mole\n\nhttps://example.com/mole\n",
        "## Mole\n\n詳しくは https://github.com/someone/mole にある\n",
        "## Mole",
    ],
)
def test_other_headings_name_none(text: str):
    assert "Mole" not in vouched(blocks(text), text)


@pytest.mark.parametrize(
    "link",
    [
        "[こちら](https://github.com/azu/kuromojin)",
        "[kuromojin](https://github.com/azu/kuromojin/issues/1)",
        "[kuromojin](https://example.com/azu/kuromojin)",
        "[kuromojin2](https://github.com/azu/kuromojin)",
        "[v7](https://github.com/someone/v7)",
        "[dotfiles](https://github.com/azu/dotfiles)",
        "[azu.github.io](https://github.com/azu/azu.github.io)",
        "[azu/somerule.yml](https://github.com/azu/somerule.yml)",
        "[someconf2014](https://github.com/azu/someconf2014)",
        "[some-template-2016](https://github.com/azu/some-template-2016)",
        "[kuromojin-example](https://github.com/azu/kuromojin-example)",
        "[some-tool](https://github.com/azu/mono/tree/main/src/some-tool)",
        "[UI Events](https://w3c.github.io/uievents/)",
        "[Virtual DOM](https://github.com/someone/virtual-dom)",
        "[debug](https://github.com/someone/debug)",
        "[Array.prototype.flat](https://github.com/someone/Array.prototype.flat)",
        "[Contact](https://help.github.com/contact)",
        "[Some Weekly](https://someone.github.io/some-weekly/)",
        "[someone](https://www.github.com/someone)",
    ],
)
def test_other_links_vouch_for_nothing(link: str):
    assert names(f"これは{link}です。") == []


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("@textlint/kernel", "@textlint/kernel"),
        ("@textlint/kernel@12.0.0", "@textlint/kernel"),
        ("eslint-plugin-import", "eslint-plugin-import"),
        ("textlint-rule-no-todo@2", "textlint-rule-no-todo"),
    ],
)
def test_a_package_in_inline_code_that_can_be_nothing_else_is_a_tool(code: str, name: str):
    assert vouched(blocks(f"`{code}`を入れる。")) == {name: Tool(name, None)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ここで@quux/barとeslint-plugin-someを足す。", ["@quux/bar", "eslint-plugin-some"]),
        ("remark-some@9に上げる。", ["remark-some"]),
        ("me@quux/bar、/@quux/bar、@quux/bar/baz、@quux、eslint-plugin-、my-gulp-some、gulp-some/xなど", []),
    ],
)
def test_a_package_counts_in_prose_as_well(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "name",
    [
        *("@myorg/some-tool", "@my-scope/some-tool", "@username/project-name", "@your-name/some-tool", "@foo/bar"),
        *("@quux/your-rule", "@quux/test-package", "@quux/my-module", "eslint-plugin-example"),
    ],
)
def test_what_stands_for_a_name_of_ones_own_is_none(name: str) -> None:
    assert names(f"`{name}`を公開する。{name}を入れる。[{name}](https://www.npmjs.com/package/{name})") == []


@pytest.mark.parametrize("behind", ["のような形式", "という感じ", "みたいな名前", "といった形"])
def test_an_example_of_how_names_look_is_none(behind: str) -> None:
    assert names(f"`@quux/abc`{behind}で公開する。") == []
    assert names(f"名前は@quux/abc{behind}になる。") == []


@pytest.mark.parametrize(
    "code", ["textlint-rule-preset", "npm install @a/b", "some-function", "@media", "a/b", "vim-", "user@example.com"]
)
def test_other_code_is_no_tool(code: str):
    assert names(f"`{code}`を使う。") == []


@pytest.mark.parametrize("name", ["kuroneko", "kuromojin"])  # unlisted, and listed without an address
def test_a_name_counts_wherever_the_post_has_it_and_leads_where_its_link_leads(name: str):
    text = f"{name}を直した。\n\n[{name}](https://github.com/azu/{name})はmy{name}や{name}.jsではない。\n"
    source = Source("post.md", text)
    found = blocks(text)
    (service,) = summarize(source, found, find_services(found))
    assert (service.name, service.kind, service.url) == (name, "oss", f"https://github.com/azu/{name}")
    assert [place[:2] for place in service.places] == [(1, 1), (3, 2)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # known without it, or the post has it so as well
        ("[Docker 7](https://www.docker.com/)を使う。", ["Docker"]),
        ("[Docker App](https://www.docker.com/)を使う。", ["Docker"]),
        ("[Foobario 3](https://foobario.dev/)を使う。Foobarioは速い。", ["Foobario"]),
        ("Foobarioは速い。[Foobario Plugin](https://foobario.dev/)を使う。", ["Foobario"]),
        ("[Foobario App](https://foobario.dev/)を使う。[Foobario](https://foobario.dev/)は速い。", ["Foobario"]),
        # nothing says that it is no part of the name
        ("[Foobario 3](https://foobario.dev/)を使う。Foobario 2は遅い。MyFoobarioも見た。", ["Foobario 3"]),
        ("[Foobario Plugin](https://foobario.dev/)を使う。Foobario Pluginは速い。", ["Foobario Plugin"]),
        (
            "[foobario2](https://github.com/a/foobario2)と[foobario](https://github.com/a/foobario)",
            ["foobario2", "foobario"],
        ),
        ("[lz4](https://github.com/lz4/lz4)を使う。", ["lz4"]),
    ],
)
def test_a_version_or_a_common_noun_is_no_part_of_a_name(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_repository_of_a_version_is_that_of_the_tool_of_the_catalogue():
    found = blocks(
        "[docker2](https://github.com/docker/docker2)はdocker2で、[mocha-es6](https://github.com/a/mocha-es6)は別"
    )
    assert [(mention.surface, mention.key) for mention in find_services(found)] == [
        ("docker2", "Docker"),
        ("docker2", "Docker"),
        ("mocha-es6", "mocha-es6"),
    ]


def test_a_tool_of_the_catalogue_keeps_its_record():
    text = "[textlint](https://github.com/textlint/textlint)を使う。\n"
    found = blocks(text)
    (service,) = summarize(Source("post.md", text), found, find_services(found))
    record = next(iter(catalogue().lookup("textlint")))
    assert (service.name, service.vendor, service.url) == ("textlint", record.vendor, record.url)
