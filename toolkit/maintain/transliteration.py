"""Learn what letters spell a beat of katakana, and write `jpkit/data/transliteration.tsv`.

    python toolkit/maintain/transliteration.py

Learnt from the rows of `computing-ja.tsv` that are all katakana, by expectation maximisation over the ways to cut
the English into one run of up to four letters a beat. It starts from what romanisation tells (`_prior`), which also
keeps out what no beat is spelt like: the rows that are no transliterations (ノートパソコン, laptop) teach nothing.
A beat that is seen seldom leans on its consonant and its vowel, and a long one (サー) on the short one and ー.
The weights that make a probability of the costs are fitted against the English of other rows that is
cheapest for the same katakana: the words that a page could really confuse.
"""

import math
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jpkit.bilingual.transliteration import (
    END,
    LONGEST,
    UNKNOWN,
    Costs,
    Model,
    align,
    beats,
    features,
    letters_of,
    probability,
)

SOURCE = Path(__file__).with_name("computing-ja.tsv")
OUT = Path(__file__).parents[1] / "jpkit" / "data" / "transliteration.tsv"

Pair = tuple[str, str]
Counts = dict[str, dict[str, float]]

_ROWS = {
    "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ", "h": "ハヒヘホフ", "m": "マミムメモ",
    "r": "ラリルレロ", "g": "ガギグゲゴ", "z": "ザジズゼゾ", "d": "ダデド", "b": "バビブベボ", "p": "パピプペポ",
    "w": "ワヲ", "y": "ヤユヨ",
}  # fmt: skip
_CONSONANT = {kana: consonant for consonant, row in _ROWS.items() for kana in row}
_SPELT = {"k": "kcqx", "s": "sctxz", "t": "tdc", "n": "nk", "h": "hfwp", "m": "m", "r": "lrw", "g": "g", "z": "zsjgdx",
          "d": "d", "b": "bv", "p": "p", "w": "wou", "y": "yeiuj"}  # fmt: skip
_VOWEL = {
    kana: vowel
    for vowel, column in zip(
        "aiueo",
        ("アカサタナハマヤラワガザダバパァャヮ", "イキシチニヒミリギジビピィ", "ウクスツヌフムユルグズブプゥュ",
         "エケセテネヘメレゲゼデベペェ", "オコソトノホモヨロヲゴゾドボポォョ"),
        strict=True,
    )
    for kana in column
}  # fmt: skip
_GLIDES = (
    *(kana + small for kana in "キギシジチニヒビピミリ" for small in "ャュョ"),
    *"シェ ジェ チェ イェ ウィ ウェ ウォ クァ クィ クェ クォ グァ ティ テュ ディ デュ トゥ ドゥ".split(" "),
    *"ツァ ツェ ツォ ファ フィ フェ フォ フュ".split(" "),
)
_SMOOTHING = 6.0
_LEAST = 0.3
"""How often a spelling must have been seen to count for itself."""


def pairs() -> list[Pair]:
    """The rows that are all katakana, with an English of letters alone."""
    lines = (line.split("\t") for line in SOURCE.read_text(encoding="utf-8").split("\n") if line and line[0] != "#")
    return [(ja, en) for ja, en in lines if len(beats(ja)) > 1 and re.fullmatch("[A-Za-z' -]+", en)]


def _prior(beat: str, letters: str) -> float:
    """How likely letters are for a beat before anything is learnt: by its consonant, and few beside it."""
    size = len(letters)
    beat = beat.removesuffix(END)
    if beat == "ー":
        return (1.0, 0.6, 0.3, 0.1, 0.02)[size] if re.fullmatch("[aeiouyrwhgl]*", letters) else 0.001
    if len(beat) > 1 and beat[-1] == "ー":
        return max(_prior(beat[:-1], letters[:at]) * _prior("ー", letters[at:]) for at in range(size + 1))
    if beat == "ッ":
        return (1.0, 0.3, 0.003, 0.0005, 0.0001)[size]
    if beat == "ン":
        return 1.0 if re.fullmatch("[aeiou]?(?:n[en]?|m|ng|mn)", letters) else 0.05 if letters in ("", "nt") else 0.0005
    consonant = _CONSONANT.get(beat[0])
    if consonant is None:
        return (0.3 if not letters else 1.0 if re.fullmatch("[aeiouyrwh]+", letters) else 0.002) * 0.5 ** max(
            0, size - 1
        )
    if not letters:
        return 0.01 if beat in "クグス" else 0.001  # the x of ボックス and the rest is never silent
    here = _SPELT[consonant]
    start = 1.0 if letters[0] in here else 0.1 if letters[1:2] and letters[1] in here else 0.001
    return start * 0.5 ** abs(size - 2) * 0.2 ** sum(letter not in "aeiouyrwh" for letter in letters[1:])


