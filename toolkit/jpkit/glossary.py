"""One glossary for the site: what the posts say of a term or a service, put together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from jpkit.bilingual.model import TermPair
from jpkit.bilingual.seen import Seen, seen_in
from jpkit.bilingual.transliteration import similarity
from jpkit.bilingual.without_pages import Lookup, without_pages
from jpkit.bilingual.worth import worth
from jpkit.definition_index import DefinitionIndex, index_definitions, look_up
from jpkit.extraction.english import english_key
from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import Definition, Entry, Evidence, PostResult
from jpkit.ids import with_ids
from jpkit.lazy import lazy
from jpkit.site import is_profile

_TRANSLATED = 0.9
"""Score from which the two names that pages and their translations have for a thing are taken for one."""

_LIKELY = 0.5
"""And from which they say that English from elsewhere means another thing."""

_HEARD = 0.9
"""How surely two names in katakana are one English word, for them to be spellings of it."""

_KEPT = 0.7
"""How surely an editor would keep a term that gets an entry (``bilingual.worth``)."""
_KEPT_EXPLAINED = 0.5
"""The same for one that a post defines, abbreviates or gives in both languages: its author thought it worth that;
and for one that pages and their translations name."""


class _Gathered:
    """What is known of one key so far."""

    def __init__(self, kind: str, name: str = "") -> None:
        self.kind = kind
        self.name = name
        self.spellings: dict[str, dict[str, int]] = {"ja": {}, "en": {}}
        self.readings: dict[str, str | None] = {}
        self.scores: list[float] = []
        self.posts: list[str] = []
        self.count = 0
        self.explained = False
        self.abbreviations: list[str] = []
        self.evidence: list[Evidence] = []
        self.translations: dict[str, float] = {}
        self.pair: TermPair | None = None
        """What page pairs say of it."""


def build_glossary(
    posts: Sequence[PostResult], translations: Iterable[TermPair] = (), dictionary: Lookup | None = None
) -> tuple[Entry, ...]:
    """Entries for the key terms and the services of all posts, in the order of their ids.

    Of the key terms, and of the names that pages and their ``translations`` have in common, those get an entry that
    an editor would keep, by what they look like and what the posts say of them. What nothing on the site gives in
    English may have it from the vocabulary, Sudachi's synonyms and the user's ``dictionary``. Author profiles
    (`content/authors/`) are about people and add nothing.
    """
    posts = [post for post in posts if not is_profile(post.path)]
    services = _services(posts)
    taken = {key for gathered in services.values() for key in _keys(gathered)}
    terms = _terms(posts, taken=taken)
    definitions = index_definitions(posts)
    bound: dict[str, str] = {}
    for post in posts:
        bound.update(_add_abbreviations(post, terms, services))
    for post in posts:
        _add_pairs(post, terms, bound)
    translations = tuple(translations)
    _add_translations(translations, terms, taken)
    likely = {pair.key: term_key(pair.en) for pair in translations if pair.score >= _LIKELY}
    _add_without_pages(terms, dictionary, likely)
    _add_inflected(terms)
    _add_respelled(terms)
    seen = seen_in(posts)
    gathered = [
        *services.items(),
        *((key, term) for key, term in terms.items() if _worth_an_entry(key, term, definitions, seen)),
    ]
    return with_ids([_entry(key, value, definitions) for key, value in gathered])


def _services(posts: Sequence[PostResult]) -> dict[str, _Gathered]:
    found: dict[str, _Gathered] = {}
    for post in posts:
        for service in post.services:
            key = term_key(service.name)
            gathered = found.get(key)
            if gathered is None:
                gathered = found[key] = _Gathered("service", service.name)
            gathered.posts.append(post.path)
            gathered.count += service.count
            gathered.readings.setdefault(service.name, service.reading)
            gathered.scores.append(min(0.3 + 0.1 * service.count, 0.9))
            for surface in service.surfaces:
                _count(gathered.spellings["en" if surface.isascii() else "ja"], surface, 1)
    return found


def _terms(posts: Sequence[PostResult], *, taken: set[str]) -> dict[str, _Gathered]:
    found: dict[str, _Gathered] = {}
    for post in posts:
        for term in post.terms:
            if term.key in taken:
                continue
            gathered = found.get(term.key)
            if gathered is None:
                gathered = found[term.key] = _Gathered("term")
            gathered.posts.append(post.path)
            gathered.count += term.count
            gathered.scores.append(term.score)
            _count(gathered.spellings["ja" if post.lang == "ja" else "en"], term.term, term.count)
            gathered.readings.setdefault(term.term, term.reading)
    return found


def _add_abbreviations(
    post: PostResult, terms: dict[str, _Gathered], services: dict[str, _Gathered]
) -> Iterator[tuple[str, str]]:
    """SRP is no entry of its own beside Single Responsibility Principle; the long form lists it.

    What comes back is the key of each short form and the English name that it stands for.
    """
    for abbreviation in post.abbreviations:
        short, long = term_key(abbreviation.short), term_key(abbreviation.long)
        if short in services or long in services or short == long:
            continue
        gathered = terms.get(long)
        if gathered is None:
            if short not in terms:
                continue
            gathered = terms.setdefault(long, _Gathered("term"))
            _count(gathered.spellings["en" if abbreviation.long.isascii() else "ja"], abbreviation.long, 1)
            gathered.posts.append(post.path)
        gathered.explained = True
        if abbreviation.short not in gathered.abbreviations:
            gathered.abbreviations.append(abbreviation.short)
        if short in terms:
            _absorb(gathered, terms.pop(short))
        if abbreviation.long.isascii():
            yield short, abbreviation.long


def _add_pairs(post: PostResult, terms: dict[str, _Gathered], bound: Mapping[str, str]) -> None:
    """The two names that a text pairs are one entry, under the Japanese key.

    An acronym is paired for the name that is ``bound`` to it: 単一責任原則（SRP）, whichever post spells it out.
    """
    for pair in post.pairs:
        name = bound.get(term_key(pair.en), pair.en)
        ja, en = term_key(pair.ja), term_key(name)
        gathered, other = terms.get(ja), terms.get(en)
        if gathered is None:
            if other is None:
                continue
            gathered = other
        elif other is not None and other is not gathered:
            _absorb(gathered, terms.pop(en))
        here = (post.path, pair.place.line)
        gathered.explained = True
        gathered.evidence.append(Evidence("parenthesis", here, here))
        _count(gathered.spellings["ja"], pair.ja, 1)
        gathered.translations[name] = max(pair.score, gathered.translations.get(name, 0.0))


def _add_translations(translations: Iterable[TermPair], terms: dict[str, _Gathered], taken: Set[str]) -> None:
    """The two names that pages and their translations have for a thing are one entry.

    Two Japanese names with one English stay two entries: 可観測性 and オブザーバビリティ are one thing, 演算子 and
    オペレーター are not. Spellings of one loan word do not (``_add_respelled``).
    """
    for pair in translations:
        # What never stands alone is a piece of longer names; a Latin name has its translation in itself.
        if pair.score < _TRANSLATED or not pair.alone or pair.ja.isascii() or pair.key in taken:
            continue
        gathered = terms.setdefault(pair.key, _Gathered("term"))
        other = terms.get(term_key(pair.en))
        if other is not None and other is not gathered and other.pair is None:
            _absorb(gathered, terms.pop(term_key(pair.en)))
        gathered.pair = pair
        gathered.count = max(gathered.count, pair.meetings)
        gathered.translations[pair.en] = pair.score
        _count(gathered.spellings["ja"], pair.ja, pair.meetings)
        for place in pair.places:
            ja, en = (place.ja_path, place.ja_line), (place.en_path, place.en_line)
            gathered.evidence.append(Evidence("aligned", ja, en))
            gathered.posts.extend((place.ja_path, place.en_path))


def _add_without_pages(terms: dict[str, _Gathered], dictionary: Lookup | None, likely: Mapping[str, str]) -> None:
    """English from vocabulary and dictionaries for terms that have none, or but an acronym that it spells out.

    ``likely`` are keys with those of their English on page pairs: what has another one there has another sense, and
    分散 is no variance where it is distributed.
    """
    names = {}
    for key, term in terms.items():
        ja = _most_frequent(term.spellings["ja"])
        if ja and not ja.isascii() and not term.spellings["en"] and all(en.isupper() for en in term.translations):
            names[ja] = key
    english = [en for term in terms.values() for en in (*term.spellings["en"], *term.translations)]
    for ja, found in without_pages(names, english_of_site=english, dictionary=dictionary).items():
        if found.score < _TRANSLATED or likely.get(names[ja]) not in (None, term_key(found.en)):
            continue
        gathered = terms[names[ja]]
        gathered.abbreviations.extend(en for en in gathered.translations if en not in gathered.abbreviations)
        gathered.translations = {found.en: found.score}
        gathered.evidence.append(Evidence(found.how, None, None))
        en = term_key(found.en)
        if en in terms and terms[en] is not gathered and not terms[en].spellings["ja"]:
            _absorb(gathered, terms.pop(en))


def _add_inflected(terms: dict[str, _Gathered]) -> None:
    """Admission Controllers is no entry beside アドミッションコントローラー, admission controller."""
    named: dict[str, _Gathered] = {}
    for term in terms.values():
        for en in term.translations:
            named.setdefault(english_key(en), term)
    for key, term in tuple(terms.items()):
        names = () if term.translations else (*term.spellings["ja"], *term.spellings["en"])
        if names and all(map(str.isascii, names)):
            other = named.get(english_key(min(names)))
            if other is not None:
                _absorb(other, terms.pop(key))


def _add_respelled(terms: dict[str, _Gathered]) -> None:
    """リポジトリ and レポジトリ both spell one English word as it sounds: one entry, the rarer one a variant."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for key, term in terms.items():
        ja, en = _names(term) if term.translations else (None, None)
        if ja and en and _KATAKANA.fullmatch(ja):
            found.setdefault(english_key(en), []).append((key, ja, en))
    for same in found.values():
        # To listen is dear, and most have a word for themselves.
        keys = [key for key, ja, en in same if len(same) > 1 and similarity(ja, en) >= _HEARD]
        if len(keys) < 2:
            continue
        first, *others = sorted(keys, key=lambda key: (-terms[key].count, key))
        one = terms[first]
        for key in others:
            term = terms[key]
            _absorb(one, terms.pop(key))
            for spelling, count in term.spellings["ja"].items():
                # Of two as frequent, the name is that of the entry, not of its variant.
                _count(one.spellings["ja"], spelling, min(count, max(one.spellings["ja"].values()) - 1))


