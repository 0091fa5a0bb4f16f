"""What the program tells of its rules: `--explain RULE` and `--rules`."""

from inspect import Parameter, signature

from jpkit.linting.model import GROUPS, Example, Rule, Text
from jpkit.linting.rules import rule as find
from jpkit.linting.rules import rules
from jpkit.messages import aside, joined

_BAD, _GOOD = Text("Reported:", "指摘する例："), Text("Not reported:", "指摘しない例：")
_FIXED = Text("(mended to)", "（--fixの結果）")
_OPTIONS = Text("Options:", "オプション：")
_FIXABLE = Text("--fix mends it", "--fixで直せます")
_CHANGED = Text("last commit of {when}", "最後のコミットは{when}")
_WITH = Text("with {files}", "{files}がある場合")
_PARTED = Text("; ", "、")
_NOT_DEFAULT = Text("runs only where it is selected", "選んだときだけ実行します")
_GROUP_NOT_RULE = Text("the rules of the group {group}:", "グループ{group}の規則：")


def rule(name: str) -> str:
    """Why a rule exists, its options, bad and good examples with what is reported in «guillemets»."""
    if name in GROUPS:
        return _GROUP_NOT_RULE(group=name) + "\n" + _rows([one for one in rules() if one.group == name])
    one = find(name)
    facts: list[str] = [one.group, one.severity]
    if any(example.fixed is not None for example in one.bad):
        facts.append(_FIXABLE())
    if not one.default:
        facts.append(_NOT_DEFAULT())
    parts = [one.id + aside(*facts), one.summary(), one.why()]
    options = _options(one)
    if options:
        parts.append(f"{_OPTIONS()}\n" + "\n".join(f"  {name} = {value!r}" for name, value in options))
    for title, examples in ((_BAD, one.bad), (_GOOD, one.good)):
        parts.append(f"{title()}\n\n" + "\n\n".join(_example(example) for example in examples))
    return "\n\n".join(parts) + "\n"


def table() -> str:
    """All rules, by group: id, severity, what they ask for."""
    return _rows(rules())


def _rows(shown: "list[Rule] | tuple[Rule, ...]") -> str:
    widest = max(len(one.id) for one in shown)
    return "".join(f"{one.group:10}  {one.id:{widest}}  {one.severity:7}  {one.summary()}\n" for one in shown)


def _options(one: Rule) -> list[tuple[str, object]]:
    parameters = signature(one.check).parameters.values() if one.check else ()
    return [(option.name, option.default) for option in parameters if option.kind is Parameter.KEYWORD_ONLY]


def _example(example: Example) -> str:
    around = _around(example)
    shown = (f"  {around}\n" if around else "") + _indented(example.text)
    if example.fixed is not None:
        shown += f"\n  {_FIXED()}\n" + _indented(example.fixed)
    return shown


def _around(example: Example) -> str:
    """Where the page stands, as far as that matters."""
    parts = [example.path] if example.path != Example("").path else []
    parts += [example.generation] if example.generation else []
    parts += [_CHANGED(when=example.changed[:10])] if example.changed else []
    parts += [_WITH(files=joined(sorted(example.files)[:3]))] if example.files else []
    return aside(_PARTED().join(parts)).lstrip() if parts else ""


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.rstrip("\n").split("\n"))
