"""A page without a title or a date: lists show an empty line, or have the page at their end."""

from collections.abc import Iterator, Sequence

from jpkit.front.field import is_empty
from jpkit.hugo import Site
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

_TITLED = frozenset(("post", "publication", "event", "project", "slides", "docs", "page"))
_DATED = frozenset(("post", "publication", "event"))
# What Hugo takes the date from unless the site says otherwise (Hugo's manual, "Configure front matter").
_DATES = ("date", "publishdate", "pubdate", "published", "lastmod", "modified")
_TITLE = Text(
    en="the page has no title, and lists show an empty line; write 'title'",
    ja="タイトルがないため、一覧に空の行が表示されます。'title'を書いてください",
)
_EMPTY = Text(
    en="'{key}' is empty, and lists show an empty line; write one",
    ja="'{key}'が空のため、一覧に空の行が表示されます。タイトルを書いてください",
)
_DATE = Text(
    en="the page has no date, so it is of the year 1 to Hugo and last in lists; write 'date'",
    ja="日付がないため、Hugoでは西暦1年のページになり、一覧の最後に並びます。'date'を書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    start, end = page.post.front_span
    if page.post.format is None or page.site.content is None or "{{" in page.source.text[start:end]:
        return  # front-matter-missing says it; outside of a site nobody knows what a page is
    if not page.path.endswith((".md", ".markdown")):
        return  # what Pandoc, Jupyter and Emacs write has a title of its own
    place = Span(start, start)
    title = page.get("title")
    if page.type in _TITLED and page.is_bundle:
        if title is None and page.get("name") is None and page.get("linkTitle") is None:
            yield Problem(place, _TITLE(), "title")
        elif title is not None and is_empty(title) and not page.source.slice(title.value_span).strip("\"' |>[]"):
            yield Problem(title.key_span, _EMPTY(key=title.key), title.key)
    if page.type in _DATED and page.is_bundle and all(is_empty(page.get(name)) for name in _date_fields(page.site)):
        date = page.get("date")
        yield Problem(date.key_span if date is not None else place, _DATE(), date.key if date is not None else "date")


def _date_fields(site: Site) -> Sequence[str]:
    """Where the site's dates come from; with a date of the file's name or of git every page has one."""
    front = site.config.get("frontmatter")
    named = front.get("date") if isinstance(front, dict) else None
    if not isinstance(named, list) or not all(isinstance(name, str) for name in named):
        return _DATES
    if any(name.lower() in (":filename", ":filemodtime", ":git") for name in named):
        return ("title",)
    return [name for name in named if not name.startswith(":")] + list(_DATES if ":default" in named else ())


RULE = Rule(
    id="expected-field",
    group="schema",
    severity="warning",
    summary=Text("Give a page its title, and a post its date.", "ページにはタイトルを、記事には日付を書く。"),
    why=Text(
        "Hugo asks for neither: without a title a list shows nothing to click, and without a date the page is of "
        "0001-01-01.",
        "Hugoはどちらも要求しません。しかし、タイトルがないと一覧にリンクが現れず、日付がないと0001-01-01のページになります。",
    ),
    check=check,
    bad=(
        Example("---\n«»date: 2020-01-01\n---\n"),
        Example("«title»: ''\ndate: 2020-01-01"),
        Example("---\n«»title: 試験の記録\ndraft: true\n---\n"),
        Example("+++\n«»title = '試験の記録'\n+++\n", path="content/talk/a/index.md"),
        Example("title: a\n«date»:"),
        Example('«»{"date": "2020-01-01"}\n'),
    ),
    good=(
        Example("title: a\npublishDate: 2020-01-01"),
        Example("title: a", path="content/project/a/index.md"),
        Example("title: a", files={"config.toml": '[frontmatter]\ndate = [":filename", ":default"]\n'}),
        Example("headless: true", path="content/home/index.md"),
        Example("title: a", path="content/parts/a/index.md"),
    ),
)
