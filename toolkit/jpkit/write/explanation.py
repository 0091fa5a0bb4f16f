"""What made the score of a term, for the terminal."""

from jpkit.extraction.explain import FEATURES, Explanation
from jpkit.messages import LANGUAGES, language, message


def explanation(explained: Explanation) -> str:
    """A line for the term, and one for each feature and what it adds to the score."""
    words = LANGUAGES.index(language())
    place = explained.place
    head = (
        message("explain-no-place")
        if place is None
        else message("explain-place", place=place, score=f"{explained.score:.3f}")
    )
    lines = [f"{explained.path}: {explained.term}: {head}"]
    lines += [f"  {added:+6.2f}  {FEATURES[name][words]}" for name, added in explained.parts]
    return "\n".join(lines) + "\n"
