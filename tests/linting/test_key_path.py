"""Keys of places that no parser has read: the same as the readers give, as far as one line can tell."""

from collections.abc import Mapping

import pytest

from jpkit.linting.rules._key_path import key_path
from jpkit.post import read_post
from jpkit.source import Source

PAGES = {
    "yaml": """\
---
# title: not this one
title: 'Foo'
tags:
- a
- b
image:
  caption: 図
  focal_point: Top
links:
  - name: a
    url: b
  - icon:
      pack: fas
    "url": c
design:
    background: {color: red}
draft: false
---
""",
    "toml": """\
+++
title = "Foo"
tags = ["a", "b"]
interests = [
  "AI",
  "NLP",
]
a.b = 1
[image]
caption = "図"
[[links]]
name = "a"
url = "b"
[[links]]
url = "c"
[design.background]
color = "red"
+++
""",
    "json": """\
{"title": "Foo", "tags": ["a", "b"], "empty": {}, "none": [],
 "image": {"caption": "図 \\" {", "focal_point": "Top"},
 "links": [{"name": "a", "url": "b"}, {"icon": {"pack": "fas"}, "url": "c"}],
 "draft": false}
""",
}


@pytest.mark.parametrize("form", PAGES)
def test_the_key_of_a_value_is_that_of_its_field_or_of_the_list_around_it(form):
    post = read_post(Source("a.md", PAGES[form]))
    scalars = {path: field for path, field in post.walk() if not isinstance(field.value, tuple | Mapping)}
    assert len(scalars) > 8
    for path, field in scalars.items():
        found = key_path(PAGES[form], post.front_span.start, field.value_span.start, form)
        assert found is not None
        assert path == found or path.startswith((f"{found}[", f"{found}.")), path


@pytest.mark.parametrize(
    ("text", "form"),
    [("just ¶words", "yaml"), ("- ¶a", "yaml"), ("title: a\n¶words", "yaml"), ("title = 'a'\n¶words", "toml"),
     ('{"title": "a"\n¶本', "json"), ('{"title": "a",¶}', "json"), ("{¶", "json")],
)  # fmt: skip
def test_where_no_key_holds_the_place_there_is_none(text, form):
    assert key_path(text.replace("¶", ""), 0, text.index("¶"), form) is None
