"""A page as the rules see it: its source, front matter, prose, and what is around it."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from jpkit.builder import HUGO, builder_of
from jpkit.errors import JpkitError
from jpkit.hugo import Site, folder_names, site_of
from jpkit.post import Field, Post, read_post
from jpkit.site import page_language, read_bytes
from jpkit.source import Source, Span, decode

if TYPE_CHECKING:
    from jpkit.document import Document
    from jpkit.linting.glossary import Glossary


# Paths are text here, as in ``site``.
# ruff: noqa: PTH100, PTH119, PTH120


@dataclass(frozen=True, eq=False)
class Page:
    """One Markdown file of a site.

    Of a page that cannot be read, ``problem`` says why and ``post`` has no fields; rules that do not
    ask for such pages (``Rule.unreadable``) never see one.
    """

    path: str
    """As the user spelt it, with "/" between folders; what findings show."""
    source: Source
    post: Post
    problem: JpkitError | None
    site: Site
    builder: str
    """The program that builds it: "hugo", or "jekyll", "zenn", …, whose pages only look alike."""
    type: str
    """Page type as the schemas name it: post, publication, event, project, slides, author, docs, widget,
    landing, widget_page, section, page, …; "any" where a folder of the site's own leaves it open."""
    generation: str | None
    """Theme generation; None: unknown, the widest reading; "none": another theme, no schema holds."""
    lang: str | None
    """Language code of the page: from its path, else the site's default; None where nobody says."""
    reader: "Reader"
    today: date

    def get(self, path: str) -> Field | None:
        """The field at ``image.caption`` or ``links[0].url``, letter case aside."""
        return self.post.get(path)

    @cached_property
    def document(self) -> "Document":
        """The body's prose in blocks; without the title, which has its place in the front matter."""
        from jpkit.markdown import read_document  # many rules never ask

        return read_document(self.source, self.post.body)

    @cached_property
    def translations(self) -> "tuple[Page, ...]":
        """The same page in the site's other languages, by path."""
        return tuple(self.reader.page(path) for path in self.site.translations(self.path))

    @cached_property
    def glossary(self) -> "Glossary | None":
        """The glossary that the page is held to; None where there is none."""
        if self.reader.glossary is None:
            return None
        from jpkit.linting.glossary import glossary_at  # where there is one

        return glossary_at(self.reader.glossary)

    @cached_property
    def beside(self) -> frozenset[str]:
        """Names of the files and folders in the page's folder."""
        return folder_names(os.path.dirname(self.path) or ".")

    def names_in(self, *sections: str) -> frozenset[str]:
        """What is in these folders of the site's content, and of what it has in the page's language (`content/ja/`)."""
        content = self.site.content
        if content is None:
            return frozenset()
        below, _, _ = os.path.abspath(self.path).removeprefix(f"{content}/").partition("/")
        roots = (content, f"{content}/{below}") if page_language(f"content/{below}/") else (content,)
        return frozenset(name for root in roots for section in sections for name in folder_names(f"{root}/{section}"))

    @property
    def is_bundle(self) -> bool:
        """Whether the page is a leaf or branch bundle (`index.md`, `_index.md`), whose folder is its own."""
        return os.path.basename(self.path).startswith(("index.", "_index."))


class GlossaryAt(NamedTuple):
    """The glossary that pages are held to."""

    path: str
    own: bool = True
    """Whether the author named it, and did not only leave it where `extract` put it."""


class Reader:
    """Pages by path, each read once until it is forgotten."""

    def __init__(
        self,
        *,
        generation: str = "auto",
        today: date | None = None,
        given: Mapping[str, bytes] | None = None,
        changes: Mapping[str, str] | None = None,
        glossary: GlossaryAt | None = None,
    ) -> None:
        self.generation = generation
        """As `--generation`."""
        self.glossary = glossary
        self.today = today or date.today()
        self._given = given or {}
        self._changes = changes
        self._expected: Sequence[str] = ()
        self._pages: dict[str, Page] = {}

    def page(self, path: str) -> Page:
        """The page at a path; one that cannot be read has a ``problem``."""
        known = self._pages.get(path)
        if known is None:
            known = self._pages[path] = self._read(path)
        return known

    def expect(self, paths: Sequence[str]) -> None:
        """Say which pages will be asked for: what costs one call for all of them is asked once."""
        self._expected = paths

    def last_change(self, path: str) -> str | None:
        """When git saw the page change last (ISO 8601), as ``history`` counts changes."""
        if self._changes is not None:
            return self._changes.get(os.path.abspath(path))
        from jpkit.linting.history import last_change  # for pages with a lastmod

        return last_change(path, self._expected)

    def forget(self) -> None:
        """Let go of the pages: those of the next bundle are others."""
        self._pages.clear()

    def replaced(self, page: Page, text: str) -> Page:
        """The page as it is with another text, which stands for the file from now on."""
        new = self._pages[page.path] = self._page(page.path, Source(page.path, text))
        return new

    def _read(self, path: str) -> Page:
        try:
            return self._page(path, decode(path, self._given[path] if path in self._given else read_bytes(path)))
        except JpkitError as error:
            return self._page(path, Source(path, ""), error)

    def _page(self, path: str, source: Source, problem: JpkitError | None = None) -> Page:
        post = _nothing(source)
        if problem is None:
            try:
                post = read_post(source)
            except JpkitError as error:
                problem = error
        site = site_of(path)
        builder = builder_of(path, post) if self.generation == "auto" else HUGO
        generation = site.generation if self.generation == "auto" else self.generation
        return Page(
            path,
            source,
            post,
            problem,
            site,
            builder,
            site.page_type(path, post),
            generation,
            site.language(path),
            self,
            self.today,
        )


def _nothing(source: Source) -> Post:
    return Post(source, None, {}, Span(0, 0), Span(0, len(source.text)))