def _absorb(one: _Gathered, other: _Gathered) -> None:
    """Add to one term what is known under its other name."""
    one.count += other.count
    one.posts.extend(path for path in other.posts if path not in one.posts)
    one.abbreviations.extend(short for short in other.abbreviations if short not in one.abbreviations)
    one.explained = one.explained or other.explained
    one.scores.extend(other.scores)
    one.evidence.extend(other.evidence)
    one.translations.update(other.translations)


def _worth_an_entry(key: str, term: _Gathered, definitions: DefinitionIndex, seen: Mapping[str, Seen]) -> bool:
    known = seen.get(key) or Seen(score=max(term.scores, default=None))
    known = known._replace(times=term.count, defined=bool(look_up(definitions, [key])), explained=term.explained)
    if term.pair is not None:
        titled = known.titled or term.pair.titled
        known = known._replace(pages=len(set(term.posts)), titled=titled, inside=round(1 - term.pair.alone, 3))
    sure = _KEPT_EXPLAINED if known.explained or known.defined or term.pair is not None else _KEPT
    return worth(*_names(term), known) >= sure


def _entry(key: str, gathered: _Gathered, definitions: DefinitionIndex) -> Entry:
    ja, en = _names(gathered)
    shown = {ja, en, *gathered.abbreviations}
    spellings = {**gathered.spellings["ja"], **gathered.spellings["en"]}
    defined = look_up(definitions, [key, *filter(None, (*gathered.abbreviations, ja, en)), *sorted(spellings)])
    missing = 1.0
    for score in gathered.scores:
        missing *= 1 - score
    return Entry(
        id="",
        ja=ja,
        en=en,
        reading=gathered.readings.get(ja or ""),
        kind=gathered.kind,
        variants=tuple(sorted(_variants(spellings.keys(), shown))),
        abbreviations=tuple(gathered.abbreviations),
        definition_ja=_definition(*defined["ja"]) if "ja" in defined else None,
        definition_en=_definition(*defined["en"]) if "en" in defined else None,
        translation_score=max(gathered.translations.values()) if gathered.translations else None,
        evidence=tuple(dict.fromkeys(gathered.evidence)),
        count=gathered.count,
        score=round(1 - missing, 3),
        posts=tuple(sorted(set(gathered.posts))),
    )


