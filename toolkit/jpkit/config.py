"""The settings of a site: `[tool.jpkit]` of `pyproject.toml`, or `jpkit.toml`, the nearest one upwards.

What may be set is the table ``_KEYS``; anything else is an error that names the nearest key.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from jpkit.bilingual.correction import KINDS, Correction
from jpkit.errors import JpkitError
from jpkit.extraction.options import ExtractOptions, SummaryOptions
from jpkit.messages import LANGUAGES, joined, message
from jpkit.near import nearest
from jpkit.source import BOM, Span, decode
from jpkit.write import FORMATS

OUT = "jpkit-out"
"""Folder for what `extract` writes, where nobody says another one."""
GLOSSARY_FORMATS = tuple(FORMATS)
LANGUAGE_CHOICES = ("auto", "ja", "en")
READING_CHOICES = ("katakana", "hiragana")
GENERATION_CHOICES = ("auto", "academic-2", "academic-3", "academic-4", "wowchemy-5", "hugoblox", "none")


class PerFile(NamedTuple):
    """Settings for the posts that match one of the globs; None leaves a setting as it is."""

    files: tuple[str, ...]
    top: int | None = None
    lang: str | None = None
    summary: SummaryOptions | None = None
    ignore: tuple[str, ...] = ()
    """Lint rules and groups."""


class LintSettings(NamedTuple):
    """What `[lint]` says; None where it says nothing."""

    select: tuple[str, ...] | None = None
    """Rule ids and groups that run, besides no others."""
    extend_select: tuple[str, ...] = ()
    """Rule ids and groups that run as well."""
    ignore: tuple[str, ...] = ()
    generation: str | None = None
    glossary: str | None = None
    """Of which the rules hold pages to the names; relative to the file."""
    rules: Mapping[str, Mapping[str, Any]] | None = None
    """Options of rules, by id; ``severity`` is one that all rules have."""


class Config(NamedTuple):
    """What the file says; None where it says nothing and the default holds."""

    path: str | None = None
    """The file, as messages show it; None where there is none."""
    folder: str = ""
    """Its absolute folder: globs and ``out`` are relative to it."""
    top: int | None = None
    lang: str | None = None
    out: str | None = None
    glossary: tuple[str, ...] | None = None
    messages: str | None = None
    reading: str | None = None
    summary: SummaryOptions | None = None
    exclude: tuple[str, ...] = ()
    dictionary: str | None = None
    """The user's own, relative to ``folder``."""
    per_file: tuple[PerFile, ...] = ()
    lint: LintSettings = LintSettings()
    term: tuple[Correction, ...] = ()
    """What the author says of single terms."""
    terms: tuple[str, ...] = ()
    """Files in which they say more, relative to the current folder."""

    def ignored_for(self, path: str) -> tuple[str, ...]:
        """Lint rules and groups that the settings ignore in a file."""
        own = (one.ignore for one in self.per_file if one.ignore and self._matches(one.files, str(_absolute(path))))
        return (*self.lint.ignore, *(rule for rules in own for rule in rules))

    def excludes(self, absolute: str) -> bool:
        """Whether a glob of ``exclude`` matches the absolute path of a file."""
        return self._matches(self.exclude, absolute)

    def options_for(
        self, path: str, *, top: int | None = None, lang: str | None = None, reading: str | None = None
    ) -> ExtractOptions:
        """The options for one post: what the command line says, else the last `per-file` that matches
        and sets it, else the general setting, else the default."""
        settings: list[Config | PerFile] = [
            self,
            *(one for one in self.per_file if self._matches(one.files, str(_absolute(path)))),
        ]
        options = ExtractOptions(reading=reading or self.reading or ExtractOptions().reading)
        for setting in (*settings, PerFile((), top=top, lang=lang)):
            options = options._replace(
                top=setting.top or options.top,
                lang=setting.lang or options.lang,
                summary=setting.summary or options.summary,
            )
        return options

    def _matches(self, globs: tuple[str, ...], absolute: str) -> bool:
        if not globs or not absolute.startswith(prefix := self.folder.rstrip(os.sep) + os.sep):
            return False
        below = absolute[len(prefix) :].replace(os.sep, "/")
        return any(_glob(glob).fullmatch(below) for glob in globs)


