"""Tools that the catalogue does not list and the post itself vouches for: by a link to their home, or as a package.

``[kuromojin](https://github.com/azu/kuromojin)`` names a tool whoever knows it: the text of the link is the name
of the repository that it leads to. So does a package id that can be nothing else, by its scope (``@textlint/kernel``)
or by whose plug-in it is (``eslint-plugin-import``): of 96 in the prose of the 779 posts that the rules were tuned on,
all were packages. And so does the prose where it says what a name is (``unlisted_cues``). Once vouched for, a name
counts wherever the post has it in the same spelling (one sense a post, Gale et al. 1992).
"""

import re
from collections.abc import Iterator, Sequence

from jpkit.document import Block
from jpkit.extraction.catalogue import catalogue, fold
from jpkit.extraction.service_links import programs
from jpkit.extraction.service_text import DIGITS, words_in
from jpkit.extraction.unlisted_code import in_code
from jpkit.extraction.unlisted_cues import called
from jpkit.extraction.unlisted_names import Tool, is_repository_of_tool
from jpkit.lazy import lazy

# Addresses of a tool itself, not of a page inside it; the last group is its name.
_HOMES = lazy(
    r"""https?://(?:www\.)?(?:
      (?:github|gitlab)\.com/[0-9A-Za-z._-]+/(?P<repository>[0-9A-Za-z._-]+?)(?:\.git)?
    | (?:npmjs\.(?:com|org)|npmjs\.org)/package/(?P<npm>(?:@[0-9a-z._-]+/)?[0-9A-Za-z._-]+)
    | pypi\.(?:org/project|python\.org/pypi)/(?P<pypi>[0-9A-Za-z._-]+)
    | crates\.io/crates/(?P<crate>[0-9A-Za-z_-]+)
    | rubygems\.org/gems/(?P<gem>[0-9A-Za-z._-]+)
    | packagist\.org/packages/[0-9a-z._-]+/(?P<composer>[0-9a-z._-]+)
    | hex\.pm/packages/(?P<hex>[0-9a-z_]+)
    | hub\.docker\.com/r/[0-9a-z._-]+/(?P<image>[0-9a-z._-]+)
    | addons\.mozilla\.org/(?:[A-Za-z-]+/)?(?:firefox|thunderbird|android)/addon/(?P<addon>[^/?\#]+)
    | chrome(?:\.google\.com/webstore|webstore\.google\.com)/detail/(?P<extension>[^/?\#]+)(?:/[a-p]{32})?
    | wordpress\.org/(?:extend/)?plugins/(?P<plugin>[0-9a-z-]+)
    | (?:sourceforge\.(?:net|jp)/projects|code\.google\.com/p)/(?P<project>[0-9A-Za-z._-]+)
    | (?!(?:w3c|whatwg|tc39|help|docs|developer|status|www)\.)
      [0-9A-Za-z-]+\.github\.(?:io|com)/+(?P<pages>[0-9A-Za-z._-]+)
    | bitbucket\.org/[0-9A-Za-z._-]+/(?P<bucket>[0-9A-Za-z._-]+)
    | (?:nuget\.org/packages|cocoapods\.org/pods|deno\.land/x|formulae\.brew\.sh/(?:formula|cask))/(?P<index>[^/?\#]+)
    | github\.com/[0-9A-Za-z._-]+/[0-9A-Za-z._-]+/tree/[^/]+/packages/(?:[^?\#]+/)?(?P<part>[0-9A-Za-z._-]+)
    )/?(?:[?\#].*)?""",
    flags=re.VERBOSE,
)
# What may stand behind the name in a link's text: azu/kuromojin: a promise-based tokenizer; foo - npm.
_BEHIND = frozenset(" :：|·-–—,、(（")

# Packages that say whose they are, or whose plug-in.
_OWNERS = """
    textlint-rule textlint-rule-preset textlint-plugin textlint-filter-rule eslint-plugin eslint-config babel-plugin
    babel-preset stylelint-config stylelint-plugin postcss gulp grunt karma rollup-plugin vite-plugin esbuild-plugin
    webpack-[a-z]+-plugin prettier-plugin gatsby-plugin gatsby-source gatsby-transformer hexo-generator hexo-renderer
    hexo-deployer hexo-theme remark rehype markdown-it cordova-plugin hubot generator pytest sphinxcontrib mkdocs
    flake8 fluent-plugin embulk-input embulk-output embulk-filter embulk-parser rubocop homebrew terraform-provider
    vscode nvim vim
""".split()
_PACKAGE = rf"(?:@[a-z0-9][0-9a-z._-]*/[a-z0-9][0-9a-z._-]*|(?:{'|'.join(_OWNERS)})-[a-z0-9][0-9a-z._-]*[0-9a-z])"
_IN_CODE = lazy(rf"{_PACKAGE}(?:@[0-9^~*x.a-z-]+)?")
_IN_PROSE = lazy(rf"(?<![0-9A-Za-z_./@-]){_PACKAGE}(?<![._-])(?![0-9A-Za-z_/-]|\.[0-9A-Za-z])")
# Where the three signs before a hyphen end no owner, none of their packages is: one text in eight goes on.
_MAY_BE_OWNED = lazy(rf"-(?<=(?:{'|'.join(sorted({owner[-3:] for owner in _OWNERS}))})-)")


def vouched(blocks: Sequence[Block], source: str = "") -> dict[str, Tool]:
    """The tools that the post vouches for, by spelling: those of links and packages first, in reading order.

    ``source`` is the whole text, for the commands in its code and for addresses that are no part of a block.
    """
    found: dict[str, Tool] = {}
    for tool in _all(blocks, source):
        before = found.get(tool.name)
        if before is None or (before.url is None and tool.url is not None):
            found[tool.name] = tool
            if len(found) >= _MOST:
                break
    for name in [*found]:
        if name[-1] in _ENDS_TAIL and (bare := _bare(name, blocks)):
            tool = found.pop(name)
            found.setdefault(bare, tool._replace(name=bare))
    return found


