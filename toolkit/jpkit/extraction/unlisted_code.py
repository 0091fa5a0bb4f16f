"""Names that a post's code and addresses vouch for: what it installs, and whose repository it leads to.

``brew install gum`` in a fence and ``https://github.com/charmbracelet/gum`` on a line of its own (as Zenn embeds
pages) say that gum is a tool; it counts where the prose has that very name. On 779 posts that the rules were tuned
on, 16 of the 17 names that only commands vouch for were tools, and 36 of 39 that only addresses do.
"""

from collections.abc import Iterator

from jpkit.extraction.service_text import ALNUM
from jpkit.extraction.unlisted_names import is_repository_of_tool, is_tool_like
from jpkit.lazy import lazy

_INSTALLS = (
    *("npm install ", "npm i ", "yarn add ", "yarn global add ", "pnpm add ", "pnpm i ", "pnpm install ", "bun add "),
    *("pip install ", "pip3 install ", "pipx install ", "uv add ", "uv tool install ", "poetry add ", "conda install "),
    *("gem install ", "brew install ", "brew cask install ", "cargo install ", "cargo add ", "go install ", "go get "),
    *("apt install ", "apt-get install ", "dnf install ", "yum install ", "composer require ", "luarocks install "),
    *("winget install ", "scoop install ", "choco install "),
)
_RUNS = ("npx ", "bunx ", "uvx ", "pnpm dlx ", "yarn dlx ")
"""Of these the first word is the package, what follows are its arguments."""
_BEFORE_COMMAND = ("`", "$", ">", "#", "%", "!", "&", "|", ";", "sudo", "RUN", "run:")
"""What stands before a command in its line: nothing, a prompt, another command; no prose."""
_ENDS_COMMAND = lazy("[\n`|&;#]")
_ENDS_PACKAGE = lazy(r"(?<=.)[@=<>~\[]")

_HOSTS = ("github.com/", "gitlab.com/")
_REPOSITORY = lazy(r"([0-9A-Za-z_-]+)/([0-9A-Za-z._-]+)(?![/?0-9A-Za-z._-])")
# Pages of the host itself.
_NO_OWNERS = frozenset(
    "about apps collections contact events explore features issues login marketplace new notifications orgs pricing"
    " pulls search security settings site sponsors topics trending".split()
)


def in_code(text: str) -> Iterator[str]:
    """The names, from the whole source of a post."""
    for name in (*_commands(text), *_repositories(text)):
        if len(name) > 2 and is_tool_like(name, "code"):
            yield name


def _commands(text: str) -> Iterator[str]:
    for command in (*_INSTALLS, *_RUNS):
        at = text.find(command)
        while at >= 0:
            start = at + len(command)
            before = text[text.rfind("\n", 0, at) + 1 : at].strip()
            if not before or before.endswith(_BEFORE_COMMAND):
                end = _ENDS_COMMAND.search(text, start)
                words = text[start : end.start() if end else len(text)].split()
                packages = [word for word in words if word[0] not in "-.~$<{"]
                for word in packages[:1] if command in _RUNS else packages:
                    yield _package(word.strip("\"'"))
            at = text.find(command, start)


def _package(word: str) -> str:
    """The name in lodash@4, numpy==2.0, someone/tap/tool, example.com/someone/tool@latest; a scope stays."""
    end = _ENDS_PACKAGE.search(word)
    name = word[: end.start()] if end else word
    return name if name.startswith("@") else name.rpartition("/")[2]


def _repositories(text: str) -> Iterator[str]:
    for host in _HOSTS:
        at = text.find(host)
        while at >= 0:
            start = at + len(host)
            match = _REPOSITORY.match(text, start) if text[at - 1 : at] in ("/", ".") else None
            if match is not None and match[1] not in _NO_OWNERS:
                name = match[2].rstrip(".").removesuffix(".git")
                if name[:1] in ALNUM and is_repository_of_tool(name):
                    yield name
            at = text.find(host, start)
