"""TOML: a key behind a table's header belongs to the table, and its page never sees it."""

from collections.abc import Iterator, Mapping

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page

# Fields of every page that no table of the theme has.
_PAGE_FIELDS = frozenset("tags categories authors date lastmod draft summary projects publication_types slides".split())
_SAYS = Text(
    en="'{key}' stands below '[{table}]' and belongs to it; move it above the first table",
    ja="'{key}'は'[{table}]'より後にあるため、その中の項目になっています。最初のテーブルより前に移してください",
)


def check(page: Page) -> Iterator[Problem]:
    if page.post.format != "toml":
        return
    for table in page.post.fields.values():
        if (
            table.style == "table"
            and isinstance(table.value, Mapping)
            and table.key.lower() not in ("params", "cascade")
        ):
            for field in table.items:
                if field.key.lower() in _PAGE_FIELDS and page.get(field.key) is None:
                    key = f"{table.key}.{field.key}"
                    yield Problem(field.key_span, _SAYS(key=field.key, table=table.key), key)


RULE = Rule(
    id="swallowed-key",
    group="syntax",
    severity="error",
    summary=Text("Write page fields above TOML's tables.", "ページの項目は、TOMLのテーブルより前に書く。"),
    why=Text(
        "In TOML everything behind `[image]` belongs to it until the next table: `tags` becomes `image.tags`.",
        "TOMLでは`[image]`より後の行は、次のテーブルまですべてその中の項目です。`tags`は`image.tags`になってしまいます。",
    ),
    check=check,
    bad=(Example('+++\ntitle = "試験"\n[image]\ncaption = "図"\n«tags» = ["a"]\n+++\n'),),
    good=(
        Example('+++\ntitle = "試験"\ntags = ["a"]\n[image]\ncaption = "図"\n+++\n'),
        Example('+++\ntitle = "試験"\n[params]\ntags = ["a"]\n+++\n'),
    ),
)
