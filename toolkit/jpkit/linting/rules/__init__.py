"""All rules, by id: a rule is a module of this package and one line here."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

from jpkit.linting.model import GROUPS, Rule

MODULES: Mapping[str, str] = {
    # syntax
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
    "latex-escape": "latex_escape",
    "mixed-line-endings": "mixed_line_endings",
    "smart-punctuation": "smart_punctuation",
    "swallowed-key": "swallowed_key",
    "tab-indentation": "tab_indentation",
    "unquoted-colon": "unquoted_colon",
    "yaml-indicator": "yaml_indicator",
    # schema
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
    # content
    "date-order": "date_order",
    "doi-url": "doi_url",
    "empty-field": "empty_field",
    "hidden-page": "hidden_page",
    "link-scheme": "link_scheme",
    "stale-lastmod": "stale_lastmod",
    "summary-length": "summary_length",
    "summary-text": "summary_text",
    "tag-variants": "tag_variants",
    "template-text": "template_text",
    "url-blanks": "url_blanks",
    # references
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
    # bilingual
    "cjk-language": "cjk_language",
    "heading-structure": "heading_structure",
    "language-mismatch": "language_mismatch",
    "missing-translation": "missing_translation",
    "translation-differs": "translation_differs",
    "translation-lacks-field": "translation_lacks_field",
    # terms
    "brand-spelling": "brand_spelling",
    "fullwidth-ascii": "fullwidth_ascii",
    "halfwidth-kana": "halfwidth_kana",
    "japanese-space": "japanese_space",
    "latin-spacing": "latin_spacing",
    "name-slip": "name_slip",
    "renamed-service": "renamed_service",
    "spelling-variants": "spelling_variants",
    "word-variants": "word_variants",
}
"""Rule id and module; modules load when a rule of theirs is asked for."""

OPTIONAL = frozenset(("latin-spacing", "word-variants"))
"""Rules that run only where they are selected, so that nobody else loads them."""


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
