"""Which files are posts, and what a path says about a page: where it stands, its language.

Paths are text with "/" between folders, spelt as the user began them: `content` gives
`content/post/a/index.md`. What is asked about a path alone never looks at the disk.
"""

import os
import posixpath
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache
from os import PathLike, fspath
from pathlib import Path, PurePath, PurePosixPath

from jpkit.errors import JpkitError
from jpkit.looks import digest, looked
from jpkit.messages import message
from jpkit.near import nearest

# Paths are text here: 10,000 Path objects cost more than the walk, to read by one takes three times as long, and
# resolve() follows links.
# ruff: noqa: PTH100, PTH110, PTH112, PTH113, PTH118, PTH120, PTH122, PTH123, PTH208

Paths = str | PathLike[str] | Iterable[str | PathLike[str]]

STDIN = "-"
"""Stands for one post from standard input wherever a path is expected."""

_WRITTEN = frozenset({"summaries", "summaries.json"})
"""What stands in every folder that `jpkit extract` has written into."""
_OURS = _WRITTEN | {"glossary.md", "hugo"}
"""What of it is Markdown, or holds some."""

_MARKDOWN = (".md", ".markdown")

# ISO 639-1, those that Hugo sites are translated into. A list, because `node.js.md` is no page in "js".
_LANGUAGES = frozenset(
    "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl nn no pl pt ro ru"
    " sk sl sr sv ta th tr uk ur vi zh".split()
)
_CODE = re.compile("([A-Za-z]{2})(?:-[A-Za-z0-9]{2,8})?")
_FILE_LANGUAGE = re.compile(rf"\.({_CODE.pattern})$")
_FOLDER_LANGUAGE = re.compile(rf"(?:^|(?<=/))content/({_CODE.pattern})/")

_SITE_CONFIG = tuple(f"{name}.{suffix}" for name in ("hugo", "config") for suffix in ("toml", "yaml", "yml", "json"))


def as_paths(paths: Paths) -> list[str]:
    """Files and folders as texts; one may stand for itself, and is no list of letters."""
    return [fspath(path) for path in ([paths] if isinstance(paths, str | PathLike) else paths)]


def find_posts(
    paths: Iterable[str], *, leave_out: Sequence[str] = (), excluded: Callable[[str], bool] | None = None
) -> tuple[str, ...]:
    """Every post that the paths lead to, sorted, each file once.

    A file is a post whatever its suffix, and so is "-". A folder gives every Markdown file below it
    but for hidden files, for hidden and `_`-prefixed folders, for what git ignores, for folders in
    ``leave_out`` and for what an earlier run has written. ``excluded`` is asked with the
    absolute path of what a folder gives.

    Links to folders are followed, but not back into what is walked already. A folder below that
    cannot be listed is itself among the paths: reading it says why, and the others go on.

    Raises:
        JpkitError: a path does not exist.
    """
    skipped = frozenset(os.path.realpath(path) for path in leave_out)
    found: dict[str, str] = {}  # absolute path: path
    for path in paths:
        if path == STDIN:
            found[STDIN] = STDIN
        elif os.path.isdir(path):
            root, spelt = os.path.abspath(path), _spell(path)
            prefix = "" if spelt == "." else f"{spelt.rstrip('/')}/"
            for below in _walk(root, skipped):
                absolute = f"{root}/{below}"
                if excluded is None or not excluded(absolute):
                    _keep(found, absolute, prefix + below)
        elif os.path.exists(path):
            _keep(found, os.path.abspath(path), _spell(path))
        else:
            raise _missing(path)
    return tuple(sorted(found.values()))


def read_bytes(path: str) -> bytes:
    """What is in the file, or in standard input for "-".

    Raises:
        JpkitError: it cannot be read; path, line and column are set.
    """
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        if os.path.isdir(path):
            os.scandir(path).close()
        with open(path, "rb", buffering=0) as file:
            data = file.read()
    except OSError as error:
        reason = error.strerror or str(error)
        looked("file", path, lambda: reason)
        raise JpkitError(message("not-readable", reason=reason), path=path, line=1, column=1) from error
    looked("file", path, lambda: digest(data))
    return data


