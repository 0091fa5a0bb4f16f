"""`jpkit` and `python -m jpkit`: the command line as a process of its own."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line, and end with its exit code."""
    gc.disable()  # for imports as well: see the commands
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed (>&-): what is said there goes nowhere
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  # until the end
    from jpkit.cli import main as command_line

    code = command_line()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed or full: that has been said
            stream.flush()
    # Without taking apart, object by object, what the system frees at once: a tenth of a command with one post.
    # (mypy ends in the same way.)
    os._exit(code)


if __name__ == "__main__":
    main()
