"""The services, tools and languages that a post names, under their canonical names.

The automaton of ``catalogue`` gives every spelling that occurs, also overlapping ones; the rules
here throw out what is a part of something else or another sense of the word, and of what is left
the longest wins. (Leftmost-longest search would let "Cloud Runner" hide a valid shorter name.)

What cannot be decided where it stands waits for the rest of the post: "Lambda" counts beside AWS,
"Actions" beside "GitHub Actions", GAS after 「Google Apps Script（以下、GAS）」.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from jpkit.document import Block, Mark
from jpkit.extraction.catalogue import Catalogue, Name, Record, catalogue, fold
from jpkit.extraction.model import Mention, Service
from jpkit.extraction.service_cues import CUES, cued, free_before
from jpkit.extraction.unlisted import Tool, vouched
from jpkit.lazy import lazy
from jpkit.source import Place, Source

# Character classes are ASCII on purpose: to Python's \w and \b a kana is a letter, and BigQueryの
# would not be a name at a boundary.
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_UPPER = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LOWER = frozenset("abcdefghijklmnopqrstuvwxyz")
_DIGITS = frozenset("0123456789")
_ALNUM = _LETTERS | _DIGITS
_NOT_BEFORE = _ALNUM | frozenset("_@\\$")
_NOT_AFTER = _LETTERS | frozenset("_@\\")
_KATAKANA = frozenset(map(chr, (*range(0x30A1, 0x30FB), 0x30FC, 0x30FD, 0x30FE)))
# 楽天的 is optimistic, 印象派家 …: a kanji name that goes on so is a word.
_KANJI_GOES_ON = frozenset("的家派")

# "Docker-based" names Docker; "dbt-snowflake" and "docker-machine" are names of their own.
_ENGLISH_SUFFIX = lazy(
    r"-(?:backed|based|centric|compatible|driven|first|flavou?red|focused|free|friendly|hosted|integrated|like|"
    r"managed|native|only|optimi[sz]ed|oriented|powered|provided|ready|related|side|specific|style|to|using|way)"
    r"(?![0-9A-Za-z])"
)

# "Linux Foundation" is not Linux and "AWS Summit" not AWS: organisations, events, certificates.
_NAME_GOES_ON = lazy(
    r" (?:Association|Award|Awards|Certified|Certification|Conf|Conference|Consortium|Corporation|Day|Days|"
    r"Developers?|Experts?|Foundation|Inc|Kaigi|Matsuri|Next|Partner|Press|Software Foundation|Specialist|Summit|"
    r"User Group|Users Group|Ventures)(?![0-9A-Za-z])"
)

# What may follow a name that is an ordinary word as well and leave it that name.
_COMMON_NOUN = frozenset(
    "API APIs App Apps Bot Boot CLI Client Cluster Cloud Code Console Container Desktop Docs Enterprise Free "
    "Google IDE Image JS Linux Mac Mobile OS Plugin Plus Pod Premium Pro SDK Server Service Services Studio Team "
    "Windows Web Webhook Webhooks Workspace".split()
)
# A capital letter that says nothing: the first word of a sentence, a title in title case.
_SMALL_WORD = frozenset(
    "A About After And As At Before By For From How In Into Is Of On Or Our Over Some The Through To Try Use Using "
    "Via Vs Want What When Which Why With Your".split()
)

_COUNTER = "[年月日時分秒回個つ台本人名件点位目種層段万円割度倍冊枚社章節項番曲話歳才行列文字ヶか]"
# Python3, iOS14, Java 8, Windows 11 Home, Ubuntu 22.04 LTS; not AWS 3つ.
_VERSION = lazy(rf"\d+(?:\.\d+)*(?:\.x)?(?![0-9A-Za-z_])(?!{_COUNTER})")
_SPACED_VERSION = lazy(
    rf" (?:v|ver\.? ?|version )?\d+(?:\.\d+)*(?:\.x)?"
    rf"(?: (?:Home|Pro|Professional|Enterprise|Education|Ultimate|LTS|SP\d|R\d|RC\d?|[Bb]eta(?: ?\d)?)(?![0-9A-Za-z]))?"
    rf"(?![0-9A-Za-z_%,:/\-])(?!\.\d)(?! ?{_COUNTER})"
)
_COUNTED = lazy(rf"\d+{_COUNTER}")
_VERSIONED = frozenset({"language", "platform", "oss"})

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

# Cloud services need their cloud, not any product of the vendor: Gmail says nothing about Spanner.
_CLOUDS = {"Amazon": ("AWS", "Amazon Web Services"), "Google": ("GCP", "Google Cloud"), "Microsoft": ("Azure",)}


_PARTICLE = lazy(r"と(?!い)|[はがをのでにへもや、。・,)）」』\n]|から|まで|より|だ|って|版")  # not noteという単語

# 「Google Apps Script（以下、GAS）」「…（以下「GAS」と略す）」 "… (hereafter GAS)", and bare 「…（GAS）」.
_BINDS = lazy(
    r"[」』\"]? ?[(（] ?((?:以下|以降|以後|通称|略称|略して|hereafter|hereinafter|aka)[、,:：は]? ?)?[「『\"“]?"
    r"([A-Za-z][0-9A-Za-z.+#-]{0,14}|[ァ-ヶー]{2,12})"
    r"[」』\"”]? ?(?:と(?:表記|略|呼|記|い|称|す)[^)）\n]{0,12})?[)）]"
)
# GAS（Google Apps Script）
_BOUND_BY = lazy(r"(?<![0-9A-Za-z_.-])([A-Z][0-9A-Za-z]{1,6}) ?[(（]$")
_LATIN_BEFORE_PAREN = lazy(
    r"((?:[A-Z][A-Za-z-]+ (?:[a-z]+ )?)+[A-Z][A-Za-z-]+)[」』\"]? ?[(（](?:以下[、,]?)?[「『\"]?$"
)


class _Hit(NamedTuple):
    """A stretch of the joined text that one record's spelling, or a vendor and the spelling, take."""

    start: int
    end: int
    record: int
    spelling: str


