"""A text where the theme wants a list or a map, or the other way round: templates stop the build."""

from collections.abc import Iterator, Mapping

from jpkit.front.field import Field, short
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._dates import DATES
from jpkit.linting.schema import Schema, at, schemas_of

_LIST = Text(
    en="'{key}' is a list, not '{value}'; write [{value}]",
    ja="'{key}'はリストです。'{value}'ではなく[{value}]と書いてください",
)
_NO_MAP = Text(
    en="'{key}' is a list, not a map; write its items in [ ]",
    ja="'{key}'はリストです。マップではなく、項目を[ ]の中に書いてください",
)
_MAPS = Text(
    en="items of '{key}' are maps, not '{value}'; write the keys that an item has",
    ja="'{key}'の項目はマップです。'{value}'ではなく、キーと値を書いてください",
)
_MAP = Text(
    en="'{key}' is a map, not '{value}'; write its keys below it",
    ja="'{key}'はマップです。'{value}'ではなく、その下にキーと値を書いてください",
)
_EMPTY = Text(
    en="'{key}' is a map, not the empty text {value}; take it away, or write its keys below it",
    ja="'{key}'はマップです。空の文字列{value}ではなく、その下にキーと値を書くか、項目を削除してください",
)
_TEXT = Text(
    en="'{key}' is a text, not a {kind}; write one value",
    ja="'{key}'は文字列です。{kind}ではなく、値を1つ書いてください",
)
_MENU = Text(
    en="'{key}' is a list of names or a map of menus, no list of maps; write the menu's name above its entry",
    ja="'{key}'に書けるのはメニュー名のリストか、メニューごとのマップです。メニュー名をキーにして書いてください",
)
_KINDS = {"array": Text("list", "リスト"), "object": Text("map", "マップ")}
# Hugo itself takes one text for these lists.
_LENIENT = frozenset(
    "aliases keywords images audio videos series outputs menu menus roles versions cascade resources".split()
)
# Templates that look into the map stop at a text, even an empty one; nothing at all is fine.
_IMAGE_MAPS = ("academic-3", "academic-4", "wowchemy-5")
_PLAIN_ITEM = frozenset(" .-_/+#'()&")


def check(page: Page) -> Iterator[Problem]:
    yield from _menu(page)
    schemas: list[Schema] | None = None
    for key, field in page.post.fields.items():
        name = key.lower()
        if name == "images" and isinstance(field.value, str) and field.value.strip():
            # Hugo's own templates range over it, and themes of any kind.
            yield Problem(field.value_span, _LIST(key=key, value=short(field.value)), key, severity="info")
        if name in _LENIENT or name in DATES:  # what is wrong with a date, invalid-date says
            continue
        if field.value == "" and name == "image" and page.generation in _IMAGE_MAPS:
            yield Problem(field.value_span, _EMPTY(key=key, value=page.source.slice(field.value_span)), key)
        if field.value in (None, "", ()) or _has_wide_brackets(field):
            continue
        if schemas is None:
            schemas = list(schemas_of(page)[:1])
        # Nearly every field fits what is likeliest; only then are all others asked.
        if schemas and _fits(field, at(schemas[0], (name,))) and not _wrong_items(field, at(schemas[0], (name,))):
            continue
        yield from _problems(page, key, field)


def _has_wide_brackets(field: Field) -> bool:
    """Whether it was meant as a list: smart-punctuation says so."""
    return isinstance(field.value, str) and field.value.startswith("［") and field.value.endswith("］")


def _menu(page: Page) -> Iterator[Problem]:
    for name in ("menu", "menus"):
        field = page.get(name)
        if (
            field is not None
            and isinstance(field.value, tuple)
            and any(isinstance(one, Mapping) for one in field.value)
        ):
            yield Problem(field.value_span, _MENU(key=field.key), field.key)


def _problems(page: Page, key: str, field: Field) -> Iterator[Problem]:
    nodes = [node for schema in schemas_of(page) if (node := at(schema, (key.lower(),))) is not None]
    if not nodes:
        return
    if not any(_fits(field, node) for node in nodes):
        yield _problem(page, key, field, nodes[0])
    elif not any(_fits(field, node) and not _wrong_items(field, node) for node in nodes):
        for index in _wrong_items(field, nodes[0]):
            item = field.items[index]
            yield Problem(item.value_span, _MAPS(key=key, value=short(str(item.value))), f"{key}[{index}]")


