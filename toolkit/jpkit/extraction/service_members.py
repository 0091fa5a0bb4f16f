"""Members of a product's family that no table has: Gemini CLI, Firefox Nightly, Oculus Quest 2, GridTab for Safari.

What a maker has beside a product bears the product's name and a word more. After the words that many families of
the catalogue share that is all there is to it, and behind the name of a device most capitalised words are a model.
With all names hidden that the 285 posts for tuning have at most twice, these rules take precision from .961 to .972 and
recall from .716 to .732: what had been found was the product, not its part.
"""

from collections.abc import Iterable, Iterator, Mapping

from jpkit.extraction.catalogue import Catalogue
from jpkit.extraction.service_text import ALNUM, DIGITS, LOWER, UPPER, Hit, Text, end_of_word, start_of_word
from jpkit.extraction.unlisted_homes import may_be_home
from jpkit.letters import KATAKANA

# Not Server, Router, Store, Actions, Engine, Framework: some families have them, and most products have some, too.
_PARTS = frozenset(
    """
    AI Analytics API APM Authentication Bootstrap Books CDK CLI Cloud CMS Console Copilot Dashboard Desktop DevTools
    Drive Enterprise Functions Hub IDE KV Lite Live Marketplace MCP Mini Mobile Music Nightly Notebook Online OS Pay
    Pipelines Playground Plus Postgres Premium Pro Spaces Studio Teams Terminal TV UI VR Workbench Workflows Workspace
    """.split()
)
# Vercel Edge Functions, YouTube Data API; but no React Context API.
_BEFORE_PART = frozenset("AI Data Developer Edge Enterprise Graph MCP REST V1 V2 Web".split())
# Not behind a language: a JavaScript API is no product.
_HAVE_PARTS = frozenset({"cloud-service", "hardware", "oss", "platform", "saas"})
# Behind a device, words that say of no model: apps, what one connects, chips.
_NO_MODELS = frozenset(
    """
    App Applications Apps Blog Bluetooth Book Community Day Files Forum IO JB Layout LT M1 M2 M3 M4 Meetup NFC PC Review
    Tips USB User Users Wiki Wireless
    """.split()
)
_MOST_WORDS = 2
_MOST_LINKED = 3
# Pages about what they are of.
_ABOUT = frozenset(
    """
    Activity AMD64 Announcement Apps Archive Archives ARM64 Blog Changelog Community Components Demo Docs
    Documentation Download Downloads Examples Explanations FAQ Features Forum Guide Guidelines Help Info Instructions
    Introduction Issue Issues News Notification Notifications Overview Policy Primer Project Proposal Proposals
    Reference Release Releases Roadmap Slide Slides Spec Specification Standard Statistics Stats Status Style Support
    Template Templates Tutorial User Users Weekly Wiki
    """.split()
)
_FOR = " for "
_GOES_ON = KATAKANA | frozenset("-_./\"'”″")


def members(known: Catalogue, joined: Text, found: Iterable[Hit]) -> Iterator[Hit]:
    """Found names with what makes another product's name of them."""
    text = joined.text
    longest: dict[int, Hit] = {}
    for hit in found:
        other = longest.get(hit.start)
        if other is None or hit.end > other.end:
            longest[hit.start] = hit
    for start, hit in longest.items():
        end = hit.end
        if hit.record >= 0 and text.startswith(_FOR, start - len(_FOR)) and known.kind(hit.record) in _HAVE_PARTS:
            begin = _begin_of_coined(text, start - len(_FOR))
            if begin is not None and not (text[end] == " " and text[end + 1] in ALNUM):
                yield Hit(begin, end, -1, text[begin:end])
        if hit.record < 0 or text[end] != " " or text[end - 1] >= "\x80":
            continue
        kind = known.kind(hit.record)
        if kind not in _HAVE_PARTS:
            continue
        if kind == "hardware" and _begins(text, start):
            end = _end_of_model(text, end, longest)
        if end == hit.end and not (text[end - 1] in DIGITS and not known.names(text[start:end])):  # Windows10 Pro
            end = _end_of_part(text, end, kind)
        if end == hit.end:
            end = _end_of_link(joined, start, end, longest)
        end = _end_of_platform(known, text, start, end, longest)
        if end > hit.end:
            name = text[start : hit.end]
            yield Hit(start, end, -1, (name if name.isupper() else known.canonical(hit.record)) + text[hit.end : end])


