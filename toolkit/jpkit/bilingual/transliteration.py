"""How surely katakana are an English word as Japanese hears it: サーバー and server, コンテナ and container.

A word in katakana is cut into its beats (サー, バー) and each beat is bought with up to four letters of the
English; the cheapest way through both is found by dynamic programming, with only the promising states kept.
What letters cost for a beat is the negative logarithm of how often they spell it, learnt by expectation
maximisation from 2,500 pairs of our own vocabulary (``toolkit/maintain/transliteration.py``), as in the
joint models of H. Li, M. Zhang and J. Su, "A joint source-channel model for machine transliteration", ACL
2004, but cheap to look up: ``data/transliteration.tsv`` has one line a beat. ``tests/benchmarks/transliteration.py``
shows what it is worth on pairs that it has not seen.
"""

import math
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from jpkit.answers import remembered
from jpkit.data import read_data
from jpkit.lazy import lazy

LONGEST = 4
"""Letters that a beat may take."""
END = "$"
"""Behind the last beat of a word: サ is spelt s in the middle, not at the end."""
UNKNOWN = 7.0
"""What letters cost that were never seen for a beat; each of them costs ``EXTRA`` besides."""
EXTRA = 0.7
LEFT = 4.0
"""What it costs that letters are left over; each of them costs ``LEFT_EACH`` besides."""
LEFT_EACH = 2.0
PLURAL = 2.0
"""What the s of containers costs beside コンテナ."""
_LONGEST_NAME = 80
_BEAM = 10.0
"""A state that is so much dearer than the cheapest one is given up."""
_NEAR = 4.0
"""From a state that is so near the cheapest one, also unknown letters are tried."""
_ALLOWED = 1.5
"""What a beat costs in a good pair."""
_LETTER = 2.85
"""What a letter costs that nothing is known of: -log of the mean probability of a letter in English."""

_BEAT = lazy("[ァ-ヺ][ァィゥェォャュョヮ]?ー?|ー")
_SAME = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴュ": "ビュ", "ヴ": "ブ", "ヂ": "ジ", "ヅ": "ズ"}
_KATAKANA = lazy("[ァ-ヺー・ ]+")
_NO_LETTER = lazy("[^a-z]+")


class Costs(dict[str, Mapping[str, float]]):
    """What letters cost, by beat; a row of the file is read when its beat is first met, and one without is empty."""

    def __init__(self, rows: Mapping[str, Mapping[str, float]], lines: Mapping[str, str] | None = None) -> None:
        super().__init__(rows)
        self._lines = lines or {}

    def __missing__(self, beat: str) -> Mapping[str, float]:
        cells = (cell.split("=") for cell in self._lines.get(beat, "").split())
        row = self[beat] = {letters: int(cost) / 10 for letters, cost in cells}
        return row


class Model(NamedTuple):
    """What was learnt: costs of letters by beat, and the weights that make a probability of them."""

    costs: Costs
    weights: tuple[float, ...]


@cache
def model() -> Model:
    """The model that the package ships, read at the first question."""
    lines = dict(line.split("\t") for line in read_data("transliteration.tsv").split("\n") if line)
    return Model(Costs({}, lines), tuple(map(float, lines.pop("=").split(" "))))


def may_begin(beat: str, letter: str, costs: Costs) -> bool:
    """Whether a word that begins with that beat may be spelt with that letter first."""
    row = costs[beat]
    return not row or any(letters[:1] == letter for letters in row)


@lru_cache(4096)
def beats(kana: str) -> tuple[str, ...]:
    """The beats of a word in katakana; none of a text in other characters."""
    kana = unicodedata.normalize("NFKC", kana)
    if not _KATAKANA.fullmatch(kana):
        return ()
    found = []
    for beat in _BEAT.findall(kana):
        short = beat.removesuffix("ー")
        found.append(_SAME.get(short, short) + "ー" * (len(beat) > len(short)))
    if found:
        found[-1] += END
    return tuple(found)


@lru_cache(4096)
def letters_of(english: str) -> str:
    """The letters that are compared: multi-tenancy is multitenancy."""
    return _NO_LETTER.sub("", english.lower())


