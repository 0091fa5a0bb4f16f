"""The vocabulary that the package ships is the one that the repository holds by subject."""

import re
import runpy
from pathlib import Path

import pytest

from jpkit.bilingual.synonyms import known_table
from jpkit.tokens import dictionary_release

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "toolkit/maintain/vocabulary.py"))
SOURCE = SCRIPT["SOURCE"].read_text(encoding="utf-8")


def test_the_shipped_keys_are_made_of_the_vocabulary():
    assert SCRIPT["OUT"].read_text(encoding="utf-8") == SCRIPT["keys"](SOURCE)


def test_the_shipped_english_is_that_of_the_vocabulary():
    assert SCRIPT["ENGLISH"].read_text(encoding="utf-8") == SCRIPT["english"](SOURCE)


def test_the_shipped_english_keys_are_made_of_the_vocabulary():
    assert SCRIPT["ENGLISH_KEYS"].read_text(encoding="utf-8") == SCRIPT["english_keys"](SOURCE)


def test_what_sudachis_dictionary_says_of_the_vocabulary_is_as_it_says_it_today():
    known = SCRIPT["KNOWN"].read_text(encoding="utf-8")
    if known.partition("\n")[0] != dictionary_release():
        pytest.skip("another release of SudachiDict than the table is of")
    assert known == known_table(SCRIPT["english_names"](SOURCE))
    assert known.count("\n") > 4_000


LINE = re.compile(r"(?:#.*|\S(?:[^\t]*\S)?\t[!-~](?:[ -~è-ö]*[!-~é-ö])?)?")


def test_every_line_is_a_subject_or_a_term_with_its_english():
    assert [line for line in SOURCE.rstrip("\n").split("\n") if not LINE.fullmatch(line)] == []


def test_no_term_stands_twice():
    terms = [line.partition("\t")[0] for line in SOURCE.split("\n") if line and line[0] != "#"]
    assert len(terms) == len(set(terms))