def learn(taught: Sequence[Pair]) -> Model:
    """Costs and weights from pairs."""
    costs = _costs(taught)
    return Model(costs, tuple(_weights(taught, costs)))


def _costs(taught: Sequence[Pair]) -> Costs:
    words = [(beats(ja), letters_of(en)) for ja, en in taught]
    probabilities: Counts | None = None
    counts: Counts = {}
    for _ in range(3):
        for _ in range(3):
            counts = _expected(words, probabilities)
            probabilities = {
                beat: {letters: count / sum(row.values()) for letters, count in row.items()}
                for beat, row in counts.items()
            }
        costs = Costs(_smoothed(counts))
        words = [
            word
            for word in words
            if (found := align(*word, costs)) and found.cost / len(word[0]) < 3 and found.worst < UNKNOWN
        ]
        probabilities = {
            beat: {letters: math.exp(-cost) for letters, cost in row.items()} for beat, row in costs.items()
        }
    return costs


def _expected(words: Iterable[tuple[tuple[str, ...], str]], probabilities: Counts | None) -> Counts:
    """How often each beat is spelt how, over all ways to cut each word, by their probability."""
    counts: Counts = defaultdict(lambda: defaultdict(float))
    for parts, letters in words:
        size = len(letters)
        likely = [
            {
                (at, end): p
                for at in range(size + 1)
                for end in range(at, min(size, at + LONGEST) + 1)
                if (
                    p := _prior(beat, letters[at:end])
                    if probabilities is None
                    else probabilities.get(beat, {}).get(letters[at:end], 0.0)
                )
            }
            for beat in parts
        ]
        forward = [[1.0] + [0.0] * size]
        for row in likely:
            sums = [0.0] * (size + 1)
            for (at, end), p in row.items():
                sums[end] += forward[-1][at] * p
            forward.append(sums)
        if not forward[-1][size]:
            continue
        backward = [0.0] * size + [1.0]
        for number in range(len(parts) - 1, -1, -1):
            sums = [0.0] * (size + 1)
            for (at, end), p in likely[number].items():
                share = p * backward[end]
                sums[at] += share
                expected = forward[number][at] * share / forward[-1][size]
                if expected > 1e-4 and _prior(parts[number], letters[at:end]) > 0.002:
                    counts[parts[number]][letters[at:end]] += expected
            backward = sums
    return counts


def _parts(beat: str) -> tuple[str, str]:
    """Consonant and vowel of a beat."""
    consonant = {"シ": "sh", "ジ": "j", "チ": "ch", "ツ": "ts", "フ": "f"}.get(beat[0], _CONSONANT.get(beat[0], ""))
    if beat in "ンッー":
        return beat, ""
    if len(beat) > 1:
        glide = "y" if beat[1] in "ャュョ" and beat[0] not in "シジチ" else "w" if beat[0] == "ウ" else ""
        return consonant + glide, _VOWEL[beat[1]]
    return consonant, _VOWEL.get(beat, "")


def _smoothed(counts: Mapping[str, Mapping[str, float]]) -> Counts:
    """Costs of all short and long beats, those of rare ones from their consonant and vowel."""
    first: Counts = defaultdict(lambda: defaultdict(float))
    rest: Counts = defaultdict(lambda: defaultdict(float))
    short: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    anywhere: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for beat, row in counts.items():
        for letters, count in row.items():
            anywhere[beat.removesuffix(END)][letters] += count
    for beat, row in anywhere.items():
        for letters, count in row.items():
            if beat == "ー" or beat[-1] != "ー":
                short[beat][letters] += count
    for beat, row in short.items():
        consonant, vowel = _parts(beat)
        for letters, count in row.items():
            at = _split(letters)
            first[consonant][letters[:at]] += count
            rest[vowel][letters[at:]] += count
    # A long vowel by itself: what follows the letters of the short beat.
    long = {"": 0.75, "r": 0.1, "e": 0.04, "a": 0.03, "o": 0.02, "u": 0.02, "w": 0.02, "y": 0.01, "gh": 0.01}
    every = {
        beat
        for beat in (
            *short,
            *_CONSONANT,
            *"アイウエオンッー",
            *_GLIDES,
            *(beat.removesuffix("ー") for beat in anywhere),
        )
        if beat
    }
    base = {}
    for beat in sorted(every):
        consonant, vowel = _parts(beat)
        guess = _product(_shares(first[consonant]), _shares(rest[vowel]))
        base[beat] = _mixed(short.get(beat, {}), guess)
    for beat in sorted(every - {"ー", "ッ", "ン"}):
        base[beat + "ー"] = _mixed(anywhere.get(beat + "ー", {}), _product(base[beat], long))
    for beat in list(base):
        base[beat + END] = _mixed(counts.get(beat + END, {}), base[beat])
    return {
        beat: {letters: -math.log(p) for letters, p in sorted(row.items()) if p > math.exp(-UNKNOWN)}
        for beat, row in base.items()
        if row
    }