def find_config(first_path: str) -> Config:
    """The settings that hold for a path: those of the nearest folder upwards that has some, else none.

    Raises:
        JpkitError: the file cannot be read or says something that is no setting.
    """
    start = _absolute(first_path)
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        for name in ("jpkit.toml", "pyproject.toml"):  # the one that is only ours first, as ruff does
            file = folder / name
            if file.is_file():
                table = _own_table(file, _read_toml(file))
                if table is not None:
                    return _config(file, table)
    return Config()


def read_config(path: str) -> Config:
    """The settings of a file that the user names.

    Raises:
        JpkitError: the file is not there, cannot be read, has none or says something that is none.
    """
    file = _absolute(path)
    table = _own_table(file, _read_toml(file))
    if table is None:
        raise JpkitError(message("config-no-table"), path=_shown(file))
    return _config(file, table)


def _absolute(path: str) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 -- resolve() would leave the folders that the user sees


def _read_toml(file: Path) -> dict[str, Any]:
    import tomllib  # only where there is a file to read

    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise JpkitError(message("not-readable", reason=reason), path=_shown(file)) from error
    except UnicodeDecodeError as error:
        raise JpkitError(message("not-text"), path=_shown(file)) from error
    except (ValueError, RecursionError) as error:  # no TOML; more digits than int() takes; nested too deep
        # The place stands in the text of the error until Python 3.14 gives it by itself.
        detail, _, where = str(error).partition(" (at ")
        numbers = [int(number) for number in re.findall("[0-9]+", where)]
        line, column = numbers if len(numbers) == 2 else (None, None)
        from jpkit.front import reasons

        said = reasons.reason(detail)
        text = message("config-syntax", detail=said[:1].lower() + said[1:])
        raise JpkitError(text, path=_shown(file), line=line, column=column) from error


def _own_table(file: Path, data: dict[str, Any]) -> Any:
    tool = data.get("tool", {})
    own = tool.get("jpkit") if isinstance(tool, dict) else None
    if file.name == "pyproject.toml":
        return own
    if own is not None:
        raise JpkitError(message("config-not-below"), path=_shown(file))
    return data


def _config(file: Path, table: Any) -> Config:
    where = _Where(_shown(file), "[tool.jpkit] " if file.name == "pyproject.toml" else "")
    values = where.read("", table, _KEYS)
    if values.get("term"):
        values["term"] = tuple(_with_lines(values["term"], file))
    values["terms"] = tuple(_shown(file.parent / path) for path in values.get("terms", ()))
    return Config(path=_shown(file), folder=str(file.parent), **values)


def _with_lines(terms: Sequence[Correction], file: Path) -> Iterator[Correction]:
    """The terms with the lines of their headers, which tomllib does not tell."""
    from jpkit.front.toml import read  # only for those who have terms

    source = decode(_shown(file), file.read_bytes())
    start = len(BOM) if source.text.startswith(BOM) else 0
    fields = read(source, Span(start, len(source.text))).fields
    for key in ("tool", "jpkit") if file.name == "pyproject.toml" else ():
        fields = next(field.items for field in fields if field.key == key)
    items = next(field.items for field in fields if field.key == "term")
    for term, item in zip(terms, items, strict=True):
        yield term._replace(line=source.position(item.key_span.start).line)


def _shown(file: Path) -> str:
    try:
        return file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(file)


