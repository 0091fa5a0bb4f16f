"""A word that the theme does not know where it knows a few: ignored, or the build stops."""

from collections.abc import Iterator

from jpkit.front.field import Field, short
from jpkit.hugo import folder_names
from jpkit.linting.model import Edit, Example, Problem, Rule, Severity, Text
from jpkit.linting.page import Page

_FOCAL = "Smart Center TopLeft Top TopRight Left Right BottomLeft Bottom BottomRight".split()
_OTHER = {"centre": "Center", "middle": "Center", "upperleft": "TopLeft", "upperright": "TopRight"}
_BUILD = {"render": ("always", "never", "link"), "list": ("always", "never", "local")}
# What each generation has a template for, former names that still work among them.
_WIDGETS = {
    "academic-2": frozenset(
        "about contact custom featurette hero hero_carousel posts projects publications publications_selected search"
        " tag_cloud talks talks_selected".split()
    ),
    "academic-3": frozenset(
        "about accomplishments contact custom experience featurette hero hero_carousel posts projects publications"
        " publications_selected search tag_cloud talks talks_selected".split()
    ),
    "academic-4": frozenset(
        "about accomplishments blank contact experience featured featurette hero pages people portfolio slider"
        " tag_cloud custom projects hero_carousel posts publications publications_featured talks"
        " talks_featured".split()
    ),
}
_SAYS = Text(
    en="'{value}' is no value of '{key}'; write one of: {known}",
    ja="'{key}'に'{value}'という値はありません。次のどれかを書いてください：{known}",
)
_NEAR = Text(
    en="'{value}' is no value of '{key}'; did you mean '{near}'?",
    ja="'{key}'に'{value}'という値はありません。'{near}'ではありませんか",
)


def check(page: Page) -> Iterator[Problem]:
    if page.generation == "none":
        return
    image = page.get("image")
    for field in image.items if image is not None else ():
        if field.key.lower() == "focal_point" and isinstance(field.value, str):
            yield from _focal_point(field, f"{image.key if image else ''}.{field.key}")
    yield from _widget(page)
    build = page.get("build")
    for field in build.items if build is not None else ():
        known = _BUILD.get(field.key.lower())
        if known and isinstance(field.value, str) and field.value.strip().lower() not in (*known, ""):
            text = _SAYS(key=f"build.{field.key}", value=short(field.value), known=", ".join(known))
            yield Problem(field.value_span, text, f"build.{field.key}", severity="warning")


def _focal_point(field: Field, key: str) -> Iterator[Problem]:
    value = str(field.value).strip()
    folded = value.lower().replace(" ", "").replace("-", "").replace("_", "")
    if not value or value.lower() in [word.lower() for word in _FOCAL] or "{{" in value:
        return
    near = _OTHER.get(folded) or next((word for word in _FOCAL if word.lower() == folded), None) or _nearest(folded)
    # Hugo reads "r90", "q75", "300x200" in the same text, so words like these stop the build.
    stops = value.lower()[0] in "rq" or "x" in value.lower()
    severity: Severity = "error" if stops else "warning"
    if near is None:
        yield Problem(field.value_span, _SAYS(key=key, value=short(value), known=", ".join(_FOCAL)), key, (), severity)
        return
    quote = {"double": '"', "single": "'"}.get(field.style, "")
    edits = (Edit(field.value_span, f"{quote}{near}{quote}"),)
    yield Problem(field.value_span, _NEAR(key=key, value=short(value), near=near), key, edits, severity)


def _widget(page: Page) -> Iterator[Problem]:
    field = page.get("widget")
    known = _WIDGETS.get(page.generation or "")
    if field is None or known is None or not isinstance(field.value, str) or not field.value.strip():
        return
    own = folder_names(f"{page.site.root}/layouts/partials/widgets") if page.site.root else frozenset()
    if field.value.strip().lower() not in known and f"{field.value.strip()}.html" not in own:
        text = _SAYS(key=field.key, value=short(field.value), known=", ".join(sorted(known)))
        yield Problem(field.value_span, text, field.key)


def _nearest(word: str) -> str | None:
    from difflib import get_close_matches  # only where something is wrong

    near = get_close_matches(word, [one.lower() for one in _FOCAL], n=1, cutoff=0.75)
    return next((one for one in _FOCAL if one.lower() == near[0]), None) if near else None


RULE = Rule(
    id="unknown-value",
    group="schema",
    severity="error",
    summary=Text("Write values that the theme knows.", "テーマが受け付ける値を書く。"),
    why=Text(
        "`focal_point: Centre` is ignored without a word; words with an x or that begin with r or q stop the build.",
        "`focal_point: Centre`は黙って無視されます。xを含む語や、r、qで始まる語はビルドを止めます。",
    ),
    check=check,
    bad=(
        Example("image:\n  focal_point: «Centre» # 中央", "image:\n  focal_point: Center # 中央"),
        Example("image: {focal_point: «'Rihgt'»}", "image: {focal_point: 'Right'}"),
        Example('+++\n[image]\nfocal_point = «"Top Left"»\n+++\n', '+++\n[image]\nfocal_point = "TopLeft"\n+++\n'),
        Example('{"image": {"focal_point": «"max"»}}\n'),
        Example("widget: «teaching»", path="content/home/a.md", generation="academic-4"),
        Example("build: {render: «nope»}"),
    ),
    good=(
        Example(
            "widget: teaching",
            path="content/home/a.md",
            files={"layouts/partials/widgets/teaching.html": ""},
            generation="academic-4",
        ),
        Example(
            "widget: Blank\nbuild: {render: never, list: false}", path="content/home/a.md", generation="academic-4"
        ),
        Example("image:\n  focal_point: topleft\n  placement: 9"),
        Example("image: {focal_point: ''}"),
        Example("image: {focal_point: Centre}", generation="none"),
    ),
)
