"""What `jpkit lint` does, as a function."""

from collections.abc import Collection, Iterable, Mapping
from os import PathLike, fspath
from typing import Any

from jpkit.linting.engine import Active, Report, lint_pages
from jpkit.linting.page import Reader
from jpkit.linting.rules import rules
from jpkit.site import find_posts


def lint(
    paths: Iterable[str | PathLike[str]],
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    generation: str = "auto",
    fix: bool = False,
) -> Report:
    """Findings of files and folders, by path, line and column.

    ``select`` and ``ignore`` are rule ids and groups; without ``select`` the rules run that run by
    default. ``generation`` is that of the theme, or "auto" or "none". With ``fix``, what can be mended
    is mended in ``Report.changes`` (nothing is written) and the findings are those that stay.

    Raises:
        JpkitError: a path does not exist.
    """
    active = choose(select, ignore)
    return lint_pages(
        find_posts(fspath(path) for path in paths), Reader(generation=generation), lambda _: active, fix=fix
    )


def choose(
    select: Collection[str], ignore: Collection[str], options: Mapping[str, Mapping[str, Any]] | None = None
) -> list[Active]:
    """The rules that run where these ids and groups are selected and ignored, with their options by id."""
    given = options or {}
    return [
        Active(rule, given.get(rule.id, {}))
        for rule in rules()
        if (rule.id in select or rule.group in select if select else rule.default)
        and not (rule.id in ignore or rule.group in ignore)
    ]
