"""How well katakana are told from the English words that they are not, on rows that nothing was learnt from.

    python tests/benchmarks/transliteration.py            # one half learnt, the other judged; half a minute
    python tests/benchmarks/transliteration.py --wrong    # and the pairs that it gets wrong

True pairs are the katakana rows of ``toolkit/maintain/computing-ja.tsv``, also those that are no transliterations
(ノートパソコン, laptop), which nothing that listens can find. Wrong ones are of two kinds: ``near``, English of
other rows with the same first letter and about the same length, eight a row at random; and ``hardest``, the eight
of those that come out cheapest, which are often the same word with another ending (プロセッサ, process).
Consonants alone, as a first version compared them, reached AUC .984 and .965, and .99 right at .36 and at none.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import process_time

sys.path.append(str(Path(__file__).parents[2] / "toolkit"))

from jpkit.bilingual.transliteration import Model, letters_of, similarity
from maintain.transliteration import confusable, learn, pairs

Judged = tuple[float, bool, str, str]


def halves() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Rows to learn from, rows to judge by."""
    rows = sorted(pairs())
    random.Random(5).shuffle(rows)
    return rows[: len(rows) // 2], rows[len(rows) // 2 :]


def near(judged: Sequence[tuple[str, str]], most: int = 8) -> list[tuple[str, str]]:
    """Wrong pairs of one first letter and about one length, at random."""
    dice = random.Random(3)
    words = sorted({letters_of(en) for _, en in judged})
    right = {pair for ja, en in judged for pair in [(ja, letters_of(en))]}
    found = []
    for ja, en in judged:
        word = letters_of(en)
        others = [
            one for one in words if one[0] == word[0] and abs(len(one) - len(word)) <= 2 and (ja, one) not in right
        ]
        found += [(ja, other) for other in dice.sample(others, min(most, len(others)))]
    return found


def auc(judged: Iterable[Judged]) -> float:
    """The probability that a true pair scores higher than a wrong one."""
    ranked = sorted(judged, key=lambda one: one[0])
    wrong = below = 0.0
    true = 0
    at = 0
    while at < len(ranked):
        same = [one for one in ranked[at:] if one[0] == ranked[at][0]]
        hits = sum(one[1] for one in same)
        below += hits * (wrong + (len(same) - hits) / 2)
        wrong += len(same) - hits
        true += hits
        at += len(same)
    return below / (true * wrong)


def recall_at(judged: Iterable[Judged], precision: float) -> float:
    """The share of true pairs above the lowest score from which on so many are right."""
    ranked = sorted(judged, key=lambda one: (-one[0], one[1]))
    total = sum(one[1] for one in ranked)
    best = hits = 0
    for count, one in enumerate(ranked, 1):
        hits += one[1]
        if hits / count >= precision:
            best = hits
    return best / total


def judge(model: Model, true: Iterable[tuple[str, str]], wrong: Iterable[tuple[str, str]]) -> list[Judged]:
    return [
        (similarity(ja, en, using=model), value, ja, en)
        for value, group in ((True, true), (False, wrong))
        for ja, en in group
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    taught, kept = halves()
    model = learn(taught)
    print(f"{'wrong pairs':11} {'true':>5} {'wrong':>5} {'AUC':>5} {'R@P.99':>6} {'R@P.95':>6} {'µs a pair':>9}")
    for name, wrong in (("near", near(kept)), ("hardest", confusable(kept, model.costs, 8))):
        start = process_time()
        judged = judge(model, kept, wrong)
        each = (process_time() - start) / len(judged) * 1e6
        shares = f"{auc(judged):5.3f} {recall_at(judged, 0.99):6.3f} {recall_at(judged, 0.95):6.3f}"
        print(f"{name:11} {len(kept):5} {len(wrong):5} {shares} {each:9.0f}")
    for low, high in ((0.9, 1.01), (0.7, 0.9), (0.5, 0.7), (0.3, 0.5), (0.1, 0.3), (0.0, 0.1)):
        band = [one[1] for one in judged if low <= one[0] < high]
        print(
            f"score {low:.1f} to {min(high, 1):.1f}: {len(band):5} pairs, {sum(band) / len(band):.3f} right (hardest)"
        )
    if options.wrong:
        for score, value, ja, en in sorted(judged, reverse=True):
            if value != (score >= 0.5):
                print(f"{score:.3f}\t{'missed' if value else 'wrong'}\t{ja}\t{en}")


if __name__ == "__main__":
    main()
