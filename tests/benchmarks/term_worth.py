"""How much of the glossary an editor would keep, by terms that were read one by one, and where the weights come from.

    python tests/benchmarks/term_worth.py            # precision and recall, before and after; calibration
    python tests/benchmarks/term_worth.py --errors   # the judged terms that it gets wrong, of the halves to learn from
    python tests/benchmarks/term_worth.py --pairs    # how well one name tells, and both
    python tests/benchmarks/term_worth.py --fit      # learn the weights of bilingual/worth.py anew, into the file

worth/README.md says what an editor keeps, worth/*.tsv hold the verdicts. Needs the corpora that corpora.py
reads; learning needs numpy and scipy. Weights are learnt from the halves "dev"; the others are for judging.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from corpora import CORPORA

from jpkit.bilingual import worth as module
from jpkit.bilingual.seen import Seen, seen_in
from jpkit.bilingual.worth import worth
from jpkit.bilingual.worth_features import english_features, evidence, japanese_features, latin_features
from jpkit.extraction.english import english_key
from jpkit.extraction.japanese import ALONE, japanese_candidates, term_key
from jpkit.extraction.model import Extraction, Unreadable
from jpkit.extraction.options import ExtractOptions
from jpkit.extraction.pipeline import Input, combine, extract_posts, read_input
from jpkit.letters import is_japanese

HERE = Path(__file__).parent / "worth"
FOLDERS = {
    ("efcl", "ja"): "posts-efcl",
    ("kaityo256", "ja"): "posts-kaityo256",
    ("cncf", "ja"): "pairs-cncf-glossary/ja",
    ("helm", "ja"): "pairs-helm-docs/ja",
    ("cncf", "en"): "pairs-cncf-glossary/en",
    ("helm", "en"): "pairs-helm-docs/en",
}
PENALTY = 2.0
"""Of the squared weights."""
POSITIVE = frozenset({"defined", "explained", "frequency", "linked", "score", "titled"})
"""Evidence that never speaks against a term, whatever chance says of the few that have it."""
UNRANKED = 0.4
"""What a judged key term counts once more without its score: pairs of words come without one."""


class Judged(NamedTuple):
    """A line of the tables."""

    term: str
    lang: str
    corpus: str
    half: str
    stratum: str
    """shown: in the glossary before there was term-worthiness; left: a key term that was not; noun: a frequent noun
    of the pages that is no key term of any; shown later, blind: see worth/README.md."""
    weight: float
    """For how many of its stratum it stands."""
    kept: bool

    @property
    def learn(self) -> bool:
        """Is it to learn from? The others are for judging."""
        return self.half == "dev" or self.stratum == "shown later"

    @property
    def key(self) -> str:
        return _key(self.term, self.lang)


def _key(name: str, lang: str) -> str:
    return english_key(name) if lang == "en" else term_key(name)


class Site(NamedTuple):
    """Half a corpus, extracted as one site."""

    result: Extraction
    terms: Mapping[str, Seen]
    nouns: Mapping[str, Seen]


def read_judged(name: str) -> list[Judged]:
    """The verdicts of one table."""
    rows = (line.split("\t") for line in (HERE / name).read_text(encoding="utf-8").split("\n") if line[:1] not in "#")
    return [Judged(*row[:5], float(row[5]), row[6] == "1") for row in rows if len(row) == 7]


def read_site(corpus: str, lang: str, half: str) -> Site:
    """Half of a corpus: of efcl the years to 2014 are "dev", of the others every other page."""
    folder = CORPORA / FOLDERS[corpus, lang]
    inputs = [
        Input(path.relative_to(folder).as_posix(), path.read_bytes(), ExtractOptions())
        for number, path in enumerate(sorted(folder.rglob("*.md")))
        if half == ("dev" if (int(path.name[:4]) <= 2014 if corpus == "efcl" else number % 2 == 0) else "kept")
    ]
    result = combine(extract_posts(inputs))
    terms = seen_in(result.posts)
    return Site(result, terms, _nouns(inputs, terms) if corpus in ("cncf", "helm") and lang == "ja" else {})


def _nouns(inputs: Sequence[Input], terms: Mapping[str, Seen]) -> dict[str, Seen]:
    """Of every noun of the pages what a list of word pairs knows of it: no score."""
    found: dict[str, Seen] = {}
    for one in inputs:
        page = read_input(one)
        if isinstance(page, Unreadable):
            continue
        blocks = page.document.blocks
        for key, places in japanese_candidates(blocks, range(len(blocks))).items():
            before = found.get(key, Seen(0, 0))
            alone = sum(1 for place in places if place[3] & ALONE)
            count = len(places)
            titled = any(blocks[place[0]].kind in ("title", "heading") for place in places)
            found[key] = before._replace(
                times=before.times + count,
                pages=before.pages + 1,
                titled=before.titled or titled,
                inside=(before.inside * before.times + count - alone) / (before.times + count),
            )
    return {
        key: one._replace(defined=terms[key].defined, linked=terms[key].linked) if key in terms else one
        for key, one in found.items()
    }


class Example(NamedTuple):
    """A verdict with what the site says of the term."""

    judged: Judged
    seen: Seen
    shown: bool
    """In today's glossary, as the name of an entry in the language of its page or as an abbreviation.

    The code word build is a variant of ビルド, which is another term.
    """

    @property
    def chance(self) -> float:
        term, lang = self.judged.term, self.judged.lang
        return worth(term, None, self.seen) if lang == "ja" else worth(None, term, self.seen)


def examples(judged: Sequence[Judged]) -> Iterator[Example]:
    """Every verdict with its site."""
    by_site = defaultdict(list)
    for one in judged:
        by_site[one.corpus, one.lang, one.half].append(one)
    for where, rows in by_site.items():
        site = read_site(*where)
        shown = {
            _key(name, where[1])
            for entry in site.result.glossary
            for name in ((entry.en if where[1] == "en" else None) or entry.ja or entry.en, *entry.abbreviations)
            if name
        }
        for one in rows:
            if one.key not in (site.nouns if one.stratum == "noun" else site.terms):
                continue  # extraction has changed since it was judged
            seen = (site.nouns if one.stratum == "noun" else site.terms)[one.key]
            yield Example(one, seen, one.key in shown)


def print_figures(found: Sequence[Example]) -> None:
    """Precision and recall of the glossary by corpus and language, of all its key terms and of what it showed before.

    Recall is of the key terms of pages that an editor would keep. Terms stand for their stratum.
    """
    print(f"{'corpus':14} {'half':5} {'judged':>6}  before: {'P':>5} {'R':>5}  now: {'P':>5} {'R':>5} {'size':>5}")
    groups: dict[tuple[str, str], list[Example]] = defaultdict(list)
    for one in found:
        if one.judged.stratum in ("shown", "left"):
            groups[f"{one.judged.corpus} {one.judged.lang}", one.judged.half].append(one)
            groups[f"all {one.judged.lang}", one.judged.half].append(one)
    for (name, half), group in sorted(groups.items(), key=lambda item: (item[0][1], item[0][0])):
        worthy = sum(one.judged.weight for one in group if one.judged.kept)
        cells = []
        for chosen in (lambda one: one.judged.stratum == "shown", lambda one: one.shown):
            right = sum(one.judged.weight for one in group if chosen(one) and one.judged.kept)
            total = sum(one.judged.weight for one in group if chosen(one))
            cells.append((right / total, right / worthy, total))
        (p0, r0, size0), (p1, r1, size1) = cells
        before, now = f"{p0:5.3f} {r0:5.3f}", f"{p1:5.3f} {r1:5.3f} {size1 / size0:5.2f}"
        print(f"{name:14} {half:5} {len(group):6}          {before}       {now}")


def print_blind(found: Sequence[Example]) -> None:
    """Precision of what the glossary shows of the terms that were read last, without a look at what they are worth."""
    print("\nread blind after the last learning:")
    for lang in ("ja", "en"):
        for corpus in ("efcl", "kaityo256", "cncf", "helm", ""):
            rows = [
                one.judged
                for one in found
                if one.judged.stratum == "blind"
                and one.shown
                and one.judged.lang == lang
                and one.judged.corpus.startswith(corpus)
            ]
            if rows:
                right = sum(one.weight for one in rows if one.kept) / sum(one.weight for one in rows)
                print(f"{corpus or 'all':9} {lang} {len(rows):4} terms  P {right:.3f}")


def print_calibration(found: Sequence[Example]) -> None:
    """How many of the terms of each span of worth are kept, of those that were learnt from and of the others."""
    print(f"\n{'worth':9} {'learnt from':>12}  {'the others':>12}")
    for low in (0.0, 0.2, 0.4, 0.6, 0.8, 0.9):
        high = {0.8: 0.9, 0.9: 1.001}.get(low, low + 0.2)
        cells = []
        for learn in (True, False):
            here = [one.judged.kept for one in found if one.judged.learn == learn and low <= one.chance < high]
            cells.append(f"{sum(here) / len(here):.2f} of {len(here):3}" if here else "")
        print(f"{low:.1f} - {min(high, 1):.1f}  " + "  ".join(f"{cell:>12}" for cell in cells))


def print_errors(found: Sequence[Example]) -> None:
    """The terms that are judged most wrongly, the half for judging left alone."""
    dev = [one for one in found if one.judged.learn]
    for one in sorted(dev, key=lambda one: -abs(one.judged.kept - one.chance))[:150]:
        print(f"{one.chance:.2f} {'keep' if one.judged.kept else 'no  '} {one.judged.corpus:9} {one.judged.term}")


def print_pairs() -> None:
    """Of pairs of names how many are told right by each name alone and by both; P and R of those that are kept."""
    rows = [line.split("\t") for line in (HERE / "pairs.tsv").read_text(encoding="utf-8").split("\n")]
    sites = {
        (corpus, half): read_site(corpus, "ja", half).nouns for corpus in ("cncf", "helm") for half in ("dev", "kept")
    }
    print(f"{'half':5} {'told by':9} {'pairs':>5}  right      P      R")
    for half in ("dev", "kept"):
        for name, names in (("Japanese", (1, 0)), ("English", (0, 1)), ("both", (1, 1))):
            told = []
            for ja, en, corpus, _, kept in [row for row in rows if len(row) == 5 and row[3] == half]:
                seen = sites[corpus, half].get(term_key(ja))
                if seen is not None:
                    told.append((worth(ja if names[0] else None, en if names[1] else None, seen) > 0.5, kept == "1"))
            right = sum(one and kept for one, kept in told)
            figures = (sum(one == kept for one, kept in told) / len(told), right / sum(one for one, _ in told))
            recall = right / sum(kept for _, kept in told)
            print(f"{half:5} {name:9} {len(told):5}  {figures[0]:5.3f}  {figures[1]:5.3f}  {recall:5.3f}")


# Learning

Features = Callable[[str], Mapping[str, float]]


def fit(found: Sequence[Example]) -> None:
    """Learn the three tables and write their numbers into ``worth.py``; a feature that no table names is not used."""
    path = Path(module.__file__)
    source = path.read_text(encoding="utf-8")
    dev = [one for one in found if one.judged.learn]
    for name, features, rows in (
        ("JAPANESE", japanese_features, [one for one in dev if _side(one) == "JAPANESE"]),
        ("LATIN", latin_features, [one for one in dev if _side(one) == "LATIN"]),
        ("ENGLISH", english_features, [one for one in dev if _side(one) == "ENGLISH"]),
    ):
        start = source.index(f"{name}: Mapping[str, float] = {{")
        end = source.index("\n}\n", start)
        table = source[start:end]
        names = re.findall(r'^    "(.+)": ', table, re.MULTILINE)
        weights = dict(zip(names, learn(rows, features, names), strict=True))
        for feature, weight in weights.items():
            table = re.sub(rf'(?m)^    "{feature}": [-.\d]+,', f'    "{feature}": {weight:.2f},', table)
        source = source[:start] + table + source[end:]
    path.write_text(source, encoding="utf-8", newline="\n")


def _side(one: Example) -> str:
    if one.judged.lang == "en":
        return "ENGLISH"
    return "JAPANESE" if is_japanese(one.judged.term) else "LATIN"


def learn(rows: Sequence[Example], features: Features, names: Sequence[str]) -> list[float]:
    """Weights of a logistic regression with a penalty on their squares, in the order of ``names``; prints its accuracy.

    The accuracy is by cross-validation, all lines of a term in one part.
    """
    import numpy as np

    data = [(one, one.seen, UNRANKED if copy else 1 - UNRANKED * (one.seen.score is not None)) for copy in (0, 1)
            for one in rows if not copy or one.seen.score is not None]  # fmt: skip
    vectors = []
    for copy, (one, seen, _) in enumerate(data):
        seen = seen._replace(score=None) if copy >= len(rows) else seen
        found = {"bias": 1.0, **features(one.judged.term), **evidence(seen)}
        vectors.append([found.get(name, 0.0) for name in names])
    x, right = np.array(vectors), np.array([float(one.judged.kept) for one, *_ in data])
    share = np.array([share for *_, share in data])
    penalty = np.array([0.01 if name == "bias" else PENALTY for name in names])
    bounds = [(0.0 if name in POSITIVE else None, None) for name in names]
    part = np.array([crc32(one.judged.key.encode()) % 5 for one, *_ in data])
    chances = np.zeros(len(right))
    for number in range(5):
        weights = _logistic(x[part != number], right[part != number], share[part != number], penalty, bounds)
        chances[part == number] = x[part == number] @ weights
    same = ((chances > 0) == right)[: len(rows)].mean()
    loss = (share * (np.logaddexp(0, chances) - right * chances)).sum() / share.sum()
    print(f"{len(rows)} terms: {same:.3f} right by cross-validation, loss {loss:.3f}")
    return [float(weight) for weight in _logistic(x, right, share, penalty, bounds)]


def _logistic(x: Any, right: Any, share: Any, penalty: Any, bounds: Sequence[tuple[float | None, None]]) -> Any:
    import numpy as np
    from scipy.optimize import minimize

    def loss(weights: Any) -> tuple[float, Any]:
        odds = x @ weights
        value = (share * (np.logaddexp(0, odds) - right * odds)).sum() + (penalty * weights**2).sum() / 2
        slope = x.T @ (share * (1 / (1 + np.exp(-odds)) - right)) + penalty * weights
        return value, slope

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds).x


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--pairs", action="store_true")
    options = parser.parse_args()
    if not CORPORA.is_dir():
        print(f"{CORPORA}: no such directory; the corpora are not part of the project, nothing is measured")
        return
    if options.pairs:
        print_pairs()
        return
    found = list(examples([one for path in ("terms.tsv", "shown.tsv", "blind.tsv") for one in read_judged(path)]))
    if options.fit:
        fit(found)
    elif options.errors:
        print_errors(found)
    else:
        print_figures(found)
        print_blind(found)
        print_calibration(found)


if __name__ == "__main__":
    main()
