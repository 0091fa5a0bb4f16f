"""A `lastmod` before the page's last change: feeds and search engines think that nothing happened."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules.date_order import day_of

_FORM = r"(\d{4}-\d\d-\d\d)(?:([Tt ])\d\d:\d\d:\d\d(?:\.\d+)?([Zz]|[+-]\d\d:?\d\d)?)?"
_SAYS = Text(
    en="'{key}' is {own}, and git has a change of {then}; write {right}",
    ja="'{key}'は{own}ですが、Gitには{then}の変更があります。{right}と書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    field = page.get("lastmod")
    own = day_of(field)
    if field is None or own is None or page.site.config.get("enablegitinfo") is True:
        return
    when = page.reader.last_change(page.path)
    # A day apart it may be the same change, in another time zone.
    if when is None or date.fromisoformat(when[:10]) <= own + timedelta(days=1):
        return
    written = page.source.slice(field.value_span)
    bare = written.strip("\"'")
    form = re.fullmatch(_FORM, bare, re.ASCII)
    right = _like(form, when) if form is not None else when[:10]
    edits = (Edit(field.value_span, written.replace(bare, right)),) if form is not None else ()
    yield Problem(field.value_span, _SAYS(key=field.key, own=own, then=when[:10], right=right), field.key, edits)


def _like(form: re.Match[str], when: str) -> str:
    """The date in the author's form: with a time and a zone where there was one."""
    if form[2] is None:
        return when[:10]
    return when[:10] + form[2] + when[11:19] + (when[19:] if form[3] else "")


_LATER = "2020-05-03T21:00:00+09:00"

RULE = Rule(
    id="stale-lastmod",
    group="content",
    severity="info",
    summary=Text("Let lastmod say when a page was last changed.", "lastmodには、最後に変更した日を書く。"),
    why=Text(
        "The theme shows it below the page, and feeds and search engines go by it. Compared is the last commit that "
        "changed more than a line of the page, and not many pages at once.",
        "テーマが記事の最終更新日として表示し、フィードや検索エンジンも参照します。"
        "比べるのは、このページの2行以上を変えた最後のコミットです。多くのページを一度に変えたコミットは数えません。",
    ),
    check=check,
    bad=(
        Example(
            "date: 2020-04-01\nlastmod: «2020-04-02» # 追記",
            "date: 2020-04-01\nlastmod: 2020-05-03 # 追記",
            changed=_LATER,
        ),
        Example(
            '+++\nlastmod = «"2020-04-02T10:00:00Z"»\n+++\n',
            '+++\nlastmod = "2020-05-03T21:00:00+09:00"\n+++\n',
            changed=_LATER,
        ),
        Example('{"lastmod": «"2020-04-02 10:00:00"»}\n', '{"lastmod": "2020-05-03 21:00:00"}\n', changed=_LATER),
    ),
    good=(
        Example("lastmod: 2020-05-02T23:00:00Z", changed=_LATER),
        Example("lastmod: 2020-04-02"),
        Example("lastmod: ''", changed=_LATER),
        Example("lastmod: 2020-04-02", changed=_LATER, files={"config.toml": "enableGitInfo = true\n"}),
    ),
)
