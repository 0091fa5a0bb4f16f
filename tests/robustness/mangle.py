"""Slow proof: no page makes a rule fail, and every finding stands in its file.

    python tests/robustness/mangle.py [--seconds 60] [--seed 1]

Pages of the samples, of the rules' examples and, where it is, of ../shared are mangled at random (signs put
in, stretches left out or repeated), linted and mended with all rules as pages of every sort and generation.
The first that fails is printed.
"""

import argparse
import random
import sys
import time
from pathlib import Path

from jpkit.hugo import GENERATIONS
from jpkit.linting.engine import Active, lint_pages
from jpkit.linting.page import Reader
from jpkit.linting.rules import MODULES, OPTIONAL, rules

ROOT = Path(__file__).parents[2]
SIGNS = "'\"[]{}:#-&*!|>%@`，：“”\t\n\r\u3000\u00a0\\~=+ 0aあ亜ー\ufeff\x00𠮷"
PATHS = (
    "a.md", "content/post/a/index.md", "content/publication/a/index.en.md", "content/home/a.md", "content/talk/a.ja.md",
    "content/authors/x/_index.md", "content/courses/x/_index.md",
)  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    texts = [example.text.replace("«", "").replace("»", "") for one in rules() for example in (*one.bad, *one.good)]
    for folder in (ROOT / "samples", ROOT / ".." / "shared"):
        texts += [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))]
    active = [Active(one) for one in rules(identifier for identifier in MODULES if identifier not in OPTIONAL)]
    until = time.monotonic() + options.seconds
    count = 0
    while time.monotonic() < until:
        text = _mangled(chance.choice(texts)[:6000], chance)
        path, generation = chance.choice(PATHS), chance.choice(("auto", "none", *GENERATIONS))
        try:
            _lint(text, path, generation, active)
        except Exception:
            print(f"{path} ({generation}): {text!r}")
            raise
        count += 1
    print(f"{count} pages")
    return 0


def _mangled(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(max(min(len(text), 700), 1))
        kind = chance.random()
        if kind < 0.5:
            text = text[:at] + chance.choice(SIGNS) * chance.randint(1, 3) + text[at:]
        elif kind < 0.8:
            text = text[:at] + text[at + chance.randint(1, 8) :]
        else:
            other = chance.randrange(max(len(text), 1))
            text = text[:at] + text[other : other + 20] + text[at:]
    return text


def _lint(text: str, path: str, generation: str, active: list[Active]) -> None:
    given = {path: text.encode()}
    lines = text.split("\n")
    for finding in lint_pages([path], Reader(generation=generation, given=given), lambda _: active).findings:
        assert finding.line <= len(lines), finding
        assert finding.column <= len(lines[finding.line - 1]) + 1, finding
    lint_pages([path], Reader(generation=generation, given=given), lambda _: active, fix=True)


if __name__ == "__main__":
    sys.exit(main())