def head_of_family(known: Catalogue, name: str) -> int | None:
    """The record of the product that a member's name begins with."""
    at = name.rfind(" ")
    while at > 0:
        number = known.number(name[:at])
        if number is not None:
            return number
        at = name.rfind(" ", 0, at)
    return None


def _end_of_part(text: str, at: int, kind: str) -> int:
    """Where the words end that say which part of the family it is; ``at`` where none do."""
    end = at
    for _ in range(2):
        if text[end] != " " or text[end + 1] not in UPPER:
            break
        begin = end + 1
        end = end_of_word(text, begin)
        word = text[begin:end]
        if word in _PARTS and (text[end] == " " or text[end] not in _GOES_ON):
            kind_of_thing = (kind == "platform" and word == "OS") or (word == "UI" and text.startswith(" Kit", end))
            return at if kind_of_thing else end
        if word not in _BEFORE_PART:
            break
    return at


def _end_of_model(text: str, at: int, longest: Mapping[int, Hit]) -> int:
    """Where the words end that say which device: Quest 2, MEGA 2560; but neither 16GB nor 13inch, nor in English."""
    first = at
    for _ in range(_MOST_WORDS):
        begin = at + 1
        if text[at] != " " or begin in longest or text[begin] not in (UPPER if at == first else ALNUM):
            break
        end = end_of_word(text, begin)
        word = text[begin:end]
        if word in _NO_MODELS or text[end] in _GOES_ON or (text[begin] not in UPPER and not word.isdigit()):
            break
        at = end
    return first if text[at] == " " and text[at + 1] in LOWER else at  # Why Kindle Matters to me


def _end_of_link(joined: Text, start: int, at: int, longest: Mapping[int, Hit]) -> int:
    """Where a link to a page of its own ends that is the name and capitalised words: [Clang Static Analyzer](…)."""
    text = joined.text
    if text[at + 1] not in UPPER:
        return at
    link = joined.mark(start, at, "link")
    if link is None or not may_be_home(link.target) or joined.locate(start)[1] != link.start:
        return at
    end = start + link.end - link.start
    words = text[at + 1 : end].split(" ")
    titled = all(word.isalnum() and word.isascii() and word[0] in UPPER for word in words)
    other = any(at < begun < end for begun in longest)  # Kubernetes Slack
    return end if titled and len(words) <= _MOST_LINKED and words[-1] not in _ABOUT and not other else at


def _end_of_platform(known: Catalogue, text: str, start: int, at: int, longest: Mapping[int, Hit]) -> int:
    """Where a known name ends that "for" stands before: Kagi for Safari; in no English sentence."""
    if not text.startswith(_FOR, at) or not _begins(text, start):
        return at
    other = longest.get(at + len(_FOR))
    if other is None or other.record < 0 or known.kind(other.record) not in _HAVE_PARTS:
        return at
    return at if text[other.end] == " " and text[other.end + 1] in ALNUM - DIGITS else other.end


def _begin_of_coined(text: str, at: int) -> int | None:
    """Where a coined name begins that ends there (GridTab, Enounce MySpeed); None where there is none."""
    begin = start_of_word(text, at)
    if text[at - 1] not in LOWER or not any(sign in UPPER for sign in text[begin + 1 : at]):
        return None
    if not _begins(text, begin):
        begin = start_of_word(text, begin - 1)
        if text[begin] in LOWER or not _begins(text, begin):
            return None
    return None if text[begin - 1] in _GOES_ON else begin


def _begins(text: str, start: int) -> bool:
    """Whether no English word stands before."""
    return text[start - 1] != " " or text[start - 2] not in ALNUM
