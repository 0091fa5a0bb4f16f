"""Curly quotes, full-width colons, commas and brackets: to a parser they are letters."""

from collections.abc import Iterator

from jpkit.front.field import Field, short
from jpkit.linting.model import Edit, Example, Problem, Rule, Severity, Text
from jpkit.linting.page import Page
from jpkit.linting.rules._dates import DATES
from jpkit.linting.rules._reading import Sign, wrong_sign
from jpkit.source import Span

_LISTS = ("tags", "categories", "authors", "keywords", "projects")
_TEXTS = frozenset("title subtitle linktitle summary abstract description".split())
_QUOTES = {"“": "”", "‘": "’", "”": "”", "＂": "＂"}
_SIGN = Text(
    en="'{found}' (U+{code:04X}) is no sign of {format}; write '{right}'",
    ja="'{found}'（U+{code:04X}）は{format}の記号ではありません。半角の'{right}'を書いてください",
)
_ITEM = Text(
    en="{value} is one item with quotes in it; write {right}",
    ja="{value}は、引用符も含めて1つの項目になっています。{right}と書いてください",
)
_VALUE = Text(
    en="the quotes of {value} are part of the value; write {right}",
    ja="{value}は、引用符も値の一部になっています。{right}と書いてください",
)
_BRACKETS = Text(
    en="{value} is a text and no list; write {right}",
    ja="{value}はリストではなく、文字列になっています。{right}と書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    sign = wrong_sign(page)
    if sign is not None:
        yield _sign(page, sign)
    elif page.post.format == "yaml":  # TOML and JSON have no values without quotes
        for name, field in page.post.fields.items():
            if field.style == "plain" and isinstance(field.value, str):
                yield from _scalar(name, field)
            elif name.lower() in _LISTS and field.style in ("flow", "block"):
                for index, item in enumerate(field.items):
                    if item.style == "plain" and isinstance(item.value, str):
                        yield from _item(item, f"{name}[{index}]")


def _sign(page: Page, sign: Sign) -> Problem:
    """The sign that made the page unreadable; a quote together with the one that closes it."""
    text = page.source.text
    span, found, right, key = sign
    form = {"+": "TOML", "{": "JSON"}.get(text.lstrip("\ufeff \t\r\n")[:1], "YAML")
    edits = [Edit(span, right if text[span.end : span.end + 1] in " \t\r\n" or right != ":" else ": ")]
    if right == '"':
        rest = text[span.end :].partition("\n")[0]
        closing = next((n for n, sign in enumerate(rest) if sign in "“”‘’＂"), None)
        if closing is None or '"' in rest[:closing] or "\\" in rest[:closing]:
            edits = []
        else:
            at = span.end + closing
            edits.append(Edit(Span(at, at + 1), right))
    return Problem(span, _SIGN(found=found, code=ord(found[0]), right=right, format=form), key, tuple(edits))


def _scalar(name: str, field: Field) -> Iterator[Problem]:
    value = str(field.value)
    inside = value[1:-1]
    if name.lower() in _LISTS and value[:1] == "［" and value[-1:] == "］" and not set(inside) & set("\"'“”‘’［］[]"):
        right = "[" + inside.replace("、", ", ").replace("，", ", ") + "]"
        edits = (Edit(field.value_span, right),)
        yield Problem(field.value_span, _BRACKETS(value=short(value), right=right), name, edits)
    elif name.lower() not in _LISTS and _is_quoted(value) and not set(inside) & set('"“”‘’＂\\'):
        right = f'"{inside}"'
        # A title may be a quotation; with such a date the build stops.
        severity: Severity = "info" if name.lower() in _TEXTS else "error" if name.lower() in DATES else "warning"
        mend = () if severity == "info" else (Edit(field.value_span, right),)
        yield Problem(field.value_span, _VALUE(value=short(value), right=right), name, mend, severity)


def _item(item: Field, key: str) -> Iterator[Problem]:
    value = str(item.value)
    if _is_quoted(value):
        names = _names(value)
        right = ", ".join(f'"{one}"' for one in names)
        edits = (Edit(item.value_span, right),) if all(names) else ()
        yield Problem(item.value_span, _ITEM(value=short(value), right=right), key, edits)


def _is_quoted(value: str) -> bool:
    return len(value) > 2 and _QUOTES.get(value[0]) == value[-1]


def _names(value: str) -> list[str]:
    for sign in "“”‘’＂":
        value = value.replace(sign, "\0")
    parts = [part.strip(" 、，,") for part in value.split("\0")]
    return [part for part in parts if part]


RULE = Rule(
    id="smart-punctuation",
    group="syntax",
    severity="error",
    summary=Text("Write the signs of front matter in ASCII.", "フロントマターの記号は半角で書く。"),
    why=Text(
        "“GCP”、“ML” between brackets is one tag with quotes and comma in its name, and no parser warns; `title：` "
        "is no key, and the error that a build stops with names another line.",
        "括弧の中の“GCP”、“ML”は、引用符や読点も含めて1つのタグになりますが、どのパーサーも警告しません。"
        "`title：`はキーとみなされず、ビルドのエラーは別の行を指します。",
    ),
    check=check,
    bad=(
        Example("tags: [«“GCP”、“ML”»]", 'tags: ["GCP", "ML"]'),
        Example("tags:\n- «“機械学習”»\n- ML", 'tags:\n- "機械学習"\n- ML'),
        Example("title«：»試験の記録\ntags: [a]", "title: 試験の記録\ntags: [a]"),
        Example("title: a\nsummary«：» 記録 # 要約\ntags: [a]", "title: a\nsummary: 記録 # 要約\ntags: [a]"),
        Example("tags:«\u3000»[a]\ntitle: b", "tags: [a]\ntitle: b"),
        Example("tags: ['a'«、»'b']", "tags: ['a','b']"),
        Example("tags: «［GCP、ML］»", "tags: [GCP, ML]"),
        Example("slug: «“my-post”» # 名前", 'slug: "my-post" # 名前'),
        Example("title: «“引用”»"),
        Example("+++\ntitle = «“»試験の記録”\n+++\n", '+++\ntitle = "試験の記録"\n+++\n'),
        Example('{"title"«：» "a"}\n', '{"title": "a"}\n'),
    ),
    good=(
        Example('tags: ["GCP", ML]\ntitle: “引用”から始める'),
        Example("tags: [「本」, A“B”C]\ntitle: 「引用」\nsummary: “一つ目”と“二つ目”"),
        Example("title: 第1回：準備\nsummary: 全角の：と、の話"),
    ),
    unreadable=True,
)
