"""What `jpkit lint` does, as a function."""

from collections.abc import Collection, Iterable, Mapping
from os import PathLike, fspath
from typing import Any

from jpkit.config import GENERATION_CHOICES, refuse_other
from jpkit.errors import JpkitError
from jpkit.linting.engine import Active, Report, lint_pages
from jpkit.linting.model import GROUPS, Rule
from jpkit.linting.page import GlossaryAt, Reader
from jpkit.linting.rules import GLOSSARY, GROUP_OF, MODULES, OPTIONAL, rule_for_pages
from jpkit.messages import message
from jpkit.near import nearest
from jpkit.site import Paths, as_paths, find_posts


def lint(
    paths: Paths,
    *,
    select: Collection[str] = (),
    extend_select: Collection[str] = (),
    ignore: Collection[str] = (),
    generation: str = "auto",
    glossary: str | PathLike[str] | None = None,
    fix: bool = False,
) -> Report:
    """Findings of files and folders, by path, line and column.

    ``paths`` are files and folders, or one. ``select``, ``extend_select`` and ``ignore`` are rule ids and
    groups; without ``select`` the rules run that run by default, and those of ``extend_select`` as well.
    ``generation`` is that of the theme, or "auto" or "none", ``glossary`` the file that the rules on it hold
    pages to. With ``fix``, what can be mended is mended in ``Report.changes`` (nothing is written) and the
    findings are those that stay.

    Raises:
        JpkitError: a path does not exist, the glossary cannot be read, no rule, group or generation is
            called so.
    """
    select, extend_select, ignore = ([one] if isinstance(one, str) else one for one in (select, extend_select, ignore))
    known_rules((*select, *extend_select, *ignore))
    refuse_other("generation", generation, GENERATION_CHOICES)
    active = choose(select, ignore, extend_select=extend_select, glossary=glossary is not None)
    at = None if glossary is None else GlossaryAt(fspath(glossary))
    reader = Reader(generation=generation, glossary=at)
    return lint_pages(find_posts(as_paths(paths)), reader, lambda _: active, fix=fix)


def known_rules(names: Iterable[str]) -> None:
    """Let ids of rules and groups pass.

    Raises:
        JpkitError: no rule or group is called so.
    """
    known = (*GROUPS, *MODULES)
    for name in names:
        if name not in known:
            near = nearest(name, known)
            raise JpkitError(message("lint-unknown-rule-near" if near else "lint-unknown-rule", rule=name, near=near))


def choose(
    select: Collection[str],
    ignore: Collection[str],
    options: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    extend_select: Collection[str] = (),
    glossary: bool = False,
) -> list[Active]:
    """The rules that run where these ids and groups are selected and ignored.

    Those on the glossary run where there is one. ``options`` has those of each rule by its id; ``severity``
    among them is the severity of all its findings.
    """
    chosen = [
        rule_for_pages(identifier)
        for identifier in MODULES
        if (_named(identifier, select) if select else identifier not in OPTIONAL or _named(identifier, extend_select))
        and not _named(identifier, ignore)
        and (glossary or identifier not in GLOSSARY)
    ]
    replaced = {rule.replaces for rule in chosen}
    return [_active(rule, (options or {}).get(rule.id, {})) for rule in chosen if rule.id not in replaced]


def _named(identifier: str, names: Collection[str]) -> bool:
    return identifier in names or GROUP_OF[identifier] in names


def _active(rule: Rule, options: Mapping[str, Any]) -> Active:
    own = {name: value for name, value in options.items() if name != "severity"}
    return Active(rule, own, options.get("severity"))
