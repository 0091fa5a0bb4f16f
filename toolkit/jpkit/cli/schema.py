"""`jpkit schema`: the JSON Schema of a page type, for editors."""

import sys
from collections.abc import Sequence

import click

from jpkit.cli import Command
from jpkit.errors import JpkitError
from jpkit.hugo import GENERATIONS
from jpkit.messages import message


@click.command(
    "schema",
    cls=Command,
    short_help="Print the JSON Schema of a theme generation's page type.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.argument("generation", required=False)
@click.argument("page_type", metavar="[PAGE-TYPE]", required=False)
def command(generation: str | None, page_type: str | None) -> int:
    """Print the JSON Schema (2020-12) of a page type's front matter.

    Without PAGE-TYPE, the page types of the generation; without GENERATION, the generations.
    """
    from jpkit.linting.schema import page_types, schema_text

    if generation is None:
        print("\n".join(GENERATIONS))
        return 0
    if generation not in GENERATIONS:
        raise JpkitError(message("schema-generation", name=generation, known=", ".join(GENERATIONS)))
    known: Sequence[str] = page_types(generation)
    if page_type is None:
        print("\n".join(known))
        return 0
    if page_type not in known:
        raise JpkitError(message("schema-page", generation=generation, name=page_type, known=", ".join(known)))
    sys.stdout.write(schema_text(generation, page_type))
    return 0
