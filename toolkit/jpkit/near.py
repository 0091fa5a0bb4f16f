"""What somebody may have meant by a name that does not exist."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like a name; None where none is much like it."""
    import difflib  # a millisecond, for those who have mistyped something

    return next(iter(difflib.get_close_matches(name, list(known), n=1)), None)
