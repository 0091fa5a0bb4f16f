"""What `extract` gives back: frozen, picklable, and named as in its JSON.

Inside, an occurrence is a ``Mention`` with a ``Span``; at the edge it is a ``Place`` with line and
column. ``PostResult`` is all that one post needs to tell: nothing later reads the file again.
"""

from typing import NamedTuple

from jpkit.source import Place


class Mention(NamedTuple):
    """One occurrence of a term or a service: ``key`` is what its occurrences share."""

    key: str
    surface: str
    block: int
    """Index into ``Document.blocks``."""
    start: int
    end: int
    """Code points into that block's text; ``Block.span`` leads to the source."""


class RankedTerm(NamedTuple):
    """A key term before it leaves the program, with all its places."""

    key: str
    """What spellings of one term share: NFKC, case folded, without blanks and hyphens."""
    surface: str
    """The author's most frequent spelling."""
    score: float
    """0 to 1, comparable within one post."""
    places: tuple[tuple[int, int, int], ...]
    """Block, start and end of every mention, as ``Mention`` has them."""


class Term(NamedTuple):
    """A key term in the author's most frequent spelling, with every place it stands in."""

    term: str
    reading: str | None
    """Kana; None where there is none to give (a Latin name that no table reads)."""
    score: float
    """0 to 1, comparable within one post."""
    count: int  # type: ignore[assignment]  # hides tuple.count
    places: tuple[Place, ...]
    key: str
    """What spellings of one term share: NFKC, case folded, without blanks and hyphens."""


class Service(NamedTuple):
    """A service or tool that the post names, under its canonical name."""

    name: str
    surfaces: tuple[str, ...]
    vendor: str | None
    kind: str
    status: str
    successor: str | None
    since: str | None
    """From when it is renamed or retired: 2023, 2023-07 or 2023-07-11; None where active or unknown."""
    url: str | None
    count: int  # type: ignore[assignment]  # hides tuple.count
    places: tuple[Place, ...]
    reading: str | None = None
    """Of the name, as a term has one."""


class Sentence(NamedTuple):
    """A sentence as it reads without markup, and where it begins."""

    line: int
    column: int
    text: str


class Summary(NamedTuple):
    """One to three sentences of the post itself; empty text where the post has none to give."""

    text: str = ""
    sentences: tuple[Sentence, ...] = ()


class Abbreviation(NamedTuple):
    """GCS = Google Cloud Storage, as the text itself binds it."""

    short: str
    long: str
    place: Place


class Definition(NamedTuple):
    """A sentence that says what a term is."""

    term: str
    key: str
    text: str
    lang: str
    line: int
    column: int
    score: float
    """0 to 1: how surely the sentence defines the term."""
    aliases: tuple[str, ...] = ()
    """Other names that the sentence gives the term: CD of 継続的デリバリー(CD)は…"""


class Pair(NamedTuple):
    """A Japanese and an English name set side by side: 継続的デリバリー（Continuous Delivery）."""

    ja: str
    en: str
    place: Place
    score: float


class Link(NamedTuple):
    """A link of the body: its text and where it leads."""

    text: str
    url: str
    line: int
    column: int


class Related(NamedTuple):
    """Another post that shares terms and services with this one."""

    path: str
    score: float
    shared: tuple[str, ...]


class Suggested(NamedTuple):
    """What `--fill` would write."""

    tags: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    summary: str = ""


class PostResult(NamedTuple):
    """All that was found in one post."""

    path: str
    lang: str
    title: str
    terms: tuple[Term, ...] = ()
    services: tuple[Service, ...] = ()
    summary: Summary = Summary()
    abbreviations: tuple[Abbreviation, ...] = ()
    definitions: tuple[Definition, ...] = ()
    pairs: tuple[Pair, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()
    """The author's own tags: the site's vocabulary."""
    others: tuple[tuple[str, str, float], ...] = ()
    """Terms behind the key terms, too weak to be shown: key, spelling, score. What posts share is often among them."""
    translation: str = ""
    """What the page and its translations share."""
    related: tuple[Related, ...] = ()
    suggested: Suggested = Suggested()


class Unreadable(NamedTuple):
    """A post that could not be read; the others go on."""

    path: str
    line: int
    column: int
    message: str


class Evidence(NamedTuple):
    """Where a translation comes from.

    ``how`` is aligned (pages in both languages), parenthesis, synonym (Sudachi's synonym groups),
    vocabulary (jpkit's own table of technical terms), dictionary (the user's) or author.
    """

    how: str
    ja: tuple[str, int] | None
    """Path and line; None where it stands in no file of the site."""
    en: tuple[str, int] | None


class Entry(NamedTuple):
    """One line of the glossary: what the mentions of one term or service share over all posts."""

    id: str
    ja: str | None
    en: str | None
    reading: str | None
    kind: str
    variants: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    definition_ja: tuple[str, str, int] | None = None
    """Text, path, line."""
    definition_en: tuple[str, str, int] | None = None
    translation_score: float | None = None
    evidence: tuple[Evidence, ...] = ()
    count: int = 0  # type: ignore[assignment]  # hides tuple.count
    score: float = 0.0
    posts: tuple[str, ...] = ()


class Extraction(NamedTuple):
    """What `jpkit extract` finds in a set of posts, in the order of their paths."""

    posts: tuple[PostResult, ...]
    glossary: tuple[Entry, ...]
    problems: tuple[Unreadable, ...] = ()
    strangers: tuple[tuple[str, str], ...] = ()
    """Paths of pages that are named as translations of each other, and are none."""
    notices: tuple[str, ...] = ()
    """Whose the glossary is in part, for whoever passes it on."""
