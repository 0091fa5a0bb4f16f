"""A whole page inside a code fence: pasted from a chat, and Hugo shows it as code."""

import re
from collections.abc import Iterator

from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.source import Span

_OPENS = r"\ufeff?\s*(```+(?:markdown|md|yaml|text)?[ \t]*)\r?\n(?=(?:---|\+\+\+)[ \t]*\r?\n)"
_CLOSES = r"\n(```+)\s*\Z"
_SAYS = Text(
    en="the page stands inside a code fence; take '{fence}' and its end away",
    ja="ページ全体がコードブロックの中にあります。'{fence}'とその終わりを削除してください",
)


def check(page: Page) -> Iterator[Problem]:
    text = page.source.text
    opens = re.match(_OPENS, text) if text.lstrip("\ufeff \t\r\n").startswith("```") else None
    if opens is None:
        return
    edits = [Edit(Span(opens.start(1), opens.end()), "")]
    closes = re.compile(_CLOSES).search(text, opens.end())
    if closes is not None:
        edits.append(Edit(Span(closes.start(1), closes.end(1)), ""))
    fence = opens[1].strip()
    yield Problem(Span(opens.start(1), opens.start(1) + len(fence)), _SAYS(fence=fence), edits=tuple(edits))


RULE = Rule(
    id="fenced-page",
    group="syntax",
    severity="error",
    summary=Text("Begin a page with its front matter.", "ページはフロントマターから始める。"),
    why=Text(
        "A page that was copied together with its fence has no front matter: no title, no date, and all of it is code.",
        "コードブロックの記号ごと貼り付けたページにはフロントマターがなく、タイトルも日付もないまま、全体がコードとして表示されます。",
    ),
    check=check,
    bad=(
        Example("«```markdown»\n---\ntitle: 記録\n---\n本文。\n```\n", "---\ntitle: 記録\n---\n本文。\n\n"),
        Example("«```»\n+++\ntitle = '記録'\n+++\n本文。\n"),
    ),
    good=(
        Example("---\ntitle: 記録\n---\n```yaml\n---\ntitle: 例\n---\n```\n"),
        Example("```yaml\ntitle: 例\n```\n"),
    ),
    unreadable=True,
)
