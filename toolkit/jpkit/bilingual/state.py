"""What jpkit last wrote of the glossary: `glossary-written.jsonl`, beside it.

A line a file with its digest, then a line an entry. It is read leniently: of two states that git has put
together, with or without its conflict markers, either may be what stands in a file.
"""

import json
from collections.abc import Mapping, Sequence

from jpkit.bilingual.edits import Written
from jpkit.looks import digest
from jpkit.source import BOM

NAME = "glossary-written.jsonl"
_ABOUT = (
    "What jpkit wrote last, to tell your corrections of the glossary from its own changes; keep it with the glossary."
)
_MARKERS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")

State = Mapping[str, Written]
"""By the path of each file below the output folder."""


def digest_of(data: bytes) -> str:
    """Of a file's text: git and editors change line ends and the BOM, which nobody means by it."""
    return digest(data.replace(b"\r\n", b"\n").removeprefix(BOM.encode()))


def read_state(data: bytes) -> State | None:
    """The state in a file; None where it is none."""
    digests: dict[str, set[str]] = {}
    rows: dict[str, dict[str, list[Mapping[str, str]]]] = {}
    whole = True
    try:
        for line in data.decode().split("\n"):
            if line.startswith(_MARKERS):
                whole = False
            elif line.strip():
                value = json.loads(line)
                if not isinstance(value, dict):
                    return None
                if "file" in value:
                    digests.setdefault(value["file"], set()).add(value["digest"])
                elif "id" in value:
                    files, id = value.pop("in"), value.pop("id")
                    for file in files:
                        rows.setdefault(file, {}).setdefault(id, []).append(value)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    whole = whole and all(len(known) == 1 for known in digests.values())
    return {
        file: Written(frozenset(known), {id: tuple(said) for id, said in rows.get(file, {}).items()}, whole)
        for file, known in digests.items()
    }


def state_text(state: State) -> str:
    """The state as its file has it; what files have in common stands there once."""
    line = json.JSONEncoder(ensure_ascii=False).encode
    lines = [line({"version": 1, "about": _ABOUT})]
    lines += [line({"file": file, "digest": one}) for file in sorted(state) for one in sorted(state[file].digests)]
    shared: dict[tuple[str, str], tuple[list[str], Mapping[str, str]]] = {}
    for file in sorted(state):
        for id, said in state[file].rows.items():
            for values in said:
                shared.setdefault((id, line(values)), ([], values))[0].append(file)
    lines += [line({"id": id, "in": files, **said}) for (id, _), (files, said) in sorted(shared.items())]
    return "\n".join(lines) + "\n"


def written(digest: str, entries: Mapping[str, Mapping[str, str]]) -> Written:
    """What is known of a file with this digest and these entries."""
    rows = {id: ({name: value for name, value in said.items() if value},) for id, said in entries.items()}
    return Written(frozenset((digest,)), rows)


def together(one: Written, other: Written) -> Written:
    """Both, where nobody can know which of them stands in the file."""
    rows: dict[str, Sequence[Mapping[str, str]]] = dict(one.rows)
    for id, said in other.rows.items():
        rows[id] = (*rows.get(id, ()), *(values for values in said if values not in rows.get(id, ())))
    return Written(one.digests | other.digests, rows, whole=False)
