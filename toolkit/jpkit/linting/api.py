"""What `jpkit lint` does, as a function."""

from collections.abc import Collection, Iterable, Mapping
from os import PathLike, fspath
from typing import Any

from jpkit.linting.engine import Active, Report, lint_pages
from jpkit.linting.model import Rule
from jpkit.linting.page import Reader
from jpkit.linting.rules import MODULES, OPTIONAL, rules
from jpkit.site import find_posts


def lint(
    paths: Iterable[str | PathLike[str]],
    *,
    select: Collection[str] = (),
    extend_select: Collection[str] = (),
    ignore: Collection[str] = (),
    generation: str = "auto",
    fix: bool = False,
) -> Report:
    """Findings of files and folders, by path, line and column.

    ``select``, ``extend_select`` and ``ignore`` are rule ids and groups; without ``select`` the rules run
    that run by default, and those of ``extend_select`` as well. ``generation`` is that of the theme, or
    "auto" or "none". With ``fix``, what can be mended is mended in ``Report.changes`` (nothing is written)
    and the findings are those that stay.

    Raises:
        JpkitError: a path does not exist.
    """
    active = choose(select, ignore, extend_select=extend_select)
    return lint_pages(
        find_posts(fspath(path) for path in paths), Reader(generation=generation), lambda _: active, fix=fix
    )


def choose(
    select: Collection[str],
    ignore: Collection[str],
    options: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    extend_select: Collection[str] = (),
) -> list[Active]:
    """The rules that run where these ids and groups are selected and ignored.

    ``options`` has those of each rule by its id; ``severity`` among them is the severity of all its findings.
    """
    chosen = [
        rule
        for rule in rules(MODULES if select or extend_select else [one for one in MODULES if one not in OPTIONAL])
        if (_named(rule, select) if select else rule.default or _named(rule, extend_select))
        and not _named(rule, ignore)
    ]
    replaced = {rule.replaces for rule in chosen}
    return [_active(rule, (options or {}).get(rule.id, {})) for rule in chosen if rule.id not in replaced]


def _named(rule: Rule, names: Collection[str]) -> bool:
    return rule.id in names or rule.group in names


def _active(rule: Rule, options: Mapping[str, Any]) -> Active:
    own = {name: value for name, value in options.items() if name != "severity"}
    return Active(rule, own, options.get("severity"))
