"""What a rule is, what it yields, and what leaves the program.

Inside, a place is a ``Span`` of the source; the engine turns a ``Problem`` once into a ``Finding``
with path, line and column, which callers, reports and the baseline hold.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from jpkit.messages import LANGUAGES, joined, language
from jpkit.source import Span

if TYPE_CHECKING:
    from jpkit.linting.page import Page

Severity: TypeAlias = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

Group: TypeAlias = Literal["syntax", "schema", "content", "references", "bilingual", "terms"]
GROUPS: tuple[Group, ...] = ("syntax", "schema", "content", "references", "bilingual", "terms")


class Text(NamedTuple):
    """A sentence in both languages; with values called for, it reads in the language in force."""

    en: str
    ja: str

    def __call__(self, **values: object) -> str:
        """The text in the language in force (``messages.language``), its ``{names}`` filled in."""
        return self[LANGUAGES.index(language())].format(**values)


def listed(names: Iterable[str]) -> str:
    """Names in quotes, parted as the language in force parts them."""
    return joined(f"'{name}'" for name in names)


class Edit(NamedTuple):
    """Put ``text`` in the place of ``span``; an insertion where the span is empty."""

    span: Span
    text: str


class Problem(NamedTuple):
    """What a rule says of one place of a page."""

    span: Span
    message: str
    """*What is there; what to do.* Where it is, the engine says."""
    key: str | None = None
    """Front matter path (``image.focal_point``, ``links[0].url``); None in the body."""
    edits: tuple[Edit, ...] = ()
    """What mends it, where there is one right answer: all of it or nothing."""
    severity: Severity | None = None
    """Where it differs from the rule's."""


class Finding(NamedTuple):
    """A problem as it leaves the program; one-based, in code points; the end is just behind it."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    group: str
    severity: Severity
    message: str
    key: str | None = None
    fix: tuple[tuple[int, int, int, int, str], ...] = ()
    """Replacements: line, column, end line, end column, text."""


class Example(NamedTuple):
    """A page that a rule speaks of, its reported stretches in «guillemets»; and its test.

    An empty stretch is written ``«»``. A text without front matter delimiters is front matter in YAML.
    """

    text: str
    fixed: str | None = None
    """The whole text (again without delimiters where they were left out) once `--fix` is done; None: no fix."""
    path: str = "content/post/a/index.md"
    files: Mapping[str, str] = {}
    """Other files of the site, by path; "content/…" and "config.toml" among them."""
    generation: str | None = None
    """As `--generation`; None: detected from ``files``."""
    changed: str | None = None
    """When git saw the page change last, ISO 8601; None: never."""


class Rule(NamedTuple):
    """The declaration of a rule: all that reports, documentation and tests need to know of it."""

    id: str
    group: Group
    severity: Severity
    """Of most of its problems; a problem may have its own."""
    summary: Text
    """One line, imperative: "Write katakana at full width"."""
    why: Text
    """The reason: what a build or a reader does with the mistake."""
    check: "Callable[..., Iterable[Problem]] | None"
    """``check(page, *, option=default)``; an option is a keyword-only parameter. None: only ``collect``."""
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    default: bool = True
    """Whether it runs without being selected."""
    collect: "Callable[[Page], Iterable[tuple[Any, Problem]]] | None" = None
    """For what only several pages together show: a value and its place, for each place of a page."""
    compare: "Callable[[Sequence[tuple[Any, Finding]]], Iterable[Finding]] | None" = None
    """Which of the collected places are findings after all, with their messages, over all pages of one site."""
    replaces: str | None = None
    """A cheaper rule that finds a part of the same, and does not run where this one does."""
    unreadable: bool = False
    """Whether ``check`` also takes pages whose front matter cannot be read (``page.post`` is empty then)."""
