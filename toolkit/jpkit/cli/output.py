"""The folder that `jpkit extract` writes: glossary and summaries, and what is left there of earlier runs."""

import os
from collections.abc import Iterator, Sequence, Set
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from jpkit.errors import JpkitError
from jpkit.site import read_bytes, summary_pages

if TYPE_CHECKING:
    from jpkit.bilingual.desk import Desk
    from jpkit.bilingual.edits import Written as Said
    from jpkit.bilingual.state import State
    from jpkit.extraction.model import Entry, Extraction, Unreadable

# Writers load in the functions that need them, as in ``extract``.

NOWHERE = "-"
"""Stands for no folder."""


def with_earlier_ids(extraction: "Extraction", out: str, known: "State | None" = None) -> "Extraction":
    """The result with the ids that its entries have in the glossary of an earlier run, if it can be read.

    Where it is ``known`` what jpkit has written, that goes before an id that a person has changed.
    """
    from jpkit.ids import read_ids, with_ids

    if out == NOWHERE:
        return extraction
    earlier: Sequence[Entry] = ()
    with suppress(JpkitError):
        if Path(out, "glossary.json").exists():
            earlier = read_ids(read_bytes(f"{out}/glossary.json"))
            earlier = [*_missing(earlier, (known or {}).get("glossary.json")), *earlier]
        if not earlier and Path(out, "glossary.csv").exists():
            from jpkit.glossary_file import read_glossary

            earlier = [listed.entry for listed in read_glossary(f"{out}/glossary.csv")]
    return extraction._replace(glossary=with_ids(extraction.glossary, earlier)) if earlier else extraction


def _missing(entries: "Sequence[Entry]", written: "Said | None") -> "Iterator[Entry]":
    """What jpkit has written under ids that are there no more."""
    from jpkit.extraction.model import Entry

    there = {entry.id for entry in entries}
    for id, (said, *_) in (written.rows if written is not None else {}).items():
        if id not in there and not id.startswith(" "):  # of a row without one
            yield Entry(id, said.get("ja") or None, said.get("en") or None, None, said.get("kind") or "term")


class Written(NamedTuple):
    """What has been put into the folder."""

    out: str
    glossary: tuple[str, ...]
    """Files and folders of the glossary, as they stand in the output folder."""
    files: int
    changed: int
    removed: int


def write_folder(
    extraction: "Extraction", author: "Desk", out: str, roots: Sequence[str], formats: Sequence[str]
) -> "tuple[Extraction, Written]":
    """Put the glossary and the summaries into the folder; what has not changed is not touched.

    A file of the glossary that a person has edited stays where their edits would be lost; the result tells of it.
    Pages of earlier runs stay as long as their posts are there; glossary and `summaries.json` are
    those of this run.
    """
    from jpkit.disk import write_if_changed
    from jpkit.write import json, markdown

    base = PurePath(os.path.relpath(".", out)).as_posix() + "/"
    pages = summary_pages([post.path for post in extraction.posts], roots)

    def summaries() -> Iterator[tuple[str, bytes]]:
        yield "summaries.json", json.summaries(extraction)
        for post in extraction.posts:
            page = f"summaries/{pages[post.path]}"
            text = markdown.page(post, base="../" * page.count("/") + base)
            # A path in the text may hold what is no Unicode: it shows as on standard output.
            yield page, text.encode("utf-8", "backslashreplace")

    written, held = _write_glossary(extraction, author, out, formats, base=base)
    names = dict.fromkeys(folder + slash for folder, slash, _ in (path.partition("/") for path in written))
    count, changed = len(written), sum(written.values())
    if extraction.notices:
        # For formats that have no place for it.
        names["NOTICE.txt"] = None
        count += 1
        changed += write_if_changed(f"{out}/NOTICE.txt", "".join(f"{one}\n" for one in extraction.notices).encode())
    for path, data in summaries():
        count += 1
        changed += write_if_changed(f"{out}/{path}", data)
    removed = _remove_old_pages(f"{out}/summaries", set(pages.values()))
    problems = sorted((*extraction.problems, *held), key=lambda one: (one.path, one.line, one.column, one.message))
    return extraction._replace(problems=tuple(problems)), Written(out, tuple(names), count, changed, removed)


def _write_glossary(
    extraction: "Extraction", author: "Desk", out: str, formats: Sequence[str], *, base: str
) -> "tuple[dict[str, bool], Sequence[Unreadable]]":
    """The files of the glossary that were put into the folder, with whether each has changed; and what kept the others.

    By itself, so that the texts of all formats are gone before those of the posts come.
    """
    from jpkit.disk import write_if_changed
    from jpkit.write import glossary_files

    files = [file for form in formats for file in glossary_files(form, extraction, base=base)]
    with author.keeping(files, extraction.glossary) as (free, held):
        return {path: write_if_changed(f"{out}/{path}", data) for path, data in free}, held


def _remove_old_pages(folder: str, current: Set[str]) -> int:
    """Remove our pages of posts that are gone, and the folders that this leaves empty."""
    from jpkit.write.markdown import source_of

    removed = 0
    touched = set()
    for parent, _, names in os.walk(folder, topdown=False):
        below = parent[len(folder) + 1 :].replace(os.sep, "/")
        for name in names:
            if not name.endswith(".md") or (f"{below}/{name}" if below else name) in current:
                continue
            path = Path(parent, name)
            try:
                source = source_of(path.read_bytes().decode("utf-8", "replace"))
            except OSError:  # another run has removed it; a link to nothing; a file that is not for us
                continue
            if source is not None and not Path(parent, source).exists():
                path.unlink(missing_ok=True)
                removed += 1
                touched.add(parent)
        if parent in touched and parent != folder:
            with suppress(OSError):  # something else is in it, or another run came first
                Path(parent).rmdir()
                touched.add(parent.rpartition(os.sep)[0])
    return removed
