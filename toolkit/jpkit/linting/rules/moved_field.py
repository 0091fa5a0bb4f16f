"""A field of another generation of the theme: nobody reads it any more."""

from collections.abc import Iterator, Mapping

from jpkit.hugo import GENERATIONS
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._modules import line_of
from jpkit.linting.schema import Schema, at, load, schemas_of

_SAYS = Text(
    en="{generation} does not read '{key}' any more; write {to}",
    ja="{generation}は'{key}'を参照しません。{to}を使ってください",
)
_GONE = Text(
    en="{generation} does not read '{key}' any more; take it away",
    ja="{generation}は'{key}'を参照しません。削除してください",
)
_BUILD = Text(
    en="Hugo calls '_build' 'build' since 0.145 and stops at the old name; write 'build'",
    ja="'_build'はHugo 0.145から'build'に変わり、新しいHugoは古い名前でビルドを止めます。'build'と書いてください",
)
_FEATURED = Text(
    en="{generation} does not read '{key}' any more; put the picture beside the page, as featured.jpg or featured.png",
    ja="{generation}は'{key}'を参照しません。画像をfeatured.jpgかfeatured.pngという名前で、"
    "ページと同じフォルダーに置いてください",
)
_TARGET = Text(
    en="Hugo calls '_target' 'target' since 0.156; write 'target'",
    ja="'_target'はHugo 0.156から'target'に変わりました。'target'と書いてください",
)
# What takes a field's place, where that is no field with the same value.
_INSTEAD = {
    "links[] with type": Text("an item of 'links' with its 'type'", "'links'の項目（typeも書く）"),
    "show_date (inverted)": Text("'show_date' with the opposite value", "逆の値の'show_date'"),
    "commentable": Text("'commentable' with the opposite value", "逆の値の'commentable'"),
    "banner.image (v5.5.0), cover.image (kit)": Text("'banner.image'", "'banner.image'"),
}
_HUGO = {"_build": _BUILD, "_target": _TARGET}
# Below the top level, and where the module that the site imports decides: path, generations, modules, new path.
_NEW = ("tailwind", "kit")
_INNER: tuple[tuple[str, tuple[str, ...], tuple[str, ...], str], ...] = (
    ("header.preview", ("academic-3", "academic-4", "wowchemy-5", "hugoblox"), (), "image.preview_only"),
    ("header.image", ("hugoblox",), (), "banner.image"),
    ("banner", (), _NEW, ""),
    ("image.placement", (), _NEW, ""),
    ("external_link", (), ("kit",), "links"),
)
# Old and new field mean the same and hold the same: only the name changes.
_SAME = frozenset(("abstract_short", "summary")) | {"url_custom", "time_end"}


def check(page: Page) -> Iterator[Problem]:
    yield from _hugo(page)
    yield from _inner(page)
    for key, field in page.post.fields.items():
        if page.generation in (None, "none") or page.type == "any" or field.value in (None, "", (), False):
            continue
        node = _moved(page, key.lower())
        if node is None:
            continue
        to = node.get("x-replaced-by")
        if not to:
            yield Problem(field.key_span, _GONE(generation=page.generation, key=key), key, severity="info")
            continue
        mend = key.lower() in _SAME and page.get(to) is None and page.post.format == "yaml"
        edits = (Edit(field.key_span, to),) if mend else ()
        says = _FEATURED if to.startswith("featured") and to != "featured" else _SAYS
        yield Problem(field.key_span, says(generation=page.generation, key=key, to=_shown(to)), key, edits)


def _hugo(page: Page) -> Iterator[Problem]:
    """What Hugo itself has renamed, at the top and in what a section hands down."""
    levels = [("", tuple(page.post.fields.values()))]
    cascade = page.get("cascade")
    if cascade is not None and isinstance(cascade.value, Mapping):
        levels.append((f"{cascade.key}.", cascade.items))
    elif cascade is not None:
        levels += [(f"{cascade.key}[{n}].", item.items) for n, item in enumerate(cascade.items)]
    for above, fields in levels:
        names = {field.key.lower() for field in fields}
        for field in fields:
            says = _HUGO.get(field.key.lower())
            new = field.key[1:]
            if says is not None and new.lower() not in names and (above or new.lower() == "build"):
                edits = (Edit(field.key_span, page.source.slice(field.key_span).replace(field.key, new)),)
                yield Problem(field.key_span, says(), above + field.key, edits)


def _inner(page: Page) -> Iterator[Problem]:
    line = line_of(page.site)
    for path, generations, lines, to in _INNER:
        field = page.get(path)
        if field is None or field.value in (None, "", (), False):
            continue
        if page.generation in generations:
            where = page.generation
        elif line in lines:
            where = f"blox-{line}" if line == "tailwind" else "modules/blox"
        else:
            continue
        to = "" if line in _NEW and to.startswith("banner") else to
        text = _SAYS(generation=where, key=path, to=_shown(to)) if to else _GONE(generation=where, key=path)
        yield Problem(field.key_span, text, _spelt(page, path), severity="info")


def _shown(to: str) -> str:
    instead = _INSTEAD.get(to)
    return instead() if instead is not None else f"'{to.partition(' (')[0].replace('[]', '')}'"


def _spelt(page: Page, path: str) -> str:
    """The path as the page spells it."""
    keys = path.split(".")
    fields = (page.get(".".join(keys[: n + 1])) for n in range(len(keys)))
    return ".".join(field.key for field in fields if field is not None)


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


_TAILWIND = {"config/_default/module.yaml": "imports:\n- path: github.com/HugoBlox/modules/blox-tailwind\n"}

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
        Example('{"cascade": [{«"_target"»: {"kind": "page"}}]}\n', '{"cascade": [{"target": {"kind": "page"}}]}\n'),
        Example("header:\n  «preview»: true", generation="academic-4"),
        Example("image: {«placement»: 2}", files=_TAILWIND),
    ),
    good=(
        Example("title: a\nabstract_short: 要約", path="content/publication/a.md", generation="academic-2"),
        Example("title: a\nabstract_short: 要約", path="content/publication/a.md"),
        Example("title: a\nabstract_short: ''", path="content/publication/a.md", generation="academic-4"),
        Example("title: a\nabstract_short: 要約", path="content/podcast/a.md", generation="academic-4"),
        Example("header: {preview: true}", generation="academic-2"),
        Example(
            "header: {image: a.png}\nimage: {placement: 2}\nexternal_link: https://example.org", generation="academic-4"
        ),
        Example("banner: {image: a.png}\nimage: {placement: 2}", generation="hugoblox"),
    ),
)
