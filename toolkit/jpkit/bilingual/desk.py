"""The author's corrections around a run: read before it, kept before anything is written over them.

They come, surest first, from the configuration (`[[term]]`), from the files that it names (`terms`), and
from the glossary in the output folder that a person has edited: what they changed there is told from
what jpkit wrote (``edits``), and recorded in a table beside it (``recorded``) before the glossary is
written anew. A file in which that cannot be told stays as it is.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from jpkit.bilingual import recorded
from jpkit.bilingual.correction import Contradiction, Correction
from jpkit.bilingual.edits import Row, Written, agreed, edits
from jpkit.bilingual.state import NAME as STATE
from jpkit.bilingual.state import State, digest_of, read_state, state_text, together, written
from jpkit.bilingual.table import read_table, said
from jpkit.disk import write_if_changed
from jpkit.errors import JpkitError
from jpkit.extraction.model import Entry, Extraction, Unreadable
from jpkit.messages import message
from jpkit.site import read_bytes

EDITABLE = ("glossary.csv", "glossary.json")
"""What a person can correct by hand, and jpkit reads again."""

File = tuple[str, bytes]
"""A file of the glossary by its path below the output folder."""


class _Seen(NamedTuple):
    """An editable file as it was before the run."""

    digest: str
    rows: Sequence[Row] | None = None
    """Where they are not what jpkit wrote."""
    told: bool = True
    """Is it known what of that is a person's?"""


class Desk(NamedTuple):
    """What the author says, and what is known of the glossary in the output folder."""

    folder: str | None
    corrections: tuple[Correction, ...] = ()
    problems: tuple[Unreadable, ...] = ()
    new: bytes | None = None
    """The table of recognised corrections, where some are new."""
    fresh: int = 0
    """So many are."""
    state: State | None = None
    seen: Mapping[str, _Seen | None] | None = None
    """The editable files that are there; None for one that nothing is to be written over."""

    @property
    def table(self) -> str:
        """Where recognised corrections stand."""
        return f"{self.folder}/{recorded.NAME}"

    def applied(self, extraction: Extraction, *, script: str = "katakana") -> Extraction:
        """The result as the author will have it."""
        problems = [*extraction.problems, *self.problems]
        entries = extraction.glossary
        if self.corrections:
            from jpkit.bilingual.author import apply  # for authors who correct something

            result = apply(entries, self.corrections, read=_reader(script))
            entries = result.entries
            problems += [_contradiction(one, "terms-contradiction-kept") for one in result.contradictions]
        problems.sort(key=lambda one: (one.path, one.line, one.column, one.message))
        return extraction._replace(glossary=entries, problems=tuple(problems))

    @contextmanager
    def keeping(
        self, files: Sequence[File], entries: Sequence[Entry]
    ) -> Iterator[tuple[Sequence[File], Sequence[Unreadable]]]:
        """The files that may be written now, inside the block, and what is to be said of the others.

        New corrections are on disk before, and so is the news that either the old or the new may be in
        a file: a run that is killed half-way costs nothing.
        """
        if self.folder is None:
            yield files, ()
            return
        known, seen = self.state or {}, self.seen or {}
        rows = {entry.id: said(entry) for entry in entries}
        free: list[File] = []
        held: list[Unreadable] = []
        for path, data in files:
            key = self._why_held(path, data, rows)
            if key is None:
                free.append((path, data))
            elif key:
                held.append(Unreadable(f"{self.folder}/{path}", 1, 1, message(key, file=STATE)))
        # Corrections of a file that is not written in this run are taken over: now they are no longer news.
        taken = {
            path: written(one.digest, {row.id or f" {at}": row.says for at, row in enumerate(one.rows)}, known[path])
            for path, one in seen.items()
            if one is not None and one.rows is not None and one.told
        }
        coming = {
            path: written(digest_of(data), rows if path in EDITABLE else {}, known.get(path, Written()))
            for path, data in free
        }
        left = {path: one for path, one in known.items() if path in coming or Path(f"{self.folder}/{path}").exists()}
        after = {**left, **taken, **coming}
        between = {path: together(known[path], one) if path in known else one for path, one in after.items()}
        if self.new is not None:
            write_if_changed(self.table, self.new)
        if known and after != known:
            self._write(between)
        yield free, held
        if after != known:
            self._write(after)

    def _write(self, state: State) -> None:
        write_if_changed(f"{self.folder}/{STATE}", state_text(state).encode())

    def _why_held(self, path: str, data: bytes, rows: Mapping[str, Mapping[str, str]]) -> str | None:
        """The message for a file that had better stay as it is, "" where that is already said; None if it may go."""
        known, seen = self.state or {}, self.seen or {}
        if path in seen and seen[path] is None:
            return ""
        try:
            now = digest_of(Path(f"{self.folder}/{path}").read_bytes())
        except OSError:  # not there: nothing to lose; not to be read: writing says why
            return None
        if now == digest_of(data) or (path in known and now in known[path].digests):
            return None
        if path not in EDITABLE:
            return "terms-edited" if path in known else "terms-untold-file"
        before = seen.get(path)
        if before is None or now != before.digest:
            return "terms-changed-meanwhile"
        return None if before.told or _says_no_more(before.rows or (), rows) else "terms-untold"


