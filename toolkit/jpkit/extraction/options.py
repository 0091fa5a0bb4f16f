"""What a user can set of extraction; the same names in Python, on the command line and in the configuration."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """Longest summary in characters: what search engines show of a description."""

    max_chars_ja: int = 120
    max_chars_en: int = 160


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """Options of one run of `extract`."""

    top: int = 15
    """Key terms a post."""
    lang: str = "auto"
    """auto, or ja or en to override detection."""
    summary: SummaryOptions = SummaryOptions()
