"""A pattern of page resources that matches no file of the bundle: what it says is for nobody."""

import fnmatch
from collections.abc import Iterator

from jpkit.front.field import short
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page

_SAYS = Text(
    en="no file of the page's folder is '{src}'; mend the pattern",
    ja="ページのフォルダーに'{src}'に当てはまるファイルがありません。パターンを直してください",
)


def check(page: Page) -> Iterator[Problem]:
    field = page.get("resources")
    if field is None or not isinstance(field.value, tuple) or not page.is_bundle or not page.beside:
        return
    names = [name.lower() for name in page.beside]
    for index, item in enumerate(field.items):
        for inner in item.items:
            source = inner.value
            # What lies deeper than the folder itself, nobody has listed.
            if (
                inner.key.lower() != "src"
                or not isinstance(source, str)
                or not source
                or "/" in source
                or "**" in source
            ):
                continue
            if not fnmatch.filter(names, source.lower()):
                yield Problem(inner.value_span, _SAYS(src=short(source)), f"{field.key}[{index}].{inner.key}")


RULE = Rule(
    id="missing-resource",
    group="references",
    severity="info",
    summary=Text("Describe page resources that are there.", "存在するページリソースを指定する。"),
    why=Text(
        "Hugo gives title and name to files that match; a pattern without a match says nothing.",
        "Hugoは、当てはまるファイルにだけ名前やタイトルを付けます。何も当てはまらなければ、黙って無視されます。",
    ),
    check=check,
    bad=(Example('title: a\nresources:\n- src: «"*.pgn"»\n  title: 図', files={"content/post/a/b.png": ""}),),
    good=(
        Example(
            'title: a\nresources:\n- src: "*.PNG"\n- src: img/*.jpg\n- src: ""', files={"content/post/a/b.png": ""}
        ),
        Example("title: a\nresources: foo"),
    ),
)
