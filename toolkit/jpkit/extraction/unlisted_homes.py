"""What the address of a link says of its text: whether it may be a tool's own page, and when it surely is."""

from jpkit.lazy import lazy

_DEEPEST = 2
# Manuals, encyclopaedias, articles, parts of a repository.
_NO_HOME = (
    *("docs.", "doc.", "help.", "support.", "developer.", "developers.", "blog.", "wikipedia.", "youtube.", "qiita."),
    *("zenn.dev", "hatena", "twitter.", "note.com", "w3.org", "whatwg.org", "caniuse", "stackoverflow.", "gist."),
    *("/docs", "/doc/", "/api", "/help", "/wiki", "/blob/", "/tree/", "/pull/", "/issues", "/commit", "/reference"),
    *("/manual", "/blog", "/spec", "/guide", "/legal", "/news", "/20", "/article", "/entry", "#"),
    *(".blogspot.", ".wordpress.com", ".tumblr.com", ".livedoor.", ".fc2.com", ".seesaa.", ".cocolog-"),
)
# Top-level domains that people take for tools, and hosts of what somebody has built.
_TOOLS = frozenset("ai app build dev io run sh so tools".split())
_NAMED_BY_HOST = (".com", ".io", ".sh")
_BUILT = (
    *(".vercel.app", ".netlify.app", ".netlify.com", ".pages.dev", ".workers.dev", ".web.app", ".fly.dev"),
    *(".herokuapp.com", ".firebaseapp.com", ".onrender.com", ".streamlit.app", ".glitch.me"),
)
# Pages of anything that has a repository: methods, lists, newsletters.
_PROJECTS = (".github.io", ".gitlab.io")
# Who comes late finds the plain name taken: decksetapp.com, glimmerjs.com, getspaz.com.
_PREFIXES = ("get", "try", "use")
_SUFFIXES = ("app", "hq", "js", "lang")
# builderscon.io is a conference, nodeweekly.com a newsletter.
_NO_TOOLS = (
    "blog",
    "con",
    "conf",
    "daily",
    "day",
    "days",
    "fest",
    "kaigi",
    "meetup",
    "month",
    "news",
    "week",
    "weekly",
)
_MOST_WORDS = 3

# Pages of one program in a store, whatever its id.
_STORES = lazy(
    r"https?://(?:www\.)?(?:addons\.mozilla\.org/[^?#]*?/addon/|(?:itunes|apps)\.apple\.com/[^?#]*?app/"
    r"|play\.google\.com/store/apps/details|chrome(?:\.google\.com/webstore|webstore\.google\.com)/[^?#]*?detail/"
    r"|userscripts\.org/scripts/show/|greasyfork\.org/[^?#]*?scripts/\d|plugins\.(?:intellij\.net|jetbrains\.com)/plugin/"
    r"|marketplace\.visualstudio\.com/items|packagecontrol\.io/packages/|appshopper\.com/[^/]+/)[^/]"
)


def in_store(target: str) -> bool:
    """Whether the address is a program's page in a store of programs."""
    return _STORES.match(target) is not None


def may_be_home(target: str) -> bool:
    """Whether an address may be that of a tool, and no page about something."""
    scheme, _, rest = target.partition("://")
    if scheme not in ("http", "https") or rest.rstrip("/").count("/") > _DEEPEST:
        return False
    return not any(part in rest for part in _NO_HOME)


def is_home_of(name: str, target: str) -> bool:
    """Whether the address is the name's, in a place where tools live: [Deckset](https://www.decksetapp.com/)."""
    host, _, path = target.partition("://")[2].partition("/")
    if path:
        return False
    host = host.lower().removeprefix("www.")
    if name.lower() == host:
        return host.count(".") == 1 and host.endswith(_NAMED_BY_HOST)
    letters = "".join(filter(str.isalnum, name.lower()))
    if len(letters) < 3 or name.count(" ") >= _MOST_WORDS or letters.endswith(_NO_TOOLS):
        return False
    label = host.partition(".")[0].replace("-", "")
    if label in {prefix + letters for prefix in _PREFIXES} | {letters + suffix for suffix in _SUFFIXES}:
        return True
    if label != letters or host.endswith(_PROJECTS):
        return False
    # On the rest of the web most are; but Bit Stampede is a blog, and IBM a company.
    return host.rpartition(".")[2] in _TOOLS or host.endswith(_BUILT) or (host.endswith(".com") and _is_coined(name))


def _is_coined(name: str) -> bool:
    return " " not in name and not name.isupper()
