"""`jpkit lint`: front matter and text of posts checked, and mended where there is one right answer."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jpkit.cli import Command
from jpkit.cli.options import cache_folder, color_option, messages_option, one_of, running_options, wants_color
from jpkit.config import GENERATION_CHOICES, OUT, Config, find_config, read_config
from jpkit.errors import JpkitError
from jpkit.linting.report import FORMATS
from jpkit.messages import message, use_language
from jpkit.site import STDIN, find_posts, read_bytes
from jpkit.visible import visible

if TYPE_CHECKING:
    from jpkit.linting.engine import Active, Change, Report
    from jpkit.linting.page import GlossaryAt

_WORTH_CACHING = 20
"""The cache costs as much as linting 5 pages; with 20, the run that fills it takes 4 % more, the next one 20 % less."""


@click.command(
    "lint",
    cls=Command,
    short_help="Check the front matter and text of posts; mend what has one right answer.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@one_of("--format", "output_format", choices=FORMATS, default="text", help="What standard output shows.")
@click.option("--fix", is_flag=True, help="Mend what has one right answer; the findings that stay are shown.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules or groups; repeatable, or with commas.")
@click.option("--extend-select", multiple=True, metavar="RULE", help="These rules or groups as well as the usual ones.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules or groups; repeatable, or with commas.")
@one_of("--generation", choices=GENERATION_CHOICES, help="Theme generation (default auto: from the site).")
@click.option("--glossary", metavar="FILE", help="JSON or CSV whose names hold (default: the one extract has written).")
@click.option("--explain", metavar="RULE", help="Why a rule exists, with bad and good examples.")
@click.option("--rules", is_flag=True, help="The table of rules.")
@click.option("--baseline", metavar="FILE", help="Report only what is new since this file was written.")
@click.option("--write-baseline", is_flag=True, help="Write the findings into the file of --baseline.")
@click.option(
    "--changed",
    is_flag=False,
    flag_value="",
    metavar="[REV]",
    help="Report only lines changed since REV (default: what is staged, or HEAD).",
)
@click.option("--statistics", is_flag=True, help="How often each rule spoke, instead of the findings.")
@click.option("--strict", is_flag=True, help="Hints fail as well: exit code 1.")
@click.option("--stdin-filename", metavar="PATH", help="Lint standard input (PATH -) as if it were that file.")
@running_options()
@click.option("--quiet", is_flag=True, help="No line with the totals.")
@messages_option()
@color_option()
def command(
    paths: tuple[str, ...],
    output_format: str,
    fix: bool,
    diff: bool,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    generation: str | None,
    glossary: str | None,
    explain: str | None,
    rules: bool,
    baseline: str | None,
    write_baseline: bool,
    changed: str | None,
    statistics: bool,
    strict: bool,
    stdin_filename: str | None,
    config: str | None,
    jobs: int | None,
    no_cache: bool,
    cache_dir: str | None,
    quiet: bool,
    messages: str | None,
    color: str,
) -> int:
    """Check the front matter and the text of posts.

    PATH is a file, a folder (every Markdown file below it, but for hidden and _-prefixed folders
    and what git ignores), or - for standard input; without any, it is the folder content, else
    the current one.
    """
    # As for extract: pages are trees, and the collector finds nothing.
    gc.disable()
    if explain or rules:
        from jpkit.linting import explain as explained

        sys.stdout.write(explained.rule(_known([explain])[0]) if explain else explained.table())
        return 0
    if diff and output_format != "text":
        raise click.UsageError(message("lint-diff-format", format=output_format), click.get_current_context())
    if stdin_filename is not None and paths not in ((), (STDIN,)):
        raise click.UsageError(message("lint-stdin"), click.get_current_context())
    if changed and _is_path(changed):
        paths, changed = (changed, *paths), ""
    if stdin_filename is not None:
        paths = (STDIN,)
    elif not paths:
        paths = ("content",) if Path("content").is_dir() else (".",)
    near = stdin_filename or (paths[0] if paths[0] != STDIN else ".")
    settings = read_config(config) if config else find_config(near)
    if messages is None and settings.messages:
        use_language(settings.messages)
    pages, given = _pages(paths, settings, stdin_filename)
    held_to = _glossary(glossary, settings)
    report = _lint(
        pages,
        given,
        _active(settings, _known(select), _known(extend_select), _known(ignore), glossary=held_to is not None),
        generation or settings.lint.generation or "auto",
        held_to,
        fix=fix or diff,
        jobs=1 if given else jobs,
        cache=None if no_cache or given or fix or diff else cache_folder(cache_dir, len(pages), fewest=_WORTH_CACHING),
    )
    if write_baseline:
        return _write_baseline(report, baseline)
    if baseline is not None:
        from jpkit.linting.baseline import read_baseline, unknown

        report = unknown(report, read_baseline(baseline))
    if changed is not None:
        from jpkit.linting.changed import changed_lines, in_changed_lines

        report = in_changed_lines(report, changed_lines(_folder(near), changed or None))
    with_color = wants_color(color, sys.stdout)
    if diff:
        _print_diffs(report.changes, color=with_color)
        return 1 if report.changes else 0
    refused: Sequence[JpkitError] = ()
    if fix:
        report, refused = _write(report, given)
    if statistics:
        from jpkit.linting.report import text

        sys.stdout.write(text.statistics(report))
    elif not (fix and given):
        _print(report, output_format, color=with_color)
    sys.stdout.flush()
    if not quiet and output_format == "text":
        _print_summary(report, fix=fix)
    for error in refused:
        print(visible(str(error)), file=sys.stderr)
    if refused:
        return 2
    failing = [finding for finding in report.findings if strict or finding.severity != "info"]
    return 1 if failing else 0


def _is_path(revision: str) -> bool:
    """Whether what stands behind --changed is the first PATH: `--changed content`."""
    if not Path(revision).exists():
        return False
    from jpkit.linting.changed import is_revision

    return not is_revision(".", revision)


def _folder(path: str) -> str:
    return path if Path(path).is_dir() else str(Path(path).parent)


def _write_baseline(report: "Report", path: str | None) -> int:
    from jpkit.disk import write_atomically
    from jpkit.linting.baseline import baseline

    if path is None:
        raise click.UsageError(message("lint-baseline-missing"), click.get_current_context())
    write_atomically(path, baseline(report).encode("utf-8", "backslashreplace"))
    print(message("lint-baseline-written", count=len(report.findings), path=path), file=sys.stderr)
    return 0


def _known(names: Sequence[str]) -> list[str]:
    """Rule ids and groups out of options with commas.

    Raises:
        JpkitError: there is none of that name.
    """
    from jpkit.linting.api import known_rules

    found = [part.strip() for name in names for part in name.split(",") if part.strip()]
    known_rules(found)
    return found


def _pages(
    paths: Sequence[str], settings: Config, stdin_filename: str | None
) -> tuple[Sequence[str], dict[str, bytes]]:
    """The pages, and the text of the one that standard input is."""
    posts = find_posts(paths, excluded=settings.excludes)
    if STDIN not in posts:
        return posts, {}
    name = stdin_filename or "stdin.md"
    return [name if path == STDIN else path for path in posts], {name: sys.stdin.buffer.read()}


def _active(
    settings: Config, select: Sequence[str], extend_select: Sequence[str], ignore: Sequence[str], *, glossary: bool
) -> "Callable[[str], Sequence[Active]]":
    """The rules that run on a page: what the command line says counts more than the settings."""
    from jpkit.linting.api import choose
    from jpkit.linting.rules import GLOSSARY

    needing = next((name for name in select if name in GLOSSARY), None)
    if needing and not glossary:
        raise JpkitError(message("lint-no-glossary", rule=needing))
    lint = settings.lint
    running = choose(
        select or lint.select or (),
        ignore,
        lint.rules,
        extend_select=(*extend_select, *lint.extend_select),
        glossary=glossary,
    )

    def of(path: str) -> "Sequence[Active]":
        left_out = settings.ignored_for(path)
        if select or not left_out:
            return running
        return [one for one in running if not (one.rule.id in left_out or one.rule.group in left_out)]

    return of


def _glossary(named: str | None, settings: Config) -> "GlossaryAt | None":
    """The glossary that pages are held to: the one that is named, else what `extract` has written.

    Raises:
        JpkitError: it cannot be read.
    """
    own = named or (settings.lint.glossary and relpath(Path(settings.folder, settings.lint.glossary)))
    found = own or next(_written(settings), None)
    if found is None:
        return None
    from jpkit.linting.glossary import read
    from jpkit.linting.page import GlossaryAt

    at = GlossaryAt(Path(found).as_posix(), own is not None)
    read(at.path, own=at.own)  # before anything is linted, and before processes begin, which share it
    return at


def _written(settings: Config) -> Iterator[str]:
    """Where `extract` has written a glossary, the one that says most first."""
    folders = [Path(settings.folder, settings.out)] if settings.out else [Path(OUT), Path(settings.folder, OUT)]
    for folder in folders:
        for name in ("glossary.json", "glossary.csv"):
            if (folder / name).is_file():
                yield relpath(folder / name)


def _lint(
    pages: Sequence[str],
    given: dict[str, bytes],
    active: "Callable[[str], Sequence[Active]]",
    generation: str,
    glossary: "GlossaryAt | None",
    *,
    fix: bool,
    jobs: int | None,
    cache: str | None,
) -> "Report":
    from jpkit.linting.engine import lint_pages
    from jpkit.linting.page import Reader

    reader = Reader(generation=generation, given=given, glossary=glossary)
    return lint_pages(pages, reader, active, fix=fix, jobs=jobs, cache=cache)


def _write(report: "Report", given: dict[str, bytes]) -> "tuple[Report, Sequence[JpkitError]]":
    """The report with the changes that were written, and why the others were not: one file does not stop the others."""
    from jpkit.disk import write_atomically

    written, refused = [], []
    for change in report.changes:
        try:
            if change.path not in given:
                _check_unchanged(change)
                write_atomically(change.path, change.after.encode())
            written.append(change)
        except JpkitError as error:
            refused.append(error)
    for name, data in given.items():
        after = next((change.after for change in written if change.path == name), None)
        sys.stdout.write(after if after is not None else data.decode("utf-8", "backslashreplace"))
    return report._replace(changes=tuple(written)), refused


def _check_unchanged(change: "Change") -> None:
    """Nothing where the file still is what was linted: its author may have saved it while others were read.

    Raises:
        JpkitError: it is not, or cannot be read any more.
    """
    # What a link leads to has been mended already where both were named.
    if read_bytes(change.path) not in (change.before.encode(), change.after.encode()):
        raise JpkitError(message("changed-meanwhile"), path=change.path)


def _print(report: "Report", output_format: str, *, color: bool) -> None:
    if output_format == "text":
        from jpkit.linting.report import text

        sys.stdout.write(text.render(report, lines=sys.stdout.isatty(), color=color))
        return
    from importlib import import_module

    sys.stdout.write(import_module(f"jpkit.linting.report.{output_format}").render(report))


def _print_summary(report: "Report", *, fix: bool) -> None:
    from jpkit.linting.report import text

    fixed = sum(change.fixed for change in report.changes)
    if fix and fixed:
        print(message("lint-fixed", count=fixed, files=len(report.changes)), file=sys.stderr)
    print(text.summary(report), file=sys.stderr)


def _print_diffs(changes: "Sequence[Change]", *, color: bool) -> None:
    from jpkit.diff import unified

    sys.stdout.writelines(unified(change.path, change.before, change.after, color=color) for change in changes)
