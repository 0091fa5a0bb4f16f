"""The author's word on the glossary: it wins over all that jpkit finds, and the rest goes on being found.

>>> apply(entries, [Correction({"en": "service mesh"}, "jpkit.toml", 3, found_ja="サービスメッシュ")]).entries
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import NamedTuple

from jpkit.bilingual.correction import Contradiction, Correction, texts
from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import Entry, Evidence
from jpkit.ids import slug


class Applied(NamedTuple):
    """A glossary in which the author has had their word."""

    entries: tuple[Entry, ...]
    contradictions: tuple[Contradiction, ...]


def apply(
    entries: Sequence[Entry], corrections: Iterable[Correction], *, read: Callable[[str], str | None] | None = None
) -> Applied:
    """The entries with the corrections, surest first, in the order of their ids.

    A correction holds for the entry that has its Japanese name, also as a variant; else for the one
    that has its English name and no other Japanese one; else, where it has no names, for the one with its id. A
    term without an entry gets one. Where the author joins two names that had an entry each, one is left.
    ``read`` gives a Japanese name that the author has written its reading, if they give none.
    """
    book = _Book(entries)
    for correction in corrections:
        book.take(correction)
    return Applied(book.entries(read), tuple(book.contradictions))


@dataclass(slots=True, eq=False)
class _Line:
    """An entry with what the author says of it so far."""

    entry: Entry
    said: dict[str, Correction] = field(default_factory=dict)
    """The correction that decides each field."""
    rejected: Correction | None = None
    id: str = ""
    gone: bool = False
    """Has it gone into another one?"""

    def name(self, lang: str) -> str | None:
        """What it is called in the end."""
        found = self.entry.ja if lang == "ja" else self.entry.en
        return (self.said[lang].says[lang] or None) if lang in self.said else found


class _Book:
    """The glossary while the author has their word."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.lines = [_Line(entry) for entry in entries]
        self.contradictions: list[Contradiction] = []
        self._by_ja: dict[str, list[_Line]] = {}
        self._by_en: dict[str, list[_Line]] = {}
        self._by_variant: dict[str, list[_Line]] = {}
        self._by_id: dict[str, _Line] = {}
        for line in self.lines:
            self._index(line, [line.entry.ja or ""], [line.entry.en or ""])
            self._by_id[line.entry.id] = line
            for variant in line.entry.variants:
                self._by_variant.setdefault(_key(variant), []).append(line)

    def take(self, correction: Correction) -> None:
        """Hear one more correction, behind surer ones."""
        ja, en = correction.names
        line = self._find(correction)
        if line is None:
            if not (ja or en):
                return  # of an entry that is gone, and nobody knows what it was
            line = _Line(Entry("", next(iter(ja), None), next(iter(en), None), None, "term"))
            self.lines.append(line)
        self._index(line, ja, en)
        line.id = line.id or correction.id
        if correction.reject or line.rejected is not None:
            kept = line.rejected or next(iter(line.said.values()), None)
            if kept is None:
                line.rejected = correction
            elif not (correction.reject and kept.reject):
                self.contradictions.append(Contradiction("reject", kept, correction))
            return
        for name, value in correction.says.items():
            known = line.said.setdefault(name, correction)
            if known.says[name] != value:
                self.contradictions.append(Contradiction(name, known, correction))

    def entries(self, read: Callable[[str], str | None] | None) -> tuple[Entry, ...]:
        """What has become of the entries."""
        self._join()
        left = [line for line in self.lines if line.rejected is None and not line.gone]
        finished = [_finished(line, read) for line in left]
        return tuple(sorted(_with_ids(left, finished), key=lambda entry: entry.id))

    def _index(self, line: _Line, ja: Iterable[str], en: Iterable[str]) -> None:
        for names, index in ((ja, self._by_ja), (en, self._by_en)):
            for name in names:
                same = index.setdefault(_key(name), []) if name else [line]
                if line not in same:
                    same.append(line)

    def _find(self, correction: Correction) -> _Line | None:
        ja, en = correction.names
        if not (ja or en):
            return self._by_id.get(correction.id)
        english = {_key(name) for name in en}
        for index in (self._by_ja, self._by_variant):
            # As it is found in the posts, then as the author calls it, which may be the name of another entry.
            found = next(filter(None, (index.get(_key(name)) for name in ja)), None)
            if found is not None:
                # Two things of one name: the entry that the correction has been written for.
                same = [line for line in found if correction.id and correction.id in (line.id, line.entry.id)]
                return (same or [line for line in found if _key(line.entry.en or "") in english] or found)[0]
        for key in english:
            for line in self._by_en.get(key, ()):
                # 可用 = available is not to take the entry of 利用可能 = available.
                if not ja or _only_english(line):
                    return line
        return None

    def _join(self) -> None:
        """An entry of which the author says nothing goes into the one that has got its name."""
        for line in self.lines:
            if line.rejected is not None or not ({"ja", "en"} & line.said.keys()):
                continue
            ja, en = (_key(line.name(lang) or "") for lang in ("ja", "en"))
            same = [other for other in self._by_ja.get(ja, ()) if ja]
            same += [other for other in self._by_en.get(en, ()) if en and _only_english(other)]
            for other in same:
                if not (other is line or other.said or other.rejected or other.gone):
                    line.entry = _joined(line.entry, other.entry)
                    other.gone = True