# A version or a common noun behind a name: Aptana Studio 3, Search Regex Plugin.
_TAIL = lazy(
    r"(.{2,}[^ ])(?P<tail> (?:(?P<version>(?:v(?:er)?\.? ?)?\d+(?:\.\d+)*+)"
    r"|[Aa]dd-?[Oo]n|[Aa]pp|[Ee]xtension|[Pp]lug-?[Ii]n|アプリ|アドオン|プラグイン))"
)
_ENDS_TAIL = DIGITS | frozenset("pnNリン")


def _bare(name: str, blocks: Sequence[Block]) -> str:
    """The name without its tail, where that is known, or the post has it so as well; else "".

    It is right in all 4 names of 719 posts that it changes. QuickScroll 2 is a product beside its forerunner.
    """
    tail = _TAIL.fullmatch(name)
    if tail is None or catalogue().names(fold(name)):
        return ""
    bare = tail[1]
    if programs(catalogue(), bare):
        return bare
    for block in blocks if is_repository_of_tool(bare) else ():
        text = f"\n{block.text}\n\n"
        for _, end in words_in(text, bare) if bare in text else ():
            if not (text[end + 1] in DIGITS if tail["version"] else text.startswith(tail["tail"], end)):
                return bare
    return ""


def _all(blocks: Sequence[Block], source: str) -> Iterator[Tool]:
    for block in blocks:
        text = block.text
        for kind, start, end, target in block.marks:
            if kind == "link":
                for spelling in _linked(text[start:end].strip(), target):
                    yield Tool(spelling, target)
            elif kind == "code" and _IN_CODE.fullmatch(text, start, end) and not text.startswith(_EXAMPLES, end):
                spelling = text[start:end]
                version = spelling.find("@", 1)
                if version > 0:
                    spelling = spelling[:version]
                if _is_package(spelling):
                    yield Tool(spelling, None)
        if "@" in text or ("-" in text and _MAY_BE_OWNED.search(text)):
            for package in _IN_PROSE.finditer(text):
                at = package.start()
                if text.startswith(_EXAMPLES, package.end()) or not _is_package(package[0]):
                    continue
                if not any(kind == "code" and start <= at < end for kind, start, end, _ in block.marks):
                    yield Tool(package[0], None)
    yield from called(blocks)
    if "://" in source:
        yield from _headed(blocks, source)
    for spelling in in_code(source):
        yield Tool(spelling, None)


# 「`@azu/abc`のような形式」: what names look like.
_EXAMPLES = tuple("のような形 のような感じ のような名前 という形 という感じ みたいな といった形 といった感じ".split())


def _is_package(name: str) -> bool:
    return name not in _OWNERS and is_repository_of_tool(name)


def _headed(blocks: Sequence[Block], source: str) -> Iterator[Tool]:
    """A heading "Mole — a cleaner" with nothing but https://github.com/tw93/mole below: the card of a repository."""
    for block in blocks:
        if block.kind == "heading" and block.pieces:
            _, start, _, length = block.pieces[-1]
            at = source.find("\n", start + length) + 1
            address = _ADDRESS.match(source, at) if at else None
            if address is not None:
                number = _NUMBER.match(block.text)
                for spelling in _linked(block.text[number.end() :] if number else block.text, address[1]):
                    yield Tool(spelling, address[1])


_ADDRESS = lazy(r"\s*<?(https?://[^\s<>]+)>?[ \t]*(?:\n|\Z)")
_NUMBER = lazy(r"[0-9０-９]+[.．)、: ]+")

_MOST = 500
"""Tools of one post: each is looked for in all of it, and a list of 10,000 links is no post."""


def _linked(text: str, target: str) -> Iterator[str]:
    """The name of what the link leads to, as its text has it."""
    if text[:1] > "\x7f" and target.isascii():  # it begins as the name does that is looked for
        return
    home = _HOMES.fullmatch(target) if target[:4] == "http" else None
    if home is None:
        return
    name = home[home.lastgroup or 0]
    if home.lastgroup == "part" and text.startswith("@"):  # it has its scope already
        return
    begin = text.find("/") + 1 if "/" not in name and _OWNED.match(text) else 0
    if text[begin : begin + 1].lower() != name[0].lower():
        return
    end = _end_of(text, begin, name)
    spelling = text[begin:end].strip()
    if (len(spelling) > 2 or (len(spelling) == 2 and spelling.isalpha())) and is_repository_of_tool(spelling):
        yield spelling


_OWNED = lazy("[0-9A-Za-z_-]+/[0-9A-Za-z._-]+")


def _end_of(text: str, begin: int, name: str) -> int:
    """Where a name ends that the text has from ``begin`` on, capitals and blanks aside; ``begin`` where it has none."""
    at = begin + len(name)
    if name[-1] in _NO_LETTERS or not name.isascii() or text[begin:at].lower() != name.lower():
        wanted = "".join(sign for sign in name.lower() if sign not in _NO_LETTERS)
        at, seen = begin, 0
        while at < len(text) and seen < len(wanted):
            sign = text[at].lower()
            if sign not in _NO_LETTERS:
                if sign != wanted[seen]:
                    return begin
                seen += 1
            at += 1
        if seen < len(wanted):
            return begin
    return begin if at < len(text) and text[at] not in _BEHIND and text[at] < "\x80" else at


_NO_LETTERS = frozenset(" -_.")
