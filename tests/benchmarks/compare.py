"""How good jpkit is beside other tools and methods: the tables of the READMEs.

    python tests/benchmarks/compare.py          # print the tables
    python tests/benchmarks/compare.py --write  # and put them into README.md and README.ja.md
    python tests/benchmarks/compare.py --slow   # with the tools that take an hour

Needs the extra ``peers`` and the corpora that corpora.py reads. All figures are of the test halves; the same
input and the same versions give the same bytes. A table is a function in ``TABLES`` that gives Markdown lines.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from corpora import CORPORA, MEASURES, Page, bootstrap, measure, read_pages
from peers import Ranking, baselines
from tools import TOOLS

from jpkit.extraction.model import PostResult
from jpkit.extraction.options import ExtractOptions
from jpkit.extraction.pipeline import extract_post
from jpkit.post import read_post

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.ja.md")
JUDGED = {
    "efcl": "posts-efcl, posts after 2014",
    "kaityo256": "posts-kaityo256, every second article",
    "cncf": "pairs-cncf-glossary/ja, every second page",
}
BEGIN, END = "<!-- figures -->", "<!-- /figures -->"


def product(page: Page) -> list[str]:
    """What ``jpkit extract`` finds. Front matter but the title is hidden: the tags are what is to be found."""
    post = read_post(page.source)
    text = f"---\ntitle: {json.dumps(post.title or '', ensure_ascii=False)}\n---\n{page.source.text[post.body.start :]}"
    result = extract_post(page.source.path, text.encode(), ExtractOptions(top=20))
    assert isinstance(result, PostResult)
    return [term.term for term in result.terms]


def rankings(pages: Sequence[Page], slow: bool) -> dict[str, Ranking]:
    """All rankings by the name in the table, jpkit's first."""
    found: dict[str, Ranking] = {"**jpkit**": product}
    for tool in TOOLS:
        if tool.slow and not slow:
            continue
        if missing := tool.missing():
            print(f"{tool.name} is left out: not installed: {', '.join(missing)}", file=sys.stderr)
        else:
            found |= {tool.title() + rest: ranking for rest, ranking in tool.rankings(pages).items()}
    return found | baselines(pages)


def key_terms(slow: bool = False) -> list[str]:
    """Means over posts with 95 % bootstrap intervals, and how far jpkit is before the best of the others."""
    pages = list(read_pages())
    compared = rankings(pages, slow)
    lines = []
    for corpus, title in JUDGED.items():
        judged = [page for page in pages if (page.corpus, page.half) == (corpus, "test") and page.gold]
        values = {name: _values(ranking, judged) for name, ranking in compared.items()}
        lines += [f"{title} ({len(judged)}):", "", *table(values), "", difference(values), ""]
    return [*lines, f"(SudachiPy {version('sudachipy')}, SudachiDict-core {version('sudachidict-core')})"]


def _values(ranking: Ranking, pages: Sequence[Page]) -> Any:
    import numpy as np

    return np.array([measure(ranking(page), page.gold) for page in pages])


def table(values: Mapping[str, Any]) -> list[str]:
    """Best in R@10 first; a row of ``values`` is a post and a column one of ``MEASURES``."""
    ten = MEASURES.index("R@10")
    rows = sorted(values.items(), key=lambda row: -row[1][:, ten].mean())
    return [
        f"| | {' | '.join(MEASURES)} |",
        f"|---|{'---|' * len(MEASURES)}",
        *(f"| {name} | {' | '.join(map(interval, one.mean(axis=0), *bootstrap(one)))} |" for name, one in rows),
    ]


def difference(values: Mapping[str, Any]) -> str:
    """R@10 of jpkit less that of the best of the others, resampled by pairs."""
    ten = MEASURES.index("R@10")
    own, *others = values.items()
    name, best = max(others, key=lambda other: other[1][:, ten].mean())
    gap = own[1][:, [ten]] - best[:, [ten]]
    low, high = bootstrap(gap)
    return f"jpkit − {name}, R@10: {interval(gap.mean(), low[0], high[0], sign='+')}"


def interval(mean: float, low: float, high: float, *, sign: str = "") -> str:
    """Three digits without the leading zero, such as ``.673 (.640–.708)``."""
    cells = [format(value, f"{sign}.3f").replace("0.", ".", 1).replace("-", "−") for value in (mean, low, high)]
    return f"{cells[0]} ({cells[1]}–{cells[2]})"


def summaries() -> list[str]:
    """The figures of summaries.py, which needs its packages to be imported."""
    from summaries import table

    return table()


def services() -> list[str]:
    """The figures of service_names.py."""
    from service_names import table

    return table()


TABLES: tuple[Callable[[], list[str]], ...] = (key_terms, services, summaries)
"""In the order of the READMEs."""


def figures(name: str) -> str:
    """What stands between the markers of a README."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return text[text.index(BEGIN) + len(BEGIN) : text.index(END)]


def write(tables: Sequence[str]) -> None:
    """Put the lines between the markers of both READMEs."""
    for name in READMES:
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        block = "\n".join([BEGIN, *tables, "", END])
        path.write_text(text.replace(BEGIN + figures(name) + END, block), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the tables into the READMEs")
    parser.add_argument("--slow", action="store_true", help="with the tools that take an hour")
    options = parser.parse_args()
    if not CORPORA.is_dir():
        sys.exit(f"{CORPORA}: no such directory; the corpora are not part of the project, nothing is measured")
    if options.write and (
        missing := [name for tool in TOOLS if options.slow or not tool.slow for name in tool.missing()]
    ):
        sys.exit(f"not installed: {', '.join(missing)}; nothing is written")
    made = [partial(key_terms, slow=True) if options.slow and table is key_terms else table for table in TABLES]
    try:
        tables = [line for make in made for line in ["", *make()]]
    except ModuleNotFoundError as error:
        sys.exit(f"{error}; the extra peers brings it")
    print("\n".join(tables))
    if options.write:
        write(tables)


if __name__ == "__main__":
    main()