class _Where(NamedTuple):
    """What a message is about: the file, the table as the file heads it, the keys that lead to a key."""

    path: str
    table: str
    keys: str = ""

    def read(self, name: str, table: Any, checks: "Mapping[str, _Check]") -> dict[str, Any]:
        """The values of a table under their Python names, each checked by its entry in ``checks``."""
        if not isinstance(table, dict):
            self.wrong(name, table, message("wanted-table"))
        inside = self if name in ("", "per-file") else self._replace(keys=f"{self.keys}{name}.")
        values = {}
        for key, value in table.items():
            if key not in checks:
                near = nearest(key, checks)
                shown = f"{inside.keys}{key}"
                if near:
                    self.fail("config-unknown-near", key=shown, near=f"{inside.keys}{near}")
                self.fail("config-unknown", key=shown, keys=joined(checks))
            values[key.replace("-", "_")] = checks[key](inside, key, value)
        return values

    def wrong(self, key: str, value: object, wanted: str) -> NoReturn:
        self.fail("config-type", key=f"{self.keys}{key}" or "tool.jpkit", value=_toml(value), wanted=wanted)

    def fail(self, text: str, **values: object) -> NoReturn:
        raise JpkitError(self.table + message(text, **values), path=self.path)


_Check = Callable[[_Where, str, Any], Any]


