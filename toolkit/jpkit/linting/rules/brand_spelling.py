"""A name in capitals that are not its own: Tensorflow, Github, Javascript."""

import re
from collections.abc import Iterator

from jpkit.linting.model import Edit, Example, Problem, Rule, Severity, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._brands import brands
from jpkit.linting.rules._prose import in_code, in_title_elsewhere, prose

_WORD = re.compile("(?<![A-Za-z0-9_./@#&=:-])[A-Z][A-Za-z0-9]{4,}(?![A-Za-z0-9_/@=]|[.-][A-Za-z0-9])")
_SAYS = Text(en="'{found}' is spelt '{name}'; write it so", ja="'{found}'の正しい表記は'{name}'です。直してください")


def check(page: Page) -> Iterator[Problem]:
    names = brands().names
    if not any(_wrong(word, names.get(word.lower())) for word in set(_WORD.findall(page.source.text))):
        return
    for block, key in prose(page):
        for match in _WORD.finditer(block.text):
            name = names.get(match[0].lower())
            if page.glossary is not None and match[0].lower() in page.glossary.names.by_letters:
                continue  # glossary-name says what the author writes
            quoted = in_code(block, match.start()) or in_title_elsewhere(block, match.start())
            if name is not None and _wrong(match[0], name) and not quoted:
                span = block.span(*match.span())
                edits = (Edit(span, name),) if page.source.slice(span) == match[0] else ()
                # In the body it is a blemish, in a tag another taxonomy page.
                severity: Severity = "info" if key is None else "warning"
                yield Problem(span, _SAYS(found=match[0], name=name), key, edits, severity)


def _wrong(word: str, name: str | None) -> bool:
    """In capitals or small letters throughout, a word may be a constant, a command or a headline."""
    return name is not None and word != name and not word.isupper() and not word.islower()


RULE = Rule(
    id="brand-spelling",
    group="terms",
    severity="warning",
    summary=Text("Spell names as their makers do.", "製品名やサービス名は、公式の表記で書く。"),
    why=Text(
        "Readers notice, and a tag `Tensorflow` is another one than `TensorFlow`.",
        "読者の目につくうえ、タグの`Tensorflow`は`TensorFlow`とは別のタグになります。",
    ),
    check=check,
    bad=(
        Example(
            "---\ntitle: «Tensorflow»入門 # 題\ntags: [«Tensorflow», ML]\n---\n«Github»で公開した。\n",
            "---\ntitle: TensorFlow入門 # 題\ntags: [TensorFlow, ML]\n---\nGitHubで公開した。\n",
        ),
        Example('+++\nsummary = "«Javascript»の話"\n+++\n', '+++\nsummary = "JavaScriptの話"\n+++\n'),
    ),
    good=(
        Example(
            "---\ntitle: TensorFlow入門\n---\n`Tensorflow`と書くと動かない。https://example.org/Tensorflow/ を見る。\n"
        ),
        Example(
            "---\ntitle: a\n---\n[会社としてGithub Sponsorsになりました - 起業の記録と年表](https://example.org/)を読む。\n"
        ),
        Example(
            "---\ntitle: Javascriptの話\n---\n本文。\n",
            files={"jpkit-out/glossary.csv": "ja,en\nJavascript,Javascript\n"},
        ),
        Example("---\ntitle: github\n---\nimport tensorflow、GITHUB、Github.com、Tensorflow/models、Javascripter。\n"),
    ),
)