def _variants(spellings: Set[str], shown: Set[str | None]) -> set[str]:
    """Other spellings and other names. What English does with any name is none: a plural, a capital, a release."""
    others = spellings - shown
    if not others:
        return set()
    english = {english_key(name) for name in shown if name and name.isascii()}
    return {
        spelling
        for spelling in others
        if not (spelling.isascii() and english_key(spelling) in english)
        and not (
            (release := _RELEASE.fullmatch(spelling)) and _is_among(release[1], (*spellings, *filter(None, shown)))
        )
    }


def _is_among(name: str, names: Iterable[str]) -> bool:
    return english_key(name) in map(english_key, names)


def _names(gathered: _Gathered) -> tuple[str | None, str | None]:
    """The Japanese and the English name. A Latin name that Japanese posts use is both."""
    if gathered.kind == "service":
        # スプレッドシート is a Japanese name of Google Sheets; freee会計 only says more than freee.
        kana = {name: count for name, count in gathered.spellings["ja"].items() if not _LATIN.search(name)}
        return (_most_frequent(kana) or gathered.name, gathered.name if gathered.name.isascii() else None)
    ja = _most_frequent(gathered.spellings["ja"])
    en = _most_frequent(gathered.translations) or _most_frequent(gathered.spellings["en"])
    if en is None and ja is not None and ja.isascii():
        en = ja
    return ja, en


def _definition(definition: Definition, path: str) -> tuple[str, str, int]:
    return definition.text, path, definition.line


_LATIN = lazy("[A-Za-z]")
_RELEASE = lazy(r"(.*[^\s\d.])[ -]?v?\d+(?:\.\d+)*")
_KATAKANA = lazy("[\u30a1-\u30fa\u30fc]+")


def _keys(gathered: _Gathered) -> set[str]:
    return {term_key(name) for name in (gathered.name, *gathered.spellings["ja"], *gathered.spellings["en"])}


def _most_frequent(spellings: dict[str, int] | dict[str, float]) -> str | None:
    if len(spellings) < 2:
        return next(iter(spellings), None)
    return max(spellings, key=lambda spelling: (spellings[spelling], spelling))


def _count(counts: dict[str, int], name: str, more: int) -> None:
    counts[name] = counts.get(name, 0) + more
