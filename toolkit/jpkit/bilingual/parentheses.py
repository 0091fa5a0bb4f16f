"""Names of one thing that a text sets side by side: 継続的インテグレーション（Continuous Integration）.

Of raw 「日本語（English）」 only .33 to .54 are translations: instances, readings and asides are the rest. So a pair
needs evidence, and a name needs both its ends: 法則 of ジップの法則（Zipf's law）is no name of it. Both orders,
both widths of parentheses, and 「X（以下、Y）」.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jpkit.bilingual.synonyms import are_synonyms
from jpkit.bilingual.transliteration import beats, may_begin, model, similarity
from jpkit.bilingual.vocabulary import english
from jpkit.bilingual.words import composition, english_words, meanings, stem
from jpkit.document import Block
from jpkit.extraction.abbreviations import INSIDE, SAYS_SHORT, SEPARATOR, SHORT, spelled_at
from jpkit.extraction.catalogue import catalogue, fold
from jpkit.lazy import lazy
from jpkit.tokens import tokenizer


class Translation(NamedTuple):
    """A Japanese name and an English one beside it, one of them in parentheses; the range covers both."""

    ja: str
    en: str
    block: int
    start: int
    end: int
    score: float
    """0 to 1, by the kind of evidence."""


LISTED = 0.98
"""The vocabulary or Sudachi's dictionary has the pair."""
SPELLED = 0.95
"""An acronym beside spells the English, or the English is the acronym of what the Japanese means."""
CALLED = 0.9
"""「…（X）と呼ぶ」「…（以下、X）」: the author says that it is the name."""
COMPOSED = 0.92
"""All words of both have their partners."""
PARTLY = 0.85
"""Half of the words of both have."""

_SOUNDS = 0.6
_COMPLETE = 0.4
_HALF = 0.3
_LONGEST = 40
"""Characters before a parenthesis in which a Japanese name is looked for."""
_MOST_WORDS = 6

_QUOTES = " 「」『』\"“”'*_`"
_CALLED = lazy(r"[」』]?\s?(?:とは|と呼|とよ|という|といい|といわ|と言|と称)")
_KATAKANA = lazy("[ァ-ヺー・]+")
_ENGLISH_NAME = lazy(r"[A-Za-z][0-9A-Za-zÀ-ÿ'’+#/–-]*(?: [0-9A-Za-z&][0-9A-Za-zÀ-ÿ'’+#/–-]*)*")
_WORDS_BEFORE = lazy(r"(?<![0-9A-Za-z_./@-])[A-Za-z][0-9A-Za-z'’+#-]*(?: [A-Za-z&][0-9A-Za-z'’+#-]*)*$")
_CAPITALS = lazy("[A-Z]{2,}")
_OPENING = {"」": "「", "』": "『", "”": "“"}


def _is_japanese(character: str) -> bool:
    """Kana or kanji. A regular expression of these ranges takes 4 ms to compile."""
    return (
        "\u3400" <= character <= "\u9fff"
        or "ァ" <= character <= "ヺ"
        or "\u3041" <= character <= "\u3096"
        or character in "々ー"
    )


def _is_name(ja: str) -> bool:
    """Whether it is of kana and kanji alone, two to twenty, and begins with no hiragana."""
    return 2 <= len(ja) <= 20 and not "\u3041" <= ja[0] <= "\u3096" and all(c == "・" or _is_japanese(c) for c in ja)


def find_pairs(blocks: Sequence[Block]) -> tuple[Translation, ...]:
    """The pairs of a text that there is evidence for, in reading order.

    Never a product of the catalogue that does not sound alike: クラウドサービス（Amazon Web Services）is an instance.
    """
    found: list[Translation] = []
    for number, block in enumerate(blocks):
        if "(" in block.text or "（" in block.text:
            text = fold(block.text)
            for inside in INSIDE.finditer(text):
                pair = _japanese_first(text, inside) or _english_first(text, inside)
                if pair is not None:
                    start, ja, en, score = pair
                    found.append(Translation(ja, en, number, start, inside.end(), score))
    return tuple(found)


class _Found(NamedTuple):
    start: int
    ja: str
    en: str
    score: float


