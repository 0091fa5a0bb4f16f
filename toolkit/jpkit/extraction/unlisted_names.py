"""What a name of a tool looks like where only the words beside it call it a tool, and where it begins and ends."""

from typing import NamedTuple

from jpkit.document import Block, Mark
from jpkit.extraction.service_text import ALNUM, UPPER
from jpkit.lazy import lazy
from jpkit.letters import LETTERS


class Tool(NamedTuple):
    """A tool as the post names it."""

    name: str
    url: str | None
    """Where the post's own link leads."""
    kind: str = "oss"


class Named(NamedTuple):
    """A stretch of a block's text that may be a name, and by what it stands out there."""

    start: int
    end: int
    how: str
    """``plain``, ``quote`` (in 「」), or the kind of its mark."""
    target: str | None = None
    """Where it leads, if it is a link."""


# Repositories of these names are what everybody has, and in prose the words are no names.
EVERYDAY = frozenset(
    """
    action actions api app apps article articles awesome backend blog blogs book books cache changelog chart charts
    cli client code community component components config console contact core data dataset debug demo demos deploy
    deployment deployments devtools discussions distribution docs documentation done dotfiles editor event events
    example examples feedback fetch frontend gist guideline guidelines hands-on hello helper helpers home
    information infra infrastructure issue issues list lists loader main manifest manifests master memo module
    modules monorepo my-package mypackage new node notes organization package packages pages param parser playground
    plugin plugins podcast policy presentation presentations project project-name projects proposal proposals
    release releases repo repository resources rfcs sample samples sandbox script scripts sdk security self server
    site slide slides socket spec specs sponsors standard starter study talk talks template templates test tests
    thanks theme todo tool tools training trends tutorial tutorials types url urls utils web website wiki work
    workshop world
    """.split()
)

# Standards, formats, kinds of things: what may stand in a list of tools and is none.
_NO_TOOLS = frozenset(
    """
    ajax altjs amp and ascii asciidoc base64 browser commonjs commonmark core crud desktop dynamic ecma-262 ecma262
    ecmascript es5 es6 etc graphql html5 http2 ical indexeddb intersectionobserver ipv4 ipv6 isomorphic jamstack json5
    jsonp jsx linter linux localstorage markdown mathml mobile native ndjson nlcst oauth openapi opengl or polyfill
    ponyfill posix promise promises rest restful rss2.0 schema serverless serviceworker setimmediate specialthanks
    todomvc tsx umd unicode unittesting unix unlicense urlsearchparams utf-8 virtualdom web2.0 web3 webassembly
    webcomponents webdriver webextension webextensions webgl webgpu webrtc websocket websockets webview xhtml xml
    xpath xslt yaml
    """.split()
)
# A file rather than a tool. Not .js: Chart.js, jsPDF.
_FILES = (
    *(".app", ".bat", ".c", ".cjs", ".conf", ".cpp", ".css", ".csv", ".dll", ".exe", ".gif", ".go", ".h", ".html"),
    *(".ini", ".java", ".jpg", ".json", ".jsx", ".lock", ".log", ".lua", ".md", ".mjs", ".pdf", ".php", ".plist"),
    *(".png", ".ps1", ".py", ".rb", ".rst", ".sh", ".svg", ".toml", ".ts", ".tsx", ".txt", ".xml", ".yaml", ".yml"),
    *(".tgz", ".zip"),
)
# What stands for a name of the reader's own. But @foo/bario may be one, and my-homebrew is.
_PLACEHOLDER = lazy(
    r"@?(?:my-?)?(?:company|namespace|org|organization|owner|scope|user|user-?name)/.*|@?your-?(?:name|org)/.*"
    r"|(?:@[^/]+/)?(?:your-.+|(?:dummy|example|my|sample|test)[-_]?(?:app|component|function|lib|library|module|org"
    r"|package|plugin|project|repo|repository|rule|server|site|tool)|(?:app|lib|library|module|package|plugin|project|repo"
    r"|repository|tool|user)[-_]?name)"
    r"|@?(?:foo|hoge)(?:[-_/]?(?:bar|fuga)(?:[-_/]?(?:baz|piyo))?)?|bar|baz|fuga|piyo"
)
_SIGNS = frozenset('()[]{}<>=;"$*?!\\|`,~^%&')
_LONGEST = 40
_WORD = ALNUM | frozenset("-_.+#/@'")
_QUOTES = {"」": "「", "』": "『"}
# "Tab Hopper for Firefox", but of a link's text 「Markdownを変換する」 or "see the docs" no word.
_TITLE = lazy(r"[0-9A-Z@][^ ]*(?: (?:[0-9A-Z][^ ]*|for|of|the|to|and|in|on|with|by))*")
_PLATFORM = lazy(r" for (?:Mac|PC|PC/Mac|Windows|iOS|Android|Linux|macOS|OS X)$")
_VERSION = lazy(r" v?[0-9]+(?:\.[0-9]+)+$")
_OWNED = lazy("[0-9A-Za-z_-]+/[0-9A-Za-z._-]+")
# A repository of these names is a list, a site, a text, an example, a file, an event.
_NO_TOOL = lazy(
    r"(?i)(?:proposal|awesome)-.*|[0-9a-f]{20,}|.*\.prototype\..*"
    r"|.*[a-z]-?(?<!es)20\d\d|.*\.(?:csv|html|ini|json|md|pdf|toml|txt|xml|ya?ml)"
    r"|.*(?:\.github\.io|\.(?:com|info|jp|net|org)"
    r"|[-_ ](?:demo|example|sample|slide|playground|book|note|talk|weekly|daily|letter)s?)"
)


