"""Names that a post's code and addresses vouch for: what it installs, and whose repository it leads to.

``brew install gum`` in a fence and ``https://github.com/charmbracelet/gum`` on a line of its own (as Zenn embeds
pages) say that gum is a tool; it counts where the prose has that very name. On 779 posts that the rules were tuned
on, 16 of the 17 names that only commands vouch for were tools, and 36 of 39 that only addresses do.
"""

from collections.abc import Iterator

from jpkit.extraction.service_text import ALNUM
from jpkit.extraction.unlisted_names import is_repository_of_tool, is_tool_like
from jpkit.lazy import lazy

# A manager and what it does, pnpm before npm; of a runner the first word is the package, the rest are arguments.
_MANAGERS = (
    *("brew cask", "uv tool", "yarn global"),
    *"pnpm npm yarn bun pip pip3 pipx uv poetry conda gem brew cargo go apt apt-get dnf yum".split(),
    *"composer luarocks winget scoop choco".split(),
)
_INSTALLS = lazy(" (?:install|add|i|get|require)(?= )")
_RUNNERS = ("npx ", "bunx ", "uvx ", "pnpm dlx ", "yarn dlx ")
_BEFORE_COMMAND = ("`", "$", ">", "#", "%", "!", "&", "|", ";", "sudo", "RUN", "run:")
"""What stands before a command in its line: nothing, a prompt, another command; no prose."""
_GOES_ON = "-:"
"""How what only begins a name ends: create-<initializer>, gist:<id>."""
_ENDS_COMMAND = lazy("[\n`|&;#]")
_PLACEHOLDERS = lazy(r"<[^<>\n]*>")  # npm install <tarball file>
_ENDS_PACKAGE = lazy(r"(?<=.)[@=<>~\[]")

_HOSTS = ("github.com/", "gitlab.com/")
_REPOSITORY = lazy(r"([0-9A-Za-z_-]+)/([0-9A-Za-z._-]+)(?![/?0-9A-Za-z._-])")
# Pages of the host itself, and who is anybody.
_NO_OWNERS = frozenset(
    "about apps collections contact events explore features issues login marketplace new notifications orgs pricing"
    " pulls search security settings site sponsors topics trending"
    " owner user username your-name your-username yourname".split()
)


def in_code(text: str) -> Iterator[str]:
    """The names, from the whole source of a post."""
    for name in (*_commands(text), *_repositories(text)):
        if len(name) > 2 and name[-1] not in _GOES_ON and is_tool_like(name, "code"):
            yield name


def _commands(text: str) -> Iterator[str]:
    for verb in _INSTALLS.finditer(text):
        at = verb.start()
        manager = next((one for one in _MANAGERS if text.endswith(one, 0, at)), "")
        if manager and _begins_command(text, at - len(manager)):
            yield from map(_package, _arguments(text, verb.end()))
    for runner in _RUNNERS if "x " in text else ():
        for at in _each(text, runner):
            if _begins_command(text, at):
                yield from map(_package, _arguments(text, at + len(runner))[:1])


def _each(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _begins_command(text: str, at: int) -> bool:
    while text[at - 1 : at] in (" ", "\t"):
        at -= 1
    return at == 0 or text[at - 1] == "\n" or text.endswith(_BEFORE_COMMAND, 0, at)


def _arguments(text: str, start: int) -> list[str]:
    """What a command is told to install: no options, no paths, no variables."""
    end = _ENDS_COMMAND.search(text, start)
    words = _PLACEHOLDERS.sub("<", text[start : end.start() if end else len(text)]).split()
    return [word.strip("\"'") for word in words if word[0] not in "-.~$<{"]


def _package(word: str) -> str:
    """The name in lodash@4, numpy==2.0, someone/tap/tool, example.com/someone/tool@latest; a scope stays."""
    end = _ENDS_PACKAGE.search(word)
    name = word[: end.start()] if end else word
    return name if name.startswith("@") else name.rpartition("/")[2]


def _repositories(text: str) -> Iterator[str]:
    for host in _HOSTS:
        for at in _each(text, host):
            match = _REPOSITORY.match(text, at + len(host)) if text[at - 1 : at] in ("/", ".") else None
            if match is not None and match[1] not in _NO_OWNERS:
                name = match[2].rstrip(".").removesuffix(".git")
                if name[:1] in ALNUM and is_repository_of_tool(name):
                    yield name
