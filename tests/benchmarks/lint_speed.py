"""What `jpkit lint` costs: one staged post beside its bare imports, and a thousand beside yamllint.

One post also as a hook sees it: a translated post of the samples, with its site's configuration, in a
work tree. A thousand also with what the cache holds of the run before, and over two processes. Where
../shared is, four in five of the thousand are the seed and one is an official English post, as in its
measurements of other linters; else they are the samples.

    python tests/benchmarks/lint_speed.py [--posts 1000] [--rounds 5]

Whole processes alternate in one run and CPU time is compared. yamllint (extra `bench`) gets the front
matter of the same posts, cut out into files of its own, with its relaxed settings.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import extract_speed

from jpkit.post import read_post
from jpkit.source import Source

SHARED = Path(__file__).parents[2] / ".." / "shared"
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
        size = _write_posts(content, options.posts)
        fronts.mkdir()
        for number, path in enumerate(sorted(content.rglob("*.md"))):
            post = read_post(Source(str(path), path.read_text(encoding="utf-8")))
            (fronts / f"{number:05}.yaml").write_text(post.source.slice(post.front_span), encoding="utf-8")
        one = next(iter(sorted(content.rglob("*.md"))))
        lint = [sys.executable, "-m", "jpkit", "lint", "--quiet"]
        yamllint = [sys.executable, "-m", "yamllint", "-d", "relaxed", str(fronts)]
        _compare(folder, options.rounds, "import click, frontmatter", [sys.executable, "-c", BARE], [*lint, str(one)])
        hooked = [*lint, "content/post/gke-migration-notes/index.md"]
        bare = [sys.executable, "-c", BARE]
        _compare(folder, options.rounds, "the same beside a post of a site", bare, hooked, _site(folder))
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


def _write_posts(content: Path, count: int) -> int:
    official = sorted(SHARED.glob("academic/official/academic-4/*/exampleSite/content/post/*/index.md"))
    if not official:
        return extract_speed._write_posts(content, count)
    seed = next(iter((SHARED / "seed").glob("*.txt"))).read_text(encoding="utf-8")
    size = 0
    for number in range(count):
        original = official[number // 5 % len(official)].read_text(encoding="utf-8") if number % 5 == 4 else seed
        text = extract_speed._changed(original, number)
        path = content / "post" / f"{number:04}" / "index.md"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        size += len(text.encode())
    return size


def _site(folder: str) -> str:
    """The samples in a work tree, where a post has changed since it said so."""
    site = Path(folder, "site")
    shutil.copytree(extract_speed.ROOT / "samples", site)
    names = {f"GIT_{who}_{what}": "a" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for number in range(2):
        with Path(site, "content/post/gke-migration-notes/index.md").open("a", encoding="utf-8") as post:
            post.write("\n追記です。\n" * 3 * number)
        for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "a")):
            subprocess.run(("git", *command), cwd=site, check=True, env={**os.environ, **names})
    return str(site)


def _compare(folder: str, rounds: int, name: str, other: list[str], own: list[str], cwd: str | None = None) -> None:
    times: list[tuple[float, float]] = [
        (_measure(other, folder, cwd)[0], _measure(own, folder, cwd)[0]) for _ in range(rounds)
    ]
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


def _measure(command: list[str], folder: str, cwd: str | None = None) -> tuple[float, float]:
    """CPU and time of a command."""
    start = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    quiet = subprocess.DEVNULL
    subprocess.run(command, check=False, stdout=quiet, stderr=quiet, env=_environment(folder), cwd=cwd)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return cpu, time.perf_counter() - start


if __name__ == "__main__":
    main()