def _japanese_first(text: str, inside: re.Match[str]) -> _Found | None:
    end, closing = _end_before(text, inside.start())
    # Not Latin: reduce(state, action) and assert(…) are often code.
    if not end or not _is_japanese(text[end - 1]):
        return None
    intro = SAYS_SHORT.match(inside[1])
    parts = [part.strip(_QUOTES) for part in SEPARATOR.split(inside[1][intro.end() if intro else 0 :])]
    names = [part for part in parts if _ENGLISH_NAME.fullmatch(part) and len(part) > 1]
    if not names:
        return None
    en = max(names, key=len)
    before = _before(text, end, closing)
    scores = {start: _score(text, start, before, en) for start in before.starts}
    if before.bounded:
        called = _CALLED.match(text, inside.end()) is not None or _is_quoted(text, before.whole, inside.end())
        stated = _stated(text[before.whole : before.end], en, parts, called=called, intro=intro is not None)
        scores[before.whole] = max(stated, scores.get(before.whole, 0.0))
    # Of equals the longest name.
    score, start = max(((score, -start) for start, score in scores.items()), default=(0.0, 0))
    return _Found(-start, text[-start : before.end], en, score) if score else None


def _score(text: str, start: int, before: "_Before", en: str) -> float:
    """The evidence for a name, and that it is a whole one."""
    score = evidence(text[start : before.end], en)
    # What leaves a noun before it may be cut off, and what comes out of the middle of katakana is.
    if score == PARTLY and start in before.cut:
        return 0.0
    if start and _KATAKANA.match(text, start - 1) and _KATAKANA.match(text, start):
        return 0.0
    return score


def _stated(ja: str, en: str, parts: Sequence[str], *, called: bool, intro: bool) -> float:
    """What the author says: that one is the name of the other, or what short form both have."""
    if len(ja) < 2 or not any(map(_is_japanese, ja)) or _is_product(en):
        return 0.0
    if any(spelled_at(short, en) == 0 for short in _CAPITALS.findall(ja)):
        return 0.0
    if any(part != en and SHORT.fullmatch(part) and spelled_at(part, en) == 0 for part in parts):
        return SPELLED
    return CALLED if (intro or (called and not SHORT.fullmatch(en))) and not _is_code(en) else 0.0


def _is_quoted(text: str, start: int, end: int) -> bool:
    """「可視層（visible layer）」: the quotation marks hold both and nothing else."""
    return start > 0 and text[start - 1] in "「『" and text[end : end + 1] in ("」", "』")


def _english_first(text: str, inside: re.Match[str]) -> _Found | None:
    end = inside.start()
    while end and text[end - 1] in _QUOTES:
        end -= 1
    if not end or _is_japanese(text[end - 1]):
        return None
    ja = SEPARATOR.split(inside[1])[0].strip(_QUOTES)
    if not _is_name(ja):
        return None
    run = _WORDS_BEFORE.search(text, max(0, end - 80), end)
    if run is None or list(_words(ja))[-1][1] not in _NOUNS:
        return None
    best = None
    for at in [run.start(), *(run.start() + space.end() for space in re.finditer(" ", run[0]))]:
        if len(english_words(text[at:end])) <= _MOST_WORDS:
            score = evidence(ja, text[at:end])
            if score and (best is None or score > best.score):
                best = _Found(at, ja, text[at:end], score)
    return best


def evidence(ja: str, en: str) -> float:
    """How surely two names that stand side by side are one, by what is known of both; 0: nothing speaks for it."""
    if not any(map(_is_japanese, ja)) or len(en) < 2:
        return 0.0
    if is_listed(ja, en):
        return LISTED
    if len(ja) < 2:
        return 0.0
    heard = similarity(ja, en) if _KATAKANA.fullmatch(ja) else 0.0
    if heard > _SOUNDS:
        return round(heard, 2)
    if SHORT.fullmatch(en) and (short := en.removesuffix("s")).isupper():
        return SPELLED if _is_acronym(short, ja) else 0.0
    if _is_product(en):
        return 0.0
    made = composition(ja, en)
    if made.ja == made.en == 1 and made.score >= _COMPLETE:
        return COMPOSED
    # Where only the Japanese is used up its beginning may be cut off.
    if 0.5 <= made.ja < 1 and 0.5 <= made.en < 1 and made.score >= _HALF and len(english_words(en)) > 1:
        return PARTLY
    return 0.0


