"""The services, tools and languages that a post names, under their canonical names.

The ``catalogue`` gives every spelling that occurs, also overlapping ones; the rules
here throw out what is a part of something else or another sense of the word, and of what is left
the longest wins. (Leftmost-longest search would let "Cloud Runner" hide a valid shorter name.)

What cannot be decided where it stands waits for the rest of the post: "Lambda" counts beside AWS,
"Actions" beside "GitHub Actions", GAS after 「Google Apps Script（以下、GAS）」.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from jpkit.document import Block, places_of
from jpkit.extraction.catalogue import Catalogue, Record, catalogue, fold
from jpkit.extraction.model import Mention, Service
from jpkit.extraction.readings import in_script, reading
from jpkit.extraction.service_bounds import NOT_BEFORE, standing_alone
from jpkit.extraction.service_links import linked, programs
from jpkit.extraction.service_members import head_of_family, members
from jpkit.extraction.service_misspelt import misspelt, misspelt_members
from jpkit.extraction.service_others import without_others
from jpkit.extraction.service_respelt import completed, recapitalised, respelt
from jpkit.extraction.service_same import one_name_each
from jpkit.extraction.service_senses import resolve
from jpkit.extraction.service_text import ALNUM, Hit, Text, beside_english, join, words_in
from jpkit.extraction.unlisted import vouched
from jpkit.extraction.unlisted_lists import listed
from jpkit.extraction.unlisted_names import Tool
from jpkit.lazy import lazy
from jpkit.source import Source


def find_services(blocks: Sequence[Block], tools: Mapping[str, Tool] | None = None) -> tuple[Mention, ...]:
    """Every occurrence of a known name, in reading order; ``key`` is the canonical name.

    Names that the catalogue does not list count where the post vouches for them: ``tools`` are those, by default all
    but what only its code and its bare addresses say (``unlisted.vouched``). Struck-out text, inline code and link
    texts count; ``kind`` api is found as well (``summarize`` leaves it out). The whole post decides what an ambiguous
    name means, so give all its blocks.
    """
    tools = vouched(blocks) if tools is None else tools
    known = catalogue()
    joined = join(blocks)
    occurring = known.occurring(joined.text, NOT_BEFORE)
    found = resolve(known, joined, standing_alone(joined.text, occurring.spelled))
    found += _vouched_for(known, joined, [*linked(known, blocks), *tools.values()])
    found += recapitalised(known, joined, occurring.recapitalised)
    found += _vouched_for(known, joined, [Tool(name, None) for name in listed(known, joined.text, found)])
    found += [*completed(known, joined, found)]
    found += [*respelt(known, joined, occurring, found), *misspelt(joined, occurring.strange, found)]
    found += [*members(known, joined, found), *misspelt_members(known, joined, found)]
    hits = without_others(joined, _longest(found))
    names = one_name_each(known, joined.text, hits, tools)
    mentions = []
    for hit in hits:
        block, offset = joined.locate(hit.start)
        end = offset + hit.end - hit.start
        surface = blocks[block].text[offset:end]
        key = known.canonical(hit.record) if hit.record >= 0 else names[hit.spelling]
        mentions.append(Mention(key, surface, block, offset, end))
    return tuple(mentions)


def summarize(
    source: Source,
    blocks: Sequence[Block],
    mentions: Iterable[Mention],
    tools: Mapping[str, Tool] | None = None,
    *,
    script: str | None = None,
) -> tuple[Service, ...]:
    """What ``find_services`` found, given the same tools, as one value a service: the most frequent first.

    Equals come by first place. Their names have readings in ``script`` if that is given.

    APIs (tf.data) are parts of a service and none themselves: they are left out.
    """
    tools = vouched(blocks) if tools is None else tools
    found: dict[str, list[tuple[int, int, int]]] = {}
    surfaces: dict[str, dict[str, None]] = {}
    for key, surface, block, start, end in mentions:
        found.setdefault(key, []).append((block, start, end))
        surfaces.setdefault(key, {})[surface] = None
    services = []
    for name, where in found.items():
        record = _record(name)
        if record is None:
            tool = tools.get(name)
            record = _unlisted(name) if tool is None else Record(name, None, tool.kind, tool.url, *_OF_THE_POST)
        # Where the post's own link leads if the catalogue has no address.
        links = (tools[surface].url for surface in surfaces[name] if surface in tools)
        url = record.url or next(filter(None, links), None)
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
                    url=url,
                    count=len(where),
                    places=places_of(source, blocks, where),
                    reading=in_script(reading(record.name), script) if script else None,
                )
            )
    return tuple(sorted(services, key=lambda service: (-service.count, service.places[0])))


@lru_cache(maxsize=4096)  # a site names the same services in post after post
def _record(name: str) -> Record | None:
    """What the catalogue has under a canonical name."""
    number = catalogue().number(name)
    return None if number is None else catalogue().record(number)


_OF_THE_POST = ("active", None, None, ())


@lru_cache(maxsize=4096)
def _unlisted(name: str) -> Record:
    """A name of which neither the catalogue nor the post says anything: what the head of its family is."""
    known = catalogue()
    head = head_of_family(known, name)
    if head is None:
        return Record(name, None, "oss", None, *_OF_THE_POST)
    return Record(name, known.vendor(head) or None, known.kind(head), None, *_OF_THE_POST)


_NUMBERED = lazy(r"[a-z](?<!es)\d$")
_UNLISTED = -1
"""Record of a name that the catalogue does not have: the spelling is all there is."""


def _vouched_for(known: Catalogue, joined: Text, tools: Iterable[Tool]) -> Iterator[Hit]:
    """Wherever the post has the names that it vouches for."""
    text = joined.text
    for name, _, _ in tools:
        # A name of the catalogue may be among them, under a flag that the post has answered so: marked, Secretlint.
        names = programs(known, name)
        if not names and _NUMBERED.search(name):  # wrangler2 is Wrangler; lodash-es6 is no lodash-es
            names = programs(known, name[:-1])
        record = names[0].record if len({one.record for one in names}) == 1 else _UNLISTED
        # A name that is also a word is none in an English sentence, unless a link has it.
        word = name.isascii() and name.isalpha() and name.islower()
        for start, end in words_in(text, fold(name)):
            if text[start - 1] == "/":
                counts = joined.marked(start, end, "link") and not _is_scoped(text, start)
            else:
                counts = not word or not beside_english(text, start, end) or joined.marked(start, end, "link", "code")
            if counts:
                yield Hit(start, end, record, name)


def _is_scoped(text: str, at: int) -> bool:
    """Whether @scope/ stands before: the scope belongs to the name."""
    start = at - 1
    while text[start - 1] in ALNUM or text[start - 1] in "-_.":
        start -= 1
    return text[start - 1] == "@"


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Of hits that overlap the longest; in reading order."""
    kept: list[Hit] = []
    overlapping: list[Hit] = []
    last = 0
    for hit in sorted(hits, key=itemgetter(0)):
        if hit[0] >= last:
            kept += _longest_of(overlapping) if len(overlapping) > 1 else overlapping
            overlapping = [hit]
            last = hit[1]
        elif hit != overlapping[-1]:  # four in five that overlap another are found by two rules
            overlapping.append(hit)
            last = max(last, hit[1])
    return kept + _longest_of(overlapping)


def _longest_of(hits: Sequence[Hit]) -> list[Hit]:
    """The same for hits of which each overlaps another.

    Of equals the one that the text itself binds, then the one with the longer spelling: iPhone4, not iPhone's 4.
    """
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.spelling != "", -len(hit.spelling), hit.start)):
        if hit.start not in taken and hit.end - 1 not in taken:
            taken.update(range(hit.start, hit.end))
            kept.append(hit)
    return sorted(kept)
