"""Pages for Hugo; what Hugo itself reads of them is in test_hugo_referee.py."""

import re

from hypothesis import given
from hypothesis import strategies as st

from jpkit.extraction.model import Entry, Extraction
from jpkit.write.hugo import file_name, files

FOLDER = "docs/reference/glossary"


def test_the_whole_pages(extraction: Extraction):
    assert dict(files(extraction)) == {
        f"hugo/content/ja/{FOLDER}/imbalanced-data.md": """\
---
title: 不均衡データ
id: imbalanced-data
reading: フキンコウデータ
full_link: "/post/a/"
short_description: "クラスの件数に偏りのあるデータ。"
aka:
  - imbalanced data
  - 不均衡なデータ
tags:
  - term
---
クラスの件数に偏りのあるデータ。

<!--more-->
""",
        f"hugo/content/en/{FOLDER}/google-cloud-storage.md": """\
---
title: Google Cloud Storage
id: google-cloud-storage
full_link: "https://cloud.google.com/storage"
aka:
  - GCS
tags:
  - service
---
Google Cloud Storage

<!--more-->
""",
        f"hugo/content/en/{FOLDER}/imbalanced-data.md": """\
---
title: imbalanced data
id: imbalanced-data
aka:
  - 不均衡データ
  - 不均衡なデータ
tags:
  - term
---
imbalanced data (不均衡データ)

<!--more-->
""",
        f"hugo/content/en/{FOLDER}/init.md": """\
---
title: "__init__"
id: init
tags:
  - term
---
\\_\\_init\\_\\_

<!--more-->
""",
    }


def page(entry: Entry) -> str:
    return next(text for _, text in files(Extraction((), (entry,))))


def test_no_text_leaves_its_place():
    hostile = 'a"\n---\n{{< x >}} <!--more-->'
    text = page(Entry("x", hostile, None, None, "term", definition_ja=(hostile, "content/a.md", 1)))
    assert text == (
        """\
---
title: "a\\"\\n---\\n{{< x >}} <!--more-->"
id: x
full_link: "/a/"
short_description: "a\\"\\n---\\n{{< x >}} <!--more-->"
tags:
  - term
---
a" \\-\\-\\- \\{\\{\\< x >}} \\<!\\-\\-more\\-\\->

<!--more-->
"""
    )


def test_a_post_outside_of_content_is_no_page_to_link_to():
    entry = Entry("x", "語", None, None, "term", definition_ja=("語のこと。", "-", 1))
    for path in ("-", "a.md", "my-content/a.md", "/srv/a.md"):
        assert "full_link" not in page(entry._replace(definition_ja=("語のこと。", path, 1)))
    for path in ("content/post/a/index.en.md", "../site/content/post/a/index.md", "content/en/post/a.md"):
        assert 'full_link: "/post/a/"\n' in page(entry._replace(definition_ja=("語のこと。", path, 1)))


def test_an_id_is_the_name_of_its_file_wherever_that_is_safe():
    safe = ("service-mesh", "ことのは帳", "クラスター", "2024", "c-plus-plus", "データ・サイエンス")
    assert [file_name(identifier) for identifier in safe] == list(safe)
    assert [file_name(identifier) for identifier in ("index", "con", "com1", "a/b", "../a", "node.en", "", "A")] == [
        "index-1bc04b52",
        "con-1143da2b",
        "com1-957a49c3",
        "a-b-c14cddc0",
        "a-61b4c98b",
        "node-en-3b7d22e9",
        "e3b0c442",
        "a-559aead0",
    ]


@given(st.lists(st.text(max_size=200), unique=True))
def test_every_id_has_a_file_of_its_own_with_a_safe_name(identifiers: list[str]):
    names = [file_name(identifier) for identifier in identifiers]
    assert len({name.casefold() for name in names}) == len(identifiers)
    for name in names:
        assert re.fullmatch(r"[^./\\:*?\"<>|\s\0-\x1f_]+", name)
        assert name != "index"
        assert len(name.encode()) <= 250
