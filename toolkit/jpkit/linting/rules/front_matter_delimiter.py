"""Front matter that is never closed, or whose delimiters are decorated: Hugo stops."""

from collections.abc import Iterator

from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._reading import reported


def check(page: Page) -> Iterator[Problem]:
    return reported(page, "front-matter-delimiter")


RULE = Rule(
    id="front-matter-delimiter",
    group="syntax",
    severity="error",
    summary=Text("Close front matter with the signs that open it.", "フロントマターは、始まりと同じ記号の行で閉じる。"),
    why=Text(
        "Hugo reads on to the end of the file and stops with “EOF looking for end … delimiter”.",
        "Hugoはファイルの終わりまで読み進め、「EOF looking for end … delimiter」でビルドを止めます。",
    ),
    check=check,
    bad=(
        Example("«---»\ntitle: 試験\n本文。\n"),
        Example("«----»\ntitle: 試験\n----\n本文。\n"),
        Example('«+++»\ntitle = "試験"\n---\n本文。\n'),
    ),
    good=(Example("\ufeff\n---\ntitle: 試験\n---\n本文。\n"), Example("---\ntitle: 試験\n----\n本文。\n")),
    unreadable=True,
)
