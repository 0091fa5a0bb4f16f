"""Which pages are translations of each other: by their names, their folders, or `translationKey`."""

import re
from collections import defaultdict
from collections.abc import Iterable

from jpkit.extraction.model import PostResult
from jpkit.lazy import lazy
from jpkit.site import is_profile

# A folder that only says a language, wherever it stands: ja/docs/a.md and en/docs/a.md.
_LANGUAGE_FOLDER = lazy(r"(?:^|(?<=/))(?:ja|jp|en)(?:[-_][A-Za-z]{2})?(?=/)", re.IGNORECASE)
# Docusaurus keeps translations apart from the originals: i18n/ja/docusaurus-plugin-content-docs/current/a.md
# translates docs/a.md (https://docusaurus.io/docs/i18n/introduction, "Translation files location").
_DOCUSAURUS = lazy(r"(?:^|(?<=/))i18n/[A-Za-z-]+/docusaurus-plugin-content-(docs|blog|pages)/")


def page_pairs(posts: Iterable[PostResult]) -> list[tuple[str, str]]:
    """Paths of Japanese pages with that of the one English page that belongs to each, in their order.

    What Hugo knows translations by comes first (`PostResult.translation`); pages that it leaves alone are paired
    where their paths differ only in a folder that names the language. The language of a page is that of its text:
    one in `ja/` that nobody has translated yet is no partner of its original. Author profiles are about people.
    """
    left = [post for post in posts if post.lang in ("ja", "en") and not is_profile(post.path)]
    pairs: list[tuple[str, str]] = []
    for key in (lambda post: post.translation, lambda post: _without_language(post.path)):
        groups: dict[str, list[PostResult]] = defaultdict(list)
        for post in left:
            groups[key(post)].append(post)
        done: set[str] = set()
        for same in groups.values():
            japanese = [post.path for post in same if post.lang == "ja"]
            english = [post.path for post in same if post.lang == "en"]
            if len(japanese) == len(english) == 1:
                pairs.append((japanese[0], english[0]))
                done.update(post.path for post in same)
        left = [post for post in left if post.path not in done]
    return sorted(pairs)


def _without_language(path: str) -> str:
    moved = _DOCUSAURUS.search(path)
    if moved is not None:
        rest = path[moved.end() :]
        if moved[1] == "docs":
            folder = "docs/" if rest.startswith("current/") else "versioned_docs/"
            rest = folder + rest.removeprefix("current/")
        else:
            rest = ("src/pages/" if moved[1] == "pages" else "blog/") + rest
        return path[: moved.start()] + rest
    return _LANGUAGE_FOLDER.sub("*", path, count=1)
