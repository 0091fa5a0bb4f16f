"""What `jpkit extract` does, as functions: the command prints and writes what ``extract`` returns."""

from collections.abc import Iterable

from jpkit.bilingual.correction import Correction
from jpkit.bilingual.desk import Desk
from jpkit.config import LANGUAGE_CHOICES, READING_CHOICES, refuse_other
from jpkit.extraction.jobs import link_pages, read_jobs, run_jobs
from jpkit.extraction.model import Extraction, PostResult, Unreadable
from jpkit.extraction.options import ExtractOptions
from jpkit.extraction.pipeline import combine, extract_post
from jpkit.site import Paths, as_paths, find_posts


def extract(paths: Paths, *, options: ExtractOptions | None = None, terms: Iterable[Correction] = ()) -> Extraction:
    """Terms, services, summaries and definitions of posts, and the glossary of them all.

    ``paths`` are files and folders, or one, as for the command. Posts that cannot be read are in
    ``problems``; the others go on. ``terms`` is what you say of terms, surest first: it wins.

    Raises:
        JpkitError: a path does not exist, an option has a value that is none.
    """
    chosen = _checked(options)
    results = list(run_jobs(read_jobs(find_posts(as_paths(paths)), lambda _: chosen)))
    found = combine(results, link_pages(results, lambda _: chosen), script=chosen.reading)
    return Desk(None, tuple(terms)).applied(found, script=chosen.reading)


def extract_text(text: str, *, path: str = "post.md", options: ExtractOptions | None = None) -> PostResult:
    """The same for one post given as text, front matter and all; ``path`` is only shown.

    Raises:
        JpkitError: the front matter cannot be read, the text is none that UTF-8 can hold, an option has a
            value that is none.
    """
    result = extract_post(path, text.encode("utf-8", "surrogatepass"), _checked(options))
    if isinstance(result, Unreadable):
        from jpkit.errors import JpkitError

        raise JpkitError(result.message, path=path, line=result.line, column=result.column)
    return combine([result]).posts[0]


def _checked(options: ExtractOptions | None) -> ExtractOptions:
    chosen = options or ExtractOptions()
    refuse_other("lang", chosen.lang, LANGUAGE_CHOICES)
    refuse_other("reading", chosen.reading, READING_CHOICES)
    return chosen
