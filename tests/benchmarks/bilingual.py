"""Term pairs from page pairs, beside titles that were hidden.

    python tests/benchmarks/bilingual.py            # the figures
    python tests/benchmarks/bilingual.py --ablate   # without the table of words, without transliteration, neither
    python tests/benchmarks/bilingual.py --errors   # which terms are wrong
    python tests/benchmarks/bilingual.py --read     # pairs that were read one by one: share right, by score
    python tests/benchmarks/bilingual.py --cost     # CPU by step, and memory
    python tests/benchmarks/bilingual.py --fit      # learn the weights of jpkit.bilingual.linking anew

Gold are the two titles of a page of the Cloud Native Glossary (`gold-cncf.tsv`, the 59 with a Japanese title).
Titles and front matter are hidden. Right is an English name that equals the title without case, hyphens and
plurals, with app for application and datacenter for data center. `helm-terms.tsv` are the terms of Helm's glossary.
"""

import argparse
import csv
import gc
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from jpkit.bilingual import linking
from jpkit.bilingual.association import Known, link_words
from jpkit.bilingual.known import known_names, known_words, sounds
from jpkit.bilingual.model import TermPair
from jpkit.bilingual.pair import PagePair
from jpkit.bilingual.units import read_pair
from jpkit.bilingual.words import meaning
from jpkit.extraction.english import english_key
from jpkit.extraction.english_number import singular
from jpkit.extraction.japanese import term_key
from jpkit.extraction.options import ExtractOptions
from jpkit.extraction.pipeline import Input, ReadPost, read_input

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "glossary" / "gold-cncf.tsv"
HELM = Path(__file__).with_name("helm-terms.tsv")
VOCABULARY = ROOT / "toolkit" / "maintain" / "computing-ja.tsv"
SITES = ("pairs-cncf-glossary", "pairs-helm-docs")


class Gold(NamedTuple):
    """A page's two titles."""

    page: str
    ja: tuple[str, ...]
    """Keys of the Japanese one, and of its abbreviation or other name."""
    en: frozenset[str]
    """The English one and its abbreviation, as ``relaxed`` has them."""


@cache
def gold() -> tuple[Gold, ...]:
    with GOLD.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["kind"] == "title"]
    return tuple(
        Gold(
            row["page"],
            tuple(dict.fromkeys(map(term_key, (row["ja"].split("(")[0], *row["ja_norm"].split("|"))))),
            # サイト信頼性エンジニアリング|SRE: where only the latter stands, it is its own translation.
            frozenset(map(relaxed, (*row["en_norm"].split("|"), *filter(str.isascii, row["ja_norm"].split("|"))))),
        )
        for row in rows
    )


def relaxed(name: str) -> str:
    """An English name without what two spellings of it may differ in."""
    words = ["app" if word == "application" else word for word in map(singular, name.lower().replace("-", " ").split())]
    return " ".join(words).replace("data center", "datacenter").replace("auto scaling", "autoscaling")


@cache
def pages(site: str, *, hidden: bool = True) -> tuple[PagePair, ...]:
    """The page pairs of a site, without their front matter."""
    folder = SHARED / "corpora" / site
    found = []
    for ja in sorted((folder / "ja").rglob("*.md")):
        en = folder / "en" / ja.relative_to(folder / "ja")
        if en.exists():
            read = [_read(path, hidden=hidden) for path in (ja, en)]
            found.append(read_pair(*read))
    return tuple(found)


def _read(path: Path, *, hidden: bool) -> ReadPost:
    data = path.read_bytes()
    if hidden and data.startswith(b"---\n"):
        end = data.index(b"\n---", 4) + 4
        data = b"\n" * data.count(b"\n", 0, end) + data[end:]
    post = read_input(Input(path.name, data, ExtractOptions()))
    assert isinstance(post, ReadPost)
    return post


class Result(NamedTuple):
    right: int
    answered: int
    asked: int
    wrong: tuple[str, ...]


def judge(found: Iterable[TermPair], asked: Sequence[Gold]) -> Result:
    """How many of the titles are right."""
    by_key = {pair.key: pair for pair in found}
    right = answered = 0
    wrong = []
    for one in asked:
        pair = next((by_key[key] for key in one.ja if key in by_key), None)
        if pair is None:
            wrong.append(f"{one.ja[0]}: nothing")
            continue
        answered += 1
        if relaxed(pair.en) in one.en:
            right += 1
        else:
            wrong.append(f"{one.ja[0]}: {pair.en} ({pair.score}), not {' or '.join(sorted(one.en))}")
    return Result(right, answered, len(asked), tuple(wrong))


