"""What a Hugo site says about its pages: configuration, theme generation, languages, page types.

A site is found upwards from a page and read once a process. A page without a site (a single file)
gets a site that knows nothing, and so the widest reading.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from jpkit.looks import digest, looked
from jpkit.post import Post
from jpkit.site import content_root, is_language, page_language, page_url

# Paths are text here, as in ``site``.
# ruff: noqa: PTH100, PTH113, PTH119, PTH120, PTH122, PTH123, PTH208

GENERATIONS = ("academic-2", "academic-3", "academic-4", "wowchemy-5", "hugoblox")
"""Of the theme, oldest first."""

# Folder of a page below the content root, and the page type it stands for in any generation.
FOLDER_TYPES = {
    "post": "post", "posts": "post", "blog": "post", "changelog": "post",
    "publication": "publication", "publications": "publication",
    "talk": "event", "event": "event", "events": "event",
    "project": "project", "projects": "project", "showcase": "project",
    "slides": "slides",
    "author": "author", "authors": "author",
    "courses": "docs", "course": "docs", "docs": "docs", "tutorial": "docs", "teaching": "docs", "book": "docs",
    "admin": "cms_admin",
}  # fmt: skip
_OWN_TYPES = {"landing": "landing", "widget_page": "widget_page", "wowchemycms": "cms_admin", "decap_cms": "cms_admin"}

# What the name of a theme or the path of a module says; the first that fits.
_THEMES = (
    (re.compile(r"hugo-?blox|blox-(?:bootstrap|tailwind|core)|modules/blox", re.IGNORECASE), "hugoblox"),
    (re.compile(r"wowchemy", re.IGNORECASE), "wowchemy-5"),
)

_REPOSITORY = re.compile(r"(?:github|gitlab)\.com[/:]([\w./-]+)")
_WOWCHEMY = re.compile(r"/wowchemy/v5[ \t]+v5\.(\d+)\.\d+(?:-(?:0\.)?(\d{8})\d{6}-)?")
"""Minor version of the module, and the day of a version between two."""
_OWN_MODULE = re.compile(r"^[ \t]*module[ \t].*", re.MULTILINE)


@dataclass(frozen=True)
class Site:
    """A Hugo site as far as its configuration and folders tell."""

    root: str | None = None
    """Absolute folder that holds the configuration; None outside of any site."""
    content: str | None = None
    """Absolute folder of the pages."""
    config: Mapping[str, Any] = field(default_factory=dict)
    """The configuration, all files merged, keys in lower case; empty where there is none."""

    @cached_property
    def digest(self) -> str:
        """The same for a site that says the same of its pages."""
        said = repr((self.root, self.content, self.config, self.generation, self.has_named_types))
        return digest(said.encode("utf-8", "surrogatepass"))

    @cached_property
    def generation(self) -> str | None:
        """One of ``GENERATIONS``; None: unknown; "none": a theme that is none of them."""
        names = list(self._theme_names()) or self._names_beside()
        for name in names:
            for pattern, generation in _THEMES:
                if pattern.search(name):
                    return generation
        if any("academic" in name.lower() for name in names):
            return self._academic(names)
        return "none" if names else None

    @cached_property
    def has_named_types(self) -> bool | None:
        """Whether its Wowchemy 5 has names for types of publications (since 5.9.0), and no numbers; None: unknown."""
        text = _text(f"{self.root}/go.mod") or "" if self.generation == "wowchemy-5" else ""
        version = _WOWCHEMY.search(text)
        if version is None or re.search(r"/wowchemy/v5\b.*=>", text) is not None:
            return None  # a copy or a fork of any age
        minor, day = version.groups()
        if day is None:
            return int(minor) >= 9
        return day >= "20230930" if day > "2020" else None

    def _theme_names(self) -> Iterator[str]:
        theme = self.config.get("theme")
        yield from [theme] if isinstance(theme, str) else theme if isinstance(theme, list | tuple) else ()
        module = self.config.get("module")
        imports = module.get("imports") if isinstance(module, Mapping) else None
        for one in imports if isinstance(imports, list) else ():
            if isinstance(one, Mapping) and isinstance(one.get("path"), str):
                yield one["path"]

    def _names_beside(self) -> list[str]:
        """Modules and submodules of the site, where its configuration names no theme."""
        if not self.config:
            return []
        # The first line of go.mod names the site itself, after the template that it was made from long ago.
        modules = _OWN_MODULE.sub("", _text(f"{self.root}/go.mod") or "")
        return _REPOSITORY.findall(modules + (_text(f"{self.root}/.gitmodules") or ""))

    def _academic(self, names: list[str]) -> str | None:
        """Which Academic: its data file says the version, else the folder of the authors tells 4 from before."""
        for name in names:
            data = _text(f"{self.root}/themes/{os.path.basename(name)}/data/academic.toml") or ""
            version = re.search(r'version\s*=\s*"([234])\.', data)
            if version:
                return f"academic-{version[1]}"
        # Each language may have a folder of its own with the profiles in it.
        content = self.content or ""
        codes = [code for code in folder_names(content) if code in self.languages]
        folders = (content, *(f"{content}/{code}" for code in codes))
        return "academic-4" if any({"authors", "author"} & folder_names(folder) for folder in folders) else None

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Codes that the configuration names, in lower case; () where it names none."""
        languages = self.config.get("languages")
        return tuple(sorted(languages)) if isinstance(languages, Mapping) else ()

    @property
    def default_language(self) -> str | None:
        """The language of pages that name none; None where there is no configuration."""
        if not self.config:
            return None
        chosen = self.config.get("defaultcontentlanguage")
        return chosen.lower() if isinstance(chosen, str) else "en"

    @property
    def has_cjk_language(self) -> bool:
        """Whether Hugo is told that pages are in Japanese, for the site or for its language."""
        languages = self.config.get("languages")
        japanese = languages.get("ja") if isinstance(languages, Mapping) else None
        own = japanese.get("hascjklanguage") if isinstance(japanese, Mapping) else None
        return self.config.get("hascjklanguage") is True or own is True

    def language(self, path: str) -> str | None:
        """Language code of a page: what its path says, else the site's default; None where nobody says."""
        return page_language(path) or self.default_language

    def page_type(self, path: str, post: Post) -> str:
        """Page type as the schemas name it, from front matter and folder; "any" where both leave it open."""
        keys = {key.lower() for key in post.fields}
        own = post.get("type")
        named = str(own.value).lower() if own is not None and own.value else ""
        if "widget" in keys:
            return "widget"
        if "sections" in keys or named == "landing":
            return "landing"
        if named:
            return _OWN_TYPES.get(named) or FOLDER_TYPES.get(named, "any")
        folders = [part for part in page_url(path).split("/") if part]
        if os.path.basename(path).startswith("_index."):
            author = folders[:1] in (["authors"], ["author"]) and len(folders) > 1
            return "author" if author else "section"
        if not folders or (self.content is None and folders[0] not in FOLDER_TYPES):
            return "any"
        if folders[0] == "home":
            return "widget_page"
        return FOLDER_TYPES.get(folders[0], "page" if len(folders) == 1 else "any")

    def translations(self, path: str) -> tuple[str, ...]:
        """Paths of the same page in other languages, spelt as ``path`` is."""
        folder, name = os.path.split(path)
        stem, suffix = os.path.splitext(name)
        page = self._without_code(stem)
        beside = folder_names(folder or ".")
        names = sorted(
            other
            for other in beside
            if other != name and other.endswith(suffix) and self._without_code(other.removesuffix(suffix)) == page
        )
        found = [f"{folder}/{other}" if folder else other for other in names]
        inside = _LANGUAGE_FOLDER.search(path)
        if inside is not None and self._is_language(inside[1]) and not found:
            start, end = inside.span(1)
            for code in sorted(folder_names(path[:start])):
                other = f"{path[:start]}{code}{path[end:]}"
                if code != inside[1] and self._is_language(code) and is_file(other):
                    found.append(other)
        return tuple(found)

    def _without_code(self, stem: str) -> str:
        """The name of a page without the language in it: `index` of `index.en` and `index.zh-Hant`."""
        bare, dot, code = stem.rpartition(".")
        return bare if dot and self._is_language(code) else stem

    def _is_language(self, code: str) -> bool:
        return is_language(code) or code.lower() in self.languages


