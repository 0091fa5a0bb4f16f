"""An output format that neither Hugo nor the theme nor the site has: the build stops."""

import re
from collections.abc import Iterator, Mapping

from jpkit.front.field import Field, short
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page

# Hugo's own (output/outputFormat.go), and what configurations of the theme define.
_HUGO = frozenset(
    "amp calendar css csv html json markdown md robots rss sitemap sitemapindex webappmanifest webmanifest 404 alias"
    " gotmpl".split()
)
_THEME = re.compile(r"\w*cms_?config|headers|redirects|backlinks|searchindex|webappmanifest", re.IGNORECASE)
_SAYS = Text(
    en="neither Hugo nor the site has an output format '{value}'; mend it, or define it in the configuration",
    ja="'{value}'という出力形式は、Hugoにもサイトの設定にもありません。直すか、設定で定義してください",
)


def check(page: Page) -> Iterator[Problem]:
    field = page.get("outputs")
    # Without the site, and with another theme, nobody can say what the configuration defines.
    if field is None or not page.site.config or page.generation in (None, "none"):
        return
    own = page.site.config.get("outputformats")
    known = _HUGO | {str(name).lower() for name in (own if isinstance(own, Mapping) else ())}
    listed = [(field.key, field)]
    if isinstance(field.value, tuple):
        listed = [(f"{field.key}[{n}]", item) for n, item in enumerate(field.items)]
    for key, item in listed:
        yield from _unknown(item, key, known)


def _unknown(item: Field, key: str, known: frozenset[str]) -> Iterator[Problem]:
    value = item.value
    if isinstance(value, str) and value.strip() and value.lower() not in known and not _THEME.fullmatch(value):
        yield Problem(item.value_span, _SAYS(value=short(value)), key)


_SITE = {"config.toml": 'theme = "academic"\n[outputFormats.feed]\nmediaType = "application/rss"\n'}

RULE = Rule(
    id="unknown-output",
    group="schema",
    severity="warning",
    summary=Text("Name output formats that there are.", "存在する出力形式を書く。"),
    why=Text(
        "Hugo stops with “OutputFormat with key … not found”.",
        "Hugoは「OutputFormat with key … not found」でビルドを止めます。",
    ),
    check=check,
    bad=(
        Example("outputs: [HTML, «nope»]", generation="academic-4", files=_SITE),
        Example('+++\noutputs = [«"htlm"»]\n+++\n', generation="academic-4", files=_SITE),
    ),
    good=(
        Example("outputs: [html, RSS, feed, wowchemycms_config]", generation="academic-4", files=_SITE),
        Example("outputs: [nope]", generation="academic-4"),
        Example("outputs: [nope]", files={"config.toml": 'theme = "mine"\n'}),
    ),
)
