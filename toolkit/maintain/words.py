"""Learn what the words of Japanese compounds stand for, and write `jpkit/data/words-en.tsv`.

    python toolkit/maintain/words.py

IBM model 1 (P. F. Brown et al., "The mathematics of statistical machine translation", Computational Linguistics
19, 1993) over the rows of `computing-ja.tsv`, in both directions; a pair of words keeps the geometric mean of both.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from jpkit.bilingual.transliteration import beats, similarity
from jpkit.bilingual.words import english_words, japanese_words, stem

SOURCE = Path(__file__).with_name("computing-ja.tsv")
OUT = Path(__file__).parents[1] / "jpkit" / "data" / "words-en.tsv"

_ROUNDS = 8
_NOTHING = 0.02
"""Weight of the word that stands for what has no partner."""
_LEAST = 0.15
_SEEN = 0.7
_HEARD = 0.3

Sentence = tuple[Sequence[str], Sequence[str]]
Table = Mapping[tuple[str, str], float]


def rows(text: str) -> list[Sentence]:
    lines = (line.split("\t") for line in text.split("\n") if line and line[0] != "#")
    return [(japanese_words(ja), [stem(word) for word in english_words(en)]) for ja, en in lines]


def model(sentences: Sequence[Sentence]) -> tuple[Table, Table]:
    """Probability of the second word given the first, and how often the two were seen together."""
    chances: dict[tuple[str, str], float] = {}
    counts: dict[tuple[str, str], float] = {}
    for _ in range(_ROUNDS):
        counts = defaultdict(float)
        totals: dict[str, float] = defaultdict(float)
        for given, said in sentences:
            for word in said:
                shares = [chances.get((one, word), 0.0) if chances else 1.0 for one in given]
                whole = sum(shares) + _NOTHING
                for one, share in zip(given, shares, strict=True):
                    counts[one, word] += share / whole
                    totals[one] += share / whole
        chances = {pair: count / totals[pair[0]] for pair, count in counts.items() if count > 1e-6}
    return chances, counts


def text_of(sentences: Sequence[Sentence]) -> str:
    """The text of the data file: a Japanese word a line with its English stems, in hundredths."""
    forward, seen = model(sentences)
    backward, seen_back = model([(said, given) for given, said in sentences])
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (ja, en), chance in forward.items():
        mean = (chance * backward.get((en, ja), 0.0)) ** 0.5
        often = min(seen[ja, en], seen_back.get((en, ja), 0.0))
        # Katakana are heard; only what is said otherwise in several compounds is worth a line: パソコン, PC.
        if mean > _LEAST and often >= _SEEN and (often > 1.5 or not beats(ja)) and similarity(ja, en) < _HEARD:
            found[ja].append((-round(100 * mean), en))
    return "".join(
        f"{ja}\t{' '.join(f'{en}={-share}' for share, en in sorted(row))}\n" for ja, row in sorted(found.items())
    )


def main() -> None:
    OUT.write_text(text_of(rows(SOURCE.read_text(encoding="utf-8"))), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
