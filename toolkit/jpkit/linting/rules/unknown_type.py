"""A type or layout one slip away from one of the theme's: any name is legal, and the default page shows."""

from collections.abc import Iterator

from jpkit.front.field import short
from jpkit.hugo import folder_names
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.slips import one_slip

_NAMES = {
    "type": "post blog publication publications talk event events project projects slides docs book page widget_page"
    " landing authors questions wowchemycms decap_cms separator",
    "layout": "single list docs book landing slides authors publication project event baseof widget_page",
}
_SAYS = Text(
    en="no template is called '{value}', and the default one shows; did you mean '{near}'?",
    ja="'{value}'というテンプレートはなく、既定のページが表示されます。'{near}'ではありませんか",
)


def check(page: Page) -> Iterator[Problem]:
    if page.generation == "none":
        return
    for name, known in _NAMES.items():
        field = page.get(name)
        value = field.value.strip() if field is not None and isinstance(field.value, str) else ""
        if field is None or not value or value.lower() in known.split() or _own(page, value):
            continue
        near = [one for one in known.split() if one_slip(value.lower(), one)]
        if len(near) == 1:
            quote = {"double": '"', "single": "'"}.get(field.style, "")
            edits = (Edit(field.value_span, f"{quote}{near[0]}{quote}"),)
            yield Problem(field.value_span, _SAYS(value=short(value), near=near[0]), field.key, edits)


def _own(page: Page, value: str) -> bool:
    """Whether the site has templates of that name, or pages in a folder of that name."""
    site = page.site
    names = folder_names(f"{site.root}/layouts") | folder_names(f"{site.root}/layouts/_default")
    names |= folder_names(site.content) if site.content else frozenset()
    return bool({value, f"{value}.html"} & names)


RULE = Rule(
    id="unknown-type",
    group="schema",
    severity="warning",
    summary=Text("Spell types and layouts as the theme does.", "typeとlayoutは、テーマのとおりに綴る。"),
    why=Text(
        "Hugo takes any type and layout, and shows the default page where there is no template of that name.",
        "Hugoはどんなtypeとlayoutも受け付け、その名前のテンプレートがなければ既定のページを表示します。",
    ),
    check=check,
    bad=(
        Example("title: a\ntype: «publicaton» # 論文", "title: a\ntype: publication # 論文"),
        Example('{"layout": «"signle"»}\n', '{"layout": "single"}\n'),
    ),
    good=(
        Example("type: recipe\nlayout: wide"),
        Example("type: publicaton", files={"layouts/publicaton/single.html": ""}),
        Example("type: publicaton", generation="none"),
        Example("type: ''\nlayout: Book"),
    ),
)
