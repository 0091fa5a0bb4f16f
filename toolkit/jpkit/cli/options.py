"""Options of more than one command: their types, and what follows from them."""

import os
from collections.abc import Callable, Sequence
from typing import IO, Any

import click

from jpkit.messages import LANGUAGES, joined, message, use_language


class OneOf(click.ParamType):  # type: ignore[type-arg, unused-ignore]  # generic from click 8.4 on
    """An option's value out of a few."""

    name = "choice"

    def __init__(self, *choices: str) -> None:
        self.choices = choices

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            self.fail(message("usage-choice", value=value, choices=joined(self.choices)), param, ctx)
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(choice) for choice in self.choices if choice.startswith(incomplete)]


class Number(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """A whole number of 1 or more."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if not _is_number(str(value)):
            self.fail(message("usage-number", value=value), param, ctx)
        return int(value)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0


class Jobs(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """A number of processes; None for "auto"."""

    name = "jobs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | None:
        text = str(value)
        if text != "auto" and not _is_number(text):
            self.fail(message("usage-jobs", value=value), param, ctx)
        return None if text == "auto" else int(text)


def one_of(*names: str, choices: Sequence[str], **settings: Any) -> Callable[[Any], Any]:
    """An option that takes one of a few values, shown as `ja|en`."""
    return click.option(*names, type=OneOf(*choices), metavar="|".join(choices), **settings)


def wants_color(choice: str, stream: IO[str]) -> bool:
    """Whether to colour what goes to a stream: as told, else on a terminal without NO_COLOR."""
    if choice != "auto":
        return choice == "always"
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def _say_in(ctx: click.Context, param: click.Parameter, language: str | None) -> str | None:
    if language:
        use_language(language)
    return language


def messages_option() -> Callable[[Any], Any]:
    """`--messages`, in force from the moment that it is read."""
    return one_of(
        "--messages",
        choices=LANGUAGES,
        is_eager=True,
        callback=_say_in,
        help="Language of messages (default: the locale's).",
    )


def color_option() -> Callable[[Any], Any]:
    """`--color`, for ``wants_color``."""
    return one_of(
        "--color", choices=("auto", "always", "never"), default="auto", help="Colours (default auto; see NO_COLOR)."
    )


def running_options() -> Callable[[Any], Any]:
    """`--config`, `--jobs`, `--no-cache` and `--cache-dir`."""

    def decorate(command: Any) -> Any:
        for option in reversed(_RUNNING):
            command = option(command)
        return command

    return decorate


_RUNNING = (
    click.option("--config", metavar="FILE", help="Settings (default: jpkit.toml or pyproject.toml upwards of PATH)."),
    click.option(
        "--jobs", type=Jobs(), default="auto", metavar="N|auto", help="Processes (default auto: as many as pay)."
    ),
    click.option("--no-cache", is_flag=True, help="Neither take results of earlier runs nor keep those of this one."),
    click.option("--cache-dir", metavar="DIR", help="Where results are kept (default: the user's folder for caches)."),
)


def cache_folder(given: str | None, pages: int, *, fewest: int) -> str | None:
    """The folder for results, where there are pages enough to pay for it."""
    if pages < fewest:
        return None
    from jpkit.cache import default_folder

    return given or default_folder()
