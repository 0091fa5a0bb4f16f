"""Posts in, a result a post out; then all results together.

``extract_posts`` is pure, no post's result depends on the others, and its arguments and results
pickle: whatever maps it over posts (``map``, a process pool) gives the same result. Only ``combine``
sees more than one post.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from jpkit.bilingual.parentheses import Translation, find_pairs
from jpkit.document import Block, Document, Mark
from jpkit.errors import JpkitError
from jpkit.extraction.abbreviations import Binding, find_abbreviations, long_forms
from jpkit.extraction.definitions import DefinitionHit, find_definitions
from jpkit.extraction.japanese import Classified, classified, term_key
from jpkit.extraction.model import (
    Abbreviation,
    Definition,
    Entry,
    Extraction,
    Link,
    Mention,
    Pair,
    PostResult,
    RankedTerm,
    Sentence,
    Service,
    Summary,
    Term,
    Unreadable,
)
from jpkit.extraction.options import ExtractOptions
from jpkit.extraction.readings import in_script, reading
from jpkit.extraction.related import related_posts
from jpkit.extraction.services import find_services
from jpkit.extraction.services import summarize as summarize_services
from jpkit.extraction.suggest import suggest
from jpkit.extraction.summary import plain, summarize
from jpkit.extraction.terms import best_terms, japanese_terms
from jpkit.extraction.unlisted import vouched
from jpkit.extraction.unlisted_names import Tool
from jpkit.glossary import build_glossary
from jpkit.language import block_language, post_language
from jpkit.markdown import read_document, read_value
from jpkit.post import Post, read_post, string_pieces
from jpkit.site import translation_key
from jpkit.source import Piece, decode

if TYPE_CHECKING:
    from jpkit.bilingual.dictionary import Dictionary
    from jpkit.bilingual.model import Linked


class Input(NamedTuple):
    """A post as it is on disk, with the options for it."""

    path: str
    data: bytes
    options: ExtractOptions


class ReadPost(NamedTuple):
    """A post before it is tokenized."""

    post: Post
    document: Document
    options: ExtractOptions
    lang: str
    langs: Sequence[str]
    """Language of every block."""
    japanese: Sequence[int]
    """Which blocks are Japanese."""


class Found(NamedTuple):
    """What the rules over the text of a post find, before it is put together."""

    tools: Mapping[str, Tool]
    services: tuple[Mention, ...]
    abbreviations: tuple[Binding, ...]
    definitions: tuple[DefinitionHit, ...]
    pairs: tuple[Translation, ...]


def extract_posts(inputs: Iterable[Input]) -> list[PostResult | Unreadable]:
    """All that is found in each post; one that cannot be read comes back as ``Unreadable``, never as an exception.

    Step by step, each for all posts: what a step reads stays in the processor's caches while it goes from post to
    post. The tokenizer takes 0.8 ms a post of 2,500 characters so, and 1.2 where all the rest is done in between; the
    rules take 6 % less, what comes after the ranking 4 %.
    """
    read = _read_inputs(inputs)
    posts = [one for one in read if isinstance(one, ReadPost)]
    words = [classified(one.document.blocks, one.japanese) if one.japanese else None for one in posts]
    tools = [vouched(one.document.blocks, one.document.source.text) for one in posts]
    services = [find_services(one.document.blocks, known) for one, known in zip(posts, tools, strict=True)]
    abbreviations = [find_abbreviations(one.document.blocks) for one in posts]
    definitions = [find_definitions(one.document.blocks, one.langs) for one in posts]
    pairs = [find_pairs(one.document.blocks) for one in posts]
    found = list(map(Found, tools, services, abbreviations, definitions, pairs))
    terms = list(map(_ranked, posts, words, found))
    best = list(map(_best, posts, terms))
    mentioned = list(map(_mentioned, posts, found))
    summaries = list(map(_summary, posts, best))
    results = iter(list(map(_result, posts, found, terms, best, summaries, mentioned)))
    return [next(results) if isinstance(one, ReadPost) else one for one in read]


def extract_post(path: str, data: bytes, options: ExtractOptions) -> PostResult | Unreadable:
    """The same for one post."""
    (result,) = extract_posts([Input(path, data, options)])
    return result


def combine(
    results: Iterable[PostResult | Unreadable],
    linked: "Linked | None" = None,
    dictionary: "Dictionary | None" = None,
    *,
    script: str = "katakana",
) -> Extraction:
    """Related posts, suggestions and the glossary of all posts; the order of ``results`` does not matter.

    ``linked`` is what those of them tell that come in both languages (``jobs.link_pages``), ``dictionary`` is the
    user's own; ``script`` is that of readings which no post gives.
    """
    posts: list[PostResult] = []
    problems: list[Unreadable] = []
    for result in results:
        if isinstance(result, PostResult):
            posts.append(result)
        else:
            problems.append(result)
    posts.sort(key=lambda post: post.path)
    problems.sort(key=lambda problem: (problem.path, problem.line, problem.column, problem.message))
    finished = tuple(
        post._replace(related=near, suggested=suggested)
        for post, near, suggested in zip(posts, related_posts(posts), suggest(posts), strict=True)
    )
    translations, strangers = linked or ((), ())
    glossary = build_glossary(finished, translations, dictionary.look_up if dictionary else None)
    glossary = tuple(_read_aloud(entry, script) for entry in glossary)
    used = dictionary is not None and any(one.how == "dictionary" for entry in glossary for one in entry.evidence)
    notices = (dictionary.notice(),) if dictionary is not None and used else ()
    return Extraction(finished, glossary, tuple(problems), strangers, notices)


def _read_aloud(entry: Entry, script: str) -> Entry:
    """The entry with a reading of its Japanese name, which no post may have given."""
    if entry.reading or entry.ja is None or entry.ja.isascii():
        return entry
    return entry._replace(reading=in_script(reading(entry.ja), script))


def read_input(given: Input) -> ReadPost | Unreadable:
    """The post taken apart, or why it cannot be read."""
    (read,) = _read_inputs([given])
    return read


def _read_inputs(inputs: Iterable[Input]) -> list[ReadPost | Unreadable]:
    """The same for several."""
    given = list(inputs)
    posts = list(map(_read_post, given))
    documents = iter([_read_document(post) for post in posts if isinstance(post, Post)])
    return [
        _in_languages(post, next(documents), one.options) if isinstance(post, Post) else post
        for one, post in zip(given, posts, strict=True)
    ]


def _read_post(given: Input) -> Post | Unreadable:
    try:
        return read_post(decode(given.path, given.data))
    except JpkitError as error:
        return Unreadable(given.path, error.line or 1, error.column or 1, error.detail)


def _read_document(post: Post) -> Document:
    return read_document(post.source, post.body, title=_title_block(post), abstract=_abstract(post))


def _in_languages(post: Post, document: Document, options: ExtractOptions) -> ReadPost:
    lang = options.lang
    if lang == "auto":
        body = [block.text for block in document.blocks if block.kind != "title"]
        lang = post_language(body or [post.title])
    langs = [_language(block, lang) for block in document.blocks]
    return ReadPost(post, document, options, lang, langs, [i for i, one in enumerate(langs) if one == "ja"])


def _ranked(read: ReadPost, words: Classified | None, found: Found) -> list[RankedTerm]:
    """The terms of a post, best first; ``words`` are those of its Japanese blocks, where it has any."""
    return _terms(
        read.document.blocks,
        read.japanese,
        [index for index, one in enumerate(read.langs) if one == "en"],
        words,
        services=found.services,
        abbreviations=found.abbreviations,
        defined={term_key(hit.term) for hit in found.definitions},
        most=max(read.options.top, _MOST_TERMS),
    )


def _script(read: ReadPost) -> str | None:
    """Script of readings; None in a post that has none."""
    return read.options.reading if read.lang == "ja" else None


def _best(read: ReadPost, terms: Sequence[RankedTerm]) -> tuple[Term, ...]:
    document, options = read.document, read.options
    return best_terms(terms, document.blocks, document.source, top=options.top, script=_script(read))


def _summary(read: ReadPost, best: Sequence[Term]) -> Summary:
    post, document, options, lang, _, _ = read
    limit = options.summary.max_chars_ja if lang == "ja" else options.summary.max_chars_en
    terms = [term.term for term in best]
    text, chosen = summarize(document.blocks, post.title, lang, max_chars=limit, key_terms=terms)
    return Summary(text, tuple(_sentence(document, *span) for span in chosen))


def _mentioned(read: ReadPost, found: Found) -> tuple[Service, ...]:
    document = read.document
    return summarize_services(document.source, document.blocks, found.services, found.tools, script=_script(read))


def _result(
    read: ReadPost,
    found: Found,
    terms: Sequence[RankedTerm],
    best: tuple[Term, ...],
    summary: Summary,
    services: tuple[Service, ...],
) -> PostResult:
    """All that is known of a post, as it leaves the program."""
    post, document, _, lang, _, _ = read
    blocks, source = document.blocks, document.source
    return PostResult(
        path=source.path,
        lang=lang,
        title=post.title,
        terms=best,
        services=services,
        summary=summary,
        abbreviations=tuple(
            Abbreviation(
                binding.short, binding.long, source.place(blocks[binding.block].span(binding.start, binding.end))
            )
            for binding in found.abbreviations
        ),
        definitions=tuple(defined_by(document, hit) for hit in found.definitions),
        pairs=tuple(
            Pair(pair.ja, pair.en, source.place(blocks[pair.block].span(pair.start, pair.end)), pair.score)
            for pair in found.pairs
        ),
        links=tuple([Link(text, url, *source.position(span.start)) for text, url, span in document.links]),
        tags=post.strings("tags"),
        others=tuple([(key, surface, round(score, 3)) for key, surface, score, _ in terms[len(best) : _MOST_TERMS]]),
        translation=_translation(post),
    )


_MOST_TERMS = 60
"""Terms of a post that are looked at; related posts share many that are no key term of either."""


def _translation(post: Post) -> str:
    """What Hugo knows translations by: the field of that name, else the path."""
    field = post.get("translationKey")
    return field.value if field is not None and isinstance(field.value, str) else translation_key(post.source.path)


def _language(block: Block, post: str) -> str:
    """Language of a block; a title of four Latin words is English, short as it is (a paper's, say).

    What an image is called by one Latin word (image, screenshot2) is often its file's name, and of no language; nor
    is a table of contents, an item of which is but a link to a heading of the page.
    """
    if block.kind == "title" and block.text.isascii() and block.text.count(" ") > 2:
        return "en"
    if block.kind == "caption" and block.text.isascii() and " " not in block.text:
        return ""
    if block.kind == "item" and len(block.marks) == 1 and _leads_to_a_heading(block.marks[0], block.text):
        return ""
    return block_language(block.text, post)


def _leads_to_a_heading(mark: Mark, text: str) -> bool:
    return mark.target.startswith("#") and not mark.start and mark.end >= len(text.rstrip())


def _title_block(post: Post) -> Block | None:
    """The title as a block: its pieces lead to where it stands in the front matter, escapes and all."""
    text, pieces = _value(post, "title")
    return Block("title", text, pieces) if pieces else None


def _abstract(post: Post) -> Sequence[Block]:
    """The abstract, which is all the body that most publications of Academic have, and which it reads as Markdown."""
    text, pieces = _value(post, "abstract")
    return read_value(text, pieces) if pieces else ()


def _value(post: Post, name: str) -> tuple[str, tuple[Piece, ...]]:
    field = post.get(name)
    if field is None or not isinstance(field.value, str) or not field.value.strip():
        return "", ()
    return field.value, string_pieces(post.source, field)


def _terms(
    blocks: Sequence[Block],
    japanese: Sequence[int],
    english: Sequence[int],
    words: Classified | None,
    *,
    services: Sequence[Mention],
    abbreviations: Sequence[Binding],
    defined: set[str],
    most: int,
) -> list[RankedTerm]:
    """Key terms of all blocks, each by the method of its language; one term in both counts once.

    Paragraphs in a language that we cannot read (French, Chinese) give none.
    """
    ranked: list[RankedTerm] = []
    if japanese:
        ranked = japanese_terms(
            blocks,
            japanese,
            words,
            services=services,
            names=long_forms(abbreviations, blocks),
            short_forms={term_key(binding.short) for binding in abbreviations},
            defined=defined,
            most=most,
        )
    if english:
        from jpkit.extraction.english import english_terms  # many sites have none

        title = next((index for index in english if blocks[index].kind == "title"), None)
        forms = [binding.long for binding in abbreviations]
        found = english_terms(blocks, english, title_block=title, long_forms=forms, most=most)
        ranked = _merged(ranked, found, share=len(english) / len(blocks))
    return ranked


def _merged(first: list[RankedTerm], second: list[RankedTerm], *, share: float) -> list[RankedTerm]:
    """Two rankings as one; where there is a first, the second counts by its share of the blocks."""
    if not first:
        return second
    by_key = {term.key: term for term in first}
    for term in second:
        known = by_key.get(term.key)
        if known is None:
            by_key[term.key] = term._replace(score=term.score * share)
        else:
            by_key[term.key] = known._replace(places=tuple(sorted((*known.places, *term.places))))
    return sorted(by_key.values(), key=lambda term: (-term.score, term.places[0][:2]))


def _sentence(document: Document, block: int, start: int, end: int) -> Sentence:
    within = document.blocks[block]
    return Sentence(*document.source.position(within.span(start, end).start), plain(within.text[start:end]))


def defined_by(document: Document, hit: DefinitionHit) -> Definition:
    """A definition as it leaves the program: with its sentence and where that stands."""
    sentence = _sentence(document, hit.block, hit.start, hit.end)
    return Definition(
        hit.term,
        term_key(hit.term),
        sentence.text,
        hit.lang,
        sentence.line,
        sentence.column,
        round(hit.score, 3),
        hit.aliases,
    )
