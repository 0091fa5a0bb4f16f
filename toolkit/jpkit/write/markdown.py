"""Markdown for people: the glossary of the site, and one page a post.

The words around the findings are in the language of the posts, not of the messages: the same posts
give the same bytes whoever runs the command.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from urllib.parse import quote, unquote

from jpkit.extraction.model import Entry, Extraction, PostResult, Service, Term
from jpkit.lazy import lazy
from jpkit.site import STDIN
from jpkit.write.digits import DIGITS
from jpkit.write.order import by_row, language, shown_reading

_WORDS = {
    "ja": {
        "glossary": "用語集", "services": "サービス", "terms": "用語", "other": "その他",
        "posts": "記事", "abbreviations": "略語", "variants": "ほかの表記",
        "none": "まだ用語がありません。", "source": "出典",
        "summary": "要約", "key terms": "キーワード", "links": "リンク", "related": "関連する記事",
        "term": "用語", "reading": "読み", "count": "回数", "lines": "行",
        "name": "名称", "written": "本文での表記", "vendor": "提供元", "kind": "種別", "status": "状態",
        "cloud-service": "クラウドサービス", "saas": "SaaS", "oss": "OSS", "language": "言語",
        "platform": "プラットフォーム", "hardware": "ハードウェア",
        "active": "提供中", "renamed": "改称", "retired": "終了",
        "untitled": "無題", "ja": "日本語", "en": "英語",
    },
    "en": {
        "glossary": "Glossary", "services": "Services", "terms": "Terms", "other": "Other",
        "posts": "Posts", "abbreviations": "Abbreviations", "variants": "Also written",
        "none": "No terms yet.", "source": "source",
        "summary": "Summary", "key terms": "Key terms", "links": "Links", "related": "Related posts",
        "term": "Term", "reading": "Reading", "count": "Count", "lines": "Lines",
        "name": "Name", "written": "In the text", "vendor": "Vendor", "kind": "Kind", "status": "Status",
        "cloud-service": "cloud service", "saas": "SaaS", "oss": "open source", "language": "language",
        "platform": "platform", "hardware": "hardware",
        "active": "active", "renamed": "renamed", "retired": "retired",
        "untitled": "Untitled", "ja": "Japanese", "en": "English",
    },
}  # fmt: skip


def files(extraction: Extraction, /, *, base: str = "") -> Iterator[tuple[str, str]]:
    """The glossary as `glossary.md`."""
    yield "glossary.md", glossary(extraction, base=base)


def glossary(extraction: Extraction, /, *, base: str = "") -> str:
    """The glossary by rows of the syllabary and letters, terms before services; ``base`` leads to the posts."""
    words = _WORDS[language(extraction)]
    posts = {post.path: _link(post.title or post.path, _target(base, post.path)) for post in extraction.posts}
    parts = [f"# {words['glossary']}"]
    for kind, title in (("term", words["terms"]), ("service", words["services"])):
        entries = [entry for entry in extraction.glossary if (entry.kind == "term") == (kind == "term")]
        if entries:
            parts.append(f"## {title}")
            for row, inside in by_row(entries, words["other"]):
                parts.append(f"### {row}")
                parts.append("\n".join(line for entry in inside for line in _entry(entry, words, base, posts)))
    if not extraction.glossary:
        parts.append(words["none"])
    parts.extend(inline(notice) for notice in extraction.notices)
    return "\n\n".join(parts) + "\n"


def page(post: PostResult, /, *, base: str = "") -> str:
    """One post: language, summary, key terms, services, links and related posts; ``base`` leads to the posts.

    The last line names the post for ``source_of``.
    """
    words = _WORDS["ja" if post.lang == "ja" else "en"]
    parts = [f"# {inline(post.title) or words['untitled']}"]
    here = _destination(_target(base, post.path))
    parts.append(f"{_link(post.path, _target(base, post.path))} · {words.get(post.lang) or inline(post.lang)}")
    if post.summary.text:
        parts += [f"## {words['summary']}", inline(post.summary.text)]
    if post.terms:
        columns: tuple[str, ...] = (words["term"], words["reading"], words["count"], words["lines"])
        rows = [_term_row(term, here) for term in post.terms]
        parts += [f"## {words['key terms']}", _table(columns, "llrl", rows)]
    if post.services:
        columns = tuple(words[name] for name in ("name", "written", "vendor", "kind", "status", "count", "lines"))
        service_rows = [_service_row(service, here, words) for service in post.services]
        parts += [f"## {words['services']}", _table(columns, "lllllrl", service_rows)]
    if post.links:
        targets = dict.fromkeys((link.url, link.text or link.url) for link in post.links)
        parts += [f"## {words['links']}", "\n".join(f"- {_link(text, url)}" for url, text in targets)]
    if post.related:
        shown = [(_link(one.path, _target(base, one.path)), inline(", ".join(one.shared))) for one in post.related]
        parts += [f"## {words['related']}", "\n".join(f"- {link} {shared}" for link, shared in shown)]
    parts.append(f"<!-- jpkit extract {here.replace('--', '%2D%2D')} -->")
    return "\n\n".join(parts) + "\n"


def source_of(page: str) -> str | None:
    """The post that a page was made of, as a path from the page's folder; None where it is no page of ours."""
    last = page.rstrip("\n").rpartition("\n")[2]
    made = _LAST_LINE.fullmatch(last)
    return unquote(made[1], errors="surrogateescape") if made else None


