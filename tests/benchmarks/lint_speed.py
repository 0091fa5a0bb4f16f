"""What `jpkit lint` costs: one staged post beside its bare imports, and a thousand beside yamllint.

A thousand also with what the cache holds of the run before, and over two processes.

    python tests/benchmarks/lint_speed.py [--posts 1000] [--rounds 5]

Whole processes alternate in one run and CPU time is compared. yamllint (extra `bench`) gets the front
matter of the same posts, cut out into files of its own, with its relaxed settings.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import extract_speed

from jpkit.post import read_post
from jpkit.source import Source

BARE = "import click, frontmatter"
ALONE = ["--no-cache", "--jobs", "1"]
PEAK = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"  # noqa: E501


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        content, fronts = Path(folder, "content"), Path(folder, "fronts")
        size = extract_speed._write_posts(content, options.posts)
        fronts.mkdir()
        for number, path in enumerate(sorted(content.rglob("*.md"))):
            post = read_post(Source(str(path), path.read_text(encoding="utf-8")))
            (fronts / f"{number:05}.yaml").write_text(post.source.slice(post.front_span), encoding="utf-8")
        one = next(iter(sorted(content.rglob("*.md"))))
        lint = [sys.executable, "-m", "jpkit", "lint", "--quiet"]
        yamllint = [sys.executable, "-m", "yamllint", "-d", "relaxed", str(fronts)]
        _compare(folder, options.rounds, "import click, frontmatter", [sys.executable, "-c", BARE], [*lint, str(one)])
        _compare(folder, options.rounds, "yamllint", yamllint, [*lint, *ALONE, str(content)])
        cached = [*lint, "--jobs", "1", "--cache-dir", str(Path(folder, "cache")), str(content)]
        _measure(cached, folder)
        alone = [*lint, *ALONE, str(content)]
        _ratios(folder, options.rounds, "second run with the cache beside a run without", alone, cached)
        _ratios(folder, options.rounds, "2 jobs beside 1", alone, [*lint, "--no-cache", "--jobs", "2", str(content)])
        peak = subprocess.run(
            [sys.executable, "-c", PEAK, *alone], check=True, capture_output=True, env=_environment(folder)
        )
        print(f"{options.posts} posts, {size / 1e6:.2f} MB: {int(peak.stdout)} MB at most")


def _compare(folder: str, rounds: int, name: str, other: list[str], own: list[str]) -> None:
    times: list[tuple[float, float]] = [(_measure(other, folder)[0], _measure(own, folder)[0]) for _ in range(rounds)]
    theirs, ours = (min(column) for column in zip(*times, strict=True))
    middle = sorted(own / other for other, own in times)[rounds // 2]
    print(
        f"{name}: {theirs:.3f} s, jpkit lint: {ours:.3f} s; {ours / theirs:.2f} × at best, {middle:.2f} × in the middle"
    )


def _ratios(folder: str, rounds: int, name: str, other: list[str], own: list[str]) -> None:
    times = [(_measure(other, folder), _measure(own, folder)) for _ in range(rounds)]
    cpu, clock = (min(own[at] for _, own in times) / min(other[at] for other, _ in times) for at in (0, 1))
    print(f"{name}: {cpu:.2f} × the CPU, {clock:.2f} × the time at best")


def _environment(folder: str) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**environment, "PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode")}


def _measure(command: list[str], folder: str) -> tuple[float, float]:
    """CPU and time of a command."""
    start = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment(folder))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return cpu, time.perf_counter() - start


if __name__ == "__main__":
    main()
