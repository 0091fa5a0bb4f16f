"""`jpkit extract`: posts in, glossary and summaries out."""

import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jpkit.cli import Command
from jpkit.cli.options import Number, cache_folder, color_option, messages_option, one_of, running_options, wants_color
from jpkit.cli.output import NOWHERE, Written, with_earlier_ids, write_folder
from jpkit.cli.progress import progress
from jpkit.config import GLOSSARY_FORMATS, LANGUAGE_CHOICES, OUT, READING_CHOICES, Config, find_config, read_config
from jpkit.errors import JpkitError
from jpkit.looks import digest
from jpkit.messages import joined, message, use_language
from jpkit.site import STDIN, find_posts, read_bytes
from jpkit.visible import visible
from jpkit.write import DEFAULT_FORMATS

if TYPE_CHECKING:
    from jpkit.bilingual.desk import Desk
    from jpkit.bilingual.dictionary import Dictionary
    from jpkit.extraction.model import Extraction
    from jpkit.extraction.options import ExtractOptions
    from jpkit.fill import Change

# Parsers, writers and everything that tokenizes load in the functions that need them, so that
# `--help` and a misspelt option answer at once; a test holds that.

_FIELDS = ("summary", "tags", "keywords", "related")
_WORTH_CACHING = 5


@click.command(
    "extract",
    cls=Command,
    short_help="Find key terms and services, write a glossary and summaries.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--out", metavar="DIR", help=f"Where files are written (default {OUT}); - writes none.")
@one_of(
    "--glossary",
    choices=GLOSSARY_FORMATS,
    multiple=True,
    help="Format of the glossary; repeatable (default json, csv, md, html).",
)
@one_of(
    "--format",
    "output_format",
    choices=("text", "json", "jsonl"),
    default="text",
    help="What standard output shows: a report, one JSON document, or a line a post and one for the glossary.",
)
@click.option("--top", type=Number(), metavar="N", help="Key terms a post, at most (default 15).")
@one_of("--lang", choices=LANGUAGE_CHOICES, help="Language of the posts (default auto: each from its text).")
@one_of("--reading", choices=READING_CHOICES, help="Script of readings (default katakana).")
@one_of(
    "--fill",
    choices=_FIELDS,
    multiple=True,
    help="Write suggestions into this front matter field where it is there and empty; repeatable.",
)
@click.option("--diff", is_flag=True, help="Show what --fill would change, and write nothing at all.")
@click.option(
    "--explain", metavar="TERM", help="Show what makes the score of a term in each post that has it, and nothing else."
)
@click.option("--dictionary", metavar="FILE", help="Your own EDICT or JMdict, for English that the site does not give.")
@running_options()
@click.option("--quiet", is_flag=True, help="No report, no notes; what went wrong is still said.")
@messages_option()
@color_option()
def command(
    paths: tuple[str, ...],
    out: str | None,
    glossary: tuple[str, ...],
    output_format: str,
    top: int | None,
    lang: str | None,
    reading: str | None,
    fill: tuple[str, ...],
    diff: bool,
    explain: str | None,
    dictionary: str | None,
    config: str | None,
    jobs: int | None,
    no_cache: bool,
    cache_dir: str | None,
    quiet: bool,
    messages: str | None,
    color: str,
) -> int:
    """Find the key terms and service names of posts, and write a glossary and summaries.

    PATH is a file, a folder (every Markdown file below it, but for hidden and _-prefixed folders
    and what git ignores), or - for standard input; without any, it is the folder content, else
    the current one.
    """
    _check(paths, output_format, fill, diff)
    if not paths:
        paths = ("content",) if Path("content").is_dir() else (".",)
    settings = read_config(config) if config else find_config(paths[0] if paths[0] != STDIN else ".")
    if messages is None and settings.messages:
        use_language(settings.messages)
    configured = _out(settings)
    out = configured if out is None else out
    note = _silent if quiet else _note
    posts = find_posts(paths, leave_out=(out, configured), excluded=settings.excludes)
    if not posts:
        note(message("no-posts", path=joined(paths)))
        if output_format == "text":
            return 0
    if explain is not None:
        return _explain(posts, settings, explain, lang=lang)
    own = _dictionary(dictionary, settings)
    author = _author(settings, out if out != NOWHERE else configured)
    seen: dict[str, bytes] | None = {} if fill else None
    extraction = _extract(
        posts,
        paths,
        settings,
        top=top,
        lang=lang,
        reading=reading,
        seen=seen,
        jobs=jobs,
        cache=None if no_cache else cache_folder(cache_dir, len(posts), fewest=_WORTH_CACHING),
        dictionary=own,
        show_progress=not quiet,
    )
    extraction = with_earlier_ids(extraction, out if out != NOWHERE else configured, author.state)
    extraction = author.applied(extraction, script=reading or settings.reading or "katakana")
    for ja, en in extraction.strangers:
        note(message("strangers", path=ja, other=en))
    changes: list[Change] = []
    if seen is not None:
        extraction, changes = _fill(extraction, fill, seen, write=not diff, note=note)
    written = None
    if posts and not diff and out != NOWHERE:
        formats = tuple(dict.fromkeys(glossary)) or settings.glossary or DEFAULT_FORMATS
        extraction, written = write_folder(extraction, author, out, paths, formats)
    with_color = wants_color(color, sys.stdout)
    if diff:
        _print_diffs(changes, color=with_color)
    elif output_format != "text":
        _print_json(extraction, by_line=output_format == "jsonl")
    elif not quiet:
        _print_report(extraction, _facts(changes, author, written), color=with_color)
    sys.stdout.flush()
    for problem in extraction.problems:  # last, where they are seen
        _note(f"{problem.path}:{problem.line}:{problem.column}: {problem.message}")
    return 1 if extraction.problems else 0