def named(some: Iterable[PagePair]) -> set[str]:
    """Keys of the Japanese phrases of some pages."""
    return {phrase.key for page in some for unit in page.units for phrase in unit.ja.phrases}


class Before(NamedTuple):
    """What is known of words and of names beforehand."""

    words: Known = known_words
    names: Known = known_names


def _same(ja: str, en: str) -> float:
    return float(ja == en)


def _sounds(ja: str, en: str) -> float:
    return max(_same(ja, en), sounds(ja, en))


def _means(ja: str, en: str) -> float:
    return max(_same(ja, en), meaning(ja, en))


BY_SOUND = Before(_sounds, sounds)


def linked(some: Iterable[PagePair], before: Before) -> list[TermPair]:
    return linking.link_terms(some, words=before.words, names=before.names).pairs


def all_pages(before: Before) -> Result:
    return judge(linked(pages(SITES[0]), before), gold())


def own_page_left_out(before: Before) -> Result:
    """Each title from all pages but its own, where another one names it."""
    results = []
    for one in gold():
        others = [page for page in pages(SITES[0]) if page.ja != one.page]
        if not named(others).isdisjoint(one.ja):
            results.append(judge(linked(others, before), [one]))
    return _together(results)


def few_pages(before: Before, *, size: int = 5, times: int = 60) -> Result:
    """The titles that some pages, drawn at random, name."""
    draw = random.Random(0)
    results = []
    for _ in range(times):
        some = draw.sample(pages(SITES[0]), size)
        seen = named(some)
        results.append(judge(linked(some, before), [one for one in gold() if not seen.isdisjoint(one.ja)]))
    return _together(results)


def _together(results: Sequence[Result]) -> Result:
    return Result(
        sum(one.right for one in results),
        sum(one.answered for one in results),
        sum(one.asked for one in results),
        tuple(wrong for one in results for wrong in one.wrong),
    )


