"""Thirty-five ordinary mistakes, each planted alone in a small clean bilingual site.

Five other linters and a wrapper together see 27 of them; see what `jpkit lint` says of each, without
configuration.
"""

from datetime import date
from pathlib import Path

import pytest

from jpkit.linting.engine import Active, lint_pages
from jpkit.linting.page import Reader
from jpkit.linting.rules import rules
from jpkit.site import find_posts

JA = "content/post/pipeline/index.md"
EN = "content/post/pipeline/index.en.md"
SITE = {
    "config.toml": """\
title = "試験の記録"
theme = "academic"
defaultContentLanguage = "ja"
hasCJKLanguage = true

[languages.ja]
languageCode = "ja-jp"

[languages.en]
languageCode = "en-us"
""",
    "themes/academic/theme.toml": 'name = "Academic"\nmin_version = "0.73"\n',
    "content/authors/admin/_index.md": """\
---
title: 山田はなこ
name: 山田はなこ
authors: [admin]
superuser: true
role: データエンジニア
bio: データ基盤を作っています。
---
データ基盤を作っています。
""",
    "content/project/warehouse/index.md": """\
---
title: 社内データ基盤
summary: 売上と在庫のデータを集める社内の仕組み。
tags: [BigQuery]
date: 2020-03-01
---
売上と在庫のデータを集めて、誰でも調べられるようにする。
""",
    JA: """\
---
title: 売上データのパイプラインを作る
summary: 売上データを毎朝BigQueryへ取り込む仕組みを、Dataflowで作った記録。
authors: [admin]
tags: [BigQuery, Dataflow]
categories: [データ基盤]
date: 2020-04-01
lastmod: 2020-04-02
featured: false
draft: false
image:
  caption: 処理の流れ
  focal_point: Center
projects: [warehouse]
---

## 目的

売上データを毎朝BigQueryへ取り込む。処理はDataflowで書き、サーバーは持たない。

![処理の流れ](flow.png)
""",
    EN: """\
---
title: Building a pipeline for sales data
summary: How sales data gets into BigQuery every morning, by way of Dataflow.
authors: [admin]
tags: [BigQuery, Dataflow]
categories: [data]
date: 2020-04-01
lastmod: 2020-04-02
featured: false
draft: false
image:
  caption: The flow
  focal_point: Center
projects: [warehouse]
---

## Goal

Sales data gets into BigQuery every morning. The processing is written for Dataflow, so there are no machines to run.

![The flow](flow.png)
""",
    "content/post/pipeline/featured.png": "",
    "content/post/pipeline/flow.png": "",
}
TOML = """\
+++
title = "売上データのパイプラインを作る"
summary = "売上データを毎朝取り込む。"
date = 2020-04-01
tags = "GCP"
[image]
focal_point = "Centre"
+++
本文。
"""
JSON = """\
{
  "title": "売上データのパイプラインを作る",
  "summary": "売上データを毎朝取り込む。",
  "date": "2020-04-01",
  "tags": "GCP",
  "image": {"focal_point": "Centre"}
}
本文。
"""
OTHER = "content/post/other/index.md"

