"""Whether a word where a name could stand is that name: first what is sure, then what the sure ones make so."""

from collections import Counter
from collections.abc import Iterable, Sequence

from jpkit.extraction.catalogue import Catalogue, Name, catalogue
from jpkit.extraction.service_bindings import bound, spells
from jpkit.extraction.service_bounds import outer_end, with_vendor
from jpkit.extraction.service_cues import CUES, beyond, cued, free_before
from jpkit.extraction.service_text import ALNUM, LOWER, UPPER, Hit, Text, end_of_word, start_of_word
from jpkit.lazy import lazy
from jpkit.letters import KATAKANA, LETTERS, is_han

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

# Cloud services need their cloud, not any product of the vendor: Gmail says nothing about Spanner.
_CLOUDS = {"Amazon": ("AWS", "Amazon Web Services"), "Google": ("GCP", "Google Cloud"), "Microsoft": ("Azure",)}


_PARTICLE = lazy(r"と(?!い)|[はがをのでにへもや、。・,)）」』\n]|から|まで|より|だ|って|版")  # not noteという単語

_LATIN_BEFORE_PAREN = lazy(
    r"((?:[A-Z][A-Za-z-]+ (?:[a-z]+ )?)+[A-Z][A-Za-z-]+)[」』\"]? ?[(（](?:以下[、,]?)?[「『\"]?$"
)


def resolve(known: Catalogue, joined: Text, alone: Sequence[tuple[str, int, int]]) -> list[Hit]:
    """The hits that count: first those that are sure, then those that the sure ones make so."""
    text = joined.text
    sure: list[Hit] = []
    waiting: dict[tuple[str, int, int], list[tuple[Name, int]]] = {}
    for spelling, start, end in alone:
        names = known.names(spelling)
        stop = outer_end(joined, start, end, known.kind(names[0].record))
        if stop is None or (text.startswith(" of ", end) and text.endswith(" a ", 0, start) and spelling.islower()):
            continue  # a bevy of sailors
        undecided = []
        for name in names:
            prefixed = with_vendor(text, start, end, known.vendor(name.record)) if text[start - 1] == " " else None
            if prefixed is not None:
                sure.append(Hit(prefixed, stop, name.record, spelling))
            elif name.flags in ("", "!") or ("*" in name.flags and between_japanese(joined, start, end)):
                sure.append(Hit(start, stop, name.record, spelling))
            elif "@" in name.flags:
                if joined.marked(start, end, "code", "link"):
                    sure.append(Hit(start, stop, name.record, spelling))
            elif name.needs or "^" in name.flags:
                fits = _is_name(known, text, start, end)
                if fits and name.flags == "^":
                    sure.append(Hit(start, stop, name.record, spelling))
                elif fits or name.flags == "^":
                    undecided.append((name, stop))
            elif "?" in name.flags:
                if cued(text, spelling, start, end):
                    sure.append(Hit(start, stop, name.record, spelling))
                elif (
                    _PARTICLE.match(text, beyond(text, end))
                    and free_before(text, start)
                    and not _is_symbol(text, start, end)
                ):
                    undecided.append((name, stop))
            else:  # ~ of the same vendor, =
                undecided.append((name, stop))
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
            found.append(Hit(start, stop, record, spelling))
    return [*found, *bound(known, text, found)]


def _word_before(text: str, at: int) -> str:
    """The ASCII word that ends one blank before ``at``."""
    return text[start_of_word(text, at - 1) : at - 1]


def _word_after(text: str, at: int) -> str:
    return text[at + 1 : end_of_word(text, at + 1)]


def _is_name(known: Catalogue, text: str, start: int, end: int) -> bool | None:
    """Whether an ordinary word is a name here; None: it is part of another name; False: perhaps."""
    before, after = text[start - 1], text[end]
    if text[start] >= "\x80":
        clear = not (is_han(before) or is_han(after) or before in KATAKANA or after in KATAKANA)
        return True if clear else None
    if before == " ":
        word = _word_before(text, start)
        if word and word[0] in UPPER and not known.names(word) and word not in _SMALL_WORD:
            return None
    if after == " " and text[end + 1] in UPPER:
        word = _word_after(text, end)
        if not known.names(word) and word not in _COMMON_NOUN:
            return None
    starts_sentence = before == "\n" or (before == " " and text[start - 2] in ".!?:")
    if starts_sentence and after == " " and text[end + 1] in LOWER:
        return text[end_of_word(text, end + 1)] >= "\x80"  # React likeな書き方
    return True


def between_japanese(joined: Text, start: int, end: int) -> bool:
    """Whether no Latin word and no sign of code stands beside a word, and what follows it is Japanese: 「Babelで書く」.

    Or the line ends, 「開発はBabel」; but a line with nothing else is a heading or a cell, where words stand as well.

    Not a person (Evansさん), nor a meeting's name (Ruby会議).
    """
    text = joined.text
    before = text[start - 2] if text[start - 1] == " " else text[start - 1]
    after = end + 1 if text[end] == " " else end
    if (before < "\x80" and before not in "\n,(") or before in KATAKANA:
        return False
    if text[after] < "\x80" and (text[after] not in "\n)" or before == "\n"):
        return False
    return not text.startswith(_NO_PRODUCT, after) and not joined.marked(start, end, "code")


# People and companies, Spannerという工具, events, a word that is translated, Flashメモリ, Apacheライセンス, Julia集合.
_NO_PRODUCT = tuple(
    "さん 氏 社 様 ら という 会議 勉強会 カンファレンス （ の法則 の定理 メモリ ライセンス 集合".split()
)


def _is_symbol(text: str, start: int, end: int) -> bool:
    """Whether one letter stands for a quantity: 相関係数R, 変数X."""
    return end - start == 1 and is_han(text[start - 1])


def occurs(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands in the text as a word: AI is not in FAIR, but in AIで."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if not (word[0] in ALNUM and text[at - 1] in ALNUM) and not (word[-1] in LETTERS and text[end] in LETTERS):
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
        return (name.record, spelling) in spelled or occurs(text, CUES[spelling].needs)
    if "^" in name.flags:
        return name.record in counted
    if "=" in name.flags:
        return any(record == name.record and other != spelling for record, other in spelled)
    if name.needs:
        return occurs(text, name.needs)
    vendor = known.vendor(name.record)
    if not vendor:
        return False
    others = [number for number in counted if number != name.record and known.vendor(number) == vendor]
    if vendor not in _CLOUDS or known.kind(name.record) in ("saas", "hardware"):
        return bool(others)
    return any(known.kind(number) == "cloud-service" for number in others) or occurs(text, _CLOUDS[vendor])


def _means_another(text: str, spelling: str, start: int) -> bool:
    """Whether a short form stands right behind its long one, which is no known name: "… Matrix (ACM)"."""
    if text[start - 1] not in '(（「『"、,下':
        return False
    match = _LATIN_BEFORE_PAREN.search(text, max(0, start - 60), start)
    if match is None or not spells(spelling, match[1]):
        return False
    return not catalogue().names(match[1])