def _toml(value: object) -> str:
    """A wrong value as the file says it, near enough."""
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _number(where: _Where, key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        where.wrong(key, value, message("wanted-number"))
    return value


def _text(where: _Where, key: str, value: Any) -> str:
    if not isinstance(value, str) or not value:
        where.wrong(key, value, message("wanted-text"))
    return value


def _texts(where: _Where, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        where.wrong(key, value, message("wanted-texts"))
    return tuple(value)


def refuse_other(key: str, value: str, choices: Sequence[str]) -> None:
    """What the command checks by itself, for those who call a function.

    Raises:
        JpkitError: the value is none of the choices.
    """
    if value not in choices:
        wanted = message("wanted-choice", choices=joined(choices))
        raise JpkitError(message("glossary-type", key=key, value=value, wanted=wanted))


def _one_of(*choices: str) -> _Check:
    def check(where: _Where, key: str, value: Any) -> str:
        if value not in choices:
            where.wrong(key, value, message("wanted-choice", choices=joined(choices)))
        return str(value)

    return check


def _formats(where: _Where, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or any(item not in GLOSSARY_FORMATS for item in value):
        where.wrong(key, value, message("wanted-choices", choices=joined(GLOSSARY_FORMATS)))
    return tuple(dict.fromkeys(value))


def _summary(where: _Where, key: str, value: Any) -> SummaryOptions:
    options: SummaryOptions = where.read(key, value, {"max_chars": _max_chars}).get("max_chars", SummaryOptions())
    return options


def _max_chars(where: _Where, key: str, value: Any) -> SummaryOptions:
    """One number for both languages, or one a language: `{ja = 120, en = 160}`."""
    if isinstance(value, dict):
        by_language = where.read(key, value, {"ja": _number, "en": _number})
        return SummaryOptions(**{f"max_chars_{lang}": number for lang, number in by_language.items()})
    number = _number(where, key, value)
    return SummaryOptions(max_chars_ja=number, max_chars_en=number)


def _rules(where: _Where, key: str, value: Any) -> tuple[str, ...]:
    from jpkit.linting.model import GROUPS
    from jpkit.linting.rules import MODULES  # only for those who name rules

    names = _texts(where, key, value)
    known = (*GROUPS, *MODULES)
    for name in names:
        if name not in known:
            near = nearest(name, known)
            where.fail("lint-unknown-rule-near" if near else "lint-unknown-rule", rule=name, near=near)
    return names


def _lint(where: _Where, key: str, value: Any) -> LintSettings:
    return LintSettings(**where.read(key, value, _LINT_KEYS))


def _rule_options(where: _Where, key: str, value: Any) -> Mapping[str, Mapping[str, Any]]:
    """`[lint.rules.RULE]`: severity, and names, types and defaults of the rule's own parameters."""
    from inspect import Parameter, signature

    from jpkit.linting.model import SEVERITIES
    from jpkit.linting.rules import MODULES, rule

    if not isinstance(value, dict):
        where.wrong(key, value, message("wanted-table"))
    options = {}
    for name, table in value.items():
        _rules(where, key, [name])
        check = rule(name).check if name in MODULES else None
        parameters = signature(check).parameters.values() if check is not None else ()
        known = {one.name: _like(one.default) for one in parameters if one.kind is Parameter.KEYWORD_ONLY}
        known["severity"] = _one_of(*SEVERITIES)
        options[name] = where._replace(keys=f"{where.keys}{key}.").read(name, table, known)
    return options


def _like(default: object) -> _Check:
    """A value of the type of a default."""
    return _any_number if isinstance(default, float) else _number


def _any_number(where: _Where, key: str, value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        where.wrong(key, value, message("wanted-any-number"))
    return float(value)


_LINT_KEYS: Mapping[str, _Check] = {
    "select": _rules,
    "extend-select": _rules,
    "ignore": _rules,
    "generation": _one_of(*GENERATION_CHOICES),
    "glossary": _text,
    "rules": _rule_options,
}


def _per_file(where: _Where, key: str, value: Any) -> tuple[PerFile, ...]:
    if not isinstance(value, list):
        where.wrong(key, value, "[[per-file]]")
    settings = []
    for table in value:
        inner = _Where(where.path, f"{where.table}[[{key}]] ")
        values = inner.read(key, table, _PER_FILE_KEYS)
        if "files" not in values:
            inner.fail("config-missing", key="files")
        settings.append(PerFile(**values))
    return tuple(settings)


def _terms(where: _Where, key: str, value: Any) -> tuple[Correction, ...]:
    if not isinstance(value, list):
        where.wrong(key, value, "[[term]]")
    terms = []
    for table in value:
        inner = _Where(where.path, f"{where.table}[[{key}]] ")
        values = inner.read("", table, _TERM_KEYS)
        reject = values.pop("reject", False)
        if not (values.get("ja") or values.get("en")):
            inner.fail("config-term-name")
        terms.append(Correction(values, where.path, 1, reject=reject))
    return tuple(terms)


def _said(where: _Where, key: str, value: Any) -> str:
    """A text, as a glossary file has it."""
    from jpkit.bilingual.table import normal

    return normal(key, _text(where, key, value))


def _said_list(where: _Where, key: str, value: Any) -> str:
    return "; ".join(_texts(where, key, value))


def _boolean(where: _Where, key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        where.wrong(key, value, message("wanted-choice", choices="true, false"))
    return value


def _text_or_texts(where: _Where, key: str, value: Any) -> tuple[str, ...]:
    return (_text(where, key, value),) if isinstance(value, str) else _texts(where, key, value)


_TERM_KEYS: Mapping[str, _Check] = {
    "ja": _said,
    "en": _said,
    "reading": _said,
    "kind": _one_of(*KINDS),
    "definition_ja": _said,
    "definition_en": _said,
    "variants": _said_list,
    "abbreviations": _said_list,
    "reject": _boolean,
}
_PER_FILE_KEYS: Mapping[str, _Check] = {
    "files": _texts,
    "top": _number,
    "lang": _one_of(*LANGUAGE_CHOICES),
    "summary": _summary,
    "ignore": _rules,
}
_KEYS: Mapping[str, _Check] = {
    "top": _number,
    "lang": _one_of(*LANGUAGE_CHOICES),
    "out": _text,
    "glossary": _formats,
    "messages": _one_of(*LANGUAGES),
    "reading": _one_of(*READING_CHOICES),
    "summary": _summary,
    "exclude": _texts,
    "dictionary": _text,
    "per-file": _per_file,
    "lint": _lint,
    "term": _terms,
    "terms": _text_or_texts,
}


@cache
def _glob(glob: str) -> re.Pattern[str]:
    """`**/` any folders, `**` anything, `*` and `?` within one name; pathlib knows `**` from 3.13 on."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", glob.removeprefix("./").removeprefix("/"))
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    pattern = "".join(signs.get(part) or re.escape(part) for part in parts)
    return re.compile(pattern + (".*" if glob.endswith("/") else ""), re.DOTALL)
