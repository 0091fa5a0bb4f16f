"""All rules, by id: a rule is a module of this package and one line here."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

from jpkit.linting.model import GROUPS, Rule

MODULES: Mapping[str, str] = {
    # syntax
    # schema
    "unknown-markup": "unknown_markup",
    "url-protocol": "url_protocol",
    # content
    # references
    # bilingual
    # terms
    "halfwidth-kana": "halfwidth_kana",
}
"""Rule id and module; modules load when a rule of theirs is asked for."""


@cache
def rule(identifier: str) -> Rule:
    """The rule with that id.

    Raises:
        KeyError: there is none.
    """
    found: Rule = import_module(f"jpkit.linting.rules.{MODULES[identifier]}").RULE
    return found


def rules(identifiers: Iterable[str] = MODULES) -> tuple[Rule, ...]:
    """The rules with those ids, all by default, by group and id."""
    return tuple(sorted((rule(one) for one in identifiers), key=lambda one: (GROUPS.index(one.group), one.id)))