class _Text(NamedTuple):
    """The blocks as one haystack, "\\n" before, between and behind them and at hard line breaks."""

    text: str
    starts: tuple[int, ...]
    """Where each segment begins in ``text``."""
    origins: tuple[tuple[int, int], ...]
    """The segment's block and its offset in that block's text."""
    blocks: Sequence[Block]
    spans: dict[tuple[int, str], list[Mark]]
    """Marks by block and kind, filled as they are asked for."""

    def locate(self, at: int) -> tuple[int, int]:
        """Block and offset of a place in ``text``."""
        segment = bisect_right(self.starts, at) - 1
        block, offset = self.origins[segment]
        return block, offset + at - self.starts[segment]

    def marked(self, start: int, end: int, *kinds: str) -> bool:
        """Whether the stretch lies inside a mark of one of these kinds (none of which nest in themselves)."""
        block, offset = self.locate(start)
        for kind in kinds:
            marks = self.spans.get((block, kind))
            if marks is None:
                marks = sorted(mark for mark in self.blocks[block].marks if mark.kind == kind)
                self.spans[block, kind] = marks
            at = bisect_right(marks, offset, key=lambda mark: mark.start) - 1
            if at >= 0 and offset + end - start <= marks[at].end:
                return True
        return False


def find_services(blocks: Sequence[Block]) -> tuple[Mention, ...]:
    """Every occurrence of a known name, in reading order; ``key`` is the canonical name.

    Names that the catalogue does not list count where the post vouches for them (``unlisted``). Struck-out
    text, inline code and link texts count; ``kind`` api is found as well (``summarize`` leaves it out). The
    whole post decides what an ambiguous name means, so give all its blocks.
    """
    known = catalogue()
    joined = _join(blocks)
    found = _resolve(known, joined, tuple(_standing_alone(known, joined.text)))
    tools = vouched(blocks)
    if tools:
        found += _vouched_for(known, joined, tools)
    mentions = []
    for hit in _longest(found):
        block, offset = joined.locate(hit.start)
        end = offset + hit.end - hit.start
        surface = blocks[block].text[offset:end]
        key = known.canonical(hit.record) if hit.record >= 0 else hit.spelling
        mentions.append(Mention(key, surface, block, offset, end))
    return tuple(mentions)