_LANGUAGE_FOLDER = re.compile("(?:^|/)content/([^/]+)/")


def folder_names(folder: str) -> frozenset[str]:
    """Names of what is in a folder; none where it cannot be listed. Read once a process."""
    folder = os.path.abspath(folder)
    names = _names(folder)
    looked("names", folder, lambda: _digest(names))
    return names


@cache
def _names(folder: str) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))
    except OSError:
        return frozenset()


@cache
def _digest(names: frozenset[str]) -> str:
    return digest("\0".join(sorted(names)).encode("utf-8", "surrogateescape"))


def is_file(path: str) -> bool:
    """Whether there is a file at a path."""
    found = os.path.isfile(path)
    looked("is-file", path, lambda: str(found))
    return found


def site_of(path: str) -> Site:
    """The site that a page belongs to."""
    content = content_root(path)
    # First of all: whoever asks for the site now has what it saw of the disk from before.
    looked("site", path, lambda: (_site(content) if content else Site()).digest)
    return _site(content) if content else Site()


@cache
def _site(content: str) -> Site:
    root = os.path.dirname(content)
    return Site(root, content, _config(root))


def _config(root: str) -> Mapping[str, Any]:
    """All configuration files as one; what cannot be read says nothing."""
    config: dict[str, Any] = {}
    for name in _config_files(folder_names(root)):
        config |= _read(f"{root}/{name}")
    folder = f"{root}/config/_default"
    names = folder_names(folder)
    for name in _config_files(names):
        config |= _read(f"{folder}/{name}")
    for name in sorted(names):
        stem, suffix = os.path.splitext(name)
        if suffix in _SUFFIXES and "." not in stem and stem not in ("hugo", "config"):
            config[stem.lower()] = _read(f"{folder}/{name}")
    return config


_SUFFIXES = (".toml", ".yaml", ".yml", ".json")


def _config_files(names: frozenset[str]) -> Iterator[str]:
    """The main files, in the order in which Hugo lets them overrule each other."""
    return (f"{stem}{suffix}" for stem in ("config", "hugo") for suffix in _SUFFIXES if f"{stem}{suffix}" in names)


def _read(file: str) -> dict[str, Any]:
    text = _text(file)
    if text is None:
        return {}
    try:
        if file.endswith(".toml"):
            import tomllib  # where there is a site, and in this format

            found: Any = tomllib.loads(text)
        elif file.endswith(".json"):
            import json

            found = json.loads(text)
        else:
            import yaml

            found = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return _lower(found) if isinstance(found, dict) else {}
    except Exception:  # three parsers, three kinds of errors, and an alias in itself; Hugo will say it
        return {}


def _text(file: str) -> str | None:
    try:
        with open(file, encoding="utf-8-sig") as opened:
            return opened.read()
    except (OSError, UnicodeDecodeError):
        return None


def _lower(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key).lower(): _lower(inner) for key, inner in value.items()}
    return [_lower(item) for item in value] if isinstance(value, list) else value
