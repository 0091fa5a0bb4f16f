"""Why a term stands where it stands among the key terms of a post: what each of its features adds to the score.

Both rankings are weighted sums (``ranking.WEIGHTS``, ``english.WEIGHTS``), so the parts are exact.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jpkit.extraction.abbreviations import find_abbreviations, long_forms
from jpkit.extraction.definitions import find_definitions
from jpkit.extraction.english import english_contributions, english_key
from jpkit.extraction.japanese import japanese_candidates, term_key
from jpkit.extraction.model import Unreadable
from jpkit.extraction.pipeline import Input, ReadPost, extract_posts, read_input
from jpkit.extraction.ranking import contributions, describe, features
from jpkit.extraction.services import find_services
from jpkit.extraction.terms import what_is_known
from jpkit.extraction.unlisted import vouched

# What a feature sees: (English, Japanese).
FEATURES: Mapping[str, tuple[str, str]] = {
    # Japanese
    "capital": ("a Latin name that is not all lower case", "大文字を含むラテン文字の名前"),
    "acronym": ("capitals only", "大文字だけの略語"),
    "digit": ("holds a digit", "数字を含む"),
    "file name": ("looks like a file name or an identifier", "ファイル名や識別子の形をしている"),
    "kanji": ("kanji", "漢字だけ"),
    "kanji word": ("a single word in kanji", "漢字の1語"),
    "mixed script": ("Japanese and Latin letters", "日本語とラテン文字が混ざっている"),
    "okurigana": ("hiragana inside", "ひらがなを含む"),
    "longer than 2": ("longer than two characters", "2文字より長い"),
    "longer than 3": ("longer than three characters", "3文字より長い"),
    "commonness of japanese": ("a common word", "よく使われる語"),
    "known latin": ("a Latin word that posts of several subjects hold", "いろいろな分野の記事に出てくる英語"),
    "technical term": ("an established technical term", "定着した専門用語"),
    "struck out": ("struck out", "取り消し線が引かれている"),
    "alone": ("stands alone, not in longer terms", "複合語の一部ではなく単独で使われる"),
    "never alone": ("never stands alone", "単独で使われない"),
    "verbal": ("stands before する", "「する」の前に使われる"),
    "lead": ("in the first paragraphs", "最初の段落にある"),
    "first in lead": ("begins a sentence or a bracket there", "最初の段落で文や括弧の先頭にある"),
    "first": ("begins a sentence or a bracket", "文や括弧の先頭にある"),
    "early": ("first named early in the post", "記事の早いところで出てくる"),
    "frequency beside the most frequent": ("frequent beside the most frequent term", "最も多い語と比べた頻度"),
    "quoted": ("in quotation marks, and again without", "鍵括弧の中と外の両方にある"),
    "service": ("a name in the catalogue of services", "サービス一覧にある名前"),
    "frequency of service": ("how often the service is named", "サービス名の頻度"),
    "service in passing": ("a service named once", "1回だけ出てくるサービス名"),
    "short form": ("a short form that the post explains", "記事の中で説明されている略語"),
    "defined": ("the post defines it", "記事の中で定義されている"),
    "frequency of latin": ("how often the Latin name is used", "ラテン文字の名前の頻度"),
    "frequency of kanji": ("how often the kanji term is used", "漢字の語の頻度"),
    "frequency of compound": ("how often the compound is used", "複合語の頻度"),
    "kanji in title": ("a kanji term of the title", "タイトルにある漢字の語"),
    # English
    "frequency": ("how often it is used", "頻度"),
    "title": ("in the title", "タイトルにある"),
    "title part": ("part of a longer term of the title", "タイトルにある複合語の一部"),
    "heading": ("in a heading", "見出しにある"),
    "strong": ("emphasised", "強調されている"),
    "link": ("the text of a link", "リンクの文字列"),
    "name": ("written like a name", "固有名の書き方をしている"),
    "words": ("two or three words", "2語か3語"),
    "nested": ("never stands alone", "単独で使われない"),
    "code": ("inline code every time", "すべてインラインコード"),
    "struck": ("struck out every time", "すべて取り消し線が引かれている"),
    "generic": ("a word of any subject", "どの分野でも使われる語"),
    "participle": ("begins with a participle", "分詞で始まる"),
}


class Explanation(NamedTuple):
    """What made the score of a term in one post."""

    path: str
    term: str
    """As the post spells it."""
    place: int | None
    """Among the key terms, from 1; None where a better term stands for it, or ``most`` others come before."""
    score: float
    """0 to 1; 0.0 without a place."""
    parts: tuple[tuple[str, float], ...]
    """Features and what they add before the sum is squashed to 0..1, the weightiest first."""


def explain(given: Input, term: str) -> Explanation | Unreadable | None:
    """What made the score of ``term``, in whatever spelling; None where the post has no such candidate."""
    read = read_input(given)
    if isinstance(read, Unreadable):
        return read
    parts = _japanese(read, term_key(term)) or _english(read, english_key(term))
    if parts is None:
        return None
    keys = {term_key(term), english_key(term)}
    everything = given._replace(options=given.options._replace(top=_ALL))
    (result,) = extract_posts([everything])
    assert not isinstance(result, Unreadable)  # it was read above
    for place, found in enumerate(result.terms, 1):
        if found.key in keys:
            return Explanation(given.path, found.term, place, found.score, tuple(parts))
    return Explanation(given.path, term, None, 0.0, tuple(parts))


_ALL = 1_000_000


def _japanese(read: ReadPost, key: str) -> list[tuple[str, float]] | None:
    blocks = read.document.blocks
    services = find_services(blocks, vouched(blocks, read.document.source.text))
    abbreviations = find_abbreviations(blocks)
    known = what_is_known(
        services,
        {term_key(binding.short) for binding in abbreviations},
        {term_key(hit.term) for hit in find_definitions(blocks, read.langs)},
    )
    names = [*[one[2:] for one in services], *long_forms(abbreviations, blocks)]
    candidates = japanese_candidates(blocks, read.japanese, None, names)
    for candidate, spelled, placed, within_post in describe(candidates, blocks, known):
        if candidate == key:
            return contributions(features(spelled, placed, within_post))
    return None


def _english(read: ReadPost, key: str) -> list[tuple[str, float]] | None:
    blocks = read.document.blocks
    which: Sequence[int] = [index for index, lang in enumerate(read.langs) if lang == "en"]
    title = next((index for index in which if blocks[index].kind == "title"), None)
    if not which:
        return None
    long_forms = [binding.long for binding in find_abbreviations(blocks)]
    found = english_contributions(blocks, which, key, title_block=title, long_forms=long_forms)
    return sorted(found, key=lambda part: -abs(part[1])) if found is not None else None
