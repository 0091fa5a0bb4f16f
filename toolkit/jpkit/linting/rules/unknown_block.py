"""A block of another line of Hugo Blox: Bootstrap, Tailwind and kit share the generation, not their blocks."""

from collections.abc import Iterator, Mapping

from jpkit.front.field import short
from jpkit.hugo import folder_names
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._modules import line_of

_OLD = frozenset("buttons about.avatar about.biography accomplishments contact people slider tag_cloud".split())
_NEW = frozenset(
    "cta-button-list cta-card cta-image-paragraph resume-awards resume-biography resume-biography-3 resume-experience"
    " resume-languages resume-skills stats testimonials comparison-table contact-info content-collection dev-hero faq"
    " focus-areas help-categories help-questions logos pricing search-hero steps team-showcase tech-stack awards"
    " biography languages research-areas knowledge-categories trending-questions".split()
)
# Names are open (communities add their own), so only those of another line are surely not there.
_FOREIGN: Mapping[str, frozenset[str]] = {"bootstrap": _NEW, "tailwind": _OLD, "kit": _OLD}
_LINES = {"bootstrap": "blox-bootstrap", "tailwind": "blox-tailwind", "kit": "modules/blox"}
_FOLDERS = ("layouts/partials/blocks", "layouts/_partials/blocks", "layouts/partials/hbx/blocks", "blox")
_SAYS = Text(
    en="'{value}' is a block of another module, and '{line}', the site's own, stops at it; write one that it has",
    ja="'{value}'は別のモジュールのブロックです。このサイトの'{line}'にはないため、ビルドが止まります。"
    "'{line}'にあるブロックを書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    sections = page.get("sections")
    line = line_of(page.site)
    if sections is None or line is None or not isinstance(sections.value, tuple):
        return
    for path, field in page.post.walk():
        value = field.value
        if field.key.lower() == "block" and path.lower().startswith("sections[") and isinstance(value, str):
            name = value.strip().lower()
            if name in _FOREIGN[line] and not _own(page, name):
                yield Problem(field.value_span, _SAYS(value=short(value), line=_LINES[line]), path)


def _own(page: Page, name: str) -> bool:
    return any({name, f"{name}.html"} & folder_names(f"{page.site.root}/{folder}") for folder in _FOLDERS)


_BOOTSTRAP = {"config/_default/module.yaml": "imports:\n- path: github.com/HugoBlox/modules/blox-bootstrap/v5\n"}
_KIT = {"config/_default/module.yaml": "imports:\n- path: github.com/HugoBlox/kit/modules/blox\n"}

RULE = Rule(
    id="unknown-block",
    group="schema",
    severity="error",
    summary=Text("Use the blocks of the module that the site imports.", "サイトが読み込むモジュールのブロックを使う。"),
    why=Text(
        "A block that is not there stops the build: “uses a … block but the … block was not found”.",
        "存在しないブロックを使うと、ビルドが止まります（uses a … block but the … block was not found）。",
    ),
    check=check,
    bad=(
        Example("sections:\n- block: hero\n- block: «cta-card»", path="content/_index.md", files=_BOOTSTRAP),
        Example('{"sections": [{"block": «"slider"»}]}\n', path="content/_index.md", files=_KIT),
    ),
    good=(
        Example("sections:\n- block: slider\n- block: my-own", path="content/_index.md", files=_BOOTSTRAP),
        Example("sections:\n- block: cta-card", path="content/_index.md"),
        Example("sections:\n- block: slider", path="content/_index.md", files={**_KIT, "blox/slider/block.html": ""}),
    ),
)
