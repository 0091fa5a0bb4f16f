"""Slow proof: the hooks work with real pre-commit: many files, parallel invocations, what is staged and what is not.

    python tests/robustness/hook.py

Needs the package `pre-commit` (extra `hook`), git, and a package index: pre-commit installs jpkit into
an environment of its own, which takes a minute or two. `try-repo` takes the working copy, all else what is
committed.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = 300
"""More than fit one invocation on two cores, so that pre-commit runs several at once."""
WRONG = "---\ntitle: Tensorflow入門\ndate: 2020-04-01\ntags: GCP # 資格\n---\n本文。\n"
RIGHT = "---\ntitle: TensorFlow入門\ndate: 2020-04-01\ntags: [GCP] # 資格\n---\n本文。\n"
EMPTY = '---\ntitle: 分類の記録\nsummary: ""\ntags: []\n---\n不均衡データをBigQueryに取り込み、評価指標を比べた。\n'
# The hooks ask for one process; here they get several, which must come to the same.
CONFIG = f"""\
repos:
- repo: {ROOT.as_posix()}
  rev: {{rev}}
  hooks:
  - {{{{id: jpkit-lint, require_serial: false}}}}
  - {{{{id: jpkit-lint-fix, require_serial: false}}}}
  - {{{{id: jpkit-fill}}}}
"""


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PRE_COMMIT_HOME"] = str(Path(folder, "home"))
        site = Path(folder, "site")
        site.mkdir()
        _git(site, "init", "-q")
        rev = _git(ROOT, "rev-parse", "HEAD").stdout.strip()
        Path(site, ".pre-commit-config.yaml").write_text(CONFIG.format(rev=rev), encoding="utf-8")
        for case in (try_repo, many_files_at_once, only_what_is_staged, one_post_alone, fill):
            began = time.perf_counter()
            case(site)
            print(
                f"{case.__name__:20} {time.perf_counter() - began:6.1f} s  {(case.__doc__ or '').split('.')[0]}",
                flush=True,
            )
    return 0


def try_repo(site: Path) -> None:
    """`pre-commit try-repo` reports the mistakes of every page in one process."""
    pages = _write(site, WRONG)
    done = _run(site, "try-repo", str(ROOT), "jpkit-lint", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout.count("[wrong-type]") == len(pages), done.stdout[-2000:]
    assert done.stdout.count("[brand-spelling]") == len(pages)
    assert _invocations(done.stdout) == 1, done.stdout[-2000:]


def many_files_at_once(site: Path) -> None:
    """Pages and translations are mended by processes that run at once, each page as if alone."""
    pages = _write(site, WRONG)
    lint = _hook(site, "jpkit-lint", "--all-files")
    assert lint.stdout.count("[wrong-type]") == len(pages), lint.stdout[-2000:] + lint.stderr
    assert _invocations(lint.stdout) > 1, "pre-commit ran one invocation only"
    fix = _hook(site, "jpkit-lint-fix", "--all-files")
    assert fix.returncode == 1, fix.stdout  # files were modified
    assert {page.read_text(encoding="utf-8") for page in pages} == {RIGHT}
    assert list(site.rglob(".jpkit-*")) == []
    again = _hook(site, "jpkit-lint-fix", "--all-files")
    assert again.returncode == 0, again.stdout
    _git(site, "commit", "-qam", "mended", "--no-verify")


def only_what_is_staged(site: Path) -> None:
    """A staged page is mended, and the changes of others that are not staged come back as they were."""
    staged, unstaged = _pages(site)[:2]
    staged.write_text(WRONG, encoding="utf-8")
    _git(site, "add", ".")
    unstaged.write_text(WRONG, encoding="utf-8")
    staged.write_text(WRONG + "続き。\n", encoding="utf-8")
    lint = _hook(site, "jpkit-lint")
    assert lint.stdout.count("[wrong-type]") == 1, lint.stdout
    assert staged.read_text(encoding="utf-8") == WRONG + "続き。\n"
    staged.write_text(WRONG, encoding="utf-8")
    fix = _hook(site, "jpkit-lint-fix")
    assert fix.returncode == 1, fix.stdout
    assert (staged.read_text(encoding="utf-8"), unstaged.read_text(encoding="utf-8")) == (RIGHT, WRONG)
    _git(site, "checkout", "-q", "--", ".")
    _git(site, "reset", "-q", "--hard")


def one_post_alone(site: Path) -> None:
    """Of one changed post the translation is read as well, and nothing is said of other pages."""
    page = next(page for page in _pages(site) if page.name == "index.en.md")
    page.write_text(RIGHT.replace("2020-04-01", "2020-04-02"), encoding="utf-8")
    _git(site, "add", ".")
    lint = _hook(site, "jpkit-lint")
    found = [line for line in lint.stdout.split("\n") if ".md:" in line]
    assert len(found) == 1, lint.stdout
    assert found[0].endswith("[translation-differs]")
    assert found[0].startswith(page.relative_to(site).as_posix()), found
    _git(site, "reset", "-q", "--hard")


def fill(site: Path) -> None:
    """Empty summaries and tags are filled, once."""
    page = site / "content" / "post" / "空 の記事" / "index.md"
    page.parent.mkdir()
    page.write_text(EMPTY, encoding="utf-8")
    _git(site, "add", ".")
    done = _hook(site, "jpkit-fill")
    assert done.returncode == 1, done.stdout  # files were modified
    text = page.read_text(encoding="utf-8")
    assert 'summary: ""' not in text
    assert "tags: []" not in text, text
    assert text.endswith(EMPTY.rpartition("---\n")[2])
    assert not Path(site, "jpkit-out").exists()
    _git(site, "add", ".")
    assert _hook(site, "jpkit-fill").returncode == 0


def _write(site: Path, text: str) -> list[Path]:
    """Pages with names of their own kind, every other one with a translation beside it."""
    for number in range(PAGES):
        folder = site / "content" / "post" / f"第 {number:03} 回の記録"
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("index.md", "index.en.md")[: 1 + number % 2]:
            Path(folder, name).write_text(text, encoding="utf-8")
    _git(site, "add", ".")
    return _pages(site)


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.md"))


def _invocations(said: str) -> int:
    """How often `jpkit lint` ran: each run ends with a line of totals."""
    return said.count(" hints in ") + said.count(" hint in ")


def _hook(site: Path, name: str, *options: str) -> "subprocess.CompletedProcess[str]":
    return _run(site, "run", name, *options)


def _run(site: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    return _process(site, sys.executable, "-m", "pre_commit", *command)


def _git(folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    done = _process(folder, "git", *author, *command)
    assert done.returncode == 0, done.stderr
    return done


def _process(folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
