"""What the spellings of a term share when one looks for its definition."""

from jpkit.extraction.japanese import term_key


def definition_key(term: str) -> str:
    return term_key(term)
