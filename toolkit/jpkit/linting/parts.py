"""The parts of a report: from other processes, and from earlier runs as far as their results still hold.

A result is kept with all that it has seen of the disk (``looks``). A later run looks again, in the same
places and in the same way, and takes the result only where it sees the same.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from jpkit import cache as results
from jpkit.builder import builder_of_folder
from jpkit.errors import JpkitError
from jpkit.hugo import folder_names, is_file, site_of
from jpkit.linting.engine import PAGES_A_JOB, Active, Family, Part, lint_family
from jpkit.linting.glossary import look_at_glossary
from jpkit.linting.history import last_change
from jpkit.linting.model import Finding, Severity
from jpkit.linting.page import GlossaryAt, Reader
from jpkit.linting.rules import rule_for_pages
from jpkit.linting.suppress import Comment
from jpkit.looks import Look, digest, recording
from jpkit.messages import language, use_language
from jpkit.run import processes, spread
from jpkit.site import read_bytes

# Paths are text here, as in ``site``.
# ruff: noqa: PTH109

_LOOKS: Mapping[str, Callable[[str], object]] = {
    "file": read_bytes,
    "names": folder_names,
    "is-file": is_file,
    "site": site_of,
    "builder": builder_of_folder,
    "git": last_change,
    "glossary": look_at_glossary,
}
"""How a look is repeated; whoever looks at the disk in a new way adds it here."""

_Seen = tuple[tuple[Look, str], ...]


class _Task(NamedTuple):
    """A family with all that its part depends on besides the disk; it pickles."""

    family: tuple[tuple[str, Sequence[tuple[str, Mapping[str, Any], Severity | None]]], ...]
    """Rules by their ids: a rule does not travel."""
    generation: str
    today: date
    language: str
    glossary: GlossaryAt | None
    fix: bool
    keep: bool
    """Whether what is seen of the disk is asked for."""


def parts(
    families: Sequence[Family], reader: Reader, *, fix: bool, jobs: int | None, cache: str | None
) -> Iterable[Part]:
    """What ``lint_family`` gives for each family."""
    if cache is None:
        return (part for part, _ in _linted(families, reader, fix=fix, jobs=jobs, keep=False))
    keys = _keys(families, reader)
    today = reader.today.toordinal()
    held = {key: _held(value, today) for key, value in results.read(cache, keys).items()}
    found = {key: part for key, part in held.items() if part is not None}
    missing = {key: family for key, family in zip(keys, families, strict=True) if key not in found}
    linted = _linted(tuple(missing.values()), reader, fix=fix, jobs=jobs, keep=True)
    new: dict[str, str] = {}
    for key, (part, seen) in zip(missing, linted, strict=True):
        found[key] = part
        if _is_plain(part.collected):
            new[key] = json.dumps((today, [(*look, what) for look, what in seen], part))
    if new:
        results.write(cache, new, day=today)
    return [found[key] for key in keys]


def _linted(
    families: Sequence[Family], reader: Reader, *, fix: bool, jobs: int | None, keep: bool
) -> Iterable[tuple[Part, _Seen]]:
    jobs = processes(jobs, sum(map(len, families)), worth=PAGES_A_JOB)
    if jobs == 1:
        return (_recorded(family, reader, fix=fix, keep=keep) for family in families)
    # A list that several tasks share travels once for them all.
    ids = {
        number: [(one.rule.id, one.options, one.severity) for one in active]
        for number, active in _rule_lists(families).items()
    }
    tasks = [
        _Task(
            tuple((path, ids[id(active)]) for path, active in family),
            reader.generation,
            reader.today,
            language(),
            reader.glossary,
            fix,
            keep,
        )
        for family in families
    ]
    return spread(_run, tasks, jobs=jobs)


def _run(task: _Task) -> tuple[Part, _Seen]:
    use_language(task.language)
    family = [
        (path, [Active(rule_for_pages(one), options, severity) for one, options, severity in rules])
        for path, rules in task.family
    ]
    reader = Reader(generation=task.generation, today=task.today, glossary=task.glossary)
    return _recorded(family, reader, fix=task.fix, keep=task.keep)


def _recorded(family: Family, reader: Reader, *, fix: bool, keep: bool) -> tuple[Part, _Seen]:
    if not keep:
        return lint_family(family, reader, fix=fix), ()
    with recording() as seen:
        part = lint_family(family, reader, fix=fix)
    return part, tuple(seen.items())


def _keys(families: Sequence[Family], reader: Reader) -> list[str]:
    """A key for each family: what its result depends on besides the disk and the day, which are compared later.

    And the folder, so that two sites do not take each other's place.
    """
    common = repr((results.fingerprint(), os.getcwd(), language(), reader.generation, reader.glossary))
    rules = {
        number: repr([(one.rule.id, sorted(one.options.items()), one.severity) for one in active])
        for number, active in _rule_lists(families).items()
    }
    short = {number: digest((common + text).encode("utf-8", "surrogatepass")) for number, text in rules.items()}
    return [
        digest(repr([(path, short[id(active)]) for path, active in family]).encode("utf-8", "surrogatepass"))
        for family in families
    ]


def _rule_lists(families: Iterable[Family]) -> Mapping[int, Sequence[Active]]:
    """The lists of rules by their identity: they are few, and shared by many pages."""
    return {id(active): active for family in families for _, active in family}


def _held(value: str, today: int) -> Part | None:
    """The part that a value holds, unless it is of another day or the disk looks different now."""
    try:
        day, seen, part = json.loads(value)
        if day != today or not _looks_the_same(seen):
            return None
        findings, lines, _, collected, comments = _frozen(part)
        return Part(
            tuple(Finding(*one) for one in findings),
            tuple((path, line, text) for path, line, text in lines),
            (),
            tuple((rule_id, known, Finding(*finding)) for rule_id, known, finding in collected),
            tuple((path, _comments(every), _comments(used)) for path, every, used in comments),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return None  # not what we write: somebody else was there


def _looks_the_same(seen: Iterable[tuple[str, str, str]]) -> bool:
    with recording() as now:
        for kind, path, what in seen:
            with suppress(JpkitError):  # that a file cannot be read may be what was seen
                _LOOKS[kind](path)
            if now.get(Look(kind, path)) != what:
                return False
    return True


def _comments(rows: Iterable[tuple[int, str, tuple[Any, ...]]]) -> tuple[Comment, ...]:
    return tuple(Comment(line, rule_id, Finding(*unused)) for line, rule_id, unused in rows)


def _frozen(value: Any) -> Any:
    """JSON's lists as the tuples that they were."""
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _is_plain(value: Any) -> bool:
    """Whether JSON gives a value back as it was, tuples aside."""
    if isinstance(value, tuple):
        return all(_is_plain(item) for item in value)
    return value is None or type(value) in (str, int, float, bool)