def summarize(source: Source, blocks: Sequence[Block], mentions: Iterable[Mention]) -> tuple[Service, ...]:
    """What ``find_services`` found as one value a service: the most frequent first, then by first place.

    APIs (tf.data) are parts of a service and none themselves: they are left out.
    """
    known = catalogue()
    places: dict[str, list[Place]] = {}
    surfaces: dict[str, dict[str, None]] = {}
    for mention in mentions:
        span = blocks[mention.block].span(mention.start, mention.end)
        places.setdefault(mention.key, []).append(source.place(span))
        surfaces.setdefault(mention.key, {})[mention.surface] = None
    services = []
    tools: Mapping[str, Tool] = {}
    for name, where in places.items():
        number = known.number(name)
        if number is not None:
            record = known.record(number)
        else:
            tools = tools or vouched(blocks)
            record = Record(name, None, "oss", tools[name].url, "active", None, None, ())
        if record.kind != "api":
            services.append(
                Service(
                    name=record.name,
                    surfaces=tuple(surfaces[name]),
                    vendor=record.vendor,
                    kind=record.kind,
                    status=record.status,
                    successor=record.successor,
                    since=record.since,
                    url=record.url,
                    count=len(where),
                    places=tuple(where),
                )
            )
    return tuple(sorted(services, key=lambda service: (-service.count, service.places[0])))


_UNLISTED = -1
"""Record of a name that the catalogue does not have: the spelling is all there is."""


def _vouched_for(known: Catalogue, joined: _Text, tools: Mapping[str, Tool]) -> Iterator[_Hit]:
    """Wherever the post has the names of the tools that it vouches for."""
    text = joined.text
    for spelling in tools:
        # A name of the catalogue may be among them, under a flag that its link has answered: marked, Secretlint.
        record = known.number(spelling)
        for start, end in _words_in(text, fold(spelling)):
            if text[start - 1] != "/" or joined.marked(start, end, "link"):
                yield _Hit(start, end, _UNLISTED if record is None else record, spelling)


