"""A date that Hugo rejects, or reads as another: the build stops, or the page is of 1970."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime

from jpkit.front.field import Field, short
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._dates import DATES
from jpkit.linting.rules._reading import reported

# Patterns as text: compiled where a date asks for them, they are no part of every start.
# What Hugo 0.168 takes (tried): a date alone, or with a time of hours, minutes and seconds, with or without a zone;
# a blank before the zone only where one stands before the time.
_TAKEN = (
    r"(\d{4})-(\d\d)-(\d\d)(?:(?!T.* )[T ](\d{1,2}):(\d\d):(\d\d)(?:[.,]\d+)?"
    r"(?:Z| ?[+-](?:[01]\d|2[0-4]):?\d\d| [+-](?:[01]\d|2[0-4])\d\d (?:[A-Z]{3,4}|[+-]\d\d|ChST))?)?"
)
# Other forms that it takes as well: Mon, 02 Jan 2006 15:04:05 MST; Mon Jan 2 15:04:05 2006; 02 Jan 2006; ….
_DAY, _MONTH = r"(?:0[1-9]|[12]\d|3[01])", "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_WEEKDAY, _CLOCK, _ZONE, _OFFSET = "(?:mon|tue|wed|thu|fri|sat|sun)", r"\d\d?:\d\d:\d\d", "[A-Z]{3,4}", r"[+-]\d{4}"
_WORDED = (
    rf"{_DAY} (?i:{_MONTH}) (?:\d{{4}}|\d\d \d\d?:\d\d (?:{_ZONE}|{_OFFSET}))"
    rf"|(?i:{_WEEKDAY}), {_DAY} (?i:{_MONTH}) \d{{4}} {_CLOCK} (?:{_ZONE}|{_OFFSET})"
    rf"|(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day), {_DAY}-(?i:{_MONTH})-\d\d {_CLOCK} {_ZONE}"
    rf"|(?i:{_WEEKDAY} {_MONTH}) (?: ?[1-9]|{_DAY}) {_CLOCK}(?: {_ZONE})? \d{{4}}"
    rf"|(?i:{_WEEKDAY} {_MONTH}) {_DAY} {_CLOCK} {_OFFSET} \d{{4}}"
)
_LOOSE = r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})((?:T| +)\d.*)?"
_WITHOUT_SECONDS = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?:Z|[+-]\d\d:?\d\d)?"
_SAYS = Text(
    en="'{value}' is no date that Hugo reads; write {right}",
    ja="'{value}'はHugoの読める日付ではありません。{right}と書いてください",
)
_NUMBER = Text(
    en="Hugo reads the number {value} as seconds since 1970; write a whole date, such as {value}-01-01",
    ja="数値の{value}は、1970年からの秒数として読まれます。{value}-01-01のように日付をすべて書いてください",
)
_WITHOUT_TIME = Text(
    en="Hugo of Academic 2's time (2017) stops at the date {value} in TOML; write {value}T00:00:00Z",
    ja="Academic 2の頃（2017年）のHugoは、TOMLの日付{value}でビルドを止めます。{value}T00:00:00Zと書いてください",
)
_PUBLISHED = Text(
    en="Hugo reads '{key}' as a date, and {value} is none; write {right}",
    ja="'{key}'は日付として読まれますが、{value}は日付ではありません。{right}と書いてください",
)
_FORM = "YYYY-MM-DD"
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―−ー"), "-")
"""What looks like a hyphen between digits."""


def check(page: Page) -> Iterator[Problem]:
    for problem in reported(page, "invalid-date"):  # TOML's own dates are not in quotes, and stop its parser
        written = page.source.slice(problem.span)
        right = _mended(written)
        edits = (Edit(problem.span, right),) if right else ()
        yield problem._replace(message=_SAYS(value=short(written), right=right or _FORM), edits=edits)
    old_toml = page.generation == "academic-2" and page.post.format == "toml"
    for key, field in page.post.fields.items():
        if key.lower() in DATES:
            value = field.value
            written = page.source.slice(field.value_span)
            if isinstance(value, datetime) and page.post.format == "yaml" and field.style == "plain":
                value = written if written[:1].isdigit() else None  # 2020-01-02t10:00:00z; not &anchor 2020-01-02
            if old_toml and isinstance(value, date) and not isinstance(value, datetime):
                yield Problem(field.value_span, _WITHOUT_TIME(value=value), key, severity="info")
            if isinstance(value, date) or value is None:
                continue
            if isinstance(value, bool) and key.lower() == "published":
                right = f"draft: {str(not value).lower()}"
                yield Problem(field.value_span, _PUBLISHED(key=key, value=written, right=right), key)
            elif isinstance(value, int | float) and not isinstance(value, bool):
                yield Problem(field.value_span, _NUMBER(value=value), key)
            elif not isinstance(value, str):
                yield Problem(field.value_span, _SAYS(value=short(written), right=_FORM), key)
            elif value and "{{" not in value and value[0] not in "“”‘’＂" and not _reads(value):
                yield _problem(field, key, value)


def _reads(value: str) -> bool:
    match = re.fullmatch(_TAKEN, value, re.ASCII)
    if match is None:
        return re.fullmatch(_WORDED, value, re.ASCII) is not None
    try:
        datetime(*(int(part) for part in match.groups() if part))  # type: ignore[arg-type]
    except ValueError:
        return False
    return True


def _problem(field: Field, key: str, value: str) -> Problem:
    right = _mended(value)
    if not right:
        return Problem(field.value_span, _SAYS(value=short(value), right=_FORM), key)
    quote = {"double": '"', "single": "'"}.get(field.style, "")
    edits = (Edit(field.value_span, f"{quote}{right}{quote}"),)
    return Problem(field.value_span, _SAYS(value=value.strip(), right=right), key, edits)


def _mended(value: str) -> str:
    """The date as Hugo reads it; "" where nobody can tell which it is."""
    value = unicodedata.normalize("NFKC", value).translate(_HYPHENS)
    loose = re.fullmatch(_LOOSE, value.strip(), re.ASCII)
    if loose is None:
        return ""
    right = f"{loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}" + (loose[4] or "")
    if re.fullmatch(_WITHOUT_SECONDS, right, re.ASCII):
        right = right[:16] + ":00" + right[16:]
    return right if _reads(right) else ""


RULE = Rule(
    id="invalid-date",
    group="schema",
    severity="error",
    summary=Text(
        "Write dates as YYYY-MM-DD, with or without a time.",
        "日付はYYYY-MM-DDの形で書く（時刻は付けても付けなくてもよい）。",
    ),
    why=Text(
        "Current Hugo stops at a date that it cannot read, older ones took the year 1; a year alone becomes 1970.",
        "新しいHugoは読めない日付があるとビルドを止め、古いHugoは黙って西暦1年とします。年だけを書くと1970年になります。",
    ),
    check=check,
    bad=(
        Example("title: a\ndate: «2020-1-2» # 公開", "title: a\ndate: 2020-01-02 # 公開"),
        Example("title: a\ndate: «'2020/01/02'»", "title: a\ndate: '2020-01-02'"),
        Example("title: a\ndate: «2020-13-45»"),
        Example("title: a\ndate: «2020-12−06»", "title: a\ndate: 2020-12-06"),
        Example("title: a\ndate: «２０２０-12-06»", "title: a\ndate: 2020-12-06"),
        Example("title: a\ndate: «2020»"),
        Example("title: a\nlastmod: «2020-01-02T10:00»", "title: a\nlastmod: 2020-01-02T10:00:00"),
        Example("title: a\ndate: «2017-9-29T06:42:21-07:00»", "title: a\ndate: 2017-09-29T06:42:21-07:00"),
        Example("title: a\ndate: «2020/1/2 10:00»", "title: a\ndate: 2020-01-02 10:00:00"),
        Example("title: a\npublishDate: «January 2, 2020»"),
        Example("title: a\ndate: «[2020-01-01]»"),
        Example('+++\ntitle = "a"\ndate = «"2020/1/2"»\n+++\n', '+++\ntitle = "a"\ndate = "2020-01-02"\n+++\n'),
        Example('{"title": "a", "date": «"2020-09"»}\n'),
        Example("+++\ndate = «2020/1/2» # 公開\n+++\n", "+++\ndate = 2020-01-02 # 公開\n+++\n"),
        Example("+++\nlastmod = «2020-13-01»\n+++\n"),
        Example("+++\ndate = «2018-01-02»\n+++\n", generation="academic-2"),
        Example("title: a\ndate: «2020-01-02t10:00:00z»\nlastmod: «2020-01-02T10:00:00 +09:00»"),
        Example("title: a\ndate: «' '»\nlastmod: «true»\npublished: «false»"),
        Example("title: a\ndate: «02 January 2020»\nlastmod: «Mon, 2 Jan 2006 15:04:05 MST»"),
    ),
    good=(
        Example("date: 2019-07-12\nlastmod: 2020-01-02 10:00:00\nexpiryDate: ''\npublishDate:"),
        Example("date: 2020-01-02T8:30:00Z\nlastmod: '2020-01-02T10:00:00+0900'"),
        Example("+++\ndate = 2020-01-02T10:00:00\nlastmod = 2020-01-02\n+++\n"),
        Example('{"date": "2020-01-02T10:00:00.5+09:00"}\n'),
        Example("date: Mon, 02 Jan 2006 15:04:05 MST\nlastmod: 02 Jan 2006\npublished: 2020-01-02 10:00:00 +0900 JST"),
        Example("update: 2020/1/2\npublish: false"),
    ),
    unreadable=True,
)
