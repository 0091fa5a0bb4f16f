"""All rules, by group and id: a rule is a module of this package and one line here."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from jpkit.linting.model import Group, Problem, Rule, Text

if TYPE_CHECKING:
    from jpkit.linting.page import Page

GROUPED: Mapping[Group, Mapping[str, str]] = {
    "syntax": {
        "boolean-word": "boolean_word",
        "byte-order-mark": "byte_order_mark",
        "comment-in-value": "comment_in_value",
        "control-character": "control_character",
        "duplicate-key": "duplicate_key",
        "encoding": "encoding",
        "fenced-page": "fenced_page",
        "front-matter-delimiter": "front_matter_delimiter",
        "front-matter-missing": "front_matter_missing",
        "front-matter-syntax": "front_matter_syntax",
        "heading-blank": "heading_blank",
        "latex-escape": "latex_escape",
        "mixed-line-endings": "mixed_line_endings",
        "smart-punctuation": "smart_punctuation",
        "swallowed-key": "swallowed_key",
        "tab-indentation": "tab_indentation",
        "unquoted-colon": "unquoted_colon",
        "yaml-indicator": "yaml_indicator",
    },
    "schema": {
        "expected-field": "expected_field",
        "invalid-date": "invalid_date",
        "joined-items": "joined_items",
        "list-item": "list_item",
        "mangled-number": "mangled_number",
        "moved-field": "moved_field",
        "needed-field": "needed_field",
        "not-indented": "not_indented",
        "outer-blanks": "outer_blanks",
        "publication-type": "publication_type",
        "quoted-boolean": "quoted_boolean",
        "unknown-block": "unknown_block",
        "unknown-key": "unknown_key",
        "unknown-markup": "unknown_markup",
        "unknown-output": "unknown_output",
        "unknown-type": "unknown_type",
        "unknown-value": "unknown_value",
        "url-protocol": "url_protocol",
        "wrong-type": "wrong_type",
    },
    "content": {
        "date-order": "date_order",
        "doi-url": "doi_url",
        "empty-field": "empty_field",
        "hidden-page": "hidden_page",
        "link-scheme": "link_scheme",
        "markdown-in-html": "markdown_in_html",
        "stale-lastmod": "stale_lastmod",
        "summary-length": "summary_length",
        "summary-text": "summary_text",
        "tag-variants": "tag_variants",
        "template-text": "template_text",
        "url-blanks": "url_blanks",
    },
    "references": {
        "broken-link": "broken_link",
        "docs-menu": "docs_menu",
        "home-page": "home_page",
        "missing-author": "missing_author",
        "missing-featured-image": "missing_featured_image",
        "missing-image": "missing_image",
        "missing-project": "missing_project",
        "missing-resource": "missing_resource",
        "missing-section-page": "missing_section_page",
        "missing-slides": "missing_slides",
        "site-owner": "site_owner",
    },
    "bilingual": {
        "cjk-language": "cjk_language",
        "glossary-translation": "glossary_translation",
        "heading-structure": "heading_structure",
        "language-mismatch": "language_mismatch",
        "missing-translation": "missing_translation",
        "translation-differs": "translation_differs",
        "translation-lacks-field": "translation_lacks_field",
    },
    "terms": {
        "brand-spelling": "brand_spelling",
        "fullwidth-ascii": "fullwidth_ascii",
        "glossary-name": "glossary_name",
        "glossary-variant": "glossary_variant",
        "halfwidth-kana": "halfwidth_kana",
        "japanese-space": "japanese_space",
        "latin-spacing": "latin_spacing",
        "name-slip": "name_slip",
        "renamed-service": "renamed_service",
        "spelling-variants": "spelling_variants",
        "word-variants": "word_variants",
    },
}
"""Rule ids and modules by group; modules load when a rule of theirs is asked for."""

MODULES: Mapping[str, str] = {identifier: module for group in GROUPED.values() for identifier, module in group.items()}

GROUP_OF: Mapping[str, Group] = {identifier: group for group, inside in GROUPED.items() for identifier in inside}

OPTIONAL = frozenset(("word-variants",))
"""Rules that run only where they are selected, so that nobody else loads them."""

GLOSSARY = frozenset(("glossary-name", "glossary-translation", "glossary-variant"))
"""Rules that run only where the site has a glossary."""

UNREADABLE = frozenset(
    "control-character encoding front-matter-delimiter front-matter-syntax tab-indentation unquoted-colon".split()
)
"""Rules that speak of pages which cannot be read, and of no others."""

KEYS: Mapping[str, tuple[str, ...]] = {
    "docs-menu": ("menu",),
    "doi-url": ("doi", "hugoblox"),
    "home-page": ("type", "widget"),
    "missing-resource": ("resources",),
    "missing-slides": ("slides",),
    "publication-type": ("publication_types", "sections", "type", "widget"),
    "unknown-block": ("sections",),
    "unknown-markup": ("markup",),
    "unknown-output": ("outputs",),
    "unknown-type": ("layout", "type"),
    "url-blanks": ("slug", "url"),
    "url-protocol": ("aliases", "url"),
}
"""Rules with nothing to say of a page that has none of these top-level keys."""


@cache
def rule(identifier: str) -> Rule:
    """The rule with that id.

    Raises:
        KeyError: there is none.
    """
    found: Rule = import_module(f"jpkit.linting.rules.{MODULES[identifier]}").RULE
    return found


def rule_for_pages(identifier: str) -> Rule:
    """The rule, for running it: of those in ``UNREADABLE`` and ``KEYS`` the module loads with the first page for it.

    A module takes half a millisecond, and a hook has thirty for everything.
    """
    if identifier not in UNREADABLE and identifier not in KEYS:
        return rule(identifier)
    check = partial(_check_later, identifier)
    nothing = Text("", "")
    return Rule(
        identifier, GROUP_OF[identifier], "error", nothing, nothing, check, (), (), unreadable=identifier in UNREADABLE
    )


def _check_later(identifier: str, page: "Page", **options: Any) -> Iterator[Problem]:
    if page.problem is None if identifier in UNREADABLE else not any(map(page.post.get, KEYS[identifier])):
        return
    one = rule(identifier)
    assert one.check is not None
    for problem in one.check(page, **options):
        yield problem if problem.severity else problem._replace(severity=one.severity)


def rules(identifiers: Iterable[str] = MODULES) -> tuple[Rule, ...]:
    """The rules with those ids, all by default, by group and id."""
    asked = frozenset(identifiers)
    return tuple(rule(one) for one in MODULES if one in asked)
