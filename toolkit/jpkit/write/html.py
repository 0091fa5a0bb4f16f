"""The glossary as one page for the browser: `glossary.html`, which loads nothing and works without JavaScript.

In the order of `glossary.md`, each entry under its id as anchor. Names and definitions carry their
language, readings are ruby. The script is for the filter alone, whose box it shows. All text is
escaped; a link leads to a file of the site, or to an address that begins with http.
"""

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from jpkit.extraction.model import Entry, Evidence, Extraction
from jpkit.lazy import lazy
from jpkit.site import STDIN
from jpkit.write.html_parts import SCRIPT, STYLE
from jpkit.write.order import by_row, language, shown_reading

_WORDS = {
    "ja": {
        "title": "用語集", "terms": "用語", "services": "サービス", "other": "その他", "index": "索引",
        "entries": "{}件", "translated": "（うち日英あり{}件）", "none": "まだ用語がありません。",
        "filter": "絞り込み", "found": "{}件", "self": "「{}」へのリンク",
        "source": "出典", "home": "公式サイト", "abbreviations": "略語", "variants": "ほかの表記", "posts": "記事",
        "sep": "：", "evidence": "対訳の根拠", "score": "（スコア{}）",
        "aligned": "対訳ページの同じ箇所", "parenthesis": "本文での併記", "synonym": "Sudachiの同義語",
        "vocabulary": "jpkitの用語表", "dictionary": "辞書", "author": "著者の指定",
    },
    "en": {
        "title": "Glossary", "terms": "Terms", "services": "Services", "other": "Other", "index": "Index",
        "entries": "{} entries", "translated": ", {} in both languages", "none": "No terms yet.",
        "filter": "Filter", "found": "{} entries", "self": "Link to “{}”",
        "source": "source", "home": "website", "abbreviations": "Abbreviations", "variants": "Also written",
        "posts": "Posts",
        "sep": ": ", "evidence": "Why this translation", "score": " (score {})",
        "aligned": "the same place in both pages", "parenthesis": "side by side in the text",
        "synonym": "synonyms of Sudachi", "vocabulary": "jpkit's table of terms", "dictionary": "dictionary",
        "author": "said by the author",
    },
}  # fmt: skip

_CONTROL = lazy("[\0-\x20\x7f]+")
_MORE_POSTS_THAN_FIT = 5


class _Page(NamedTuple):
    """What the parts of one page share."""

    words: Mapping[str, str]
    base: str
    posts: Mapping[str, str]
    """Links to them, by path."""
    homes: Mapping[str, str]


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """The glossary as `glossary.html`."""
    yield "glossary.html", glossary(extraction, base=base)


def glossary(extraction: Extraction, /, *, base: str = "") -> str:
    """The whole page; ``base`` leads to the posts."""
    lang = language(extraction)
    words = _WORDS[lang]
    page = _Page(
        words,
        base,
        {post.path: _link(post.title or post.path, base, post.path) for post in extraction.posts},
        {service.name: service.url for post in extraction.posts for service in post.services if service.url},
    )
    entries = extraction.glossary
    count = words["entries"].format(len(entries))
    if translated := sum(1 for entry in entries if entry.ja and entry.en and entry.ja != entry.en):
        count += words["translated"].format(translated)
    kinds = (
        ("terms", [e for e in entries if e.kind == "term"]),
        ("services", [e for e in entries if e.kind != "term"]),
    )
    sections = [(kind, list(by_row(some, words["other"]))) for kind, some in kinds if some]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{lang}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{words['title']}</title>",
            f"<style>\n{STYLE}</style>",
            "</head>",
            "<body>",
            "<header>",
            f"<h1>{words['title']}</h1>",
            f"<p>{count}</p>" if entries else f"<p>{words['none']}</p>",
            f'<p class="filter" hidden><label>{words["filter"]} <input type="search" autocomplete="off"></label>',
            f'<output data-found="{words["found"]}"></output></p>',
            "</header>",
            *_index(sections, words),
            "<main>",
            *(line for kind, rows in sections for line in _section(kind, rows, page)),
            "</main>",
            f"<script>\n{SCRIPT}</script>",
            "</body>",
            "</html>\n",
        ]
    )


def _index(
    sections: Iterable[tuple[str, Sequence[tuple[str, list[Entry]]]]], words: Mapping[str, str]
) -> Iterator[str]:
    """The rows of each section, for one who looks a letter up."""
    if sections:
        yield f'<nav aria-label="{words["index"]}">'
        for kind, rows in sections:
            links = " ".join(f'<a href="#{kind}_{n}">{_text(row)}</a>' for n, (row, _) in enumerate(rows))
            yield f'<p><a href="#{kind}_all">{words[kind]}</a> {links}</p>'
        yield "</nav>"