def is_listed(ja: str, en: str) -> bool:
    """Whether the vocabulary or Sudachi's dictionary says that two names are one, in any form of the English."""
    wanted = _stems(en)
    return any(_stems(known) == wanted for known in english(ja)) or are_synonyms(ja, en)


def _stems(name: str) -> list[str]:
    return [stem(word) for word in english_words(name.replace("-", " "))]


def _is_acronym(short: str, ja: str) -> bool:
    """Whether capitals are the initials of what a Japanese name means: AST of 抽象構文木."""
    if any(" " in name and spelled_at(short, name) == 0 for name in english(ja)):
        return True
    words = [word for morpheme in tokenizer("A").tokenize(ja) if (word := morpheme.surface()) != "・"]
    return len(words) == len(short) > 1 and all(
        _begins(one, letter) for one, letter in zip(words, short.lower(), strict=True)
    )


def _begins(ja: str, letter: str) -> bool:
    if _KATAKANA.fullmatch(ja):
        return may_begin(beats(ja)[0], letter, model().costs)
    return any(word.startswith(letter) for word in meanings(ja))


def _is_product(en: str) -> bool:
    return bool(catalogue().names(en))


def _is_code(en: str) -> bool:
    """draw_back_edges, task.sh: a name in a program, not in a language."""
    return any(sign in en for sign in "_./") or (en.islower() and not en.isalpha() and " " not in en)


class _Before(NamedTuple):
    """The Japanese before a parenthesis."""

    starts: tuple[int, ...]
    """Where a name may begin, the longest first."""
    whole: int
    """Where the run of nouns begins."""
    end: int
    cut: frozenset[int]
    """Those that leave a noun before them."""
    bounded: bool
    """What stands before that run is no part of the name."""


def _end_before(text: str, end: int) -> tuple[int, str]:
    """Where what stands before a parenthesis ends, and the quotation mark that closes it, or ""."""
    while end and text[end - 1] in " *_":
        end -= 1
    closing = text[end - 1] if end else ""
    return (end - 1, closing) if closing in _OPENING else (end, "")


def _before(text: str, end: int, closing: str) -> _Before:
    if closing:
        start = text.rfind(_OPENING[closing], max(0, end + 1 - _LONGEST), end) + 1
        return _Before((start,) if start else (), start, end, frozenset(), bounded=start > 0)
    first = max(0, end - _LONGEST)
    words = list(_words(text[first:end]))
    starts: list[int] = []
    cut: set[int] = set()
    whole = end
    inside = True  # still in the run of nouns that touches the parenthesis
    bounded = True
    for begin, kind, surface in reversed(words):
        if kind in _NOUNS:
            if starts and starts[-1] == first + begin + len(surface):
                cut.add(starts[-1])
            starts.append(first + begin)
            if inside:
                whole = first + begin
        elif not starts or not (surface == "の" or kind in _LINKS):
            break
        else:
            # ジップの法則, 教師あり学習, 隠れ層: more may belong to the name.
            inside = bounded = False
            if kind in _LINKS:
                starts.append(first + begin)
    return _Before(tuple(reversed(starts)), whole, end, frozenset(cut), bounded=bounded and whole < end)


_NOUNS = frozenset({"名詞", "接頭辞", "接尾辞", "形状詞", "代名詞"})
_LINKS = frozenset({"動詞"})


def _words(text: str) -> Iterator[tuple[int, str, str]]:
    """Where each word begins, its part of speech, and itself."""
    for morpheme in tokenizer("A").tokenize(text):
        pos = morpheme.part_of_speech()
        surface = morpheme.surface()
        kind = "名詞" if surface == "・" or pos[:2] == ("記号", "文字") or "語幹" in pos[5] else pos[0]  # 重 of 重み
        if kind == "動詞" and not pos[5].startswith("連用形"):
            kind = "終止"
        yield morpheme.begin(), kind, surface
