"""A DOI with its address: the theme puts https://doi.org/ before it again."""

import re
from collections.abc import Iterator

from jpkit.front.field import short
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page

_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE)
_SAYS = Text(
    en="'{value}' becomes the link https://doi.org/{value}; write '{right}'",
    ja="'{value}'からは、https://doi.org/{value}というリンクができます。'{right}'とだけ書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    for key in ("doi", "hugoblox.ids.doi") if page.generation != "none" else ():
        field = page.get(key)
        value = field.value if field is not None else None
        prefix = _PREFIX.match(value.strip()) if isinstance(value, str) else None
        if field is not None and isinstance(value, str) and prefix is not None:
            right = value.strip()[prefix.end() :]
            written = page.source.slice(field.value_span)
            whole = written.count(prefix[0]) == 1
            edits = (Edit(field.value_span, written.replace(prefix[0], "", 1)),) if whole else ()
            yield Problem(
                field.value_span, _SAYS(value=short(value), right=right), key if "." in key else field.key, edits
            )


RULE = Rule(
    id="doi-url",
    group="content",
    severity="warning",
    summary=Text("Write a DOI without its address.", "DOIは、https://doi.org/を付けずに書く。"),
    why=Text(
        "The theme makes the link: from an address it makes https://doi.org/https://doi.org/….",
        "リンクはテーマが作ります。URLを書くと、https://doi.org/https://doi.org/…というリンクになります。",
    ),
    check=check,
    bad=(
        Example('doi: «"https://doi.org/10.1000/182"»', 'doi: "10.1000/182"'),
        Example("doi: «doi:10.1000/182» # 論文", "doi: 10.1000/182 # 論文"),
        Example("hugoblox:\n  ids:\n    doi: «https://doi.org/10.1000/182»", "hugoblox:\n  ids:\n    doi: 10.1000/182"),
        Example('{"doi": «"http://dx.doi.org/10.1000/182"»}\n', '{"doi": "10.1000/182"}\n'),
    ),
    good=(Example("doi: 10.1000/182"), Example("doi: ''"), Example("doi: https://example.org/10.1000/182")),
)
