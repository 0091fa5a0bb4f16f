"""The command line: arguments → library → print → exit code. One module a command.

Exit codes: 0 nothing to report, 1 problems found, 2 the user can mend it, 3 a bug of ours,
130 Ctrl-C, 141 the reader of standard output has gone.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from contextvars import copy_context
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from jpkit import __version__
from jpkit.errors import JpkitError
from jpkit.messages import joined, message
from jpkit.near import nearest
from jpkit.visible import visible

COMMANDS = {"extract": "jpkit.cli.extract", "lint": "jpkit.cli.lint", "schema": "jpkit.cli.schema"}
"""Commands and their modules, imported when they are called; each defines ``command``."""


class _ErrorsKnowTheCommand(click.Command):
    """Usage errors with their context; click leaves it out where an option lacks its value."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class Command(_ErrorsKnowTheCommand):
    """What each module of ``COMMANDS`` defines; a value that is empty counts as left out by mistake."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        for param in self.params:
            # --out "$OUT" without an OUT wrote /glossary.csv. --changed says by "" that it stands alone.
            if (
                isinstance(param, click.Option)
                and param.flag_value != ""
                and _is_empty(ctx.params.get(param.name or ""))
            ):
                raise click.BadOptionUsage(param.opts[-1], "", ctx)
        return rest


def _is_empty(value: object) -> bool:
    return value == "" or (isinstance(value, tuple) and "" in value)


class _Commands(_ErrorsKnowTheCommand, click.Group):
    """Commands that load when they are called, so that `--version` costs no more than click."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            found: click.Command = import_module(COMMANDS[cmd_name]).command
            return found
        if cmd_name.startswith("-"):
            return None
        near = nearest(cmd_name, COMMANDS)
        if near or Path(cmd_name).exists():
            meant = f"jpkit {near}" if near else f"jpkit extract {cmd_name}"
            raise JpkitError(message("usage-command-near", command=cmd_name, near=meant))
        raise JpkitError(message("usage-command", command=cmd_name, commands=joined(COMMANDS)))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 nothing to report, 1 findings, unreadable posts, 2 usage or configuration, 3 a bug of jpkit.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Key terms, service names, a glossary and summaries from Japanese and English Hugo posts; and a linter."""


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; ``args`` are those of the process by default."""
    # In a context of its own: the language of messages that a command chooses ends with it.
    return copy_context().run(_main, list(sys.argv[1:] if args is None else args))


def _main(args: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # UTF-8 whatever the locale. What is no Unicode (a file name in Shift_JIS) shows as \udc83.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        with cli.make_context("jpkit", args or ["--help"]) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return _flushed(done.exit_code)
    except click.UsageError as error:
        return _fail(message("usage", problem=_usage(error), command=_command(error)))
    except JpkitError as error:
        return _fail(str(error))
    except (KeyboardInterrupt, click.Abort):
        _forget_output()
        return 130
    except BrokenPipeError:
        _forget_output()
        return 141  # as a process that SIGPIPE ends
    except OSError as error:  # a full disk behind standard output; files have their own messages
        _forget_output()
        key = "not-written" if error.filename else "output-not-written"
        return _fail(message(key, reason=error.strerror or error), path=error.filename)
    except Exception:
        import traceback  # 10 ms that only a bug costs

        traceback.print_exc()
        print(message("bug", version=__version__), file=sys.stderr)
        return 3
    return code if isinstance(code, int) else 0


def _fail(text: str, *, path: Any = None) -> int:
    print(visible(f"{path}: {text}" if path else text), file=sys.stderr)
    return 2


def _flushed(code: int) -> int:
    """The exit code of `--help` and `--version`, whose output may break a pipe like any other."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        return 141
    return code


def _forget_output() -> None:
    """Let what is still buffered go nowhere, so that the interpreter does not stumble over it at its end."""
    with suppress(OSError, ValueError, AttributeError):  # no file behind it: under test
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command(error: click.UsageError) -> str:
    return error.ctx.command_path if error.ctx else "jpkit"


def _usage(error: click.UsageError) -> str:
    """What click found wrong, in the words of this project."""
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    if isinstance(error, click.NoSuchOption):
        near = nearest(error.option_name, [name for param in params for name in param.opts])
        if near:
            return message("usage-option-near", option=error.option_name, near=near)
        return message("usage-option", option=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        flag = any(
            isinstance(param, click.Option) and param.is_flag for param in params if error.option_name in param.opts
        )
        return message("usage-no-value" if flag else "usage-value", option=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None and error.message:
        return f"{error.param.opts[-1]}: {error.message}"
    text = error.format_message()
    return text[:1].lower() + text[1:].rstrip(".")
