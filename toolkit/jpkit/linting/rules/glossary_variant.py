"""A spelling or a word that the site's glossary lists as a variant: サーバ where it says サーバー."""

from collections.abc import Iterator

from jpkit.linting.glossary import held_to, is_japanese, japanese_names
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._prose import in_code, in_title_elsewhere, is_glossed, is_quoted, prose

_SAYS = Text(
    en="'{found}' is '{name}' in the glossary; write it so [{place}]",
    ja="'{found}'は、用語集では'{name}'です。揃えてください [{place}]",
)


def check(page: Page) -> Iterator[Problem]:
    glossary = page.glossary
    if glossary is None or not glossary.variants or not is_japanese(page.source.text):
        return
    for block, key in prose(page):
        for at, (text, term) in japanese_names(block.text, glossary):
            end = at + len(text)
            if term is None or term.ja is None or is_quoted(block, at, end):
                continue
            if is_glossed(block.text, at, end, term.ja) or in_code(block, at) or in_title_elsewhere(block, at):
                continue
            span = block.span(at, end)
            edits = (Edit(span, term.ja),) if page.source.slice(span) == text else ()
            yield Problem(span, _SAYS(found=text, name=term.ja, place=term.place), key, edits)


_CSV = {
    "jpkit-out/glossary.csv": "ja,en,variants\nサーバー,server,サーバ; サーヴァー\n見積もり,estimate,見積り; 見積\n"
}

RULE = Rule(
    id="glossary-variant",
    group="terms",
    severity="warning",
    summary=Text("Spell terms as the glossary does.", "用語は、用語集の表記で書く。"),
    why=held_to(
        "Readers take two names for two things, and a search finds one of them. Code, quotations and titles of other "
        "pages stay.",
        "表記が2つあると、読者は別のものだと思い、検索でも片方しか見つかりません。コード、引用、ほかのページのタイトルは対象外です。",
    ),
    check=check,
    bad=(
        Example(
            "---\ntitle: «サーバ»の«見積り»\ntags: [«サーバ»]\n---\n新しい**«サーバ»**を足し、サーバーを替えた。\n",
            "---\ntitle: サーバーの見積もり\ntags: [サーバー]\n---\n新しい**サーバー**を足し、サーバーを替えた。\n",
            files=_CSV,
        ),
    ),
    good=(
        Example(
            "---\ntitle: サーバレスの話\n---\n`サーバ`、「サーバ」とサーバー（サーバ）、見積もる。\n",
            files=_CSV,
        ),
        Example("---\ntitle: 引用\n---\n> サーバを足した。\n\n再見積書。https://example.org/サーバ\n", files=_CSV),
        Example("---\ntitle: サーバを足す\n---\n用語集のないサイト。\n"),
    ),
)
