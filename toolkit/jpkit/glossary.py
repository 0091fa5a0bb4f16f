"""One glossary for the site: what the posts say of a term or a service, put together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import Definition, Entry, Evidence, PostResult
from jpkit.ids import with_ids
from jpkit.lazy import lazy

_SURE = 0.12
"""Score from which a term of a single Japanese post is worth an entry without further evidence."""
_SURE_ENGLISH = 0.3
_SURE_ENGLISH_WORD = 0.5
"""The same for English, whose scores run higher, and for one of its plain words."""
_REPEATED = 0.05
"""Score from which a key term of two posts is worth one."""
_DEFINED = 0.005
"""Score from which a term is worth one that a post defines."""


@dataclass(slots=True)
class _Gathered:
    """What is known of one key so far."""

    kind: str
    spellings: dict[str, dict[str, int]] = field(default_factory=lambda: {"ja": {}, "en": {}})
    readings: dict[str, str | None] = field(default_factory=dict)
    scores: list[float] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    count: int = 0
    name: str = ""
    explained: bool = False
    abbreviations: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    translations: dict[str, float] = field(default_factory=dict)


def build_glossary(posts: Sequence[PostResult]) -> tuple[Entry, ...]:
    """Entries for the key terms and the services of all posts, in the order of their ids.

    A term gets an entry where the evidence carries it: it is plainly a key term of one post, a key
    term of several, or one that a post defines, abbreviates or gives in both languages. Author
    profiles (`content/authors/`) are about people and add nothing.
    """
    posts = [post for post in posts if not _is_profile(post.path)]
    services = _services(posts)
    terms = _terms(posts, taken={key for gathered in services.values() for key in _keys(gathered)})
    definitions = _definitions(posts)
    for post in posts:
        _add_abbreviations(post, terms, services)
        _add_pairs(post, terms)
    gathered = [
        *services.items(),
        *((key, term) for key, term in terms.items() if _worth_an_entry(key, term, definitions)),
    ]
    return with_ids([_entry(key, value, definitions) for key, value in gathered])


def _is_profile(path: str) -> bool:
    return "authors" in path.split("/")[:-1]


def _services(posts: Sequence[PostResult]) -> dict[str, _Gathered]:
    found: dict[str, _Gathered] = {}
    for post in posts:
        for service in post.services:
            gathered = found.setdefault(term_key(service.name), _Gathered("service", name=service.name))
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
            gathered = found.setdefault(term.key, _Gathered("term"))
            gathered.posts.append(post.path)
            gathered.count += term.count
            gathered.scores.append(term.score)
            _count(gathered.spellings["ja" if post.lang == "ja" else "en"], term.term, term.count)
            gathered.readings.setdefault(term.term, term.reading)
    return found


def _add_abbreviations(post: PostResult, terms: dict[str, _Gathered], services: dict[str, _Gathered]) -> None:
    """GCS is no entry of its own beside Google Cloud Storage; the long form lists it."""
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


def _add_pairs(post: PostResult, terms: dict[str, _Gathered]) -> None:
    """The two names that a text pairs are one entry, under the Japanese key."""
    for pair in post.pairs:
        ja, en = term_key(pair.ja), term_key(pair.en)
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
        gathered.translations[pair.en] = max(pair.score, gathered.translations.get(pair.en, 0.0))


def _absorb(one: _Gathered, other: _Gathered) -> None:
    """Add to one term what is known under its other name."""
    one.count += other.count
    one.scores.extend(other.scores)
    one.posts.extend(path for path in other.posts if path not in one.posts)
    one.abbreviations.extend(short for short in other.abbreviations if short not in one.abbreviations)
    one.explained = one.explained or other.explained


def _definitions(posts: Sequence[PostResult]) -> dict[tuple[str, str], tuple[Definition, str]]:
    """The surest definition of every key in each language, the first of equals."""
    best: dict[tuple[str, str], tuple[Definition, str]] = {}
    for post in posts:
        for definition in post.definitions:
            known = best.get((definition.key, definition.lang))
            if known is None or known[0].score < definition.score:
                best[definition.key, definition.lang] = (definition, post.path)
    return best


def _worth_an_entry(key: str, term: _Gathered, definitions: dict[tuple[str, str], tuple[Definition, str]]) -> bool:
    best = max(term.scores, default=0.0)
    english = _most_frequent(term.spellings["en"])
    sure = _SURE
    if english and not term.spellings["ja"]:
        sure = _SURE_ENGLISH_WORD if english.islower() and " " not in english else _SURE_ENGLISH
    if best >= sure or term.explained:
        return True
    defined = (key, "ja") in definitions or (key, "en") in definitions
    return (defined and best >= _DEFINED) or (best >= _REPEATED and len(set(term.posts)) > 1)


def _entry(key: str, gathered: _Gathered, definitions: dict[tuple[str, str], tuple[Definition, str]]) -> Entry:
    ja, en = _names(gathered)
    keys = [key, *(term_key(name) for name in (*gathered.abbreviations, ja, en) if name)]
    shown = {ja, en, *gathered.abbreviations}
    spellings = {**gathered.spellings["ja"], **gathered.spellings["en"]}
    missing = 1.0
    for score in gathered.scores:
        missing *= 1 - score
    return Entry(
        id="",
        ja=ja,
        en=en,
        reading=gathered.readings.get(ja or ""),
        kind=gathered.kind,
        variants=tuple(sorted(spelling for spelling in spellings if spelling not in shown)),
        abbreviations=tuple(gathered.abbreviations),
        definition_ja=_definition(definitions, keys, "ja"),
        definition_en=_definition(definitions, keys, "en"),
        translation_score=max(gathered.translations.values()) if gathered.translations else None,
        evidence=tuple(dict.fromkeys(gathered.evidence)),
        count=gathered.count,
        score=round(1 - missing, 3),
        posts=tuple(sorted(set(gathered.posts))),
    )


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


def _definition(
    definitions: dict[tuple[str, str], tuple[Definition, str]], keys: Iterable[str], lang: str
) -> tuple[str, str, int] | None:
    for key in keys:
        if (key, lang) in definitions:
            definition, path = definitions[key, lang]
            return definition.text, path, definition.line
    return None


_LATIN = lazy("[A-Za-z]")


def _keys(gathered: _Gathered) -> set[str]:
    return {term_key(name) for name in (gathered.name, *gathered.spellings["ja"], *gathered.spellings["en"])}


def _most_frequent(spellings: dict[str, int] | dict[str, float]) -> str | None:
    return max(spellings, key=lambda spelling: (spellings[spelling], spelling)) if spellings else None


def _count(counts: dict[str, int], name: str, more: int) -> None:
    counts[name] = counts.get(name, 0) + more
