"""What the user can mend, kept apart from what we must mend."""


class JpkitError(Exception):
    """A mistake that the user can mend: printed as one line, without a traceback, exit code 2.

    ``detail`` says what is there and what to do, in the language of ``messages``; where it is
    stands in ``path``, ``line`` and ``column`` (one-based) as far as there is a where; ``key`` is that
    of the message where others need to know which mistake it is (lint, whose rules are named).
    ``str()`` gives all of it: ``path:line:column: message``.
    Every other exception is a bug of ours and keeps its traceback (exit code 3).
    """

    def __init__(
        self,
        detail: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        key: str | None = None,
    ) -> None:
        super().__init__(detail)  # the only argument, so that the error pickles
        self.detail = detail
        self.path = path
        self.line = line
        self.column = column
        self.key = key

    def __str__(self) -> str:
        where = [str(part) for part in (self.path, self.line, self.column) if part is not None]
        return f"{':'.join(where)}: {self.detail}" if where else self.detail
