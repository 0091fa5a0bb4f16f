"""Where an English text has a name of the glossary, and how it should have been written.

Names are compared by their letters alone, so that service mesh, Service-mesh and servicemesh are one.
What then differs is judged: sentence and title case, plurals and hyphens before a noun are English.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jpkit.lazy import lazy
from jpkit.linting.glossary import Term, is_japanese, letters


class Name(NamedTuple):
    """An English name of an entry."""

    text: str
    words: tuple[str, ...]
    between: str
    """What stands between its words, a character each."""
    term: Term
    right: bool
    """Whether it is the name to write, and no variant of it."""
    sure: tuple[bool, ...] = ()
    """Of each word, whether its capital says that it is a name in any case: Helm of Helm repository, no word of
    Shift Left, which may be the title of something."""


class Names(NamedTuple):
    """The English names of a glossary."""

    by_letters: Mapping[str, Name]
    beginnings: frozenset[str]
    """Their first letters, so that most words of a text are dismissed at once."""
    most_words: int
    deliberate: bool
    """As of the glossary."""


class Use(NamedTuple):
    """A name in a text."""

    start: int
    end: int
    found: str
    name: Name
    plural: str
    """What the text has at the end of the name: "", "s" or "es"."""


def names_of(terms: Iterable[Term], *, deliberate: bool) -> Names:
    """The names of terms by their letters; letters that two entries claim are nobody's."""
    right: dict[str, Name | None] = {}
    variants: dict[str, Name | None] = {}
    for term in terms:
        latin = term.en or (term.ja if term.ja and not is_japanese(term.ja) else None)
        if latin is None:
            continue
        name = _name(latin, term, right=True)
        if name is None:
            continue
        _claim(right, name)
        # A service has short names (GCS), which are no mistakes.
        for other in term.others if term.own and not term.service else ():
            variant = None if is_japanese(other) or _is_short_for(other, name) else _name(other, term, right=False)
            if variant is not None and letters(variant.text) != letters(name.text):
                _claim(variants, variant)
    found = {key: name for key, name in {**variants, **right}.items() if name is not None}
    most = max((len(name.words) for name in found.values()), default=0)
    beginnings = frozenset(key[:length] for key in found for length in range(1, _BEGINNING + 1))
    return Names(found, beginnings, most + 1, deliberate)


_PARENTHESIS = lazy(r"\s*[(（][^()（）]*[)）]$")
_WORDS = lazy("[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")
_FEWEST_LETTERS = 3
_SHORT = 3
"""Letters of the words that title case leaves small: as, the, of."""
_BEGINNING = 3
"""Letters of a beginning; shorter ones are kept as well, of names whose first word is short."""


def _name(text: str, term: Term, *, right: bool) -> Name | None:
    """The name, without an acronym in parentheses behind it; None where it has signs or is very short."""
    text = _PARENTHESIS.sub("", text)
    if _WORDS.fullmatch(text) is None or len(text) < _FEWEST_LETTERS or text.isdigit():
        return None
    words = text.replace("-", " ").split(" ")
    between = "".join(c for c in text if c in " -")
    joints = f" {between} "
    alone = [joints[at : at + 2] == "  " for at in range(len(words))]  # and not behind or before a hyphen
    small = any(one and word.islower() and len(word) > _SHORT for one, word in zip(alone, words, strict=True))
    sure = tuple(" " in between and (term.service or small) and one for one in alone)
    return Name(text, tuple(words), between, term, right, sure)


def _claim(names: dict[str, Name | None], name: Name) -> None:
    key = letters(name.text)
    known = names.get(key, name)
    names[key] = known if known is not None and known.text == name.text else None


def _is_short_for(short: str, name: Name) -> bool:
    """Whether a variant is an acronym (FaaS, K8s), or a part of the name's words."""
    acronym = " " not in short and (sum(map(str.isupper, short)) > 1 or any(map(str.isdigit, short)))
    return acronym or set(short.casefold().split()) < {word.casefold() for word in name.words}


# In a text

_BAD_BEFORE = frozenset("_/@#.$=:\\~-&%'’")
_BAD_BEHIND = lazy(r"[_/@=\\(]|[.:'’-][A-Za-z0-9]|[+#]")


def uses(text: str, names: Names) -> Iterator[Use]:
    """The names in a text, leftmost and longest first; none inside addresses, paths and identifiers."""
    for run in _WORDS.finditer(text):
        start, end = run.span()
        # What hyphens join to a part of an address or an identifier is one, too.
        if start and text[start - 1] in _BAD_BEFORE:
            start += len(run[0].split(" ", 1)[0])
        if _BAD_BEHIND.match(text, end) and not text.startswith(("'s", "’s"), end):
            end -= len(run[0].rsplit(" ", 1)[-1])
        if start < end:
            yield from _in_run(
                text, [(match.start(), match[0].lower()) for match in _WORD.finditer(text, start, end)], names
            )


_WORD = lazy("[A-Za-z0-9]+")


def _in_run(text: str, words: list[tuple[int, str]], names: Names) -> Iterator[Use]:
    done = 0
    for at, (start, first) in enumerate(words):
        if at < done or first[:_BEGINNING] not in names.beginnings:
            continue
        found, key = None, ""
        for count, (begin, word) in enumerate(words[at : at + names.most_words], 1):
            key += word
            for plural in ("", "s", "es"):
                name = names.by_letters.get(key.removesuffix(plural)) if key.endswith(plural) else None
                if name is not None:
                    end = begin + len(word)
                    found, done = Use(start, end, text[start:end], name, plural), at + count
                    break
        if found is not None:
            yield found


