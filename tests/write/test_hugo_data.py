"""The data file for Hugo; what Hugo itself reads of it is in test_hugo_referee.py."""

import yaml

from jpkit.extraction.model import Entry, Extraction
from jpkit.write.hugo_data import files


def test_the_whole_file(extraction: Extraction):
    assert dict(files(extraction)) == {
        "hugo/data/glossary.yaml": """\
google-cloud-storage:
  id: google-cloud-storage
  en: Google Cloud Storage
  kind: service
  variants:
    - GCS
  abbreviations:
    - GCS
  count: 1
  score: 0.4
  posts:
    - content/post/a/index.md
imbalanced-data:
  id: imbalanced-data
  ja: 不均衡データ
  en: imbalanced data
  reading: フキンコウデータ
  kind: term
  variants:
    - 不均衡データ
    - 不均衡なデータ
  definitions:
    ja:
      text: "クラスの件数に偏りのあるデータ。"
      path: content/post/a/index.md
      line: 40
  translation:
    score: 0.97
    evidence:
      - how: aligned
        ja:
          path: content/post/a/index.md
          line: 61
        en:
          path: content/post/b/index.en.md
          line: 12
  count: 2
  score: 0.93
  posts:
    - content/post/a/index.md
init:
  id: init
  en: "__init__"
  kind: term
  count: 1
  score: 0.1
"""
    }


def test_ids_that_look_like_other_things_stay_ids():
    entries = tuple(Entry(identifier, "語", None, None, "term") for identifier in ("no", "123", "a: b", "true", "~"))
    [(_, text)] = files(Extraction((), entries))
    assert list(yaml.safe_load(text)) == ["no", "123", "a: b", "true", "~"]


def test_an_empty_glossary_is_an_empty_map():
    assert dict(files(Extraction((), ()))) == {"hugo/data/glossary.yaml": "{}\n"}