def is_section(path: str) -> bool:
    """Whether the file describes a list of pages (`_index.md`): a post only where it has a body."""
    return path.rpartition("/")[2].startswith("_index.")


def is_profile(path: str) -> bool:
    """Whether the file is about an author (`content/authors/`)."""
    return "authors" in path.split("/")[:-1]


def is_language(code: str) -> bool:
    """Whether it is the code of a language that pages are written in: ja, zh-Hant."""
    written = _CODE.fullmatch(code)
    return written is not None and written[1].lower() in _LANGUAGES


def page_language(path: str) -> str | None:
    """The language that the path names, as `index.en.md` and `content/en/` do; "en", "zh-cn", …"""
    for named in (_FILE_LANGUAGE.search(_without_suffix(path)), _FOLDER_LANGUAGE.search(path)):
        if named is not None and named[2].lower() in _LANGUAGES:
            return named[1].lower()
    return None


def translation_key(path: str) -> str:
    """What a page and its translations share: the path without language, suffix and `index`."""
    named = _FOLDER_LANGUAGE.search(path)
    if named is not None and named[2].lower() in _LANGUAGES:
        path = f"{path[: named.start()]}content/{path[named.end() :]}"
    return _page(path)


def page_url(path: str) -> str:
    """Where the page is on its site, as other pages name it: `/post/a/` (Hugo writes it in lower case).

    Without language, as Hugo looks pages up within the language of the page that asks.
    """
    page = translation_key(path)
    inside = re.split(r"(?:^|/)content/", f"{page}/")[-1] if path != STDIN else ""
    inside = inside.strip("/").lower().replace(" ", "-")
    return f"/{inside}/" if inside else "/"


def content_root(path: str) -> str | None:
    """The folder `content` of the site that a post is in, as an absolute path; None outside of sites.

    The nearest ancestor of that name with a site's configuration beside it, else the nearest.
    """
    return _content_root(PurePath(os.path.abspath(path)).as_posix())


def summary_pages(posts: Sequence[str], roots: Iterable[str]) -> dict[str, str]:
    """Where below `summaries/` each post's page goes: its path below the content root.

    Outside of a site it is the path below the root (one of ``roots``, the paths that the user gave)
    that led to the post. Where two posts would share a page, both keep their whole path.
    """
    given = (PurePath(os.path.abspath(root)).as_posix() for root in roots if os.path.isdir(root))
    folders = sorted(given, key=len, reverse=True)
    pages = {path: _page_below(path, folders) for path in posts}
    taken: dict[str, int] = {}
    for page in pages.values():
        taken[page] = taken.get(page, 0) + 1
    result: dict[str, str] = {}
    used: set[str] = set()
    for path, page in pages.items():
        if taken[page] > 1:
            page = "/".join(part for part in PurePosixPath(path).parts if part.strip("./:\\")) + ".md"
        number = 1
        base = page
        while page in used:  # ../a.md and a.md
            number += 1
            page = f"{base.removesuffix('.md')}-{number}.md"
        used.add(page)
        result[path] = page
    return result


def _page_below(path: str, folders: Sequence[str]) -> str:
    if path == STDIN:
        return "stdin.md"
    absolute = os.path.abspath(path).replace(os.sep, "/")
    root = _content_root(absolute) or next((f for f in folders if absolute.startswith(f"{f}/")), None)
    inside = absolute[len(root) + 1 :] if root else posixpath.basename(absolute)
    return _without_suffix(inside) + ".md"


def _content_root(absolute: str) -> str | None:
    sites = [f"{site}/content" for site in _before_each("/content/", absolute)]
    with_config = (content for content in reversed(sites) if has_hugo_config(os.path.dirname(content)))
    return next(with_config, sites[-1] if sites else None)


def _before_each(part: str, text: str) -> Iterator[str]:
    at = text.find(part)
    while at >= 0:
        yield text[:at]
        at = text.find(part, at + 1)


@cache
def has_hugo_config(site: str) -> bool:
    """Whether a folder holds the configuration of a Hugo site. Asked once a process."""
    return os.path.isdir(f"{site}/config") or any(os.path.isfile(f"{site}/{name}") for name in _SITE_CONFIG)


