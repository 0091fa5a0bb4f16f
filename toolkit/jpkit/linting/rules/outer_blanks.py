"""Blanks at the ends of a quoted value: nobody sees them, and ` a` is another tag than `a`."""

from collections.abc import Iterator

from jpkit.front.field import short
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page

_SAYS = Text(
    en="'{value}' has blanks at its ends; take them away", ja="'{value}'の前後に空白があります。削除してください"
)
_ASKED = frozenset(
    "title subtitle tags categories authors keywords projects date lastmod type layout slug doi url publication".split()
)


def check(page: Page) -> Iterator[Problem]:
    for key, field in page.post.fields.items():
        if key.lower() not in _ASKED:
            continue
        for path, one in ((key, field), *((f"{key}[{n}]", item) for n, item in enumerate(field.items))):
            value = one.value
            if isinstance(value, str) and one.style in ("single", "double") and value.strip(" \t") not in ("", value):
                start, end = one.value_span
                inside = page.source.text[start + 1 : end - 1]
                bare = inside.strip(" \t")
                edits: tuple[Edit, ...] = ()
                if bare and "\\" not in inside:
                    quote = page.source.text[start]
                    edits = (Edit(one.value_span, f"{quote}{bare}{quote}"),)
                yield Problem(one.value_span, _SAYS(value=short(value)), path, edits)


RULE = Rule(
    id="outer-blanks",
    group="schema",
    severity="warning",
    summary=Text("Write quoted values without outer blanks.", "引用符で囲んだ値の前後に空白を入れない。"),
    why=Text(
        "Between quotes blanks belong to the value: the tag ` GCP` gets a page of its own beside `GCP`.",
        "引用符の中の空白は値の一部です。タグの` GCP`は`GCP`とは別のページになります。",
    ),
    check=check,
    bad=(
        Example("tags: [«' GCP'», ML]", "tags: ['GCP', ML]"),
        Example('title: «"試験 "» # 題', 'title: "試験" # 題'),
        Example('{"title": «" 試験"»}\n', '{"title": "試験"}\n'),
    ),
    good=(
        Example("title: '\u3000字下げした題'\nsummary: ' a '\nauthors: [渡邊 幹]"),
        Example("title: 試験   \ntags: [ a , b ]\nlayout: '  '"),
    ),
)