@cache
def vocabulary() -> dict[str, frozenset[str]]:
    """The English names of technical terms, by key."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in VOCABULARY.read_text(encoding="utf-8").split("\n"):
        ja, _, names = line.partition("\t")
        if names and not ja.startswith("#"):
            found[term_key(ja)].update(english_key(name) for name in names.split("; "))
    return {key: frozenset(names) for key, names in found.items()}


def rare_kanji(before: Before) -> tuple[int, int]:
    """Names with kanji that stand in one to three sentences, of those that the vocabulary has with an English name
    that the site has, too: how many got that one."""
    right = asked = 0
    for site in SITES:
        placed = list(linking.distinct(pages(site)))
        sentences = Counter(key for _, _, unit in placed for key in {phrase.key for phrase in unit.ja.phrases})
        met = {(ja.key, en.key) for _, _, unit in placed for ja in unit.ja.phrases for en in unit.en.phrases}
        found = {pair.key: english_key(pair.en) for pair in linked(pages(site), before)}
        for key, names in vocabulary().items():
            rare = sentences[key] in (1, 2, 3) and any("一" <= c <= "鿿" for c in key)
            if rare and any((key, name) in met for name in names):
                asked += 1
                right += found.get(key) in names
    return right, asked


def line(name: str, one: Result) -> str:
    precision = f"{one.right / one.answered:.3f}" if one.answered else "-"
    return f"{name:34} P@1 {precision}  recall@1 {one.right / one.asked:.3f}  ({one.right} of {one.asked})"


# Learning


def groups() -> list[tuple[list[bool], Any]]:
    """For each Japanese name that the vocabulary has: which of its English phrases are right, and their features.

    Nothing is known beforehand but how words sound: the table of words is made of the vocabulary.
    """
    draw = random.Random(1)
    found = []
    for site in SITES:
        found += _groups(pages(site))
        for _ in range(30):  # a small site counts as much as a large one
            found += _groups(draw.sample(pages(site), 5))
    return found


def _groups(some: Iterable[PagePair]) -> list[tuple[list[bool], Any]]:
    placed = list(linking.distinct(some))
    matrices = link_words([unit for _, _, unit in placed], _sounds)
    seen, japanese, english = linking.gather(placed, matrices)
    _, names = linking._names(seen, japanese, english)
    by_name = defaultdict(list)
    for ja, en in seen:
        by_name[ja].append(en)
    found = []
    for ja, phrases in by_name.items():
        right = [en in vocabulary().get(ja, ()) for en in phrases]
        if any(right) and not all(right) and not ja.isascii():
            measured = [
                linking.features(seen[ja, en], japanese[ja], english[en], sounds(ja, names[en]), names[en])
                for en in phrases
            ]
            found.append((right, np.array(measured)))
    return found


def fit(rounds: int = 600) -> None:
    """A softmax over the phrases of each name; of several right ones the sum counts."""
    learnt_on = groups()
    weights = np.array(list(linking.WEIGHTS.values()))
    print(f"{len(learnt_on)} names; right at first {accuracy(learnt_on, weights):.3f}")
    for _ in range(rounds):
        gradient = np.zeros(len(weights))
        for right, measured in learnt_on:
            scores = measured @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            wanted = chance * right
            gradient += measured.T @ (wanted / (wanted.sum() + 1e-12) - chance)
        weights += 0.2 * (gradient / len(learnt_on) - 0.004 * weights)
    print(f"right afterwards {accuracy(learnt_on, weights):.3f}")
    for name, weight in zip(linking.WEIGHTS, weights, strict=True):
        print(f'    "{name}": {weight:.1f},')


def accuracy(learnt_on: Sequence[tuple[list[bool], Any]], weights: Any) -> float:
    return sum(right[int(np.argmax(measured @ weights))] for right, measured in learnt_on) / len(learnt_on)


# Reading

READ = Path(__file__).parent / "bilingual_read"


def verdicts(name: str) -> list[list[str]]:
    text = (READ / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]


def read() -> None:
    """What the verdicts say of the pairs that are still found."""
    found = {
        (site, pair.ja, pair.en): pair.score
        for site in SITES
        for pair in linking.link_terms(pages(site, hidden=False)).pairs
    }
    bins: dict[int, list[int]] = defaultdict(list)
    for site, ja, en, right in verdicts("calibration.tsv"):
        if (site, ja, en) in found:
            bins[min(int(found[site, ja, en] * 10), 9)].append(int(right))
    print("score      pairs  right")
    for tenth, rights in sorted(bins.items()):
        print(
            f".{tenth} to {'1.' if tenth == 9 else f'.{tenth + 1}'}  {len(rights):6}  {sum(rights) / len(rights):.2f}"
        )
    for site in SITES:
        rows = [row for row in verdicts("shown.tsv") if row[0] == site]
        sure = [row for row in rows if found.get((site, row[1], row[2]), 0.0) >= 0.9]
        print(f"{site}: {len(rows)} shown pairs read, {sum(int(row[3]) for row in rows)} right, "
              f"{sum(int(row[4]) for row in rows)} terms; {len(sure)} of them still found above .9")  # fmt: skip


def cost() -> None:
    for site in SITES:
        for part in (4, 2, 1):  # each in a process of its own: words that were heard before cost nothing
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                process.submit(_cost, site, part).result()


def _cost(site: str, part: int) -> None:
    gc.disable()  # as the command does
    start = time.process_time()
    found = random.Random(1).sample(pages(site), len(pages(site)) // part)
    read = (time.process_time() - start) / part
    start = time.process_time()
    pairs = linking.link_terms(found).pairs
    linked = time.process_time() - start
    words = sum(len(unit.ja.words) for page in found for unit in page.units)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{site}: {len(found)} page pairs with {words} words, {len(pairs)} term pairs; CPU {read:.2f} s to read, "
          f"{linked:.2f} s to link, {linked / words * 1e6:.0f} µs a word; {peak} MB")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("ablate", "errors", "read", "cost", "fit"):
        parser.add_argument(f"--{name}", action="store_true")
    given = parser.parse_args()
    if not GOLD.exists():
        sys.exit("the corpora are not beside the project")
    if given.fit:
        return fit()
    if given.read:
        return read()
    if given.cost:
        return cost()
    results = [("all pages", all_pages(Before()))]
    if given.ablate:
        for name, before in (
            ("without our vocabulary", BY_SOUND),
            ("without transliteration", Before(_means, lambda ja, en: known_names(ja, en) - sounds(ja, en))),
            ("without both", Before(_same, _same)),
        ):
            results.append((name, all_pages(before)))
    else:
        results.append(("the term's own page left out", own_page_left_out(Before())))
        results.append(("5 pages, 60 times", few_pages(Before())))
    for name, one in results:
        print(line(name, one))
        if given.errors:
            for wrong, count in Counter(one.wrong).most_common():
                print(f"    {count} {wrong}")
    found = {pair.key: english_key(pair.en) for pair in linked(pages(SITES[1]), Before())}
    terms = [line.split("\t") for line in HELM.read_text(encoding="utf-8").split("\n") if "\t" in line]
    right = sum(found.get(term_key(ja)) == english_key(en) for ja, en in terms)
    print(f"terms of Helm's glossary: {right} of {len(terms)} right")
    right, asked = rare_kanji(BY_SOUND)
    print(f"kanji in one to three sentences, without the table: {right} of {asked} right ({right / asked:.3f})")
    return None


if __name__ == "__main__":
    main()
