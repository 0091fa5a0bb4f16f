"""A boolean in quotes, misspelt, or as yes and no: a text that is not empty, and so true."""

from collections.abc import Iterator

from jpkit.front.field import Field, short
from jpkit.linting.model import Edit, Example, Problem, Rule, Text
from jpkit.linting.page import Page
from jpkit.linting.schema import at, schemas_of

_RIGHT = {"true": "true", "false": "false", "yes": "true", "no": "false", "on": "true", "off": "false"}
_NEAR = {
    "flase": "false", "fasle": "false", "fales": "false", "flse": "false", "falsee": "false", "faluse": "false",
    "ture": "true", "treu": "true", "tru": "true", "ture.": "true", "trur": "true",
}  # fmt: skip
_YAML_1_1 = ("academic-2", "academic-3", "academic-4", "wowchemy-5")
_SAYS = Text(
    en="'{key}' is a text here, and any text counts as true; write {right}",
    ja="'{key}'の値が文字列になっています。文字列は何であっても真とみなされます。{right}と書いてください",
)
_WORD = Text(
    en="'{value}' is a text to current Hugo, and any text counts as true; write {right}",
    ja="現在のHugoは'{value}'を文字列として読み、真とみなします。{right}と書いてください",
)


def check(page: Page) -> Iterator[Problem]:
    for path, field in page.post.walk():
        value = field.value
        if isinstance(value, str) and value.strip().lower() in (_RIGHT | _NEAR) and "[" not in path:
            yield from _problem(page, path, field, value)


def _problem(page: Page, path: str, field: Field, value: str) -> Iterator[Problem]:
    keys = path.lower().split(".")
    nodes = [node for schema in schemas_of(page) if (node := at(schema, keys)) is not None]
    if not nodes or any(not {"boolean", "null"}.issuperset(node.get("type", ("any",))) for node in nodes):
        return
    word = value.strip().lower()
    right = _RIGHT.get(word) or _NEAR[word]
    # For Hugo's own switches (draft, headless) it reads the text; templates only ask whether there is one.
    says = _SAYS if field.style in ("single", "double") else _WORD
    severity = "error" if right == "false" or path.lower() == "draft" else "warning"
    if field.style == "plain" and word in _RIGHT and page.generation in _YAML_1_1 and path.lower() != "draft":
        severity = "warning"  # a Hugo of that time read them as they are meant
    text = says(key=path, value=short(value), right=right)
    yield Problem(field.value_span, text, path, (Edit(field.value_span, right),), severity)  # type: ignore[arg-type]


RULE = Rule(
    id="quoted-boolean",
    group="schema",
    severity="error",
    summary=Text("Write booleans as true and false, without quotes.", "真偽値は引用符なしのtrueかfalseで書く。"),
    why=Text(
        'A template only asks whether there is a value: `math: "false"` loads the formulas. Since Hugo left YAML 1.1, '
        "`draft: yes` publishes the page.",
        'テンプレートは値があるかどうかだけを見るため、`math: "false"`でも数式が有効になります。'
        "YAML 1.1として読むのをやめた現在のHugoでは、`draft: yes`のページも公開されます。",
    ),
    check=check,
    bad=(
        Example('title: a\nmath: «"false"» # 数式', "title: a\nmath: false # 数式"),
        Example("title: a\ndraft: «yes»", "title: a\ndraft: true"),
        Example("title: a\ndraft: «flase»", "title: a\ndraft: false"),
        Example('+++\ntitle = "a"\nmath = «"false"»\n+++\n', '+++\ntitle = "a"\nmath = false\n+++\n'),
        Example(
            '{"title": "a", "image": {"preview_only": «"true"»}}\n', '{"title": "a", "image": {"preview_only": true}}\n'
        ),
    ),
    good=(
        Example("title: 'no'\nsummary: yes\ndraft: true\nmath: False"),
        Example("title: a\nanswer: 'yes'\ntags: ['on', 'true']"),
    ),
)
