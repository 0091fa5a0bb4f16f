"""ROUGE-1, ROUGE-2 and ROUGE-L of one text against another, as F1 over tokens that the caller chose.

C.-Y. Lin, "ROUGE: A Package for Automatic Evaluation of Summaries" (2004). The package rouge-score
cannot be used: its tokenizer drops whatever is no ASCII, and every Japanese summary scores 0.
"""

from collections import Counter
from collections.abc import Sequence


def rouge_n(candidate: Sequence[str], reference: Sequence[str], size: int) -> float:
    """F1 of the runs of ``size`` tokens, each counted as often as both have it; 0 where one has none."""
    first, second = _runs(candidate, size), _runs(reference, size)
    return _f1(sum((first & second).values()), sum(first.values()), sum(second.values()))


def rouge_l(candidate: Sequence[str], reference: Sequence[str]) -> float:
    """F1 of the longest common subsequence."""
    row = [0] * (len(reference) + 1)
    for token in candidate:
        corner = 0
        for at, other in enumerate(reference, 1):
            above = row[at]
            row[at] = corner + 1 if token == other else max(above, row[at - 1])
            corner = above
    return _f1(row[-1], len(candidate), len(reference))


def _runs(tokens: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(tokens[at : at + size]) for at in range(len(tokens) - size + 1))


def _f1(common: int, first: int, second: int) -> float:
    return 2 * common / (first + second) if common else 0.0
