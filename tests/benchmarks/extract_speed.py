"""What `jpkit extract` costs beside bare tokenization of the same text, start-up included.

    python tests/benchmarks/extract_speed.py [--posts 200] [--rounds 5]

The samples (and the seed post, where it lies beside the project) are repeated with changes. Whole
processes alternate in one run and CPU time is compared, so that a busy machine disturbs both alike.
Both find their byte code compiled, as an installed package has it, from the second round on.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from jpkit.post import read_post
from jpkit.source import Source

ROOT = Path(__file__).parents[2]
SEED = ROOT.parent / "shared" / "seed"

# SudachiPy as its documentation has it: mode C, all fields, a line at a time, surfaces read.
BARE = """
import sys
from pathlib import Path
from sudachipy import Dictionary, SplitMode
tokenizer = Dictionary().tokenizer(mode=SplitMode.C)
for path in sorted(Path(sys.argv[1]).rglob("*.md")):
    for line in path.read_text(encoding="utf-8").split("\\n"):
        [morpheme.surface() for morpheme in tokenizer.tokenize(line)]
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        size = _write_posts(content, options.posts)
        out = str(Path(folder) / "out")
        commands = {
            "bare tokenization": [sys.executable, "-c", BARE, str(content)],
            "jpkit extract": [sys.executable, "-m", "jpkit", "extract", str(content), "--out", out, "--quiet"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(options.rounds):
            for name, command in commands.items():
                times[name].append(_cpu(command, folder))
        for name, seconds in times.items():
            middle = sorted(seconds)[len(seconds) // 2]
            print(f"{name:20} {min(seconds):6.2f} s CPU at best, {middle:6.2f} s in the middle")
        ratios = sorted(ours / bare for bare, ours in zip(*times.values(), strict=True))
        best = min(times["jpkit extract"]) / min(times["bare tokenization"])
        print(
            f"{options.posts} posts, {size / 1e6:.2f} MB: {best:.2f} × bare tokenization at best, "
            f"{ratios[len(ratios) // 2]:.2f} × in the middle of {options.rounds} pairs"
        )


def _write_posts(content: Path, count: int) -> int:
    originals = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples/content/post").rglob("index.md"))]
    if SEED.exists():
        originals += [path.read_text(encoding="utf-8") for path in SEED.glob("*.txt")]
    size = 0
    for number in range(count):
        text = _changed(originals[number % len(originals)], number)
        path = content / "post" / f"{number:04}" / "index.md"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        size += len(text.encode())
    return size


def _changed(text: str, number: int) -> str:
    """No two posts alike: paragraphs in another order, and a word that no other post has."""
    post = read_post(Source("post.md", text))
    paragraphs = post.source.slice(post.body).strip().split("\n\n")
    turn = number % len(paragraphs)
    turned = [*paragraphs[turn:], *paragraphs[:turn], f"これは{number}番目の記事で、試作{number}号を扱う。\n"]
    return text[: post.body.start] + "\n\n".join(turned)


def _cpu(command: list[str], folder: str) -> float:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "bytecode")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()
