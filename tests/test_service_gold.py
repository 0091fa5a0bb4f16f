"""The hand-made gold standard of service names: whether its files hold what their README.md promises.

The posts lie beside the project and are no part of it; what needs them is skipped without them.
"""

import re
import runpy
from functools import cache
from pathlib import Path

import pytest

from jpkit.markdown import read_document
from jpkit.post import read_post
from jpkit.source import decode

FOLDER = Path(__file__).parent / "benchmarks" / "services"
CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
HALVES = sorted(path.stem for path in FOLDER.glob("*.tsv"))
with_posts = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not beside the project")
each_half = pytest.mark.parametrize("half", HALVES)


def lines(half: str) -> list[str]:
    text = (FOLDER / f"{half}.tsv").read_text("utf-8")
    return [line for line in text.split("\n")[:-1] if not line.startswith("#")]


def surfaces(half: str) -> dict[str, list[str]]:
    """The surfaces of every post, longest first."""
    found: dict[str, list[str]] = {}
    for line in lines(half):
        path, surface, *_ = line.split("\t")
        found.setdefault(path, []).extend([surface] if surface else [])
    return {path: sorted(names, key=len, reverse=True) for path, names in found.items()}


def prose(path: str) -> str:
    post = read_post(decode(path, (CORPORA / path).read_bytes()))
    document = read_document(post.source, post.body)
    return "\n".join([post.title, *(block.text for block in document.blocks)])


@each_half
def test_a_row_has_a_path_a_surface_a_name_and_a_known_mark(half: str) -> None:
    rows = [line.split("\t") for line in lines(half)]
    assert [
        row for row in rows if len(row) != 4 or row[3] not in {"", "optional"} or bool(row[1]) != bool(row[2])
    ] == []
    assert [row for row in rows if any(field != field.strip() for field in row)] == []
    assert [row for row in rows if not row[1] and (row[3] or len(surfaces(half)[row[0]]) > 0)] == []


@each_half
def test_rows_are_sorted_and_no_surface_comes_twice_in_a_post(half: str) -> None:
    keys = [tuple(line.split("\t")[:2]) for line in lines(half)]
    assert keys == sorted(set(keys))


@each_half
def test_a_surface_has_one_name_within_a_half(half: str) -> None:
    names: dict[str, set[str]] = {}
    for line in lines(half):
        _, surface, name, _ = line.split("\t")
        names.setdefault(surface, set()).add(name)
    assert {surface: found for surface, found in names.items() if len(found) > 1} == {}


@with_posts
@each_half
def test_a_half_covers_the_posts_of_the_draw(half: str) -> None:
    assert list(surfaces(half)) == sorted(path for of, path in drawn() if of == half)
    assert len(surfaces(half)) == (60 if half in {"learn", "further"} else 20)


@cache
def drawn() -> list[tuple[str, str]]:
    choose = runpy.run_path(str(FOLDER / "choose.py"))
    return [*choose["choose"](), *choose["choose_more"](), *choose["choose_to_learn"](), *choose["choose_further"]()]


@with_posts
@each_half
def test_every_surface_stands_in_the_prose_of_its_post_outside_longer_surfaces(half: str) -> None:
    missing = []
    for path, names in surfaces(half).items():
        text = prose(path)
        for name in names:
            # A line that the reader joins may go on in Latin behind a name in kana.
            edge = "(?![A-Za-z])" if name[-1].isascii() else ""
            text, count = re.subn(rf"(?<![A-Za-z]){re.escape(name)}{edge}", "\n", text)
            missing += [] if count else [(path, name)]
    assert missing == []
