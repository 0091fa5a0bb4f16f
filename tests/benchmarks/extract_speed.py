"""What `jpkit extract` costs beside bare tokenization of the same text: warm, cold, and in memory.

    python tests/benchmarks/extract_speed.py [--posts 200] [--rounds 5] [--again]

Warm is the work alone: each round is a new process that does both on other posts first, then on these,
and takes turns at who begins. Cold is one post, whole commands from start to end. Then whole commands
over all posts, with their peak memory. CPU time is compared in turns, so that a busy machine disturbs
both alike. The posts are the samples (and the seed post, where it lies beside the project), repeated
with changes; and real posts, where `../shared/corpora` is.

With `--again` it is what a second run costs beside the first, for all pages of a corpus, in turns as well:
after a change to one page, and with nothing changed.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from inspect import getsource
from pathlib import Path
from typing import Any, NamedTuple

from jpkit.post import read_post
from jpkit.source import Source

ROOT = Path(__file__).parents[2]
SEED = ROOT.parent / "shared" / "seed"
CORPORA = ROOT.parent / "shared" / "corpora"
REAL = CORPORA / "posts-efcl"
AGAIN = ("posts-efcl", "pairs-cncf-glossary")
ALONE = ["--quiet", "--jobs", "1", "--no-cache"]
WARM_UP = 20
"""Posts that a process has seen before it is measured; none of them is among the others."""


def tokenize(content: str) -> None:
    """SudachiPy as its documentation has it: mode C, all fields, a line at a time, surfaces read."""
    tokenizer = _tokenizer()
    for path in sorted(Path(content).rglob("*.md")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            [morpheme.surface() for morpheme in tokenizer.tokenize(line)]


@cache
def _tokenizer() -> Any:
    from sudachipy import Dictionary, SplitMode

    return Dictionary().tokenizer(mode=SplitMode.C)


def extract(content: str) -> None:
    """The command in this process, files and all."""
    from jpkit.cli import main

    if main(["extract", content, "--out", _new_folder(content), *ALONE]) not in (0, 1):
        raise SystemExit("jpkit extract failed")


def _new_folder(content: str) -> str:
    """For the output, beside the posts. None of an earlier round is removed before all is over.

    ext4 does not give an inode out again for five seconds, and looks at each that waits: behind the removal of 200
    files a new one takes 0.9 ms instead of 0.03, a tenth of all that jpkit takes.
    """
    return tempfile.mkdtemp(prefix="out-", dir=Path(content).parent)


SIDES: dict[str, Callable[[str], None]] = {"bare": tokenize, "jpkit": extract}


class Cost(NamedTuple):
    """What a process used."""

    cpu: float
    peak: float
    """Largest resident set in MB, pages of the mapped dictionary included."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--again", action="store_true", help="what a second run costs")
    parser.add_argument("--in-process", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.in_process:
        _in_process(*options.in_process)
        return
    if options.again:
        for name in AGAIN:
            if (CORPORA / name).exists():
                _again(CORPORA / name, options.rounds)
        return
    with tempfile.TemporaryDirectory() as folder:
        corpora = {"samples": _write_posts(Path(folder) / "samples", options.posts)}
        if REAL.exists():
            corpora["real posts"] = _copy_posts(Path(folder) / "real", options.posts)
        for name, (content, warm_up) in corpora.items():
            size = sum(path.stat().st_size for path in content.rglob("*.md"))
            print(f"{name}: {options.posts} posts, {size / 1e6:.2f} MB")
            _compare("warm", lambda turn, c=content, w=warm_up: _warm(c, w, turn, folder), options.rounds)
            one = _only(sorted(content.rglob("*.md"))[0], Path(folder) / f"{content.name}-one")
            _compare("one post, cold", lambda turn, c=one: _whole(c, turn, folder), options.rounds)
            _compare("whole commands", lambda turn, c=content: _whole(c, turn, folder), options.rounds)


def _compare(name: str, measure: Callable[[int], dict[str, Cost]], rounds: int) -> None:
    measured = [measure(turn) for turn in range(rounds)]
    for side in SIDES:
        seconds = sorted(one[side].cpu for one in measured)
        peak = max(one[side].peak for one in measured)
        memory = f", {peak:.0f} MB" if peak else ""
        print(
            f"  {name:15} {side:6} {seconds[0]:6.3f} s CPU at best, {seconds[rounds // 2]:6.3f} s in the middle{memory}"
        )
    ratios = sorted(one["jpkit"].cpu / one["bare"].cpu for one in measured)
    best = min(one["jpkit"].cpu for one in measured) / min(one["bare"].cpu for one in measured)
    print(f"  {name:15} ratio  {best:6.2f} × at best, {ratios[rounds // 2]:6.2f} × in the middle")


def _again(corpus: Path, rounds: int) -> None:
    """First run, a run after a change to one page, a run after none: each with its own cache and output."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, corpus.name)
        shutil.copytree(corpus, content)
        pages = sorted(content.rglob("*.md"))
        extract = [sys.executable, "-m", "jpkit", "extract", str(content), "--quiet", "--jobs", "1"]

        def run(name: str) -> Cost:
            return _cost([*extract, "--out", f"{folder}/{name}-out", "--cache-dir", f"{folder}/{name}-cache"], folder)

        def first() -> Cost:
            return run(Path(_new_folder(str(content))).name)

        runs = {"first": first, "changed": lambda: run("changed"), "same": lambda: run("same")}
        run("changed")
        measured = []
        for turn in range(rounds):
            with pages[turn * 7919 % len(pages)].open("a", encoding="utf-8") as page:
                page.write(f"\n試作{turn}号では、サービスメッシュを使う。\n")
            run("same")
            names = list(runs) if turn % 2 == 0 else list(reversed(runs))
            measured.append({name: runs[name]() for name in names})
    print(f"{corpus.name}: {len(pages)} pages")
    for name in runs:
        seconds = sorted(one[name].cpu for one in measured)
        shares = sorted(one[name].cpu / one["first"].cpu for one in measured)
        peak = max(one[name].peak for one in measured)
        print(
            f"  {name:8} {seconds[0]:6.3f} s CPU at best, {seconds[rounds // 2]:6.3f} s in the middle, {peak:.0f} MB,"
            f" {shares[rounds // 2]:.3f} of the first run in the middle"
        )


def _sides(turn: int) -> list[str]:
    return list(SIDES) if turn % 2 == 0 else list(reversed(SIDES))


def _warm(content: Path, warm_up: Path, turn: int, folder: str) -> dict[str, Cost]:
    command = [sys.executable, __file__, "--in-process", str(warm_up), str(content), *_sides(turn)]
    found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, env=_environment(folder)).stdout)
    return {side: Cost(found[side], 0) for side in SIDES}


def _in_process(warm_up: str, content: str, *sides: str) -> None:
    seconds = {}
    for side in sides:
        SIDES[side](warm_up)
    for side in sides:
        before = time.process_time()
        SIDES[side](content)
        seconds[side] = time.process_time() - before
    print(json.dumps(seconds))


def _whole(content: Path, turn: int, folder: str) -> dict[str, Cost]:
    out = _new_folder(str(content))
    commands = {
        "bare": [sys.executable, "-c", BARE, str(content)],
        "jpkit": [sys.executable, "-m", "jpkit", "extract", str(content), "--out", out, *ALONE],
    }
    costs = {}
    for side in _sides(turn):
        costs[side] = _cost(commands[side], folder)
    return costs


# ``tokenize`` as a program of its own, without what this file imports.
BARE = f"""
import sys
from functools import cache
from pathlib import Path
from typing import Any

{getsource(tokenize)}
{getsource(_tokenizer)}
tokenize(sys.argv[1])
"""


def _cost(command: list[str], folder: str) -> Cost:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_environment(folder)) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command} failed")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _environment(folder: str) -> dict[str, str]:
    """Byte code is found compiled, as an installed package has it, from the second round on."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "bytecode")
    return environment


def _only(post: Path, folder: Path) -> Path:
    folder.mkdir()
    shutil.copy(post, folder / "one.md")
    return folder


def _copy_posts(content: Path, count: int) -> tuple[Path, Path]:
    """Real posts from all over the years, and others to warm up on."""
    originals = sorted(REAL.rglob("*.md"))
    step = max(1, len(originals) // (count + WARM_UP))
    chosen = originals[::step][: count + WARM_UP]
    warm_up = content.with_name(f"{content.name}-warm-up")
    for number, path in enumerate(chosen):
        folder = content if number < count else warm_up
        folder.mkdir(exist_ok=True)
        shutil.copy(path, folder / f"{number:04}.md")
    return content, warm_up


def _write_posts(content: Path, count: int) -> tuple[Path, Path]:
    """The samples with changes, and others to warm up on."""
    originals = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples/content/post").rglob("index.md"))]
    if SEED.exists():
        originals += [path.read_text(encoding="utf-8") for path in SEED.glob("*.txt")]
    warm_up = content.with_name(f"{content.name}-warm-up")
    for number in range(count + WARM_UP):
        text = _changed(originals[number % len(originals)], number)
        path = (content if number < count else warm_up) / "post" / f"{number:04}" / "index.md"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return content, warm_up


def _changed(text: str, number: int) -> str:
    """No two posts alike: paragraphs in another order, and a word that no other post has."""
    post = read_post(Source("post.md", text))
    paragraphs = post.source.slice(post.body).strip().split("\n\n")
    turn = number % len(paragraphs)
    turned = [*paragraphs[turn:], *paragraphs[:turn], f"これは{number}番目の記事で、試作{number}号を扱う。\n"]
    return text[: post.body.start] + "\n\n".join(turned)


if __name__ == "__main__":
    main()