class Around(NamedTuple):
    """What stands around a name, as far as it matters to how it is written."""

    initial: bool
    """Whether a sentence begins with it."""
    heading: bool
    """Whether it stands in a title, a heading or a cell, where capitals are a matter of style."""
    before: str
    """The word before it and a blank; "" where there is none."""
    behind: str
    japanese: bool
    """Whether the text is Japanese."""
    joined: bool
    """Whether a hyphen joins it to another word: ast-types is a package."""


_BEFORE = lazy("([A-Za-z0-9]+),? $")
_BEHIND = lazy(" ([A-Za-z0-9]+)")


def around(text: str, start: int, end: int, *, heading: bool) -> Around:
    before, behind = _BEFORE.search(text, 0, start), _BEHIND.match(text, end)
    # Endpos makes "$" the place of the name.
    return Around(
        before is None,
        heading,
        before[1] if before else "",
        behind[1] if behind else "",
        is_japanese(text),
        text[start - 1 : start] == "-" or text[end : end + 1] == "-",
    )


def better(use: Use, where: Around, names: Names) -> str | None:
    """How the name should have been written there; None where it is right, or a matter of taste."""
    name = use.name
    if where.joined and use.found.islower():
        return None
    singular = use.found.removesuffix(use.plural) if use.plural else use.found
    if not name.right:
        return None if where.japanese else _dressed(use, name.term.en or "", where, names)
    found = _WORD.findall(singular)
    between = "".join(character for character in singular if character in " -")
    if _is_other_division(use, found, between, where) or _is_other_case(use, found, where, names):
        wanted = _dressed(use, name.text, where, names)
        return wanted if wanted != use.found else None
    return None


_PARTICLES = frozenset("back by down in off on out over up".split())
_NO_NOUN = frozenset(
    "a also and are as at be been but by can for from has have if in into is it may must nor of on or should so than "
    "that the then they this to was we were when where which while will with you".split()
)


def _is_other_division(use: Use, found: list[str], between: str, where: Around) -> bool:
    """Whether the words are divided otherwise, where that is no matter of grammar."""
    name = use.name
    if between == name.between and len(found) == len(name.words):
        return False
    if where.japanese:
        return False
    if len(found) != len(name.words):
        if not name.term.own and _has_inner_capital(name.text):
            return False  # ServiceAccount is an identifier, what it is called is another matter
        # An identifier, serviceMesh; the noun and the verb, login and log in.
        return not _has_inner_capital(use.found) and found[-1].casefold() not in _PARTICLES
    if any(one == "-" and other == " " for one, other in zip(between, name.between, strict=True)):
        # A hyphen before a noun makes an adjective of the name: service-mesh architecture.
        return not where.behind or where.behind.casefold() in _NO_NOUN
    # Of a hyphenated adjective the hyphen goes where it stands behind its noun: the tests are end to end.
    return name.between.rfind("-") < len(name.between) - 1


def _has_inner_capital(text: str) -> bool:
    return any(character.isupper() for word in _WORD.findall(text) for character in word[1:]) and not text.isupper()


def _is_other_case(use: Use, found: list[str], where: Around, names: Names) -> bool:
    name = use.name
    if len(found) != len(name.words) or use.found.isupper():
        return False
    trusted = name.term.own or where.japanese
    for one, word, sure in zip(found, name.words, name.sure, strict=True):
        if _is_wrong_word(one, word, sure=names.deliberate and (sure or trusted)):
            return True
    # Of a name in small letters: Service mesh within a sentence, service Mesh anywhere.
    # (Title case leaves short words small, and may do so behind a hyphen: Role-based.)
    small = [
        one
        for one, word, before in zip(found, name.words, " " + name.between, strict=True)
        if word.islower() and len(word) > _SHORT and before == " "
    ]
    capitals = [one[:1].isupper() for one in small]
    if where.heading or where.japanese or not any(capitals) or all(capitals):
        return False
    if any(word[:1].isupper() and word.casefold() not in _NO_NOUN for word in (where.before, where.behind)):
        return False  # within a longer name
    first_only = found[0][:1].isupper() and not any(one[:1].isupper() for one in found[1:])
    # Within a sentence, Ingress controller may have a name in it that the glossary does not know for one.
    return not (first_only and (where.initial or not name.term.own))


def _is_wrong_word(found: str, word: str, *, sure: bool) -> bool:
    """Whether a word that the glossary writes with capitals is written otherwise; ``sure``: also in small ones."""
    if word.islower() or found == word or found.isupper():
        return False
    if word.isupper():
        # An acronym that is a word as well: rest, soap.
        return len(word) >= _FEWEST_LETTERS and word.casefold() not in _ALSO_WORDS
    if any(character.isupper() for character in word[1:]):
        return True
    return sure or not found.islower()


_ALSO_WORDS = frozenset(
    "acid aim ajax base care dash dry edge flex gnome hat lamp map mean next pod ram rest safe saga scale sharp smart "
    "soap solid spa spark tap tile trim wave".split()
)


def _dressed(use: Use, text: str, where: Around, names: Names) -> str:
    """A name as the text has it: with its plural, and with the capitals of a title or a sentence."""
    if not names.deliberate:
        text = _WORD.sub(lambda word: word[0].lower() if word[0].istitle() else word[0], text)
    words = _WORD.findall(use.found)
    if len(words) > 1 and all(word[:1].isupper() for word in words if len(word) > _SHORT) and not use.found.isupper():
        text = _WORD.sub(_capital, text)
    elif words[0][:1].isupper() and (where.initial or where.heading) and text.split()[0].islower():
        text = text[:1].upper() + text[1:]
    return text + use.plural


def _capital(word: re.Match[str]) -> str:
    """A word as title case has it, which leaves short ones small within."""
    at_an_end = not word.start() or word.end() == len(word.string)
    return word[0].capitalize() if word[0].islower() and (len(word[0]) > _SHORT or at_an_end) else word[0]
