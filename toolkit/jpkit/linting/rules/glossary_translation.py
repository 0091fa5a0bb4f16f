"""A page that translates a term otherwise than the site's glossary does."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from jpkit.linting.glossary import Glossary, Term, held_to, is_japanese, japanese_names, letters
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._prose import in_code, is_quoted, prose
from jpkit.linting.rules.translation_differs import original_of

if TYPE_CHECKING:
    from jpkit.document import Block

_HEADING = Text(
    en="'{name}' of {path}:{line} is '{other}' in the glossary, which this heading lacks; write it [{place}]",
    ja="{path}:{line}の'{name}'は、用語集では'{other}'ですが、この見出しにはありません。揃えてください [{place}]",
)
_PAGE = Text(
    en="'{name}' ({times}× in {path}) is '{other}' in the glossary, which this page never says; write it [{place}]",
    ja="'{name}'（{path}に{times}回）は、用語集では'{other}'ですが、"
    "このページには一度も出てきません。揃えてください [{place}]",
)
_BRACKETS = Text(
    en="'{found}' is given for '{name}', which is '{other}' in the glossary; write that [{place}]",
    ja="'{name}'に'{found}'を当てていますが、用語集では'{other}'です。揃えてください [{place}]",
)


def check(page: Page, *, uses: int = 3) -> Iterator[Problem]:
    glossary = page.glossary
    if glossary is None:
        return
    yield from _in_brackets(page, glossary)
    original = original_of(page)
    if original is None or not page.document.blocks or not original.document.blocks:
        return
    if {_language(page), _language(original)} != {"ja", "en"}:
        return
    yield from _of_original(page, original, glossary, uses)


# Names side by side: 冪等性（idempotency）

_BEHIND = re.compile("[(（]([A-Za-z]+(?:[ -][A-Za-z]+)*)[)）]")


def _in_brackets(page: Page, glossary: Glossary) -> Iterator[Problem]:
    by_name = glossary.translated
    if not is_japanese(page.source.text) or _BEHIND.search(page.source.text) is None:
        return
    for block, key in prose(page):
        if _BEHIND.search(block.text) is None:
            continue
        for at, (name, _) in japanese_names(block.text, glossary):
            end = at + len(name)
            term, match = by_name.get(name), _BEHIND.match(block.text, end)
            if term is None or match is None or in_code(block, at) or in_code(block, end + 1):
                continue
            if is_quoted(block, at, end) or is_japanese(block.text[at - 1 : at]):
                continue  # a longer name is explained
            if not _is_other_name(match[1], term):
                continue
            text = _BRACKETS(found=match[1], name=name, other=term.en, place=term.place)
            yield Problem(block.span(match.start(1), match.end(1)), text, key)


def _is_other_name(found: str, term: Term) -> bool:
    """Whether Latin words behind a Japanese name are another translation of it, and no example, acronym or remark."""
    en = term.en or ""
    if _Said(found).says_any((en, *term.others)) or not (found.islower() or _shares_a_word(found, en)):
        return False
    acronym = "".join(word[0] for word in found.replace("-", " ").split())
    return letters(acronym) != letters(en) and len(found) > 3


def _shares_a_word(one: str, other: str) -> bool:
    return not set(one.casefold().split()).isdisjoint(other.casefold().split())


# A page and its original


def _language(page: Page) -> str:
    if page.lang is not None:
        return page.lang[:2]
    return "ja" if is_japanese(page.source.text) else "en"


class _Part(NamedTuple):
    """A title or heading."""

    block: "Block"
    key: str | None
    level: int


def _of_original(page: Page, original: Page, glossary: Glossary, uses: int) -> Iterator[Problem]:
    own, theirs = _parts(page), _parts(original)
    if not _is_whole(page, original) or [part.level for part in own] != [part.level for part in theirs]:
        return  # a part is missing, and its terms with it
    reported: set[Term] = set()
    for here, there in zip(own, theirs, strict=True):
        for name, term in _found(there.block, glossary):
            # A heading that says more may say it in another way.
            same = _bare(there.block.text) == _bare(name)
            if same and term not in reported and not _Said(here.block.text).says_any(_names(term, name, glossary)):
                reported.add(term)
                line = original.source.position(there.block.span(0, 1).start).line
                text = _HEADING(name=name, path=original.path, line=line, other=_other(term, name), place=term.place)
                yield Problem(here.block.span(0, len(here.block.text)), text, here.key)
    said = _Said(" ".join(block.text for block, _ in prose(page)))
    for (term, name), places in _terms_of(original, glossary).items():
        if not term.own and " " not in (term.en or ""):
            continue  # of a plain word (type: 型, タイプ), page pairs show one of several translations
        if len(places) >= uses and term not in reported and not said.says_any(_names(term, name, glossary)):
            block, key = _opposite(page, original, places[0])
            text = _PAGE(name=name, times=len(places), path=original.path, other=_other(term, name), place=term.place)
            yield Problem(block.span(0, len(block.text)), text, key)


def _opposite(page: Page, original: Page, index: int) -> "tuple[Block, str | None]":
    """The block that translates one of the original; the first one where the two are not built alike."""
    own = prose(page)
    alike = [block.kind for block, _ in own] == [block.kind for block, _ in prose(original)]
    return own[index if alike else 0]


_LEAST = 0.8
"""Of the original's paragraphs, those that a translation has which is not still to be written."""


