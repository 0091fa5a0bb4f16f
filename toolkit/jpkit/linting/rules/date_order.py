"""A last change before the publication, or an end before its beginning."""

from collections.abc import Iterator
from datetime import date, datetime

from jpkit.front.field import Field
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page

_SAYS = Text(
    en="'{key}' is before '{other}' ({value}); mend one of them",
    ja="'{key}'が'{other}'（{value}）より前の日付です。どちらかを直してください",
)


def check(page: Page) -> Iterator[Problem]:
    begins = page.get("date")
    for name in ("lastmod", "date_end"):
        field = page.get(name)
        if name == "lastmod" and page.type in ("publication", "event"):
            # A paper is dated by its conference, a talk by its day: both pages are written before.
            continue
        first, last = day_of(begins), day_of(field)
        if field is not None and begins is not None and first and last and last < first:
            yield Problem(field.value_span, _SAYS(key=field.key, other=begins.key, value=first), field.key)


def day_of(field: Field | None) -> date | None:
    value = field.value if field is not None else None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


RULE = Rule(
    id="date-order",
    group="content",
    severity="warning",
    summary=Text("Let dates follow one another.", "日付の前後関係を正しくする。"),
    why=Text(
        "A `lastmod` before `date` puts the page in the wrong place of feeds; an event cannot end before it begins.",
        "`lastmod`が`date`より前だと、フィードの順序が狂います。開始より前に終わるイベントはありません。",
    ),
    check=check,
    bad=(
        Example("date: 2020-04-02\nlastmod: «2020-04-01»"),
        Example('{"date": "2020-04-02T10:00:00Z", "date_end": «"2020-04-01T10:00:00Z"»}\n', path="content/event/a.md"),
        Example("+++\ndate = 2020-04-02\nlastmod = «2020-04-01T00:00:00Z»\n+++\n"),
    ),
    good=(
        Example("date: 2020-04-02T09:00:00+09:00\nlastmod: 2020-04-02"),
        Example("date: 2020-04-02\nlastmod: ''"),
        Example("lastmod: 2020-04-01\ndate: soon"),
        Example("date: 2020-04-02\nlastmod: 2020-01-01", path="content/publication/a/index.md"),
    ),
)
