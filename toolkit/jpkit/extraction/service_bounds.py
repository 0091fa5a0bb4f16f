"""Where a name of the catalogue begins and ends: what stands beside it may make it a part of something else."""

from collections.abc import Iterable
from operator import itemgetter

from jpkit.extraction.catalogue import catalogue
from jpkit.extraction.service_text import ALNUM, DIGITS, LOWER, Text, sign_goes_on
from jpkit.lazy import lazy
from jpkit.letters import KATAKANA, LETTERS, is_han

NOT_BEFORE = ALNUM | frozenset("_@\\$")
_NOT_AFTER = LETTERS | frozenset("_@\\")
# 楽天的 is optimistic, 印象派家 …: a kanji name that goes on so is a word.
_KANJI_GOES_ON = frozenset("的家派")
# 楽天鳳凰 is no 天鳳; but 旧一太郎 is 一太郎, and 各楽天市場 are some.
_BEFORE_KANJI = frozenset("旧新現元前各同両")

# "Docker-based" names Docker; "dbt-snowflake" and "docker-machine" are names of their own.
_ENGLISH_SUFFIX = lazy(
    r"-(?:backed|based|centric|compatible|driven|first|flavou?red|focused|free|friendly|hosted|integrated|like|"
    r"managed|native|only|optimi[sz]ed|oriented|powered|provided|ready|related|side|specific|style|to|using|way)"
    r"(?![0-9A-Za-z])"
)

# "Linux Foundation" is not Linux and "AWS Summit" not AWS: organisations, events, certificates, books, papers.
_NAME_GOES_ON = lazy(
    r" (?:Association|Awards?|Blog|Certified|Certification|Conf|Conference|Consortium|Cookbook|"
    r"Corporation|Daily|Days?|Developers?|Engineering|Experts?|Fest|Foundation|Hacks|Inc|Kaigi|Licen[cs]e|Magazine|Matsuri|Meetup|"
    r"Newsletter|Next|Night|Partner|Podcast|Press|Primer|Software Foundation|Specialist|Summit|Team|Tips|User Group|"
    r"Users Group|Ventures|Weekly|Wiki)(?![0-9A-Za-z])"
)

_COMPANY = "株式会社"
_COUNTER = (
    "(?:[年月日分秒回個つ台本人名件位目種層段万円割度倍冊枚社章節項番曲話歳才行列文字]"
    "|点(?!から)|時(?!代|点)|[かヶ][月所国年])"
)
# A number is taken whole or not at all, with what says that it is none yet: 3.6, 2.x, 1.8a2, 42β, 3 Beta 5, 6.0 SP6.
_NUMBER = r"\d++(?:(?:\.\d+)++(?:\.?x|(?:[ab]|rc)\d*+)?+|\.x)?+[αβ]?+"
_EDITION = (
    r"(?: (?:Home|Pro|Professional|Enterprise|Education|Ultimate|LTS|SP\d|R\d|RC\d?|[Bb]eta(?: ?\d)?|[Aa]lpha(?: ?\d)?"
    r"|[αβ])(?![0-9A-Za-z]))?"
)
# Python3, iOS14, Java 8, Windows 11 Home, Ubuntu 22.04 LTS; not AWS 3つ.
_VERSION = lazy(rf"{_NUMBER}(?![0-9A-Za-z_]|,\d)(?!{_COUNTER})")
_SPACED_VERSION = lazy(rf" (?:v|ver\.? ?|version )?{_NUMBER}{_EDITION}(?![0-9A-Za-z_%/\-])(?![,:.]\d)(?! ?{_COUNTER})")
_COUNTED = lazy(rf"\d+(?:{_COUNTER}|,\d)")
VERSIONED = frozenset({"language", "platform", "oss"})

# How a vendor stands before its services. Others: the vendor's own name.
_PREFIXES = {
    "Amazon": ("Amazon ", "AWS "),
    "Google": ("Google Cloud Platform ", "Google Cloud ", "GCP ", "Google "),
    "Microsoft": ("Microsoft Azure ", "Azure ", "Microsoft ", "MS "),
    "Apache Software Foundation": ("Apache ",),
    "Elastic": ("Elastic ",),
    "GNU Project": ("GNU ",),
    "Meta": ("Meta ", "Facebook "),
    "NVIDIA": ("NVIDIA ", "Nvidia "),
    "Notion Labs": ("Notion ",),
    "任天堂": ("Nintendo ",),
}


