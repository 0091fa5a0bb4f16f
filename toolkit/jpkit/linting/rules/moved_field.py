"""A field of another generation of the theme: nobody reads it any more."""

from collections.abc import Iterator

from jpkit.hugo import GENERATIONS
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.schema import Schema, at, load, schemas_of

_SAYS = Text(
    en="{generation} does not read '{key}' any more; write '{to}'",
    ja="{generation}は'{key}'を参照しません。'{to}'と書いてください",
)
_GONE = Text(
    en="{generation} does not read '{key}' any more; take it away",
    ja="{generation}は'{key}'を参照しません。削除してください",
)
_BUILD = Text(
    en="Hugo calls '_build' 'build' since 0.145 and stops at the old name; write 'build'",
    ja="'_build'はHugo 0.145から'build'に変わり、新しいHugoは古い名前でビルドを止めます。'build'と書いてください",
)
# Old and new field mean the same and hold the same: only the name changes.
_SAME = frozenset(("abstract_short", "summary")) | {"url_custom", "time_end"}


def check(page: Page) -> Iterator[Problem]:
    for key, field in page.post.fields.items():
        if key.lower() == "_build" and page.get("build") is None:
            yield Problem(field.key_span, _BUILD(), key, (Edit(field.key_span, "build"),))
        elif page.generation in (None, "none") or page.type == "any" or field.value in (None, "", (), False):
            continue
        else:
            node = _moved(page, key.lower())
            if node is None:
                continue
            to = node.get("x-replaced-by")
            if not to:
                yield Problem(field.key_span, _GONE(generation=page.generation, key=key), key, severity="info")
                continue
            mend = key.lower() in _SAME and page.get(to) is None and page.post.format == "yaml"
            edits = (Edit(field.key_span, to),) if mend else ()
            yield Problem(field.key_span, _SAYS(generation=page.generation, key=key, to=to), key, edits)


def _moved(page: Page, name: str) -> Schema | None:
    """What the schemas say of a field that this generation has given up, or only an older one knew."""
    schemas = schemas_of(page)
    node = at(schemas[0], (name,)) if schemas else None
    if node is not None:
        return node if node.get("x-status") == "removed" else None
    for older in GENERATIONS[: GENERATIONS.index(page.generation or "")]:
        schema = load(older, page.type)
        node = at(schema, (name,)) if schema is not None else None
        if node is not None and node.get("x-replaced-by"):
            return node
    return None


RULE = Rule(
    id="moved-field",
    group="schema",
    severity="info",
    summary=Text("Use the fields of the theme's own generation.", "使っている世代のテーマにある項目を使う。"),
    why=Text(
        "Fields were renamed between Academic 2 and Hugo Blox; the old names do nothing, and no build says so.",
        "AcademicからHugo Bloxまでの間に、項目の名前が何度か変わりました。"
        "古い名前は無視され、ビルドでも警告されません。",
    ),
    check=check,
    bad=(
        Example(
            "title: a\n«abstract_short»: 要約",
            "title: a\nsummary: 要約",
            path="content/publication/a/index.md",
            generation="academic-4",
        ),
        Example(
            "title: a\n«time_start»: 2020-01-01T10:00:00Z", path="content/talk/a/index.md", generation="academic-4"
        ),
        Example("title: a\n«image_preview»: a.png", path="content/project/a/index.md", generation="academic-4"),
        Example("title: a\n«_build»: {render: never}", "title: a\nbuild: {render: never}"),
    ),
    good=(
        Example("title: a\nabstract_short: 要約", path="content/publication/a.md", generation="academic-2"),
        Example("title: a\nabstract_short: 要約", path="content/publication/a.md"),
        Example("title: a\nabstract_short: ''", path="content/publication/a.md", generation="academic-4"),
        Example("title: a\nabstract_short: 要約", path="content/podcast/a.md", generation="academic-4"),
    ),
)