def named_before(block: Block, at: int) -> Named | None:
    """The name that ends at ``at``: in brackets, in a mark, or the Latin words there."""
    text = block.text
    if text[at - 1 : at] in _QUOTES:
        start = text.rfind(_QUOTES[text[at - 1]], max(0, at - _LONGEST - 2), at - 1) + 1
        return Named(start, at - 1, "quote") if start else None
    if text[at - 1 : at] == " ":
        at -= 1
    for mark in block.marks:
        if mark.end == at and mark.kind in _STANDS_OUT:
            return _inside(text, mark)
    start = _run_before(text, at)
    while start < at and text[start] in "-_.+#/'":
        start += 1
    if start == at:
        return None
    while start > 1 and text[start - 1] == " " and text[start] in UPPER:
        earlier = _run_before(text, start - 1)
        if earlier == start - 1 or text[earlier] not in UPPER or text[start - 2] == ".":
            break
        start = earlier
    return Named(start, at, "plain")


def named_after(block: Block, at: int) -> Named | None:
    """The name that begins at ``at``."""
    text = block.text
    for mark in block.marks:
        if mark.start == at and mark.kind in _STANDS_OUT:
            return _inside(text, mark)
    end = _run_after(text, at)
    while end + 1 < len(text) and text[end] == " " and text[end + 1] in UPPER and text[at] in UPPER:
        end = _run_after(text, end + 1)
    return Named(at, end, "plain") if end > at else None


_STANDS_OUT = frozenset({"code", "link", "strong"})


def _run_before(text: str, at: int) -> int:
    while at and text[at - 1] in _WORD:
        at -= 1
    return at


def _run_after(text: str, at: int) -> int:
    size = len(text)
    while at < size and text[at] in _WORD:
        at += 1
    return at


def _inside(text: str, mark: Mark) -> Named:
    """The name in a mark: of "azu/kuromojin: a tokenizer", of "Tally – forms", of "lodash@4", of "Howcast "."""
    kind, start, end, target = mark
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    end = start + len(inside.strip())
    for sign in (": ", " - ", " – ", " — ", " | ", "：", " · "):
        cut = text.find(sign, start + 1, end)
        end = cut if cut > 0 else end
    owned = _OWNED.fullmatch(text, start, end)
    if owned is not None:
        start = text.index("/", start) + 1
    version = text.find("@", start + 1, end)
    if version > 0 and text[version + 1 : version + 2] in ALNUM and " " not in text[start:end]:
        end = version
    for tail in (_PLATFORM, _VERSION):
        found = tail.search(text, start, end)
        end = end if found is None else found.start()
    return Named(start, end, kind, target or None)


def is_repository_of_tool(name: str) -> bool:
    """Whether a repository of this name may hold a tool."""
    return not _is_no_name(name.lower()) and _NO_TOOL.fullmatch(name) is None


def _is_no_name(small: str) -> bool:
    if small in EVERYDAY or small.replace(" ", "") in _NO_TOOLS:
        return True
    return _PLACEHOLDER.fullmatch(small) is not None


def is_tool_like(name: str, how: str) -> bool:
    """Whether a name that the words beside it call a tool may be one: no file, no option, no everyday word."""
    if not 1 < len(name) <= _LONGEST or name != name.strip():
        return False
    if how == "quote":
        kana = sum("ぁ" <= sign <= "ん" for sign in name)
        return not any(sign in "。、！？!?…" for sign in name) and 2 * kana < len(name)
    if not name.isascii() or (name[0] not in ALNUM and (name[0] != "@" or "/" not in name[2:-1])):
        return False
    small = name.lower()
    if _is_no_name(small) or small.endswith(_FILES) or not _SIGNS.isdisjoint(name):
        return False
    if not any(sign in LETTERS for sign in name) or (len(name) < 5 and name.isupper()):
        return False
    if how == "plain":
        return "/" not in name or name[0] == "@"
    return " " not in name or (how != "code" and _TITLE.fullmatch(name) is not None)
