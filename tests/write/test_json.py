"""JSON: the fields of the contract, and a layout that diffs well."""

import json
from pathlib import Path
from typing import Any

import pytest

from jpkit.extraction.model import Extraction
from jpkit.write.json import document, glossary, lines, summaries

CONTRACT = Path(__file__).parents[2] / ".." / "shared" / "design" / "cli.md"


def test_the_whole_document(extraction: Extraction):
    assert json.loads(document(extraction)) == {
        "version": 1,
        "posts": [
            {
                "path": "content/post/a/index.md",
                "lang": "ja",
                "title": "不均衡データと `fit` | 評価指標",
                "terms": [
                    {
                        "term": "不均衡データ",
                        "reading": "フキンコウデータ",
                        "score": 0.93,
                        "count": 2,
                        "places": [
                            {"line": 61, "column": 3, "end_line": 61, "end_column": 9},
                            {"line": 64, "column": 1, "end_line": 64, "end_column": 7},
                        ],
                    },
                    {
                        "term": "Vertex AI",
                        "reading": None,
                        "score": 0.5,
                        "count": 1,
                        "places": [{"line": 62, "column": 5, "end_line": 62, "end_column": 14}],
                    },
                ],
                "services": [
                    {
                        "name": "Google Cloud Storage",
                        "reading": "グーグルクラウドストレージ",
                        "surfaces": ["GCS"],
                        "vendor": "Google",
                        "kind": "cloud-service",
                        "status": "active",
                        "successor": None,
                        "since": None,
                        "url": "https://cloud.google.com/storage",
                        "count": 1,
                        "places": [{"line": 66, "column": 10, "end_line": 66, "end_column": 13}],
                    },
                    {
                        "name": "AI Platform",
                        "reading": None,
                        "surfaces": ["AI Platform"],
                        "vendor": "Google",
                        "kind": "cloud-service",
                        "status": "renamed",
                        "successor": "Vertex AI",
                        "since": "2021-05",
                        "url": None,
                        "count": 1,
                        "places": [{"line": 65, "column": 5, "end_line": 65, "end_column": 16}],
                    },
                ],
                "summary": {
                    "text": "不均衡データの評価指標をまとめる。",
                    "sentences": [{"line": 33, "column": 1, "text": "不均衡データの評価指標をまとめる。"}],
                },
                "related": [{"path": "content/post/b/index.en.md", "score": 0.71, "shared": ["Vertex AI"]}],
                "suggested": {
                    "tags": ["機械学習", "不均衡データ"],
                    "keywords": ["不均衡データ"],
                    "summary": "不均衡データの評価指標をまとめる。",
                },
                "abbreviations": [
                    {
                        "short": "GCS",
                        "long": "Google Cloud Storage",
                        "line": 66,
                        "column": 10,
                        "end_line": 66,
                        "end_column": 13,
                    }
                ],
                "definitions": [
                    {
                        "term": "不均衡データ",
                        "text": "クラスの件数に偏りのあるデータ。",
                        "lang": "ja",
                        "line": 40,
                        "column": 1,
                        "score": 0.8,
                    }
                ],
                "links": [{"text": "公式", "url": "https://example.org/a_(b)", "line": 70, "column": 1}],
            },
            {
                "path": "content/post/b/index.en.md",
                "lang": "en",
                "title": "",
                "terms": [],
                "services": [],
                "summary": {"text": "", "sentences": []},
                "related": [],
                "suggested": {"tags": [], "keywords": [], "summary": ""},
                "abbreviations": [],
                "definitions": [],
                "links": [],
            },
        ],
        "glossary": [
            {
                "id": "google-cloud-storage",
                "ja": None,
                "en": "Google Cloud Storage",
                "reading": None,
                "kind": "service",
                "variants": ["GCS"],
                "abbreviations": ["GCS"],
                "definitions": {"ja": None, "en": None},
                "translation": None,
                "count": 1,
                "score": 0.4,
                "posts": ["content/post/a/index.md"],
            },
            {
                "id": "imbalanced-data",
                "ja": "不均衡データ",
                "en": "imbalanced data",
                "reading": "フキンコウデータ",
                "kind": "term",
                "variants": ["不均衡データ", "不均衡なデータ"],
                "abbreviations": [],
                "definitions": {
                    "ja": {"text": "クラスの件数に偏りのあるデータ。", "path": "content/post/a/index.md", "line": 40},
                    "en": None,
                },
                "translation": {
                    "score": 0.97,
                    "evidence": [
                        {
                            "how": "aligned",
                            "ja": {"path": "content/post/a/index.md", "line": 61},
                            "en": {"path": "content/post/b/index.en.md", "line": 12},
                        }
                    ],
                },
                "count": 2,
                "score": 0.93,
                "posts": ["content/post/a/index.md"],
            },
            {
                "id": "init",
                "ja": None,
                "en": "__init__",
                "reading": None,
                "kind": "term",
                "variants": [],
                "abbreviations": [],
                "definitions": {"ja": None, "en": None},
                "translation": None,
                "count": 1,
                "score": 0.1,
                "posts": [],
            },
        ],
        "problems": [
            {
                "path": "content/post/c.md",
                "line": 3,
                "column": 7,
                "message": "not UTF-8, looks like Shift_JIS; save the file as UTF-8",
            }
        ],
    }


def test_the_other_documents_are_parts_of_it(extraction: Extraction):
    whole = json.loads(document(extraction))
    assert json.loads(glossary(extraction)) == {"version": 1, "glossary": whole["glossary"]}
    assert json.loads(summaries(extraction)) == {"version": 1, "posts": whole["posts"]}
    assert [json.loads(line) for line in lines(extraction)] == [
        *whole["posts"],
        {"version": 1, "glossary": whole["glossary"], "problems": whole["problems"]},
    ]


def test_a_term_is_one_line_and_the_text_is_readable(extraction: Extraction):
    first = extraction.posts[0].terms[0]
    text = summaries(Extraction((extraction.posts[0]._replace(terms=(first,), services=()),), ()))
    assert text.decode().split("\n")[7:10] == [
        '      "terms": [',
        '        {"term": "不均衡データ", "reading": "フキンコウデータ", "score": 0.93, "count": 2, "places": '
        '[{"line": 61, "column": 3, "end_line": 61, "end_column": 9}, '
        '{"line": 64, "column": 1, "end_line": 64, "end_column": 7}]}',
        "      ],",
    ]
    assert text.endswith(b"  ]\n}\n")


def test_an_empty_result_is_a_document_too():
    assert (
        document(Extraction((), ())) == '{\n  "version": 1,\n  "posts": [],\n  "glossary": [],\n  "problems": []\n}\n'
    )


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract is not part of the project")
def test_every_field_of_the_contract_is_there(extraction: Extraction):
    example = CONTRACT.read_text(encoding="utf-8").split("```json\n")[1].split("```")[0]
    assert missing(json.loads(example), json.loads(document(extraction)), "") == []


def missing(wanted: Any, found: Any, path: str) -> list[str]:
    """The keys of the example that our document lacks; of a list any element may have them."""
    if isinstance(wanted, dict):
        lacking = [f"{path}.{key}" for key in wanted if key not in (found or {})]
        return lacking + [
            lack for key in wanted if key in (found or {}) for lack in missing(wanted[key], found[key], f"{path}.{key}")
        ]
    if isinstance(wanted, list) and isinstance(wanted[0], dict):
        return min((missing(wanted[0], element, path) for element in found), key=len, default=[path])
    return []