def _key(name: str) -> str:
    """As in a table, where a name is one line."""
    return term_key("".join(name.split()))


def _only_english(line: _Line) -> bool:
    """Has it no Japanese name of its own? A Latin name that Japanese posts use is both."""
    return not line.entry.ja or _key(line.entry.ja) == _key(line.entry.en or "")


def _joined(one: Entry, other: Entry) -> Entry:
    return one._replace(
        kind=one.kind if one.count else other.kind,
        variants=tuple(dict.fromkeys((*one.variants, *other.variants))),
        abbreviations=tuple(dict.fromkeys((*one.abbreviations, *other.abbreviations))),
        definition_ja=one.definition_ja or other.definition_ja,
        definition_en=one.definition_en or other.definition_en,
        count=one.count + other.count,
        score=round(1 - (1 - one.score) * (1 - other.score), 3),
        posts=tuple(sorted({*one.posts, *other.posts})),
    )


def _finished(line: _Line, read: Callable[[str], str | None] | None) -> Entry:
    """The entry as the author will have it; its id is not yet final."""
    entry, said = line.entry, line.said
    if not said:
        return entry
    ja, en = line.name("ja"), line.name("en")
    names = [said[lang] for lang in ("ja", "en") if lang in said]
    score, evidence = entry.translation_score, entry.evidence
    if names:
        same = all(_key(new or "") == _key(old or "") for new, old in ((ja, entry.ja), (en, entry.en)))
        by = [Evidence("author", (names[0].path, names[0].line), (names[-1].path, names[-1].line))]
        evidence = tuple(dict.fromkeys((*by, *(entry.evidence if same else ()))))
        score = 1.0
        if ja is None or en is None:
            evidence, score = (), None
    return entry._replace(
        ja=ja,
        en=en,
        reading=_reading(line, ja, read),
        kind=_said(line, "kind") or entry.kind,
        variants=_variants(line, ja, en),
        abbreviations=entry.abbreviations if "abbreviations" not in said else texts(_said(line, "abbreviations")),
        definition_ja=_definition(line, "definition_ja", entry.definition_ja),
        definition_en=_definition(line, "definition_en", entry.definition_en),
        translation_score=score,
        evidence=evidence,
    )


def _said(line: _Line, name: str) -> str:
    return line.said[name].says[name] if name in line.said else ""


def _reading(line: _Line, ja: str | None, read: Callable[[str], str | None] | None) -> str | None:
    if "reading" in line.said:
        return _said(line, "reading") or None
    if ja == line.entry.ja and (line.entry.reading is not None or line.entry.count):
        return line.entry.reading
    return read(ja) if read is not None and ja is not None else None


def _variants(line: _Line, ja: str | None, en: str | None) -> tuple[str, ...]:
    """The author's, else those of the posts; a name that they only spell otherwise is one more."""
    if "variants" in line.said:
        return texts(_said(line, "variants"))
    old = {
        before
        for before, after in ((line.entry.ja, ja), (line.entry.en, en))
        if before and after and _key(before) == _key(after)
    }
    variants = tuple(name for name in line.entry.variants if name not in (ja, en))
    return tuple(sorted({*variants, *old} - {ja, en})) if old - {ja, en} else variants


def _definition(line: _Line, name: str, found: tuple[str, str, int] | None) -> tuple[str, str, int] | None:
    if name not in line.said:
        return found
    by = line.said[name]
    return (by.says[name], by.path, by.line) if by.says[name] else None


def _with_ids(lines: Sequence[_Line], entries: Sequence[Entry]) -> Iterator[Entry]:
    """Each with an id of its own: first those that the author's words are bound to, then those of before."""
    taken: set[str] = set()

    def free(name: str) -> str:
        numbered = (f"{name}-{number}" for number in count(2))
        found = next(one for one in chain([name], numbered) if one not in taken)
        taken.add(found)
        return found

    def sureness(pair: tuple[_Line, Entry]) -> int:
        line, _ = pair
        return 0 if line.id else 1 if line.entry.id else 2

    for line, entry in sorted(zip(lines, entries, strict=True), key=sureness):
        yield entry._replace(id=free(line.id or entry.id or slug(entry.en or entry.ja or "")))