def open_desk(folder: str | None, own: Sequence[Correction] = (), files: Iterable[str] = ()) -> Desk:
    """All that the author says: ``own`` of the configuration, the ``files`` it names, and the edits in ``folder``.

    Raises:
        JpkitError: a file of the author's own cannot be read, so that nobody knows what they say.
    """
    corrections = [*own]
    for path in files:
        if folder is not None and any(_same_file(path, f"{folder}/{name}") for name in EDITABLE):
            raise JpkitError(message("terms-own-output", file=recorded.NAME), path=path)
        corrections += read_terms(path)
    if folder is None:
        return Desk(None, tuple(corrections))
    problems: list[Unreadable] = []
    where = f"{folder}/{recorded.NAME}"
    # Before all else: without it nothing could be written.
    table = read_table(where, read_bytes(where)) if Path(where).exists() else None
    known = _state(f"{folder}/{STATE}", problems)
    seen, found = _take_over(folder, table.corrections() if table is not None else (), known, problems)
    new = None
    if found:
        new = recorded.recorded(table, found).encode()
        table = read_table(where, new)
    corrections += table.corrections() if table is not None else ()
    return Desk(folder, tuple(corrections), tuple(problems), new, len(found), known, seen)


def read_terms(path: str) -> tuple[Correction, ...]:
    """What the author says in a file of theirs: CSV or JSON as jpkit writes them, with as few columns as they like.

    Raises:
        JpkitError: it cannot be read for certain; with path and line.
    """
    return read_table(path, read_bytes(path)).corrections()


def _take_over(
    folder: str, table: Sequence[Correction], known: State, problems: list[Unreadable]
) -> tuple[dict[str, _Seen | None], list[Correction]]:
    """The editable files, and the corrections that somebody has made in them since those in the ``table``."""
    seen: dict[str, _Seen | None] = {}
    by_file = []
    for name in EDITABLE:
        where = f"{folder}/{name}"
        try:
            data = read_bytes(where) if Path(where).exists() else None
            if data is None:
                continue
            digest = digest_of(data)
            before = known.get(name, Written())
            if digest in before.digests[:1]:
                seen[name] = _Seen(digest)
                continue
            there = read_table(where, data)
            rows = there.rows()
            if before.rows and not rows:
                raise JpkitError(message("terms-emptied"), path=where, line=1)
            changed = edits(where, rows, before, charset=there.charset) if name in known else []
            if digest in before.digests and not all(recorded.takes_back(edit, table) for edit in changed):
                changed = []  # a file of before, from a backup or another branch
        except JpkitError as error:
            seen[name] = None
            problems.append(Unreadable(where, error.line or 1, error.column or 1, error.detail))
            continue
        seen[name] = _Seen(digest, rows, name in known)
        by_file.append(changed)
    found, refused = agreed(by_file)
    found, outdated = recorded.up_to_date(found, table, known)
    refused += outdated
    for one in refused:
        problems.append(_contradiction(one, "terms-contradiction"))
        seen |= {name: None for name in EDITABLE if f"{folder}/{name}" in (one.kept.path, one.other.path)}
    return seen, found


def _state(where: str, problems: list[Unreadable]) -> State:
    known = read_state(Path(where).read_bytes()) if Path(where).exists() else {}
    if known is None:
        problems.append(Unreadable(where, 1, 1, message("terms-state")))
    return known or {}


def _reader(script: str) -> Callable[[str], str | None]:
    from jpkit.extraction.readings import in_script, reading  # the tokenizer, for whoever names something new

    return lambda term: in_script(reading(term), script)


def _contradiction(one: Contradiction, key: str) -> Unreadable:
    here, there = (
        message("terms-rejected") if edit.reject else edit.says.get(one.field, message("terms-given"))
        for edit in (one.other, one.kept)
    )
    names = (name for edit in (one.kept, one.other) for names in edit.names for name in names)
    name = next(names, one.kept.id)
    field = message("terms-entry") if one.field == "reject" else one.field
    said = message(key, name=name, field=field, here=here, there=there, path=one.kept.path, line=one.kept.line)
    return Unreadable(one.other.path, one.other.line, 1, said)


def _says_no_more(rows: Sequence[Row], wanted: Mapping[str, Mapping[str, str]]) -> bool:
    """Is all that stands in these rows going to be written again?"""
    return all(
        not row.reject and all(wanted.get(row.id, {}).get(name, "") == value for name, value in row.says.items())
        for row in rows
    )


def _same_file(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
