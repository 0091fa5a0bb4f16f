"""An English name in other capitals, other words or otherwise divided than in the site's glossary."""

from collections.abc import Iterator

from jpkit.linting.english_names import around, better, uses
from jpkit.linting.glossary import held_to
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._prose import in_mark, in_title_elsewhere, is_glossed, is_quoted, prose

_SAYS = Text(
    en="'{found}' is '{name}' in the glossary; write '{better}' [{place}]",
    ja="'{found}'は、用語集では'{name}'です。'{better}'と書いてください [{place}]",
)
_RUNNING = frozenset(("paragraph", "item", "footnote"))
_LISTS = ("tags", "categories", "keywords")
"""Tags are written in small letters by many, and each spelling is a page of its own: `tag-variants` compares them."""


def check(page: Page) -> Iterator[Problem]:
    glossary = page.glossary
    if glossary is None or not (names := glossary.names).by_letters:
        return
    for block, key in prose(page):
        if key is not None and key.lower().startswith(_LISTS):
            continue
        for use in uses(block.text, names):
            where = around(block.text, use.start, use.end, heading=block.kind not in _RUNNING)
            wanted = better(use, where, names)
            if wanted is None or is_quoted(block, use.start, use.end):
                continue
            if (
                is_glossed(block.text, use.start, use.end, use.name.term.en or "")
                or in_mark(block, use.start, ("code",))
                or in_title_elsewhere(block, use.start)
            ):
                continue
            span = block.span(use.start, use.end)
            edits = (Edit(span, wanted),) if page.source.slice(span) == use.found else ()
            name = use.name.term.en or use.name.text
            text = _SAYS(found=use.found, name=name, better=wanted, place=use.name.term.place)
            yield Problem(span, text, key, edits)


_CSV = {
    "jpkit-out/glossary.csv": "ja,en,variants\nサービスメッシュ,service mesh,mesh of services\nKubernetes,Kubernetes,\n"
    "データセンター,data center,\nイベント駆動アーキテクチャ,event-driven architecture,\nノード,node,\n"
}

RULE = Rule(
    id="glossary-name",
    group="terms",
    severity="warning",
    summary=Text("Write English names as the glossary does.", "英語の用語は、用語集のとおりに書く。"),
    why=held_to(
        "Readers take two names for two things. Capitals at the start of a sentence or in a title, plurals and hyphens "
        "before a noun are no other names; nor is what stands in code, quotations and tags.",
        "表記が2つあると、読者は別のものだと思います。文頭やタイトルの大文字、複数形、名詞の前のハイフンは区別しません。"
        "コード、引用、タグは対象外です。",
    ),
    check=check,
    bad=(
        Example(
            "---\ntitle: Running «kubernetes»\n---\nA «Service mesh» needs no «servicemesh» in one «Datacenter».\n",
            files=_CSV,
        ),
        Example(
            "---\ntitle: a\n---\nThe «mesh of services» is an «event driven architecture». Use a «service-mesh».\n",
            "---\ntitle: a\n---\nThe service mesh is an event-driven architecture. Use a service mesh.\n",
            files=_CSV,
        ),
        Example("---\ntitle: 記録\n---\n«kubernetes»の話。\n", "---\ntitle: 記録\n---\nKubernetesの話。\n", files=_CSV),
    ),
    good=(
        Example(
            "---\ntitle: Service Mesh on KUBERNETES\ntags: [kubernetes]\n---\n# Service mesh in a Node\n\n"
            "Service meshes are many. The Service Mesh, a service-mesh architecture. See kubernetes.io, `kubernetes`, "
            "/kubernetes/ and “mesh of services”. Nodes.\n",
            files=_CSV,
        ),
        Example("---\ntitle: 記録\n---\nService-meshとkubernetes.ioの話。\n", files=_CSV),
        Example("---\ntitle: a\n---\nA servicemesh on kubernetes, of a site without a glossary.\n"),
    ),
)
