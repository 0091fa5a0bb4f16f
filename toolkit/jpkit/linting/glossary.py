"""The site's glossary as the rules see it: which of its entries pages are held to, under which names.

Held to is what a person would defend: an entry of the author's own, and one whose two names aligned
pages or the text itself pair with a score of .9 or more, where nine of ten are right. Of the others
the names are only known, so that a shorter one inside them is not taken for itself.
"""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from jpkit.document import HOLE
from jpkit.errors import JpkitError
from jpkit.lazy import lazy
from jpkit.linting.model import Text
from jpkit.looks import digest, looked, recording
from jpkit.site import read_bytes

if TYPE_CHECKING:
    from jpkit.extraction.model import Entry
    from jpkit.linting.english_names import Names
    from jpkit.linting.page import GlossaryAt

# Paths are text here, as in ``site``.
# ruff: noqa: PTH100

_SURE = 0.9
_PAIRED = ("aligned", "parenthesis")


_HELD_TO = Text(
    "The glossary is what --glossary or lint.glossary names, else glossary.json or glossary.csv in the output folder "
    "of jpkit extract. Of a glossary that is named, all entries hold but for translations that jpkit itself is not "
    "sure of, and in its JSON terms for which it found none; of one that is only there, those that the author has "
    "confirmed, and the spellings and names of those "
    "that page pairs or parentheses translate with a score of {score} or more.",
    "用語集は、--glossaryかlint.glossaryで指定したもの、"
    "なければjpkit extractの出力先のglossary.jsonかglossary.csvです。"
    "指定した用語集では、訳語のスコアが低い項目と、jpkitが書き出したJSONで訳語のない用語を除くすべてを基準にします。"
    "出力先にあっただけのものでは、著者が確認した項目と、"
    "対訳ページか括弧書きから得た訳語のスコアが{score}以上の項目だけを基準にします。",
)


def held_to(en: str, ja: str) -> Text:
    """A rule's reason, with what all rules on the glossary have to say of it."""
    policy = Text(*(text.format(score=_SURE) for text in _HELD_TO))
    return Text(f"{en} {policy.en}", f"{ja}{policy.ja}")


class Term(NamedTuple):
    """An entry that pages are held to."""

    ja: str | None
    en: str | None
    place: str
    """Path and line of the entry, as messages show them: `jpkit-out/glossary.json:12`."""
    others: tuple[str, ...] = ()
    """Its variants and abbreviations in both languages."""
    own: bool = False
    """Whether the author vouches for it."""
    service: bool = False


class Spelling(NamedTuple):
    """A Japanese name as the glossary has it."""

    text: str
    term: Term | None
    """The entry of which it is a variant; None where the spelling is right."""


@dataclass(frozen=True, eq=False)
class Glossary:
    """What pages are held to."""

    terms: tuple[Term, ...]
    spellings: Mapping[str, tuple[Spelling, ...]]
    """Japanese names by their first two characters, longest first."""
    variants: frozenset[str]
    """Those of them that are to be replaced."""
    deliberate: bool
    """Whether a capital says that a word is a name: not in a list whose every word has one."""

    @cached_property
    def translated(self) -> Mapping[str, Term]:
        """Terms with a name in both languages, by the Japanese one."""
        return {term.ja: term for term in self.terms if term.ja and term.en}

    @cached_property
    def names(self) -> "Names":
        """The English names."""
        from jpkit.linting.english_names import names_of  # for the rules that look for them

        return names_of(self.terms, deliberate=self.deliberate)


def glossary_at(at: "GlossaryAt") -> Glossary:
    """The glossary of a file, as a result that depends on it: the look is recorded.

    Raises:
        JpkitError: it cannot be read.
    """
    look_at_glossary(at.path)
    return read(at.path, own=at.own)


def look_at_glossary(path: str) -> None:
    """Record that a result depends on the file. It is read once a process, however many pages ask."""
    looked("glossary", path, lambda: _digest(os.path.abspath(path)))


@cache
def _digest(path: str) -> str:
    try:
        return digest(read_bytes(path))
    except JpkitError as error:
        return error.detail


def read(path: str, *, own: bool) -> Glossary:
    """The glossary of a file; ``own`` says whether the author named it.

    Raises:
        JpkitError: it cannot be read.
    """
    return _read(os.path.abspath(path), path, own)


@cache
def _read(_: str, path: str, own: bool) -> Glossary:
    from jpkit.glossary_file import read_glossary  # json, csv: where there is one

    with recording():  # the look of the caller stands for it
        listed = read_glossary(path)
    terms = tuple(_term(entry, f"{path}:{line}", own=own) for entry, line in listed if _holds(entry, own=own))
    spellings = _spellings(terms, {entry.ja for entry, _ in listed if entry.ja})
    return Glossary(
        terms,
        _by_start(spellings.values()),
        frozenset(spelling.text for spelling in spellings.values() if spelling.term),
        _is_deliberate([entry.en for entry, _ in listed if entry.en and entry.kind == "term"]),
    )