def _check(paths: Sequence[str], output_format: str, fill: Sequence[str], diff: bool) -> None:
    if diff and not fill:
        raise click.UsageError(message("diff-without-fill"), click.get_current_context())
    if diff and output_format != "text":
        raise click.UsageError(message("diff-with-format", format=output_format), click.get_current_context())
    if fill and not diff and STDIN in paths:
        raise click.UsageError(message("fill-stdin"), click.get_current_context())


def _out(settings: Config) -> str:
    if settings.out is None or settings.out == NOWHERE:
        return settings.out or OUT
    return os.path.relpath(Path(settings.folder, settings.out))


def _dictionary(given: str | None, settings: Config) -> "Dictionary | None":
    """The user's own dictionary, told to be one before the posts are read."""
    path = given or (settings.dictionary and os.path.relpath(Path(settings.folder, settings.dictionary)))
    if not path:
        return None
    from jpkit.bilingual.dictionary import open_dictionary

    return open_dictionary(path)


def _author(settings: Config, folder: str) -> "Desk":
    """What the author says, in the settings and in the folder of the glossary."""
    from jpkit.bilingual.desk import open_desk

    return open_desk(None if folder == NOWHERE else folder, settings.term, settings.terms)


def _note(text: str) -> None:
    print(visible(text), file=sys.stderr)


def _silent(text: str) -> None:
    pass


def _extract(
    posts: Sequence[str],
    roots: Sequence[str],
    settings: Config,
    *,
    top: int | None,
    lang: str | None,
    reading: str | None,
    seen: dict[str, bytes] | None,
    jobs: int | None,
    cache: str | None,
    dictionary: "Dictionary | None",
    show_progress: bool,
) -> "Extraction":
    """The result; into ``seen`` goes by what `--fill` knows a post again."""
    # Results are trees: after 200 posts gc.collect() finds not one cycle, and looking for them took a
    # quarter of the time.
    gc.disable()
    from jpkit.answers import recalling
    from jpkit.extraction.jobs import POSTS_A_PROCESS, Job, link_pages, read_jobs, recall_jobs, run_jobs
    from jpkit.extraction.pipeline import combine
    from jpkit.run import processes

    def noted(jobs: Iterable[Job]) -> Iterator[Job]:
        for job in jobs:
            if seen is not None and isinstance(job.data, bytes):
                seen[job.path] = job.data if job.path == STDIN else digest(job.data).encode()
            yield job

    def options_for(path: str) -> "ExtractOptions":
        return settings.options_for(path, top=top, lang=lang, reading=reading)

    def spread(count: int) -> int:
        return processes(jobs, count, worth=POSTS_A_PROCESS)

    read = noted(read_jobs(posts, options_for))
    if cache is None:
        results = run_jobs(read, processes=spread(len(posts)))
    else:
        results = recall_jobs(read, folder=cache, processes=spread)
    finished = list(progress(results, len(posts), show=show_progress))
    with recalling(roots, folder=cache):
        linked = link_pages(finished, options_for, processes=spread, folder=cache)
        return combine(finished, linked, dictionary, script=reading or settings.reading or "katakana")


