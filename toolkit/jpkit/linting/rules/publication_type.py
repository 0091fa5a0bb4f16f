"""Kinds of publications: numbers until 2023, names of the Citation Style Language since."""

from collections.abc import Iterator

from jpkit.front.field import Field, short
from jpkit.hugo import folder_names
from jpkit.linting.model import Edit, Example, Problem, Rule, Severity, Text
from jpkit.linting.page import Page

_NUMBERED = ("academic-2", "academic-3", "academic-4")
_NAMES = {
    "1": "paper-conference", "2": "article-journal", "3": "article", "4": "report", "5": "book", "6": "chapter",
    "7": "thesis", "8": "patent",
}  # fmt: skip
_NUMBERS = {name: number for number, name in _NAMES.items()}
_LABELS = {
    "conference paper": "1", "journal article": "2", "preprint": "3", "working paper": "3", "manuscript": "3",
    "report": "4", "book": "5", "book section": "6", "thesis": "7", "patent": "8",
}  # fmt: skip
_KNOWN = ", ".join(f'"{number}"' for number in ("0", *_NAMES))
_NUMBER_WANTED = Text(
    en="{generation} stops at '{value}', which is no number; write {right}",
    ja="{generation}は数字でない'{value}'でビルドを止めます。{right}を書いてください",
)
_ONE_OF = Text(en="one of: {known}", ja="次のどれか（{known}）")
_NAME_WANTED = Text(
    en="{generation} shows '{value}' as it stands; write '{right}'",
    ja="{generation}では'{value}'がそのまま表示されます。'{right}'と書いてください",
)
_OPEN = Text(
    en="{generation} knows the types 0 to 8, and the site has no data/publication_types.toml with '{value}'; mend it, "
    "or add the type there",
    ja="{generation}にある種類は0から8までで、サイトのdata/publication_types.tomlにも'{value}'がありません。"
    "直すか、そこに加えてください",
)
_FILTER = Text(
    en="no publication has the type '{value}', which is a label; write '{right}'",
    ja="'{value}'は種類の表示名で、これに当てはまる文献はありません。'{right}'と書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    if page.generation in (None, "none"):
        return
    types = page.get("publication_types")
    if page.type == "publication" and types is not None and isinstance(types.value, tuple):
        for index, item in enumerate(types.items):
            yield from _type(page, item, f"{types.key}[{index}]")
    if page.type in ("widget", "landing"):
        for path, field in page.post.walk():
            if field.key.lower() == "publication_type" and isinstance(field.value, str):
                yield from _filter(page, field, path)


def _type(page: Page, item: Field, key: str) -> Iterator[Problem]:
    value = str(item.value).strip() if isinstance(item.value, str | int) else ""
    if not value or "{{" in value:
        return
    # Wowchemy 5 changed on the way; where go.mod does not say which it is, both are right.
    named = page.site.has_named_types if page.generation == "wowchemy-5" else page.generation not in _NUMBERED
    if named is None:
        return
    if named:
        if value in _NAMES:  # "0" is in the theme's own archetype
            text = _NAME_WANTED(generation=page.generation, value=value, right=_NAMES[value])
            quote = {"double": '"', "single": "'"}.get(item.style, "" if page.post.format == "yaml" else '"')
            edits: tuple[Edit, ...] = (Edit(item.value_span, f"{quote}{_NAMES[value]}{quote}"),)
            yield Problem(item.value_span, text, key, edits, "warning")
    elif not value.isdecimal():
        right = f'"{_NUMBERS[value]}"' if value in _NUMBERS else None
        text = _NUMBER_WANTED(generation=page.generation, value=short(value), right=right or _ONE_OF(known=_KNOWN))
        edits = (Edit(item.value_span, right),) if right else ()
        yield Problem(item.value_span, text, key, edits)
    elif int(value) > 8 and page.site.config and not _own_types(page):
        yield Problem(item.value_span, _OPEN(generation=page.generation, value=value), key, severity="info")


def _own_types(page: Page) -> bool:
    """Whether the site lists types of its own; which, the theme's copy may say."""
    return any(name.startswith("publication_types.") for name in folder_names(f"{page.site.root}/data"))


def _filter(page: Page, field: Field, key: str) -> Iterator[Problem]:
    value = str(field.value).strip()
    number = _LABELS.get(value.lower().partition(" / ")[0])
    if number is None or (page.generation not in _NUMBERED and value.islower()):
        return
    right = number if page.generation in _NUMBERED else _NAMES[number]
    severity: Severity = "warning" if page.generation != "wowchemy-5" else "info"
    yield Problem(field.value_span, _FILTER(value=short(value), right=right), key, severity=severity)


_PAPER = "content/publication/a/index.md"
_SITE = {"config.toml": 'theme = "academic"\n'}
_OWN = {**_SITE, "data/publication_types.toml": ""}


def _wowchemy(version: str) -> dict[str, str]:
    module = "github.com/wowchemy/wowchemy-hugo-themes/modules/wowchemy/v5"
    return {
        "config/_default/module.yaml": f"imports:\n- path: {module}\n",
        "go.mod": f"module a.example/a\n\nrequire {module} {version} // indirect\n",
    }


RULE = Rule(
    id="publication-type",
    group="schema",
    severity="error",
    summary=Text("Write publication types as the theme knows them.", "文献の種類は、テーマが受け付ける形で書く。"),
    why=Text(
        'Until 2023 types are numbers (`"2"`), and a name stops the build; since, they are names (`article-journal`), '
        "and a number shows as a number. A filter by the label finds nothing.",
        '2023年までの種類は数字（`"2"`など）で、名前はビルドを止めます。'
        "それ以後は名前（`article-journal`など）で、数字はそのまま表示されます。表示名で絞り込んでも何も見つかりません。",
    ),
    check=check,
    bad=(
        Example('publication_types: [«article-journal»]', 'publication_types: ["2"]', _PAPER, generation="academic-4"),
        Example("publication_types: [«Journal»]", path=_PAPER, generation="academic-4"),
        Example('publication_types: [«"2"»]', 'publication_types: ["article-journal"]', _PAPER, generation="hugoblox"),
        Example(
            "publication_types: ['2', «article»]", "publication_types: ['2', \"3\"]", _PAPER, files=_wowchemy("v5.7.0"),
        ),
        Example(
            "publication_types: [«manuscript»]", path=_PAPER,
            files=_wowchemy("v5.7.1-0.20221127215619-58b270a3e103"),
        ),
        Example(
            "publication_types: ['0', «'2'»]", "publication_types: ['0', 'article-journal']", _PAPER,
            files=_wowchemy("v5.9.7"),
        ),
        Example("publication_types: ['2', «'99'»]", path=_PAPER, generation="academic-4", files=_SITE),
        Example("widget: publications\npublication_type: «Thesis»", path="content/home/a.md", generation="academic-3"),
    ),
    good=(
        Example("publication_types: [article-journal]", path=_PAPER),
        Example("publication_types: ['99', '2', 2]", path=_PAPER, generation="academic-4", files=_OWN),
        Example("publication_types: ['2', 'article']", path=_PAPER, generation="wowchemy-5"),
        Example(
            "publication_types: ['2', 'article']", path=_PAPER,
            files=_wowchemy("v5.0.0-00010101000000-000000000000"),
        ),
        Example("publication_types: ['0', thesis, custom]", path=_PAPER, generation="hugoblox"),
        Example(
            "sections:\n- content:\n    filters: {publication_type: thesis}", path="content/_index.md",
            generation="hugoblox",
        ),
    ),
)  # fmt: skip
