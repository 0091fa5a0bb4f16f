"""A caption for a featured image that is not there."""

from collections.abc import Iterator, Mapping

from jpkit.front.field import is_empty
from jpkit.linting.model import Example, Problem, Rule, Text
from jpkit.linting.page import Page

_SAYS = Text(
    en="'{key}' is for a featured image, and there is no featured.jpg or featured.png beside the page; add one, or "
    "take the caption away",
    ja="'{key}'はアイキャッチ画像の説明ですが、ページと同じフォルダーにfeatured.jpgやfeatured.pngがありません。"
    "画像を置くか、説明を削除してください",
)
_CAPITALS = Text(
    en="'{key}' is for a featured image, and older Hugo does not find '{name}' (capitals); rename it '{right}'",
    ja="'{key}'はアイキャッチ画像の説明ですが、古いHugoは大文字を含む'{name}'を見つけられません。"
    "ファイル名を'{right}'に変えてください",
)
_OLD = ("academic-3", "academic-4")
_OTHERS = frozenset(("filename", "src", "url", "placement_file"))


def check(page: Page) -> Iterator[Problem]:
    image = page.get("image")
    if (
        image is None
        or not isinstance(image.value, Mapping)
        or not page.is_bundle
        or page.generation in ("none", "academic-2")
    ):
        return
    fields = {field.key.lower(): field for field in image.items}
    caption = fields.get("caption")
    if caption is None or is_empty(caption) or fields.keys() & _OTHERS or not page.beside:
        return
    # The theme looks for *featured*; any other picture of the bundle may be named by a resource.
    key = f"{image.key}.{caption.key}"
    featured = [name for name in page.beside if "featured" in name.lower()]
    if page.get("resources") is None and not featured:
        yield Problem(caption.key_span, _SAYS(key=key), key)
    elif page.generation in _OLD and featured and all(_suffix(name).isupper() for name in featured):
        text = _CAPITALS(key=key, name=featured[0], right=featured[0].lower())
        yield Problem(caption.key_span, text, key)


def _suffix(name: str) -> str:
    return name.rpartition(".")[2]


RULE = Rule(
    id="missing-featured-image",
    group="references",
    severity="info",
    summary=Text(
        "Put the featured image beside its caption's page.", "アイキャッチ画像を、説明のあるページと同じ場所に置く。"
    ),
    why=Text(
        "The theme shows the caption only with a file called featured.* in the page's folder.",
        "説明が表示されるのは、ページのフォルダーにfeatured.*という画像があるときだけです。",
    ),
    check=check,
    bad=(
        Example("title: a\nimage:\n  «caption»: 図1\n  focal_point: Top"),
        Example(
            "image: {«caption»: 図1}",
            files={"content/post/a/featured.PNG": ""},
            generation="academic-4",
        ),
    ),
    good=(
        Example("title: a\nimage:\n  caption: 図1", files={"content/post/a/featured.png": ""}),
        Example("image: {caption: 図1}", files={"content/post/a/featured.PNG": ""}, generation="hugoblox"),
        Example("title: a\nimage:\n  caption: ''\n  focal_point: Top"),
        Example("title: a\nimage:\n  caption: 図1", path="content/post/a.md"),
        Example("title: a\nimage:\n  caption: 図1\n  filename: b.png"),
    ),
)
