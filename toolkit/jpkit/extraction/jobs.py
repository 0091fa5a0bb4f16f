"""From files to results, a job a post: what a mapper (``map``, a process pool) takes and gives.

>>> combine(map(run_job, read_jobs(find_posts(["content"]), lambda path: ExtractOptions())))
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from jpkit.errors import JpkitError
from jpkit.extraction.model import PostResult, Unreadable
from jpkit.extraction.options import ExtractOptions
from jpkit.post import read_post
from jpkit.site import is_section, read_bytes
from jpkit.source import decode


class Job(NamedTuple):
    """One post with all that its result depends on; it pickles, and no worker needs to see the disk."""

    path: str
    data: bytes | Unreadable
    """What is in the file, or why that cannot be said."""
    options: ExtractOptions


def read_jobs(paths: Iterable[str], options_for: Callable[[str], ExtractOptions]) -> Iterator[Job]:
    """A job for each file, read when its turn comes; section pages (`_index.md`) without a body are no posts."""
    for path in paths:
        try:
            data = read_bytes(path)
        except JpkitError as error:
            yield Job(path, Unreadable(path, 1, 1, error.detail), options_for(path))
        else:
            if not is_section(path) or _has_body(path, data):
                yield Job(path, data, options_for(path))


def run_job(job: Job) -> PostResult | Unreadable:
    """The result of one job."""
    from jpkit.extraction.pipeline import extract_post  # the tokenizer and its dictionary, for whoever gets here

    return job.data if isinstance(job.data, Unreadable) else extract_post(job.path, job.data, job.options)


def _has_body(path: str, data: bytes) -> bool:
    try:
        post = read_post(decode(path, data))
    except JpkitError:
        return True  # to be reported with its place, as for any post
    return bool(post.source.slice(post.body).strip())
