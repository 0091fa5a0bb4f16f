"""The text of a page that people read, front matter and body, for the rules on words."""

from functools import lru_cache

from jpkit.document import Block
from jpkit.front.field import Field
from jpkit.front.pieces import string_pieces
from jpkit.lazy import lazy
from jpkit.linting.page import Page

_TEXTS = ("title", "subtitle", "summary", "abstract", "description")
_OPENED = lazy(r"\s*[(（](?:or |also |または|あるいは|別名)?")
_OPENED_BEFORE = lazy(r"\s*[(（](?:or |also |または|あるいは|別名)?$")
_QUOTES = (("「", "」"), ("『", "』"), ("“", "”"))
_LISTS = ("tags", "categories", "keywords")


@lru_cache(maxsize=2)  # rules look at one page after the other, some at its original as well
def prose(page: Page) -> tuple[tuple[Block, str | None], ...]:
    """Blocks with the front matter path they stand at, None in the body; no code fences, no URLs."""
    found: list[tuple[Block, str | None]] = []
    for name in _TEXTS:
        field = page.get(name)
        if field is not None:
            found += _block(page, field, field.key)
    for name in _LISTS:
        field = page.get(name)
        for index, item in enumerate(field.items if field is not None and isinstance(field.value, tuple) else ()):
            found += _block(page, item, f"{field.key if field else name}[{index}]")
    image = page.get("image")
    for inner in image.items if image is not None else ():
        if inner.key.lower() == "caption":
            found += _block(page, inner, f"{image.key if image else ''}.{inner.key}")
    return (*found, *((block, None) for block in page.document.blocks))


def _block(page: Page, field: Field, key: str) -> list[tuple[Block, str | None]]:
    if not isinstance(field.value, str) or not field.value.strip():
        return []
    pieces = string_pieces(page.source, field)
    return [(Block("title", field.value, pieces), key)] if pieces else []


def in_code(block: Block, at: int) -> bool:
    """Whether a place of a block is inline code."""
    return in_mark(block, at, ("code",))


def in_title_elsewhere(block: Block, at: int) -> bool:
    """Whether a place is in a link's text that is long enough to be the title of what it leads to."""
    return any(
        mark.kind == "link" and mark.start <= at < mark.end and mark.end - mark.start > 20 for mark in block.marks
    )


def is_quoted(block: Block, start: int, end: int) -> bool:
    """Whether a stretch of a block is somebody else's words: in a block quote, or between quotation marks."""
    if block.kind == "quote":
        return True
    return any(
        block.text.count(opening, 0, start) > block.text.count(closing, 0, start) and closing in block.text[end:]
        for opening, closing in _QUOTES
    )


def is_glossed(text: str, start: int, end: int, name: str) -> bool:
    """Whether a stretch of a text stands in parentheses behind a name, or has it in parentheses behind itself."""
    before, behind = _OPENED_BEFORE.search(text, 0, start), _OPENED.match(text, end)
    if before is not None:
        return text[: before.start()].casefold().endswith(name.casefold())
    return behind is not None and text[behind.end() :].casefold().startswith(name.casefold())


def in_mark(block: Block, at: int, kinds: tuple[str, ...]) -> bool:
    """Whether a place of a block is inside a mark of one of these kinds."""
    return any(mark.kind in kinds and mark.start <= at < mark.end for mark in block.marks)
