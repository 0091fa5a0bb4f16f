"""Slow proof: the hooks work with real pre-commit, many files and parallel invocations included.

    python tests/robustness/hook.py

Needs the package `pre-commit` (extra `hook`), git, and a package index: pre-commit installs jpkit into
an environment of its own, which takes a minute or two.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = 300
"""More than fit one invocation on two cores, so that pre-commit runs several at once."""
WRONG = "---\ntitle: Tensorflow入門\ntags: GCP # 資格\n---\n本文。\n"
RIGHT = "---\ntitle: TensorFlow入門\ntags: [GCP] # 資格\n---\n本文。\n"


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        pages = [site / "content" / "post" / f"{number:03}" / "index.md" for number in range(PAGES)]
        for page in pages:
            page.parent.mkdir(parents=True)
            page.write_bytes(WRONG.encode())
        _run(site, "git", "init", "-q")
        _run(site, "git", "add", ".")
        lint = _hook(site, "jpkit-lint")
        assert lint.returncode == 1, lint.stdout
        assert lint.stdout.count("[wrong-type]") == PAGES, lint.stdout[-2000:]
        assert lint.stdout.count("[brand-spelling]") == PAGES
        fix = _hook(site, "jpkit-lint-fix")
        assert fix.returncode == 1, fix.stdout  # files were modified
        assert [page.read_bytes() for page in pages] == [RIGHT.encode()] * PAGES
        again = _hook(site, "jpkit-lint-fix")
        assert again.returncode == 0, again.stdout
    print(f"{PAGES} pages linted and mended by pre-commit")
    return 0


def _hook(site: Path, name: str) -> "subprocess.CompletedProcess[str]":
    return _run(site, sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), name, "--all-files", check=False)


def _run(site: Path, *command: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, cwd=site, check=check, capture_output=True, text=True, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