def _split(letters: str) -> int:
    found = re.match("[^aeiouy]*", letters)
    return found.end() if found else 0


def _shares(row: Mapping[str, float]) -> dict[str, float]:
    total = sum(row.values())
    return {letters: count / total for letters, count in row.items()}


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    product: dict[str, float] = defaultdict(float)
    for a, p in one.items():
        for b, q in other.items():
            if len(a + b) <= LONGEST:
                product[a + b] += p * q
    return product


def _mixed(seen: Mapping[str, float], guess: Mapping[str, float]) -> dict[str, float]:
    """What was seen, and of the guess as if it had been seen ``_SMOOTHING`` times."""
    kept = {letters: count for letters, count in seen.items() if count >= _LEAST}
    total = sum(kept.values()) + _SMOOTHING
    return {
        letters: (kept.get(letters, 0.0) + _SMOOTHING * guess.get(letters, 0.0)) / total for letters in {*kept, *guess}
    }


def confusable(taught: Sequence[Pair], costs: Costs, most: int = 4) -> list[Pair]:
    """Katakana with English of other rows: the cheapest of those with the same first letter and near its length."""
    by_letter = defaultdict(list)
    for word in sorted({letters_of(en) for _, en in taught}):
        by_letter[word[0]].append(word)
    right = defaultdict(set)
    for ja, en in taught:
        right[beats(ja)].add(letters_of(en))
    found = []
    for ja, en in taught:
        parts, word = beats(ja), letters_of(en)
        others = [
            other for other in by_letter[word[0]] if abs(len(other) - len(word)) <= 3 and not _same(other, right[parts])
        ]
        ranked = sorted((align(parts, other, costs), other) for other in others)
        found += [(ja, other) for _, other in ranked[:most]]
    return found


def _same(word: str, right: Iterable[str]) -> bool:
    """Whether a word is a right one but for its ending: caching and cache."""
    return any(_stem(word) == _stem(one) for one in right)


def _stem(word: str) -> str:
    return re.sub("(?:e?s|ing|ed|er|e)$", "", word)


def _weights(taught: Sequence[Pair], costs: Costs) -> list[float]:
    """Logistic regression by Newton's method."""
    rows: list[tuple[tuple[float, ...], float]] = []
    wrong = confusable(taught, costs)
    random.Random(1).shuffle(wrong)
    for value, group in ((1.0, taught), (0.0, wrong)):
        for ja, en in group:
            parts, word = beats(ja), letters_of(en)
            found = align(parts, word, costs)
            # What is no transliteration is no example of one.
            if found and (not value or found.cost / len(parts) < 4.5):
                rows.append((features(found, len(parts), len(word)), value))
    size = len(rows[0][0])
    weights = [0.0] * size
    for _ in range(30):
        gradient = [-0.5 * w for w in weights]
        curve = [[0.5 if i == j else 0.0 for j in range(size)] for i in range(size)]
        for x, value in rows:
            p = probability(sum(w * v for w, v in zip(weights, x, strict=True)))
            for i in range(size):
                gradient[i] += (value - p) * x[i]
                for j in range(size):
                    curve[i][j] += p * (1 - p) * x[i] * x[j]
        weights = [w + step for w, step in zip(weights, _solve(curve, gradient), strict=True)]
    return [round(weight, 3) for weight in weights]


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss's elimination with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for at in range(size):
        best = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        for row in range(size):
            if row != at:
                factor = rows[row][at] / rows[at][at]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[at], strict=True)]
    return [rows[at][size] / rows[at][at] for at in range(size)]


def text_of(learnt: Model) -> str:
    """The text of the data file."""
    lines = ["=\t" + " ".join(map(str, learnt.weights))]
    for beat, row in sorted(learnt.costs.items()):
        if not row:  # asked for and never learnt
            continue
        lines.append(beat + "\t" + " ".join(f"{letters}={round(10 * cost)}" for letters, cost in sorted(row.items())))
    return "\n".join(lines) + "\n"


def main() -> None:
    OUT.write_text(text_of(learn(pairs())), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
