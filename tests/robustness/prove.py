"""What nobody writes and a program gets all the same: 5 MB in one line, 10,000 posts in a folder.

    python tests/robustness/prove.py [CASE]... [--megabytes 5] [--posts 10000] [--limit 600]

Every case runs as `jpkit extract` in a process of its own, at a quarter of the size and at the full
size. Told are CPU, the most memory and the growth of CPU from the one to the other: about 4 is linear,
16 is quadratic. The exit code is 1 where a case fails: a traceback, another exit code than 0, or more
than the limit of seconds.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
FRONT = '---\ntitle: "長い記事"\nsummary: ""\ntags: []\n---\n'


def _repeat(unit: str) -> Callable[[int], str]:
    """A text of about so many bytes, in one line."""
    return lambda size: unit * (size // len(unit.encode()))


def _few(unit: str) -> Callable[[int], str]:
    """The same a fiftieth as often: 100,000 of one sign at 5 MB."""
    return lambda size: unit * (size // 50)


def _backquotes(size: int) -> str:
    """Runs of backquotes, each longer than the last, so that none closes another."""
    runs, length = [], 1
    while length * length < size // 5:
        runs.append("`" * length + "a")
        length += 1
    return "".join(runs)


ONE_LINE: dict[str, Callable[[int], str]] = {
    "sentences": _repeat("不均衡データをBigQueryに取り込み、評価指標を比べた。次に、Dataflowで前処理を書き直した。"),
    "english": _repeat("The pipeline loads imbalanced data into BigQuery. It then trains a model with scikit-learn. "),
    "no-punctuation": _repeat("機械学習モデルの前処理をDataflowで試してから評価した結果を"),
    "kanji": _repeat("評価指標機械学習"),
    "katakana": _repeat("データサイエンス"),
    "latin-word": _repeat("a"),
    "camel-case": _repeat("fooBar"),
    "capitalized": _repeat("Machine Learning Model "),
    "digits": _repeat("7"),
    "numbers": _repeat("3.14 "),
    "blanks": _repeat(" "),
    "services": _repeat("BigQuery"),
    "abbreviations": _repeat("Machine Learning Engineer（以下、MLE）"),
    "definitions": _repeat("用語とは、説明の対象となる語のことである。"),
    "urls": _repeat("https://example.org/a "),
    "links": _repeat("[語](https://example.org/)"),
    "brackets": _few("["),
    "link-openings": _few("[a]("),
    "images": _few("!["),
    "asterisks": _few("*"),
    "stars-and-letters": _few("*a "),
    "underscores": _few("_a"),
    "backquotes": _backquotes,
    "angles": _few("<"),
    "html": _few("<a "),
    "ampersands": _few("&"),
    "dollars": _few("$a"),
    "shortcodes": _few("{{< "),
    "code-shortcodes": _few("{{< code >}}"),
    "liquid": _few("{% "),
    "math-openings": _few("\\(a "),
    "quotes": _few("「"),
    "parentheses": _few("（"),
    "combining": _repeat("か\u3099"),
    "nul": _repeat("\0"),
}


MANY_LINES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda size: _repeat("評価指標を比べた。\n\n")(size),
    "headings": lambda size: _repeat("## 評価指標\n")(size),
    "bullets": lambda size: _repeat("* 評価指標の比較\n")(size),
    "nested-bullets": lambda size: "".join(f"{'  ' * depth}* 語\n" for depth in range(size // 5000)),
    "nested-quotes": lambda size: ">" * (size // 500) + "語\n",
    "tables": lambda size: "| 語 | 説明 |\n|-|-|\n" + _repeat("| 適合率 | 正しさ |\n")(size),
    "footnotes": lambda size: "".join(f"[^{n}]\n\n[^{n}]: 語\n\n" for n in range(size // 100)),
}


class Usage(NamedTuple):
    code: int
    cpu: float
    megabytes: float
    complaint: str


def main() -> int:
    cases = {**ONE_LINE, **MANY_LINES}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", nargs="*", help=f"one of: {', '.join([*cases, 'folder'])} (default: all)")
    parser.add_argument("--megabytes", type=float, default=5)
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--limit", type=float, default=600, help="seconds a run may take")
    options = parser.parse_args()
    chosen = options.case or [*cases, "folder"]
    unknown = sorted(set(chosen) - {*cases, "folder"})
    if unknown:
        parser.error(f"no case {', '.join(unknown)}")
    failed = 0
    for name in chosen:
        runs = []
        for share in (0.25, 1.0):
            with tempfile.TemporaryDirectory() as folder:
                content = Path(folder, "content")
                content.mkdir()
                if name == "folder":
                    size = int(options.posts * share)
                    _write_posts(content, size)
                else:
                    size = int(options.megabytes * 1e6 * share)
                    Path(content, "long.md").write_bytes((FRONT + cases[name](size) + "\n").encode())
                runs.append(_extract(content, options.limit))
        quarter, full = runs
        failed += bool(quarter.complaint or full.complaint)
        print(
            f"{name:18} {quarter.cpu:7.2f} s {full.cpu:7.2f} s  ×{full.cpu / quarter.cpu:5.1f}"
            f"  {full.megabytes:6.0f} MB  {full.complaint or quarter.complaint or 'ok'}",
            flush=True,
        )
    return 1 if failed else 0


def _write_posts(content: Path, count: int) -> None:
    for number in range(count):
        folder = content / "post" / f"{number:05}"
        folder.mkdir(parents=True)
        text = (
            f"試作{number}号の不均衡データをBigQueryに取り込み、評価指標を比べた。\n\n* 前処理{number % 97}\n* 再現率\n"
        )
        Path(folder, "index.md").write_text(FRONT + text, encoding="utf-8", newline="\n")


def _extract(content: Path, limit: float) -> Usage:
    command = [sys.executable, "-m", "jpkit", "extract", str(content), "--out", str(content.parent / "out"), "--quiet"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "toolkit")}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env=environment)
        late = threading.Event()

        def stop() -> None:
            late.set()
            os.kill(process.pid, signal.SIGKILL)

        timer = threading.Timer(limit, stop)
        timer.start()
        # wait4 tells of this child alone; RUSAGE_CHILDREN keeps the memory of the largest so far.
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().decode("utf-8", "replace").strip().split("\n")
    # Kilobytes on Linux, bytes on macOS.
    megabytes = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    complaint = ""
    if late.is_set():
        complaint = f"more than {limit:g} s"
    elif process.returncode or lines != [""]:
        complaint = f"exit code {process.returncode}: {lines[-1]}"
    return Usage(process.returncode, used.ru_utime + used.ru_stime, megabytes, complaint)


if __name__ == "__main__":
    sys.exit(main())
