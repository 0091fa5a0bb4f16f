"""Slow proof: a large site in five languages is linted without reading any file twice.

    python tests/robustness/lint_site.py [--pages 5000] [--limit 600]

Writes that many pages with four further translations each (25,000 files) and runs `jpkit lint` on them in a
process of its own, where an audit hook counts every opening of a file of the site. Told are CPU, wall, the most
memory, and how often the file that was read most was read. The exit code is 1 where that is more than once, where
a file was not read at all, or where the run fails or takes more than the limit of seconds.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ja", "en", "zh", "ko", "fr")
CONFIG = 'theme = "wowchemy"\ndefaultContentLanguage = "ja"\n' + "".join(f"[languages.{code}]\n" for code in LANGUAGES)
PAGE = """---
title: {title}
date: 2020-04-{day:02}
summary: {title}
tags: [GCP, {tag}]
---
## {title}

BigQueryに取り込み、[前の記録](../{before:05}/)と比べた。
"""

# Inside of the process: what it opens below the site, written as JSON once it ends. Bytes are counted by
# openings, for whatever reads a file opens it: open(), os.open(), Path.read_bytes(), io.open_code().
COUNTING = """
import atexit, collections, json, os, sys
site, told = sys.argv[1:3]
opened = collections.Counter()
def count(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path = os.path.abspath(os.fsdecode(arguments[0]))
        if path.startswith(site):
            opened[path] += 1
def tell():
    with open(told, "w", encoding="utf-8") as file:
        json.dump(opened, file)
atexit.register(tell)
sys.addaudithook(count)
sys.argv = ["jpkit", "lint", os.path.join(site, "content"), *sys.argv[3:]]
from jpkit.cli import main
sys.exit(main())
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--limit", type=float, default=600, help="seconds the run may take")
    parser.add_argument("options", nargs="*", help="further options of `jpkit lint`, behind --")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site").resolve()
        files = _write(site, options.pages)
        told = Path(folder, "opened.json")
        # Other processes would open files unseen, and kept results are checked by reading.
        alone = ["--jobs", "1", "--no-cache", "--format", "json"]
        command = [sys.executable, "-c", COUNTING, str(site), str(told), *alone, *options.options]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "toolkit")}
        with Path(folder, "said").open("w+b") as said:
            began = time.perf_counter()
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, env=environment)
            while time.perf_counter() - began < options.limit:
                # wait4 tells of this child alone.
                pid, status, used = os.wait4(process.pid, os.WNOHANG)
                if pid:
                    break
                time.sleep(0.02)
            else:
                process.kill()
                print(f"more than {options.limit:g} s")
                return 1
            wall = time.perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            complaint = said.read().decode("utf-8", "replace").strip()
        opened = Counter(json.loads(told.read_text(encoding="utf-8")))
    megabytes = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)  # kilobytes on Linux
    most, times = opened.most_common(1)[0]
    unread = len(files - opened.keys())
    print(
        f"{len(files)} files: {used.ru_utime + used.ru_stime:.1f} s CPU, {wall:.1f} s wall, {megabytes:.0f} MB; "
        f"{len(files & opened.keys())} pages read, the most reads of one file: {times} ({Path(most).name})"
    )
    if process.returncode not in (0, 1) or "Traceback" in complaint:
        print(f"exit code {process.returncode}: {complaint}")
        return 1
    return 1 if times != 1 or unread else 0


def _write(site: Path, pages: int) -> set[str]:
    """The site; the paths of its pages: half with the language in the name of the file, half in a folder."""
    written = set()
    site.mkdir()
    Path(site, "config.toml").write_text(CONFIG, encoding="utf-8")
    for number in range(pages):
        for code in LANGUAGES:
            name = f"{number:05}"
            if number % 2:
                file = site / "content" / code / "post" / name / "index.md"
            else:
                file = site / "content" / "post" / name / ("index.md" if code == "ja" else f"index.{code}.md")
            file.parent.mkdir(parents=True, exist_ok=True)
            text = PAGE.format(
                title=f"試作{number}号の記録" if code == "ja" else f"Notes on prototype {number}",
                day=number % 28 + 1,
                tag=f"tag{number % 97}",
                before=max(number - 2, 0),
            )
            file.write_text(text, encoding="utf-8", newline="\n")
            written.add(str(file))
    return written


if __name__ == "__main__":
    sys.exit(main())