# number, path, what is replaced by what ("" for the whole page), (line, column, rule) of the findings there
PLANTED = [
    ("01", JA, "tags:", "tag:", [(5, 1, "unknown-key")]),
    ("02", JA, "focal_point:", "focalpoint:", [(13, 3, "unknown-key")]),
    ("03", JA, "tags: [BigQuery, Dataflow]", "tags: GCP", [(5, 7, "wrong-type")]),
    ("04", JA, "focal_point: Center", "focal_point: Centre", [(13, 16, "unknown-value")]),
    ("05", JA, "date: 2020-04-01", "date: 2020-04-31", [(7, 7, "invalid-date")]),
    ("06", JA, "lastmod: 2020-04-02", "lastmod: 2020-03-02", [(8, 10, "date-order")]),
    ("07", JA, "categories: [データ基盤]", "categories: []", [(6, 1, "empty-field")]),
    ("08", JA, "draft: false", "draft: false\ndraft: true", [(11, 1, "duplicate-key")]),
    ("09", JA, "title: 売上データの", "title: GCP: 売上データの", [(2, 11, "unquoted-colon")]),
    ("10", JA, "  caption", "\tcaption", [(12, 1, "tab-indentation")]),
    ("11", JA, "projects: [warehouse]\n---\n", "projects: [warehouse]\n", [(1, 1, "front-matter-delimiter")]),
    ("12", JA, "---\ntitle", "\ufeff---\ntitle", [(1, 1, "byte-order-mark")]),
    ("13", JA, "authors: [admin]\n", "authors: [admin]\r\n", [(4, 17, "mixed-line-endings")]),
    ("14", OTHER, "", TOML, [(5, 8, "wrong-type"), (7, 15, "unknown-value")]),
    ("15", OTHER, "", JSON, [(5, 11, "wrong-type"), (6, 28, "unknown-value")]),
    ("16", "content/post/pipeline/featured.png", "", None, [(12, 3, "missing-featured-image")]),
    ("17", JA, "projects: [warehouse]", "projects: [warehose]", [(14, 12, "missing-project")]),
    ("18", JA, "authors: [admin]", "authors: [admni]", [(4, 11, "missing-author")]),
    ("19", EN, "tags: [BigQuery, Dataflow]", "tags: []", [(5, 1, "empty-field")]),
    ("20", EN, "date: 2020-04-01", "date: 2020-03-30", [(7, 7, "translation-differs")]),
    ("21", EN, "title: Building a pipeline for sales data", "title: 売上データのパイプライン",
     [(2, 8, "language-mismatch")]),
    ("22", JA, "処理はDataflowで書き", "処理はTensorflowで書き", [(19, 26, "brand-spelling")]),
    ("23", JA, "title: 売上データの", "title: Tensorflowで売上データの", [(2, 8, "brand-spelling")]),
    ("24", JA, "tags: [BigQuery, Dataflow]", "tags: [BigQuery, Tensorflow]", [(5, 18, "brand-spelling")]),
    ("25", JA, "サーバーは持たない。", "サーバは持たない。サーバーもない。サーバーは要らない。",
     [(19, 38, "spelling-variants")]),
    ("27", JA, "処理はDataflowで書き", "処理はAI Platformで書き", [(19, 26, "renamed-service")]),
    ("28", JA, "title: 売上データの", "title: AI Platformで売上データの", [(2, 8, "renamed-service")]),
    ("29", JA, "作った記録。", "作った記録。" + "長い説明が続く。" * 20, [(3, 10, "summary-length")]),
    ("30", JA, "featured: false", "disable_comments: true", [(9, 1, "moved-field")]),
    ("31", JA, "draft: false", 'draft: "false"', [(10, 8, "quoted-boolean")]),
    ("32", JA, "tags: [BigQuery, Dataflow]", "tags: [“BigQuery”、“Dataflow”]", [(5, 8, "smart-punctuation")]),
    ("33", JA, "(flow.png)", "(flow2.png)", [(21, 10, "missing-image")]),
    ("33 link", JA, "(flow.png)", "(flow.png) [前回](../first/)", [(21, 20, "broken-link")]),
    ("34", JA, "サーバーは持たない。", "サーバーは持たない。" + "次にBigQueryを見る。" * 12 + "最後に BigQueryを見る。",
     [(19, 220, "latin-spacing")]),
    ("35", JA, "tags: [BigQuery, Dataflow]", "tags: [BigQuery, Dataflow", [(5, 7, "front-matter-syntax")]),
]  # fmt: skip


def findings(folder: Path, files: dict[str, str]):
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    active = [Active(rule) for rule in rules() if rule.default]
    report = lint_pages(find_posts(["content"]), Reader(today=date(2026, 11, 24)), lambda _: active)
    return [(f.path, f.line, f.column, f.rule) for f in report.findings]


def test_the_clean_site_is_clean(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert findings(tmp_path, SITE) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"), [pytest.param(*planted[1:], id=planted[0]) for planted in PLANTED]
)
def test_a_planted_mistake_is_found_in_its_place(path, old, new, expected, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    site = dict(SITE)
    if new is None:
        del site[path]
        path = JA
    elif old:
        assert old in site[path]
        site[path] = site[path].replace(old, new, 1)
    else:
        site[path] = new
    found = findings(tmp_path, site)
    assert [finding[1:] for finding in found if finding[0] == path] == expected
    others = {finding for finding in found if finding[0] != path}
    assert all(
        rule in ("missing-featured-image", "translation-differs", "translation-lacks-field") for *_, rule in others
    )
