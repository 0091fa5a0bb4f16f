"""One word in two spellings, in a page or over a site: 行う and 行なう, インタフェース and インターフェイス."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from jpkit.linting.model import Example, Finding, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._prose import in_mark, prose

if TYPE_CHECKING:
    from jpkit.tokens import Word

_KANA = re.compile("[\u3041-\u3096\u30fc]+")
_JAPANESE = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff々]+")
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]{3,}")
_CONTENT_WORDS = ("名詞", "動詞", "形容詞")
_FEWEST = 10
"""Uses of a word in a site below which nobody sees a habit."""
_SHARE = 0.1
"""Of all uses, those of a spelling that is a slip and not a second habit."""
_PAGE = Text(
    en="'{found}' ({count}×) is spelt '{other}' {more}× in this page; choose one",
    ja="このページには'{found}'（{count}回）と'{other}'（{more}回）の表記があります。どちらかに揃えてください",
)
_SITE = Text(
    en="'{found}' is spelt '{other}' {more}× in this site; write it so",
    ja="'{found}'は、このサイトのほかの{more}か所では'{other}'と表記されています。揃えてください",
)


class Use(NamedTuple):
    """A spelling in a page."""

    site: str
    word: tuple[str, str]
    """What its spellings share: the normalized form and, so that 事 and こと stay two words, the kanji in it."""
    spelling: str
    times: int
    mixed: bool
    """Whether the page has another spelling of the word as well; ``check`` says so."""


def check(page: Page) -> Iterator[Problem]:
    for spellings in _spellings(page).values():
        if len(spellings) > 1:
            counts = Counter({spelling: count for spelling, (_, count) in spellings.items()})
            (usual, most), *rarer = sorted(counts.items(), key=lambda one: (-one[1], -len(one[0]), one[0]))
            for spelling, count in rarer:
                text = _PAGE(found=spelling, count=count, other=usual, more=most)
                yield spellings[spelling][0]._replace(message=text)


def collect(page: Page) -> Iterator[tuple[Use, Problem]]:
    site = page.site.root or ""
    for word, spellings in _spellings(page).items():
        for spelling, (problem, count) in spellings.items():
            yield Use(site, word, spelling, count, len(spellings) > 1), problem


def compare(found: Sequence[tuple[Use, Finding]]) -> Iterator[Finding]:
    counts: dict[tuple[str, tuple[str, str]], Counter[str]] = defaultdict(Counter)
    for (site, word, spelling, times, _), _ in found:
        counts[site, word][spelling] += times
    for (site, word, spelling, _, mixed), finding in found:
        spellings = counts[site, word]
        usual, most = max(spellings.items(), key=lambda one: (one[1], one[0]))
        total = spellings.total()
        if total >= _FEWEST and spellings[spelling] <= _SHARE * total and not mixed and usual != spelling:
            yield finding._replace(message=_SITE(found=spelling, other=usual, more=most))


def _spellings(page: Page) -> dict[tuple[str, str], dict[str, tuple[Problem, int]]]:
    """For each word of a page its spellings, with the first place and how often."""
    from jpkit.tokens import words  # 50 ms and 90 MB: for this rule alone

    found: dict[tuple[str, str], dict[str, tuple[Problem, int]]] = defaultdict(dict)
    glossary = page.glossary
    for block, key in prose(page):
        if _JAPANESE.search(block.text) is None:
            continue
        for word in words(block.text):
            spelling = _base(word)
            kanji = _KANA.sub("", spelling)
            if spelling == f"{kanji}し" and len(kanji) == 1:
                continue  # 話し of a verb and 話
            if spelling.endswith("ふ") and word.kind == "動詞":
                continue  # no verb of today: Sudachi reads 行へ of 出典の行へリンク as one of 行ふ
            of_kind = word.kind in _CONTENT_WORDS and _JAPANESE.fullmatch(spelling) is not None
            if (
                of_kind
                and (kanji or _KATAKANA.fullmatch(spelling))
                and not in_mark(block, word.start, ("code", "link"))
            ):
                shared = "" if _KATAKANA.fullmatch(spelling) else kanji
                spellings = found[word.normalized, shared]
                first = Problem(block.span(word.start, word.end), "", key)
                problem, count = spellings.get(spelling, (first, 0))
                spellings[spelling] = problem, count + 1
    if glossary is None:
        return found
    # Of the others glossary-variant says which it is.
    return {word: spellings for word, spellings in found.items() if glossary.variants.isdisjoint(spellings)}


# Of a godan verb, the potential form and the plain one: 使える and 使う, 作れる and 作る.
_POTENTIAL = dict(zip("えけげせぜてでねへべめれ", "うくぐすずつづぬふぶむる", strict=True))


def _base(word: "Word") -> str:
    """The lemma; of a potential verb, which Sudachi normalizes to the plain one, that of the plain one."""
    lemma = word.lemma
    plain = _POTENTIAL.get(lemma[-2:-1], "") if lemma.endswith("る") and word.kind == "動詞" else ""
    return lemma[:-2] + plain if plain and word.normalized.endswith(plain) and word.normalized != lemma else lemma


_USUAL = {
    f"content/post/{name}/index.md": "---\ntitle: 見積もり\n---\n見積もりを見直し、見積もりを出した。\n"
    for name in "bcdef"
}

RULE = Rule(
    id="word-variants",
    group="terms",
    severity="info",
    summary=Text(
        "Spell a word one way in a page and a site.", "1つの言葉は、記事の中でもサイト全体でも同じ表記で書く。"
    ),
    why=Text(
        "Okurigana and katakana leave room for taste, but not for two tastes in one text. Spellings are one word by "
        "Sudachi's normalized forms; 事 and こと stay two words, since many keep them apart on purpose. It loads the "
        "dictionary, and so runs only where it is selected.",
        "送り仮名やカタカナの表記には幅がありますが、混ざっていると校正漏れに見えます。"
        "同じ言葉かどうかはSudachiの正規化表記で判断します。「事」と「こと」のように書き分ける語は対象外です。"
        "辞書を読み込むので、選んだときだけ実行します。",
    ),
    check=check,
    default=False,
    bad=(
        Example("---\ntitle: 記録\n---\n試験を行い、確認を行う。最後に集計を«行なっ»た。\n"),
        Example("---\ntitle: «インタフェース»の話\n---\nインターフェイスを決め、インターフェイスを書く。\n"),
        Example("---\ntitle: 記録\n---\n«見積り»を直した。\n", files=_USUAL),
    ),
    good=(
        Example(
            "---\ntitle: 記録\n---\n出来ることはできる。その事は書いたこと。`行なう`と[行なう](https://example.org/)。\n"
        ),
        Example(
            "---\ntitle: 記録\n---\nインタフェースとインターフェイス。\n",
            files={"jpkit-out/glossary.csv": "ja,en,variants\nインターフェイス,interface,インタフェース\n"},
        ),
        Example("---\ntitle: 記録\n---\n検査を行う。出典の行へリンクし、列と行へ値を入れる。\n"),
        Example("---\ntitle: 記録\n---\n形を表し、姿を現す。使う人が使える道具を作り、作れる話をした。話しながら。\n"),
    ),
    collect=collect,
    compare=compare,
    replaces="spelling-variants",
)