def _section(kind: str, rows: Iterable[tuple[str, list[Entry]]], page: _Page) -> Iterator[str]:
    # No id of an entry that jpkit makes holds an underscore.
    yield f'<section aria-labelledby="{kind}_all">\n<h2 id="{kind}_all">{page.words[kind]}</h2>'
    for number, (row, entries) in enumerate(rows):
        yield f'<section>\n<h3 id="{kind}_{number}">{_text(row)}</h3>\n<dl>'
        for entry in entries:
            yield f'<div id="{_anchor(entry.id)}">'
            yield from _entry(entry, page)
            yield "</div>"
        yield "</dl>\n</section>"
    yield "</section>"


def _entry(entry: Entry, page: _Page) -> Iterator[str]:
    words = page.words
    name = entry.ja or entry.en or entry.id
    plain = _text(name)
    reading = shown_reading(entry)
    shown = f"<ruby>{plain}<rp>(</rp><rt>{_text(reading)}</rt><rp>)</rp></ruby>" if reading else plain
    head = f'<dfn lang="{_lang(name)}">{shown}</dfn>'
    if entry.en and entry.en != name:
        head += f' <span lang="en">{_text(entry.en)}</span>'
    label = words["self"].format(plain)
    yield f'<dt>{head} <a class="self" href="#{_anchor(entry.id)}" aria-label="{label}">#</a></dt>'
    for lang, definition in (("ja", entry.definition_ja), ("en", entry.definition_en)):
        if definition is not None:
            text, path, line = definition
            yield f'<dd><span lang="{lang}">{_text(text)}</span> {_link(words["source"], page.base, path, line)}</dd>'
    others = [one for one in entry.variants if one not in (name, entry.en, *entry.abbreviations)]
    for kind, names in (("abbreviations", entry.abbreviations), ("variants", others)):
        if names:
            list_of = ", ".join(f'<span lang="{_lang(one)}">{_text(one)}</span>' for one in names)
            yield f'<dd class="small">{words[kind]}{words["sep"]}{list_of}</dd>'
    home = page.homes.get(entry.en or "") or page.homes.get(name)
    if home and home.startswith(("https://", "http://")):
        yield f'<dd class="small"><a href="{_text(home)}">{words["home"]}</a></dd>'
    yield from _evidence(entry, page)
    if entry.posts:
        posts = ", ".join([page.posts.get(path) or _link(path, page.base, path) for path in entry.posts])
        if len(entry.posts) > _MORE_POSTS_THAN_FIT:
            posts = f"<details><summary>{words['posts']}{words['sep']}{len(entry.posts)}</summary>{posts}</details>"
        else:
            posts = f"{words['posts']}{words['sep']}{posts}"
        yield f'<dd class="small">{posts}</dd>'


def _evidence(entry: Entry, page: _Page) -> Iterator[str]:
    if not entry.evidence:
        return
    words = page.words
    score = "" if entry.translation_score is None else words["score"].format(entry.translation_score)
    yield f'<dd class="small"><details><summary>{words["evidence"]}{score}</summary><ul>'
    for evidence in entry.evidence:
        places = " ↔ ".join(_link(f"{path}:{line}", page.base, path, line) for path, line in _places(evidence))
        how = _text(words.get(evidence.how, evidence.how))
        yield f"<li>{how}{words['sep']}{places}</li>" if places else f"<li>{how}</li>"
    yield "</ul></details></dd>"


def _places(evidence: Evidence) -> Iterable[tuple[str, int]]:
    """Of both sides, once where they are one place."""
    return dict.fromkeys(place for place in (evidence.ja, evidence.en) if place is not None)


def _lang(name: str) -> str:
    return "en" if name.isascii() else "ja"


def _text(text: str) -> str:
    if text.isalnum():  # most names
        return text
    return html.escape(_CONTROL.sub(" ", text) if "  " in text or not text.isprintable() else text)


def _anchor(identifier: str) -> str:
    """The id without blanks, which an id of HTML may not have."""
    if identifier.replace("-", "").isalnum():  # all that jpkit makes
        return identifier
    return html.escape(_CONTROL.sub("-", identifier))


def _link(text: str, base: str, path: str, line: int | None = None) -> str:
    """A link to a file of the site; the bare text for standard input.

    Japanese stays readable. A colon is escaped, so that no path becomes a scheme (``javascript:``).
    """
    if path == STDIN:
        return _text(text)
    fragment = "" if line is None else f"#L{line}"
    return f'<a href="{_address(path if path.startswith("/") else base + path)}{fragment}">{_text(text)}</a>'


@lru_cache(maxsize=4096)  # every entry names its posts
def _address(path: str) -> str:
    address = "".join(c if _is_safe(c) else quote(c, errors="surrogateescape") for c in path)
    return "/" + address.lstrip("/") if address.startswith("//") else address  # else it would name a host


def _is_safe(character: str) -> bool:
    """Whether a character may stand in an address; a regular expression of these ranges takes 8 ms to compile."""
    if character.isascii():
        return character.isalnum() or character in "/_.~-"
    return "\u00a1" <= character <= "\ud7ff" or character >= "\uf900"