def _without_suffix(path: str) -> str:
    stem, suffix = os.path.splitext(path)
    return stem if suffix.lower() in (*_MARKDOWN, ".txt") else path


def _page(path: str) -> str:
    stem = _without_suffix(path)
    named = _FILE_LANGUAGE.search(stem)
    if named is not None and named[2].lower() in _LANGUAGES:
        stem = stem[: named.start()]
    folder, _, name = stem.rpartition("/")
    return folder if name in ("index", "_index") else stem


def _spell(path: str) -> str:
    return PurePath(path).as_posix()


def _keep(found: dict[str, str], absolute: str, spelt: str) -> None:
    # Given twice in two spellings, the result is still the same in any order.
    found[absolute] = min(found.get(absolute, spelt), spelt)


def _walk(root: str, skipped: frozenset[str]) -> Iterator[str]:
    """The Markdown files below a folder, as paths below it."""
    left_out = set(_ignored_by_git(root))
    walked: list[str] = []
    links: list[str] = [""]
    while links:
        # Links wait until here, so that a folder is named by its real path where it has one.
        links.sort(reverse=True)
        link = links.pop()
        target = os.path.realpath(f"{root}/{link}")
        if any(_overlap(target, other) for other in walked) or (link and target in skipped):
            continue
        walked.append(target)
        start = link and f"{link}/"
        left_out.update(
            f"{start}{PurePath(folder).relative_to(target).as_posix()}/"
            for folder in skipped
            if folder.startswith(target + os.sep)
        )
        yield from _files(root, start, left_out, links)


def _files(root: str, start: str, left_out: Set[str], links: list[str]) -> Iterator[str]:
    """The Markdown files below ``root/start``; links to folders are added to ``links``."""
    folders = [start]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(f"{root}/{folder}") as entries:
                inside = {entry.name: entry for entry in entries}
        except OSError:
            yield folder  # reading it says why
            continue
        ours = _OURS if inside.keys() >= _WRITTEN else frozenset()
        for name, entry in inside.items():
            if name.startswith(".") or name in ours:
                continue
            below = folder + name
            if entry.is_dir(follow_symlinks=False):
                if not name.startswith("_") and f"{below}/" not in left_out:
                    folders.append(f"{below}/")
            elif name.lower().endswith(_MARKDOWN):
                if _leads_to(entry, folder=False) and below not in left_out:
                    yield below
            elif entry.is_symlink() and not (name.startswith("_") or below in left_out):
                links.extend([below] if _leads_to(entry, folder=True) else [])


def _leads_to(entry: "os.DirEntry[str]", *, folder: bool) -> bool:
    try:
        return entry.is_dir() if folder else entry.is_file()
    except OSError:  # a link to itself; one to nothing says False
        return False


def _overlap(one: str, other: str) -> bool:
    return one == other or one.startswith(other + os.sep) or other.startswith(one + os.sep)


def _ignored_by_git(root: str) -> frozenset[str]:
    """What git ignores below a folder, as paths below it, folders with "/" at the end; nothing without git."""
    real = Path(os.path.realpath(root))
    if not any((parent / ".git").exists() for parent in (real, *real.parents)):
        return frozenset()
    import subprocess  # 5 ms, for repositories alone

    # --directory: one line for a whole folder. Without fsmonitor: it would run what a strange
    # repository configures.
    command = ("git", "-c", "core.fsmonitor=false", "ls-files", "--others", "--ignored", "--exclude-standard")
    try:
        listed = subprocess.run(
            (*command, "--directory", "-z"), cwd=root, capture_output=True, check=True, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.CalledProcessError):
        return frozenset()  # without git, nobody can say
    return frozenset(os.fsdecode(path) for path in listed.stdout.split(b"\0") if path)


def _missing(path: str) -> JpkitError:
    folder, name = os.path.split(path.rstrip("/" + os.sep))
    try:
        siblings = os.listdir(folder or ".")
    except OSError:
        siblings = []
    if name in siblings:  # a link
        return JpkitError(message("path-leads-nowhere"), path=path)
    near = nearest(name, siblings)
    if near is not None:
        return JpkitError(message("path-missing-near", near=_spell(os.path.join(folder, near))), path=path)
    return JpkitError(message("path-missing"), path=path or "''")