def _wrong_items(field: Field, node: Schema | None) -> list[int]:
    """Items of a list of maps that are none."""
    if node is None or not isinstance(field.value, tuple) or "object" not in node.get("items", {}).get("type", ()):
        return []
    if "string" in node["items"]["type"]:
        return []
    return [
        n for n, item in enumerate(field.items) if item.value not in (None, "") and not isinstance(item.value, Mapping)
    ]


def _kind(value: object) -> str:
    return "array" if isinstance(value, tuple) else "object" if isinstance(value, Mapping) else "scalar"


def _fits(field: Field, node: Schema | None) -> bool:
    types = node.get("type") if node is not None else None
    if not types:
        return True
    kind = _kind(field.value)
    scalars = {"string", "number", "integer", "boolean"}
    return kind in types or (kind == "scalar" and not scalars.isdisjoint(types))


def _problem(page: Page, key: str, field: Field, node: Schema) -> Problem:
    kind = _kind(field.value)
    value = page.source.slice(field.value_span)
    types = node["type"]
    if kind == "scalar" and "array" in types:
        # A taxonomy of one long term: since Wowchemy the build goes on.
        mild = key.lower() in ("tags", "categories") and page.generation not in (
            "academic-2",
            "academic-3",
            "academic-4",
        )
        shown = value if field.style in ("single", "double") else str(field.value)
        plain = field.style in ("single", "double") or all(c.isalnum() or c in _PLAIN_ITEM for c in value)
        maps = "object" in node.get("items", {}).get("type", ())
        edits = (Edit(field.value_span, f"[{value}]"),) if plain and not maps and page.post.format else ()
        severity = "warning" if mild else "error"
        return Problem(field.value_span, _LIST(key=key, value=short(shown)), key, edits, severity)  # type: ignore[arg-type]
    if kind == "scalar":
        return Problem(field.value_span, _MAP(key=key, value=short(str(field.value))), key)
    stops = key.lower() == "abstract" or kind == "object"
    if "array" in types or "object" in types:
        text = _NO_MAP(key=key) if "array" in types else _MAP(key=key, value="[…]")
        return Problem(field.value_span, text, key)
    return Problem(field.value_span, _TEXT(key=key, kind=_KINDS[kind]()), key, severity="error" if stops else "warning")


RULE = Rule(
    id="wrong-type",
    group="schema",
    severity="error",
    summary=Text(
        "Write lists, maps and texts where the theme wants them.",
        "リスト、マップ、文字列を、テーマの求めるとおりに書く。",
    ),
    why=Text(
        "The theme's templates range over lists and look into maps: “range can't iterate over …” stops the build.",
        "テーマのテンプレートは、リストを順に処理し、マップの中を参照します。"
        "型が違うと「range can't iterate over …」などでビルドが止まります。",
    ),
    check=check,
    bad=(
        Example("title: a\ntags: «GCP»", "title: a\ntags: [GCP]"),
        Example("title: a\nauthors: «'山田'»", "title: a\nauthors: ['山田']"),
        Example('+++\ntitle = "a"\ntags = «"GCP"»\n+++\n', '+++\ntitle = "a"\ntags = ["GCP"]\n+++\n'),
        Example('{"title": "a", "tags": «"GCP"»}\n', '{"title": "a", "tags": ["GCP"]}\n'),
        Example("title: a\nimage: «featured.png»", generation="academic-4"),
        Example("title: a\nimage: «''»", generation="academic-4"),
        Example("title: a\nimages: «foo.jpg»", generation="none"),
        Example("title: a\nlinks: [«https://example.org»]", generation="academic-4"),
        Example("title: a\ntags: «{GCP: 1}»"),
        Example("title: a\nmenu:\n«- name: b\n  weight: 1»"),
        Example("title: a\nabstract: «[b]»", path="content/publication/a/index.md"),
    ),
    good=(
        Example("title: a\ntags: [GCP]\nauthors:\nimage: ''\ncategories: []"),
        Example("title: a\nimage: featured.png", generation="academic-2", path="content/project/a.md"),
        Example("title: 2020\naliases: /old/\nkeywords: a, b\nweight: '5'"),
        Example("title: a\ntags: GCP", generation="none"),
        Example("tracks: GCP\nspeakers: {a: b}", path="content/podcast/a.md"),
    ),
)
