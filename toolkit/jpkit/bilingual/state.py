"""What jpkit last wrote of the glossary: `glossary-written.jsonl`, beside it.

A line a file with its digest, then a line an entry. It is read leniently: of two states that git has put
together, with or without its conflict markers, either may be what stands in a file.
"""

import json
from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring

from jpkit.bilingual.edits import Written
from jpkit.looks import digest
from jpkit.source import BOM

NAME = "glossary-written.jsonl"
_ABOUT = (
    "What jpkit wrote last, to tell your corrections of the glossary from its own changes; keep it with the glossary."
)
_MARKERS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")

_NONE = Written()
_REMEMBERED = 20
"""Digests a file: who brings back an older one has to say what in it is theirs."""

State = Mapping[str, Written]
"""By the path of each file below the output folder."""

Rows = Mapping[str, Sequence[Mapping[str, str]]]
"""What a file says of each entry, as ``Written`` has it."""


def digest_of(data: bytes) -> str:
    """Of a file's text: git and editors change line ends and the BOM, which nobody means by it."""
    lines = (
        data.replace(b"\r\n", b"\n") if b"\r" in data else data
    )  # to look for two bytes takes longer than the digest
    return digest(lines.removeprefix(BOM.encode()))[:16]


def read_state(data: bytes) -> State | None:
    """The state in a file; None where it is none."""
    digests: dict[str, list[str]] = {}
    parts: set[str] = set()
    rows: dict[str, dict[str, list[Mapping[str, str]]]] = {}
    merged = False
    try:
        for line in data.decode().split("\n"):
            if line.startswith(_MARKERS):
                merged = True
            elif line.strip():
                value = json.loads(line)
                if not isinstance(value, dict):
                    return None
                if "file" in value:
                    file = value["file"]
                    if file in digests or value.get("part"):
                        parts.add(file)
                    digests.setdefault(file, []).extend(value["digests"])
                elif "id" in value:
                    files, id = value.pop("in"), value.pop("id")
                    for file in files:
                        rows.setdefault(file, {}).setdefault(id, []).append(value)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return {
        file: Written(
            tuple(dict.fromkeys(known)),
            {id: tuple(said) for id, said in rows.get(file, {}).items()},
            whole=not (merged or file in parts),
        )
        for file, known in digests.items()
    }


def state_text(state: State) -> str:
    """The state as its file has it; what files have in common stands there once."""
    line, text = json.JSONEncoder(ensure_ascii=False).encode, encode_basestring
    lines = [line({"version": 1, "about": _ABOUT})]
    for file in sorted(state):
        part = {} if state[file].whole else {"part": True}
        lines.append(line({"file": file, "digests": state[file].digests, **part}))
    shared: dict[tuple[str, str], list[str]] = {}
    for rows, alike in _alike(state):
        for id, said in rows.items():
            for values in said:
                # A field at a time: the encoder takes longer to get ready than to write.
                fields = "".join([f", {text(name)}: {text(value)}" for name, value in values.items()])
                shared.setdefault((id, f"{fields}}}"), []).extend(alike)
    for (id, fields), files in sorted(shared.items()):
        lines.append(f'{{"id": {text(id)}, "in": [{", ".join(map(text, sorted(files)))}]{fields}')
    return "\n".join(lines) + "\n"


def _alike(state: State) -> list[tuple[Rows, list[str]]]:
    """All rows, with the files that have them: mostly one says what the other does."""
    found: list[tuple[Rows, list[str]]] = []
    for file, one in state.items():
        alike = next((files for rows, files in found if rows == one.rows), None)
        if alike is None:
            found.append((one.rows, [file]))
        else:
            alike.append(file)
    return found


def written(digest: str, entries: Mapping[str, Mapping[str, str]], before: Written = _NONE) -> Written:
    """What is known of a file that has got this digest and these entries, and what it was ``before``."""
    rows = {id: ({name: value for name, value in said.items() if value},) for id, said in entries.items()}
    return Written(tuple(dict.fromkeys((digest, *before.digests)))[:_REMEMBERED], rows)


def together(one: Written, other: Written) -> Written:
    """Both, where nobody can know which of them stands in the file; the other one's digests come first."""
    rows: dict[str, Sequence[Mapping[str, str]]] = dict(one.rows)
    for id, said in other.rows.items():
        rows[id] = (*rows.get(id, ()), *(values for values in said if values not in rows.get(id, ())))
    return Written(tuple(dict.fromkeys((*other.digests, *one.digests))), rows, whole=False)
