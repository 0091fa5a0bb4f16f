"""Round-ups: a post whose title says that it lists tools, and whose headings are their names.

「おすすめのコマンドラインツール10選」 with the headings "eza - lsの代わり", "fd", "ripgrep": of 58 names found only so
in the 779 posts that the rules were tuned on, 56 were tools. The terms of a definition list are names already where
the title has the noun at all (14 of 16), and names that have the first line of an item to themselves where it ends
with the noun (48 of 48).
"""

from collections.abc import Callable, Iterator, Sequence

from jpkit.document import Block
from jpkit.extraction.unlisted_names import Named, Tool, is_tool_like, named_after
from jpkit.lazy import lazy

# What follows the noun in such a title (「ツールのまとめ」), or stands before it at its end (「便利なアプリたち」).
_LISTS = ("まとめ", "一覧", "比較", "紹介", "選", "集", "リスト", "おすすめ", "オススメ")
_PRAISES = ("おすすめ", "オススメ", "お気に入り", "便利な", "愛用", "入れてい", "入れてる", "使ってい", "使ってる")
_MAY_LIST = lazy("|".join((*_LISTS, *_PRAISES)))
_REACH = 12
_FEWEST = 3
"""Names that the headings have at least: one or two headings that look so are chance."""

_NUMBER = lazy(r"(?:\d+(?:[.)．、:：]|位[:：]?)|[①-⑳]|No\.\d+)[ 　]*")
# "fd - findの代わり" and 「fd（findの代わり）」, but no 「Firefoxで使っているもの」.
_AFTER_NAME = tuple("-–—:：（(【｜|")
# Headings of any post.
_NO_NAMES = frozenset(
    "appendix bluetooth conclusion faq features getting-started install installation intro introduction license links"
    " memo overview pc reference references requirements setup summary target tips tl;dr usage utility wifi".split()
)


def rounded_up(blocks: Sequence[Block], nouns: dict[str, str]) -> Iterator[Tool]:
    """The tools that a post, or what stands below one of its headings, is about.

    ``nouns`` say what lists and of which kind each is.
    """
    ends = tuple(nouns)
    for number, block in enumerate(blocks):
        if block.kind not in ("title", "heading"):
            continue
        text = block.text
        listed = _kind(text, nouns) if _MAY_LIST.search(text) else ""
        last = listed
        if not listed and (text.endswith(ends) or (text[-1] == "ー" and text.endswith(ends, 0, -1))):
            last = next(kind for noun, kind in nouns.items() if text.endswith((noun, f"{noun}ー")))
        within = last
        if block.kind == "title":
            within = last or next((kind for noun, kind in nouns.items() if noun in text), "")
        if within:
            section = _below(blocks, number)
            for sort, kind, named in (
                ("heading", listed, _heads),
                ("term", within, _heads),
                ("item", last, _heads_item),
            ):
                if kind:
                    yield from _several(section, sort, kind, named)


def _below(blocks: Sequence[Block], number: int) -> Sequence[Block]:
    """What stands below a heading: up to the next one of its rank; below the title, all."""
    if blocks[number].kind == "title":
        return blocks[number + 1 :]
    level = blocks[number].level
    ends = (at for at in range(number + 1, len(blocks)) if blocks[at].kind == "heading" and blocks[at].level <= level)
    return blocks[number + 1 : next(ends, len(blocks))]


def _several(blocks: Sequence[Block], sort: str, kind: str, heads: Callable[[Block], Named | None]) -> Iterator[Tool]:
    """The names that blocks of a sort have at their heads, where these are several."""
    found: dict[str, Tool] = {}
    for block in blocks:
        named = heads(block) if block.kind == sort else None
        if named is not None:
            name = block.text[named.start : named.end]
            if is_tool_like(name, named.how) and name.lower() not in _NO_NAMES:
                found.setdefault(name, Tool(name, named.target, kind))
    if len(found) >= _FEWEST:
        yield from found.values()


def titled(block: Block) -> Iterator[Tool]:
    """「ランキングを見やすくする「SmileSmile」」: what a title's clause is about, in all of 11 such titles."""
    text = block.text
    at = text.find("「")
    while at > 0 and block.kind == "title":
        end = text.find("」", at)
        name = text[at + 1 : end].strip()
        if (
            text[at - 1] in _ENDS_VERB
            and end > 0
            and not text.startswith("という", end + 1)
            and is_tool_like(name, "link")
        ):
            yield Tool(name, None)
        at = text.find("「", at + 1)


_ENDS_VERB = frozenset("るすくむうぶぐつ")


def _kind(title: str, nouns: dict[str, str]) -> str:
    """The kind of what a title says it lists; "" where it lists nothing."""
    for noun, kind in nouns.items():
        at = title.find(noun)
        while at >= 0:
            behind = title[at + len(noun) : at + len(noun) + _REACH].removeprefix("ー")
            goes_on = "ァ" <= behind[:1] <= "ー"
            if not goes_on and (
                any(word in behind for word in _LISTS)
                or (behind in ("", "たち", "達") and any(word in title[:at] for word in _PRAISES))
            ):
                return kind
            at = title.find(noun, at + 1)
    return ""


def _heads_item(block: Block) -> Named | None:
    """The name that is all the first line of an item of several: up to a hard break, or where two lines were joined."""
    ends = [start for kind, start, _, _ in block.marks if kind == "break"]
    if not ends and len(block.pieces) == 1:
        return None
    edges = {edge for kind, start, end, _ in block.marks if kind != "break" for edge in (start, end)}
    plain = [piece.length == piece.source_length for piece in block.pieces]
    ends += [
        piece.at
        for number, piece in enumerate(block.pieces)
        if number and plain[number - 1] and plain[number] and piece.at not in edges
    ]
    if not ends:
        return None
    line = block._replace(text=block.text[: min(ends)].rstrip())
    named = named_after(line, 0)
    return named if named is not None and named.end == len(line.text) else None


def _heads(block: Block) -> Named | None:
    """The name that a heading is or begins with."""
    number = _NUMBER.match(block.text)
    named = named_after(block, number.end() if number is not None else 0)
    if named is None:
        return None
    rest = block.text[named.end :].strip()
    return named if not rest or rest.startswith(_AFTER_NAME) else None