def standing_alone(text: str, spelled: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Spellings that are no part of a longer word, in reading order: the cheap half of the rules, for all hits."""
    found = []
    for spelling, start, end in spelled:
        last, after = text[end - 1], text[end]
        if last < "\x80":
            goes_on = after in _NOT_AFTER
        elif last in KATAKANA:
            goes_on = after in KATAKANA
        else:
            goes_on = after in _KANJI_GOES_ON
        within = text[start] > "\x7f" and is_han(text[start]) and is_han(text[start - 1])
        if not goes_on and not (within and text[start - 1] not in _BEFORE_KANJI):
            found.append((spelling, start, end))
    found.sort(key=itemgetter(1, 2))
    return found


def outer_end(joined: Text, start: int, end: int, kind: str) -> int | None:
    """Where the name ends with its version, or None where it is part of a path, a file, an identifier."""
    text = joined.text
    if text[start] < "\x80" and _continues_before(joined, start, end):
        return None
    after = text[end]
    if after == "社" or text.endswith(_COMPANY, 0, start):  # its maker: GitHub社, 株式会社SmartHR
        return None
    if text[end - 1] >= "\x80":
        return end
    if after in DIGITS:
        if end - start == 1 or text[end - 1] in DIGITS:
            return None
        version = _VERSION.match(text, end)
        if version is not None:
            return None if _goes_on(text, start, version.end()) else version.end()
        return end if _COUNTED.match(text, end) else None  # AWS3年目 is AWS; V100x is something else
    if after == " ":
        if _NAME_GOES_ON.match(text, end):
            return None
        if kind in VERSIONED and end - start > 1:
            version = _SPACED_VERSION.match(text, end)
            if version is None or _is_footnote(text, version.end()):
                return end
            return None if _goes_on(text, start, version.end()) else version.end()
    return None if after in "-./:(&+#" and _continues_after(joined, start, end) else end


def _goes_on(text: str, start: int, at: int) -> bool:
    """Whether a name goes on behind a version: zlib1.dll, JsDoc3-manual-jp, Apache 2.0 License; IE6-8 does not."""
    sign, further = text[at], text[at + 1]
    if sign == " ":
        return _NAME_GOES_ON.match(text, at) is not None
    return further in LETTERS and (sign == "." or (sign == "-" and not _is_suffix(text, start, at)))


def _is_footnote(text: str, at: int) -> bool:
    """Whether a number that ends here is that of a footnote: MeCab 3), in no brackets."""
    return text[at] == ")" and text.rfind("(", text.rfind("\n", 0, at), at) < 0


def _is_suffix(text: str, start: int, at: int) -> bool:
    """Whether an English ending of an adjective is glued to a name that begins at ``start``: Docker-based.

    "Kubernetes-native" is such a word, but a small name makes a package of it: imagemagick-native.
    """
    native = text[start] in LOWER and text.startswith("-native", at)
    return not native and _ENGLISH_SUFFIX.match(text, at) is not None


def _continues_before(joined: Text, start: int, end: int) -> bool:
    """Whether what stands before a Latin name is glued to it: my-docker, --git, .git, std::git, R of P&R."""
    text = joined.text
    before, further = text[start - 1], text[start - 2]
    if before == "-":
        return further in ALNUM or (further == "-" and text[start] in LOWER)
    if before == ".":
        return further in ALNUM or text[start] in LOWER
    if before == ":":
        return further == ":"
    if before == "&":
        return end - start == 1
    return before == "/" and not _listed(joined, start, end)


def _continues_after(joined: Text, start: int, end: int) -> bool:
    """Whether a mark behind a Latin name makes it part of something: dbt-core, github.com, R&D, C#."""
    text = joined.text
    after, further = text[end], text[end + 1]
    if after == "-":
        return further in ALNUM and not _is_suffix(text, start, end)
    if after == ".":
        return further in ALNUM
    if after in "+#":
        return end - start == 1 or sign_goes_on(text, end)
    if after == ":" and text[start:end] == "javascript":
        return True
    if after == ":":
        # std::string, chrome://flags; javascript:void(0) and gist:1234, but nginx:latest names nginx.
        scheme = text[start] in LOWER and "!" <= further <= "~" and not joined.marked(start, end, "code")
        return further in ":/" or scheme
    if after == "/":
        return not _listed(joined, start, end)
    if after == "(":
        return joined.marked(start, end, "code")
    return end - start == 1


_PATH_CHARACTERS = ALNUM | frozenset("_.~/+-")
_LONGEST_LIST = 80
_FEWEST_KNOWN = 3


def _listed(joined: Text, start: int, end: int) -> bool:
    """Whether a slash beside a name separates names (AWS/GCP) and no parts of a path (/etc/nginx)."""
    if joined.marked(start, end, "code"):
        return False
    text = joined.text
    first, last = max(0, start - _LONGEST_LIST), min(len(text) - 1, end + _LONGEST_LIST)
    while start > first and text[start - 1] in _PATH_CHARACTERS:
        start -= 1
    while end < last and text[end] in _PATH_CHARACTERS:
        end += 1
    whole = text[start:end]
    if whole[0] == "/" and text[start - 1] in KATAKANA:  # ブラウザ/Node
        names = whole[1:].split("/")
        return all(catalogue().names(name) for name in names)
    if whole[0] in "/.~" or "//" in whole:
        return False
    link = joined.mark(start, end, "link")
    # nodejs/node: an owner and the repository; next.js/head.js: a file in one.
    if link is not None and (f"/{whole}/" in f"{link.target}/" or "/blob/" in link.target):
        return False
    parts = [part for part in whole.split("/") if part]
    # Names in lower case look like directories: npm/yarn is a list because both are names.
    if not any(map(str.islower, parts)):
        return True
    known = sum(bool(catalogue().names(part)) for part in parts)
    return known == 2 if len(parts) == 2 else known >= _FEWEST_KNOWN and 2 * known > len(parts)


def with_vendor(text: str, start: int, end: int, vendor: str) -> int | None:
    """Where the vendor's name before a spelling begins; None where there is none, or only the spelling again."""
    if text[start - 1] != " " or text[start - 2] not in LETTERS or not vendor:
        return None
    for prefix in _PREFIXES.get(vendor) or (vendor + " ",):
        again = text.startswith(prefix[:-1], start) and len(prefix) == end - start + 1
        if text.endswith(prefix, 0, start) and text[start - len(prefix) - 1] not in NOT_BEFORE and not again:
            return start - len(prefix)
    return None
