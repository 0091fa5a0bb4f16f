"""Text out of files as a terminal may get it: no post and no file name steers it (ESC) or forges lines."""


def visible(text: str) -> str:
    """One line without control characters; what is no Unicode stays, and standard output shows it as \\udc83."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in "\u200d\u3000" or "\ud800" <= c <= "\udfff" else " " for c in text)
