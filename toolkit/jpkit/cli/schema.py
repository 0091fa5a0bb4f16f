"""`jpkit schema`: the JSON Schema of a page type, for editors."""

import re
import sys
from collections.abc import Sequence

import click

from jpkit.cli import Command
from jpkit.errors import JpkitError
from jpkit.hugo import FOLDER_TYPES, GENERATIONS
from jpkit.messages import joined, message

# What people call page types, beside the folders that their pages stand in.
_ALSO = {
    "article": "post", "paper": "publication", "presentation": "slides", "slide": "slides", "people": "author",
    "doc": "docs", "documentation": "docs", "list": "section", "_index": "section",
    "landing_page": "landing", "home": "widget_page", "widgets": "widget", "pages": "page", "other": "page",
    "cms": "cms_admin", "questions": "question",
}  # fmt: skip


@click.command(
    "schema",
    cls=Command,
    short_help="Print the JSON Schema of a theme generation's page type.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.argument("generation", required=False)
@click.argument("page_type", metavar="[PAGE-TYPE]", required=False)
def command(generation: str | None, page_type: str | None) -> int:
    """Print the JSON Schema (2020-12) of a page type's front matter, as in: jpkit schema academic-4 post

    Without PAGE-TYPE, the page types of the generation; without GENERATION, the generations.
    Other names work too: talk for event, course for docs, blog for post, 4.8 for academic-4.
    """
    from jpkit.linting.schema import page_types, schema_text

    if generation is None:
        print("\n".join(GENERATIONS))
        return 0
    named = _generation(generation)
    if named is None:
        types = {one for known in GENERATIONS for one in page_types(known)}
        key = "schema-order" if _page_type(generation) in types else "schema-generation"
        raise JpkitError(message(key, name=generation, known=joined(GENERATIONS)))
    known: Sequence[str] = page_types(named)
    if page_type is None:
        print("\n".join(known))
        return 0
    if _page_type(page_type) not in known:
        raise JpkitError(message("schema-page", generation=named, name=page_type, known=joined(known)))
    sys.stdout.write(schema_text(named, _page_type(page_type)))
    return 0


def _generation(name: str) -> str | None:
    """The generation that people mean by a name: by its own, by a version, by a later name of the theme."""
    plain = re.sub("[ _-]", "", name.lower())
    number = re.fullmatch(r"(?:academic)?v?([234])(?:\.[0-9.]+)?", plain)
    if number is not None:
        return f"academic-{number[1]}"
    if re.fullmatch(r"(?:wowchemy)?v?5(?:\.[0-9.]+)?|wowchemy", plain):
        return "wowchemy-5"
    return "hugoblox" if plain in ("hugoblox", "hugobloxkit", "blox", "kit") else None


def _page_type(name: str) -> str:
    """The page type that people mean by a name, or the name."""
    plain = name.lower().replace("-", "_").replace(" ", "_")
    return FOLDER_TYPES.get(plain) or _ALSO.get(plain, plain)
