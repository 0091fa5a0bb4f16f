"""What pinned versions of one package do not share: candidates for renamed and retired, for a person to check.

"Macie" that is gone from botocore is Macie Classic, and a title may drift without a new name, so nothing
goes into the catalogue from here: what proves true is written into `catalogue/*.tsv` by hand.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from maintain.catalogue_packages import load_json, members
from maintain.catalogue_sources import botocore, google, simple_icons


def differences(folder: Path) -> Iterator[str]:
    """A line a candidate, under a heading a package."""
    yield "botocore"
    aws = [
        {key: one["serviceFullName"] for key, one in botocore(folder, k).items()} for k in ("botocore-old", "botocore")
    ]
    yield from compared(*aws)
    yield "google-api-python-client"
    apis = [{key: one.get("title", "") for key, one in google(folder, k).items()} for k in ("google-old", "google")]
    yield from compared(*apis)
    yield "simple-icons"
    for icon in simple_icons(folder):
        for old in icon.get("aliases", {}).get("old", ()):
            yield f"renamed: {old} -> {icon['title']}"
    yield from compared(_titles(folder, "simple-icons-9"), _titles(folder, "simple-icons"), gone=False)


def compared(old: Mapping[str, str], new: Mapping[str, str], *, gone: bool = True) -> Iterator[str]:
    """What is called otherwise under the same key, and what is there no more."""
    for key, name in sorted(old.items()):
        if key not in new:
            if gone:
                yield f"gone: {name}"
        elif new[key] != name:
            yield f"renamed: {name} -> {new[key]}"


def _titles(folder: Path, version: str) -> dict[str, str]:
    """Titles by where the logo comes from: the slug changes with the title."""
    for _, content in members(folder, version, "_?data/simple-icons.json"):
        icons = load_json(content)
        icons = icons if isinstance(icons, list) else icons["icons"]
        pages = [icon["source"] for icon in icons]
        return {icon["source"]: icon["title"] for icon in icons if pages.count(icon["source"]) == 1}
    return {}
