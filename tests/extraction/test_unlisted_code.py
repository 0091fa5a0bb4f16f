"""Names that commands and addresses in a post's source vouch for, and where they count."""

import pytest

from jpkit.extraction.services import find_services
from jpkit.extraction.unlisted import vouched
from jpkit.extraction.unlisted_code import in_code
from jpkit.markdown import read_document
from jpkit.source import Source, Span


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("```sh\n$ brew install foobario\n```\n", ["foobario"]),
        ("```\nnpm install --save-dev foo-bario @foo/bario@2 # two\n```\n", ["foo-bario", "@foo/bario"]),
        ("$ pnpm add foobario\n", ["foobario"]),
        ("`pip install foobario==1.2`を打つ。", ["foobario"]),
        ("    sudo apt install foobario && foobario init\n", ["foobario"]),
        ("$ brew install someone/tap/foobario\n", ["foobario"]),
        ("$ go install example.com/someone/foobario@latest\n", ["foobario"]),
        ("$ npx foobario build src\n", ["foobario"]),
        ("https://github.com/someone/foobario\n", ["foobario"]),
        ("[実装](https://github.com/someone/foobario.git)\n", ["foobario"]),
    ],
)
def test_a_command_names_what_it_installs_and_an_address_its_repository(source: str, names: list[str]) -> None:
    assert list(in_code(source)) == names


@pytest.mark.parametrize(
    "source",
    [
        "RFC: npm install scripts opt-in という案\n",
        "$ npm install\n",
        "$ pip install -r requirements.txt ./foobario\n",
        "$ npm install $NAME ~/foobario\n",
        "$ npm install your-package my-plugin foo-bar @scope/foobario\n",
        "$ npm install <tarball file> <githubname>/<githubrepo>[#<commit-ish>] gist:<id>\n",
        "$ npm install foobario-1.0.0.tgz\n",
        "$ npx create-<initializer>\n",
        "https://github.com/someone/foobario/issues/1\n",
        "https://github.com/someone/someone.github.io https://github.com/someone/foo-example\n",
        "https://github.com/settings/foobario https://notgithub.com/someone/foobario\n",
        "https://github.com/someone/dotfiles https://github.com/username/foobario\n",
    ],
)
def test_other_commands_and_addresses_name_no_tool(source: str) -> None:
    assert list(in_code(source)) == []


def test_what_code_vouches_for_counts_in_the_prose_only_and_only_as_a_whole() -> None:
    text = (
        "foobarioを入れる。foobarioは速く、foobario-extraやmy-foobarioとは違う。\n\n```\nbrew install foobario\n```\n"
    )
    found = read_document(Source("post.md", text), Span(0, len(text))).blocks
    assert [(mention.surface, mention.start) for mention in find_services(found, vouched(found, text))] == [
        ("foobario", 0),
        ("foobario", 13),
    ]
    assert find_services(found) == ()