def _is_whole(page: Page, original: Page) -> bool:
    counts = len(page.document.blocks), len(original.document.blocks)
    return min(counts) >= _LEAST * max(counts)


def _parts(page: Page) -> list[_Part]:
    return [_Part(block, key, block.level) for block, key in prose(page) if key == "title" or block.kind == "heading"]


def _terms_of(page: Page, glossary: Glossary) -> dict[tuple[Term, str], list[int]]:
    """The terms that a page uses, and in which of its blocks."""
    places: dict[tuple[Term, str], list[int]] = {}
    for index, (block, _) in enumerate(prose(page)):
        for name, term in _found(block, glossary):
            places.setdefault((term, name), []).append(index)
    return places


def _found(block: "Block", glossary: Glossary) -> Iterator[tuple[str, Term]]:
    """The names of terms in a block, in the language of the block."""
    if is_japanese(block.text):
        for at, (name, _) in japanese_names(block.text, glossary):
            term = glossary.translated.get(name)
            if term is not None and not in_code(block, at):
                yield name, term
    else:
        from jpkit.linting.english_names import uses

        for use in uses(block.text, glossary.names):
            term = use.name.term
            if use.name.right and term.ja and term.en and not in_code(block, use.start):
                yield term.en, term


def _other(term: Term, name: str) -> str:
    return (term.en if name == term.ja else term.ja) or ""


def _names(term: Term, name: str, glossary: Glossary) -> Iterable[str]:
    """All that may stand for a term in the other language: what any entry of that name has."""
    yield from (term.ja or "", term.en or "", *term.others)
    for other in glossary.terms:
        if other is not term and name in (other.ja, other.en):
            yield from (other.ja or "", other.en or "", *other.others)


def _bare(text: str) -> str:
    return letters(re.sub("[(（][^()（）]*[)）]", "", text))


class _Said:
    """What a text says, for asking whether a name is in it in any inflection."""

    def __init__(self, text: str) -> None:
        folded = unicodedata.normalize("NFKC", text).casefold()
        self._letters = letters(folded).replace("ー", "")
        self._beginnings = {word[:end] for word in re.findall("[a-z]+", folded) for end in range(2, len(word) + 1)}

    def says_any(self, names: Iterable[str]) -> bool:
        return any(name and self.says(name) for name in names)

    def says(self, name: str) -> bool:
        """Whether the text has the name, or all its words in some form and order.

        A word counts by its first three fifths: virtualized is a form of virtualization.
        """
        whole = letters(name).replace("ー", "")
        if whole and whole in self._letters:
            return True
        if is_japanese(name):
            parts = re.findall("[ァ-ヺー]+|[一-鿿々]+|[a-z]+", unicodedata.normalize("NFKC", name).casefold())
            return len(parts) > 1 and all(letters(part).replace("ー", "") in self._letters for part in parts)
        words = re.findall("[a-z]+", name.casefold())
        return bool(words) and all(word[: max(3, -(-len(word) * 3 // 5))] in self._beginnings for word in words)


_CSV = {
    "config.toml": 'defaultContentLanguage = "ja"\n[languages.ja]\n[languages.en]\n',
    "jpkit-out/glossary.csv": "ja,en\nサービスメッシュ,service mesh\n冪等性,idempotence\n仮想化,virtualization\n",
}
_JA = {
    **_CSV,
    "content/post/a/index.md": "---\ntitle: サービスメッシュ\n---\n冪等性は冪等性と冪等性。仮想化、仮想化、仮想化。\n",
}
_EN = "content/post/a/index.en.md"

RULE = Rule(
    id="glossary-translation",
    group="bilingual",
    severity="warning",
    summary=Text("Translate terms as the glossary does.", "用語は、用語集のとおりに訳す。"),
    why=held_to(
        "Who reads both languages, or searches for the name, loses the thread. Reported are titles and headings that "
        "are the term and nothing else, terms that the original uses several times and the translation never, in any "
        "form, and other English names in parentheses behind the Japanese one. Of terms that only page pairs vouch "
        "for, the second is asked of names of several words: a plain word has several translations.",
        "両方の言語で読む人や、名前で検索する人が混乱します。用語だけからなるタイトルと見出し、原文で何度も使われているのに"
        "翻訳では一度も（語形を変えても）出てこない用語、日本語の用語の後の括弧に書かれた別の英語名を指摘します。"
        "対訳ページから得ただけの用語では、2つ目の検査は2語以上の英語名に限ります（1語の英語には訳語がいくつもあるためです）。",
    ),
    check=check,
    bad=(
        Example("---\ntitle: «Proxies»\n---\nIdempotent, virtualized.\n", path=_EN, files=_JA),
        Example("---\ntitle: Service mesh\n---\n«Twice the same, virtualized.»\n", path=_EN, files=_JA),
        Example("---\ntitle: 記録\n---\n冪等性（«sameness»）と冪等性（idempotence）。\n", files=_CSV),
    ),
    good=(
        Example("---\ntitle: Service meshes\n---\nIt is idempotent, and virtualized.\n", path=_EN, files=_JA),
        Example("---\ntitle: 記録\n---\n冪等性（PUT）、冪等性（idempotent）、弱冪等性（weak form）。\n", files=_CSV),
        Example("title: Mesh of proxies", path=_EN, files={**_JA, "jpkit-out/glossary.csv": "ja,en\n"}),
    ),
)
