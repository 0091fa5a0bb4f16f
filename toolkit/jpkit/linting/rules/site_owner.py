"""Several authors with `superuser: true`: the theme takes one of them for the owner of the site."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jpkit.linting.model import Example, Finding, Problem, Rule, Text
from jpkit.linting.page import Page

_SAYS = Text(
    en="{count} authors are 'superuser', and the theme takes the first that it meets for the site's owner; keep it in "
    "one profile, such as {first}",
    ja="'superuser'の著者が{count}人いますが、サイトの所有者になるのは、テーマが最初に見つけた1人だけです。"
    "{first}など、1つのプロフィールにだけ残してください",
)


def collect(page: Page) -> Iterator[tuple[tuple[str, str | None], Problem]]:
    """Site and language of a profile that claims to be the owner's."""
    field = page.get("superuser") if page.type == "author" and page.generation != "none" else None
    if field is not None and field.value is True:
        yield (page.site.content or "", page.lang), Problem(field.key_span, "", field.key)


def compare(found: Sequence[tuple[tuple[str, str | None], Finding]]) -> Iterator[Finding]:
    owners: dict[tuple[str, str | None], list[Finding]] = defaultdict(list)
    for where, finding in found:
        owners[where].append(finding)
    for several in owners.values():
        if len(several) > 1:  # one finding for all of them
            first, second, *_ = sorted(several, key=lambda finding: finding.path)
            yield second._replace(message=_SAYS(count=len(several), first=first.path))


_OWNER = "---\ntitle: 山田\nsuperuser: true\n---\n"

RULE = Rule(
    id="site-owner",
    group="references",
    severity="info",
    summary=Text("Mark one author as the owner of the site.", "サイトの所有者は、著者のうち1人だけにする。"),
    why=Text(
        "`superuser` says whose site it is, in the head of the pages among others. The theme's own profile says that "
        "one author only should have it; of several, the first that is met is taken.",
        "`superuser`は、サイトの所有者を示します。ページのhead要素などに使われ、テーマの見本にも、trueにするのは"
        "1人だけとあります。2人以上いると、最初に見つかった人になります。",
    ),
    check=None,
    bad=(
        Example(
            "title: 佐藤\n«superuser»: true",
            path="content/authors/sato/_index.md",
            files={"content/authors/admin/_index.md": _OWNER},
        ),
    ),
    good=(
        Example(
            "title: 佐藤\nsuperuser: false",
            path="content/authors/sato/_index.md",
            files={"content/authors/admin/_index.md": _OWNER},
        ),
        Example(
            "title: Yamada\nsuperuser: true",
            path="content/en/authors/admin/_index.md",
            files={"content/ja/authors/admin/_index.md": _OWNER},
        ),
        Example("title: a\nsuperuser: true", files={"content/authors/admin/_index.md": _OWNER}),
    ),
    collect=collect,
    compare=compare,
)
