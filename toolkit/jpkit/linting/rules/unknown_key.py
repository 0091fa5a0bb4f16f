"""A key that is one slip away from one that the theme knows: it is legal, and does nothing."""

from collections.abc import Iterator
from functools import lru_cache

from jpkit.front.field import Field
from jpkit.hugo import GENERATIONS
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.schema import Schema, all_keys, at, child, known_keys, load, schemas_of
from jpkit.slips import one_slip

_SAYS = Text(
    en="no page has a field '{key}'; did you mean '{near}'?",
    ja="'{key}'という項目はありません。'{near}'ではありませんか",
)
_USUAL = {
    "tag": "tags", "keyword": "keywords", "category": "categories", "categorie": "categories",
    "catagories": "categories", "catagory": "categories", "publication_type": "publication_types",
    "external_links": "external_link", "abstruct": "abstract", "tilte": "title", "titel": "title",
}  # fmt: skip
_CONTENT = ("post", "event", "publication", "project")
# One slip away from a field, and a word of its own.
_WORDS = frozenset(
    "note data dates output link image images page pages text code name role roles item items icon menu value state"
    " event events author project series source video videos slide height".split()
)


def check(page: Page) -> Iterator[Problem]:
    if page.generation == "none":
        return
    known = all_keys()
    for key, field in page.post.fields.items():
        name = key.lower()
        if name in known and name not in _USUAL and not _of_other_pages(page, name):
            for inner in field.items if isinstance(field.value, dict) else ():
                if f"{name}.{inner.key.lower()}" not in known:
                    yield from _slip(page, inner, f"{key}.{inner.key}", (name,))
        elif name not in known or page.type in _CONTENT:
            yield from _slip(page, field, key, ())


def _of_other_pages(page: Page, name: str) -> bool:
    """Whether only pages of another sort have the key: `feature` is a widget's, and meant for `featured` in a post."""
    if page.type not in _CONTENT or page.generation is None:
        return False
    schemas = (load(generation, page.type) for generation in GENERATIONS)
    return not any(child(schema, name) for schema in schemas if schema is not None)


def _slip(page: Page, field: Field, path: str, above: tuple[str, ...]) -> Iterator[Problem]:
    name = field.key.lower()
    for schema in schemas_of(page):
        level = at(schema, above)
        if level is None:
            continue
        # Many a theme has a field `category` for one word.
        if name == "category" and (page.generation is None or not isinstance(field.value, tuple)):
            return
        if name == "external_links" and not isinstance(field.value, str):
            return  # a list of the site's own
        near = _nearest(name, level)
        if near is None or page.get(".".join((*above, near))) is not None:
            continue
        yield Problem(field.key_span, _SAYS(key=field.key, near=near), path, _rename(page, field, near))
        return


def _nearest(name: str, level: Schema) -> str | None:
    keys = known_keys(level)
    usual = _USUAL.get(name)
    if usual is not None:
        return keys.get(usual)
    if len(name) < 4 or name in _WORDS or name.startswith("_"):
        return None
    found = [
        keys[one] for one in _all_near(name) if one in keys and not level["properties"][keys[one]].get("deprecated")
    ]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)  # the same fields of the site's own come back on page after page
def _all_near(name: str) -> tuple[str, ...]:
    """The keys of any page, at any level, that a name is one slip away from."""
    known = {key.rpartition(".")[2] for key in all_keys()}
    return tuple(sorted(key for key in known if abs(len(key) - len(name)) < 2 and _near(name, key)))


def _near(one: str, other: str) -> bool:
    """Whether two keys are one slip apart; an s at the end is grammar."""
    return min(len(one), len(other)) >= 5 and one + "s" != other and other + "s" != one and one_slip(one, other)


def _rename(page: Page, field: Field, near: str) -> tuple[Edit, ...]:
    written = page.source.slice(field.key_span)
    if written == field.key:
        return (Edit(field.key_span, near),)
    quoted = len(written) == len(field.key) + 2
    return (Edit(field.key_span, f"{written[0]}{near}{written[-1]}"),) if quoted else ()


RULE = Rule(
    id="unknown-key",
    group="schema",
    severity="warning",
    summary=Text("Spell the names of fields as the theme does.", "項目の名前は、テーマのとおりに綴る。"),
    why=Text(
        "Hugo takes any key, so a misspelt one is no error: its value just never shows.",
        "Hugoはどんなキーも受け付けるため、綴りを間違えてもエラーにならず、値がどこにも現れません。",
    ),
    check=check,
    bad=(
        Example("title: a\n«tag»: [b]", "title: a\ntags: [b]"),
        Example("«tilte»: a # 題", "title: a # 題"),
        Example("title: a\nimage:\n  «focalpoint»: Top", "title: a\nimage:\n  focal_point: Top"),
        Example('{"title": "a", «"sumary"»: "b"}\n', '{"title": "a", "summary": "b"}\n'),
        Example('+++\ntitle = "a"\n«catagories» = ["b"]\n+++\n', '+++\ntitle = "a"\ncategories = ["b"]\n+++\n'),
        Example("title: a\n«feature»: true", "title: a\nfeatured: true", generation="hugoblox"),
        Example("title: a\n«external_links»: https://example.org", "title: a\nexternal_link: https://example.org"),
        Example("title: a\n«abstruct»: b", "title: a\nabstract: b", path="content/publication/a.md"),
    ),
    good=(
        Example("TITLE: a\nSubTitle: b\ntoc: true\nrating: 5\nseries: [a]\noutput: b\nnote: c\nmyfield: d"),
        Example("title: a\ntag: b\ntags: [c]\ncategory: d"),
        Example("title: a\ntilte: b", generation="none"),
        Example("title: a\nimage:\n  alt: b"),
        Example("widget: featurette\nfeature: [{name: a}]", path="content/home/a.md", generation="academic-4"),
        Example("title: a\nsections: []\nprofiles: []\nitems: [b]", generation="hugoblox"),
    ),
)
