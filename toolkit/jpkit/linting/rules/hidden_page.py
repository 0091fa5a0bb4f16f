"""A date that hides the page: in the future, or an expiry that has passed."""

from collections.abc import Iterator
from datetime import timedelta

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules.date_order import day_of
from jpkit.site import page_url

_FUTURE = Text(
    en="'{key}' lies in the future, and Hugo leaves the page out until then; {what}",
    ja="'{key}'が未来の日付のため、その日まで公開されません。{what}",
)
_EXPIRED = Text(
    en="'{key}' has passed, and Hugo leaves the page out; take it away, or set draft: true",
    ja="'{key}'の期限を過ぎているため、公開されません。項目を削除するか、draft: trueにしてください",
)
_PROFILES = Text(
    en="with '{value}' the profiles of authors get no pages, and names are no links; take it away where they shall be",
    ja="'{value}'では著者のプロフィールのページが作られず、名前がリンクになりません。リンクにするなら削除してください",
)
_EVENT = Text("set a past publishDate to announce it", "告知するには、publishDateに過去の日付を書いてください")
_POST = Text("mend it, or leave it for a page that may wait", "予約公開でなければ直してください")


def check(page: Page) -> Iterator[Problem]:
    yield from _profiles(page)
    if page.post.get("draft") is not None and page.post.get("draft").value is True:  # type: ignore[union-attr]
        return
    tomorrow = page.today + timedelta(days=1)  # wherever on earth the build runs
    publish = page.get("publishDate") or page.get("pubdate")
    field = publish if day_of(publish) else page.get("date")
    day = day_of(field)
    future = page.site.config.get("buildfuture") is True
    if field is not None and day is not None and day > tomorrow and not future:
        what = _EVENT() if page.type == "event" else _POST()
        yield Problem(field.value_span, _FUTURE(key=field.key, what=what), field.key)
    for name in ("expiryDate", "unpublishDate"):
        expiry = page.get(name)
        passed = day_of(expiry)
        if (
            expiry is not None
            and passed is not None
            and passed < page.today
            and page.site.config.get("buildexpired") is not True
        ):
            yield Problem(expiry.value_span, _EXPIRED(key=expiry.key), expiry.key)


def _profiles(page: Page) -> Iterator[Problem]:
    """The theme's starters have this, so it is a hint and no more."""
    above = "cascade." if page_url(page.path) in ("/authors/", "/author/") else ""
    if page.generation == "none" or (not above and page.type != "author"):
        return
    for name in ("build", "_build"):
        field = page.get(f"{above}{name}.render")
        if field is not None and field.value in ("never", False):
            key = next(path for path, one in page.post.walk() if one is field)
            yield Problem(
                field.value_span, _PROFILES(value=f"{key}: {page.source.slice(field.value_span)}"), key, severity="info"
            )


RULE = Rule(
    id="hidden-page",
    group="content",
    severity="warning",
    summary=Text("Date pages so that they show.", "公開されるように日付を書く。"),
    why=Text(
        "Hugo leaves out pages of the future and expired ones without a word: a talk that is announced just vanishes.",
        "Hugoは、未来の日付のページと期限切れのページを黙って除きます。予定を告知したつもりのページも表示されません。",
    ),
    check=check,
    bad=(
        Example("date: «2999-01-01»", path="content/talk/a/index.md"),
        Example("date: 2020-01-01\npublishDate: «2999-01-01»"),
        Example("date: 2020-01-01\nexpiryDate: «2020-02-01»"),
        Example("cascade:\n  build:\n    render: «never»", path="content/authors/_index.md"),
    ),
    good=(
        Example("date: 2999-01-01\npublishDate: 2020-01-01", path="content/talk/a/index.md"),
        Example("date: 2999-01-01\ndraft: true"),
        Example("date: 2999-01-01", files={"config.toml": "buildFuture = true\n"}),
        Example("date: 2020-01-01\nexpiryDate: 2999-02-01"),
        Example("build: {render: never}\ncascade: {build: {render: always}}", path="content/authors/_index.md"),
        Example("build: {render: never}"),
    ),
)