def _words_in(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a Latin name stands in the text, not as a part of a longer one. Faster than to compile a pattern a post."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        joined = text[start - 1] in _JOINS_BEFORE or text[end] in _JOINS_AFTER
        if not joined and (text[end] != "." or text[end + 1] not in _ALNUM):
            yield start, end
        start = text.find(word, end)


_JOINS_BEFORE = _ALNUM | frozenset("_.@-")
_JOINS_AFTER = _ALNUM | frozenset("_/-")


def _join(blocks: Sequence[Block]) -> _Text:
    parts = [""]
    starts, origins = [], []
    size = 1
    for number, block in enumerate(blocks):
        text = block.text
        done = 0
        for mark in block.marks:
            if mark.kind == "break" and mark.start > done:
                starts.append(size)
                origins.append((number, done))
                parts.append(text[done : mark.start])
                size += mark.start - done + 1
                done = mark.start
        starts.append(size)
        origins.append((number, done))
        parts.append(text[done:])
        size += len(text) - done + 1
    # Two line ends behind, so that a rule may look at two characters after any hit.
    return _Text(fold("\n".join(parts)) + "\n\n", tuple(starts), tuple(origins), blocks, {})


def _standing_alone(known: Catalogue, text: str) -> Iterator[tuple[str, int, int]]:
    """Spellings that are no part of a longer word: the cheap half of the rules, for all hits."""
    endings = known.endings
    for number, start, begun in known.automaton.find_matches_as_indexes(text, overlapping=True):
        if text[start] < "\x80":
            if text[start - 1] in _NOT_BEFORE:
                continue
        elif text[start] in _KATAKANA and text[start - 1] in _KATAKANA:
            continue
        for ending, spelling in endings[number]:
            if ending and not text.startswith(ending, begun):
                continue
            end = begun + len(ending)
            last, after = text[end - 1], text[end]
            if last < "\x80":
                if after in _NOT_AFTER:
                    continue
            elif last in _KATAKANA:
                if after in _KATAKANA:
                    continue
            elif after in _KANJI_GOES_ON:
                continue
            yield spelling, start, end


def _resolve(known: Catalogue, joined: _Text, alone: Sequence[tuple[str, int, int]]) -> list[_Hit]:
    """The hits that count: first those that are sure, then those that the sure ones make so."""
    text = joined.text
    sure: list[_Hit] = []
    waiting: dict[tuple[str, int, int], list[tuple[Name, int]]] = {}
    for spelling, start, end in alone:
        names = known.names(spelling)
        stop = _outer_end(joined, start, end, known.kind(names[0].record))
        if stop is None:
            continue
        undecided = []
        for name in names:
            prefixed = _with_vendor(text, start, end, known.vendor(name.record))
            if prefixed is not None:
                sure.append(_Hit(prefixed, stop, name.record, spelling))
            elif "@" in name.flags:
                if joined.marked(start, end, "code", "link"):
                    sure.append(_Hit(start, stop, name.record, spelling))
            elif name.needs or "^" in name.flags:
                fits = _is_name(known, text, start, end)
                if fits and name.flags == "^":
                    sure.append(_Hit(start, stop, name.record, spelling))
                elif fits or name.flags == "^":
                    undecided.append((name, stop))
            elif "?" in name.flags:
                if cued(text, spelling, start, end):
                    sure.append(_Hit(start, stop, name.record, spelling))
                elif _PARTICLE.match(text, end) and free_before(text, start) and not _is_symbol(text, start, end):
                    undecided.append((name, stop))
            elif "~" in name.flags or "=" in name.flags:
                undecided.append((name, stop))
            else:
                sure.append(_Hit(start, stop, name.record, spelling))
        if undecided:
            waiting[spelling, start, end] = undecided
    # Also of those that a longer one hides: AWS in "AWS Lambda" is a sign that the post is about AWS.
    counted = Counter(hit.record for hit in sure)
    vendors: Counter[str] = Counter()
    for record, count in counted.items():
        vendors[known.vendor(record)] += count
    spelled = {(hit.record, hit.spelling) for hit in sure}
    found = list(sure)
    licences: dict[tuple[str, Name], bool] = {}
    for (spelling, start, _), undecided in waiting.items():
        licensed = []
        for name, stop in undecided:
            if (spelling, name) not in licences:
                licences[spelling, name] = _licensed(known, text, spelling, name, counted, spelled)
            if licences[spelling, name]:
                vendor = known.vendor(name.record)
                licensed.append((vendors[vendor] if vendor else 0, stop, name.record))
        if licensed and not _means_another(text, spelling, start):
            # The first of equals, as the table has them.
            _, stop, record = max(licensed, key=lambda item: item[0])
            found.append(_Hit(start, stop, record, spelling))
    return [*found, *_bound(known, text, found), *_in_small_letters(known, joined, counted)]


def _in_small_letters(known: Catalogue, joined: _Text, counted: Iterable[int]) -> Iterator[_Hit]:
    """mocha in a post that surely names Mocha (one sense a post, Gale et al. 1992), but not in an English sentence."""
    text = joined.text
    for record in counted:
        name = known.canonical(record)
        if len(name) > _SHORTEST_SMALL and _CAPITALISED.fullmatch(name) and known.kind(record) in _VERSIONED:
            small = name.lower()
            for start, end in _words_in(text, small):
                english = text[end] == " " and text[end + 1] in _ALNUM
                if not english and text[start - 1] != "/" and text[end] not in "(:=\\":
                    yield _Hit(start, end, record, small)


_SHORTEST_SMALL = 3
_CAPITALISED = lazy("[A-Z][A-Za-z0-9]+")


def _outer_end(joined: _Text, start: int, end: int, kind: str) -> int | None:
    """Where the name ends with its version, or None where it is part of a path, a file, an identifier."""
    text = joined.text
    if text[start] < "\x80" and _continues_before(joined, start, end):
        return None
    if text[end - 1] >= "\x80":
        return end
    after = text[end]
    if after in _DIGITS:
        if end - start == 1 or text[end - 1] in _DIGITS:
            return None
        version = _VERSION.match(text, end)
        if version is not None:
            return version.end()
        return end if _COUNTED.match(text, end) else None  # AWS3年目 is AWS; V100x is something else
    if after == " ":
        if _NAME_GOES_ON.match(text, end):
            return None
        if kind in _VERSIONED and end - start > 1:
            version = _SPACED_VERSION.match(text, end)
            return end if version is None else version.end()
    return None if after in "-./:(&+#" and _continues_after(joined, start, end) else end


def _continues_before(joined: _Text, start: int, end: int) -> bool:
    """Whether what stands before a Latin name is glued to it: my-docker, .git, std::git, R of P&R."""
    text = joined.text
    before, further = text[start - 1], text[start - 2]
    if before == "-":
        return further in _ALNUM
    if before == ".":
        return further in _ALNUM or text[start] in _LOWER
    if before == ":":
        return further == ":"
    if before == "&":
        return end - start == 1
    return before == "/" and not _listed(joined, start, end)


def _continues_after(joined: _Text, start: int, end: int) -> bool:
    """Whether a mark behind a Latin name makes it part of something: dbt-core, github.com, R&D, C#."""
    text = joined.text
    after, further = text[end], text[end + 1]
    if after == "-":
        return further in _ALNUM and not _ENGLISH_SUFFIX.match(text, end)
    if after == ".":
        return further in _ALNUM
    if after == ":":
        # std::string; javascript:void(0) and gist:1234, but nginx:latest names nginx.
        scheme = text[start] in _LOWER and "!" <= further <= "~" and not joined.marked(start, end, "code")
        return further == ":" or scheme
    if after == "/":
        return not _listed(joined, start, end)
    if after == "(":
        return joined.marked(start, end, "code")
    return end - start == 1


_PATH_CHARACTERS = _ALNUM | frozenset("_.~/+-")
_LONGEST_LIST = 80


def _listed(joined: _Text, start: int, end: int) -> bool:
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
    if whole[0] in "/.~" or "//" in whole:
        return False
    parts = [part for part in whole.split("/") if part]
    # Names in lower case look like directories: npm/yarn is a list because both are names.
    return all(part[0] in _UPPER for part in parts) or (
        len(parts) == 2 and all(catalogue().names(part) for part in parts)
    )


def _with_vendor(text: str, start: int, end: int, vendor: str) -> int | None:
    """Where the vendor's name before a spelling begins; None where there is none, or only the spelling again."""
    if text[start - 1] != " " or text[start - 2] not in _LETTERS or not vendor:
        return None
    for prefix in _PREFIXES.get(vendor) or (vendor + " ",):
        again = text.startswith(prefix[:-1], start) and len(prefix) == end - start + 1
        if text.endswith(prefix, 0, start) and text[start - len(prefix) - 1] not in _NOT_BEFORE and not again:
            return start - len(prefix)
    return None


def _word_before(text: str, at: int) -> str:
    """The ASCII word that ends one blank before ``at``."""
    start = at - 1
    while text[start - 1] in _ALNUM:
        start -= 1
    return text[start : at - 1]


def _word_after(text: str, at: int) -> str:
    end = at + 1
    while text[end] in _ALNUM:
        end += 1
    return text[at + 1 : end]


def _is_name(known: Catalogue, text: str, start: int, end: int) -> bool | None:
    """Whether an ordinary word is a name here; None: it is part of another name; False: perhaps."""
    before, after = text[start - 1], text[end]
    if text[start] >= "\x80":
        clear = not (_is_han(before) or _is_han(after) or before in _KATAKANA or after in _KATAKANA)
        return True if clear else None
    if before == " ":
        word = _word_before(text, start)
        if word and word[0] in _UPPER and not known.names(word) and word not in _SMALL_WORD:
            return None
    if after == " " and text[end + 1] in _UPPER:
        word = _word_after(text, end)
        if not known.names(word) and word not in _COMMON_NOUN:
            return None
    starts_sentence = before == "\n" or (before == " " and text[start - 2] in ".!?:")
    return not (starts_sentence and after == " " and text[end + 1] in _LOWER)


def _is_han(character: str) -> bool:
    """Whether it is a kanji. As a character class it takes 2 ms to compile."""
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or character in "々〆ヶ"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def _is_symbol(text: str, start: int, end: int) -> bool:
    """Whether one letter stands for a quantity: 相関係数R, 変数X."""
    return end - start == 1 and _is_han(text[start - 1])


def _occurs(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands in the text as a word: AI is not in FAIR, but in AIで."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if not (word[0] in _ALNUM and text[at - 1] in _ALNUM) and not (
                word[-1] in _LETTERS and text[end] in _LETTERS
            ):
                return True
            at = text.find(word, at + 1)
    return False


def _licensed(
    known: Catalogue,
    text: str,
    spelling: str,
    name: Name,
    counted: Counter[int],
    spelled: set[tuple[int, str]],
) -> bool:
    """Whether the rest of the post makes an ambiguous name this record's."""
    if "?" in name.flags:
        return (name.record, spelling) in spelled or _occurs(text, CUES[spelling].needs)
    if "^" in name.flags:
        return name.record in counted
    if "=" in name.flags:
        return any(record == name.record and other != spelling for record, other in spelled)
    if name.needs:
        return _occurs(text, name.needs)
    vendor = known.vendor(name.record)
    if not vendor:
        return False
    others = [number for number in counted if number != name.record and known.vendor(number) == vendor]
    if vendor not in _CLOUDS or known.kind(name.record) in ("saas", "hardware"):
        return bool(others)
    return any(known.kind(number) == "cloud-service" for number in others) or _occurs(text, _CLOUDS[vendor])


def _means_another(text: str, spelling: str, start: int) -> bool:
    """Whether a short form stands right behind its long one, which is no known name: "… Matrix (ACM)"."""
    match = _LATIN_BEFORE_PAREN.search(text, max(0, start - 60), start)
    if match is None or not _spells(spelling, match[1]):
        return False
    return not catalogue().names(match[1])


def _spells(short: str, long: str) -> bool:
    """Whether the initials of a name's words, small ones left out, are the short form."""
    initials = "".join(word[0] for word in re.findall(r"[A-Z0-9][0-9A-Za-z]*", long))
    return len(short) > 1 and initials.upper().endswith(short.upper())


def _bound(known: Catalogue, text: str, found: Sequence[_Hit]) -> Iterator[_Hit]:
    """What 「Google Apps Script（以下、GAS）」 makes of every later GAS, whatever the table says."""
    seen = set()
    for hit in found:
        short, at = "", 0
        binds = _BINDS.match(text, hit.end) if text[hit.end] in '(（ 」』"' else None
        if binds is not None:
            short, at = binds[2], binds.start(2)
            stated = binds[1] is not None
        elif text[hit.start - 1] in "(（" and text[hit.end] in ")）、,":
            by = _BOUND_BY.search(text, max(0, hit.start - 10), hit.start)
            if by is not None:
                short, at, stated = by[1], by.start(1), False
        if not short or (short, hit.record) in seen:
            continue
        own = any(name.record == hit.record for name in known.names(short))
        if stated or own or _spells(short, text[hit.start : hit.end]):
            seen.add((short, hit.record))
            edge = _LATIN_EDGES if short[0] < "\x80" else _KATAKANA_EDGES
            for match in re.compile(edge[0] + re.escape(short) + edge[1]).finditer(text, at):
                yield _Hit(match.start(), match.end(), hit.record, "")  # "" wins over the table: _longest


_LATIN_EDGES = ("(?<![0-9A-Za-z_.@/-])", "(?![0-9A-Za-z_-])")
_KATAKANA_EDGES = ("(?<![ァ-ヶー])", "(?![ァ-ヶー])")


def _longest(hits: Iterable[_Hit]) -> list[_Hit]:
    """Of hits that overlap the longest, of equals the one that the text itself binds; in reading order."""
    kept: list[_Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.spelling != "", hit.start)):
        if hit.start not in taken and hit.end - 1 not in taken:
            taken.update(range(hit.start, hit.end))
            kept.append(hit)
    return sorted(kept)
