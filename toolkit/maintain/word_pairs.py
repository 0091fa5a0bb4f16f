"""Write `jpkit/data/computing-words.tsv`: which English word a Japanese one is in the terms of `computing-ja.tsv`.

    python toolkit/maintain/word_pairs.py

The terms are taken for sentences and their translations, and the words are linked as those of pages are
(`jpkit.bilingual.association`): 分散システム, distributed system and 分散処理, distributed processing say that
分散 is distributed. A line is a Japanese word, an English one, and the share of its places where they are linked.
"""

from collections import Counter
from pathlib import Path

from jpkit.bilingual.association import link_words
from jpkit.bilingual.transliteration import similarity
from jpkit.bilingual.units import Side, Unit, english_words, japanese_words
from jpkit.tokens import word_classes

SOURCE = Path(__file__).with_name("computing-ja.tsv")
OUT = Path(__file__).parents[1] / "jpkit" / "data" / "computing-words.tsv"

LEAST_COUNT = 0.4
LEAST_SHARE = 0.15
SUREST = 0.95
"""One place alone proves little, whatever the share."""


def units(text: str) -> list[Unit]:
    """Every term with each of its English names."""
    found = []
    for line in text.split("\n"):
        ja, _, names = line.partition("\t")
        if names and not ja.startswith("#"):
            ja_words = tuple(form for _, _, form in japanese_words(ja, word_classes(ja, mode="A")))
            for en in names.split("; "):
                en_words = tuple(form for _, _, form in english_words(en) if form)
                if ja_words and en_words:
                    found.append(Unit(Side(0, ja_words, ()), Side(0, en_words, ()), 0.0))
    return found


def table(terms: list[Unit]) -> str:
    """The text of the data file."""
    together: Counter[tuple[str, str]] = Counter()
    alone: Counter[str] = Counter()
    for unit, matrix in zip(terms, link_words(terms, _sounds), strict=True):
        alone.update(unit.ja.words)
        for row, ja in zip(matrix.tolist(), unit.ja.words, strict=True):
            for share, en in zip(row, unit.en.words, strict=True):
                together[ja, en] += share
    lines = []
    for (ja, en), count in sorted(together.items()):
        share = min(count / alone[ja], SUREST)
        if count >= LEAST_COUNT and share >= LEAST_SHARE and ja != en:
            lines.append(f"{ja}\t{en}\t{share:.2f}\n")
    return "".join(lines)


def _sounds(ja: str, en: str) -> float:
    if ja.isascii():
        return float(ja == en)
    return max(similarity(ja, en), similarity(ja + "ー", en))


def main() -> None:
    OUT.write_text(table(units(SOURCE.read_text(encoding="utf-8"))), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
