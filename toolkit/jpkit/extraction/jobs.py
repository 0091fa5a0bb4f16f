"""From files to results, a job a post, a batch at a time: what a mapper (``map``, a process pool) takes and gives.

>>> options_for = lambda path: ExtractOptions()
>>> results = list(run_jobs(read_jobs(find_posts(["content"]), options_for)))
>>> combine(results, link_pages(results, options_for))
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jpkit.errors import JpkitError
from jpkit.extraction.model import PostResult, Unreadable
from jpkit.extraction.options import ExtractOptions
from jpkit.looks import digest
from jpkit.messages import language, use_language
from jpkit.post import read_post
from jpkit.run import spread
from jpkit.site import STDIN, is_section, read_bytes
from jpkit.source import decode

if TYPE_CHECKING:
    from jpkit.bilingual.model import Linked
    from jpkit.bilingual.pair import PagePair

POSTS_A_PROCESS = 50
"""Posts that make a process worth while: to start one takes the CPU time of some ten."""


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


def run_jobs(jobs: Iterable[Job], *, processes: int = 1) -> Iterator[PostResult | Unreadable]:
    """The results of the jobs, in their order, by so many processes."""
    if processes == 1:
        for batch in batches(jobs):
            yield from run_batch(batch)
        return
    said_in = language()
    tasks = [(batch, said_in) for batch in batches(jobs, posts=_FEW_POSTS, size=_FEW_BYTES)]
    for results in spread(_run_task, tasks, jobs=processes):
        yield from results


# By 4 posts the pipeline takes 3.9 ms a post of 4.6 kB, by 32 3.5, by 200 3.3; what has been read of a
# batch waits in memory, some ten times its bytes.
_MOST_POSTS = 200
_MOST_BYTES = 1_000_000

# In parcels for other processes: with more in each, one process is still at its last when the others are done.
_FEW_POSTS = 16
_FEW_BYTES = 100_000


def recall_jobs(
    jobs: Iterable[Job], *, folder: str, processes: Callable[[int], int]
) -> Iterator[PostResult | Unreadable]:
    """The same, with a folder for results: only those jobs are run whose results it does not hold.

    ``processes`` says for so many jobs how many processes work on them.
    """
    from jpkit.cached import cached
    from jpkit.codec import codec

    return cached(
        jobs,
        lambda missing: run_jobs(missing, processes=processes(len(missing))),
        key_of=key_maker(),
        codec=codec(PostResult | Unreadable),
        folder=folder,
        today=date.today().toordinal(),
    )


def key_maker(stage: str = "extract") -> Callable[[Job], str]:
    """What gives two jobs one key where their results of a stage are the same."""
    from jpkit.cache import made_by

    common = (stage, made_by(), language())

    def key_of(job: Job) -> str:
        readable = isinstance(job.data, bytes)
        data = job.data if isinstance(job.data, bytes) else repr(job.data).encode("utf-8", "surrogatepass")
        rest = repr((*common, job.path, job.options, readable)).encode("utf-8", "surrogatepass")
        return digest(digest(rest).encode() + data)

    return key_of


def batches(jobs: Iterable[Job], *, posts: int = _MOST_POSTS, size: int = _MOST_BYTES) -> Iterator[tuple[Job, ...]]:
    """The jobs, as many together as ``extract_posts`` likes: up to so many, and none more once they have that size."""
    batch: list[Job] = []
    left = size
    for job in jobs:
        batch.append(job)
        left -= 0 if isinstance(job.data, Unreadable) else len(job.data)
        if len(batch) >= posts or left <= 0:
            yield tuple(batch)
            batch, left = [], size
    if batch:
        yield tuple(batch)


def _run_task(task: tuple[Sequence[Job], str]) -> list[PostResult | Unreadable]:
    """A batch in another process, which has to be told the language of messages."""
    batch, said_in = task
    use_language(said_in)
    return run_batch(batch)


def run_batch(batch: Sequence[Job]) -> list[PostResult | Unreadable]:
    """The results of some jobs, in their order."""
    from jpkit.extraction.pipeline import Input, extract_posts  # the tokenizer, for whoever gets here

    results = iter(
        extract_posts([Input(job.path, job.data, job.options) for job in batch if isinstance(job.data, bytes)])
    )
    return [next(results) if isinstance(job.data, bytes) else job.data for job in batch]


def link_pages(
    results: Iterable[PostResult | Unreadable],
    options_for: Callable[[str], ExtractOptions],
    *,
    processes: Callable[[int], int] = lambda _: 1,
    folder: str | None = None,
) -> "Linked":
    """What the pages among the results that are translations of each other tell about names in both languages.

    ``folder`` and ``processes`` as for ``recall_jobs``: while no page of a pair changes, nothing is read again.
    """
    from jpkit.bilingual.model import Linked
    from jpkit.bilingual.pages import page_pairs

    pairs = page_pairs(result for result in results if isinstance(result, PostResult) and result.path != STDIN)
    again = [(_again(ja, "ja", options_for), _again(en, "en", options_for)) for ja, en in pairs]
    tasks = [(ja, en) for ja, en in again if ja is not None and en is not None]

    def run(tasks: Sequence[tuple[Job, Job]]) -> "Iterator[PagePair | None]":
        return spread(_run_pair, tasks, jobs=processes(len(tasks)))

    if not tasks:
        return Linked()
    return _link(run(tasks)) if folder is None else _recall_linked(tasks, run, folder)


def _link(pairs: "Iterable[PagePair | None]") -> "Linked":
    # numpy: 25 MB and 70 ms, for sites in two languages.
    from jpkit.bilingual.linking import link_terms

    return link_terms(pair for pair in pairs if pair is not None)


def _recall_linked(
    tasks: "Sequence[tuple[Job, Job]]",
    run: "Callable[[Sequence[tuple[Job, Job]]], Iterator[PagePair | None]]",
    folder: str,
) -> "Linked":
    """By the keys of all page pairs what they tell together; by the key of each what stands in it."""
    from jpkit.bilingual.model import Linked
    from jpkit.bilingual.pair import PagePair
    from jpkit.cached import cached
    from jpkit.codec import Codec, codec

    key_of = key_maker("pair")
    keys = {task: digest((key_of(task[0]) + key_of(task[1])).encode()) for task in tasks}
    today = date.today().toordinal()

    def run_all(_: object) -> "Iterator[Linked]":
        yield _link(
            cached(tasks, run, key_of=keys.__getitem__, codec=codec(PagePair | None), folder=folder, today=today)
        )

    together = digest("".join(["linked", *keys.values()]).encode())
    kept: Codec[Linked] = codec(Linked)
    (linked,) = cached([tasks], run_all, key_of=lambda _: together, codec=kept, folder=folder, today=today)
    return linked


def _again(path: str, lang: str, options_for: Callable[[str], ExtractOptions]) -> Job | None:
    """The page once more, in the language that is known by now; None where it has lost its body meanwhile."""
    return next(read_jobs([path], lambda path: options_for(path)._replace(lang=lang)), None)


def _run_pair(pair: tuple[Job, Job]) -> "PagePair | None":
    from jpkit.bilingual.units import read_pair
    from jpkit.extraction.pipeline import Input, ReadPost, read_input

    ja, en = (
        read_input(Input(job.path, job.data, job.options)) if isinstance(job.data, bytes) else None for job in pair
    )
    # Somebody may have changed or removed a page since it was read for the first time.
    return read_pair(ja, en) if isinstance(ja, ReadPost) and isinstance(en, ReadPost) else None


def _has_body(path: str, data: bytes) -> bool:
    try:
        post = read_post(decode(path, data))
    except JpkitError:
        return True  # to be reported with its place, as for any post
    return bool(post.source.slice(post.body).strip())
