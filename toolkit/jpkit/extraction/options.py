"""What a user can set of extraction; the same names in Python, on the command line and in the configuration."""

from typing import NamedTuple


class SummaryOptions(NamedTuple):
    """Longest summary in characters: what search engines show of a description."""

    max_chars_ja: int = 120
    max_chars_en: int = 160


class ExtractOptions(NamedTuple):
    """Options of one run of `extract`."""

    top: int = 15
    """Key terms a post."""
    lang: str = "auto"
    """auto, or ja or en to override detection."""
    summary: SummaryOptions = SummaryOptions()
    reading: str = "katakana"
    """Script of the readings: katakana or hiragana."""