class Alignment(NamedTuple):
    """The cheapest way through both words."""

    cost: float
    worst: float
    """The cost of its dearest beat."""
    burst: float
    """The cost of its dearest stretch, above what a beat may cost: a long phrase may hide one wrong word."""


@lru_cache(4096)
def _pieces(letters: str) -> tuple[tuple[tuple[str, int], ...], ...]:
    """For every place in a word, what a beat could take there and where that ends."""
    size = len(letters)
    return tuple(
        tuple((letters[at:end], end) for end in range(at, min(size, at + LONGEST) + 1)) for at in range(size + 1)
    )


def align(parts: Sequence[str], letters: str, costs: Costs, limit: float = math.inf) -> Alignment | None:
    """Buy every beat with letters; None where that costs more than ``limit``."""
    pieces = _pieces(letters)
    # Where in the word the beats so far may end: cost, dearest beat, dearest stretch, stretch up to here.
    states: dict[int, tuple[float, float, float, float]] = {0: (0.0, 0.0, 0.0, 0.0)}
    cheapest = 0.0
    for beat in parts:
        row = costs[beat]
        following: dict[int, tuple[float, float, float, float]] = {}
        most = cheapest + _BEAM
        for at, (cost, worst, burst, run) in states.items():
            if cost > most:
                continue
            for piece, end in pieces[at]:
                price = row.get(piece)
                if price is None:
                    if cost > cheapest + _NEAR:
                        continue
                    price = UNKNOWN + EXTRA * (end - at)
                total = cost + price
                known = following.get(end)
                if known is None or total < known[0]:
                    now = run + price - _ALLOWED
                    following[end] = (
                        total,
                        price if price > worst else worst,
                        now if now > burst else burst,
                        now if now > 0.0 else 0.0,
                    )
        states = following
        cheapest = min(states.values())[0]
        if cheapest > limit:
            return None
    size = len(letters)
    return min(
        Alignment(cost + left, max(worst, left), max(burst, run + left))
        for at, (cost, worst, burst, run) in states.items()
        for left in (_price_of_the_rest(letters[at:]) if at < size else 0.0,)
    )


def _price_of_the_rest(letters: str) -> float:
    return PLURAL if letters == "s" else LEFT + LEFT_EACH * len(letters)


def features(alignment: Alignment, parts: int, letters: int) -> tuple[float, ...]:
    """What the probability is made of, each within bounds so that one value alone decides nothing."""
    mean = alignment.cost / parts
    gain = (alignment.cost - _LETTER * letters) / parts
    return (
        min(mean, 9.0),
        min(alignment.worst, 12.0),
        min(alignment.burst, 20.0),
        max(-8.0, min(gain, 5.0)),
        max(-40.0, min(gain * parts, 40.0)),
        1.0 / parts,
        1.0,
    )


def similarity(kana: str, english: str, *, using: Model | None = None) -> float:
    """How surely a run of katakana is an English word or phrase as it sounds, 0 to 1.

    Text in other characters sounds like nothing: 0, as does what is refused at the first letter or by length.
    """
    parts = beats(kana)
    letters = letters_of(english)
    if not letters or not 1 < len(kana) <= _LONGEST_NAME or not parts or not 0.75 <= len(letters) / len(parts) <= 4.5:
        return 0.0
    learnt = using or model()
    if not may_begin(parts[0], letters[0], learnt.costs):
        return 0.0
    return _heard(kana, english) if using is None else _measured(parts, letters, using)


@remembered(float, texts=2)
def _heard(kana: str, english: str) -> float:
    return _measured(beats(kana), letters_of(english), model())


def _measured(parts: Sequence[str], letters: str, learnt: Model) -> float:
    found = align(parts, letters, learnt.costs, 3.5 * len(parts) + 5.0)
    if found is None:
        return 0.0
    measured = features(found, len(parts), len(letters))
    return round(probability(sum(weight * x for weight, x in zip(learnt.weights, measured, strict=True))), 3)


def probability(evidence: float) -> float:
    """The logistic function."""
    return 1 / (1 + math.exp(-max(-30.0, min(evidence, 30.0))))
