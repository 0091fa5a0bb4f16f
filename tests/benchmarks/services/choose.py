"""Which posts the gold standard of service names covers; prints half TAB path, in the order of the draw.

    python tests/benchmarks/services/choose.py

Needs the corpora beside the project in ../shared/corpora. The halves are fixed by the shuffle,
before anybody reads a post.
"""

import random
import re
from functools import cache
from pathlib import Path

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"
SEED = 20261126
SEED_MORE = 20261127
SEED_LEARN = 20261128
SEED_FURTHER = 20261129
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
_JAPANESE = re.compile(r"[぀-ヿ一-鿿]")
_LATIN = re.compile(r"(?<![0-9A-Za-z_./-])[0-9A-Za-z_.-]*[A-Z][0-9A-Za-z_.-]*")


@cache
def eligible(path: Path) -> bool:
    """Whether the body has 600 to 9,000 characters, and 300 Japanese ones outside code fences."""
    body = _FRONT_MATTER.sub("", path.read_text("utf-8").replace("\r\n", "\n"))
    return 600 <= len(body) <= 9000 and len(_JAPANESE.findall(_FENCE.sub("", body))) >= 300


@cache
def _dense(path: Path) -> bool:
    """Whether one character in 60 outside code fences begins another word with a capital: a post about tools."""
    body = _FENCE.sub("", _FRONT_MATTER.sub("", path.read_text("utf-8").replace("\r\n", "\n")))
    return len(set(_LATIN.findall(body))) * 60 >= len(body)


def choose_more() -> list[tuple[str, str]]:
    """40 further posts: one a year, or half of them, as drawn; the rest dense with Latin names first."""
    draw = random.Random(SEED_MORE)
    drawn = {path for _, path in choose()}
    more = []
    for folder, size in (("posts-efcl", 32), ("posts-kaityo256", 8)):
        paths = [path for path in sorted((CORPORA / folder).rglob("*.md")) if eligible(path)]
        paths = [path for path in paths if path.relative_to(CORPORA).as_posix() not in drawn]
        draw.shuffle(paths)
        chosen = list({path.parent.name: path for path in paths}.values()) if size > 8 else paths[: size // 2]
        rest = [path for path in paths if path not in chosen]
        chosen += sorted(rest, key=lambda path: not _dense(path))[: size - len(chosen)]
        draw.shuffle(chosen)
        more += [
            ("more" if index < size // 2 else "more-kept", path.relative_to(CORPORA).as_posix())
            for index, path in enumerate(chosen)
        ]
    return more


def choose_to_learn() -> list[tuple[str, str]]:
    """60 further posts to learn weights from: 48 of the first folder, every other dense with Latin names, and 12."""
    return [("learn", path) for path in _half_dense(SEED_LEARN, choose() + choose_more(), efcl=48, kaityo256=12)]


def choose_further() -> list[tuple[str, str]]:
    """60 further posts, to see how well rules and rows carry over before they are tuned on: 50 and 10, so drawn too."""
    drawn = choose() + choose_more() + choose_to_learn()
    return [("further", path) for path in _half_dense(SEED_FURTHER, drawn, efcl=50, kaityo256=10)]


def _half_dense(seed: int, taken: list[tuple[str, str]], *, efcl: int, kaityo256: int) -> list[str]:
    """So many paths of each folder that are not taken, every other dense with Latin names."""
    draw = random.Random(seed)
    drawn = {path for _, path in taken}
    chosen = []
    for folder, size in (("posts-efcl", efcl), ("posts-kaityo256", kaityo256)):
        paths = [path for path in sorted((CORPORA / folder).rglob("*.md")) if eligible(path)]
        paths = [path for path in paths if path.relative_to(CORPORA).as_posix() not in drawn]
        draw.shuffle(paths)
        dense = [path for path in paths if _dense(path)][: size // 2]
        rest = [path for path in paths if path not in dense]
        chosen += [*dense, *rest[: size - len(dense)]]
    draw.shuffle(chosen)
    return [path.relative_to(CORPORA).as_posix() for path in chosen]


def choose() -> list[tuple[str, str]]:
    """Half and path below the corpora of every chosen post: 24 and 16, every year of the first met."""
    draw = random.Random(SEED)
    years: list[list[Path]] = []
    for folder in sorted((CORPORA / "posts-efcl").iterdir()):
        posts = [path for path in sorted(folder.glob("*.md")) if eligible(path)]
        draw.shuffle(posts)
        if posts:
            years.append(posts)
    first = [posts[0] for posts in years]
    rest = [path for posts in years for path in posts[1:]]
    draw.shuffle(rest)
    efcl = (first + rest)[:24]
    draw.shuffle(efcl)
    kaityo = [path for path in sorted((CORPORA / "posts-kaityo256").glob("*.md")) if eligible(path)]
    draw.shuffle(kaityo)
    return [
        ("dev" if index < size // 2 else "kept", path.relative_to(CORPORA).as_posix())
        for chosen, size in ((efcl, 24), (kaityo, 16))
        for index, path in enumerate(chosen[:size])
    ]


if __name__ == "__main__":
    for half, path in choose() + choose_more() + choose_to_learn() + choose_further():
        print(half, path, sep="\t")