def _explain(posts: Sequence[str], settings: Config, term: str, *, lang: str | None) -> int:
    from jpkit.extraction.explain import explain
    from jpkit.extraction.jobs import read_jobs
    from jpkit.extraction.model import Unreadable
    from jpkit.extraction.pipeline import Input
    from jpkit.write.explanation import explanation

    found = problems = 0
    for job in read_jobs(posts, lambda path: settings.options_for(path, lang=lang)):
        explained = explain(Input(job.path, job.data, job.options), term) if isinstance(job.data, bytes) else job.data
        if isinstance(explained, Unreadable):
            _note(f"{explained.path}:{explained.line}:{explained.column}: {explained.message}")
            problems += 1
        elif explained is not None:
            sys.stdout.write(explanation(explained))
            found += 1
    if not found:
        raise JpkitError(message("explain-nowhere", term=term))
    return 1 if problems else 0


def _fill(
    extraction: "Extraction",
    fields: Sequence[str],
    seen: dict[str, bytes],
    *,
    write: bool,
    note: Callable[[str], None],
) -> "tuple[Extraction, list[Change]]":
    """The result with what went wrong among its problems, and the changes, written or not."""
    from jpkit.disk import write_atomically
    from jpkit.extraction.model import Unreadable
    from jpkit.fill import EMPTY, fill
    from jpkit.source import decode

    changes, problems = [], list(extraction.problems)
    for post in extraction.posts:
        try:
            data = seen[STDIN] if post.path == STDIN else _read_again(post.path, seen[post.path])
            change = fill(decode(post.path, data), post, fields)
            if write and change.filled:
                write_atomically(post.path, change.after.encode())
            changes.append(change)
        except JpkitError as error:
            problems.append(Unreadable(post.path, error.line or 1, error.column or 1, error.detail))
    for field in dict.fromkeys(fields):
        without = [change.path for change in changes if field in change.missing]
        if without:
            note(message("field-missing", field=field, count=len(without), path=without[0], line=EMPTY[field]))
    problems.sort(key=lambda problem: (problem.path, problem.line, problem.column, problem.message))
    return extraction._replace(problems=tuple(problems)), changes


def _read_again(path: str, known: bytes) -> bytes:
    """The file, provided that nobody has saved it while the others were read."""
    data = read_bytes(path)
    if digest(data).encode() != known:
        raise JpkitError(message("changed-meanwhile"), path=path, line=1, column=1)
    return data


def _facts(changes: "Sequence[Change]", author: "Desk", written: Written | None) -> list[tuple[str, str]]:
    """What the run has done, for the end of the report."""
    facts = []
    filled = Counter(field for change in changes for field in change.filled)
    if changes:
        text = joined(message("report-filled-posts", field=field, count=n) for field, n in filled.items())
        facts.append((message("report-filled"), text or message("report-filled-none")))
    if written is not None:
        inside = f"{written.out}/{', '.join((*_in_braces(written.glossary), 'summaries.json', 'summaries/'))}"
        text = message("report-written-new", changed=written.changed, count=written.files)
        if written.removed:
            text += message("comma") + message("report-removed", count=written.removed)
        if author.fresh:
            said = message("report-corrections-new", count=author.fresh, path=author.table)
            facts.append((message("report-corrections"), said))
        facts += [(message("report-written"), inside), ("", text)]
    return facts


def _in_braces(names: Sequence[str]) -> Iterator[str]:
    """The names, those of `glossary.*` as one: glossary.{json,csv}."""
    suffixes = [name.removeprefix("glossary.") for name in names if name.startswith("glossary.")]
    if suffixes:
        yield "glossary." + (f"{{{','.join(suffixes)}}}" if len(suffixes) > 1 else suffixes[0])
    yield from (name for name in names if not name.startswith("glossary."))


def _print_report(extraction: "Extraction", facts: Sequence[tuple[str, str]], *, color: bool) -> None:
    import shutil

    from jpkit.write import text

    # Longer lines than that are hard to read, and a file gets the same whoever writes it.
    columns = min(shutil.get_terminal_size().columns, 100) if sys.stdout.isatty() else 80
    sys.stdout.write(text.report(extraction, columns=max(columns, 40), color=color))
    sys.stdout.write(text.facts(facts, color=color))


def _print_json(extraction: "Extraction", *, by_line: bool) -> None:
    from jpkit.write import json

    sys.stdout.writelines(json.lines(extraction) if by_line else (json.document(extraction),))


def _print_diffs(changes: "Sequence[Change]", *, color: bool) -> None:
    from jpkit.diff import unified

    sys.stdout.writelines(unified(change.path, change.before, change.after, color=color) for change in changes)
