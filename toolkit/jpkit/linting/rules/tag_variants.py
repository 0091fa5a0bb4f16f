"""Tags of one site that differ only in case, width, hyphen or long vowel mark: two pages for one thing."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from jpkit.linting.model import Example, Finding, Problem, Rule, Text
from jpkit.linting.page import Page

_SAYS = Text(
    en="the tag '{found}' is '{usual}' in {count} other places of the site; write it so",
    ja="タグ'{found}'は、このサイトのほかの{count}か所では'{usual}'です。揃えてください",
)


def collect(page: Page) -> Iterator[tuple[tuple[str, str], Problem]]:
    for name in ("tags", "categories"):
        field = page.get(name)
        for index, item in enumerate(field.items if field is not None and isinstance(field.value, tuple) else ()):
            if isinstance(item.value, str) and item.value.strip():
                yield (
                    (name, item.value.strip()),
                    Problem(item.value_span, "", f"{field.key if field else name}[{index}]"),
                )


def compare(found: Sequence[tuple[tuple[str, str], Finding]]) -> Iterator[Finding]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (name, tag), _ in found:
        counts[name, _key(tag)][tag] += 1
    for (name, tag), finding in found:
        spelt = counts[name, _key(tag)]
        if len(spelt) > 1:
            usual, count = max(spelt.items(), key=lambda one: (one[1], one[0]))
            # Hugo makes one page of tags that differ in case alone, and shows one of the two names.
            if spelt[tag] < count:
                yield finding._replace(message=_SAYS(found=tag, usual=usual, count=count))


def _key(tag: str) -> str:
    key = unicodedata.normalize("NFKC", tag).casefold()
    for sign in " -_・":
        key = key.replace(sign, "")
    return key[:-1] if len(key) > 3 and key.endswith("ー") else key


_OTHERS = {f"content/post/{name}/index.md": "---\ntags: [Machine Learning, サーバー]\n---\n" for name in "bc"}

RULE = Rule(
    id="tag-variants",
    group="content",
    severity="info",
    summary=Text("Spell a tag one way in the whole site.", "サイト全体で、タグの表記を揃える。"),
    why=Text(
        "Two spellings of a tag make two lists, each with half of the posts.",
        "表記の違うタグは別々の一覧になり、記事が2つに分かれてしまいます。",
    ),
    check=None,
    bad=(Example("tags: [«machine-learning», «サーバ», GCP]", files=_OTHERS),),
    good=(Example("tags: [Machine Learning, C, C++]\ncategories: [machine learning]", files=_OTHERS),),
    collect=collect,
    compare=compare,
)