def _holds(entry: "Entry", *, own: bool) -> bool:
    how = {evidence.how for evidence in entry.evidence}
    if "author" in how:
        return True
    if entry.translation_score is None:
        # In a glossary of jpkit's own (only that lists posts), a term without translation is a guess at its capitals.
        return own and (not entry.posts or entry.kind == "service")
    return entry.translation_score >= _SURE and not how.isdisjoint(_PAIRED)


def _term(entry: "Entry", place: str, *, own: bool) -> Term:
    vouched = own or any(evidence.how == "author" for evidence in entry.evidence)
    others = (*entry.variants, *entry.abbreviations)
    return Term(entry.ja, entry.en, place, others, vouched, entry.kind == "service")


def _is_deliberate(names: list[str]) -> bool:
    return sum(name[:1].islower() for name in names) * 2 >= len(names)


def letters(text: str) -> str:
    """What spellings of one name share: the letters and digits, case folded."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


# Japanese names

_JAPANESE = lazy("[\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\u3005]")


def is_japanese(text: str) -> bool:
    """Whether there is kana or kanji in it."""
    return _JAPANESE.search(text) is not None


def _spellings(terms: Iterable[Term], names: set[str]) -> dict[str, Spelling]:
    """Every Japanese name with the entry that spells it otherwise; what two entries claim is nobody's."""
    found = {name: Spelling(name, None) for name in names if is_japanese(name)}
    claimed: dict[str, Spelling] = {}
    for term in terms:
        for text in term.others if term.ja else ():
            # Of what was only counted in the posts, another word may be meant otherwise; another spelling not.
            replaced = (term.own and not term.service) or _is_one_word(text, term.ja or "")
            if text in found or len(text) < 2 or not is_japanese(text) or not replaced:
                continue
            other = claimed.get(text)
            claimed[text] = Spelling(text, term if other is None or (other.term and other.term.ja == term.ja) else None)
    return {**claimed, **found}


_LOOSE = lazy("[ー・ \u3000-]")
_HIRAGANA = lazy("[\u3041-\u3096]")
_KANJI = lazy("[\u4e00-\u9fff\u3005]")
_SMALL = str.maketrans("ァィゥェォッャュョヮ", "アイウエオツヤユヨワ")


def _is_one_word(one: str, other: str) -> bool:
    """Whether two names differ in long vowels, middle dots, blanks, small kana or okurigana only."""
    return _skeleton(one) == _skeleton(other)


def _skeleton(text: str) -> str:
    folded = _LOOSE.sub("", unicodedata.normalize("NFKC", text).casefold()).translate(_SMALL)
    return _HIRAGANA.sub("", folded) if len(_KANJI.findall(folded)) > 1 else folded


def _by_start(spellings: Iterable[Spelling]) -> dict[str, tuple[Spelling, ...]]:
    found: dict[str, list[Spelling]] = {}
    for spelling in spellings:
        found.setdefault(spelling.text[:2], []).append(spelling)
    return {start: tuple(sorted(same, key=lambda one: (-len(one.text), one.text))) for start, same in found.items()}


def japanese_names(text: str, glossary: Glossary) -> Iterator[tuple[int, Spelling]]:
    """Where a text has a Japanese name, leftmost and longest first.

    One look a character, whatever the glossary's size. A name is whole where the script changes or
    the text ends: クラスタ is no part of クラスタリング, but stands in クラスタ管理.
    """
    starts = glossary.spellings
    done = 0
    for run in _RUN.finditer(text):
        for at in range(max(run.start(), done), run.end()):
            if at < done or text[at : at + 2] not in starts:
                continue
            for spelling in starts[text[at : at + 2]]:
                if text.startswith(spelling.text, at) and _is_whole(text, at, spelling):
                    yield at, spelling
                    done = at + len(spelling.text)
                    break


_RUN = lazy("[A-Za-z]*[\u3041-\u30ff\u4e00-\u9fff\u3005]+")
"""Where a Japanese name may begin: not within Latin text, which has none."""
_PARTICLES = frozenset("をはがにでのともへや")


def _is_whole(text: str, start: int, spelling: Spelling) -> bool:
    name = spelling.text
    end = start + len(name)
    before, after = text[start - 1 : start], text[end : end + 1]
    first, last = _script(name[0]), _script(name[-1])
    if before == HOLE:  # where an address ends in Japanese, this is the rest of it
        return False
    if before and first and _script(before) == first and not (first == "hiragana" and before in _PARTICLES):
        return False
    if after and last and last != "hiragana" and _script(after) == last:
        return False
    # 見積, where the glossary writes 見積もり, stands in 見積を出す, and not in 見積もる and 見積る.
    preferred = spelling.term.ja if spelling.term else None
    if preferred is None or not preferred.startswith(name) or last != "kanji" or _script(after) != "hiragana":
        return True
    return after in _PARTICLES and not preferred.startswith(name + after)


def _script(character: str) -> str:
    if "\u30a1" <= character <= "\u30fa" or character == "ー":
        return "katakana"
    if "\u4e00" <= character <= "\u9fff" or character == "々":
        return "kanji"
    if "\u3041" <= character <= "\u3096":
        return "hiragana"
    return "latin" if character.isascii() and character.isalnum() else ""