_LAST_LINE = lazy("<!-- jpkit extract ([^ ]+) -->")


def _entry(entry: Entry, words: dict[str, str], base: str, posts: Mapping[str, str]) -> Iterator[str]:
    name = entry.ja or entry.en or entry.id
    line = f"- **{inline(name)}**"
    if reading := shown_reading(entry):
        line += f" ({inline(reading)})"
    if entry.en and entry.en != name:
        line += f" {inline(entry.en)}"
    yield line
    for definition in (entry.definition_ja, entry.definition_en):
        if definition is not None:
            text, path, number = definition
            yield f"  - {inline(text)} ({_link(words['source'], _target(base, path, number))})"
    others = [variant for variant in entry.variants if variant not in (name, entry.en, *entry.abbreviations)]
    for label, names in (("abbreviations", entry.abbreviations), ("variants", others)):
        if names:
            yield f"  - {words[label]}: {inline(', '.join(names))}"
    if entry.posts:
        yield f"  - {words['posts']}: {', '.join(posts.get(path) or inline(path) for path in entry.posts)}"


def _term_row(term: Term, here: str) -> tuple[str, ...]:
    return inline(term.term), inline(term.reading or ""), str(term.count), _lines(term, here)


def _service_row(service: Service, here: str, words: dict[str, str]) -> tuple[str, ...]:
    status = words.get(service.status, service.status)
    if service.since:
        status += f" ({inline(service.since)})"
    if service.successor:
        status += f" → {inline(service.successor)}"
    return (
        _link(service.name, service.url) if service.url else inline(service.name),
        inline(", ".join(service.surfaces)),
        inline(service.vendor or ""),
        words.get(service.kind) or inline(service.kind),
        status,
        str(service.count),
        _lines(service, here),
    )


def _lines(found: Term | Service, here: str) -> str:
    lines = {DIGITS[line]: None for line, _, _, _ in found.places}
    return ", ".join([f"[{line}]({here}#L{line})" for line in lines] if here else lines)


def _table(columns: Sequence[str], alignment: str, rows: Iterable[Sequence[str]]) -> str:
    rule = ["---:" if side == "r" else "---" for side in alignment]
    return "\n".join([f"| {' | '.join(cells)} |" for cells in (columns, rule, *rows)])


def _target(base: str, path: str, line: int | None = None) -> str:
    """Where a link to a post leads; "" for standard input."""
    if path == STDIN:
        return ""
    whole = _NO_PATH.sub(_percent, path if path.startswith("/") else base + path)
    return whole if line is None else f"{whole}#L{line}"


_NO_PATH = lazy("[%#?\udc80-\udcff]")


def _percent(sign: re.Match[str]) -> str:
    return quote(sign[0], errors="surrogateescape")  # of a name in Shift_JIS the bytes


def _link(text: str, target: str) -> str:
    if not target:
        return inline(text)
    return f"[{inline(text)}]({_destination(target)})"


_BLANKS = lazy("[\0-\x20\x7f]+")

# What would be markup, a shortcode ({{<), math ($) or an emoji's name (:tada:); what a block begins with
# and a heading ends with; and "--", which Hugo sets as a dash. An underscore between letters is none of
# it and stays readable: `max_chars`. One set of characters comes first, so that the rest is asked of few places.
_MARKUP = lazy(
    r"[\\`*\[\]<|~${_&:#+=>-](?:(?<=[\\`*\[\]<|~${])|(?<=(?<![A-Za-z0-9])_)|(?<=_)(?![A-Za-z0-9])|(?<=&)(?=[#A-Za-z])"
    r"|(?<=:)(?=[A-Za-z0-9_+-]+:)|(?<=-)(?=-)|(?<=--)|(?<=^[#+=:>-])|(?<= #)(?=#*$))"
)
_NUMBER_FIRST = lazy("([0-9]{1,9})([.)])")


@lru_cache(maxsize=8192)  # the names of one site come back on page after page
def inline(text: str) -> str:
    """The text as Markdown that shows it, in a heading, a list, a cell or a paragraph of its own."""
    if text.isalnum():  # most names
        return text
    if "  " in text or not text.isprintable():
        text = _BLANKS.sub(" ", text)
    text = text.strip()  # of U+3000 as well: no emphasis begins with a blank
    text = _MARKUP.sub(lambda sign: f"\\{sign[0]}", text)
    number = _NUMBER_FIRST.match(text)
    return f"{number[1]}\\{number[2]}{text[number.end() :]}" if number else text


@lru_cache(maxsize=8192)
def _destination(target: str) -> str:
    """A link's destination: Japanese stays readable, what would end it or begin markup is escaped."""
    return _NO_DESTINATION.sub(lambda sign: quote(sign[0]), target)


_NO_DESTINATION = lazy(r"[\0-\x20\x7f()<>\\`*_|\"{}\[\]^$~&](?:(?<!&)|(?=[#A-Za-z]))")
